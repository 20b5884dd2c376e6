/* dossier-country-chips.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierCountryChips: a row of them, as many as fit, then "+3". */
#define DOSSIER_TYPE_COUNTRY_CHIPS (dossier_country_chips_get_type ())
G_DECLARE_FINAL_TYPE (DossierCountryChips, dossier_country_chips, DOSSIER, COUNTRY_CHIPS, GtkWidget)

GtkWidget  *dossier_country_chips_new       (void);
void        dossier_country_chips_set_codes (DossierCountryChips *self,
                                             const char * const  *codes);

G_END_DECLS
