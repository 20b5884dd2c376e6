/* dossier-html-body.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-body.h"

#include <math.h>
#include <string.h>

#include "dossier-html-hints.h"

/* A line of fewer characters proves nothing by its length. */
#define SHORT_LINE 40

/* The share of the page's prose that an element must hold so that its name no
 * longer makes it boilerplate: "sidebar" around the whole article is a mistake. */
#define TOO_MUCH_PROSE 0.5

typedef struct
{
  DossierHtmlPage *page;
  const DossierHtmlNode *nodes;
  guint n_nodes;
  DossierHtmlText *text;
  const DossierHtmlLine *lines;
  guint n_lines;
  const DossierHtmlMeta *meta;
  guint32 *first_line; /* of each node, and one more: how many lines begin before it */
  guint16 *around;     /* of each node: the hints of it and all around it */
  double *worth;       /* of each line */
  double *sums;        /* of the worths of all lines before each */
  double *prose;       /* the same of the characters of prose */
  guint32 root;        /* the element that holds the article */
  guint8 *kinds;
} Chooser;

static const char *
line_text (const Chooser *self,
           guint          i,
           gsize         *n_bytes)
{
  *n_bytes = self->lines[i].bytes.end - self->lines[i].bytes.start;
  return self->text->text->str + self->lines[i].bytes.start;
}

static double
link_share (const DossierHtmlLine *line)
{
  return line->n_chars > 0 ? (double) line->n_linked / line->n_chars : 0;
}

static gboolean
ends_sentence (const Chooser *self,
               guint          i)
{
  gsize n;
  const char *text = line_text (self, i, &n);
  const char *end = text + n;

  while (end > text)
    {
      const char *last = g_utf8_find_prev_char (text, end);
      gunichar c;

      if (last == NULL)
        return FALSE;
      c = g_utf8_get_char (last);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x3002 || c == 0x964 || c == 0x61f)
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201d && c != 0x2019 && c != 0xbb && c != 0x201c)
        return FALSE;
      end = last;
    }
  return FALSE;
}

static gboolean
is_prose (const Chooser *self,
          guint          i)
{
  const DossierHtmlLine *line = &self->lines[i];

  if (self->nodes[line->node].hints & DOSSIER_HTML_HEADING || link_share (line) > 0.5)
    return FALSE;
  return line->n_chars >= 100 || (line->n_chars >= SHORT_LINE && ends_sentence (self, i));
}

static double
sum_of (const double  *sums,
        const Chooser *self,
        guint32        node)
{
  return sums[self->first_line[self->nodes[node].end]] - sums[self->first_line[node]];
}

static void
count_lines (Chooser *self)
{
  guint line = 0;

  self->first_line = g_new (guint32, self->n_nodes + 1);
  for (guint i = 0; i <= self->n_nodes; i++)
    {
      while (line < self->n_lines && self->lines[line].first < i)
        line++;
      self->first_line[i] = line;
    }

  self->prose = g_new (double, self->n_lines + 1);
  self->prose[0] = 0;
  for (guint i = 0; i < self->n_lines; i++)
    self->prose[i + 1] = self->prose[i] + (is_prose (self, i) ? self->lines[i].n_chars : 0);
}

/* Hands the hints down to what an element holds. */
static void
spread_hints (Chooser *self)
{
  const guint16 down = DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_SUSPECT | DOSSIER_HTML_COMMENTS | DOSSIER_HTML_CAPTION |
                       DOSSIER_HTML_BYLINE | DOSSIER_HTML_DATELINE | DOSSIER_HTML_TITLE | DOSSIER_HTML_HEADING;
  const guint16 doubtful = DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_SUSPECT | DOSSIER_HTML_CAPTION |
                           DOSSIER_HTML_BYLINE | DOSSIER_HTML_DATELINE | DOSSIER_HTML_TITLE;
  double all = self->prose[self->n_lines];

  self->around = g_new0 (guint16, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint16 own = self->nodes[i].hints;

      if ((own & doubtful) && all > 0 && sum_of (self->prose, self, i) > TOO_MUCH_PROSE * all)
        own &= ~(doubtful | DOSSIER_HTML_COMMENTS);
      self->around[i] = own | (i > 0 ? self->around[self->nodes[i].parent] & down : 0);
    }
}

static double
line_worth (const Chooser *self,
            guint          i)
{
  const DossierHtmlLine *line = &self->lines[i];
  guint16 around = self->around[line->first];
  double share = link_share (line);
  double n = MIN (line->n_chars, 600);

  if (around & DOSSIER_HTML_BOILERPLATE)
    return -0.3 * n - 5;
  if (share > 0.5)
    return -0.5 * n - 10;
  if (around & (DOSSIER_HTML_CAPTION | DOSSIER_HTML_BYLINE | DOSSIER_HTML_DATELINE))
    return 0;
  if (around & DOSSIER_HTML_HEADING)
    return 0;
  if (!is_prose (self, i))
    return n < SHORT_LINE ? -10 : -2;
  return n * (1 - share) * (around & DOSSIER_HTML_SUSPECT ? 0.3 : 1);
}

static void
weigh_lines (Chooser *self)
{
  self->worth = g_new (double, self->n_lines);
  self->sums = g_new (double, self->n_lines + 1);
  self->sums[0] = 0;
  for (guint i = 0; i < self->n_lines; i++)
    {
      self->worth[i] = line_worth (self, i);
      self->sums[i + 1] = self->sums[i] + self->worth[i];
    }
}

/* The element whose lines are worth most together; of two that are worth
 * nearly the same, the inner. What says it is the body is believed. */
static void
choose_root (Chooser *self)
{
  double best = -INFINITY;
  guint32 root = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      double sum;

      if (!(self->nodes[i].hints & DOSSIER_HTML_BLOCK) && self->nodes[i].tag != GUMBO_TAG_TD)
        continue;
      if (self->around[i] & (DOSSIER_HTML_COMMENTS | DOSSIER_HTML_BOILERPLATE))
        continue;
      sum = sum_of (self->sums, self, i);
      if (self->nodes[i].hints & DOSSIER_HTML_BODY)
        sum *= 1.5;
      else if (self->nodes[i].hints & DOSSIER_HTML_CONTENT)
        sum *= 1.1;
      if (sum >= best)
        {
          best = sum;
          root = i;
        }
    }
  self->root = root;
}

static gboolean
is_title (const Chooser *self,
          guint          i)
{
  gsize n;
  const char *text = line_text (self, i, &n);

  return self->meta->title != NULL && n == strlen (self->meta->title) && memcmp (text, self->meta->title, n) == 0;
}

static guint8
outer_kind (const Chooser *self,
            guint          i)
{
  guint16 around = self->around[self->lines[i].first];

  if (is_title (self, i))
    return DOSSIER_BLOCK_TITLE;
  if (around & (DOSSIER_HTML_COMMENTS | DOSSIER_HTML_BOILERPLATE))
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_DATELINE)
    return DOSSIER_BLOCK_DATELINE;
  if (around & DOSSIER_HTML_BYLINE)
    return DOSSIER_BLOCK_BYLINE;
  return DOSSIER_BLOCK_BOILERPLATE;
}

static guint8
inner_kind (const Chooser *self,
            guint          i)
{
  const DossierHtmlLine *line = &self->lines[i];
  guint16 around = self->around[line->first];
  double share = link_share (line);

  if (is_title (self, i))
    return DOSSIER_BLOCK_TITLE;
  if (around & (DOSSIER_HTML_COMMENTS | DOSSIER_HTML_BOILERPLATE))
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_CAPTION)
    return DOSSIER_BLOCK_CAPTION;
  if ((around & DOSSIER_HTML_DATELINE) && line->n_chars < 100)
    return DOSSIER_BLOCK_DATELINE;
  if ((around & DOSSIER_HTML_BYLINE) && line->n_chars < 150)
    return DOSSIER_BLOCK_BYLINE;
  if (share > 0.8 && line->n_chars < 200)
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_HEADING)
    return DOSSIER_BLOCK_HEADING;
  if (line->n_chars < 3)
    return DOSSIER_BLOCK_BOILERPLATE;
  return DOSSIER_BLOCK_PARAGRAPH;
}

/* A heading over nothing that is kept is a heading of boilerplate. */
static void
drop_idle_headings (Chooser *self)
{
  gboolean text = FALSE;

  for (guint i = self->n_lines; i > 0; i--)
    {
      if (self->kinds[i - 1] == DOSSIER_BLOCK_PARAGRAPH)
        text = TRUE;
      else if (self->kinds[i - 1] == DOSSIER_BLOCK_HEADING && !text)
        self->kinds[i - 1] = DOSSIER_BLOCK_BOILERPLATE;
      else if (self->kinds[i - 1] == DOSSIER_BLOCK_BOILERPLATE)
        text = text && i > 1;
    }
}

static void
mark_lines (Chooser *self)
{
  guint32 from = self->first_line[self->root];
  guint32 to = self->first_line[self->nodes[self->root].end];

  self->kinds = g_new (guint8, self->n_lines + 1);
  for (guint i = 0; i < self->n_lines; i++)
    self->kinds[i] = i >= from && i < to ? inner_kind (self, i) : outer_kind (self, i);
  drop_idle_headings (self);
}

/**
 * dossier_html_body:
 * @page: a parsed page
 * @text: its text
 * @meta: what it says of itself
 *
 * Decides what of a page is its article: each line is worth something for its
 * length, its share of links and the names of the elements around it, and the
 * element whose lines are worth most together holds the article; in it, what
 * is named or looks as boilerplate is marked so.
 *
 * Returns: (transfer full): the #DossierBlockKind of each line
 */
guint8 *
dossier_html_body (DossierHtmlPage       *page,
                   DossierHtmlText       *text,
                   const DossierHtmlMeta *meta)
{
  Chooser self = { .page = page, .text = text, .meta = meta };

  self.nodes = dossier_html_page_nodes (page, &self.n_nodes);
  self.lines = (const DossierHtmlLine *) text->lines->data;
  self.n_lines = text->lines->len;

  count_lines (&self);
  spread_hints (&self);
  weigh_lines (&self);
  choose_root (&self);
  mark_lines (&self);

  g_free (self.first_line);
  g_free (self.around);
  g_free (self.worth);
  g_free (self.sums);
  g_free (self.prose);
  return self.kinds;
}
