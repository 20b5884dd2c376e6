/* test-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-palette.h"

/* WCAG 2.1: 1.4.3 for text, 1.4.11 for lines and signs. */
#define TEXT 4.5
#define GRAPHIC 3.0

static void
check (const char    *what,
       DossierTheme   theme,
       const char    *kind,
       const GdkRGBA *a,
       const GdkRGBA *b,
       double         least)
{
  double ratio = dossier_palette_contrast (a, b);

  if (ratio < least)
    g_error ("%s, %s, %s: %.2f is less than %.1f", dossier_theme_nick (theme), kind, what, ratio, least);
}

static void
test_contrast (gconstpointer data)
{
  DossierTheme theme = GPOINTER_TO_UINT (data);
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  double text = theme >= DOSSIER_THEME_HIGH_CONTRAST ? 7 : TEXT;
  DossierPalette p;

  dossier_palette_load (&p, widget, theme);
  check ("text on page", theme, "-", &p.text, &p.page, text);
  check ("dim text on page", theme, "-", &p.dim, &p.page, text);
  check ("outline on page", theme, "-", &p.accent, &p.page, GRAPHIC);
  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      const DossierKindColours *c = &p.kind[i];
      const char *kind = dossier_kind_nick (i);

      check ("text on tint", theme, kind, &p.text, &c->tint, text);
      check ("dim text on tint", theme, kind, &p.dim, &c->tint, TEXT);
      check ("line on page", theme, kind, &c->solid, &p.page, GRAPHIC);
      check ("line on tint", theme, kind, &c->solid, &c->tint, GRAPHIC);
      check ("sign on disc", theme, kind, &c->sign, &c->solid, GRAPHIC);
      check ("word on badge", theme, kind, &c->badge_text, &c->badge, TEXT);
    }

  g_assert_finalize_object (widget);
}

static void
test_ratio (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { .4666667, .4666667, .4666667, 1 };

  g_assert_cmpfloat_with_epsilon (dossier_palette_contrast (&black, &white), 21, .001);
  g_assert_cmpfloat_with_epsilon (dossier_palette_contrast (&white, &black), 21, .001);
  g_assert_cmpfloat_with_epsilon (dossier_palette_contrast (&white, &white), 1, .001);
  g_assert_cmpfloat_with_epsilon (dossier_palette_contrast (&grey, &white), 4.478, .01);
}

static void
test_follows_window (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GdkDisplay *display = gdk_display_get_default ();
  GtkWidget *widget = g_object_ref_sink (gtk_window_new ());
  DossierPalette p;

  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  dossier_palette_load (&p, widget, DOSSIER_THEME_AUTO);
  g_assert_cmpint (p.theme, ==, DOSSIER_THEME_DARK);
  dossier_palette_set_high_contrast (display, TRUE);
  dossier_palette_load (&p, widget, DOSSIER_THEME_AUTO);
  g_assert_cmpint (p.theme, ==, DOSSIER_THEME_HIGH_CONTRAST_DARK);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  dossier_palette_load (&p, widget, DOSSIER_THEME_AUTO);
  g_assert_cmpint (p.theme, ==, DOSSIER_THEME_HIGH_CONTRAST);
  dossier_palette_set_high_contrast (display, FALSE);
  dossier_palette_load (&p, widget, DOSSIER_THEME_AUTO);
  g_assert_cmpint (p.theme, ==, DOSSIER_THEME_LIGHT);

  gtk_window_destroy (GTK_WINDOW (widget));
  g_assert_finalize_object (widget);
}

static void
test_nicks (void)
{
  DossierTheme theme = DOSSIER_THEME_AUTO;

  for (guint i = 0; i < DOSSIER_N_THEMES; i++)
    {
      g_assert_true (dossier_theme_from_nick (dossier_theme_nick (i), &theme));
      g_assert_cmpint (theme, ==, i);
    }
  g_assert_false (dossier_theme_from_nick ("plaid", &theme));
  g_assert_false (dossier_theme_from_nick (NULL, &theme));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  dossier_palette_install (gdk_display_get_default ());

  for (guint i = DOSSIER_THEME_LIGHT; i < DOSSIER_N_THEMES; i++)
    {
      g_autofree char *path = g_strconcat ("/palette/contrast/", dossier_theme_nick (i), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_contrast);
    }
  g_test_add_func ("/palette/ratio", test_ratio);
  g_test_add_func ("/palette/follows-window", test_follows_window);
  g_test_add_func ("/palette/nicks", test_nicks);

  return g_test_run ();
}
