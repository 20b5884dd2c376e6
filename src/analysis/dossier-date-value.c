/* dossier-date-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-edtf.h"
#include "dossier-date-value.h"

#define MIN_YEAR (-9998)
#define MAX_YEAR 9998

/** dossier_date_value_year: the whole year */
DossierDateValue
dossier_date_value_year (int year)
{
  return (DossierDateValue){ .year = year, .grain = DOSSIER_DATE_GRAIN_YEAR, .month = 1 };
}

/** dossier_date_value_month: the whole month, 1 to 12 */
DossierDateValue
dossier_date_value_month (int year,
                          int month)
{
  return (DossierDateValue){ .year = year, .grain = DOSSIER_DATE_GRAIN_MONTH, .part = month, .month = month };
}

/** dossier_date_value_part: a half, season or quarter of a year, counted from 1; a
 * decade or century, whose @part is not used */
DossierDateValue
dossier_date_value_part (DossierDateGrain grain,
                         int              year,
                         int              part)
{
  DossierDateValue self = { .year = year, .grain = grain, .part = part, .month = 1 };

  if (grain == DOSSIER_DATE_GRAIN_HALF)
    self.month = part * 6 - 5;
  else if (grain == DOSSIER_DATE_GRAIN_QUARTER || grain == DOSSIER_DATE_GRAIN_SEASON)
    self.month = part * 3 - (grain == DOSSIER_DATE_GRAIN_QUARTER ? 2 : 0);
  return self;
}

/** dossier_date_value_day: one day, counted as in dossier-edtf.h */
DossierDateValue
dossier_date_value_day (gint32 day)
{
  int y, m, d;

  dossier_day_to_ymd (day, &y, &m, &d);
  return (DossierDateValue){ .year = CLAMP (y, MIN_YEAR, MAX_YEAR), .grain = DOSSIER_DATE_GRAIN_DAY, .month = m, .day = d };
}

/* Monday 0 to Sunday 6 */
static int
day_of_week (gint32 day)
{
  return (int)((((gint64)day + 3) % 7 + 7) % 7);
}

/** dossier_date_value_week: the ISO 8601 week that holds @day, or its weekend */
DossierDateValue
dossier_date_value_week (gint32   day,
                         gboolean weekend)
{
  gint32 monday = day - day_of_week (day);
  DossierDateValue self = { .grain = weekend ? DOSSIER_DATE_GRAIN_WEEKEND : DOSSIER_DATE_GRAIN_WEEK };
  int y, m, d;

  /* A week belongs to the year of its Thursday. */
  dossier_day_to_ymd (monday + 3, &y, NULL, NULL);
  self.year = y;
  self.part = (monday + 3 - dossier_day_from_ymd (y, 1, 1)) / 7 + 1;
  dossier_day_to_ymd (weekend ? monday + 5 : monday, &y, &m, &d);
  self.month = m;
  self.day = d;
  return self;
}

static gint32
week_first (const DossierDateValue *self)
{
  gint32 january = dossier_day_from_ymd (self->year, 1, 4);

  return january - day_of_week (january) + (self->part - 1) * 7;
}

/** dossier_date_value_first: the first day of it */
gint32
dossier_date_value_first (const DossierDateValue *self)
{
  switch ((DossierDateGrain)self->grain)
    {
    case DOSSIER_DATE_GRAIN_DAY:
      return dossier_day_from_ymd (self->year, self->month, self->day);
    case DOSSIER_DATE_GRAIN_WEEK:
      return week_first (self);
    case DOSSIER_DATE_GRAIN_WEEKEND:
      return week_first (self) + 5;
    default:
      return dossier_day_from_ymd (self->year, MAX (self->month, 1), 1);
    }
}

static gint32
last_of_months (const DossierDateValue *self,
                int                     n_months)
{
  int month = self->month + n_months - 1;
  int year = self->year + (month - 1) / 12;

  month = (month - 1) % 12 + 1;
  return dossier_day_from_ymd (year, month, dossier_days_in_month (year, month));
}

/** dossier_date_value_last: the last day of it */
gint32
dossier_date_value_last (const DossierDateValue *self)
{
  switch ((DossierDateGrain)self->grain)
    {
    case DOSSIER_DATE_GRAIN_CENTURY:
      return dossier_day_from_ymd (self->year + 99, 12, 31);
    case DOSSIER_DATE_GRAIN_DECADE:
      return dossier_day_from_ymd (self->year + 9, 12, 31);
    case DOSSIER_DATE_GRAIN_YEAR:
      return dossier_day_from_ymd (self->year, 12, 31);
    case DOSSIER_DATE_GRAIN_HALF:
      return last_of_months (self, 6);
    case DOSSIER_DATE_GRAIN_SEASON:
    case DOSSIER_DATE_GRAIN_QUARTER:
      return last_of_months (self, 3);
    case DOSSIER_DATE_GRAIN_MONTH:
      return last_of_months (self, 1);
    case DOSSIER_DATE_GRAIN_WEEK:
      return week_first (self) + 6;
    case DOSSIER_DATE_GRAIN_WEEKEND:
      return week_first (self) + 6;
    default:
      return dossier_date_value_first (self);
    }
}

static int
floor_to (int year,
          int width)
{
  return year - ((year % width) + width) % width;
}

/** dossier_date_value_coarsen: the period of length @unit that holds its first day; itself, where it
 * is no finer than that */
DossierDateValue
dossier_date_value_coarsen (const DossierDateValue *self,
                            DossierDateUnit         unit)
{
  switch ((int)unit)
    {
    case DOSSIER_DATE_UNIT_WEEK:
    case DOSSIER_DATE_UNIT_FORTNIGHT:
      return self->grain == DOSSIER_DATE_GRAIN_DAY || self->grain == DOSSIER_DATE_GRAIN_WEEKEND
             ? dossier_date_value_week (dossier_date_value_first (self), FALSE) : *self;
    case DOSSIER_DATE_UNIT_WEEKEND:
      return self->grain == DOSSIER_DATE_GRAIN_DAY || self->grain == DOSSIER_DATE_GRAIN_WEEK
             ? dossier_date_value_week (dossier_date_value_first (self), TRUE) : *self;
    case DOSSIER_DATE_UNIT_MONTH:
      return self->grain >= DOSSIER_DATE_GRAIN_MONTH ? dossier_date_value_month (self->year, MAX (self->month, 1)) : *self;
    case DOSSIER_DATE_UNIT_QUARTER:
      return self->grain >= DOSSIER_DATE_GRAIN_SEASON && self->grain != DOSSIER_DATE_GRAIN_QUARTER
             ? dossier_date_value_part (DOSSIER_DATE_GRAIN_QUARTER, self->year, (MAX (self->month, 1) + 2) / 3) : *self;
    case DOSSIER_DATE_UNIT_YEAR:
      return self->grain > DOSSIER_DATE_GRAIN_YEAR ? dossier_date_value_year (self->year) : *self;
    case DOSSIER_DATE_UNIT_DECADE:
      return self->grain > DOSSIER_DATE_GRAIN_DECADE
             ? dossier_date_value_part (DOSSIER_DATE_GRAIN_DECADE, floor_to (self->year, 10), 0) : *self;
    case DOSSIER_DATE_UNIT_CENTURY:
      return dossier_date_value_part (DOSSIER_DATE_GRAIN_CENTURY, floor_to (self->year, 100), 0);
    default:
      return *self;
    }
}

static DossierDateValue
shift_months (const DossierDateValue *self,
              int                     n)
{
  DossierDateValue moved = *self;
  int months = self->year * 12 + MAX (self->month, 1) - 1 + n;

  moved.year = floor_to (months, 12) / 12;
  moved.month = months - moved.year * 12 + 1;
  if (moved.grain == DOSSIER_DATE_GRAIN_MONTH)
    moved.part = moved.month;
  else if (moved.grain == DOSSIER_DATE_GRAIN_QUARTER)
    moved.part = (moved.month + 2) / 3;
  else if (moved.grain == DOSSIER_DATE_GRAIN_DAY)
    moved.day = MIN (moved.day, dossier_days_in_month (moved.year, moved.month));
  return moved;
}

/**
 * dossier_date_value_shift:
 * @n: how many units, back if negative
 *
 * Returns: the value moved, as fine as it was; unchanged where the result would lie
 *   beyond four-digit years
 */
DossierDateValue
dossier_date_value_shift (const DossierDateValue *self,
                          DossierDateUnit         unit,
                          int                     n)
{
  static const int years[] = { [DOSSIER_DATE_UNIT_YEAR] = 1, [DOSSIER_DATE_UNIT_DECADE] = 10,
                               [DOSSIER_DATE_UNIT_CENTURY] = 100, [DOSSIER_DATE_UNIT_MILLENNIUM] = 1000 };
  DossierDateValue moved = *self;
  gint64 year;

  n = CLAMP (n, -100000, 100000);
  switch ((int)unit)
    {
    case DOSSIER_DATE_UNIT_DAY:
      moved = dossier_date_value_day (dossier_date_value_first (self) + n);
      break;
    case DOSSIER_DATE_UNIT_WEEK:
    case DOSSIER_DATE_UNIT_WEEKEND:
    case DOSSIER_DATE_UNIT_FORTNIGHT:
      n *= unit == DOSSIER_DATE_UNIT_FORTNIGHT ? 14 : 7;
      if (self->grain == DOSSIER_DATE_GRAIN_DAY)
        moved = dossier_date_value_day (dossier_date_value_first (self) + n);
      else
        moved = dossier_date_value_week (dossier_date_value_first (self) + n,
                                         self->grain == DOSSIER_DATE_GRAIN_WEEKEND);
      break;
    case DOSSIER_DATE_UNIT_MONTH:
      moved = shift_months (self, n);
      break;
    case DOSSIER_DATE_UNIT_QUARTER:
      moved = shift_months (self, n * 3);
      break;
    case DOSSIER_DATE_UNIT_YEAR:
    case DOSSIER_DATE_UNIT_DECADE:
    case DOSSIER_DATE_UNIT_CENTURY:
    case DOSSIER_DATE_UNIT_MILLENNIUM:
      year = (gint64)self->year + (gint64)n * years[unit];
      if (year < MIN_YEAR || year > MAX_YEAR)
        return *self;
      moved.year = year;
      if (moved.grain == DOSSIER_DATE_GRAIN_DAY)
        moved.day = MIN (moved.day, dossier_days_in_month (moved.year, moved.month));
      break;
    default:
      break;
    }

  return dossier_date_value_is_valid (&moved) ? moved : *self;
}

/** dossier_date_value_is_valid: whether the calendar has it, within four-digit years */
gboolean
dossier_date_value_is_valid (const DossierDateValue *self)
{
  if (self->grain == DOSSIER_DATE_GRAIN_NONE || self->year < MIN_YEAR || self->year > MAX_YEAR)
    return FALSE;
  if (self->grain == DOSSIER_DATE_GRAIN_DAY)
    return dossier_day_from_ymd (self->year, self->month, self->day) != DOSSIER_DAY_MIN;

  return TRUE;
}

/** dossier_date_value_is_fine: whether a period of length @unit can be told from it */
gboolean
dossier_date_value_is_fine (const DossierDateValue *self,
                            DossierDateUnit         unit)
{
  switch ((int)unit)
    {
    case DOSSIER_DATE_UNIT_DAY:
      return self->grain == DOSSIER_DATE_GRAIN_DAY;
    case DOSSIER_DATE_UNIT_WEEK:
    case DOSSIER_DATE_UNIT_WEEKEND:
      return self->grain >= DOSSIER_DATE_GRAIN_WEEK;
    case DOSSIER_DATE_UNIT_MONTH:
      return self->grain >= DOSSIER_DATE_GRAIN_MONTH;
    case DOSSIER_DATE_UNIT_QUARTER:
      return self->grain >= DOSSIER_DATE_GRAIN_QUARTER;
    case DOSSIER_DATE_UNIT_YEAR:
      return self->grain >= DOSSIER_DATE_GRAIN_YEAR;
    default:
      return self->grain != DOSSIER_DATE_GRAIN_NONE;
    }
}

/* "1989", "BC0499" */
static void
append_year (GString *string,
             int      year)
{
  if (year <= 0)
    g_string_append_printf (string, "BC%04d", 1 - year);
  else
    g_string_append_printf (string, "%04d", year);
}

/**
 * dossier_date_value_timex:
 *
 * Returns: (transfer full): the value as TIMEX3 writes it: "2013-03", "2013-W12",
 *   "2013-FA", "199" for a decade, "19" for a century, "BC0499"
 */
char *
dossier_date_value_timex (const DossierDateValue *self)
{
  GString *string = g_string_sized_new (12);
  int last = self->year;

  /* The digits of BC years run the other way: name the end that shares them. */
  if (self->year <= 0 && self->grain <= DOSSIER_DATE_GRAIN_DECADE)
    last = self->grain == DOSSIER_DATE_GRAIN_CENTURY ? self->year + 99 : self->year + 9;
  append_year (string, last);
  switch ((DossierDateGrain)self->grain)
    {
    case DOSSIER_DATE_GRAIN_CENTURY:
      g_string_truncate (string, string->len - 2);
      break;
    case DOSSIER_DATE_GRAIN_DECADE:
      g_string_truncate (string, string->len - 1);
      break;
    case DOSSIER_DATE_GRAIN_HALF:
      g_string_append_printf (string, "-H%d", self->part);
      break;
    case DOSSIER_DATE_GRAIN_SEASON:
      g_string_append_printf (string, "-%s", dossier_date_season_name (self->part));
      break;
    case DOSSIER_DATE_GRAIN_QUARTER:
      g_string_append_printf (string, "-Q%d", self->part);
      break;
    case DOSSIER_DATE_GRAIN_MONTH:
      g_string_append_printf (string, "-%02d", self->month);
      break;
    case DOSSIER_DATE_GRAIN_WEEK:
      g_string_append_printf (string, "-W%02d", self->part);
      break;
    case DOSSIER_DATE_GRAIN_WEEKEND:
      g_string_append_printf (string, "-W%02d-WE", self->part);
      break;
    case DOSSIER_DATE_GRAIN_DAY:
      g_string_append_printf (string, "-%02d-%02d", self->month, self->day);
      break;
    default:
      break;
    }

  return g_string_free (string, FALSE);
}

static DossierEdtfPart
edtf_part (const DossierDateValue *self,
           gboolean                approximate)
{
  static const guint8 precisions[] = {
    [DOSSIER_DATE_GRAIN_CENTURY] = DOSSIER_PRECISION_CENTURY,
    [DOSSIER_DATE_GRAIN_DECADE] = DOSSIER_PRECISION_DECADE,
    [DOSSIER_DATE_GRAIN_YEAR] = DOSSIER_PRECISION_YEAR,
    [DOSSIER_DATE_GRAIN_SEASON] = DOSSIER_PRECISION_SEASON,
    [DOSSIER_DATE_GRAIN_MONTH] = DOSSIER_PRECISION_MONTH,
    [DOSSIER_DATE_GRAIN_DAY] = DOSSIER_PRECISION_DAY,
  };
  DossierEdtfPart part = { .year = self->year, .precision = precisions[self->grain], .approximate = approximate };

  if (self->grain == DOSSIER_DATE_GRAIN_SEASON)
    part.month = 20 + self->part;
  else if (self->grain >= DOSSIER_DATE_GRAIN_MONTH)
    part.month = self->month;
  if (self->grain == DOSSIER_DATE_GRAIN_DAY)
    part.day = self->day;
  return part;
}

/* EDTF has no BC decade whose digits could be written with X. */
static gboolean
has_own_form (const DossierDateValue *self)
{
  if (self->grain <= DOSSIER_DATE_GRAIN_DECADE)
    return self->year > 0;

  return self->grain != DOSSIER_DATE_GRAIN_HALF && self->grain != DOSSIER_DATE_GRAIN_QUARTER &&
         self->grain != DOSSIER_DATE_GRAIN_WEEK && self->grain != DOSSIER_DATE_GRAIN_WEEKEND;
}

/**
 * dossier_date_value_edtf:
 *
 * Returns: (transfer full): the value in EDTF; weeks, quarters and halves, for which
 *   level 1 has no form, as the interval of their days or months
 */
char *
dossier_date_value_edtf (const DossierDateValue *self,
                         gboolean                approximate)
{
  DossierEdtf edtf = { 0 };
  DossierDateValue from = *self, to = *self;

  if (!has_own_form (self))
    {
      gboolean days = self->grain >= DOSSIER_DATE_GRAIN_WEEK;
      gboolean years = self->grain <= DOSSIER_DATE_GRAIN_DECADE;

      from = dossier_date_value_day (dossier_date_value_first (self));
      to = dossier_date_value_day (dossier_date_value_last (self));
      if (!days)
        {
          from = dossier_date_value_coarsen (&from, years ? DOSSIER_DATE_UNIT_YEAR : DOSSIER_DATE_UNIT_MONTH);
          to = dossier_date_value_coarsen (&to, years ? DOSSIER_DATE_UNIT_YEAR : DOSSIER_DATE_UNIT_MONTH);
        }
      edtf.is_interval = TRUE;
    }
  edtf.from = edtf_part (&from, approximate);
  edtf.to = edtf_part (&to, approximate);

  return dossier_edtf_to_string (&edtf);
}

/* Western Easter Sunday, by the method of Meeus, Jones and Butcher (1991). */
static gint32
easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return dossier_day_from_ymd (year, n / 31, n % 31 + 1);
}

/**
 * dossier_date_holiday:
 * @rule: as in holidays.tsv
 *
 * Returns: the day on which the holiday falls; %DOSSIER_DAY_MIN for a rule that is
 *   not understood
 */
gint32
dossier_date_holiday (const char *rule,
                      int         year)
{
  int only_year, month, day, weekday, nth;
  gint32 first;
  char which;

  if (year < 1 || year > MAX_YEAR)
    return DOSSIER_DAY_MIN;
  if (sscanf (rule, "%4d-%2d-%2d", &only_year, &month, &day) == 3)
    return dossier_day_from_ymd (only_year, month, day);
  if (g_str_has_prefix (rule, "easter"))
    return easter (year) + atoi (rule + strlen ("easter"));
  if (sscanf (rule, "%d-%c.%d", &month, &which, &weekday) == 3)
    {
      if (which == 'L')
        {
          gint32 last = dossier_day_from_ymd (year, month, dossier_days_in_month (year, month));

          return last - (day_of_week (last) - (weekday - 1) + 7) % 7;
        }
      first = dossier_day_from_ymd (year, month, 1);
      if (which == 'T')
        return first + (7 - day_of_week (first)) % 7 + weekday - 1;
      nth = which - '0';
      return first + (weekday - 1 - day_of_week (first) + 7) % 7 + (nth - 1) * 7;
    }
  if (sscanf (rule, "%d-%d", &month, &day) == 2)
    return dossier_day_from_ymd (year, month, day);

  return DOSSIER_DAY_MIN;
}
