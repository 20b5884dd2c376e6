/* dossier-columns-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/**
 * DossierColumnsBuilder:
 *
 * Makes the columns, and later ones from the last by loading only sources that
 * changed. Kept by the reader's thread.
 */
typedef struct _DossierColumnsBuilder DossierColumnsBuilder;

DossierColumnsBuilder *dossier_columns_builder_new    (void);
void                   dossier_columns_builder_free   (DossierColumnsBuilder  *self);
DossierColumns        *dossier_columns_builder_update (DossierColumnsBuilder  *self,
                                                       DossierConnection      *connection,
                                                       guint64                 generation,
                                                       const GArray           *stale,
                                                       gboolean                all,
                                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierColumnsBuilder, dossier_columns_builder_free)

G_END_DECLS
