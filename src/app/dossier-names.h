/* dossier-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names every button below @root that shows only an icon after its tooltip, for screen readers. */
void dossier_name_buttons (GtkWidget *root);

G_END_DECLS
