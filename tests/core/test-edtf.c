/* test-edtf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-edtf.h"

/* What levels 0 and 1 allow, with the first and last day by hand. */
static const struct
{
  const char *text;
  const char *earliest; /* NULL: open or unknown */
  const char *latest;
} accepted[] = {
  { "2021", "2021-01-01", "2021-12-31" },
  { "2021-05", "2021-05-01", "2021-05-31" },
  { "2021-05-16", "2021-05-16", "2021-05-16" },
  { "2020-02", "2020-02-01", "2020-02-29" },
  { "1900-02", "1900-02-01", "1900-02-28" },
  { "2000-02-29", "2000-02-29", "2000-02-29" },
  { "0000", "0000-01-01", "0000-12-31" },
  { "0000-02-29", "0000-02-29", "0000-02-29" },
  { "9999", "9999-01-01", "9999-12-31" },
  { "9999-24", "9999-12-01", NULL },
  { "-0044-03-15", "-0044-03-15", "-0044-03-15" },
  { "-0001", "-0001-01-01", "-0001-12-31" },
  { "-9999", "-9999-01-01", "-9999-12-31" },
  { "2018-21", "2018-03-01", "2018-05-31" },
  { "2018-22", "2018-06-01", "2018-08-31" },
  { "2018-23", "2018-09-01", "2018-11-30" },
  { "2018-24", "2018-12-01", "2019-02-28" },
  { "2019-24", "2019-12-01", "2020-02-29" },
  { "201X", "2010-01-01", "2019-12-31" },
  { "20XX", "2000-01-01", "2099-12-31" },
  { "-012X", "-0129-01-01", "-0120-12-31" },
  { "2018-XX", "2018-01-01", "2018-12-31" },
  { "2018-XX-XX", "2018-01-01", "2018-12-31" },
  { "2018-12-XX", "2018-12-01", "2018-12-31" },
  { "1984?", "1984-01-01", "1984-12-31" },
  { "2004-06~", "2004-06-01", "2004-06-30" },
  { "2004-06-11%", "2004-06-11", "2004-06-11" },
  { "2006/2021-04", "2006-01-01", "2021-04-30" },
  { "2018/2018", "2018-01-01", "2018-12-31" },
  { "2021-05-16/2021-05-16", "2021-05-16", "2021-05-16" },
  { "1984~/2004-06?", "1984-01-01", "2004-06-30" },
  { "-0050/0020", "-0050-01-01", "0020-12-31" },
  { "2018-21/2018-23", "2018-03-01", "2018-11-30" },
  { "2018/..", "2018-01-01", NULL },
  { "2018/", "2018-01-01", NULL },
  { "../2018", NULL, "2018-12-31" },
  { "/2018-06", NULL, "2018-06-30" },
};

static const char *const rejected[] = {
  "", " ", "unknown", "open", "uuuu", "198u", "1984?~", "1984~?", "20210516", "2021-5-16", "May 2021",
  "2019-Q3", "2021-13", "2021-00", "2021-20", "2021-25", "2018-33", "2021-04-31", "2021-02-29",
  "1900-02-29", "2021-00-10", "2021-01-00", "2018-21-03", "2018-XX-05", "2018-X5", "201X-05", "2X18",
  "XXXX", "2XXX", "201x", "2018-xx", "-0000", "-000X", "-00XX", "Y170000002", "21", "021", "20211",
  "+2021", " 2021", "2021 ", "2021-", "2021-05-", "2021-05-16-", "2021~~", "~2021", "2018-?12",
  "[2018,2019]", "{2018,2019}", "2018..2019", "/", "..", "../..", "/..", "../", "2021/2006",
  "2021-05/2021-04", "2018/2019/2020", "2018/open", "2018/unknown", "2004-06-XX/2004-07-03",
  "199X/2004", "2018/...", "2021-05-16T10:49:00/2022", "2021-05-16T10:49:00~/2022",
  "2021-05-16T25:00:00", "2021-05-16T10:49", "2021-05T10:49:00", "2021-05-16T10:60:00",
  "2021-05-16T10:49:00Z~", "2021-05-16T10:49:00+5", "2021\xc3\xa9", "٢٠٢١",
};

static void
test_accepted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autofree char *again = NULL, *first = NULL, *last = NULL;
      gint32 earliest, latest;
      DossierEdtf edtf;

      g_test_message ("%s", accepted[i].text);
      g_assert_true (dossier_edtf_parse (accepted[i].text, &edtf));
      again = dossier_edtf_to_string (&edtf);
      g_assert_cmpstr (again, ==, accepted[i].text);

      g_assert_true (dossier_edtf_bounds (accepted[i].text, &earliest, &latest));
      first = dossier_day_to_string (earliest);
      g_assert_cmpstr (first, ==, accepted[i].earliest);
      last = dossier_day_to_string (latest);
      g_assert_cmpstr (last, ==, accepted[i].latest);
      g_assert_cmpint (earliest, <=, latest);
    }
}

static void
test_rejected (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rejected); i++)
    {
      DossierEdtf edtf = { .from.year = 7 };
      gint32 earliest = 7, latest = 7;

      g_test_message ("%s", rejected[i]);
      g_assert_false (dossier_edtf_parse (rejected[i], &edtf));
      g_assert_cmpint (edtf.from.year, ==, 7);
      g_assert_false (dossier_edtf_bounds (rejected[i], &earliest, &latest));
      g_assert_cmpint (earliest, ==, 7);
      g_assert_cmpint (latest, ==, 7);
    }
  g_assert_false (dossier_edtf_bounds (NULL, NULL, NULL));
}

static void
test_parts (void)
{
  DossierEdtf edtf;

  g_assert_true (dossier_edtf_parse ("2018/..", &edtf));
  g_assert_true (edtf.is_interval && edtf.to.open);
  g_assert_cmpint (edtf.to.precision, ==, DOSSIER_PRECISION_NONE);
  g_assert_true (dossier_edtf_parse ("2018/", &edtf));
  g_assert_false (edtf.to.open);

  g_assert_true (dossier_edtf_parse ("2018-21~", &edtf));
  g_assert_cmpint (edtf.from.precision, ==, DOSSIER_PRECISION_SEASON);
  g_assert_true (dossier_edtf_is_approximate (&edtf));
  g_assert_false (dossier_edtf_is_uncertain (&edtf));
  g_assert_true (dossier_edtf_parse ("2016/2018-05%", &edtf));
  g_assert_true (dossier_edtf_is_approximate (&edtf) && dossier_edtf_is_uncertain (&edtf));

  g_assert_true (dossier_edtf_parse ("201X", &edtf));
  g_assert_cmpint (edtf.from.precision, ==, DOSSIER_PRECISION_DECADE);
  g_assert_true (dossier_edtf_parse ("2018-12-XX", &edtf));
  g_assert_cmpint (edtf.from.precision, ==, DOSSIER_PRECISION_MONTH);
  g_assert_cmpint (edtf.from.day, ==, 99);
}

static void
test_date_and_time (void)
{
  static const char *const texts[] = {
    "2021-05-16T10:49:00", "2021-05-16T10:49:00Z", "2021-05-16T24:00:00",
    "2021-05-16T10:49:00+05:30", "2021-05-16T10:49:00-05",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *day = NULL;
      DossierEdtf edtf;

      g_assert_true (dossier_edtf_parse (texts[i], &edtf));
      day = dossier_edtf_to_string (&edtf);
      g_assert_cmpstr (day, ==, "2021-05-16");
    }
}

static void
test_days (void)
{
  int previous_month = 12;

  g_assert_cmpint (dossier_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (dossier_day_from_ymd (1969, 12, 31), ==, -1);
  g_assert_cmpint (dossier_day_from_ymd (2000, 3, 1), ==, 11017);
  g_assert_cmpint (dossier_day_from_ymd (2021, 8, 15), ==, 18854);
  g_assert_cmpint (dossier_day_from_ymd (0, 3, 1), ==, -719468);
  g_assert_cmpint (dossier_day_from_ymd (2021, 2, 29), ==, DOSSIER_DAY_MIN);
  g_assert_cmpint (dossier_day_from_ymd (2021, 13, 1), ==, DOSSIER_DAY_MIN);
  g_assert_cmpint (dossier_day_from_ymd (20000, 1, 1), ==, DOSSIER_DAY_MIN);
  g_assert_null (dossier_day_to_string (DOSSIER_DAY_MIN));
  g_assert_null (dossier_day_to_string (DOSSIER_DAY_MAX));

  for (gint32 day = dossier_day_from_ymd (-801, 1, 1); day < dossier_day_from_ymd (2401, 1, 1); day++)
    {
      int y, m, d;

      dossier_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (dossier_day_from_ymd (y, m, d), ==, day);
      if (d == 1)
        {
          g_assert_cmpint (m, ==, previous_month % 12 + 1);
          previous_month = m;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/edtf/accepted", test_accepted);
  g_test_add_func ("/core/edtf/rejected", test_rejected);
  g_test_add_func ("/core/edtf/parts", test_parts);
  g_test_add_func ("/core/edtf/date-and-time", test_date_and_time);
  g_test_add_func ("/core/edtf/days", test_days);

  return g_test_run ();
}
