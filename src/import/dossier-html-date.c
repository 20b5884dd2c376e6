/* dossier-html-date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-date.h"

#include <stdlib.h>
#include <string.h>

/* The years in which a web page can have appeared. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2099

/* A date line gives its month in the page's language, long or short; the
 * languages of most pages that people save. Folded, sorted. */
static const struct
{
  const char *name;
  guint8 month;
} months[] = {
  { "abr", 4 }, { "abril", 4 }, { "agosto", 8 }, { "août", 8 }, { "apr", 4 }, { "april", 4 },
  { "aprile", 4 }, { "aprilie", 4 }, { "aralık", 12 }, { "aug", 8 }, { "august", 8 }, { "augusti", 8 },
  { "augustus", 8 }, { "augusztus", 8 }, { "avril", 4 }, { "ağustos", 8 }, { "března", 3 }, { "dec", 12 },
  { "december", 12 }, { "decembre", 12 }, { "decembrie", 12 }, { "dez", 12 }, { "dezember", 12 },
  { "dezembro", 12 }, { "dic", 12 }, { "dicembre", 12 }, { "diciembre", 12 }, { "dubna", 4 },
  { "décembre", 12 }, { "ekim", 10 }, { "elokuuta", 8 }, { "enero", 1 }, { "eylül", 9 }, { "feb", 2 },
  { "febbraio", 2 }, { "febr", 2 }, { "febrero", 2 }, { "februar", 2 }, { "februari", 2 },
  { "februarie", 2 }, { "february", 2 }, { "február", 2 }, { "fevereiro", 2 }, { "février", 2 },
  { "gen", 1 }, { "gennaio", 1 }, { "giugno", 6 }, { "grudnia", 12 }, { "haziran", 6 }, { "heinäkuuta", 7 },
  { "helmikuuta", 2 }, { "huhtikuuta", 4 }, { "ianuarie", 1 }, { "iulie", 7 }, { "iunie", 6 }, { "jan", 1 },
  { "janeiro", 1 }, { "januar", 1 }, { "januari", 1 }, { "january", 1 }, { "január", 1 }, { "janvier", 1 },
  { "joulukuuta", 12 }, { "juil", 7 }, { "juillet", 7 }, { "juin", 6 }, { "jul", 7 }, { "julho", 7 },
  { "juli", 7 }, { "julio", 7 }, { "july", 7 }, { "jun", 6 }, { "june", 6 }, { "junho", 6 }, { "juni", 6 },
  { "junio", 6 }, { "jänner", 1 }, { "július", 7 }, { "június", 6 }, { "kasım", 11 }, { "kesäkuuta", 6 },
  { "kolovoza", 8 }, { "května", 5 }, { "kwietnia", 4 }, { "ledna", 1 }, { "lipca", 7 }, { "lipnja", 6 },
  { "listopada", 11 }, { "listopadu", 11 }, { "lokakuuta", 10 }, { "luglio", 7 }, { "lutego", 2 },
  { "maa", 3 }, { "maaliskuuta", 3 }, { "maart", 3 }, { "maggio", 5 }, { "mai", 5 }, { "maio", 5 },
  { "maj", 5 }, { "maja", 5 }, { "mar", 3 }, { "marca", 3 }, { "march", 3 }, { "marraskuuta", 11 },
  { "mars", 3 }, { "mart", 3 }, { "martie", 3 }, { "marts", 3 }, { "marzo", 3 }, { "março", 3 },
  { "may", 5 }, { "mayo", 5 }, { "mayıs", 5 }, { "mei", 5 }, { "május", 5 }, { "március", 3 }, { "märz", 3 },
  { "nisan", 4 }, { "noiembrie", 11 }, { "nov", 11 }, { "november", 11 }, { "novembre", 11 },
  { "novembro", 11 }, { "noviembre", 11 }, { "ocak", 1 }, { "oct", 10 }, { "october", 10 },
  { "octobre", 10 }, { "octombrie", 10 }, { "octubre", 10 }, { "okt", 10 }, { "oktober", 10 },
  { "október", 10 }, { "ottobre", 10 }, { "outubro", 10 }, { "ožujka", 3 }, { "października", 10 },
  { "prosinca", 12 }, { "prosince", 12 }, { "rujna", 9 }, { "sep", 9 }, { "sept", 9 }, { "september", 9 },
  { "septembre", 9 }, { "septembrie", 9 }, { "septiembre", 9 }, { "setembro", 9 }, { "settembre", 9 },
  { "sierpnia", 8 }, { "siječnja", 1 }, { "srpna", 8 }, { "srpnja", 7 }, { "studenoga", 11 },
  { "stycznia", 1 }, { "svibnja", 5 }, { "syyskuuta", 9 }, { "szeptember", 9 }, { "tammikuuta", 1 },
  { "temmuz", 7 }, { "toukokuuta", 5 }, { "travnja", 4 }, { "veljače", 2 }, { "września", 9 }, { "září", 9 },
  { "április", 4 }, { "února", 2 }, { "července", 7 }, { "června", 6 }, { "října", 10 }, { "şubat", 2 },
  { "ιανουαρίου", 1 }, { "ιουλίου", 7 }, { "ιουνίου", 6 }, { "μαΐου", 5 }, { "μαρτίου", 3 },
  { "νοεμβρίου", 11 }, { "οκτωβρίου", 10 }, { "σεπτεμβρίου", 9 }, { "φεβρουαρίου", 2 }, { "августа", 8 },
  { "апреля", 4 }, { "березня", 3 }, { "вересня", 9 }, { "грудня", 12 }, { "декабря", 12 }, { "жовтня", 10 },
  { "июля", 7 }, { "июня", 6 }, { "квітня", 4 }, { "липня", 7 }, { "листопада", 11 }, { "лютого", 2 },
  { "марта", 3 }, { "мая", 5 }, { "ноября", 11 }, { "октября", 10 }, { "сентября", 9 }, { "серпня", 8 },
  { "січня", 1 }, { "травня", 5 }, { "февраля", 2 }, { "червня", 6 }, { "января", 1 }, { "أبريل", 4 },
  { "أغسطس", 8 }, { "أكتوبر", 10 }, { "ديسمبر", 12 }, { "سبتمبر", 9 }, { "فبراير", 2 }, { "مارس", 3 },
  { "مايو", 5 }, { "نوفمبر", 11 }, { "يناير", 1 }, { "يوليو", 7 }, { "يونيو", 6 },
};

/* A piece of a date: a number with its count of digits, or a month's name. */
typedef struct
{
  guint value;
  guint8 digits; /* 0 for a month's name */
  char before;   /* the sign before it, 0 for none */
} Part;

static guint
month_of (const char *word,
          gsize       n_bytes)
{
  g_autofree char *folded = NULL;

  if (n_bytes < 3 || n_bytes > 30)
    return 0;
  folded = g_utf8_strdown (word, n_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (strcmp (months[i].name, folded) == 0)
        return months[i].month;
    }
  return 0;
}

static char *
make_date (guint year,
           guint month,
           guint day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/* 5/6/2020 is read by the page's language, and not at all where that is English
 * of no country. */
static char *
numeric_date (guint       a,
              guint       b,
              guint       year,
              char        sign,
              const char *language)
{
  gboolean american = language != NULL && (g_ascii_strcasecmp (language, "en-us") == 0 || g_ascii_strcasecmp (language, "en_us") == 0);
  gboolean open = language == NULL || g_ascii_strcasecmp (language, "en") == 0;

  if (a > 12 || sign == '.' || a == b)
    return make_date (year, b, a);
  if (b > 12 || american)
    return make_date (year, a, b);
  return open ? NULL : make_date (year, b, a);
}

static gboolean
is_year (const Part *part)
{
  return part->digits == 4 && part->value >= FIRST_YEAR && part->value <= LAST_YEAR;
}

static gboolean
is_small (const Part *part)
{
  return part->digits == 1 || part->digits == 2;
}

/* Tries the three parts that begin at @part. */
static char *
date_of (const Part *part,
         const char *language)
{
  const Part *a = &part[0], *b = &part[1], *c = &part[2];

  if (is_year (a) && is_small (b) && is_small (c))
    return make_date (a->value, b->value, c->value);
  if (is_year (a) && b->digits == 0 && is_small (c))
    return make_date (a->value, b->value, c->value);
  if (is_small (a) && b->digits == 0 && is_year (c))
    return make_date (c->value, b->value, a->value);
  if (a->digits == 0 && is_small (b) && is_year (c))
    return make_date (c->value, a->value, b->value);
  if (is_small (a) && is_small (b) && is_year (c) && b->before == c->before && strchr ("./-", b->before) != NULL)
    return numeric_date (a->value, b->value, c->value, b->before, language);
  return NULL;
}

static gboolean
is_word_start (const char *at)
{
  return g_ascii_isalpha (*at) || ((guint8) *at >= 0x80 && g_unichar_isalpha (g_utf8_get_char (at)));
}

static const char *
word_end (const char *at,
          const char *end)
{
  while (at < end && is_word_start (at))
    at = g_utf8_next_char (at);
  return at;
}

/* 20200131, as in meta elements and addresses. */
static char *
compact_date (guint value)
{
  return make_date (value / 10000, value / 100 % 100, value % 100);
}

/* Reads the part at *@at, if there is one, and goes past it. What may stand
 * between two parts (of, de, the "th" of an ordinal) breaks nothing. */
static gboolean
read_part (const char **at,
           const char  *end,
           Part        *part,
           gboolean    *breaks)
{
  const char *from = *at;

  *breaks = FALSE;
  if (g_ascii_isdigit (*from))
    {
      part->value = 0;
      part->digits = 0;
      for (; *at < end && g_ascii_isdigit (**at); (*at)++)
        {
          part->value = part->digits < 8 ? part->value * 10 + (**at - '0') : part->value;
          part->digits = MIN (part->digits + 1, 9);
        }
      return TRUE;
    }

  *at = word_end (from, end);
  part->digits = 0;
  part->value = month_of (from, *at - from);
  if (part->value > 0)
    return TRUE;
  *breaks = *at - from > 2;
  return FALSE;
}

/**
 * dossier_html_date_find:
 * @text: UTF-8
 * @n_bytes: how many bytes of it to look at
 * @language: (nullable): BCP 47, for 5/6/2020
 *
 * Finds the first whole calendar date in a text: ISO 8601, RFC 5322, "27 June
 * 2019", "June 27th, 2019", "27.06.2019" and the like, months in some twenty-five languages.
 * The time of day is left out and its zone not applied: the day is that of the page's clock.
 *
 * Returns: (transfer full) (nullable): EDTF, to the day
 */
char *
dossier_html_date_find (const char *text,
                        gsize       n_bytes,
                        const char *language)
{
  const char *at = text, *end = text + n_bytes;
  Part parts[3] = { { 0 } };
  guint n_parts = 0;
  char sign = 0;

  while (at < end && *at != '\0')
    {
      Part part = { .before = sign };
      gboolean breaks;
      char *date;

      if (!g_ascii_isdigit (*at) && !is_word_start (at))
        {
          sign = *at == ' ' && sign != 0 ? sign : *at;
          if (strchr ("./-, \t\n|'’", *at) == NULL && (guint8) *at < 0x80)
            n_parts = 0;
          at = g_utf8_next_char (at);
          continue;
        }

      if (!read_part (&at, end, &part, &breaks))
        {
          n_parts = breaks ? 0 : n_parts;
          continue;
        }
      sign = 0;
      if (part.digits == 8 && (date = compact_date (part.value)) != NULL)
        return date;
      if (part.digits > 4)
        {
          n_parts = 0;
          continue;
        }

      if (n_parts == 3)
        memmove (parts, parts + 1, 2 * sizeof (Part));
      n_parts = MIN (n_parts + 1, 3);
      parts[n_parts - 1] = part;
      if (n_parts == 3 && (date = date_of (parts, language)) != NULL)
        return date;
    }
  return NULL;
}

/**
 * dossier_html_date_from_url:
 * @url: a page's address
 *
 * Reads the date that many addresses carry: /2019/06/27/, /2019-06-27-, /20190627/,
 * or to the month, /2019/06/.
 *
 * Returns: (transfer full) (nullable): EDTF, to the day or the month
 */
char *
dossier_html_date_from_url (const char *url)
{
  static GRegex *pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern,
                       g_regex_new ("(?<![0-9])((?:19|20)[0-9]{2})(?:([-/_.])(0?[1-9]|1[0-2])\\2([0-2]?[0-9]|3[01])(?![0-9])|((?:0[1-9]|1[0-2]))((?:[0-2][0-9]|3[01]))(?![0-9])|/(0[1-9]|1[0-2])/)",
                                    G_REGEX_OPTIMIZE, 0, NULL));

  if (strlen (url) > 4096 || !g_regex_match (pattern, url, 0, &match))
    return NULL;

  year = g_match_info_fetch (match, 1);
  if (g_match_info_get_match_count (match) == 8)
    {
      month = g_match_info_fetch (match, 7);
      return atoi (year) >= FIRST_YEAR ? g_strdup_printf ("%s-%s", year, month) : NULL;
    }
  month = g_match_info_fetch (match, g_match_info_get_match_count (match) == 5 ? 3 : 5);
  day = g_match_info_fetch (match, g_match_info_get_match_count (match) == 5 ? 4 : 6);
  return make_date (atoi (year), atoi (month), atoi (day));
}
