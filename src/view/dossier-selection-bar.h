/* dossier-selection-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierSelectionBar: what can be made of selected text; its buttons call the actions of the reader around it. */
#define DOSSIER_TYPE_SELECTION_BAR (dossier_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierSelectionBar, dossier_selection_bar, DOSSIER, SELECTION_BAR, GtkWidget)

GtkWidget *dossier_selection_bar_new (void);

G_END_DECLS
