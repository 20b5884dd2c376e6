/* dossier-html-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-text.h"

#include <string.h>

#include "dossier-html-hints.h"

/* Below this many characters a page is taken to be hidden until its scripts
 * run; it is then read with what is hidden. */
#define LEAST_TEXT 600

typedef struct
{
  const DossierHtmlNode *nodes;
  guint n_nodes;
  gboolean show_hidden;
  GString *text;
  GArray *lines;
  GArray *open;          /* of guint32: the elements around the present place */
  DossierHtmlLine line;
  guint32 at;            /* the node that is being rendered */
  gboolean in_line;
  gboolean space;        /* white space waits to be written */
  guint breaks;          /* line ends wait to be written */
  guint n_links;
  guint n_pre;
} Renderer;

static void
end_line (Renderer *self,
          guint     breaks)
{
  if (self->in_line)
    {
      self->line.bytes.end = self->text->len;
      g_array_append_val (self->lines, self->line);
      self->in_line = FALSE;
    }
  self->space = FALSE;
  self->breaks = MAX (self->breaks, breaks);
}

static void
begin_line (Renderer *self)
{
  for (; self->text->len > 0 && self->breaks > 0; self->breaks--)
    g_string_append_c (self->text, '\n');

  self->breaks = 0;
  self->line = (DossierHtmlLine) { .bytes = { self->text->len, 0 } };
  self->line.first = self->at;
  for (guint i = self->open->len; i > 0 && self->line.node == 0; i--)
    {
      guint32 index = g_array_index (self->open, guint32, i - 1);

      if (self->nodes[index].hints & DOSSIER_HTML_BLOCK)
        self->line.node = index;
    }
  self->in_line = TRUE;
}

static void
write_run (Renderer   *self,
           const char *run,
           gsize       n_bytes)
{
  guint32 n_chars = 0;

  if (n_bytes == 0)
    return;
  if (!self->in_line)
    begin_line (self);
  else if (self->space)
    g_string_append_c (self->text, ' ');
  self->space = FALSE;

  g_string_append_len (self->text, run, n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    n_chars += (run[i] & 0xc0) != 0x80;
  self->line.n_chars += n_chars;
  if (self->n_links > 0)
    self->line.n_linked += n_chars;
}

/* Characters that are spaces to the reader, or nothing at all: the bytes to
 * skip at @at, 0 for an ordinary character. */
static gsize
blank_length (const guint8 *at,
              gboolean     *is_space)
{
  *is_space = TRUE;
  if (*at <= 0x20 || *at == 0x7f)
    return 1;
  if (*at == 0xc2 && at[1] <= 0xa0)
    {
      *is_space = at[1] == 0xa0 || at[1] == 0x85;
      return 2;
    }
  if (at[0] == 0xe2 && at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9))
    return 3;

  *is_space = FALSE;
  if (at[0] == 0xc2 && at[1] == 0xad) /* soft hyphen */
    return 2;
  if ((at[0] == 0xe2 && at[1] == 0x80 && at[2] == 0x8b) || /* zero-width space */
      (at[0] == 0xe2 && at[1] == 0x81 && at[2] == 0xa0) || /* word joiner */
      (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf) || /* byte order mark */
      (at[0] == 0xef && at[1] == 0xbf && (at[2] == 0xbe || at[2] == 0xbf)))
    return 3;
  return 0;
}

static void
write_text (Renderer   *self,
            const char *text)
{
  const guint8 *at = (const guint8 *) text;
  const guint8 *run = at;

  while (*at != '\0')
    {
      gboolean is_space = FALSE;
      gsize skip = *at > 0x20 && *at < 0x7f ? 0 : blank_length (at, &is_space);

      if (skip == 0)
        {
          at++;
          continue;
        }

      write_run (self, (const char *) run, at - run);
      if (is_space)
        {
          if (self->n_pre > 0 && *at == '\n')
            end_line (self, self->in_line ? 1 : 2);
          else
            self->space = TRUE;
        }
      at += skip;
      run = at;
    }
  write_run (self, (const char *) run, at - run);
}

/* A cell of a table of layout holds blocks and is a line of its own; cells of
 * data stand in a row, a tab between them. */
static gboolean
is_layout_cell (const GumboNode *node)
{
  const GumboVector *children = &node->v.element.children;

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_ELEMENT &&
          (child->v.element.tag == GUMBO_TAG_BR || child->v.element.tag == GUMBO_TAG_P ||
           child->v.element.tag == GUMBO_TAG_DIV || child->v.element.tag == GUMBO_TAG_TABLE))
        return TRUE;
    }
  return FALSE;
}

/* Without its style sheet a row of links or buttons would run together. */
static gboolean
is_apart (const Renderer        *self,
          const DossierHtmlNode *node)
{
  const GumboNode *parent = node->node->parent;
  gsize index = node->node->index_within_parent;
  const GumboNode *before;

  if (parent == NULL || parent->type != GUMBO_NODE_ELEMENT || index == 0 || index > parent->v.element.children.length)
    return FALSE;
  before = parent->v.element.children.data[index - 1];
  return before->type == GUMBO_NODE_ELEMENT &&
         (node->tag == GUMBO_TAG_A || node->tag == GUMBO_TAG_BUTTON || node->tag == GUMBO_TAG_TIME ||
          before->v.element.tag == GUMBO_TAG_BUTTON || before->v.element.tag == GUMBO_TAG_TIME ||
          (node->tag == GUMBO_TAG_SPAN && before->v.element.tag == GUMBO_TAG_SPAN));
}

static gboolean
is_link (const DossierHtmlNode *node)
{
  return node->tag == GUMBO_TAG_A && dossier_html_page_attribute (node, "href") != NULL;
}

static void
open_element (Renderer *self,
              guint32   index)
{
  const DossierHtmlNode *node = &self->nodes[index];

  if (node->tag == GUMBO_TAG_TD || node->tag == GUMBO_TAG_TH)
    {
      if (is_layout_cell (node->node))
        end_line (self, 2);
      else if (self->in_line)
        {
          g_string_append_c (self->text, '\t');
          self->space = FALSE;
        }
    }
  else if (node->hints & DOSSIER_HTML_BLOCK)
    end_line (self, node->hints & DOSSIER_HTML_PARAGRAPH ? 2 : 1);
  else if (node->tag == GUMBO_TAG_BR)
    end_line (self, self->in_line ? 1 : 2);
  else if (self->in_line && !self->space && is_apart (self, node))
    self->space = TRUE;

  self->n_links += is_link (node);
  self->n_pre += node->tag == GUMBO_TAG_PRE;
  g_array_append_val (self->open, index);
}

static void
close_element (Renderer *self)
{
  guint32 index = g_array_index (self->open, guint32, self->open->len - 1);
  const DossierHtmlNode *node = &self->nodes[index];

  g_array_set_size (self->open, self->open->len - 1);
  self->n_links -= is_link (node);
  self->n_pre -= node->tag == GUMBO_TAG_PRE;
  if (node->hints & DOSSIER_HTML_BLOCK)
    end_line (self, node->hints & DOSSIER_HTML_PARAGRAPH ? 2 : 1);
}

static gboolean
is_skipped (const Renderer        *self,
            const DossierHtmlNode *node)
{
  return (node->hints & DOSSIER_HTML_UNSHOWN) || (!self->show_hidden && (node->hints & DOSSIER_HTML_HIDDEN));
}

static void
render (Renderer *self)
{
  guint32 i = 1;

  while (i < self->n_nodes)
    {
      const DossierHtmlNode *node = &self->nodes[i];

      self->at = i;
      while (self->open->len > 0 &&
             self->nodes[g_array_index (self->open, guint32, self->open->len - 1)].end <= i)
        close_element (self);

      if (dossier_html_is_text (node))
        write_text (self, node->node->v.text.text);
      else if (is_skipped (self, node))
        {
          i = node->end;
          continue;
        }
      else
        open_element (self, i);
      i++;
    }
  end_line (self, 0);
}

static DossierHtmlText *
make_text (DossierHtmlPage *page,
           gboolean         show_hidden)
{
  DossierHtmlText *self = g_new0 (DossierHtmlText, 1);
  Renderer renderer = { .show_hidden = show_hidden };

  renderer.nodes = dossier_html_page_nodes (page, &renderer.n_nodes);
  renderer.text = self->text = g_string_new (NULL);
  renderer.lines = self->lines = g_array_new (FALSE, FALSE, sizeof (DossierHtmlLine));
  renderer.open = g_array_new (FALSE, FALSE, sizeof (guint32));
  render (&renderer);
  g_array_unref (renderer.open);
  return self;
}

/**
 * dossier_html_text_new:
 * @page: a parsed page
 *
 * Renders what is to be seen of a page as text, without its style sheets:
 * scripts, hidden elements and form fields are left out, white space is
 * collapsed, blocks are lines and paragraphs stand an empty line apart.
 *
 * Returns: (transfer full): the text with its lines
 */
DossierHtmlText *
dossier_html_text_new (DossierHtmlPage *page)
{
  DossierHtmlText *self = make_text (page, FALSE);

  if (self->text->len < LEAST_TEXT)
    {
      DossierHtmlText *all = make_text (page, TRUE);

      if (all->text->len >= LEAST_TEXT && all->text->len > 2 * self->text->len)
        {
          dossier_html_text_free (self);
          return all;
        }
      dossier_html_text_free (all);
    }
  return self;
}

/**
 * dossier_html_text_free:
 * @self: a text
 */
void
dossier_html_text_free (DossierHtmlText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->lines);
  g_free (self);
}
