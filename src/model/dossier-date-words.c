/* dossier-date-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-date-words.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define SEASON_FIRST 21
#define N_SEASONS 4

static const char * const seasons[N_SEASONS] = {
  N_("spring"), N_("summer"), N_("autumn"), N_("winter"),
};

static const char * const months[12] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
};

/* A day of @year (1 to 9999) in the words of the locale. */
static char *
format_day (int         year,
            int         month,
            int         day,
            const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (year, month, day, 0, 0, 0);

  return moment != NULL ? g_date_time_format (moment, format) : g_strdup_printf ("%d", year);
}

static char *
bare_part_to_words (const DossierEdtfPart *part)
{
  switch ((DossierPrecision) part->precision)
    {
    case DOSSIER_PRECISION_DAY:
      /* Translators: a day, "16 May 2021", in the form of g_date_time_format() */
      return format_day (part->year, part->month, part->day, _("%-d %B %Y"));

    case DOSSIER_PRECISION_MONTH:
      /* Translators: a month, "May 2021", in the form of g_date_time_format() */
      return format_day (part->year, part->month, 1, _("%OB %Y"));

    case DOSSIER_PRECISION_SEASON:
      if (part->month >= SEASON_FIRST && part->month < SEASON_FIRST + N_SEASONS)
        /* Translators: a season and a year, "spring 2018" */
        return g_strdup_printf (_("%s %d"), _(seasons[part->month - SEASON_FIRST]), part->year);
      return g_strdup_printf ("%d", part->year);

    case DOSSIER_PRECISION_DECADE:
      /* Translators: a decade, "the 2010s" */
      return g_strdup_printf (_("the %ds"), part->year / 10 * 10);

    case DOSSIER_PRECISION_CENTURY:
      return g_strdup_printf ("%d – %d", part->year / 100 * 100, part->year / 100 * 100 + 99);

    case DOSSIER_PRECISION_YEAR:
    case DOSSIER_PRECISION_NONE:
    default:
      return g_strdup_printf ("%d", part->year);
    }
}

static char *
part_to_words (const DossierEdtfPart *part)
{
  g_autofree char *bare = bare_part_to_words (part);

  if (part->approximate && part->uncertain)
    /* Translators: a date that is both approximate and uncertain */
    return g_strdup_printf (_("perhaps about %s"), bare);
  if (part->approximate)
    return g_strdup_printf (_("about %s"), bare);
  if (part->uncertain)
    return g_strdup_printf (_("perhaps %s"), bare);

  return g_steal_pointer (&bare);
}

static gboolean
part_is_known (const DossierEdtfPart *part)
{
  return part->precision != DOSSIER_PRECISION_NONE;
}

static char *
interval_to_words (const DossierEdtf *date)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (part_is_known (&date->from))
    from = part_to_words (&date->from);
  if (part_is_known (&date->to))
    to = part_to_words (&date->to);

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL && date->to.open)
    return g_strdup_printf (_("since %s"), from);
  if (from != NULL)
    return g_strdup_printf (_("from %s, end unknown"), from);
  if (to != NULL && date->from.open)
    return g_strdup_printf (_("until %s"), to);
  if (to != NULL)
    return g_strdup_printf (_("until %s, start unknown"), to);

  return g_strdup (_("date unknown"));
}

/**
 * dossier_date_to_words:
 * @edtf: (nullable): a date in EDTF
 *
 * Returns: (transfer full): the same as people write it in the user's language
 */
char *
dossier_date_to_words (const char *edtf)
{
  DossierEdtf date;

  if (edtf == NULL || !dossier_edtf_parse (edtf, &date))
    return g_strdup (_("date unknown"));

  if (date.is_interval)
    return interval_to_words (&date);

  return part_is_known (&date.from) ? part_to_words (&date.from) : g_strdup (_("date unknown"));
}

/**
 * dossier_date_precision:
 * @edtf: (nullable): a date in EDTF
 *
 * Returns: how precise it is, "day", "month", "year", … in the user's language; "" where there is no date
 */
const char *
dossier_date_precision (const char *edtf)
{
  static const char * const names[] = {
    [DOSSIER_PRECISION_NONE] = NULL,
    [DOSSIER_PRECISION_CENTURY] = N_("century"),
    [DOSSIER_PRECISION_DECADE] = N_("decade"),
    [DOSSIER_PRECISION_YEAR] = N_("year"),
    [DOSSIER_PRECISION_SEASON] = N_("season"),
    [DOSSIER_PRECISION_MONTH] = N_("month"),
    [DOSSIER_PRECISION_DAY] = N_("day"),
  };
  DossierEdtf date;

  if (edtf == NULL || !dossier_edtf_parse (edtf, &date))
    return "";
  if (date.is_interval)
    return _("interval");
  if (date.from.precision >= G_N_ELEMENTS (names) || names[date.from.precision] == NULL)
    return "";

  return _(names[date.from.precision]);
}

/* The shortest words for the span from @from to @to: whole years and months are named as such. */
static char *
one_end_to_words (gint32   day,
                  gboolean is_last)
{
  int year, month, dom;
  int next_year, next_month, next_dom;

  dossier_day_to_ymd (day, &year, &month, &dom);
  if (year < 1 || year > 9999)
    return g_strdup_printf ("%d", year);

  /* The day after a last day begins what the first day of the other end begins. */
  dossier_day_to_ymd (is_last ? day + 1 : day, &next_year, &next_month, &next_dom);
  if (next_dom == 1 && next_month == 1)
    return g_strdup_printf ("%d", year);
  if (next_dom == 1)
    return format_day (year, month, 1, _("%OB %Y"));

  return format_day (year, month, dom, _("%-d %B %Y"));
}

/**
 * dossier_days_to_words:
 * @from: first day, or DOSSIER_DAY_MIN
 * @to: last day, or DOSSIER_DAY_MAX
 *
 * Returns: (transfer full): the range as people write it, "" where both ends are open
 */
char *
dossier_days_to_words (gint32 from,
                       gint32 to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (from != DOSSIER_DAY_MIN)
    first = one_end_to_words (from, FALSE);
  if (to != DOSSIER_DAY_MAX)
    last = one_end_to_words (to, TRUE);

  if (first != NULL && last != NULL)
    return strcmp (first, last) == 0 ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    return g_strdup_printf (_("since %s"), first);
  if (last != NULL)
    return g_strdup_printf (_("until %s"), last);

  return g_strdup ("");
}

/* 1 to 12 for the name of a month or its first three letters, in English or the user's language; else 0. */
static int
month_from_word (const char *word)
{
  gsize length = strlen (word);

  for (int i = 0; i < 12; i++)
    {
      if (length >= 3 && strncmp (months[i], word, length) == 0)
        return i + 1;
    }
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = format_day (2001, i + 1, 1, "%OB");
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (strcmp (folded, word) == 0)
        return i + 1;
    }

  return strcmp (word, "sept") == 0 ? 9 : 0;
}

/* 21 to 24 for a season, else 0. */
static int
season_from_word (const char *word)
{
  static const char * const english[N_SEASONS] = { "spring", "summer", "autumn", "winter" };

  for (int i = 0; i < N_SEASONS; i++)
    {
      g_autofree char *local = g_utf8_casefold (_(seasons[i]), -1);

      if (strcmp (english[i], word) == 0 || strcmp (local, word) == 0)
        return SEASON_FIRST + i;
    }

  return strcmp (word, "fall") == 0 ? SEASON_FIRST + 2 : 0;
}

/* What the words of one date hold; 0 for what they do not. */
typedef struct
{
  int      year;
  int      month; /* or a season */
  int      day;
  gboolean approximate;
  gboolean uncertain;
} Typed;

static gboolean
typed_take_number (Typed      *typed,
                   const char *word)
{
  char *end = NULL;
  long number = strtol (word, &end, 10);
  gboolean is_ordinal = strcmp (end, "st") == 0 || strcmp (end, "nd") == 0 || strcmp (end, "rd") == 0 ||
                        strcmp (end, "th") == 0 || strcmp (end, ".") == 0;

  if (end == word || (*end != '\0' && !is_ordinal))
    return FALSE;

  if (end - word == 4 && *end == '\0' && typed->year == 0)
    typed->year = number;
  else if (end - word <= 2 && number >= 1 && number <= 31 && typed->day == 0)
    typed->day = number;
  else
    return FALSE;

  return TRUE;
}

static gboolean
typed_take_word (Typed      *typed,
                 const char *word)
{
  static const char * const about[] = { "about", "around", "circa", "ca", "ca.", "c.", "~", NULL };
  int month;

  if (g_strv_contains (about, word) || g_strcmp0 (word, _("about")) == 0)
    {
      typed->approximate = TRUE;
      return TRUE;
    }
  if (g_ascii_isdigit (*word))
    return typed_take_number (typed, word);
  if (typed->month != 0)
    return FALSE;

  month = month_from_word (word);
  typed->month = month != 0 ? month : season_from_word (word);

  return typed->month != 0;
}

static char *
typed_to_edtf (const Typed *typed)
{
  GString *edtf;
  DossierEdtf date;

  if (typed->year == 0 || (typed->day != 0 && (typed->month == 0 || typed->month >= SEASON_FIRST)))
    return NULL;

  edtf = g_string_new (NULL);
  g_string_append_printf (edtf, "%04d", typed->year);
  if (typed->month != 0)
    g_string_append_printf (edtf, "-%02d", typed->month);
  if (typed->day != 0)
    g_string_append_printf (edtf, "-%02d", typed->day);
  if (typed->approximate && typed->uncertain)
    g_string_append_c (edtf, '%');
  else if (typed->approximate || typed->uncertain)
    g_string_append_c (edtf, typed->approximate ? '~' : '?');

  if (!dossier_edtf_parse (edtf->str, &date))
    return g_string_free (edtf, TRUE);

  return g_string_free (edtf, FALSE);
}

/* "1990s" as 199X. */
static char *
decade_from_word (const char *word)
{
  gsize length = strlen (word);

  if (length != 5 || word[4] != 's' || word[3] != '0' || strspn (word, "0123456789") != 4)
    return NULL;

  return g_strdup_printf ("%.3sX", word);
}

/* One date without its interval words; @text is case-folded. */
static char *
date_from_folded (const char *text)
{
  g_auto (GStrv) words = NULL;
  Typed typed = { 0 };
  gsize length = strlen (text);
  g_autofree char *bare = g_strndup (text, length > 0 && text[length - 1] == '?' ? length - 1 : length);

  typed.uncertain = strlen (bare) < length;
  g_strdelimit (bare, ",/\t\n", ' ');
  words = g_strsplit (bare, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || strcmp (words[i], "the") == 0 || strcmp (words[i], "of") == 0)
        continue;
      if (strlen (words[i]) == 5 && words[i + 1] == NULL && i <= 1)
        {
          g_autofree char *decade = decade_from_word (words[i]);

          if (decade != NULL)
            return g_steal_pointer (&decade);
        }
      if (!typed_take_word (&typed, words[i]))
        return NULL;
    }

  return typed_to_edtf (&typed);
}

/* EDTF itself, in capitals as it is written ("201x" and a stray space are forgiven). */
static char *
edtf_from_typed (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  DossierEdtf date;

  return dossier_edtf_parse (upper, &date) ? dossier_edtf_to_string (&date) : NULL;
}

static char *
one_date (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char *edtf = edtf_from_typed (trimmed);

  return edtf != NULL ? edtf : date_from_folded (trimmed);
}

/* An interval of two dates, or with one open end; NULL where one of them is no date. */
static char *
join_interval (const char *from,
               const char *to)
{
  g_autofree char *first = *from != '\0' ? one_date (from) : g_strdup ("..");
  g_autofree char *last = *to != '\0' ? one_date (to) : g_strdup ("..");
  g_autofree char *edtf = NULL;
  DossierEdtf date;

  if (first == NULL || last == NULL)
    return NULL;

  edtf = g_strconcat (first, "/", last, NULL);

  return dossier_edtf_parse (edtf, &date) ? g_steal_pointer (&edtf) : NULL;
}

/**
 * dossier_date_from_words:
 * @words: (nullable): what a person typed
 *
 * Understands EDTF, years, "May 2021", "16 May 2021", "May 16, 2021", seasons,
 * decades ("the 1990s"), "about …", a final "?", and with them "since …",
 * "until …" and two dates with a dash between.
 *
 * Returns: (transfer full) (nullable): EDTF, or %NULL where it is no date
 */
char *
dossier_date_from_words (const char *words)
{
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  const char *dash;
  char *edtf;

  if (words == NULL)
    return NULL;

  folded = g_utf8_casefold (words, -1);
  text = g_strstrip (g_steal_pointer (&folded));
  if (*text == '\0')
    return NULL;

  edtf = one_date (text);
  if (edtf != NULL)
    return edtf;
  if (g_str_has_prefix (text, "since "))
    return join_interval (text + strlen ("since "), "");
  if (g_str_has_prefix (text, "until "))
    return join_interval ("", text + strlen ("until "));

  dash = strstr (text, "–");
  if (dash == NULL)
    dash = strstr (text, " - ");
  if (dash == NULL && strlen (text) == strlen ("2017-2021") && text[4] == '-')
    dash = text + 4;
  if (dash != NULL)
    {
      g_autofree char *from = g_strstrip (g_strndup (text, dash - text));
      const char *to = dash + (*dash == ' ' ? 3 : *dash == '-' ? 1 : strlen ("–"));

      return *from != '\0' ? join_interval (from, to) : NULL;
    }

  return NULL;
}

/**
 * dossier_moment_to_words:
 * @seconds: Unix seconds
 *
 * Returns: (transfer full): "today 10:42" or "16 May 2021" in local time
 */
char *
dossier_moment_to_words (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (moment == NULL)
    return g_strdup (_("date unknown"));

  if (g_date_time_get_year (moment) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (moment) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, in the form of g_date_time_format() */
    return g_date_time_format (moment, _("today %H:%M"));

  return g_date_time_format (moment, _("%-d %B %Y"));
}
