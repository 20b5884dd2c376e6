/* dossier-timeline-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-timeline-data.h"

#include "dossier-timeline-data-private.h"

/*
 * The lanes may be a moment older than what is shown: while they are built from
 * new columns, the old ones stand. Rows of the two are told apart by their
 * columns.
 */
struct _DossierTimelineData
{
  GObject           parent_instance;

  DossierTimeIndex *index;
  DossierLanes     *lanes;   /* NULL at first */
  DossierColumns   *columns; /* of @rows and @shown */
  DossierOrder     *rows;
  guint8           *shown;
  DossierLaneBy     lane_by;
  gboolean          loading;
};

enum
{
  PROP_0,
  PROP_LANE_BY,
  PROP_BASIS,
  PROP_N_UNDATED,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (DossierTimelineData, dossier_timeline_data, G_TYPE_OBJECT)

static void
clear_shown (DossierTimelineData *self)
{
  g_clear_pointer (&self->columns, dossier_columns_unref);
  g_clear_pointer (&self->rows, dossier_order_unref);
  g_clear_pointer (&self->shown, g_free);
}

static void
dossier_timeline_data_finalize (GObject *object)
{
  DossierTimelineData *self = (DossierTimelineData *) object;

  clear_shown (self);
  g_clear_pointer (&self->lanes, dossier_lanes_free);
  g_clear_pointer (&self->index, dossier_time_index_unref);

  G_OBJECT_CLASS (dossier_timeline_data_parent_class)->finalize (object);
}

static void
dossier_timeline_data_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DossierTimelineData *self = (DossierTimelineData *) object;

  switch (prop_id)
    {
    case PROP_LANE_BY:
      g_value_set_uint (value, self->lane_by);
      break;
    case PROP_BASIS:
      g_value_set_uint (value, dossier_timeline_data_get_basis (self));
      break;
    case PROP_N_UNDATED:
      g_value_set_uint (value, dossier_timeline_data_n_undated (self));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_timeline_data_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DossierTimelineData *self = (DossierTimelineData *) object;

  switch (prop_id)
    {
    case PROP_LANE_BY:
      dossier_timeline_data_set_lane_by (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_timeline_data_class_init (DossierTimelineDataClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_timeline_data_finalize;
  object_class->get_property = dossier_timeline_data_get_property;
  object_class->set_property = dossier_timeline_data_set_property;

  properties[PROP_LANE_BY] =
    g_param_spec_uint ("lane-by", NULL, NULL, 0, DOSSIER_N_LANE_BYS - 1, DOSSIER_LANE_COUNTRY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BASIS] = g_param_spec_uint ("basis", NULL, NULL, 0, DOSSIER_N_BASES - 1, DOSSIER_BASIS_EVENT,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_UNDATED] =
    g_param_spec_uint ("n-undated", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dossier_timeline_data_init (DossierTimelineData *self)
{
  self->index = dossier_time_index_new (NULL, 0, 0);
}

/**
 * dossier_timeline_data_new:
 *
 * Returns: (transfer full): an empty timeline
 */
DossierTimelineData *
dossier_timeline_data_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIMELINE_DATA, NULL);
}

/**
 * dossier_timeline_data_take_lanes:
 * @self: a timeline
 * @lanes: (transfer full): what it shall show, built by dossier_lanes_run()
 */
void
dossier_timeline_data_take_lanes (DossierTimelineData *self,
                                  DossierLanes        *lanes)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_DATA (self));
  g_return_if_fail (lanes != NULL && lanes->index != NULL);

  g_clear_pointer (&self->lanes, dossier_lanes_free);
  g_clear_pointer (&self->index, dossier_time_index_unref);
  self->lanes = lanes;
  self->index = dossier_time_index_ref (lanes->index);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASIS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDATED]);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * dossier_timeline_data_take_shown:
 * @self: a timeline
 * @columns: the claims of the dossier
 * @rows: id of a claim → its row in @columns
 * @shown: (transfer full): one byte a row, 1 where the filter lets it through
 */
void
dossier_timeline_data_take_shown (DossierTimelineData *self,
                                  DossierColumns      *columns,
                                  DossierOrder        *rows,
                                  guint8              *shown)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_DATA (self));

  clear_shown (self);
  self->columns = dossier_columns_ref (columns);
  self->rows = dossier_order_ref (rows);
  self->shown = shown;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * dossier_timeline_data_set_loading:
 * @self: a timeline
 * @loading: whether other lanes are on their way
 */
void
dossier_timeline_data_set_loading (DossierTimelineData *self,
                                   gboolean             loading)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_DATA (self));

  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * dossier_timeline_data_index:
 * @self: a timeline
 *
 * Returns: (transfer none): its events; take a reference to keep them beyond "changed"
 */
DossierTimeIndex *
dossier_timeline_data_index (DossierTimelineData *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), NULL);

  return self->index;
}

static DossierLane *
get_lane (DossierTimelineData *self,
          guint                lane)
{
  if (self->lanes == NULL || lane >= self->lanes->lanes->len)
    return NULL;

  return g_ptr_array_index (self->lanes->lanes, lane);
}

/**
 * dossier_timeline_data_n_lanes:
 * @self: a timeline
 *
 * Returns: how many lanes it has, each with an event at least
 */
guint
dossier_timeline_data_n_lanes (DossierTimelineData *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), 0);

  return self->lanes != NULL ? self->lanes->lanes->len : 0;
}

/**
 * dossier_timeline_data_lane_name:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: its name for showing; "" past the last
 */
const char *
dossier_timeline_data_lane_name (DossierTimelineData *self,
                                 guint                lane)
{
  DossierLane *found;

  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), "");

  found = get_lane (self, lane);

  return found != NULL && found->name != NULL ? found->name : "";
}

/**
 * dossier_timeline_data_lane_value:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: (nullable): the value of it for dossier_filter_set_value()
 */
const char *
dossier_timeline_data_lane_value (DossierTimelineData *self,
                                  guint                lane)
{
  DossierLane *found;

  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), NULL);

  found = get_lane (self, lane);

  return found != NULL ? found->value : NULL;
}

/**
 * dossier_timeline_data_get_lane_by:
 * @self: a timeline
 *
 * Returns: what a lane stands for, as last asked; the lanes follow when they are built
 */
DossierLaneBy
dossier_timeline_data_get_lane_by (DossierTimelineData *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), DOSSIER_LANE_COUNTRY);

  return self->lane_by;
}

/**
 * dossier_timeline_data_set_lane_by:
 * @self: a timeline
 * @lane_by: what a lane shall stand for
 */
void
dossier_timeline_data_set_lane_by (DossierTimelineData *self,
                                   DossierLaneBy        lane_by)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_DATA (self));
  g_return_if_fail ((guint) lane_by < DOSSIER_N_LANE_BYS);

  if (self->lane_by == lane_by)
    return;

  self->lane_by = lane_by;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE_BY]);
}

/**
 * dossier_timeline_data_get_basis:
 * @self: a timeline
 *
 * Returns: which date its events stand on
 */
DossierDateBasis
dossier_timeline_data_get_basis (DossierTimelineData *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), DOSSIER_BASIS_EVENT);

  return self->lanes != NULL ? self->lanes->query->basis : DOSSIER_BASIS_EVENT;
}

/**
 * dossier_timeline_data_n_undated:
 * @self: a timeline
 *
 * Returns: how many claims that the rest of the filter lets through have no such date
 */
guint
dossier_timeline_data_n_undated (DossierTimelineData *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), 0);

  return self->lanes != NULL ? self->lanes->n_undated : 0;
}

/**
 * dossier_timeline_data_claim_id:
 * @self: a timeline
 * @event_id: the id of an event
 *
 * Returns: its claim, 0 where there is none
 */
gint64
dossier_timeline_data_claim_id (DossierTimelineData *self,
                                guint32              event_id)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), 0);

  if (self->lanes == NULL || event_id >= self->lanes->columns->n_claims)
    return 0;

  return self->lanes->columns->ids[event_id];
}

/**
 * dossier_timeline_data_event_id:
 * @self: a timeline
 * @claim_id: a claim
 * @event_id: (out): the id that its events have
 *
 * Returns: whether the timeline knows the claim; it may still be undated or filtered out, and then has no event
 */
gboolean
dossier_timeline_data_event_id (DossierTimelineData *self,
                                gint64               claim_id,
                                guint32             *event_id)
{
  guint row;

  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), FALSE);

  if (self->rows == NULL || self->lanes == NULL || self->columns != self->lanes->columns ||
      !dossier_order_find (self->rows, claim_id, &row))
    return FALSE;

  *event_id = row;

  return TRUE;
}

/**
 * dossier_timeline_data_is_shown:
 * @self: a timeline
 * @event_id: the id of an event
 *
 * Returns: whether the filter with its date range lets it through; %TRUE while that is not known
 */
gboolean
dossier_timeline_data_is_shown (DossierTimelineData *self,
                                guint32              event_id)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_DATA (self), TRUE);

  if (self->shown == NULL || self->lanes == NULL || self->columns != self->lanes->columns ||
      event_id >= self->columns->n_claims)
    return TRUE;

  return self->shown[event_id];
}
