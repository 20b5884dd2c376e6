/* dossier-time-layer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-layer"

#include "config.h"

#include "dossier-time-layer.h"

G_DEFINE_ABSTRACT_TYPE (DossierTimeLayer, dossier_time_layer, GTK_TYPE_WIDGET)

static void
load_palette (DossierTimeLayer *self)
{
  DossierTimeLayerClass *klass = DOSSIER_TIME_LAYER_GET_CLASS (self);

  dossier_palette_load (&self->palette, GTK_WIDGET (self), dossier_time_scene_get_theme (self->scene));
  if (klass->palette_changed != NULL)
    klass->palette_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dossier_time_layer_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  DossierTimeLayer *self = DOSSIER_TIME_LAYER (widget);

  GTK_WIDGET_CLASS (dossier_time_layer_parent_class)->css_changed (widget, change);
  if (self->scene != NULL)
    load_palette (self);
}

static void
dossier_time_layer_dispose (GObject *object)
{
  g_clear_object (&DOSSIER_TIME_LAYER (object)->scene);

  G_OBJECT_CLASS (dossier_time_layer_parent_class)->dispose (object);
}

static void
dossier_time_layer_class_init (DossierTimeLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_time_layer_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = dossier_time_layer_css_changed;
}

static void
dossier_time_layer_init (DossierTimeLayer *self)
{
}

/**
 * dossier_time_layer_new:
 * @type: a subclass
 * @scene: what it draws
 *
 * Returns: (transfer floating): the layer, with the colours of @scene
 */
gpointer
dossier_time_layer_new (GType             type,
                        DossierTimeScene *scene)
{
  DossierTimeLayer *self = g_object_new (type, NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "theme-changed", G_CALLBACK (load_palette), self, G_CONNECT_SWAPPED);
  load_palette (self);

  return self;
}
