/* dossier-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-anchor.h"
#include "dossier-edtf.h"
#include "dossier-pack.h"
#include "dossier-statement.h"
#include "dossier-time-index.h"
#include "dossier-write.h"

#define CLAIM_COLUMNS                                                                                       \
  "source_id, start, stop, more_start, more_stop, kind, quote, prefix, suffix, speaker_id, speaker_start, " \
  "speaker_stop, cue, cue_start, cue_stop, via, countries, event, event_reason, event_first, event_last, "  \
  "event_flags, stated, stated_reason, stated_first, stated_last, stated_flags, confidence, review, "       \
  "verdict, verdict_reason, by_person, why, user_fields"
#define CLAIM_VALUES                                                                                      \
  "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, " \
  "?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33"
#define SOURCE_COLUMNS                                                                                  \
  "title, outlet, byline, url, published, published_first, published_last, published_flags, language, " \
  "countries, user_fields"

static gint64
last_id (DossierConnection *connection)
{
  return sqlite3_last_insert_rowid (dossier_connection_db (connection));
}

/* Binds a date as text, first day, last day and flags, to @index and the three after @days. */
static void
bind_days (DossierStatement *stmt,
           int               days,
           const char       *text)
{
  DossierEdtf edtf;
  gint32 first, last;
  guint flags = 0;

  if (text == NULL || !dossier_edtf_parse (text, &edtf) || !dossier_edtf_bounds (text, &first, &last))
    {
      sqlite3_bind_null (stmt, days);
      sqlite3_bind_null (stmt, days + 1);
      sqlite3_bind_int (stmt, days + 2, 0);
      return;
    }

  flags |= dossier_edtf_is_approximate (&edtf) ? DOSSIER_TIME_APPROXIMATE : 0;
  flags |= dossier_edtf_is_uncertain (&edtf) ? DOSSIER_TIME_UNCERTAIN : 0;
  flags |= first == DOSSIER_DAY_MIN ? DOSSIER_TIME_OPEN_START : 0;
  flags |= last == DOSSIER_DAY_MAX ? DOSSIER_TIME_OPEN_END : 0;
  flags |= edtf.is_interval ? DOSSIER_TIME_INTERVAL : 0;
  sqlite3_bind_int (stmt, days, first);
  sqlite3_bind_int (stmt, days + 1, last);
  sqlite3_bind_int (stmt, days + 2, flags);
}

static void
bind_span (DossierStatement *stmt,
           int               index,
           DossierSpan       span)
{
  sqlite3_bind_int64 (stmt, index, span.start);
  sqlite3_bind_int64 (stmt, index + 1, span.end);
}

/**
 * dossier_write_run:
 * @sql: with at most two parameters
 */
gboolean
dossier_write_run (DossierConnection  *connection,
                   const char         *sql,
                   gint64              first,
                   gint64              second,
                   GError            **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, first);
  dossier_bind_int (stmt, 2, second);
  return dossier_statement_run (stmt, error);
}

static gboolean
find_speaker (DossierConnection  *connection,
              const char         *name,
              gint64             *id,
              GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection, "SELECT coalesce (alias_of, id) FROM speaker WHERE name = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, name);
  step = dossier_statement_step (stmt, error);
  *id = step == 1 ? dossier_column_int (stmt, 0) : 0;
  return step >= 0;
}

/**
 * dossier_write_speaker:
 * @name: (nullable): a name; one that a person merged into another stands for that
 * @id: (out): 0 for no name
 *
 * The number of a name, made where it is new.
 */
gboolean
dossier_write_speaker (DossierConnection  *connection,
                       const char         *name,
                       gint64             *id,
                       GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  *id = 0;
  if (name == NULL || name[0] == '\0')
    return TRUE;
  if (!find_speaker (connection, name, id, error) || *id != 0)
    return *id != 0;

  stmt = dossier_connection_prepare (connection, "INSERT INTO speaker (name) VALUES (?)", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, name);
  if (!dossier_statement_run (stmt, error))
    return FALSE;
  *id = last_id (connection);
  return TRUE;
}

/* Parameters 2 to 33; the quote is cut from @text where the record has none. */
static void
bind_claim (DossierStatement         *stmt,
            const DossierClaimRecord *claim,
            gint64                    speaker,
            DossierText              *text)
{
  g_autofree char *exact = NULL, *prefix = NULL, *suffix = NULL;
  gboolean cut = claim->quote == NULL && text != NULL && !dossier_span_is_empty (claim->span);

  if (cut)
    dossier_anchor_context (text, claim->span, &exact, &prefix, &suffix);
  bind_span (stmt, 2, claim->span);
  bind_span (stmt, 4, claim->more);
  sqlite3_bind_int (stmt, 6, claim->kind);
  dossier_bind_take (stmt, 7, cut ? g_steal_pointer (&exact) : g_strdup (claim->quote != NULL ? claim->quote : ""));
  dossier_bind_take (stmt, 8, cut ? g_steal_pointer (&prefix) : g_strdup (claim->prefix != NULL ? claim->prefix : ""));
  dossier_bind_take (stmt, 9, cut ? g_steal_pointer (&suffix) : g_strdup (claim->suffix != NULL ? claim->suffix : ""));
  dossier_bind_id (stmt, 10, speaker);
  bind_span (stmt, 11, claim->speaker_span);
  dossier_bind_text (stmt, 13, claim->cue);
  bind_span (stmt, 14, claim->cue_span);
  dossier_bind_take (stmt, 16, dossier_pack_names ((const char *const *) claim->via));
  dossier_bind_take (stmt, 17, dossier_pack_codes ((const char *const *) claim->countries));
  dossier_bind_text (stmt, 18, claim->event);
  dossier_bind_text (stmt, 19, claim->event_reason);
  bind_days (stmt, 20, claim->event);
  dossier_bind_text (stmt, 23, claim->stated);
  dossier_bind_text (stmt, 24, claim->stated_reason);
  bind_days (stmt, 25, claim->stated);
  sqlite3_bind_double (stmt, 28, claim->confidence);
  sqlite3_bind_int (stmt, 29, claim->review);
  sqlite3_bind_int (stmt, 30, claim->verdict);
  dossier_bind_text (stmt, 31, claim->verdict_reason);
  sqlite3_bind_int (stmt, 32, claim->by_person);
  dossier_bind_take (stmt, 33, dossier_pack_why (claim->why, claim->n_why));
}

/**
 * dossier_write_claim:
 * @source_id: whose it is, whatever the record says
 * @text: (nullable): to cut the quote from, where the record has none
 */
gint64
dossier_write_claim (DossierConnection         *connection,
                     gint64                     source_id,
                     const DossierClaimRecord  *claim,
                     DossierText               *text,
                     GError                   **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  gint64 speaker;

  if (!dossier_write_speaker (connection, claim->speaker, &speaker, error))
    return 0;
  stmt = dossier_connection_prepare (connection,
                                     "INSERT INTO claim (" CLAIM_COLUMNS ") VALUES (?1, " CLAIM_VALUES ", ?34)", error);
  if (stmt == NULL)
    return 0;
  dossier_bind_int (stmt, 1, source_id);
  bind_claim (stmt, claim, speaker, text);
  sqlite3_bind_int (stmt, 34, claim->user_fields);
  return dossier_statement_run (stmt, error) ? last_id (connection) : 0;
}

/**
 * dossier_write_claim_again:
 * @claim: with its id
 * @fields: what the person set by it, added to what was set before
 */
gboolean
dossier_write_claim_again (DossierConnection         *connection,
                           const DossierClaimRecord  *claim,
                           guint                      fields,
                           GError                   **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  gint64 speaker;

  if (!dossier_write_speaker (connection, claim->speaker, &speaker, error))
    return FALSE;
  stmt = dossier_connection_prepare (connection,
                                     "UPDATE claim SET (" CLAIM_COLUMNS ") = (source_id, " CLAIM_VALUES
                                     ", user_fields | ?34) WHERE id = ?1",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, claim->id);
  bind_claim (stmt, claim, speaker, NULL);
  sqlite3_bind_int (stmt, 34, fields);
  return dossier_statement_run (stmt, error);
}

/* Parameters 1 to 11. */
static void
bind_source (DossierStatement          *stmt,
             const DossierSourceRecord *source,
             guint                      fields)
{
  dossier_bind_text (stmt, 1, source->title);
  dossier_bind_text (stmt, 2, source->outlet);
  dossier_bind_text (stmt, 3, source->byline);
  dossier_bind_text (stmt, 4, source->url);
  dossier_bind_text (stmt, 5, source->published);
  bind_days (stmt, 6, source->published);
  dossier_bind_text (stmt, 9, source->language);
  dossier_bind_take (stmt, 10, dossier_pack_codes ((const char *const *) source->countries));
  sqlite3_bind_int (stmt, 11, fields);
}

/**
 * dossier_write_source:
 * @file_time: last change of the file, Unix seconds, 0 unknown
 */
gint64
dossier_write_source (DossierConnection          *connection,
                      const DossierSourceRecord  *source,
                      gint64                      file_time,
                      GError                    **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "INSERT INTO source (" SOURCE_COLUMNS ", file_name, media_type, encoding, sha256, "
                                     "imported, file_time, n_chars) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     error);
  if (stmt == NULL)
    return 0;
  bind_source (stmt, source, source->user_fields);
  dossier_bind_text (stmt, 12, source->file_name);
  dossier_bind_text (stmt, 13, source->media_type);
  dossier_bind_text (stmt, 14, source->encoding);
  dossier_bind_string (stmt, 15, source->sha256);
  dossier_bind_int (stmt, 16, source->imported);
  dossier_bind_int (stmt, 17, file_time);
  dossier_bind_int (stmt, 18, source->n_chars);
  return dossier_statement_run (stmt, error) ? last_id (connection) : 0;
}

/**
 * dossier_write_source_again:
 * @fields: what the person set by it, added to what was set before
 */
gboolean
dossier_write_source_again (DossierConnection          *connection,
                            const DossierSourceRecord  *source,
                            guint                       fields,
                            GError                    **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "UPDATE source SET (" SOURCE_COLUMNS ") = "
                                     "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, user_fields | ?) WHERE id = ?",
                                     error);
  if (stmt == NULL)
    return FALSE;
  bind_source (stmt, source, fields);
  dossier_bind_int (stmt, 12, source->id);
  return dossier_statement_run (stmt, error);
}

/* Parameters 1 to 12. */
static void
bind_note (DossierStatement        *stmt,
           const DossierNoteRecord *note,
           gint64                   claim_id)
{
  dossier_bind_id (stmt, 1, note->source_id);
  dossier_bind_id (stmt, 2, claim_id);
  bind_span (stmt, 3, note->span);
  dossier_bind_string (stmt, 5, note->quote);
  dossier_bind_string (stmt, 6, note->prefix);
  dossier_bind_string (stmt, 7, note->suffix);
  dossier_bind_string (stmt, 8, note->text);
  dossier_bind_text (stmt, 9, note->colour);
  dossier_bind_take (stmt, 10, dossier_pack_names ((const char *const *) note->tags));
  dossier_bind_int (stmt, 11, note->created);
  dossier_bind_int (stmt, 12, note->modified);
}

/* A note on a claim is a note on the claim's source. */
#define NOTE_COLUMNS "source_id, claim_id, start, stop, quote, prefix, suffix, text, colour, tags, created, modified"
#define NOTE_VALUES \
  "coalesce ((SELECT source_id FROM claim WHERE id = ?2), ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"

/**
 * dossier_write_note:
 * @claim_id: what it is on, whatever the record says; 0 for none
 */
gint64
dossier_write_note (DossierConnection        *connection,
                    const DossierNoteRecord  *note,
                    gint64                    claim_id,
                    GError                  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "INSERT INTO note (" NOTE_COLUMNS ") VALUES (" NOTE_VALUES ")", error);
  if (stmt == NULL)
    return 0;
  bind_note (stmt, note, claim_id);
  return dossier_statement_run (stmt, error) ? last_id (connection) : 0;
}

/**
 * dossier_write_note_again:
 * @note: with its id and its claim
 */
gboolean
dossier_write_note_again (DossierConnection        *connection,
                          const DossierNoteRecord  *note,
                          GError                  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "UPDATE note SET (" NOTE_COLUMNS ") = (" NOTE_VALUES ") WHERE id = ?13", error);
  if (stmt == NULL)
    return FALSE;
  bind_note (stmt, note, note->claim_id);
  dossier_bind_int (stmt, 13, note->id);
  return dossier_statement_run (stmt, error);
}

/* Parameters 1 to 7. */
static void
bind_link (DossierStatement        *stmt,
           const DossierLinkRecord *link,
           gint64                   from_claim,
           gint64                   to_claim)
{
  dossier_bind_int (stmt, 1, from_claim);
  dossier_bind_int (stmt, 2, to_claim);
  sqlite3_bind_int (stmt, 3, link->relation);
  dossier_bind_text (stmt, 4, link->why);
  sqlite3_bind_double (stmt, 5, link->confidence);
  sqlite3_bind_int (stmt, 6, link->review);
  sqlite3_bind_int (stmt, 7, link->by_person);
}

/**
 * dossier_write_link:
 * @from_claim, @to_claim: what it joins, whatever the record says
 */
gint64
dossier_write_link (DossierConnection        *connection,
                    const DossierLinkRecord  *link,
                    gint64                    from_claim,
                    gint64                    to_claim,
                    GError                  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "INSERT INTO link (from_claim, to_claim, relation, why, confidence, review, by_person) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?)",
                                     error);
  if (stmt == NULL)
    return 0;
  bind_link (stmt, link, from_claim, to_claim);
  return dossier_statement_run (stmt, error) ? last_id (connection) : 0;
}

/**
 * dossier_write_link_again:
 * @link: with its id
 */
gboolean
dossier_write_link_again (DossierConnection        *connection,
                          const DossierLinkRecord  *link,
                          GError                  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "UPDATE link SET (from_claim, to_claim, relation, why, confidence, review, by_person) "
                                     "= (?, ?, ?, ?, ?, ?, ?) WHERE id = ?",
                                     error);
  if (stmt == NULL)
    return FALSE;
  bind_link (stmt, link, link->from_claim, link->to_claim);
  dossier_bind_int (stmt, 8, link->id);
  return dossier_statement_run (stmt, error);
}
