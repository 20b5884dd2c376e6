/* dossier-date-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-date-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-date-entry.h"
#include "dossier-date-format.h"
#include "dossier-strings.h"

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

/**
 * dossier_date_to_words:
 * @edtf: (nullable): a date in EDTF
 *
 * Returns: (transfer full): the same as people write it in the user's language
 */
char *
dossier_date_to_words (const char *edtf)
{
  char *words = dossier_date_format (edtf, DOSSIER_DATE_LONG);

  return words != NULL ? words : g_strdup (_("date unknown"));
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

/**
 * dossier_date_from_words:
 * @words: (nullable): what a person typed
 *
 * Returns: (transfer full) (nullable): EDTF, or %NULL where it is no date;
 *   dossier_date_entry_parse() says why not
 */
char *
dossier_date_from_words (const char *words)
{
  return dossier_date_entry_parse (words, NULL);
}

/**
 * dossier_date_read:
 * @words: (nullable): what a person typed
 * @edtf: (out) (transfer full) (nullable): the date, %NULL where nothing was typed
 * @error: a sentence that says why it is no date, and what to type
 *
 * Returns: %FALSE where something was typed that is no date
 */
gboolean
dossier_date_read (const char  *words,
                   char       **edtf,
                   GError     **error)
{
  g_autofree char *trimmed = dossier_trimmed (words);
  g_autofree char *why_not = NULL;

  *edtf = trimmed != NULL ? dossier_date_entry_parse (trimmed, &why_not) : NULL;
  if (trimmed == NULL || *edtf != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, why_not);

  return FALSE;
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
