/* dossier-journal.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/**
 * DossierJournal:
 *
 * Beside the writer's connection: sees every row that changes, whatever
 * statement changes it. It tells the full-text tables, notes what a transaction
 * touched, and, while an edit is open, logs what is needed to undo it.
 */
typedef struct _DossierJournal DossierJournal;

DossierJournal *dossier_journal_new         (DossierConnection  *connection,
                                             GError            **error);
void            dossier_journal_free        (DossierJournal     *self);
gboolean        dossier_journal_begin       (DossierJournal     *self,
                                             const char         *label,
                                             const char         *merge_key,
                                             GError            **error);
gboolean        dossier_journal_end         (DossierJournal     *self,
                                             GError            **error);
void            dossier_journal_abandon     (DossierJournal     *self);
gboolean        dossier_journal_undo        (DossierJournal     *self,
                                             GError            **error);
gboolean        dossier_journal_redo        (DossierJournal     *self,
                                             GError            **error);
gboolean        dossier_journal_flush       (DossierJournal     *self,
                                             GError            **error);
gboolean        dossier_journal_relieve     (DossierJournal     *self,
                                             GError            **error);
DossierHistory *dossier_journal_state       (DossierConnection  *connection,
                                             GError            **error);
GPtrArray      *dossier_journal_history     (DossierConnection  *connection,
                                             const char         *table,
                                             gint64              row,
                                             GError            **error);
/* What was touched since it was last taken, or NULL; @stale: sources whose claims must be loaded anew. */
DossierChange  *dossier_journal_take_change (DossierJournal     *self,
                                             GArray            **stale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierJournal, dossier_journal_free)

G_END_DECLS
