/* dossier-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-session"

#include "config.h"

#include "dossier-session.h"

#include <glib/gi18n-lib.h>

#include "dossier-places.h"
#include "dossier-session-private.h"
#include "dossier-strings.h"

#define KEY_TITLE "title"
#define KEY_WINDOW "window"

/* While an import runs, the lists follow it at this pace, in milliseconds. */
#define IMPORT_DELAY 400

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_LOADING,
  PROP_BUSY,
  PROP_N_SOURCES,
  PROP_N_SOURCES_ALL,
  PROP_N_CLAIMS,
  PROP_N_CLAIMS_ALL,
  PROP_N_NOTES,
  PROP_N_UNDATED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SOURCE,
  PROP_CLAIM,
  PROP_NOTE,
  N_PROPS
};

enum
{
  EDITED,
  ERROR,
  REVEAL,
  RESULT_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSession, dossier_session, G_TYPE_OBJECT)

static void
notify_range (DossierSession *self,
              guint           first,
              guint           last)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = first; i <= last; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
dossier_session_dispose (GObject *object)
{
  DossierSession *self = (DossierSession *) object;

  dossier_session_close (self);
  g_clear_object (&self->claim_signals);
  g_clear_object (&self->note_signals);
  g_clear_object (&self->source);
  g_clear_object (&self->claim);
  g_clear_object (&self->note);

  G_OBJECT_CLASS (dossier_session_parent_class)->dispose (object);
}

static void
dossier_session_finalize (GObject *object)
{
  DossierSession *self = (DossierSession *) object;

  g_clear_object (&self->queue);
  g_clear_object (&self->reading);
  g_clear_object (&self->results);
  g_clear_object (&self->library);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->claim_edits, g_hash_table_unref);
  g_clear_pointer (&self->source_edits, g_hash_table_unref);
  g_clear_pointer (&self->note_edits, g_hash_table_unref);
  g_clear_pointer (&self->history, dossier_history_free);
  g_free (self->path);
  g_free (self->title);

  G_OBJECT_CLASS (dossier_session_parent_class)->finalize (object);
}

static void
dossier_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DossierSession *self = (DossierSession *) object;

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, dossier_session_is_loading (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, dossier_session_is_busy (self));
      break;
    case PROP_N_SOURCES:
      g_value_set_uint (value, dossier_session_n_sources (self));
      break;
    case PROP_N_SOURCES_ALL:
      g_value_set_uint (value, dossier_session_n_sources_all (self));
      break;
    case PROP_N_CLAIMS:
      g_value_set_uint (value, dossier_session_n_claims (self));
      break;
    case PROP_N_CLAIMS_ALL:
      g_value_set_uint (value, dossier_session_n_claims_all (self));
      break;
    case PROP_N_NOTES:
      g_value_set_uint (value, dossier_session_n_notes (self));
      break;
    case PROP_N_UNDATED:
      g_value_set_uint (value, dossier_session_n_undated (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, dossier_session_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, dossier_session_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, dossier_session_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, dossier_session_redo_label (self));
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    case PROP_NOTE:
      g_value_set_object (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_session_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DossierSession *self = (DossierSession *) object;

  switch (prop_id)
    {
    case PROP_TITLE:
      dossier_session_set_title (self, g_value_get_string (value));
      break;
    case PROP_SOURCE:
      dossier_session_set_source (self, g_value_get_object (value));
      break;
    case PROP_CLAIM:
      dossier_session_set_claim (self, g_value_get_object (value));
      break;
    case PROP_NOTE:
      dossier_session_set_note (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const struct
  {
    guint       id;
    const char *name;
  } counts[] = {
    { PROP_N_SOURCES, "n-sources" }, { PROP_N_SOURCES_ALL, "n-sources-all" }, { PROP_N_CLAIMS, "n-claims" },
    { PROP_N_CLAIMS_ALL, "n-claims-all" }, { PROP_N_NOTES, "n-notes" }, { PROP_N_UNDATED, "n-undated" },
  };

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, writable);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    properties[counts[i].id] = g_param_spec_uint (counts[i].name, NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DOSSIER_TYPE_SOURCE, writable);
  properties[PROP_CLAIM] = g_param_spec_object ("claim", NULL, NULL, DOSSIER_TYPE_CLAIM, writable);
  properties[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, DOSSIER_TYPE_NOTE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_session_class_init (DossierSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dossier_session_dispose;
  object_class->finalize = dossier_session_finalize;
  object_class->get_property = dossier_session_get_property;
  object_class->set_property = dossier_session_set_property;
  install_properties (object_class);

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[ERROR] = g_signal_new ("error", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
  signals[RESULT_CHANGED] =
    g_signal_new ("result-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_session_init (DossierSession *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->filter = dossier_filter_new ();
  dossier_session_init_selection (self);
  dossier_session_init_edits (self);
}

/* Says that a verb failed. */
void
dossier_session_emit_error (DossierSession *self,
                            const char     *sentence)
{
  g_signal_emit (self, signals[ERROR], 0, sentence);
}

/* Asks the reader to show a place. */
void
dossier_session_emit_reveal (DossierSession *self,
                             DossierSpan     span)
{
  g_signal_emit (self, signals[REVEAL], 0, span.start, span.end);
}

/* Says that the selection is another. */
void
dossier_session_notify_selection (DossierSession *self)
{
  notify_range (self, PROP_SOURCE, PROP_NOTE);
}

/* Says that an edit began or ended. */
void
dossier_session_notify_busy (DossierSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
history_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DossierSession) self = user_data;
  DossierHistory *history = dossier_store_history_finish (DOSSIER_STORE (object), result, NULL);

  if (history == NULL)
    return;

  g_clear_pointer (&self->history, dossier_history_free);
  self->history = history;
  notify_range (self, PROP_CAN_UNDO, PROP_REDO_LABEL);
}

/* Asks the store what can be undone and redone now. */
void
dossier_session_update_history (DossierSession *self)
{
  if (self->store != NULL)
    dossier_store_history_async (self->store, NULL, history_cb, g_object_ref (self));
}

static gboolean
array_has (GArray *ids,
           gint64  id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static DossierStale
stale_by (const DossierChange *change)
{
  DossierStale stale = 0;

  if (change->all)
    return DOSSIER_STALE_COLUMNS | DOSSIER_STALE_NOTES | DOSSIER_STALE_TITLES;
  if (change->sources != NULL || change->claims != NULL || change->notes != NULL)
    stale |= DOSSIER_STALE_COLUMNS;
  if (change->notes != NULL || change->sources != NULL)
    stale |= DOSSIER_STALE_NOTES;
  if (change->sources != NULL)
    stale |= DOSSIER_STALE_TITLES;

  return stale;
}

/* A commit reached the disk. */
static void
store_changed_cb (DossierStore   *store,
                  DossierChange  *change,
                  DossierSession *self)
{
  gboolean is_edit = change->label != NULL;

  if (self->store == NULL)
    return;

  if (change->all)
    dossier_library_reload_all (self->library);
  else
    dossier_library_reload (self->library, change->sources, change->claims);
  dossier_results_invalidate (self->results, stale_by (change), is_edit ? 0 : IMPORT_DELAY);
  if (is_edit || change->all || change->links || array_has (change->sources, dossier_reading_open_id (self->reading)))
    dossier_reading_reload (self->reading);
  if (is_edit || change->all)
    dossier_session_update_history (self);
  if (!is_edit)
    return;

  /* Typing in a note is saved at each pause: no word about it. */
  if (change->undone || change->redone || g_strcmp0 (change->label, _("Edit note")) != 0)
    g_signal_emit (self, signals[EDITED], 0, change->label, change->undone, change->redone);
}

static void
results_changed_cb (DossierSession *self)
{
  dossier_session_check_selection (self);
  notify_range (self, PROP_LOADING, PROP_LOADING);
  notify_range (self, PROP_N_SOURCES, PROP_N_UNDATED);
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

static void
reading_error_cb (DossierSession *self,
                  const char     *sentence)
{
  dossier_session_set_source (self, NULL);
  dossier_session_emit_error (self, sentence);
}

/* Takes the values that @text, a dictionary, holds. */
static void
read_values (DossierSession *self,
             const char     *text)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL);
  GVariantIter iter;
  char *key, *value;

  if (variant == NULL)
    return;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{ss}", &key, &value))
    g_hash_table_insert (self->values, key, value);
}

static void
start (DossierSession *self)
{
  self->library = dossier_library_new (self->store);
  self->results = dossier_results_new (self->library, self->filter);
  self->reading = dossier_reading_new (self->library, self->results);
  self->queue = dossier_import_queue_new (self->store);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  g_signal_connect_object (self->results, "changed", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "error", G_CALLBACK (dossier_session_emit_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "error", G_CALLBACK (dossier_session_emit_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "error", G_CALLBACK (reading_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "text-changed", G_CALLBACK (dossier_session_reading_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "marks-changed", G_CALLBACK (dossier_session_reading_changed), self,
                           G_CONNECT_SWAPPED);
  dossier_session_update_history (self);
}

static void
window_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DossierSession *self = g_task_get_task_data (task);
  g_autofree char *text = dossier_store_get_value_finish (DOSSIER_STORE (object), result, NULL);

  if (text != NULL)
    read_values (self, text);
  start (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
title_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DossierSession *self = g_task_get_task_data (task);
  char *title = dossier_store_get_value_finish (DOSSIER_STORE (object), result, NULL);

  self->title = title != NULL ? title : dossier_path_title (self->path);
  dossier_store_get_value_async (self->store, KEY_WINDOW, NULL, window_read_cb, g_steal_pointer (&task));
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  DossierSession *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->store = dossier_store_open_finish (result, &error);
  if (self->store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->read_only = dossier_store_is_read_only (self->store);
  dossier_store_get_value_async (self->store, KEY_TITLE, NULL, title_read_cb, g_steal_pointer (&task));
}

/**
 * dossier_session_open_async:
 * @path: (nullable): the file, or %NULL for dossier_default_path()
 * @flags: whether it is made where there is none, or only read
 * @cancellable: (nullable): to give it up
 * @callback: called when it is open
 * @user_data: for @callback
 *
 * Opens a dossier. The lists fill themselves afterwards.
 */
void
dossier_session_open_async (const char          *path,
                            DossierSessionFlags  flags,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  DossierSession *self = g_object_new (DOSSIER_TYPE_SESSION, NULL);
  DossierOpenFlags open_flags = DOSSIER_OPEN_DEFAULT;

  g_task_set_source_tag (task, dossier_session_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  self->path = path != NULL ? g_strdup (path) : dossier_default_path ();

  if (flags & DOSSIER_SESSION_CREATE)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      g_mkdir_with_parents (folder, 0700);
      open_flags |= DOSSIER_OPEN_CREATE;
    }
  if (flags & DOSSIER_SESSION_READ_ONLY)
    open_flags |= DOSSIER_OPEN_READ_ONLY;

  dossier_store_open_async (self->path, open_flags, cancellable, opened_cb, task);
}

/**
 * dossier_session_open_finish:
 * @result: what the callback got
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): the open dossier
 */
DossierSession *
dossier_session_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_session_close:
 * @self: a session; it can only be dropped afterwards
 *
 * Waits for the edits that are on their way to the disk.
 */
void
dossier_session_close (DossierSession *self)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));

  if (self->store == NULL)
    return;

  if (self->reading != NULL)
    {
      dossier_import_queue_close (self->queue);
      dossier_reading_close (self->reading);
      dossier_results_close (self->results);
      dossier_library_close (self->library);
    }
  dossier_store_close (self->store);
  g_clear_object (&self->store);
}

/**
 * dossier_session_path:
 * @self: a session
 *
 * Returns: its file
 */
const char *
dossier_session_path (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * dossier_session_title:
 * @self: a session
 *
 * Returns: the name of the dossier; that of its file where none was given
 */
const char *
dossier_session_title (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), "");

  return self->title;
}

static void
value_set_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DossierSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dossier_store_set_value_finish (DOSSIER_STORE (object), result, &error))
    dossier_session_emit_error (self, error->message);
}

/**
 * dossier_session_set_title:
 * @self: a session
 * @title: (nullable): the name of the dossier, %NULL or "" for that of its file
 */
void
dossier_session_set_title (DossierSession *self,
                           const char     *title)
{
  g_autofree char *trimmed = dossier_trimmed (title);
  g_autofree char *shown = NULL;

  g_return_if_fail (DOSSIER_IS_SESSION (self));

  shown = trimmed != NULL ? g_strdup (trimmed) : dossier_path_title (self->path);
  if (self->store == NULL || self->read_only || !dossier_set_str (&self->title, shown))
    return;

  dossier_store_set_value_async (self->store, KEY_TITLE, trimmed, NULL, value_set_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * dossier_session_is_read_only:
 * @self: a session
 *
 * Returns: whether it cannot be changed
 */
gboolean
dossier_session_is_read_only (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);

  return self->read_only;
}

/**
 * dossier_session_is_loading:
 * @self: a session
 *
 * Returns: whether the first answer is still awaited, so that empty lists mean nothing yet
 */
gboolean
dossier_session_is_loading (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);

  return dossier_results_result (self->results) == NULL;
}

/**
 * dossier_session_is_busy:
 * @self: a session
 *
 * Returns: whether edits are on their way to the disk
 */
gboolean
dossier_session_is_busy (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);

  return self->n_edits > 0;
}

/**
 * dossier_session_can_undo:
 * @self: a session
 *
 * Returns: whether there is a step to take back
 */
gboolean
dossier_session_can_undo (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);

  return self->history != NULL && self->history->can_undo;
}

/**
 * dossier_session_can_redo:
 * @self: a session
 *
 * Returns: whether there is a step to do again
 */
gboolean
dossier_session_can_redo (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);

  return self->history != NULL && self->history->can_redo;
}

/**
 * dossier_session_undo_label:
 * @self: a session
 *
 * Returns: (nullable): what would be undone, "Confirm claim"
 */
const char *
dossier_session_undo_label (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->history != NULL ? self->history->undo_label : NULL;
}

/**
 * dossier_session_redo_label:
 * @self: a session
 *
 * Returns: (nullable): what would be done again
 */
const char *
dossier_session_redo_label (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->history != NULL ? self->history->redo_label : NULL;
}

/**
 * dossier_session_get_value:
 * @self: a session
 * @key: a name
 *
 * Returns: (nullable): what was kept under it
 */
const char *
dossier_session_get_value (DossierSession *self,
                           const char     *key)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return g_hash_table_lookup (self->values, key);
}

/**
 * dossier_session_set_value:
 * @self: a session
 * @key: a name
 * @value: (nullable): a small text to keep with the dossier; %NULL takes it away
 */
void
dossier_session_set_value (DossierSession *self,
                           const char     *key,
                           const char     *value)
{
  g_autoptr (GVariant) variant = NULL;
  g_autofree char *text = NULL;
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer name, kept;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (key != NULL);

  if (self->store == NULL || self->read_only || g_strcmp0 (g_hash_table_lookup (self->values, key), value) == 0)
    return;

  if (value != NULL)
    g_hash_table_insert (self->values, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->values, key);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, &kept))
    g_variant_builder_add (&builder, "{ss}", name, kept);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (variant, FALSE);
  dossier_store_set_value_async (self->store, KEY_WINDOW, text, NULL, value_set_cb, g_object_ref (self));
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (dossier_store_backup_finish (DOSSIER_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_session_backup_async:
 * @self: a session
 * @path: where the copy goes
 * @cancellable: (nullable): to give it up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a whole copy of the dossier.
 */
void
dossier_session_backup_async (DossierSession      *self,
                              const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dossier_session_backup_async);
  dossier_store_backup_async (self->store, path, cancellable, backed_up_cb, task);
}

/**
 * dossier_session_backup_finish:
 * @self: a session
 * @result: what the callback got
 * @error: a sentence for the person
 *
 * Returns: whether the copy is whole
 */
gboolean
dossier_session_backup_finish (DossierSession  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
