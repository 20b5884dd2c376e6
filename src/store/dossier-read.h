/* dossier-read.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/* Rows into records, by the reader, in one snapshot. NULL with @error on failure. */

GPtrArray      *dossier_read_claims     (DossierConnection  *connection,
                                         const gint64       *ids,
                                         guint               n_ids,
                                         GError            **error);
GPtrArray      *dossier_read_sources    (DossierConnection  *connection,
                                         const gint64       *ids,
                                         guint               n_ids,
                                         GError            **error);
GPtrArray      *dossier_read_all_notes  (DossierConnection  *connection,
                                         GError            **error);
GPtrArray      *dossier_read_all_links  (DossierConnection  *connection,
                                         GError            **error);
DossierContent *dossier_read_content    (DossierConnection  *connection,
                                         gint64              source_id,
                                         GError            **error);
GBytes         *dossier_read_original   (DossierConnection  *connection,
                                         gint64              source_id,
                                         GError            **error);
/* Claims of one source, in the order of the text. */
GPtrArray      *dossier_read_claims_of  (DossierConnection  *connection,
                                         gint64              source_id,
                                         GError            **error);

G_END_DECLS
