/* dossier-time-lanes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-layer.h"

G_BEGIN_DECLS

/*
 * DossierTimeLanes: the events. What is drawn is prepared when the view or the
 * index changes, lane by lane: points and bars where there are few, else one
 * texture a lane with the shares of the kinds, in which every event counts.
 */
#define DOSSIER_TYPE_TIME_LANES (dossier_time_lanes_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeLanes, dossier_time_lanes, DOSSIER, TIME_LANES, DossierTimeLayer)

GtkWidget *dossier_time_lanes_new   (DossierTimeScene *scene);
/* The event at a point of the widget, or DOSSIER_NO_POSITION. */
guint      dossier_time_lanes_hit   (DossierTimeLanes *self,
                                     double            x,
                                     double            y);
/* How far below the middle of its lane an event is drawn: those of one day lie beside one another. */
double     dossier_time_lanes_shift (DossierTimeLanes *self,
                                     guint             position);

G_END_DECLS
