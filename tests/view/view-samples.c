/* view-samples.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invented events and articles to look at and to test with.
 */

#include "config.h"

#include "view-samples.h"

const char *const sample_lanes[] = { "Norland", "Veldia", "United Marches", "Ostrava Isles", "Tarn", NULL };

DossierTimeIndex *
sample_index (void)
{
  static const struct
  {
    int         from[3];
    int         to[3];
    guint       lane;
    DossierKind kind;
    guint       flags;
  } events[] = {
    { { 2017, 1, 1 }, { 2017, 12, 31 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2017, 3, 2 }, { 2017, 3, 2 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2021, 8, 11 }, { 2021, 8, 11 }, 0, DOSSIER_KIND_DENIAL, 0 },
    { { 2021, 9, 1 }, { 2021, 9, 30 }, 0, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2021, 11, 20 }, { 2021, 11, 20 }, 0, DOSSIER_KIND_ACTION, 0 },
    { { 2006, 1, 1 }, { 2021, 4, 30 }, 1, DOSSIER_KIND_FINDING, DOSSIER_TIME_INTERVAL },
    { { 2009, 3, 1 }, { 2009, 3, 31 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2012, 3, 8 }, { 2012, 3, 8 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2012, 5, 3 }, { 2012, 5, 3 }, 1, DOSSIER_KIND_STATEMENT, 0 },
    { { 2017, 2, 10 }, { 2017, 2, 10 }, 1, DOSSIER_KIND_DENIAL, 0 },
    { { 2018, 7, 10 }, { 2018, 7, 10 }, 1, DOSSIER_KIND_STATEMENT, 0 },
    { { 2018, 9, 1 }, { 2018, 9, 1 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2019, 2, 20 }, { 2019, 2, 20 }, 1, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2019, 10, 2 }, { 2019, 10, 2 }, 1, DOSSIER_KIND_DENIAL, 0 },
    { { 2009, 1, 1 }, { 2019, 6, 30 }, 2, DOSSIER_KIND_ALLEGATION, DOSSIER_TIME_INTERVAL | DOSSIER_TIME_APPROXIMATE },
    { { 2018, 1, 1 }, { 2018, 1, 1 }, 2, DOSSIER_KIND_STATEMENT, 0 },
    { { 2018, 3, 14 }, { 2018, 3, 14 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 7, 7 }, { 2019, 7, 7 }, 2, DOSSIER_KIND_DENIAL, 0 },
    { { 2020, 1, 15 }, { 2020, 1, 15 }, 2, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 2, 22 }, { 2020, 2, 22 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2020, 3, 28 }, { 2020, 3, 28 }, 2, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 5, 1 }, { 2020, 5, 1 }, 2, DOSSIER_KIND_FACT, 0 },
    { { 2021, 5, 16 }, { 2021, 5, 16 }, 2, DOSSIER_KIND_FINDING, 0 },
    { { 2018, 12, 17 }, { 2018, 12, 17 }, 3, DOSSIER_KIND_ACTION, 0 },
    { { 2019, 1, 28 }, { 2019, 1, 28 }, 3, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 4, 2 }, { 2019, 4, 2 }, 3, DOSSIER_KIND_ACTION, 0 },
    { { 2019, 5, 20 }, { 2019, 5, 20 }, 3, DOSSIER_KIND_DENIAL, 0 },
    { { 2019, 12, 24 }, { 2019, 12, 24 }, 3, DOSSIER_KIND_FINDING, 0 },
    { { 2010, 2, 20 }, { 2010, 2, 20 }, 4, DOSSIER_KIND_FINDING, 0 },
    { { 2019, 2, 5 }, { 2019, 2, 5 }, 4, DOSSIER_KIND_DENIAL, 0 },
    { { 2019, 6, 1 }, { 2019, 6, 1 }, 4, DOSSIER_KIND_ALLEGATION, 0 },
    { { 2020, 6, 1 }, { 2021, 12, 31 }, 4, DOSSIER_KIND_ACTION, DOSSIER_TIME_INTERVAL | DOSSIER_TIME_OPEN_END },
  };
  DossierTimeEvent *out = g_new0 (DossierTimeEvent, G_N_ELEMENTS (events));

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      out[i].begin = dossier_day_from_ymd (events[i].from[0], events[i].from[1], events[i].from[2]);
      out[i].end = dossier_day_from_ymd (events[i].to[0], events[i].to[1], events[i].to[2]);
      out[i].id = i;
      out[i].lane = events[i].lane;
      out[i].kind = events[i].kind;
      out[i].flags = events[i].flags;
    }

  return dossier_time_index_new (out, G_N_ELEMENTS (events), 5);
}

/* Many events over forty years, denser towards the end, some long. */
DossierTimeIndex *
sample_big_index (guint n_events,
                  guint n_lanes)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  DossierTimeEvent *out = g_new0 (DossierTimeEvent, n_events);
  gint32 first = dossier_day_from_ymd (1985, 1, 1);
  gint32 last = dossier_day_from_ymd (2025, 1, 1);

  for (guint i = 0; i < n_events; i++)
    {
      double when = 1 - g_rand_double (rand) * g_rand_double (rand);

      out[i].begin = first + (gint32)(when * (last - first));
      out[i].end = out[i].begin + (g_rand_int_range (rand, 0, 20) == 0 ? g_rand_int_range (rand, 20, 400) : 0);
      out[i].id = i;
      out[i].lane = (guint)(n_lanes * g_rand_double (rand) * g_rand_double (rand));
      out[i].kind = (i * 2654435761u >> 13) % DOSSIER_N_KINDS;
    }

  return dossier_time_index_new (out, n_events, n_lanes);
}

void
sample_run_window (GtkWidget *child,
                   int        width,
                   int        height,
                   gboolean   dark)
{
  GtkWidget *window = gtk_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_widget_show (window);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
}
