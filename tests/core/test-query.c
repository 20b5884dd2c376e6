/* test-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-query.h"

static void
test_empty (void)
{
  g_autoptr (DossierQuery) query = dossier_query_new ();

  g_assert_true (dossier_query_is_empty (query));
  query->words = g_strdup ("");
  g_assert_true (dossier_query_is_empty (query));
  query->kinds = 1 << DOSSIER_KIND_DENIAL;
  g_assert_false (dossier_query_is_empty (query));
}

static void
test_equal (void)
{
  g_autoptr (DossierQuery) query = dossier_query_new ();
  g_autoptr (DossierQuery) copy = NULL;

  query->countries = g_strsplit ("PK CN", " ", 0);
  query->source_ids = g_new0 (gint64, 2);
  query->n_source_ids = 2;
  copy = dossier_query_copy (query);
  g_assert_true (dossier_query_equal (query, copy));
  copy->source_ids[1] = 7;
  g_assert_false (dossier_query_equal (query, copy));
  dossier_query_unref (dossier_query_ref (query));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/empty", test_empty);
  g_test_add_func ("/query/equal", test_equal);
  return g_test_run ();
}
