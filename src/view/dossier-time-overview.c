/* dossier-time-overview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-overview"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "dossier-time-overview.h"
#include "dossier-time-ticks.h"

#define STRIP_HEIGHT 28
#define BAR_PITCH 7
#define HANDLE_ROOM 7.0
#define CLICK_ROOM 3.0

typedef enum
{
  GRIP_NONE,
  GRIP_START,
  GRIP_END,
  GRIP_WHOLE,
  GRIP_NEW,
} Grip;

struct _DossierTimeOverview
{
  DossierTimeLayer  layer;

  DossierTimeBin   *bins;
  guint             n_bins;

  Grip              grip;
  double            grip_day;
  gint32            old_from;
  gint32            old_to;
};

enum
{
  BRUSH_RELEASED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimeOverview, dossier_time_overview, DOSSIER_TYPE_TIME_LAYER)

static DossierTimeAxis *
get_axis (DossierTimeOverview *self)
{
  return dossier_time_scene_axis (self->layer.scene);
}

static double
day_to_x (DossierTimeOverview *self,
          double               day)
{
  double first, last;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);

  return (day - first) / (last - first) * gtk_widget_get_width (GTK_WIDGET (self));
}

static double
x_to_day (DossierTimeOverview *self,
          double               x)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  double first, last;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);

  return first + CLAMP (x / width, 0, 1) * (last - first);
}

/* The brush in pixels, its open ends at the edges. */
static gboolean
brush_to_x (DossierTimeOverview *self,
            double              *x0,
            double              *x1)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  gint32 from, to;

  if (!dossier_time_axis_get_brush (get_axis (self), &from, &to))
    return FALSE;

  *x0 = from == DOSSIER_DAY_MIN ? 0 : CLAMP (day_to_x (self, from), 0, width);
  *x1 = to == DOSSIER_DAY_MAX ? width : CLAMP (day_to_x (self, to + 1.0), 0, width);

  return TRUE;
}

static void
update_name (DossierTimeOverview *self)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;
  gint32 from, to;

  if (dossier_time_axis_get_brush (get_axis (self), &from, &to))
    {
      begin = dossier_time_format_day (from);
      end = dossier_time_format_day (to);
      text = g_strdup_printf (_("Date range: %s to %s"), begin, end);
    }
  else
    text = g_strdup (_("Date range: all dates"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  hint = g_strdup_printf ("%s\n%s", text, _("Drag to choose a range of dates, double click to clear it"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint);
}

static void
brush_changed (DossierTimeOverview *self)
{
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
count (DossierTimeOverview *self)
{
  guint n = gtk_widget_get_width (GTK_WIDGET (self)) / BAR_PITCH;
  double first, last;

  g_clear_pointer (&self->bins, g_free);
  self->n_bins = n;
  if (n == 0)
    return;

  self->bins = g_new0 (DossierTimeBin, n);
  dossier_time_axis_get_extent (get_axis (self), &first, &last);
  dossier_time_index_bin_begins (dossier_time_scene_index (self->layer.scene), DOSSIER_TIME_ALL_LANES,
                                 first, last, n, self->bins);
}

static void
content_changed (DossierTimeOverview *self)
{
  count (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dossier_time_overview_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? STRIP_HEIGHT : 60;
}

static void
dossier_time_overview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  count (DOSSIER_TIME_OVERVIEW (widget));
}

static void
snapshot_bars (DossierTimeOverview *self,
               GtkSnapshot         *snapshot,
               double               height,
               double               x0,
               double               x1)
{
  GdkRGBA outside = dossier_palette_mix (&self->layer.palette.strip, &self->layer.palette.text, .35);
  GdkRGBA inside = dossier_palette_mix (&self->layer.palette.strip, &self->layer.palette.accent, .8);
  guint most = 1;

  for (guint i = 0; i < self->n_bins; i++)
    most = MAX (most, self->bins[i].total);

  for (guint i = 0; i < self->n_bins; i++)
    {
      double tall = round ((height - 6) * sqrt ((double)self->bins[i].total / most));
      double x = i * BAR_PITCH + 1;

      if (self->bins[i].total > 0)
        gtk_snapshot_append_color (snapshot, x >= x0 - 3 && x < x1 - 3 ? &inside : &outside,
                                   &GRAPHENE_RECT_INIT (x, height - 2 - MAX (tall, 1),
                                                        BAR_PITCH - 1, MAX (tall, 1)));
    }
}

static void
snapshot_brush (DossierTimeOverview *self,
                GtkSnapshot         *snapshot,
                double               height,
                double               x0,
                double               x1)
{
  GdkRGBA band = dossier_palette_mix (&self->layer.palette.strip, &self->layer.palette.accent, .28);
  double ends[] = { x0, x1 - 3 };

  gtk_snapshot_append_color (snapshot, &band, &GRAPHENE_RECT_INIT (x0, 0, MAX (x1 - x0, 1), height));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_snapshot_append_color (snapshot, &self->layer.palette.accent,
                               &GRAPHENE_RECT_INIT (floor (ends[i]), 0, 3, height));
}

/* What part of it all the lanes show. */
static void
snapshot_view (DossierTimeOverview *self,
               GtkSnapshot         *snapshot)
{
  double begin, end, x0, x1;

  if (dossier_time_axis_is_fit (get_axis (self)))
    return;

  dossier_time_axis_get_view (get_axis (self), &begin, &end);
  x0 = floor (day_to_x (self, begin));
  x1 = MAX (ceil (day_to_x (self, end)), x0 + 4);
  gtk_snapshot_append_color (snapshot, &self->layer.palette.dim, &GRAPHENE_RECT_INIT (x0, 0, x1 - x0, 2));
}

static void
dossier_time_overview_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  DossierTimeOverview *self = DOSSIER_TIME_OVERVIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  GskRoundedRect rounded;
  double x0 = -1, x1 = -1;
  gboolean has_brush = brush_to_x (self, &x0, &x1);

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, 0, width, height), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &self->layer.palette.strip, &rounded.bounds);
  if (has_brush)
    snapshot_brush (self, snapshot, height, x0, x1);
  snapshot_bars (self, snapshot, height, x0, x1);
  snapshot_view (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static Grip
grip_at (DossierTimeOverview *self,
         double               x)
{
  double x0, x1;

  if (!brush_to_x (self, &x0, &x1))
    return GRIP_NEW;
  if (fabs (x - x0) <= HANDLE_ROOM && fabs (x - x0) <= fabs (x - x1))
    return GRIP_START;
  if (fabs (x - x1) <= HANDLE_ROOM)
    return GRIP_END;

  return x > x0 && x < x1 ? GRIP_WHOLE : GRIP_NEW;
}

static void
motion (DossierTimeOverview *self,
        double               x,
        double               y)
{
  static const char *const cursors[] = { "default", "ew-resize", "ew-resize", "grab", "crosshair" };

  if (self->grip == GRIP_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[grip_at (self, x)]);
}

static void
drag_begin (DossierTimeOverview *self,
            double               x,
            double               y)
{
  dossier_time_axis_get_brush (get_axis (self), &self->old_from, &self->old_to);
  self->grip = grip_at (self, x);
  self->grip_day = x_to_day (self, x);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
move_brush (DossierTimeOverview *self,
            gint32               by)
{
  double first, last;
  gint32 from, to;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);
  from = self->old_from == DOSSIER_DAY_MIN ? (gint32)first : self->old_from;
  to = self->old_to == DOSSIER_DAY_MAX ? (gint32)last : self->old_to;
  by = CLAMP (by, MIN ((gint32)first - from, 0), MAX ((gint32)last - to, 0));
  dossier_time_axis_set_brush (get_axis (self), from + by, to + by);
}

static gint32
snap (DossierTimeOverview *self,
      double               day)
{
  double first, last;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);

  return dossier_time_ticks_snap (first, last, gtk_widget_get_width (GTK_WIDGET (self)), day);
}

static void
drag_update (DossierTimeOverview *self,
             double               offset_x,
             double               offset_y,
             GtkGestureDrag      *gesture)
{
  double start_x, start_y, day;
  gint32 here, there;

  if (fabs (offset_x) < CLICK_ROOM)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (gesture, &start_x, &start_y);
  day = x_to_day (self, start_x + offset_x);
  here = snap (self, day);

  switch (self->grip)
    {
    case GRIP_START:
      if (self->old_to != DOSSIER_DAY_MAX)
        here = MIN (here, self->old_to);
      dossier_time_axis_set_brush (get_axis (self), here, self->old_to);
      break;
    case GRIP_END:
      dossier_time_axis_set_brush (get_axis (self), self->old_from, MAX (here - 1, self->old_from));
      break;
    case GRIP_WHOLE:
      move_brush (self, (gint32)round (day - self->grip_day));
      break;
    case GRIP_NEW:
      there = snap (self, self->grip_day);
      if (here != there)
        dossier_time_axis_set_brush (get_axis (self), MIN (here, there), MAX (here, there) - 1);
      break;
    case GRIP_NONE:
    default:
      break;
    }
}

static void
release_if_changed (DossierTimeOverview *self)
{
  gint32 from, to;

  dossier_time_axis_get_brush (get_axis (self), &from, &to);
  if (from != self->old_from || to != self->old_to)
    g_signal_emit (self, signals[BRUSH_RELEASED], 0);
}

static void
drag_end (DossierTimeOverview *self)
{
  self->grip = GRIP_NONE;
  release_if_changed (self);
}

static void
clear_brush (DossierTimeOverview *self)
{
  dossier_time_axis_get_brush (get_axis (self), &self->old_from, &self->old_to);
  dossier_time_axis_set_brush (get_axis (self), DOSSIER_DAY_MIN, DOSSIER_DAY_MAX);
  release_if_changed (self);
}

static void
pressed (DossierTimeOverview *self,
         int                  n_press)
{
  if (n_press == 2)
    clear_brush (self);
}

static gint32
step_day (DossierTimeOverview *self,
          gint32               day,
          int                  step)
{
  double first, last;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);
  day = CLAMP (day, (gint32)first, (gint32)last);

  return CLAMP (dossier_time_ticks_step (first, last, gtk_widget_get_width (GTK_WIDGET (self)), day, step),
                (gint32)first, (gint32)last);
}

/* An arrow key moves an end by one tick of a ruler over the whole. */
static void
step_brush (DossierTimeOverview *self,
            int                  step,
            GdkModifierType      state)
{
  gint32 from, to;

  dossier_time_axis_get_brush (get_axis (self), &self->old_from, &self->old_to);
  from = self->old_from;
  to = self->old_to;
  if (!(state & GDK_SHIFT_MASK))
    from = step_day (self, from, step);
  if (!(state & GDK_CONTROL_MASK))
    to = step_day (self, to == DOSSIER_DAY_MAX ? to : to + 1, step) - 1;
  if (from <= to)
    dossier_time_axis_set_brush (get_axis (self), from, to);
  release_if_changed (self);
}

static gboolean
key_pressed (DossierTimeOverview *self,
             guint                keyval,
             guint                keycode,
             GdkModifierType      state)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step_brush (self, -1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step_brush (self, 1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      clear_brush (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
dossier_time_overview_finalize (GObject *object)
{
  g_free (DOSSIER_TIME_OVERVIEW (object)->bins);

  G_OBJECT_CLASS (dossier_time_overview_parent_class)->finalize (object);
}

static void
dossier_time_overview_class_init (DossierTimeOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dossier_time_overview_finalize;
  widget_class->measure = dossier_time_overview_measure;
  widget_class->size_allocate = dossier_time_overview_size_allocate;
  widget_class->snapshot = dossier_time_overview_snapshot;

  signals[BRUSH_RELEASED] = g_signal_new ("brush-released", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_time_overview_init (DossierTimeOverview *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (motion), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);

  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * dossier_time_overview_new:
 *
 * Returns: the strip with the brush of @scene
 */
GtkWidget *
dossier_time_overview_new (DossierTimeScene *scene)
{
  DossierTimeOverview *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_OVERVIEW, scene);
  DossierTimeAxis *axis = dossier_time_scene_axis (scene);

  g_signal_connect_object (axis, "brush-changed", G_CALLBACK (brush_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (axis, "view-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "content-changed", G_CALLBACK (content_changed), self, G_CONNECT_SWAPPED);
  update_name (self);

  return GTK_WIDGET (self);
}
