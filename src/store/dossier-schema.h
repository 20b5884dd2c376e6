/* dossier-schema.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/** DOSSIER_SCHEMA_FOLDER: the resource folder of the numbered SQL files. */
#define DOSSIER_SCHEMA_FOLDER "/org/dossierapp/Dossier/store/schema"

int      dossier_schema_version (const char         *folder);
gboolean dossier_schema_probe   (const char         *path,
                                 GError            **error);
gboolean dossier_schema_create  (const char         *path,
                                 const char         *folder,
                                 GError            **error);
gboolean dossier_schema_upgrade (DossierConnection  *connection,
                                 const char         *path,
                                 const char         *folder,
                                 GError            **error);
gboolean dossier_schema_check   (DossierConnection  *connection,
                                 const char         *folder,
                                 GError            **error);
gboolean dossier_schema_copy    (DossierConnection  *connection,
                                 const char         *path,
                                 GCancellable       *cancellable,
                                 GError            **error);

G_END_DECLS
