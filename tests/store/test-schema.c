/* test-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>

#include "dossier-schema.h"
#include "store-fixture.h"

static void
assert_refused (const char       *path,
                DossierOpenFlags  flags,
                GQuark            domain,
                int               code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gsize n_before = 0, n_after = 0;
  gboolean exists = g_file_get_contents (path, &before, &n_before, NULL);

  g_assert_null (dossier_store_open_sync (path, flags, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpint (g_file_get_contents (path, &after, &n_after, NULL), ==, exists);
  if (exists)
    g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* What is no dossier of ours is refused and stays as it is, byte for byte. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "way.dossier", NULL);
  g_autofree char *data = NULL;
  gsize size;
  sqlite3 *db = NULL;

  assert_refused (other, 0, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_refused (nowhere, DOSSIER_OPEN_CREATE, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_refused (fixture->folder, DOSSIER_OPEN_CREATE, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_file_set_contents (other, "", 0, NULL);
  assert_refused (other, 0, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);
  g_file_set_contents (other, "Some plain text, and not little of it.", -1, NULL);
  assert_refused (other, DOSSIER_OPEN_CREATE, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);
  g_unlink (other);

  sqlite3_open (other, &db);
  sqlite3_exec (db, "CREATE TABLE t (a)", NULL, NULL, NULL);
  sqlite3_close (db);
  assert_refused (other, DOSSIER_OPEN_CREATE, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);

  for (guint i = 0; i < 100; i++)
    fixture_add (fixture->store, i);
  dossier_store_close (fixture->store);
  g_file_get_contents (fixture->path, &data, &size, NULL);
  g_file_set_contents (other, data, size - 5000, NULL);
  assert_refused (other, 0, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT);
  data[63] = 99; /* the lowest byte of user_version */
  g_file_set_contents (other, data, size, NULL);
  assert_refused (other, 0, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_TOO_NEW);
}

/* A file with a trigger or a view would run somebody else's statements. */
static void
test_trigger (Fixture       *fixture,
              gconstpointer  unused)
{
  sqlite3 *db = NULL;
  g_autoptr (GError) error = NULL;

  dossier_store_close (fixture->store);
  sqlite3_open (fixture->path, &db);
  sqlite3_exec (db, "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM source; END", NULL, NULL, NULL);
  sqlite3_close (db);
  g_assert_null (dossier_store_open_sync (fixture->path, 0, NULL, &error));
  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  gpointer *out = user_data;

  out[0] = dossier_store_open_finish (result, (GError **) &out[1]);
  out[2] = out;
}

static void
test_open_async (Fixture       *fixture,
                 gconstpointer  unused)
{
  gpointer out[3] = { NULL };
  gpointer failed[3] = { NULL };

  dossier_store_open_async (fixture->path, 0, NULL, opened_cb, out);
  dossier_store_open_async ("/dev/null", 0, NULL, opened_cb, failed);
  while (out[2] == NULL || failed[2] == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (out[0]);
  g_assert_null (failed[0]);
  g_assert_nonnull (failed[1]);
  g_clear_error ((GError **) &failed[1]);
  g_assert_finalize_object (out[0]);
}

/* An empty file, as a file chooser may have made it, becomes a dossier when that is what is asked. */
static void
test_create (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.dossier", NULL);
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_file_set_contents (path, "", 0, NULL);
  store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, NULL);
  g_assert_nonnull (store);
  dossier_store_close (store);
  dossier_store_close (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpint (n, ==, 2);
}

static void
assert_reading_only (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierStore) store = dossier_store_open_sync (path, 0, NULL, &error);
  g_autoptr (DossierColumns) columns = NULL;
  g_autoptr (DossierContent) content = NULL;

  g_assert_no_error (error);
  g_assert_true (dossier_store_is_read_only (store));
  columns = dossier_store_load_columns_sync (store, NULL, NULL);
  g_assert_cmpint (columns->n_claims, ==, 3);
  content = dossier_store_load_content_sync (store, 1, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_null (dossier_store_apply_sync (store, dossier_edit_new ("x"), NULL, &error));
  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_READ_ONLY);
}

/* On a file system that cannot be written. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *mounted = g_build_filename (fixture->folder, "mounted", NULL);
  g_autofree char *path = g_build_filename (mounted, "a.dossier", NULL);
  g_autofree char *data = NULL;
  gsize size;

  fixture_add (fixture->store, 1);
  dossier_store_close (fixture->store);
  g_file_get_contents (fixture->path, &data, &size, NULL);
  g_mkdir (mounted, 0700);
  if (mount ("tmpfs", mounted, "tmpfs", 0, "size=8m") != 0)
    {
      g_rmdir (mounted);
      g_test_skip ("Cannot mount a file system here");
      return;
    }

  g_file_set_contents (path, data, size, NULL);
  g_assert_cmpint (mount ("tmpfs", mounted, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_reading_only (path);
  umount (mounted);
  g_rmdir (mounted);
}

static void
test_asked_read_only (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierColumns) columns = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  fixture_add (fixture->store, 1);
  dossier_store_close (fixture->store);
  store = dossier_store_open_sync (fixture->path, DOSSIER_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (dossier_store_set_value_sync (store, "a", "b", NULL, &error));
  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_READ_ONLY);
  columns = dossier_store_load_columns_sync (store, NULL, NULL);
  g_assert_cmpint (columns->n_claims, ==, 3);
  dossier_store_close (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* Adds until the disk is full: nothing acknowledged is lost, and it goes on when there is room again. */
static void
fill_up (const char *path,
         const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierStore) store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (DossierDocument) document = fixture_document (n);
      g_autoptr (DossierFindings) findings = fixture_findings (document);
      g_autofree DossierAdded *added = dossier_store_add_sync (store, document, findings, NULL, &error);

      if (added == NULL)
        break;
      n++;
    }

  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_FULL);
  g_assert_cmpint (n, >, 2);
  g_assert_cmpint (fixture_number (path, "SELECT count(*) FROM source"), ==, n);
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", MS_REMOUNT, "size=16m"), ==, 0);
  for (guint i = 0; i < 5; i++)
    fixture_add (store, n + i);
  dossier_store_close (store);
  fixture_check_whole (path);
  g_assert_cmpint (fixture_number (path, "SELECT count(*) FROM source"), ==, n + 5);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *mounted = g_build_filename (fixture->folder, "mounted", NULL);
  g_autofree char *path = g_build_filename (mounted, "a.dossier", NULL);

  g_mkdir (mounted, 0700);
  if (mount ("tmpfs", mounted, "tmpfs", 0, "size=3m") != 0)
    {
      g_rmdir (mounted);
      g_test_skip ("Cannot mount a file system here");
      return;
    }

  fill_up (path, mounted);
  umount (mounted);
  g_rmdir (mounted);
}

/* Damage in the middle of the file hides no more than what it hit. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.dossier", NULL);
  g_autofree char *data = NULL;
  gsize size;

  for (guint i = 0; i < 300; i++)
    fixture_add (fixture->store, i);
  dossier_store_close (fixture->store);
  g_file_get_contents (fixture->path, &data, &size, NULL);
  for (guint round = 0; round < 40; round++)
    {
      g_autofree char *hurt = g_memdup2 (data, size);
      gsize page = g_test_rand_int_range (1, size / 4096);
      g_autoptr (DossierStore) store = NULL;
      g_autoptr (DossierColumns) columns = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) sentences = NULL;
      guint n_read = 0;

      memset (hurt + page * 4096, 0xa5, 4096);
      g_file_set_contents (path, hurt, size, NULL);
      store = dossier_store_open_sync (path, 0, NULL, &error);
      if (store == NULL)
        {
          g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT);
          continue;
        }
      columns = dossier_store_load_columns_sync (store, NULL, &error);
      g_clear_error (&error);
      for (gint64 id = 1; id <= 300; id++)
        {
          g_autoptr (DossierContent) content = dossier_store_load_content_sync (store, id, NULL, NULL);

          n_read += content != NULL;
        }
      sentences = dossier_store_verify_sync (store, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("page %zu: %u sources, %u in the columns, %u sentences", page, n_read,
                      columns != NULL ? columns->n_sources : 0, g_strv_length (sentences));
    }
}

static DossierConnection *
open_writer (const char *path)
{
  g_autoptr (GError) error = NULL;
  DossierConnection *connection = dossier_connection_open (path, DOSSIER_CONNECTION_WRITER, &error);

  g_assert_no_error (error);
  return connection;
}

static void
test_upgrade (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-1", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (DossierConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture->store, 1);
  dossier_store_close (fixture->store);
  before = fixture_dump (fixture->path);

  connection = open_writer (fixture->path);
  g_assert_false (dossier_schema_upgrade (connection, fixture->path, "/test/bad", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (dossier_schema_upgrade (connection, fixture->path, "/test/orphan", &error));
  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (fixture_number (fixture->path, "PRAGMA user_version"), ==, 1);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (dossier_schema_upgrade (connection, fixture->path, "/test/good", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_number (fixture->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM extra"), ==, 0);
  g_assert_cmpint (fixture_number (copy, "PRAGMA user_version"), ==, 1);
  kept = fixture_dump (copy);
  g_assert_cmpstr (kept, ==, before);
  g_clear_pointer (&connection, dossier_connection_close);

  assert_refused (fixture->path, 0, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_TOO_NEW);
}

static char *
dump_schema (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  GString *string = g_string_new (NULL);

  sqlite3_open (path, &db);
  sqlite3_prepare_v2 (db,
                      "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_schema AS m "
                      "JOIN pragma_table_xinfo (m.name) AS c ORDER BY m.name, c.cid",
                      -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < 6; i++)
        g_string_append_printf (string, "%s|", (const char *) sqlite3_column_text (stmt, i));
      g_string_append_c (string, '\n');
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (string, FALSE);
}

/* Each released version opens, is brought up to date, and is then as a new file is. */
static void
test_released (Fixture       *fixture,
               gconstpointer  unused)
{
  for (int version = 1; version <= dossier_schema_version (DOSSIER_SCHEMA_FOLDER); version++)
    {
      g_autofree char *name = g_strdup_printf ("dossier-%d.sql", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *sql = NULL;
      g_autofree char *old = NULL;
      g_autofree char *fresh = NULL;
      g_autofree char *title = NULL;
      g_autoptr (DossierStore) store = NULL;
      g_autoptr (DossierContent) content = NULL;
      g_autoptr (DossierHits) hits = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      g_assert_true (g_file_get_contents (file, &sql, NULL, &error));
      sqlite3_open (path, &db);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);

      store = dossier_store_open_sync (path, 0, NULL, &error);
      g_assert_no_error (error);
      title = dossier_store_get_value_sync (store, "title", NULL, NULL);
      g_assert_cmpstr (title, ==, "Old dossier");
      content = dossier_store_load_content_sync (store, 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (content->claims->len, ==, 1);
      g_assert_cmpint (content->notes->len, ==, 1);
      hits = dossier_store_search_sync (store, "bridge ", NULL, NULL);
      g_assert_cmpint (hits->claims->len, ==, 1);
      g_assert_true (dossier_store_undo_sync (store, NULL, NULL));
      dossier_store_close (store);
      fixture_check_whole (path);

      old = dump_schema (path);
      fresh = dump_schema (fixture->path);
      g_assert_cmpstr (old, ==, fresh);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/schema/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("refused", test_refused);
  ADD ("trigger", test_trigger);
  ADD ("open-async", test_open_async);
  ADD ("create", test_create);
  ADD ("read-only", test_read_only);
  ADD ("asked-read-only", test_asked_read_only);
  ADD ("full", test_full);
  ADD ("damaged", test_damaged);
  ADD ("upgrade", test_upgrade);
  ADD ("released", test_released);
#undef ADD

  return g_test_run ();
}
