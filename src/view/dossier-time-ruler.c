/* dossier-time-ruler.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-ruler"

#include "config.h"

#include <math.h>

#include "dossier-time-ruler.h"
#include "dossier-time-ticks.h"

#define RULER_HEIGHT 20
#define LABEL_GAP 4

struct _DossierTimeRuler
{
  DossierTimeLayer  layer;

  PangoLayout      *layout;
};

G_DEFINE_FINAL_TYPE (DossierTimeRuler, dossier_time_ruler, DOSSIER_TYPE_TIME_LAYER)

static void
dossier_time_ruler_palette_changed (DossierTimeLayer *layer)
{
  g_clear_object (&DOSSIER_TIME_RULER (layer)->layout);
}

static void
dossier_time_ruler_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? RULER_HEIGHT : 60;
}

/* A label left of the edge is pushed to it, unless the next one needs the place. */
static void
snapshot_label (DossierTimeRuler  *self,
                GtkSnapshot       *snapshot,
                const DossierTick *tick,
                double             x,
                double             next_x,
                int                height)
{
  int label_width, label_height;

  pango_layout_set_text (self->layout, tick->label, -1);
  pango_layout_get_pixel_size (self->layout, &label_width, &label_height);
  x = MAX (floor (x) + LABEL_GAP, 2);
  if (x + label_width + 2 > next_x)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (height - label_height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout,
                              tick->context ? &self->layer.palette.text : &self->layer.palette.dim);
  gtk_snapshot_restore (snapshot);
}

static void
dossier_time_ruler_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DossierTimeRuler *self = DOSSIER_TIME_RULER (widget);
  DossierTimeAxis *axis = dossier_time_scene_axis (self->layer.scene);
  double width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GArray) ticks = NULL;
  double begin, end;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (widget, NULL);

  dossier_time_axis_get_view (axis, &begin, &end);
  ticks = dossier_time_ticks_new (begin, end, width, DOSSIER_TIME_TICK_ROOM);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTick *tick = &g_array_index (ticks, DossierTick, i);
      double x = dossier_time_axis_to_x (axis, tick->day, width);
      double next_x = i + 1 < ticks->len ? dossier_time_axis_to_x (axis, tick[1].day, width) : width + 40;

      snapshot_label (self, snapshot, tick, x, next_x, height);
      if (x >= 0)
        gtk_snapshot_append_color (snapshot, &self->layer.palette.line,
                                   &GRAPHENE_RECT_INIT (floor (x), 0, 1, 5));
    }
  gtk_snapshot_pop (snapshot);
}

static void
dossier_time_ruler_dispose (GObject *object)
{
  DossierTimeRuler *self = DOSSIER_TIME_RULER (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (dossier_time_ruler_parent_class)->dispose (object);
}

static void
dossier_time_ruler_class_init (DossierTimeRulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DossierTimeLayerClass *layer_class = (DossierTimeLayerClass *) klass;

  object_class->dispose = dossier_time_ruler_dispose;
  layer_class->palette_changed = dossier_time_ruler_palette_changed;
  widget_class->measure = dossier_time_ruler_measure;
  widget_class->snapshot = dossier_time_ruler_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timeruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dossier_time_ruler_init (DossierTimeRuler *self)
{
}

/**
 * dossier_time_ruler_new:
 *
 * Returns: the ruler of @scene
 */
GtkWidget *
dossier_time_ruler_new (DossierTimeScene *scene)
{
  DossierTimeRuler *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_RULER, scene);

  g_signal_connect_object (dossier_time_scene_axis (scene), "view-changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
