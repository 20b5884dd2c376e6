/* test-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-item-private.h"
#include "dossier-items-private.h"
#include "dossier-list-private.h"
#include "list-observer.h"

/* Objects by id, one each, as the library gives them. */
static gpointer
make_source (gpointer owner,
             gint64   id)
{
  GHashTable *objects = owner;
  DossierSource *source = g_hash_table_lookup (objects, GINT_TO_POINTER ((int) id));

  if (source == NULL)
    {
      source = dossier_item_new (DOSSIER_TYPE_SOURCE, id);
      g_hash_table_insert (objects, GINT_TO_POINTER ((int) id), source);
    }

  return g_object_ref (source);
}

typedef struct
{
  GHashTable  *objects;
  DossierList *list;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  unused)
{
  self->objects = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->list = dossier_list_new (DOSSIER_TYPE_SOURCE, make_source, self->objects, DOSSIER_SORT_IMPORT, FALSE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  unused)
{
  g_assert_finalize_object (self->list);
  g_hash_table_unref (self->objects);
}

static void
show (DossierList *list,
      GArray      *ids)
{
  g_autoptr (DossierOrder) order =
    dossier_order_new (g_memdup2 (ids->data, sizeof (gint64) * ids->len), ids->len);

  dossier_list_set_order (list, order, NULL);
}

static void
show_words (DossierList *list,
            const char  *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      gint64 id = g_ascii_strtoll (parts[i], NULL, 10);

      g_array_append_val (ids, id);
    }
  show (list, ids);
}

static void
assert_changes (ListObserver *observer,
                const char   *expected)
{
  g_autofree char *changes = list_observer_take (observer);

  g_assert_cmpstr (changes, ==, expected);
}

static void
test_minimal (Fixture       *self,
              gconstpointer  unused)
{
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (self->list));

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (self->list)) == DOSSIER_TYPE_SOURCE);
  show_words (self->list, "1 2 3 4 5 6");
  assert_changes (observer, "0-0+6");
  show_words (self->list, "1 2 3 4 5 6");
  assert_changes (observer, "");
  show_words (self->list, "1 3 4 6");
  assert_changes (observer, "1-1+0 3-1+0");
  show_words (self->list, "7 1 3 8 9 6 10");
  assert_changes (observer, "0-0+1 3-1+2 6-0+1");
  show_words (self->list, "10 6 9 8 3 1 7");
  assert_changes (observer, "0-7+7");
  show_words (self->list, "");
  assert_changes (observer, "0-7+0");
}

static void
test_many_places_are_one (Fixture       *self,
                          gconstpointer  unused)
{
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (self->list));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= 1000; id++)
    g_array_append_val (ids, id);
  show (self->list, ids);
  assert_changes (observer, "0-0+1000");

  for (guint i = 999; i > 200; i -= 2)
    g_array_remove_index (ids, i);
  show (self->list, ids);
  assert_changes (observer, "201-799+399");
}

static void
test_random (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (self->list));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint round = 0; round < 400; round++)
    {
      gboolean used[80] = { FALSE };
      guint n = g_test_rand_int_range (0, 60);

      /* Now and then a new shuffle, mostly a change of what is there. */
      if (g_test_rand_int_range (0, 8) == 0)
        g_array_set_size (ids, 0);
      for (guint i = ids->len; i > 0; i--)
        if (g_test_rand_int_range (0, 4) == 0)
          g_array_remove_index (ids, i - 1);
      for (guint i = 0; i < ids->len; i++)
        used[g_array_index (ids, gint64, i)] = TRUE;
      for (guint i = 0; i < n; i++)
        {
          gint64 id = g_test_rand_int_range (1, 80);

          if (!used[id])
            g_array_insert_val (ids, g_test_rand_int_range (0, ids->len + 1), id);
          used[id] = TRUE;
        }
      show (self->list, ids);

      for (guint i = 0; i < ids->len; i++)
        {
          guint position = 0;

          g_assert_true (dossier_list_find (self->list, g_array_index (ids, gint64, i), &position));
          g_assert_cmpuint (position, ==, i);
          g_assert_cmpint (dossier_list_id_at (self->list, i), ==, g_array_index (ids, gint64, i));
        }
      g_assert_false (dossier_list_find (self->list, 80, NULL));
      g_assert_cmpint (dossier_list_id_at (self->list, ids->len), ==, 0);
    }
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_sort_notifies (Fixture       *self,
                    gconstpointer  unused)
{
  guint n_sort = 0, n_descending = 0, n_items = 0;

  g_signal_connect_swapped (self->list, "notify::sort", G_CALLBACK (count_cb), &n_sort);
  g_signal_connect_swapped (self->list, "notify::descending", G_CALLBACK (count_cb), &n_descending);
  g_signal_connect_swapped (self->list, "notify::n-items", G_CALLBACK (count_cb), &n_items);

  dossier_list_set_sort (self->list, DOSSIER_SORT_TITLE, TRUE);
  dossier_list_set_sort (self->list, DOSSIER_SORT_TITLE, TRUE);
  g_object_set (self->list, "descending", FALSE, NULL);
  show_words (self->list, "4 2");

  g_assert_cmpuint (n_sort, ==, 1);
  g_assert_cmpuint (n_descending, ==, 2);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpint (dossier_list_sort (self->list), ==, DOSSIER_SORT_TITLE);
  g_assert_false (dossier_list_descending (self->list));
}

static void
test_disown (Fixture       *self,
             gconstpointer  unused)
{
  g_autoptr (ListObserver) observer = NULL;

  show_words (self->list, "1 2 3");
  observer = list_observer_new (G_LIST_MODEL (self->list));
  dossier_list_disown (self->list);
  assert_changes (observer, "0-3+0");
}

static void
test_radix (void)
{
  for (guint round = 0; round < 50; round++)
    {
      guint n = g_test_rand_int_range (0, 300);
      g_autofree guint64 *keys = g_new (guint64, n + 1);
      g_autofree guint32 *values = g_new (guint32, n + 1);

      for (guint i = 0; i < n; i++)
        {
          keys[i] = (guint64) g_test_rand_int () << (round % 5 * 8) | (g_test_rand_int_range (0, 4));
          values[i] = i;
        }
      if (round % 3 == 0)
        for (guint i = 0; i < n; i++)
          keys[i] %= 7;
      dossier_radix_sort (keys, values, n);
      for (guint i = 1; i < n; i++)
        g_assert_true (keys[i - 1] < keys[i] || (keys[i - 1] == keys[i] && values[i - 1] < values[i]));
    }
}

/* A row of a million must not cost more than a row of ten. */
static void
test_million (Fixture       *self,
              gconstpointer  unused)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 started;

  for (gint64 id = 1000000; id > 0; id--)
    g_array_append_val (ids, id);
  started = g_get_monotonic_time ();
  show (self->list, ids);
  g_test_message ("showing 10⁶ rows: %.1f ms", (g_get_monotonic_time () - started) / 1e3);

  started = g_get_monotonic_time ();
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (DossierSource) source = g_list_model_get_item (G_LIST_MODEL (self->list), i * 997);
      guint position = 0;

      g_assert_cmpint (dossier_source_id (source), ==, 1000000 - (gint64) i * 997);
      g_assert_true (dossier_list_find (self->list, dossier_source_id (source), &position));
      g_assert_cmpuint (position, ==, i * 997);
    }
  g_test_message ("1,000 rows of them and their places: %.2f ms", (g_get_monotonic_time () - started) / 1e3);

  g_array_remove_index (ids, 500000);
  started = g_get_monotonic_time ();
  show (self->list, ids);
  g_test_message ("taking one away: %.1f ms", (g_get_monotonic_time () - started) / 1e3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/list/minimal", Fixture, NULL, set_up, test_minimal, tear_down);
  g_test_add ("/list/many-places-are-one", Fixture, NULL, set_up, test_many_places_are_one, tear_down);
  g_test_add ("/list/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/list/sort-notifies", Fixture, NULL, set_up, test_sort_notifies, tear_down);
  g_test_add ("/list/disown", Fixture, NULL, set_up, test_disown, tear_down);
  g_test_add ("/list/million", Fixture, NULL, set_up, test_million, tear_down);
  g_test_add_func ("/list/radix", test_radix);

  return g_test_run ();
}
