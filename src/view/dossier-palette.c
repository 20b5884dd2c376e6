/* dossier-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-palette"

#include "config.h"

#include <math.h>

#include "dossier-palette.h"
#include "dossier-view-resources.h"

#define STYLE_RESOURCE "/org/dossierapp/Dossier/view/style.css"
#define ICONS_RESOURCE "/org/dossierapp/Dossier/icons"
#define INSTALLED_KEY "dossier-palette-installed"
#define HIGH_CONTRAST_KEY "dossier-palette-high-contrast"

static const char *const theme_nicks[] = {
  "auto", "light", "sepia", "dark", "high-contrast", "high-contrast-dark",
};

/* How a theme's colours are called in style.css: "dossier_light_page", … */
static const char *const theme_prefixes[] = {
  "light", "light", "sepia", "dark", "hc", "hcdark",
};

G_STATIC_ASSERT (G_N_ELEMENTS (theme_nicks) == DOSSIER_N_THEMES);
G_STATIC_ASSERT (G_N_ELEMENTS (theme_prefixes) == DOSSIER_N_THEMES);

/**
 * dossier_theme_nick:
 *
 * The word for a theme in the settings; never translated.
 */
const char *
dossier_theme_nick (DossierTheme theme)
{
  g_return_val_if_fail (theme < DOSSIER_N_THEMES, "auto");

  return theme_nicks[theme];
}

/**
 * dossier_theme_from_nick:
 *
 * Returns: whether @nick names a theme; @out is left alone where it does not.
 */
gboolean
dossier_theme_from_nick (const char   *nick,
                         DossierTheme *out)
{
  for (guint i = 0; i < DOSSIER_N_THEMES; i++)
    {
      if (g_strcmp0 (theme_nicks[i], nick) == 0)
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dossier_palette_install:
 *
 * Makes the colours and styles of the view known to @display. Once a display;
 * further calls do nothing.
 */
void
dossier_palette_install (GdkDisplay *display)
{
  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), INSTALLED_KEY) != NULL)
    return;

  /* By name, as the linker takes a library's file only where something names it. */
  g_resources_register (dossier_view_get_resource ());

  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_RESOURCE);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), ICONS_RESOURCE);
  g_object_set_data_full (G_OBJECT (display), INSTALLED_KEY,
                          g_steal_pointer (&provider), g_object_unref);
}

/**
 * dossier_palette_set_high_contrast:
 *
 * Says that the person asked the desktop for high contrast. GTK itself shows it
 * only by the name of its theme, which is looked at too.
 */
void
dossier_palette_set_high_contrast (GdkDisplay *display,
                                   gboolean    high_contrast)
{
  GtkCssProvider *provider;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  provider = g_object_get_data (G_OBJECT (display), HIGH_CONTRAST_KEY);
  if ((provider != NULL) == !!high_contrast)
    return;

  if (high_contrast)
    {
      g_autoptr (GtkCssProvider) added = gtk_css_provider_new ();

      /* An inherited property that shows nowhere: every widget hears that its style is another. */
      gtk_css_provider_load_from_data (added, "window { -gtk-secondary-caret-color: #010203; }", -1);
      g_object_set_data_full (G_OBJECT (display), HIGH_CONTRAST_KEY, g_object_ref (added), g_object_unref);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (added),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  else
    {
      g_object_ref (provider);
      g_object_set_data (G_OBJECT (display), HIGH_CONTRAST_KEY, NULL);
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
      g_object_unref (provider);
    }
}

static gboolean
is_high_contrast (GdkDisplay *display)
{
  g_autofree char *name = NULL;

  if (g_object_get_data (G_OBJECT (display), HIGH_CONTRAST_KEY) != NULL)
    return TRUE;

  g_object_get (gtk_settings_get_for_display (display), "gtk-theme-name", &name, NULL);

  return name != NULL && g_str_has_prefix (name, "HighContrast");
}

static double
linear (double channel)
{
  return channel <= .04045 ? channel / 12.92 : pow ((channel + .055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *c)
{
  return .2126 * linear (c->red) + .7152 * linear (c->green) + .0722 * linear (c->blue);
}

/**
 * dossier_palette_contrast:
 *
 * Returns: the contrast ratio of two opaque colours, 1 to 21, as WCAG 2.1 defines it
 */
double
dossier_palette_contrast (const GdkRGBA *a,
                          const GdkRGBA *b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + .05) / (MIN (la, lb) + .05);
}

/**
 * dossier_palette_mix:
 * @share: how much of @b, 0 to 1
 *
 * Returns: an opaque colour between @a and @b, so that nothing is blended while drawing
 */
GdkRGBA
dossier_palette_mix (const GdkRGBA *a,
                     const GdkRGBA *b,
                     double         share)
{
  return (GdkRGBA) {
    .red = a->red + (b->red - a->red) * share,
    .green = a->green + (b->green - a->green) * share,
    .blue = a->blue + (b->blue - a->blue) * share,
    .alpha = 1,
  };
}

/* The window is dark where its text is light: true of every theme there is. */
static DossierTheme
theme_of (GtkWidget *widget)
{
  gboolean contrast = is_high_contrast (gtk_widget_get_display (widget));
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text;

  /* The theme's own text colour, as an insensitive widget's is neither light nor dark. */
  if (!gtk_style_context_lookup_color (context, "theme_fg_color", &text))
    gtk_style_context_get_color (context, &text);

  if (luminance (&text) > .35)
    return contrast ? DOSSIER_THEME_HIGH_CONTRAST_DARK : DOSSIER_THEME_DARK;

  return contrast ? DOSSIER_THEME_HIGH_CONTRAST : DOSSIER_THEME_LIGHT;
}

static GdkRGBA
lookup (GtkWidget    *widget,
        DossierTheme  theme,
        const char   *name,
        const char   *part)
{
  g_autofree char *full = g_strconcat ("dossier_", theme_prefixes[theme], "_", name, part, NULL);
  GdkRGBA colour = { .5, .5, .5, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), full, &colour);

  return colour;
}

/**
 * dossier_palette_load:
 * @widget: whose display and, for AUTO, whose text colour decide
 *
 * Fills @self from the named colours of the style sheet. To be called again
 * when the widget's style has changed.
 */
void
dossier_palette_load (DossierPalette *self,
                      GtkWidget      *widget,
                      DossierTheme    theme)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (theme < DOSSIER_N_THEMES);

  dossier_palette_install (gtk_widget_get_display (widget));

  if (theme == DOSSIER_THEME_AUTO)
    theme = theme_of (widget);

  self->theme = theme;
  self->page = lookup (widget, theme, "page", "");
  self->text = lookup (widget, theme, "text", "");
  self->dim = lookup (widget, theme, "dim", "");
  self->line = lookup (widget, theme, "line", "");
  self->accent = lookup (widget, theme, "accent", "");
  self->band = lookup (widget, theme, "band", "");
  self->strip = lookup (widget, theme, "strip", "");
  self->note = lookup (widget, theme, "note", "");

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      const char *nick = dossier_kind_nick (i);

      self->kind[i].solid = lookup (widget, theme, nick, "");
      self->kind[i].tint = lookup (widget, theme, nick, "_tint");
      self->kind[i].badge = lookup (widget, theme, nick, "_badge");
      self->kind[i].sign = lookup (widget, theme, "sign", "");
      self->kind[i].badge_text = self->kind[i].sign;
    }
}
