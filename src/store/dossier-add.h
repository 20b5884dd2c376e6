/* dossier-add.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/* What the program itself puts into a dossier, in the writer's transaction. */

gboolean      dossier_find_sha256 (DossierConnection  *connection,
                                   const char         *sha256,
                                   gint64             *id,
                                   GError            **error);
DossierAdded *dossier_add         (DossierConnection  *connection,
                                   DossierDocument    *document,
                                   DossierFindings    *findings,
                                   GError            **error);
gboolean      dossier_reanalyse   (DossierConnection  *connection,
                                   gint64              source_id,
                                   DossierFindings    *findings,
                                   GError            **error);
gboolean      dossier_set_links   (DossierConnection  *connection,
                                   GPtrArray          *links,
                                   GError            **error);

G_END_DECLS
