/* dossier-connection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "dossier-store.h"

G_BEGIN_DECLS

/** DOSSIER_APPLICATION_ID: "Doss", at byte 68 of every dossier file. */
#define DOSSIER_APPLICATION_ID 0x446f7373

/**
 * DossierConnection:
 *
 * One SQLite connection to one dossier file and its prepared statements. Used
 * by one thread at a time.
 */
typedef struct _DossierConnection DossierConnection;

typedef enum
{
  DOSSIER_CONNECTION_WRITER,
  DOSSIER_CONNECTION_READER,
  DOSSIER_CONNECTION_IMMUTABLE, /* nothing beside the file can be made, nobody writes to it */
} DossierConnectionMode;

/** DossierStatement: a prepared statement in use; g_autoptr() resets it and clears its bindings. */
typedef sqlite3_stmt DossierStatement;

DossierConnection *dossier_connection_open            (const char             *path,
                                                       DossierConnectionMode   mode,
                                                       GError                **error);
void               dossier_connection_close           (DossierConnection      *self);
sqlite3           *dossier_connection_db              (DossierConnection      *self);
void               dossier_connection_set_cancellable (DossierConnection      *self,
                                                       GCancellable           *cancellable);
gboolean           dossier_connection_exec            (DossierConnection      *self,
                                                       const char             *sql,
                                                       GError                **error);
gboolean           dossier_connection_pragma          (DossierConnection      *self,
                                                       const char             *sql,
                                                       gint64                 *out,
                                                       GError                **error);
DossierStatement  *dossier_connection_prepare         (DossierConnection      *self,
                                                       const char             *sql,
                                                       GError                **error);
gboolean           dossier_connection_begin           (DossierConnection      *self,
                                                       GError                **error);
gboolean           dossier_connection_commit          (DossierConnection      *self,
                                                       GError                **error);
void               dossier_connection_rollback        (DossierConnection      *self);
gboolean           dossier_connection_in_transaction  (DossierConnection      *self);
/* What a thread keeps beside its connection: the journal of the writer, the columns of the reader. */
void               dossier_connection_set_data        (DossierConnection      *self,
                                                       gpointer                data,
                                                       GDestroyNotify          destroy);
gpointer           dossier_connection_data            (DossierConnection      *self);

gboolean           dossier_sqlite_error               (sqlite3                *db,
                                                       int                     rc,
                                                       GError                **error);
gboolean           dossier_store_set_error            (GError                **error,
                                                       DossierStoreError       code);

static inline void
dossier_statement_reset (DossierStatement *self)
{
  sqlite3_reset (self);
  sqlite3_clear_bindings (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierConnection, dossier_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStatement, dossier_statement_reset)

G_END_DECLS
