/* dossier-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-note.h"

#include "dossier-item-private.h"
#include "dossier-items-private.h"
#include "dossier-words.h"

struct _DossierNote
{
  DossierItem    parent_instance;

  DossierSource *source;
};

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_CLAIM_ID,
  PROP_TEXT,
  PROP_COLOUR,
  PROP_TAGS,
  PROP_QUOTE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierNote, dossier_note, DOSSIER_TYPE_ITEM)

static const char * const none[] = { NULL };

/* What the getters look into: an empty record until one has come. */
static const DossierNoteRecord *
get_record (DossierNote *self)
{
  static const DossierNoteRecord empty = { .tags = (char **) none };
  const DossierNoteRecord *record = dossier_item_record ((DossierItem *) self);

  return record != NULL ? record : &empty;
}

static void
dossier_note_finalize (GObject *object)
{
  DossierNote *self = (DossierNote *) object;

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
  DossierItemClass *item_class = DOSSIER_ITEM_CLASS (klass);

  object_class->finalize = dossier_note_finalize;
  object_class->get_property = dossier_note_get_property;
  item_class->record_ref = (gpointer (*) (gpointer)) dossier_note_record_ref;
  item_class->record_unref = (GDestroyNotify) dossier_note_record_unref;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DOSSIER_TYPE_SOURCE, flags);
  properties[PROP_CLAIM_ID] = g_param_spec_int64 ("claim-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  item_class->properties = properties + 1;
  item_class->n_properties = N_PROPS - 1;
}

static void
dossier_note_init (DossierNote *self)
{
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

  g_set_object (&self->source, source);
  dossier_item_fill ((DossierItem *) self, record);
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
  return dossier_item_id ((DossierItem *) self);
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
  return dossier_item_is_loaded ((DossierItem *) self);
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
  return dossier_item_record ((DossierItem *) self);
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

  return get_record (self)->source_id;
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

  return get_record (self)->claim_id;
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

  return get_record (self)->span;
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

  return get_record (self)->text != NULL ? get_record (self)->text : "";
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

  return get_record (self)->colour;
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

  return get_record (self)->quote != NULL ? get_record (self)->quote : "";
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
  g_return_val_if_fail (DOSSIER_IS_NOTE (self), none);

  return (const char * const *) get_record (self)->tags;
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

  return dossier_note_is_loaded (self) ? dossier_moment_to_words (get_record (self)->modified) : g_strdup ("");
}
