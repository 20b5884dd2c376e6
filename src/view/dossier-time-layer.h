/* dossier-time-layer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-scene.h"

G_BEGIN_DECLS

/*
 * DossierTimeLayer: a widget that draws a part of one timeline: it holds the
 * scene, and the colours of its theme, read anew with each change of the style.
 */
#define DOSSIER_TYPE_TIME_LAYER (dossier_time_layer_get_type ())
#define DOSSIER_TIME_LAYER(object) \
  (G_TYPE_CHECK_INSTANCE_CAST ((object), DOSSIER_TYPE_TIME_LAYER, DossierTimeLayer))
#define DOSSIER_TIME_LAYER_CLASS(klass) \
  (G_TYPE_CHECK_CLASS_CAST ((klass), DOSSIER_TYPE_TIME_LAYER, DossierTimeLayerClass))
#define DOSSIER_TIME_LAYER_GET_CLASS(object) \
  (G_TYPE_INSTANCE_GET_CLASS ((object), DOSSIER_TYPE_TIME_LAYER, DossierTimeLayerClass))

typedef struct
{
  GtkWidget         parent_instance;

  /* For the subclasses; set once, for good. */
  DossierTimeScene *scene;
  DossierPalette    palette;
} DossierTimeLayer;

typedef struct
{
  GtkWidgetClass  parent_class;

  /* The colours have changed: what was prepared with the old ones must go; may be NULL. */
  void          (*palette_changed) (DossierTimeLayer *self);
} DossierTimeLayerClass;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimeLayer, g_object_unref)

GType    dossier_time_layer_get_type (void) G_GNUC_CONST;
gpointer dossier_time_layer_new      (GType             type,
                                      DossierTimeScene *scene);

G_END_DECLS
