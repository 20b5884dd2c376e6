/* dossier-edtf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-edtf.h"

#define UNSPECIFIED  99
#define SEASON_FIRST 21
#define SEASON_LAST  24

/* Seasons are the meteorological ones of the northern hemisphere, whole months:
 * 21 spring is March to May, 22 summer June to August, 23 autumn September to
 * November, 24 winter December of the year named to February of the next. The
 * standard leaves the bounds open; winter is last of its four, so it begins in
 * its year. */
static const guint8 season_first_month[] = { 3, 6, 9, 12 };

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * dossier_days_in_month:
 * @year: astronomical: year 0 is 1 BC
 * @month: 1 to 12
 *
 * Returns: how many days the month has in the proleptic Gregorian calendar; 0
 *   where there is no such month
 */
int
dossier_days_in_month (int year,
                       int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;

  return days[month - 1] + (month == 2 && is_leap (year));
}

/**
 * dossier_day_from_ymd:
 *
 * Counts the days from 1970-01-01 in the proleptic Gregorian calendar, by eras of
 * 400 years that begin in March.
 *
 * Returns: the day; %DOSSIER_DAY_MIN where the calendar has no such day or the
 *   year is beyond four digits
 */
gint32
dossier_day_from_ymd (int year,
                      int month,
                      int day)
{
  int era, year_of_era, day_of_year;

  if (year < -9999 || year > 10000 || day < 1 || day > dossier_days_in_month (year, month))
    return DOSSIER_DAY_MIN;

  if (month <= 2)
    year--;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/**
 * dossier_day_to_ymd:
 * @day: days from 1970-01-01
 * @year: (out) (optional):
 * @month: (out) (optional): 1 to 12
 * @dom: (out) (optional): 1 to 31
 *
 * The reverse of dossier_day_from_ymd(); any day but the two bounds is valid.
 */
void
dossier_day_to_ymd (gint32  day,
                    int    *year,
                    int    *month,
                    int    *dom)
{
  gint64 shifted = (gint64)day + 719468;
  gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = (int)(shifted - era * 146097);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march = (5 * day_of_year + 2) / 153;
  int m = march < 10 ? march + 3 : march - 9;

  if (year != NULL)
    *year = (int)(year_of_era + era * 400 + (m <= 2));
  if (month != NULL)
    *month = m;
  if (dom != NULL)
    *dom = day_of_year - (153 * march + 2) / 5 + 1;
}

/**
 * dossier_day_to_string:
 *
 * Returns: (transfer full) (nullable): the day as ISO text, "2021-05-16"; %NULL for
 *   the two bounds and for years beyond four digits
 */
char *
dossier_day_to_string (gint32 day)
{
  int y, m, d;

  if (day == DOSSIER_DAY_MIN || day == DOSSIER_DAY_MAX)
    return NULL;
  dossier_day_to_ymd (day, &y, &m, &d);
  if (y < -9999 || y > 9999)
    return NULL;

  return g_strdup_printf ("%s%04d-%02d-%02d", y < 0 ? "-" : "", ABS (y), m, d);
}

/* Parsing: each reader moves @p on over what it took, and fails without taking. */

static gboolean
read_two (const char **p,
          int         *out)
{
  if (!g_ascii_isdigit ((*p)[0]) || !g_ascii_isdigit ((*p)[1]))
    return FALSE;

  *out = ((*p)[0] - '0') * 10 + (*p)[1] - '0';
  *p += 2;
  return TRUE;
}

static gboolean
read_unspecified (const char **p)
{
  if ((*p)[0] != 'X' || (*p)[1] != 'X')
    return FALSE;

  *p += 2;
  return TRUE;
}

/* Four digits, the last or the last two perhaps X; "-0000" is no year, and a
 * negative decade or century that would hold year 0 cannot be written either. */
static gboolean
read_year (const char     **p,
           DossierEdtfPart *part)
{
  const char *s = *p;
  gboolean negative = *s == '-';
  int year = 0, n_unspecified = 0;

  s += negative;
  for (int i = 0; i < 4; i++)
    {
      if (g_ascii_isdigit (s[i]) && n_unspecified == 0)
        year = year * 10 + s[i] - '0';
      else if (s[i] == 'X' && i >= 2)
        year *= 10, n_unspecified++;
      else
        return FALSE;
    }
  if (negative && year == 0)
    return FALSE;

  part->year = negative ? -year : year;
  part->precision = n_unspecified == 0 ? DOSSIER_PRECISION_YEAR
                  : n_unspecified == 1 ? DOSSIER_PRECISION_DECADE
                                       : DOSSIER_PRECISION_CENTURY;
  *p = s + 4;
  return TRUE;
}

static gboolean
read_month (const char     **p,
            DossierEdtfPart *part)
{
  int month;

  if (read_unspecified (p))
    {
      part->month = UNSPECIFIED;
      return TRUE;
    }
  if (!read_two (p, &month))
    return FALSE;
  if ((month < 1 || month > 12) && (month < SEASON_FIRST || month > SEASON_LAST))
    return FALSE;

  part->month = month;
  part->precision = month >= SEASON_FIRST ? DOSSIER_PRECISION_SEASON : DOSSIER_PRECISION_MONTH;
  return TRUE;
}

static gboolean
read_day (const char     **p,
          DossierEdtfPart *part)
{
  int day;

  if (part->precision == DOSSIER_PRECISION_SEASON)
    return FALSE;
  if (read_unspecified (p))
    {
      part->day = UNSPECIFIED;
      return TRUE;
    }
  if (part->month == UNSPECIFIED || !read_two (p, &day) ||
      day < 1 || day > dossier_days_in_month (part->year, part->month))
    return FALSE;

  part->day = day;
  part->precision = DOSSIER_PRECISION_DAY;
  return TRUE;
}

/* "T10:49:00", "T10:49:00Z", "T10:49:00+05" or "+05:30" */
static gboolean
read_time (const char **p)
{
  int hour, minute, second;
  const char *s = *p + 1;

  if (!read_two (&s, &hour) || *s++ != ':' || !read_two (&s, &minute) || *s++ != ':' ||
      !read_two (&s, &second) || hour > 24 || minute > 59 || second > 60 ||
      (hour == 24 && (minute > 0 || second > 0)))
    return FALSE;
  if (*s == 'Z')
    s++;
  else if (*s == '+' || *s == '-')
    {
      s++;
      if (!read_two (&s, &hour) || hour > 14)
        return FALSE;
      if (*s == ':' && (s++, !read_two (&s, &minute) || minute > 59))
        return FALSE;
    }

  *p = s;
  return TRUE;
}

static void
read_qualifier (const char     **p,
                DossierEdtfPart *part)
{
  part->uncertain = **p == '?' || **p == '%';
  part->approximate = **p == '~' || **p == '%';
  if (part->uncertain || part->approximate)
    (*p)++;
}

static gboolean
read_date (const char     **p,
           DossierEdtfPart *part)
{
  if (!read_year (p, part))
    return FALSE;

  if (**p == '-' && part->precision == DOSSIER_PRECISION_YEAR)
    {
      (*p)++;
      if (!read_month (p, part))
        return FALSE;
      if (**p == '-' && ((*p)++, !read_day (p, part)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_unspecified (const DossierEdtfPart *part)
{
  return part->precision == DOSSIER_PRECISION_CENTURY ||
         part->precision == DOSSIER_PRECISION_DECADE ||
         part->month == UNSPECIFIED || part->day == UNSPECIFIED;
}

/* One end of an interval: "..", nothing, or a date. Unspecified digits inside an
 * interval are level 2. */
static gboolean
read_end (const char     **p,
          DossierEdtfPart *part)
{
  if (g_str_has_prefix (*p, ".."))
    {
      part->open = TRUE;
      *p += 2;
      return TRUE;
    }
  if (**p == '/' || **p == '\0')
    return TRUE;
  if (!read_date (p, part) || has_unspecified (part))
    return FALSE;

  read_qualifier (p, part);
  return TRUE;
}

static gboolean
parse_interval (const char  *text,
                DossierEdtf *out)
{
  const char *p = text;

  out->is_interval = TRUE;
  if (!read_end (&p, &out->from) || *p++ != '/' || !read_end (&p, &out->to) || *p != '\0')
    return FALSE;
  if (out->from.precision == DOSSIER_PRECISION_NONE && out->to.precision == DOSSIER_PRECISION_NONE)
    return FALSE;

  return dossier_edtf_earliest (out) <= dossier_edtf_latest (out);
}

static gboolean
parse_date (const char  *text,
            DossierEdtf *out)
{
  const char *p = text;

  if (!read_date (&p, &out->from))
    return FALSE;
  if (*p == 'T' && (out->from.precision != DOSSIER_PRECISION_DAY || !read_time (&p)))
    return FALSE;
  if (p[-1] != 'Z')
    read_qualifier (&p, &out->from);
  out->to = out->from;

  return *p == '\0';
}

/**
 * dossier_edtf_parse:
 * @text: (nullable): EDTF as the Library of Congress gives it, levels 0 and 1
 * @out: (out): set only where @text is understood
 *
 * The time of day of a level 0 date and time is checked and not kept: days are
 * the finest that anything here counts. Not taken, though level 1: years of more
 * than four digits. An interval with no end stated at either side says nothing
 * and is refused, and so is one that ends before it begins.
 *
 * Returns: whether @text is such a date
 */
gboolean
dossier_edtf_parse (const char  *text,
                    DossierEdtf *out)
{
  DossierEdtf edtf = { 0 };

  g_return_val_if_fail (out != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  if (strchr (text, '/') != NULL ? !parse_interval (text, &edtf) : !parse_date (text, &edtf))
    return FALSE;

  *out = edtf;
  return TRUE;
}

static void
append_part (GString               *string,
             const DossierEdtfPart *part)
{
  char year[8];

  if (part->precision == DOSSIER_PRECISION_NONE)
    {
      g_string_append (string, part->open ? ".." : "");
      return;
    }

  g_snprintf (year, sizeof year, "%s%04d", part->year < 0 ? "-" : "", ABS (part->year));
  if (part->precision <= DOSSIER_PRECISION_DECADE)
    year[strlen (year) - 1] = 'X';
  if (part->precision == DOSSIER_PRECISION_CENTURY)
    year[strlen (year) - 2] = 'X';
  g_string_append (string, year);

  if (part->month == UNSPECIFIED)
    g_string_append (string, "-XX");
  else if (part->month != 0)
    g_string_append_printf (string, "-%02d", part->month);
  if (part->day == UNSPECIFIED)
    g_string_append (string, "-XX");
  else if (part->day != 0)
    g_string_append_printf (string, "-%02d", part->day);

  if (part->uncertain || part->approximate)
    g_string_append_c (string, !part->approximate ? '?' : !part->uncertain ? '~' : '%');
}

/**
 * dossier_edtf_to_string:
 *
 * Returns: (transfer full): the EDTF text; what dossier_edtf_parse() read comes
 *   back the same, but for a time of day
 */
char *
dossier_edtf_to_string (const DossierEdtf *self)
{
  GString *string = g_string_sized_new (24);

  g_return_val_if_fail (self != NULL, g_string_free (string, FALSE));

  append_part (string, &self->from);
  if (self->is_interval)
    {
      g_string_append_c (string, '/');
      append_part (string, &self->to);
    }

  return g_string_free (string, FALSE);
}

/* First and last year of a decade or century, which run away from 0 in BC years. */
static void
part_years (const DossierEdtfPart *part,
            int                   *first,
            int                   *last)
{
  int more = part->precision == DOSSIER_PRECISION_CENTURY ? 99
           : part->precision == DOSSIER_PRECISION_DECADE  ? 9
                                                          : 0;

  *first = part->year < 0 ? part->year - more : part->year;
  *last = part->year < 0 ? part->year : part->year + more;
}

static void
part_bounds (const DossierEdtfPart *part,
             gint32                *earliest,
             gint32                *latest)
{
  int first, last;

  part_years (part, &first, &last);
  switch (part->precision)
    {
    case DOSSIER_PRECISION_DAY:
      *earliest = *latest = dossier_day_from_ymd (part->year, part->month, part->day);
      break;
    case DOSSIER_PRECISION_MONTH:
      *earliest = dossier_day_from_ymd (first, part->month, 1);
      *latest = *earliest + dossier_days_in_month (first, part->month) - 1;
      break;
    case DOSSIER_PRECISION_SEASON:
      {
        int month = season_first_month[part->month - SEASON_FIRST];

        *earliest = dossier_day_from_ymd (first, month, 1);
        last = month == 12 ? first + 1 : first;
        month = month == 12 ? 2 : month + 2;
        *latest = dossier_day_from_ymd (last, month, dossier_days_in_month (last, month));
      }
      break;
    case DOSSIER_PRECISION_YEAR:
    case DOSSIER_PRECISION_DECADE:
    case DOSSIER_PRECISION_CENTURY:
      *earliest = dossier_day_from_ymd (first, 1, 1);
      *latest = dossier_day_from_ymd (last, 12, 31);
      break;
    default:
      *earliest = DOSSIER_DAY_MIN;
      *latest = DOSSIER_DAY_MAX;
      break;
    }
}

/**
 * dossier_edtf_earliest:
 *
 * Returns: the first day that the date may mean; %DOSSIER_DAY_MIN for an interval
 *   whose beginning is open or unknown. "~" and "?" do not widen it.
 */
gint32
dossier_edtf_earliest (const DossierEdtf *self)
{
  gint32 earliest, latest;

  g_return_val_if_fail (self != NULL, DOSSIER_DAY_MIN);

  part_bounds (&self->from, &earliest, &latest);
  return earliest;
}

/**
 * dossier_edtf_latest:
 *
 * Returns: the last day that the date may mean (that day itself, not the one
 *   after); %DOSSIER_DAY_MAX for an interval whose end is open or unknown
 */
gint32
dossier_edtf_latest (const DossierEdtf *self)
{
  gint32 earliest, latest;

  g_return_val_if_fail (self != NULL, DOSSIER_DAY_MAX);

  part_bounds (self->is_interval ? &self->to : &self->from, &earliest, &latest);
  return latest;
}

/**
 * dossier_edtf_bounds:
 * @text: (nullable): EDTF
 * @earliest: (out) (optional): first day
 * @latest: (out) (optional): last day
 *
 * Both bounds of a date in its text form, for tables that keep them beside it.
 *
 * Returns: %FALSE, and neither is set, where @text is no EDTF
 */
gboolean
dossier_edtf_bounds (const char *text,
                     gint32     *earliest,
                     gint32     *latest)
{
  DossierEdtf edtf;

  if (!dossier_edtf_parse (text, &edtf))
    return FALSE;

  if (earliest != NULL)
    *earliest = dossier_edtf_earliest (&edtf);
  if (latest != NULL)
    *latest = dossier_edtf_latest (&edtf);
  return TRUE;
}

/**
 * dossier_edtf_is_approximate:
 *
 * Returns: whether either end carries "~" or "%"
 */
gboolean
dossier_edtf_is_approximate (const DossierEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from.approximate || self->to.approximate;
}

/**
 * dossier_edtf_is_uncertain:
 *
 * Returns: whether either end carries "?" or "%"
 */
gboolean
dossier_edtf_is_uncertain (const DossierEdtf *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from.uncertain || self->to.uncertain;
}
