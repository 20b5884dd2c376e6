/* dossier-page-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-page"

#include "config.h"

#include <string.h>

#include "dossier-page.h"

/* Lines among which the header is looked for, and paragraphs of the article (a
 * standfirst among them) that may stand between its parts. */
#define HEADER_LINES 16
#define HEADER_PROSE 2

/* A headline of a newspaper has four to twenty words; the longest of the wires run to thirty. */
#define TITLE_WORDS_MIN 3
#define TITLE_WORDS_MAX 32

static void
take (char **slot,
      char **value)
{
  if (*slot == NULL)
    *slot = g_steal_pointer (value);
}

/* Reads the lines above the article and gives those their kinds that say who, where and when. */
static void
read_header_lines (DossierPage   *self,
                   DossierHeader *header)
{
  guint n_prose = 0, last = 0;
  gboolean updated = FALSE;

  for (guint i = 0; i < self->n_lines && i < HEADER_LINES && n_prose <= HEADER_PROSE; i++)
    {
      g_auto (DossierHeaderLine) line = { 0 };
      gboolean has_date;

      if (dossier_page_is_prose (self, i))
        {
          n_prose++;
          continue;
        }
      if (!dossier_header_read (header, self->text, dossier_page_line (self, i), &line))
        continue;

      has_date = line.published != NULL;
      if (line.section)
        {
          if (i < 3 && self->n_lines > 3)
            self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
          continue;
        }
      self->kinds[i] = line.byline != NULL ? DOSSIER_BLOCK_BYLINE
                       : has_date ? DOSSIER_BLOCK_DATELINE
                       : line.outlet != NULL ? DOSSIER_BLOCK_OUTLET
                       : self->scores[i].boilerplate >= 0.6f ? DOSSIER_BLOCK_BOILERPLATE : DOSSIER_BLOCK_DATELINE;
      if (has_date && (self->published == NULL || (updated && !line.updated)))
        {
          g_free (self->published);
          self->published = g_steal_pointer (&line.published);
          updated = line.updated;
        }
      take (&self->byline, &line.byline);
      take (&self->outlet, &line.outlet);
      last = i + 1;
    }
  self->header_end = last;
}

static gboolean
may_be_title (DossierPage *self,
              guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);

  if (self->kinds[i] != DOSSIER_PAGE_OPEN || line->n_words < TITLE_WORDS_MIN || line->n_words > TITLE_WORDS_MAX)
    return FALSE;
  if (self->scores[i].boilerplate >= 0.999f || self->scores[i].caption >= 0.999f)
    return FALSE;
  if (line->flags & (DOSSIER_LINE_SENTENCES | DOSSIER_LINE_NO_LETTERS | DOSSIER_LINE_COLON | DOSSIER_LINE_ICON))
    return FALSE;
  /* a full stop is no headline's, unless nearly every word of it has a capital */
  if ((line->flags & DOSSIER_LINE_TERMINAL) && self->utf8[line->bytes.end - 1] == '.')
    return line->n_capital > 2 * line->n_small && line->n_words <= 20;
  return TRUE;
}

/* The words before the last bar or spaced dash: what a page's title adds is the name of the site. */
static gsize
stem_length (DossierPage       *self,
             const DossierLine *line)
{
  static const char *const marks[] = { " | ", " \342\200\223 ", " \342\200\224 ", " - ", " :: ", " \302\273 " };
  const char *start = self->utf8 + line->bytes.start;
  gsize n = line->bytes.end - line->bytes.start, best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *p = g_strrstr_len (start, n, marks[i]);

      if (p != NULL && (gsize) (p - start) > best)
        best = p - start;
    }
  return best;
}

/* Whether line @i is line @other with the name of the site behind it. */
static gboolean
is_page_title_of (DossierPage *self,
                  guint        i,
                  guint        other)
{
  const DossierLine *line = dossier_page_line (self, i), *title = dossier_page_line (self, other);
  gsize stem = line->n_words <= 2 * TITLE_WORDS_MAX && i != other ? stem_length (self, line) : 0;

  return stem >= 20 && line->hash != title->hash && title->bytes.end - title->bytes.start >= stem &&
         memcmp (self->utf8 + line->bytes.start, self->utf8 + title->bytes.start, stem) == 0;
}

/* The site's name behind the bar, when it is written as a name. */
static void
take_outlet_from_page_title (DossierPage *self,
                             guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);
  gsize stem = stem_length (self, line);
  const char *bar = self->utf8 + line->bytes.start + stem + 1, *end = self->utf8 + line->bytes.end;
  const char *name = bar < end ? memchr (bar, ' ', end - bar) : NULL;
  gsize n;

  if (name == NULL || self->outlet != NULL)
    return;
  name++;
  n = end - name;
  if (n > 2 && n < 48 && g_unichar_isupper (g_utf8_get_char (name)))
    self->outlet = g_strndup (name, n);
}

static int
find_title (DossierPage *self)
{
  guint limit = MIN (self->n_lines, MAX (self->header_end, 1) + 3);

  for (guint i = 0; i < limit && i < HEADER_LINES; i++)
    {
      if (dossier_page_is_prose (self, i) && !may_be_title (self, i))
        {
          if (i >= self->header_end)
            return -1;
          continue;
        }
      if (!may_be_title (self, i) || i + 1 == self->n_lines)
        continue;
      for (guint other = i + 1; other < limit; other++)
        if (is_page_title_of (self, i, other) && may_be_title (self, other))
          {
            self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
            take_outlet_from_page_title (self, i);
            return other;
          }
      return i;
    }
  return -1;
}

static void
read_title (DossierPage *self)
{
  int title = find_title (self);
  const DossierLine *line;
  gsize n;

  if (title < 0)
    return;
  line = dossier_page_line (self, title);
  n = line->bytes.end - line->bytes.start;
  self->title = g_strndup (self->utf8 + line->bytes.start, n);
  self->header_end = MAX (self->header_end, (guint) title + 1);

  for (guint i = 0; i < self->n_lines; i++)
    {
      const DossierLine *other = dossier_page_line (self, i);

      if (other->hash == line->hash)
        {
          self->kinds[i] = DOSSIER_BLOCK_TITLE;
          if (i < HEADER_LINES)
            self->header_end = MAX (self->header_end, i + 1);
        }
      else if (i < HEADER_LINES && self->kinds[i] == DOSSIER_PAGE_OPEN && is_page_title_of (self, i, title))
        self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
    }
}

/* The first paragraph may open with place, agency and date. */
static void
read_dateline (DossierPage   *self,
               DossierHeader *header)
{
  for (guint i = 0; i < self->n_lines && i < HEADER_LINES; i++)
    {
      g_autofree char *outlet = NULL;
      g_autofree char *published = NULL;

      if (!dossier_page_is_prose (self, i))
        continue;
      published = dossier_header_dateline (header, self->text, dossier_page_line (self, i), &outlet);
      take (&self->published, &published);
      take (&self->outlet, &outlet);
      if (i >= self->header_end)
        return;
    }
}

/* The end of a page may give the date that its head did not, if it says what date it is. */
static void
read_footer (DossierPage   *self,
             DossierHeader *header)
{
  guint from = self->n_lines > HEADER_LINES ? MAX (self->header_end, self->n_lines - HEADER_LINES) : self->header_end;

  for (guint i = from; i < self->n_lines; i++)
    {
      g_auto (DossierHeaderLine) line = { 0 };
      const DossierLine *physical = dossier_page_line (self, i);

      if (self->kinds[i] != DOSSIER_PAGE_OPEN || physical->n_words > 12 || physical->n_digits == 0)
        continue;
      if (!dossier_header_read (header, self->text, physical, &line) || line.published == NULL || line.updated)
        continue;
      self->kinds[i] = DOSSIER_BLOCK_DATELINE;
      take (&self->published, &line.published);
    }
}

/**
 * dossier_page_header:
 * @self: a page
 * @header: the reader of header lines
 *
 * Finds title, byline, outlet and publication date, and where the header ends.
 * A date inside the article is never taken for its own.
 */
void
dossier_page_header (DossierPage   *self,
                     DossierHeader *header)
{
  read_header_lines (self, header);
  read_title (self);
  read_dateline (self, header);
  read_footer (self, header);
  for (guint i = 0; i < self->n_lines && self->outlet == NULL; i++)
    if ((i < HEADER_LINES || i + HEADER_LINES > self->n_lines) &&
        (self->scores[i].boilerplate > 0 || self->utf8[dossier_page_line (self, i)->bytes.start] == '['))
      self->outlet = dossier_header_origin (header, self->text, dossier_page_line (self, i));
}
