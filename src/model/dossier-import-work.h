/* dossier-import-work.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-analyser.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/** DossierImported: how one import ended. */
typedef struct
{
  gint64   source_id;
  gboolean already;   /* the same bytes were there */
  guint    n_claims;  /* found in what was added */
} DossierImported;

/* For worker threads and the command line; @file or @text. */
gboolean     dossier_import_one      (DossierStore     *store,
                                      DossierAnalyser  *analyser,
                                      GFile            *file,
                                      const char       *text,
                                      gsize             limit,
                                      GCancellable     *cancellable,
                                      DossierImported  *imported,
                                      GError          **error);
GPtrArray   *dossier_import_list     (GFile            *file,
                                      GCancellable     *cancellable,
                                      GError          **error);
GThreadPool *dossier_import_pool_new (GFunc             func,
                                      gpointer          user_data);

G_END_DECLS
