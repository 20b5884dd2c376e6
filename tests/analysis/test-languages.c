/* test-languages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-analyser.h"

static DossierAnalyser *analyser;

static const char german[] =
  "Hafenbehörde prüft Kräne\n\n"
  "Von Jana Wolter\n\n"
  "Hamburg, 4. Mai 2021\n\n"
  "„Wir haben niemandem Geld gezahlt“, sagte eine Sprecherin der Reederei am Montag.\n\n"
  "Der Anwalt Peter Lohse sagte, dass die Firma zwei Kräne in Frankreich gekauft habe. "
  "Laut dem Rechnungshof fehlen seit dem 3. April 2019 zwölf Millionen Euro.\n\n"
  "Die Gewerkschaft behauptet, dass der Konzern die Prüfer in Kenia bestochen hat. "
  "Das Unternehmen bestritt, dass es Schmiergelder gegeben hat.\n\n"
  "Nach Angaben von Minister Karl Brandt wurde die Anlage im September 2020 geschlossen.\n";

static const char french[] =
  "Le ministre a dit que la société avait payé des fonctionnaires au Canada. "
  "Il a ajouté que le contrat du 2019-04-03 était nul, et que les autorités de la ville "
  "ne savaient pas ce que le directeur avait fait pour les ouvriers dans le port.\n";

static DossierFindings *
run (DossierText *text,
     const char  *language)
{
  DossierAnalyserInput input = { .text = text, .published = "2021-05-04", .language = language };

  return dossier_analyser_run (analyser, &input, NULL, NULL);
}

static const DossierClaimRecord *
claim_with (DossierFindings *findings,
            const char      *words)
{
  for (guint i = 0; i < findings->claims->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (findings->claims, i);

      if (g_strrstr (claim->quote, words) != NULL)
        return claim;
    }
  g_test_message ("no claim with: %s", words);
  g_assert_not_reached ();
}

static void
assert_claim (DossierFindings *findings,
              const char      *words,
              DossierKind      kind,
              const char      *speaker)
{
  const DossierClaimRecord *claim = claim_with (findings, words);

  g_assert_cmpstr (dossier_kind_nick (claim->kind), ==, dossier_kind_nick (kind));
  g_assert_nonnull (claim->speaker);
  g_assert_nonnull (g_strrstr (claim->speaker, speaker));
}

static gboolean
has_date (DossierFindings *findings,
          const char      *value)
{
  for (guint i = 0; i < findings->dates->len; i++)
    {
      if (g_strcmp0 (g_array_index (findings->dates, DossierDateFinding, i).value, value) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_country (DossierFindings *findings,
             const char      *code)
{
  for (guint i = 0; i < findings->mentions->len; i++)
    {
      if (g_str_equal (g_array_index (findings->mentions, DossierMentionFinding, i).code, code))
        return TRUE;
    }

  return FALSE;
}

static void
test_german (void)
{
  g_autoptr (DossierText) text = dossier_text_new (german, -1);
  g_autoptr (DossierFindings) findings = run (text, NULL);

  g_assert_cmpstr (findings->language, ==, "de");
  g_assert_true (findings->claims_looked_for);
  g_assert_cmpstr (findings->byline, ==, "Jana Wolter");
  assert_claim (findings, "niemandem Geld", DOSSIER_KIND_STATEMENT, "Sprecherin");
  assert_claim (findings, "zwei Kräne", DOSSIER_KIND_STATEMENT, "Peter Lohse");
  assert_claim (findings, "zwölf Millionen", DOSSIER_KIND_FINDING, "Rechnungshof");
  assert_claim (findings, "die Prüfer", DOSSIER_KIND_ALLEGATION, "Gewerkschaft");
  assert_claim (findings, "Schmiergelder gegeben", DOSSIER_KIND_DENIAL, "Unternehmen");
  assert_claim (findings, "die Anlage", DOSSIER_KIND_STATEMENT, "Karl Brandt");
  g_assert_true (has_date (findings, "2019-04-03"));
  g_assert_true (has_date (findings, "2020-09"));
  g_assert_true (has_date (findings, "2021-05-03"));
  g_assert_true (has_country (findings, "FR"));
  g_assert_true (has_country (findings, "KE"));
}

/* Without tables: readable, with what needs none, and it says so. */
static void
test_without_pack (void)
{
  g_autoptr (DossierText) text = dossier_text_new (french, -1);
  g_autoptr (DossierFindings) findings = run (text, NULL);

  g_assert_cmpstr (findings->language, ==, "fr");
  g_assert_false (findings->claims_looked_for);
  g_assert_cmpuint (findings->claims->len, ==, 0);
  g_assert_cmpuint (findings->attributions->len, ==, 0);
  g_assert_cmpuint (findings->blocks->len, >, 0);
  g_assert_true (has_date (findings, "2019-04-03"));
  g_assert_true (has_country (findings, "CA"));
}

static void
test_given_language (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("The mayor said that the quay was shut.", -1);
  g_autoptr (DossierFindings) british = run (text, "en-GB");
  g_autoptr (DossierFindings) unknown = run (text, "xx");
  g_autoptr (DossierFindings) odd = run (text, "");

  g_assert_true (british->claims_looked_for);
  g_assert_cmpuint (british->claims->len, ==, 1);
  g_assert_false (unknown->claims_looked_for);
  g_assert_nonnull (odd);
}

static gpointer
run_in_thread (gpointer data)
{
  g_autoptr (DossierText) text = dossier_text_new (german, -1);
  g_autoptr (DossierFindings) findings = run (text, "de");

  return GUINT_TO_POINTER (findings->claims->len);
}

/* The first German texts of several threads load one pack. */
static void
test_threads (void)
{
  DossierAnalyser *shared = analyser;
  GThread *threads[4];
  guint n = 0;

  analyser = dossier_analyser_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("german", run_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      guint found = GPOINTER_TO_UINT (g_thread_join (threads[i]));

      g_assert_cmpuint (found, >, 0);
      g_assert_true (n == 0 || found == n);
      n = found;
    }
  dossier_analyser_unref (analyser);
  analyser = shared;
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  analyser = dossier_analyser_new (NULL);
  g_assert_nonnull (analyser);

  g_test_add_func ("/languages/german", test_german);
  g_test_add_func ("/languages/without-pack", test_without_pack);
  g_test_add_func ("/languages/given", test_given_language);
  g_test_add_func ("/languages/threads", test_threads);
  status = g_test_run ();
  dossier_analyser_unref (analyser);

  return status;
}
