/* dossier-date-format.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-date-format.h"

#define SEASON_FIRST 21
#define UNSPECIFIED  99

static char *
format_year (int year)
{
  if (year > 0)
    return g_strdup_printf ("%d", year);

  /* Translators: a year before Christ; year 0 of the calendar of computers is 1 BC */
  return g_strdup_printf (_("%d BC"), 1 - year);
}

/* A day or month in the words of the locale; the year is put in by hand, as the
 * library counts none before 1. */
static char *
format_date (const DossierEdtfPart *part,
             const char            *format)
{
  g_autofree char *year = format_year (part->year);
  g_autoptr(GDateTime) moment = g_date_time_new_utc (2000, part->month, part->day > 0 && part->day <= 31 ? part->day : 1,
                                                     0, 0, 0);
  g_autofree char *words = moment != NULL ? g_date_time_format (moment, format) : NULL;
  g_autoptr(GString) string = g_string_new (words);

  g_string_replace (string, "{year}", year, 1);
  return g_strdup (string->str);
}

static char *
format_season (const DossierEdtfPart *part)
{
  g_autofree char *year = format_year (part->year);

  switch (part->month)
    {
    case SEASON_FIRST:
      return g_strdup_printf (_("spring %s"), year);
    case SEASON_FIRST + 1:
      return g_strdup_printf (_("summer %s"), year);
    case SEASON_FIRST + 2:
      return g_strdup_printf (_("autumn %s"), year);
    default:
      return g_strdup_printf (_("winter %s"), year);
    }
}

static char *
format_known (const DossierEdtfPart *part,
              DossierDateStyle       style)
{
  switch ((DossierPrecision)part->precision)
    {
    case DOSSIER_PRECISION_DAY:
      if (style == DOSSIER_DATE_SHORT)
        /* Translators: a day, "16 Aug 2021", in the form of g_date_time_format(); {year} stays as it is */
        return format_date (part, _("%-d %b {year}"));
      /* Translators: a day, "16 August 2021", in the form of g_date_time_format(); {year} stays as it is */
      return format_date (part, _("%-d %B {year}"));
    case DOSSIER_PRECISION_MONTH:
      if (style == DOSSIER_DATE_SHORT)
        /* Translators: a month, "Aug 2021", in the form of g_date_time_format(); {year} stays as it is */
        return format_date (part, _("%Ob {year}"));
      /* Translators: a month, "August 2021", in the form of g_date_time_format(); {year} stays as it is */
      return format_date (part, _("%OB {year}"));
    case DOSSIER_PRECISION_SEASON:
      return format_season (part);
    case DOSSIER_PRECISION_DECADE:
    case DOSSIER_PRECISION_CENTURY:
      {
        g_autofree char *year = format_year (part->year);

        /* Translators: a decade or century by its first year, "the 1990s" */
        return style == DOSSIER_DATE_SHORT ? g_strdup_printf (_("%ss"), year) : g_strdup_printf (_("the %ss"), year);
      }
    default:
      return format_year (part->year);
    }
}

static char *
add_unspecified (const DossierEdtfPart *part,
                 char                  *words)
{
  g_autofree char *known = words;

  if (part->month == UNSPECIFIED && part->day == UNSPECIFIED)
    return g_strdup_printf (_("%s, day and month unknown"), known);
  if (part->month == UNSPECIFIED)
    return g_strdup_printf (_("%s, month unknown"), known);
  if (part->day == UNSPECIFIED)
    return g_strdup_printf (_("%s, day unknown"), known);

  return g_steal_pointer (&known);
}

static char *
format_part (const DossierEdtfPart *part,
             DossierDateStyle       style)
{
  g_autofree char *words = format_known (part, style);

  if (style == DOSSIER_DATE_LONG)
    words = add_unspecified (part, g_steal_pointer (&words));
  if (part->uncertain && part->approximate)
    return g_strdup_printf (_("perhaps about %s"), words);
  if (part->uncertain)
    return g_strdup_printf (_("perhaps %s"), words);
  if (part->approximate)
    return g_strdup_printf (_("about %s"), words);

  return g_steal_pointer (&words);
}

static gboolean
is_plain (const DossierEdtfPart *part)
{
  return !part->uncertain && !part->approximate && part->year > 0;
}

/* "3 – 5 May 2021" and "May – July 2021": what both ends share is said once. */
static char *
format_shared (const DossierEdtf *edtf,
               DossierDateStyle   style)
{
  const DossierEdtfPart *from = &edtf->from, *to = &edtf->to;
  g_autofree char *end = NULL, *begin = NULL;

  if (from->precision != to->precision || from->year != to->year || !is_plain (from) || !is_plain (to))
    return NULL;
  end = format_known (to, style);
  if (from->precision == DOSSIER_PRECISION_DAY && from->month == to->month)
    return from->day == to->day ? g_steal_pointer (&end) : g_strdup_printf (_("%d – %s"), from->day, end);
  if (from->precision != DOSSIER_PRECISION_MONTH || from->month == to->month)
    return NULL;

  /* Translators: a month without its year, in the form of g_date_time_format() */
  begin = format_date (from, style == DOSSIER_DATE_SHORT ? _("%Ob") : _("%OB"));
  return g_strdup_printf (_("%s – %s"), begin, end);
}

static char *
format_interval (const DossierEdtf *edtf,
                 DossierDateStyle   style)
{
  g_autofree char *from = NULL, *to = NULL;
  char *shared = format_shared (edtf, style);

  if (shared != NULL)
    return shared;
  if (edtf->from.precision != DOSSIER_PRECISION_NONE)
    from = format_part (&edtf->from, style);
  if (edtf->to.precision != DOSSIER_PRECISION_NONE)
    to = format_part (&edtf->to, style);

  if (from != NULL && to != NULL)
    /* Translators: an interval of two dates, "2006 – April 2021" */
    return g_strdup_printf (_("%s – %s"), from, to);
  if (from != NULL)
    return edtf->to.open ? g_strdup_printf (_("since %s"), from) : g_strdup_printf (_("from %s, end unknown"), from);

  return edtf->from.open ? g_strdup_printf (_("until %s"), to) : g_strdup_printf (_("until %s, beginning unknown"), to);
}

/**
 * dossier_date_format:
 * @edtf: (nullable): a date as it is kept
 *
 * Writes a date as people do, in their language: "15 August 2021", "spring 2018",
 * "2006 – April 2021", "since 2018", "about 2006".
 *
 * Returns: (transfer full) (nullable): the words; %NULL where @edtf is no EDTF
 */
char *
dossier_date_format (const char      *edtf,
                     DossierDateStyle style)
{
  DossierEdtf parsed;

  if (!dossier_edtf_parse (edtf, &parsed))
    return NULL;

  return parsed.is_interval ? format_interval (&parsed, style) : format_part (&parsed.from, style);
}
