/* test-html-hostile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-importer.h"

/* Far above what is needed, far below what a quadratic walk would take. */
#define MOST_SECONDS 20.0

typedef struct
{
  const char *name;
  const char *piece; /* "%d" in it becomes the number of the piece */
  guint n;
} Case;

/* Pages made of one piece many times over: deep, wide, never closed. */
static const Case cases[] = {
  { "div", "<div>", 100000 },
  { "div-text", "<div>x", 100000 },
  { "span", "<span>", 100000 },
  { "bold", "<b>", 100000 },
  { "font", "<font size=%d>", 50000 },
  { "formatting-paragraph", "<b id=%d><p>", 50000 },
  { "paragraph-formatting", "<p><b id=%d></p>", 50000 },
  { "adoption", "<a href=x><b id=%d><div>", 30000 },
  { "table", "<table><tr><td>", 50000 },
  { "table-foster", "<table>x", 50000 },
  { "list", "<ul><li>", 50000 },
  { "byline", "<div class=byline>", 50000 },
  { "heading", "<h1><div>", 50000 },
  { "comments", "<div class=comments><article>", 50000 },
  { "button", "<p><button>", 50000 },
  { "unknown", "<x-%d>", 50000 },
  { "comment", "<!-- <!--", 100000 },
  { "quotes", "<p title=\"'>", 100000 },
  { "script", "<script>", 100000 },
  { "json", "<script type=application/ld+json>[[[[{", 20000 },
  { "amp", "&amp", 500000 },
  { "less", "<", 1000000 },
  { "svg", "<svg><title><div>", 30000 },
  { "end-tags", "</div></p></b>", 100000 },
  { "breaks", "<br>", 300000 },
};

static void
run (const char *html,
     gsize       n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, n_bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_import_bytes (bytes, "page.html", 0, NULL, &error);

  if (document == NULL)
    {
      g_assert_cmpint (error->domain, ==, DOSSIER_IMPORT_ERROR);
      g_assert_nonnull (error->message);
    }
  else
    g_assert_true (g_utf8_validate (dossier_text_utf8 (document->text, NULL), dossier_text_n_bytes (document->text), NULL));
}

static void
test_pieces (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html><body><p>Words to begin with.</p>");
  const char *mark = strstr (self->piece, "%d");

  for (guint i = 0; i < self->n; i++)
    {
      if (mark == NULL)
        g_string_append (html, self->piece);
      else
        {
          g_string_append_len (html, self->piece, mark - self->piece);
          g_string_append_printf (html, "%u%s", i, mark + 2);
        }
    }
  g_string_append (html, "words at the bottom");

  g_test_timer_start ();
  run (html->str, html->len);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MOST_SECONDS);
}

/* The words under any depth are still there. */
static void
test_deep_words (void)
{
  g_autoptr (GString) html = g_string_new ("<html>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierDocument) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "bottom");
  bytes = g_bytes_new (html->str, html->len);
  document = dossier_import_bytes (bytes, NULL, 0, NULL, NULL);
  text = g_strndup (dossier_text_utf8 (document->text, NULL), dossier_text_n_bytes (document->text));
  g_assert_cmpstr (text, ==, "bottom");
}

static void
test_large (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body><article>");

  while (html->len < 10 * 1000 * 1000)
    g_string_append (html, "<p class='text first'>The <a href='/x'>harbour</a> office wrote <b>nothing</b> down that day, or so it said.</p>\n");

  g_test_timer_start ();
  run (html->str, html->len);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, MOST_SECONDS);
}

static void
test_too_many (void)
{
  g_autoptr (GString) html = g_string_new ("<html>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2100000; i++)
    g_string_append (html, "<i>a");
  bytes = g_bytes_new (html->str, html->len);
  g_assert_null (dossier_import_bytes (bytes, "page.html", 0, NULL, &error));
  g_assert_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "page.html"));
}

/* Saved pages with every byte cut off in turn, and with random bytes in them. */
static void
test_mutilated (void)
{
  static const char page[] = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Quay</title>"
                             "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"A\"}}</script></head>"
                             "<body class='x y'><h1>Quay</h1><p>caf\xc3\xa9 &eacute; <a href='u'>link</a><table><td>x";

  for (gsize n = 1; n < sizeof page; n++)
    run (page, n);
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *copy = g_memdup2 (page, sizeof page);

      for (guint j = 0; j < 5; j++)
        copy[g_test_rand_int_range (0, sizeof page - 1)] = (char) g_test_rand_int_range (0, 256);
      run (copy, sizeof page - 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/html-hostile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_pieces);
    }
  g_test_add_func ("/import/html-hostile/deep-words", test_deep_words);
  g_test_add_func ("/import/html-hostile/large", test_large);
  g_test_add_func ("/import/html-hostile/too-many", test_too_many);
  g_test_add_func ("/import/html-hostile/mutilated", test_mutilated);
  return g_test_run ();
}
