/* dossier-session-edits.c: the verbs of a session on claims and links, undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-session-apply.h"
#include "dossier-strings.h"
#include "dossier-words.h"

/* One claim's record, changed; takes the record. */
static void
apply_claim (DossierSession     *self,
             const char         *label,
             DossierClaimRecord *record,
             guint               fields)
{
  DossierEdit *edit = dossier_edit_new (label);
  DossierPending *pending = dossier_pending_new (self);

  record->user_fields |= fields;
  dossier_edit_update_claim (edit, record, fields);
  dossier_pending_set_claim (pending, record);
  dossier_claim_record_unref (record);
  dossier_pending_apply (pending, edit);
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

  record = dossier_session_copy_claim (self, claim);
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

  record = dossier_session_copy_claim (self, claim);
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

  record = dossier_session_copy_claim (self, claim);
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
               DossierPending      *pending,
               const gint64        *claim_ids,
               guint                n_ids,
               const DossierReview *review,
               const DossierKind   *kind)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (DossierClaim) claim = dossier_library_peek_claim (self->library, claim_ids[i]);
      g_autoptr (DossierClaimRecord) record = claim != NULL ? dossier_session_copy_claim (self, claim) : NULL;

      if (record == NULL)
        continue;
      if (review != NULL)
        record->review = *review;
      if (kind != NULL)
        {
          record->kind = *kind;
          record->user_fields |= DOSSIER_CLAIM_FIELD_KIND;
        }
      dossier_pending_set_claim (pending, record);
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
  DossierPending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (n_ids == 0)
    return;

  edit = dossier_edit_new (review_edit_label (review, n_ids));
  pending = dossier_pending_new (self);
  dossier_edit_set_review (edit, claim_ids, n_ids, review);
  remember_many (self, pending, claim_ids, n_ids, &review, NULL);
  dossier_pending_apply (pending, edit);
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
  DossierPending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (n_ids == 0)
    return;

  edit = dossier_edit_new (_("Change kind"));
  pending = dossier_pending_new (self);
  dossier_edit_set_kind (edit, claim_ids, n_ids, kind);
  remember_many (self, pending, claim_ids, n_ids, NULL, &kind);
  dossier_pending_apply (pending, edit);
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

  record = dossier_session_copy_claim (self, claim);
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

  record = dossier_session_copy_claim (self, claim);
  if (record == NULL || g_strv_equal ((const char * const *) record->countries, (const char * const *) clean))
    return;

  g_strfreev (record->countries);
  record->countries = g_steal_pointer (&clean);
  apply_claim (self, _("Change countries"), g_steal_pointer (&record), DOSSIER_CLAIM_FIELD_COUNTRIES);
}

/* Sets one of the two dates of a claim from words. */
static gboolean
set_date (DossierSession  *self,
          DossierClaim    *claim,
          const char      *words,
          gboolean         stated,
          GError         **error)
{
  g_autoptr (DossierClaimRecord) record = NULL;
  g_autofree char *edtf = NULL;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), FALSE);

  if (!dossier_date_read (words, &edtf, error))
    return FALSE;

  record = dossier_session_copy_claim (self, claim);
  if (record != NULL && dossier_set_str (stated ? &record->stated : &record->event, edtf))
    {
      g_clear_pointer (stated ? &record->stated_reason : &record->event_reason, g_free);
      apply_claim (self, _("Change date"), g_steal_pointer (&record),
                   stated ? DOSSIER_CLAIM_FIELD_STATED : DOSSIER_CLAIM_FIELD_EVENT);
    }

  return TRUE;
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
  return set_date (self, claim, words, FALSE, error);
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
  return set_date (self, claim, words, TRUE, error);
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
  record = dossier_session_copy_claim (self, claim);
  if (record == NULL || text == NULL || record->source_id != dossier_reading_open_id (self->reading))
    return;

  span = dossier_session_trim_span (text, span);
  if (dossier_span_is_empty (span) || (record->span.start == span.start && record->span.end == span.end))
    return;

  record->span = span;
  record->more = (DossierSpan) { 0, 0 };
  dossier_session_set_quote (text, span, &record->quote, &record->prefix, &record->suffix);
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
  DossierPending *pending;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail ((guint) kind < DOSSIER_N_KINDS);

  text = dossier_reading_text (self->reading);
  if (text == NULL)
    return;
  span = dossier_session_trim_span (text, span);
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
  dossier_session_set_quote (text, span, &record->quote, &record->prefix, &record->suffix);

  edit = dossier_edit_new (_("Mark claim"));
  dossier_edit_insert_claim (edit, record);
  pending = dossier_pending_new (self);
  pending->select = DOSSIER_SELECT_CLAIM;
  dossier_pending_apply (pending, edit);
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
  dossier_pending_apply (dossier_pending_new (self), edit);
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
  dossier_pending_apply (dossier_pending_new (self), edit);
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
