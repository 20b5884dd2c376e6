/* dossier-time-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-time-index.h"

/* Events to a checkpoint: of the counts of kinds, and of the latest end. */
#define BLOCK 32

/**
 * Column:
 * @day: days in ascending order
 * @kind: the kind of the event of each day
 * @before: how many of each kind stand before event number i * BLOCK
 *
 * The first days, or the last days, of one lane: answers how many events of each
 * kind begin (or end) before a day by one binary search and a walk of at most
 * BLOCK kinds.
 */
typedef struct
{
  gint32  *day;
  guint8  *kind;
  guint32 (*before)[DOSSIER_N_KINDS];
} Column;

/**
 * Lane:
 * @position: of its events in the whole index, ascending
 * @latest: the latest end of the events up to and with this one
 * @block_latest: the latest end in each block of BLOCK events
 */
typedef struct
{
  guint    n;
  guint   *position;
  Column   begins;
  Column   ends;
  gint32  *latest;
  gint32  *block_latest;
} Lane;

struct _DossierTimeIndex
{
  gatomicrefcount   ref_count;
  DossierTimeEvent *events;
  guint             n_events;
  guint             n_lanes;
  Lane             *lanes; /* one a lane, and one more that holds all events */
  guint64          *by_id; /* id << 32 | position, ascending */
  gint32            first;
  gint32            last;
};

static int
compare_events (const void *a,
                const void *b)
{
  const DossierTimeEvent *x = a, *y = b;

  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  if (x->id != y->id)
    return x->id < y->id ? -1 : 1;
  return (int)x->lane - (int)y->lane;
}

static int
compare_keys (const void *a,
              const void *b)
{
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;

  return x < y ? -1 : x > y;
}

/* A day with its kind as one key that sorts by day. */
static guint64
day_key (gint32 day,
         guint8 kind)
{
  return (guint64)((guint32)day ^ 0x80000000u) << 8 | kind;
}

static void
column_init (Column  *column,
             guint64 *keys,
             guint    n)
{
  guint32 counts[DOSSIER_N_KINDS] = { 0 };

  column->day = g_new (gint32, n + 1);
  column->kind = g_new (guint8, n + 1);
  column->before = g_malloc_n (n / BLOCK + 1, sizeof column->before[0]);
  for (guint i = 0; i <= n; i++)
    {
      if (i % BLOCK == 0)
        memcpy (column->before[i / BLOCK], counts, sizeof counts);
      if (i == n)
        break;
      column->day[i] = (gint32)((guint32)(keys[i] >> 8) ^ 0x80000000u);
      column->kind[i] = keys[i] & 0xff;
      counts[column->kind[i]]++;
    }
}

static void
column_clear (Column *column)
{
  g_free (column->day);
  g_free (column->kind);
  g_free (column->before);
}

static void
lane_fill (Lane                   *lane,
           const DossierTimeEvent *events,
           guint64                *keys)
{
  gint32 latest = DOSSIER_DAY_MIN;

  lane->latest = g_new (gint32, lane->n + 1);
  lane->block_latest = g_new (gint32, lane->n / BLOCK + 1);
  for (guint i = 0; i < lane->n; i++)
    {
      const DossierTimeEvent *event = &events[lane->position[i]];

      latest = MAX (latest, event->end);
      lane->latest[i] = latest;
      if (i % BLOCK == 0)
        lane->block_latest[i / BLOCK] = event->end;
      else
        lane->block_latest[i / BLOCK] = MAX (lane->block_latest[i / BLOCK], event->end);
      keys[i] = day_key (event->begin, event->kind);
    }
  column_init (&lane->begins, keys, lane->n);

  for (guint i = 0; i < lane->n; i++)
    keys[i] = day_key (events[lane->position[i]].end, events[lane->position[i]].kind);
  qsort (keys, lane->n, sizeof *keys, compare_keys);
  column_init (&lane->ends, keys, lane->n);
}

static void
build_lanes (DossierTimeIndex *self,
             guint64          *keys)
{
  Lane *all = &self->lanes[self->n_lanes];

  for (guint i = 0; i < self->n_events; i++)
    self->lanes[self->events[i].lane].n++;
  all->n = self->n_events;
  for (guint l = 0; l <= self->n_lanes; l++)
    {
      self->lanes[l].position = g_new (guint, self->lanes[l].n + 1);
      self->lanes[l].n = 0;
    }
  for (guint i = 0; i < self->n_events; i++)
    {
      Lane *lane = &self->lanes[self->events[i].lane];

      lane->position[lane->n++] = i;
      all->position[all->n++] = i;
    }
  for (guint l = 0; l <= self->n_lanes; l++)
    lane_fill (&self->lanes[l], self->events, keys);
}

static void
find_extent (DossierTimeIndex *self)
{
  self->first = DOSSIER_DAY_MAX;
  self->last = DOSSIER_DAY_MIN;
  for (guint i = 0; i < self->n_events; i++)
    {
      gint32 days[] = { self->events[i].begin, self->events[i].end };

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        {
          if (days[j] == DOSSIER_DAY_MIN || days[j] == DOSSIER_DAY_MAX)
            continue;
          self->first = MIN (self->first, days[j]);
          self->last = MAX (self->last, days[j]);
        }
    }
}

/**
 * dossier_time_index_new:
 * @events: (transfer full) (array length=n_events) (nullable): from g_malloc(), in
 *   any order; an event stands once for each lane it belongs to
 * @n_lanes: how many lanes there are; more where an event names a higher one
 *
 * Sorts the events and builds the arrays: some 0.5 s for 10⁶ events, so in a
 * thread. An @end before its @begin is taken as the same day.
 *
 * Returns: (transfer full): the index
 */
DossierTimeIndex *
dossier_time_index_new (DossierTimeEvent *events,
                        guint             n_events,
                        guint             n_lanes)
{
  DossierTimeIndex *self = g_new0 (DossierTimeIndex, 1);
  g_autofree guint64 *keys = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->events = events;
  self->n_events = events != NULL ? n_events : 0;
  self->n_lanes = n_lanes;
  for (guint i = 0; i < self->n_events; i++)
    {
      events[i].end = MAX (events[i].begin, events[i].end);
      events[i].kind = MIN (events[i].kind, DOSSIER_N_KINDS - 1);
      self->n_lanes = MAX (self->n_lanes, events[i].lane + 1u);
    }
  if (self->n_events > 0)
    qsort (events, self->n_events, sizeof *events, compare_events);

  keys = g_new (guint64, self->n_events + 1);
  self->lanes = g_new0 (Lane, self->n_lanes + 1);
  build_lanes (self, keys);
  find_extent (self);

  for (guint i = 0; i < self->n_events; i++)
    keys[i] = (guint64)events[i].id << 32 | i;
  qsort (keys, self->n_events, sizeof *keys, compare_keys);
  self->by_id = g_steal_pointer (&keys);

  return self;
}

/**
 * dossier_time_index_ref:
 *
 * Returns: (transfer full): @self; from any thread
 */
DossierTimeIndex *
dossier_time_index_ref (DossierTimeIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dossier_time_index_unref:
 *
 * Frees the index with its last reference; from any thread.
 */
void
dossier_time_index_unref (DossierTimeIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint l = 0; l <= self->n_lanes; l++)
    {
      g_free (self->lanes[l].position);
      g_free (self->lanes[l].latest);
      g_free (self->lanes[l].block_latest);
      column_clear (&self->lanes[l].begins);
      column_clear (&self->lanes[l].ends);
    }
  g_free (self->lanes);
  g_free (self->by_id);
  g_free (self->events);
  g_free (self);
}

static Lane *
get_lane (DossierTimeIndex *self,
          guint             lane)
{
  if (lane == DOSSIER_TIME_ALL_LANES)
    return &self->lanes[self->n_lanes];

  return lane < self->n_lanes ? &self->lanes[lane] : NULL;
}

/** dossier_time_index_n_events: how many events there are, over all lanes. */
guint
dossier_time_index_n_events (DossierTimeIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

/** dossier_time_index_n_lanes: how many lanes there are, empty ones too. */
guint
dossier_time_index_n_lanes (DossierTimeIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lanes;
}

/** dossier_time_index_lane_size: how many events one lane holds; 0 where there is no such lane. */
guint
dossier_time_index_lane_size (DossierTimeIndex *self,
                              guint             lane)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_lane (self, lane) != NULL ? get_lane (self, lane)->n : 0;
}

/**
 * dossier_time_index_event:
 * @position: place in the order of first day, last day, id, lane
 *
 * Returns: (transfer none): the event, valid as long as the index
 */
const DossierTimeEvent *
dossier_time_index_event (DossierTimeIndex *self,
                          guint             position)
{
  g_return_val_if_fail (self != NULL && position < self->n_events, NULL);

  return &self->events[position];
}

/**
 * dossier_time_index_extent:
 * @first: (out): first day that any event names
 * @last: (out): last one; open ends do not count
 *
 * Returns: %FALSE where no event names a day
 */
gboolean
dossier_time_index_extent (DossierTimeIndex *self,
                           gint32           *first,
                           gint32           *last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->first > self->last)
    return FALSE;

  *first = self->first;
  *last = self->last;
  return TRUE;
}

/**
 * dossier_time_index_find:
 * @id: of the caller's choice
 * @lane: the lane, or %DOSSIER_TIME_ALL_LANES for the first in order of time
 * @position: (out): where it stands
 *
 * Returns: whether the event is there
 */
gboolean
dossier_time_index_find (DossierTimeIndex *self,
                         guint32           id,
                         guint             lane,
                         guint            *position)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, FALSE);

  high = self->n_events;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->by_id[middle] < (guint64)id << 32)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->n_events && self->by_id[low] >> 32 == id; low++)
    {
      guint found = (guint)(self->by_id[low] & 0xffffffffu);

      if (lane == DOSSIER_TIME_ALL_LANES || self->events[found].lane == lane)
        {
          *position = found;
          return TRUE;
        }
    }

  return FALSE;
}

/* First of @n ascending days that is not before @day, at @from or after: steps
 * that double, then halving, as neighbouring bins are near one another. */
static guint
lower_bound (const gint32 *days,
             guint         n,
             guint         from,
             gint64        day)
{
  guint step = 1, low = from, high = from;

  while (high < n && days[high] < day)
    {
      low = high + 1;
      high = n - high > step ? high + step : n;
      step *= 2;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
count_before (const Column *column,
              guint         n_before,
              guint32       counts[DOSSIER_N_KINDS])
{
  memcpy (counts, column->before[n_before / BLOCK], sizeof column->before[0]);
  for (guint i = n_before / BLOCK * BLOCK; i < n_before; i++)
    counts[column->kind[i]]++;
}

/* The edge of a bin as a whole day that an int32 may be compared with. */
static gint64
whole_day (double day)
{
  return (gint64)CLAMP (day, (double)G_MININT32, (double)G_MAXINT32 + 1);
}

static void
subtract (DossierTimeBin *bin,
          const guint32   more[DOSSIER_N_KINDS],
          const guint32   less[DOSSIER_N_KINDS])
{
  bin->total = 0;
  for (guint k = 0; k < DOSSIER_N_KINDS; k++)
    {
      bin->count[k] = more[k] - less[k];
      bin->total += bin->count[k];
    }
}

/**
 * dossier_time_index_bin:
 * @lane: the lane, or %DOSSIER_TIME_ALL_LANES
 * @from: left edge, in days and parts of a day
 * @to: right edge
 * @n_bins: how many bins of equal width lie between them
 * @bins: (out caller-allocates) (array length=n_bins):
 *
 * Counts the events that touch each bin, exactly: an event lies on all of its
 * days from the beginning of the first to the end of the last, and is counted in
 * every bin with which it shares any time. No event is visited for that: those
 * that touch are those that began before the bin's end less those that ended
 * before its beginning, two binary searches a bin whatever the length of the
 * events. An open end counts to the edge.
 */
void
dossier_time_index_bin (DossierTimeIndex *self,
                        guint             lane,
                        double            from,
                        double            to,
                        guint             n_bins,
                        DossierTimeBin   *bins)
{
  guint n_begun = 0, n_ended = 0;
  double width = (to - from) / n_bins;
  Lane *l;

  g_return_if_fail (self != NULL && bins != NULL);

  l = get_lane (self, lane);
  if (l == NULL || l->n == 0 || !(to > from))
    {
      memset (bins, 0, n_bins * sizeof *bins);
      return;
    }

  for (guint i = 0; i < n_bins; i++)
    {
      guint32 begun[DOSSIER_N_KINDS], ended[DOSSIER_N_KINDS];

      n_begun = lower_bound (l->begins.day, l->n, n_begun, whole_day (ceil (from + (i + 1) * width)));
      n_ended = lower_bound (l->ends.day, l->n, n_ended, whole_day (floor (from + i * width)));
      if (n_begun == n_ended)
        {
          memset (&bins[i], 0, sizeof bins[i]);
          continue;
        }
      count_before (&l->begins, n_begun, begun);
      count_before (&l->ends, n_ended, ended);
      subtract (&bins[i], begun, ended);
    }
}

/**
 * dossier_time_index_bin_begins:
 *
 * As dossier_time_index_bin(), but each event counts once, in the bin that holds
 * the beginning of its first day: a histogram whose bins add up to the number of
 * events that begin between the edges.
 */
void
dossier_time_index_bin_begins (DossierTimeIndex *self,
                               guint             lane,
                               double            from,
                               double            to,
                               guint             n_bins,
                               DossierTimeBin   *bins)
{
  guint32 counts[2][DOSSIER_N_KINDS];
  double width = (to - from) / n_bins;
  guint n_begun;
  Lane *l;

  g_return_if_fail (self != NULL && bins != NULL);

  l = get_lane (self, lane);
  memset (bins, 0, n_bins * sizeof *bins);
  if (l == NULL || l->n == 0 || !(to > from))
    return;

  n_begun = lower_bound (l->begins.day, l->n, 0, whole_day (ceil (from)));
  count_before (&l->begins, n_begun, counts[0]);
  for (guint i = 0; i < n_bins; i++)
    {
      guint next = lower_bound (l->begins.day, l->n, n_begun, whole_day (ceil (from + (i + 1) * width)));

      if (next == n_begun)
        continue;
      count_before (&l->begins, next, counts[1]);
      subtract (&bins[i], counts[1], counts[0]);
      memcpy (counts[0], counts[1], sizeof counts[0]);
      n_begun = next;
    }
}

/**
 * dossier_time_index_overlaps:
 * @lane: the lane, or %DOSSIER_TIME_ALL_LANES
 * @from: first day
 * @to: last day, included
 * @limit: how many positions there is room for
 * @positions: (out caller-allocates) (array length=limit): of the events that share a
 *   day with the span, in order of their first day
 *
 * Starts at the first event whose running latest end reaches the span, passes
 * over whole blocks that end before it, and stops at the first that begins
 * after it.
 *
 * Returns: how many positions were written; @limit may mean that there are more
 */
guint
dossier_time_index_overlaps (DossierTimeIndex *self,
                             guint             lane,
                             gint32            from,
                             gint32            to,
                             guint             limit,
                             guint            *positions)
{
  guint n = 0, i;
  Lane *l;

  g_return_val_if_fail (self != NULL, 0);

  l = get_lane (self, lane);
  if (l == NULL)
    return 0;

  i = lower_bound (l->latest, l->n, 0, from);
  while (i < l->n && l->begins.day[i] <= to && n < limit)
    {
      if (i % BLOCK == 0 && l->block_latest[i / BLOCK] < from)
        {
          i += BLOCK;
          continue;
        }
      if (self->events[l->position[i]].end >= from)
        positions[n++] = l->position[i];
      i++;
    }

  return n;
}

/**
 * dossier_time_index_next:
 * @lane: the lane to walk in, or %DOSSIER_TIME_ALL_LANES
 * @position: (inout): where to start; %G_MAXUINT is before the first or behind the
 *   last, whichever @step leads away from. Need not be of that lane.
 * @step: 1 to the next, -1 to the one before, or further; 0 stays
 *
 * Returns: %FALSE, and @position stays, where there is no such event
 */
gboolean
dossier_time_index_next (DossierTimeIndex *self,
                         guint             lane,
                         guint            *position,
                         int               step)
{
  guint low = 0, high;
  gint64 target;
  Lane *l;

  g_return_val_if_fail (self != NULL && position != NULL, FALSE);

  l = get_lane (self, lane);
  if (l == NULL || l->n == 0)
    return FALSE;

  high = l->n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (l->position[middle] < *position)
        low = middle + 1;
      else
        high = middle;
    }

  target = low;
  if (*position == G_MAXUINT && step > 0)
    target = (gint64)step - 1;
  else if (low < l->n && l->position[low] == *position)
    target += step;
  else
    target += step > 0 ? step - 1 : step;
  if (target < 0 || target >= l->n)
    return FALSE;

  *position = l->position[target];
  return TRUE;
}
