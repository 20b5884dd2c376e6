/* dossier-ids.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-ids.h"

/**
 * dossier_ids_compare:
 * @a: a gint64
 * @b: another
 *
 * Returns: below, at or above 0, for sorting in ascending order
 */
int
dossier_ids_compare (gconstpointer a,
                     gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * dossier_ids_make_set:
 * @ids: of gint64, in any order
 *
 * Puts each of them there once, ascending. Most come in order already, from one
 * table: sorting is left out then.
 */
void
dossier_ids_make_set (GArray *ids)
{
  guint n = 0;
  gboolean sorted = TRUE;

  for (guint i = 1; i < ids->len && sorted; i++)
    sorted = g_array_index (ids, gint64, i - 1) < g_array_index (ids, gint64, i);
  if (sorted)
    return;

  g_array_sort (ids, dossier_ids_compare);
  for (guint i = 0; i < ids->len; i++)
    {
      if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
        g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
    }
  g_array_set_size (ids, n);
}
