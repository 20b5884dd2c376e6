/* store-perf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * store-perf [SOURCES]: makes a dossier of invented sources of about 2 KB and
 * ten claims each, deterministic, and prints how long each thing takes; import
 * beside a bare insert of the same texts into an FTS5 table, synced as often.
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "dossier-store.h"

#define CLAIMS 10
#define WORDS 330
#define VOCABULARY 20000
#define BATCH 256

static char *vocabulary[VOCABULARY];

static void
make_vocabulary (GRand *rand)
{
  for (guint i = 0; i < VOCABULARY; i++)
    {
      guint n = 2 + i % 3 + (i > 100) + (i > 2000);
      GString *word = g_string_new (NULL);

      for (guint k = 0; k < n; k++)
        g_string_append_printf (word, "%c%c", "bdfgklmnprstvz"[g_rand_int_range (rand, 0, 14)],
                                "aeiou"[g_rand_int_range (rand, 0, 5)]);
      vocabulary[i] = g_string_free (word, FALSE);
    }
}

/* Few words are common, most are rare, as in any text. */
static const char *
pick_word (GRand *rand)
{
  double x = g_rand_double (rand);

  return vocabulary[(guint) (VOCABULARY * x * x * x * x)];
}

static char *
make_text (GRand *rand,
           guint  number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Report %u %s\n\n", number, pick_word (rand));
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf (text, "%s%s", pick_word (rand), i % 11 == 10 ? ". " : " ");
  return g_string_free (text, FALSE);
}

static DossierDocument *
make_document (GRand *rand,
               guint  number)
{
  DossierDocument *document = dossier_document_new ();
  char *text = make_text (rand, number);
  g_autofree char *sum = NULL;

  document->original = g_bytes_new_take (text, strlen (text));
  document->text = dossier_text_new_bytes (document->original);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->original);
  g_strlcpy (document->sha256, sum, sizeof document->sha256);
  document->title = g_strdup_printf ("Report %u", number);
  document->published = g_strdup_printf ("%d-%02d-%02d", 2000 + g_rand_int_range (rand, 0, 25),
                                         g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  return document;
}

static DossierFindings *
make_findings (GRand           *rand,
               DossierDocument *document)
{
  DossierFindings *findings = dossier_findings_new ();

  for (guint i = 0; i < CLAIMS; i++)
    {
      DossierClaimRecord *claim = dossier_claim_record_new ();
      guint speaker = (guint) (50000 * g_rand_double (rand) * g_rand_double (rand) * g_rand_double (rand));

      claim->span.start = 20 + i * 150;
      claim->span.end = claim->span.start + 100;
      claim->kind = g_rand_int_range (rand, 0, DOSSIER_N_KINDS);
      claim->speaker = speaker % 5 == 0 ? NULL : g_strdup_printf ("Speaker %u", speaker);
      claim->event = speaker % 3 == 0 ? NULL
                                      : g_strdup_printf ("%d-%02d", 1990 + g_rand_int_range (rand, 0, 35),
                                                         g_rand_int_range (rand, 1, 13));
      g_strfreev (claim->countries);
      claim->countries = g_new0 (char *, 3);
      claim->countries[0] = g_strdup_printf ("%c%c", g_rand_int_range (rand, 'A', 'P'), g_rand_int_range (rand, 'A', 'L'));
      if (i % 2)
        claim->countries[1] = g_strdup ("US");
      claim->confidence = .5;
      g_ptr_array_add (findings->claims, claim);
    }

  return findings;
}

static void
print_time (const char *what,
            gint64      since,
            double      per)
{
  double ms = (g_get_monotonic_time () - since) / 1000.;

  g_print ("%-44s %10.1f ms", what, ms);
  if (per > 0)
    g_print ("  %8.2f us each", ms * 1000 / per);
  g_print ("\n");
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree DossierAdded *added = dossier_store_add_finish (DOSSIER_STORE (object), result, NULL);

  g_assert_nonnull (added);
  *(guint *) user_data -= 1;
}

/* Documents are made before the clock runs; it stops while the next ones are made. */
static gint64
import (DossierStore *store,
        GRand        *rand,
        guint         n)
{
  gint64 spent = 0;

  for (guint at = 0; at < n; at += BATCH)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_document_free);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_findings_free);
      guint left = 0;
      gint64 start;

      for (guint i = at; i < MIN (n, at + BATCH); i++)
        {
          g_ptr_array_add (documents, make_document (rand, i));
          g_ptr_array_add (findings, make_findings (rand, g_ptr_array_index (documents, i - at)));
        }
      start = g_get_monotonic_time ();
      for (guint i = 0; i < documents->len; i++, left++)
        dossier_store_add_async (store, g_ptr_array_index (documents, i), g_ptr_array_index (findings, i), NULL, added_cb,
                                 &left);
      while (left > 0)
        g_main_context_iteration (NULL, TRUE);
      spent += g_get_monotonic_time () - start;
    }

  return spent;
}

static gint64
bare_insert (const char *path,
             GRand      *rand,
             guint       n)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 spent = 0;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')",
                NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO t (text) VALUES (?)", -1, &stmt, NULL);
  for (guint at = 0; at < n; at += BATCH)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      gint64 start;

      for (guint i = at; i < MIN (n, at + BATCH); i++)
        g_ptr_array_add (texts, make_text (rand, i));
      start = g_get_monotonic_time ();
      sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
      for (guint i = 0; i < texts->len; i++)
        {
          sqlite3_bind_text (stmt, 1, g_ptr_array_index (texts, i), -1, SQLITE_STATIC);
          sqlite3_step (stmt);
          sqlite3_reset (stmt);
        }
      sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
      spent += g_get_monotonic_time () - start;
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return spent;
}

static void
measure_queries (DossierColumns *columns)
{
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "query: everything", "query: country", "query: country, dates, kinds",
                                           "query: one speaker" };
      g_autoptr (DossierQuery) query = dossier_query_new ();
      gint64 start;

      if (i == 1 || i == 2)
        query->countries = g_strsplit ("US", ",", -1);
      if (i == 2)
        {
          query->from = dossier_day_from_ymd (2000, 1, 1);
          query->to = dossier_day_from_ymd (2010, 1, 1);
          query->kinds = 7;
        }
      if (i == 3)
        query->speakers = g_strsplit ("Speaker 7", ",", -1);
      start = g_get_monotonic_time ();
      for (guint k = 0; k < 5; k++)
        {
          g_autoptr (DossierResult) result = dossier_columns_query (columns, query, NULL, NULL);

          g_assert_nonnull (result);
        }
      g_print ("%-44s %10.1f ms\n", names[i], (g_get_monotonic_time () - start) / 5000.);
    }
}

static void
measure_bulk (DossierStore   *store,
              DossierColumns *columns)
{
  guint n = MIN (100000, columns->n_claims);
  DossierEdit *edit = dossier_edit_new ("Bulk");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DossierColumns) after = NULL;
  gint64 start = g_get_monotonic_time ();

  dossier_edit_set_review (edit, columns->ids, n, DOSSIER_REVIEW_CONFIRMED);
  ids = dossier_store_apply_sync (store, edit, NULL, NULL);
  print_time ("bulk edit", start, n);
  start = g_get_monotonic_time ();
  after = dossier_store_load_columns_sync (store, NULL, NULL);
  print_time ("columns after the bulk edit", start, n);
  start = g_get_monotonic_time ();
  g_assert_true (dossier_store_undo_sync (store, NULL, NULL));
  print_time ("undo of the bulk edit", start, n);
  g_clear_pointer (&after, dossier_columns_unref);
  after = dossier_store_load_columns_sync (store, NULL, NULL);
}

static void
measure_deletion (DossierStore   *store,
                  DossierColumns *columns)
{
  guint n = columns->n_sources / 4;
  DossierEdit *edit = dossier_edit_new ("Delete");
  g_autoptr (GArray) ids = NULL;
  gint64 start = g_get_monotonic_time ();

  dossier_edit_delete_sources (edit, columns->source_ids, n);
  ids = dossier_store_apply_sync (store, edit, NULL, NULL);
  print_time ("deletion of a quarter of the sources", start, n);
  start = g_get_monotonic_time ();
  g_assert_true (dossier_store_undo_sync (store, NULL, NULL));
  print_time ("undo of that", start, n);
}

static void
measure_edit (DossierStore   *store,
              DossierColumns *columns)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DossierColumns) after = NULL;
  DossierEdit *edit = dossier_edit_new ("One");
  gint64 start = g_get_monotonic_time ();

  dossier_edit_set_review (edit, columns->ids + columns->n_claims / 2, 1, DOSSIER_REVIEW_DISMISSED);
  ids = dossier_store_apply_sync (store, edit, NULL, NULL);
  print_time ("one edit, synced", start, 0);
  start = g_get_monotonic_time ();
  after = dossier_store_load_columns_sync (store, NULL, NULL);
  print_time ("columns after one edit", start, 0);
}

static void
measure_search (DossierStore   *store,
                DossierColumns *columns)
{
  static const guint places[] = { 3, 300, 15000 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *words = g_strconcat (vocabulary[places[i]], " ", NULL);
      g_autoptr (DossierQuery) query = dossier_query_new ();
      g_autoptr (DossierHits) hits = NULL;
      g_autoptr (DossierResult) result = NULL;
      g_autoptr (GPtrArray) snippets = NULL;
      gint64 start = g_get_monotonic_time ();

      hits = dossier_store_search_sync (store, words, NULL, NULL);
      g_print ("search, %6u claims, %6u sources            %10.1f ms\n", hits->claims->len, hits->sources->len,
               (g_get_monotonic_time () - start) / 1000.);
      start = g_get_monotonic_time ();
      result = dossier_columns_query (columns, query, hits, NULL);
      print_time ("  query with its hits", start, 0);
      start = g_get_monotonic_time ();
      snippets = dossier_store_snippets_sync (store, words, 0, 30, NULL, NULL);
      print_time ("  first page of snippets", start, 0);
    }
}

static DossierStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  DossierStore *store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, &error);

  g_assert_no_error (error);
  return store;
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? atoi (argv[1]) : 10000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *folder = g_dir_make_tmp ("dossier-perf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "perf.dossier", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierColumns) columns = NULL;
  GStatBuf info = { 0 };
  gint64 import_time, bare_time, start;

  make_vocabulary (rand);
  store = open_store (path);
  import_time = import (store, rand, n);
  bare_time = bare_insert (bare, rand, n);
  g_print ("import of %u sources: %.1f s, bare FTS5: %.1f s, ratio of throughput %.2f\n", n, import_time / 1e6,
           bare_time / 1e6, (double) bare_time / import_time);

  g_clear_object (&store);
  g_stat (path, &info);
  g_print ("file: %.1f MB\n", info.st_size / 1e6);
  start = g_get_monotonic_time ();
  store = open_store (path);
  print_time ("open", start, 0);
  start = g_get_monotonic_time ();
  columns = dossier_store_load_columns_sync (store, NULL, NULL);
  print_time ("columns, all", start, columns->n_claims);

  measure_queries (columns);
  measure_edit (store, columns);
  measure_bulk (store, columns);
  measure_search (store, columns);
  measure_deletion (store, columns);

  g_clear_object (&store);
  g_unlink (path);
  g_unlink (bare);
  g_rmdir (folder);
  return 0;
}
