/* dossier-lanes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-lanes.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-words.h"

#define NO_LANE G_MAXUINT16

/* The values that a lane can stand for, numbered; the last number is "none". */
typedef struct
{
  guint    n_values;  /* "none" too */
  guint32 *counts;    /* dated claims of each */
  guint16 *lane_of;   /* NO_LANE: under "Other" */
} Values;

static void
lane_free (gpointer data)
{
  DossierLane *lane = data;

  g_free (lane->name);
  g_free (lane->value);
  g_free (lane);
}

/**
 * dossier_lanes_free:
 * @self: (transfer full): lanes
 */
void
dossier_lanes_free (DossierLanes *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, dossier_query_unref);
  g_clear_pointer (&self->columns, dossier_columns_unref);
  g_clear_pointer (&self->index, dossier_time_index_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_free (self);
}

static guint
count_values (const DossierLanes *self)
{
  switch (self->lane_by)
    {
    case DOSSIER_LANE_COUNTRY:
      return self->columns->country_codes->len + 1;
    case DOSSIER_LANE_KIND:
      return DOSSIER_N_KINDS + 1;
    case DOSSIER_LANE_SPEAKER:
      return self->columns->speaker_names->len + 1;
    case DOSSIER_LANE_SOURCE:
    default:
      return self->columns->n_sources + 1;
    }
}

/* The @nth value of a claim; *@n is how many it has, one at least. */
static guint
claim_value (const DossierLanes *self,
             guint32             row,
             guint               nth,
             guint              *n)
{
  const DossierColumns *columns = self->columns;
  guint32 first, count;

  *n = 1;
  switch (self->lane_by)
    {
    case DOSSIER_LANE_KIND:
      return columns->kinds[row];
    case DOSSIER_LANE_SPEAKER:
      return MIN (columns->speakers[row], columns->speaker_names->len);
    case DOSSIER_LANE_SOURCE:
      return columns->sources[row];
    case DOSSIER_LANE_COUNTRY:
    default:
      first = columns->country_first[row];
      count = columns->country_first[row + 1] - first;
      *n = MAX (count, 1);
      return count > 0 ? columns->countries[first + nth] : columns->country_codes->len;
    }
}

static gboolean
claim_is_dated (const DossierLanes *self,
                guint32             row)
{
  DossierDateBasis basis = self->query->basis;

  return self->columns->begin[basis][row] <= self->columns->end[basis][row];
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Values *values = user_data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  /* "None" stands last whatever it holds. */
  if (first == values->n_values - 1 || second == values->n_values - 1)
    return first == second ? 0 : first == values->n_values - 1 ? 1 : -1;
  if (values->counts[first] != values->counts[second])
    return values->counts[first] > values->counts[second] ? -1 : 1;

  return first < second ? -1 : first > second;
}

static DossierLane *
lane_new (const DossierLanes *self,
          guint               value)
{
  DossierLane *lane = g_new0 (DossierLane, 1);
  gboolean is_none = value + 1 == count_values (self);

  switch (self->lane_by)
    {
    case DOSSIER_LANE_COUNTRY:
      lane->value = g_strdup (is_none ? "" : g_ptr_array_index (self->columns->country_codes, value));
      lane->name = g_strdup (is_none ? _("No country") : dossier_country_name (lane->value));
      break;
    case DOSSIER_LANE_KIND:
      lane->value = g_strdup (is_none ? "" : dossier_kind_nick (value));
      lane->name = g_strdup (is_none ? "" : dossier_kind_plural (value));
      break;
    case DOSSIER_LANE_SPEAKER:
      lane->value = g_strdup (is_none ? "" : g_ptr_array_index (self->columns->speaker_names, value));
      lane->name = g_strdup (is_none ? _("No speaker") : lane->value);
      break;
    case DOSSIER_LANE_SOURCE:
    default:
      lane->source_id = is_none ? 0 : self->columns->source_ids[value];
      break;
    }

  return lane;
}

/* Source lanes are named by their titles, which only the disk knows. */
static gboolean
name_source_lanes (DossierLanes  *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree gint64 *ids = g_new (gint64, self->lanes->len);
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; i < self->lanes->len; i++)
    ids[i] = ((DossierLane *) g_ptr_array_index (self->lanes, i))->source_id;
  records = dossier_store_load_sources_sync (self->store, ids, self->lanes->len, cancellable, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < MIN (self->lanes->len, records->len); i++)
    {
      DossierLane *lane = g_ptr_array_index (self->lanes, i);
      DossierSourceRecord *record = g_ptr_array_index (records, i);
      const char *title = record != NULL ? record->title : NULL;

      if (title == NULL && record != NULL)
        title = record->file_name;
      lane->name = g_strdup (title != NULL ? title : _("Untitled"));
    }

  return TRUE;
}

/* Gives the fullest values a lane each. */
static gboolean
make_lanes (DossierLanes  *self,
            Values        *values,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_lanes;

  for (guint32 i = 0; i < values->n_values; i++)
    if (values->counts[i] > 0)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_counts, values);

  n_lanes = order->len <= DOSSIER_LANE_LIMIT ? order->len : DOSSIER_LANE_LIMIT - 1;
  for (guint i = 0; i < n_lanes; i++)
    {
      guint32 value = g_array_index (order, guint32, i);

      values->lane_of[value] = i;
      g_ptr_array_add (self->lanes, lane_new (self, value));
    }
  if (self->lane_by == DOSSIER_LANE_SOURCE && n_lanes > 0 && !name_source_lanes (self, cancellable, error))
    return FALSE;
  if (n_lanes < order->len)
    {
      DossierLane *other = g_new0 (DossierLane, 1);

      /* Translators: the last lane of the timeline, for all that has no lane of its own */
      other->name = g_strdup (_("Other"));
      g_ptr_array_add (self->lanes, other);
    }

  return TRUE;
}

static void
count_claims (DossierLanes        *self,
              const DossierResult *result,
              Values              *values)
{
  for (guint i = 0; i < result->n_claims; i++)
    {
      guint32 row = result->claims[i];
      guint n = 1;

      if (!claim_is_dated (self, row))
        {
          self->n_undated++;
          continue;
        }
      for (guint nth = 0; nth < n; nth++)
        values->counts[claim_value (self, row, nth, &n)]++;
    }
}

static GArray *
make_events (DossierLanes        *self,
             const DossierResult *result,
             const Values        *values)
{
  const DossierColumns *columns = self->columns;
  DossierDateBasis basis = self->query->basis;
  GArray *events = g_array_sized_new (FALSE, FALSE, sizeof (DossierTimeEvent), result->n_claims);

  for (guint i = 0; i < result->n_claims; i++)
    {
      guint32 row = result->claims[i];
      gboolean in_other = FALSE;
      guint n = 1;

      if (!claim_is_dated (self, row))
        continue;

      for (guint nth = 0; nth < n; nth++)
        {
          guint16 lane = values->lane_of[claim_value (self, row, nth, &n)];
          DossierTimeEvent event = {
            columns->begin[basis][row], columns->end[basis][row], row, lane,
            columns->kinds[row], columns->date_flags[basis][row],
          };

          /* Several values without a lane of their own are one event under "Other". */
          if (lane == NO_LANE && in_other)
            continue;
          if (lane == NO_LANE)
            {
              in_other = TRUE;
              event.lane = self->lanes->len - 1;
            }
          if (columns->reviews[row] == DOSSIER_REVIEW_DISMISSED)
            event.flags |= DOSSIER_TIME_DISMISSED;
          g_array_append_val (events, event);
        }
    }

  return events;
}

/**
 * dossier_lanes_run:
 * @self: what is asked
 * @hits: (nullable): what full-text search found for the words of the query
 * @cancellable: (nullable): to give it up
 * @error: what the store said
 *
 * Builds the lanes and the index. For a worker thread.
 *
 * Returns: %FALSE where it failed or was given up
 */
gboolean
dossier_lanes_run (DossierLanes       *self,
                   const DossierHits  *hits,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (DossierResult) result = dossier_columns_query (self->columns, self->query, hits, cancellable);
  g_autofree guint32 *counts = NULL;
  g_autofree guint16 *lane_of = NULL;
  GArray *events;
  Values values;
  guint n_events;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  values.n_values = count_values (self);
  values.counts = counts = g_new0 (guint32, values.n_values);
  values.lane_of = lane_of = g_new (guint16, values.n_values);
  for (guint i = 0; i < values.n_values; i++)
    lane_of[i] = NO_LANE;

  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  count_claims (self, result, &values);
  if (!make_lanes (self, &values, cancellable, error))
    return FALSE;

  events = make_events (self, result, &values);
  n_events = events->len;
  self->index =
    dossier_time_index_new ((DossierTimeEvent *) g_array_free (events, FALSE), n_events, self->lanes->len);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
