/* dossier-window-review.c: going through what is undecided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-window"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-window-private.h"

static guint
reviews_of (DossierFilter *filter)
{
  guint reviews = 0;

  for (guint i = 0; i < DOSSIER_N_REVIEWS; i++)
    if (dossier_filter_has_value (filter, DOSSIER_FACET_REVIEW, dossier_review_nick (i)))
      reviews |= 1 << i;

  return reviews;
}

static void
set_reviews (DossierFilter *filter,
             guint          reviews)
{
  dossier_filter_clear_facet (filter, DOSSIER_FACET_REVIEW);
  for (guint i = 0; i < DOSSIER_N_REVIEWS; i++)
    if ((reviews & 1 << i) != 0)
      dossier_filter_set_value (filter, DOSSIER_FACET_REVIEW, dossier_review_nick (i), TRUE);
}

/* The mode is over where the person asks the filter for something else. */
static void
filter_changed_cb (DossierWindow *self,
                   DossierFilter *filter)
{
  if (reviews_of (filter) == 1 << DOSSIER_REVIEW_SUGGESTED)
    return;

  g_signal_handlers_disconnect_by_func (filter, filter_changed_cb, self);
  self->reviewing = FALSE;
  dossier_filter_bar_set_reviewing (self->filter_bar, FALSE);
}

/* The first suggestion that the filter shows, but for the claim that was just decided. */
static gboolean
select_first (DossierWindow *self)
{
  DossierList *claims = dossier_session_claims (self->session);
  DossierClaim *decided = dossier_session_get_claim (self->session);
  gint64 id = dossier_list_id_at (claims, 0);
  g_autoptr (DossierClaim) claim = NULL;

  if (id != 0 && decided != NULL && id == dossier_claim_id (decided))
    id = dossier_list_id_at (claims, 1);
  if (id == 0)
    return FALSE;

  claim = dossier_session_get_claim_by_id (self->session, id);
  dossier_session_set_claim (self->session, claim);
  return TRUE;
}

/* What the filter lets through is there: the mode begins with a suggestion. */
static void
begin_cb (DossierWindow *self)
{
  DossierClaim *claim = dossier_session_get_claim (self->session);

  g_signal_handlers_disconnect_by_func (self->session, begin_cb, self);
  if (!self->reviewing || (claim != NULL && dossier_claim_review (claim) == DOSSIER_REVIEW_SUGGESTED))
    return;
  if (!dossier_session_step_claim (self->session, 1) && !select_first (self))
    dossier_window_toast (self, _("Everything that the filter shows is decided."));
}

static void
begin (DossierWindow *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);

  self->reviewing = TRUE;
  self->reviews_before = reviews_of (filter);
  dossier_filter_bar_set_reviewing (self->filter_bar, TRUE);
  if (self->reviews_before != 1 << DOSSIER_REVIEW_SUGGESTED)
    dossier_filter_set_only (filter, DOSSIER_FACET_REVIEW, dossier_review_nick (DOSSIER_REVIEW_SUGGESTED));
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "result-changed", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  if (self->reviews_before == 1 << DOSSIER_REVIEW_SUGGESTED)
    begin_cb (self);
}

/**
 * dossier_window_set_reviewing:
 * @self: a window with an open dossier
 * @reviewing: whether only what is undecided is shown, one after the other
 *
 * The filter's part for reviews is put back as it was when the mode ends.
 */
void
dossier_window_set_reviewing (DossierWindow *self,
                              gboolean       reviewing)
{
  DossierFilter *filter = dossier_session_filter (self->session);

  if (self->reviewing == reviewing)
    return;
  if (reviewing)
    {
      begin (self);
      return;
    }

  g_signal_handlers_disconnect_by_func (filter, filter_changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->session, begin_cb, self);
  self->reviewing = FALSE;
  dossier_filter_bar_set_reviewing (self->filter_bar, FALSE);
  set_reviews (filter, self->reviews_before);
}

/** dossier_window_review_next: after a decision, the next suggestion comes by itself. */
void
dossier_window_review_next (DossierWindow *self)
{
  if (!self->reviewing)
    return;

  if (!dossier_session_step_claim (self->session, 1) && !select_first (self))
    dossier_window_toast (self, _("Everything that the filter shows is decided."));
}
