/* test-countries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-analyser.h"

static DossierAnalyser *analyser;

/* The mentions of a text as "words=CC", divided by blanks; then what it is about. */
static char *
read_text (const char *utf8)
{
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  DossierAnalyserInput input = { .text = text };
  g_autoptr (DossierFindings) findings = dossier_analyser_run (analyser, &input, NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const DossierMentionFinding *mention = &g_array_index (findings->mentions, DossierMentionFinding, i);
      g_autofree char *words = dossier_text_substring (text, mention->span);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? " " : "", words, mention->code);
    }

  return g_string_free (out, FALSE);
}

static char *
about (const char *utf8)
{
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  DossierAnalyserInput input = { .text = text };
  g_autoptr (DossierFindings) findings = dossier_analyser_run (analyser, &input, NULL, NULL);

  return findings->countries->len > 0
         ? g_strdup (g_array_index (findings->countries, DossierCountryWeight, 0).code) : NULL;
}

#define assert_read(text, expected) \
  G_STMT_START { g_autofree char *result = read_text (text); g_assert_cmpstr (result, ==, expected); } G_STMT_END
#define assert_about(text, expected) \
  G_STMT_START { g_autofree char *result = about (text); g_assert_cmpstr (result, ==, expected); } G_STMT_END

static void
test_names (void)
{
  assert_read ("The Czech Republic and Ivory Coast signed in Kuala Lumpur.",
               "Czech Republic=CZ Ivory Coast=CI Kuala Lumpur=MY");
  assert_read ("Two Danes and a Pole left Papua New Guinea with Dutchman Jan.", "Danes=DK Pole=PL Papua New Guinea=PG Dutchman=NL");
  assert_read ("South Korea’s ferries, North Korea's docks.", "South Korea=KR North Korea=KP");
  assert_read ("They sail from New Mexico to Northern Ireland.", "New Mexico=US Northern Ireland=GB");
}

static void
test_us (void)
{
  assert_read ("Give it to us, and the US will ask us why.", "US=US");
  assert_read ("TELL US MORE ABOUT IT ALL", "");
  assert_read ("The U.S. Navy and US-made radios.", "U.S.=US US=US");
}

static void
test_bodies (void)
{
  assert_read ("The Kremlin was silent; Downing Street was not.", "Kremlin=RU Downing Street=GB");
  /* A body is evidence and no place. */
  assert_read ("GCHQ briefed nobody.", "");
  assert_about ("GCHQ briefed nobody.", "GB");
  assert_read ("Beijing answered.", "Beijing=CN");
}

static void
test_people (void)
{
  assert_read ("Jack London wrote it. London was tired.", "");
  assert_read ("Mr. Paris left. Michael Jordan stayed, and Chad Miller too.", "");
  assert_read ("They flew to London and to Jordan.", "London=GB Jordan=JO");
}

static void
test_context (void)
{
  assert_read ("The fair in Paris, Texas, opened. Paris is small.", "Paris=US Texas=US Paris=US");
  assert_read ("Voters in Georgia, in Alabama and in Ohio.", "Georgia=US Alabama=US Ohio=US");
  assert_read ("Georgia and Russia fought; Armenia did not.", "Georgia=GE Russia=RU Armenia=AM");
  assert_read ("Smallhaven, Ohio, has a mill.", "Smallhaven=US Ohio=US");
  assert_read ("He works in Birmingham for the British police.", "Birmingham=GB British=GB");
  assert_read ("It stands on Houston Street.", "");
  assert_read ("The New Zealand Herald had it first.", "");
}

static void
test_about (void)
{
  assert_about ("Norway sold fish. Norwegian boats sailed past Iceland.", "NO");
  assert_about ("Nothing is said of any place.", NULL);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyser = dossier_analyser_new (NULL);
  g_assert_nonnull (analyser);
  g_test_add_func ("/countries/names", test_names);
  g_test_add_func ("/countries/us", test_us);
  g_test_add_func ("/countries/bodies", test_bodies);
  g_test_add_func ("/countries/people", test_people);
  g_test_add_func ("/countries/context", test_context);
  g_test_add_func ("/countries/about", test_about);
  result = g_test_run ();
  dossier_analyser_unref (analyser);

  return result;
}
