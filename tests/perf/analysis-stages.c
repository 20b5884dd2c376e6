/* analysis-stages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How fast each stage of the analysis is: MB/s, and against one bare read of
 * the same text.
 *
 *   analysis-stages [TEXTS.jsonl]
 *
 * Without a file it reads PolNeAR's development part from the shared folder.
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "dossier-analyser.h"

static const char *const stage_names[] = {
  "blocks", "tokens", "countries", "dates", "attributions", "claims", "links",
};

G_STATIC_ASSERT (G_N_ELEMENTS (stage_names) == DOSSIER_N_STAGES);

static GPtrArray *
read_texts (const char  *path,
            gsize       *n_bytes,
            GError     **error)
{
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *texts;

  if (!g_file_get_contents (path, &data, NULL, error))
    return NULL;

  texts = g_ptr_array_new_with_free_func ((GDestroyNotify)dossier_text_unref);
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = lines[i][0] != '\0' ? json_from_string (lines[i], NULL) : NULL;
      const char *words;

      if (node == NULL)
        continue;
      words = json_object_get_string_member (json_node_get_object (node), "text");
      *n_bytes += strlen (words);
      g_ptr_array_add (texts, dossier_text_new (words, -1));
    }

  return texts;
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
  g_autofree char *standard = g_build_filename (g_getenv ("DOSSIER_SHARED") ? g_getenv ("DOSSIER_SHARED") : "../shared",
                                                "eval", "gold", "attribution", "polnear_dev.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierAnalyser) analyser = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  gint64 times[DOSSIER_N_STAGES], start, bare, whole = 1;
  gsize n_bytes = 0;

  texts = read_texts (argc > 1 ? argv[1] : standard, &n_bytes, &error);
  if (texts == NULL)
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
    g_print ("%-14s %8.1f MB/s  %5.1f %%\n", stage_names[i], n_bytes / (double)MAX (1, times[i]),
             100.0 * times[i] / whole);
  g_print ("%-14s %8.1f MB/s  %5.1f times a bare read\n", "all", n_bytes / (double)whole,
           (double)whole / bare);

  return 0;
}
