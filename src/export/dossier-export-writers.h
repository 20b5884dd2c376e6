/* dossier-export-writers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-export-data.h"

G_BEGIN_DECLS

/* One writer a format: UTF-8 text, free with g_free(). Pure, safe in any thread. */
char *dossier_export_markdown (const DossierExportData *data);
char *dossier_export_html     (const DossierExportData *data);
char *dossier_export_csv      (const DossierExportData *data);
/* The timeline of the claims as an `<svg>` element; NULL where no claim has a date. @n_undated: (out). */
char *dossier_export_svg      (const DossierExportData *data,
                               guint                   *n_undated);

G_END_DECLS
