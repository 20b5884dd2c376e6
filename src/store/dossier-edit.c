/* dossier-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-edit-private.h"
#include "dossier-pack.h"
#include "dossier-statement.h"
#include "dossier-write.h"

typedef enum
{
  OP_INSERT_CLAIM,
  OP_UPDATE_CLAIM,
  OP_UPDATE_SOURCE,
  OP_INSERT_NOTE,
  OP_UPDATE_NOTE,
  OP_INSERT_LINK,
  OP_UPDATE_LINK,
  OP_ROWS,          /* one statement for each id */
  OP_SPEAKER_ROWS,  /* the same, with the number of a name */
  OP_MERGE_SPEAKERS,
} OpType;

typedef struct
{
  OpType          type;
  gpointer        record;
  GDestroyNotify  record_free;
  guint           fields;
  const char     *sql;    /* ?1 is the id, ?2 the value */
  gint64         *ids;
  guint           n_ids;
  gint64          value;
  char           *text;
  char          **names;
} Op;

struct _DossierEdit
{
  char      *label;
  char      *merge_key;
  GPtrArray *ops;
};

static void
op_free (gpointer data)
{
  Op *op = data;

  if (op->record != NULL)
    op->record_free (op->record);
  g_free (op->ids);
  g_free (op->text);
  g_strfreev (op->names);
  g_free (op);
}

static Op *
add_op (DossierEdit *self,
        OpType       type)
{
  Op *op = g_new0 (Op, 1);

  op->type = type;
  g_ptr_array_add (self->ops, op);
  return op;
}

/**
 * dossier_edit_new:
 * @label: what it does, translated
 */
DossierEdit *
dossier_edit_new (const char *label)
{
  DossierEdit *self = g_new0 (DossierEdit, 1);

  self->label = g_strdup (label);
  self->ops = g_ptr_array_new_with_free_func (op_free);
  return self;
}

/**
 * dossier_edit_free:
 *
 * For an edit that is not applied.
 */
void
dossier_edit_free (DossierEdit *self)
{
  g_free (self->label);
  g_free (self->merge_key);
  g_ptr_array_unref (self->ops);
  g_free (self);
}

/**
 * dossier_edit_is_empty:
 *
 * Whether nothing was asked of it.
 */
gboolean
dossier_edit_is_empty (DossierEdit *self)
{
  return self->ops->len == 0;
}

/**
 * dossier_edit_set_merge_key:
 * @key: (nullable): see the header
 */
void
dossier_edit_set_merge_key (DossierEdit *self,
                            const char  *key)
{
  g_free (self->merge_key);
  self->merge_key = g_strdup (key);
}

#define DEFINE_RECORD_OP(verb, noun, Record, OP)                             \
  static void                                                                \
  verb##_##noun (DossierEdit *self,                                          \
                 Record      *record,                                        \
                 guint        fields)                                        \
  {                                                                          \
    Op *op = add_op (self, OP);                                              \
                                                                             \
    op->record = dossier_##noun##_record_ref (record);                       \
    op->record_free = (GDestroyNotify) dossier_##noun##_record_unref;        \
    op->fields = fields;                                                     \
  }

DEFINE_RECORD_OP (insert, claim, DossierClaimRecord, OP_INSERT_CLAIM)
DEFINE_RECORD_OP (update, claim, DossierClaimRecord, OP_UPDATE_CLAIM)
DEFINE_RECORD_OP (update, source, DossierSourceRecord, OP_UPDATE_SOURCE)
DEFINE_RECORD_OP (insert, note, DossierNoteRecord, OP_INSERT_NOTE)
DEFINE_RECORD_OP (update, note, DossierNoteRecord, OP_UPDATE_NOTE)
DEFINE_RECORD_OP (insert, link, DossierLinkRecord, OP_INSERT_LINK)
DEFINE_RECORD_OP (update, link, DossierLinkRecord, OP_UPDATE_LINK)

static Op *
add_rows (DossierEdit  *self,
          OpType        type,
          const char   *sql,
          const gint64 *ids,
          guint         n_ids)
{
  Op *op = add_op (self, type);

  op->sql = sql;
  op->ids = g_memdup2 (ids, sizeof (gint64) * n_ids);
  op->n_ids = n_ids;
  return op;
}

/**
 * dossier_edit_insert_claim:
 * @claim: its source_id must be set, its id is left alone
 */
void
dossier_edit_insert_claim (DossierEdit        *self,
                           DossierClaimRecord *claim)
{
  insert_claim (self, claim, 0);
}

/**
 * dossier_edit_update_claim:
 * @fields: #DossierClaimField bits of what the person set by it
 */
void
dossier_edit_update_claim (DossierEdit        *self,
                           DossierClaimRecord *claim,
                           guint               fields)
{
  update_claim (self, claim, fields);
}

/**
 * dossier_edit_delete_claim:
 *
 * Its links go with it, its notes stay as notes on the passage.
 */
void
dossier_edit_delete_claim (DossierEdit *self,
                           gint64       id)
{
  dossier_edit_delete_claims (self, &id, 1);
}

/**
 * dossier_edit_update_source:
 * @fields: #DossierSourceField bits of what the person set by it
 */
void
dossier_edit_update_source (DossierEdit         *self,
                            DossierSourceRecord *source,
                            guint                fields)
{
  update_source (self, source, fields);
}

/**
 * dossier_edit_delete_source:
 *
 * With its text, claims, notes and links; undo brings all of it back.
 */
void
dossier_edit_delete_source (DossierEdit *self,
                            gint64       id)
{
  dossier_edit_delete_sources (self, &id, 1);
}

/**
 * dossier_edit_insert_note:
 * @note: its id is left alone; one on a claim becomes one on the claim's source
 */
void
dossier_edit_insert_note (DossierEdit       *self,
                          DossierNoteRecord *note)
{
  insert_note (self, note, 0);
}

/**
 * dossier_edit_update_note:
 * @note: with its id
 */
void
dossier_edit_update_note (DossierEdit       *self,
                          DossierNoteRecord *note)
{
  update_note (self, note, 0);
}

/**
 * dossier_edit_delete_note:
 * @id: a note; one that is gone is no error
 */
void
dossier_edit_delete_note (DossierEdit *self,
                          gint64       id)
{
  add_rows (self, OP_ROWS, "DELETE FROM note WHERE id = ?1", &id, 1);
}

/**
 * dossier_edit_insert_link:
 * @link: its id is left alone; both claims must be there
 */
void
dossier_edit_insert_link (DossierEdit       *self,
                          DossierLinkRecord *link)
{
  insert_link (self, link, 0);
}

/**
 * dossier_edit_update_link:
 * @link: with its id; to judge it, set its review
 */
void
dossier_edit_update_link (DossierEdit       *self,
                          DossierLinkRecord *link)
{
  update_link (self, link, 0);
}

/**
 * dossier_edit_delete_link:
 * @id: a link; a suggested one may be suggested again: to be rid of it, dismiss it
 */
void
dossier_edit_delete_link (DossierEdit *self,
                          gint64       id)
{
  add_rows (self, OP_ROWS, "DELETE FROM link WHERE id = ?1", &id, 1);
}

/**
 * dossier_edit_set_review:
 *
 * Claims that have @review already are left alone.
 */
void
dossier_edit_set_review (DossierEdit   *self,
                         const gint64  *claim_ids,
                         guint          n_ids,
                         DossierReview  review)
{
  Op *op = add_rows (self, OP_ROWS, "UPDATE claim SET review = ?2 WHERE id = ?1 AND review <> ?2", claim_ids, n_ids);

  op->value = review;
}

/**
 * dossier_edit_set_kind:
 *
 * The kind is the person's from now on, also where it stays the same.
 */
void
dossier_edit_set_kind (DossierEdit  *self,
                       const gint64 *claim_ids,
                       guint         n_ids,
                       DossierKind   kind)
{
  Op *op = add_rows (self, OP_ROWS, "UPDATE claim SET kind = ?2, user_fields = user_fields | 1 WHERE id = ?1",
                     claim_ids, n_ids);

  G_STATIC_ASSERT (DOSSIER_CLAIM_FIELD_KIND == 1);
  op->value = kind;
}

/**
 * dossier_edit_set_speaker:
 * @speaker: (nullable): %NULL: nobody is named
 */
void
dossier_edit_set_speaker (DossierEdit  *self,
                          const gint64 *claim_ids,
                          guint         n_ids,
                          const char   *speaker)
{
  Op *op = add_rows (self, OP_SPEAKER_ROWS,
                     "UPDATE claim SET speaker_id = ?2, user_fields = user_fields | 2 WHERE id = ?1",
                     claim_ids, n_ids);

  G_STATIC_ASSERT (DOSSIER_CLAIM_FIELD_SPEAKER == 2);
  op->text = g_strdup (speaker);
}

/**
 * dossier_edit_set_countries:
 * @countries: ISO 3166-1 alpha-2, %NULL-terminated, in the place of those before
 */
void
dossier_edit_set_countries (DossierEdit       *self,
                            const gint64      *claim_ids,
                            guint              n_ids,
                            const char *const *countries)
{
  Op *op = add_rows (self, OP_ROWS,
                     "UPDATE claim SET countries = ?2, user_fields = user_fields | 8 WHERE id = ?1",
                     claim_ids, n_ids);

  G_STATIC_ASSERT (DOSSIER_CLAIM_FIELD_COUNTRIES == 8);
  op->text = dossier_pack_codes (countries);
}

/**
 * dossier_edit_delete_claims:
 *
 * As dossier_edit_delete_claim(), many at once.
 */
void
dossier_edit_delete_claims (DossierEdit  *self,
                            const gint64 *claim_ids,
                            guint         n_ids)
{
  add_rows (self, OP_ROWS, "DELETE FROM claim WHERE id = ?1", claim_ids, n_ids);
}

/**
 * dossier_edit_delete_sources:
 *
 * As dossier_edit_delete_source(), many at once.
 */
void
dossier_edit_delete_sources (DossierEdit  *self,
                             const gint64 *source_ids,
                             guint         n_ids)
{
  add_rows (self, OP_ROWS, "DELETE FROM source WHERE id = ?1", source_ids, n_ids);
}

/**
 * dossier_edit_merge_speakers:
 * @names: %NULL-terminated; @into among them does no harm
 */
void
dossier_edit_merge_speakers (DossierEdit       *self,
                             const char *const *names,
                             const char        *into)
{
  Op *op = add_op (self, OP_MERGE_SPEAKERS);

  op->names = g_strdupv ((char **) names);
  op->text = g_strdup (into);
}

/**
 * dossier_edit_release_claim:
 * @fields: #DossierClaimField bits; the values stay until the next analysis
 */
void
dossier_edit_release_claim (DossierEdit *self,
                            gint64       id,
                            guint        fields)
{
  Op *op = add_rows (self, OP_ROWS, "UPDATE claim SET user_fields = user_fields & ~?2 WHERE id = ?1", &id, 1);

  op->value = fields;
}

/**
 * dossier_edit_release_source:
 * @fields: #DossierSourceField bits; the values stay until the next analysis
 */
void
dossier_edit_release_source (DossierEdit *self,
                             gint64       id,
                             guint        fields)
{
  Op *op = add_rows (self, OP_ROWS, "UPDATE source SET user_fields = user_fields & ~?2 WHERE id = ?1", &id, 1);

  op->value = fields;
}

/* A claim id of -n is the row that the n-th insert of the edit made. */
static gint64
resolve (GArray *inserted,
         gint64  id)
{
  return id < 0 && -id <= inserted->len ? g_array_index (inserted, gint64, -id - 1) : id;
}

/* The text that a claim without a quote is cut from. */
static gboolean
load_text (DossierConnection   *connection,
           gint64               source,
           DossierText        **text,
           GError             **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection, "SELECT text FROM source_body WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, source);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    *text = dossier_text_new ((const char *) sqlite3_column_text (stmt, 0), sqlite3_column_bytes (stmt, 0));
  return step >= 0;
}

static gboolean
apply_insert (Op                 *op,
              DossierConnection  *connection,
              GArray             *inserted,
              GError            **error)
{
  DossierClaimRecord *claim = op->record;
  DossierNoteRecord *note = op->record;
  DossierLinkRecord *link = op->record;
  g_autoptr (DossierText) text = NULL;
  gint64 id = 0;

  if (op->type == OP_INSERT_NOTE)
    id = dossier_write_note (connection, note, resolve (inserted, note->claim_id), error);
  else if (op->type == OP_INSERT_LINK)
    id = dossier_write_link (connection, link, resolve (inserted, link->from_claim),
                             resolve (inserted, link->to_claim), error);
  else if (claim->quote != NULL || load_text (connection, claim->source_id, &text, error))
    id = dossier_write_claim (connection, claim->source_id, claim, text, error);

  g_array_append_val (inserted, id);
  return id != 0;
}

static gboolean
apply_rows (Op                 *op,
            DossierConnection  *connection,
            gint64              value,
            GError            **error)
{
  DossierJournal *journal = dossier_connection_data (connection);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, op->sql, error);
  gboolean has_value;

  if (stmt == NULL)
    return FALSE;
  has_value = sqlite3_bind_parameter_count (stmt) > 1;
  if (has_value && op->type == OP_SPEAKER_ROWS)
    dossier_bind_id (stmt, 2, value);
  else if (has_value && op->text != NULL)
    dossier_bind_text (stmt, 2, op->text);
  else if (has_value)
    dossier_bind_int (stmt, 2, value);

  for (guint i = 0; i < op->n_ids; i++)
    {
      dossier_bind_int (stmt, 1, op->ids[i]);
      if (!dossier_statement_run (stmt, error) || !dossier_journal_relieve (journal, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
merge_one (DossierConnection  *connection,
           gint64              from,
           gint64              into,
           GError            **error)
{
  static const char *const sql[] = {
    "UPDATE claim SET speaker_id = ?2 WHERE speaker_id = ?1",
    "UPDATE speaker SET alias_of = ?2 WHERE id = ?1 OR alias_of = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql) && from != into; i++)
    {
      if (!dossier_write_run (connection, sql[i], from, into, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_merge (Op                 *op,
             DossierConnection  *connection,
             GError            **error)
{
  gint64 into;

  if (!dossier_write_speaker (connection, op->text, &into, error))
    return FALSE;
  for (guint i = 0; op->names[i] != NULL && into != 0; i++)
    {
      gint64 from;

      if (!dossier_write_speaker (connection, op->names[i], &from, error) ||
          !merge_one (connection, from, into, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_op (Op                 *op,
          DossierConnection  *connection,
          GArray             *inserted,
          GError            **error)
{
  gint64 speaker;

  switch (op->type)
    {
    case OP_INSERT_CLAIM:
    case OP_INSERT_NOTE:
    case OP_INSERT_LINK:
      return apply_insert (op, connection, inserted, error);

    case OP_UPDATE_CLAIM:
      return dossier_write_claim_again (connection, op->record, op->fields, error);

    case OP_UPDATE_SOURCE:
      return dossier_write_source_again (connection, op->record, op->fields, error);

    case OP_UPDATE_NOTE:
      return dossier_write_note_again (connection, op->record, error);

    case OP_UPDATE_LINK:
      return dossier_write_link_again (connection, op->record, error);

    case OP_SPEAKER_ROWS:
      return dossier_write_speaker (connection, op->text, &speaker, error) &&
             apply_rows (op, connection, speaker, error);

    case OP_MERGE_SPEAKERS:
      return apply_merge (op, connection, error);

    case OP_ROWS:
    default:
      return apply_rows (op, connection, op->value, error);
    }
}

/**
 * dossier_edit_apply:
 *
 * In the writer's transaction, as one step of undo.
 * Returns: (nullable) (transfer full): ids of the rows that were inserted, gint64
 */
GArray *
dossier_edit_apply (DossierEdit        *self,
                    DossierConnection  *connection,
                    DossierJournal     *journal,
                    GError            **error)
{
  g_autoptr (GArray) inserted = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!dossier_journal_begin (journal, self->label, self->merge_key, error))
    return NULL;
  for (guint i = 0; i < self->ops->len; i++)
    {
      if (!apply_op (g_ptr_array_index (self->ops, i), connection, inserted, error))
        {
          dossier_journal_abandon (journal);
          return NULL;
        }
    }

  return dossier_journal_end (journal, error) ? g_steal_pointer (&inserted) : NULL;
}
