/* dossier-search.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/* Full-text search, by the reader. */

char        *dossier_search_expression (const char         *words);
DossierHits *dossier_search            (DossierConnection  *connection,
                                        const char         *words,
                                        GError            **error);
GPtrArray   *dossier_search_snippets   (DossierConnection  *connection,
                                        const char         *words,
                                        guint               offset,
                                        guint               limit,
                                        GError            **error);

G_END_DECLS
