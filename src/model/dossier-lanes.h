/* dossier-lanes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-order.h"
#include "dossier-store.h"
#include "dossier-time-index.h"
#include "dossier-timeline-data.h"

G_BEGIN_DECLS

/** DossierLane: one row of the timeline. */
typedef struct
{
  char  *name;  /* for showing */
  char  *value; /* what the filter takes; "" none, NULL where it takes none */
  gint64 source_id;
} DossierLane;

/**
 * DossierLanes:
 *
 * What the timeline draws, built in a worker: @index over the claims that
 * @query, which has no date range, lets through; the id of an event is the row
 * of its claim in @columns.
 */
typedef struct
{
  DossierStore     *store;
  DossierQuery     *query;
  DossierColumns   *columns;
  DossierLaneBy     lane_by;

  DossierTimeIndex *index;
  GPtrArray        *lanes;     /* DossierLane */
  guint             n_undated;
} DossierLanes;

void     dossier_lanes_free (DossierLanes      *self);
gboolean dossier_lanes_run  (DossierLanes      *self,
                             const DossierHits *hits,
                             GCancellable      *cancellable,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLanes, dossier_lanes_free)

G_END_DECLS
