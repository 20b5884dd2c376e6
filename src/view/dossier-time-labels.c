/* dossier-time-labels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-labels"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-time-labels.h"

#define LABEL_START 14
#define LABEL_END 8
#define WIDEST 150

struct _DossierTimeLabels
{
  DossierTimeLayer  layer;

  GPtrArray        *layouts; /* PangoLayout, a lane each, made when first drawn */
};

enum
{
  LANE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimeLabels, dossier_time_labels, DOSSIER_TYPE_TIME_LAYER)

static void
clear_layouts (DossierTimeLabels *self)
{
  g_ptr_array_set_size (self->layouts, 0);
}

static void
content_changed (DossierTimeLabels *self)
{
  guint n = dossier_time_scene_n_lanes (self->layer.scene);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u lane", "%u lanes", n), n);

  clear_layouts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dossier_time_labels_palette_changed (DossierTimeLayer *layer)
{
  clear_layouts (DOSSIER_TIME_LABELS (layer));
}

static int
widest_label (DossierTimeLabels *self)
{
  guint n = MIN (dossier_time_scene_n_lanes (self->layer.scene), 40);
  int widest = 60;

  for (guint lane = 0; lane < n && widest < WIDEST; lane++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                               dossier_time_scene_lane_name (self->layer.scene, lane));
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return MIN (widest, WIDEST);
}

static void
dossier_time_labels_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  DossierTimeLabels *self = DOSSIER_TIME_LABELS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = dossier_time_scene_n_lanes (self->layer.scene) * DOSSIER_LANE_HEIGHT;
      return;
    }

  *minimum = 72;
  *natural = MAX (104, LABEL_START + widest_label (self) + LABEL_END);
}

static PangoLayout *
get_layout (DossierTimeLabels *self,
            guint              lane,
            int                width)
{
  PangoLayout *layout;

  if (lane >= self->layouts->len)
    g_ptr_array_set_size (self->layouts, dossier_time_scene_n_lanes (self->layer.scene));

  layout = g_ptr_array_index (self->layouts, lane);
  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                               dossier_time_scene_lane_name (self->layer.scene, lane));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      g_ptr_array_index (self->layouts, lane) = layout;
    }
  pango_layout_set_width (layout, MAX (width - LABEL_START - LABEL_END, 10) * PANGO_SCALE);

  return layout;
}

static void
dossier_time_labels_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  DossierTimeLabels *self = DOSSIER_TIME_LABELS (widget);
  int width = gtk_widget_get_width (widget);
  guint first, last;

  dossier_time_scene_visible_lanes (self->layer.scene, &first, &last);
  for (guint lane = first; lane < last; lane++)
    {
      PangoLayout *layout = get_layout (self, lane, width);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (LABEL_START,
                                                    lane * DOSSIER_LANE_HEIGHT +
                                                      (DOSSIER_LANE_HEIGHT - 1 - height) / 2));
      gtk_snapshot_append_layout (snapshot, layout, &self->layer.palette.text);
      gtk_snapshot_restore (snapshot);
    }
}

static void
pressed (DossierTimeLabels *self,
         int                n_press,
         double             x,
         double             y)
{
  guint lane = MAX (y, 0) / DOSSIER_LANE_HEIGHT;

  if (lane < dossier_time_scene_n_lanes (self->layer.scene))
    g_signal_emit (self, signals[LANE_ACTIVATED], 0, lane);
}

static gboolean
dossier_time_labels_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  DossierTimeLabels *self = DOSSIER_TIME_LABELS (widget);
  guint lane = MAX (y, 0) / DOSSIER_LANE_HEIGHT;
  g_autofree char *text = NULL;
  guint size;

  if (lane >= dossier_time_scene_n_lanes (self->layer.scene))
    return FALSE;

  size = dossier_time_index_lane_size (dossier_time_scene_index (self->layer.scene), lane);
  /* Translators: the name of a lane of the timeline and how many claims it holds. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u claim", "%s: %u claims", size),
                          dossier_time_scene_lane_name (self->layer.scene, lane), size);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
dossier_time_labels_dispose (GObject *object)
{
  DossierTimeLabels *self = DOSSIER_TIME_LABELS (object);

  clear_layouts (self);

  G_OBJECT_CLASS (dossier_time_labels_parent_class)->dispose (object);
}

static void
dossier_time_labels_finalize (GObject *object)
{
  g_ptr_array_unref (DOSSIER_TIME_LABELS (object)->layouts);

  G_OBJECT_CLASS (dossier_time_labels_parent_class)->finalize (object);
}

static void
dossier_time_labels_class_init (DossierTimeLabelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DossierTimeLayerClass *layer_class = (DossierTimeLayerClass *) klass;

  object_class->dispose = dossier_time_labels_dispose;
  object_class->finalize = dossier_time_labels_finalize;
  layer_class->palette_changed = dossier_time_labels_palette_changed;
  widget_class->measure = dossier_time_labels_measure;
  widget_class->query_tooltip = dossier_time_labels_query_tooltip;
  widget_class->snapshot = dossier_time_labels_snapshot;

  signals[LANE_ACTIVATED] = g_signal_new ("lane-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "timelanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
free_layout (gpointer layout)
{
  g_clear_object (&layout);
}

static void
dossier_time_labels_init (DossierTimeLabels *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->layouts = g_ptr_array_new_with_free_func (free_layout);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * dossier_time_labels_new:
 *
 * Returns: the names of the lanes of @scene
 */
GtkWidget *
dossier_time_labels_new (DossierTimeScene *scene)
{
  DossierTimeLabels *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_LABELS, scene);

  g_signal_connect_object (scene, "content-changed", G_CALLBACK (content_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "lanes-scrolled", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  content_changed (self);

  return GTK_WIDGET (self);
}
