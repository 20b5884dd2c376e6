/* dossier-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-item-private.h"

typedef struct
{
  gint64    id;
  gpointer  record;
} DossierItemPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DossierItem, dossier_item, G_TYPE_OBJECT)

static void
dossier_item_finalize (GObject *object)
{
  DossierItemPrivate *priv = dossier_item_get_instance_private ((DossierItem *) object);

  if (priv->record != NULL)
    DOSSIER_ITEM_GET_CLASS (object)->record_unref (priv->record);

  G_OBJECT_CLASS (dossier_item_parent_class)->finalize (object);
}

static void
dossier_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DossierItem *self = (DossierItem *) object;

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, dossier_item_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, dossier_item_is_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_item_class_init (DossierItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_item_finalize;
  object_class->get_property = dossier_item_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dossier_item_init (DossierItem *self)
{
}

/**
 * dossier_item_new:
 * @type: a subclass
 * @id: row in the dossier
 *
 * Returns: (transfer full): the object, still empty; only the library calls this, so that there is one for each row
 */
gpointer
dossier_item_new (GType  type,
                  gint64 id)
{
  DossierItem *self = g_object_new (type, NULL);
  DossierItemPrivate *priv = dossier_item_get_instance_private (self);

  priv->id = id;

  return self;
}

/**
 * dossier_item_id:
 * @self: an item
 *
 * Returns: its row in the dossier
 */
gint64
dossier_item_id (DossierItem *self)
{
  DossierItemPrivate *priv = dossier_item_get_instance_private (self);

  g_return_val_if_fail (DOSSIER_IS_ITEM (self), 0);

  return priv->id;
}

/**
 * dossier_item_is_loaded:
 * @self: an item
 *
 * Returns: whether its record has come from the disk
 */
gboolean
dossier_item_is_loaded (DossierItem *self)
{
  return dossier_item_record (self) != NULL;
}

/**
 * dossier_item_record:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its record, never to be changed
 */
gpointer
dossier_item_record (DossierItem *self)
{
  DossierItemPrivate *priv = dossier_item_get_instance_private (self);

  g_return_val_if_fail (DOSSIER_IS_ITEM (self), NULL);

  return priv->record;
}

/**
 * dossier_item_fill:
 * @self: an item
 * @record: what the disk holds of it, now immutable; a reference is taken
 *
 * Says that all has changed, unless it is the record that @self has already.
 */
void
dossier_item_fill (DossierItem *self,
                   gpointer     record)
{
  DossierItemPrivate *priv = dossier_item_get_instance_private (self);
  DossierItemClass *klass;
  gpointer old;

  g_return_if_fail (DOSSIER_IS_ITEM (self));
  g_return_if_fail (record != NULL);

  old = priv->record;
  if (old == record)
    return;

  klass = DOSSIER_ITEM_GET_CLASS (self);
  priv->record = klass->record_ref (record);
  if (old != NULL)
    klass->record_unref (old);
  if (klass->filled != NULL)
    klass->filled (self);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
  for (guint i = 0; i < klass->n_properties; i++)
    g_object_notify_by_pspec (G_OBJECT (self), klass->properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, changed_signal, 0);
}
