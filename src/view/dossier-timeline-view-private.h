/* dossier-timeline-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-scene.h"

G_BEGIN_DECLS

struct _DossierTimelineView
{
  GtkWidget         parent_instance;

  DossierTimeScene *scene;
  GtkWidget        *header;
  GtkWidget        *lanes;
  GtkWidget        *cursor;
  GtkWidget        *overview;

  guint             selected_id;
  gint32            brush_from;
  gint32            brush_to;

  /* a view that is being gone to */
  guint             tick;
  gint64            started;
  double            from[2];
  double            to[2];

  /* the pointer and what a gesture began with */
  double            pointer_x;
  double            base[2];
  double            base_scroll;
};

void _dossier_timeline_view_add_gestures (DossierTimelineView *self);
void _dossier_timeline_view_click        (DossierTimelineView *self,
                                          int                  n_press,
                                          double               x,
                                          double               y);
void _dossier_timeline_view_stop         (DossierTimelineView *self);
void _dossier_timeline_view_go_to        (DossierTimelineView *self,
                                          double               begin,
                                          double               end);
void _dossier_timeline_view_zoom         (DossierTimelineView *self,
                                          double               factor);
void _dossier_timeline_view_zoom_by      (DossierTimelineView *self,
                                          double               factor,
                                          double               about);

G_END_DECLS
