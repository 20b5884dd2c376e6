/* test-anchor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-anchor.h"

static const char before[] =
  "The harbour was closed on Friday. “No ship has left since,” the master said, "
  "and nobody in the town office would explain why the gates stayed shut. Work goes on.";

static DossierAnchorResult
locate (const char *quote,
        const char *after)
{
  g_autoptr (DossierText) old = dossier_text_new (before, -1);
  g_autoptr (DossierText) text = dossier_text_new (after, -1);
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  guint32 start = dossier_text_offset (old, strstr (before, quote) - before);
  DossierSpan span = { start, start + g_utf8_strlen (quote, -1) };
  DossierAnchor anchor = { .exact = quote, .start = start };

  dossier_anchor_context (old, span, NULL, &prefix, &suffix);
  anchor.prefix = prefix;
  anchor.suffix = suffix;

  return dossier_anchor_locate (&anchor, text);
}

static const char quote[] = "“No ship has left since,” the master said,";

static void
test_same (void)
{
  DossierAnchorResult result = locate (quote, before);

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_EXACT);
  g_assert_cmpuint (result.span.start, ==, 34);
  g_assert_cmpuint (result.span.end, ==, 34 + g_utf8_strlen (quote, -1));
  g_assert_cmpfloat (result.score, >, 0.99);
}

static void
test_rescraped (void)
{
  DossierAnchorResult result = locate (quote,
    "Home\n\nThe harbour was closed on\nFriday. \"No ship has\xc2\xa0left since,\" the master said,  "
    "and nobody in the town office would explain why the gates stayed shut. Work goes on.");

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_EXACT);
  g_assert_cmpuint (result.span.start, ==, 40);
  g_assert_cmpuint (result.span.end, ==, 40 + g_utf8_strlen (quote, -1));
}

static void
test_moved (void)
{
  DossierAnchorResult result = locate (quote,
    "Work goes on. There was rain in the hills. “No ship has left since,” the master said, it was learnt.");

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_MOVED);
  g_assert_cmpuint (result.span.start, ==, 43);
}

static void
test_edited (void)
{
  DossierAnchorResult result = locate (quote,
    "The harbour was closed on Friday. “No boat has left since,” the master said, "
    "and nobody in the town office would explain why the gates stayed shut. Work goes on.");

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_MOVED);
  g_assert_cmpuint (result.span.start, ==, 34);
  g_assert_cmpuint (result.span.end, ==, 34 + g_utf8_strlen (quote, -1));
}

static void
test_lost (void)
{
  DossierAnchorResult result = locate (quote,
    "The harbour was closed on Friday. “No ship may leave,” a notice read, "
    "and nobody in the town office would explain why the gates stayed shut. Work goes on.");

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_LOST);
  g_assert_cmpint (locate ("the master", "").state, ==, DOSSIER_ANCHOR_LOST);
  g_assert_cmpint (locate ("the master", "He met the master there.").state, ==, DOSSIER_ANCHOR_LOST);
}

/* The words stand elsewhere, but the quote's own place has one word changed. */
static void
test_decoy (void)
{
  DossierAnchorResult result = locate (quote,
    "“No ship has left since,” the master said, once more. "
    "The harbour was closed on Friday. “No boat has left since,” the master said, "
    "and nobody in the town office would explain why the gates stayed shut. Work goes on.");

  g_assert_cmpint (result.state, ==, DOSSIER_ANCHOR_MOVED);
  g_assert_cmpuint (result.span.start, ==, 88);
}

/* Two equal places with equal surroundings: the person is asked. */
static void
test_twins (void)
{
  g_autofree char *twice = g_strconcat (before, "\n\n", before, NULL);

  g_assert_cmpint (locate (quote, twice).state, ==, DOSSIER_ANCHOR_MOVED);
}

/* Long texts of one repeated thing: linear, not minutes. */
static void
test_hostile (void)
{
  g_autofree char *text = g_strnfill (2000000, 'a');
  g_autofree char *quote_a = g_strnfill (50000, 'a');
  g_autofree char *quote_b = g_strconcat (quote_a, "b", NULL);
  g_autoptr (DossierText) long_text = dossier_text_new (text, -1);
  DossierAnchor anchor = { .exact = quote_a, .prefix = "aaaaaaaaaa", .suffix = "aaaaaaaaaa", .start = 70 };

  g_assert_cmpint (dossier_anchor_locate (&anchor, long_text).state, ==, DOSSIER_ANCHOR_MOVED);
  anchor.exact = quote_b;
  dossier_anchor_locate (&anchor, long_text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor/same", test_same);
  g_test_add_func ("/anchor/rescraped", test_rescraped);
  g_test_add_func ("/anchor/moved", test_moved);
  g_test_add_func ("/anchor/edited", test_edited);
  g_test_add_func ("/anchor/lost", test_lost);
  g_test_add_func ("/anchor/decoy", test_decoy);
  g_test_add_func ("/anchor/twins", test_twins);
  g_test_add_func ("/anchor/hostile", test_hostile);
  return g_test_run ();
}
