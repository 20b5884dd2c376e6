/* store-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"

static const char *const places[] = { "Lahore", "Oslo", "Nairobi", "Lima", "Hanoi" };
static const char *const codes[] = { "PK", "NO", "KE", "PE", "VN" };
static const char *const speakers[] = { "Marta Quell", "Ombrix Ltd", "Ines Tarvo", "Port Authority" };

void
fixture_set_up (Fixture       *self,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("dossier-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Tést file.dossier", NULL);
  self->store = dossier_store_open_sync (self->path, DOSSIER_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  unused)
{
  if (self->store != NULL)
    g_assert_finalize_object (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture_check_whole (self->path);
  fixture_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  dossier_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->store);
  self->store = dossier_store_open_sync (self->path, DOSSIER_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
}

/* Article number @number; its first quotation holds letters of two bytes. */
DossierDocument *
fixture_document (guint number)
{
  DossierDocument *document = dossier_document_new ();
  const char *place = places[number % G_N_ELEMENTS (places)];
  g_autofree char *text = NULL;
  g_autofree char *sum = NULL;

  text = g_strdup_printf ("Crane inquiry %u reaches %s\n\n"
                          "%s said the café contract was forged. The harbour of %s is closed.\n\n"
                          "The firm denied every word of it on day %u. \"Nothing was paid,\" it wrote.\n",
                          number, place, speakers[number % G_N_ELEMENTS (speakers)], place, number);
  document->original = g_bytes_new (text, strlen (text));
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->original);
  g_strlcpy (document->sha256, sum, sizeof document->sha256);
  document->media_type = g_strdup ("text/plain");
  document->encoding = g_strdup ("UTF-8");
  document->file_name = g_strdup_printf ("article-%u.txt", number);
  document->text = dossier_text_new (text, -1);
  document->title = g_strdup_printf ("Crane inquiry %u reaches %s", number, place);
  document->published = g_strdup_printf ("20%02u-03-0%u", number % 20, number % 9 + 1);
  return document;
}

static DossierSpan
find (DossierText *text,
      const char  *words)
{
  gsize size;
  const char *utf8 = dossier_text_utf8 (text, &size);
  const char *at = g_strstr_len (utf8, size, words);
  DossierBytes bytes = { at - utf8, at - utf8 + strlen (words) };

  g_assert_nonnull (at);
  return dossier_text_span (text, bytes);
}

static void
add_claim (DossierFindings *findings,
           DossierText     *text,
           const char      *words,
           DossierKind      kind,
           const char      *speaker,
           const char      *country,
           const char      *event)
{
  DossierClaimRecord *claim = dossier_claim_record_new ();
  DossierWhy why = { { 0, 5 }, g_intern_static_string ("kind.cue") };

  claim->span = find (text, words);
  claim->kind = kind;
  claim->quote = g_strdup (words);
  claim->speaker = g_strdup (speaker);
  claim->event = g_strdup (event);
  claim->confidence = .75;
  claim->why = g_memdup2 (&why, sizeof why);
  claim->n_why = 1;
  g_strfreev (claim->countries);
  claim->countries = g_strsplit (country, " ", -1);
  g_ptr_array_add (findings->claims, claim);
}

DossierFindings *
fixture_findings (DossierDocument *document)
{
  DossierFindings *findings = dossier_findings_new ();
  guint number = atoi (dossier_text_utf8 (document->text, NULL) + strlen ("Crane inquiry "));
  const char *code = codes[number % G_N_ELEMENTS (codes)];
  g_autofree char *event = g_strdup_printf ("20%02u-0%u", number % 20, number % 9 + 1);
  DossierBlock block = { { 0, 20 }, DOSSIER_BLOCK_TITLE };
  DossierMentionFinding mention = { { 24, 30 }, "", "country.city" };
  DossierCountryWeight weight = { "", 1 };
  DossierLinkFinding link = { 2, 0, DOSSIER_RELATION_ANSWERS, NULL, .5 };

  g_strlcpy (mention.code, code, sizeof mention.code);
  g_strlcpy (weight.code, code, sizeof weight.code);
  g_array_append_val (findings->blocks, block);
  g_array_append_val (findings->mentions, mention);
  g_array_append_val (findings->countries, weight);
  findings->language = g_strdup ("en");
  add_claim (findings, document->text, "the café contract was forged", DOSSIER_KIND_ALLEGATION,
             speakers[number % G_N_ELEMENTS (speakers)], code, event);
  add_claim (findings, document->text, "is closed", DOSSIER_KIND_FACT, NULL, "", NULL);
  add_claim (findings, document->text, "denied every word", DOSSIER_KIND_DENIAL, "Ombrix Ltd", number % 2 ? "GB FR" : "GB",
             "2018/..");
  link.why = g_strdup ("same contract");
  g_array_append_val (findings->links, link);
  return findings;
}

gint64
fixture_add (DossierStore *store,
             guint         number)
{
  g_autoptr (DossierDocument) document = fixture_document (number);
  g_autoptr (DossierFindings) findings = fixture_findings (document);
  g_autoptr (GError) error = NULL;
  g_autofree DossierAdded *added = dossier_store_add_sync (store, document, findings, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (added->source_id, >, 0);
  return added->source_id;
}

/* Applies an edit that must succeed. */
GArray *
fixture_apply (DossierStore *store,
               DossierEdit  *edit)
{
  g_autoptr (GError) error = NULL;
  GArray *ids = dossier_store_apply_sync (store, edit, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ids);
  return ids;
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static void
dump_rows (sqlite3    *db,
           const char *sql,
           GString    *string)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        g_string_append_printf (string, "%s|", (const char *) sqlite3_column_text (stmt, i));
      g_string_append_c (string, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

/* All that a person can see, as text. */
char *
fixture_dump (const char *path)
{
  static const char *const sql[] = {
    "SELECT * FROM source ORDER BY id", "SELECT id, blocks, mentions, text, hex (original) FROM source_body ORDER BY id",
    "SELECT c.*, s.name FROM claim AS c LEFT JOIN speaker AS s ON s.id = speaker_id ORDER BY c.id",
    "SELECT * FROM note ORDER BY id", "SELECT * FROM link ORDER BY id",
    "SELECT name, alias_of FROM speaker WHERE alias_of IS NOT NULL ORDER BY id",
    "SELECT rowid FROM claim_fts WHERE claim_fts MATCH 'forged OR closed OR denied OR secret' ORDER BY rowid",
    "SELECT rowid FROM body_fts WHERE body_fts MATCH 'crane' ORDER BY rowid",
    "SELECT rowid FROM note_fts WHERE note_fts MATCH 'look OR tag1 OR tag2' ORDER BY rowid",
    "SELECT rowid FROM title_fts WHERE title_fts MATCH 'crane OR renamed' ORDER BY rowid",
  };
  sqlite3 *db = open_raw (path);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    dump_rows (db, sql[i], string);
  sqlite3_close (db);
  return g_string_free (string, FALSE);
}

gint64
fixture_number (const char *path,
                const char *sql)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *stmt = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return number;
}

/* SQLite's own checks, those of the full-text tables included. */
void
fixture_check_whole (const char *path)
{
  static const char *const indexes[] = { "body_fts", "title_fts", "claim_fts", "note_fts", "speaker_fts" };
  sqlite3 *db = open_raw (path);
  g_autoptr (GString) answer = g_string_new (NULL);

  dump_rows (db, "PRAGMA integrity_check", answer);
  dump_rows (db, "PRAGMA foreign_key_check", answer);
  g_assert_cmpstr (answer->str, ==, "ok|\n");
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", indexes[i],
                                              indexes[i]);
      int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

      if (rc != SQLITE_OK)
        g_test_message ("%s: %s", indexes[i], sqlite3_errmsg (db));
      g_assert_cmpint (rc, ==, SQLITE_OK);
    }
  sqlite3_close (db);
}
