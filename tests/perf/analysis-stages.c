/* analysis-stages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How fast each stage of the analysis is: MB/s, and against one bare read of
 * the same text.
 *
 *   analysis-stages [FILE…]
 *
 * Files are JSON Lines with a "text" each (*.jsonl), or texts. Without one it
 * reads PolNeAR's development part from the shared folder, and where that is
 * missing the sample articles, fifty times.
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "dossier-analyser.h"

static const char *const stage_names[] = {
  "blocks", "tokens", "countries", "dates", "attributions", "claims", "links",
};

G_STATIC_ASSERT (G_N_ELEMENTS (stage_names) == DOSSIER_N_STAGES);

static void
add_text (GPtrArray  *texts,
          gsize      *n_bytes,
          const char *words)
{
  *n_bytes += strlen (words);
  g_ptr_array_add (texts, dossier_text_new (words, -1));
}

static gboolean
read_file (const char  *path,
           GPtrArray   *texts,
           gsize       *n_bytes,
           GError     **error)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &data, NULL, error))
    return FALSE;
  if (!g_str_has_suffix (path, ".jsonl"))
    {
      add_text (texts, n_bytes, data);
      return TRUE;
    }

  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = lines[i][0] != '\0' ? json_from_string (lines[i], NULL) : NULL;

      if (node != NULL)
        add_text (texts, n_bytes, json_object_get_string_member (json_node_get_object (node), "text"));
    }

  return TRUE;
}

static gboolean
read_samples (GPtrArray  *texts,
              gsize      *n_bytes,
              GError    **error)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_SRCDIR") ? g_getenv ("G_TEST_SRCDIR") : "tests",
                                              "..", "data", "samples", NULL);
  g_autoptr (GDir) names = g_dir_open (folder, 0, error);
  const char *name;

  if (names == NULL)
    return FALSE;
  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      for (guint i = 0; i < 50; i++)
        {
          if (!read_file (path, texts, n_bytes, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_texts (int          n_paths,
            char       **paths,
            GPtrArray   *texts,
            gsize       *n_bytes,
            GError     **error)
{
  const char *shared = g_getenv ("DOSSIER_SHARED");
  g_autofree char *standard = g_build_filename (shared != NULL ? shared : "../shared", "eval", "gold", "attribution",
                                                "polnear_dev.jsonl", NULL);

  for (int i = 0; i < n_paths; i++)
    {
      if (!read_file (paths[i], texts, n_bytes, error))
        return FALSE;
    }
  if (n_paths > 0)
    return TRUE;

  return g_file_test (standard, G_FILE_TEST_EXISTS) ? read_file (standard, texts, n_bytes, error)
                                                    : read_samples (texts, n_bytes, error);
}

/* One look at every byte: the floor under all of it. */
static guint32
read_bare (GPtrArray *texts)
{
  guint32 sum = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      gsize n;
      const char *utf8 = dossier_text_utf8 (g_ptr_array_index (texts, i), &n);

      for (gsize k = 0; k < n; k++)
        sum = sum * 31 + (guchar)utf8[k];
    }

  return sum;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierAnalyser) analyser = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)dossier_text_unref);
  gint64 times[DOSSIER_N_STAGES], start, bare, whole = 1;
  gsize n_bytes = 0;

  if (!read_texts (argc - 1, argv + 1, texts, &n_bytes, &error))
    {
      g_print ("skipped: %s\n", error->message);
      return 77;
    }

  start = g_get_monotonic_time ();
  analyser = dossier_analyser_new (&error);
  g_assert_no_error (error);
  g_print ("%-14s %8.1f ms\n", "start", (g_get_monotonic_time () - start) / 1e3);

  start = g_get_monotonic_time ();
  g_print ("%-14s %8x\n", "sum", read_bare (texts));
  bare = MAX (1, g_get_monotonic_time () - start);

  dossier_analyser_take_times (times);
  for (guint i = 0; i < texts->len; i++)
    {
      DossierAnalyserInput input = { .text = g_ptr_array_index (texts, i) };
      g_autoptr (DossierFindings) findings = dossier_analyser_run (analyser, &input, NULL, NULL);

      g_assert_nonnull (findings);
    }
  dossier_analyser_take_times (times);
  for (guint i = 0; i < DOSSIER_N_STAGES; i++)
    whole += times[i];

  for (guint i = 0; i < DOSSIER_N_STAGES; i++)
    g_print ("%-14s %8.1f MB/s  %5.1f %%  %5.1f times a bare read\n", stage_names[i],
             n_bytes / (double)MAX (1, times[i]), 100.0 * times[i] / whole, (double)times[i] / bare);
  g_print ("%-14s %8.1f MB/s  100.0 %%  %5.1f times a bare read\n", "all", n_bytes / (double)whole,
           (double)whole / bare);

  return 0;
}
