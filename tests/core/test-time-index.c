/* test-time-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-time-index.h"

#define N_LANES 5

static DossierTimeEvent *
random_events (guint n,
               guint n_lanes,
               int   extent)
{
  DossierTimeEvent *events = g_new0 (DossierTimeEvent, n);

  for (guint i = 0; i < n; i++)
    {
      events[i].id = i;
      events[i].lane = g_test_rand_int_range (0, n_lanes);
      events[i].kind = g_test_rand_int_range (0, DOSSIER_N_KINDS);
      events[i].begin = g_test_rand_int_range (-extent, extent);
      events[i].end = events[i].begin;
      if (g_test_rand_int_range (0, 4) == 0)
        events[i].end += g_test_rand_int_range (0, extent);
      if (g_test_rand_int_range (0, 50) == 0)
        events[i].end = DOSSIER_DAY_MAX;
      if (g_test_rand_int_range (0, 50) == 0)
        events[i].begin = DOSSIER_DAY_MIN;
    }

  return events;
}

static void
check_bins (DossierTimeIndex *index,
            guint             lane,
            double            from,
            double            to,
            guint             n_bins)
{
  g_autofree DossierTimeBin *bins = g_new (DossierTimeBin, n_bins);
  g_autofree DossierTimeBin *begins = g_new (DossierTimeBin, n_bins);
  double width = (to - from) / n_bins;

  dossier_time_index_bin (index, lane, from, to, n_bins, bins);
  dossier_time_index_bin_begins (index, lane, from, to, n_bins, begins);
  for (guint b = 0; b < n_bins; b++)
    {
      guint32 touch[DOSSIER_N_KINDS + 1] = { 0 }, begin[DOSSIER_N_KINDS + 1] = { 0 };
      double low = from + b * width, high = from + (b + 1) * width;

      for (guint i = 0; i < dossier_time_index_n_events (index); i++)
        {
          const DossierTimeEvent *event = dossier_time_index_event (index, i);
          gboolean touches = event->begin < high && event->end + 1.0 > low;
          gboolean starts = event->begin >= low && event->begin < high;

          if (lane != DOSSIER_TIME_ALL_LANES && event->lane != lane)
            continue;
          touch[event->kind] += touches, touch[DOSSIER_N_KINDS] += touches;
          begin[event->kind] += starts, begin[DOSSIER_N_KINDS] += starts;
        }
      for (guint k = 0; k < DOSSIER_N_KINDS; k++)
        {
          g_assert_cmpuint (bins[b].count[k], ==, touch[k]);
          g_assert_cmpuint (begins[b].count[k], ==, begin[k]);
        }
      g_assert_cmpuint (bins[b].total, ==, touch[DOSSIER_N_KINDS]);
      g_assert_cmpuint (begins[b].total, ==, begin[DOSSIER_N_KINDS]);
    }
}

static void
check_overlaps (DossierTimeIndex *index,
                guint             lane,
                gint32            from,
                gint32            to)
{
  guint n_events = dossier_time_index_n_events (index), n_found, n = 0;
  g_autofree guint *found = g_new (guint, n_events + 1);

  n_found = dossier_time_index_overlaps (index, lane, from, to, n_events + 1, found);
  for (guint i = 0; i < n_events; i++)
    {
      const DossierTimeEvent *event = dossier_time_index_event (index, i);

      if ((lane != DOSSIER_TIME_ALL_LANES && event->lane != lane) ||
          event->begin > to || event->end < from)
        continue;
      g_assert_cmpuint (n, <, n_found);
      g_assert_cmpuint (found[n++], ==, i);
    }
  g_assert_cmpuint (n, ==, n_found);
  g_assert_cmpuint (dossier_time_index_overlaps (index, lane, from, to, 3, found), ==, MIN (3, n));
}

static void
check_walk (DossierTimeIndex *index,
            guint             lane)
{
  guint position = G_MAXUINT, n = 0, found;

  while (dossier_time_index_next (index, lane, &position, 1))
    {
      const DossierTimeEvent *event = dossier_time_index_event (index, position);

      g_assert_true (lane == DOSSIER_TIME_ALL_LANES || event->lane == lane);
      g_assert_true (dossier_time_index_find (index, event->id, event->lane, &found));
      g_assert_cmpuint (found, ==, position);
      n++;
    }
  g_assert_cmpuint (n, ==, dossier_time_index_lane_size (index, lane));
  position = G_MAXUINT;
  while (dossier_time_index_next (index, lane, &position, -1))
    n--;
  g_assert_cmpuint (n, ==, 0);
}

static void
test_against_counting (void)
{
  for (guint n = 0; n < 400; n += 57)
    {
      g_autoptr(DossierTimeIndex) index = dossier_time_index_new (random_events (n, N_LANES, 300), n, N_LANES);

      for (guint l = 0; l <= N_LANES; l++)
        {
          guint lane = l == N_LANES ? DOSSIER_TIME_ALL_LANES : l;

          check_bins (index, lane, -400, 800, 37);
          check_bins (index, lane, -10.5, 3.25, 64);
          check_bins (index, lane, 250, 251, 1);
          check_overlaps (index, lane, -50, 20);
          check_overlaps (index, lane, 700, 900);
          check_walk (index, lane);
        }
    }
}

static void
test_edges (void)
{
  DossierTimeEvent *events = g_new0 (DossierTimeEvent, 3);
  g_autoptr(DossierTimeIndex) index = NULL, empty = NULL;
  DossierTimeBin bins[4];
  gint32 first, last;
  guint position;

  events[0] = (DossierTimeEvent){ .begin = 10, .end = 12, .id = 7, .lane = 0 };
  events[1] = (DossierTimeEvent){ .begin = 5, .end = DOSSIER_DAY_MAX, .id = 8, .lane = 2, .kind = 1 };
  events[2] = (DossierTimeEvent){ .begin = 10, .end = 12, .id = 7, .lane = 1 };
  index = dossier_time_index_new (events, 3, 1);
  g_assert_cmpuint (dossier_time_index_n_lanes (index), ==, 3);
  g_assert_true (dossier_time_index_extent (index, &first, &last));
  g_assert_cmpint (first, ==, 5);
  g_assert_cmpint (last, ==, 12);

  dossier_time_index_bin (index, DOSSIER_TIME_ALL_LANES, 4, 16, 4, bins);
  g_assert_cmpuint (bins[0].total, ==, 1);
  g_assert_cmpuint (bins[1].total, ==, 1);
  g_assert_cmpuint (bins[2].total, ==, 3);
  g_assert_cmpuint (bins[2].count[0], ==, 2);
  g_assert_cmpuint (bins[3].total, ==, 1);
  dossier_time_index_bin (index, 9, 4, 16, 4, bins);
  g_assert_cmpuint (bins[2].total, ==, 0);
  dossier_time_index_bin (index, 2, 4, 4, 4, bins);
  g_assert_cmpuint (bins[0].total, ==, 0);

  g_assert_true (dossier_time_index_find (index, 7, 1, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (dossier_time_index_find (index, 7, 2, &position));
  g_assert_false (dossier_time_index_find (index, 9, DOSSIER_TIME_ALL_LANES, &position));
  position = 0;
  g_assert_true (dossier_time_index_next (index, 1, &position, 1));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (dossier_time_index_next (index, 1, &position, 1));
  position = 1;
  g_assert_false (dossier_time_index_next (index, 1, &position, -1));

  empty = dossier_time_index_new (NULL, 0, 2);
  g_assert_false (dossier_time_index_extent (empty, &first, &last));
  dossier_time_index_bin (empty, DOSSIER_TIME_ALL_LANES, 0, 4, 4, bins);
  g_assert_cmpuint (bins[0].total, ==, 0);
}

static void
test_million (void)
{
  const guint n = 1000000, width = 1600, n_lanes = 12;
  g_autofree DossierTimeBin *bins = g_new (DossierTimeBin, width);
  g_autoptr(DossierTimeIndex) index = NULL;
  gint64 start, best = G_MAXINT64, best_begins = G_MAXINT64;

  if (!g_test_perf ())
    {
      g_test_skip ("run with -m perf");
      return;
    }

  start = g_get_monotonic_time ();
  index = dossier_time_index_new (random_events (n, n_lanes, 10000), n, n_lanes);
  g_test_message ("built in %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  for (guint run = 0; run < 9; run++)
    {
      start = g_get_monotonic_time ();
      for (guint l = 0; l < n_lanes; l++)
        dossier_time_index_bin (index, l, -9000.0 + run, 9000, width, bins);
      best = MIN (best, g_get_monotonic_time () - start);
      start = g_get_monotonic_time ();
      for (guint l = 0; l < n_lanes; l++)
        dossier_time_index_bin_begins (index, l, -9000.0 + run, 9000, width, bins);
      best_begins = MIN (best_begins, g_get_monotonic_time () - start);
    }
  g_test_message ("10^6 events, 12 lanes, 1600 bins: touching %.2f ms, begins %.2f ms",
                  best / 1000.0, best_begins / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/time-index/against-counting", test_against_counting);
  g_test_add_func ("/core/time-index/edges", test_edges);
  g_test_add_func ("/core/time-index/million", test_million);

  return g_test_run ();
}
