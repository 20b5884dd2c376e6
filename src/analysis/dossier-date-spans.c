/* dossier-date-spans.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-date-reader.h"

/* Lengths of time and what repeats. */

#define IS(i, role) dossier_date_is (r, i, DOSSIER_DATE_ROLE_##role)

/* "a", "several", "a couple of", "half an", "two", "two to three" */
static guint32
read_amount (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  double value, other;
  guint32 after, more;

  if (IS (i, HALF))
    {
      after = IS (i + 1, A) ? i + 2 : dossier_date_is_dash (r, i + 1) ? i + 2 : 0;
      e->amount = 0.5;
      return after;
    }
  after = dossier_date_read_cardinal (r, i, &value);
  if (after != 0)
    {
      e->amount = value;
      if (IS (after, AND) && (IS (after + 1, HALF) || (IS (after + 1, A) && IS (after + 2, HALF))) &&
          dossier_date_word (r, after + (IS (after + 1, A) ? 3 : 2))->unit != 0)
        {
          e->amount += 0.5;
          return after + (IS (after + 1, A) ? 3 : 2);
        }
      if (IS (after, TO) || IS (after, OR) || dossier_date_is_dash (r, after))
        {
          more = dossier_date_read_cardinal (r, after + 1, &other);
          if (more != 0 && dossier_date_word (r, more)->unit != 0 && other > value)
            return more;
        }
      return after;
    }

  if (IS (i, A) || (w->roles == 0 && w->vague == 0))
    {
      if (!IS (i, A))
        return 0;
      e->amount = 1;
      w = dossier_date_word (r, i + 1);
      if (w->scale > 0)
        return dossier_date_read_cardinal (r, i + 1, &e->amount);
      if (w->vague == 0)
        return i + 1;
      i++;
    }
  if (w->vague == 0)
    return 0;

  e->vague = w->vague == DOSSIER_DATE_VAGUE;
  e->amount = e->vague ? 0 : w->vague;
  i++;
  return IS (i, OF) ? i + 1 : i;
}

/* Whether a number stands at @i, in digits or words, rather than an article. */
static gboolean
is_number (const DossierDateReader *r,
           guint32                  i)
{
  return r->tokens[i].kind == DOSSIER_TOKEN_NUMBER || dossier_date_word (r, i)->number != 0;
}

/* Whether "years", "weeks" at @i is all there is to it: no number before it, no age
 * and no number of a year behind it. */
static gboolean
is_bare_plural (const DossierDateReader *r,
                guint32                  i)
{
  int year;

  if (dossier_date_word (r, i)->unit < DOSSIER_DATE_UNIT_MINUTE || IS (i + 1, OLD))
    return FALSE;
  if (i > r->first && is_number (r, i - 1))
    return FALSE;

  /* "the early hours of Saturday" */
  if (dossier_date_word (r, i)->unit == DOSSIER_DATE_UNIT_HOUR && IS (i + 1, OF) && i > r->first &&
      dossier_date_word (r, i - 1)->edge != 0)
    return FALSE;
  /* "quarters" are rooms as well. */
  if (dossier_date_word (r, i)->unit == DOSSIER_DATE_UNIT_QUARTER &&
      !(i > r->first && dossier_date_word (r, i - 1)->shift != 0))
    return FALSE;

  return dossier_date_digits (r, i + 1, &year) != 4;
}

/* What may follow the unit: "and a half", "or two", "or so", "old" */
static guint32
read_span_tail (const DossierDateReader *r,
                guint32                  i,
                DossierDateExpr         *e)
{
  double value;
  guint32 after;

  if (IS (i, AND) && IS (i + 1, A) && IS (i + 2, HALF))
    {
      e->amount += 0.5;
      return i + 3;
    }
  if (IS (i, OR) || IS (i, AND))
    {
      after = dossier_date_word (r, i + 1)->unit != 0 && dossier_date_word (r, i + 1)->plural && e->vague ? i + 2 : 0;
      if (after != 0)
        return after;
    }
  if (IS (i, OR) && IS (i + 1, SO))
    return i + 2;
  if (IS (i, OR) && e->amount == 1)
    {
      after = dossier_date_read_cardinal (r, i + 1, &value);
      if (after != 0 && dossier_date_word (r, after)->unit == 0 && value < 10)
        return after;
    }

  return i;
}

/**
 * dossier_date_read_duration:
 *
 * Reads a length of time: "two years", "a year and a half", "five-year", "several
 * more weeks", "decades", "2 1/2 hours".
 */
guint32
dossier_date_read_duration (const DossierDateReader *r,
                            guint32                  i,
                            DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  guint32 after, j;

  e->form = DOSSIER_DATE_FORM_DURATION;
  e->type = DOSSIER_TIMEX_DURATION;

  if (w->unit != 0 && w->plural && is_bare_plural (r, i) && i < r->last)
    {
      e->unit = w->unit;
      e->vague = TRUE;
      if (dossier_date_is_dash (r, i + 1) && IS (i + 2, LONG))
        return i + 3;
      return read_span_tail (r, i + 1, e);
    }

  after = read_amount (r, i, e);
  if (after == 0)
    return 0;

  j = after;
  if (dossier_date_is_dash (r, j))
    {
      j++;
      w = dossier_date_word (r, j);
      if (w->unit == 0 || (w->unit == DOSSIER_DATE_UNIT_QUARTER && w->plural))
        return 0;
      e->unit = w->unit;
      j++;
      /* Ages are no times. */
      if (dossier_date_is_dash (r, j) && IS (j + 1, OLD))
        return 0;
      if (dossier_date_is_dash (r, j) && IS (j + 1, LONG))
        j += 2;
      return j;
    }
  while (IS (j, MORE) && j < after + 2)
    j++;
  /* "two bloody weeks" */
  if (j == after && is_number (r, i) && j + 1 < r->last && r->tokens[j].kind == DOSSIER_TOKEN_WORD &&
      !dossier_date_is_capital (r, j) && dossier_date_is_plain (r, j) && dossier_date_word (r, j + 1)->unit != 0 &&
      dossier_date_word (r, j + 1)->unit >= DOSSIER_DATE_UNIT_DAY && dossier_date_word (r, j + 1)->plural)
    j++;

  w = dossier_date_word (r, j);
  if (j >= r->last || w->unit == 0 || IS (j + 1, OLD))
    return 0;
  /* "a second", "a quarter" and "three quarters" are other numbers. */
  if (w->ordinal != 0 && !w->plural && !is_number (r, i))
    return 0;
  /* "a year-earlier loss" */
  if (dossier_date_is_dash (r, j + 1) && dossier_date_is_joined (r, j + 2) && dossier_date_word (r, j + 2)->turn != 0)
    return 0;
  if (w->unit == DOSSIER_DATE_UNIT_QUARTER && j == after &&
      !(i > r->first && (dossier_date_word (r, i - 1)->shift != 0 || dossier_date_word (r, i)->vague != 0)))
    return 0;
  e->unit = w->unit;
  return read_span_tail (r, j + 1, e);
}

/* What an "every" takes: a unit, a weekday, a month, a season, a part of the day. */
static gboolean
set_of (DossierDateExpr       *e,
        const DossierDateWord *w)
{
  if (w->unit != 0)
    e->unit = w->unit;
  else if (w->weekday != 0)
    e->weekday = w->weekday;
  else if (w->month != 0)
    e->month = w->month;
  else if (w->season != 0)
    e->season = w->season;
  else if (w->part != 0)
    e->part = w->part;
  else
    return FALSE;

  return TRUE;
}

/**
 * dossier_date_read_set:
 *
 * Reads what repeats: "every day", "each Thursday", "daily", "every two weeks",
 * "Tuesday nights", "per month".
 */
guint32
dossier_date_read_set (const DossierDateReader *r,
                       guint32                  i,
                       DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  guint32 after;

  e->form = DOSSIER_DATE_FORM_SET;
  e->type = DOSSIER_TIMEX_SET;
  e->amount = 1;
  if (w->set != 0)
    {
      e->unit = w->set;
      return i + 1;
    }
  if (w->weekday != 0 && dossier_date_is_capital (r, i) && dossier_date_word (r, i + 1)->part != 0 &&
      dossier_date_word (r, i + 1)->plural)
    {
      e->weekday = w->weekday;
      e->part = dossier_date_word (r, i + 1)->part;
      return i + 2;
    }
  if (w->every == 0)
    return 0;

  i++;
  after = w->every == 1 ? dossier_date_read_cardinal (r, i, &e->amount) : 0;
  if (after == 0)
    e->amount = 1;
  else
    i = after;
  w = dossier_date_word (r, i);
  if (i >= r->last || (w->plural && after == 0) || !set_of (e, w))
    return 0;
  i++;
  if (e->weekday != 0 && dossier_date_word (r, i)->part != 0)
    e->part = dossier_date_word (r, i++)->part;

  return i;
}
