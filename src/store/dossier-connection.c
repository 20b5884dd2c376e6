/* dossier-connection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-connection.h"
#include "dossier-statement.h"

/* How often, in steps of SQLite's machine, a running statement asks whether it was cancelled: some 10,000 are 0.1 ms. */
#define CANCEL_STEPS 10000
#define BUSY_TIMEOUT_MS 5000

struct _DossierConnection
{
  sqlite3        *db;
  GHashTable     *statements; /* SQL text → sqlite3_stmt */
  GCancellable   *cancellable;
  gpointer        data;
  GDestroyNotify  destroy;
};

/* Without its counters SQLite takes no lock for each allocation: 5 % of an import. Where somebody was quicker to use
 * SQLite, it stays as it is. */
static gpointer
configure_library (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static int
progress_cb (gpointer user_data)
{
  DossierConnection *self = user_data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static char *
file_uri (const char            *path,
          DossierConnectionMode  mode)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

  return g_strdup_printf ("file:%s%s", escaped, mode == DOSSIER_CONNECTION_IMMUTABLE ? "?immutable=1" : "");
}

/* Checks that a setting took: an answer other than the one wanted is an error. */
static gboolean
require (DossierConnection  *self,
         const char         *sql,
         gint64              wanted,
         GError            **error)
{
  gint64 value = 0;

  if (!dossier_connection_pragma (self, sql, &value, error))
    return FALSE;
  if (value == wanted)
    return TRUE;

  g_debug ("%s is %" G_GINT64_FORMAT, sql, value);
  return dossier_store_set_error (error, DOSSIER_STORE_ERROR_FAILED);
}

static gboolean
use_wal (DossierConnection  *self,
         GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (self, "PRAGMA main.journal_mode = WAL", error);
  if (stmt == NULL || dossier_statement_step (stmt, error) < 0)
    return FALSE;
  if (g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "wal") != 0)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_FAILED);
  return TRUE;
}

static gboolean
configure (DossierConnection      *self,
           DossierConnectionMode   mode,
           GError                **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->db, CANCEL_STEPS, progress_cb, self);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* The writer keeps the full-text tables by triggers of its own, which SQLite runs only in a trusted schema; a
   * file that brings triggers or views is refused (dossier-schema.c). */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, mode == DOSSIER_CONNECTION_WRITER, NULL);

  if (!dossier_connection_exec (self, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"
                                      "PRAGMA foreign_keys = ON", error) ||
      !require (self, "PRAGMA foreign_keys", 1, error))
    return FALSE;

  if (mode != DOSSIER_CONNECTION_WRITER)
    return dossier_connection_exec (self, "PRAGMA query_only = ON", error);

  /* FULL: an edit that was acknowledged survives a power cut. secure_delete=FAST: what was deleted is overwritten
   * where that costs no extra writing. */
  return use_wal (self, error) &&
         dossier_connection_exec (self, "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;"
                                        "PRAGMA wal_autocheckpoint = 4000;"
                                        "PRAGMA secure_delete = FAST", error) &&
         require (self, "PRAGMA synchronous", 2, error);
}

/**
 * dossier_connection_open:
 * @path: a file that exists
 *
 * Opens @path and sets the connection up; a writer switches the file to WAL.
 * Returns: (nullable) (transfer full): the connection, or %NULL with @error of
 * %DOSSIER_STORE_ERROR.
 */
DossierConnection *
dossier_connection_open (const char             *path,
                         DossierConnectionMode   mode,
                         GError                **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (DossierConnection) self = g_new0 (DossierConnection, 1);
  g_autofree char *uri = file_uri (path, mode);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
  int rc;

  g_once (&once, configure_library, NULL);
  /* A reader may write as far as SQLite goes, where it can: else, the last to close, it would leave the log and the
   * shared memory beside the file. Its statements are held to reading by query_only. */
  flags |= mode != DOSSIER_CONNECTION_IMMUTABLE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rc = sqlite3_open_v2 (uri, &self->db, flags, NULL);
  if (rc != SQLITE_OK)
    {
      dossier_sqlite_error (self->db, rc, error);
      return NULL;
    }

  if (mode == DOSSIER_CONNECTION_WRITER && sqlite3_db_readonly (self->db, "main") == 1)
    {
      dossier_store_set_error (error, DOSSIER_STORE_ERROR_READ_ONLY);
      return NULL;
    }

  if (!configure (self, mode, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * dossier_connection_close:
 *
 * Releases the statements, then the connection. The last one to close a file
 * writes its log back, so that the dossier is one file again.
 */
void
dossier_connection_close (DossierConnection *self)
{
  GHashTableIter iter;
  gpointer stmt;
  G_GNUC_UNUSED int rc; /* asked after only where assertions are on */

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &stmt))
    sqlite3_finalize (stmt);
  g_hash_table_unref (self->statements);

  if (self->db != NULL)
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
  rc = sqlite3_close (self->db);
  g_assert (rc == SQLITE_OK);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * dossier_connection_db:
 *
 * The SQLite handle, for what the helpers here do not cover. Borrowed.
 */
sqlite3 *
dossier_connection_db (DossierConnection *self)
{
  return self->db;
}

/**
 * dossier_connection_set_cancellable:
 * @cancellable: (nullable): stops statements that run from now on
 */
void
dossier_connection_set_cancellable (DossierConnection *self,
                                    GCancellable      *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * dossier_connection_exec:
 * @sql: fixed text, one statement or several
 */
gboolean
dossier_connection_exec (DossierConnection  *self,
                         const char         *sql,
                         GError            **error)
{
  int rc = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || dossier_sqlite_error (self->db, rc, error);
}

/**
 * dossier_connection_pragma:
 * @sql: a query of one row
 * @out: (out): its first column as a number
 */
gboolean
dossier_connection_pragma (DossierConnection  *self,
                           const char         *sql,
                           gint64             *out,
                           GError            **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (self, sql, error);

  if (stmt == NULL || dossier_statement_step (stmt, error) < 0)
    return FALSE;

  *out = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/**
 * dossier_connection_prepare:
 * @sql: one statement; prepared at its first use, then kept
 *
 * Returns: (nullable): the statement, to be held by g_autoptr(), and by one
 * user at a time; %NULL with @error.
 */
DossierStatement *
dossier_connection_prepare (DossierConnection  *self,
                            const char         *sql,
                            GError            **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);
  int rc;

  if (stmt != NULL)
    {
      g_assert (!sqlite3_stmt_busy (stmt));
      return stmt;
    }

  rc = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
  if (rc != SQLITE_OK)
    {
      g_debug ("Cannot prepare: %s", sql);
      dossier_sqlite_error (self->db, rc, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

/**
 * dossier_statement_step:
 *
 * Returns: 1 with a row, 0 at the end, -1 with @error
 */
int
dossier_statement_step (DossierStatement  *stmt,
                        GError           **error)
{
  int rc = sqlite3_step (stmt);

  if (rc == SQLITE_ROW)
    return 1;
  if (rc == SQLITE_DONE)
    return 0;

  g_debug ("Failed: %s", sqlite3_sql (stmt));
  dossier_sqlite_error (sqlite3_db_handle (stmt), rc, error);
  return -1;
}

/**
 * dossier_statement_run:
 *
 * Runs a statement without rows to its end and resets it; its bindings stay.
 */
gboolean
dossier_statement_run (DossierStatement  *stmt,
                       GError           **error)
{
  int result = dossier_statement_step (stmt, error);

  sqlite3_reset (stmt);
  return result >= 0;
}

/**
 * dossier_connection_begin:
 *
 * Starts a transaction that may write. No transaction outlives the function
 * that began it.
 */
gboolean
dossier_connection_begin (DossierConnection  *self,
                          GError            **error)
{
  return dossier_connection_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * dossier_connection_commit:
 *
 * Ends the transaction; where that fails it is rolled back.
 */
gboolean
dossier_connection_commit (DossierConnection  *self,
                           GError            **error)
{
  if (dossier_connection_exec (self, "COMMIT", error))
    return TRUE;

  dossier_connection_rollback (self);
  return FALSE;
}

/* Some errors have rolled back already; then there is nothing to do. */
void
dossier_connection_rollback (DossierConnection *self)
{
  if (!dossier_connection_in_transaction (self))
    return;

  dossier_connection_set_cancellable (self, NULL);
  if (sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_debug ("ROLLBACK: %s", sqlite3_errmsg (self->db));
}

/**
 * dossier_connection_in_transaction:
 *
 * %FALSE also after an error that rolled back by itself.
 */
gboolean
dossier_connection_in_transaction (DossierConnection *self)
{
  return !sqlite3_get_autocommit (self->db);
}

/**
 * dossier_connection_set_data:
 * @data: (transfer full): freed with @destroy when the connection closes, before its
 * statements
 */
void
dossier_connection_set_data (DossierConnection *self,
                             gpointer           data,
                             GDestroyNotify     destroy)
{
  g_assert (self->destroy == NULL);

  self->data = data;
  self->destroy = destroy;
}

/**
 * dossier_connection_data:
 *
 * Borrowed.
 */
gpointer
dossier_connection_data (DossierConnection *self)
{
  return self->data;
}
