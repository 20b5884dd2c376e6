/* dossier-date-calendar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "dossier-date-reader.h"

/* Dates of the calendar: days, months, seasons, quarters, years and longer. */

#define IS_THE(i) dossier_date_is (r, i, DOSSIER_DATE_ROLE_THE)

static guint32
read_month_name (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  guint month = dossier_date_word (r, i)->month;

  /* "may" and "march" are other words in small letters. */
  if (month == 0 || !dossier_date_is_capital (r, i))
    return 0;

  e->month = month;
  return i + 1;
}

static guint32
read_day_number (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  int value;

  if (w->ordinal >= 1 && w->ordinal <= 31 && w->unit == 0)
    {
      e->day = w->ordinal;
      return i + 1;
    }
  if (dossier_date_digits (r, i, &value) == 0 || value < 1 || value > 31 ||
      r->tokens[i].bytes.end - r->tokens[i].bytes.start > 2)
    return 0;
  /* "May 10:30", "June 20 percent" */
  if ((dossier_date_is_sign (r, i + 1, ':') && dossier_date_is_joined (r, i + 1) && dossier_date_is_joined (r, i + 2)) ||
      dossier_date_is_sign (r, i + 1, '%') || dossier_date_word (r, i + 1)->meridiem != 0)
    return 0;

  e->day = value;
  return i + 1;
}

/* The year behind a month or a day: ", 1999", "of 1999", "this year", "'98". */
static guint32
read_year_behind (const DossierDateReader *r,
                  guint32                  i,
                  DossierDateExpr         *e)
{
  guint32 j = i;
  int value;

  if (dossier_date_is_sign (r, j, ','))
    {
      if (dossier_date_digits (r, j + 1, &value) != 4 || dossier_date_word (r, j + 2)->unit != 0)
        return i;
      j++;
    }
  else if (dossier_date_is (r, j, DOSSIER_DATE_ROLE_OF))
    j++;
  else if (IS_THE (j))
    return i;

  j = dossier_date_read_year_ref (r, j, e);
  return j != 0 ? j : i;
}

/* Whether a word that may be another one stands where dates do: "in March", "last
 * May", "early March", "from January to March". */
static gboolean
is_led_in (const DossierDateReader *r,
           guint32                  i)
{
  const DossierDateWord *before;

  if (i == r->first)
    return FALSE;

  before = dossier_date_word (r, i - 1);
  return before->shift != 0 || before->edge != 0 || dossier_date_is_dash (r, i - 1) ||
         (before->roles & (DOSSIER_DATE_ROLE_IN | DOSSIER_DATE_ROLE_OF | DOSSIER_DATE_ROLE_TO |
                           DOSSIER_DATE_ROLE_FROM | DOSSIER_DATE_ROLE_BETWEEN | DOSSIER_DATE_ROLE_SINCE |
                           DOSSIER_DATE_ROLE_UNTIL | DOSSIER_DATE_ROLE_BY | DOSSIER_DATE_ROLE_BEFORE |
                           DOSSIER_DATE_ROLE_AFTER | DOSSIER_DATE_ROLE_DURING | DOSSIER_DATE_ROLE_FOR)) != 0;
}

/* "Aug-15-2021" behind the month */
static guint32
read_dashed_day (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  guint32 day;

  if (!dossier_date_is_dash (r, i) || !dossier_date_is_joined (r, i) || !dossier_date_is_joined (r, i + 1))
    return 0;
  day = read_day_number (r, i + 1, e);
  if (day == 0 || !dossier_date_is_dash (r, day) || !dossier_date_is_joined (r, day) ||
      !dossier_date_is_joined (r, day + 1))
    return 0;

  return dossier_date_read_year (r, day + 1, e);
}

/* "October", "Oct. 12", "October 12, 1999", "March eighth", "June last year" */
static guint32
read_month_date (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  guint32 after = read_month_name (r, i, e), day, year;

  if (after == 0)
    return 0;

  year = read_dashed_day (r, after, e);
  if (year != 0)
    return year;
  e->day = 0;
  day = read_day_number (r, IS_THE (after) ? after + 1 : after, e);
  year = read_year_behind (r, day != 0 ? day : after, e);
  /* "May", "March", "Jan" alone may be other words and names. */
  if (day == 0 && year == after && dossier_date_is (r, i, DOSSIER_DATE_ROLE_CAREFUL) && !is_led_in (r, i))
    return 0;

  return year;
}

/* The sign of "15-Aug-2021", "15/Aug/2021", "15. August" */
static gboolean
divides_date (const DossierDateReader *r,
              guint32                  i)
{
  return dossier_date_is_joined (r, i) &&
         (dossier_date_is_dash (r, i) || dossier_date_is_sign (r, i, '/') || dossier_date_is_sign (r, i, '.'));
}

/* "12 October 1999", "the 12th of October", "the first of May" */
static guint32
read_day_month (const DossierDateReader *r,
                guint32                  i,
                DossierDateExpr         *e)
{
  guint32 after = read_day_number (r, i, e);

  if (after == 0)
    return 0;
  if (dossier_date_word (r, i)->ordinal != 0 && dossier_date_is (r, after, DOSSIER_DATE_ROLE_OF))
    after++;
  if (divides_date (r, after) && dossier_date_word (r, after + 1)->month != 0)
    after++;
  after = read_month_name (r, after, e);
  if (after == 0)
    return 0;
  if (divides_date (r, after) && dossier_date_is_joined (r, after + 1))
    {
      guint32 year = dossier_date_read_year (r, after + 1, e);

      if (year != 0)
        return year;
    }

  return read_year_behind (r, after, e);
}

/* "T10:49:00Z", "T10:49+05:30" behind a day: @rest is "T10". */
static guint32
read_iso_time (const DossierDateReader *r,
               guint32                  i,
               const char              *rest,
               gsize                    n_rest,
               DossierDateExpr         *e)
{
  int value;

  if (n_rest != 3 || !g_ascii_isdigit (rest[1]) || !g_ascii_isdigit (rest[2]))
    return i;

  e->type = DOSSIER_TIMEX_TIME;
  e->has_clock = TRUE;
  e->hour = MIN ((rest[1] - '0') * 10 + rest[2] - '0', 24);
  if (dossier_date_is_sign (r, i, ':') && dossier_date_digits (r, i + 1, &value) == 2)
    e->minute = MIN (value, 59);
  /* Seconds and zone, of which nothing is kept. */
  for (guint n = 0; n < 4 && i + 1 < r->last && dossier_date_is_joined (r, i) && dossier_date_is_joined (r, i + 1) &&
                    (dossier_date_is_sign (r, i, ':') || dossier_date_is_sign (r, i, '+') || dossier_date_is_dash (r, i)) &&
                    r->tokens[i + 1].kind <= DOSSIER_TOKEN_MIXED && r->tokens[i + 1].kind != DOSSIER_TOKEN_WORD; n++)
    i += 2;

  return i;
}

/* "2021-05-16", "2021/05/16", "2021-05"; "1998-99" are two years. */
static guint32
read_iso (const DossierDateReader *r,
          guint32                  i,
          DossierDateExpr         *e)
{
  int year, month, day;
  const char *rest;
  gsize n_rest;

  if (dossier_date_digits (r, i, &year) != 4 || year < 1000 || year > 2199 || i + 2 >= r->last ||
      !(dossier_date_is_sign (r, i + 1, '-') || dossier_date_is_sign (r, i + 1, '/')) ||
      !dossier_date_is_joined (r, i + 1) || !dossier_date_is_joined (r, i + 2) ||
      dossier_date_digits (r, i + 2, &month) != 2 || month < 1 || month > 12)
    return 0;

  e->has_year = TRUE;
  e->year = year;
  e->month = month;
  if (i + 4 < r->last && r->utf8[r->tokens[i + 3].bytes.start] == r->utf8[r->tokens[i + 1].bytes.start] &&
      dossier_date_is_joined (r, i + 3) && dossier_date_is_joined (r, i + 4) &&
      (dossier_date_digits (r, i + 4, &day) == 2 ||
       (dossier_date_mixed (r, i + 4, &day, &rest, &n_rest) == 2 && *rest == 'T')) &&
      day >= 1 && day <= 31)
    {
      e->day = day;
      return dossier_date_digits (r, i + 4, &day) == 2 ? i + 5 : read_iso_time (r, i + 5, rest, n_rest, e);
    }

  return dossier_date_is_sign (r, i + 1, '-') && month != year % 100 + 1 ? i + 3 : 0;
}

/* Two numbers that are day and month in an order that the numbers may not tell. */
static gboolean
set_day_and_month (DossierDateExpr *e,
                   int              a,
                   int              b,
                   gboolean         day_first)
{
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12))
    return FALSE;

  if (a > 12 || (day_first && b <= 12))
    e->day = a, e->month = b;
  else
    e->month = a, e->day = b;
  e->ambiguous = !day_first && a <= 12 && b <= 12 && a != b;
  return TRUE;
}

/* "03/05/2019", "3/5/19", and "3.5.2019", which is written where the day comes first */
static guint32
read_numeric (const DossierDateReader *r,
              guint32                  i,
              DossierDateExpr         *e)
{
  int a, b, year;
  guint n;

  if (i < r->last && r->tokens[i].kind == DOSSIER_TOKEN_NUMBER)
    {
      char text[12];
      gsize size = r->tokens[i].bytes.end - r->tokens[i].bytes.start;
      int used = 0;

      if (size >= 8 && size <= 10)
        {
          memcpy (text, r->utf8 + r->tokens[i].bytes.start, size);
          text[size] = '\0';
          if (sscanf (text, "%2d.%2d.%4d%n", &a, &b, &year, &used) == 3 && used == (int)size &&
              year >= 1000 && set_day_and_month (e, a, b, TRUE))
            {
              e->has_year = TRUE;
              e->year = year;
              return i + 1;
            }
        }
    }

  n = dossier_date_digits (r, i, &a);
  if (n == 0 || n > 2 || i + 4 >= r->last || !dossier_date_is_sign (r, i + 1, '/') ||
      !dossier_date_is_sign (r, i + 3, '/'))
    return 0;
  for (guint32 j = i + 1; j <= i + 4; j++)
    {
      if (!dossier_date_is_joined (r, j))
        return 0;
    }
  n = dossier_date_digits (r, i + 2, &b);
  if (n == 0 || n > 2)
    return 0;
  n = dossier_date_digits (r, i + 4, &year);
  if ((n != 2 && n != 4) || !set_day_and_month (e, a, b, FALSE))
    return 0;

  e->has_year = TRUE;
  e->year = n == 4 ? year : year + (year < 40 ? 2000 : 1900);
  return i + 5;
}

/* "Saturday, April 25", "Friday the 13th of May", "Wednesday", "Sundays" */
static guint32
read_weekday (const DossierDateReader *r,
              guint32                  i,
              DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  gboolean is_short = i < r->last && r->tokens[i].bytes.end - r->tokens[i].bytes.start <= 4;
  guint32 after, j = i + 1;

  if (w->weekday == 0 || !dossier_date_is_capital (r, i))
    return 0;
  /* "The Sunday Times" */
  if (dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_NAMED) && dossier_date_is_capital (r, i + 1))
    return 0;

  e->weekday = w->weekday;
  if (w->plural)
    {
      e->type = DOSSIER_TIMEX_SET;
      e->form = DOSSIER_DATE_FORM_SET;
      return i + 1;
    }
  if (dossier_date_is_sign (r, j, ',') || (is_short && dossier_date_is_sign (r, j, '.')))
    j++;
  if (IS_THE (j))
    j++;
  after = read_month_date (r, j, e);
  if (after != 0 && e->day != 0)
    return after;
  e->month = e->has_year = e->year_shift = 0;
  after = read_day_month (r, j, e);
  if (after != 0)
    return after;
  e->month = e->day = e->has_year = e->year_shift = 0;

  /* "Sun", "Sat", "Wed" alone are other words. */
  return is_short ? 0 : i + 1;
}

/* "summer", "the winter of 1994", "spring 2018", "1982 summer" */
static guint32
read_season (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  guint32 year = 0, after;
  int value;

  if (w->season == 0 && dossier_date_digits (r, i, &value) == 4)
    {
      year = dossier_date_read_year (r, i, e);
      w = dossier_date_word (r, i + 1);
      i++;
      if (year == 0)
        return 0;
    }
  if (w->season == 0 || w->plural)
    return 0;

  e->season = w->season;
  if (year != 0)
    return i + 1;
  after = read_year_behind (r, i + 1, e);
  if (after > i + 1)
    return after;
  /* "the fall of the city" */
  if (dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_OF))
    return 0;
  if ((w->roles & DOSSIER_DATE_ROLE_CAREFUL) && !(i > r->first && IS_THE (i - 1)) &&
      (!is_led_in (r, i) || dossier_date_is (r, i - 1, DOSSIER_DATE_ROLE_TO)))
    return 0;

  return after;
}

/* "third quarter", "the 1988 second quarter", "first half of 1990", "Q3 2019" */
static guint32
read_quarter (const DossierDateReader *r,
              guint32                  i,
              DossierDateExpr         *e)
{
  const DossierDateWord *w;
  guint32 year = 0, unit;
  int value;

  if (dossier_date_digits (r, i, &value) == 4)
    {
      year = dossier_date_read_year (r, i, e);
      if (year == 0)
        return 0;
      i = year;
    }
  if (dossier_date_is (r, i, DOSSIER_DATE_ROLE_FISCAL))
    {
      e->fiscal = TRUE;
      i += dossier_date_is_dash (r, i + 1) ? 2 : 1;
    }
  if (i < r->last && r->tokens[i].kind == DOSSIER_TOKEN_MIXED &&
      r->tokens[i].bytes.end - r->tokens[i].bytes.start == 2 &&
      (r->utf8[r->tokens[i].bytes.start] == 'Q' || r->utf8[r->tokens[i].bytes.start] == 'H') &&
      r->utf8[r->tokens[i].bytes.start + 1] >= '1' && r->utf8[r->tokens[i].bytes.start + 1] <= '4')
    {
      value = r->utf8[r->tokens[i].bytes.start + 1] - '0';
      if (r->utf8[r->tokens[i].bytes.start] == 'Q')
        e->quarter = value;
      else
        e->half = MIN (value, 2);
      return year != 0 ? i + 1 : read_year_behind (r, i + 1, e);
    }

  w = dossier_date_word (r, i);
  if (year != 0 && ((w->unit == DOSSIER_DATE_UNIT_QUARTER && !w->plural) || w->roles & DOSSIER_DATE_ROLE_PERIOD))
    {
      e->quarter = 99;
      return i + 1;
    }
  unit = i + 1 + (dossier_date_is_dash (r, i + 1) ? 1 : 0);
  if (dossier_date_is (r, unit, DOSSIER_DATE_ROLE_FISCAL))
    unit++;
  if (w->ordinal >= 1 && w->ordinal <= 4 && dossier_date_word (r, unit)->unit == DOSSIER_DATE_UNIT_QUARTER &&
      !dossier_date_word (r, unit)->plural)
    e->quarter = w->ordinal;
  else if ((w->ordinal == 1 || w->ordinal == 2 || w->shift == DOSSIER_DATE_SHIFT_LAST ||
            w->edge == DOSSIER_DATE_EDGE_LATE) &&
           dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_HALF))
    {
      e->half = w->ordinal == 1 ? 1 : 2;
      unit = i + 1;
    }
  else
    return 0;
  if (year != 0)
    return unit + 1;

  year = read_year_behind (r, unit + 1, e);
  if (year == unit + 1 && dossier_date_is (r, unit + 1, DOSSIER_DATE_ROLE_OF) && IS_THE (unit + 2) &&
      dossier_date_word (r, unit + 3)->unit == DOSSIER_DATE_UNIT_YEAR)
    {
      e->year_shift = DOSSIER_DATE_SHIFT_THIS;
      return unit + 4;
    }
  /* "the first half" is a half of anything. */
  return e->half != 0 && year == unit + 1 ? 0 : year;
}

static guint32
read_era_behind (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  int width = e->digits_unknown == 2 ? 99 : 9;

  if (dossier_date_word (r, i)->era == 0)
    return i;
  if (dossier_date_word (r, i)->era == 1)
    {
      e->bc = TRUE;
      e->year = e->digits_unknown == 2 ? -(e->year + width) : -(e->year + width - 1);
    }

  return i + 1;
}

/* "1990s", "1990's", "'80s", "the nineties", "the 1300s" */
static guint32
read_decade (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  guint decade = dossier_date_word (r, i)->decade;
  const char *rest;
  guint32 after;
  gsize n_rest;
  int value;
  guint n;

  if (decade != 0)
    {
      if (i == r->first || !dossier_date_is (r, i - 1, DOSSIER_DATE_ROLE_THE))
        if (i < r->first + 1 || dossier_date_word (r, i - 1)->edge == 0)
          return 0;
      e->has_year = e->digits_unknown = 1;
      e->year = 1900 + decade;
      return i + 1;
    }

  if (i < r->last && r->tokens[i].kind >= DOSSIER_TOKEN_QUOTE_OPEN && dossier_date_is_joined (r, i + 1))
    {
      char c = r->utf8[r->tokens[i].bytes.start];

      if ((c == '\'' && r->tokens[i].bytes.end - r->tokens[i].bytes.start == 1) || c == '\xe2')
        {
          n = dossier_date_mixed (r, i + 1, &value, &rest, &n_rest);
          if (n == 2 && n_rest == 1 && *rest == 's' && value % 10 == 0)
            {
              e->has_year = e->digits_unknown = 1;
              e->year = value + (value < 20 ? 2000 : 1900);
              return i + 2;
            }
        }
      return 0;
    }

  n = dossier_date_mixed (r, i, &value, &rest, &n_rest);
  after = i + 1;
  if (n == 0)
    {
      n = dossier_date_digits (r, i, &value);
      if (n != 4 || (r->tokens[MIN (i + 1, r->last - 1)].flags & DOSSIER_TOKEN_POSSESSIVE) == 0 || value % 10 != 0)
        return 0;
      after = i + 2;
    }
  else if (n_rest != 1 || *rest != 's')
    return 0;
  if (n < 2 || n > 4 || value % 10 != 0 || (n == 4 && (value < 1000 || value > 2190)))
    return 0;
  if (n == 2)
    {
      if (i == r->first || !(IS_THE (i - 1) || dossier_date_word (r, i - 1)->edge != 0 || dossier_date_is_dash (r, i - 1)))
        return 0;
      value += value < 20 ? 2000 : 1900;
    }
  if (n == 3 && dossier_date_word (r, after)->era == 0)
    return 0;

  e->has_year = TRUE;
  e->year = value;
  /* "the 1300s" and "the 1900s" are centuries, "the 2000s" mostly ten years. */
  e->digits_unknown = value % 100 == 0 && value != 2000 ? 2 : 1;
  return read_era_behind (r, after, e);
}

/* "the 19th century", "eighteenth-century" */
static guint32
read_century (const DossierDateReader *r,
              guint32                  i,
              DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  int number = w->ordinal, tens = w->number - 1;
  guint32 j = i + 1;

  if (tens == 20 && dossier_date_is_dash (r, j) && dossier_date_word (r, j + 1)->ordinal > 0)
    {
      number = 20 + dossier_date_word (r, j + 1)->ordinal;
      j += 2;
    }
  if (number < 1 || number > 22)
    return 0;
  if (dossier_date_is_dash (r, j))
    j++;
  if (dossier_date_word (r, j)->unit != DOSSIER_DATE_UNIT_CENTURY || dossier_date_word (r, j)->plural)
    return 0;

  e->has_year = TRUE;
  e->year = (number - 1) * 100;
  e->digits_unknown = 2;
  return read_era_behind (r, j + 1, e);
}

/* Whether the plain number at @i is likely a year: what stands before it, and that
 * no counted thing stands behind it. */
static gboolean
is_year_here (const DossierDateReader *r,
              guint32                  i)
{
  const DossierDateWord *before = i > r->first ? dossier_date_word (r, i - 1) : NULL;
  const DossierDateWord *next = dossier_date_word (r, i + 1);
  guchar sign = i > r->first ? r->utf8[r->tokens[i - 1].bytes.start] : ' ';
  guint32 after = i + 1;
  char c;

  if (before != NULL && before->roles & DOSSIER_DATE_ROLE_NAMED)
    return FALSE;
  if (next->roles & DOSSIER_DATE_ROLE_COUNT || next->scale > 0 || next->zone != 0 || (next->unit != 0 && next->plural))
    return FALSE;
  if (i > r->first && (sign == '$' || sign == '#' || sign == '%' || sign == '+' || sign == '=' ||
                       (sign >= 0x80 && r->tokens[i - 1].kind == DOSSIER_TOKEN_PUNCT && sign != 0xe2)))
    return FALSE;
  if (after < r->last && dossier_date_is_joined (r, after))
    {
      c = r->utf8[r->tokens[after].bytes.start];
      if (c == '%' || c == '/' || c == '@' || (c == ':' && dossier_date_is_joined (r, after + 1)))
        return FALSE;
    }
  if (i > r->first && dossier_date_is_joined (r, i) && (sign == ':' || sign == '.' || sign == '@'))
    return FALSE;
  if (before != NULL && before->roles & (DOSSIER_DATE_ROLE_IN | DOSSIER_DATE_ROLE_SINCE | DOSSIER_DATE_ROLE_FROM |
                                         DOSSIER_DATE_ROLE_UNTIL | DOSSIER_DATE_ROLE_BY | DOSSIER_DATE_ROLE_DURING |
                                         DOSSIER_DATE_ROLE_FISCAL | DOSSIER_DATE_ROLE_BETWEEN))
    return TRUE;
  /* "2000 wooden crates": a plural noun in small letters behind it. */
  if (after < r->last && r->tokens[after].kind == DOSSIER_TOKEN_WORD && next->roles == 0 && next->unit == 0 &&
      (r->tokens[after].flags & DOSSIER_TOKEN_CAPITAL) == 0 && before != NULL && before->roles == 0 &&
      before->edge == 0 && before->month == 0)
    {
      guint32 end = r->tokens[after].bytes.end;

      return !(end - r->tokens[after].bytes.start > 4 && r->utf8[end - 1] == 's' && r->utf8[end - 2] != 's');
    }

  return TRUE;
}

static guint32
read_plain_year (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  guint32 after, j = i;
  int value;

  if (dossier_date_is (r, j, DOSSIER_DATE_ROLE_FISCAL))
    {
      e->fiscal = TRUE;
      j++;
    }
  if (dossier_date_word (r, j)->unit == DOSSIER_DATE_UNIT_YEAR)
    j++;
  after = dossier_date_read_year (r, j, e);
  if (after == 0 || (j == i && after == i + 1 && dossier_date_digits (r, i, &value) == 4 && !is_year_here (r, i)))
    return 0;

  return after;
}

static guint32
read_today (const DossierDateReader *r,
            guint32                  i,
            DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);

  if (w->is_deictic == 0)
    return 0;

  e->form = DOSSIER_DATE_FORM_DEICTIC;
  e->days = w->deictic;
  if (w->is_deictic == 2)
    e->part = DOSSIER_DATE_PART_NIGHT;
  return i + 1;
}

static guint32
read_phrase (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  guint32 after;
  const DossierDatePhrase *phrase = dossier_date_words_phrase (r->words, r->all, i, r->last, &after);

  if (phrase == NULL)
    return 0;

  switch ((int)phrase->class)
    {
    case DOSSIER_DATE_PHRASE_HOLIDAY:
      if (r->tokens[i].kind == DOSSIER_TOKEN_WORD && !dossier_date_is_capital (r, i) &&
          !(IS_THE (i) && dossier_date_is_capital (r, i + 1)))
        return 0;
      e->holiday = phrase->rule;
      return read_year_behind (r, after, e);
    case DOSSIER_DATE_PHRASE_DAY:
      e->form = DOSSIER_DATE_FORM_DEICTIC;
      e->days = phrase->value;
      return after;
    case DOSSIER_DATE_PHRASE_YEAR_END:
      e->edge = DOSSIER_DATE_EDGE_END;
      if (phrase->value == DOSSIER_DATE_UNIT_YEAR)
        {
          e->month = 12;
          e->day = 31;
          return read_year_behind (r, after, e);
        }
      e->form = DOSSIER_DATE_FORM_PERIOD;
      e->unit = phrase->value;
      e->shift = DOSSIER_DATE_SHIFT_THIS;
      return after;
    default:
      return 0;
    }
}

typedef guint32 (*ReadFunc) (const DossierDateReader *r,
                             guint32                  i,
                             DossierDateExpr         *e);

/**
 * dossier_date_read_calendar:
 *
 * Reads the longest date of the calendar at @i, "today" and holidays among them;
 * no article, no shift and no edge before it.
 */
guint32
dossier_date_read_calendar (const DossierDateReader *r,
                            guint32                  i,
                            DossierDateExpr         *e)
{
  static const ReadFunc readers[] = {
    read_iso, read_numeric, read_weekday, read_day_month, read_month_date, read_season,
    read_quarter, read_decade, read_century, read_plain_year, read_today, read_phrase,
  };
  DossierDateExpr before = *e;
  guint32 best = 0;

  for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
    {
      DossierDateExpr found = before;
      guint32 after;

      found.form = DOSSIER_DATE_FORM_CALENDAR;
      found.type = DOSSIER_TIMEX_DATE;
      after = readers[k](r, i, &found);
      if (after > best)
        {
          best = after;
          *e = found;
        }
    }

  return best;
}
