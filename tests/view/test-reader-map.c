/* test-reader-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "dossier-reader-map.h"

/* Makes blocks of a text whose lines begin with a letter for their kind. */
static DossierReaderMap *
make_map (const char   *utf8,
          DossierText **text)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (DossierBlock));
  const char *line = utf8;

  *text = dossier_text_new (utf8, -1);
  while (*line != '\0')
    {
      const char *end = strchrnul (line, '\n');
      DossierBlock block = { .kind = DOSSIER_BLOCK_PARAGRAPH };

      if (*line == 'B')
        block.kind = DOSSIER_BLOCK_BOILERPLATE;
      else if (*line == 'C')
        block.kind = DOSSIER_BLOCK_CAPTION;
      else if (*line == 'T')
        block.kind = DOSSIER_BLOCK_TITLE;
      else if (*line == 'Y')
        block.kind = DOSSIER_BLOCK_BYLINE;
      block.span = dossier_text_span (*text, (DossierBytes) { line - utf8, end - utf8 });
      if (end > line)
        g_array_append_val (blocks, block);
      line = *end != '\0' ? end + 1 : end;
    }

  return dossier_reader_map_new (*text, (DossierBlock *)(void *)blocks->data, blocks->len);
}

static char *
page_of (DossierReaderMap *map)
{
  g_autoptr (GString) page = g_string_new (NULL);

  for (guint i = 0; i < dossier_reader_map_n_pieces (map); i++)
    {
      const DossierReaderPiece *piece = dossier_reader_map_piece (map, i);
      g_autofree char *words = dossier_reader_map_dup_text (map, i);

      if (i > 0)
        g_string_append_c (page, '\n');
      g_assert_cmpuint (g_utf8_strlen (page->str, -1), ==, piece->start);
      g_string_append (page, words);
      g_assert_cmpuint (g_utf8_strlen (page->str, -1), ==, piece->end);
    }
  g_assert_cmpuint (g_utf8_strlen (page->str, -1), ==, dossier_reader_map_n_chars (map));

  return g_strdup (page->str);
}

/* Every code point that is shown stands on the page where the map says, and back. */
static void
check_places (DossierReaderMap *map,
              DossierText      *text)
{
  g_autofree char *page = page_of (map);
  guint32 n = dossier_text_n_chars (text);

  for (guint32 i = 0; i < n; i++)
    {
      guint at = dossier_reader_map_at_source (map, i);
      const DossierReaderPiece *piece;
      g_autofree char *there = NULL;
      g_autofree char *here = NULL;
      guint32 place;

      if (at == dossier_reader_map_n_pieces (map))
        continue;
      piece = dossier_reader_map_piece (map, at);
      if (piece->is_row || i < piece->source.start)
        continue;
      place = dossier_reader_map_to_page (map, i);
      there = g_utf8_substring (page, place, place + 1);
      here = dossier_text_substring (text, (DossierSpan) { i, i + 1 });
      if (*here == '\n')
        g_assert_cmpstr (there, ==, " ");
      else
        g_assert_cmpstr (there, ==, here);
      g_assert_cmpuint (dossier_reader_map_to_source (map, place), ==, i);
    }
}

static void
test_plain (void)
{
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierReaderMap) map = make_map ("\n\n  Où est-il ?\n\n\nIci — là.  \n", &text);
  g_autofree char *page = page_of (map);

  g_assert_cmpstr (page, ==, "Où est-il ?\nIci — là.");
  check_places (map, text);
}

static void
test_folds (void)
{
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierReaderMap) map = make_map ("Bmenu\n\nBshare\nEins.\nBvier\n\nZwei.\nCbild\n", &text);
  g_autofree char *closed = page_of (map);
  g_autofree char *open = NULL;

  g_assert_cmpuint (dossier_reader_map_n_folds (map), ==, 3);
  g_assert_cmpuint (dossier_reader_map_n_pieces (map), ==, 5);
  g_assert_true (g_str_has_prefix (closed, "2 lines "));
  check_places (map, text);

  g_assert_cmpint (dossier_reader_map_hidden_by (map, 2), ==, 0);
  g_assert_cmpuint (dossier_reader_map_to_page (map, 8), ==, 0);
  g_assert_cmpint (dossier_reader_map_hidden_by (map, 13), ==, -1);

  dossier_reader_map_set_open (map, 0, TRUE);
  open = page_of (map);
  g_assert_cmpuint (dossier_reader_map_n_pieces (map), ==, 7);
  g_assert_nonnull (strstr (open, "\nBmenu\nBshare\nEins.\n"));
  g_assert_cmpint (dossier_reader_map_hidden_by (map, 2), ==, -1);
  check_places (map, text);

  dossier_reader_map_set_open (map, 0, FALSE);
  g_free (open);
  open = page_of (map);
  g_assert_cmpstr (open, ==, closed);
}

static void
test_head (void)
{
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierReaderMap) map = make_map ("Title\nTitle\nYann Bell\nBshare\nEins.\nYann Bell\n", &text);
  g_autofree char *page = page_of (map);

  /* A byline before the text and a repeated title are folded with what is beside them; one below it is not. */
  g_assert_true (g_str_has_prefix (page, "Title\n3 lines above the article"));
  g_assert_true (g_str_has_suffix (page, "\nEins.\nYann Bell"));
  check_places (map, text);
}

static void
test_wrapped (void)
{
  static const char words[] = "This line was wrapped by hand after some fifty signs\nand goes on here.";
  g_autoptr (DossierText) text = dossier_text_new (words, -1);
  DossierBlock block = { { 0, sizeof words - 1 }, DOSSIER_BLOCK_PARAGRAPH };
  g_autoptr (DossierReaderMap) map = dossier_reader_map_new (text, &block, 1);

  g_assert_cmpuint (dossier_reader_map_n_pieces (map), ==, 1);
  check_places (map, text);
}

static void
test_overlong (void)
{
  GString *words = g_string_new (NULL);
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierReaderMap) map = NULL;
  gint64 began;

  while (words->len < 20000000)
    g_string_append (words, words->len % 3 == 0 ? "wörter " : "unendlich");
  text = dossier_text_new (words->str, words->len);

  began = g_get_monotonic_time ();
  map = dossier_reader_map_new (text, NULL, 0);
  g_test_message ("20 MB on one line: %.0f ms", (g_get_monotonic_time () - began) / 1000.0);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 4 * G_TIME_SPAN_SECOND);
  for (guint i = 0; i < dossier_reader_map_n_pieces (map); i++)
    {
      const DossierReaderPiece *piece = dossier_reader_map_piece (map, i);

      g_assert_cmpuint (piece->end - piece->start, <=, 6001);
    }

  g_string_free (words, TRUE);
}

static void
test_empty (void)
{
  g_autoptr (DossierText) text = dossier_text_new ("", 0);
  g_autoptr (DossierReaderMap) map = dossier_reader_map_new (text, NULL, 0);

  g_assert_cmpuint (dossier_reader_map_n_pieces (map), ==, 0);
  g_assert_cmpuint (dossier_reader_map_to_page (map, 5), ==, 0);
  g_assert_cmpuint (dossier_reader_map_to_source (map, 5), ==, 0);
  g_assert_cmpint (dossier_reader_map_hidden_by (map, 0), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader-map/plain", test_plain);
  g_test_add_func ("/reader-map/folds", test_folds);
  g_test_add_func ("/reader-map/head", test_head);
  g_test_add_func ("/reader-map/wrapped", test_wrapped);
  g_test_add_func ("/reader-map/overlong", test_overlong);
  g_test_add_func ("/reader-map/empty", test_empty);

  return g_test_run ();
}
