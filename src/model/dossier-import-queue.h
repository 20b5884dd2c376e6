/* dossier-import-queue.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-import-item.h"

G_BEGIN_DECLS

/*
 * DossierImportQueue: what is being imported into the dossier. Reading and
 * analysis run in worker threads; each thing is stored whole or not at all.
 *
 * It is a GListModel of DossierImportItem: the closing list.
 * Properties (read-only): running, n-done, n-total (grows while folders are listed), fraction (0 to 1), current
 * (name or NULL), n-added, n-already, n-failed, summary ("7 added, 1 already there, 2 failed").
 * Property: limit (bytes of the largest file, 0 the default).
 * Signal: "finished": nothing more is to be done; the list stays until the next import begins.
 */
#define DOSSIER_TYPE_IMPORT_QUEUE (dossier_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (DossierImportQueue, dossier_import_queue, DOSSIER, IMPORT_QUEUE, GObject)

/* GFile of files and folders; folders with all below them. NULL-terminated or counted by @n_files. */
void      dossier_import_queue_add_files  (DossierImportQueue  *self,
                                           GFile              **files,
                                           guint                n_files);
void      dossier_import_queue_add_text   (DossierImportQueue  *self,
                                           const char          *text);
/* What is stored stays; the rest is listed as cancelled. */
void      dossier_import_queue_cancel     (DossierImportQueue  *self);
gboolean  dossier_import_queue_is_running (DossierImportQueue  *self);
void      dossier_import_queue_set_limit  (DossierImportQueue  *self,
                                           guint64              bytes);
char     *dossier_import_queue_summary    (DossierImportQueue  *self);

G_END_DECLS
