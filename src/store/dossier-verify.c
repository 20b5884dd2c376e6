/* dossier-verify.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-statement.h"
#include "dossier-verify.h"

/* Sentences, and no more of them than a person reads. */
#define MAX_SENTENCES 100

typedef struct
{
  DossierConnection *connection;
  GPtrArray         *sentences;
} Verify;

static void
add_sentence (Verify     *verify,
              const char *format,
              ...) G_GNUC_PRINTF (2, 3);

static void
add_sentence (Verify     *verify,
              const char *format,
              ...)
{
  va_list args;

  if (verify->sentences->len >= MAX_SENTENCES)
    return;
  va_start (args, format);
  g_ptr_array_add (verify->sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Damage is what is looked for: it becomes a sentence, and the next check goes on. */
static gboolean
is_damage (Verify      *verify,
           const char  *what,
           GError     **local,
           GError     **error)
{
  if (g_error_matches (*local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT))
    {
      add_sentence (verify, _("%s cannot be read: this part of the file is damaged."), what);
      g_clear_error (local);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static gboolean
check_integrity (Verify  *verify,
                 GError **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  g_autoptr (GError) local = NULL;
  int step;

  stmt = dossier_connection_prepare (verify->connection, "PRAGMA integrity_check", &local);
  if (stmt == NULL)
    return is_damage (verify, _("The file"), &local, error);
  while ((step = dossier_statement_step (stmt, &local)) == 1)
    {
      const char *answer = (const char *) sqlite3_column_text (stmt, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        add_sentence (verify, _("The file is damaged: %s."), answer);
    }

  return step == 0 || is_damage (verify, _("The file"), &local, error);
}

static gboolean
check_keys (Verify  *verify,
            GError **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  g_autoptr (GError) local = NULL;
  int step;

  stmt = dossier_connection_prepare (verify->connection, "PRAGMA foreign_key_check", &local);
  if (stmt == NULL)
    return is_damage (verify, _("The list of tables"), &local, error);
  while ((step = dossier_statement_step (stmt, &local)) == 1)
    add_sentence (verify, _("Row %lld of “%s” belongs to something that is not there."),
                  (long long) dossier_column_int (stmt, 1), (const char *) sqlite3_column_text (stmt, 0));

  return step == 0 || is_damage (verify, _("The list of tables"), &local, error);
}

/* Quotes of one source against its text: claims, then notes. */
static gboolean
check_quotes (Verify       *verify,
              gboolean      notes,
              gint64        source,
              DossierText  *text,
              GError      **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (verify->connection,
                                     notes ? "SELECT id, start, stop, quote FROM note WHERE source_id = ? AND quote <> ''"
                                           : "SELECT id, start, stop, quote FROM claim WHERE source_id = ? AND quote <> ''",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, source);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      DossierSpan span = { dossier_column_uint (stmt, 1, G_MAXUINT32), dossier_column_uint (stmt, 2, G_MAXUINT32) };
      const char *quote = (const char *) sqlite3_column_text (stmt, 3);
      g_autofree char *there = NULL;

      if (span.end <= dossier_text_n_chars (text) && span.start <= span.end)
        there = dossier_text_substring (text, span);
      if (g_strcmp0 (there, quote) == 0)
        continue;
      if (notes)
        add_sentence (verify, _("The quote of note %lld is not in its place in source %lld."),
                      (long long) dossier_column_int (stmt, 0), (long long) source);
      else
        add_sentence (verify, _("The quote of claim %lld is not in its place in source %lld."),
                      (long long) dossier_column_int (stmt, 0), (long long) source);
    }

  return step == 0;
}

static gboolean
check_text (Verify       *verify,
            gint64        source,
            const char   *sha256,
            GBytes       *original,
            DossierText  *text,
            GError      **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);

  if (g_strcmp0 (sum, sha256) != 0)
    add_sentence (verify, _("The original of source %lld is not what was imported: its SHA-256 differs."),
                  (long long) source);

  return check_quotes (verify, FALSE, source, text, error) && check_quotes (verify, TRUE, source, text, error);
}

static gboolean
check_source (Verify      *verify,
              gint64       source,
              const char  *sha256,
              GError     **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  g_autoptr (GBytes) original = NULL;
  g_autoptr (DossierText) text = NULL;
  int step;

  stmt = dossier_connection_prepare (verify->connection,
                                     "SELECT text, coalesce (original, CAST (text AS BLOB)) FROM source_body WHERE id = ?",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, source);
  step = dossier_statement_step (stmt, error);
  if (step < 0)
    return FALSE;
  if (step == 0)
    {
      add_sentence (verify, _("The text of source %lld is missing."), (long long) source);
      return TRUE;
    }

  text = dossier_text_new ((const char *) sqlite3_column_text (stmt, 0), sqlite3_column_bytes (stmt, 0));
  original = g_bytes_new (sqlite3_column_blob (stmt, 1), sqlite3_column_bytes (stmt, 1));
  return check_text (verify, source, sha256, original, text, error);
}

static gboolean
check_sources (Verify  *verify,
               GError **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  g_autoptr (GError) local = NULL;
  int step;

  stmt = dossier_connection_prepare (verify->connection, "SELECT id, sha256 FROM source ORDER BY id", &local);
  if (stmt == NULL)
    return is_damage (verify, _("The list of sources"), &local, error);
  while ((step = dossier_statement_step (stmt, &local)) == 1)
    {
      gint64 source = dossier_column_int (stmt, 0);
      g_autofree char *sha256 = dossier_column_text (stmt, 1);
      g_autofree char *what = g_strdup_printf (_("Source %lld"), (long long) source);

      if (!check_source (verify, source, sha256, &local) && !is_damage (verify, what, &local, error))
        return FALSE;
    }

  return step == 0 || is_damage (verify, _("The list of sources"), &local, error);
}

/**
 * dossier_verify:
 *
 * The file as SQLite sees it, what belongs to what, each original against its
 * checksum and each quote against its text. Goes on past what is damaged.
 * Returns: (nullable) (transfer full): a sentence for each thing that is wrong
 */
char **
dossier_verify (DossierConnection  *connection,
                GError            **error)
{
  Verify verify = { connection, g_ptr_array_new_with_free_func (g_free) };

  if (!check_integrity (&verify, error) || !check_keys (&verify, error) || !check_sources (&verify, error))
    {
      g_ptr_array_unref (verify.sentences);
      return NULL;
    }

  g_ptr_array_set_free_func (verify.sentences, NULL);
  g_ptr_array_add (verify.sentences, NULL);
  return (char **) g_ptr_array_free (verify.sentences, FALSE);
}
