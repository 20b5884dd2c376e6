/* dossier-import-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** DossierImportState: how it stands with one thing that is imported. */
typedef enum
{
  DOSSIER_IMPORT_WAITING,
  DOSSIER_IMPORT_RUNNING,
  DOSSIER_IMPORT_ADDED,
  DOSSIER_IMPORT_ALREADY,
  DOSSIER_IMPORT_FAILED,
  DOSSIER_IMPORT_CANCELLED,
} DossierImportState;

/*
 * DossierImportItem: a line of the closing list.
 *
 * Properties (read-only): name, state, message (a sentence: "Added with 12 claims.", why it failed), source-id.
 */
#define DOSSIER_TYPE_IMPORT_ITEM (dossier_import_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierImportItem, dossier_import_item, DOSSIER, IMPORT_ITEM, GObject)

const char         *dossier_import_item_name      (DossierImportItem *self);
DossierImportState  dossier_import_item_state     (DossierImportItem *self);
const char         *dossier_import_item_message   (DossierImportItem *self);
/* 0 unless it was added or already there. */
gint64              dossier_import_item_source_id (DossierImportItem *self);

G_END_DECLS
