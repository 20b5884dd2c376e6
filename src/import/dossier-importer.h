/* dossier-importer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-document.h"

G_BEGIN_DECLS

#define DOSSIER_IMPORT_ERROR (dossier_import_error_quark ())

/** DossierImportError: why a thing was not read. The message is a translated sentence for the person. */
typedef enum
{
  DOSSIER_IMPORT_ERROR_EMPTY,
  DOSSIER_IMPORT_ERROR_BINARY,
  DOSSIER_IMPORT_ERROR_TOO_LARGE,
  DOSSIER_IMPORT_ERROR_UNREADABLE,
  DOSSIER_IMPORT_ERROR_UNSUPPORTED,
} DossierImportError;

GQuark dossier_import_error_quark (void);

/** DOSSIER_IMPORT_LIMIT: bytes of the largest file taken where the settings say nothing (64 MiB). */
#define DOSSIER_IMPORT_LIMIT (64 * 1024 * 1024)

/* Blocking: for worker threads and the command line. @limit in bytes, 0 for DOSSIER_IMPORT_LIMIT. Safe in any thread. */
DossierDocument *dossier_import_file  (GFile         *file,
                                       gsize          limit,
                                       GCancellable  *cancellable,
                                       GError       **error);
DossierDocument *dossier_import_bytes (GBytes        *bytes,
                                       const char    *file_name,
                                       gsize          limit,
                                       GCancellable  *cancellable,
                                       GError       **error);
DossierDocument *dossier_import_text  (const char    *text,
                                       gsize          limit,
                                       GError       **error);
/* The files below @folder, recursive, sorted by path, hidden ones and links to folders left out. */
GPtrArray       *dossier_import_list_folder (GFile         *folder,
                                             GCancellable  *cancellable,
                                             GError       **error);

G_END_DECLS
