/* test-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store-fixture.h"

static DossierContent *
load (DossierStore *store,
      gint64        source)
{
  g_autoptr (GError) error = NULL;
  DossierContent *content = dossier_store_load_content_sync (store, source, NULL, &error);

  g_assert_no_error (error);
  return content;
}

static void
assert_same_text (DossierText *a,
                  DossierText *b)
{
  gsize n_a, n_b;
  const char *utf8_a = dossier_text_utf8 (a, &n_a);
  const char *utf8_b = dossier_text_utf8 (b, &n_b);

  g_assert_cmpmem (utf8_a, n_a, utf8_b, n_b);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierDocument) document = fixture_document (1);
  g_autoptr (DossierFindings) findings = fixture_findings (document);
  g_autoptr (DossierContent) content = NULL;
  g_autofree DossierAdded *again = NULL;
  g_autoptr (GBytes) original = NULL;
  DossierClaimRecord *claim;

  again = dossier_store_add_sync (fixture->store, document, findings, NULL, NULL);
  g_assert_true (again->already);
  g_assert_cmpint (again->source_id, ==, source);
  g_assert_cmpint (dossier_store_find_sha256_sync (fixture->store, document->sha256, NULL, NULL), ==, source);
  g_assert_cmpint (dossier_store_find_sha256_sync (fixture->store, "none", NULL, NULL), ==, 0);

  content = load (fixture->store, source);
  g_assert_cmpstr (content->source->title, ==, document->title);
  g_assert_cmpstr (content->source->countries[0], ==, "NO");
  g_assert_true (content->source->unread);
  g_assert_cmpint (content->source->n_kinds[DOSSIER_KIND_DENIAL], ==, 1);
  assert_same_text (content->text, document->text);
  g_assert_cmpint (content->blocks->len, ==, 1);
  g_assert_cmpint (content->mentions->len, ==, 1);
  g_assert_cmpstr (g_array_index (content->mentions, DossierMentionFinding, 0).rule, ==, "country.city");
  g_assert_cmpint (content->claims->len, ==, 3);
  g_assert_cmpint (content->links->len, ==, 1);
  g_assert_cmpint (content->linked->len, ==, 2);

  claim = g_ptr_array_index (content->claims, 0);
  g_assert_cmpstr (claim->quote, ==, "the café contract was forged");
  g_assert_cmpstr (claim->speaker, ==, "Ombrix Ltd");
  g_assert_cmpstr (claim->event, ==, "2001-02");
  g_assert_cmpint (claim->n_why, ==, 1);
  g_assert_cmpstr (claim->why[0].rule, ==, "kind.cue");
  g_assert_cmpint (g_strv_length (claim->via), ==, 0);

  original = dossier_store_load_original_sync (fixture->store, source, NULL, NULL);
  g_assert_true (g_bytes_equal (original, document->original));
}

/* Bytes that are not those of the text are kept beside it, with every value a byte can have. */
static void
test_original (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (DossierDocument) document = fixture_document (3);
  g_autoptr (DossierFindings) findings = fixture_findings (document);
  g_autoptr (GBytes) original = NULL;
  g_autofree DossierAdded *added = NULL;
  g_autofree char *sum = NULL;
  guint8 bytes[256];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = i;
  g_bytes_unref (document->original);
  document->original = g_bytes_new (bytes, sizeof bytes);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->original);
  g_strlcpy (document->sha256, sum, sizeof document->sha256);

  added = dossier_store_add_sync (fixture->store, document, findings, NULL, NULL);
  original = dossier_store_load_original_sync (fixture->store, added->source_id, NULL, NULL);
  g_assert_true (g_bytes_equal (original, document->original));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[] = { 77, 1 };
  g_autoptr (GPtrArray) claims = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  g_assert_null (dossier_store_load_content_sync (fixture->store, 77, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (dossier_store_load_original_sync (fixture->store, 77, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  fixture_add (fixture->store, 1);
  claims = dossier_store_load_claims_sync (fixture->store, ids, 2, NULL, NULL);
  g_assert_cmpint (claims->len, ==, 2);
  g_assert_null (g_ptr_array_index (claims, 0));
  g_assert_nonnull (g_ptr_array_index (claims, 1));
  sources = dossier_store_load_sources_sync (fixture->store, ids, 2, NULL, NULL);
  g_assert_null (g_ptr_array_index (sources, 0));
  g_assert_nonnull (g_ptr_array_index (sources, 1));
}

static void
test_values (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *value = NULL;

  g_assert_null (dossier_store_get_value_sync (fixture->store, "title", NULL, NULL));
  g_assert_true (dossier_store_set_value_sync (fixture->store, "title", "Häfen", NULL, NULL));
  g_assert_true (dossier_store_set_value_sync (fixture->store, "title", "Ports", NULL, NULL));
  fixture_reopen (fixture);
  value = dossier_store_get_value_sync (fixture->store, "title", NULL, NULL);
  g_assert_cmpstr (value, ==, "Ports");
  g_assert_true (dossier_store_set_value_sync (fixture->store, "title", NULL, NULL, NULL));
  g_assert_null (dossier_store_get_value_sync (fixture->store, "title", NULL, NULL));
}

static void
test_read_mark (Fixture       *fixture,
                gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierContent) content = NULL;
  g_autoptr (DossierHistory) history = NULL;

  g_assert_true (dossier_store_set_read_sync (fixture->store, source, NULL, NULL));
  content = load (fixture->store, source);
  g_assert_false (content->source->unread);
  history = dossier_store_history_sync (fixture->store, NULL, NULL);
  g_assert_false (history->can_undo);
}

static void
assert_hits (DossierStore *store,
             const char   *words,
             guint         n_claims,
             guint         n_sources)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierHits) hits = dossier_store_search_sync (store, words, NULL, &error);

  g_assert_no_error (error);
  if (hits->claims->len != n_claims || hits->sources->len != n_sources)
    g_error ("“%s”: %u claims, %u sources", words, hits->claims->len, hits->sources->len);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char *const odd[] = {
    "\"", "'", "*", "(", ")", "a:b", "NEAR(a b)", "AND", "OR", "NOT x", "^x", "-x", "+", "\"\"", "\"a\" \"", "x*y", "{a}",
    "title:", "🙂", "a\tb", "…", "\"**\"", "''\"", "\\", "%", ";DROP TABLE claim",
  };
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  DossierEdit *edit;
  gint64 source;

  for (guint i = 0; i < 10; i++)
    source = fixture_add (fixture->store, i);

  assert_hits (fixture->store, "cafe forged ", 10, 10);
  assert_hits (fixture->store, "CAFÉ", 10, 10);
  assert_hits (fixture->store, "\"contract café\"", 0, 0);
  assert_hits (fixture->store, "\"café contract\"", 10, 10);
  assert_hits (fixture->store, "“café contract”", 10, 10);
  assert_hits (fixture->store, "forg", 10, 10);
  assert_hits (fixture->store, "forg ", 0, 0);
  assert_hits (fixture->store, "forg* contract ", 10, 10);
  assert_hits (fixture->store, "nairobi ", 0, 2);
  assert_hits (fixture->store, "ombrix ", 13, 3);
  assert_hits (fixture->store, "", 0, 0);
  assert_hits (fixture->store, "   ", 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierHits) hits = dossier_store_search_sync (fixture->store, odd[i], NULL, &error);
      g_autoptr (GPtrArray) snippets = dossier_store_snippets_sync (fixture->store, odd[i], 0, 5, NULL, &error);

      g_assert_no_error (error);
    }

  note->source_id = source;
  note->text = g_strdup ("zebra crossing");
  edit = dossier_edit_new ("Note");
  dossier_edit_insert_note (edit, note);
  g_array_unref (fixture_apply (fixture->store, edit));
  assert_hits (fixture->store, "zebra ", 0, 1);
  dossier_store_undo_sync (fixture->store, NULL, NULL);
  assert_hits (fixture->store, "zebra ", 0, 0);
}

static void
test_snippets (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (DossierContent) content = NULL;
  g_autofree char *word = NULL;
  DossierSnippet *snippet;

  for (guint i = 0; i < 10; i++)
    fixture_add (fixture->store, i);
  all = dossier_store_snippets_sync (fixture->store, "paid ", 0, 100, NULL, NULL);
  some = dossier_store_snippets_sync (fixture->store, "paid ", 8, 100, NULL, NULL);
  g_assert_cmpint (all->len, ==, 10);
  g_assert_cmpint (some->len, ==, 2);

  snippet = g_ptr_array_index (all, 0);
  g_assert_nonnull (strstr (snippet->markup, "<b>paid</b>"));
  g_assert_nonnull (strstr (snippet->markup, "&quot;Nothing"));
  g_assert_null (strchr (snippet->markup, '\n'));
  content = load (fixture->store, snippet->source_id);
  word = dossier_text_substring (content->text, snippet->span);
  g_assert_cmpstr (word, ==, "paid");
}

static void
count_cb (DossierStore  *store,
          DossierChange *change,
          GPtrArray     *changes)
{
  g_ptr_array_add (changes, dossier_change_ref (change));
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_change_unref);
  DossierChange *change;
  DossierEdit *edit = dossier_edit_new ("Confirm claim");
  gint64 source, claims[] = { 2, 1 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), changes);
  source = fixture_add (fixture->store, 1);
  dossier_edit_set_review (edit, claims, 2, DOSSIER_REVIEW_CONFIRMED);
  g_array_unref (fixture_apply (fixture->store, edit));
  dossier_store_undo_sync (fixture->store, NULL, NULL);
  dossier_store_undo_sync (fixture->store, NULL, NULL);
  g_assert_cmpint (changes->len, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpint (changes->len, ==, 3);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->generation, ==, 2);
  g_assert_cmpint (g_array_index (change->sources, gint64, 0), ==, source);
  g_assert_cmpint (change->claims->len, ==, 3);
  g_assert_true (change->links);
  g_assert_null (change->label);
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->label, ==, "Confirm claim");
  g_assert_cmpint (change->claims->len, ==, 2);
  g_assert_cmpint (g_array_index (change->claims, gint64, 0), ==, 1);
  g_assert_null (change->notes);
  g_assert_false (change->undone);
  change = g_ptr_array_index (changes, 2);
  g_assert_cmpstr (change->label, ==, "Confirm claim");
  g_assert_true (change->undone);
}

typedef struct
{
  guint    n_done;
  gboolean changed;
} Async;

static void
changed_cb (DossierStore  *store,
            DossierChange *change,
            Async         *async)
{
  async->changed = TRUE;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Async *async = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree DossierAdded *added = dossier_store_add_finish (DOSSIER_STORE (object), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (added);
  g_assert_true (async->changed);
  async->n_done++;
}

/* Many at once share commits; the news comes before the results; the last reference may go inside a callback. */
static void
test_async (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_document_free);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_findings_free);
  Async async = { 0 };

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &async);
  for (guint i = 0; i < 100; i++)
    {
      DossierDocument *document = fixture_document (i);

      g_ptr_array_add (documents, document);
      g_ptr_array_add (findings, fixture_findings (document));
      dossier_store_add_async (fixture->store, document, g_ptr_array_index (findings, i), NULL, added_cb, &async);
    }
  while (async.n_done < 100)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM source"), ==, 100);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  guint *n_failed = user_data;

  if (!dossier_store_set_value_finish (DOSSIER_STORE (object), result, &error))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
      n_failed[0]++;
    }
  n_failed[1]++;
}

/* What was asked before the end is done, what comes later fails; nothing hangs. */
static void
test_close (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  guint n[2] = { 0 };

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %u", i);

      dossier_store_set_value_async (fixture->store, key, "x", NULL, closed_cb, n);
    }
  dossier_store_close (fixture->store);
  dossier_store_close (fixture->store);
  dossier_store_set_value_async (fixture->store, "late", "x", NULL, closed_cb, n);
  g_assert_null (dossier_store_load_columns_sync (fixture->store, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  while (n[1] < 51)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n[0], ==, 1);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM value"), ==, 50);
}

static gpointer
ask_thread (gpointer data)
{
  DossierStore *store = data;
  g_autoptr (GError) error = NULL;

  while (dossier_store_set_value_sync (store, "key", "x", NULL, &error))
    {
      g_autofree char *value = dossier_store_get_value_sync (store, "key", NULL, NULL);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  return NULL;
}

/* Threads that wait for answers while the dossier is closed get theirs. */
static void
test_close_in_use (Fixture       *fixture,
                   gconstpointer  unused)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_thread, fixture->store);
  g_usleep (20000);
  dossier_store_close (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  fixture_add (fixture->store, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (dossier_store_load_columns_sync (fixture->store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  ids = dossier_store_apply_sync (fixture->store, dossier_edit_new ("Nothing"), cancellable, &error);
  g_assert_null (ids);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_verify (Fixture       *fixture,
             gconstpointer  unused)
{
  g_auto (GStrv) good = NULL;
  g_auto (GStrv) bad = NULL;
  sqlite3 *db = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_add (fixture->store, i);
  good = dossier_store_verify_sync (fixture->store, NULL, NULL);
  g_assert_nonnull (good);
  g_assert_cmpint (g_strv_length (good), ==, 0);

  sqlite3_open (fixture->path, &db);
  sqlite3_exec (db, "UPDATE claim SET start = start + 1 WHERE id = 2; UPDATE source SET sha256 = 'x' WHERE id = 3", NULL,
                NULL, NULL);
  sqlite3_close (db);
  bad = dossier_store_verify_sync (fixture->store, NULL, NULL);
  g_assert_cmpint (g_strv_length (bad), ==, 2);
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.dossier", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.dossier", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    fixture_add (fixture->store, i);
  g_assert_true (dossier_store_backup_sync (fixture->store, copy, NULL, &error));
  g_assert_true (dossier_store_backup_sync (fixture->store, copy, NULL, &error));
  before = fixture_dump (fixture->path);
  after = fixture_dump (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (dossier_store_backup_sync (fixture->store, nowhere, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("add", test_add);
  ADD ("original", test_original);
  ADD ("gone", test_gone);
  ADD ("values", test_values);
  ADD ("read-mark", test_read_mark);
  ADD ("search", test_search);
  ADD ("snippets", test_snippets);
  ADD ("changed", test_changed);
  ADD ("async", test_async);
  ADD ("close", test_close);
  ADD ("close-in-use", test_close_in_use);
  ADD ("cancel", test_cancel);
  ADD ("verify", test_verify);
  ADD ("backup", test_backup);
#undef ADD

  return g_test_run ();
}
