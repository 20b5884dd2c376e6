/* dossier-outline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws a rounded line around rows of text that touch one another, as one
 * shape; @rows is of graphene_rect_t, from the top down. */
void dossier_outline_snapshot (GtkSnapshot   *snapshot,
                               const GArray  *rows,
                               const GdkRGBA *colour,
                               double         thickness,
                               double         radius);

G_END_DECLS
