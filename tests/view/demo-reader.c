/* demo-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a reader alone: demo-reader [--dark] [--theme NICK] [--filtered] [--width PX] [--height PX] [--bytes N]
 */

#include "config.h"

#include "view-samples.h"

static char *
describe (gint64   id,
          gpointer user_data)
{
  return g_strdup_printf ("Claim %" G_GINT64_FORMAT, id);
}

int
main (int   argc,
      char *argv[])
{
  gboolean dark = FALSE, contrast = FALSE, filtered = FALSE;
  int width = 730, height = 610, bytes = 0;
  g_autofree char *theme_nick = NULL;
  const GOptionEntry entries[] = {
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, NULL, NULL },
    { "high-contrast", 0, 0, G_OPTION_ARG_NONE, &contrast, NULL, NULL },
    { "filtered", 0, 0, G_OPTION_ARG_NONE, &filtered, NULL, NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_nick, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_INT, &width, NULL, NULL },
    { "height", 0, 0, G_OPTION_ARG_INT, &height, NULL, NULL },
    { "bytes", 0, 0, G_OPTION_ARG_INT, &bytes, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  SampleArticle *article;
  DossierTheme theme = DOSSIER_THEME_AUTO;
  GtkWidget *view;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return 2;

  gtk_init ();
  dossier_palette_install (gdk_display_get_default ());
  dossier_palette_set_high_contrast (gdk_display_get_default (), contrast);
  if (theme_nick != NULL)
    dossier_theme_from_nick (theme_nick, &theme);

  article = bytes > 0 ? sample_long (bytes) : sample_article ();
  for (guint i = 0; filtered && i < article->claims->len; i += 2)
    g_array_index (article->claims, DossierReaderClaim, i).shown = FALSE;
  view = dossier_reader_view_new ();
  g_object_set (view, "theme", theme, NULL);
  sample_show (article, view);
  dossier_reader_view_set_heading (DOSSIER_READER_VIEW (view), "Norland’s Brightwater listened in, installed ‘hidden door’ in Veldia",
                                   "The Harbour Ledger · Wil Tarn · 15 August 2021");
  dossier_reader_view_set_selected (DOSSIER_READER_VIEW (view), 3);
  dossier_reader_view_set_text_func (DOSSIER_READER_VIEW (view), describe, NULL, NULL);
  sample_run_window (view, width, height, dark);
  sample_free (article);

  return 0;
}
