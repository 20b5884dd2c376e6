/* dossier-time-scene.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-palette.h"
#include "dossier-time-axis.h"
#include "dossier-timeline-view.h"

G_BEGIN_DECLS

/** DOSSIER_LANE_HEIGHT: pixels from one lane to the next. */
#define DOSSIER_LANE_HEIGHT 22

/** DOSSIER_NO_POSITION: no event. */
#define DOSSIER_NO_POSITION G_MAXUINT

/*
 * DossierTimeScene: what the layers of one timeline draw: the index, the axis,
 * the selection and what is under the pointer.
 *
 * Signals: "content-changed" (index, lanes, filter), "selection-changed", "hover-changed", "theme-changed",
 * "lanes-scrolled" (other lanes are in view), "texts-changed".
 */
#define DOSSIER_TYPE_TIME_SCENE (dossier_time_scene_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeScene, dossier_time_scene, DOSSIER, TIME_SCENE, GObject)

DossierTimeScene  *dossier_time_scene_new            (void);
DossierTimeAxis   *dossier_time_scene_axis           (DossierTimeScene         *self);
DossierTimeIndex  *dossier_time_scene_index          (DossierTimeScene         *self);
void               dossier_time_scene_set_index      (DossierTimeScene         *self,
                                                      DossierTimeIndex         *index,
                                                      const char * const       *lane_names);
guint              dossier_time_scene_n_lanes        (DossierTimeScene         *self);
const char        *dossier_time_scene_lane_name      (DossierTimeScene         *self,
                                                      guint                     lane);
GtkAdjustment     *dossier_time_scene_adjustment     (DossierTimeScene         *self);
void               dossier_time_scene_set_adjustment (DossierTimeScene         *self,
                                                      GtkAdjustment            *adjustment);
/* The lanes in view, [*first, *last). */
void               dossier_time_scene_visible_lanes  (DossierTimeScene         *self,
                                                      guint                    *first,
                                                      guint                    *last);
guint              dossier_time_scene_get_selected   (DossierTimeScene         *self);
guint              dossier_time_scene_get_focus      (DossierTimeScene         *self);
/* The event with this id is selected; @position is where the keyboard stands, or DOSSIER_NO_POSITION for its first lane. */
void               dossier_time_scene_select         (DossierTimeScene         *self,
                                                      guint                     id,
                                                      guint                     position);
guint              dossier_time_scene_get_hover      (DossierTimeScene         *self);
void               dossier_time_scene_set_hover      (DossierTimeScene         *self,
                                                      guint                     position);
DossierTheme       dossier_time_scene_get_theme      (DossierTimeScene         *self);
void               dossier_time_scene_set_theme      (DossierTimeScene         *self,
                                                      DossierTheme              theme);
void               dossier_time_scene_set_text_func  (DossierTimeScene         *self,
                                                      DossierTimelineTextFunc   func,
                                                      gpointer                  user_data,
                                                      GDestroyNotify            destroy);
void               dossier_time_scene_set_shown_func (DossierTimeScene         *self,
                                                      DossierTimelineShownFunc  func,
                                                      gpointer                  user_data,
                                                      GDestroyNotify            destroy);
void               dossier_time_scene_filter_changed (DossierTimeScene         *self);
void               dossier_time_scene_texts_changed  (DossierTimeScene         *self);
gboolean           dossier_time_scene_is_shown       (DossierTimeScene         *self,
                                                      guint32                   id);
/* What is said of an event; never NULL. */
char              *dossier_time_scene_describe       (DossierTimeScene         *self,
                                                      guint                     position);
/* Where an event is drawn in a plot of this width; FALSE where that is out of view. */
gboolean           dossier_time_scene_place          (DossierTimeScene         *self,
                                                      const DossierTimeEvent   *event,
                                                      double                    width,
                                                      double                   *x0,
                                                      double                   *x1,
                                                      gboolean                 *is_bar);

G_END_DECLS
