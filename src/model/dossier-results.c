/* dossier-results.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-results"

#include "config.h"

#include "dossier-results.h"

#include "dossier-answer.h"
#include "dossier-facet-private.h"
#include "dossier-lanes.h"
#include "dossier-list-private.h"
#include "dossier-timeline-data-private.h"

struct _DossierResults
{
  GObject              parent_instance;

  DossierLibrary      *library;
  DossierStore        *store; /* NULL once closed */
  DossierFilter       *filter;
  DossierList         *lists[DOSSIER_N_ASKS];
  DossierFacet        *facets[DOSSIER_N_FACETS];
  DossierTimelineData *timeline;

  /* Kept from answer to answer. */
  DossierColumns      *columns;
  DossierOrder        *rows;
  GPtrArray           *notes;
  GBytes              *title_ranks;
  DossierSorted        sorted;
  DossierResult       *result;
  DossierStale         stale;

  GCancellable        *asking;   /* the question under way */
  gboolean             asking_columns;
  DossierStale         asking_stale;
  gboolean             again;    /* the question has changed since */
  guint                delay_source;

  GCancellable        *building; /* the lanes under way */
  DossierQuery        *lanes_query;   /* of the lanes last asked for */
  DossierColumns      *lanes_columns;
  DossierLaneBy        lanes_by;

  GMutex               mutex;
  GCond                idle;
  guint                n_workers; /* under the mutex */
};

enum
{
  CHANGED,
  ERROR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierResults, dossier_results, G_TYPE_OBJECT)

static void ask (DossierResults *self);

static void
worker_begins (DossierResults *self)
{
  g_mutex_lock (&self->mutex);
  self->n_workers++;
  g_mutex_unlock (&self->mutex);
}

/* In the worker: nothing of the store is used after this. */
static void
worker_ends (DossierResults *self)
{
  g_mutex_lock (&self->mutex);
  self->n_workers--;
  g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->mutex);
}

static void
report (DossierResults *self,
        const GError   *error)
{
  if (self->store != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[ERROR], 0, error->message);
}

/* The worker owns what it works on and returns it, or frees it where it fails. */
static void
build_lanes_thread (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  g_autoptr (DossierLanes) lanes = task_data;
  g_autoptr (DossierHits) hits = NULL;
  GError *error = NULL;
  gboolean ok = TRUE;

  if (lanes->query->words != NULL)
    {
      hits = dossier_store_search_sync (lanes->store, lanes->query->words, cancellable, &error);
      ok = hits != NULL;
    }
  ok = ok && dossier_lanes_run (lanes, hits, cancellable, &error);
  g_clear_object (&lanes->store);
  worker_ends (source_object);

  if (ok)
    g_task_return_pointer (task, g_steal_pointer (&lanes), (GDestroyNotify) dossier_lanes_free);
  else
    g_task_return_error (task, error);
}

static void
lanes_built_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  DossierResults *self = DOSSIER_RESULTS (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierLanes) lanes = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_last = g_task_get_cancellable (G_TASK (result)) == self->building;

  if (is_last)
    g_clear_object (&self->building);
  if (lanes == NULL)
    report (self, error);
  else if (is_last && self->store != NULL)
    dossier_timeline_data_take_lanes (self->timeline, g_steal_pointer (&lanes));
  if (is_last)
    dossier_timeline_data_set_loading (self->timeline, FALSE);
}

/* The filter without its range: the timeline shows all, and dims what lies outside. */
static DossierQuery *
query_without_dates (DossierQuery *query)
{
  DossierQuery *copy = dossier_query_copy (query);

  copy->from = DOSSIER_DAY_MIN;
  copy->to = DOSSIER_DAY_MAX;
  copy->none &= ~DOSSIER_QUERY_NO_DATE;
  g_clear_pointer (&copy->from_edtf, g_free);
  g_clear_pointer (&copy->to_edtf, g_free);

  return copy;
}

static DossierLanes *
lanes_new (DossierResults *self)
{
  DossierLanes *lanes = g_new0 (DossierLanes, 1);

  lanes->store = g_object_ref (self->store);
  lanes->query = dossier_query_ref (self->lanes_query);
  lanes->columns = dossier_columns_ref (self->columns);
  lanes->lane_by = self->lanes_by;

  return lanes;
}

/* Builds other lanes where they would differ from those last built: a brush over the dates builds none. */
static void
update_lanes (DossierResults *self)
{
  g_autoptr (DossierQuery) query = NULL;
  g_autoptr (GTask) task = NULL;
  DossierLaneBy lane_by = dossier_timeline_data_get_lane_by (self->timeline);

  if (self->store == NULL || self->columns == NULL || self->result == NULL)
    return;

  query = query_without_dates (self->result->query);
  if (self->lanes_query != NULL && self->lanes_columns == self->columns && self->lanes_by == lane_by &&
      dossier_query_equal (self->lanes_query, query))
    return;

  g_clear_pointer (&self->lanes_query, dossier_query_unref);
  g_clear_pointer (&self->lanes_columns, dossier_columns_unref);
  self->lanes_query = g_steal_pointer (&query);
  self->lanes_columns = dossier_columns_ref (self->columns);
  self->lanes_by = lane_by;

  g_cancellable_cancel (self->building);
  g_clear_object (&self->building);
  self->building = g_cancellable_new ();
  dossier_timeline_data_set_loading (self->timeline, TRUE);

  task = g_task_new (self, self->building, lanes_built_cb, NULL);
  g_task_set_source_tag (task, update_lanes);
  g_task_set_task_data (task, lanes_new (self), NULL);
  worker_begins (self);
  g_task_run_in_thread (task, build_lanes_thread);
}

static void
answer_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (DossierAnswer) answer = task_data;
  GError *error = NULL;
  gboolean ok = dossier_answer_run (answer, cancellable, &error);

  g_clear_object (&answer->store);
  worker_ends (source_object);

  if (ok)
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) dossier_answer_free);
  else
    g_task_return_error (task, error);
}

/* What was loaded serves the next question too. */
static void
keep_loaded (DossierResults *self,
             DossierAnswer  *answer)
{
  if (self->columns != answer->columns)
    {
      g_clear_pointer (&self->columns, dossier_columns_unref);
      self->columns = dossier_columns_ref (answer->columns);
    }
  g_clear_pointer (&self->rows, dossier_order_unref);
  self->rows = dossier_order_ref (answer->rows);
  if (self->notes != answer->notes)
    {
      g_clear_pointer (&self->notes, g_ptr_array_unref);
      self->notes = g_ptr_array_ref (answer->notes);
      dossier_library_set_notes (self->library, self->notes);
    }

  g_clear_pointer (&self->title_ranks, g_bytes_unref);
  self->title_ranks = g_steal_pointer (&answer->title_ranks);
  g_clear_pointer (&self->sorted.columns, dossier_columns_unref);
  g_clear_pointer (&self->sorted.rows, g_bytes_unref);
  self->sorted = answer->sorted;
  answer->sorted = (DossierSorted) { NULL };
}

/* Whether it answers what is asked now. */
static gboolean
answer_is_current (DossierResults *self,
                   DossierAnswer  *answer)
{
  if (!dossier_query_equal (answer->query, dossier_filter_query (self->filter)))
    return FALSE;

  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    if (answer->asks[i].sort != dossier_list_sort (self->lists[i]) ||
        answer->asks[i].descending != dossier_list_descending (self->lists[i]))
      return FALSE;

  return TRUE;
}

static void
show_answer (DossierResults *self,
             DossierAnswer  *answer)
{
  g_clear_pointer (&self->result, dossier_result_unref);
  self->result = dossier_result_ref (answer->result);

  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    {
      const DossierListAsk *asked = &answer->asks[i];
      gboolean is_same = dossier_list_order (self->lists[i]) == asked->shown;

      dossier_list_set_order (self->lists[i], asked->order, is_same ? asked->changes : NULL);
    }
  for (guint i = 0; i < DOSSIER_N_FACETS; i++)
    dossier_facet_set_result (self->facets[i], self->result);
  dossier_timeline_data_take_shown (self->timeline, self->columns, self->rows, g_steal_pointer (&answer->shown));

  update_lanes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DossierResults) self = g_object_ref (DOSSIER_RESULTS (object));
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierAnswer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->asking);
  if (self->store == NULL)
    return;

  if (answer != NULL)
    {
      keep_loaded (self, answer);
      if (answer_is_current (self, answer))
        show_answer (self, answer);
      else
        self->again = TRUE;
    }
  else
    {
      /* What was to be loaded still is. */
      self->stale |= self->asking_stale;
      report (self, error);
    }
  if (self->again)
    ask (self);
}

static DossierAnswer *
answer_new (DossierResults *self)
{
  DossierAnswer *answer = g_new0 (DossierAnswer, 1);

  answer->store = g_object_ref (self->store);
  answer->query = dossier_query_ref (dossier_filter_query (self->filter));
  if (self->columns != NULL && !(self->stale & DOSSIER_STALE_COLUMNS))
    {
      answer->columns = dossier_columns_ref (self->columns);
      answer->rows = dossier_order_ref (self->rows);
    }
  if (self->notes != NULL && !(self->stale & DOSSIER_STALE_NOTES))
    answer->notes = g_ptr_array_ref (self->notes);
  if (self->title_ranks != NULL && !(self->stale & DOSSIER_STALE_TITLES))
    answer->title_ranks = g_bytes_ref (self->title_ranks);
  if (self->sorted.rows != NULL)
    {
      answer->sorted = self->sorted;
      dossier_columns_ref (answer->sorted.columns);
      g_bytes_ref (answer->sorted.rows);
    }
  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    {
      answer->asks[i].sort = dossier_list_sort (self->lists[i]);
      answer->asks[i].descending = dossier_list_descending (self->lists[i]);
      answer->asks[i].shown = dossier_order_ref (dossier_list_order (self->lists[i]));
    }

  return answer;
}

/* Puts the question as it is now; one that is under way is given up, unless it loads what the next one needs too. */
static void
ask (DossierResults *self)
{
  g_autoptr (GTask) task = NULL;
  DossierAnswer *answer;

  if (self->store == NULL)
    return;
  if (self->asking != NULL)
    {
      self->again = TRUE;
      if (!self->asking_columns)
        g_cancellable_cancel (self->asking);
      return;
    }

  g_clear_handle_id (&self->delay_source, g_source_remove);
  answer = answer_new (self);
  self->again = FALSE;
  self->asking_stale = self->stale;
  self->stale = 0;
  self->asking = g_cancellable_new ();
  self->asking_columns = answer->columns == NULL || answer->notes == NULL;

  task = g_task_new (self, self->asking, answered_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, answer, NULL);
  worker_begins (self);
  g_task_run_in_thread (task, answer_thread);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  DossierResults *self = user_data;

  self->delay_source = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

static void
dossier_results_dispose (GObject *object)
{
  DossierResults *self = (DossierResults *) object;

  dossier_results_close (self);

  G_OBJECT_CLASS (dossier_results_parent_class)->dispose (object);
}

static void
dossier_results_finalize (GObject *object)
{
  DossierResults *self = (DossierResults *) object;

  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    g_clear_object (&self->lists[i]);
  for (guint i = 0; i < DOSSIER_N_FACETS; i++)
    g_clear_object (&self->facets[i]);
  g_clear_object (&self->timeline);
  g_clear_object (&self->filter);
  g_clear_object (&self->library);
  g_clear_pointer (&self->columns, dossier_columns_unref);
  g_clear_pointer (&self->rows, dossier_order_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->title_ranks, g_bytes_unref);
  g_clear_pointer (&self->sorted.columns, dossier_columns_unref);
  g_clear_pointer (&self->sorted.rows, g_bytes_unref);
  g_clear_pointer (&self->result, dossier_result_unref);
  g_clear_pointer (&self->lanes_query, dossier_query_unref);
  g_clear_pointer (&self->lanes_columns, dossier_columns_unref);
  g_clear_object (&self->asking);
  g_clear_object (&self->building);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);

  G_OBJECT_CLASS (dossier_results_parent_class)->finalize (object);
}

static void
dossier_results_class_init (DossierResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_results_dispose;
  object_class->finalize = dossier_results_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
dossier_results_init (DossierResults *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);
}

static void
make_lists (DossierResults *self)
{
  self->lists[DOSSIER_ASK_SOURCES] =
    dossier_list_new (DOSSIER_TYPE_SOURCE, (DossierListMake) dossier_library_source, self->library,
                      DOSSIER_SORT_IMPORT, FALSE);
  self->lists[DOSSIER_ASK_CLAIMS] =
    dossier_list_new (DOSSIER_TYPE_CLAIM, (DossierListMake) dossier_library_claim, self->library,
                      DOSSIER_SORT_TITLE, FALSE);
  self->lists[DOSSIER_ASK_NOTES] =
    dossier_list_new (DOSSIER_TYPE_NOTE, (DossierListMake) dossier_library_note, self->library,
                      DOSSIER_SORT_DATE, TRUE);

  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    {
      g_signal_connect_object (self->lists[i], "notify::sort", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->lists[i], "notify::descending", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }
}

/**
 * dossier_results_new:
 * @library: the objects of an open dossier
 * @filter: the filter of its window
 *
 * Returns: (transfer full): the results; the first question is put at once
 */
DossierResults *
dossier_results_new (DossierLibrary *library,
                     DossierFilter  *filter)
{
  DossierResults *self = g_object_new (DOSSIER_TYPE_RESULTS, NULL);

  self->library = g_object_ref (library);
  self->store = g_object_ref (dossier_library_store (library));
  self->filter = g_object_ref (filter);
  self->timeline = dossier_timeline_data_new ();
  make_lists (self);
  for (guint i = 0; i < DOSSIER_N_FACETS; i++)
    self->facets[i] = dossier_facet_new (i, filter);

  g_signal_connect_object (filter, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::lane-by", G_CALLBACK (update_lanes), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/**
 * dossier_results_close:
 * @self: results; they stay as they are from now on
 */
void
dossier_results_close (DossierResults *self)
{
  g_return_if_fail (DOSSIER_IS_RESULTS (self));

  if (self->store == NULL)
    return;

  g_clear_object (&self->store);
  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_cancellable_cancel (self->building);
  g_mutex_lock (&self->mutex);
  while (self->n_workers > 0)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    dossier_list_disown (self->lists[i]);
}

/**
 * dossier_results_invalidate:
 * @self: results
 * @stale: what has to be read anew
 * @delay: milliseconds to wait for more, 0 to ask at once
 */
void
dossier_results_invalidate (DossierResults *self,
                            DossierStale    stale,
                            guint           delay)
{
  g_return_if_fail (DOSSIER_IS_RESULTS (self));

  self->stale |= stale;
  if (self->store == NULL)
    return;

  if (delay == 0)
    ask (self);
  else if (self->delay_source == 0)
    self->delay_source = g_timeout_add (delay, delay_over_cb, self);
}

/**
 * dossier_results_is_busy:
 * @self: results
 *
 * Returns: whether what is shown is not yet the answer to what is asked
 */
gboolean
dossier_results_is_busy (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), FALSE);

  return self->asking != NULL || self->building != NULL || self->delay_source != 0;
}

/**
 * dossier_results_result:
 * @self: results
 *
 * Returns: (transfer none) (nullable): the last answer
 */
DossierResult *
dossier_results_result (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);

  return self->result;
}

/**
 * dossier_results_n_notes:
 * @self: results
 *
 * Returns: how many notes the dossier has
 */
guint
dossier_results_n_notes (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), 0);

  return self->notes != NULL ? self->notes->len : 0;
}

/**
 * dossier_results_is_shown:
 * @self: results
 * @claim_id: a claim
 *
 * Returns: whether the filter lets it through; %TRUE before the first answer
 */
gboolean
dossier_results_is_shown (DossierResults *self,
                          gint64          claim_id)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), TRUE);

  return self->result == NULL || dossier_list_find (self->lists[DOSSIER_ASK_CLAIMS], claim_id, NULL);
}

/**
 * dossier_results_sources:
 * @self: results
 *
 * Returns: (transfer none): the sources
 */
DossierList *
dossier_results_sources (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);

  return self->lists[DOSSIER_ASK_SOURCES];
}

/**
 * dossier_results_claims:
 * @self: results
 *
 * Returns: (transfer none): the claims
 */
DossierList *
dossier_results_claims (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);

  return self->lists[DOSSIER_ASK_CLAIMS];
}

/**
 * dossier_results_notes:
 * @self: results
 *
 * Returns: (transfer none): the notes
 */
DossierList *
dossier_results_notes (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);

  return self->lists[DOSSIER_ASK_NOTES];
}

/**
 * dossier_results_facet:
 * @self: results
 * @kind: a part of the filter
 *
 * Returns: (transfer none): its values with their counts
 */
DossierFacet *
dossier_results_facet (DossierResults   *self,
                       DossierFacetKind  kind)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);
  g_return_val_if_fail ((guint) kind < DOSSIER_N_FACETS, NULL);

  return self->facets[kind];
}

/**
 * dossier_results_timeline:
 * @self: results
 *
 * Returns: (transfer none): the timeline
 */
DossierTimelineData *
dossier_results_timeline (DossierResults *self)
{
  g_return_val_if_fail (DOSSIER_IS_RESULTS (self), NULL);

  return self->timeline;
}
