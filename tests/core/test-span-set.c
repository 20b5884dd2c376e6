/* test-span-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-span-set.h"

static void
test_runs (void)
{
  const DossierSpanItem items[] = {
    { { 5, 15 }, 2 }, { { 0, 10 }, 1 }, { { 30, 30 }, 9 }, { { 20, 25 }, 3 }, { { 20, 22 }, 4 },
  };
  g_autoptr (DossierSpanSet) set = dossier_span_set_new (items, G_N_ELEMENTS (items));
  const DossierSpanRun *runs;
  const guint32 *ids;
  guint n;

  runs = dossier_span_set_runs (set, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (runs[1].span.start, ==, 5);
  g_assert_cmpuint (runs[1].span.end, ==, 10);
  g_assert_cmpuint (runs[1].n_ids, ==, 2);
  g_assert_cmpuint (dossier_span_set_at (set, 21, &ids), ==, 2);
  g_assert_cmpuint (ids[0], ==, 3);
  g_assert_cmpuint (ids[1], ==, 4);
  g_assert_cmpuint (dossier_span_set_at (set, 15, NULL), ==, 0);
  g_assert_cmpuint (dossier_span_set_at (set, 99, NULL), ==, 0);
}

static void
test_query (void)
{
  const DossierSpanItem items[] = { { { 0, 100 }, 1 }, { { 10, 12 }, 2 }, { { 50, 60 }, 3 } };
  g_autoptr (DossierSpanSet) set = dossier_span_set_new (items, G_N_ELEMENTS (items));
  g_autoptr (GArray) ids = dossier_span_set_query (set, (DossierSpan) { 12, 51 });

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpuint (g_array_index (ids, guint32, 0), ==, 1);
  g_assert_cmpuint (g_array_index (ids, guint32, 1), ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (DossierSpanSet) set = dossier_span_set_new (NULL, 0);
  guint n = 9;

  dossier_span_set_runs (set, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (dossier_span_set_at (set, 0, NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span-set/runs", test_runs);
  g_test_add_func ("/span-set/query", test_query);
  g_test_add_func ("/span-set/empty", test_empty);
  return g_test_run ();
}
