/* dossier-results.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-facet.h"
#include "dossier-filter.h"
#include "dossier-library.h"
#include "dossier-list.h"
#include "dossier-store.h"
#include "dossier-timeline-data.h"

G_BEGIN_DECLS

/* What of the dossier has to be read anew. */
typedef enum
{
  DOSSIER_STALE_COLUMNS = 1 << 0,
  DOSSIER_STALE_NOTES   = 1 << 1,
  DOSSIER_STALE_TITLES  = 1 << 2,
} DossierStale;

/*
 * DossierResults: puts the filter to the dossier whenever one of them changes,
 * in a worker, and shows the answer in the lists, the facets and the timeline.
 * One question is under way at a time; an answer to an older filter is dropped.
 * Main thread only; floors above see the session.
 *
 * Signals: "changed": a new answer is shown; "error" (const char *sentence).
 */
#define DOSSIER_TYPE_RESULTS (dossier_results_get_type ())
G_DECLARE_FINAL_TYPE (DossierResults, dossier_results, DOSSIER, RESULTS, GObject)

DossierResults      *dossier_results_new        (DossierLibrary   *library,
                                                 DossierFilter    *filter);
/* Gives up what is under way and waits for its end; idempotent. */
void                 dossier_results_close      (DossierResults   *self);
/* @delay: milliseconds in which further changes are waited for, 0 for none. */
void                 dossier_results_invalidate (DossierResults   *self,
                                                 DossierStale      stale,
                                                 guint             delay);
/* Whether an answer is under way or due. */
gboolean             dossier_results_is_busy    (DossierResults   *self);
/* The last answer; NULL before the first. */
DossierResult       *dossier_results_result     (DossierResults   *self);
guint                dossier_results_n_notes    (DossierResults   *self);
gboolean             dossier_results_is_shown   (DossierResults   *self,
                                                 gint64            claim_id);
DossierList         *dossier_results_sources    (DossierResults   *self);
DossierList         *dossier_results_claims     (DossierResults   *self);
DossierList         *dossier_results_notes      (DossierResults   *self);
DossierFacet        *dossier_results_facet      (DossierResults   *self,
                                                 DossierFacetKind  kind);
DossierTimelineData *dossier_results_timeline   (DossierResults   *self);

G_END_DECLS
