/* test-adversarial.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-analyser.h"

/* Shapes that have been the end of text programs: each has to cost time in
 * proportion to its length. */
static const struct
{
  const char *name;
  const char *unit;   /* repeated */
  const char *closer; /* repeated as often after all of that, or NULL */
} shapes[] = {
  { "double-marks", "\"", NULL },
  { "double-marks-apart", "\" ", NULL },
  { "single-marks", "' 'a ", NULL },
  { "open-quotations", "“a ", NULL },
  { "quotation-paragraphs", "\"The quay is shut.\n\n", NULL },
  { "sayings-within", "\"a,\" he said. ", NULL },
  { "backticks", "`", NULL },
  { "brackets", "(", ")" },
  { "brackets-with-words", "(a ", "b) " },
  { "newlines", "\n", NULL },
  { "short-lines", "a\n", NULL },
  { "blanks", " ", NULL },
  { "tabs", "a\t", NULL },
  { "bars", "a | ", NULL },
  { "one-sentence", "The harbour master said that the quay was shut. ", NULL },
  { "one-line-again", "The harbour master said that the quay was shut.\n", NULL },
  { "digits", "1", NULL },
  { "numbers", "12 ", NULL },
  { "years", "2019 ", NULL },
  { "days", "May 5, ", NULL },
  { "one-word", "a", NULL },
  { "one-word-not-ascii", "ä", NULL },
  { "apostrophes", "a'b", NULL },
  { "hyphens", "a-", NULL },
  { "full-stops", ".", NULL },
  { "initials", "A. ", NULL },
  { "letters-with-stops", "U.", NULL },
  { "names", "London ", NULL },
  { "names-with-countries", "Paris, France, ", NULL },
  { "colons", "Lee: ", NULL },
  { "commas", "a, ", NULL },
  { "dashes", "- ", NULL },
  { "verbs", "said ", NULL },
  { "that-clauses", "he said that ", NULL },
  { "relative-clauses", "the man who said ", NULL },
  { "nouns", "the report of ", NULL },
  { "accusations", "Lee accused Kim of fraud. Kim denied it. ", NULL },
  { "pronouns", "He said he knew. ", NULL },
  { "emoji", "😀", NULL },
};

static DossierAnalyser *analyser;

static GString *
make (guint shape,
      gsize n_bytes)
{
  gsize n_unit = strlen (shapes[shape].unit);
  gsize n = n_bytes / (n_unit + (shapes[shape].closer != NULL ? strlen (shapes[shape].closer) : 0));
  GString *out = g_string_sized_new (n_bytes + 16);

  for (gsize i = 0; i < n; i++)
    g_string_append_len (out, shapes[shape].unit, n_unit);
  for (gsize i = 0; i < n && shapes[shape].closer != NULL; i++)
    g_string_append (out, shapes[shape].closer);

  return out;
}

/* Microseconds of processor time in the stages. */
static gint64
time_of (guint shape,
         gsize n_bytes)
{
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierFindings) findings = NULL;
  DossierAnalyserInput input = { 0 };
  gint64 times[DOSSIER_N_STAGES], sum = 0;
  GString *words = make (shape, n_bytes);

  text = dossier_text_new (words->str, words->len);
  g_string_free (words, TRUE);
  input.text = text;
  input.language = "en";
  dossier_analyser_take_times (times);
  findings = dossier_analyser_run (analyser, &input, NULL, NULL);
  g_assert_nonnull (findings);
  dossier_analyser_take_times (times);
  for (guint i = 0; i < DOSSIER_N_STAGES; i++)
    sum += times[i];

  return sum;
}

/* Eight times the text: linear is 8, quadratic is 64. The room between is for
 * caches that the longer text outgrows and for a busy machine; what was short is
 * measured again before it counts. */
static void
test_linear (gconstpointer data)
{
  guint shape = GPOINTER_TO_UINT (data);
  gsize small = 32 * 1024;
  gint64 few = 0, many = 0;

  for (guint i = 0; i < 3; i++)
    {
      few = MAX (time_of (shape, small), 500);
      many = time_of (shape, 8 * small);
      if (many < 24 * few)
        return;
    }
  g_test_message ("%s: %" G_GINT64_FORMAT " us for 32 KiB, %" G_GINT64_FORMAT " us for 256 KiB",
                  shapes[shape].name, few, many);
  g_test_fail ();
}

/* Texts that end where a rule looks on: in a buffer of just their length, so
 * that a sanitizer sees a step too far. */
static void
test_ends (void)
{
  static const char *const ends[] = {
    "a |", "a -", "a …", "a –", "a “", "Mr.", "J.", "U.S", "he said", "he said “", "he said that", "according to",
    "5 May", "May 5,", "20", "½", "5½", "'", "''", "`", "(", "Reuters)", "By ", "©", "\xC3", "\xE2\x80", "a\xF0", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint before = 0; before < 3; before++)
      {
        static const char *const starts[] = { "", "The mayor ", "Quay shut\n\nBy Mira Kos\n\nThe mayor said so. " };
        g_autofree char *whole = g_strconcat (starts[before], ends[i], NULL);
        g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
        g_autoptr (DossierText) text = dossier_text_new_bytes (bytes);
        g_autoptr (DossierFindings) findings = NULL;
        DossierAnalyserInput input = { .text = text };

        findings = dossier_analyser_run (analyser, &input, NULL, NULL);
        g_assert_nonnull (findings);
      }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  analyser = dossier_analyser_new (NULL);
  g_assert_nonnull (analyser);

  g_test_add_func ("/adversarial/ends", test_ends);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/adversarial/linear/", shapes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_linear);
    }
  status = g_test_run ();
  dossier_analyser_unref (analyser);

  return status;
}
