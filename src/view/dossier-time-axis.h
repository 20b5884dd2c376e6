/* dossier-time-axis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "dossier-edtf.h"

G_BEGIN_DECLS

#define DOSSIER_TYPE_TIME_AXIS (dossier_time_axis_get_type ())

/**
 * DossierTimeAxis:
 *
 * The three spans of a timeline in one place: all there is (the extent), what
 * is in view, and what the brush holds. Days are doubles, so that zoom is
 * smooth; a day covers [day, day + 1). The layers listen to "view-changed" and
 * "brush-changed" and hold no spans of their own.
 */
G_DECLARE_FINAL_TYPE (DossierTimeAxis, dossier_time_axis, DOSSIER, TIME_AXIS, GObject)

DossierTimeAxis *dossier_time_axis_new        (void);
void             dossier_time_axis_set_extent (DossierTimeAxis *self,
                                               double           first,
                                               double           last);
void             dossier_time_axis_get_extent (DossierTimeAxis *self,
                                               double          *first,
                                               double          *last);
void             dossier_time_axis_set_view   (DossierTimeAxis *self,
                                               double           begin,
                                               double           end);
void             dossier_time_axis_get_view   (DossierTimeAxis *self,
                                               double          *begin,
                                               double          *end);
void             dossier_time_axis_fit        (DossierTimeAxis *self);
gboolean         dossier_time_axis_is_fit     (DossierTimeAxis *self);
void             dossier_time_axis_zoom       (DossierTimeAxis *self,
                                               double           factor,
                                               double           about);
void             dossier_time_axis_pan        (DossierTimeAxis *self,
                                               double           share);
gboolean         dossier_time_axis_reveal     (DossierTimeAxis *self,
                                               double           day);
void             dossier_time_axis_set_brush  (DossierTimeAxis *self,
                                               gint32           from,
                                               gint32           to);
gboolean         dossier_time_axis_get_brush  (DossierTimeAxis *self,
                                               gint32          *from,
                                               gint32          *to);
double           dossier_time_axis_to_x       (DossierTimeAxis *self,
                                               double           day,
                                               double           width);
double           dossier_time_axis_to_day     (DossierTimeAxis *self,
                                               double           x,
                                               double           width);

G_END_DECLS
