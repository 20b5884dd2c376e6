/* dossier-time-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-axis"

#include "config.h"

#include "dossier-time-axis.h"

/* The closest view, in days, and the room left and right of the extent. */
#define SHORTEST_VIEW 3.0
#define EXTENT_ROOM .02

struct _DossierTimeAxis
{
  GObject parent_instance;

  double  first;
  double  last;
  double  begin;
  double  end;
  gint32  brush_from;
  gint32  brush_to;
};

enum
{
  VIEW_CHANGED,
  BRUSH_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimeAxis, dossier_time_axis, G_TYPE_OBJECT)

static void
dossier_time_axis_class_init (DossierTimeAxisClass *klass)
{
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_time_axis_init (DossierTimeAxis *self)
{
  self->first = self->begin = 0;
  self->last = self->end = 365;
  self->brush_from = DOSSIER_DAY_MIN;
  self->brush_to = DOSSIER_DAY_MAX;
}

/**
 * dossier_time_axis_new:
 *
 * Returns: an axis of one year from day 0, with no brush
 */
DossierTimeAxis *
dossier_time_axis_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIME_AXIS, NULL);
}

/**
 * dossier_time_axis_set_extent:
 * @first, @last: the first day of all and the day after the last
 *
 * A view that showed the whole goes on doing so; any other view stays.
 */
void
dossier_time_axis_set_extent (DossierTimeAxis *self,
                              double           first,
                              double           last)
{
  gboolean fit;
  double room;

  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));
  g_return_if_fail (first < last);

  fit = dossier_time_axis_is_fit (self);
  room = MAX ((last - first) * EXTENT_ROOM, SHORTEST_VIEW);
  self->first = first - room;
  self->last = last + room;

  if (fit)
    dossier_time_axis_fit (self);
  else
    dossier_time_axis_set_view (self, self->begin, self->end);

  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * dossier_time_axis_get_extent:
 *
 * The days that the whole timeline covers, with a little room at both ends.
 */
void
dossier_time_axis_get_extent (DossierTimeAxis *self,
                              double          *first,
                              double          *last)
{
  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  *first = self->first;
  *last = self->last;
}

/**
 * dossier_time_axis_set_view:
 * @begin, @end: days; brought into the extent, and at least three days apart
 */
void
dossier_time_axis_set_view (DossierTimeAxis *self,
                            double           begin,
                            double           end)
{
  double span;

  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  span = CLAMP (end - begin, SHORTEST_VIEW, self->last - self->first);
  begin += ((end - begin) - span) / 2;
  begin = CLAMP (begin, self->first, self->last - span);

  if (self->begin == begin && self->end == begin + span)
    return;

  self->begin = begin;
  self->end = begin + span;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/**
 * dossier_time_axis_get_view:
 *
 * The days now in view.
 */
void
dossier_time_axis_get_view (DossierTimeAxis *self,
                            double          *begin,
                            double          *end)
{
  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  *begin = self->begin;
  *end = self->end;
}

/**
 * dossier_time_axis_fit:
 *
 * Brings the whole extent into view.
 */
void
dossier_time_axis_fit (DossierTimeAxis *self)
{
  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  if (self->begin == self->first && self->end == self->last)
    return;

  self->begin = self->first;
  self->end = self->last;
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/**
 * dossier_time_axis_is_fit:
 *
 * Returns: whether the whole extent is in view
 */
gboolean
dossier_time_axis_is_fit (DossierTimeAxis *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIME_AXIS (self), FALSE);

  return self->end - self->begin >= (self->last - self->first) * .9999;
}

/**
 * dossier_time_axis_zoom:
 * @factor: of the length in view: .5 shows half as long a time
 * @about: the day that keeps its place
 */
void
dossier_time_axis_zoom (DossierTimeAxis *self,
                        double           factor,
                        double           about)
{
  double span;
  double share;

  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  share = (about - self->begin) / (self->end - self->begin);
  span = CLAMP ((self->end - self->begin) * factor, SHORTEST_VIEW, self->last - self->first);
  dossier_time_axis_set_view (self, about - share * span, about + (1 - share) * span);
}

/**
 * dossier_time_axis_pan:
 * @share: by how much of the length in view, negative for earlier
 */
void
dossier_time_axis_pan (DossierTimeAxis *self,
                       double           share)
{
  double by;

  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  by = (self->end - self->begin) * share;
  dossier_time_axis_set_view (self, self->begin + by, self->end + by);
}

/**
 * dossier_time_axis_reveal:
 *
 * Pans so that @day is in view with some room around it.
 *
 * Returns: whether the view had to move
 */
gboolean
dossier_time_axis_reveal (DossierTimeAxis *self,
                          double           day)
{
  double span;

  g_return_val_if_fail (DOSSIER_IS_TIME_AXIS (self), FALSE);

  span = self->end - self->begin;
  if (day >= self->begin + span * .02 && day <= self->end - span * .02)
    return FALSE;

  dossier_time_axis_set_view (self, day - span / 2, day + span / 2);

  return TRUE;
}

/**
 * dossier_time_axis_set_brush:
 * @from, @to: first and last day, DOSSIER_DAY_MIN and DOSSIER_DAY_MAX where open
 */
void
dossier_time_axis_set_brush (DossierTimeAxis *self,
                             gint32           from,
                             gint32           to)
{
  g_return_if_fail (DOSSIER_IS_TIME_AXIS (self));

  if (self->brush_from == from && self->brush_to == to)
    return;

  self->brush_from = from;
  self->brush_to = to;
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * dossier_time_axis_get_brush:
 *
 * Returns: whether there is a brush, that is, one of its ends is not open
 */
gboolean
dossier_time_axis_get_brush (DossierTimeAxis *self,
                             gint32          *from,
                             gint32          *to)
{
  g_return_val_if_fail (DOSSIER_IS_TIME_AXIS (self), FALSE);

  *from = self->brush_from;
  *to = self->brush_to;

  return self->brush_from != DOSSIER_DAY_MIN || self->brush_to != DOSSIER_DAY_MAX;
}

/**
 * dossier_time_axis_to_x:
 *
 * Returns: where @day begins in a widget @width wide that shows the view
 */
double
dossier_time_axis_to_x (DossierTimeAxis *self,
                        double           day,
                        double           width)
{
  return (day - self->begin) / (self->end - self->begin) * width;
}

/**
 * dossier_time_axis_to_day:
 *
 * Returns: the day at @x, with its fraction
 */
double
dossier_time_axis_to_day (DossierTimeAxis *self,
                          double           x,
                          double           width)
{
  return self->begin + x / MAX (width, 1) * (self->end - self->begin);
}
