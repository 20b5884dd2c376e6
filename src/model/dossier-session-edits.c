/* dossier-session-edits.c: the verbs of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-anchor.h"
#include "dossier-session-private.h"
#include "dossier-strings.h"
#include "dossier-words.h"

/* What is selected when the row that an edit inserts is stored. */
typedef enum
{
  SELECT_NOTHING,
  SELECT_CLAIM,
  SELECT_NOTE,
} Select;

/* An edit on its way to the disk, and the records that it will leave. */
typedef struct
{
  DossierSession      *session;
  Select               select;
  GPtrArray           *claims; /* DossierClaimRecord */
  DossierSourceRecord *source;
  DossierNoteRecord   *note;
} Pending;

static Pending *
pending_new (DossierSession *session)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->session = g_object_ref (session);
  pending->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_claim_record_unref);

  return pending;
}

static void
pending_free (Pending *pending)
{
  g_ptr_array_unref (pending->claims);
  g_clear_pointer (&pending->source, dossier_source_record_unref);
  g_clear_pointer (&pending->note, dossier_note_record_unref);
  g_object_unref (pending->session);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

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

/* A claim as it will be when all edits under way are done: what the next one starts from. NULL while not loaded. */
static DossierClaimRecord *
copy_claim (DossierSession *self,
            DossierClaim   *claim)
{
  gint64 id = dossier_claim_id (claim);
  DossierClaimRecord *record = g_hash_table_lookup (self->claim_edits, &id);

  if (record == NULL)
    record = dossier_claim_record (claim);

  return record != NULL ? dossier_claim_record_copy (record) : NULL;
}

static DossierSourceRecord *
copy_source (DossierSession *self,
             DossierSource  *source)
{
  gint64 id = dossier_source_id (source);
  DossierSourceRecord *record = g_hash_table_lookup (self->source_edits, &id);

  if (record == NULL)
    record = dossier_source_record (source);

  return record != NULL ? dossier_source_record_copy (record) : NULL;
}

static DossierNoteRecord *
copy_note (DossierSession *self,
           DossierNote    *note)
{
  gint64 id = dossier_note_id (note);
  DossierNoteRecord *record = g_hash_table_lookup (self->note_edits, &id);

  if (record == NULL)
    record = dossier_note_record (note);

  return record != NULL ? dossier_note_record_copy (record) : NULL;
}

static void
remember_claim (Pending            *pending,
                DossierClaimRecord *record)
{
  g_ptr_array_add (pending->claims, dossier_claim_record_ref (record));
  g_hash_table_replace (pending->session->claim_edits, &record->id, dossier_claim_record_ref (record));
}

/* The edit ended: what it left is true, or no longer to be expected. A later edit's record stays. */
static void
settle (Pending  *pending,
        gboolean  stored)
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
select_inserted (Pending *pending,
                 gint64   id)
{
  DossierSession *self = pending->session;

  if (pending->select == SELECT_CLAIM)
    {
      g_autoptr (DossierClaim) claim = dossier_library_claim (self->library, id);

      dossier_session_set_claim (self, claim);
    }
  else if (pending->select == SELECT_NOTE && pending->note != NULL)
    {
      g_autoptr (DossierNoteRecord) record = dossier_note_record_copy (pending->note);
      g_autoptr (DossierNote) note = NULL;

      record->id = id;
      note = dossier_library_put_note (self->library, record);
      dossier_session_set_note (self, note);
    }
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Pending) pending = user_data;
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

/* Sends the edit on its way; takes both. */
static void
apply (DossierEdit *edit,
       Pending     *pending)
{
  DossierSession *self = pending->session;

  if (self->store == NULL || self->read_only)
    {
      settle (pending, FALSE);
      dossier_session_emit_error (self, _("This dossier is open for reading only. Nothing was changed."));
      dossier_edit_free (edit);
      pending_free (pending);
      return;
    }

  self->n_edits++;
  dossier_session_notify_busy (self);
  dossier_store_apply_async (self->store, edit, NULL, applied_cb, pending);
}

/* One claim's record, changed; takes the record. */
static void
apply_claim (DossierSession     *self,
             const char         *label,
             DossierClaimRecord *record,
             guint               fields)
{
  DossierEdit *edit = dossier_edit_new (label);
  Pending *pending = pending_new (self);

  record->user_fields |= fields;
  dossier_edit_update_claim (edit, record, fields);
  remember_claim (pending, record);
  dossier_claim_record_unref (record);
  apply (edit, pending);
}

static const char *
review_edit_label (DossierReview review,
                   guint         n)
{
  switch (review)
    {
    case DOSSIER_REVIEW_CONFIRMED:
      return ngettext ("Confirm claim", "Confirm claims", n);
    case DOSSIER_REVIEW_DISMISSED:
      return ngettext ("Dismiss claim", "Dismiss claims", n);
    case DOSSIER_REVIEW_SUGGESTED:
    default:
      return ngettext ("Take back review", "Take back reviews", n);
    }
}

/**
 * dossier_session_set_review:
 * @self: a session
 * @claim: a claim
 * @review: what the person says of it
 */
void
dossier_session_set_review (DossierSession *self,
                            DossierClaim   *claim,
                            DossierReview   review)
{
  DossierClaimRecord *record;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  record = copy_claim (self, claim);
  if (record == NULL || record->review == review)
    {
      g_clear_pointer (&record, dossier_claim_record_unref);
      return;
    }

  record->review = review;
  apply_claim (self, review_edit_label (review, 1), record, 0);
}

/**
 * dossier_session_set_kind:
 * @self: a session
 * @claim: a claim
 * @kind: the kind it is
 */
void
dossier_session_set_kind (DossierSession *self,
                          DossierClaim   *claim,
                          DossierKind     kind)
{
  DossierClaimRecord *record;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  record = copy_claim (self, claim);
  if (record == NULL || record->kind == kind)
    {
      g_clear_pointer (&record, dossier_claim_record_unref);
      return;
    }

  record->kind = kind;
  apply_claim (self, _("Change kind"), record, DOSSIER_CLAIM_FIELD_KIND);
}

/**
 * dossier_session_set_verdict:
 * @self: a session
 * @claim: a claim
 * @verdict: how its checking stands
 * @reason: (nullable): why
 */
void
dossier_session_set_verdict (DossierSession *self,
                             DossierClaim   *claim,
                             DossierVerdict  verdict,
                             const char     *reason)
{
  g_autofree char *trimmed = dossier_trimmed (reason);
  DossierClaimRecord *record;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  record = copy_claim (self, claim);
  if (record == NULL || (record->verdict == verdict && g_strcmp0 (record->verdict_reason, trimmed) == 0))
    {
      g_clear_pointer (&record, dossier_claim_record_unref);
      return;
    }

  record->verdict = verdict;
  dossier_set_str (&record->verdict_reason, trimmed);
  apply_claim (self, _("Set verdict"), record, 0);
}

/* What an edit of many claims leaves of those that are shown. */
static void
remember_many (DossierSession      *self,
               Pending             *pending,
               const gint64        *claim_ids,
               guint                n_ids,
               const DossierReview *review,
               const DossierKind   *kind)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (DossierClaim) claim = dossier_library_peek_claim (self->library, claim_ids[i]);
      g_autoptr (DossierClaimRecord) record = claim != NULL ? copy_claim (self, claim) : NULL;

      if (record == NULL)
        continue;
      if (review != NULL)
        record->review = *review;
      if (kind != NULL)
        {
          record->kind = *kind;
          record->user_fields |= DOSSIER_CLAIM_FIELD_KIND;
        }
      remember_claim (pending, record);
    }
}

/**
 * dossier_session_review_many:
 * @self: a session
 * @claim_ids: (array length=n_ids): claims
 * @n_ids: how many
 * @review: what the person says of all of them
 */
void
dossier_session_review_many (DossierSession *self,
                             const gint64   *claim_ids,
                             guint           n_ids,
                             DossierReview   review)
{
  DossierEdit *edit;
  Pending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (n_ids == 0)
    return;

  edit = dossier_edit_new (review_edit_label (review, n_ids));
  pending = pending_new (self);
  dossier_edit_set_review (edit, claim_ids, n_ids, review);
  remember_many (self, pending, claim_ids, n_ids, &review, NULL);
  apply (edit, pending);
}

/**
 * dossier_session_kind_many:
 * @self: a session
 * @claim_ids: (array length=n_ids): claims
 * @n_ids: how many
 * @kind: the kind that all of them are
 */
void
dossier_session_kind_many (DossierSession *self,
                           const gint64   *claim_ids,
                           guint           n_ids,
                           DossierKind     kind)
{
  DossierEdit *edit;
  Pending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (n_ids == 0)
    return;

  edit = dossier_edit_new (_("Change kind"));
  pending = pending_new (self);
  dossier_edit_set_kind (edit, claim_ids, n_ids, kind);
  remember_many (self, pending, claim_ids, n_ids, NULL, &kind);
  apply (edit, pending);
}

/* The names without empty ones. */
static char **
clean_names (const char * const *names)
{
  g_autoptr (GPtrArray) clean = g_ptr_array_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *name = dossier_trimmed (names[i]);

      if (name != NULL)
        g_ptr_array_add (clean, name);
    }
  g_ptr_array_add (clean, NULL);

  return (char **) g_ptr_array_steal (clean, NULL);
}

/**
 * dossier_session_set_speaker:
 * @self: a session
 * @claim: a claim
 * @speaker: (nullable): who says it
 * @via: (nullable): through whom it came, nearest first
 */
void
dossier_session_set_speaker (DossierSession     *self,
                             DossierClaim       *claim,
                             const char         *speaker,
                             const char * const *via)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  g_autofree char *trimmed = dossier_trimmed (speaker);
  g_auto (GStrv) chain = clean_names (via);
  guint fields = 0;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  record = copy_claim (self, claim);
  if (record == NULL)
    return;
  if (dossier_set_str (&record->speaker, trimmed))
    {
      record->speaker_span = (DossierSpan) { 0, 0 };
      fields |= DOSSIER_CLAIM_FIELD_SPEAKER;
    }
  if (!g_strv_equal ((const char * const *) record->via, (const char * const *) chain))
    {
      g_strfreev (record->via);
      record->via = g_steal_pointer (&chain);
      fields |= DOSSIER_CLAIM_FIELD_VIA;
    }
  if (fields != 0)
    apply_claim (self, _("Change speaker"), g_steal_pointer (&record), fields);
}

/**
 * dossier_session_set_countries:
 * @self: a session
 * @claim: a claim
 * @codes: (nullable): alpha-2 codes of what it concerns
 */
void
dossier_session_set_countries (DossierSession     *self,
                               DossierClaim       *claim,
                               const char * const *codes)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  g_auto (GStrv) clean = clean_names (codes);

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  record = copy_claim (self, claim);
  if (record == NULL || g_strv_equal ((const char * const *) record->countries, (const char * const *) clean))
    return;

  g_strfreev (record->countries);
  record->countries = g_steal_pointer (&clean);
  apply_claim (self, _("Change countries"), g_steal_pointer (&record), DOSSIER_CLAIM_FIELD_COUNTRIES);
}

/* EDTF of what a person typed, NULL for nothing; FALSE with a sentence where it is no date. */
static gboolean
read_date (const char  *words,
           char       **edtf,
           GError     **error)
{
  g_autofree char *trimmed = dossier_trimmed (words);

  *edtf = trimmed != NULL ? dossier_date_from_words (trimmed) : NULL;
  if (trimmed == NULL || *edtf != NULL)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("“%s” is no date. Type a day, a month, a year or a season, such as 16 May 2021, May 2021, 2021 or "
                 "spring 2018."), trimmed);

  return FALSE;
}

/**
 * dossier_session_set_event:
 * @self: a session
 * @claim: a claim
 * @words: (nullable): when it happened, as dossier_date_from_words() understands it
 * @error: a sentence for the person
 *
 * Returns: %FALSE where @words are no date
 */
gboolean
dossier_session_set_event (DossierSession  *self,
                           DossierClaim    *claim,
                           const char      *words,
                           GError         **error)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  g_autofree char *edtf = NULL;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), FALSE);

  if (!read_date (words, &edtf, error))
    return FALSE;

  record = copy_claim (self, claim);
  if (record != NULL && dossier_set_str (&record->event, edtf))
    {
      g_clear_pointer (&record->event_reason, g_free);
      apply_claim (self, _("Change date"), g_steal_pointer (&record), DOSSIER_CLAIM_FIELD_EVENT);
    }

  return TRUE;
}

/**
 * dossier_session_set_stated:
 * @self: a session
 * @claim: a claim
 * @words: (nullable): when it was said
 * @error: a sentence for the person
 *
 * Returns: %FALSE where @words are no date
 */
gboolean
dossier_session_set_stated (DossierSession  *self,
                            DossierClaim    *claim,
                            const char      *words,
                            GError         **error)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  g_autofree char *edtf = NULL;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), FALSE);

  if (!read_date (words, &edtf, error))
    return FALSE;

  record = copy_claim (self, claim);
  if (record != NULL && dossier_set_str (&record->stated, edtf))
    {
      g_clear_pointer (&record->stated_reason, g_free);
      apply_claim (self, _("Change date"), g_steal_pointer (&record), DOSSIER_CLAIM_FIELD_STATED);
    }

  return TRUE;
}

/* @span of the open text without white space at its ends; empty where nothing is left. */
static DossierSpan
trim_span (DossierText *text,
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

static void
set_quote (DossierText  *text,
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

/**
 * dossier_session_set_span:
 * @self: a session
 * @claim: a claim of the open source
 * @span: the passage it shall stand on
 */
void
dossier_session_set_span (DossierSession *self,
                          DossierClaim   *claim,
                          DossierSpan     span)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  DossierText *text;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim));

  text = dossier_reading_text (self->reading);
  record = copy_claim (self, claim);
  if (record == NULL || text == NULL || record->source_id != dossier_reading_open_id (self->reading))
    return;

  span = trim_span (text, span);
  if (dossier_span_is_empty (span) || (record->span.start == span.start && record->span.end == span.end))
    return;

  record->span = span;
  record->more = (DossierSpan) { 0, 0 };
  set_quote (text, span, &record->quote, &record->prefix, &record->suffix);
  apply_claim (self, _("Change passage"), g_steal_pointer (&record), DOSSIER_CLAIM_FIELD_SPAN);
}

/* The countries that are named in the passage. */
static char **
countries_within (DossierReading *reading,
                  DossierSpan     span)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint n_places;
  const DossierPlace *places = dossier_reading_places (reading, &n_places);

  for (guint i = 0; i < n_places; i++)
    if (dossier_span_contains (span, places[i].span) &&
        !g_ptr_array_find_with_equal_func (codes, places[i].code, g_str_equal, NULL))
      g_ptr_array_add (codes, g_strdup (places[i].code));
  g_ptr_array_add (codes, NULL);

  return (char **) g_ptr_array_steal (codes, NULL);
}

/**
 * dossier_session_add_claim:
 * @self: a session
 * @span: a passage of the open source, code points
 * @kind: what it is
 *
 * Marks the passage as a claim, which is confirmed by that.
 */
void
dossier_session_add_claim (DossierSession *self,
                           DossierSpan     span,
                           DossierKind     kind)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  DossierText *text;
  DossierEdit *edit;
  Pending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail ((guint) kind < DOSSIER_N_KINDS);

  text = dossier_reading_text (self->reading);
  if (text == NULL)
    return;
  span = trim_span (text, span);
  if (dossier_span_is_empty (span))
    return;

  record = dossier_claim_record_new ();
  record->source_id = dossier_reading_open_id (self->reading);
  record->span = span;
  record->kind = kind;
  record->confidence = 1;
  record->review = DOSSIER_REVIEW_CONFIRMED;
  record->by_person = TRUE;
  record->user_fields = DOSSIER_CLAIM_FIELD_KIND | DOSSIER_CLAIM_FIELD_SPAN;
  g_strfreev (record->countries);
  record->countries = countries_within (self->reading, span);
  set_quote (text, span, &record->quote, &record->prefix, &record->suffix);

  edit = dossier_edit_new (_("Mark claim"));
  dossier_edit_insert_claim (edit, record);
  pending = pending_new (self);
  pending->select = SELECT_CLAIM;
  apply (edit, pending);
}

/**
 * dossier_session_link_claims:
 * @self: a session
 * @from: the claim that answers, supports, contradicts or repeats
 * @to: the other one
 * @relation: which of these it does
 */
void
dossier_session_link_claims (DossierSession  *self,
                             DossierClaim    *from,
                             DossierClaim    *to,
                             DossierRelation  relation)
{
  g_autoptr (DossierLinkRecord) record = NULL;
  DossierEdit *edit;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_CLAIM (from) && DOSSIER_IS_CLAIM (to));

  if (from == to)
    return;

  record = dossier_link_record_new ();
  record->from_claim = dossier_claim_id (from);
  record->to_claim = dossier_claim_id (to);
  record->relation = relation;
  record->confidence = 1;
  record->review = DOSSIER_REVIEW_CONFIRMED;
  record->by_person = TRUE;
  edit = dossier_edit_new (_("Link claims"));
  dossier_edit_insert_link (edit, record);
  apply (edit, pending_new (self));
}

/**
 * dossier_session_remove_link:
 * @self: a session
 * @link: a link; one that was suggested is dismissed, so that it does not come again
 */
void
dossier_session_remove_link (DossierSession *self,
                             DossierLink    *link)
{
  DossierLinkRecord *record;
  DossierEdit *edit;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_LINK (link));

  record = dossier_link_record (link);
  edit = dossier_edit_new (_("Remove link"));
  if (record->by_person)
    dossier_edit_delete_link (edit, record->id);
  else
    {
      g_autoptr (DossierLinkRecord) dismissed = dossier_link_record_copy (record);

      dismissed->review = DOSSIER_REVIEW_DISMISSED;
      dossier_edit_update_link (edit, dismissed);
    }
  apply (edit, pending_new (self));
}

/* One note's record, changed; takes the record. */
static void
apply_note (DossierSession    *self,
            const char        *label,
            const char        *merge_key,
            DossierNoteRecord *record)
{
  DossierEdit *edit = dossier_edit_new (label);
  Pending *pending = pending_new (self);

  record->modified = g_get_real_time () / G_USEC_PER_SEC;
  dossier_edit_update_note (edit, record);
  if (merge_key != NULL)
    dossier_edit_set_merge_key (edit, merge_key);
  pending->note = record;
  g_hash_table_replace (self->note_edits, &record->id, dossier_note_record_ref (record));
  apply (edit, pending);
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
  Pending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (claim == NULL || DOSSIER_IS_CLAIM (claim));

  source_text = dossier_reading_text (self->reading);
  if (source_text == NULL)
    return;

  record = dossier_note_record_new ();
  record->source_id = dossier_reading_open_id (self->reading);
  record->claim_id = claim != NULL ? dossier_claim_id (claim) : 0;
  record->span = trim_span (source_text, claim != NULL ? dossier_claim_span (claim) : span);
  if (dossier_span_is_empty (record->span))
    record->span = (DossierSpan) { 0, 0 };
  else
    set_quote (source_text, record->span, &record->quote, &record->prefix, &record->suffix);
  dossier_set_str (&record->text, text != NULL ? text : "");
  dossier_set_str (&record->colour, colour);
  g_strfreev (record->tags);
  record->tags = clean_tags (tags);
  record->created = record->modified = g_get_real_time () / G_USEC_PER_SEC;

  edit = dossier_edit_new (text != NULL && *text != '\0' ? _("Add note") : _("Highlight"));
  dossier_edit_insert_note (edit, record);
  pending = pending_new (self);
  pending->select = SELECT_NOTE;
  pending->note = dossier_note_record_ref (record);
  apply (edit, pending);
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

  record = copy_note (self, note);
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

  record = copy_note (self, note);
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

  record = copy_note (self, note);
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
  apply (edit, pending_new (self));
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
  Pending *pending;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DOSSIER_IS_SOURCE (source), FALSE);

  if (field != DOSSIER_SOURCE_FIELD_PUBLISHED)
    text = dossier_trimmed (value);
  else if (!read_date (value, &text, error))
    return FALSE;

  record = copy_source (self, source);
  if (record == NULL || !dossier_set_str (source_string (record, field), text))
    return TRUE;

  record->user_fields |= field;
  edit = dossier_edit_new (_("Edit source"));
  dossier_edit_update_source (edit, record, field);
  g_hash_table_replace (self->source_edits, &record->id, dossier_source_record_ref (record));
  pending = pending_new (self);
  pending->source = g_steal_pointer (&record);
  apply (edit, pending);

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
  apply (edit, pending_new (self));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DossierSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_edits--;
  dossier_session_notify_busy (self);
  if (!dossier_store_undo_finish (DOSSIER_STORE (object), result, &error) && error != NULL)
    dossier_session_emit_error (self, error->message);
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DossierSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_edits--;
  dossier_session_notify_busy (self);
  if (!dossier_store_redo_finish (DOSSIER_STORE (object), result, &error) && error != NULL)
    dossier_session_emit_error (self, error->message);
}

/**
 * dossier_session_undo:
 * @self: a session; its last step of work is taken back
 */
void
dossier_session_undo (DossierSession *self)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (self->store == NULL || self->read_only)
    return;

  self->n_edits++;
  dossier_session_notify_busy (self);
  dossier_store_undo_async (self->store, NULL, undone_cb, g_object_ref (self));
}

/**
 * dossier_session_redo:
 * @self: a session; the step taken back last is done again
 */
void
dossier_session_redo (DossierSession *self)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (self->store == NULL || self->read_only)
    return;

  self->n_edits++;
  dossier_session_notify_busy (self);
  dossier_store_redo_async (self->store, NULL, redone_cb, g_object_ref (self));
}
