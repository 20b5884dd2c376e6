/* dossier-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-answers"

#include "config.h"

#include "dossier-answers.h"

#include <glib/gi18n-lib.h>

#include "dossier-answers-private.h"
#include "dossier-session-private.h"

struct _DossierAnswers
{
  GObject           parent_instance;

  DossierSession   *session;
  GPtrArray        *rows;   /* DossierAnswersRow */
  GCancellable     *asking; /* the question under way, or NULL */
  DossierAnswersBy  by;
  guint             n_allegations;
  guint             n_answered;
  gboolean          without_only;
  gboolean          active;
};

enum
{
  PROP_0,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  PROP_BY,
  PROP_WITHOUT_ONLY,
  PROP_ACTIVE,
  PROP_LOADING,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
answers_get_item_type (GListModel *model)
{
  return DOSSIER_TYPE_ANSWERS_ROW;
}

static guint
answers_get_n_items (GListModel *model)
{
  return ((DossierAnswers *) model)->rows->len;
}

static gpointer
answers_get_item (GListModel *model,
                  guint       position)
{
  DossierAnswers *self = (DossierAnswers *) model;

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = answers_get_item_type;
  iface->get_n_items = answers_get_n_items;
  iface->get_item = answers_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierAnswers, dossier_answers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Shows @rows; those that show what they showed before stay the same objects. */
static void
show_rows (DossierAnswers *self,
           GPtrArray      *rows)
{
  GPtrArray *old = self->rows;
  guint n_common = MIN (old->len, rows->len);
  guint n_front = 0, n_back = 0;
  guint n_old = old->len;

  while (n_front < n_common
         && dossier_answers_row_equal (g_ptr_array_index (old, n_front), g_ptr_array_index (rows, n_front)))
    n_front++;
  while (n_back < n_common - n_front
         && dossier_answers_row_equal (g_ptr_array_index (old, old->len - 1 - n_back),
                                       g_ptr_array_index (rows, rows->len - 1 - n_back)))
    n_back++;

  if (n_front == old->len && n_front == rows->len)
    return;

  for (guint i = 0; i < n_front; i++)
    g_set_object ((GObject **) &g_ptr_array_index (rows, i), g_ptr_array_index (old, i));
  for (guint i = 1; i <= n_back; i++)
    g_set_object ((GObject **) &g_ptr_array_index (rows, rows->len - i), g_ptr_array_index (old, old->len - i));

  self->rows = g_ptr_array_ref (rows);
  g_list_model_items_changed (G_LIST_MODEL (self), n_front, n_old - n_front - n_back,
                              rows->len - n_front - n_back);
  if (n_old != rows->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  g_ptr_array_unref (old);
}

static void
work_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (DossierAnswersWork) work = task_data;
  GError *error = NULL;
  gboolean ok = dossier_answers_work_run (work, cancellable, &error);

  g_clear_object (&work->store);
  if (ok)
    g_task_return_pointer (task, g_steal_pointer (&work), (GDestroyNotify) dossier_answers_work_free);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  DossierAnswers *self = DOSSIER_ANSWERS (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierAnswersWork) work = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  g_clear_object (&self->asking);
  if (work != NULL)
    {
      self->n_allegations = work->n_allegations;
      self->n_answered = work->n_answered;
      show_rows (self, work->rows);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session->store != NULL)
    {
      dossier_session_emit_error (self->session, error->message);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
give_up (DossierAnswers *self)
{
  if (self->asking == NULL)
    return;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* Puts the question as it is now; one that is under way is given up. */
static void
ask (DossierAnswers *self)
{
  DossierAnswersWork *work;
  g_autoptr (GTask) task = NULL;

  if (!self->active || self->session->store == NULL)
    return;

  give_up (self);
  self->asking = g_cancellable_new ();
  work = g_new0 (DossierAnswersWork, 1);
  work->store = g_object_ref (self->session->store);
  work->query = dossier_query_ref (dossier_filter_query (self->session->filter));
  work->by = self->by;
  work->without_only = self->without_only;

  task = g_task_new (self, self->asking, answered_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, work, NULL);
  g_task_run_in_thread (task, work_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Another link makes no other answer to the filter. */
static void
store_changed_cb (DossierAnswers *self,
                  DossierChange  *change)
{
  if (change->links || change->all)
    ask (self);
}

static void
dossier_answers_dispose (GObject *object)
{
  DossierAnswers *self = DOSSIER_ANSWERS (object);

  give_up (self);

  G_OBJECT_CLASS (dossier_answers_parent_class)->dispose (object);
}

static void
dossier_answers_finalize (GObject *object)
{
  DossierAnswers *self = DOSSIER_ANSWERS (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_answers_parent_class)->finalize (object);
}

static void
dossier_answers_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DossierAnswers *self = DOSSIER_ANSWERS (object);

  switch (prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, DOSSIER_TYPE_ANSWERS_ROW);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;
    case PROP_BY:
      g_value_set_int (value, self->by);
      break;
    case PROP_WITHOUT_ONLY:
      g_value_set_boolean (value, self->without_only);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, dossier_answers_is_loading (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_answers_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  DossierAnswers *self = DOSSIER_ANSWERS (object);

  switch (prop_id)
    {
    case PROP_BY:
      dossier_answers_set_by (self, g_value_get_int (value));
      break;
    case PROP_WITHOUT_ONLY:
      dossier_answers_set_without_only (self, g_value_get_boolean (value));
      break;
    case PROP_ACTIVE:
      dossier_answers_set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_answers_class_init (DossierAnswersClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_answers_dispose;
  object_class->finalize = dossier_answers_finalize;
  object_class->get_property = dossier_answers_get_property;
  object_class->set_property = dossier_answers_set_property;

  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, readable);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_BY] = g_param_spec_int ("by", NULL, NULL, 0, DOSSIER_N_ANSWERS_BYS - 1, 0, writable);
  properties[PROP_WITHOUT_ONLY] = g_param_spec_boolean ("without-only", NULL, NULL, FALSE, writable);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, writable);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dossier_answers_init (DossierAnswers *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * dossier_answers_new:
 * @session: an open dossier
 *
 * Returns: (transfer full): its board, empty until it is active
 */
DossierAnswers *
dossier_answers_new (DossierSession *session)
{
  DossierAnswers *self;

  g_return_val_if_fail (DOSSIER_IS_SESSION (session), NULL);

  self = g_object_new (DOSSIER_TYPE_ANSWERS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dossier_answers_get_by:
 * @self: a board
 *
 * Returns: under what its rows are put together
 */
DossierAnswersBy
dossier_answers_get_by (DossierAnswers *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), DOSSIER_ANSWERS_BY_MATTER);

  return self->by;
}

/**
 * dossier_answers_set_by:
 * @self: a board
 * @by: under what its rows shall be put together
 */
void
dossier_answers_set_by (DossierAnswers   *self,
                        DossierAnswersBy  by)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS (self));
  g_return_if_fail ((guint) by < DOSSIER_N_ANSWERS_BYS);

  if (self->by == by)
    return;

  self->by = by;
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY]);
}

/**
 * dossier_answers_get_without_only:
 * @self: a board
 *
 * Returns: whether only allegations without a reply are shown
 */
gboolean
dossier_answers_get_without_only (DossierAnswers *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), FALSE);

  return self->without_only;
}

/**
 * dossier_answers_set_without_only:
 * @self: a board
 * @without_only: whether only allegations without a reply shall be shown
 */
void
dossier_answers_set_without_only (DossierAnswers *self,
                                  gboolean        without_only)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS (self));

  without_only = !!without_only;
  if (self->without_only == without_only)
    return;

  self->without_only = without_only;
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITHOUT_ONLY]);
}

/**
 * dossier_answers_set_active:
 * @self: a board
 * @active: whether it is on show and shall follow the dossier
 */
void
dossier_answers_set_active (DossierAnswers *self,
                            gboolean        active)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS (self));

  active = !!active;
  if (self->active == active)
    return;

  self->active = active;
  if (active)
    ask (self);
  else
    give_up (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * dossier_answers_is_loading:
 * @self: a board
 *
 * Returns: whether an answer is under way
 */
gboolean
dossier_answers_is_loading (DossierAnswers *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), FALSE);

  return self->asking != NULL;
}

/**
 * dossier_answers_n_allegations:
 * @self: a board
 *
 * Returns: allegations that the filter lets through, each telling counted
 */
guint
dossier_answers_n_allegations (DossierAnswers *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), 0);

  return self->n_allegations;
}

/**
 * dossier_answers_n_answered:
 * @self: a board
 *
 * Returns: how many of them are answered
 */
guint
dossier_answers_n_answered (DossierAnswers *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), 0);

  return self->n_answered;
}

/**
 * dossier_answers_counts_text:
 * @self: a board
 *
 * Returns: (transfer full): its counts in words
 */
char *
dossier_answers_counts_text (DossierAnswers *self)
{
  g_autofree char *allegations = NULL;
  g_autofree char *answered = NULL;
  g_autofree char *without = NULL;
  guint n_without;

  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), NULL);

  n_without = self->n_allegations - self->n_answered;
  allegations = g_strdup_printf (ngettext ("%u allegation", "%u allegations", self->n_allegations),
                                 self->n_allegations);
  answered = g_strdup_printf (ngettext ("%u answered", "%u answered", self->n_answered), self->n_answered);
  without = g_strdup_printf (ngettext ("%u without a reply in these sources", "%u without a reply in these sources",
                                       n_without),
                             n_without);

  return g_strdup_printf ("%s · %s · %s", allegations, answered, without);
}

/**
 * dossier_answers_claim_ids:
 * @self: a board
 *
 * Returns: (transfer full) (element-type gint64): the claims on it, each once, in their order
 */
GArray *
dossier_answers_claim_ids (DossierAnswers *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (DOSSIER_IS_ANSWERS (self), ids);

  for (guint i = 0; i < self->rows->len; i++)
    {
      DossierAnswersRow *row = g_ptr_array_index (self->rows, i);

      if (row->allegation != 0 && g_hash_table_add (seen, &row->allegation))
        g_array_append_val (ids, row->allegation);
      if (row->answer != 0 && g_hash_table_add (seen, &row->answer))
        g_array_append_val (ids, row->answer);
    }

  return ids;
}
