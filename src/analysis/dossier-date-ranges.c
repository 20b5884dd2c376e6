/* dossier-date-ranges.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-date-reader.h"

/* Dates that share a month or a century with the one beside them. */

#define IS(i, role) dossier_date_is (r, i, DOSSIER_DATE_ROLE_##role)

static gboolean
is_plain_day (const DossierDateExpr *e)
{
  return e->form == DOSSIER_DATE_FORM_CALENDAR && e->type == DOSSIER_TIMEX_DATE && e->day != 0 && e->month != 0 &&
         e->weekday == 0 && e->holiday == NULL && !e->ambiguous;
}

static gboolean
day_at (const DossierDateReader *r,
        guint32                  i,
        int                     *day)
{
  guint n = dossier_date_digits (r, i, day);

  return n >= 1 && n <= 2 && *day >= 1 && *day <= 31;
}

/* Whether the word or sign at @i joins two days. */
static gboolean
joins_days (const DossierDateReader *r,
            guint32                  i)
{
  if (i >= r->last)
    return FALSE;

  return (dossier_date_is_dash (r, i) && dossier_date_is_joined (r, i + 1)) || IS (i, AND) || IS (i, TO) || IS (i, OR);
}

/**
 * dossier_date_read_day_before:
 * @e: a day and its month
 * @from: tokens before this one are taken
 * @before: (out): the day before it that shares its month
 *
 * Reads the first day of "6-7 January 1916", "from 15 to 22 February".
 *
 * Returns: whether there is one
 */
gboolean
dossier_date_read_day_before (const DossierDateReader *r,
                              const DossierDateExpr   *e,
                              guint32                  from,
                              DossierDateExpr         *before)
{
  guint32 i = e->first;
  int day, own;

  if (!is_plain_day (e) || !day_at (r, i, &own) || own != e->day || i < from + 2 || !joins_days (r, i - 1) ||
      !day_at (r, i - 2, &day) || day >= own)
    return FALSE;
  if (IS (i - 1, AND) && !(i >= from + 3 && (IS (i - 3, ON) || IS (i - 3, THE) || IS (i - 3, BETWEEN) || IS (i - 3, FROM))))
    return FALSE;

  *before = *e;
  before->day = day;
  before->first = i - 2;
  before->last = i - 1;
  return TRUE;
}

/* "5-9, 1918": the year behind the second day. */
static guint32
read_shared_year (const DossierDateReader *r,
                  guint32                  i,
                  DossierDateExpr         *e)
{
  guint32 after = dossier_date_is_sign (r, i, ',') ? i + 1 : i;
  int value;

  if (e->has_year || dossier_date_digits (r, after, &value) != 4)
    return i;
  after = dossier_date_read_year (r, after, e);
  return after != 0 ? after : i;
}

/**
 * dossier_date_read_behind:
 * @e: a date that ends before @i; gets the year that stands behind both
 * @more: (out): the date behind it that shares its month or century
 *
 * Reads the second part of "April 6-7", "May 4 and 5", "1915-17".
 */
guint32
dossier_date_read_behind (const DossierDateReader *r,
                          guint32                  i,
                          DossierDateExpr         *e,
                          DossierDateExpr         *more)
{
  int value, own;

  *more = *e;
  more->first = i + 1;
  more->last = i + 2;
  if (is_plain_day (e) && joins_days (r, i) && day_at (r, e->last - 1, &own) && own == e->day &&
      day_at (r, i + 1, &value) && value > own)
    {
      const DossierDateWord *next = dossier_date_word (r, i + 2);

      if (next->month != 0 || next->unit != 0 || dossier_date_is_sign (r, i + 2, '%') ||
          (dossier_date_is_sign (r, i + 2, ':') && dossier_date_is_joined (r, i + 3)))
        return 0;
      /* "on May 4 and 5 ships": a count, unless the sentence goes on otherwise. */
      if (!dossier_date_is_dash (r, i) && i + 2 < r->last && r->tokens[i + 2].kind == DOSSIER_TOKEN_WORD &&
          next->roles == 0 && next->tense == 0)
        return 0;
      more->day = value;
      more->last = read_shared_year (r, i + 2, more);
      e->has_year = more->has_year;
      e->year = more->year;
      return more->last;
    }

  if (e->form == DOSSIER_DATE_FORM_CALENDAR && e->has_year && e->month == 0 && e->season == 0 && e->quarter == 0 &&
      e->half == 0 && e->digits_unknown == 0 && !e->bc && e->last == i && e->n_bytes == 0 &&
      dossier_date_is_dash (r, i) && dossier_date_is_joined (r, i) && dossier_date_is_joined (r, i + 1) &&
      dossier_date_digits (r, i + 1, &value) == 2 && value > e->year % 100 &&
      !(dossier_date_is_dash (r, i + 2) && dossier_date_is_joined (r, i + 2)))
    {
      more->year = e->year - e->year % 100 + value;
      more->edge = 0;
      return i + 2;
    }

  return 0;
}
