/* dossier-import-queue.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-import-queue"

#include "config.h"

#include "dossier-import-queue.h"

#include <glib/gi18n-lib.h>

#include "dossier-crosslinks.h"
#include "dossier-import-private.h"
#include "dossier-import-work.h"
#include "dossier-strings.h"

struct _DossierImportQueue
{
  GObject          parent_instance;

  DossierStore    *store; /* NULL once closed */
  GThreadPool     *pool;
  GCancellable    *cancellable; /* of the import that runs */
  GPtrArray       *items;
  char            *current;
  guint            n_listing;  /* listings of folders under way */
  guint            n_waiting;  /* jobs not yet ended */
  GCancellable    *linking;    /* NULL but while claims of different sources are compared */
  guint            n_states[DOSSIER_IMPORT_CANCELLED + 1];
  guint64          limit;
  gboolean         running;

  GMutex           mutex;
  DossierAnalyser *analyser;   /* made by the first worker, under the mutex */
  GPtrArray       *news;       /* Job: begun or ended, for the main thread; under the mutex */
  guint            news_idle;  /* under the mutex */
};

/* One thing to import. The item belongs to the main thread; the rest to whoever has the job. The queue waits for its
 * workers before it goes, so that they need no reference to it. */
typedef struct
{
  DossierImportQueue *queue; /* unowned */
  DossierImportItem  *item;
  GCancellable       *cancellable;
  GFile              *file;
  char               *text;
  gsize               limit;
  DossierImported     imported;
  gboolean            ok;
  GError             *error;
} Job;

/* A word from a worker: @job ended, or @item is begun. */
typedef struct
{
  Job               *job;
  DossierImportItem *item;
} News;

/* What a listing found. */
typedef struct
{
  GPtrArray *files;  /* GFile, and after listing only files */
  GPtrArray *failed; /* char *: name and sentence in turn */
} Listing;

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_N_DONE,
  PROP_N_TOTAL,
  PROP_FRACTION,
  PROP_CURRENT,
  PROP_N_ADDED,
  PROP_N_ALREADY,
  PROP_N_FAILED,
  PROP_SUMMARY,
  PROP_LIMIT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint finished_signal;

static GType
queue_get_item_type (GListModel *model)
{
  return DOSSIER_TYPE_IMPORT_ITEM;
}

static guint
queue_get_n_items (GListModel *model)
{
  return ((DossierImportQueue *) model)->items->len;
}

static gpointer
queue_get_item (GListModel *model,
                guint       position)
{
  DossierImportQueue *self = (DossierImportQueue *) model;

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = queue_get_item_type;
  iface->get_n_items = queue_get_n_items;
  iface->get_item = queue_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierImportQueue, dossier_import_queue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
job_free (Job *job)
{
  g_object_unref (job->item);
  g_object_unref (job->cancellable);
  g_clear_object (&job->file);
  g_free (job->text);
  g_clear_error (&job->error);
  g_free (job);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_pointer (&news->job, job_free);
  g_clear_object (&news->item);
  g_free (news);
}

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_ptr_array_unref (listing->files);
  g_ptr_array_unref (listing->failed);
  g_free (listing);
}

static guint
n_done (DossierImportQueue *self)
{
  return self->items->len - self->n_states[DOSSIER_IMPORT_WAITING] - self->n_states[DOSSIER_IMPORT_RUNNING];
}

static void
set_state (DossierImportQueue *self,
           DossierImportItem  *item,
           DossierImportState  state,
           const char         *message,
           gint64              source_id)
{
  self->n_states[dossier_import_item_state (item)]--;
  self->n_states[state]++;
  dossier_import_item_update (item, state, message, source_id);
}

static void
notify_progress (DossierImportQueue *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_RUNNING; i <= PROP_SUMMARY; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
link_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (dossier_crosslinks_update (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
linked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DossierImportQueue *self = DOSSIER_IMPORT_QUEUE (object);
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) == self->linking)
    g_clear_object (&self->linking);
  /* Suggestions only: the next import finds them again. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("Claims of different sources were not linked: %s", error->message);
}

/* Compares what was added with all that is there; an earlier comparison is given up. */
static void
link_sources (DossierImportQueue *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->linking);
  g_clear_object (&self->linking);
  self->linking = g_cancellable_new ();
  task = g_task_new (self, self->linking, linked_cb, NULL);
  g_task_set_source_tag (task, link_sources);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, link_thread);
}

static void
finish_if_done (DossierImportQueue *self)
{
  if (!self->running || self->n_listing > 0 || self->n_waiting > 0)
    return;

  self->running = FALSE;
  g_clear_pointer (&self->current, g_free);
  if (self->store != NULL && self->n_states[DOSSIER_IMPORT_ADDED] > 0)
    link_sources (self);
  notify_progress (self);
  g_signal_emit (self, finished_signal, 0);
}

static void
show_end (DossierImportQueue *self,
          Job                *job)
{
  const DossierImported *imported = &job->imported;
  g_autofree char *added = NULL;

  self->n_waiting--;
  if (!job->ok && g_error_matches (job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, job->item, DOSSIER_IMPORT_CANCELLED, _("Not imported: you cancelled."), 0);
  else if (!job->ok)
    set_state (self, job->item, DOSSIER_IMPORT_FAILED, job->error->message, 0);
  else if (imported->already)
    set_state (self, job->item, DOSSIER_IMPORT_ALREADY, _("It is already in the dossier."), imported->source_id);
  else
    {
      added = g_strdup_printf (ngettext ("Added, with %u claim.", "Added, with %u claims.", imported->n_claims),
                               imported->n_claims);
      set_state (self, job->item, DOSSIER_IMPORT_ADDED, added, imported->source_id);
    }
}

/* On the main thread: what the workers have to tell, in one go. */
static gboolean
news_cb (gpointer user_data)
{
  DossierImportQueue *self = user_data;
  g_autoptr (GPtrArray) all = NULL;

  g_mutex_lock (&self->mutex);
  all = self->news;
  self->news = g_ptr_array_new_with_free_func (news_free);
  self->news_idle = 0;
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < all->len; i++)
    {
      News *news = g_ptr_array_index (all, i);

      if (news->job != NULL)
        show_end (self, news->job);
      else if (dossier_import_item_state (news->item) == DOSSIER_IMPORT_WAITING)
        {
          set_state (self, news->item, DOSSIER_IMPORT_RUNNING, NULL, 0);
          dossier_set_str (&self->current, dossier_import_item_name (news->item));
        }
    }
  notify_progress (self);
  finish_if_done (self);

  return G_SOURCE_REMOVE;
}

/* In a worker. */
static void
tell (DossierImportQueue *self,
      Job                *ended,
      DossierImportItem  *begun)
{
  News *news = g_new0 (News, 1);

  news->job = ended;
  news->item = begun != NULL ? g_object_ref (begun) : NULL;
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->news, news);
  if (self->news_idle == 0)
    self->news_idle = g_idle_add_full (G_PRIORITY_DEFAULT, news_cb, g_object_ref (self), g_object_unref);
  g_mutex_unlock (&self->mutex);
}

/* In a worker. */
static DossierAnalyser *
get_analyser (DossierImportQueue  *self,
              GError             **error)
{
  DossierAnalyser *analyser = NULL;

  g_mutex_lock (&self->mutex);
  if (self->analyser == NULL)
    self->analyser = dossier_analyser_new (error);
  if (self->analyser != NULL)
    analyser = dossier_analyser_ref (self->analyser);
  g_mutex_unlock (&self->mutex);

  return analyser;
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;
  DossierImportQueue *self = job->queue;
  g_autoptr (DossierAnalyser) analyser = NULL;
  DossierStore *store = user_data;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    {
      tell (self, job, NULL);
      return;
    }

  tell (self, NULL, job->item);
  analyser = get_analyser (self, &job->error);
  if (analyser != NULL)
    job->ok = dossier_import_one (store, analyser, job->file, job->text, job->limit, job->cancellable,
                                  &job->imported, &job->error);
  tell (self, job, NULL);
}

static void
list_one (Listing      *found,
          GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = dossier_import_list (file, cancellable, &error);

  if (files != NULL)
    {
      g_ptr_array_extend_and_steal (found->files, files);
      return;
    }
  g_ptr_array_add (found->failed, g_file_get_basename (file));
  g_ptr_array_add (found->failed, g_strdup (error->message));
}

/* Which of what was given are folders, and what lies below them. */
static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GPtrArray *given = task_data;
  Listing *found = g_new0 (Listing, 1);

  found->files = g_ptr_array_new_with_free_func (g_object_unref);
  found->failed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < given->len && !g_cancellable_is_cancelled (cancellable); i++)
    list_one (found, g_ptr_array_index (given, i), cancellable);

  g_task_return_pointer (task, found, listing_free);
}

static DossierImportItem *
add_item (DossierImportQueue *self,
          const char         *name)
{
  DossierImportItem *item = dossier_import_item_new (name);

  g_ptr_array_add (self->items, item);
  self->n_states[DOSSIER_IMPORT_WAITING]++;

  return item;
}

static void
add_job (DossierImportQueue *self,
         const char         *name,
         GFile              *file,
         const char         *text)
{
  Job *job = g_new0 (Job, 1);

  job->queue = self;
  job->item = g_object_ref (add_item (self, name));
  job->cancellable = g_object_ref (self->cancellable);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->text = g_strdup (text);
  job->limit = self->limit;
  self->n_waiting++;
  g_thread_pool_push (self->pool, job, NULL);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DossierImportQueue *self = DOSSIER_IMPORT_QUEUE (object);
  Listing *found = g_task_propagate_pointer (G_TASK (result), NULL);
  guint before = self->items->len;

  self->n_listing--;
  if (found != NULL && self->pool != NULL)
    {
      for (guint i = 0; i < found->files->len; i++)
        {
          GFile *file = g_ptr_array_index (found->files, i);
          g_autofree char *base = g_file_get_basename (file);
          g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

          add_job (self, name, file, NULL);
        }
      for (guint i = 0; i + 1 < found->failed->len; i += 2)
        {
          g_autofree char *name = g_filename_display_name (g_ptr_array_index (found->failed, i));

          set_state (self, add_item (self, name), DOSSIER_IMPORT_FAILED, g_ptr_array_index (found->failed, i + 1), 0);
        }
      if (self->items->len > before)
        g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->items->len - before);
    }
  g_clear_pointer (&found, listing_free);
  notify_progress (self);
  finish_if_done (self);
}

/* The list of the last import gives way to a new one. */
static void
begin (DossierImportQueue *self)
{
  guint n = self->items->len;

  if (self->running)
    return;

  self->running = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->items, 0);
  memset (self->n_states, 0, sizeof self->n_states);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

static void
dossier_import_queue_dispose (GObject *object)
{
  DossierImportQueue *self = (DossierImportQueue *) object;

  dossier_import_queue_close (self);

  G_OBJECT_CLASS (dossier_import_queue_parent_class)->dispose (object);
}

static void
dossier_import_queue_finalize (GObject *object)
{
  DossierImportQueue *self = (DossierImportQueue *) object;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->linking);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->analyser, dossier_analyser_unref);
  g_free (self->current);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (dossier_import_queue_parent_class)->finalize (object);
}

static void
dossier_import_queue_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  DossierImportQueue *self = (DossierImportQueue *) object;

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, n_done (self));
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->items->len);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->items->len > 0 ? (double) n_done (self) / self->items->len : 0);
      break;
    case PROP_CURRENT:
      g_value_set_string (value, self->current);
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, self->n_states[DOSSIER_IMPORT_ADDED]);
      break;
    case PROP_N_ALREADY:
      g_value_set_uint (value, self->n_states[DOSSIER_IMPORT_ALREADY]);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->n_states[DOSSIER_IMPORT_FAILED]);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dossier_import_queue_summary (self));
      break;
    case PROP_LIMIT:
      g_value_set_uint64 (value, self->limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_import_queue_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIMIT:
      dossier_import_queue_set_limit ((DossierImportQueue *) object, g_value_get_uint64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_import_queue_class_init (DossierImportQueueClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_import_queue_dispose;
  object_class->finalize = dossier_import_queue_finalize;
  object_class->get_property = dossier_import_queue_get_property;
  object_class->set_property = dossier_import_queue_set_property;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TOTAL] = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_CURRENT] = g_param_spec_string ("current", NULL, NULL, NULL, flags);
  properties[PROP_N_ADDED] = g_param_spec_uint ("n-added", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ALREADY] = g_param_spec_uint ("n-already", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_LIMIT] =
    g_param_spec_uint64 ("limit", NULL, NULL, 0, G_MAXUINT64, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
dossier_import_queue_init (DossierImportQueue *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->news = g_ptr_array_new_with_free_func (news_free);
  g_mutex_init (&self->mutex);
}

/**
 * dossier_import_queue_new:
 * @store: the dossier that is imported into
 *
 * Returns: (transfer full): an empty queue
 */
DossierImportQueue *
dossier_import_queue_new (DossierStore *store)
{
  DossierImportQueue *self = g_object_new (DOSSIER_TYPE_IMPORT_QUEUE, NULL);

  self->store = g_object_ref (store);
  self->pool = dossier_import_pool_new (run_job, self->store);

  return self;
}

/**
 * dossier_import_queue_close:
 * @self: a queue; what is stored stays, nothing more is imported
 */
void
dossier_import_queue_close (DossierImportQueue *self)
{
  g_return_if_fail (DOSSIER_IS_IMPORT_QUEUE (self));

  if (self->store == NULL)
    return;

  dossier_import_queue_cancel (self);
  g_cancellable_cancel (self->linking);
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_object (&self->store);
}

/**
 * dossier_import_queue_add_files:
 * @self: a queue
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 *
 * Imports them, and all that lies below the folders. What is still waiting goes
 * first.
 */
void
dossier_import_queue_add_files (DossierImportQueue  *self,
                                GFile              **files,
                                guint                n_files)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_IMPORT_QUEUE (self));

  if (self->store == NULL || n_files == 0)
    return;

  begin (self);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (given, g_object_ref (files[i]));

  self->n_listing++;
  task = g_task_new (self, self->cancellable, listed_cb, NULL);
  g_task_set_source_tag (task, dossier_import_queue_add_files);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_steal_pointer (&given), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, list_thread);
  notify_progress (self);
}

/**
 * dossier_import_queue_add_text:
 * @self: a queue
 * @text: a text that was pasted
 */
void
dossier_import_queue_add_text (DossierImportQueue *self,
                               const char         *text)
{
  g_return_if_fail (DOSSIER_IS_IMPORT_QUEUE (self));
  g_return_if_fail (text != NULL);

  if (self->store == NULL)
    return;

  begin (self);
  add_job (self, _("Pasted text"), NULL, text);
  g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
  notify_progress (self);
}

/**
 * dossier_import_queue_cancel:
 * @self: a queue; what is stored stays, the rest is listed as cancelled
 */
void
dossier_import_queue_cancel (DossierImportQueue *self)
{
  g_return_if_fail (DOSSIER_IS_IMPORT_QUEUE (self));

  if (self->running)
    g_cancellable_cancel (self->cancellable);
}

/**
 * dossier_import_queue_is_running:
 * @self: a queue
 *
 * Returns: whether something is still to be done
 */
gboolean
dossier_import_queue_is_running (DossierImportQueue *self)
{
  g_return_val_if_fail (DOSSIER_IS_IMPORT_QUEUE (self), FALSE);

  return self->running;
}

/**
 * dossier_import_queue_set_limit:
 * @self: a queue
 * @bytes: the size of the largest file that is taken, 0 for the default
 */
void
dossier_import_queue_set_limit (DossierImportQueue *self,
                                guint64             bytes)
{
  g_return_if_fail (DOSSIER_IS_IMPORT_QUEUE (self));

  if (self->limit == bytes)
    return;

  self->limit = bytes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT]);
}

/**
 * dossier_import_queue_summary:
 * @self: a queue
 *
 * Returns: (transfer full): what came of it: "7 added, 1 already there, 2 failed"
 */
char *
dossier_import_queue_summary (DossierImportQueue *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  static const struct
  {
    DossierImportState  state;
    const char         *format;
  } formats[] = {
    { DOSSIER_IMPORT_ADDED, N_("%u added") },
    { DOSSIER_IMPORT_ALREADY, N_("%u already there") },
    { DOSSIER_IMPORT_FAILED, N_("%u failed") },
    { DOSSIER_IMPORT_CANCELLED, N_("%u cancelled") },
  };

  g_return_val_if_fail (DOSSIER_IS_IMPORT_QUEUE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      guint n = self->n_states[formats[i].state];
      GString *part;
      g_autofree char *number = g_strdup_printf ("%u", n);

      if (n == 0 && formats[i].state != DOSSIER_IMPORT_ADDED)
        continue;
      part = g_string_new (_(formats[i].format));
      g_string_replace (part, "%u", number, 1);
      g_ptr_array_add (parts, g_string_free (part, FALSE));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
