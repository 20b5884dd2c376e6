/* dossier-write.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/* Records into rows, in the caller's transaction. Ids are 0 on failure. */

gboolean dossier_write_speaker       (DossierConnection          *connection,
                                      const char                 *name,
                                      gint64                     *id,
                                      GError                    **error);
gint64   dossier_write_claim         (DossierConnection          *connection,
                                      gint64                      source_id,
                                      const DossierClaimRecord   *claim,
                                      DossierText                *text,
                                      GError                    **error);
gboolean dossier_write_claim_again   (DossierConnection          *connection,
                                      const DossierClaimRecord   *claim,
                                      guint                       fields,
                                      GError                    **error);
gint64   dossier_write_source        (DossierConnection          *connection,
                                      const DossierSourceRecord  *source,
                                      gint64                      file_time,
                                      GError                    **error);
gboolean dossier_write_source_again  (DossierConnection          *connection,
                                      const DossierSourceRecord  *source,
                                      guint                       fields,
                                      GError                    **error);
gint64   dossier_write_note          (DossierConnection          *connection,
                                      const DossierNoteRecord    *note,
                                      gint64                      claim_id,
                                      GError                    **error);
gboolean dossier_write_note_again    (DossierConnection          *connection,
                                      const DossierNoteRecord    *note,
                                      GError                    **error);
gint64   dossier_write_link          (DossierConnection          *connection,
                                      const DossierLinkRecord    *link,
                                      gint64                      from_claim,
                                      gint64                      to_claim,
                                      GError                    **error);
gboolean dossier_write_link_again    (DossierConnection          *connection,
                                      const DossierLinkRecord    *link,
                                      GError                    **error);
/* One statement with up to two numbers for its parameters. */
gboolean dossier_write_run           (DossierConnection          *connection,
                                      const char                 *sql,
                                      gint64                      first,
                                      gint64                      second,
                                      GError                    **error);

G_END_DECLS
