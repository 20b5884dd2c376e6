/* dossier-country-chip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* DossierCountryChip: the code of a country; its name and tooltip are the country's. Property: code (string). */
#define DOSSIER_TYPE_COUNTRY_CHIP (dossier_country_chip_get_type ())
G_DECLARE_FINAL_TYPE (DossierCountryChip, dossier_country_chip, DOSSIER, COUNTRY_CHIP, GtkWidget)

GtkWidget  *dossier_country_chip_new      (const char         *code);
const char *dossier_country_chip_get_code (DossierCountryChip *self);
void        dossier_country_chip_set_code (DossierCountryChip *self,
                                           const char         *code);

G_END_DECLS
