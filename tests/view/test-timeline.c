/* test-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-time-axis.h"
#include "dossier-time-ticks.h"
#include "dossier-timeline-view.h"
#include "view-samples.h"

static void
count_up (guint *count)
{
  (*count)++;
}

static void
keep_id (GtkWidget *view,
         guint      id,
         guint     *kept)
{
  *kept = id;
}

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static GtkWidget *
show_timeline (DossierTimeIndex *index,
               GtkWidget       **window)
{
  GtkWidget *view = dossier_timeline_view_new ();

  dossier_timeline_view_set_index (DOSSIER_TIMELINE_VIEW (view), index, sample_lanes);
  *window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (*window), 900, 220);
  gtk_window_set_child (GTK_WINDOW (*window), view);
  gtk_widget_show (*window);
  turn (150);

  return view;
}

static void
close_window (GtkWidget *window,
              GtkWidget *view)
{
  g_object_ref (view);
  gtk_window_destroy (GTK_WINDOW (window));
  turn (50);
  g_assert_finalize_object (window);
  g_assert_finalize_object (view);
}

static void
test_axis (void)
{
  DossierTimeAxis *axis = dossier_time_axis_new ();
  double begin, end;
  guint changes = 0;

  g_signal_connect_swapped (axis, "view-changed", G_CALLBACK (count_up), &changes);
  dossier_time_axis_set_extent (axis, 0, 1000);
  g_assert_true (dossier_time_axis_is_fit (axis));
  g_assert_cmpuint (changes, ==, 1);

  /* The day that a zoom is about keeps its place. */
  dossier_time_axis_zoom (axis, .25, 300);
  dossier_time_axis_get_view (axis, &begin, &end);
  g_assert_cmpfloat_with_epsilon (end - begin, 260, .001);
  g_assert_cmpfloat_with_epsilon ((300 - begin) / (end - begin), (300 + 20) / 1040.0, .001);

  /* No pan leaves the extent, no zoom goes closer than three days. */
  dossier_time_axis_pan (axis, -50);
  dossier_time_axis_get_view (axis, &begin, &end);
  g_assert_cmpfloat_with_epsilon (begin, -20, .001);
  dossier_time_axis_zoom (axis, 1e-9, 0);
  dossier_time_axis_get_view (axis, &begin, &end);
  g_assert_cmpfloat_with_epsilon (end - begin, 3, .001);
  g_assert_true (dossier_time_axis_reveal (axis, 900));
  dossier_time_axis_get_view (axis, &begin, &end);
  g_assert_cmpfloat (begin, <, 900);
  g_assert_cmpfloat (end, >, 900);
  g_assert_false (dossier_time_axis_reveal (axis, 900));

  g_assert_finalize_object (axis);
}

static void
check_ticks (int         from_year,
             int         to_year,
             double      width,
             const char *labels)
{
  double from = dossier_day_from_ymd (from_year, 1, 1);
  double to = dossier_day_from_ymd (to_year, 1, 1);
  g_autoptr (GArray) ticks = dossier_time_ticks_new (from, to, width, DOSSIER_TIME_TICK_ROOM);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTick *tick = &g_array_index (ticks, DossierTick, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tick->label);
      if (i > 0)
        g_assert_cmpint (tick[-1].day, <, tick->day);
      if (i > 1)
        g_assert_cmpfloat ((tick->day - tick[-1].day) / (to - from) * width, >, DOSSIER_TIME_TICK_ROOM * .55);
    }
  g_assert_cmpstr (text->str, ==, labels);
}

static void
test_ticks (void)
{
  double from = dossier_day_from_ymd (2021, 5, 14);
  g_autoptr (GArray) days = dossier_time_ticks_new (from, from + 8, 800, DOSSIER_TIME_TICK_ROOM);

  check_ticks (2015, 2022, 400, "2015 2016 2017 2018 2019 2020 2021");
  check_ticks (1400, 2100, 400, "1400 1500 1600 1700 1800 1900 2000");
  check_ticks (2020, 2021, 700, "2020 Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
  check_ticks (-100, 200, 160, "101 BCE 1 BCE 100");
  g_assert_cmpstr (g_array_index (days, DossierTick, 0).label, ==, "14 May 2021");
  g_assert_cmpstr (g_array_index (days, DossierTick, 7).label, ==, "21 May");
}

static void
test_snap (void)
{
  double from = dossier_day_from_ymd (2005, 1, 1);
  double to = dossier_day_from_ymd (2022, 1, 1);
  gint32 day = dossier_day_from_ymd (2016, 2, 14);

  /* To quarters on a short strip, to months on a long one, to days in a close view. */
  g_assert_cmpint (dossier_time_ticks_snap (from, to, 900, day), ==, dossier_day_from_ymd (2016, 1, 1));
  g_assert_cmpint (dossier_time_ticks_snap (from, to, 1200, day + 3), ==, dossier_day_from_ymd (2016, 3, 1));
  g_assert_cmpint (dossier_time_ticks_snap (day - 20, day + 20, 900, day + .2), ==, day);
}

static void
test_content (void)
{
  g_autoptr (DossierTimeIndex) index = sample_index ();
  guint notified = 0;
  GtkWidget *window;
  GtkWidget *view = show_timeline (index, &window);
  int from, lane_by;

  g_signal_connect_swapped (view, "notify::selected-id", G_CALLBACK (count_up), &notified);
  dossier_timeline_view_set_selected (DOSSIER_TIMELINE_VIEW (view), 7);
  dossier_timeline_view_set_selected (DOSSIER_TIMELINE_VIEW (view), 7);
  g_assert_cmpuint (notified, ==, 1);

  /* A new index keeps the selection by its id. */
  {
    g_autoptr (DossierTimeIndex) again = sample_index ();

    dossier_timeline_view_set_index (DOSSIER_TIMELINE_VIEW (view), again, sample_lanes);
    turn (30);
    g_assert_cmpuint (dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view)), ==, 7);
  }

  notified = 0;
  g_signal_connect_swapped (view, "notify::brush-from", G_CALLBACK (count_up), &notified);
  dossier_timeline_view_set_brush (DOSSIER_TIMELINE_VIEW (view), 100, 2000);
  g_object_get (view, "brush-from", &from, NULL);
  g_assert_cmpint (from, ==, 100);
  g_assert_cmpuint (notified, ==, 1);

  notified = 0;
  g_signal_connect_swapped (view, "notify::lane-by", G_CALLBACK (count_up), &notified);
  g_object_set (view, "lane-by", DOSSIER_LANE_SPEAKER, "basis", DOSSIER_BASIS_STATED, "n-undated", 4, NULL);
  g_object_get (view, "lane-by", &lane_by, NULL);
  g_assert_cmpint (lane_by, ==, DOSSIER_LANE_SPEAKER);
  g_assert_cmpuint (notified, ==, 1);

  close_window (window, view);
}

static void
test_walk (void)
{
  g_autoptr (DossierTimeIndex) index = sample_index ();
  guint activated = DOSSIER_TIMELINE_NO_EVENT;
  GtkWidget *window;
  GtkWidget *view = show_timeline (index, &window);
  guint id, seen = 0, position;

  g_signal_connect (view, "event-activated", G_CALLBACK (keep_id), &activated);

  /* From the first on to the end of its lane, never back, never out of it. */
  g_assert_true (gtk_widget_activate_action (view, "timeline.next-event", NULL));
  id = dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view));
  g_assert_true (dossier_time_index_find (index, id, DOSSIER_TIME_ALL_LANES, &position));
  g_assert_cmpuint (position, ==, 0);
  for (guint last = id;; last = id)
    {
      gtk_widget_activate_action (view, "timeline.next-event", NULL);
      id = dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view));
      if (id == last)
        break;
      g_assert_true (dossier_time_index_find (index, id, 1, &position));
      seen++;
    }
  g_assert_cmpuint (seen, ==, dossier_time_index_lane_size (index, 1) - 1);
  g_assert_cmpuint (id, ==, 13);

  /* Down a lane to what is nearest in time, and up again. */
  gtk_widget_activate_action (view, "timeline.next-lane", NULL);
  g_assert_cmpuint (dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view)), ==, 17);
  gtk_widget_activate_action (view, "timeline.previous-lane", NULL);
  g_assert_cmpuint (dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view)), ==, 13);

  gtk_widget_activate_action (view, "timeline.activate", NULL);
  g_assert_cmpuint (activated, ==, 13);

  /* Where the keyboard is there is a widget that has the focus. */
  turn (50);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (gtk_root_get_focus (GTK_ROOT (window))), ==, "DossierTimeFocus");

  close_window (window, view);
}

static void
test_zoom (void)
{
  g_autoptr (DossierTimeIndex) index = sample_index ();
  GtkWidget *window;
  GtkWidget *view;
  double begin, end, from, to;
  gint32 brush_from, brush_to;
  guint changed = 0;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  view = show_timeline (index, &window);
  dossier_timeline_view_get_view (DOSSIER_TIMELINE_VIEW (view), &begin, &end);
  gtk_widget_activate_action (view, "timeline.zoom-in", NULL);
  dossier_timeline_view_get_view (DOSSIER_TIMELINE_VIEW (view), &from, &to);
  g_assert_cmpfloat (to - from, <, end - begin);
  gtk_widget_activate_action (view, "timeline.fit", NULL);
  dossier_timeline_view_get_view (DOSSIER_TIMELINE_VIEW (view), &from, &to);
  g_assert_cmpfloat_with_epsilon (to - from, end - begin, .01);

  g_signal_connect_swapped (view, "brush-changed", G_CALLBACK (count_up), &changed);
  dossier_timeline_view_set_brush (DOSSIER_TIMELINE_VIEW (view), 15000, 15100);
  gtk_widget_activate_action (view, "timeline.zoom-to-brush", NULL);
  dossier_timeline_view_get_view (DOSSIER_TIMELINE_VIEW (view), &from, &to);
  g_assert_cmpfloat_with_epsilon (from, 15000, .01);
  g_assert_cmpfloat_with_epsilon (to, 15101, .01);
  g_assert_cmpuint (changed, ==, 0);
  gtk_widget_activate_action (view, "timeline.clear-brush", NULL);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_false (dossier_timeline_view_get_brush (DOSSIER_TIMELINE_VIEW (view), &brush_from, &brush_to));

  close_window (window, view);
}

static void
test_empty (void)
{
  g_autoptr (DossierTimeIndex) index = dossier_time_index_new (NULL, 0, 0);
  GtkWidget *window;
  GtkWidget *view = show_timeline (index, &window);

  gtk_widget_activate_action (view, "timeline.next-event", NULL);
  gtk_widget_activate_action (view, "timeline.next-lane", NULL);
  gtk_widget_activate_action (view, "timeline.zoom-in", NULL);
  gtk_widget_activate_action (view, "timeline.activate", NULL);
  turn (30);
  g_assert_cmpuint (dossier_timeline_view_get_selected (DOSSIER_TIMELINE_VIEW (view)), ==, DOSSIER_TIMELINE_NO_EVENT);

  close_window (window, view);
}

/* Every event counts however many there are, and a frame stays a frame. */
static void
test_many (void)
{
  guint n = g_test_thorough () ? 1000000 : 100000;
  g_autoptr (DossierTimeIndex) index = sample_big_index (n, 5);
  GtkWidget *window;
  GtkWidget *view = show_timeline (index, &window);
  GdkPaintable *paintable = gtk_widget_paintable_new (view);
  gint64 worst = 0;

  for (guint i = 0; i < 40; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      gint64 began = g_get_monotonic_time ();
      double begin, end;

      dossier_timeline_view_get_view (DOSSIER_TIMELINE_VIEW (view), &begin, &end);
      dossier_timeline_view_set_view (DOSSIER_TIMELINE_VIEW (view), begin + (end - begin) * .05, end - (end - begin) * .05);
      gtk_widget_allocate (view, 900, 220, -1, NULL);
      gdk_paintable_snapshot (paintable, snapshot, 900, 220);
      worst = MAX (worst, g_get_monotonic_time () - began);
      g_clear_pointer ((GskRenderNode **)&(GskRenderNode *) { gtk_snapshot_free_to_node (snapshot) }, gsk_render_node_unref);
    }
  g_test_message ("%u events: the slowest of 40 frames took %.1f ms", n, worst / 1000.0);

  g_object_unref (paintable);
  close_window (window, view);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/timeline/axis", test_axis);
  g_test_add_func ("/timeline/ticks", test_ticks);
  g_test_add_func ("/timeline/snap", test_snap);
  g_test_add_func ("/timeline/content", test_content);
  g_test_add_func ("/timeline/walk", test_walk);
  g_test_add_func ("/timeline/zoom", test_zoom);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/many", test_many);

  return g_test_run ();
}
