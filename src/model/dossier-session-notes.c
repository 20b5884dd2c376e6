/* dossier-session-notes.c: the verbs of a session on notes and sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-session-apply.h"
#include "dossier-strings.h"
#include "dossier-words.h"

/* One note's record, changed; takes the record. */
static void
apply_note (DossierSession    *self,
            const char        *label,
            const char        *merge_key,
            DossierNoteRecord *record)
{
  DossierEdit *edit = dossier_edit_new (label);
  DossierPending *pending = dossier_pending_new (self);

  record->modified = g_get_real_time () / G_USEC_PER_SEC;
  dossier_edit_update_note (edit, record);
  if (merge_key != NULL)
    dossier_edit_set_merge_key (edit, merge_key);
  dossier_pending_set_note (pending, record);
  dossier_note_record_unref (record);
  dossier_pending_apply (pending, edit);
}

/* Tags without "#", empty ones and repeats. */
static char **
clean_tags (const char * const *tags)
{
  g_autoptr (GPtrArray) clean = g_ptr_array_new ();

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const char *bare = tags[i];
      char *tag;

      while (*bare == '#' || g_ascii_isspace (*bare))
        bare++;
      tag = dossier_trimmed (bare);
      if (tag != NULL && !g_ptr_array_find_with_equal_func (clean, tag, g_str_equal, NULL))
        g_ptr_array_add (clean, tag);
      else
        g_free (tag);
    }
  g_ptr_array_add (clean, NULL);

  return (char **) g_ptr_array_steal (clean, NULL);
}

/**
 * dossier_session_add_note:
 * @self: a session
 * @claim: (nullable): the claim it is on, else
 * @span: the passage it is on; empty: the source itself
 * @text: (nullable): what the person wrote; empty for a highlight
 * @colour: (nullable): its colour
 * @tags: (nullable): its tags
 *
 * Adds a note to the open source.
 */
void
dossier_session_add_note (DossierSession     *self,
                          DossierClaim       *claim,
                          DossierSpan         span,
                          const char         *text,
                          const char         *colour,
                          const char * const *tags)
{
  g_autoptr (DossierNoteRecord) record = NULL;
  DossierText *source_text;
  DossierEdit *edit;
  DossierPending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (claim == NULL || DOSSIER_IS_CLAIM (claim));

  source_text = dossier_reading_text (self->reading);
  if (source_text == NULL)
    return;

  record = dossier_note_record_new ();
  record->source_id = dossier_reading_open_id (self->reading);
  record->claim_id = claim != NULL ? dossier_claim_id (claim) : 0;
  record->span = dossier_session_trim_span (source_text, claim != NULL ? dossier_claim_span (claim) : span);
  if (dossier_span_is_empty (record->span))
    record->span = (DossierSpan) { 0, 0 };
  else
    dossier_session_set_quote (source_text, record->span, &record->quote, &record->prefix, &record->suffix);
  dossier_set_str (&record->text, text != NULL ? text : "");
  dossier_set_str (&record->colour, colour);
  g_strfreev (record->tags);
  record->tags = clean_tags (tags);
  record->created = record->modified = g_get_real_time () / G_USEC_PER_SEC;

  edit = dossier_edit_new (text != NULL && *text != '\0' ? _("Add note") : _("Highlight"));
  dossier_edit_insert_note (edit, record);
  pending = dossier_pending_new (self);
  pending->select = DOSSIER_SELECT_NOTE;
  dossier_pending_set_note (pending, record);
  dossier_pending_apply (pending, edit);
}

/**
 * dossier_session_set_note_text:
 * @self: a session
 * @note: a note
 * @text: what the person wrote so far
 */
void
dossier_session_set_note_text (DossierSession *self,
                               DossierNote    *note,
                               const char     *text)
{
  g_autoptr (DossierNoteRecord) record = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_NOTE (note));
  g_return_if_fail (text != NULL);

  record = dossier_session_copy_note (self, note);
  if (record == NULL || !dossier_set_str (&record->text, text))
    return;

  key = g_strdup_printf ("note-text-%" G_GINT64_FORMAT, record->id);
  apply_note (self, _("Edit note"), key, g_steal_pointer (&record));
}

/**
 * dossier_session_set_note_tags:
 * @self: a session
 * @note: a note
 * @tags: (nullable): its tags, with or without "#"
 */
void
dossier_session_set_note_tags (DossierSession     *self,
                               DossierNote        *note,
                               const char * const *tags)
{
  g_autoptr (DossierNoteRecord) record = NULL;
  g_auto (GStrv) clean = clean_tags (tags);

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_NOTE (note));

  record = dossier_session_copy_note (self, note);
  if (record == NULL || g_strv_equal ((const char * const *) record->tags, (const char * const *) clean))
    return;

  g_strfreev (record->tags);
  record->tags = g_steal_pointer (&clean);
  apply_note (self, _("Change tags"), NULL, g_steal_pointer (&record));
}

/**
 * dossier_session_set_note_colour:
 * @self: a session
 * @note: a note
 * @colour: (nullable): "yellow", "red", "green", "blue", "purple" or %NULL
 */
void
dossier_session_set_note_colour (DossierSession *self,
                                 DossierNote    *note,
                                 const char     *colour)
{
  g_autoptr (DossierNoteRecord) record = NULL;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_NOTE (note));

  record = dossier_session_copy_note (self, note);
  if (record != NULL && dossier_set_str (&record->colour, colour))
    apply_note (self, _("Change colour"), NULL, g_steal_pointer (&record));
}

/**
 * dossier_session_delete_note:
 * @self: a session
 * @note: a note
 */
void
dossier_session_delete_note (DossierSession *self,
                             DossierNote    *note)
{
  DossierEdit *edit;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_NOTE (note));

  edit = dossier_edit_new (*dossier_note_text (note) != '\0' ? _("Delete note") : _("Remove highlight"));
  dossier_edit_delete_note (edit, dossier_note_id (note));
  dossier_pending_apply (dossier_pending_new (self), edit);
}

static char **
source_string (DossierSourceRecord *record,
               DossierSourceField   field)
{
  switch (field)
    {
    case DOSSIER_SOURCE_FIELD_TITLE:
      return &record->title;
    case DOSSIER_SOURCE_FIELD_OUTLET:
      return &record->outlet;
    case DOSSIER_SOURCE_FIELD_BYLINE:
      return &record->byline;
    case DOSSIER_SOURCE_FIELD_URL:
      return &record->url;
    case DOSSIER_SOURCE_FIELD_LANGUAGE:
      return &record->language;
    case DOSSIER_SOURCE_FIELD_PUBLISHED:
    default:
      return &record->published;
    }
}

/**
 * dossier_session_set_source_field:
 * @self: a session
 * @source: a source
 * @field: which of its facts
 * @value: (nullable): what it is; a date as dossier_date_from_words() understands it
 * @error: a sentence for the person
 *
 * Returns: %FALSE where @value is no date
 */
gboolean
dossier_session_set_source_field (DossierSession      *self,
                                  DossierSource       *source,
                                  DossierSourceField   field,
                                  const char          *value,
                                  GError             **error)
{
  g_autoptr (DossierSourceRecord) record = NULL;
  g_autofree char *text = NULL;
  DossierEdit *edit;
  DossierPending *pending;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DOSSIER_IS_SOURCE (source), FALSE);

  if (field != DOSSIER_SOURCE_FIELD_PUBLISHED)
    text = dossier_trimmed (value);
  else if (!dossier_date_read (value, &text, error))
    return FALSE;

  record = dossier_session_copy_source (self, source);
  if (record == NULL || !dossier_set_str (source_string (record, field), text))
    return TRUE;

  record->user_fields |= field;
  edit = dossier_edit_new (_("Edit source"));
  dossier_edit_update_source (edit, record, field);
  pending = dossier_pending_new (self);
  dossier_pending_set_source (pending, record);
  dossier_pending_apply (pending, edit);

  return TRUE;
}

/**
 * dossier_session_delete_sources:
 * @self: a session
 * @source_ids: (array length=n_ids): sources; their claims and notes go with them, until it is undone
 * @n_ids: how many
 */
void
dossier_session_delete_sources (DossierSession *self,
                                const gint64   *source_ids,
                                guint           n_ids)
{
  g_autofree char *label = NULL;
  DossierEdit *edit;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (n_ids == 0)
    return;

  label = g_strdup_printf (ngettext ("Remove source", "Remove %u sources", n_ids), n_ids);
  edit = dossier_edit_new (label);
  dossier_edit_delete_sources (edit, source_ids, n_ids);
  for (guint i = 0; i < n_ids; i++)
    if (source_ids[i] == dossier_reading_open_id (self->reading))
      dossier_session_set_source (self, NULL);
  dossier_pending_apply (dossier_pending_new (self), edit);
}
