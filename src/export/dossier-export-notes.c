/* dossier-export-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-export-notes.h"

#include <cmark.h>
#include <string.h>

/* Headings of the page go down to this level; those of a note begin below it. */
#define PAGE_HEADINGS 3
#define LOWEST_HEADING 6

/* Puts the words of a piece of raw HTML in its place. */
static void
replace_html (cmark_node *node)
{
  gboolean is_block = cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK;
  cmark_node *text = cmark_node_new (CMARK_NODE_TEXT);
  g_autofree char *words = g_strchomp (g_strdup (cmark_node_get_literal (node)));

  cmark_node_set_literal (text, words);
  if (is_block)
    {
      cmark_node *paragraph = cmark_node_new (CMARK_NODE_PARAGRAPH);

      cmark_node_append_child (paragraph, text);
      text = paragraph;
    }
  cmark_node_replace (node, text);
  cmark_node_free (node);
}

/* Links of programs are no links. */
static gboolean
link_is_safe (const char *url)
{
  static const char * const schemes[] = { "http:", "https:", "mailto:", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (url != NULL && g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

static cmark_node *
parse_safely (const char *markdown)
{
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_VALIDATE_UTF8);
  g_autoptr (GPtrArray) html = g_ptr_array_new ();
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (event != CMARK_EVENT_ENTER)
        continue;
      if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
        g_ptr_array_add (html, node);
      else if (type == CMARK_NODE_HEADING)
        cmark_node_set_heading_level (node, MIN (cmark_node_get_heading_level (node) + PAGE_HEADINGS, LOWEST_HEADING));
      else if ((type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) && !link_is_safe (cmark_node_get_url (node)))
        cmark_node_set_url (node, "");
    }
  cmark_iter_free (iter);
  for (guint i = 0; i < html->len; i++)
    replace_html (g_ptr_array_index (html, i));

  return document;
}

/**
 * dossier_export_note_to_markdown:
 * @markdown: what the person wrote
 * @starts_with_words: (out): whether it begins with a paragraph, so that words may stand before it on its line
 *
 * Returns: (transfer full): CommonMark without raw HTML, with no line end at its end
 */
char *
dossier_export_note_to_markdown (const char *markdown,
                                 gboolean   *starts_with_words)
{
  cmark_node *document = parse_safely (markdown);
  cmark_node *first = cmark_node_first_child (document);
  char *rendered = cmark_render_commonmark (document, CMARK_OPT_DEFAULT, 0);
  char *copy = g_strchomp (g_strdup (rendered));

  *starts_with_words = first != NULL && cmark_node_get_type (first) == CMARK_NODE_PARAGRAPH;
  cmark_get_default_mem_allocator ()->free (rendered);
  cmark_node_free (document);

  return copy;
}

/* A page must not fetch anything by itself: an image becomes a link to it. */
static void
unfold_images (cmark_node *document)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new ();
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (event == CMARK_EVENT_ENTER && cmark_node_get_type (cmark_iter_get_node (iter)) == CMARK_NODE_IMAGE)
      g_ptr_array_add (images, cmark_iter_get_node (iter));
  cmark_iter_free (iter);

  for (guint i = 0; i < images->len; i++)
    {
      cmark_node *image = g_ptr_array_index (images, i);
      cmark_node *link = cmark_node_new (CMARK_NODE_LINK);
      cmark_node *child;

      cmark_node_set_url (link, cmark_node_get_url (image));
      while ((child = cmark_node_first_child (image)) != NULL)
        if (!cmark_node_append_child (link, child))
          break;
      cmark_node_replace (image, link);
      cmark_node_free (image);
    }
}

/**
 * dossier_export_note_to_html:
 * @markdown: what the person wrote
 *
 * Returns: (transfer full): well-formed HTML that runs and fetches nothing
 */
char *
dossier_export_note_to_html (const char *markdown)
{
  cmark_node *document = parse_safely (markdown);
  char *rendered;
  char *copy;

  unfold_images (document);
  rendered = cmark_render_html (document, CMARK_OPT_DEFAULT);
  copy = g_strchomp (g_strdup (rendered));
  cmark_get_default_mem_allocator ()->free (rendered);
  cmark_node_free (document);

  return copy;
}
