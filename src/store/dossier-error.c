/* dossier-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "dossier-connection.h"
#include "dossier-store.h"

G_DEFINE_QUARK (dossier-store-error-quark, dossier_store_error)

static DossierStoreError
error_code (sqlite3 *db,
            int      rc)
{
  int system = db != NULL ? sqlite3_system_errno (db) : 0;

  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DOSSIER_STORE_ERROR_BUSY;

    case SQLITE_CONSTRAINT:
      return DOSSIER_STORE_ERROR_CONSTRAINT;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return DOSSIER_STORE_ERROR_CORRUPT;

    case SQLITE_FULL:
      return DOSSIER_STORE_ERROR_FULL;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return DOSSIER_STORE_ERROR_READ_ONLY;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      /* A full disk shows itself as this where the shared memory or a sync is what fails. */
      if (system == ENOSPC || system == EDQUOT)
        return DOSSIER_STORE_ERROR_FULL;
      if (system == EROFS || system == EACCES || system == EPERM)
        return DOSSIER_STORE_ERROR_READ_ONLY;
      if (rc == SQLITE_IOERR_SHORT_READ || rc == SQLITE_IOERR_CORRUPTFS)
        return DOSSIER_STORE_ERROR_CORRUPT;
      return DOSSIER_STORE_ERROR_FAILED;

    default:
      return DOSSIER_STORE_ERROR_FAILED;
    }
}

static const char *
error_sentence (DossierStoreError code)
{
  switch (code)
    {
    case DOSSIER_STORE_ERROR_BUSY:
      return _("Another program is writing to the dossier. Try again when it is done.");

    case DOSSIER_STORE_ERROR_CONSTRAINT:
      return _("The change could not be made, because what it belongs to is no longer in the dossier.");

    case DOSSIER_STORE_ERROR_CORRUPT:
      return _("A part of the dossier file is damaged and cannot be read. Verify the dossier to see what is affected, or go back to a backup.");

    case DOSSIER_STORE_ERROR_FULL:
      return _("The disk is full, so the change was not saved. Free some space, then try again.");

    case DOSSIER_STORE_ERROR_READ_ONLY:
      return _("The dossier can only be read: its file or folder cannot be written. Save a copy elsewhere to go on working.");

    case DOSSIER_STORE_ERROR_TOO_NEW:
      return _("The dossier was made by a newer version of Dossier. Update the program to open it.");

    case DOSSIER_STORE_ERROR_NOT_A_DOSSIER:
      return _("The file is not a dossier.");

    case DOSSIER_STORE_ERROR_FAILED:
    default:
      return _("The dossier file could not be read or written.");
    }
}

/**
 * dossier_store_set_error:
 * @code: the meaning
 *
 * Sets @error to the sentence for @code. Returns: %FALSE, to be passed on.
 */
gboolean
dossier_store_set_error (GError            **error,
                         DossierStoreError   code)
{
  g_set_error_literal (error, DOSSIER_STORE_ERROR, code, error_sentence (code));
  return FALSE;
}

/**
 * dossier_sqlite_error:
 * @db: (nullable): the connection that failed
 * @rc: what it returned, extended or not
 *
 * Sets @error by meaning; a stopped statement becomes %G_IO_ERROR_CANCELLED.
 * SQLite's own words go to the debug log. Returns: %FALSE, to be passed on.
 */
gboolean
dossier_sqlite_error (sqlite3  *db,
                      int       rc,
                      GError  **error)
{
  if (db != NULL && (sqlite3_extended_errcode (db) & 0xff) == (rc & 0xff))
    rc = sqlite3_extended_errcode (db);

  g_debug ("SQLite %d: %s", rc, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (rc));
  if ((rc & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was stopped."));
      return FALSE;
    }

  return dossier_store_set_error (error, error_code (db, rc));
}
