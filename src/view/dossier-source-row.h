/* dossier-source-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-row.h"

G_BEGIN_DECLS

/* DossierSourceRow: a source in the list: title, outlet and date, countries, shares of kinds. Of one height, whatever it holds. */
#define DOSSIER_TYPE_SOURCE_ROW (dossier_source_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierSourceRow, dossier_source_row, DOSSIER, SOURCE_ROW, DossierRow)

GtkWidget *dossier_source_row_new (void);

G_END_DECLS
