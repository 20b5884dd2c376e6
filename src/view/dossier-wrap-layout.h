/* dossier-wrap-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierWrapLayout: children side by side, wrapped to further lines like words; used with a GtkBox or any widget.
 * Properties: spacing, line-spacing (int), push-last (gboolean: the last child goes to the end of its line). */
#define DOSSIER_TYPE_WRAP_LAYOUT (dossier_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DossierWrapLayout, dossier_wrap_layout, DOSSIER, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dossier_wrap_layout_new (int      spacing,
                                           int      line_spacing,
                                           gboolean push_last);

G_END_DECLS
