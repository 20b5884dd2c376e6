/* dossier-links-write.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/* Links that the program suggests; those that a person made or judged are never touched. */

gboolean dossier_write_found_links   (DossierConnection  *connection,
                                      const GArray       *links,
                                      const gint64       *ids,
                                      guint               n_ids,
                                      GError            **error);
gboolean dossier_replace_found_links (DossierConnection  *connection,
                                      gint64              source_id,
                                      const GArray       *links,
                                      const gint64       *ids,
                                      guint               n_ids,
                                      GError            **error);

G_END_DECLS
