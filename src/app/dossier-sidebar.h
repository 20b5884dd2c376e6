/* dossier-sidebar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierSidebar: the library: sources, claims and notes that the filter lets through, and the search. */
#define DOSSIER_TYPE_SIDEBAR (dossier_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DossierSidebar, dossier_sidebar, DOSSIER, SIDEBAR, GtkWidget)

void    dossier_sidebar_set_session      (DossierSidebar *self,
                                          DossierSession *session);
void    dossier_sidebar_set_menu         (DossierSidebar *self,
                                          GMenuModel     *menu);
void    dossier_sidebar_focus_search     (DossierSidebar *self);
/* "sources", "claims" or "notes". */
void    dossier_sidebar_set_page         (DossierSidebar *self,
                                          const char     *page);
/* The ids of the rows that are selected in the list on top: GArray of gint64; free with g_array_unref(). */
GArray *dossier_sidebar_selected_sources (DossierSidebar *self);
GArray *dossier_sidebar_selected_claims  (DossierSidebar *self);

G_END_DECLS
