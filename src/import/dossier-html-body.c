/* dossier-html-body.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-body.h"

#include <math.h>
#include <string.h>

#include "dossier-html-date.h"
#include "dossier-html-hints.h"

/* A line of fewer characters proves nothing by its length. */
#define SHORT_LINE 40

/* Bytes that a byline may have beside the names: "By", place, office, date. */
#define LONGEST_CREDIT 60

/* Paragraphs between the title and the body that may be its summary. */
#define MOST_STANDFIRST 2

/* Characters of lines that together are a text. */
#define WRAPPED_TEXT 300

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
  guint8 *wrapped;     /* of each line: it is one of several of a text */
  double *worth;       /* of each line */
  double *sums;        /* of the worths of all lines before each */
  double *prose;       /* the same of the characters of prose */
  char *title;         /* its letters and digits */
  char *byline;        /* the same of the authors */
  guint title_line;    /* the line that shows it; n_lines for none */
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

/* The letters and digits of a text in lower case: heads are written with other
 * spaces, quotation marks and dashes from place to place. */
static char *
bare (const char *text,
      gsize       n_bytes)
{
  GString *out = g_string_sized_new (n_bytes);
  const char *end = text + n_bytes;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

static gboolean
is_title (const Chooser *self,
          guint          i)
{
  g_autofree char *line = NULL;
  const char *text;
  gsize n;

  text = line_text (self, i, &n);
  if (self->title == NULL || n > 2 * strlen (self->meta->title) + 16)
    return FALSE;
  line = bare (text, n);
  return strcmp (line, self->title) == 0;
}

/* The line that shows the title: a heading rather than another. */
static void
find_title (Chooser *self)
{
  self->title = self->meta->title != NULL ? bare (self->meta->title, strlen (self->meta->title)) : NULL;
  if (self->title != NULL && *self->title == '\0')
    g_clear_pointer (&self->title, g_free);

  self->title_line = self->n_lines;
  for (guint i = 0; i < self->n_lines; i++)
    {
      gboolean heading = self->nodes[self->lines[i].node].hints & DOSSIER_HTML_HEADING;

      if ((self->title_line == self->n_lines || heading) && is_title (self, i))
        {
          self->title_line = i;
          if (heading)
            break;
        }
    }
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
  return line->n_chars >= 100 || self->wrapped[i] || (line->n_chars >= SHORT_LINE && ends_sentence (self, i));
}

static double
sum_of (const double  *sums,
        const Chooser *self,
        guint32        node)
{
  return sums[self->first_line[self->nodes[node].end]] - sums[self->first_line[node]];
}

/* Lines that one element breaks itself, by <br> or in <pre>, are one text: an
 * old page, a mail, a poem. */
static void
find_wrapped (Chooser *self)
{
  guint first = 0;

  self->wrapped = g_new0 (guint8, self->n_lines + 1);
  while (first < self->n_lines)
    {
      guint end = first;
      double n_chars = 0, n_linked = 0;

      for (; end < self->n_lines && self->lines[end].node == self->lines[first].node; end++)
        {
          n_chars += self->lines[end].n_chars;
          n_linked += self->lines[end].n_linked;
        }
      if (end - first >= 3 && n_chars >= WRAPPED_TEXT && n_linked <= 0.2 * n_chars)
        memset (self->wrapped + first, TRUE, end - first);
      first = end;
    }
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

/* An element that holds most of the prose is named by mistake or by habit. What
 * is never the article must hold its head too, or be inside what says it is one. */
static gboolean
is_misnamed (Chooser *self,
             guint    node)
{
  guint32 title = self->title_line < self->n_lines ? self->lines[self->title_line].first : 0;
  guint16 outer = node > 0 ? self->around[self->nodes[node].parent] : 0;

  if (sum_of (self->prose, self, node) <= TOO_MUCH_PROSE * self->prose[self->n_lines])
    return FALSE;
  return !(self->nodes[node].hints & DOSSIER_HTML_NEVER) ||
         (outer & (DOSSIER_HTML_BODY | DOSSIER_HTML_CONTENT)) ||
         (title > node && title < self->nodes[node].end);
}

/* Hands the hints down to what an element holds. */
static void
spread_hints (Chooser *self)
{
  const guint16 doubtful = DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_SUSPECT | DOSSIER_HTML_CAPTION |
                           DOSSIER_HTML_BYLINE | DOSSIER_HTML_DATELINE | DOSSIER_HTML_TITLE | DOSSIER_HTML_NEVER;
  const guint16 down = doubtful | DOSSIER_HTML_HEADING | DOSSIER_HTML_BODY | DOSSIER_HTML_CONTENT | DOSSIER_HTML_EMBED;

  self->around = g_new0 (guint16, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint16 own = self->nodes[i].hints;
      guint16 outer = i > 0 ? self->around[self->nodes[i].parent] & down : 0;

      if ((own & doubtful) && is_misnamed (self, i))
        own &= ~doubtful;
      if (own & DOSSIER_HTML_EMBED)
        outer &= ~(DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_SUSPECT | DOSSIER_HTML_CAPTION);
      self->around[i] = own | outer;
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
  if (around & (DOSSIER_HTML_CAPTION | DOSSIER_HTML_BYLINE | DOSSIER_HTML_DATELINE | DOSSIER_HTML_HEADING))
    return 0;
  if (share > 0.5)
    return around & DOSSIER_HTML_BODY ? 0 : -0.5 * n - 10;
  if (is_prose (self, i))
    return n * (1 - share) * (around & DOSSIER_HTML_SUSPECT ? 0.3 : 1);
  if (around & DOSSIER_HTML_BODY)
    return 0.5 * n;
  if (around & DOSSIER_HTML_CONTENT)
    return 0;
  return n < SHORT_LINE ? -10 : -2;
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
static guint32
find_worthiest (Chooser *self,
                guint32  from,
                guint32  to,
                double  *worth)
{
  guint32 found = from;

  *worth = -INFINITY;
  for (guint i = from; i < to; i++)
    {
      double sum;

      if (!(self->nodes[i].hints & DOSSIER_HTML_BLOCK) && self->nodes[i].tag != GUMBO_TAG_TD)
        continue;
      if (self->around[i] & (DOSSIER_HTML_NEVER | DOSSIER_HTML_BOILERPLATE))
        continue;
      sum = sum_of (self->sums, self, i);
      if (self->nodes[i].hints & DOSSIER_HTML_BODY)
        sum *= 1.2;
      else if (self->nodes[i].hints & DOSSIER_HTML_CONTENT)
        sum *= 1.1;
      if (sum >= *worth)
        {
          *worth = sum;
          found = i;
        }
    }
  return found;
}

/* A page without any prose is taken whole; what it is, its reader sees.
 * A page may go on with other articles: then the one under the page's own
 * title is meant, as long as it is one and no mere head. */
static void
choose_root (Chooser *self)
{
  double worth, inner_worth;
  guint32 own = self->title_line < self->n_lines ? self->lines[self->title_line].first : 0;
  guint32 inner;

  self->root = find_worthiest (self, 0, self->n_nodes, &worth);
  if (worth <= 0)
    {
      self->root = 0;
      return;
    }
  while (own > self->root && self->nodes[own].tag != GUMBO_TAG_ARTICLE)
    own = self->nodes[own].parent;
  if (own <= self->root || self->nodes[own].end > self->nodes[self->root].end)
    return;

  inner = find_worthiest (self, own, self->nodes[own].end, &inner_worth);
  if (inner_worth > 300)
    self->root = inner;
}

/* "Published 10:48, 19 November 2019 | Updated 11:05": a line about a date. */
static gboolean
is_date_line (const Chooser *self,
              guint          i)
{
  g_autofree char *date = NULL;
  const char *text;
  gsize n;

  if (self->lines[i].n_chars > 80 || self->lines[i].n_chars < 6 || ends_sentence (self, i) ||
      (self->around[self->lines[i].first] & DOSSIER_HTML_EMBED))
    return FALSE;
  text = line_text (self, i, &n);
  date = dossier_html_date_find (text, n, self->meta->language);
  return date != NULL;
}

/* The names of the authors, with or without "by". */
static gboolean
is_byline (const Chooser *self,
           guint          i)
{
  g_autofree char *line = NULL;
  const char *text;
  gsize n;

  text = line_text (self, i, &n);
  if (self->byline == NULL || n > strlen (self->meta->byline) + LONGEST_CREDIT)
    return FALSE;
  line = bare (text, n);
  return strcmp (line, self->byline) == 0 ||
         (g_str_has_prefix (line, "by") && g_str_has_prefix (line + 2, self->byline) && !ends_sentence (self, i));
}

static guint8
outer_kind (const Chooser *self,
            guint          i)
{
  guint16 around = self->around[self->lines[i].first];

  if (is_title (self, i))
    return DOSSIER_BLOCK_TITLE;
  if (around & (DOSSIER_HTML_NEVER | DOSSIER_HTML_BOILERPLATE))
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_DATELINE)
    return DOSSIER_BLOCK_DATELINE;
  if ((around & DOSSIER_HTML_BYLINE) || is_byline (self, i))
    return DOSSIER_BLOCK_BYLINE;
  if (around & DOSSIER_HTML_CAPTION)
    return DOSSIER_BLOCK_CAPTION;
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
  if (around & (DOSSIER_HTML_NEVER | DOSSIER_HTML_BOILERPLATE))
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_CAPTION)
    return DOSSIER_BLOCK_CAPTION;
  if ((around & DOSSIER_HTML_DATELINE) && line->n_chars < 100)
    return DOSSIER_BLOCK_DATELINE;
  if (((around & DOSSIER_HTML_BYLINE) && line->n_chars < 150) || is_byline (self, i))
    return DOSSIER_BLOCK_BYLINE;
  if (share > 0.8 && line->n_chars < 200 && !(line->n_chars > 60 && ends_sentence (self, i)))
    return DOSSIER_BLOCK_BOILERPLATE;
  if (around & DOSSIER_HTML_HEADING)
    return DOSSIER_BLOCK_HEADING;
  if (line->n_chars < 2)
    return DOSSIER_BLOCK_BOILERPLATE;
  return DOSSIER_BLOCK_PARAGRAPH;
}

/* A heading over nothing that is kept is a heading of boilerplate. */
static void
drop_idle_headings (Chooser *self,
                    guint    from,
                    guint    to)
{
  gboolean text = FALSE;

  for (guint i = to; i > from; i--)
    {
      if (self->kinds[i - 1] == DOSSIER_BLOCK_PARAGRAPH)
        text = TRUE;
      else if (self->kinds[i - 1] == DOSSIER_BLOCK_HEADING && !text)
        self->kinds[i - 1] = DOSSIER_BLOCK_BOILERPLATE;
    }
}

/* Short lines before the first sentence and after the last are labels of the
 * page; those between belong to lists and tables. */
static void
trim_ends (Chooser *self,
           guint    from,
           guint    to)
{
  guint first = from, last = to;

  while (first < to && !(self->kinds[first] == DOSSIER_BLOCK_PARAGRAPH && is_prose (self, first)))
    first++;
  if (first == to)
    return;
  while (!(self->kinds[last - 1] == DOSSIER_BLOCK_PARAGRAPH && is_prose (self, last - 1)))
    last--;

  for (guint i = from; i < to; i++)
    {
      if ((i >= first && i < last) || self->kinds[i] != DOSSIER_BLOCK_PARAGRAPH)
        continue;
      if (is_date_line (self, i))
        self->kinds[i] = DOSSIER_BLOCK_DATELINE;
      else if (self->lines[i].n_chars < SHORT_LINE && !(self->around[self->lines[i].first] & DOSSIER_HTML_BODY))
        self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
    }
}

/* Rows of a table and lines of a program repeat themselves by nature. */
static gboolean
is_repeatable (const Chooser *self,
               guint          i)
{
  guint16 tag = self->nodes[self->lines[i].node].tag;

  return tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TABLE;
}

/* A short line that comes three times is a label. */
static void
drop_repeated (Chooser *self,
               guint    from,
               guint    to)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = from; i < to; i++)
        {
          g_autofree char *key = NULL;
          const char *text;
          gsize n;
          guint count;

          if (self->kinds[i] != DOSSIER_BLOCK_PARAGRAPH || self->lines[i].n_chars > SHORT_LINE ||
              ends_sentence (self, i) || is_repeatable (self, i))
            continue;
          text = line_text (self, i, &n);
          key = g_strndup (text, n);
          count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
          if (pass == 0)
            g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
          else if (count >= 3)
            self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
        }
    }
}

/* The summary and the date under the title stand before the element of the
 * body on many pages. */
static void
keep_head (Chooser *self,
                 guint    from)
{
  const guint16 other = DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_NEVER | DOSSIER_HTML_CAPTION | DOSSIER_HTML_BYLINE;
  guint n_kept = 0;

  for (guint i = self->title_line + 1; i < from && n_kept < MOST_STANDFIRST; i++)
    {
      if (self->kinds[i] == DOSSIER_BLOCK_BOILERPLATE && is_date_line (self, i) &&
          !(self->around[self->lines[i].first] & other))
        self->kinds[i] = DOSSIER_BLOCK_DATELINE;
      else if (is_prose (self, i) && link_share (&self->lines[i]) < 0.3 && !(self->around[self->lines[i].first] & other))
        {
          self->kinds[i] = DOSSIER_BLOCK_PARAGRAPH;
          n_kept++;
        }
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
  keep_head (self, from);
  trim_ends (self, from, to);
  drop_repeated (self, from, to);
  drop_idle_headings (self, from, to);
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
  self.lines = (gconstpointer) text->lines->data;
  self.n_lines = text->lines->len;

  find_title (&self);
  if (meta->byline != NULL)
    self.byline = bare (meta->byline, strlen (meta->byline));
  find_wrapped (&self);
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
  g_free (self.wrapped);
  g_free (self.title);
  g_free (self.byline);
  return self.kinds;
}
