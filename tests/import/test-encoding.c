/* test-encoding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-importer.h"

static DossierDocument *
import (const void *data,
        gsize       n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_import_bytes (bytes, "notes.txt", 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (document->original, bytes));
  g_assert_null (document->blocks);
  g_assert_cmpstr (document->media_type, ==, "text/plain");
  return document;
}

static void
assert_text (DossierDocument *document,
             const char      *encoding,
             const char      *expected)
{
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (document->text, &n_bytes);
  g_autofree char *text = g_strndup (utf8, n_bytes);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (document->encoding, ==, encoding);
}

static void
check (const char *data,
       gsize       n_bytes,
       const char *encoding,
       const char *expected)
{
  g_autoptr (DossierDocument) document = import (data, n_bytes);

  assert_text (document, encoding, expected);
}

static void
test_utf8 (void)
{
  check ("Zoë’s crane", strlen ("Zoë’s crane"), "UTF-8", "Zoë’s crane");
  check ("\xef\xbb\xbfplain", 8, "UTF-8", "plain");
  check ("ascii only", 10, "UTF-8", "ascii only");
}

static void
test_wide (void)
{
  check ("\xff\xfe" "H\0\xe9\0", 6, "UTF-16LE", "Hé");
  check ("\xfe\xff" "\0H\0\xe9", 6, "UTF-16BE", "Hé");
  check ("\xff\xfe\0\0" "H\0\0\0\xe9\0\0\0", 12, "UTF-32LE", "Hé");
  check ("\0\0\xfe\xff" "\0\0\0H", 8, "UTF-32BE", "H");
  check ("T\0h\0e\0 \0q\0u\0a\0y\0", 16, "UTF-16LE", "The quay");
  check ("\0T\0h\0e\0 \0q\0u\0a\0y", 16, "UTF-16BE", "The quay");
  /* A surrogate alone becomes a sign of damage and costs nothing else. */
  check ("\xff\xfe" "a\0\x00\xd8" "b\0", 8, "UTF-16LE", "a\xef\xbf\xbd" "b");
}

static void
test_legacy (void)
{
  const char *legacy = "\x93No evidence,\x94 she said \x96 twice.";
  const char *cyrillic = "Порт остановил все краны в понедельник утром, и никто не сказал почему.";
  g_autofree char *koi8 = g_convert (cyrillic, -1, "KOI8-R", "UTF-8", NULL, NULL, NULL);

  check (legacy, strlen (legacy), "windows-1252", "“No evidence,” she said – twice.");
  check (koi8, strlen (koi8), "KOI8-R", cyrillic);
}

static void
test_damaged (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = NULL;

  for (int i = 0; i < 20; i++)
    g_string_append (text, "Kräne über Öl ");
  expected = g_strconcat (text->str, "\xef\xbf\xbd end", NULL);
  g_string_append (text, "\xff end");
  check (text->str, text->len, "UTF-8", expected);
}

static void
test_line_ends (void)
{
  check ("a\r\nb\rc\nd", 8, "UTF-8", "a\nb\nc\nd");
  check ("a\xe2\x80\xa8" "b\xe2\x80\xa9" "c\fd", 11, "UTF-8", "a\nb\nc\nd");
  check ("end\x1a", 4, "UTF-8", "end");
}

/* What no widget and no format can carry is shown as damage. */
static void
test_controls (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DossierDocument) document = NULL;
  gsize n_bytes;
  const char *utf8;

  for (int i = 0; i < 200; i++)
    g_string_append (text, "a quiet sentence. ");
  g_string_append_len (text, "\0 \x01 \xef\xbf\xbf", 7);
  document = import (text->str, text->len);
  utf8 = dossier_text_utf8 (document->text, &n_bytes);
  g_assert_true (g_utf8_validate (utf8, n_bytes, NULL));
  g_assert_null (memchr (utf8, '\0', n_bytes));
  g_assert_cmpint (memcmp (utf8 + n_bytes - 11, "\xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd", 11), ==, 0);
}

static void
test_sum (void)
{
  g_autoptr (DossierDocument) document = import ("abc", 3);

  g_assert_cmpstr (document->sha256, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/encoding/utf-8", test_utf8);
  g_test_add_func ("/import/encoding/wide", test_wide);
  g_test_add_func ("/import/encoding/legacy", test_legacy);
  g_test_add_func ("/import/encoding/damaged", test_damaged);
  g_test_add_func ("/import/encoding/line-ends", test_line_ends);
  g_test_add_func ("/import/encoding/controls", test_controls);
  g_test_add_func ("/import/encoding/sum", test_sum);
  return g_test_run ();
}
