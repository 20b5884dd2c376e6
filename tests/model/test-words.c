/* test-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-country-names.h"
#include "dossier-filter.h"
#include "dossier-places.h"
#include "dossier-words.h"

static void
assert_summary (DossierFilter *filter,
                const char    *expected)
{
  g_autofree char *summary = dossier_filter_summary (filter);

  g_assert_cmpstr (summary, ==, expected);
}

static void
assert_chip (DossierFilter    *filter,
             DossierFacetKind  facet,
             const char       *expected)
{
  g_autofree char *text = dossier_filter_chip_text (filter, facet);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_filter (void)
{
  DossierFilter *filter = dossier_filter_new ();
  guint n_changed = 0, n_summary = 0;
  gint32 from, to;
  GError *error = NULL;

  g_signal_connect_swapped (filter, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (filter, "notify::summary", G_CALLBACK (count_cb), &n_summary);
  assert_summary (filter, "");
  assert_chip (filter, DOSSIER_FACET_COUNTRY, "Country");
  g_assert_false (dossier_filter_is_active (filter));

  dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, "PK", TRUE);
  dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, "PK", TRUE);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_summary, ==, 1);
  g_assert_true (dossier_filter_set_dates (filter, "2017", "2021", &error));
  g_assert_no_error (error);
  dossier_filter_set_value (filter, DOSSIER_FACET_KIND, "allegation", TRUE);
  assert_summary (filter, "Pakistan, 2017 – 2021, allegations");
  assert_chip (filter, DOSSIER_FACET_COUNTRY, "Country: Pakistan");
  g_assert_true (dossier_filter_get_days (filter, &from, &to));
  g_assert_cmpint (from, ==, dossier_day_from_ymd (2017, 1, 1));
  g_assert_cmpint (to, ==, dossier_day_from_ymd (2021, 12, 31));
  g_assert_cmpuint (n_changed, ==, 3);

  g_assert_false (dossier_filter_set_dates (filter, "next to never", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (dossier_filter_set_dates (filter, "2021", "2017", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (n_changed, ==, 3);

  dossier_filter_set_basis (filter, DOSSIER_BASIS_STATED);
  dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, DOSSIER_FACET_NONE, TRUE);
  assert_summary (filter, "Pakistan, said 2017 – 2021, allegations, no country");
  g_assert_cmpuint (dossier_filter_n_values (filter, DOSSIER_FACET_COUNTRY), ==, 2);
  dossier_filter_set_only (filter, DOSSIER_FACET_COUNTRY, "KE");
  g_assert_cmpuint (dossier_filter_n_values (filter, DOSSIER_FACET_COUNTRY), ==, 1);
  assert_chip (filter, DOSSIER_FACET_COUNTRY, "Country: Kenya");

  dossier_filter_clear (filter);
  g_assert_false (dossier_filter_is_active (filter));
  g_assert_cmpint (dossier_filter_get_basis (filter), ==, DOSSIER_BASIS_STATED);

  g_assert_finalize_object (filter);
}

static void
test_filter_text (void)
{
  DossierFilter *filter = dossier_filter_new ();
  DossierFilter *other = dossier_filter_new ();
  g_autofree char *text = NULL;

  dossier_filter_set_value (filter, DOSSIER_FACET_SPEAKER, "Ombrix “Ltd” 'x'", TRUE);
  dossier_filter_set_value (filter, DOSSIER_FACET_TAG, "to verify", TRUE);
  dossier_filter_set_value (filter, DOSSIER_FACET_REVIEW, "confirmed", TRUE);
  dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, DOSSIER_FACET_NONE, TRUE);
  dossier_filter_set_all_countries (filter, TRUE);
  g_assert_true (dossier_filter_set_dates (filter, "spring 2018", "", NULL));
  dossier_filter_set_words (filter, "  back door ");
  text = dossier_filter_to_text (filter);
  g_assert_null (strchr (text, '\n'));

  g_assert_true (dossier_filter_from_text (other, text));
  g_assert_true (dossier_query_equal (dossier_filter_query (filter), dossier_filter_query (other)));
  g_assert_cmpstr (dossier_filter_get_words (other), ==, "back door");
  g_assert_false (dossier_filter_from_text (other, "nothing of the sort {"));
  g_assert_false (dossier_filter_from_text (other, NULL));
  g_assert_true (dossier_query_equal (dossier_filter_query (filter), dossier_filter_query (other)));

  g_assert_finalize_object (filter);
  g_assert_finalize_object (other);
}

static void
test_countries (void)
{
  g_autofree char *flag = dossier_country_flag ("PK");
  g_autofree char *none = dossier_country_flag ("pakistan");

  if (g_strcmp0 (dossier_country_name ("PK"), "PK") == 0)
    {
      g_test_skip ("iso-codes is not installed");
      return;
    }
  g_assert_cmpstr (dossier_country_name ("PK"), ==, "Pakistan");
  g_assert_cmpstr (dossier_country_name ("BO"), ==, "Bolivia");
  g_assert_cmpstr (dossier_country_name ("XK"), ==, "Kosovo");
  g_assert_cmpstr (dossier_country_name ("QQ"), ==, "QQ");
  g_assert_cmpstr (dossier_country_name (NULL), ==, "");
  g_assert_cmpstr (dossier_country_alpha3 ("DE"), ==, "DEU");
  g_assert_null (dossier_country_alpha3 ("QQ"));
  g_assert_cmpstr (dossier_country_region ("PK"), ==, "Asia");
  g_assert_cmpstr (dossier_country_region ("CZ"), ==, "Europe");
  g_assert_cmpstr (dossier_country_region ("QQ"), ==, "");
  g_assert_cmpstr (dossier_country_find ("pakistan "), ==, "PK");
  g_assert_cmpstr (dossier_country_find ("deu"), ==, "DE");
  g_assert_cmpstr (dossier_country_find ("ke"), ==, "KE");
  g_assert_null (dossier_country_find ("Atlantis"));
  g_assert_cmpstr (flag, ==, "🇵🇰");
  g_assert_cmpstr (none, ==, "");
}

static void
test_dates (void)
{
  static const struct
  {
    gint32      from;
    gint32      to;
    const char *words;
  } ranges[] = {
    { DOSSIER_DAY_MIN, DOSSIER_DAY_MAX, "" },
    { 0, 364, "1970" },
    { 0, DOSSIER_DAY_MAX, "since 1970" },
    { DOSSIER_DAY_MIN, 364, "until 1970" },
    { 31, 58, "February 1970" },
    { 31, 364, "February 1970 – 1970" },
    { 1, 3, "2 January 1970 – 4 January 1970" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *words = dossier_days_to_words (ranges[i].from, ranges[i].to);

      g_assert_cmpstr (words, ==, ranges[i].words);
    }

  g_assert_cmpstr (dossier_date_precision ("2017"), ==, "year");
  g_assert_cmpstr (dossier_date_precision ("2017/2018"), ==, "interval");
  g_assert_cmpstr (dossier_date_precision (NULL), ==, "");
  g_assert_cmpstr (dossier_reason_label (NULL), ==, "");
}

static void
test_places (void)
{
  g_autofree char *path = dossier_default_path ();
  g_autofree char *title = dossier_path_title ("/tmp/Harbour case.dossier");
  g_autofree char *bare = dossier_path_title ("/tmp/.dossier");
  g_autofree char *suffixed = dossier_path_with_suffix ("/tmp/x");
  g_autofree char *kept = dossier_path_with_suffix ("/tmp/x.dossier");

  g_assert_true (g_path_is_absolute (path));
  g_assert_true (g_str_has_suffix (path, ".dossier"));
  g_assert_cmpstr (title, ==, "Harbour case");
  g_assert_cmpstr (bare, ==, ".dossier");
  g_assert_cmpstr (suffixed, ==, "/tmp/x.dossier");
  g_assert_cmpstr (kept, ==, "/tmp/x.dossier");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/filter", test_filter);
  g_test_add_func ("/words/filter-text", test_filter_text);
  g_test_add_func ("/words/countries", test_countries);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/places", test_places);

  return g_test_run ();
}
