/* dossier-read.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-pack.h"
#include "dossier-read.h"
#include "dossier-statement.h"

#define SELECT_CLAIM                                                                                             \
  "SELECT c.id, source_id, start, stop, more_start, more_stop, kind, quote, prefix, suffix, s.name, "            \
  "speaker_start, speaker_stop, cue, cue_start, cue_stop, via, countries, event, event_reason, stated, "         \
  "stated_reason, confidence, review, verdict, verdict_reason, user_fields, by_person, why "                     \
  "FROM claim AS c LEFT JOIN speaker AS s ON s.id = c.speaker_id "
#define SELECT_SOURCE                                                                                           \
  "SELECT id, title, outlet, byline, url, published, language, file_name, media_type, encoding, sha256, "       \
  "countries, imported, n_chars, user_fields, unread FROM source "
#define SELECT_NOTE                                                                                              \
  "SELECT id, source_id, claim_id, start, stop, quote, prefix, suffix, text, colour, tags, created, modified "   \
  "FROM note "
#define SELECT_LINK "SELECT id, from_claim, to_claim, relation, why, confidence, review, by_person FROM link "

typedef gpointer (*ReadRow) (DossierStatement *stmt);

static DossierSpan
column_span (DossierStatement *stmt,
             int               column)
{
  DossierSpan span = { dossier_column_uint (stmt, column, G_MAXUINT32),
                       dossier_column_uint (stmt, column + 1, G_MAXUINT32) };

  return span;
}

static void
take_strv (char ***place,
           char  **strv)
{
  g_strfreev (*place);
  *place = strv;
}

static gpointer
read_claim (DossierStatement *stmt)
{
  DossierClaimRecord *claim = dossier_claim_record_new ();

  claim->id = dossier_column_int (stmt, 0);
  claim->source_id = dossier_column_int (stmt, 1);
  claim->span = column_span (stmt, 2);
  claim->more = column_span (stmt, 4);
  claim->kind = dossier_column_uint (stmt, 6, DOSSIER_N_KINDS - 1);
  claim->quote = dossier_column_text (stmt, 7);
  claim->prefix = dossier_column_text (stmt, 8);
  claim->suffix = dossier_column_text (stmt, 9);
  claim->speaker = dossier_column_text (stmt, 10);
  claim->speaker_span = column_span (stmt, 11);
  claim->cue = dossier_column_text (stmt, 13);
  claim->cue_span = column_span (stmt, 14);
  take_strv (&claim->via, dossier_unpack_names ((const char *) sqlite3_column_text (stmt, 16)));
  take_strv (&claim->countries, dossier_unpack_codes ((const char *) sqlite3_column_text (stmt, 17)));
  claim->event = dossier_column_text (stmt, 18);
  claim->event_reason = dossier_column_text (stmt, 19);
  claim->stated = dossier_column_text (stmt, 20);
  claim->stated_reason = dossier_column_text (stmt, 21);
  claim->confidence = sqlite3_column_double (stmt, 22);
  claim->review = dossier_column_uint (stmt, 23, DOSSIER_N_REVIEWS - 1);
  claim->verdict = dossier_column_uint (stmt, 24, DOSSIER_N_VERDICTS - 1);
  claim->verdict_reason = dossier_column_text (stmt, 25);
  claim->user_fields = dossier_column_uint (stmt, 26, G_MAXUINT32);
  claim->by_person = dossier_column_int (stmt, 27) != 0;
  claim->why = dossier_unpack_why ((const char *) sqlite3_column_text (stmt, 28), &claim->n_why);
  return claim;
}

static gpointer
read_source (DossierStatement *stmt)
{
  DossierSourceRecord *source = dossier_source_record_new ();

  source->id = dossier_column_int (stmt, 0);
  source->title = dossier_column_text (stmt, 1);
  source->outlet = dossier_column_text (stmt, 2);
  source->byline = dossier_column_text (stmt, 3);
  source->url = dossier_column_text (stmt, 4);
  source->published = dossier_column_text (stmt, 5);
  source->language = dossier_column_text (stmt, 6);
  source->file_name = dossier_column_text (stmt, 7);
  source->media_type = dossier_column_text (stmt, 8);
  source->encoding = dossier_column_text (stmt, 9);
  source->sha256 = dossier_column_text (stmt, 10);
  take_strv (&source->countries, dossier_unpack_codes ((const char *) sqlite3_column_text (stmt, 11)));
  source->imported = dossier_column_int (stmt, 12);
  source->n_chars = dossier_column_uint (stmt, 13, G_MAXUINT32);
  source->user_fields = dossier_column_uint (stmt, 14, G_MAXUINT32);
  source->unread = dossier_column_int (stmt, 15) != 0;
  return source;
}

static gpointer
read_note (DossierStatement *stmt)
{
  DossierNoteRecord *note = dossier_note_record_new ();

  note->id = dossier_column_int (stmt, 0);
  note->source_id = dossier_column_int (stmt, 1);
  note->claim_id = dossier_column_int (stmt, 2);
  note->span = column_span (stmt, 3);
  note->quote = dossier_column_text (stmt, 5);
  note->prefix = dossier_column_text (stmt, 6);
  note->suffix = dossier_column_text (stmt, 7);
  note->text = dossier_column_text (stmt, 8);
  note->colour = dossier_column_text (stmt, 9);
  take_strv (&note->tags, dossier_unpack_names ((const char *) sqlite3_column_text (stmt, 10)));
  note->created = dossier_column_int (stmt, 11);
  note->modified = dossier_column_int (stmt, 12);
  return note;
}

static gpointer
read_link (DossierStatement *stmt)
{
  DossierLinkRecord *link = dossier_link_record_new ();

  link->id = dossier_column_int (stmt, 0);
  link->from_claim = dossier_column_int (stmt, 1);
  link->to_claim = dossier_column_int (stmt, 2);
  link->relation = dossier_column_uint (stmt, 3, DOSSIER_N_RELATIONS - 1);
  link->why = dossier_column_text (stmt, 4);
  link->confidence = sqlite3_column_double (stmt, 5);
  link->review = dossier_column_uint (stmt, 6, DOSSIER_N_REVIEWS - 1);
  link->by_person = dossier_column_int (stmt, 7) != 0;
  return link;
}

/* All rows of @sql, which may have one parameter, @id. */
static GPtrArray *
read_rows (DossierConnection  *connection,
           const char         *sql,
           gint64              id,
           ReadRow             read,
           GDestroyNotify      row_free,
           GError            **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, sql, error);
  int step;

  if (stmt == NULL)
    return NULL;
  if (sqlite3_bind_parameter_count (stmt) > 0)
    dossier_bind_int (stmt, 1, id);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    g_ptr_array_add (rows, read (stmt));

  return step == 0 ? g_steal_pointer (&rows) : NULL;
}

static void
free_claim (gpointer data)
{
  dossier_claim_record_unref (data);
}

static void
free_source (gpointer data)
{
  dossier_source_record_unref (data);
}

/* The rows of @ids in that order, %NULL for what is gone. */
static GPtrArray *
read_by_id (DossierConnection  *connection,
            const char         *sql,
            const gint64       *ids,
            guint               n_ids,
            ReadRow             read,
            GDestroyNotify      row_free,
            GError            **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_ids, row_free);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, sql, error);

  if (stmt == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    {
      int step;

      dossier_bind_int (stmt, 1, ids[i]);
      step = dossier_statement_step (stmt, error);
      if (step < 0)
        return NULL;
      g_ptr_array_add (rows, step == 1 ? read (stmt) : NULL);
      sqlite3_reset (stmt);
    }

  return g_steal_pointer (&rows);
}

/**
 * dossier_read_claims:
 *
 * Returns: (nullable) (transfer full): #DossierClaimRecord in the order of @ids,
 * %NULL for those that are gone
 */
GPtrArray *
dossier_read_claims (DossierConnection  *connection,
                     const gint64       *ids,
                     guint               n_ids,
                     GError            **error)
{
  return read_by_id (connection, SELECT_CLAIM "WHERE c.id = ?", ids, n_ids, read_claim, free_claim, error);
}

/**
 * dossier_read_claims_of:
 *
 * Returns: (nullable) (transfer full): #DossierClaimRecord, dismissed ones too
 */
GPtrArray *
dossier_read_claims_of (DossierConnection  *connection,
                        gint64              source_id,
                        GError            **error)
{
  return read_rows (connection, SELECT_CLAIM "WHERE source_id = ? ORDER BY start, c.id", source_id, read_claim,
                    free_claim, error);
}

static gboolean
count_kinds (DossierConnection    *connection,
             DossierSourceRecord  *source,
             GError              **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection,
                                     "SELECT kind, count(*) FROM claim INDEXED BY claim_columns "
                                     "WHERE source_id = ? AND review <> 2 GROUP BY kind",
                                     error);
  G_STATIC_ASSERT (DOSSIER_REVIEW_DISMISSED == 2);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, source->id);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    source->n_kinds[dossier_column_uint (stmt, 0, DOSSIER_N_KINDS - 1)] += dossier_column_uint (stmt, 1, G_MAXUINT32);

  return step == 0;
}

/**
 * dossier_read_sources:
 *
 * Returns: (nullable) (transfer full): #DossierSourceRecord in the order of @ids, %NULL for
 * those that are gone
 */
GPtrArray *
dossier_read_sources (DossierConnection  *connection,
                      const gint64       *ids,
                      guint               n_ids,
                      GError            **error)
{
  g_autoptr (GPtrArray) sources = NULL;

  sources = read_by_id (connection, SELECT_SOURCE "WHERE id = ?", ids, n_ids, read_source, free_source, error);
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      DossierSourceRecord *source = g_ptr_array_index (sources, i);

      if (source != NULL && !count_kinds (connection, source, error))
        return NULL;
    }

  return g_steal_pointer (&sources);
}

/**
 * dossier_read_all_notes:
 *
 * Returns: (nullable) (transfer full): #DossierNoteRecord, by source and place
 */
GPtrArray *
dossier_read_all_notes (DossierConnection  *connection,
                        GError            **error)
{
  return read_rows (connection, SELECT_NOTE "ORDER BY source_id, start, id", 0, read_note,
                    (GDestroyNotify) dossier_note_record_unref, error);
}

/**
 * dossier_read_all_links:
 *
 * Returns: (nullable) (transfer full): #DossierLinkRecord, oldest first
 */
GPtrArray *
dossier_read_all_links (DossierConnection  *connection,
                        GError            **error)
{
  return read_rows (connection, SELECT_LINK "ORDER BY id", 0, read_link, (GDestroyNotify) dossier_link_record_unref,
                    error);
}

static gboolean
read_body (DossierConnection  *connection,
           DossierContent     *content,
           gint64              source_id,
           GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection, "SELECT blocks, mentions, text FROM source_body WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, source_id);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    {
      content->blocks = dossier_unpack_blocks ((const char *) sqlite3_column_text (stmt, 0));
      content->mentions = dossier_unpack_mentions ((const char *) sqlite3_column_text (stmt, 1));
      content->text = dossier_text_new ((const char *) sqlite3_column_text (stmt, 2), sqlite3_column_bytes (stmt, 2));
      return TRUE;
    }

  return step == 0 ? dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT) : FALSE;
}

/* What lies on a text does not hide it: a part that is damaged is left empty, and verifying names it. */
static gboolean
read_part (DossierConnection  *connection,
           const char         *sql,
           gint64              source_id,
           ReadRow             read,
           GDestroyNotify      row_free,
           GPtrArray         **part,
           GError            **error)
{
  g_autoptr (GError) local = NULL;

  *part = read_rows (connection, sql, source_id, read, row_free, &local);
  if (*part == NULL && g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT))
    *part = g_ptr_array_new_with_free_func (row_free);
  if (*part != NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_parts (DossierConnection  *connection,
            DossierContent     *content,
            gint64              source_id,
            GError            **error)
{
  return read_part (connection, SELECT_CLAIM "WHERE source_id = ? ORDER BY start, c.id", source_id, read_claim,
                    free_claim, &content->claims, error) &&
         read_part (connection, SELECT_NOTE "WHERE source_id = ? ORDER BY start, id", source_id, read_note,
                    (GDestroyNotify) dossier_note_record_unref, &content->notes, error) &&
         read_part (connection,
                    SELECT_LINK "WHERE id IN ("
                    "SELECT l.id FROM claim AS o JOIN link AS l ON l.from_claim = o.id WHERE o.source_id = ?1 "
                    "UNION "
                    "SELECT l.id FROM claim AS o JOIN link AS l ON l.to_claim = o.id WHERE o.source_id = ?1) "
                    "ORDER BY id",
                    source_id, read_link, (GDestroyNotify) dossier_link_record_unref, &content->links, error) &&
         /* The claims at the other end, of this source or another, each once. */
         read_part (connection,
                    SELECT_CLAIM "WHERE c.id IN ("
                    "SELECT to_claim FROM claim AS o JOIN link ON from_claim = o.id WHERE o.source_id = ?1 "
                    "UNION "
                    "SELECT from_claim FROM claim AS o JOIN link ON to_claim = o.id WHERE o.source_id = ?1) "
                    "ORDER BY source_id, start, c.id",
                    source_id, read_claim, free_claim, &content->linked, error);
}

static DossierContent *
set_gone (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This source is no longer in the dossier."));
  return NULL;
}

/**
 * dossier_read_content:
 *
 * Returns: (nullable) (transfer full): the source with all that lies on it;
 * %NULL with %G_IO_ERROR_NOT_FOUND where it is gone
 */
DossierContent *
dossier_read_content (DossierConnection  *connection,
                      gint64              source_id,
                      GError            **error)
{
  g_autoptr (DossierContent) content = g_new0 (DossierContent, 1);
  g_autoptr (GPtrArray) sources = dossier_read_sources (connection, &source_id, 1, error);

  if (sources == NULL)
    return NULL;
  if (g_ptr_array_index (sources, 0) == NULL)
    return set_gone (error);

  content->source = dossier_source_record_ref (g_ptr_array_index (sources, 0));
  if (!read_body (connection, content, source_id, error) || !read_parts (connection, content, source_id, error))
    return NULL;
  return g_steal_pointer (&content);
}

/**
 * dossier_content_free:
 * @self: may be half read
 */
void
dossier_content_free (DossierContent *self)
{
  g_clear_pointer (&self->source, dossier_source_record_unref);
  g_clear_pointer (&self->text, dossier_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_ptr_array_unref);
  g_free (self);
}

/**
 * dossier_read_original:
 *
 * Returns: (nullable) (transfer full): the bytes as they were imported
 */
GBytes *
dossier_read_original (DossierConnection  *connection,
                       gint64              source_id,
                       GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection,
                                     "SELECT coalesce (original, CAST (text AS BLOB)) FROM source_body WHERE id = ?",
                                     error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_int (stmt, 1, source_id);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    return g_bytes_new (sqlite3_column_blob (stmt, 0), sqlite3_column_bytes (stmt, 0));
  if (step == 0)
    set_gone (error);
  return NULL;
}
