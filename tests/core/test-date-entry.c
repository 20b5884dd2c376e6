/* test-date-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-date-entry.h"
#include "dossier-date-format.h"

static const struct
{
  const char *typed;
  const char *edtf;
} understood[] = {
  { "2018", "2018" },
  { " 2018-05 ", "2018-05" },
  { "2018-21", "2018-21" },
  { "2006/2021-04", "2006/2021-04" },
  { "../2018", "../2018" },
  { "201x", "201X" },
  { "March 2018", "2018-03" },
  { "mar. 2018", "2018-03" },
  { "Sept 2018", "2018-09" },
  { "16 May 2021", "2021-05-16" },
  { "16. May 2021", "2021-05-16" },
  { "May 16, 2021", "2021-05-16" },
  { "May 16th 2021", "2021-05-16" },
  { "the 1st of May 2021", "2021-05-01" },
  { "3.5.2019", "2019-05-03" },
  { "16/5/2019", "2019-05-16" },
  { "5/16/2019", "2019-05-16" },
  { "5/5/2019", "2019-05-05" },
  { "2019/5/16", "2019-05-16" },
  { "2019-5-6", "2019-05-06" },
  { "5/2019", "2019-05" },
  { "spring 2018", "2018-21" },
  { "the summer of 2018", "2018-22" },
  { "Fall 2018", "2018-23" },
  { "about 2006", "2006~" },
  { "ca. 1500", "1500~" },
  { "2006?", "2006?" },
  { "perhaps about May 2006", "2006-05%" },
  { "early 2004", "2004~" },
  { "mid-2004", "2004~" },
  { "the 1990s", "199X" },
  { "19th century", "18XX" },
  { "44 BC", "-0043" },
  { "Q3 2019", "2019-07/2019-09" },
  { "2006 to April 2021", "2006/2021-04" },
  { "from 2006 to April 2021", "2006/2021-04" },
  { "2006 – April 2021", "2006/2021-04" },
  { "2006-2010", "2006/2010" },
  { "between 2009 and 2018", "2009/2018" },
  { "3 May 2019 - 5 May 2019", "2019-05-03/2019-05-05" },
  { "since 2018", "2018/.." },
  { "from May 2018", "2018-05/.." },
  { "until 2010", "../2010" },
  { "before 2010", "../2009" },
  { "before 1 March 2020", "../2020-02-29" },
  { "after 2010", "2011/.." },
  { "from the 1990s to 2005", "1990/2005" },
};

static const struct
{
  const char *typed;
  const char *says;
} refused[] = {
  { "", "No date" },
  { "   ", "No date" },
  { "3/5/2019", "3 May 2019 or as 5 March 2019" },
  { "3/5/19", "two digits" },
  { "19", "two digits" },
  { "30 February 2019", "calendar" },
  { "31.4.2019", "calendar" },
  { "2019-13", "beyond 12" },
  { "3 May", "lacks its year" },
  { "spring", "lacks its year" },
  { "2021 to 2006", "before it begins" },
  { "soon", "not understood" },
  { "May June 2019", "not understood" },
  { "2018 2019", "not understood" },
  { "since", "not understood" },
  { "/", "not understood" },
  { "- - - - - - - - - - - - - - - - - - - - - - - - - - -", "not understood" },
  { "99999999999999999999", "not understood" },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++)
    {
      g_autofree char *why_not = NULL;
      g_autofree char *edtf = dossier_date_entry_parse (understood[i].typed, &why_not);

      g_test_message ("%s: %s", understood[i].typed, why_not);
      g_assert_cmpstr (edtf, ==, understood[i].edtf);
      g_assert_null (why_not);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *why_not = NULL;
      g_autofree char *edtf = dossier_date_entry_parse (refused[i].typed, &why_not);

      g_test_message ("%s: %s", refused[i].typed, why_not);
      g_assert_null (edtf);
      g_assert_nonnull (why_not);
      g_assert_nonnull (strstr (why_not, refused[i].says));
    }
  g_assert_null (dossier_date_entry_parse ("soon", NULL));
  g_assert_null (dossier_date_entry_parse (NULL, NULL));
}

static void
test_today (void)
{
  g_autofree char *edtf = dossier_date_entry_parse ("today", NULL);
  gint32 first, last;

  g_assert_true (dossier_edtf_bounds (edtf, &first, &last));
  g_assert_cmpint (first, ==, last);
}

static const struct
{
  const char *edtf;
  const char *words;
  const char *brief;
} written[] = {
  { "2021-08-15", "15 August 2021", "15 Aug 2021" },
  { "2021-08", "August 2021", "Aug 2021" },
  { "2021", "2021", "2021" },
  { "2018-21", "spring 2018", "spring 2018" },
  { "2018-24~", "about winter 2018", "about winter 2018" },
  { "2006/2021-04", "2006 – April 2021", "2006 – Apr 2021" },
  { "2018/..", "since 2018", "since 2018" },
  { "2018/", "from 2018, end unknown", "from 2018, end unknown" },
  { "../2018-05", "until May 2018", "until May 2018" },
  { "2006~", "about 2006", "about 2006" },
  { "2006?", "perhaps 2006", "perhaps 2006" },
  { "2006-05%", "perhaps about May 2006", "perhaps about May 2006" },
  { "199X", "the 1990s", "1990s" },
  { "13XX", "the 1300s", "1300s" },
  { "2018-XX", "2018, month unknown", "2018" },
  { "2018-05-XX", "May 2018, day unknown", "May 2018" },
  { "2018-XX-XX", "2018, day and month unknown", "2018" },
  { "-0043", "44 BC", "44 BC" },
  { "-0043-03-15", "15 March 44 BC", "15 Mar 44 BC" },
  { "0079", "79", "79" },
  { "2021-05-03/2021-05-05", "3 – 5 May 2021", "3 – 5 May 2021" },
  { "2021-05-03/2021-06-05", "3 May 2021 – 5 June 2021", "3 May 2021 – 5 Jun 2021" },
  { "2019-07/2019-09", "July – September 2019", "Jul – Sep 2019" },
  { "2020-02-29", "29 February 2020", "29 Feb 2020" },
};

static void
test_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *words = dossier_date_format (written[i].edtf, DOSSIER_DATE_LONG);
      g_autofree char *brief = dossier_date_format (written[i].edtf, DOSSIER_DATE_SHORT);

      g_assert_cmpstr (words, ==, written[i].words);
      g_assert_cmpstr (brief, ==, written[i].brief);
    }
  g_assert_null (dossier_date_format (NULL, DOSSIER_DATE_LONG));
  g_assert_null (dossier_date_format ("May 2021", DOSSIER_DATE_LONG));
}

/* What is written for people can be typed back. */
static void
test_both_ways (void)
{
  static const char *const dates[] = {
    "2021-08-15", "2021-08", "2021", "2018-21", "2006/2021-04", "2018/..", "../2018-05", "2006~", "2006?",
    "2006-05%", "199X", "-0043", "2021-05-03/2021-06-05",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *words = dossier_date_format (dates[i], DOSSIER_DATE_LONG);
      g_autofree char *edtf = dossier_date_entry_parse (words, NULL);

      g_test_message ("%s", words);
      g_assert_cmpstr (edtf, ==, dates[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date-entry/understood", test_understood);
  g_test_add_func ("/core/date-entry/refused", test_refused);
  g_test_add_func ("/core/date-entry/today", test_today);
  g_test_add_func ("/core/date-format/written", test_written);
  g_test_add_func ("/core/date-format/both-ways", test_both_ways);

  return g_test_run ();
}
