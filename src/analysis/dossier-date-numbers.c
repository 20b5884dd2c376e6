/* dossier-date-numbers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-date-reader.h"

/* Numbers, years and times of day: the small change of the date grammar. */

/** dossier_date_is_dash: whether a single hyphen or dash stands at @i */
gboolean
dossier_date_is_dash (const DossierDateReader *r,
                      guint32                  i)
{
  const char *s;

  if (dossier_date_is_sign (r, i, '-'))
    return TRUE;
  if (i >= r->last || r->tokens[i].bytes.end - r->tokens[i].bytes.start != 3)
    return FALSE;

  s = r->utf8 + r->tokens[i].bytes.start;
  return s[0] == '\xe2' && s[1] == '\x80' && s[2] >= '\x90' && s[2] <= '\x94';
}

/**
 * dossier_date_digits:
 *
 * Returns: how many digits the number at @i has, 0 where it is no plain number
 */
guint
dossier_date_digits (const DossierDateReader *r,
                     guint32                  i,
                     int                     *value)
{
  const DossierToken *t = i < r->last ? &r->tokens[i] : NULL;

  if (t == NULL || t->kind != DOSSIER_TOKEN_NUMBER ||
      t->bytes.end - t->bytes.start > DOSSIER_DATE_MAX_DIGITS)
    return 0;

  *value = 0;
  for (guint32 b = t->bytes.start; b < t->bytes.end; b++)
    {
      if (!g_ascii_isdigit (r->utf8[b]))
        return 0;
      *value = *value * 10 + r->utf8[b] - '0';
    }

  return t->bytes.end - t->bytes.start;
}

/**
 * dossier_date_mixed:
 * @value: (out): the digits in front
 * @rest: (out): what follows them, in the text
 *
 * Returns: how many digits stand in front of the letters of a token like "1990s";
 *   0 where it is no such token
 */
guint
dossier_date_mixed (const DossierDateReader *r,
                    guint32                  i,
                    int                     *value,
                    const char             **rest,
                    gsize                   *n_rest)
{
  const DossierToken *t = i < r->last ? &r->tokens[i] : NULL;
  guint32 b;

  if (t == NULL || t->kind != DOSSIER_TOKEN_MIXED)
    return 0;

  *value = 0;
  for (b = t->bytes.start; b < t->bytes.end && g_ascii_isdigit (r->utf8[b]); b++)
    {
      if (b - t->bytes.start >= DOSSIER_DATE_MAX_DIGITS)
        return 0;
      *value = *value * 10 + r->utf8[b] - '0';
    }
  *rest = r->utf8 + b;
  *n_rest = t->bytes.end - b;

  return b - t->bytes.start;
}

/* "twenty", "twenty-four", "a hundred and five", "two thousand" */
static guint32
read_number_words (const DossierDateReader *r,
                   guint32                  i,
                   double                  *value)
{
  double total = 0, group = 0;
  guint32 start = i;

  for (guint n = 0; n < 9; n++)
    {
      const DossierDateWord *w = dossier_date_word (r, i);
      guint32 next = i;

      if (i > start && dossier_date_is_dash (r, i) && dossier_date_is_joined (r, i) &&
          dossier_date_is_joined (r, i + 1) && group >= 20 && (int)group % 10 == 0)
        next = i + 1;
      else if (i > start && (w->roles & DOSSIER_DATE_ROLE_AND) && (int)(total + group) % 100 == 0 &&
               total + group > 0)
        next = i + 1;
      w = dossier_date_word (r, next);

      if (w->number > 0 && next < r->last)
        {
          int number = w->number - 1;
          int room = i == start || (int)group % 100 == 0 ? 100 : (int)group % 10 == 0 && (int)group % 100 >= 20 ? 10 : 0;

          if (number >= room)
            break;
          group += number;
        }
      else if (w->scale == 100 && next == i && group < 100)
        group = group > 0 ? group * 100 : 100;
      else if (w->scale > 100 && next == i)
        {
          total += (group > 0 ? group : 1) * w->scale;
          group = 0;
        }
      else
        break;
      i = next + 1;
    }

  *value = total + group;
  return i > start ? i : 0;
}

/**
 * dossier_date_read_cardinal:
 * @value: (out): the number; "2 1/2" is 2.5
 *
 * Reads a number in digits or words.
 */
guint32
dossier_date_read_cardinal (const DossierDateReader *r,
                            guint32                  i,
                            double                  *value)
{
  const DossierToken *t = i < r->last ? &r->tokens[i] : NULL;
  char digits[24];
  guint n = 0;
  int above, below;

  if (t == NULL)
    return 0;
  if (t->kind != DOSSIER_TOKEN_NUMBER)
    return t->kind == DOSSIER_TOKEN_WORD ? read_number_words (r, i, value) : 0;

  for (guint32 b = t->bytes.start; b < t->bytes.end && n < sizeof digits - 1; b++)
    {
      if (r->utf8[b] != ',')
        digits[n++] = r->utf8[b];
    }
  digits[n] = '\0';
  *value = g_ascii_strtod (digits, NULL);
  i++;

  if (dossier_date_digits (r, i, &above) == 1 && dossier_date_is_sign (r, i + 1, '/') &&
      dossier_date_digits (r, i + 2, &below) == 1 && below > above)
    {
      *value += (double)above / below;
      return i + 3;
    }
  if (dossier_date_is_sign (r, i, '/') && dossier_date_digits (r, i + 1, &below) == 1 &&
      *value > 0 && *value < below && dossier_date_is_joined (r, i))
    {
      *value /= below;
      return i + 2;
    }
  if (i < r->last && t[1].bytes.end - t[1].bytes.start == 2 &&
      memcmp (r->utf8 + t[1].bytes.start, "\xc2\xbd", 2) == 0)
    {
      *value += 0.5;
      return i + 1;
    }

  return i;
}

/* "nineteen ninety-six", "two thousand and five", "nineteen hundred" */
static guint32
read_year_words (const DossierDateReader *r,
                 guint32                  i,
                 int                     *year)
{
  const DossierDateWord *w = dossier_date_word (r, i);
  guint32 after;
  double value;

  if (w->number == 0 || i >= r->last)
    return 0;
  if (w->number - 1 >= 11 && w->number - 1 <= 20)
    {
      after = read_number_words (r, i + 1, &value);
      if (after != 0 && value >= 10 && value <= 99)
        {
          *year = (w->number - 1) * 100 + (int)value;
          return after;
        }
    }
  after = read_number_words (r, i, &value);
  if (after < i + 2 || value < 1100 || value > 2100 || value != (int)value)
    return 0;

  *year = (int)value;
  return after;
}

/* "499-493 BC": whether an era stands behind a second number. */
static guint
era_behind (const DossierDateReader *r,
            guint32                  i)
{
  int value;

  if (dossier_date_word (r, i)->era != 0)
    return dossier_date_word (r, i)->era;
  if ((dossier_date_is_dash (r, i) || dossier_date_is (r, i, DOSSIER_DATE_ROLE_AND | DOSSIER_DATE_ROLE_TO)) &&
      dossier_date_digits (r, i + 1, &value) > 0)
    return dossier_date_word (r, i + 2)->era;

  return 0;
}

/**
 * dossier_date_read_year:
 *
 * Reads a year with what may stand around it: "1996", "'96", "499 BC", "AD 70",
 * "nineteen ninety-six". Whether a bare number is a year at all is for the caller
 * to ask of what stands beside it.
 */
guint32
dossier_date_read_year (const DossierDateReader *r,
                        guint32                  i,
                        DossierDateExpr         *e)
{
  const char *rest;
  guint n_digits;
  gsize n_rest;
  guint32 after;
  int year;

  if (i >= r->last)
    return 0;

  e->has_year = TRUE;
  if (dossier_date_word (r, i)->era == 2 && dossier_date_digits (r, i + 1, &year) > 0 && year < 3000)
    {
      e->year = year;
      return i + 2;
    }

  n_digits = dossier_date_digits (r, i, &year);
  if (n_digits >= 1 && n_digits <= 4)
    {
      guint era = dossier_date_word (r, i + 1)->era;

      if (era != 0)
        {
          e->bc = era == 1;
          e->year = e->bc ? 1 - year : year;
          return i + 2;
        }
      if (n_digits >= 2 && era_behind (r, i + 1) == 1)
        {
          e->bc = TRUE;
          e->year = 1 - year;
          return i + 1;
        }
      if (n_digits == 4 && year >= 1000 && year < 2200)
        {
          e->year = year;
          return i + 1;
        }
    }

  /* '98 */
  if (r->tokens[i].bytes.end - r->tokens[i].bytes.start != 2 && r->tokens[i].kind >= DOSSIER_TOKEN_QUOTE_OPEN &&
      (r->utf8[r->tokens[i].bytes.start] == '\'' ||
       strncmp (r->utf8 + r->tokens[i].bytes.start, "’", 3) == 0 ||
       strncmp (r->utf8 + r->tokens[i].bytes.start, "‘", 3) == 0) &&
      dossier_date_digits (r, i + 1, &year) == 2 && dossier_date_is_joined (r, i + 1))
    {
      e->year = year + (year < 40 ? 2000 : 1900);
      return i + 2;
    }

  /* "1938The": a heading that lost its line end. */
  if (dossier_date_mixed (r, i, &year, &rest, &n_rest) == 4 && year >= 1400 && year < 2200 && n_rest >= 2 &&
      !(i > r->first && dossier_date_is_joined (r, i) && !dossier_date_is_dash (r, i - 1)) &&
      g_ascii_isupper (rest[0]) && g_ascii_islower (rest[1]))
    {
      e->year = year;
      e->n_bytes = 4;
      return i + 1;
    }

  after = read_year_words (r, i, &year);
  if (after != 0)
    e->year = year;
  else
    e->has_year = FALSE;
  return after;
}

/**
 * dossier_date_read_year_ref:
 *
 * Reads which year is meant, after the thing it belongs to: "1990", "this year",
 * "the same year", "the year", "fiscal 1989".
 */
guint32
dossier_date_read_year_ref (const DossierDateReader *r,
                            guint32                  i,
                            DossierDateExpr         *e)
{
  guint32 after, j = i;
  int shift = 0;

  if (dossier_date_is (r, j, DOSSIER_DATE_ROLE_THE))
    j++;
  if (dossier_date_is (r, j, DOSSIER_DATE_ROLE_FISCAL))
    j++;
  if (dossier_date_word (r, j)->unit == DOSSIER_DATE_UNIT_YEAR && j > i)
    {
      after = dossier_date_read_year (r, j + 1, e);
      if (after != 0)
        return after;
      e->year_shift = DOSSIER_DATE_SHIFT_THIS;
      return j + 1;
    }
  after = dossier_date_read_year (r, j, e);
  if (after != 0)
    return after;

  after = dossier_date_read_shift (r, j, &shift);
  if (after != 0 && dossier_date_is (r, after, DOSSIER_DATE_ROLE_FISCAL))
    after++;
  if (after == 0 || dossier_date_word (r, after)->unit != DOSSIER_DATE_UNIT_YEAR ||
      dossier_date_word (r, after)->plural)
    return 0;

  e->year_shift = shift;
  return after + 1;
}

/* am and pm in all their spellings; the hour is brought to 24. */
static guint32
read_meridiem (const DossierDateReader *r,
               guint32                  i,
               DossierDateExpr         *e)
{
  guint meridiem = dossier_date_word (r, i)->meridiem;
  guint32 after = i + 1;
  char c;

  if (i >= r->last)
    return 0;
  /* "p.m" without its second stop is three tokens. */
  c = g_ascii_tolower (r->utf8[r->tokens[i].bytes.start]);
  if (meridiem == 0 && (c == 'a' || c == 'p') &&
      r->tokens[i].bytes.end - r->tokens[i].bytes.start == 1 && dossier_date_is_sign (r, i + 1, '.') &&
      dossier_date_is_joined (r, i + 1) && dossier_date_is_sign (r, i + 2, 'm') &&
      dossier_date_is_joined (r, i + 2))
    {
      meridiem = c == 'a' ? 1 : 2;
      after = i + 3;
    }
  if (meridiem == 0 || e->hour > 12)
    return 0;

  e->hour = e->hour % 12 + (meridiem == 2 ? 12 : 0);
  return after;
}

/* The letters after the digits of "10pm", "0930hrs". */
static gboolean
read_suffix (DossierDateExpr *e,
             const char      *rest,
             gsize            n_rest)
{
  if (n_rest == 2 && g_ascii_tolower (rest[1]) == 'm' && e->hour >= 1 && e->hour <= 12)
    {
      char c = g_ascii_tolower (rest[0]);

      if (c != 'a' && c != 'p')
        return FALSE;
      e->hour = e->hour % 12 + (c == 'p' ? 12 : 0);
      return TRUE;
    }

  return (n_rest == 3 && g_ascii_strncasecmp (rest, "hrs", 3) == 0) ||
         (n_rest == 1 && g_ascii_tolower (*rest) == 'h') ||
         (n_rest == 5 && g_ascii_strncasecmp (rest, "hours", 5) == 0);
}

/* "10:35", "10:35:20", "10:35PM"; the hour is read. */
static guint32
read_minutes (const DossierDateReader *r,
              guint32                  i,
              DossierDateExpr         *e)
{
  const char *rest;
  gsize n_rest;
  int value;

  if (!dossier_date_is_sign (r, i, ':') || !dossier_date_is_joined (r, i) ||
      !dossier_date_is_joined (r, i + 1))
    return 0;
  if (dossier_date_mixed (r, i + 1, &value, &rest, &n_rest) == 2 && value < 60 &&
      read_suffix (e, rest, n_rest))
    {
      e->minute = value;
      return i + 2;
    }
  if (dossier_date_digits (r, i + 1, &value) != 2 || value > 59)
    return 0;

  e->minute = value;
  i += 2;
  if (dossier_date_is_sign (r, i, ':') && dossier_date_is_joined (r, i) &&
      dossier_date_digits (r, i + 1, &value) == 2 && value < 60)
    {
      e->second = value;
      i += 2;
    }

  return i;
}

static guint32
read_zone (const DossierDateReader *r,
           guint32                  i,
           DossierDateExpr         *e)
{
  guint32 j = dossier_date_is_sign (r, i, '(') ? i + 1 : i;

  if (dossier_date_word (r, j)->zone == 0 || (r->tokens[j].flags & DOSSIER_TOKEN_ALL_CAPITALS) == 0)
    return i;

  e->utc = dossier_date_word (r, j)->zone == 2;
  return j > i && dossier_date_is_sign (r, j + 1, ')') ? j + 2 : j + 1;
}

/* "in the morning" after an hour */
static guint32
read_part_of_day (const DossierDateReader *r,
                  guint32                  i,
                  DossierDateExpr         *e)
{
  guint part;

  if (!dossier_date_is (r, i, DOSSIER_DATE_ROLE_IN) || !dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_THE))
    return 0;
  part = dossier_date_word (r, i + 2)->part;
  if (part != DOSSIER_DATE_PART_MORNING && part != DOSSIER_DATE_PART_AFTERNOON &&
      part != DOSSIER_DATE_PART_EVENING)
    return 0;

  e->hour = e->hour % 12 + (part == DOSSIER_DATE_PART_MORNING ? 0 : 12);
  return i + 3;
}

/**
 * dossier_date_read_clock:
 *
 * Reads a time of day with its zone: "10:35 a.m.", "5 p.m. EST", "noon",
 * "14:58 UTC", "0930hrs", "four o'clock".
 */
guint32
dossier_date_read_clock (const DossierDateReader *r,
                         guint32                  i,
                         DossierDateExpr         *e)
{
  guint32 after = 0, more;
  const char *rest;
  double words;
  gsize n_rest;
  int value;
  guint n;

  e->form = DOSSIER_DATE_FORM_CLOCK;
  e->type = DOSSIER_TIMEX_TIME;
  e->has_clock = TRUE;
  if (dossier_date_word (r, i)->clock != 0)
    {
      e->hour = dossier_date_word (r, i)->clock;
      return i + 1;
    }

  n = dossier_date_mixed (r, i, &value, &rest, &n_rest);
  if (n > 0)
    {
      e->hour = n == 4 ? value / 100 : value;
      e->minute = n == 4 ? value % 100 : 0;
      e->no_minutes = n < 4;
      if (n > 4 || n == 3 || e->hour > 24 || e->minute > 59 || !read_suffix (e, rest, n_rest))
        return 0;
      return read_zone (r, i + 1, e);
    }

  n = dossier_date_digits (r, i, &value);
  if (n == 0 && i < r->last && r->tokens[i].kind == DOSSIER_TOKEN_WORD &&
      dossier_date_word (r, i)->number > 0 && dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_OCLOCK))
    {
      n = dossier_date_read_cardinal (r, i, &words) != 0 ? 1 : 0;
      value = n > 0 ? (int)words : 0;
    }
  if (n == 0 || n > 2 || value > 24)
    return 0;

  e->hour = value;
  more = read_minutes (r, i + 1, e);
  if (more != 0)
    after = more;
  else
    e->no_minutes = TRUE;
  if ((more = read_meridiem (r, MAX (after, i + 1), e)) != 0)
    after = more;
  else if (e->no_minutes && dossier_date_is (r, i + 1, DOSSIER_DATE_ROLE_OCLOCK))
    after = i + 2;
  if ((more = read_part_of_day (r, MAX (after, i + 1), e)) != 0 && value <= 12)
    after = more;

  return after != 0 ? read_zone (r, after, e) : 0;
}
