/* dossier-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the rows of the three lists are made of. */

/* Text of a fixed number of lines, ended by an ellipsis: rows of a long list must all be equally high. */
GtkWidget *dossier_row_text       (guint       n_lines,
                                   const char *css_class);
void       dossier_row_set_spoken (GtkWidget  *row,
                                   const char *spoken);

G_END_DECLS
