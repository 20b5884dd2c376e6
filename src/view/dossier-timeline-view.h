/* dossier-timeline-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-time-index.h"
#include "dossier-timeline-data.h"

G_BEGIN_DECLS

/** DOSSIER_TIMELINE_NO_EVENT: the selected-id of a timeline with no selection. */
#define DOSSIER_TIMELINE_NO_EVENT G_MAXUINT

/** DossierTimelineTextFunc: the words for an event, for the hover card and the screen reader; freed with g_free(). */
typedef char *(*DossierTimelineTextFunc) (guint32  id,
                                          gpointer user_data);
/** DossierTimelineShownFunc: whether the filter lets an event through; those it does not are faint. */
typedef gboolean (*DossierTimelineShownFunc) (guint32  id,
                                              gpointer user_data);

/*
 * DossierTimelineView: the claims in time: header, lanes, ruler, overview.
 *
 * Properties:
 *   selected-id (guint): the event with this id, in all its lanes; setting it brings it into view.
 *   brush-from, brush-to (int): first and last day of the date range; DOSSIER_DAY_MIN and DOSSIER_DAY_MAX where open.
 *     They change while the brush is dragged: see "brush-changed" for the end of it.
 *   lane-by (DossierLaneBy as int), basis (DossierDateBasis as int): what the drop-downs of the header say.
 *   n-undated (guint): shown as a button while it is not 0.
 *   theme (int): DossierTheme.
 * Signals:
 *   "event-activated" (guint id): Enter, or a click on an event (which is selected then).
 *   "brush-changed": the person has let go of the brush: set the filter now.
 *   "undated-activated": show the claims without a date.
 *   "lane-activated" (guint lane): a click on the name of a lane.
 * Actions: timeline.zoom-in, .zoom-out, .fit, .next-event, .previous-event, .next-lane, .previous-lane,
 *   .zoom-to-brush, .clear-brush.
 */
#define DOSSIER_TYPE_TIMELINE_VIEW (dossier_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimelineView, dossier_timeline_view, DOSSIER, TIMELINE_VIEW, GtkWidget)

GtkWidget *dossier_timeline_view_new            (void);
/* The whole content at once: @lane_names has as many as the index has lanes, NULL-terminated. */
void       dossier_timeline_view_set_index      (DossierTimelineView      *self,
                                                 DossierTimeIndex         *index,
                                                 const char * const       *lane_names);
void       dossier_timeline_view_set_text_func  (DossierTimelineView      *self,
                                                 DossierTimelineTextFunc   func,
                                                 gpointer                  user_data,
                                                 GDestroyNotify            destroy);
void       dossier_timeline_view_set_shown_func (DossierTimelineView      *self,
                                                 DossierTimelineShownFunc  func,
                                                 gpointer                  user_data,
                                                 GDestroyNotify            destroy);
/* Asks the shown function anew: the filter has changed. */
void       dossier_timeline_view_filter_changed (DossierTimelineView      *self);
/* Asks the text function anew for the selected event: its record has come. */
void       dossier_timeline_view_texts_changed  (DossierTimelineView      *self);
guint      dossier_timeline_view_get_selected   (DossierTimelineView      *self);
void       dossier_timeline_view_set_selected   (DossierTimelineView      *self,
                                                 guint                     id);
gboolean   dossier_timeline_view_get_brush      (DossierTimelineView      *self,
                                                 gint32                   *from,
                                                 gint32                   *to);
void       dossier_timeline_view_set_brush      (DossierTimelineView      *self,
                                                 gint32                    from,
                                                 gint32                    to);
/* The days in view, to keep and restore them. */
void       dossier_timeline_view_get_view       (DossierTimelineView      *self,
                                                 double                   *begin,
                                                 double                   *end);
void       dossier_timeline_view_set_view       (DossierTimelineView      *self,
                                                 double                    begin,
                                                 double                    end);
void       dossier_timeline_view_fit            (DossierTimelineView      *self);

G_END_DECLS
