/* dossier-store-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-store.h"
#include "dossier-worker.h"

G_BEGIN_DECLS

/* Both take @request. */
void     dossier_store_submit     (DossierStore         *self,
                                   DossierRequest       *request,
                                   gpointer              tag,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gpointer dossier_store_wait       (DossierStore         *self,
                                   DossierRequest       *request,
                                   GCancellable         *cancellable,
                                   GError              **error);
gpointer dossier_store_finish     (DossierStore         *self,
                                   GAsyncResult         *result,
                                   GError              **error);
/* What the reader's columns do not have yet; the generation they will be of. */
guint64  dossier_store_take_stale (DossierStore         *self,
                                   GArray              **stale,
                                   gboolean             *all);
void     dossier_store_set_stale  (DossierStore         *self);

G_END_DECLS
