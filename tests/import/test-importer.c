/* test-importer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier-importer.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("dossier-import-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
remove_below (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_below (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_below (self->folder);
  g_free (self->folder);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const char *data,
            gssize      n_bytes)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, n_bytes, NULL));
  return path;
}

/* Each refusal is of the kind asked for and names the file. */
static void
assert_refused (const char         *path,
                gsize               limit,
                DossierImportError  code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_import_file (file, limit, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, DOSSIER_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Küste.txt", "Drei Kräne.\r\n", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_import_file (file, 0, NULL, &error);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_no_error (error);
  g_assert_cmpstr (document->file_name, ==, "Küste.txt");
  g_assert_cmpuint (dossier_text_n_chars (document->text), ==, 12);
  g_assert_cmpuint (g_bytes_get_size (document->original), ==, 14);
  g_assert_cmpint (document->file_time, >=, now - 60);
  g_assert_cmpint (document->file_time, <=, now + 60);
  g_assert_null (document->published);
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *empty = write_file (self, "empty.txt", "", 0);
  g_autofree char *blank = write_file (self, "blank.txt", " \n\t\r\n ", -1);
  g_autofree char *picture = write_file (self, "picture.txt", "\x89PNG\r\n\x1a\n\0\0", 10);
  g_autofree char *zeros = write_file (self, "zeros.txt", "a\0b\0\0\0c\0\0\0\0\0d\0\0\0", 16);
  g_autofree char *pdf = write_file (self, "paper.pdf", "%PDF-1.7\n", -1);
  g_autofree char *word = write_file (self, "letter.docx", "PK\3\4\x14\0\6\0", 8);
  g_autofree char *archive = write_file (self, "page.mhtml",
                                         "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", -1);
  g_autofree char *scripts = write_file (self, "page.html", "<html><script>document.write ('x')</script></html>", -1);
  g_autofree char *gone = g_build_filename (self->folder, "gone.txt", NULL);

  assert_refused (empty, 0, DOSSIER_IMPORT_ERROR_EMPTY);
  assert_refused (blank, 0, DOSSIER_IMPORT_ERROR_EMPTY);
  assert_refused (scripts, 0, DOSSIER_IMPORT_ERROR_EMPTY);
  assert_refused (picture, 0, DOSSIER_IMPORT_ERROR_BINARY);
  assert_refused (zeros, 0, DOSSIER_IMPORT_ERROR_BINARY);
  assert_refused (pdf, 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
  assert_refused (word, 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
  assert_refused (archive, 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
  assert_refused (gone, 0, DOSSIER_IMPORT_ERROR_UNREADABLE);
  assert_refused (self->folder, 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
}

static void
test_limit (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = write_file (self, "long.txt", "0123456789", 10);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierDocument) fits = dossier_import_file (file, 10, NULL, NULL);

  g_assert_nonnull (fits);
  assert_refused (path, 9, DOSSIER_IMPORT_ERROR_TOO_LARGE);
}

/* Opening a pipe without a writer would wait for ever. */
static void
test_special (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *pipe_path = g_build_filename (self->folder, "pipe", NULL);
  g_autofree char *link_path = g_build_filename (self->folder, "nowhere", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("not-there", link_path), ==, 0);
  assert_refused (pipe_path, 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
  assert_refused ("/dev/zero", 0, DOSSIER_IMPORT_ERROR_UNSUPPORTED);
  assert_refused (link_path, 0, DOSSIER_IMPORT_ERROR_UNREADABLE);
}

static void
test_permission (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *path = write_file (self, "locked.txt", "words", -1);
  g_autofree char *below = g_build_filename (self->folder, "locked", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GPtrArray) files = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("permissions do not bind the superuser");
      return;
    }
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_refused (path, 0, DOSSIER_IMPORT_ERROR_UNREADABLE);

  g_assert_cmpint (g_mkdir (below, 0), ==, 0);
  files = dossier_import_list_folder (folder, NULL, NULL);
  g_assert_cmpuint (files->len, ==, 2);
  assert_refused (below, 0, DOSSIER_IMPORT_ERROR_UNREADABLE);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = write_file (self, "words.txt", "words", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dossier_import_file (file, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (dossier_import_list_folder (folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *deep = g_build_filename (self->folder, "b", "deep", NULL);
  g_autofree char *loop = g_build_filename (self->folder, "b", "loop", NULL);
  g_autofree char *alias = g_build_filename (self->folder, "z.txt", NULL);
  g_autofree char *hidden = g_build_filename (self->folder, ".git", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  const char *expected[] = { "a.txt", "b/deep/c.txt", "z.txt" };

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (hidden, 0700), ==, 0);
  g_free (write_file (self, "a.txt", "a", -1));
  g_free (write_file (self, "b/deep/c.txt", "c", -1));
  g_free (write_file (self, ".hidden.txt", "h", -1));
  g_free (write_file (self, ".git/config.txt", "h", -1));
  g_free (write_file (self, "a.txt~", "backup", -1));
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (symlink ("a.txt", alias), ==, 0);

  files = dossier_import_list_folder (folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *relative = g_file_get_relative_path (folder, files->pdata[i]);

      g_assert_cmpstr (relative, ==, expected[i]);
    }
}

static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = write_file (self, "words.txt", "words", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (dossier_import_list_folder (file, NULL, &error));
  g_assert_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE);
}

static void
test_pasted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_import_text ("<p>kept\r\nas it is</p>", 0, &error);
  gsize n_bytes;

  g_assert_no_error (error);
  g_assert_cmpstr (document->media_type, ==, "text/plain");
  g_assert_null (document->file_name);
  dossier_text_utf8 (document->text, &n_bytes);
  g_assert_cmpuint (n_bytes, ==, 20);
  g_assert_cmpuint (g_bytes_get_size (document->original), ==, 21);

  g_assert_null (dossier_import_text ("  ", 0, &error));
  g_assert_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (dossier_import_text ("12345", 4, &error));
  g_assert_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE);
}

/* The content decides, the name only where the content leaves it open. */
static void
test_sniff (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *media_type;
  } cases[] = {
    { "saved.txt", "<!DOCTYPE html><title>x</title><p>Words on a page.", "text/html" },
    { "saved", "<?xml version='1.0'?><!-- saved --><html><p>Words.", "text/html" },
    { "less.html", "a < b and c > d", "text/plain" },
    { "late.htm", "Saved from somewhere\n<div>Words.</div>", "text/html" },
    { "late.txt", "Saved from somewhere\n<div>Words.</div>", "text/plain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (self, cases[i].name, cases[i].content, -1);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (DossierDocument) document = dossier_import_file (file, 0, NULL, NULL);

      g_assert_nonnull (document);
      g_assert_cmpstr (document->media_type, ==, cases[i].media_type);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("file", test_file);
  ADD ("refusals", test_refusals);
  ADD ("limit", test_limit);
  ADD ("special", test_special);
  ADD ("permission", test_permission);
  ADD ("cancel", test_cancel);
  ADD ("folder", test_folder);
  ADD ("no-folder", test_no_folder);
  ADD ("sniff", test_sniff);
  g_test_add_func ("/import/pasted", test_pasted);
  return g_test_run ();
}
