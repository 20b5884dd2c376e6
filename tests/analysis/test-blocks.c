/* test-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-analyser.h"

static DossierAnalyser *analyser;

static DossierFindings *
run (const char *utf8)
{
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  DossierAnalyserInput input = { .text = text };

  return dossier_analyser_run (analyser, &input, NULL, NULL);
}

/* The kinds of the blocks, a letter each: T title, P paragraph, H heading, B byline, D date line, O outlet, C caption, X boilerplate. */
static char *
kinds (const char *utf8)
{
  g_autoptr (DossierFindings) findings = run (utf8);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->blocks->len; i++)
    g_string_append_c (out, "PTHBDOCX"[g_array_index (findings->blocks, DossierBlock, i).kind]);
  return g_string_free (out, FALSE);
}

#define assert_kinds(text, expected) \
  G_STMT_START { g_autofree char *result = kinds (text); g_assert_cmpstr (result, ==, expected); } G_STMT_END

#define PROSE \
  "The harbour authority of Varda closed its northern quay on Monday after inspectors reported cracks in four of its nine pillars.\n\n" \
  "Repairs will take until autumn, the authority said, and cost some forty million crowns, of which the state pays half.\n\n"

static void
test_header (void)
{
  g_autoptr (DossierFindings) findings =
    run ("Harbour of Varda Loses a Quay\n\nPublished on 3 May 2021\n\nBy Ane Lund and Per Holm\n\n" PROSE);

  g_assert_cmpstr (findings->title, ==, "Harbour of Varda Loses a Quay");
  g_assert_cmpstr (findings->byline, ==, "Ane Lund and Per Holm");
  g_assert_cmpstr (findings->published, ==, "2021-05-03");
  g_assert_cmpstr (findings->language, ==, "en");
  assert_kinds ("Harbour of Varda Loses a Quay\n\nPublished on 3 May 2021\n\nBy Ane Lund and Per Holm\n\n" PROSE, "TDBPP");
}

static void
test_header_order (void)
{
  g_autoptr (DossierFindings) findings =
    run ("2021-05-03\n\nHarbour of Varda Loses a Quay | The Varda Courier\n\nHarbour of Varda Loses a Quay\n\n" PROSE);

  g_assert_cmpstr (findings->title, ==, "Harbour of Varda Loses a Quay");
  g_assert_cmpstr (findings->outlet, ==, "The Varda Courier");
  g_assert_cmpstr (findings->published, ==, "2021-05-03");
}

/* A date in the article is never taken for its own. */
static void
test_no_date (void)
{
  g_autoptr (DossierFindings) findings =
    run ("Harbour of Varda Loses a Quay\n\nThe quay that was closed on 3 May 2021 had been built in 1931, and inspectors had warned of it twice.\n\n" PROSE);

  g_assert_null (findings->published);
}

static void
test_given_date (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("Published on 3 May 2021\n\n" PROSE, -1);
  DossierAnalyserInput input = { .text = text, .published = "2020-01-02" };
  g_autoptr (DossierFindings) findings = dossier_analyser_run (analyser, &input, NULL, NULL);

  g_assert_cmpstr (findings->published, ==, "2020-01-02");
}

static void
test_dateline (void)
{
  g_autoptr (DossierFindings) findings =
    run ("VARDA (Reuters) - The harbour authority closed its northern quay on Monday after inspectors reported cracks in its pillars.\n");

  g_assert_cmpstr (findings->outlet, ==, "Reuters");
  g_assert_null (findings->title);
  g_assert_null (findings->published);
}

static void
test_furniture (void)
{
  assert_kinds (PROSE "expand_more\n\nView Comments\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *\n",
                "PPXXXX");
  assert_kinds (PROSE ", , , ,\n\n***\n\n12 Shares\n", "PPXXX");
  assert_kinds (PROSE "Ane Lund is a reporter based in Varda. Follow her on Twitter.\n", "PPX");
  assert_kinds (PROSE "Sign up for our newsletter to get the best stories in your inbox.\n", "PPX");
}

static void
test_captions (void)
{
  assert_kinds ("Harbour of Varda Loses a Quay\n\n" PROSE "The closed quay.\n\nThe closed quay.\n\nGETTY\n\n" PROSE, "TPPCCCXX");
  assert_kinds (PROSE "Photo: A fisherman mends his nets beside the closed quay\n\nMore paragraphs follow here, for the article goes on below the picture that was set into it.\n",
                "PPCP");
}

static void
test_heading (void)
{
  assert_kinds ("Harbour of Varda Loses a Quay\n\n" PROSE "What the Inspectors Saw\n\nThe report lists nine pillars, four of which have lost a third of their strength since they were set.\n",
                "TPPHP");
}

/* Lines that a mail program wrapped are one paragraph. */
static void
test_wrapped (void)
{
  assert_kinds ("The harbour authority of Varda closed its northern quay on Monday after\ninspectors reported cracks in four of its nine pillars, and will not open\nit again before autumn.\n\nRepairs cost some forty million crowns.\n",
                "PP");
}

static void
test_language (void)
{
  g_autoptr (DossierFindings) german = run ("Die Hafenbehörde hat den nördlichen Kai geschlossen, weil die Prüfer Risse in vier von neun Pfeilern gefunden haben.");
  g_autoptr (DossierFindings) none = run ("12 34 56");

  g_assert_cmpstr (german->language, ==, "de");
  g_assert_null (none->language);
}

/* Every letter of the text is in a block, and blocks do not overlap. */
static void
test_disjoint (void)
{
  g_autoptr (DossierFindings) findings = run ("\n\n  \t\nA\r\nB\n\n\xc2\xa0\n" PROSE "\n\n.");
  guint32 end = 0;

  for (guint i = 0; i < findings->blocks->len; i++)
    {
      DossierBlock *block = &g_array_index (findings->blocks, DossierBlock, i);

      g_assert_cmpuint (block->span.start, >=, end);
      g_assert_cmpuint (block->span.end, >, block->span.start);
      end = block->span.end;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  analyser = dossier_analyser_new (NULL);
  g_test_add_func ("/analysis/blocks/header", test_header);
  g_test_add_func ("/analysis/blocks/header-order", test_header_order);
  g_test_add_func ("/analysis/blocks/no-date", test_no_date);
  g_test_add_func ("/analysis/blocks/given-date", test_given_date);
  g_test_add_func ("/analysis/blocks/dateline", test_dateline);
  g_test_add_func ("/analysis/blocks/furniture", test_furniture);
  g_test_add_func ("/analysis/blocks/captions", test_captions);
  g_test_add_func ("/analysis/blocks/heading", test_heading);
  g_test_add_func ("/analysis/blocks/wrapped", test_wrapped);
  g_test_add_func ("/analysis/blocks/language", test_language);
  g_test_add_func ("/analysis/blocks/disjoint", test_disjoint);
  return g_test_run ();
}
