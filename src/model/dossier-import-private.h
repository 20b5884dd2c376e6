/* dossier-import-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-import-queue.h"
#include "dossier-store.h"

G_BEGIN_DECLS

DossierImportItem  *dossier_import_item_new    (const char         *name);
void                dossier_import_item_update (DossierImportItem  *self,
                                                DossierImportState  state,
                                                const char         *message,
                                                gint64              source_id);

DossierImportQueue *dossier_import_queue_new   (DossierStore       *store);
/* Gives up what is under way and waits for the workers; idempotent. */
void                dossier_import_queue_close (DossierImportQueue *self);

G_END_DECLS
