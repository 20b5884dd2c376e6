/* dossier-timeline-data.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-time-index.h"

G_BEGIN_DECLS

/** DossierLaneBy: what a lane of the timeline stands for. */
typedef enum
{
  DOSSIER_LANE_COUNTRY,
  DOSSIER_LANE_KIND,
  DOSSIER_LANE_SPEAKER,
  DOSSIER_LANE_SOURCE,
} DossierLaneBy;

#define DOSSIER_N_LANE_BYS 4

/** DOSSIER_LANE_LIMIT: the most lanes of a timeline; what remains shares a last lane, "Other". */
#define DOSSIER_LANE_LIMIT 100

/*
 * DossierTimelineData: what the timeline draws: the claims that all of the
 * filter but its date range lets through, as a time index, in lanes, fullest
 * first. A claim of two countries stands in two lanes. Built in a thread,
 * replaced whole; "changed" then.
 *
 * Properties: lane-by, basis (follows the filter's), n-undated (read-only), loading (read-only). Signal: changed.
 */
#define DOSSIER_TYPE_TIMELINE_DATA (dossier_timeline_data_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimelineData, dossier_timeline_data, DOSSIER, TIMELINE_DATA, GObject)

/* Borrowed until the next "changed"; never NULL, empty while nothing is there. */
DossierTimeIndex *dossier_timeline_data_index       (DossierTimelineData *self);
guint             dossier_timeline_data_n_lanes     (DossierTimelineData *self);
/* For showing. */
const char       *dossier_timeline_data_lane_name   (DossierTimelineData *self,
                                                     guint                lane);
/* What the filter takes for it: a code, a nick, a name; "" for none; NULL for "Other" and for sources. */
const char       *dossier_timeline_data_lane_value  (DossierTimelineData *self,
                                                     guint                lane);
DossierLaneBy     dossier_timeline_data_get_lane_by (DossierTimelineData *self);
void              dossier_timeline_data_set_lane_by (DossierTimelineData *self,
                                                     DossierLaneBy        lane_by);
DossierDateBasis  dossier_timeline_data_get_basis   (DossierTimelineData *self);
guint             dossier_timeline_data_n_undated   (DossierTimelineData *self);
/* The claim of an event's id (DossierTimeEvent.id), and back; 0 and FALSE where there is none. */
gint64            dossier_timeline_data_claim_id    (DossierTimelineData *self,
                                                     guint32              event_id);
gboolean          dossier_timeline_data_event_id    (DossierTimelineData *self,
                                                     gint64               claim_id,
                                                     guint32             *event_id);
/* Whether the whole filter, date range too, lets the event through. */
gboolean          dossier_timeline_data_is_shown    (DossierTimelineData *self,
                                                     guint32              event_id);

G_END_DECLS
