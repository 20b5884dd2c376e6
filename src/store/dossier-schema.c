/* dossier-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "dossier-schema.h"
#include "dossier-statement.h"
#include "dossier-store-resources.h"

/* Of the file header, https://sqlite.org/fileformat2.html section 1.3. */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_COUNTER 24
#define HEADER_N_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

/* Pages copied between two looks at the cancellable: 4 MiB. */
#define COPY_PAGES 1024

static const char *const tables[] = {
  "value", "source", "source_body", "speaker", "claim", "note", "link", "edit", "change",
  "body_fts", "title_fts", "speaker_fts", "claim_fts", "note_fts",
};

static guint32
read_number (const guint8 *header,
             guint         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static GBytes *
load_step (const char  *folder,
           int          version,
           GError     **error)
{
  g_autofree char *path = g_strdup_printf ("%s/%04d.sql", folder, version);

  g_resources_register (dossier_store_get_resource ());
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * dossier_schema_version:
 * @folder: a resource folder of numbered SQL files without a gap
 *
 * Returns: the newest version that @folder makes
 */
int
dossier_schema_version (const char *folder)
{
  int version = 0;

  for (;;)
    {
      g_autoptr (GBytes) step = load_step (folder, version + 1, NULL);

      if (step == NULL)
        return version;
      version++;
    }
}

/* A file cut short has fewer pages than its header says; while a log stands beside it, the rest may be there. */
static gboolean
is_truncated (const char   *path,
              const guint8 *header,
              goffset       size)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  guint32 page_size = header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  GStatBuf info;

  if (page_size == 1)
    page_size = 65536;
  if (g_stat (log, &info) == 0 && info.st_size > 0)
    return FALSE;

  return read_number (header, HEADER_COUNTER) == read_number (header, HEADER_VALID_FOR) &&
         (goffset) read_number (header, HEADER_N_PAGES) * page_size > size;
}

static gboolean
set_missing_error (const char  *path,
                   int          number,
                   GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *display = g_filename_display_name (name);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("“%s” cannot be opened: %s."), display,
               g_strerror (number));
  return FALSE;
}

/**
 * dossier_schema_probe:
 * @path: a file
 *
 * Looks at the head of @path before SQLite does, which would recover or change
 * what is not ours. Returns: %FALSE with %G_IO_ERROR where it cannot be read,
 * with %DOSSIER_STORE_ERROR_NOT_A_DOSSIER, _TOO_NEW or _CORRUPT where it must
 * not be opened.
 */
gboolean
dossier_schema_probe (const char  *path,
                      GError     **error)
{
  guint8 header[HEADER_SIZE];
  GStatBuf info;
  gssize n;
  /* Not to wait for who writes into a pipe of that name. */
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return set_missing_error (path, errno, error);
  n = read (fd, header, sizeof header);
  if (n < 0 || fstat (fd, &info) != 0)
    {
      int number = errno;

      close (fd);
      return set_missing_error (path, number, error);
    }
  close (fd);

  if (n < HEADER_SIZE || !S_ISREG (info.st_mode) || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_number (header, HEADER_APPLICATION_ID) != DOSSIER_APPLICATION_ID)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);
  if (read_number (header, HEADER_USER_VERSION) > (guint32) dossier_schema_version (DOSSIER_SCHEMA_FOLDER))
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_TOO_NEW);
  if (is_truncated (path, header, info.st_size))
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);
  return TRUE;
}

/* One step of the ladder, inside the caller's transaction. */
static gboolean
run_step (DossierConnection  *connection,
          const char         *folder,
          int                 version,
          GError            **error)
{
  g_autoptr (GBytes) sql = load_step (folder, version, error);
  g_autofree char *text = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);

  if (sql == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
  return dossier_connection_exec (connection, text, error) && dossier_connection_exec (connection, mark, error);
}

static gboolean
check_foreign_keys (DossierConnection  *connection,
                    GError            **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  int step;

  if (stmt == NULL)
    return FALSE;
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);
  return step == 0;
}

/* All steps that are missing, in one transaction: the version rolls back with them. */
static gboolean
climb (DossierConnection  *connection,
       const char         *folder,
       GError            **error)
{
  int latest = dossier_schema_version (folder);
  gint64 version = 0;

  if (!dossier_connection_begin (connection, error))
    return FALSE;
  if (!dossier_connection_pragma (connection, "PRAGMA user_version", &version, error))
    goto failed;
  while (version < latest)
    {
      if (!run_step (connection, folder, ++version, error))
        goto failed;
    }
  if (!check_foreign_keys (connection, error))
    goto failed;
  return dossier_connection_commit (connection, error);

failed:
  dossier_connection_rollback (connection);
  return FALSE;
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

static gboolean
move_into_place (const char  *temporary,
                 const char  *path,
                 GError     **error)
{
  if (g_rename (temporary, path) != 0)
    return set_missing_error (path, errno, error);

  /* Not every file system lets a folder be synced; the rename itself is whole in any case. */
  if (!sync_folder (path))
    g_debug ("Cannot sync the folder of %s", path);
  return TRUE;
}

static char *
make_temporary (const char  *path,
                GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int number = errno;

      if (number == ENOSPC || number == EDQUOT)
        dossier_store_set_error (error, DOSSIER_STORE_ERROR_FULL);
      else if (number == EACCES || number == EROFS || number == EPERM)
        dossier_store_set_error (error, DOSSIER_STORE_ERROR_READ_ONLY);
      else
        set_missing_error (path, number, error);
      return NULL;
    }

  close (fd);
  return g_steal_pointer (&temporary);
}

static void
remove_temporary (const char *temporary)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (temporary, endings[i], NULL);

      g_unlink (name);
    }
}

static gboolean
fill_new (const char  *temporary,
          const char  *folder,
          GError     **error)
{
  g_autoptr (DossierConnection) connection = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", DOSSIER_APPLICATION_ID);

  connection = dossier_connection_open (temporary, DOSSIER_CONNECTION_WRITER, error);
  return connection != NULL && dossier_connection_exec (connection, mark, error) &&
         climb (connection, folder, error);
}

/* Takes the place of an empty file, one program after the other: who waited finds a dossier there. */
static gboolean
replace_empty (const char  *temporary,
               const char  *path,
               GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  gboolean done;
  GStatBuf info;

  if (fd < 0)
    return set_missing_error (path, errno, error);

  /* Where a file system knows no locks, the look at the size has to do. */
  if (flock (fd, LOCK_EX) != 0)
    g_debug ("Cannot lock %s", path);
  if (g_stat (path, &info) == 0 && info.st_size > 0)
    {
      remove_temporary (temporary);
      done = TRUE;
    }
  else
    {
      done = move_into_place (temporary, path, error);
    }
  close (fd);
  return done;
}

/* Two programs may make the same dossier at the same moment, and the first may have written to it already: a link,
 * other than a rename, replaces nothing. */
static gboolean
place_new (const char  *temporary,
           const char  *path,
           GError     **error)
{
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      if (!sync_folder (path))
        g_debug ("Cannot sync the folder of %s", path);
      return TRUE;
    }
  if (errno == EEXIST)
    return replace_empty (temporary, path, error);

  /* A file system without links. */
  return move_into_place (temporary, path, error);
}

/**
 * dossier_schema_create:
 * @path: where no file is, or an empty one
 *
 * Makes an empty dossier beside @path and moves it there, so that no half-made
 * file is ever seen under the name. Where another program did so meanwhile, its
 * file stays.
 */
gboolean
dossier_schema_create (const char  *path,
                       const char  *folder,
                       GError     **error)
{
  g_autofree char *temporary = make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (fill_new (temporary, folder, error) && place_new (temporary, path, error))
    return TRUE;

  remove_temporary (temporary);
  return FALSE;
}

static gboolean
copy_pages (DossierConnection  *connection,
            sqlite3            *target,
            GCancellable       *cancellable,
            GError            **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", dossier_connection_db (connection), "main");
  int rc = SQLITE_OK;

  if (backup == NULL)
    return dossier_sqlite_error (target, sqlite3_errcode (target), error);
  while (rc == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    rc = sqlite3_backup_step (backup, COPY_PAGES);
  sqlite3_backup_finish (backup);

  if (rc == SQLITE_DONE)
    return TRUE;
  if (rc == SQLITE_OK)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  return dossier_sqlite_error (target, rc, error);
}

static gboolean
copy_to (DossierConnection  *connection,
         const char         *temporary,
         GCancellable       *cancellable,
         GError            **error)
{
  sqlite3 *target = NULL;
  gboolean done;
  int rc;

  rc = sqlite3_open_v2 (temporary, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (rc != SQLITE_OK)
    {
      dossier_sqlite_error (target, rc, error);
      sqlite3_close (target);
      return FALSE;
    }

  done = copy_pages (connection, target, cancellable, error);
  sqlite3_close (target);
  return done;
}

/* What a program has open must not be replaced beneath it: what it writes from then on would be lost. */
static gboolean
is_free_for_copy (DossierConnection  *connection,
                  const char         *path,
                  GError            **error)
{
  const char *own = sqlite3_db_filename (dossier_connection_db (connection), "main");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf mine, there;

  if (own != NULL && g_stat (own, &mine) == 0 && g_stat (path, &there) == 0 && mine.st_dev == there.st_dev &&
      mine.st_ino == there.st_ino)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("“%s” is the dossier itself. Give the copy another name or folder."), name);
  else if (g_file_test (log, G_FILE_TEST_EXISTS))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _("“%s” is a dossier in use. Give the copy another name or folder."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * dossier_schema_copy:
 * @connection: outside of a transaction
 * @path: the copy; one that is there, and that nobody has open, is replaced when the new one is whole
 *
 * Copies the dossier as it is at this moment; the writer goes on meanwhile.
 */
gboolean
dossier_schema_copy (DossierConnection  *connection,
                     const char         *path,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autofree char *temporary = NULL;
  gint64 pinned;
  gboolean done;

  if (!is_free_for_copy (connection, path, error))
    return FALSE;
  temporary = make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;

  /* The read pins the snapshot: later commits do not make the copy begin anew. */
  done = dossier_connection_exec (connection, "BEGIN", error) &&
         dossier_connection_pragma (connection, "SELECT count(*) FROM sqlite_schema", &pinned, error) &&
         copy_to (connection, temporary, cancellable, error);
  dossier_connection_rollback (connection);
  if (done && move_into_place (temporary, path, error))
    return TRUE;

  remove_temporary (temporary);
  return FALSE;
}

static gboolean
back_up (DossierConnection  *connection,
         const char         *path,
         int                 version,
         GError            **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%d", path, version);

  return dossier_schema_copy (connection, copy, NULL, error);
}

/**
 * dossier_schema_upgrade:
 * @connection: a writer
 * @path: its file
 * @folder: %DOSSIER_SCHEMA_FOLDER
 *
 * Brings an older file up to date, after a copy of it was made as
 * `PATH.version-N`. Nothing changes where a step fails.
 */
gboolean
dossier_schema_upgrade (DossierConnection  *connection,
                        const char         *path,
                        const char         *folder,
                        GError            **error)
{
  gint64 version = 0;
  gboolean done;

  if (!dossier_connection_pragma (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= dossier_schema_version (folder))
    return dossier_schema_check (connection, folder, error);
  if (!back_up (connection, path, version, error))
    return FALSE;

  /* A step may rebuild a table; the keys are checked as a whole before it is committed. */
  done = dossier_connection_exec (connection, "PRAGMA foreign_keys = OFF", error) &&
         climb (connection, folder, error);
  return dossier_connection_exec (connection, "PRAGMA foreign_keys = ON", done ? error : NULL) && done &&
         dossier_schema_check (connection, folder, error);
}

static gboolean
has_tables (DossierConnection  *connection,
            GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
                                     error);
  for (guint i = 0; stmt != NULL && i < G_N_ELEMENTS (tables); i++)
    {
      dossier_bind_text (stmt, 1, tables[i]);
      if (dossier_statement_step (stmt, error) < 0)
        return FALSE;
      if (dossier_column_int (stmt, 0) != 1)
        return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);
      sqlite3_reset (stmt);
    }

  return stmt != NULL;
}

/**
 * dossier_schema_check:
 *
 * Whether an open file is a whole dossier of our version, without triggers or
 * views, which are never ours.
 */
gboolean
dossier_schema_check (DossierConnection  *connection,
                      const char         *folder,
                      GError            **error)
{
  gint64 application = 0, version = 0, strange = 0;

  if (!dossier_connection_pragma (connection, "PRAGMA application_id", &application, error) ||
      !dossier_connection_pragma (connection, "PRAGMA user_version", &version, error) ||
      !dossier_connection_pragma (connection, "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
                                  &strange, error))
    return FALSE;

  if (application != DOSSIER_APPLICATION_ID || strange != 0)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_NOT_A_DOSSIER);
  if (version > dossier_schema_version (folder))
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_TOO_NEW);
  if (version < dossier_schema_version (folder))
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_READ_ONLY);
  return has_tables (connection, error);
}
