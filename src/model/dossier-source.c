/* dossier-source.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-source.h"

#include <glib/gi18n-lib.h>

#include "dossier-items-private.h"
#include "dossier-words.h"

struct _DossierSource
{
  GObject              parent_instance;

  gint64               id;
  DossierSourceRecord *record;
  char                *date_text;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
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
static guint changed_signal;

G_DEFINE_FINAL_TYPE (DossierSource, dossier_source, G_TYPE_OBJECT)

static void
dossier_source_finalize (GObject *object)
{
  DossierSource *self = (DossierSource *) object;

  g_clear_pointer (&self->record, dossier_source_record_unref);
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
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;
    case PROP_TITLE:
      g_value_set_string (value, dossier_source_title (self));
      break;
    case PROP_OUTLET:
      g_value_set_string (value, dossier_source_outlet (self));
      break;
    case PROP_BYLINE:
      g_value_set_string (value, self->record != NULL ? self->record->byline : NULL);
      break;
    case PROP_URL:
      g_value_set_string (value, self->record != NULL ? self->record->url : NULL);
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

  object_class->finalize = dossier_source_finalize;
  object_class->get_property = dossier_source_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
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

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dossier_source_init (DossierSource *self)
{
}

/**
 * dossier_source_new:
 * @id: row in the dossier
 *
 * Returns: (transfer full): the object, still empty; only the library calls this, so that there is one for each row
 */
DossierSource *
dossier_source_new (gint64 id)
{
  DossierSource *self = g_object_new (DOSSIER_TYPE_SOURCE, NULL);

  self->id = id;

  return self;
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
  g_return_if_fail (record != NULL);

  if (self->record == record)
    return;

  dossier_source_record_ref (record);
  g_clear_pointer (&self->record, dossier_source_record_unref);
  self->record = record;
  g_free (self->date_text);
  self->date_text = dossier_date_to_words (record->published);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_LOADED; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, changed_signal, 0);
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
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), 0);

  return self->id;
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
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), FALSE);

  return self->record != NULL;
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
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), NULL);

  return self->record;
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
  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), "");

  if (self->record == NULL)
    return "";
  if (self->record->title != NULL && *self->record->title != '\0')
    return self->record->title;
  if (self->record->file_name != NULL && *self->record->file_name != '\0')
    return self->record->file_name;

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

  return self->record != NULL ? self->record->outlet : NULL;
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

  return self->record != NULL ? self->record->published : NULL;
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
  static const char * const none[] = { NULL };

  g_return_val_if_fail (DOSSIER_IS_SOURCE (self), none);

  return self->record != NULL ? (const char * const *) self->record->countries : none;
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

  return self->record != NULL ? self->record->n_kinds[kind] : 0;
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

  return self->record != NULL && self->record->unread;
}
