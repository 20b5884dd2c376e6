/* dossier-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-note.h"

#include "dossier-items-private.h"
#include "dossier-words.h"

struct _DossierNote
{
  GObject            parent_instance;

  gint64             id;
  DossierNoteRecord *record;
  DossierSource     *source;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  PROP_SOURCE,
  PROP_CLAIM_ID,
  PROP_TEXT,
  PROP_COLOUR,
  PROP_TAGS,
  PROP_QUOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (DossierNote, dossier_note, G_TYPE_OBJECT)

static void
dossier_note_finalize (GObject *object)
{
  DossierNote *self = (DossierNote *) object;

  g_clear_pointer (&self->record, dossier_note_record_unref);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (dossier_note_parent_class)->finalize (object);
}

static void
dossier_note_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DossierNote *self = (DossierNote *) object;

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->record != NULL);
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_CLAIM_ID:
      g_value_set_int64 (value, dossier_note_claim_id (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, dossier_note_text (self));
      break;
    case PROP_COLOUR:
      g_value_set_string (value, dossier_note_colour (self));
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, dossier_note_tags (self));
      break;
    case PROP_QUOTE:
      g_value_set_string (value, dossier_note_quote (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_note_class_init (DossierNoteClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_note_finalize;
  object_class->get_property = dossier_note_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DOSSIER_TYPE_SOURCE, flags);
  properties[PROP_CLAIM_ID] = g_param_spec_int64 ("claim-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dossier_note_init (DossierNote *self)
{
}

/**
 * dossier_note_new:
 * @id: row in the dossier
 *
 * Returns: (transfer full): the object, still empty; only the library calls this
 */
DossierNote *
dossier_note_new (gint64 id)
{
  DossierNote *self = g_object_new (DOSSIER_TYPE_NOTE, NULL);

  self->id = id;

  return self;
}

/**
 * dossier_note_set_record:
 * @self: a note
 * @record: what the disk holds of it, now immutable
 * @source: (nullable): its source
 */
void
dossier_note_set_record (DossierNote       *self,
                         DossierNoteRecord *record,
                         DossierSource     *source)
{
  g_return_if_fail (DOSSIER_IS_NOTE (self));
  g_return_if_fail (record != NULL);

  if (self->record == record)
    return;

  dossier_note_record_ref (record);
  g_clear_pointer (&self->record, dossier_note_record_unref);
  self->record = record;
  g_set_object (&self->source, source);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_LOADED; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, changed_signal, 0);
}

/**
 * dossier_note_id:
 * @self: a note
 *
 * Returns: its row in the dossier
 */
gint64
dossier_note_id (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), 0);

  return self->id;
}

/**
 * dossier_note_is_loaded:
 * @self: a note
 *
 * Returns: whether its record has come from the disk
 */
gboolean
dossier_note_is_loaded (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), FALSE);

  return self->record != NULL;
}

/**
 * dossier_note_record:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): its record, never to be changed
 */
DossierNoteRecord *
dossier_note_record (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), NULL);

  return self->record;
}

/**
 * dossier_note_source:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): its source; %NULL for a note on the whole dossier
 */
DossierSource *
dossier_note_source (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), NULL);

  return self->source;
}

/**
 * dossier_note_source_id:
 * @self: a note
 *
 * Returns: the row of its source, 0 for a note on the whole dossier
 */
gint64
dossier_note_source_id (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), 0);

  return self->record != NULL ? self->record->source_id : 0;
}

/**
 * dossier_note_claim_id:
 * @self: a note
 *
 * Returns: the row of its claim, 0 where it belongs to none
 */
gint64
dossier_note_claim_id (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), 0);

  return self->record != NULL ? self->record->claim_id : 0;
}

/**
 * dossier_note_span:
 * @self: a note
 *
 * Returns: its place in the text of its source, code points; empty for a note on the source
 */
DossierSpan
dossier_note_span (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), ((DossierSpan) { 0, 0 }));

  return self->record != NULL ? self->record->span : (DossierSpan) { 0, 0 };
}

/**
 * dossier_note_text:
 * @self: a note
 *
 * Returns: what the person wrote; "" for a highlight
 */
const char *
dossier_note_text (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), "");

  return self->record != NULL && self->record->text != NULL ? self->record->text : "";
}

/**
 * dossier_note_colour:
 * @self: a note
 *
 * Returns: (nullable): "yellow", "red", "green", "blue", "purple" or %NULL
 */
const char *
dossier_note_colour (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), NULL);

  return self->record != NULL ? self->record->colour : NULL;
}

/**
 * dossier_note_quote:
 * @self: a note
 *
 * Returns: the words of its passage; "" where it has none
 */
const char *
dossier_note_quote (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), "");

  return self->record != NULL && self->record->quote != NULL ? self->record->quote : "";
}

/**
 * dossier_note_tags:
 * @self: a note
 *
 * Returns: (transfer none): its tags without "#"; never %NULL
 */
const char * const *
dossier_note_tags (DossierNote *self)
{
  static const char * const none[] = { NULL };

  g_return_val_if_fail (DOSSIER_IS_NOTE (self), none);

  return self->record != NULL ? (const char * const *) self->record->tags : none;
}

/**
 * dossier_note_when_text:
 * @self: a note
 *
 * Returns: (transfer full): when it was last changed, in words
 */
char *
dossier_note_when_text (DossierNote *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), NULL);

  return self->record != NULL ? dossier_moment_to_words (self->record->modified) : g_strdup ("");
}
