/* test-claims.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-analyser.h"
#include "dossier-rule.h"

static DossierAnalyser *analyser;

static DossierFindings *
run (const char *utf8,
     const char *published)
{
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  DossierAnalyserInput input = { .text = text, .published = published };

  return dossier_analyser_run (analyser, &input, NULL, NULL);
}

/* The claim whose quote holds @words. */
static DossierClaimRecord *
claim_with (DossierFindings *findings,
            const char      *words)
{
  for (guint i = 0; i < findings->claims->len; i++)
    {
      DossierClaimRecord *claim = g_ptr_array_index (findings->claims, i);

      if (g_strrstr (claim->quote, words) != NULL)
        return claim;
    }
  g_test_message ("no claim with: %s", words);
  g_assert_not_reached ();
}

static void
assert_kind (const char  *text,
             const char  *words,
             DossierKind  kind)
{
  g_autoptr (DossierFindings) findings = run (text, "2021-05-03");

  g_assert_cmpstr (dossier_kind_nick (claim_with (findings, words)->kind), ==, dossier_kind_nick (kind));
}

static void
test_kinds (void)
{
  assert_kind ("The miners’ union accused Norlund Steel of poisoning the river for a decade.", "poisoning", DOSSIER_KIND_ALLEGATION);
  assert_kind ("Norlund Steel denied the allegations of the union.", "allegations", DOSSIER_KIND_DENIAL);
  assert_kind ("An audit by the ministry found that the company had kept two sets of books.", "two sets", DOSSIER_KIND_FINDING);
  assert_kind ("The court said there was no evidence that the minister had taken money.", "no evidence", DOSSIER_KIND_FINDING);
  assert_kind ("In March the government banned exports of timber to its neighbours.", "banned", DOSSIER_KIND_ACTION);
  assert_kind ("The mayor said that the bridge was the pride of the town.", "pride", DOSSIER_KIND_STATEMENT);
  assert_kind ("The plant employs 1,200 people in three towns on the coast.", "1,200", DOSSIER_KIND_FACT);
}

/* Who stands accused denies, even without a word of denial. */
static void
test_accused_denies (void)
{
  g_autoptr (DossierFindings) findings =
    run ("The miners’ union accused Norlund Steel of poisoning the river.\n\n"
         "“We have never put anything into the river,” a Norlund Steel spokeswoman said.\n", NULL);
  DossierClaimRecord *denial = claim_with (findings, "never put");

  g_assert_cmpint (denial->kind, ==, DOSSIER_KIND_DENIAL);
  g_assert_cmpstr (denial->quote, ==, "“We have never put anything into the river,”");
  g_assert_nonnull (g_strrstr (denial->speaker, "Norlund Steel spokeswoman"));
  g_assert_cmpuint (findings->links->len, >=, 1);
  g_assert_cmpint (g_array_index (findings->links, DossierLinkFinding, 0).relation, ==, DOSSIER_RELATION_ANSWERS);
}

static void
test_speaker (void)
{
  g_autoptr (DossierFindings) findings =
    run ("Mira Kos, who heads the port authority, said that the quay would stay closed.\n\nShe added that two ships had been sent away.\n", NULL);

  g_assert_cmpstr (claim_with (findings, "stay closed")->speaker, ==, "Mira Kos");
  g_assert_cmpstr (claim_with (findings, "sent away")->speaker, ==, "Mira Kos");
}

static void
test_chain (void)
{
  g_autoptr (DossierFindings) findings =
    run ("“The quay will stay closed until autumn,” Mira Kos told Reuters.\n", NULL);
  DossierClaimRecord *claim = claim_with (findings, "stay closed");

  g_assert_cmpstr (claim->speaker, ==, "Mira Kos");
  g_assert_nonnull (claim->via[0]);
  g_assert_cmpstr (claim->via[0], ==, "Reuters");
}

static void
test_countries (void)
{
  g_autoptr (DossierFindings) findings = run ("Norway banned the import of Chilean copper in 2019.", NULL);
  DossierClaimRecord *claim = claim_with (findings, "banned");

  g_assert_true (g_strv_contains ((const char *const *) claim->countries, "NO"));
  g_assert_true (g_strv_contains ((const char *const *) claim->countries, "CL"));
  g_assert_cmpstr (claim->event, ==, "2019");
}

/* No date is borrowed: neither an event's nor a saying's. */
static void
test_unknown_dates (void)
{
  g_autoptr (DossierFindings) findings = run ("The government banned exports of timber last week.", NULL);
  DossierClaimRecord *claim = claim_with (findings, "banned");

  g_assert_null (claim->event);
  g_assert_cmpstr (claim->event_reason, ==, "no-publication-date");
  g_assert_null (claim->stated);
  g_assert_cmpstr (claim->stated_reason, ==, "no-publication-date");
}

static void
test_stated (void)
{
  g_autoptr (DossierFindings) findings =
    run ("The mayor said on Tuesday that the bridge was the pride of the town.", "2021-05-06");

  g_assert_cmpstr (claim_with (findings, "pride")->stated, ==, "2021-05-04");
}

/* Each claim's quote is what stands at its span, with its context beside it. */
static void
test_quotes (void)
{
  const char *utf8 = "Časlav 🌊 met us.\n\nThe union accused Norlund Steel of poisoning the river. “Never,” said Norlund Steel, “did we do it.” The court fined it 3 million crowns in 2018.\n";
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  DossierAnalyserInput input = { .text = text };
  g_autoptr (DossierFindings) findings = dossier_analyser_run (analyser, &input, NULL, NULL);

  g_assert_cmpuint (findings->claims->len, >=, 2);
  for (guint i = 0; i < findings->claims->len; i++)
    {
      DossierClaimRecord *claim = g_ptr_array_index (findings->claims, i);
      g_autofree char *there = dossier_text_substring (text, claim->span);

      g_assert_cmpstr (there, ==, claim->quote);
      g_assert_cmpint (g_utf8_strlen (claim->prefix, -1), <=, 32);
      g_assert_cmpint (g_utf8_strlen (claim->suffix, -1), <=, 32);
      g_assert_cmpuint (claim->n_why, >, 0);
    }
}

static void
test_rules (void)
{
  g_autofree char *kind = dossier_rule_describe_kind ("kind.cue", "alleges", DOSSIER_KIND_ALLEGATION);
  g_autofree char *country = dossier_rule_describe_country ("country.city", "Lahore", "Pakistan");
  g_autofree char *other = dossier_rule_describe ("nothing.known", "word");
  g_autofree char *why = dossier_rule_describe_why ("link.answers: river, steel");

  g_assert_cmpstr (kind, ==, "‘alleges’ makes it an allegation");
  g_assert_cmpstr (country, ==, "Pakistan, because ‘Lahore’ is a city of it");
  g_assert_cmpstr (other, ==, "‘word’");
  g_assert_cmpstr (why, ==, "both speak of ‘river, steel’");
}

/* Whatever comes in, nothing breaks and the work stays linear. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "“", "said ", "who said that ", "((((", "the the ", "accused of ", ", and he said ", "\n.", "a", "2019 " };

  for (guint p = 0; p < G_N_ELEMENTS (pieces); p++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (DossierFindings) findings = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 200000)
        g_string_append (text, pieces[p]);
      findings = run (text->str, NULL);
      g_assert_nonnull (findings);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      g_string_free (text, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  analyser = dossier_analyser_new (NULL);
  g_test_add_func ("/analysis/claims/kinds", test_kinds);
  g_test_add_func ("/analysis/claims/accused-denies", test_accused_denies);
  g_test_add_func ("/analysis/claims/speaker", test_speaker);
  g_test_add_func ("/analysis/claims/chain", test_chain);
  g_test_add_func ("/analysis/claims/countries", test_countries);
  g_test_add_func ("/analysis/claims/unknown-dates", test_unknown_dates);
  g_test_add_func ("/analysis/claims/stated", test_stated);
  g_test_add_func ("/analysis/claims/quotes", test_quotes);
  g_test_add_func ("/analysis/claims/rules", test_rules);
  g_test_add_func ("/analysis/claims/hostile", test_hostile);
  return g_test_run ();
}
