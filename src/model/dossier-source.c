/* dossier-source.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-source.h"

#include <glib/gi18n-lib.h>

#include "dossier-item-private.h"
#include "dossier-items-private.h"
#include "dossier-words.h"

struct _DossierSource
{
  DossierItem  parent_instance;

  char        *date_text;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_OUTLET,
  PROP_BYLINE,
  PROP_URL,
  PROP_PUBLISHED,
  PROP_DATE_TEXT,
  PROP_COUNTRIES,
  PROP_N_CLAIMS,
  PROP_UNREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierSource, dossier_source, DOSSIER_TYPE_ITEM)

static const char * const none[] = { NULL };

/* What the getters look into: an empty record until one has come. */
static const DossierSourceRecord *
get_record (DossierSource *self)
{
  static const DossierSourceRecord empty = { .countries = (char **) none };
  const DossierSourceRecord *record = dossier_item_record ((DossierItem *) self);

  return record != NULL ? record : &empty;
}

static void
dossier_source_filled (DossierItem *item)
{
  DossierSource *self = (DossierSource *) item;

  g_free (self->date_text);
  self->date_text = dossier_date_to_words (get_record (self)->published);
}

static void
dossier_source_finalize (GObject *object)
{
  DossierSource *self = (DossierSource *) object;

  g_free (self->date_text);

  G_OBJECT_CLASS (dossier_source_parent_class)->finalize (object);
}

static void
dossier_source_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DossierSource *self = (DossierSource *) object;

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, dossier_source_title (self));
      break;
    case PROP_OUTLET:
      g_value_set_string (value, dossier_source_outlet (self));
      break;
    case PROP_BYLINE:
      g_value_set_string (value, get_record (self)->byline);
      break;
    case PROP_URL:
      g_value_set_string (value, get_record (self)->url);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, dossier_source_published (self));
      break;
    case PROP_DATE_TEXT:
      g_value_set_string (value, dossier_source_date_text (self));
      break;
    case PROP_COUNTRIES:
      g_value_set_boxed (value, dossier_source_countries (self));
      break;
    case PROP_N_CLAIMS:
      g_value_set_uint (value, dossier_source_n_claims (self));
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, dossier_source_is_unread (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_source_class_init (DossierSourceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DossierItemClass *item_class = DOSSIER_ITEM_CLASS (klass);

  object_class->finalize = dossier_source_finalize;
  object_class->get_property = dossier_source_get_property;
  item_class->record_ref = (gpointer (*) (gpointer)) dossier_source_record_ref;
  item_class->record_unref = (GDestroyNotify) dossier_source_record_unref;
  item_class->filled = dossier_source_filled;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, flags);
  properties[PROP_BYLINE] = g_param_spec_string ("byline", NULL, NULL, NULL, flags);
  properties[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  properties[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  properties[PROP_DATE_TEXT] = g_param_spec_string ("date-text", NULL, NULL, NULL, flags);
  properties[PROP_COUNTRIES] = g_param_spec_boxed ("countries", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_N_CLAIMS] = g_param_spec_uint ("n-claims", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  item_class->properties = properties + 1;
  item_class->n_properties = N_PROPS - 1;
}

static void
dossier_source_init (DossierSource *self)
{
}

/**
 * dossier_source_set_record:
 * @self: a source
 * @record: what the disk holds of it, now immutable
 */
void
dossier_source_set_record (DossierSource       *self,
                           DossierSourceRecord *record)
{
  g_return_if_fail (DOSSIER_IS_SOURCE (self));

  dossier_item_fill ((DossierItem *) self, record);
}

/**
 * dossier_source_id:
 * @self: a source
 *
 * Returns: its row in the dossier
 */
gint64
dossier_source_id (DossierSource *self)
{
  return dossier_item_id ((DossierItem *) self);
}

/**
 * dossier_source_is_loaded:
 * @self: a source
 *
 * Returns: whether its record has come from the disk
 */
gboolean
dossier_source_is_loaded (DossierSource *self)
{
  return dossier_item_is_loaded ((DossierItem *) self);
}

/**
 * dossier_source_record:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): its record, never to be changed
 */
DossierSourceRecord *
dossier_source_record (DossierSource *self)
{
  return dossier_item_record ((DossierItem *) self);
}

/**
 * dossier_source_title:
 * @self: a source
 *
 * Returns: its title, else the name of its file, else "Untitled"; "" while it is not loaded
 */
const char *
dossier_source_title (DossierSource *self)
{
  const DossierSourceRecord *record;

  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), "");

  if (!dossier_source_is_loaded (self))
    return "";

  record = get_record (self);
  if (record->title != NULL && *record->title != '\0')
    return record->title;
  if (record->file_name != NULL && *record->file_name != '\0')
    return record->file_name;

  return _("Untitled");
}

/**
 * dossier_source_outlet:
 * @self: a source
 *
 * Returns: (nullable): who published it
 */
const char *
dossier_source_outlet (DossierSource *self)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), NULL);

  return get_record (self)->outlet;
}

/**
 * dossier_source_published:
 * @self: a source
 *
 * Returns: (nullable): its publication date in EDTF; %NULL where it is unknown
 */
const char *
dossier_source_published (DossierSource *self)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), NULL);

  return get_record (self)->published;
}

/**
 * dossier_source_date_text:
 * @self: a source
 *
 * Returns: its publication date in words, "date unknown" where it is; "" while it is not loaded
 */
const char *
dossier_source_date_text (DossierSource *self)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), "");

  return self->date_text != NULL ? self->date_text : "";
}

/**
 * dossier_source_countries:
 * @self: a source
 *
 * Returns: (transfer none): the alpha-2 codes of what it is about, most first; never %NULL
 */
const char * const *
dossier_source_countries (DossierSource *self)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), none);

  return (const char * const *) get_record (self)->countries;
}

/**
 * dossier_source_n_claims:
 * @self: a source
 *
 * Returns: how many claims it has that are not dismissed
 */
guint
dossier_source_n_claims (DossierSource *self)
{
  guint n = 0;

  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), 0);

  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    n += dossier_source_kind_count (self, kind);

  return n;
}

/**
 * dossier_source_kind_count:
 * @self: a source
 * @kind: a kind
 *
 * Returns: how many claims of the kind it has that are not dismissed
 */
guint
dossier_source_kind_count (DossierSource *self,
                           DossierKind    kind)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), 0);
  g_return_val_if_fail ((guint) kind < DOSSIER_N_KINDS, 0);

  return get_record (self)->n_kinds[kind];
}

/**
 * dossier_source_is_unread:
 * @self: a source
 *
 * Returns: whether it was never opened for reading
 */
gboolean
dossier_source_is_unread (DossierSource *self)
{
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), FALSE);

  return get_record (self)->unread;
}
