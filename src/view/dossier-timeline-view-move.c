/* dossier-timeline-view-move.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the view of a timeline moves and zooms. */

#define G_LOG_DOMAIN "dossier-timeline-view"

#include "config.h"

#include <math.h>

#include "dossier-timeline-view-private.h"

#define ANIMATION (180 * G_TIME_SPAN_MILLISECOND)

static DossierTimeAxis *
get_axis (DossierTimelineView *self)
{
  return dossier_time_scene_axis (self->scene);
}

static gboolean
animate (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  double t = (gdk_frame_clock_get_frame_time (clock) - self->started) / (double)ANIMATION;
  double eased = 1 - pow (1 - CLAMP (t, 0, 1), 3);

  dossier_time_axis_set_view (get_axis (self),
                              self->from[0] + (self->to[0] - self->from[0]) * eased,
                              self->from[1] + (self->to[1] - self->from[1]) * eased);
  if (t < 1)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/**
 * _dossier_timeline_view_stop:
 *
 * Leaves the view where its movement has come to.
 */
void
_dossier_timeline_view_stop (DossierTimelineView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

/**
 * _dossier_timeline_view_go_to:
 * @begin: the first day
 * @end: the day after the last
 *
 * Goes to a view, at once where the desktop wants no animations.
 */
void
_dossier_timeline_view_go_to (DossierTimelineView *self,
                              double               begin,
                              double               end)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  _dossier_timeline_view_stop (self);
  if (!enabled || clock == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      dossier_time_axis_set_view (get_axis (self), begin, end);
      return;
    }

  dossier_time_axis_get_view (get_axis (self), &self->from[0], &self->from[1]);
  self->to[0] = begin;
  self->to[1] = end;
  self->started = gdk_frame_clock_get_frame_time (clock);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), animate, NULL, NULL);
}

/* Where a zoom by key or button is centred: the selected event where it is in view. */
static double
zoom_centre (DossierTimelineView *self)
{
  guint position = dossier_time_scene_get_focus (self->scene);
  double begin, end;

  dossier_time_axis_get_view (get_axis (self), &begin, &end);
  if (position != DOSSIER_NO_POSITION)
    {
      const DossierTimeEvent *event = dossier_time_index_event (dossier_time_scene_index (self->scene), position);
      double middle = ((double)event->begin + event->end + 1) / 2;

      if (middle > begin && middle < end)
        return middle;
    }

  return (begin + end) / 2;
}

/**
 * _dossier_timeline_view_zoom_by:
 * @factor: of the days in view; below 1 zooms in
 * @about: the day that stays where it is
 *
 * Zooms, from where a movement under way goes to.
 */
void
_dossier_timeline_view_zoom_by (DossierTimelineView *self,
                                double               factor,
                                double               about)
{
  double begin, end;

  if (self->tick != 0)
    {
      begin = self->to[0];
      end = self->to[1];
    }
  else
    dossier_time_axis_get_view (get_axis (self), &begin, &end);

  _dossier_timeline_view_go_to (self, about - (about - begin) * factor,
                                about + (end - about) * factor);
}

/**
 * _dossier_timeline_view_zoom:
 * @factor: of the days in view; below 1 zooms in
 *
 * Zooms by key or button.
 */
void
_dossier_timeline_view_zoom (DossierTimelineView *self,
                             double               factor)
{
  _dossier_timeline_view_zoom_by (self, factor, zoom_centre (self));
}
