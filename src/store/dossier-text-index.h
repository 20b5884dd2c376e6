/* dossier-text-index.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/**
 * DossierTextIndex:
 *
 * What the full-text tables have to learn of a transaction, kept until its end.
 * FTS5 writes out what it has gathered whenever a statement opens a savepoint,
 * and whenever a row comes out of order; row by row that makes an import six
 * times as slow.
 */
typedef struct _DossierTextIndex DossierTextIndex;

DossierTextIndex *dossier_text_index_new     (DossierConnection  *connection);
void              dossier_text_index_free    (DossierTextIndex   *self);
gboolean          dossier_text_index_watch   (DossierTextIndex   *self,
                                              const char         *table,
                                              GError            **error);
gboolean          dossier_text_index_write   (DossierTextIndex   *self,
                                              GError            **error);
gboolean          dossier_text_index_relieve (DossierTextIndex   *self,
                                              GError            **error);
void              dossier_text_index_forget  (DossierTextIndex   *self);

G_END_DECLS
