/* dossier-session-parts.c: the parts of a session and its counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-session-private.h"

/**
 * dossier_session_filter:
 * @self: a session
 *
 * Returns: (transfer none): the filter of its window
 */
DossierFilter *
dossier_session_filter (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * dossier_session_sources:
 * @self: a session
 *
 * Returns: (transfer none): the sources that the filter shows
 */
DossierList *
dossier_session_sources (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_results_sources (self->results);
}

/**
 * dossier_session_claims:
 * @self: a session
 *
 * Returns: (transfer none): the claims that the filter shows
 */
DossierList *
dossier_session_claims (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_results_claims (self->results);
}

/**
 * dossier_session_notes:
 * @self: a session
 *
 * Returns: (transfer none): the notes that the filter shows
 */
DossierList *
dossier_session_notes (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_results_notes (self->results);
}

/**
 * dossier_session_facet:
 * @self: a session
 * @kind: a part of the filter
 *
 * Returns: (transfer none): its values with their counts
 */
DossierFacet *
dossier_session_facet (DossierSession   *self,
                       DossierFacetKind  kind)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_results_facet (self->results, kind);
}

/**
 * dossier_session_timeline:
 * @self: a session
 *
 * Returns: (transfer none): what the timeline draws
 */
DossierTimelineData *
dossier_session_timeline (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_results_timeline (self->results);
}

/**
 * dossier_session_reading:
 * @self: a session
 *
 * Returns: (transfer none): the open source
 */
DossierReading *
dossier_session_reading (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->reading;
}

/**
 * dossier_session_import_queue:
 * @self: a session
 *
 * Returns: (transfer none): what is imported into it
 */
DossierImportQueue *
dossier_session_import_queue (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->queue;
}

/**
 * dossier_session_n_sources:
 * @self: a session
 *
 * Returns: how many sources the filter shows
 */
guint
dossier_session_n_sources (DossierSession *self)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->n_sources : 0;
}

/**
 * dossier_session_n_sources_all:
 * @self: a session
 *
 * Returns: how many sources the dossier has
 */
guint
dossier_session_n_sources_all (DossierSession *self)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->columns->n_sources : 0;
}

/**
 * dossier_session_n_claims:
 * @self: a session
 *
 * Returns: how many claims the filter shows
 */
guint
dossier_session_n_claims (DossierSession *self)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->n_claims : 0;
}

/**
 * dossier_session_n_claims_all:
 * @self: a session
 *
 * Returns: how many claims the dossier has that are not dismissed
 */
guint
dossier_session_n_claims_all (DossierSession *self)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->n_claims_all : 0;
}

/**
 * dossier_session_n_reviewed:
 * @self: a session
 * @review: what a person said of claims
 *
 * Returns: how many claims of that review the filter shows, its own part for reviews not applied
 */
guint
dossier_session_n_reviewed (DossierSession *self,
                            DossierReview   review)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);
  g_return_val_if_fail ((guint) review < DOSSIER_N_REVIEWS, 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->review_counts[review] : 0;
}

/**
 * dossier_session_n_notes:
 * @self: a session
 *
 * Returns: how many notes the filter shows
 */
guint
dossier_session_n_notes (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (dossier_results_notes (self->results)));
}

/**
 * dossier_session_n_undated:
 * @self: a session
 *
 * Returns: how many claims have no date of the filter's basis, its range not applied
 */
guint
dossier_session_n_undated (DossierSession *self)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), 0);

  result = dossier_results_result (self->results);

  return result != NULL ? result->n_undated : 0;
}

/**
 * dossier_session_months:
 * @self: a session
 * @first: (out): year * 12 + month - 1 of the first month
 * @n_months: (out): how many
 *
 * Returns: (transfer none) (array length=n_months): how many claims lie in each month
 */
const guint32 *
dossier_session_months (DossierSession *self,
                        gint32         *first,
                        guint          *n_months)
{
  DossierResult *result;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  result = dossier_results_result (self->results);
  *first = result != NULL ? result->month_first : 0;
  *n_months = result != NULL ? result->n_months : 0;

  return result != NULL ? result->month_counts : NULL;
}

/**
 * dossier_session_count_text:
 * @self: a session
 *
 * Returns: (transfer full): "14 of 87 claims", or "87 claims" where all are shown
 */
char *
dossier_session_count_text (DossierSession *self)
{
  guint shown, all;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  shown = dossier_session_n_claims (self);
  all = dossier_session_n_claims_all (self);
  if (shown == all && !dossier_filter_is_active (self->filter))
    return g_strdup_printf (ngettext ("%u claim", "%u claims", all), all);

  return g_strdup_printf (ngettext ("%u of %u claim", "%u of %u claims", all), shown, all);
}

/**
 * dossier_session_get_source_by_id:
 * @self: a session
 * @id: row of a source
 *
 * Returns: (transfer full): its object
 */
DossierSource *
dossier_session_get_source_by_id (DossierSession *self,
                                  gint64          id)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_library_source (self->library, id);
}

/**
 * dossier_session_get_claim_by_id:
 * @self: a session
 * @id: row of a claim
 *
 * Returns: (transfer full): its object
 */
DossierClaim *
dossier_session_get_claim_by_id (DossierSession *self,
                                 gint64          id)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return dossier_library_claim (self->library, id);
}
