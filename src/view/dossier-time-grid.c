/* dossier-time-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-grid"

#include "config.h"

#include <math.h>

#include "dossier-time-grid.h"
#include "dossier-time-ticks.h"

struct _DossierTimeGrid
{
  DossierTimeLayer  layer;
};

G_DEFINE_FINAL_TYPE (DossierTimeGrid, dossier_time_grid, DOSSIER_TYPE_TIME_LAYER)

static void
dossier_time_grid_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  DossierTimeGrid *self = DOSSIER_TIME_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = dossier_time_scene_n_lanes (self->layer.scene) * DOSSIER_LANE_HEIGHT;
  else
    *minimum = *natural = 60;
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *colour,
      float          x,
      float          y,
      float          width,
      float          height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
snapshot_band (DossierTimeGrid *self,
               GtkSnapshot     *snapshot,
               double           width,
               double           height)
{
  DossierTimeAxis *axis = dossier_time_scene_axis (self->layer.scene);
  gint32 from, to;
  double x0 = 0, x1 = width;

  if (!dossier_time_axis_get_brush (axis, &from, &to))
    return;

  if (from != DOSSIER_DAY_MIN)
    x0 = CLAMP (floor (dossier_time_axis_to_x (axis, from, width)), 0, width);
  if (to != DOSSIER_DAY_MAX)
    x1 = CLAMP (ceil (dossier_time_axis_to_x (axis, to + 1.0, width)), 0, width);
  if (x1 > x0)
    fill (snapshot, &self->layer.palette.band, x0, 0, x1 - x0, height);
}

static void
dossier_time_grid_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DossierTimeGrid *self = DOSSIER_TIME_GRID (widget);
  DossierTimeAxis *axis = dossier_time_scene_axis (self->layer.scene);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  g_autoptr (GArray) ticks = NULL;
  double begin, end;
  guint first, last;

  snapshot_band (self, snapshot, width, height);

  dossier_time_axis_get_view (axis, &begin, &end);
  ticks = dossier_time_ticks_new (begin, end, width, DOSSIER_TIME_TICK_ROOM);
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = dossier_time_axis_to_x (axis, g_array_index (ticks, DossierTick, i).day, width);

      if (x >= 0)
        fill (snapshot, &self->layer.palette.line, floor (x), 0, 1, height);
    }

  dossier_time_scene_visible_lanes (self->layer.scene, &first, &last);
  for (guint lane = first; lane < last; lane++)
    fill (snapshot, &self->layer.palette.line, 0, (lane + 1) * DOSSIER_LANE_HEIGHT - 1, width, 1);
}

static void
dossier_time_grid_class_init (DossierTimeGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dossier_time_grid_measure;
  widget_class->snapshot = dossier_time_grid_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dossier_time_grid_init (DossierTimeGrid *self)
{
}

/**
 * dossier_time_grid_new:
 *
 * Returns: the layer under the events of @scene
 */
GtkWidget *
dossier_time_grid_new (DossierTimeScene *scene)
{
  DossierTimeGrid *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_GRID, scene);
  DossierTimeAxis *axis = dossier_time_scene_axis (scene);

  g_signal_connect_object (axis, "view-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (axis, "brush-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "content-changed", G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "lanes-scrolled", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
