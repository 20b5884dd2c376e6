/* dossier-share-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-kind.h"

G_BEGIN_DECLS

/* DossierShareBar: how many claims of each kind there are, as one bar; its name says the counts. */
#define DOSSIER_TYPE_SHARE_BAR (dossier_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierShareBar, dossier_share_bar, DOSSIER, SHARE_BAR, GtkWidget)

GtkWidget *dossier_share_bar_new        (void);
void       dossier_share_bar_set_counts (DossierShareBar *self,
                                         const guint32    counts[DOSSIER_N_KINDS]);

G_END_DECLS
