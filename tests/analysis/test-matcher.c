/* test-matcher.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-matcher.h"

static guint
add (DossierMatcher *matcher,
     guint           source,
     DossierKind     kind,
     const char     *speaker,
     const char     *quote)
{
  g_autoptr (DossierClaimRecord) claim = dossier_claim_record_new ();

  claim->kind = kind;
  claim->speaker = g_strdup (speaker);
  claim->quote = g_strdup (quote);
  return dossier_matcher_add_claim (matcher, source, claim);
}

static void
test_across (void)
{
  g_autoptr (DossierMatcher) matcher = dossier_matcher_new ();
  g_autoptr (GArray) matches = NULL;
  guint one = dossier_matcher_add_source (matcher, NULL, NULL, 0), two, charge, again, denial;

  charge = add (matcher, one, DOSSIER_KIND_ALLEGATION, "the miners’ union", "Norlund Steel poisoned the river Tem with arsenic for ten years");
  add (matcher, one, DOSSIER_KIND_FACT, NULL, "The mill employs 1,200 people on the coast");
  two = dossier_matcher_add_source (matcher, NULL, NULL, 0);
  again = add (matcher, two, DOSSIER_KIND_ALLEGATION, "Ane Lund", "for ten years Norlund Steel was poisoning the river Tem with arsenic");
  denial = add (matcher, two, DOSSIER_KIND_DENIAL, "a Norlund Steel spokesman", "Norlund Steel never put arsenic into the river Tem");

  matches = dossier_matcher_across (matcher, 0, NULL);
  g_assert_cmpuint (matches->len, ==, 2);
  for (guint i = 0; i < matches->len; i++)
    {
      DossierMatch *match = &g_array_index (matches, DossierMatch, i);

      g_assert_cmpuint (match->to, ==, charge);
      g_assert_cmpuint (match->from, ==, match->relation == DOSSIER_RELATION_ANSWERS ? denial : again);
      g_assert_nonnull (g_strrstr (match->why, ": "));
    }
}

static void
test_copies (void)
{
  g_autoptr (DossierMatcher) matcher = dossier_matcher_new ();
  g_autoptr (GArray) copies = NULL;
  const char *first = "The harbour authority of Varda closed its northern quay on Monday after inspectors reported cracks in four of its nine pillars, and it will not open it again before the autumn of next year, a spokesman told the local paper.";
  const char *second = "VARDA, Monday. The harbour authority of Varda closed its northern quay on Monday after inspectors reported cracks in four of its nine pillars, and it will not open it again before the autumn of next year, a spokesman told us.";
  const char *third = "Nothing at all has been heard of the fishing fleet since the storm, and families wait at the harbour day and night for news.";

  dossier_matcher_add_source (matcher, NULL, first, -1);
  dossier_matcher_add_source (matcher, NULL, third, -1);
  dossier_matcher_add_source (matcher, NULL, second, -1);
  copies = dossier_matcher_copies (matcher);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (g_array_index (copies, DossierCopy, 0).source, ==, 2);
  g_assert_cmpuint (g_array_index (copies, DossierCopy, 0).original, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (DossierMatcher) matcher = dossier_matcher_new ();
  g_autoptr (GArray) within = dossier_matcher_within (matcher);
  g_autoptr (GArray) across = dossier_matcher_across (matcher, 0, NULL);
  g_autoptr (GArray) copies = dossier_matcher_copies (matcher);

  g_assert_cmpuint (within->len + across->len + copies->len, ==, 0);
}

/* Twenty thousand claims of the same common words: each is compared with few. */
static void
test_many (void)
{
  g_autoptr (DossierMatcher) matcher = dossier_matcher_new ();
  g_autoptr (GArray) matches = NULL;
  guint source = 0;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *quote = g_strdup_printf ("the company number%u polluted river number%u again", i % 5000, i % 77);

      if (i % 20 == 0)
        source = dossier_matcher_add_source (matcher, NULL, NULL, 0);
      add (matcher, source, i % 2 ? DOSSIER_KIND_DENIAL : DOSSIER_KIND_ALLEGATION, "Somebody Else", quote);
    }
  matches = dossier_matcher_across (matcher, 0, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/matcher/across", test_across);
  g_test_add_func ("/analysis/matcher/copies", test_copies);
  g_test_add_func ("/analysis/matcher/empty", test_empty);
  g_test_add_func ("/analysis/matcher/many", test_many);
  return g_test_run ();
}
