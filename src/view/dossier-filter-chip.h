/* dossier-filter-chip.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DossierFilterChip: one part of the filter in the row above the text: a pill
 * that opens a popover, and, while it is active, a cross that clears it.
 *
 * Properties: label, active (coloured, with a cross), popover (GtkPopover).
 * Signal: "clear".
 */
#define DOSSIER_TYPE_FILTER_CHIP (dossier_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilterChip, dossier_filter_chip, DOSSIER, FILTER_CHIP, GtkWidget)

GtkWidget *dossier_filter_chip_new         (const char        *label);
void       dossier_filter_chip_set_label   (DossierFilterChip *self,
                                            const char        *label);
void       dossier_filter_chip_set_active  (DossierFilterChip *self,
                                            gboolean           active);
void       dossier_filter_chip_set_popover (DossierFilterChip *self,
                                            GtkPopover        *popover);
void       dossier_filter_chip_popup       (DossierFilterChip *self);

G_END_DECLS
