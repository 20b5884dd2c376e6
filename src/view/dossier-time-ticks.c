/* dossier-time-ticks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-ticks"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-edtf.h"
#include "dossier-time-ticks.h"

#define MOST_TICKS 400
#define SNAP_ROOM 5
#define YEAR_MIN -9000
#define YEAR_MAX 9990

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* From the finest to the coarsest; days is the shortest length of a step. */
static const struct
{
  Unit   unit;
  int    step;
  double days;
} steps[] = {
  { UNIT_DAY, 1, 1 },
  { UNIT_DAY, 2, 1 },
  { UNIT_DAY, 7, 7 },
  { UNIT_MONTH, 1, 28 },
  { UNIT_MONTH, 3, 90 },
  { UNIT_MONTH, 6, 181 },
  { UNIT_YEAR, 1, 365 },
  { UNIT_YEAR, 2, 730 },
  { UNIT_YEAR, 5, 1826 },
  { UNIT_YEAR, 10, 3652 },
  { UNIT_YEAR, 20, 7305 },
  { UNIT_YEAR, 50, 18262 },
  { UNIT_YEAR, 100, 36524 },
  { UNIT_YEAR, 200, 73048 },
  { UNIT_YEAR, 500, 182621 },
  { UNIT_YEAR, 1000, 365242 },
};

static int
floor_to (int value,
          int step)
{
  int rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static guint
choose (double from,
        double to,
        double width,
        double room)
{
  double per_day = width / MAX (to - from, 1e-6);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].days * per_day >= room)
        return i;
    }

  return G_N_ELEMENTS (steps) - 1;
}

/* The tick at or before a day. Weeks begin on Monday; every second day counts from the first of its month. */
static gint32
align (guint  s,
       gint32 day)
{
  int step = steps[s].step;
  int year, month, dom;

  if (steps[s].unit == UNIT_DAY && step == 7)
    return floor_to (day - 4, 7) + 4;

  dossier_day_to_ymd (day, &year, &month, &dom);
  if (steps[s].unit == UNIT_DAY)
    return day - (dom - 1) % step;
  if (steps[s].unit == UNIT_MONTH)
    return dossier_day_from_ymd (year, floor_to (month - 1, step) + 1, 1);

  return dossier_day_from_ymd (CLAMP (floor_to (year, step), YEAR_MIN, YEAR_MAX), 1, 1);
}

static gint32
next (guint  s,
      gint32 day)
{
  int step = steps[s].step;
  int year, month, dom;

  if (steps[s].unit == UNIT_DAY && step == 7)
    return day + 7;

  dossier_day_to_ymd (day, &year, &month, &dom);
  if (steps[s].unit == UNIT_DAY)
    {
      int month_end = dossier_day_from_ymd (month == 12 ? year + 1 : year, month % 12 + 1, 1);

      /* No two labels side by side at the end of a month of 31 days. */
      return day + step >= month_end - (step - 1) ? month_end : day + step;
    }
  if (steps[s].unit == UNIT_MONTH)
    {
      month += step;
      return month > 12 ? dossier_day_from_ymd (year + 1, month - 12, 1)
                        : dossier_day_from_ymd (year, month, 1);
    }

  return dossier_day_from_ymd (year + step, 1, 1);
}

static char *
format_date (int         year,
             int         month,
             int         dom,
             const char *format)
{
  g_autoptr (GDateTime) date = NULL;

  /* The C library's calendar has no years before 1 and none after 9999. */
  if (year < 1 || year > 9999)
    return g_strdup_printf ("%d-%02d-%02d", year, month, dom);

  date = g_date_time_new_utc (year, month, dom, 0, 0, 0);

  return g_date_time_format (date, format);
}

static char *
format_year (int year)
{
  if (year < 1)
    /* Translators: a year before our era, the number is positive. */
    return g_strdup_printf (_("%d BCE"), 1 - year);

  return g_strdup_printf ("%d", year);
}

static char *
format_tick (guint    s,
             gint32   day,
             gboolean first,
             gboolean narrow,
             gboolean *context)
{
  int year, month, dom;

  dossier_day_to_ymd (day, &year, &month, &dom);
  *context = FALSE;

  if (steps[s].unit == UNIT_YEAR)
    return format_year (year);

  *context = month == 1 && dom == 1;
  if (*context)
    return format_year (year);

  if (steps[s].unit == UNIT_MONTH)
    /* Translators: a month on the ruler, with and without its year; see strftime(). */
    return format_date (year, month, dom, first && !narrow ? _("%b %Y") : _("%b"));

  *context = dom == 1;
  if (first && !narrow)
    /* Translators: a day on the ruler with its year; see strftime(). */
    return format_date (year, month, dom, _("%-d %b %Y"));

  /* Translators: a day on the ruler; see strftime(). */
  return format_date (year, month, dom, _("%-d %b"));
}

static void
tick_clear (gpointer data)
{
  g_free (((DossierTick *)data)->label);
}

/**
 * dossier_time_ticks_new:
 * @from, @to: the days in view
 * @width: their length on the screen, in pixels
 * @room: pixels that a label needs
 *
 * The ticks of a ruler in the finest step of the calendar (day, week, month,
 * quarter, year … a thousand years) that leaves every label its room.
 *
 * Returns: (transfer full): a #GArray of #DossierTick, in order; the first may
 *   lie before @from. It owns the labels.
 */
GArray *
dossier_time_ticks_new (double from,
                        double to,
                        double width,
                        double room)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (DossierTick));
  guint s = choose (from, to, width, room);
  gint32 day = align (s, (gint32)CLAMP (from, -3.0e6, 2.9e6));

  g_array_set_clear_func (ticks, tick_clear);

  while (day < to && ticks->len < MOST_TICKS)
    {
      gint32 after = next (s, day);
      DossierTick tick = { .day = day };
      gboolean narrow = (after - day) * width / (to - from) < room * 1.4;

      /* The label of a tick left of the view is still read at the edge. */
      tick.label = format_tick (s, day, ticks->len == 0 || (ticks->len == 1 && day < from + (to - from) * .2),
                                narrow, &tick.context);
      g_array_append_val (ticks, tick);
      if (after <= day)
        break;
      day = after;
    }

  return ticks;
}

/**
 * dossier_time_ticks_step:
 * @day: where from
 * @step: -1 or 1
 *
 * Returns: the tick before or after @day in the step that a ruler of @width
 *   pixels would show: what one press of an arrow key moves an end by
 */
gint32
dossier_time_ticks_step (double from,
                         double to,
                         double width,
                         gint32 day,
                         int    step)
{
  guint s = choose (from, to, width, DOSSIER_TIME_TICK_ROOM);
  gint32 at = align (s, day);

  if (step > 0)
    return next (s, at);

  return at < day ? at : align (s, day - 1);
}

/**
 * dossier_time_ticks_snap:
 *
 * Returns: the beginning of a day, month, quarter, year … nearest to @day, in the
 *   finest step whose length can be told on a ruler of @width pixels: where a
 *   brush that is dragged comes to rest
 */
gint32
dossier_time_ticks_snap (double from,
                         double to,
                         double width,
                         double day)
{
  guint s = choose (from, to, width, SNAP_ROOM);
  gint32 before = align (s, (gint32)CLAMP (day, -3.0e6, 2.9e6));
  gint32 after = next (s, before);

  return day - before <= after - day ? before : after;
}

/**
 * dossier_time_format_day:
 *
 * Returns: (transfer full): a day as people write it in the user's language
 */
char *
dossier_time_format_day (gint32 day)
{
  int year, month, dom;

  if (day == DOSSIER_DAY_MIN || day == DOSSIER_DAY_MAX)
    return g_strdup (_("open"));

  dossier_day_to_ymd (day, &year, &month, &dom);

  return format_date (year, month, dom, _("%-d %b %Y"));
}
