/* dossier-date-grammar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-date-reader.h"

/*
 * The grammar of time expressions over tokens. At each token that a table of dates
 * knows, every form is tried and the longest kept; what is kept is not looked at
 * again. Nothing here knows a date: dossier-date-resolve.c does.
 */

#define IS(i, role) dossier_date_is (r, i, DOSSIER_DATE_ROLE_##role)

static const DossierDatePhrase *
get_phrase (const DossierDateReader *r,
            guint32                  i,
            guint32                 *after)
{
  return dossier_date_words_phrase (r->words, r->all, i, r->last, after);
}

/**
 * dossier_date_read_shift:
 * @shift: (out): DossierDateShift
 *
 * Reads which one of its kind is meant: "last", "this past", "coming".
 */
guint32
dossier_date_read_shift (const DossierDateReader *r,
                         guint32                  i,
                         int                     *shift)
{
  guint32 after;
  const DossierDatePhrase *phrase = get_phrase (r, i, &after);

  if (phrase != NULL && phrase->class == DOSSIER_DATE_PHRASE_SHIFT)
    {
      *shift = phrase->value;
      return after;
    }

  *shift = dossier_date_word (r, i)->shift;
  return *shift != 0 ? i + 1 : 0;
}

static gboolean
is_anaphoric (int shift)
{
  return shift >= DOSSIER_DATE_SHIFT_PREVIOUS;
}

/* The part of the day behind a day: "Thursday evening", "yesterday morning". */
static guint32
read_part_behind (const DossierDateReader *r,
                  guint32                  i,
                  DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  guint32 j = i;

  if (!(e->weekday != 0 || e->day != 0 || e->form == DOSSIER_DATE_FORM_DEICTIC || e->holiday != NULL))
    return i;
  if (w->edge != 0 && dossier_date_word (r, i + 1)->part != 0)
    w = dossier_date_word (r, ++j);
  if (j >= r->last || w->part == 0)
    return i;
  if (w->plural && e->weekday == 0)
    return i;

  e->part = w->part;
  e->type = w->plural ? DOSSIER_TIMEX_SET : DOSSIER_TIMEX_TIME;
  if (w->plural)
    e->form = DOSSIER_DATE_FORM_SET;
  return j + 1;
}

/* "last week", "the next day", and "this year's third quarter", with the unit at @i. */
static guint32
read_shifted_unit (const DossierDateReader *r,
                   guint32                  i,
                   DossierDateExpr         *e)
{
  DossierDateExpr part = { .form = DOSSIER_DATE_FORM_CALENDAR, .type = DOSSIER_TIMEX_DATE };
  guint32 after = i + 1, end;

  e->unit = dossier_date_word (r, i)->unit;
  if (e->unit <= DOSSIER_DATE_UNIT_HOUR)
    return 0;

  /* "the last week of the war" is not last week. */
  if (IS (after, OF) && e->shift != DOSSIER_DATE_SHIFT_THIS && !is_anaphoric (e->shift))
    return 0;

  e->form = DOSSIER_DATE_FORM_PERIOD;
  if (e->unit != DOSSIER_DATE_UNIT_YEAR || after + 1 >= r->last ||
      (r->tokens[after].flags & DOSSIER_TOKEN_POSSESSIVE) == 0)
    return after;

  end = dossier_date_read_calendar (r, after + 1, &part);
  if (end == 0 || (part.quarter == 0 && part.season == 0 && part.half == 0) || part.has_year)
    return after;
  part.year_shift = e->shift;
  *e = part;
  return end;
}

/* "last May", "next Tuesday night", "this summer", with the name at @i. */
static guint32
read_shifted_date (const DossierDateReader *r,
                   guint32                  i,
                   DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  DossierDateExpr date = *e;
  guint32 end = dossier_date_read_calendar (r, i, &date);

  if (end == 0 && w->season != 0 && !w->plural)
    {
      date.form = DOSSIER_DATE_FORM_CALENDAR;
      date.season = w->season;
      end = i + 1;
    }
  if (end == 0 || date.form != DOSSIER_DATE_FORM_CALENDAR || date.type != DOSSIER_TIMEX_DATE ||
      (date.weekday == 0 && date.month == 0 && date.season == 0 && date.quarter == 0 && date.holiday == NULL) ||
      (date.quarter != 0 && date.has_year))
    return 0;

  *e = date;
  return read_part_behind (r, end, e);
}

/* "last week", "this morning", "the next three years", "next Tuesday", "that year" */
static guint32
read_period (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  const DossierDateWord *w;
  guint32 after, end;
  int shift = 0;

  after = dossier_date_read_shift (r, IS (i, THE) ? i + 1 : i, &shift);
  if (after == 0)
    return 0;
  e->shift = shift;
  e->type = DOSSIER_TIMEX_DATE;
  if (IS (after, FISCAL) || IS (after, MORE))
    {
      e->fiscal = IS (after, FISCAL);
      after++;
    }
  w = dossier_date_word (r, after);
  if (after >= r->last)
    return 0;

  if (w->part != 0 && !w->plural && w->unit == 0)
    {
      e->form = DOSSIER_DATE_FORM_PERIOD;
      e->unit = DOSSIER_DATE_UNIT_DAY;
      e->part = w->part;
      return after + 1;
    }
  if (w->unit != 0 && !w->plural && w->ordinal == 0)
    return read_shifted_unit (r, after, e);
  if (shift == DOSSIER_DATE_SHIFT_LATEST && IS (after, PERIOD))
    {
      e->form = DOSSIER_DATE_FORM_PERIOD;
      e->unit = DOSSIER_DATE_UNIT_QUARTER;
      return after + 1;
    }
  if (shift == DOSSIER_DATE_SHIFT_THAT)
    return 0;
  if (w->unit == 0 || w->season != 0 || (w->ordinal != 0 && !is_anaphoric (shift)))
    {
      end = read_shifted_date (r, after, e);
      if (end != 0)
        return end;
    }

  return dossier_date_read_duration (r, after, e);
}

/* "the year", "the quarter", "the week": which one is not said. */
static guint32
read_bare_unit (const DossierDateReader *r,
                guint32                  i,
                DossierDateExpr         *e)
{
  guint32 j = i + 1 + (IS (i + 1, FISCAL) || IS (i + 1, MORE));
  const DossierDateWord *w = dossier_date_word (r, j);

  if (!IS (i, THE) || j >= r->last || w->plural || w->ordinal != 0)
    return 0;
  if (w->unit != DOSSIER_DATE_UNIT_QUARTER && w->unit != DOSSIER_DATE_UNIT_YEAR &&
      w->unit != DOSSIER_DATE_UNIT_WEEKEND && w->unit != DOSSIER_DATE_UNIT_WEEK)
    return 0;
  if (dossier_date_is_dash (r, j + 1) || IS (j + 1, OF))
    return 0;

  e->form = DOSSIER_DATE_FORM_PERIOD;
  e->type = DOSSIER_TIMEX_DATE;
  e->unit = w->unit;
  e->bare = TRUE;
  /* "the year ended June 30" is a length of time. */
  if (IS (j + 1, ENDED) && w->unit == DOSSIER_DATE_UNIT_YEAR)
    {
      e->form = DOSSIER_DATE_FORM_DURATION;
      e->type = DOSSIER_TIMEX_DURATION;
      e->amount = 1;
    }
  return j + 1;
}

/* A time of day and its day together: "10 p.m. Wednesday", "May 8 1:00AM". */
static guint32
read_clock_and_date (const DossierDateReader *r,
                     guint32                  i,
                     DossierDateExpr         *e)
{
  DossierDateExpr clock = { 0 }, date = { 0 };
  guint32 after = dossier_date_read_clock (r, i, &clock), end, j;

  if (after == 0)
    return 0;

  j = dossier_date_is_sign (r, after, ',') ? after + 1 : after;
  if (j < r->last && dossier_date_word (r, j)->shift != 0)
    end = read_period (r, j, &date);
  else
    end = dossier_date_read_calendar (r, j, &date);
  if (end != 0 && (date.day != 0 || date.weekday != 0 || date.form == DOSSIER_DATE_FORM_DEICTIC) &&
      date.type != DOSSIER_TIMEX_SET)
    {
      *e = date;
      end = read_part_behind (r, end, e);
    }
  else
    {
      *e = clock;
      return after;
    }

  e->type = DOSSIER_TIMEX_TIME;
  e->has_clock = TRUE;
  e->hour = clock.hour;
  e->minute = clock.minute;
  e->second = clock.second;
  e->no_minutes = clock.no_minutes;
  e->utc = clock.utc;
  return end;
}

/* A date with its article, the part of its day, and its time of day. */
static guint32
read_date (const DossierDateReader *r,
           guint32                  i,
           DossierDateExpr         *e)
{
  DossierDateExpr clock = { 0 };
  guint32 after = dossier_date_read_calendar (r, IS (i, THE) ? i + 1 : i, e), end;

  if (after == 0)
    return 0;
  /* "the 1996" is a year only with its noun; "the Monday" is a date. */
  after = read_part_behind (r, after, e);
  if (e->day != 0 && e->type == DOSSIER_TIMEX_DATE && after < r->last && !dossier_date_is_sign (r, after, ','))
    {
      end = dossier_date_read_clock (r, after, &clock);
      if (end != 0)
        {
          e->type = DOSSIER_TIMEX_TIME;
          e->has_clock = TRUE;
          e->hour = clock.hour;
          e->minute = clock.minute;
          e->no_minutes = clock.no_minutes;
          e->utc = clock.utc;
          return end;
        }
    }

  return after;
}

/* "the night of April 18", "the early morning hours of 30 April" */
static guint32
read_part_of_date (const DossierDateReader *r,
                   guint32                  i,
                   DossierDateExpr         *e)
{
  guint32 j = IS (i, THE) ? i + 1 : i, end;
  guint part;

  if (dossier_date_word (r, j)->edge != 0)
    j++;
  part = dossier_date_word (r, j)->part;
  if (part == 0 || j >= r->last)
    return 0;
  j++;
  if (dossier_date_word (r, j)->unit == DOSSIER_DATE_UNIT_HOUR)
    j++;
  if (!IS (j, OF) && !IS (j, ON))
    return 0;
  end = read_date (r, j + 1, e);
  if (end == 0 || (e->day == 0 && e->weekday == 0) || e->form != DOSSIER_DATE_FORM_CALENDAR)
    return 0;

  e->part = part;
  e->type = DOSSIER_TIMEX_TIME;
  return end;
}

/* Any date or period: what may stand behind "early" or "the end of". */
static guint32
read_core (const DossierDateReader *r,
           guint32                  i,
           DossierDateExpr         *e)
{
  DossierDateExpr date = { 0 }, period = { 0 };
  guint32 a = read_date (r, i, &date), b = read_period (r, i, &period);

  *e = a >= b ? date : period;
  return MAX (a, b);
}

/* "the last week of August", "the first day of next month", "the week of March 6" */
static guint32
read_nth_of (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  guint32 j = IS (i, THE) ? i + 1 : i, end;
  const DossierDateWord *w = dossier_date_word (r, j);
  guint unit;
  int nth = 0;

  if (w->shift == DOSSIER_DATE_SHIFT_LAST || w->ordinal == -1)
    nth = -1;
  else if (w->ordinal >= 1 && w->ordinal <= 31 && w->unit == 0)
    nth = w->ordinal;
  unit = dossier_date_word (r, nth != 0 ? j + 1 : j)->unit;
  j += nth != 0 ? 2 : 1;
  if (unit != DOSSIER_DATE_UNIT_WEEK && (nth == 0 || (unit != DOSSIER_DATE_UNIT_DAY && unit != DOSSIER_DATE_UNIT_MONTH)))
    return 0;
  if (dossier_date_word (r, j - 1)->plural || !IS (j, OF))
    return 0;

  end = read_core (r, j + 1, e);
  if (end == 0 || e->type != DOSSIER_TIMEX_DATE || e->hedge != 0 || (nth == 0 && e->day == 0) || (nth != 0 && e->day != 0))
    return 0;
  e->nth = nth;
  e->nth_unit = unit;
  return end;
}

static gboolean
can_have_edge (const DossierDateExpr *e)
{
  return e->form == DOSSIER_DATE_FORM_CALENDAR || e->form == DOSSIER_DATE_FORM_DEICTIC ||
         (e->form == DOSSIER_DATE_FORM_PERIOD && e->unit >= DOSSIER_DATE_UNIT_DAY);
}

/* The words of an edge: "early", "mid-", "the end of", "late in". */
static guint32
read_edge (const DossierDateReader *r,
           guint32                  i,
           guint                   *edge)
{
  guint32 j = i, after;
  const DossierDatePhrase *phrase = get_phrase (r, i, &after);

  if (phrase != NULL && phrase->class == DOSSIER_DATE_PHRASE_EDGE)
    {
      *edge = phrase->value;
      return after;
    }

  if (IS (j, THE))
    j++;
  *edge = dossier_date_word (r, j)->edge;
  if (*edge == 0)
    return 0;
  j++;
  if (dossier_date_is_dash (r, j))
    j++;

  return IS (j, IN) || IS (j, ON) || IS (j, OF) ? j + 1 : j;
}

/* "mid-afternoon yesterday", "the late afternoon", with the part of the day at @j */
static guint32
read_edged_part (const DossierDateReader *r,
                 guint32                  i,
                 guint32                  j,
                 guint                    edge,
                 DossierDateExpr         *e)
{
  guint part = dossier_date_word (r, j)->part;
  guint32 end;

  if (IS (j + 1, OF) || dossier_date_word (r, j)->clock != 0)
    return 0;
  end = dossier_date_read_calendar (r, j + 1, e);
  if (end != 0 && (e->weekday != 0 || e->form == DOSSIER_DATE_FORM_DEICTIC))
    {
      e->part = part;
      e->type = DOSSIER_TIMEX_TIME;
      return end;
    }
  if (edge != DOSSIER_DATE_EDGE_MID && !(j > i + 1 && IS (i, THE)))
    return 0;

  *e = (DossierDateExpr){ .form = DOSSIER_DATE_FORM_PERIOD, .type = DOSSIER_TIMEX_TIME,
                          .unit = DOSSIER_DATE_UNIT_DAY, .part = part, .bare = TRUE,
                          .shift = DOSSIER_DATE_SHIFT_THIS };
  return j + 1;
}

/* What only an edge makes a date of: "the year", "summer" */
static guint32
read_edged_unit (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  guint32 noun = IS (i, THE) ? i + 1 : i;
  const DossierDateWord *w = dossier_date_word (r, noun);

  *e = (DossierDateExpr){ .type = DOSSIER_TIMEX_DATE };
  if (w->plural || noun >= r->last)
    return 0;
  if (w->season != 0)
    {
      e->form = DOSSIER_DATE_FORM_CALENDAR;
      e->season = w->season;
      return noun + 1;
    }
  if (noun == i || w->unit < DOSSIER_DATE_UNIT_DAY)
    return 0;

  e->form = DOSSIER_DATE_FORM_PERIOD;
  e->unit = w->unit;
  e->bare = TRUE;
  return noun + 1;
}

/* "early 1990", "the end of November", "mid-1996", "later this month", "late yesterday" */
static guint32
read_edged (const DossierDateReader *r,
            guint32                  i,
            DossierDateExpr         *e)
{
  guint32 j, end;
  guint edge;

  j = read_edge (r, i, &edge);
  if (j == 0)
    return 0;
  if (dossier_date_word (r, j)->part != 0 && !dossier_date_word (r, j)->plural && j < r->last)
    return read_edged_part (r, i, j, edge, e);

  end = read_core (r, j, e);
  if (end == 0)
    end = read_edged_unit (r, j, e);
  /* "at the end of the day" is a manner of speaking. */
  if (e->bare && e->unit == DOSSIER_DATE_UNIT_DAY && edge == DOSSIER_DATE_EDGE_END)
    return 0;
  if (end == 0 || !can_have_edge (e) || e->type == DOSSIER_TIMEX_SET)
    return 0;

  e->edge = edge;
  return end;
}

/* "two years ago", "three days later", "a week before", "year-ago" */
static guint32
read_turn (const DossierDateReader *r,
           guint32                  i,
           DossierDateExpr         *e)
{
  const DossierDateWord *w = dossier_date_word (r, i);

  if (i >= r->last || w->turn == 0)
    return i;
  if (w->turn >= DOSSIER_DATE_TURN_BEFORE && w->turn <= DOSSIER_DATE_TURN_AFTER)
    return i;
  /* "three weeks ahead of the vote" */
  if (w->turn == DOSSIER_DATE_TURN_AHEAD && (e->shift != 0 || IS (i + 1, OF)))
    return i;
  /* "two years back" but not "brought the week back". */
  e->turn = w->turn;
  e->form = DOSSIER_DATE_FORM_OFFSET;
  e->type = DOSSIER_TIMEX_DATE;
  return i + 1;
}

static guint32
read_year_ago (const DossierDateReader *r,
               guint32                  i,
               DossierDateExpr         *e)
{
  const DossierDateWord *w;
  guint32 j = IS (i, THE) ? i + 1 : i, end;

  if (dossier_date_word (r, j)->unit == 0 || dossier_date_word (r, j)->plural ||
      !dossier_date_is_dash (r, j + 1))
    return 0;
  w = dossier_date_word (r, j + 2);
  if (w->turn != DOSSIER_DATE_TURN_AGO && w->turn != DOSSIER_DATE_TURN_EARLIER)
    return 0;

  e->form = DOSSIER_DATE_FORM_OFFSET;
  e->type = DOSSIER_TIMEX_DATE;
  e->amount = 1;
  e->unit = dossier_date_word (r, j)->unit;
  e->turn = w->turn;
  end = j + 3;
  w = dossier_date_word (r, end);
  if (j == i)
    return end;
  /* "the year-earlier quarter", "the year-ago period" */
  if (w->ordinal >= 1 && w->ordinal <= 4 && dossier_date_word (r, end + 1)->unit == DOSSIER_DATE_UNIT_QUARTER)
    {
      e->quarter = w->ordinal;
      return end + 2;
    }
  if ((w->unit == DOSSIER_DATE_UNIT_QUARTER && !w->plural) || w->roles & DOSSIER_DATE_ROLE_PERIOD)
    {
      e->quarter = 99;
      return end + 1;
    }

  return 0;
}

/* A length of time, with a word of how sure it is before it and of where it leads
 * behind it. */
static guint32
read_span (const DossierDateReader *r,
           guint32                  i,
           DossierDateExpr         *e)
{
  guint32 j = i, after, end;
  const DossierDatePhrase *phrase = get_phrase (r, i, &after);
  guint hedge = 0;

  if (phrase != NULL && phrase->class == DOSSIER_DATE_PHRASE_HEDGE)
    {
      hedge = phrase->value + 1;
      j = after;
      /* "over several years": no number that could be gone over. */
      if (IS (j, THE) || dossier_date_word (r, j)->shift != 0 ||
          (after == i + 1 && dossier_date_word (r, j)->vague == DOSSIER_DATE_VAGUE))
        return 0;
    }
  else if (IS (i, THE))
    {
      const DossierDateWord *w = dossier_date_word (r, i + 1);

      j = i + 1;
      if (w->ordinal == 1 || w->ordinal == -1)
        j++;
    }
  end = dossier_date_read_duration (r, j, e);
  if (end == 0)
    return 0;
  e->hedge = hedge;
  return read_turn (r, end, e);
}

/* "the past three months", "at least the past 18 months" and their like go on from
 * a shift; here a hedge may stand before any date. */
static guint32
read_hedged (const DossierDateReader *r,
             guint32                  i,
             DossierDateExpr         *e)
{
  guint32 after, end;
  const DossierDatePhrase *phrase = get_phrase (r, i, &after);

  if (phrase == NULL || phrase->class != DOSSIER_DATE_PHRASE_HEDGE)
    return 0;

  end = read_clock_and_date (r, after, e);
  if (end == 0)
    end = read_core (r, after, e);
  /* "over 1990" is no date; "about noon", "around Nov. 1", "circa 1500" are. */
  if (end == 0 || phrase->value != 0 || (e->weekday != 0 && e->month == 0 && !e->has_clock))
    return 0;

  e->hedge = phrase->value + 1;
  return end;
}

static guint32
read_ref (const DossierDateReader *r,
          guint32                  i,
          DossierDateExpr         *e)
{
  guint32 after;
  const DossierDatePhrase *phrase = get_phrase (r, i, &after);

  e->form = DOSSIER_DATE_FORM_REF;
  e->type = DOSSIER_TIMEX_DATE;
  if (phrase != NULL && phrase->class == DOSSIER_DATE_PHRASE_REF)
    {
      e->ref = phrase->value;
      return after;
    }

  e->ref = dossier_date_word (r, i)->ref;
  return e->ref != 0 && i < r->last ? i + 1 : 0;
}

typedef guint32 (*ReadFunc) (const DossierDateReader *r,
                             guint32                  i,
                             DossierDateExpr         *e);

static guint32
read_expression (const DossierDateReader *r,
                 guint32                  i,
                 DossierDateExpr         *e)
{
  static const ReadFunc readers[] = {
    read_date, read_clock_and_date, read_period, read_edged, read_part_of_date, read_nth_of, read_span,
    read_hedged, read_year_ago, dossier_date_read_set, read_ref, read_bare_unit,
  };
  guint32 best = 0;

  for (guint k = 0; k < G_N_ELEMENTS (readers); k++)
    {
      DossierDateExpr found = { 0 };
      guint32 after = readers[k](r, i, &found);

      if (after > best)
        {
          best = after;
          *e = found;
        }
    }

  return best;
}

/* Whether anything could begin at @i at all: most tokens stop here. */
static gboolean
may_begin (const DossierDateReader *r,
           guint32                  i)
{
  const DossierToken *t = &r->tokens[i];
  guint32 after;

  if (t->kind == DOSSIER_TOKEN_NUMBER || t->kind == DOSSIER_TOKEN_MIXED)
    return TRUE;
  if (t->kind == DOSSIER_TOKEN_WORD)
    {
      guint8 starts = dossier_date_word (r, i)->starts;

      /* An article, and then a word that no table of dates knows. */
      if (starts == 2 && i + 1 < r->last && t[1].kind == DOSSIER_TOKEN_WORD &&
          dossier_date_word (r, i + 1)->starts == 0 && !IS (i + 1, MORE))
        starts = 0;
      return starts != 0 || get_phrase (r, i, &after) != NULL;
    }

  /* '98, '80s */
  return i + 1 < r->last &&
         (r->tokens[i + 1].kind == DOSSIER_TOKEN_NUMBER || r->tokens[i + 1].kind == DOSSIER_TOKEN_MIXED) &&
         t->kind >= DOSSIER_TOKEN_QUOTE_OPEN && dossier_date_is_joined (r, i + 1);
}

/* Whether the article before a date belongs to the noun behind it: "the August 1988
 * treaty", "the two-week crisis", but "the third quarter", "the 1990s". */
static gboolean
stands_before_noun (const DossierDateReader *r,
                    guint32                  i,
                    guint32                  after,
                    const DossierDateExpr   *e)
{
  gboolean hyphen = FALSE;

  if (after <= i + 1)
    return FALSE;
  for (guint32 j = i + 1; j < after; j++)
    hyphen |= dossier_date_is_dash (r, j);
  if (e->form == DOSSIER_DATE_FORM_DURATION)
    return hyphen || (e->vague && after == i + 2) ||
           (dossier_date_word (r, after - 1)->unit != 0 && !dossier_date_word (r, after - 1)->plural &&
                      e->amount != 1 && e->amount != 0.5 && e->shift == 0 && !e->vague);
  if (e->form != DOSSIER_DATE_FORM_CALENDAR || e->type == DOSSIER_TIMEX_SET || e->edge != 0 || e->shift != 0 ||
      e->part != 0 || e->has_clock)
    return FALSE;
  if (e->quarter != 0)
    return hyphen;
  if (e->nth_unit != 0 || e->season != 0 || e->half != 0 || e->digits_unknown != 0 || e->holiday != NULL)
    return FALSE;
  if (dossier_date_word (r, i + 1)->unit == DOSSIER_DATE_UNIT_YEAR || e->fiscal)
    return FALSE;
  /* "the 12th of October" */
  return dossier_date_word (r, i + 1)->ordinal == 0;
}

static void
note_what_opens (const DossierDateReader *r,
                 DossierDateExpr         *e)
{
  if (e->first == r->first)
    return;
  if (IS (e->first - 1, SINCE))
    e->opens = 1;
  else if (IS (e->first - 1, UNTIL) && !IS (e->first - 1, TO))
    e->opens = e->first - 1 == r->first ? 4 : 3;
  else if (IS (e->first - 1, BEFORE) || IS (e->first - 1, BY))
    e->opens = 2;
}

/**
 * dossier_date_grammar_read:
 *
 * Finds the time expressions of a text, in order, none inside another. Linear: at
 * each token a bounded number of tokens is looked at, and never again those of an
 * expression that was found.
 *
 * Returns: (transfer full) (element-type DossierDateExpr):
 */
GArray *
dossier_date_grammar_read (DossierDateWords    *words,
                           const DossierTokens *tokens)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DossierDateExpr));
  DossierDateReader r = { .words = words, .all = tokens, .tokens = tokens->tokens };

  r.utf8 = dossier_text_utf8 (tokens->text, NULL);
  for (guint32 s = 0; s < tokens->n_sentences; s++)
    {
      r.first = tokens->sentences[s].first;
      r.last = tokens->sentences[s].last;
      for (guint32 i = r.first, taken = r.first; i < r.last;)
        {
          DossierDateExpr e, other;
          guint32 after = may_begin (&r, i) ? read_expression (&r, i, &e) : 0, more;

          if (after == 0)
            {
              i++;
              continue;
            }
          e.first = i + (dossier_date_is (&r, i, DOSSIER_DATE_ROLE_THE | DOSSIER_DATE_ROLE_A) &&
                         stands_before_noun (&r, i, after, &e));
          e.last = after;
          note_what_opens (&r, &e);
          if (dossier_date_read_day_before (&r, &e, taken, &other))
            g_array_append_val (found, other);
          more = dossier_date_read_behind (&r, after, &e, &other);
          g_array_append_val (found, e);
          if (more != 0)
            g_array_append_val (found, other);
          i = taken = MAX (after, more);
        }
    }

  return found;
}
