/* demo-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a timeline alone: demo-timeline [--dark] [--width PX] [--height PX] [--events N]
 */

#include "config.h"

#include "dossier-palette.h"
#include "dossier-timeline-view.h"
#include "view-samples.h"

int
main (int   argc,
      char *argv[])
{
  gboolean dark = FALSE, contrast = FALSE;
  int width = 1060, height = 207, events = 0;
  const GOptionEntry entries[] = {
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, NULL, NULL },
    { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, NULL, NULL },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, NULL, NULL },
    { "events", 0, 0, G_OPTION_ARG_INT, &events, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DossierTimeIndex) index = NULL;
  GtkWidget *view;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;

  gtk_init ();
  dossier_palette_install (gdk_display_get_default ());
  dossier_palette_set_high_contrast (gdk_display_get_default (), contrast);
  index = events > 0 ? sample_big_index (events, 5) : sample_index ();
  view = dossier_timeline_view_new ();
  dossier_timeline_view_set_index (DOSSIER_TIMELINE_VIEW (view), index, sample_lanes);
  dossier_timeline_view_set_brush (DOSSIER_TIMELINE_VIEW (view), dossier_day_from_ymd (2017, 1, 1),
                                   dossier_day_from_ymd (2021, 12, 31));
  dossier_timeline_view_set_selected (DOSSIER_TIMELINE_VIEW (view), 0);
  g_object_set (view, "n-undated", 12, NULL);
  sample_run_window (view, width, height, dark);

  return 0;
}
