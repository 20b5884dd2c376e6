/* dossier-source-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-source.h"

G_BEGIN_DECLS

/* DossierSourceRow: a source in the list: title, outlet and date, countries, shares of kinds. Of one height, whatever it holds. */
#define DOSSIER_TYPE_SOURCE_ROW (dossier_source_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierSourceRow, dossier_source_row, DOSSIER, SOURCE_ROW, GtkWidget)

GtkWidget *dossier_source_row_new (void);
/* NULL while the row is not in use. */
void       dossier_source_row_set (DossierSourceRow *self,
                                   DossierSource    *item);

G_END_DECLS
