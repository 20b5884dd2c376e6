/* test-tokens.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-tokens.h"

static DossierVocabulary *
make_vocabulary (void)
{
  static const struct { const char *word; guint flag; } words[] = {
    { "mr.", DOSSIER_WORD_TITLE }, { "gen.", DOSSIER_WORD_TITLE }, { "inc.", DOSSIER_WORD_COMMON },
    { "no.", DOSSIER_WORD_NUMBER }, { "the", DOSSIER_WORD_STARTER }, { "he", DOSSIER_WORD_STARTER },
    { "'em", DOSSIER_WORD_ELISION },
  };
  DossierVocabulary *vocabulary = dossier_vocabulary_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    dossier_vocabulary_add_flags (vocabulary, dossier_vocabulary_intern (vocabulary, words[i].word),
                                  words[i].flag);

  return vocabulary;
}

/* Tokens divided by blanks, sentences by " | ". */
static char *
cut (const char *utf8)
{
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, NULL, 0, vocabulary);
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      const DossierToken *token = &tokens->tokens[i];

      if (i > 0)
        g_string_append (out, token->sentence != token[-1].sentence ? " | " : " ");
      g_string_append_len (out, utf8 + token->bytes.start, token->bytes.end - token->bytes.start);
    }

  return g_string_free (out, FALSE);
}

/* The depth of quotation of each token. */
static char *
depths (const char *utf8)
{
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, NULL, 0, vocabulary);
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    g_string_append_printf (out, "%u", tokens->tokens[i].quote);

  return g_string_free (out, FALSE);
}

#define assert_cut(text, expected) \
  G_STMT_START { g_autofree char *result = cut (text); g_assert_cmpstr (result, ==, expected); } G_STMT_END
#define assert_depths(text, expected) \
  G_STMT_START { g_autofree char *result = depths (text); g_assert_cmpstr (result, ==, expected); } G_STMT_END

static void
test_words (void)
{
  assert_cut ("A state-owned firm's 70-year lease cost 1,200.50 euros.",
              "A state - owned firm 's 70 - year lease cost 1,200.50 euros .");
  assert_cut ("5G in the 2010s, the 20th…", "5G in the 2010s , the 20th …");
  assert_cut ("They don’t, O'Neil said -- wait...", "They don’t , O'Neil said -- wait ...");
  assert_cut ("the workers' pay", "the workers ' pay");
}

static void
test_sentences (void)
{
  assert_cut ("One ended. Two began! Did it? Yes.", "One ended . | Two began ! | Did it ? | Yes .");
  assert_cut ("Mr. Ode met Gen. Low. He left.", "Mr. Ode met Gen. Low . | He left .");
  assert_cut ("J. K. Ode of the U.S. Navy slept.", "J. K. Ode of the U.S. Navy slept .");
  assert_cut ("It sells to the U.S. The firm is Odeon Inc. of Oslo.",
              "It sells to the U.S. | The firm is Odeon Inc. of Oslo .");
  assert_cut ("No. 5 won. He said no. Then 3.5 left.", "No. 5 won . | He said no . | Then 3.5 left .");
  assert_cut ("at the end.The next", "at the end . | The next");
  assert_cut ("A heading\n\nThe text", "A heading | The text");
  assert_cut ("wrapped\nline", "wrapped line");
}

static void
test_quotes (void)
{
  assert_cut ("\"We slept. We woke.\" He left.", "\" We slept . | We woke . \" | He left .");
  assert_cut ("“Why?” she asked.", "“ Why ? ” she asked .");
  assert_depths ("He \"saw it\" go.", "0111100");
  assert_depths ("\"She said 'go' to us,\" he said.", "1112221111000");
  assert_depths ("“She said ‘go’ and don’t,” he said.", "1112221111000");
  assert_depths ("the firms' men and 'the best' of all", "00000111100");
  assert_depths ("rock 'em and ' this", "000000");
  assert_depths ("„Ja“, sagte er.", "1110000");
  assert_depths ("«Oui», dit-il.", "11100000");
}

/* An open quotation ends with its range. */
static void
test_ranges (void)
{
  const char *utf8 = "“First part.\n“Second.”\nSkipped\nEnd";
  const char *second = strstr (utf8, "\n") + 1;
  const char *third = strstr (second, "\n") + 1;
  const char *last = strstr (third, "\n") + 1;
  DossierBytes ranges[] = {
    { 0, second - utf8 }, { second - utf8, third - utf8 }, { last - utf8, strlen (utf8) },
  };
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (DossierText) text = dossier_text_new (utf8, -1);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, ranges, 3, vocabulary);

  g_assert_cmpuint (tokens->n_sentences, ==, 3);
  g_assert_cmpuint (tokens->n_tokens, ==, 9);
  g_assert_cmpuint (tokens->sentences[2].range, ==, 2);
  g_assert_cmpuint (tokens->tokens[3].quote, ==, 1);
  g_assert_cmpuint (tokens->tokens[4].quote, ==, 1);
  g_assert_cmpuint (tokens->tokens[8].quote, ==, 0);
  g_assert_true (dossier_tokens_equal (tokens, 8, "end"));
  g_assert_cmpuint (dossier_tokens_at (tokens, third - utf8), ==, 8);
}

static void
test_flags (void)
{
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (DossierText) text = dossier_text_new ("The NATO’s U.S. élan", -1);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, NULL, 0, vocabulary);

  g_assert_cmpuint (tokens->n_tokens, ==, 5);
  g_assert_true (tokens->tokens[0].flags & DOSSIER_TOKEN_CAPITAL);
  g_assert_true (tokens->tokens[1].flags & DOSSIER_TOKEN_ALL_CAPITALS);
  g_assert_true (tokens->tokens[2].flags & DOSSIER_TOKEN_POSSESSIVE);
  g_assert_true (tokens->tokens[3].flags & DOSSIER_TOKEN_ABBREVIATION);
  g_assert_false (tokens->tokens[4].flags & DOSSIER_TOKEN_CAPITAL);
  g_assert_cmpuint (tokens->tokens[0].word, !=, DOSSIER_WORD_UNKNOWN);
}

/* Linear: each of these takes minutes when some search is quadratic. */
static void
test_hostile (void)
{
  static const char *const units[] = { "'", "\"", "“", " 'a", " ‘a", "a' ", "(", "U.", "1,", ". ", "a.A", "’" };
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (DossierText) text = NULL;
      g_autoptr (DossierTokens) tokens = NULL;

      for (guint n = 0; n < 500000; n++)
        g_string_append (string, units[i]);
      text = dossier_text_new (string->str, -1);
      tokens = dossier_tokens_new (text, NULL, 0, vocabulary);
      g_assert_cmpuint (tokens->n_tokens, >, 0);
    }
}

static void
test_speed (void)
{
  g_autoptr (DossierVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierTokens) tokens = NULL;
  gint64 start;

  if (!g_test_perf ())
    {
      g_test_skip ("measured only with -m perf");
      return;
    }

  while (string->len < 20000000)
    g_string_append (string, "The ministry said on Monday that Mr. Ode’s firm had “sold 1,200 "
                             "radios” to the U.S. Navy in 2019, which it denies. ");
  text = dossier_text_new (string->str, -1);
  start = g_get_monotonic_time ();
  tokens = dossier_tokens_new (text, NULL, 0, vocabulary);
  g_test_maximized_result (string->len / (double)(g_get_monotonic_time () - start),
                           "tokens: %.0f MB/s", string->len / (double)(g_get_monotonic_time () - start));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/words", test_words);
  g_test_add_func ("/tokens/sentences", test_sentences);
  g_test_add_func ("/tokens/quotes", test_quotes);
  g_test_add_func ("/tokens/ranges", test_ranges);
  g_test_add_func ("/tokens/flags", test_flags);
  g_test_add_func ("/tokens/hostile", test_hostile);
  g_test_add_func ("/tokens/speed", test_speed);
  return g_test_run ();
}
