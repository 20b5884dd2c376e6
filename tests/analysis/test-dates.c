/* test-dates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-dates.h"
#include "dossier-edtf.h"

typedef struct
{
  DossierLexicon *lexicon;
  DossierDates   *dates;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->lexicon = dossier_lexicon_new ("en", &error);
  g_assert_no_error (error);
  fixture->dates = dossier_dates_new (fixture->lexicon);
  dossier_vocabulary_freeze (dossier_lexicon_vocabulary (fixture->lexicon));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dossier_dates_free (fixture->dates);
  dossier_lexicon_unref (fixture->lexicon);
}

static void
clear_timex (gpointer data)
{
  DossierTimex *timex = data;

  g_free (timex->value);
  g_free (timex->edtf);
}

/* Reads @words as a text that appeared on @published. */
static void
read_text (Fixture        *fixture,
           DossierContext *context,
           const char     *words,
           const char     *published)
{
  memset (context, 0, sizeof *context);
  context->text = dossier_text_new (words, -1);
  context->published = g_strdup (published);
  context->tokens = dossier_tokens_new (context->text, NULL, 0, dossier_lexicon_vocabulary (fixture->lexicon));
  context->timexes = g_array_new (FALSE, FALSE, sizeof (DossierTimex));
  g_array_set_clear_func (context->timexes, clear_timex);
  dossier_dates_run (fixture->dates, context);
}

static void
clear_text (DossierContext *context)
{
  g_array_unref (context->timexes);
  dossier_tokens_free (context->tokens);
  dossier_text_unref (context->text);
  g_free (context->published);
}

/* "words=value=EDTF or reason; …" of a text. */
static char *
describe (Fixture    *fixture,
          const char *words,
          const char *published)
{
  GString *string = g_string_new (NULL);
  DossierContext context;
  guint32 end = 0;

  read_text (fixture, &context, words, published);
  for (guint i = 0; i < context.timexes->len; i++)
    {
      DossierTimex *timex = &g_array_index (context.timexes, DossierTimex, i);

      g_assert_cmpuint (timex->bytes.start, >=, end);
      g_assert_cmpuint (timex->bytes.end, >, timex->bytes.start);
      end = timex->bytes.end;
      g_assert_true (timex->edtf == NULL || dossier_edtf_bounds (timex->edtf, NULL, NULL));
      g_assert_true ((timex->edtf == NULL) != (timex->reason == NULL));
      g_string_append_printf (string, "%s%.*s=%s=%s", i > 0 ? "; " : "",
                              (int)(timex->bytes.end - timex->bytes.start), words + timex->bytes.start,
                              timex->value, timex->edtf != NULL ? timex->edtf : timex->reason);
    }
  clear_text (&context);

  return g_string_free (string, FALSE);
}

typedef struct
{
  const char *published;
  const char *words;
  const char *found;
} Case;

static void
check_cases (Fixture    *fixture,
             const Case *cases,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *found = describe (fixture, cases[i].words, cases[i].published);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static const Case calendar_cases[] = {
  { "2021-08-15", "The port opened on 3 May 2019.", "3 May 2019=2019-05-03=2019-05-03" },
  { "2021-08-15", "The port opened on May 3rd, 2019.", "May 3rd, 2019=2019-05-03=2019-05-03" },
  { "2021-08-15", "It opened on the 3rd of May 2019 at last.", "the 3rd of May 2019=2019-05-03=2019-05-03" },
  { "2021-08-15", "Opened Friday, May 3, 2019.", "Friday, May 3, 2019=2019-05-03=2019-05-03" },
  { "2021-08-15", "Entry 2019-05-03 was deleted.", "2019-05-03=2019-05-03=2019-05-03" },
  { "2021-08-15", "Signed on 3.5.2019 in Bonn.", "3.5.2019=2019-05-03=2019-05-03" },
  { "2021-08-15", "Signed on 25/12/2019.", "25/12/2019=2019-12-25=2019-12-25" },
  { "2021-08-15", "Signed on 3/5/2019.", "3/5/2019=2019-03-05=2019-XX-XX" },
  { "2021-08-15", "In June 2018 and July '19.", "June 2018=2018-06=2018-06; July '19=2019-07=2019-07" },
  { "2021-08-15", "It happened back in 2010.", "2010=2010=2010" },
  { "2021-08-15", "They shipped 2010 crates for $1999.", "" },
  { "2021-08-15", "Trade grew in the 1990s and the '80s.", "the 1990s=199=199X; the '80s=198=198X" },
  { "2021-08-15", "A plague of the 1300s.", "the 1300s=13=13XX" },
  { "2021-08-15", "Since the 19th century it leaked.", "the 19th century=18=1800/.." },
  { "2021-08-15", "The third quarter of 2019 was poor.", "The third quarter of 2019=2019-Q3=2019-07/2019-09" },
  { "2021-08-15", "Profit fell in Q3 2019.", "Q3 2019=2019-Q3=2019-07/2019-09" },
  { "2021-08-15", "In the first half of 2020 it stalled.", "the first half of 2020=2020-H1=2020-01/2020-06" },
  { "2021-08-15", "In the spring of 2018 they met.", "the spring of 2018=2018-SP=2018-21" },
  { "2021-08-15", "Prices fall and spring back.", "" },
  { "2021-08-15", "It may rain. May Smith will march on.", "" },
  { "2021-08-15", "By the end of November 2018 it was over.", "the end of November 2018=2018-11=2018-11~" },
  { "2021-08-15", "In early 2004 and mid-1996.", "early 2004=2004=2004~; mid-1996=1996=1996~" },
  { "2021-08-15", "Carthage fell in 146 BC.", "146 BC=BC0146=-0145" },
  { "2021-08-15", "On Christmas Eve 2019 and Thanksgiving 2019.",
    "Christmas Eve 2019=2019-12-24=2019-12-24; Thanksgiving 2019=2019-11-28=2019-11-28" },
  { "2021-08-15", "On Easter Monday 2018 it burned.", "Easter Monday 2018=2018-04-02=2018-04-02" },
  { "2021-08-15", "From 15 to 22 February 2016.",
    "15=2016-02-15=2016-02-15; 22 February 2016=2016-02-22=2016-02-22" },
  { "2021-08-15", "On April 6-7, 2016, they met.", "April 6=2016-04-06=2016-04-06; 7, 2016=2016-04-07=2016-04-07" },
  { "2021-08-15", "The 1998-99 budget.", "1998=1998=1998; 99=1999=1999" },
  { "2021-08-15", "After the 9/11 attacks.", "the 9/11=2001-09-11=2001-09-11" },
  { "2021-08-15", "In the last week of August 2019.",
    "the last week of August 2019=2019-W35=2019-08-26/2019-09-01" },
  { "2021-08-15", "On the first day of May 2019.", "the first day of May 2019=2019-05-01=2019-05-01" },
  { "2021-08-15", "The last week of the war.", "" },
  { "2021-08-15", "Resolution 1983 in The Sunday Times of 1983.", "1983=1983=1983" },
  { "2021-08-15", "Between January and March this year.", "January=2021-01=2021-01; March this year=2021-03=2021-03" },
  { "2021-08-15", "On 30 February 2019 nothing happened.", "30 February 2019=XXXX-02-30=vague" },
};

static const Case relative_cases[] = {
  { "2021-08-15", "The suit was filed on Wednesday.", "Wednesday=2021-08-11=2021-08-11" },
  { "2021-08-15", "The court will meet on Wednesday.", "Wednesday=2021-08-18=2021-08-18" },
  { "2021-08-15", "Last Friday they said so.", "Last Friday=2021-08-13=2021-08-13" },
  { "2021-08-15", "Yesterday, today and tomorrow.",
    "Yesterday=2021-08-14=2021-08-14; today=2021-08-15=2021-08-15; tomorrow=2021-08-16=2021-08-16" },
  { "2021-08-15", "It fell the day before yesterday.", "the day before yesterday=2021-08-13=2021-08-13" },
  { "2021-08-15", "It would open next Tuesday night.", "next Tuesday night=2021-08-17TNI=2021-08-17" },
  { "2021-08-15", "They met last night and this morning.",
    "last night=2021-08-14TNI=2021-08-14; this morning=2021-08-15TMO=2021-08-15" },
  { "2021-08-15", "It broke down last week.", "last week=2021-W31=2021-08-02/2021-08-08" },
  { "2021-08-15", "It closed last month.", "last month=2021-07=2021-07" },
  { "2021-08-15", "Earlier this year it closed.", "Earlier this year=2021=2021" },
  { "2021-08-15", "It opened two years ago.", "two years ago=2019=2019" },
  { "2021-08-15", "It opened five months ago.", "five months ago=2021-03=2021-03" },
  { "2021-08-15", "It opened ten days ago.", "ten days ago=2021-08-05=2021-08-05" },
  { "2021-08-15", "It opened several years ago.", "several years ago=PAST_REF=vague" },
  { "2021-08-15", "It opened in May and will close in March.", "May=2021-05=2021-05; March=2022-03=2022-03" },
  { "2021-08-15", "They spoke last December.", "last December=2020-12=2020-12" },
  { "2021-08-15", "It has worked since 2018.", "2018=2018=2018/.." },
  { "2021-08-15", "Over the last decade it grew.", "the last decade=201=2011/2021" },
  { "2021-08-15", "In the past three months it shrank.", "the past three months=P3M=2021-05/2021-08" },
  { "2021-08-15", "On 3 May 2019 it opened. Two days later it closed. The following year it burned.",
    "3 May 2019=2019-05-03=2019-05-03; Two days later=2019-05-05=2019-05-05; The following year=2020=2020" },
  { "2021-08-15", "It is now closed and will reopen in the near future.",
    "now=PRESENT_REF=vague; the near future=FUTURE_REF=vague" },
  { "2021-08", "It closed last month, on a Friday; the hearing is on Tuesday.",
    "last month=2021-07=2021-07; Friday=XXXX-WXX-5=vague; Tuesday=XXXX-WXX-2=vague" },
  { NULL, "Earlier this year it closed.", "Earlier this year=XXXX=no-publication-date" },
  { NULL, "They met on Wednesday and in May.", "Wednesday=XXXX-WXX-3=no-publication-date; May=XXXX-05=no-publication-date" },
  { NULL, "The office warned in December 2018. A review is due at the end of September.",
    "December 2018=2018-12=2018-12; the end of September=2019-09=2019-09~" },
  { NULL, "It was dropped in 2017. It was reopened in May.", "2017=2017=2017; May=XXXX-05=no-publication-date" },
};

static const Case other_cases[] = {
  { "2021-08-15", "It leaked every night for five years.", "every night=XXXX-XX-XXTNI=set; five years=P5Y=duration" },
  { "2021-08-15", "A five-year plan of more than two weeks.", "five-year=P5Y=duration; more than two weeks=P2W=duration" },
  { "2021-08-15", "It took 2 1/2 years and half an hour.", "2 1/2 years=P2Y6M=duration; half an hour=PT30M=duration" },
  { "2021-08-15", "It took a year and a half, or a couple of days.",
    "a year and a half=P1Y6M=duration; a couple of days=P2D=duration" },
  { "2021-08-15", "For twenty-four months and one hundred days.",
    "twenty-four months=P24M=duration; one hundred days=P100D=duration" },
  { "2021-08-15", "The 12-year-old waited for decades.", "decades=PXY=duration" },
  { "2021-08-15", "A second man asked for a quarter of it.", "" },
  { "2021-08-15", "It runs daily, each Thursday and every two weeks.",
    "daily=P1D=set; each Thursday=XXXX-WXX-4=set; every two weeks=P2W=set" },
  { "2021-08-15", "At 10:35 a.m. on Friday the siren went.",
    "10:35 a.m.=2021-08-13T10:35=2021-08-13; Friday=2021-08-13=2021-08-13" },
  { "2021-08-15", "They left at 10 p.m. Friday, UTC 14:58.", "10 p.m. Friday=2021-08-13T22:00=2021-08-13; 14:58=2021-08-13T14:58=2021-08-13" },
  { "2021-08-15", "On the night of 3 May 2019 it rained.", "the night of 3 May 2019=2019-05-03TNI=2019-05-03" },
};

static void
test_calendar (Fixture       *fixture,
               gconstpointer  data)
{
  check_cases (fixture, calendar_cases, G_N_ELEMENTS (calendar_cases));
}

static void
test_relative (Fixture       *fixture,
               gconstpointer  data)
{
  check_cases (fixture, relative_cases, G_N_ELEMENTS (relative_cases));
}

static void
test_other (Fixture       *fixture,
            gconstpointer  data)
{
  check_cases (fixture, other_cases, G_N_ELEMENTS (other_cases));
}

/* A text of other times: what has no year goes on from the date before it. */
static void
test_narrative (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const words =
    "The canal was begun in 1881 and given up in 1889. In 1902 a new company bought it. "
    "On 3 November 1903 the province left the union, and on 18 November a treaty was signed. "
    "Digging went on in 1904. By December ships passed. The next year the lake rose. It opened in 1914.";
  g_autofree char *found = describe (fixture, words, "2009-12-19");

  g_assert_nonnull (strstr (found, "18 November=1903-11-18"));
  g_assert_nonnull (strstr (found, "December=1904-12"));
  g_assert_nonnull (strstr (found, "The next year=1905"));
}

static void
test_line (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *line;
    gboolean    is_date_line;
    const char *edtf;
  } lines[] = {
    { " date 2021-05-16 ", TRUE, "2021-05-16" },
    { "Published on Aug 15, 2021 10:49 AM IST", TRUE, "2021-08-15" },
    { "June 27, 2019, 11:01am", TRUE, "2019-06-27" },
    { "Last updated 3 May 2019", TRUE, "2019-05-03" },
    { "Updated 4 May 2019 | Published 3 May 2019", TRUE, "2019-05-03" },
    { "03/05/2019", TRUE, "2019-XX-XX" },
    { "25/12/2019 14:30", TRUE, "2019-12-25" },
    { "Posted: Sunday, 16 May 2021 at 10:00 GMT", TRUE, "2021-05-16" },
    { "2021-05-16T10:49:00Z", TRUE, "2021-05-16" },
    { "May 2021", TRUE, "2021-05" },
    { "Last modified on Fri 13 Aug 2021 12.04 BST", TRUE, "2021-08-13" },
    { "Updated 1203 GMT (2003 HKT) June 27, 2019", TRUE, "2019-06-27" },
    { "27 Jun 2019 • 3 min read", TRUE, "2019-06-27" },
    { "15/Aug/2021", TRUE, "2021-08-15" },
    { "Aug-15-2021", TRUE, "2021-08-15" },
    { "Sun, 15 Aug 2021 10:49:00 +0530", TRUE, "2021-08-15" },
    { "Winter 2019", TRUE, "2019-24" },
    { "2h ago", TRUE, NULL },
    { "2 days ago", TRUE, NULL },
    { "Yesterday, 10:49", TRUE, NULL },
    { "Sunday, 16 May", TRUE, NULL },
    { "2021", FALSE, NULL },
    { "The port opened on 3 May 2019 to great applause", FALSE, NULL },
    { "By Ann Example, 3 May 2019", FALSE, NULL },
    { "Five years", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(DossierText) text = dossier_text_new (lines[i].line, -1);
      g_autofree char *edtf = NULL;
      gboolean is_date_line;

      g_test_message ("%s", lines[i].line);
      is_date_line = dossier_dates_line (fixture->dates, text, (DossierBytes){ 0, strlen (lines[i].line) }, &edtf);
      g_assert_cmpint (is_date_line, ==, lines[i].is_date_line);
      g_assert_cmpstr (edtf, ==, lines[i].edtf);
    }
}

static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *words;
    const char *edtf;
    const char *covered;
  } ranges[] = {
    { "Seventy deals were made from 2006 to April of this year.", "2006/2021-04", "2006 to April of this year" },
    { "Between 2009 and 2018 it grew.", "2009/2018", "2009 and 2018" },
    { "In 2009 and 2018 it grew.", "2009", "2009" },
    { "From the 1990s to 2005 it grew.", "1990/2005", "the 1990s to 2005" },
    { "It grew in 2016-2018.", "2016/2018", "2016-2018" },
    { "From March until May 2019 it grew.", "2019-03/2019-05", "March until May 2019" },
    { "Since 2018 it grew.", "2018/..", "2018" },
    { "It leaked every night for five years.", NULL, NULL },
    { "It leaked.", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *edtf = NULL, *words = NULL;
      DossierBytes covered = { 0 };
      DossierContext context;

      g_test_message ("%s", ranges[i].words);
      read_text (fixture, &context, ranges[i].words, "2021-05-16");
      edtf = dossier_dates_range (fixture->dates, &context, (DossierBytes){ 0, strlen (ranges[i].words) }, &covered);
      g_assert_cmpstr (edtf, ==, ranges[i].edtf);
      words = g_strndup (ranges[i].words + covered.start, covered.end - covered.start);
      if (edtf != NULL)
        g_assert_cmpstr (words, ==, ranges[i].covered);
      clear_text (&context);
    }
}

/* Time grows with the length, whatever is repeated. */
static void
test_linear (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const pieces[] = {
    "2", "the ", "a ", "early ", "two ", "twenty-", "May ", "- ", "'98 ", "of the ", "last ", "1/", "12:", "Monday, ",
    "two hundred thousand ", "from 1 to ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *string = g_string_new (NULL);
      DossierContext context;
      gint64 start;

      while (string->len < 1000000)
        g_string_append (string, pieces[i]);
      start = g_get_monotonic_time ();
      read_text (fixture, &context, string->str, "2021-05-16");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      clear_text (&context);
      g_string_free (string, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/analysis/dates/calendar", Fixture, NULL, set_up, test_calendar, tear_down);
  g_test_add ("/analysis/dates/relative", Fixture, NULL, set_up, test_relative, tear_down);
  g_test_add ("/analysis/dates/other", Fixture, NULL, set_up, test_other, tear_down);
  g_test_add ("/analysis/dates/narrative", Fixture, NULL, set_up, test_narrative, tear_down);
  g_test_add ("/analysis/dates/line", Fixture, NULL, set_up, test_line, tear_down);
  g_test_add ("/analysis/dates/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/analysis/dates/linear", Fixture, NULL, set_up, test_linear, tear_down);

  return g_test_run ();
}
