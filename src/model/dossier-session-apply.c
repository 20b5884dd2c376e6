/* dossier-session-apply.c: how an edit of a session reaches the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-session-apply.h"

#include <glib/gi18n-lib.h>

#include "dossier-anchor.h"
#include "dossier-strings.h"

/**
 * dossier_pending_new:
 * @session: whose edit it is
 *
 * Returns: (transfer full): nothing to be left yet
 */
DossierPending *
dossier_pending_new (DossierSession *session)
{
  DossierPending *pending = g_new0 (DossierPending, 1);

  pending->session = g_object_ref (session);
  pending->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_claim_record_unref);

  return pending;
}

static void
pending_free (DossierPending *pending)
{
  g_ptr_array_unref (pending->claims);
  g_clear_pointer (&pending->source, dossier_source_record_unref);
  g_clear_pointer (&pending->note, dossier_note_record_unref);
  g_object_unref (pending->session);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierPending, pending_free)

/**
 * dossier_session_init_edits:
 * @self: a session that is being made
 */
void
dossier_session_init_edits (DossierSession *self)
{
  self->claim_edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) dossier_claim_record_unref);
  self->source_edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify) dossier_source_record_unref);
  self->note_edits = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                            (GDestroyNotify) dossier_note_record_unref);
}

/**
 * dossier_session_copy_claim:
 * @self: a session
 * @claim: a claim
 *
 * Returns: (transfer full) (nullable): the claim as it will be when all edits under way are done
 */
DossierClaimRecord *
dossier_session_copy_claim (DossierSession *self,
                            DossierClaim   *claim)
{
  gint64 id = dossier_claim_id (claim);
  DossierClaimRecord *record = g_hash_table_lookup (self->claim_edits, &id);

  if (record == NULL)
    record = dossier_claim_record (claim);

  return record != NULL ? dossier_claim_record_copy (record) : NULL;
}

/**
 * dossier_session_copy_source:
 * @self: a session
 * @source: a source
 *
 * Returns: (transfer full) (nullable): the source as it will be when all edits under way are done
 */
DossierSourceRecord *
dossier_session_copy_source (DossierSession *self,
                             DossierSource  *source)
{
  gint64 id = dossier_source_id (source);
  DossierSourceRecord *record = g_hash_table_lookup (self->source_edits, &id);

  if (record == NULL)
    record = dossier_source_record (source);

  return record != NULL ? dossier_source_record_copy (record) : NULL;
}

/**
 * dossier_session_copy_note:
 * @self: a session
 * @note: a note
 *
 * Returns: (transfer full) (nullable): the note as it will be when all edits under way are done
 */
DossierNoteRecord *
dossier_session_copy_note (DossierSession *self,
                           DossierNote    *note)
{
  gint64 id = dossier_note_id (note);
  DossierNoteRecord *record = g_hash_table_lookup (self->note_edits, &id);

  if (record == NULL)
    record = dossier_note_record (note);

  return record != NULL ? dossier_note_record_copy (record) : NULL;
}

/**
 * dossier_pending_set_claim:
 * @self: an edit
 * @record: what it will leave of a claim; not to be changed after
 */
void
dossier_pending_set_claim (DossierPending     *self,
                           DossierClaimRecord *record)
{
  g_ptr_array_add (self->claims, dossier_claim_record_ref (record));
  g_hash_table_replace (self->session->claim_edits, &record->id, dossier_claim_record_ref (record));
}

/**
 * dossier_pending_set_source:
 * @self: an edit
 * @record: what it will leave of a source; not to be changed after
 */
void
dossier_pending_set_source (DossierPending      *self,
                            DossierSourceRecord *record)
{
  self->source = dossier_source_record_ref (record);
  g_hash_table_replace (self->session->source_edits, &record->id, dossier_source_record_ref (record));
}

/**
 * dossier_pending_set_note:
 * @self: an edit
 * @record: what it will leave of a note, without id where it inserts it; not to be changed after
 */
void
dossier_pending_set_note (DossierPending    *self,
                          DossierNoteRecord *record)
{
  self->note = dossier_note_record_ref (record);
  if (record->id != 0)
    g_hash_table_replace (self->session->note_edits, &record->id, dossier_note_record_ref (record));
}

/* The edit ended: what it left is true, or no longer to be expected. A later edit's record stays. */
static void
settle (DossierPending *pending,
        gboolean        stored)
{
  DossierSession *self = pending->session;
  gboolean is_open = dossier_library_store (self->library) != NULL;

  for (guint i = 0; i < pending->claims->len; i++)
    {
      DossierClaimRecord *record = g_ptr_array_index (pending->claims, i);
      g_autoptr (DossierClaim) claim = NULL;

      if (g_hash_table_lookup (self->claim_edits, &record->id) != record)
        continue;
      g_hash_table_remove (self->claim_edits, &record->id);
      if (stored && is_open)
        claim = dossier_library_put_claim (self->library, record);
    }
  if (pending->source != NULL && g_hash_table_lookup (self->source_edits, &pending->source->id) == pending->source)
    {
      g_autoptr (DossierSource) source = NULL;

      g_hash_table_remove (self->source_edits, &pending->source->id);
      if (stored && is_open)
        source = dossier_library_put_source (self->library, pending->source);
    }
  if (pending->note != NULL && pending->note->id != 0 &&
      g_hash_table_lookup (self->note_edits, &pending->note->id) == pending->note)
    {
      g_autoptr (DossierNote) note = NULL;

      g_hash_table_remove (self->note_edits, &pending->note->id);
      if (stored && is_open)
        note = dossier_library_put_note (self->library, pending->note);
    }
}

static void
select_inserted (DossierPending *pending,
                 gint64          id)
{
  DossierSession *self = pending->session;

  if (pending->select == DOSSIER_SELECT_CLAIM)
    {
      g_autoptr (DossierClaim) claim = dossier_library_claim (self->library, id);

      self->awaited_claim = id;
      dossier_session_set_claim (self, claim);
    }
  else if (pending->select == DOSSIER_SELECT_NOTE && pending->note != NULL)
    {
      g_autoptr (DossierNoteRecord) record = dossier_note_record_copy (pending->note);
      g_autoptr (DossierNote) note = NULL;

      record->id = id;
      note = dossier_library_put_note (self->library, record);
      self->awaited_note = id;
      dossier_session_set_note (self, note);
    }
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DossierPending) pending = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dossier_store_apply_finish (DOSSIER_STORE (object), result, &error);
  DossierSession *self = pending->session;

  self->n_edits--;
  settle (pending, ids != NULL);
  if (ids == NULL)
    dossier_session_emit_error (self, error->message);
  else if (ids->len > 0 && self->store != NULL)
    select_inserted (pending, g_array_index (ids, gint64, 0));
  dossier_session_notify_busy (self);
}

/**
 * dossier_pending_apply:
 * @self: (transfer full): what the edit will leave
 * @edit: (transfer full): the edit
 *
 * Sends the edit on its way to the disk. It ends in "edited" or "error" of the
 * session.
 */
void
dossier_pending_apply (DossierPending *self,
                       DossierEdit    *edit)
{
  DossierSession *session = self->session;

  if (session->store == NULL || session->read_only)
    {
      settle (self, FALSE);
      dossier_session_emit_error (session, _("This dossier is open for reading only. Nothing was changed."));
      dossier_edit_free (edit);
      pending_free (self);
      return;
    }

  session->n_edits++;
  dossier_session_notify_busy (session);
  dossier_store_apply_async (session->store, edit, NULL, applied_cb, self);
}

/**
 * dossier_session_trim_span:
 * @text: a text
 * @span: a range of it, code points
 *
 * Returns: @span without white space at its ends; empty where nothing is left
 */
DossierSpan
dossier_session_trim_span (DossierText *text,
                           DossierSpan  span)
{
  guint32 n_chars = dossier_text_n_chars (text);
  const char *utf8 = dossier_text_utf8 (text, NULL);
  const char *first, *last;

  span.end = MIN (span.end, n_chars);
  span.start = MIN (span.start, span.end);
  first = utf8 + dossier_text_byte (text, span.start);
  last = utf8 + dossier_text_byte (text, span.end);
  for (; first < last && g_unichar_isspace (g_utf8_get_char (first)); first = g_utf8_next_char (first))
    span.start++;
  for (; last > first && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))); last = g_utf8_prev_char (last))
    span.end--;

  return span;
}

/**
 * dossier_session_set_quote:
 * @text: a text
 * @span: a range of it, code points
 * @quote: (inout): the words there
 * @prefix: (inout): what stands before
 * @suffix: (inout): what stands after
 */
void
dossier_session_set_quote (DossierText  *text,
                           DossierSpan   span,
                           char        **quote,
                           char        **prefix,
                           char        **suffix)
{
  g_clear_pointer (quote, g_free);
  g_clear_pointer (prefix, g_free);
  g_clear_pointer (suffix, g_free);
  dossier_anchor_context (text, span, quote, prefix, suffix);
}
