/* test-analyze.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Runs dossier-cli; the arguments end with NULL. Returns its exit status. */
static int
run (const char        *input,
     char             **output,
     char             **errors,
     const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (char *)g_getenv ("DOSSIER_CLI"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (char *)*arguments);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *)argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, output, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static void
test_lines (void)
{
  const char *const arguments[] = { "analyze", "--jsonl", NULL };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) third = NULL;
  JsonObject *object;
  static const char *const members[] = {
    "id", "title", "outlet", "byline", "published", "language", "blocks", "countries", "mentions",
    "dates", "attributions", "claims", "links",
  };
  int status = run ("{\"id\":\"a\",\"text\":\"Norway closed the caf\\u00e9 in Oslo.\",\"published\":\"2020-02-03\"}\n"
                    "no json\n"
                    "\n"
                    "{\"id\":7,\"text\":\"\"}\n"
                    "{\"id\":8}\n",
                    &output, &errors, arguments);

  g_assert_cmpint (status, ==, 1);
  g_assert_nonnull (strstr (errors, "Line 2"));
  g_assert_nonnull (strstr (errors, "Line 5"));
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);

  first = json_from_string (lines[0], NULL);
  object = json_node_get_object (first);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpstr (json_object_get_string_member (object, "published"), ==, "2020-02-03");
  object = json_array_get_object_element (json_object_get_array_member (object, "mentions"), 1);
  g_assert_cmpint (json_object_get_int_member (object, "start"), ==, 26);
  g_assert_cmpint (json_object_get_int_member (object, "end"), ==, 30);
  g_assert_cmpstr (json_object_get_string_member (object, "code"), ==, "NO");

  third = json_from_string (lines[1], NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (third), "id"), ==, 7);
}

static void
test_files (void)
{
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (JsonNode) node = NULL;
  const char *arguments[] = { "analyze", "--json", NULL, "/nowhere/at/all.txt", NULL };
  int handle = g_file_open_tmp ("dossier-XXXXXX.txt", &path, NULL);

  g_assert_cmpint (handle, >=, 0);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, "Boats left Iceland.\n", -1, NULL));
  arguments[2] = path;
  g_assert_cmpint (run ("", &output, &errors, arguments), ==, 1);
  g_assert_nonnull (strstr (errors, "/nowhere/at/all.txt"));

  node = json_from_string (output, NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "file"), ==, path);
  g_assert_true (json_object_has_member (json_node_get_object (node), "text"));
  g_assert_false (json_object_has_member (json_node_get_object (node), "id"));
  g_unlink (path);
}

static void
test_locate (void)
{
  const char *const arguments[] = { "locate", "--jsonl", NULL };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run ("{\"id\":1,\"text\":\"A tall ship came in.\",\"exact\":\"tall ship\",\"prefix\":\"A \","
                        "\"suffix\":\" came in.\",\"start\":2}\n"
                        "{\"id\":2,\"text\":\"Nothing.\",\"exact\":\"tall ship\",\"start\":2}\n",
                        &output, &errors, arguments), ==, 0);
  lines = g_strsplit (output, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "{\"id\":1,\"state\":\"exact\",\"start\":2,\"end\":11,"));
  g_assert_true (g_str_has_prefix (lines[1], "{\"id\":2,\"state\":\"lost\",\"start\":null,\"end\":null,"));
}

static void
test_usage (void)
{
  static const char *const wrong[][4] = {
    { NULL }, { "nonsense", NULL }, { "analyze", NULL }, { "analyze", "--json", NULL },
    { "analyze", "--jsonl", "file", NULL }, { "--nonsense", NULL }, { "locate", NULL },
  };
  const char *const help[] = { "--help", NULL };
  g_autofree char *output = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *ignored = NULL;
      g_autofree char *errors = NULL;

      g_assert_cmpint (run ("", &ignored, &errors, wrong[i]), ==, 2);
      g_assert_cmpstr (ignored, ==, "");
      g_assert_cmpuint (strlen (errors), >, 0);
    }
  g_assert_cmpint (run ("", &output, NULL, help), ==, 0);
  g_assert_nonnull (strstr (output, "analyze"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analyze/lines", test_lines);
  g_test_add_func ("/analyze/files", test_files);
  g_test_add_func ("/analyze/locate", test_locate);
  g_test_add_func ("/analyze/usage", test_usage);
  return g_test_run ();
}
