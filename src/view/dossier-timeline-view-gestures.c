/* dossier-timeline-view-gestures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-timeline-view"

#include "config.h"

#include <math.h>

#include "dossier-timeline-view-private.h"

#define ZOOM_PER_CLICK .25   /* powers of two a click of the wheel */
#define PIXELS_PER_CLICK 60. /* of a touchpad */
#define DRAG_ROOM 3.0

static DossierTimeAxis *
get_axis (DossierTimelineView *self)
{
  return dossier_time_scene_axis (self->scene);
}

static double
plot_width (DossierTimelineView *self)
{
  return MAX (gtk_widget_get_width (self->cursor), 1);
}

static void
motion (DossierTimelineView *self,
        double               x,
        double               y)
{
  self->pointer_x = x;
}

/* The wheel zooms about the pointer; sideways, or with Shift, it pans; with Alt it scrolls the lanes. */
static gboolean
scroll (DossierTimelineView      *self,
        double                    dx,
        double                    dy,
        GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double about = dossier_time_axis_to_day (get_axis (self), self->pointer_x, plot_width (self));

  if (state & GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    {
      dx /= PIXELS_PER_CLICK;
      dy /= PIXELS_PER_CLICK;
    }
  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }

  _dossier_timeline_view_stop (self);
  if (fabs (dy) > fabs (dx))
    dossier_time_axis_zoom (get_axis (self), pow (2, dy * ZOOM_PER_CLICK), about);
  else
    dossier_time_axis_pan (get_axis (self), dx * .08);

  return GDK_EVENT_STOP;
}

static void
remember (DossierTimelineView *self)
{
  _dossier_timeline_view_stop (self);
  dossier_time_axis_get_view (get_axis (self), &self->base[0], &self->base[1]);
  self->base_scroll = gtk_adjustment_get_value (dossier_time_scene_adjustment (self->scene));
}

static void
drag_begin (DossierTimelineView *self)
{
  remember (self);
}

static void
drag_update (DossierTimelineView *self,
             double               offset_x,
             double               offset_y,
             GtkGesture          *gesture)
{
  double by;

  if (hypot (offset_x, offset_y) < DRAG_ROOM)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (self->cursor, "grabbing");
  by = offset_x / plot_width (self) * (self->base[1] - self->base[0]);
  dossier_time_axis_set_view (get_axis (self), self->base[0] - by, self->base[1] - by);
  gtk_adjustment_set_value (dossier_time_scene_adjustment (self->scene), self->base_scroll - offset_y);
}

static void
drag_end (DossierTimelineView *self)
{
  gtk_widget_set_cursor (self->cursor, NULL);
}

static void
pinch_begin (DossierTimelineView *self)
{
  remember (self);
}

static void
pinch (DossierTimelineView *self,
       double               scale,
       GtkGesture          *gesture)
{
  double x = self->pointer_x, y, about, share;
  double span = (self->base[1] - self->base[0]) / MAX (scale, .01);

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  share = x / plot_width (self);
  about = self->base[0] + share * (self->base[1] - self->base[0]);
  dossier_time_axis_set_view (get_axis (self), about - share * span, about + (1 - share) * span);
}

/**
 * _dossier_timeline_view_add_gestures:
 *
 * Lets the pointer, the wheel and the fingers move the view, zoom and select.
 */
void
_dossier_timeline_view_add_gestures (DossierTimelineView *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (pointer, "motion", G_CALLBACK (motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zoom, "begin", G_CALLBACK (pinch_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zoom, "scale-changed", G_CALLBACK (pinch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (_dossier_timeline_view_click), self, G_CONNECT_SWAPPED);

  gtk_widget_add_controller (self->cursor, pointer);
  gtk_widget_add_controller (self->cursor, wheel);
  gtk_widget_add_controller (self->cursor, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->cursor, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->cursor, GTK_EVENT_CONTROLLER (zoom));
}
