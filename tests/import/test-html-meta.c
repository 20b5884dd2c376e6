/* test-html-meta.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-html-date.h"
#include "dossier-importer.h"

static DossierDocument *
import (const char *head,
        const char *body)
{
  g_autofree char *html = g_strdup_printf ("<!DOCTYPE html><html><head>%s</head><body>%s<p>Some words of text.</p>", head, body);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_import_bytes (bytes, NULL, 0, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_json (void)
{
  g_autoptr (DossierDocument) document = import (
      "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"no\"},"
      "{\"@type\": \"Person\", \"@id\": \"#a\", \"name\": \"Ann Example\"},"
      "{\"@type\": [\"NewsArticle\"], \"headline\": \"Quay &amp; crane\", \"datePublished\": \"2019-06-27T23:50:00-05:00\","
      "\"author\": [{\"@id\": \"#a\"}, {\"name\": \"Ben Sample\"}], \"publisher\": {\"name\": \"The Tide\"}, \"inLanguage\": \"en\"}]}"
      "</script><meta property='article:published_time' content='2001-01-01'>", "");

  g_assert_cmpstr (document->title, ==, "Quay & crane");
  g_assert_cmpstr (document->byline, ==, "Ann Example, Ben Sample");
  g_assert_cmpstr (document->outlet, ==, "The Tide");
  g_assert_cmpstr (document->published, ==, "2019-06-27");
  g_assert_cmpstr (document->language, ==, "en");
}

static void
test_meta (void)
{
  g_autoptr (DossierDocument) document = import (
      "<title>Cranes stand still - The Tide</title><meta property='og:site_name' content='The Tide'>"
      "<meta name=author content='By Ann Example'><meta name=date content='3 March 2011'>"
      "<link rel=canonical href='https://tide.example/cranes'>", "");

  g_assert_cmpstr (document->title, ==, "Cranes stand still");
  g_assert_cmpstr (document->outlet, ==, "The Tide");
  g_assert_cmpstr (document->byline, ==, "Ann Example");
  g_assert_cmpstr (document->published, ==, "2011-03-03");
  g_assert_cmpstr (document->url, ==, "https://tide.example/cranes");
}

static void
test_elements (void)
{
  g_autoptr (DossierDocument) document = import (
      "<title>x</title>", "<h1>Cranes</h1><span class=author>By Ann Example</span>"
                          "<span itemprop=dateModified content='2012-12-12'></span><time datetime='2012-11-22T07:40'>Thursday</time>");

  g_assert_cmpstr (document->byline, ==, "Ann Example");
  g_assert_cmpstr (document->published, ==, "2012-11-22");
}

/* Nothing says when it appeared: nothing is made up, and a change is no publication. */
static void
test_undated (void)
{
  g_autoptr (DossierDocument) document = import (
      "<meta property='article:modified_time' content='2012-12-12'><title>x</title>", "<h1>Cranes in the rain</h1>");

  g_assert_null (document->published);
  g_assert_null (document->byline);
}

static void
test_address (void)
{
  g_autoptr (DossierDocument) day = import ("<link rel=canonical href='http://a.example/2014/05/09/x'>", "");
  g_autoptr (DossierDocument) month = import ("<link rel=canonical href='http://a.example/2014/05/x'>", "");

  g_assert_cmpstr (day->published, ==, "2014-05-09");
  g_assert_cmpstr (month->published, ==, "2014-05");
}

/* The data tell the time of Greenwich, the address the day of the paper. */
static void
test_day_beside (void)
{
  g_autoptr (DossierDocument) beside = import (
      "<meta property='article:published_time' content='2023-11-09T00:31:00Z'><link rel=canonical href='http://a.example/2023/11/08/x'>", "");
  g_autoptr (DossierDocument) apart = import (
      "<meta property='article:published_time' content='2023-11-09T00:31:00Z'><link rel=canonical href='http://a.example/2021/11/08/x'>", "");

  g_assert_cmpstr (beside->published, ==, "2023-11-08");
  g_assert_cmpstr (apart->published, ==, "2023-11-09");
}

static void
test_outlet (void)
{
  g_autoptr (DossierDocument) document = import ("<title>Cranes stand still again | Ports | The Tide</title>",
                                                 "<h1>Cranes stand still again</h1><p>Posted on 3 May 2020 by Ann Example</p>");

  g_assert_cmpstr (document->title, ==, "Cranes stand still again");
  g_assert_cmpstr (document->outlet, ==, "The Tide");
  g_assert_cmpstr (document->byline, ==, "Ann Example");
  g_assert_cmpstr (document->published, ==, "2020-05-03");
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *date;
  } cases[] = {
    { "2019-06-27", NULL, "2019-06-27" },
    { "20190627T1000", NULL, "2019-06-27" },
    { "Thu, 27 Jun 2019 11:01:00 +0000", NULL, "2019-06-27" },
    { "June 27th, 2019, 11:01am", NULL, "2019-06-27" },
    { "Published on Aug 15, 2021 10:49 AM IST", NULL, "2021-08-15" },
    { "27. Juni 2019", NULL, "2019-06-27" },
    { "27 de junio de 2019", NULL, "2019-06-27" },
    { "27 июня 2019 г.", NULL, "2019-06-27" },
    { "27.06.2019", NULL, "2019-06-27" },
    { "20 septembrie 2020", "ro", "2020-09-20" },
    { "7 أكتوبر 2020", "ar", "2020-10-07" },
    { "05/06/2019", "en-US", "2019-05-06" },
    { "05/06/2019", "en-GB", "2019-06-05" },
    { "05/06/2019", NULL, NULL },
    { "25/06/2019", NULL, "2019-06-25" },
    { "31 February 2019", NULL, NULL },
    { "room 12, 2019", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = dossier_html_date_find (cases[i].text, strlen (cases[i].text), cases[i].language);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html-meta/json", test_json);
  g_test_add_func ("/import/html-meta/meta", test_meta);
  g_test_add_func ("/import/html-meta/elements", test_elements);
  g_test_add_func ("/import/html-meta/undated", test_undated);
  g_test_add_func ("/import/html-meta/address", test_address);
  g_test_add_func ("/import/html-meta/day-beside", test_day_beside);
  g_test_add_func ("/import/html-meta/outlet", test_outlet);
  g_test_add_func ("/import/html-meta/dates", test_dates);
  return g_test_run ();
}
