/* dossier-wrap-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierWrapBox: a plain container with that layout. */
#define DOSSIER_TYPE_WRAP_BOX (dossier_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DossierWrapBox, dossier_wrap_box, DOSSIER, WRAP_BOX, GtkWidget)

GtkWidget *dossier_wrap_box_new        (int             spacing,
                                        int             line_spacing,
                                        gboolean        push_last);
void       dossier_wrap_box_append     (DossierWrapBox *self,
                                        GtkWidget      *child);
void       dossier_wrap_box_remove_all (DossierWrapBox *self);

G_END_DECLS
