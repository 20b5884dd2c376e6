/* test-kill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "store-fixture.h"

#define ROUNDS 100

/* Says that a call has returned: only then the parent may count on it. */
static void
acknowledge (const char *what,
             gint64      id,
             guint       value)
{
  g_autofree char *line = g_strdup_printf ("%s %" G_GINT64_FORMAT " %u\n", what, id, value);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (1);
}

static void
add_note (DossierStore *store,
          gint64        source)
{
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  DossierEdit *edit = dossier_edit_new ("Note");
  g_autoptr (GArray) ids = NULL;

  note->source_id = source;
  note->text = g_strdup ("kept");
  dossier_edit_insert_note (edit, note);
  ids = fixture_apply (store, edit);
  acknowledge ("note", g_array_index (ids, gint64, 0), 0);
}

/* The child: imports and edits until it is killed. */
static void
work (const char *path,
      guint       first)
{
  g_autoptr (DossierStore) store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, NULL);
  gint64 claim = 0;

  for (guint i = first;; i++)
    {
      gint64 source = fixture_add (store, i);
      DossierEdit *edit;
      guint kind = i % DOSSIER_N_KINDS;

      acknowledge ("source", source, i);
      add_note (store, source);
      claim = source * 3 - 1;
      edit = dossier_edit_new ("Kind");
      dossier_edit_set_kind (edit, &claim, 1, kind);
      g_array_unref (fixture_apply (store, edit));
      acknowledge ("kind", claim, kind);
    }
}

static void
check_line (const char *path,
            const char *line)
{
  gint64 id;
  guint value;
  g_autofree char *sql = NULL;

  if (sscanf (line, "source %" G_GINT64_FORMAT " %u", &id, &value) == 2)
    sql = g_strdup_printf ("SELECT count(*) FROM source JOIN source_body USING (id) WHERE id = %" G_GINT64_FORMAT
                           " AND file_name = 'article-%u.txt'", id, value);
  else if (sscanf (line, "note %" G_GINT64_FORMAT, &id) == 1)
    sql = g_strdup_printf ("SELECT count(*) FROM note WHERE text = 'kept' AND id = %" G_GINT64_FORMAT, id);
  else if (sscanf (line, "kind %" G_GINT64_FORMAT " %u", &id, &value) == 2)
    sql = g_strdup_printf ("SELECT count(*) FROM claim WHERE id = %" G_GINT64_FORMAT " AND kind = %u", id, value);
  else
    g_error ("Strange line: %s", line);

  if (fixture_number (path, sql) != 1)
    g_error ("Lost: %s", line);
}

/* Opens as it was left; half of a source is never there. */
static void
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierStore) store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, &error);
  g_auto (GStrv) sentences = NULL;

  g_assert_no_error (error);
  sentences = dossier_store_verify_sync (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_strv_length (sentences), ==, 0);
  g_assert_cmpint (fixture_number (path, "SELECT count(*) FROM claim"), ==,
                   3 * fixture_number (path, "SELECT count(*) FROM source"));
  dossier_store_close (store);
  fixture_check_whole (path);
}

static char *
run_and_kill (const char *program,
              const char *path,
              guint       first)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  GInputStream *pipe;
  GString *lines = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", path, number, NULL);
  g_assert_no_error (error);
  g_usleep (g_test_rand_int_range (2000, 80000));
  g_subprocess_send_signal (child, SIGKILL);
  pipe = g_subprocess_get_stdout_pipe (child);
  while ((n = g_input_stream_read (pipe, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (lines, buffer, n);
  g_subprocess_wait (child, NULL, NULL);
  return g_string_free (lines, FALSE);
}

static void
test_kill (gconstpointer data)
{
  const char *program = data;
  g_autofree char *folder = g_dir_make_tmp ("dossier-kill-XXXXXX", NULL);
  guint n_lines = 0, next = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("kill-%u.dossier", round / 10);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      text = run_and_kill (program, path, next);
      next += 10000;
      check_file (path);
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++, n_lines++)
        check_line (path, lines[i]);
    }

  g_test_message ("%u acknowledged edits were there", n_lines);
  g_assert_cmpint (n_lines, >, ROUNDS);
  fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    work (argv[2], atoi (argv[3]));

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/kill", argv[0], test_kill);
  return g_test_run ();
}
