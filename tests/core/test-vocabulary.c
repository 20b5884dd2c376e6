/* test-vocabulary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-vocabulary.h"

static void
test_fold (void)
{
  g_autoptr (DossierVocabulary) words = dossier_vocabulary_new ();
  guint32 id = dossier_vocabulary_intern (words, "don't");

  g_assert_cmpuint (dossier_vocabulary_lookup (words, "DON’T", 7), ==, id);
  g_assert_cmpstr (dossier_vocabulary_word (words, id), ==, "don't");
  id = dossier_vocabulary_intern (words, "Élysée");
  g_assert_cmpuint (dossier_vocabulary_lookup (words, "élysée", 8), ==, id);
  g_assert_cmpuint (dossier_vocabulary_lookup (words, "elysee", 6), ==, DOSSIER_WORD_UNKNOWN);
}

static void
test_many (void)
{
  g_autoptr (DossierVocabulary) words = dossier_vocabulary_new ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      g_assert_cmpuint (dossier_vocabulary_intern (words, word), ==, i + 1);
    }
  dossier_vocabulary_freeze (words);
  g_assert_cmpuint (dossier_vocabulary_n_words (words), ==, 20001);
  g_assert_cmpuint (dossier_vocabulary_lookup (words, "word12345", 9), ==, 12346);
  g_assert_cmpuint (dossier_vocabulary_intern (words, "WORD7"), ==, 8);
}

static void
test_long (void)
{
  g_autoptr (DossierVocabulary) words = dossier_vocabulary_new ();
  g_autofree char *word = g_strnfill (5000, 'a');

  g_assert_cmpuint (dossier_vocabulary_intern (words, word), ==, DOSSIER_WORD_UNKNOWN);
  g_assert_cmpuint (dossier_vocabulary_lookup (words, word, 5000), ==, DOSSIER_WORD_UNKNOWN);
  g_assert_cmpuint (dossier_vocabulary_intern (words, ""), ==, DOSSIER_WORD_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/fold", test_fold);
  g_test_add_func ("/vocabulary/many", test_many);
  g_test_add_func ("/vocabulary/long", test_long);
  return g_test_run ();
}
