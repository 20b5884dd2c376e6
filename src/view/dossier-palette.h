/* dossier-palette.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-kind.h"

G_BEGIN_DECLS

/** DossierTheme: which set of colours a widget draws with; AUTO follows the window it stands in. */
typedef enum
{
  DOSSIER_THEME_AUTO,
  DOSSIER_THEME_LIGHT,
  DOSSIER_THEME_SEPIA,
  DOSSIER_THEME_DARK,
  DOSSIER_THEME_HIGH_CONTRAST,
  DOSSIER_THEME_HIGH_CONTRAST_DARK,
} DossierTheme;

#define DOSSIER_N_THEMES 6

/**
 * DossierKindColours:
 * @solid: points, lines and the discs of the signs; @sign: the sign on the disc
 * @tint: under the text of a claim
 * @badge, @badge_text: the chip that names the kind
 */
typedef struct
{
  GdkRGBA solid;
  GdkRGBA sign;
  GdkRGBA tint;
  GdkRGBA badge;
  GdkRGBA badge_text;
} DossierKindColours;

/** DossierPalette: every colour that the view draws with itself; a plain value. */
typedef struct
{
  DossierTheme       theme;
  DossierKindColours kind[DOSSIER_N_KINDS];
  GdkRGBA            page;
  GdkRGBA            text;
  GdkRGBA            dim;
  GdkRGBA            line;
  GdkRGBA            accent;
  GdkRGBA            band;
  GdkRGBA            strip;
  GdkRGBA            note;
} DossierPalette;

void        dossier_palette_install           (GdkDisplay     *display);
void        dossier_palette_set_high_contrast (GdkDisplay     *display,
                                               gboolean        high_contrast);
void        dossier_palette_load              (DossierPalette *self,
                                               GtkWidget      *widget,
                                               DossierTheme    theme);
double      dossier_palette_contrast          (const GdkRGBA  *a,
                                               const GdkRGBA  *b);
GdkRGBA     dossier_palette_mix               (const GdkRGBA  *a,
                                               const GdkRGBA  *b,
                                               double          share);
const char *dossier_theme_nick                (DossierTheme    theme);
gboolean    dossier_theme_from_nick           (const char     *nick,
                                               DossierTheme   *out);

G_END_DECLS
