/* test-phrases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-phrases.h"

static void
test_longest (void)
{
  g_autoptr (DossierVocabulary) words = dossier_vocabulary_new ();
  g_autoptr (DossierPhrases) phrases = dossier_phrases_new (words);
  g_autoptr (DossierText) text = dossier_text_new ("In New York City, the state-owned U.S. New York is new", -1);
  g_autoptr (DossierTokens) tokens = NULL;
  guint32 value, after;

  dossier_phrases_add (phrases, "new york", 1);
  dossier_phrases_add (phrases, "New York City", 2);
  dossier_phrases_add (phrases, "state-owned", 3);
  dossier_phrases_add (phrases, "U.S.", 4);
  dossier_phrases_freeze (phrases);
  dossier_vocabulary_freeze (words);
  tokens = dossier_tokens_new (text, NULL, 0, words);

  g_assert_false (dossier_phrases_match (phrases, tokens, 0, tokens->n_tokens, &value, &after));
  g_assert_true (dossier_phrases_match (phrases, tokens, 1, tokens->n_tokens, &value, &after));
  g_assert_cmpuint (value, ==, 2);
  g_assert_cmpuint (after, ==, 4);
  g_assert_true (dossier_phrases_match (phrases, tokens, 1, 3, &value, &after));
  g_assert_cmpuint (value, ==, 1);
  g_assert_true (dossier_phrases_match (phrases, tokens, 6, tokens->n_tokens, &value, &after));
  g_assert_cmpuint (value, ==, 3);
  g_assert_cmpuint (after, ==, 9);
  g_assert_true (dossier_phrases_match (phrases, tokens, 9, tokens->n_tokens, &value, NULL));
  g_assert_cmpuint (value, ==, 4);
  g_assert_false (dossier_phrases_match (phrases, tokens, 13, tokens->n_tokens, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrases/longest", test_longest);
  return g_test_run ();
}
