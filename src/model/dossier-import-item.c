/* dossier-import-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-import-item.h"

#include "dossier-import-private.h"
#include "dossier-strings.h"

struct _DossierImportItem
{
  GObject             parent_instance;

  char               *name;
  char               *message;
  gint64              source_id;
  DossierImportState  state;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_SOURCE_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierImportItem, dossier_import_item, G_TYPE_OBJECT)

static void
dossier_import_item_finalize (GObject *object)
{
  DossierImportItem *self = (DossierImportItem *) object;

  g_free (self->name);
  g_free (self->message);

  G_OBJECT_CLASS (dossier_import_item_parent_class)->finalize (object);
}

static void
dossier_import_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DossierImportItem *self = (DossierImportItem *) object;

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_SOURCE_ID:
      g_value_set_int64 (value, self->source_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_import_item_class_init (DossierImportItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_import_item_finalize;
  object_class->get_property = dossier_import_item_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, 0, DOSSIER_IMPORT_CANCELLED, DOSSIER_IMPORT_WAITING, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE_ID] = g_param_spec_int64 ("source-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_import_item_init (DossierImportItem *self)
{
}

/**
 * dossier_import_item_new:
 * @name: what the person knows it by
 *
 * Returns: (transfer full): an item that waits
 */
DossierImportItem *
dossier_import_item_new (const char *name)
{
  DossierImportItem *self = g_object_new (DOSSIER_TYPE_IMPORT_ITEM, NULL);

  self->name = g_strdup (name);

  return self;
}

/**
 * dossier_import_item_update:
 * @self: an item
 * @state: how it stands
 * @message: (nullable): a sentence
 * @source_id: the source it became, 0 for none
 */
void
dossier_import_item_update (DossierImportItem  *self,
                            DossierImportState  state,
                            const char         *message,
                            gint64              source_id)
{
  g_return_if_fail (DOSSIER_IS_IMPORT_ITEM (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (dossier_set_str (&self->message, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  if (self->source_id != source_id)
    {
      self->source_id = source_id;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE_ID]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dossier_import_item_name:
 * @self: an item
 *
 * Returns: the name of the file
 */
const char *
dossier_import_item_name (DossierImportItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_IMPORT_ITEM (self), "");

  return self->name;
}

/**
 * dossier_import_item_state:
 * @self: an item
 *
 * Returns: how it stands
 */
DossierImportState
dossier_import_item_state (DossierImportItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_IMPORT_ITEM (self), DOSSIER_IMPORT_WAITING);

  return self->state;
}

/**
 * dossier_import_item_message:
 * @self: an item
 *
 * Returns: a sentence on how it ended; "" before
 */
const char *
dossier_import_item_message (DossierImportItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_IMPORT_ITEM (self), "");

  return self->message != NULL ? self->message : "";
}

/**
 * dossier_import_item_source_id:
 * @self: an item
 *
 * Returns: the row of its source, 0 where it became none
 */
gint64
dossier_import_item_source_id (DossierImportItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_IMPORT_ITEM (self), 0);

  return self->source_id;
}
