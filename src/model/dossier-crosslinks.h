/* dossier-crosslinks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-store.h"

G_BEGIN_DECLS

/* Compares the claims of all sources and keeps the links that are found between them. Waits for the disk: for worker
 * threads and the command line. */
gboolean dossier_crosslinks_update (DossierStore  *store,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
