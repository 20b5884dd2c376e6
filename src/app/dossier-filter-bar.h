/* dossier-filter-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierFilterBar: the row of chips that rules the window: countries, dates, kinds, speakers, tags, review. */
#define DOSSIER_TYPE_FILTER_BAR (dossier_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilterBar, dossier_filter_bar, DOSSIER, FILTER_BAR, GtkWidget)

GtkWidget *dossier_filter_bar_new         (void);
void       dossier_filter_bar_set_session (DossierFilterBar *self,
                                           DossierSession   *session);
void       dossier_filter_bar_set_compact (DossierFilterBar *self,
                                           gboolean          compact);
/* Shows how far the reviewing has come. */
void       dossier_filter_bar_set_reviewing (DossierFilterBar *self,
                                             gboolean          reviewing);
/* Leaves out the chip of one part, where it changes nothing; after the session was set. */
void       dossier_filter_bar_hide_facet  (DossierFilterBar *self,
                                           DossierFacetKind  facet);
/* Opens the list of one part, DOSSIER_FACET_…, or, for -1, the dates. */
void       dossier_filter_bar_popup       (DossierFilterBar *self,
                                           int               facet);

G_END_DECLS
