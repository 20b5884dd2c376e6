/* dossier-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dossier-columns-private.h"
#include "dossier-ids.h"
#include "dossier-journal.h"
#include "dossier-schema.h"
#include "dossier-store-private.h"

/*
 * The threads own their connections and know the store only through the few
 * fields under the mutex; they hold no reference to it, so that it can be
 * disposed while they work: dispose waits for them.
 */
struct _DossierStore
{
  GObject        parent_instance;

  char          *path;
  gboolean       read_only;
  GMainContext  *context;     /* of whoever opened it: there "changed" is emitted */
  DossierWorker *writer;      /* NULL: read only */
  DossierWorker *reader;

  GMutex         mutex;
  gboolean       closed;
  guint64        generation;
  GHashTable    *stale;       /* ids of sources that changed since the columns were last loaded */
  gboolean       stale_all;
  gint64         data_version; /* the writer's: changes when another program commits */
};

G_DEFINE_FINAL_TYPE (DossierStore, dossier_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GWeakRef       store;
  DossierChange *change;
} Emission;

static void
emission_free (gpointer data)
{
  Emission *emission = data;

  g_weak_ref_clear (&emission->store);
  dossier_change_unref (emission->change);
  g_free (emission);
}

static gboolean
emit_cb (gpointer user_data)
{
  Emission *emission = user_data;
  g_autoptr (DossierStore) self = g_weak_ref_get (&emission->store);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0, emission->change);
  return G_SOURCE_REMOVE;
}

/* In the writer's thread: says it in the main context, before the results that were pushed later. */
static void
announce (DossierStore  *self,
          DossierChange *change)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Emission *emission = g_new0 (Emission, 1);

  g_weak_ref_init (&emission->store, self);
  emission->change = change;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "dossier-store-changed");
  g_source_set_callback (source, emit_cb, emission, emission_free);
  g_source_attach (source, self->context);
}

static void
add_stale (DossierStore *self,
           const GArray *stale)
{
  for (guint i = 0; stale != NULL && i < stale->len; i++)
    g_hash_table_add (self->stale, g_memdup2 (&g_array_index (stale, gint64, i), sizeof (gint64)));
}

/* Whether another program wrote since the writer last looked. */
static gboolean
has_foreign_commit (DossierStore      *self,
                    DossierConnection *connection)
{
  gint64 version = 0;
  gboolean foreign;

  if (!dossier_connection_pragma (connection, "PRAGMA data_version", &version, NULL))
    return FALSE;
  foreign = self->data_version != 0 && version != self->data_version;
  self->data_version = version;
  return foreign;
}

static gboolean
committing_cb (DossierConnection  *connection,
               GError            **error)
{
  return dossier_journal_flush (dossier_connection_data (connection), error);
}

static void
committed_cb (DossierConnection *connection,
              gpointer           user_data)
{
  DossierStore *self = user_data;
  g_autoptr (GArray) stale = NULL;
  DossierChange *change = dossier_journal_take_change (dossier_connection_data (connection), &stale);
  gboolean foreign = has_foreign_commit (self, connection);

  if (change == NULL && foreign)
    change = g_atomic_rc_box_new0 (DossierChange);
  if (change == NULL)
    return;

  change->all = foreign;
  g_mutex_lock (&self->mutex);
  change->generation = ++self->generation;
  self->stale_all = self->stale_all || foreign;
  add_stale (self, stale);
  g_mutex_unlock (&self->mutex);

  announce (self, change);
}

/**
 * dossier_store_take_stale:
 * @stale: (out) (transfer full): ids of sources, ascending
 * @all: (out): anything may have changed
 *
 * For the reader, before its snapshot begins: the snapshot then holds all that
 * is named, and what it may hold beyond that is named again later.
 */
guint64
dossier_store_take_stale (DossierStore  *self,
                          GArray       **stale,
                          gboolean      *all)
{
  GHashTableIter iter;
  gpointer id;
  guint64 generation;

  *stale = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_mutex_lock (&self->mutex);
  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (*stale, id, 1);
  g_hash_table_remove_all (self->stale);
  *all = self->stale_all;
  self->stale_all = FALSE;
  generation = self->generation;
  g_mutex_unlock (&self->mutex);

  g_array_sort (*stale, dossier_ids_compare);
  return generation;
}

/* Everything must be loaded anew. */
void
dossier_store_set_stale (DossierStore *self)
{
  g_mutex_lock (&self->mutex);
  self->stale_all = TRUE;
  g_mutex_unlock (&self->mutex);
}

/* The store is gone or going. */
static gboolean
set_closed_error (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The dossier has been closed."));
  return FALSE;
}

/* Finds who does @request and gives it to him: with the mutex held, so that nothing comes after the end. */
static gboolean
push (DossierStore    *self,
      DossierRequest  *request,
      DossierWorker  **worker,
      GError         **error)
{
  gboolean writes = request->type == DOSSIER_REQUEST_WRITE || request->type == DOSSIER_REQUEST_BATCH;
  gboolean done = FALSE;

  g_mutex_lock (&self->mutex);
  *worker = writes ? self->writer : self->reader;
  if (self->closed)
    set_closed_error (error);
  else if (*worker == NULL)
    dossier_store_set_error (error, DOSSIER_STORE_ERROR_READ_ONLY);
  else
    {
      dossier_worker_push (*worker, request);
      done = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return done;
}

/**
 * dossier_store_submit:
 * @request: (transfer full)
 * @tag: the _async function
 */
void
dossier_store_submit (DossierStore        *self,
                      DossierRequest      *request,
                      gpointer             tag,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  DossierWorker *worker;

  request->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (request->task, tag);
  /* What was committed is reported as done, also when it was cancelled a moment too late. */
  g_task_set_check_cancellable (request->task, FALSE);
  g_set_object (&request->cancellable, cancellable);
  if (!push (self, request, &worker, &request->error))
    dossier_request_return (request);
}

/**
 * dossier_store_wait:
 * @request: (transfer full)
 *
 * Returns: (transfer full): the result
 */
gpointer
dossier_store_wait (DossierStore    *self,
                    DossierRequest  *request,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (DossierRequest) owned = request;
  DossierWorker *worker;

  g_set_object (&request->cancellable, cancellable);
  if (!push (self, request, &worker, error))
    return NULL;

  dossier_worker_wait (worker, request);
  if (request->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&request->error));
      return NULL;
    }
  return g_steal_pointer (&request->result);
}

/**
 * dossier_store_finish:
 *
 * Returns: (transfer full): what the request made, or %NULL with @error
 */
gpointer
dossier_store_finish (DossierStore  *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_store_close:
 *
 * Does what was asked before, then ends both threads and makes the dossier one
 * file again. Whatever is asked later fails with %G_IO_ERROR_CLOSED.
 */
void
dossier_store_close (DossierStore *self)
{
  g_return_if_fail (DOSSIER_IS_STORE (self));

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);

  if (self->reader != NULL)
    dossier_worker_stop (self->reader);
  if (self->writer != NULL)
    dossier_worker_stop (self->writer);
}

static void
dossier_store_dispose (GObject *object)
{
  dossier_store_close (DOSSIER_STORE (object));

  G_OBJECT_CLASS (dossier_store_parent_class)->dispose (object);
}

static void
dossier_store_finalize (GObject *object)
{
  DossierStore *self = DOSSIER_STORE (object);

  g_clear_pointer (&self->reader, dossier_worker_free);
  g_clear_pointer (&self->writer, dossier_worker_free);
  g_free (self->path);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (dossier_store_parent_class)->finalize (object);
}

static void
dossier_store_class_init (DossierStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_store_dispose;
  object_class->finalize = dossier_store_finalize;

  /**
   * DossierStore::changed:
   * @change: what a commit touched
   *
   * After each commit, in the main context that opened the store and before the
   * call that committed returns there.
   */
  signals[CHANGED] = g_signal_new ("changed", DOSSIER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, DOSSIER_TYPE_CHANGE);
}

static void
dossier_store_init (DossierStore *self)
{
  g_mutex_init (&self->mutex);
  self->generation = 1;
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * dossier_store_path:
 *
 * The file, absolute. Borrowed.
 */
const char *
dossier_store_path (DossierStore *self)
{
  return self->path;
}

/**
 * dossier_store_is_read_only:
 *
 * Whether edits fail with %DOSSIER_STORE_ERROR_READ_ONLY.
 */
gboolean
dossier_store_is_read_only (DossierStore *self)
{
  return self->read_only;
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/* Whether there is nothing at @path that could be lost: no file, or an empty one. */
static gboolean
is_absent (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0);
}

static DossierConnection *
open_writer (const char  *path,
             GError     **error)
{
  g_autoptr (DossierConnection) connection = dossier_connection_open (path, DOSSIER_CONNECTION_WRITER, error);
  DossierJournal *journal;

  if (connection == NULL || !dossier_schema_upgrade (connection, path, DOSSIER_SCHEMA_FOLDER, error))
    return NULL;
  journal = dossier_journal_new (connection, error);
  if (journal == NULL)
    return NULL;
  dossier_connection_set_data (connection, journal, (GDestroyNotify) dossier_journal_free);
  return g_steal_pointer (&connection);
}

static DossierConnection *
try_reader (const char             *path,
            DossierConnectionMode   mode,
            GError                **error)
{
  g_autoptr (DossierConnection) connection = dossier_connection_open (path, mode, error);

  if (connection == NULL || !dossier_schema_check (connection, DOSSIER_SCHEMA_FOLDER, error))
    return NULL;
  dossier_connection_set_data (connection, dossier_columns_builder_new (),
                               (GDestroyNotify) dossier_columns_builder_free);
  return g_steal_pointer (&connection);
}

/* Where no file can be made beside the dossier, SQLite reads it only when told that nobody else writes. */
static DossierConnection *
open_reader (const char  *path,
             gboolean     read_only,
             GError     **error)
{
  g_autoptr (GError) local = NULL;
  DossierConnection *connection = try_reader (path, DOSSIER_CONNECTION_READER, &local);

  if (connection != NULL)
    return connection;
  if (read_only && (g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_READ_ONLY) ||
                    g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_FAILED)))
    return try_reader (path, DOSSIER_CONNECTION_IMMUTABLE, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
prepare_file (const char        *path,
              DossierOpenFlags   flags,
              GError           **error)
{
  if ((flags & DOSSIER_OPEN_CREATE) && is_absent (path) &&
      !dossier_schema_create (path, DOSSIER_SCHEMA_FOLDER, error))
    return FALSE;
  return dossier_schema_probe (path, error);
}

static gboolean
open_connections (DossierStore      *self,
                  DossierOpenFlags   flags,
                  GError           **error)
{
  g_autoptr (DossierConnection) writer = NULL;
  g_autoptr (DossierConnection) reader = NULL;

  if (!prepare_file (self->path, flags, error))
    return FALSE;

  self->read_only = (flags & DOSSIER_OPEN_READ_ONLY) || !is_writable (self->path);
  if (!self->read_only)
    {
      writer = open_writer (self->path, error);
      if (writer == NULL)
        return FALSE;
    }
  reader = open_reader (self->path, self->read_only, error);
  if (reader == NULL)
    return FALSE;

  has_foreign_commit (self, writer != NULL ? writer : reader);
  if (writer != NULL)
    self->writer = dossier_worker_new ("dossier-writer", g_steal_pointer (&writer), committing_cb, committed_cb, self);
  self->reader = dossier_worker_new ("dossier-reader", g_steal_pointer (&reader), NULL, NULL, NULL);
  return TRUE;
}

static DossierStore *
store_new (const char *path)
{
  DossierStore *self = g_object_new (DOSSIER_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->context = g_main_context_ref_thread_default ();
  return self;
}

typedef struct
{
  DossierStore     *store;
  DossierOpenFlags  flags;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_clear_object (&open->store);
  g_free (open);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  OpenData *data = task_data;
  GError *error = NULL;

  if (open_connections (data->store, data->flags, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_store_open_async:
 * @path: a file name
 * @flags: whether it is made where there is none, or only read
 *
 * Opens a dossier in a thread. A file or folder that cannot be written is
 * opened for reading.
 */
void
dossier_store_open_async (const char          *path,
                          DossierOpenFlags     flags,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *data = g_new0 (OpenData, 1);

  data->store = store_new (path);
  data->flags = flags;
  g_task_set_source_tag (task, dossier_store_open_async);
  g_task_set_task_data (task, data, open_data_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * dossier_store_open_finish:
 *
 * Returns: (transfer full): the store; %NULL with %DOSSIER_STORE_ERROR, or
 * %G_IO_ERROR where there is no such file
 */
DossierStore *
dossier_store_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  OpenData *data;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  data = g_task_get_task_data (G_TASK (result));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&data->store) : NULL;
}

/**
 * dossier_store_open_sync:
 *
 * As dossier_store_open_async(), waiting for the disk: not in the main loop of a window.
 */
DossierStore *
dossier_store_open_sync (const char        *path,
                         DossierOpenFlags   flags,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_autoptr (DossierStore) self = store_new (path);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !open_connections (self, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}
