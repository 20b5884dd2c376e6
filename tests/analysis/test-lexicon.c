/* test-lexicon.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-lexicon.h"

static void
test_open (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new ("en", &error);
  g_autoptr (DossierTable) table = NULL;
  DossierVocabulary *words;
  guint32 id;

  g_assert_no_error (error);
  table = dossier_lexicon_open (lexicon, "abbreviations");
  g_assert_cmpuint (dossier_table_n_rows (table), >, 50);
  g_assert_cmpstr (dossier_table_cell (table, 0, 7), ==, "");
  words = dossier_lexicon_vocabulary (lexicon);
  id = dossier_vocabulary_lookup (words, "Mr.", 3);
  g_assert_cmpuint (id, !=, DOSSIER_WORD_UNKNOWN);
  g_assert_true (dossier_vocabulary_flags (words, id) & DOSSIER_WORD_TITLE);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new ("xx", &error);
  g_autoptr (DossierTable) table = dossier_table_open ("/org/dossierapp/Dossier/nothing.tsv");

  g_assert_null (lexicon);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (dossier_table_n_rows (table), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/open", test_open);
  g_test_add_func ("/lexicon/missing", test_missing);
  return g_test_run ();
}
