/* dossier-date-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "dossier-date-write.h"

/* The values of TIMEX3 and EDTF for what is no single date. */

/** dossier_date_shift_delta: how many periods on from the one that is told from: -1, 0 or 1 */
int
dossier_date_shift_delta (int shift)
{
  switch (shift)
    {
    case DOSSIER_DATE_SHIFT_LAST:
    case DOSSIER_DATE_SHIFT_PAST:
    case DOSSIER_DATE_SHIFT_PREVIOUS:
      return -1;
    case DOSSIER_DATE_SHIFT_NEXT:
    case DOSSIER_DATE_SHIFT_COMING:
    case DOSSIER_DATE_SHIFT_FOLLOWING:
      return 1;
    default:
      return 0;
    }
}

/** dossier_date_is_approximate: whether the expression means only a part of what it names: EDTF's "~" */
gboolean
dossier_date_is_approximate (const DossierDateExpr *e)
{
  return e->hedge == 1 || (e->edge != 0 && e->edge != DOSSIER_DATE_EDGE_REST && e->day == 0 &&
                           e->form != DOSSIER_DATE_FORM_DEICTIC &&
                           !(e->form == DOSSIER_DATE_FORM_PERIOD && e->edge <= DOSSIER_DATE_EDGE_LATE));
}

/** dossier_date_write_duration: a length as TIMEX3 writes it: "P2Y6M", "PT10H", "PXW" */
char *
dossier_date_write_duration (const DossierDateExpr *e)
{
  static const struct { const char *letter; int factor; gboolean time; const char *vague; } units[] = {
    [DOSSIER_DATE_UNIT_SECOND] = { "S", 1, TRUE, "PTXS" },
    [DOSSIER_DATE_UNIT_MINUTE] = { "M", 1, TRUE, "PTXM" },
    [DOSSIER_DATE_UNIT_HOUR] = { "H", 1, TRUE, "PTXH" },
    [DOSSIER_DATE_UNIT_DAY] = { "D", 1, FALSE, "PXD" },
    [DOSSIER_DATE_UNIT_WEEKEND] = { "WE", 1, FALSE, "PXWE" },
    [DOSSIER_DATE_UNIT_WEEK] = { "W", 1, FALSE, "PXW" },
    [DOSSIER_DATE_UNIT_FORTNIGHT] = { "W", 2, FALSE, "PXW" },
    [DOSSIER_DATE_UNIT_MONTH] = { "M", 1, FALSE, "PXM" },
    [DOSSIER_DATE_UNIT_QUARTER] = { "Q", 1, FALSE, "PXQ" },
    [DOSSIER_DATE_UNIT_YEAR] = { "Y", 1, FALSE, "PXY" },
    [DOSSIER_DATE_UNIT_DECADE] = { "Y", 10, FALSE, "PXY" },
    [DOSSIER_DATE_UNIT_CENTURY] = { "Y", 100, FALSE, "PXC" },
    [DOSSIER_DATE_UNIT_MILLENNIUM] = { "Y", 1000, FALSE, "PXL" },
  };
  const char *prefix = units[e->unit].time ? "PT" : "P";
  double amount = e->amount * units[e->unit].factor, whole = floor (amount), rest = amount - whole;
  guint64 n = (guint64)MIN (whole, 1e15);

  if (e->vague)
    return g_strdup (units[e->unit].vague);
  if (rest == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s", prefix, n, units[e->unit].letter);

  switch ((int)e->unit)
    {
    case DOSSIER_DATE_UNIT_YEAR:
      if (n == 0)
        return g_strdup_printf ("P%dM", (int)floor (rest * 12 + 0.5));
      return g_strdup_printf ("P%" G_GUINT64_FORMAT "Y%dM", n, (int)floor (rest * 12 + 0.5));
    case DOSSIER_DATE_UNIT_HOUR:
      if (n == 0)
        return g_strdup_printf ("PT%dM", (int)floor (rest * 60 + 0.5));
      return g_strdup_printf ("PT%" G_GUINT64_FORMAT "H%dM", n, (int)floor (rest * 60 + 0.5));
    case DOSSIER_DATE_UNIT_MINUTE:
      if (n == 0)
        return g_strdup_printf ("PT%dS", (int)floor (rest * 60 + 0.5));
      return g_strdup_printf ("PT%" G_GUINT64_FORMAT "M%dS", n, (int)floor (rest * 60 + 0.5));
    case DOSSIER_DATE_UNIT_DECADE:
    case DOSSIER_DATE_UNIT_CENTURY:
      return g_strdup_printf ("P%dY", (int)floor (amount + 0.5));
    default:
      {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd (digits, sizeof digits, "%.6g", amount);
        return g_strdup_printf ("%s%s%s", prefix, digits, units[e->unit].letter);
      }
    }
}

/** dossier_date_write_set: what repeats as TIMEX3 writes it: "P1D", "XXXX-WXX-2TNI" */
char *
dossier_date_write_set (const DossierDateExpr *e)
{
  const char *part = e->part != 0 ? dossier_date_part_name (e->part) : NULL;

  if (e->weekday != 0)
    return g_strdup_printf ("XXXX-WXX-%d%s%s", e->weekday, part != NULL ? "T" : "", part != NULL ? part : "");
  if (e->month != 0)
    return g_strdup_printf ("XXXX-%02d", e->month);
  if (e->season != 0)
    return g_strdup_printf ("XXXX-%s", dossier_date_season_name (e->season));
  if (part != NULL)
    return g_strdup_printf ("XXXX-XX-XXT%s", part);

  return dossier_date_write_duration (e);
}

/** dossier_date_write_time: appends the time of day behind a date: "T22:00", "T14:58Z", "TMO" */
void
dossier_date_write_time (const DossierDateExpr *e,
                         GString               *value)
{
  if (e->has_clock)
    {
      g_string_append_printf (value, "T%02d:%02d", e->hour, e->minute);
      if (e->second != 0)
        g_string_append_printf (value, ":%02d", e->second);
      if (e->utc)
        g_string_append_c (value, 'Z');
    }
  else if (e->part != 0)
    g_string_append_printf (value, "T%s", dossier_date_part_name (e->part));
}

/** dossier_date_write_unresolved: the value of a date that nothing anchors: what is known of it, the rest X */
char *
dossier_date_write_unresolved (const DossierDateExpr *e)
{
  if (e->turn != 0 && e->vague)
    return g_strdup (e->turn <= DOSSIER_DATE_TURN_EARLIER ? "PAST_REF" : "FUTURE_REF");
  if (e->form == DOSSIER_DATE_FORM_OFFSET)
    return dossier_date_write_duration (e);
  if (e->form == DOSSIER_DATE_FORM_CALENDAR)
    {
      if (e->day != 0 && e->month != 0)
        return g_strdup_printf ("XXXX-%02d-%02d", e->month, e->day);
      if (e->month != 0)
        return g_strdup_printf ("XXXX-%02d", e->month);
      if (e->season != 0)
        return g_strdup_printf ("XXXX-%s", dossier_date_season_name (e->season));
      if (e->quarter >= 1 && e->quarter <= 4)
        return g_strdup_printf ("XXXX-Q%d", e->quarter);
      if (e->weekday != 0)
        return g_strdup_printf ("XXXX-WXX-%d", e->weekday);
    }
  switch ((int)e->unit)
    {
    case DOSSIER_DATE_UNIT_YEAR:
      return g_strdup ("XXXX");
    case DOSSIER_DATE_UNIT_QUARTER:
      return g_strdup ("XXXX-QX");
    case DOSSIER_DATE_UNIT_MONTH:
      return g_strdup ("XXXX-XX");
    case DOSSIER_DATE_UNIT_WEEK:
      return g_strdup ("XXXX-WXX");
    case DOSSIER_DATE_UNIT_WEEKEND:
      return g_strdup ("XXXX-WXX-WE");
    default:
      return g_strdup ("XXXX-XX-XX");
    }
}

/**
 * dossier_date_write_span:
 * @today: of grain NONE where it is not known
 *
 * Returns: (transfer full) (nullable): "the next three months" as an EDTF interval;
 *   %NULL for a length that leads neither on from today nor back
 */
char *
dossier_date_write_span (const DossierDateExpr  *e,
                         const DossierDateValue *today)
{
  DossierDateValue now = *today, end;
  g_autofree char *from = NULL, *to = NULL;
  DossierDateUnit unit = MIN (e->unit, DOSSIER_DATE_UNIT_YEAR);
  int delta = dossier_date_shift_delta (e->shift);
  int n = (int)MIN (e->amount, 1000);

  if (delta == 0 || e->vague || e->unit < DOSSIER_DATE_UNIT_DAY || n != e->amount || n == 0 ||
      !dossier_date_value_is_fine (&now, unit))
    return NULL;

  end = dossier_date_value_shift (&now, e->unit, delta * n);
  if (unit == DOSSIER_DATE_UNIT_QUARTER)
    unit = DOSSIER_DATE_UNIT_MONTH;
  if (unit >= DOSSIER_DATE_UNIT_MONTH)
    {
      now = dossier_date_value_coarsen (&now, unit);
      end = dossier_date_value_coarsen (&end, unit);
    }
  from = dossier_date_value_edtf (delta < 0 ? &end : &now, FALSE);
  to = dossier_date_value_edtf (delta < 0 ? &now : &end, FALSE);
  return g_strdup_printf ("%s/%s", from, to);
}

/** dossier_date_write_past: "the past year", "the last decade": not the calendar's, but the one up to today */
char *
dossier_date_write_past (const DossierDateExpr  *e,
                         const DossierDateValue *today)
{
  DossierDateExpr span = *e;

  span.amount = 1;
  return dossier_date_write_span (&span, today);
}

/** dossier_date_write_since: "since 2018", "since the 1990s": open from its beginning */
char *
dossier_date_write_since (const DossierDateValue *value,
                          const char             *edtf)
{
  DossierDateValue first = *value;
  g_autofree char *from = g_strndup (edtf, strcspn (edtf, "/"));

  if (strchr (from, 'X') != NULL)
    {
      first = dossier_date_value_day (dossier_date_value_first (value));
      first = dossier_date_value_coarsen (&first, DOSSIER_DATE_UNIT_YEAR);
      g_free (from);
      from = dossier_date_value_edtf (&first, FALSE);
    }

  return g_strconcat (from, "/..", NULL);
}
