/* test-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-reader-marks.h"
#include "view-samples.h"

static void
turn (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static GtkWidget *
show_reader (SampleArticle  *article,
             GtkWidget     **window)
{
  GtkWidget *reader = dossier_reader_view_new ();

  sample_show (article, reader);
  *window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (*window), 730, 600);
  gtk_window_set_child (GTK_WINDOW (*window), reader);
  gtk_widget_show (*window);
  turn (200);

  return reader;
}

static void
close_window (GtkWidget *window,
              GtkWidget *reader)
{
  g_object_ref (reader);
  gtk_window_destroy (GTK_WINDOW (window));
  turn (50);
  g_assert_finalize_object (window);
  g_assert_finalize_object (reader);
}

static void
test_unshown (void)
{
  GtkWidget *reader = g_object_ref_sink (dossier_reader_view_new ());
  SampleArticle *article = sample_article ();

  sample_show (article, reader);
  dossier_reader_view_set_text (DOSSIER_READER_VIEW (reader), NULL, NULL, 0);
  sample_free (article);
  g_assert_finalize_object (reader);
}

static void
test_marks (void)
{
  const DossierReaderClaim claims[] = {
    { .id = 12, .span = { 20, 40 }, .kind = DOSSIER_KIND_DENIAL, .shown = TRUE },
    { .id = 10, .span = { 5, 50 }, .kind = DOSSIER_KIND_STATEMENT, .shown = TRUE },
    { .id = 11, .span = { 60, 70 }, .more = { 80, 90 }, .kind = DOSSIER_KIND_FACT, .shown = TRUE },
  };
  const DossierReaderNote note = { 1, { 30, 65 }, "red" };
  g_autoptr (DossierReaderMarks) marks = dossier_reader_marks_new (claims, 3, &note, 1, G_MAXUINT);
  g_autoptr (DossierReaderMarks) some = dossier_reader_marks_new (claims, 3, NULL, 0, 1 << DOSSIER_KIND_DENIAL);
  guint at[4], n_runs;

  g_assert_cmpint (dossier_reader_marks_find (marks, 10), ==, 0);
  g_assert_cmpint (dossier_reader_marks_find (marks, 12), ==, 1);
  g_assert_cmpint (dossier_reader_marks_find (marks, 99), ==, -1);

  /* The innermost first; the other part of a claim is the claim too. */
  g_assert_cmpuint (dossier_reader_marks_at (marks, 35, at, 4), ==, 2);
  g_assert_cmpuint (at[0], ==, 1);
  g_assert_cmpuint (at[1], ==, 0);
  g_assert_cmpuint (dossier_reader_marks_at (marks, 85, at, 4), ==, 1);
  g_assert_cmpuint (at[0], ==, 2);
  g_assert_cmpuint (dossier_reader_marks_at (marks, 52, at, 4), ==, 0);

  g_assert_cmpuint (dossier_reader_marks_at (some, 10, at, 4), ==, 0);
  g_assert_cmpuint (dossier_reader_marks_at (some, 25, at, 4), ==, 1);
  dossier_reader_marks_runs (some, (DossierSpan) { 0, 100 }, &n_runs);
  g_assert_cmpuint (n_runs, ==, 1);
  dossier_reader_marks_runs (marks, (DossierSpan) { 40, 60 }, &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
}

static void
count_up (guint *count)
{
  (*count)++;
}

static void
test_walk (void)
{
  SampleArticle *article = sample_article ();
  GtkWidget *window;
  GtkWidget *reader = show_reader (article, &window);
  DossierReaderView *view = DOSSIER_READER_VIEW (reader);
  guint notified = 0;

  g_array_index (article->claims, DossierReaderClaim, 3).shown = FALSE;
  dossier_reader_view_set_claims (view, (DossierReaderClaim *)(void *)article->claims->data, article->claims->len);
  g_object_set (reader, "kinds", G_MAXUINT & ~(1u << DOSSIER_KIND_STATEMENT), NULL);
  g_signal_connect_swapped (reader, "notify::selected-claim", G_CALLBACK (count_up), &notified);

  /* In the order of the text, past what the filter or the mask of kinds leaves out. */
  for (gint64 id = 1; id <= 9; id++)
    {
      if (id == 4 || id == 6)
        continue;
      g_assert_true (dossier_reader_view_step_claim (view, 1));
      g_assert_cmpint (dossier_reader_view_get_selected (view), ==, id);
    }
  g_assert_false (dossier_reader_view_step_claim (view, 1));
  g_assert_cmpint (dossier_reader_view_get_selected (view), ==, 9);
  g_assert_true (gtk_widget_activate_action (reader, "reader.previous-claim", NULL));
  g_assert_cmpint (dossier_reader_view_get_selected (view), ==, 8);
  g_assert_cmpuint (notified, ==, 8);
  turn (50);

  close_window (window, reader);
  sample_free (article);
}

static void
keep_claim (GtkWidget   *reader,
            guint        start,
            guint        end,
            int          kind,
            DossierSpan *span)
{
  g_assert_cmpint (kind, ==, DOSSIER_KIND_ALLEGATION);
  *span = (DossierSpan) { start, end };
}

static void
test_selection (void)
{
  SampleArticle *article = sample_article ();
  GtkWidget *window;
  GtkWidget *reader = show_reader (article, &window);
  DossierReaderView *view = DOSSIER_READER_VIEW (reader);
  DossierSpan span = sample_find (article, "listened in on Veldia, a small contractor");
  DossierSpan selected = { 0, 0 }, requested = { 0, 0 };
  g_autofree char *words = NULL;

  g_signal_connect (reader, "claim-requested", G_CALLBACK (keep_claim), &requested);
  gtk_widget_activate_action (reader, "reader.claim", "s", "allegation");
  g_assert_cmpuint (requested.end, ==, 0);

  dossier_reader_view_select_span (view, span);
  g_assert_true (dossier_reader_view_get_selection (view, &selected));
  words = dossier_text_substring (article->text, selected);
  g_assert_cmpstr (words, ==, "listened in on Veldia, a small contractor");
  gtk_widget_activate_action (reader, "reader.claim", "s", "no such kind");
  g_assert_cmpuint (requested.end, ==, 0);
  gtk_widget_activate_action (reader, "reader.claim", "s", "allegation");
  g_assert_cmpuint (requested.start, ==, span.start);
  g_assert_cmpuint (requested.end, ==, span.end);
  g_assert_false (dossier_reader_view_get_selection (view, &selected));
  turn (400);

  close_window (window, reader);
  sample_free (article);
}

/* A place in a fold is shown by opening it; all that follows keeps its place. */
static void
test_fold (void)
{
  SampleArticle *article = sample_article ();
  GtkWidget *window;
  GtkWidget *reader = show_reader (article, &window);
  DossierReaderView *view = DOSSIER_READER_VIEW (reader);
  DossierSpan hidden = sample_find (article, "Share this page");
  DossierSpan below = sample_find (article, "nobody has ever shown");
  DossierSpan selected;

  dossier_reader_view_scroll_to (view, hidden);
  turn (50);
  dossier_reader_view_select_span (view, hidden);
  g_assert_true (dossier_reader_view_get_selection (view, &selected));
  g_assert_cmpuint (selected.start, ==, hidden.start);
  g_assert_cmpuint (selected.end, ==, hidden.end);
  dossier_reader_view_select_span (view, below);
  g_assert_true (dossier_reader_view_get_selection (view, &selected));
  g_assert_cmpuint (selected.start, ==, below.start);

  close_window (window, reader);
  sample_free (article);
}

static void
test_style (void)
{
  SampleArticle *article = sample_article ();
  GtkWidget *window;
  GtkWidget *reader = show_reader (article, &window);
  double size;
  guint notified = 0;

  g_signal_connect_swapped (reader, "notify::size", G_CALLBACK (count_up), &notified);
  g_object_set (reader, "size", 17.0, NULL);
  g_object_set (reader, "size", 17.0, NULL);
  g_assert_cmpuint (notified, ==, 1);
  gtk_widget_activate_action (reader, "reader.smaller", NULL);
  g_object_get (reader, "size", &size, NULL);
  g_assert_cmpfloat (size, ==, 16);
  gtk_widget_activate_action (reader, "reader.normal-size", NULL);
  for (guint theme = 0; theme < DOSSIER_N_THEMES; theme++)
    {
      g_object_set (reader, "theme", theme, "face", theme % 2 ? "Sans" : "No \"such\" face", "columns", 40 + theme * 20,
                    "line-height", 1 + theme * .2, "justify", theme % 2, NULL);
      turn (40);
    }

  close_window (window, reader);
  sample_free (article);
}

/* A long text is there at once, its rest comes without a stall, and a place far down is reached. */
static void
test_long (void)
{
  SampleArticle *article = sample_long (g_test_thorough () ? 10000000 : 600000);
  GtkWidget *window;
  GtkWidget *reader = dossier_reader_view_new ();
  DossierSpan last = g_array_index (article->claims, DossierReaderClaim, article->claims->len - 5).span;
  gint64 began = g_get_monotonic_time (), opened, worst = 0, total;
  gboolean loaded = FALSE;
  guint steady = 0;

  window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 730, 600);
  gtk_window_set_child (GTK_WINDOW (window), reader);
  gtk_widget_show (window);
  turn (100);

  began = g_get_monotonic_time ();
  sample_show (article, reader);
  opened = g_get_monotonic_time () - began;
  dossier_reader_view_scroll_to (DOSSIER_READER_VIEW (reader), last);
  while (!loaded)
    {
      gint64 before = g_get_monotonic_time ();

      g_main_context_iteration (NULL, FALSE);
      worst = MAX (worst, g_get_monotonic_time () - before);
      g_object_get (reader, "loaded", &loaded, NULL);
    }
  total = g_get_monotonic_time () - began;
  /* Lines above it that are laid out meanwhile do not push it out of view for good. */
  for (guint i = 0; i < 1000 && steady < 5; i++)
    {
      guint32 place;

      turn (40);
      place = dossier_reader_view_get_place (DOSSIER_READER_VIEW (reader));
      steady = place <= last.start && place + 5000 > last.start ? steady + 1 : 0;
    }
  g_test_message ("%u bytes, %u claims: open %.1f ms, longest turn of the loop %.1f ms, all in after %.0f ms",
                  dossier_text_n_bytes (article->text), article->claims->len,
                  opened / 1000.0, worst / 1000.0, total / 1000.0);
  g_assert_cmpuint (steady, ==, 5);

  close_window (window, reader);
  sample_free (article);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/unshown", test_unshown);
  g_test_add_func ("/reader/marks", test_marks);
  g_test_add_func ("/reader/walk", test_walk);
  g_test_add_func ("/reader/selection", test_selection);
  g_test_add_func ("/reader/fold", test_fold);
  g_test_add_func ("/reader/style", test_style);
  g_test_add_func ("/reader/long", test_long);

  return g_test_run ();
}
