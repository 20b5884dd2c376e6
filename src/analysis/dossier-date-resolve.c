/* dossier-date-resolve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dossier-date-resolve.h"
#include "dossier-date-tense.h"
#include "dossier-date-value.h"
#include "dossier-date-write.h"
#include "dossier-edtf.h"

/* Beyond this many days the tense decides on which side of today a day lies. */
#define FAR_DAYS 50
#define FAR_DAYS_MONTH 20

/*
 * From what an expression says to what it means. Two things can stand for "now":
 * the day of publication, for news, and the last date that the text itself named,
 * for narrative: a text of many years and few "yesterdays". News whose day of
 * publication is not known has no "now": what leans on it stays unresolved, and a
 * month without its year is told only from another month that has one.
 */
typedef struct
{
  DossierDateWords    *words;
  const DossierTokens *tokens;
  const GArray        *exprs;
  DossierDateValue     published; /* grain NONE: not known */
  DossierDateValue     anchor;    /* the last date, of any grain */
  DossierDateValue     quarter;   /* the last quarter */
  DossierDateValue     day;       /* the last day */
  gboolean             narrative;
  gboolean             undated;   /* no narrative, and no day of publication */
  guint32              day_sentence;
  DossierDateGrain     least_anchor; /* how fine a date must be to tell a month from */
  gint16               seen[13][32]; /* the year of a day named before, of a month at 0; 0 none */
} Resolver;

static const char *const reason_no_date = "no-publication-date";
static const char *const reason_vague = "vague";
static const char *const reason_duration = "duration";
static const char *const reason_set = "set";

static gboolean
is_known (const DossierDateValue *value)
{
  return value->grain != DOSSIER_DATE_GRAIN_NONE;
}

/* What "this" and "last" are told from; what "the same" and "earlier" are told from. */
static const DossierDateValue *
deictic_reference (const Resolver *self)
{
  return self->narrative && is_known (&self->published) && is_known (&self->anchor) ? &self->anchor : &self->published;
}

static const DossierDateValue *
anaphoric_reference (const Resolver *self)
{
  return is_known (&self->anchor) ? &self->anchor : &self->published;
}

static const DossierDateValue *
shift_reference (const Resolver *self,
                 int             shift)
{
  return shift >= DOSSIER_DATE_SHIFT_PREVIOUS && shift != DOSSIER_DATE_SHIFT_LATEST
         ? anaphoric_reference (self) : deictic_reference (self);
}

/* Of the same thing in the years around the reference: the one before it, after it,
 * or nearest to it. @make gives the thing in a year. */
typedef DossierDateValue (*MakeFunc) (const DossierDateExpr *e,
                                      int                    year);

static DossierDateValue
make_calendar (const DossierDateExpr *e,
               int                    year)
{
  DossierDateValue none = { 0 };
  gint32 day;

  if (e->holiday != NULL)
    {
      day = dossier_date_holiday (e->holiday, year);
      return day != DOSSIER_DAY_MIN ? dossier_date_value_day (day) : none;
    }
  if (e->day != 0 && e->month != 0)
    {
      day = dossier_day_from_ymd (year, e->month, e->day);
      /* 29 February stands in every fourth year only. */
      return day != DOSSIER_DAY_MIN ? dossier_date_value_day (day) : none;
    }
  if (e->month != 0)
    return dossier_date_value_month (year, e->month);
  if (e->season != 0)
    return dossier_date_value_part (DOSSIER_DATE_GRAIN_SEASON, year, e->season);
  if (e->quarter != 0)
    return dossier_date_value_part (DOSSIER_DATE_GRAIN_QUARTER, year, e->quarter);
  if (e->half != 0)
    return dossier_date_value_part (DOSSIER_DATE_GRAIN_HALF, year, e->half);

  return dossier_date_value_year (year);
}

typedef enum
{
  TOWARDS_NEAREST,
  TOWARDS_PAST,         /* the reference itself counts */
  TOWARDS_FUTURE,
  TOWARDS_STRICT_PAST,  /* ends before the reference begins */
  TOWARDS_STRICT_FUTURE,
} Towards;

static DossierDateValue
choose_year (const DossierDateExpr  *e,
             const DossierDateValue *reference,
             Towards                 towards)
{
  gint32 first = dossier_date_value_first (reference), last = dossier_date_value_last (reference);
  DossierDateValue best = { 0 };
  gint64 best_distance = G_MAXINT64;

  for (int year = reference->year - 4; year <= reference->year + 4; year++)
    {
      DossierDateValue value = make_calendar (e, year);
      gint64 begin, end, distance;

      if (!dossier_date_value_is_valid (&value))
        continue;
      begin = dossier_date_value_first (&value);
      end = dossier_date_value_last (&value);
      if ((towards == TOWARDS_PAST && begin > last) || (towards == TOWARDS_FUTURE && end < first) ||
          (towards == TOWARDS_STRICT_PAST && end >= first) || (towards == TOWARDS_STRICT_FUTURE && begin <= last))
        continue;
      distance = begin > last ? begin - last : end < first ? first - end : 0;
      if (distance < best_distance)
        {
          best = value;
          best_distance = distance;
        }
    }

  return best;
}

static Towards
towards_of (const Resolver        *self,
            const DossierDateExpr *e)
{
  DossierDateTense tense;

  switch (e->shift)
    {
    case DOSSIER_DATE_SHIFT_LAST:
    case DOSSIER_DATE_SHIFT_PAST:
    case DOSSIER_DATE_SHIFT_PREVIOUS:
      return TOWARDS_STRICT_PAST;
    case DOSSIER_DATE_SHIFT_NEXT:
    case DOSSIER_DATE_SHIFT_COMING:
    case DOSSIER_DATE_SHIFT_FOLLOWING:
      return TOWARDS_STRICT_FUTURE;
    default:
      break;
    }

  tense = dossier_date_tense (self->words, self->tokens, e->first, e->last);
  if (tense == DOSSIER_DATE_TENSE_FUTURE || (e->opens >= 2 && tense != DOSSIER_DATE_TENSE_PAST) ||
      (e->opens == 3 && (e->weekday != 0 || e->month != 0)))
    return TOWARDS_FUTURE;
  if (tense == DOSSIER_DATE_TENSE_PAST || e->opens == 1)
    return TOWARDS_PAST;
  return TOWARDS_NEAREST;
}

/* The nearest one, unless it is far off and on the wrong side. */
static DossierDateValue
choose_near (const DossierDateExpr  *e,
             const DossierDateValue *reference,
             Towards                 towards)
{
  DossierDateValue value = choose_year (e, reference, TOWARDS_NEAREST);
  gint32 away;

  if (!is_known (&value))
    return value;
  if (towards == TOWARDS_PAST)
    away = dossier_date_value_first (&value) - dossier_date_value_last (reference);
  else
    away = dossier_date_value_first (reference) - dossier_date_value_last (&value);
  if (towards != TOWARDS_NEAREST && away > (e->day != 0 || e->quarter != 0 ? FAR_DAYS : FAR_DAYS_MONTH))
    return choose_year (e, reference, towards);

  return value;
}

/* A month, season or quarter whose year is not said. */
static DossierDateValue
resolve_without_year (const Resolver        *self,
                      const DossierDateExpr *e)
{
  const DossierDateValue *reference = shift_reference (self, e->shift);
  DossierDateValue none = { 0 };
  Towards towards = towards_of (self, e);

  if (e->shift == 0 && !is_known (&self->published) && self->anchor.grain >= self->least_anchor)
    {
      if (self->undated && e->month != 0 && self->seen[e->month][0] != 0)
        return make_calendar (e, self->seen[e->month][0]);
      if (self->undated)
        return choose_year (e, &self->anchor, towards);
      reference = &self->anchor;
    }
  if (!is_known (reference))
    return none;

  if (e->shift == DOSSIER_DATE_SHIFT_THIS || e->shift == DOSSIER_DATE_SHIFT_CURRENT ||
      e->shift == DOSSIER_DATE_SHIFT_THAT || e->shift == DOSSIER_DATE_SHIFT_SAME)
    return make_calendar (e, reference->year);
  if (self->narrative && e->shift == 0)
    {
      /* A year alone, or more of it, is the year that is being told of. */
      DossierDateValue value = make_calendar (e, reference->year);

      if (reference->grain <= DOSSIER_DATE_GRAIN_YEAR && towards != TOWARDS_FUTURE &&
          dossier_date_value_is_valid (&value))
        return value;
      if (is_known (&self->published) || towards != TOWARDS_FUTURE)
        return choose_year (e, reference, TOWARDS_NEAREST);
      return choose_year (e, reference, TOWARDS_FUTURE);
    }
  /* The tense says little of a single day, and accounts of a quarter come soon
   * after it: "the meeting on Dec. 15 was called". Far off, it does. */
  if (towards <= TOWARDS_FUTURE && e->season == 0)
    return choose_near (e, reference, towards);

  return choose_year (e, reference, towards);
}

static int
weekday_of (gint32 day)
{
  return (int)((((gint64)day + 3) % 7 + 7) % 7) + 1;
}

static DossierDateValue
resolve_weekday (const Resolver        *self,
                 const DossierDateExpr *e)
{
  const DossierDateValue *reference = shift_reference (self, e->shift);
  Towards towards = towards_of (self, e);
  DossierDateValue none = { 0 };
  gint32 today;
  int back;

  if (reference->grain < DOSSIER_DATE_GRAIN_WEEK)
    reference = &self->published;
  if (reference->grain < DOSSIER_DATE_GRAIN_WEEK)
    return none;

  today = dossier_date_value_first (reference);
  back = (weekday_of (today) - e->weekday + 7) % 7;
  if (e->shift == DOSSIER_DATE_SHIFT_THIS)
    return dossier_date_value_day (today - weekday_of (today) + e->weekday);
  if (towards == TOWARDS_STRICT_PAST)
    return dossier_date_value_day (today - (back == 0 ? 7 : back));
  if (towards == TOWARDS_STRICT_FUTURE)
    return dossier_date_value_day (today + (back == 0 ? 7 : 7 - back));
  /* "Wednesday's ruling" is known already. */
  if (towards == TOWARDS_FUTURE && e->last < self->tokens->n_tokens &&
      (self->tokens->tokens[e->last].flags & DOSSIER_TOKEN_POSSESSIVE))
    towards = TOWARDS_PAST;
  if (towards == TOWARDS_FUTURE || (self->narrative && self->anchor.grain == DOSSIER_DATE_GRAIN_DAY))
    return dossier_date_value_day (today + (back == 0 ? 0 : 7 - back));
  return dossier_date_value_day (today - back);
}

static int
year_said_by (const Resolver        *self,
              const DossierDateExpr *e)
{
  const DossierDateValue *reference = shift_reference (self, e->year_shift);

  if (e->has_year)
    return e->year;
  return e->year_shift != 0 && is_known (reference) ? reference->year + dossier_date_shift_delta (e->year_shift) : 0;
}

/* "21 March - 21 June 1952", "April and June 1955": the year stands with the second
 * date only; 0 where it does not. */
static int
year_of_next (const Resolver        *self,
              const DossierDateExpr *e)
{
  const DossierDateExpr *next = e + 1;
  const DossierDateExpr *end = &g_array_index (self->exprs, DossierDateExpr, 0) + self->exprs->len;
  const DossierDateWord *word;
  int year;

  if (next >= end || (!next->has_year && next->year_shift == 0) || next->month == 0 ||
      next->form != DOSSIER_DATE_FORM_CALENDAR ||
      next->first != e->last + 1)
    return 0;
  word = dossier_date_words_get (self->words, self->tokens->tokens[e->last].word);
  if (self->tokens->tokens[e->last].kind != DOSSIER_TOKEN_PUNCT &&
      (word->roles & (DOSSIER_DATE_ROLE_AND | DOSSIER_DATE_ROLE_TO | DOSSIER_DATE_ROLE_UNTIL | DOSSIER_DATE_ROLE_OR)) == 0)
    return 0;

  year = year_said_by (self, next);
  return e->month <= next->month || year == 0 ? year : year - 1;
}

static DossierDateValue
resolve_calendar (const Resolver        *self,
                  const DossierDateExpr *e)
{
  const DossierDateValue *reference;
  DossierDateValue none = { 0 };

  if (e->digits_unknown != 0)
    return dossier_date_value_part (e->digits_unknown == 1 ? DOSSIER_DATE_GRAIN_DECADE : DOSSIER_DATE_GRAIN_CENTURY,
                                    e->year, 0);
  if (e->quarter == 99 && e->has_year)
    {
      if (!is_known (&self->quarter))
        return dossier_date_value_year (e->year);
      return dossier_date_value_part (DOSSIER_DATE_GRAIN_QUARTER, e->year, self->quarter.part);
    }
  if (e->has_year)
    return make_calendar (e, e->year);
  if (e->day != 0 && e->month != 0 && e->shift == 0 && e->year_shift == 0 && self->seen[e->month][e->day] != 0)
    return make_calendar (e, self->seen[e->month][e->day]);
  if (e->year_shift != 0)
    {
      reference = shift_reference (self, e->year_shift);
      if (!is_known (reference))
        return none;
      return make_calendar (e, reference->year + dossier_date_shift_delta (e->year_shift));
    }
  if (e->weekday != 0 && e->month == 0)
    return resolve_weekday (self, e);
  if (e->month != 0 && e->shift == 0 && year_of_next (self, e) != 0)
    return make_calendar (e, year_of_next (self, e));
  /* The latest half without a year is one of the year that is spoken of. */
  if (e->half != 0)
    {
      reference = deictic_reference (self);
      return is_known (reference) ? make_calendar (e, reference->year) : none;
    }

  return resolve_without_year (self, e);
}

/* The last quarter that has ended, for "the latest quarter" with no other clue. */
static DossierDateValue
latest_quarter (const Resolver *self)
{
  DossierDateValue quarter;

  if (is_known (&self->quarter))
    return self->quarter;
  if (self->published.grain < DOSSIER_DATE_GRAIN_MONTH)
    return (DossierDateValue){ 0 };

  quarter = dossier_date_value_coarsen (&self->published, DOSSIER_DATE_UNIT_QUARTER);
  return dossier_date_value_shift (&quarter, DOSSIER_DATE_UNIT_QUARTER, -1);
}

static DossierDateValue
resolve_period (const Resolver        *self,
                const DossierDateExpr *e)
{
  const DossierDateValue *reference = shift_reference (self, e->shift);
  DossierDateValue none = { 0 }, value;
  int delta = dossier_date_shift_delta (e->shift);

  if (e->unit == DOSSIER_DATE_UNIT_QUARTER &&
      (e->bare || e->shift == DOSSIER_DATE_SHIFT_LATEST || e->shift == DOSSIER_DATE_SHIFT_SAME ||
       e->shift == DOSSIER_DATE_SHIFT_THAT))
    return latest_quarter (self);
  if (e->bare)
    reference = self->narrative ? anaphoric_reference (self) : deictic_reference (self);
  if (e->shift == DOSSIER_DATE_SHIFT_LATEST && e->unit != DOSSIER_DATE_UNIT_DAY)
    delta = -1;
  /* "the next day" goes on from the last day named, in news too. */
  if (e->unit == DOSSIER_DATE_UNIT_DAY && e->shift == DOSSIER_DATE_SHIFT_NEXT)
    reference = is_known (&self->day) ? &self->day : &self->published;
  if (!dossier_date_value_is_fine (reference, e->unit) && e->unit == DOSSIER_DATE_UNIT_DAY && is_known (&self->day) &&
      e->shift >= DOSSIER_DATE_SHIFT_PREVIOUS)
    reference = &self->day;
  if (!dossier_date_value_is_fine (reference, e->unit))
    reference = &self->published;
  if (!dossier_date_value_is_fine (reference, e->unit))
    return none;

  if (e->unit == DOSSIER_DATE_UNIT_WEEKEND && (e->bare || delta < 0))
    {
      /* The weekend that is just over, or is on. */
      gint32 day = dossier_date_value_first (reference);
      Towards towards = towards_of (self, e);

      if (weekday_of (day) <= 5 && !(e->bare && towards == TOWARDS_FUTURE))
        day -= 7;
      return dossier_date_value_week (day, TRUE);
    }
  value = dossier_date_value_coarsen (reference, e->unit);
  return dossier_date_value_shift (&value, e->unit, delta);
}

static DossierDateValue
resolve_deictic (const Resolver        *self,
                 const DossierDateExpr *e)
{
  DossierDateValue none = { 0 };

  if (self->published.grain != DOSSIER_DATE_GRAIN_DAY)
    return none;

  return dossier_date_value_shift (&self->published, DOSSIER_DATE_UNIT_DAY, e->days);
}

/* "two years ago": as fine as the unit is. */
static DossierDateValue
resolve_offset (const Resolver        *self,
                const DossierDateExpr *e)
{
  gboolean back = e->turn == DOSSIER_DATE_TURN_AGO || e->turn == DOSSIER_DATE_TURN_EARLIER;
  const DossierDateValue *reference = e->turn == DOSSIER_DATE_TURN_AGO || e->turn == DOSSIER_DATE_TURN_AHEAD
                                      ? &self->published : anaphoric_reference (self);
  DossierDateValue none = { 0 }, value;
  int n = (int)MIN (e->amount, 10000);
  DossierDateUnit unit = e->unit;

  if (unit == DOSSIER_DATE_UNIT_YEAR && n == 1 && back && is_known (&self->quarter))
    {
      value = self->quarter;
      if (e->quarter >= 1 && e->quarter <= 4)
        value = dossier_date_value_part (DOSSIER_DATE_GRAIN_QUARTER, value.year, e->quarter);
      return dossier_date_value_shift (&value, unit, -1);
    }
  if (!is_known (reference) || unit < DOSSIER_DATE_UNIT_DAY)
    return none;
  if (e->quarter == 99)
    {
      value = dossier_date_value_coarsen (reference, DOSSIER_DATE_UNIT_QUARTER);
      return dossier_date_value_shift (&value, unit, back ? -n : n);
    }
  if (e->quarter != 0)
    return dossier_date_value_part (DOSSIER_DATE_GRAIN_QUARTER, reference->year - n, e->quarter);

  if (e->amount != n && unit == DOSSIER_DATE_UNIT_YEAR)
    {
      n = (int)floor (e->amount * 12 + 0.5);
      unit = DOSSIER_DATE_UNIT_MONTH;
    }
  if (unit == DOSSIER_DATE_UNIT_FORTNIGHT)
    {
      unit = DOSSIER_DATE_UNIT_WEEK;
      n *= 2;
    }
  /* "three days later" goes on from the day named a sentence or two before. */
  if (unit <= DOSSIER_DATE_UNIT_WEEK && reference->grain < DOSSIER_DATE_GRAIN_DAY && is_known (&self->day) &&
      self->tokens->tokens[e->first].sentence <= self->day_sentence + 2)
    reference = &self->day;
  if (!dossier_date_value_is_fine (reference, unit))
    return none;
  value = dossier_date_value_shift (reference, unit, back ? -n : n);
  if (unit >= DOSSIER_DATE_UNIT_YEAR)
    unit = DOSSIER_DATE_UNIT_YEAR;
  if (unit == DOSSIER_DATE_UNIT_WEEK && n > 2)
    return dossier_date_value_coarsen (&value, unit);
  if (unit <= DOSSIER_DATE_UNIT_FORTNIGHT)
    return value;

  return dossier_date_value_coarsen (&value, unit);
}

static void
set_date (const Resolver         *self,
          const DossierDateExpr  *e,
          const DossierDateValue *value,
          DossierTimex           *timex)
{
  g_autofree char *date = dossier_date_value_timex (value);
  gboolean approximate = dossier_date_is_approximate (e) && (value->grain < DOSSIER_DATE_GRAIN_WEEK || e->hedge == 1);
  g_autofree char *edtf = dossier_date_value_edtf (value, approximate);
  GString *string = g_string_new (date);

  if (value->grain == DOSSIER_DATE_GRAIN_DAY)
    dossier_date_write_time (e, string);
  timex->value = g_string_free (string, FALSE);
  if (e->ambiguous)
    timex->edtf = g_strdup_printf ("%04d-XX-XX", value->year);
  else if (e->opens == 1)
    timex->edtf = dossier_date_write_since (value, edtf);
  else if (e->form == DOSSIER_DATE_FORM_PERIOD && e->edge == 0 && e->part == 0 &&
           (e->shift == DOSSIER_DATE_SHIFT_PAST ||
            (e->shift == DOSSIER_DATE_SHIFT_LAST && e->unit >= DOSSIER_DATE_UNIT_DECADE)))
    timex->edtf = dossier_date_write_past (e, &self->published);
  if (timex->edtf == NULL)
    timex->edtf = g_steal_pointer (&edtf);
}

/* The date that a bare time of day belongs to: the next one close behind it, the
 * last one of its sentence, or the day that is spoken of. */
static DossierDateValue
day_of_clock (Resolver *self,
              guint     i)
{
  const DossierDateExpr *e = &g_array_index (self->exprs, DossierDateExpr, i);
  const DossierDateExpr *next = i + 1 < self->exprs->len ? e + 1 : NULL;
  DossierDateValue none = { 0 }, value = { 0 };
  guint32 sentence = self->tokens->tokens[e->first].sentence;

  if (next != NULL && next->first <= e->last + 3 && self->tokens->tokens[next->first].sentence == sentence)
    {
      if (next->form == DOSSIER_DATE_FORM_CALENDAR)
        value = resolve_calendar (self, next);
      else if (next->form == DOSSIER_DATE_FORM_DEICTIC)
        value = resolve_deictic (self, next);
      if (value.grain == DOSSIER_DATE_GRAIN_DAY && dossier_date_value_is_valid (&value))
        return value;
    }
  if (is_known (&self->day) && (self->narrative || self->day_sentence + 1 >= sentence))
    return self->day;
  if (self->published.grain == DOSSIER_DATE_GRAIN_DAY)
    return self->published;

  return none;
}

/* "the last week of August": the last that lies mostly in it. */
static DossierDateValue
nth_of (const DossierDateExpr  *e,
        const DossierDateValue *whole)
{
  gint32 first = dossier_date_value_first (whole), last = dossier_date_value_last (whole), day;
  int step = e->nth_unit == DOSSIER_DATE_UNIT_WEEK ? 7 : 1;
  DossierDateValue value;

  if (e->nth_unit == DOSSIER_DATE_UNIT_MONTH)
    {
      value = dossier_date_value_day (first);
      value = dossier_date_value_month (value.year, value.month);
      if (e->nth > 0)
        value = dossier_date_value_shift (&value, DOSSIER_DATE_UNIT_MONTH, e->nth - 1);
      else
        value = dossier_date_value_shift (&value, DOSSIER_DATE_UNIT_MONTH, (last - first) / 30 - 1);
    }
  else
    {
      day = e->nth == 0 ? first : e->nth < 0 ? last - step / 2 : first + (e->nth - 1) * step + step / 2;
      value = e->nth_unit == DOSSIER_DATE_UNIT_WEEK ? dossier_date_value_week (day, FALSE) : dossier_date_value_day (day);
    }

  return dossier_date_value_first (&value) <= last ? value : *whole;
}

static DossierDateValue
resolve_date (Resolver *self,
              guint     i)
{
  const DossierDateExpr *e = &g_array_index (self->exprs, DossierDateExpr, i);
  DossierDateValue value = { 0 };

  switch ((DossierDateForm)e->form)
    {
    case DOSSIER_DATE_FORM_CALENDAR:
      value = resolve_calendar (self, e);
      break;
    case DOSSIER_DATE_FORM_PERIOD:
      value = resolve_period (self, e);
      break;
    case DOSSIER_DATE_FORM_DEICTIC:
      value = resolve_deictic (self, e);
      break;
    case DOSSIER_DATE_FORM_OFFSET:
      if (!e->vague)
        value = resolve_offset (self, e);
      break;
    case DOSSIER_DATE_FORM_CLOCK:
      value = day_of_clock (self, i);
      break;
    default:
      break;
    }
  if (!dossier_date_value_is_valid (&value))
    value.grain = DOSSIER_DATE_GRAIN_NONE;
  if (e->nth_unit != 0 && is_known (&value))
    value = nth_of (e, &value);

  return value;
}

/* Whether a text goes on from a date: not from decades, from what "since" leads back
 * to, from a plan, nor from a year that only names a thing ("the 1911 treaty"). */
static gboolean
is_anchor (const Resolver         *self,
           const DossierDateExpr  *e,
           const DossierDateValue *value)
{
  if (value->grain <= DOSSIER_DATE_GRAIN_DECADE || e->opens == 1)
    return FALSE;
  if (!self->narrative)
    return TRUE;
  if (e->form == DOSSIER_DATE_FORM_DEICTIC ||
      (e->form == DOSSIER_DATE_FORM_OFFSET && e->turn != DOSSIER_DATE_TURN_LATER))
    return FALSE;
  if (e->form == DOSSIER_DATE_FORM_CALENDAR && value->grain == DOSSIER_DATE_GRAIN_YEAR && e->first > 0 &&
      (dossier_date_words_get (self->words, self->tokens->tokens[e->first - 1].word)->roles & DOSSIER_DATE_ROLE_THE))
    return FALSE;

  return !(e->has_year && dossier_date_tense (self->words, self->tokens, e->first, e->last) == DOSSIER_DATE_TENSE_FUTURE);
}

static void
note_anchor (Resolver               *self,
             const DossierDateExpr  *e,
             const DossierDateValue *value)
{
  if (!is_anchor (self, e, value))
    return;

  self->anchor = *value;
  /* "late 1933" is told on from its end. */
  if (value->grain == DOSSIER_DATE_GRAIN_YEAR && (e->edge == DOSSIER_DATE_EDGE_LATE || e->edge == DOSSIER_DATE_EDGE_END))
    self->anchor = dossier_date_value_month (value->year, 11);
  else if (value->grain == DOSSIER_DATE_GRAIN_YEAR &&
           (e->edge == DOSSIER_DATE_EDGE_EARLY || e->edge == DOSSIER_DATE_EDGE_START))
    self->anchor = dossier_date_value_month (value->year, 2);
  if (value->grain >= DOSSIER_DATE_GRAIN_MONTH && e->month != 0)
    self->seen[value->month][0] = value->year;
  if (value->grain == DOSSIER_DATE_GRAIN_QUARTER && e->form == DOSSIER_DATE_FORM_CALENDAR)
    self->quarter = *value;
  if (value->grain == DOSSIER_DATE_GRAIN_DAY)
    {
      if (e->has_year)
        self->seen[value->month][value->day] = value->year;
      self->day = *value;
      self->day_sentence = self->tokens->tokens[e->first].sentence;
    }
}

static DossierTimex
resolve (Resolver *self,
         guint     i)
{
  const DossierDateExpr *e = &g_array_index (self->exprs, DossierDateExpr, i);
  const DossierToken *tokens = self->tokens->tokens;
  DossierTimex timex = { .bytes = { tokens[e->first].bytes.start, tokens[e->last - 1].bytes.end }, .type = e->type };
  DossierDateValue value;

  if (e->n_bytes != 0)
    timex.bytes.end = tokens[e->last - 1].bytes.start + e->n_bytes;
  if (e->form == DOSSIER_DATE_FORM_DURATION)
    {
      timex.value = dossier_date_write_duration (e);
      timex.edtf = dossier_date_write_span (e, &self->published);
      timex.reason = timex.edtf != NULL ? NULL : reason_duration;
      return timex;
    }
  if (e->form == DOSSIER_DATE_FORM_SET)
    {
      timex.value = dossier_date_write_set (e);
      timex.reason = reason_set;
      return timex;
    }
  if (e->form == DOSSIER_DATE_FORM_REF)
    {
      timex.value = g_strdup (dossier_date_ref_name (e->ref));
      timex.reason = reason_vague;
      return timex;
    }

  value = resolve_date (self, i);
  if (!is_known (&value))
    {
      g_autofree char *unresolved = dossier_date_write_unresolved (e);
      GString *string = g_string_new (unresolved);

      if (e->form != DOSSIER_DATE_FORM_OFFSET)
        dossier_date_write_time (e, string);
      timex.value = g_string_free (string, FALSE);
      timex.reason = e->vague || is_known (&self->published) ? reason_vague : reason_no_date;
      return timex;
    }
  set_date (self, e, &value, &timex);
  if (e->form != DOSSIER_DATE_FORM_CLOCK && !(e->form == DOSSIER_DATE_FORM_OFFSET && is_known (&self->quarter) &&
                                              e->unit == DOSSIER_DATE_UNIT_YEAR))
    note_anchor (self, e, &value);
  return timex;
}

/* Whether the text tells of other times than its own: many years named, most of them
 * not that of publication, and few words that only a reader of that day understands. */
static gboolean
is_narrative (const Resolver *self)
{
  guint n_years = 0, n_far = 0, n_days = 0, n_deictic = 0;

  for (guint i = 0; i < self->exprs->len; i++)
    {
      const DossierDateExpr *e = &g_array_index (self->exprs, DossierDateExpr, i);

      if (e->form == DOSSIER_DATE_FORM_CALENDAR && e->month != 0 && e->day != 0 && !e->has_year && e->weekday == 0)
        n_days++;
      if (e->form == DOSSIER_DATE_FORM_CALENDAR && e->has_year)
        {
          n_years++;
          n_far += !is_known (&self->published) || ABS (e->year - self->published.year) >= 2;
        }
      else if (e->form == DOSSIER_DATE_FORM_DEICTIC || (e->form == DOSSIER_DATE_FORM_CALENDAR && e->weekday != 0) ||
               (e->form == DOSSIER_DATE_FORM_PERIOD && e->shift >= DOSSIER_DATE_SHIFT_LAST &&
                e->shift <= DOSSIER_DATE_SHIFT_CURRENT && !e->bare))
        n_deictic++;
    }

  if (!is_known (&self->published) && n_deictic > 0)
    return FALSE;
  return n_years + n_days >= 6 && n_far >= 3 && n_far * 2 > n_years && n_years + n_days > n_deictic * 4;
}

/* EDTF, or a date with a time that is not quite EDTF's, as in "1998-02-13T14:26". */
static DossierDateValue
read_published (const char *published)
{
  DossierDateValue none = { 0 };
  g_autofree char *date = NULL;
  DossierEdtf edtf;

  if (published == NULL)
    return none;
  date = g_strndup (published, strcspn (published, "T "));
  if (!dossier_edtf_parse (date, &edtf) || edtf.is_interval || ABS (edtf.from.year) > 9900)
    return none;

  switch (edtf.from.precision)
    {
    case DOSSIER_PRECISION_DAY:
      return dossier_date_value_day (dossier_edtf_earliest (&edtf));
    case DOSSIER_PRECISION_MONTH:
      return dossier_date_value_month (edtf.from.year, edtf.from.month);
    case DOSSIER_PRECISION_SEASON:
    case DOSSIER_PRECISION_YEAR:
      return dossier_date_value_year (edtf.from.year);
    default:
      return none;
    }
}

/**
 * dossier_date_resolve:
 * @exprs: (element-type DossierDateExpr): of dossier_date_grammar_read()
 * @published: (nullable): when the text appeared, EDTF
 * @timexes: (element-type DossierTimex): gets one for each expression, in order
 *
 * Gives the expressions of a text their values.
 */
void
dossier_date_resolve (DossierDateWords    *words,
                      const DossierTokens *tokens,
                      const GArray        *exprs,
                      const char          *published,
                      GArray              *timexes)
{
  Resolver self = { .words = words, .tokens = tokens, .exprs = exprs };

  self.published = read_published (published);
  self.narrative = is_narrative (&self);
  self.undated = !self.narrative && !is_known (&self.published);
  self.least_anchor = self.undated ? DOSSIER_DATE_GRAIN_MONTH : DOSSIER_DATE_GRAIN_YEAR;
  for (guint i = 0; i < exprs->len; i++)
    {
      DossierTimex timex = resolve (&self, i);

      g_array_append_val (timexes, timex);
    }
}
