/* dossier-worker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-worker.h"

/* Imports that wait in a row share one commit, as long as it keeps nobody waiting: the sync is what costs. */
#define BATCH_MAX 256
#define BATCH_USEC (100 * 1000)

/* How often a writer at rest looks whether another program wrote: one read of shared memory. */
#define LOOK_USEC (2 * G_USEC_PER_SEC)

struct _DossierWorker
{
  DossierConnection *connection;
  GThread           *thread;
  GAsyncQueue       *queue;
  DossierCommitting  committing;
  DossierCommitted   committed;
  gpointer           user_data;
  GMutex             mutex;
  GCond              cond;
  gboolean           stopped;
};

/* What dossier_worker_stop() puts at the end of the queue. */
static DossierRequest stop_request;

/**
 * dossier_request_new:
 * @result_free: (nullable): for a result that nobody takes
 */
DossierRequest *
dossier_request_new (DossierRequestType type,
                     DossierWork        work,
                     GDestroyNotify     result_free)
{
  DossierRequest *self = g_new0 (DossierRequest, 1);

  self->type = type;
  self->work = work;
  self->result_free = result_free;
  return self;
}

/**
 * dossier_request_free:
 *
 * Frees what it holds, an untaken result too.
 */
void
dossier_request_free (DossierRequest *self)
{
  if (self->object != NULL && self->object_free != NULL)
    self->object_free (self->object);
  if (self->result != NULL && self->result_free != NULL)
    self->result_free (self->result);
  g_free (self->text);
  g_free (self->value);
  g_free (self->ids);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->task);
  g_free (self);
}

static gboolean
return_cb (gpointer user_data)
{
  DossierRequest *request = user_data;

  if (request->error != NULL)
    g_task_return_error (request->task, g_steal_pointer (&request->error));
  else
    g_task_return_pointer (request->task, g_steal_pointer (&request->result), request->result_free);
  return G_SOURCE_REMOVE;
}

/**
 * dossier_request_return:
 * @self: (transfer full): done, with a task
 *
 * Hands the result to its task, in the task's main context: there the task and
 * with it perhaps the last reference to the store is dropped, never in the
 * thread that the store would wait for.
 */
void
dossier_request_return (DossierRequest *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (self->task));
  g_source_set_static_name (source, "dossier-request");
  g_source_set_callback (source, return_cb, self, (GDestroyNotify) dossier_request_free);
  g_source_attach (source, g_task_get_context (self->task));
}

static void
finish (DossierWorker  *self,
        DossierRequest *request)
{
  if (request->task != NULL)
    {
      dossier_request_return (request);
      return;
    }

  g_mutex_lock (&self->mutex);
  request->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
drop_result (DossierRequest *request)
{
  if (request->result != NULL && request->result_free != NULL)
    request->result_free (request->result);
  request->result = NULL;
}

/* Runs @request in a transaction that is open. */
static gboolean
run (DossierWorker  *self,
     DossierRequest *request)
{
  if (g_cancellable_set_error_if_cancelled (request->cancellable, &request->error))
    return FALSE;

  request->result = request->work (self->connection, request, &request->error);
  if (request->error == NULL)
    return TRUE;

  drop_result (request);
  return FALSE;
}

static void
run_read (DossierWorker  *self,
          DossierRequest *request)
{
  gboolean in_snapshot = request->type == DOSSIER_REQUEST_READ;

  dossier_connection_set_cancellable (self->connection, request->cancellable);
  if (!in_snapshot || dossier_connection_exec (self->connection, "BEGIN", &request->error))
    run (self, request);
  if (in_snapshot)
    dossier_connection_rollback (self->connection);
  dossier_connection_set_cancellable (self->connection, NULL);
  finish (self, request);
}

static gboolean
commit (DossierWorker  *self,
        GError        **error)
{
  if (self->committing (self->connection, error))
    return dossier_connection_commit (self->connection, error);

  dossier_connection_rollback (self->connection);
  return FALSE;
}

static void
run_write (DossierWorker  *self,
           DossierRequest *request)
{
  dossier_connection_set_cancellable (self->connection, request->cancellable);
  if (dossier_connection_begin (self->connection, &request->error))
    {
      if (!run (self, request))
        dossier_connection_rollback (self->connection);
      /* From here on it is too late to cancel. */
      dossier_connection_set_cancellable (self->connection, NULL);
      if (request->error == NULL && !commit (self, &request->error))
        drop_result (request);
    }

  dossier_connection_set_cancellable (self->connection, NULL);
  self->committed (self->connection, self->user_data);
  finish (self, request);
}

/* One request of a batch: it may fail alone. Cancelling is looked at only before it begins, because SQLite
 * undoes the whole transaction for a statement that was stopped. */
static gboolean
run_in_batch (DossierWorker  *self,
              DossierRequest *request)
{
  if (!dossier_connection_exec (self->connection, "SAVEPOINT request", &request->error))
    return dossier_connection_in_transaction (self->connection);

  if (!run (self, request) && dossier_connection_in_transaction (self->connection))
    dossier_connection_exec (self->connection, "ROLLBACK TO request", NULL);
  if (!dossier_connection_in_transaction (self->connection))
    return FALSE;

  return dossier_connection_exec (self->connection, "RELEASE request", request->error != NULL ? NULL : &request->error);
}

/* Commits what the batch did; where that fails, nothing of it is acknowledged. */
static void
finish_batch (DossierWorker *self,
              GPtrArray     *batch,
              gboolean       alive)
{
  g_autoptr (GError) error = NULL;

  if (alive)
    alive = commit (self, &error);
  if (!alive && error == NULL)
    {
      DossierRequest *last = g_ptr_array_index (batch, batch->len - 1);

      error = g_error_copy (last->error);
    }

  self->committed (self->connection, self->user_data);
  for (guint i = 0; i < batch->len; i++)
    {
      DossierRequest *request = g_ptr_array_index (batch, i);

      if (!alive && request->error == NULL)
        {
          drop_result (request);
          request->error = g_error_copy (error);
        }
      finish (self, request);
    }
}

/* Returns: the request that was taken from the queue but belongs to no batch, or %NULL. */
static DossierRequest *
run_batch (DossierWorker  *self,
           DossierRequest *request)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();
  gint64 until = g_get_monotonic_time () + BATCH_USEC;
  gboolean alive = TRUE;

  if (!dossier_connection_begin (self->connection, &request->error))
    {
      finish (self, request);
      return NULL;
    }

  while (request != NULL && request->type == DOSSIER_REQUEST_BATCH)
    {
      g_ptr_array_add (batch, request);
      alive = run_in_batch (self, request);
      request = NULL;
      if (!alive || batch->len >= BATCH_MAX || g_get_monotonic_time () >= until)
        break;
      request = g_async_queue_try_pop (self->queue);
    }

  if (!alive)
    dossier_connection_rollback (self->connection);
  finish_batch (self, batch, alive);
  return request;
}

static DossierRequest *
take_request (DossierWorker *self)
{
  DossierRequest *request;

  if (self->committed == NULL)
    return g_async_queue_pop (self->queue);

  while ((request = g_async_queue_timeout_pop (self->queue, LOOK_USEC)) == NULL)
    self->committed (self->connection, self->user_data);
  return request;
}

static gpointer
worker_thread (gpointer user_data)
{
  DossierWorker *self = user_data;
  DossierRequest *request = take_request (self);

  while (request != &stop_request)
    {
      DossierRequest *next = NULL;

      if (request->type == DOSSIER_REQUEST_BATCH)
        next = run_batch (self, request);
      else if (request->type == DOSSIER_REQUEST_WRITE)
        run_write (self, request);
      else
        run_read (self, request);

      request = next != NULL ? next : take_request (self);
    }

  return NULL;
}

/**
 * dossier_worker_new:
 * @connection: (transfer full): only the thread uses it from now on
 * @committing, @committed: (nullable): around the commit of each transaction; %NULL for a reader. At rest
 *   @committed is called too, now and then, because other programs commit as well
 */
DossierWorker *
dossier_worker_new (const char        *name,
                    DossierConnection *connection,
                    DossierCommitting  committing,
                    DossierCommitted   committed,
                    gpointer           user_data)
{
  DossierWorker *self = g_new0 (DossierWorker, 1);

  self->connection = connection;
  self->queue = g_async_queue_new ();
  self->committing = committing;
  self->committed = committed;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new (name, worker_thread, self);
  return self;
}

/**
 * dossier_worker_stop:
 *
 * Nobody pushes any more: waits until the queue is done, then ends the thread
 * and its connection. Idempotent.
 */
void
dossier_worker_stop (DossierWorker *self)
{
  if (self->stopped)
    return;

  self->stopped = TRUE;
  g_async_queue_push (self->queue, &stop_request);
  g_thread_join (self->thread);
  g_assert (g_async_queue_length (self->queue) == 0);
  g_clear_pointer (&self->connection, dossier_connection_close);
}

/* Apart from stopping it: somebody may just be on his way out of dossier_worker_wait(). */
void
dossier_worker_free (DossierWorker *self)
{
  dossier_worker_stop (self);
  g_async_queue_unref (self->queue);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * dossier_worker_push:
 * @request: (transfer full): with a task
 */
void
dossier_worker_push (DossierWorker  *self,
                     DossierRequest *request)
{
  g_async_queue_push (self->queue, request);
}

/**
 * dossier_worker_wait:
 * @request: pushed, without a task
 */
void
dossier_worker_wait (DossierWorker  *self,
                     DossierRequest *request)
{
  g_assert (g_thread_self () != self->thread);

  g_mutex_lock (&self->mutex);
  while (!request->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
