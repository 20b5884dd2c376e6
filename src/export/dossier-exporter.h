/* dossier-exporter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-export-data.h"

G_BEGIN_DECLS

/** DossierExportFormat: what is written. */
typedef enum
{
  DOSSIER_FORMAT_MARKDOWN,
  DOSSIER_FORMAT_HTML,
  DOSSIER_FORMAT_CSV,
} DossierExportFormat;

#define DOSSIER_N_EXPORT_FORMATS 3

/* "markdown", "html", "csv": never translated; _from_nick leaves @out alone for a word it does not know. */
const char *dossier_export_format_nick      (DossierExportFormat       format);
gboolean    dossier_export_format_from_nick (const char               *nick,
                                             DossierExportFormat      *out);
/* "Markdown", "Web page", "Table (CSV)". */
const char *dossier_export_format_label     (DossierExportFormat       format);
/* "md", "html", "csv". */
const char *dossier_export_format_suffix    (DossierExportFormat       format);
const char *dossier_export_format_media     (DossierExportFormat       format);
/* What the format does not carry: a translated sentence each; never NULL. */
const char *dossier_export_format_losses    (DossierExportFormat       format);
/* The file as UTF-8 text. Pure, safe in any thread. */
GBytes     *dossier_export_to_bytes         (const DossierExportData  *data,
                                             DossierExportFormat       format);
/* Writes to a temporary file beside @path, syncs it, renames it: @path holds the old file or the new one, never a part.
 * In the calling thread. */
gboolean    dossier_export_write            (GBytes                   *bytes,
                                             const char               *path,
                                             GError                  **error);

G_END_DECLS
