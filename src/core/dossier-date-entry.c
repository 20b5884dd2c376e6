/* dossier-date-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-date-entry.h"
#include "dossier-date-format.h"

#define MAX_PIECES  24
#define MAX_TYPED   200

/* What a typed word may be. */
typedef enum
{
  WORD_NONE,
  WORD_MONTH,    /* value 1-12 */
  WORD_SEASON,   /* value 21-24 */
  WORD_ABOUT,
  WORD_PERHAPS,
  WORD_PART,     /* "early", "mid", "late": approximate */
  WORD_SINCE,
  WORD_AFTER,
  WORD_UNTIL,
  WORD_BEFORE,
  WORD_BETWEEN,
  WORD_AND,
  WORD_FILLER,   /* "the", "of", "in", "on" */
  WORD_CENTURY,
  WORD_BC,
  WORD_AD,
  WORD_TODAY,    /* value: days from today */
} WordKind;

typedef struct
{
  char     text[32]; /* folded */
  WordKind kind;
  int      value;
  int      number;   /* of digits in front, -1 none */
  guint    n_digits;
  char     sign;     /* a sign alone, 0 else */
} Piece;

typedef struct
{
  Piece  pieces[MAX_PIECES];
  guint  n;
  char  *typed;
  char  *why_not;
} Entry;

/* The words that are understood, English and the user's language, divided by "|". */
static const struct
{
  WordKind    kind;
  int         value;
  const char *words;
} word_lists[] = {
  /* Translators: words that may be typed beside a date, divided by "|", in small letters.
   * This and the next lists: give the words of your language, as many as you like. */
  { WORD_ABOUT, 0, N_("about|around|circa|ca|c|approximately|roughly") },
  { WORD_PERHAPS, 0, N_("perhaps|maybe|possibly|probably") },
  { WORD_PART, 0, N_("early|mid|middle|late|beginning|end") },
  { WORD_SINCE, 0, N_("since|from|starting") },
  { WORD_AFTER, 0, N_("after") },
  { WORD_UNTIL, 0, N_("to|until|till|through|up to|by") },
  { WORD_BEFORE, 0, N_("before") },
  { WORD_BETWEEN, 0, N_("between") },
  { WORD_AND, 0, N_("and") },
  { WORD_FILLER, 0, N_("the|of|in|on|at") },
  { WORD_SEASON, 21, N_("spring") },
  { WORD_SEASON, 22, N_("summer") },
  { WORD_SEASON, 23, N_("autumn|fall") },
  { WORD_SEASON, 24, N_("winter") },
  { WORD_CENTURY, 0, N_("century") },
  { WORD_BC, 0, N_("bc|bce") },
  { WORD_AD, 0, N_("ad|ce") },
  { WORD_TODAY, 0, N_("today") },
  { WORD_TODAY, -1, N_("yesterday") },
};

static const char *const english_months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
};

static gboolean
is_in_list (const char *list,
            const char *word)
{
  g_auto(GStrv) words = g_strsplit (list, "|", -1);

  return g_strv_contains ((const char *const *)words, word);
}

/* Whether @word is a month or its beginning of three letters or more. */
static gboolean
names_month (const char *month,
             const char *word)
{
  return strlen (word) >= 3 && g_str_has_prefix (month, word);
}

static int
find_month (const char *word)
{
  for (int m = 0; m < 12; m++)
    {
      g_autoptr(GDateTime) moment = g_date_time_new_utc (2001, m + 1, 1, 0, 0, 0);
      const char *const formats[] = { "%B", "%OB", "%b" };

      if (names_month (english_months[m], word))
        return m + 1;
      for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
        {
          g_autofree char *name = g_date_time_format (moment, formats[f]);
          g_autofree char *folded = name != NULL ? g_utf8_casefold (name, -1) : NULL;

          if (folded != NULL && (names_month (folded, word) || g_str_equal (folded, word)))
            return m + 1;
        }
    }

  return 0;
}

static void
name_piece (Piece *piece)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    {
      if (is_in_list (word_lists[i].words, piece->text) || is_in_list (_(word_lists[i].words), piece->text))
        {
          piece->kind = word_lists[i].kind;
          piece->value = word_lists[i].value;
          return;
        }
    }
  piece->value = find_month (piece->text);
  if (piece->value == 0 && g_str_equal (piece->text, "sept"))
    piece->value = 9;
  if (piece->value != 0)
    piece->kind = WORD_MONTH;
}

/* Cuts the typed text into words, numbers with what hangs on them, and signs; stops
 * that close an abbreviation, and commas, are left out. */
static gboolean
cut (Entry      *self,
     const char *folded)
{
  const char *p = folded;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *start = p;
      Piece *piece;

      if (g_unichar_isspace (c) || c == ',')
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (self->n == MAX_PIECES)
        return FALSE;
      piece = &self->pieces[self->n++];
      memset (piece, 0, sizeof *piece);
      piece->number = -1;
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          while (*p != '\0' && (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
            p = g_utf8_next_char (p);
          if (p - start >= (int)sizeof piece->text)
            return FALSE;
          memcpy (piece->text, start, p - start);
          piece->n_digits = strspn (piece->text, "0123456789");
          if (piece->n_digits > 0 && piece->n_digits < 9)
            piece->number = atoi (piece->text);
          if (piece->n_digits == 0)
            name_piece (piece);
          if (*p == '.' && piece->n_digits == 0)
            p++;
          continue;
        }
      p = g_utf8_next_char (p);
      piece->sign = c == 0x2013 || c == 0x2014 || c == 0x2010 || c == 0x2011 || c == 0x2212 ? '-' : c < 0x80 ? (char)c : 1;
    }

  return TRUE;
}

static gboolean
is_number (const Piece *piece)
{
  return piece->number >= 0 && piece->text[piece->n_digits] == '\0';
}

/* "3rd", "19th" */
static gboolean
is_ordinal (const Piece *piece)
{
  const char *rest = piece->text + piece->n_digits;

  return piece->number > 0 && (is_number (piece) || g_str_equal (rest, "st") || g_str_equal (rest, "nd") ||
                               g_str_equal (rest, "rd") || g_str_equal (rest, "th"));
}

static gboolean
fail (Entry *self,
      char  *why_not)
{
  if (self->why_not == NULL)
    self->why_not = why_not;
  else
    g_free (why_not);
  return FALSE;
}

static gboolean
check_year (Entry *self,
            Piece *piece)
{
  if (piece->n_digits == 4)
    return TRUE;
  if (piece->n_digits <= 2)
    return fail (self, g_strdup_printf (_("“%s” has a year of two digits. Write all four, such as 2019."), self->typed));

  return FALSE;
}

static gboolean
set_day (Entry           *self,
         DossierEdtfPart *part,
         int              year,
         int              month,
         int              day)
{
  part->year = year;
  part->month = month;
  part->day = day;
  part->precision = day != 0 ? DOSSIER_PRECISION_DAY : DOSSIER_PRECISION_MONTH;
  if (month < 1 || month > 12)
    return fail (self, g_strdup_printf (_("“%s” has a month beyond 12. Write the month as a word, such as May."),
                                        self->typed));
  if (day > dossier_days_in_month (year, month) || day < 0)
    return fail (self, g_strdup_printf (_("“%s” names a day that the calendar does not have."), self->typed));

  return TRUE;
}

/* Three numbers between signs: 2021-05-16, 16.5.2021, 5/16/2021. */
static gboolean
read_three_numbers (Entry           *self,
                    Piece           *p,
                    DossierEdtfPart *part)
{
  char sign = p[1].sign;
  int a = p[0].number, b = p[2].number;

  if (p[0].n_digits == 4)
    return set_day (self, part, a, b, p[4].number);
  if (!check_year (self, &p[4]))
    return FALSE;
  if (sign == '.' || sign == '-' || a > 12 || a == b)
    return set_day (self, part, p[4].number, b, a);
  if (b > 12)
    return set_day (self, part, p[4].number, a, b);

  if (a >= 1 && b >= 1)
    {
      g_autofree char *one = g_strdup_printf ("%04d-%02d-%02d", p[4].number, b, a);
      g_autofree char *other = g_strdup_printf ("%04d-%02d-%02d", p[4].number, a, b);
      g_autofree char *one_words = dossier_date_format (one, DOSSIER_DATE_LONG);
      g_autofree char *other_words = dossier_date_format (other, DOSSIER_DATE_LONG);

      return fail (self, g_strdup_printf (_("“%s” can be read as %s or as %s. Write the month as a word, "
                                            "or the date as %s."),
                                          self->typed, one_words, other_words, one));
    }

  return FALSE;
}

static gboolean
read_quarter (Piece       *p,
              guint        n,
              DossierEdtf *out)
{
  int quarter;

  if (n != 2 || p[0].text[0] != 'q' || !g_ascii_isdigit (p[0].text[1]) || p[0].text[2] != '\0' || p[1].n_digits != 4)
    return FALSE;
  quarter = p[0].text[1] - '0';
  if (quarter < 1 || quarter > 4)
    return FALSE;

  out->is_interval = TRUE;
  out->from = (DossierEdtfPart){ .year = p[1].number, .month = quarter * 3 - 2, .precision = DOSSIER_PRECISION_MONTH };
  out->to = (DossierEdtfPart){ .year = p[1].number, .month = quarter * 3, .precision = DOSSIER_PRECISION_MONTH };
  return TRUE;
}

/* Day, month and year in any order of words, once signs are gone. */
static gboolean
read_words (Entry           *self,
            Piece           *p,
            guint            n,
            DossierEdtfPart *part)
{
  Piece *month = NULL, *season = NULL, *year = NULL, *day = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (p[i].kind == WORD_MONTH && month == NULL)
        month = &p[i];
      else if (p[i].kind == WORD_SEASON && season == NULL)
        season = &p[i];
      else if (p[i].n_digits == 4 && is_number (&p[i]) && year == NULL)
        year = &p[i];
      else if (p[i].n_digits >= 1 && p[i].n_digits <= 2 && is_ordinal (&p[i]) && day == NULL)
        day = &p[i];
      else if (p[i].kind != WORD_AD && !(p[i].sign == '.' || p[i].sign == '-'))
        return FALSE;
    }

  if (year == NULL && (month != NULL || season != NULL))
    return fail (self, g_strdup_printf (_("“%s” lacks its year. Add it with four digits, such as May 2019."),
                                        self->typed));
  if (year == NULL || (season != NULL && (month != NULL || day != NULL)) || (day != NULL && month == NULL))
    return FALSE;
  if (month != NULL)
    return set_day (self, part, year->number, month->value, day != NULL ? day->number : 0);

  part->year = year->number;
  part->month = season != NULL ? season->value : 0;
  part->precision = season != NULL ? DOSSIER_PRECISION_SEASON : DOSSIER_PRECISION_YEAR;
  return TRUE;
}

static gboolean
read_plain (Entry       *self,
            Piece       *p,
            guint        n,
            DossierEdtf *out)
{
  DossierEdtfPart *part = &out->from;

  if (n == 5 && is_number (&p[0]) && is_number (&p[2]) && is_number (&p[4]) && p[1].sign == p[3].sign &&
      strchr ("./-", p[1].sign) != NULL && p[1].sign != 0)
    return read_three_numbers (self, p, part);
  if (n == 3 && is_number (&p[0]) && is_number (&p[2]) && p[0].n_digits <= 2 && p[2].n_digits == 4 &&
      (p[1].sign == '/' || p[1].sign == '.'))
    return set_day (self, part, p[2].number, p[0].number, 0);
  if (n == 3 && p[0].n_digits == 4 && is_number (&p[0]) && is_number (&p[2]) && p[2].n_digits <= 2 && p[1].sign != 0)
    return set_day (self, part, p[0].number, p[2].number, 0);
  if (read_quarter (p, n, out))
    return TRUE;
  if (n == 1 && p[0].kind == WORD_TODAY)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();
      int year, month, day;

      dossier_day_to_ymd (dossier_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                                g_date_time_get_day_of_month (now)) + p[0].value,
                          &year, &month, &day);
      return set_day (self, part, year, month, day);
    }
  /* "1990s" */
  if (n == 1 && p[0].n_digits == 4 && g_str_equal (p[0].text + 4, "s") && p[0].number % 10 == 0)
    {
      part->year = p[0].number;
      part->precision = p[0].number % 100 == 0 && p[0].number != 2000 ? DOSSIER_PRECISION_CENTURY : DOSSIER_PRECISION_DECADE;
      return TRUE;
    }
  if (n == 2 && p[1].kind == WORD_CENTURY && is_ordinal (&p[0]) && p[0].number <= 99)
    {
      part->year = (p[0].number - 1) * 100;
      part->precision = DOSSIER_PRECISION_CENTURY;
      return TRUE;
    }
  if (n == 2 && p[1].kind == WORD_BC && is_number (&p[0]) && p[0].number >= 1 && p[0].number <= 9999)
    {
      part->year = 1 - p[0].number;
      part->precision = DOSSIER_PRECISION_YEAR;
      return TRUE;
    }
  if (n == 1 && is_number (&p[0]) && !check_year (self, &p[0]))
    return FALSE;

  return read_words (self, p, n, part);
}

/* One date with its qualifiers, of pieces [@first, @last). */
static gboolean
read_single (Entry       *self,
             guint        first,
             guint        last,
             DossierEdtf *out)
{
  gboolean about = FALSE, perhaps = FALSE;
  Piece kept[MAX_PIECES];
  guint n = 0;

  for (guint i = first; i < last; i++)
    {
      const Piece *p = &self->pieces[i];

      if (p->kind == WORD_ABOUT || p->kind == WORD_PART || p->sign == '~')
        {
          about = TRUE;
          if (p->kind == WORD_PART && i + 1 < last && self->pieces[i + 1].sign == '-')
            i++;
        }
      else if (p->kind == WORD_PERHAPS || p->sign == '?')
        perhaps = TRUE;
      else if (p->kind != WORD_FILLER)
        kept[n++] = *p;
    }
  if (n == 0 || !read_plain (self, kept, n, out))
    return FALSE;

  out->from.approximate = about;
  out->from.uncertain = perhaps;
  if (out->is_interval)
    {
      out->to.approximate = about;
      out->to.uncertain = perhaps;
    }
  else
    out->to = out->from;
  return TRUE;
}

/* The date just before or just after another, as precise as it. */
static gboolean
step (const DossierEdtf *edtf,
      int                direction,
      DossierEdtfPart   *out)
{
  const DossierEdtfPart *part = direction < 0 ? &edtf->from : &edtf->to;
  gint32 day = direction < 0 ? dossier_edtf_earliest (edtf) - 1 : dossier_edtf_latest (edtf) + 1;
  int y, m, d;

  dossier_day_to_ymd (day, &y, &m, &d);
  if (y < -9999 || y > 9999)
    return FALSE;
  *out = *part;
  out->year = y;
  out->month = part->precision == DOSSIER_PRECISION_DAY || part->precision == DOSSIER_PRECISION_MONTH ||
               part->precision == DOSSIER_PRECISION_SEASON ? m : 0;
  out->day = part->precision == DOSSIER_PRECISION_DAY ? d : 0;
  if (part->precision == DOSSIER_PRECISION_SEASON)
    out->precision = DOSSIER_PRECISION_MONTH;
  if (part->precision < DOSSIER_PRECISION_YEAR)
    out->precision = DOSSIER_PRECISION_YEAR;
  return TRUE;
}

static gboolean
read_open (Entry       *self,
           WordKind     kind,
           DossierEdtf *out)
{
  DossierEdtf date = { 0 };
  const DossierEdtfPart open = { .open = TRUE };

  if (!read_single (self, 1, self->n, &date))
    return FALSE;

  out->is_interval = TRUE;
  out->from = kind == WORD_SINCE ? date.from : open;
  out->to = kind == WORD_UNTIL ? date.to : open;
  if (kind == WORD_BEFORE)
    return step (&date, -1, &out->to);
  if (kind == WORD_AFTER)
    return step (&date, 1, &out->from);

  return TRUE;
}

/* "2006 to April 2021": the first word or sign that can divide, with a date on both
 * sides. */
static gboolean
read_range (Entry       *self,
            guint        first,
            DossierEdtf *out)
{
  for (guint i = first + 1; i + 1 < self->n; i++)
    {
      const Piece *p = &self->pieces[i];
      DossierEdtf from = { 0 }, to = { 0 };
      Entry trial = *self;
      gboolean understood;

      if (p->kind != WORD_UNTIL && p->sign != '-' && p->sign != '/' &&
          !(p->kind == WORD_AND && first > 0 && self->pieces[0].kind == WORD_BETWEEN))
        continue;
      trial.why_not = NULL;
      understood = read_single (&trial, first, i, &from) && read_single (&trial, i + 1, self->n, &to);
      g_free (trial.why_not);
      if (!understood)
        continue;

      out->is_interval = TRUE;
      out->from = from.from;
      out->to = to.to;
      if (dossier_edtf_earliest (out) > dossier_edtf_latest (out))
        return fail (self, g_strdup_printf (_("“%s” ends before it begins. Write the earlier date first."),
                                            self->typed));
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_entry (Entry       *self,
            DossierEdtf *out)
{
  WordKind kind = self->pieces[0].kind;
  guint first = kind == WORD_SINCE || kind == WORD_BETWEEN ? 1 : 0;

  if (read_single (self, 0, self->n, out))
    return TRUE;
  memset (out, 0, sizeof *out);
  if (self->n > 2 && read_range (self, first, out))
    return TRUE;
  memset (out, 0, sizeof *out);
  if (kind == WORD_SINCE || kind == WORD_AFTER || kind == WORD_UNTIL || kind == WORD_BEFORE)
    return read_open (self, kind, out);

  return FALSE;
}

/* Decades and centuries may not stand in an interval: the years that bound them do. */
static void
spell_out (DossierEdtf *edtf)
{
  int year;

  if (!edtf->is_interval)
    return;
  if (edtf->from.precision == DOSSIER_PRECISION_DECADE || edtf->from.precision == DOSSIER_PRECISION_CENTURY)
    edtf->from.precision = DOSSIER_PRECISION_YEAR;
  if (edtf->to.precision == DOSSIER_PRECISION_DECADE || edtf->to.precision == DOSSIER_PRECISION_CENTURY)
    {
      dossier_day_to_ymd (dossier_edtf_latest (edtf), &year, NULL, NULL);
      edtf->to.year = year;
      edtf->to.precision = DOSSIER_PRECISION_YEAR;
    }
}

static char *
not_understood (const char *typed)
{
  return g_strdup_printf (_("“%s” was not understood as a date. Write it like 2018, May 2018, 16 May 2018, "
                            "2006 to April 2021, or since 2018."), typed);
}

/**
 * dossier_date_entry_parse:
 * @typed: what a person typed
 * @why_not: (out) (optional) (transfer full): where it is not understood, a sentence
 *   that says why and what to type
 *
 * Reads a date as people type it, in English or their own language: "March 2018",
 * "3.5.2019", "spring 2018", "about 2006", "2006 to April 2021", "since 2018",
 * "before 2010", and EDTF itself. "Before 2010" ends with 2009, "until 2010" with
 * 2010. A date like 3/5/2019 is not guessed at.
 *
 * Returns: (transfer full) (nullable): EDTF, or %NULL
 */
char *
dossier_date_entry_parse (const char  *typed,
                          char       **why_not)
{
  Entry entry = { 0 };
  DossierEdtf edtf = { 0 };
  g_autofree char *folded = NULL, *stripped = NULL, *upper = NULL, *result = NULL, *reason = NULL;

  if (why_not != NULL)
    *why_not = NULL;
  stripped = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  upper = g_ascii_strup (stripped, -1); /* "201x" */
  if (*stripped == '\0')
    reason = g_strdup (_("No date is given. Write one like 2018, May 2018 or 16 May 2018."));
  else if (!g_utf8_validate (stripped, -1, NULL) || strlen (stripped) > MAX_TYPED)
    reason = g_strdup (_("This is too long for a date. Write one like 2018, May 2018 or 16 May 2018."));
  else if (dossier_edtf_parse (upper, &edtf))
    return dossier_edtf_to_string (&edtf);

  if (reason == NULL)
    {
      folded = g_utf8_casefold (stripped, -1);
      entry.typed = stripped;
      if (cut (&entry, folded) && entry.n > 0 && read_entry (&entry, &edtf))
        {
          spell_out (&edtf);
          result = dossier_edtf_to_string (&edtf);
          if (dossier_edtf_bounds (result, NULL, NULL))
            {
              g_free (entry.why_not);
              return g_steal_pointer (&result);
            }
        }
      reason = entry.why_not != NULL ? entry.why_not : not_understood (stripped);
    }
  if (why_not != NULL)
    *why_not = g_steal_pointer (&reason);

  return NULL;
}
