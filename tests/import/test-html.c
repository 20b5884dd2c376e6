/* test-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-importer.h"

#define PROSE "The inspectors opened every cabinet on the quay, measured each line twice and wrote down what they saw. "

static DossierDocument *
import (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_import_bytes (bytes, "page.html", 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->media_type, ==, "text/html");
  return document;
}

static void
assert_text (const char *html,
             const char *expected)
{
  g_autoptr (DossierDocument) document = import (html);
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (document->text, &n_bytes);
  g_autofree char *text = g_strndup (utf8, n_bytes);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  assert_text ("<p>One\n  line</p><p>Two<br>lines</p>", "One line\n\nTwo\nlines");
  assert_text ("<div>a<b>b</b>c</div><div>d</div>", "abc\nd");
  assert_text ("<p>x<script>y</script><style>z</style><!-- w --><span hidden>v</span></p>", "x");
  assert_text ("<p>seen</p><p style='color: red; display : none'>not</p>", "seen");
  assert_text ("<pre>a\n  b\nc</pre>", "a\nb\nc");
  assert_text ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td");
  assert_text ("<p><a href=x>One</a><a href=y>Two</a></p>", "One Two");
}

static void
test_characters (void)
{
  assert_text ("<p>&eacute;&#8217;&#x2014;&amp;&notit; &nbsp; &#150;</p>", "é’—&¬it; –");
  assert_text ("<p>soft&shy;hy\xe2\x80\x8bphen</p>", "softhyphen");
  assert_text ("<p>a&#0;b&#1;c</p>", "a\xef\xbf\xbd" "b c");
}

static void
test_charset (void)
{
  assert_text ("<meta charset=iso-8859-1><p>caf\xe9 \x93x\x94", "café “x”");
  assert_text ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xcf\xee\xf0\xf2", "Порт");
  /* The label says one thing, the bytes plainly another. */
  assert_text ("<meta charset=iso-8859-1><p>caf\xc3\xa9", "café");
}

static const char *
kind_of (DossierDocument *document,
         const char      *words)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      DossierBlock *block = &g_array_index (document->blocks, DossierBlock, i);
      g_autofree char *text = dossier_text_substring (document->text, block->span);

      if (strstr (text, words) != NULL)
        return dossier_block_kind_nick (block->kind);
    }
  return NULL;
}

static void
test_blocks (void)
{
  g_autoptr (DossierDocument) document = import (
      "<title>A quiet quay | The Tide</title><body>"
      "<nav><a href=/>Home</a> <a href=/ports>Ports</a></nav>"
      "<div class=cookie-note><p>" PROSE "We use cookies.</p></div>"
      "<article><h1>A quiet quay</h1><p class=byline>By Ann Example</p><time datetime=2020-02-03>3 Feb</time>"
      "<figure><img><figcaption>A crane at dawn.</figcaption></figure>"
      "<div class=article-body><p>" PROSE "</p><h2>What came next</h2><p>" PROSE PROSE "</p>"
      "<ul><li>first point</li><li>second point</li></ul>"
      "<aside class=related><h3>Related</h3><a href=/x>Another quay</a></aside>"
      "<p>They left at nightfall.</p></div></article>"
      "<section id=comments><h2>Comments</h2><p>" PROSE PROSE PROSE PROSE "</p></section>"
      "<footer>All rights reserved</footer>");

  g_assert_cmpstr (document->title, ==, "A quiet quay");
  g_assert_cmpstr (kind_of (document, "Home"), ==, "boilerplate");
  g_assert_cmpstr (kind_of (document, "We use cookies"), ==, "boilerplate");
  g_assert_cmpstr (kind_of (document, "A quiet quay"), ==, "title");
  g_assert_cmpstr (kind_of (document, "Ann Example"), ==, "byline");
  g_assert_cmpstr (kind_of (document, "3 Feb"), ==, "dateline");
  g_assert_cmpstr (kind_of (document, "at dawn"), ==, "caption");
  g_assert_cmpstr (kind_of (document, "What came next"), ==, "heading");
  g_assert_cmpstr (kind_of (document, "second point"), ==, "paragraph");
  g_assert_cmpstr (kind_of (document, "Related"), ==, "boilerplate");
  g_assert_cmpstr (kind_of (document, "nightfall"), ==, "paragraph");
  g_assert_cmpstr (kind_of (document, "Comments"), ==, "boilerplate");
  g_assert_cmpstr (kind_of (document, "All rights"), ==, "boilerplate");
}

/* A name that would make the whole article boilerplate is a mistake of the page. */
static void
test_misnamed (void)
{
  g_autoptr (DossierDocument) document = import (
      "<title>A quiet quay</title><body><div class='layout with sidebar'><h1>A quiet quay</h1>"
      "<p>" PROSE PROSE "</p></div><div class=sidebar><p>Most read today.</p></div>");

  g_assert_cmpstr (kind_of (document, "inspectors"), ==, "paragraph");
  g_assert_cmpstr (kind_of (document, "Most read"), ==, "boilerplate");
}

/* An old page breaks its lines itself: no line of it is a sentence. */
static void
test_wrapped (void)
{
  g_autoptr (GString) html = g_string_new ("<title>x</title><body><p><a href=a>Inbox</a><a href=b>Next</a></p><pre>");
  g_autoptr (DossierDocument) document = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (html, "line %u of a letter that somebody\nwrapped at a narrow column of old\n", i);
  g_string_append (html, "</pre>");
  document = import (html->str);
  g_assert_cmpstr (kind_of (document, "line 7"), ==, "paragraph");
  g_assert_cmpstr (kind_of (document, "Inbox"), ==, "boilerplate");
}

/* Nothing on the page is prose: it is shown whole rather than folded away. */
static void
test_no_prose (void)
{
  g_autoptr (DossierDocument) document = import ("<title>x</title><body><ul><li>Gdynia 14</li><li>Kochi 9</li></ul>");

  g_assert_cmpstr (kind_of (document, "Kochi"), ==, "paragraph");
}

/* A page that goes on with another article is about the one under its title. */
static void
test_endless (void)
{
  g_autoptr (DossierDocument) document = import (
      "<title>First head of the day</title><body><div>"
      "<article><h1>First head of the day</h1><p>" PROSE PROSE PROSE PROSE "</p></article>"
      "<article><h1>Second head of the day</h1><p>Later. " PROSE PROSE PROSE PROSE PROSE PROSE "</p></article></div>");

  g_assert_cmpstr (kind_of (document, "inspectors"), ==, "paragraph");
  g_assert_cmpstr (kind_of (document, "Later."), ==, "boilerplate");
}

/* Blocks are in order, disjoint, inside the text and never empty. */
static void
test_order (void)
{
  g_autoptr (DossierDocument) document = import ("<p>é<p>ü ö<div>ß<br>æ</div>");
  guint32 end = 0;

  g_assert_cmpuint (document->blocks->len, ==, 4);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      DossierBlock *block = &g_array_index (document->blocks, DossierBlock, i);

      g_assert_cmpuint (block->span.start, >=, end);
      g_assert_cmpuint (block->span.end, >, block->span.start);
      end = block->span.end;
    }
  g_assert_cmpuint (end, ==, dossier_text_n_chars (document->text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html/text", test_text);
  g_test_add_func ("/import/html/characters", test_characters);
  g_test_add_func ("/import/html/charset", test_charset);
  g_test_add_func ("/import/html/blocks", test_blocks);
  g_test_add_func ("/import/html/misnamed", test_misnamed);
  g_test_add_func ("/import/html/wrapped", test_wrapped);
  g_test_add_func ("/import/html/no-prose", test_no_prose);
  g_test_add_func ("/import/html/endless", test_endless);
  g_test_add_func ("/import/html/order", test_order);
  return g_test_run ();
}
