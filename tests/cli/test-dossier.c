/* test-dossier.c: the commands that work on a dossier, through the real program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define N_ARGUMENTS 24

typedef struct
{
  char *folder;
  char *in;
  char *dossier;
  char *output;
  char *errors;
} Fixture;

/* Runs a command on the fixture's dossier; @line is divided at spaces, "@" stands for the folder. Returns its status. */
static int
run (Fixture    *self,
     const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", N_ARGUMENTS);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, g_strdup (g_getenv ("DOSSIER_CLI")));
  g_ptr_array_add (argv, g_strdup ("--dossier"));
  g_ptr_array_add (argv, g_strdup (self->dossier));
  for (guint i = 0; words[i] != NULL; i++)
    {
      GString *word = g_string_new (words[i]);

      g_string_replace (word, "@", self->folder, 0);
      g_string_replace (word, "_", " ", 0);
      g_ptr_array_add (argv, g_string_free (word, FALSE));
    }
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char * const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static void
write_file (Fixture    *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (self->in, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->folder = g_dir_make_tmp ("dossier-cli-XXXXXX", NULL);
  self->in = g_build_filename (self->folder, "in", NULL);
  self->dossier = g_build_filename (self->folder, "case.dossier", NULL);
  g_assert_no_errno (g_mkdir (self->in, 0700));
  write_file (self, "a.txt",
              "Cranes of Mombasa were sold\n\nBy Ines Tarvo\n\nMarch 3, 2020\n\n"
              "The harbour board of Kenya alleged on Monday that Ombrix Ltd bribed officials in Nairobi in 2019. "
              "Ombrix denied the charge. \"We have paid nobody,\" the company said.\n");
  write_file (self, "b.txt",
              "Norway audits port deal\n\nMay 16, 2021\n\n"
              "An audit by the Norwegian finance ministry found no evidence that the contract was forged. "
              "Oslo will suspend the deal, the minister said.\n");
  write_file (self, "c.txt", "A text with no date\n\nThe mayor said the bridge in Lima was closed.\n");
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_below (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  remove_below (self->folder);
  g_free (self->folder);
  g_free (self->in);
  g_free (self->dossier);
  g_free (self->output);
  g_free (self->errors);
}

static void
assert_status (Fixture    *self,
               const char *line,
               int         expected)
{
  int status = run (self, line);

  if (status != expected)
    g_test_message ("%s: %s%s", line, self->output, self->errors);
  g_assert_cmpint (status, ==, expected);
}

/* The JSON array that a command writes. */
static JsonNode *
run_json (Fixture    *self,
          const char *line)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  assert_status (self, line, 0);
  node = json_from_string (self->output, &error);
  g_assert_no_error (error);

  return node;
}

static guint
count (Fixture    *self,
       const char *line)
{
  g_autoptr (JsonNode) node = run_json (self, line);

  return json_array_get_length (json_node_get_array (node));
}

static void
test_import (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (JsonNode) sources = NULL;
  JsonObject *first;

  assert_status (self, "import @/in", 0);
  g_assert_nonnull (strstr (self->output, "added as source"));
  g_assert_cmpstr (self->errors, ==, "");
  assert_status (self, "import @/in/a.txt", 0);
  g_assert_true (g_str_has_prefix (self->output, "already there"));

  /* What fails is told, and the rest is done. */
  write_file (self, "d.txt", "");
  write_file (self, "e.txt", "Another text of the harbour.\n");
  assert_status (self, "import @/in/none.txt @/in/d.txt @/in/e.txt", 1);
  g_assert_nonnull (strstr (self->errors, "none.txt"));
  g_assert_nonnull (strstr (self->errors, "d.txt"));
  g_assert_nonnull (strstr (self->output, "e.txt"));
  assert_status (self, "import --limit 3 @/in/b.txt", 1);

  sources = run_json (self, "sources --format json");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (sources)), ==, 4);
  first = json_array_get_object_element (json_node_get_array (sources), 0);
  g_assert_cmpint (strlen (json_object_get_string_member (first, "sha256")), ==, 64);
  assert_status (self, "verify", 0);
}

static void
test_lists (Fixture       *self,
            gconstpointer  unused)
{
  guint all;

  assert_status (self, "import @/in", 0);
  all = count (self, "claims --format json");
  g_assert_cmpuint (all, >, 2);
  g_assert_cmpuint (count (self, "claims --format json --kind denial"), >, 0);
  g_assert_cmpuint (count (self, "claims --format json --kind denial"), <, all);
  g_assert_cmpuint (count (self, "claims --format json --country KE"), >, 0);
  g_assert_cmpuint (count (self, "claims --format json --country kenya"), ==,
                    count (self, "claims --format json --country KE"));
  g_assert_cmpuint (count (self, "claims --format json --country KE --country NO --all-countries"), ==, 0);
  g_assert_cmpuint (count (self, "sources --format json --from 2021 --date-basis published"), ==, 1);
  g_assert_cmpuint (count (self, "sources --format json --text Lima"), ==, 1);
  g_assert_cmpuint (count (self, "notes --format json"), ==, 0);
  g_assert_cmpuint (count (self, "claims --format json --review confirmed"), ==, 0);

  assert_status (self, "timeline --format csv --date-basis published", 0);
  g_assert_true (g_str_has_prefix (self->output, "earliest,latest,kind,countries,speaker,quote,id,source\r\n2020-03-03,"));
  assert_status (self, "claims", 0);
  g_assert_true (g_str_has_prefix (self->output, "id "));
  assert_status (self, "show 1", 0);
  g_assert_nonnull (strstr (self->output, "SHA-256: "));
  assert_status (self, "show --text 1", 0);
  g_assert_nonnull (strstr (self->output, "\n\n"));
  json_node_unref (run_json (self, "show --json 1"));
  assert_status (self, "show 99", 1);
}

static void
test_notes (Fixture       *self,
            gconstpointer  unused)
{
  g_autoptr (JsonNode) notes = NULL;
  JsonObject *note;

  assert_status (self, "import @/in/c.txt", 0);
  assert_status (self, "note --source 1 --quote the_bridge --tag to-verify --colour yellow Ask_the mayor", 0);
  g_assert_cmpstr (self->output, ==, "1\n");
  assert_status (self, "note About the whole", 0);
  assert_status (self, "note --source 1 --quote nowhere x", 1);
  assert_status (self, "note --source 9 x", 1);
  assert_status (self, "note --claim 999 x", 1);
  assert_status (self, "note --quote x y", 2);
  assert_status (self, "note --colour mauve y", 2);
  assert_status (self, "note", 2);

  notes = run_json (self, "notes --format json");
  /* The note on the dossier stands before those on sources. */
  note = json_array_get_object_element (json_node_get_array (notes), 1);
  g_assert_cmpstr (json_object_get_string_member (note, "text"), ==, "Ask the mayor");
  g_assert_cmpstr (json_object_get_string_member (note, "quote"), ==, "the bridge");
  g_assert_cmpstr (json_object_get_string_member (note, "colour"), ==, "yellow");
}

static void
test_export (Fixture       *self,
             gconstpointer  unused)
{
  g_autofree char *page = g_build_filename (self->folder, "page.html", NULL);
  g_autofree char *html = NULL;

  assert_status (self, "import @/in", 0);
  assert_status (self, "export", 0);
  g_assert_true (g_str_has_prefix (self->output, "# "));
  g_assert_nonnull (strstr (self->output, "## "));
  assert_status (self, "export --format csv --kind denial", 0);
  g_assert_nonnull (strstr (self->output, ",denial,"));
  g_assert_null (strstr (self->output, ",allegation,"));
  assert_status (self, "export -o @/page.html", 0);
  g_assert_cmpstr (self->output, ==, "");
  g_assert_true (g_file_get_contents (page, &html, NULL, NULL));
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  assert_status (self, "export -o @/none/page.html", 1);
  assert_status (self, "export --format docx", 2);
  assert_status (self, "export --only-reviewed", 0);
  g_assert_null (strstr (self->output, "## "));
}

static void
test_keep (Fixture       *self,
           gconstpointer  unused)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.dossier", NULL);

  assert_status (self, "import @/in", 0);
  assert_status (self, "backup @/copy.dossier", 0);
  g_free (self->dossier);
  self->dossier = g_steal_pointer (&copy);
  assert_status (self, "verify", 0);
  g_assert_cmpuint (count (self, "sources --format json"), ==, 3);
  assert_status (self, "backup @/none/copy.dossier", 1);
  assert_status (self, "backup", 2);
}

/* A wrong call is told from work that failed, and neither makes a file. */
static void
test_wrong_calls (Fixture       *self,
                  gconstpointer  unused)
{
  static const char * const usage[] = {
    "claims --kind rumour", "claims --country Atlantis", "claims --from tomorrowish", "claims --date-basis moon",
    "claims --review perhaps", "claims --format xml", "claims extra", "claims --no-such-option", "import", "show",
    "show one", "show 0", "verify extra", "frobnicate",
  };

  for (guint i = 0; i < G_N_ELEMENTS (usage); i++)
    {
      assert_status (self, usage[i], 2);
      g_assert_cmpstr (self->output, ==, "");
      g_assert_true (g_str_has_prefix (self->errors, "dossier-cli: "));
    }
  assert_status (self, "sources", 1);
  g_assert_false (g_file_test (self->dossier, G_FILE_TEST_EXISTS));

  /* A foreign file is refused, and left as it is. */
  g_assert_true (g_file_set_contents (self->dossier, "no dossier", -1, NULL));
  assert_status (self, "sources", 1);
  assert_status (self, "import @/in", 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/dossier/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/dossier/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/dossier/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/dossier/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/dossier/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/dossier/wrong-calls", Fixture, NULL, set_up, test_wrong_calls, tear_down);

  return g_test_run ();
}
