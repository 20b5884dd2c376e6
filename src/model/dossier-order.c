/* dossier-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-order.h"

#include <string.h>

struct _DossierOrder
{
  gatomicrefcount  ref_count;
  guint            n_ids;
  gint64          *ids;
  guint32         *by_id; /* positions, by ascending id */
};

/**
 * dossier_radix_sort:
 * @keys: what to sort by, ascending; comes back sorted
 * @values: what goes with each key
 * @n: length of both
 */
void
dossier_radix_sort (guint64 *keys,
                    guint32 *values,
                    guint    n)
{
  const guint n_buckets = 1 << 16;
  g_autofree guint64 *other_keys = g_new (guint64, n);
  g_autofree guint32 *other_values = g_new (guint32, n);
  g_autofree guint32 *counts = g_new (guint32, n_buckets);
  guint64 *from_keys = keys, *to_keys = other_keys;
  guint32 *from_values = values, *to_values = other_values;
  guint64 differing = 0;

  for (guint i = 1; i < n; i++)
    differing |= keys[i] ^ keys[0];

  for (guint shift = 0; shift < 64; shift += 16)
    {
      guint32 sum = 0;

      if (((differing >> shift) & (n_buckets - 1)) == 0)
        continue;

      memset (counts, 0, sizeof (guint32) * n_buckets);
      for (guint i = 0; i < n; i++)
        counts[(from_keys[i] >> shift) & (n_buckets - 1)]++;
      for (guint b = 0; b < n_buckets; b++)
        {
          guint32 count = counts[b];

          counts[b] = sum;
          sum += count;
        }
      for (guint i = 0; i < n; i++)
        {
          guint32 at = counts[(from_keys[i] >> shift) & (n_buckets - 1)]++;

          to_keys[at] = from_keys[i];
          to_values[at] = from_values[i];
        }
      { guint64 *t = from_keys; from_keys = to_keys; to_keys = t; }
      { guint32 *t = from_values; from_values = to_values; to_values = t; }
    }

  if (from_keys != keys)
    {
      memcpy (keys, from_keys, sizeof (guint64) * n);
      memcpy (values, from_values, sizeof (guint32) * n);
    }
}

static guint32 *
positions_by_id (const gint64 *ids,
                 guint         n_ids)
{
  g_autofree guint64 *keys = g_new (guint64, n_ids);
  guint32 *positions = g_new (guint32, n_ids);
  gboolean ascending = TRUE;

  for (guint i = 0; i < n_ids; i++)
    {
      keys[i] = (guint64) ids[i];
      positions[i] = i;
      ascending = ascending && (i == 0 || ids[i - 1] < ids[i]);
    }
  if (!ascending)
    dossier_radix_sort (keys, positions, n_ids);

  return positions;
}

/**
 * dossier_order_new:
 * @ids: (transfer full): positive ids in the order of the list, none twice; from g_malloc()
 * @n_ids: how many
 *
 * Returns: (transfer full): the order
 */
DossierOrder *
dossier_order_new (gint64 *ids,
                   guint   n_ids)
{
  DossierOrder *self = g_new0 (DossierOrder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_ids = n_ids;
  self->ids = ids;
  self->by_id = positions_by_id (ids, n_ids);

  return self;
}

/**
 * dossier_order_ref:
 * @self: an order
 *
 * Returns: (transfer full): @self
 */
DossierOrder *
dossier_order_ref (DossierOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dossier_order_unref:
 * @self: (transfer full): an order
 */
void
dossier_order_unref (DossierOrder *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->ids);
  g_free (self->by_id);
  g_free (self);
}

/**
 * dossier_order_length:
 * @self: an order
 *
 * Returns: how many ids it holds
 */
guint
dossier_order_length (DossierOrder *self)
{
  return self->n_ids;
}

/**
 * dossier_order_ids:
 * @self: an order
 *
 * Returns: (transfer none): its ids in their order
 */
const gint64 *
dossier_order_ids (DossierOrder *self)
{
  return self->ids;
}

/**
 * dossier_order_find:
 * @self: an order
 * @id: an id
 * @position: (out) (optional): where it stands
 *
 * O(log n).
 *
 * Returns: whether it is there
 */
gboolean
dossier_order_find (DossierOrder *self,
                    gint64        id,
                    guint        *position)
{
  guint low = 0, high = self->n_ids;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->ids[self->by_id[middle]] < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_ids || self->ids[self->by_id[low]] != id)
    return FALSE;
  if (position != NULL)
    *position = self->by_id[low];

  return TRUE;
}

/* Marks, in both, the ids that the other holds as well. */
static void
mark_kept (DossierOrder *from,
           DossierOrder *to,
           guint8       *from_kept,
           guint8       *to_kept)
{
  guint i = 0, j = 0;

  while (i < from->n_ids && j < to->n_ids)
    {
      gint64 a = from->ids[from->by_id[i]];
      gint64 b = to->ids[to->by_id[j]];

      if (a == b)
        {
          from_kept[from->by_id[i++]] = TRUE;
          to_kept[to->by_id[j++]] = TRUE;
        }
      else if (a < b)
        i++;
      else
        j++;
    }
}

/* The runs between kept rows; FALSE where the kept rows changed places or the runs are too many. */
static gboolean
collect_runs (DossierOrder *from,
              DossierOrder *to,
              const guint8 *from_kept,
              const guint8 *to_kept,
              GArray       *splices)
{
  guint i = 0, j = 0;

  while (i < from->n_ids || j < to->n_ids)
    {
      DossierSplice splice = { j, 0, 0 };

      while (i < from->n_ids && !from_kept[i])
        i++, splice.removed++;
      while (j < to->n_ids && !to_kept[j])
        j++, splice.added++;
      if (splice.removed > 0 || splice.added > 0)
        {
          if (splices->len == DOSSIER_ORDER_SPLICES)
            return FALSE;
          g_array_append_val (splices, splice);
        }
      while (i < from->n_ids && j < to->n_ids && from_kept[i] && to_kept[j])
        {
          if (from->ids[i++] != to->ids[j++])
            return FALSE;
        }
    }

  return TRUE;
}

/* One splice between the rows that agree at both ends. */
static void
collect_middle (DossierOrder *from,
                DossierOrder *to,
                GArray       *splices)
{
  guint shorter = MIN (from->n_ids, to->n_ids);
  guint head = 0, tail = 0;
  DossierSplice splice;

  while (head < shorter && from->ids[head] == to->ids[head])
    head++;
  while (tail < shorter - head && from->ids[from->n_ids - 1 - tail] == to->ids[to->n_ids - 1 - tail])
    tail++;

  splice = (DossierSplice) { head, from->n_ids - head - tail, to->n_ids - head - tail };
  if (splice.removed > 0 || splice.added > 0)
    g_array_append_val (splices, splice);
}

/**
 * dossier_order_changes:
 * @from: what a list shows
 * @to: what it shall show
 *
 * Returns: (transfer full) (element-type DossierSplice): the changes from one to the other, in order of position, each
 *   valid after those before it; minimal where the rows that stay keep their order and the changes lie in at most
 *   %DOSSIER_ORDER_SPLICES places. O(n)
 */
GArray *
dossier_order_changes (DossierOrder *from,
                       DossierOrder *to)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (DossierSplice));
  g_autofree guint8 *from_kept = g_malloc0 (from->n_ids);
  g_autofree guint8 *to_kept = g_malloc0 (to->n_ids);

  mark_kept (from, to, from_kept, to_kept);
  if (!collect_runs (from, to, from_kept, to_kept, splices))
    {
      g_array_set_size (splices, 0);
      collect_middle (from, to, splices);
    }

  return splices;
}
