/* dossier-span-set.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "dossier-span-set.h"

struct _DossierSpanSet
{
  DossierSpanItem *items; /* by start, longer first */
  guint32         *furthest; /* the greatest end of items [0, i] */
  guint            n_items;
  DossierSpanRun  *runs;
  guint            n_runs;
  guint32         *ids;
};

static int
compare_items (const void *a,
               const void *b)
{
  const DossierSpanItem *x = a;
  const DossierSpanItem *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_offsets (const void *a,
                 const void *b)
{
  guint32 x = *(const guint32 *)a;
  guint32 y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* Every place where an item begins or ends, in order, each once. */
static guint32 *
collect_edges (DossierSpanSet *self,
               guint          *n_edges)
{
  guint32 *edges = g_new (guint32, 2 * (gsize)self->n_items + 1);
  guint n = 0, kept = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      edges[n++] = self->items[i].span.start;
      edges[n++] = self->items[i].span.end;
    }
  qsort (edges, n, sizeof *edges, compare_offsets);
  for (guint i = 0; i < n; i++)
    {
      if (kept == 0 || edges[kept - 1] != edges[i])
        edges[kept++] = edges[i];
    }

  *n_edges = kept;
  return edges;
}

/* Sweeps over the edges with the list of items that hold; the work is the size
 * of the answer, the ids of all runs together. */
static void
build_runs (DossierSpanSet *self)
{
  g_autofree guint32 *edges = NULL;
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (DossierSpanRun));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_edges, next = 0;

  edges = collect_edges (self, &n_edges);
  for (guint e = 0; e + 1 < n_edges; e++)
    {
      DossierSpanRun run = { { edges[e], edges[e + 1] }, NULL, 0 };
      guint kept = 0;

      for (guint i = 0; i < active->len; i++)
        {
          guint item = g_array_index (active, guint, i);

          if (self->items[item].span.end > edges[e])
            g_array_index (active, guint, kept++) = item;
        }
      g_array_set_size (active, kept);
      while (next < self->n_items && self->items[next].span.start == edges[e])
        {
          g_array_append_val (active, next);
          next++;
        }
      if (active->len == 0)
        continue;

      g_array_append_val (firsts, ids->len);
      for (guint i = 0; i < active->len; i++)
        g_array_append_val (ids, self->items[g_array_index (active, guint, i)].id);
      run.n_ids = active->len;
      g_array_append_val (runs, run);
    }

  self->ids = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&ids), FALSE);
  self->n_runs = runs->len;
  self->runs = (DossierSpanRun *)(gpointer)g_array_free (g_steal_pointer (&runs), FALSE);
  for (guint i = 0; i < self->n_runs; i++)
    self->runs[i].ids = self->ids + g_array_index (firsts, guint, i);
}

/**
 * dossier_span_set_new:
 * @items: spans in any order; empty ones are left out
 *
 * A set of a copy of @items.
 */
DossierSpanSet *
dossier_span_set_new (const DossierSpanItem *items,
                      guint                  n_items)
{
  DossierSpanSet *self = g_new0 (DossierSpanSet, 1);
  guint32 furthest = 0;

  self->items = g_new (DossierSpanItem, n_items + 1);
  self->furthest = g_new (guint32, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    {
      if (!dossier_span_is_empty (items[i].span))
        self->items[self->n_items++] = items[i];
    }

  qsort (self->items, self->n_items, sizeof *self->items, compare_items);
  for (guint i = 0; i < self->n_items; i++)
    {
      furthest = MAX (furthest, self->items[i].span.end);
      self->furthest[i] = furthest;
    }
  build_runs (self);

  return self;
}

void
dossier_span_set_free (DossierSpanSet *self)
{
  if (self == NULL)
    return;

  g_free (self->items);
  g_free (self->furthest);
  g_free (self->runs);
  g_free (self->ids);
  g_free (self);
}

/**
 * dossier_span_set_runs:
 * @n_runs: (out): how many
 *
 * What to paint: the stretches that some item covers, disjoint and in order.
 */
const DossierSpanRun *
dossier_span_set_runs (DossierSpanSet *self,
                       guint          *n_runs)
{
  *n_runs = self->n_runs;
  return self->runs;
}

/**
 * dossier_span_set_at:
 * @offset: a code point
 * @ids: (out) (optional): the items there, in order of start, longer first
 *
 * Returns: how many items hold the code point at @offset
 */
guint
dossier_span_set_at (DossierSpanSet *self,
                     guint32         offset,
                     const guint32 **ids)
{
  guint low = 0;
  guint high = self->n_runs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->runs[middle].span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_runs || self->runs[low].span.start > offset)
    return 0;

  if (ids != NULL)
    *ids = self->runs[low].ids;
  return self->runs[low].n_ids;
}

/**
 * dossier_span_set_query:
 * @within: code points
 *
 * Returns: (transfer full): the ids (guint32) of the items that overlap @within,
 *   in order of start, longer first
 */
GArray *
dossier_span_set_query (DossierSpanSet *self,
                        DossierSpan     within)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint low = 0;
  guint high = self->n_items;

  /* The first item up to which something may reach into @within. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->furthest[middle] <= within.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < self->n_items && self->items[i].span.start < within.end; i++)
    {
      if (self->items[i].span.end > within.start)
        g_array_append_val (ids, self->items[i].id);
    }

  return ids;
}
