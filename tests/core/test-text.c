/* test-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-text.h"

static void
test_ascii (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("plain words", -1);
  g_autofree char *words = dossier_text_substring (text, (DossierSpan) { 6, 11 });

  g_assert_cmpuint (dossier_text_n_chars (text), ==, 11);
  g_assert_cmpuint (dossier_text_offset (text, 7), ==, 7);
  g_assert_cmpuint (dossier_text_byte (text, 99), ==, 11);
  g_assert_cmpstr (words, ==, "words");
}

/* Every offset there and back, over several checkpoints and code points of every length. */
static void
test_round_trip (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (DossierText) text = NULL;
  guint32 n = 0;

  for (int i = 0; i < 400; i++)
    g_string_append (string, i % 3 ? "aé€" : "😀b—");
  text = dossier_text_new (string->str, -1);
  g_assert_cmpuint (dossier_text_n_chars (text), ==, 1200);
  for (const char *c = string->str; *c != '\0'; c = g_utf8_next_char (c), n++)
    {
      g_assert_cmpuint (dossier_text_byte (text, n), ==, c - string->str);
      g_assert_cmpuint (dossier_text_offset (text, c - string->str), ==, n);
    }
  g_assert_cmpuint (dossier_text_byte (text, n), ==, string->len);
  g_assert_cmpuint (dossier_text_offset (text, string->len), ==, n);
}

/* Characters spread unevenly: the guess of where to look is far off. */
static void
test_uneven (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (DossierText) text = NULL;
  guint32 n = 0;

  for (int i = 0; i < 6000; i++)
    g_string_append (string, i < 3000 ? "a" : i < 4000 ? "€" : i < 5000 ? "b" : "😀");
  text = dossier_text_new (string->str, -1);
  for (const char *c = string->str; *c != '\0'; c = g_utf8_next_char (c), n++)
    g_assert_cmpuint (dossier_text_byte (text, n), ==, c - string->str);
}

static void
test_invalid (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("a\xff" "b\0c", 5);

  g_assert_cmpuint (dossier_text_n_chars (text), ==, 5);
  g_assert_true (g_utf8_validate (dossier_text_utf8 (text, NULL), dossier_text_n_bytes (text), NULL));
}

static void
test_empty (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("", 0);
  g_autofree char *words = dossier_text_substring (text, (DossierSpan) { 0, 3 });

  g_assert_cmpuint (dossier_text_n_bytes (text), ==, 0);
  g_assert_cmpuint (dossier_text_offset (text, 5), ==, 0);
  g_assert_cmpstr (words, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/ascii", test_ascii);
  g_test_add_func ("/text/round-trip", test_round_trip);
  g_test_add_func ("/text/uneven", test_uneven);
  g_test_add_func ("/text/invalid", test_invalid);
  g_test_add_func ("/text/empty", test_empty);
  return g_test_run ();
}
