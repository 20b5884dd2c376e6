/* dossier-html-byline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-byline.h"

#include <string.h>

#include "dossier-html-hints.h"

/* A longer author is a text about one. */
#define LONGEST_BYLINE 120
#define LONGEST_NAME 80
#define MOST_NAME_WORDS 8

/* Lines after the title in which a byline may stand that no mark-up names. */
#define BYLINE_LINES 15

/* Elements that are tried; a page that names more names the authors of others. */
#define MOST_TRIED 50

/* The words with which bylines begin, in the languages of most pages. */
static const char *const openings[] = {
  "written by", "posted by", "published by", "words by", "story by", "text by", "by", "author", "authors",
  "von", "text von", "autor", "autorin", "par", "por", "escrito por", "publicado por", "autore", "di", "a cura di", "door", "av", "af",
};

/* What systems put where there is no author. */
static const char *const nobodies[] = {
  "admin", "administrator", "anonymous", "author", "default", "editor", "guest", "no author", "none", "null",
  "posted", "share", "subscribe", "the author", "undefined", "unknown", "user", "webmaster",
};

/* After "by": the length of the opening with its colon and spaces, 0 for none. */
static gsize
opening_length (const char *text)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      gsize n = strlen (openings[i]);

      if (g_ascii_strncasecmp (text, openings[i], n) != 0 || (text[n] != ' ' && text[n] != ':'))
        continue;
      n += strspn (text + n, " :");
      longest = MAX (longest, n);
    }
  return longest;
}

static gboolean
is_nobody (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (nobodies); i++)
    {
      if (g_ascii_strcasecmp (nobodies[i], name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_name (const char *text)
{
  guint n_words = 1;
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c) || c == '@' || c == '|' || c == ':' || c == '?' || c == '!')
        return FALSE;
      n_words += c == ' ';
    }
  return n_words <= MOST_NAME_WORDS && at - text < LONGEST_NAME;
}

/**
 * dossier_html_byline_clean:
 * @raw: what a page gives as its author
 *
 * Takes the names out of a byline: without its "by", and without what follows
 * a bar or a user name ("Ann Example | Reporter @ann").
 *
 * Returns: (transfer full) (nullable): the names, or %NULL where there are none
 */
char *
dossier_html_byline_clean (const char *raw)
{
  static const char *const ends[] = { " | ", " @", " • ", " · ", " (@" };
  g_autofree char *line = dossier_html_squeeze (raw);
  char *at = line + opening_length (line);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *end = strstr (at, ends[i]);

      if (end != NULL)
        *end = '\0';
    }
  g_strchomp (at);
  while (*at != '\0' && strchr (",;-", at[strlen (at) - 1]) != NULL)
    at[strlen (at) - 1] = '\0';

  if (strstr (at, "://") != NULL || strlen (at) > LONGEST_BYLINE || g_utf8_strlen (at, -1) < 3 || is_nobody (at))
    return NULL;
  return g_strdup (at);
}

static char *
clean_name (const char *raw)
{
  g_autofree char *name = dossier_html_byline_clean (raw);

  return name != NULL && is_name (name) ? g_steal_pointer (&name) : NULL;
}

/* The name in an element: that of an element in it that says so, or of a link. */
static char *
inner_name (DossierHtmlPage       *page,
            const DossierHtmlNode *nodes,
            guint                  index)
{
  g_autofree char *whole = NULL;

  for (guint i = index + 1; i < MIN (nodes[index].end, index + MOST_TRIED); i++)
    {
      if ((nodes[i].hints & DOSSIER_HTML_BYLINE) || nodes[i].tag == GUMBO_TAG_A)
        {
          g_autofree char *text = dossier_html_page_words (page, i, 300);
          char *name = clean_name (text);

          if (name != NULL)
            return name;
        }
    }

  whole = dossier_html_page_words (page, index, 300);
  return clean_name (whole);
}

/* The author from elements that say they name one. */
static char *
from_elements (DossierHtmlPage *page)
{
  guint n_nodes, n_tried = 0;
  const DossierHtmlNode *nodes = dossier_html_page_nodes (page, &n_nodes);

  for (guint i = 0; i < n_nodes && n_tried < MOST_TRIED; i++)
    {
      char *name;

      if (!(nodes[i].hints & DOSSIER_HTML_BYLINE) || (nodes[i].hints & DOSSIER_HTML_NEVER) ||
          dossier_html_page_in_boilerplate (page, nodes[i].parent))
        continue;
      n_tried++;
      name = inner_name (page, nodes, i);
      if (name != NULL)
        return name;
    }
  return NULL;
}

static gboolean
begins_name (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

/* "By Ann Example", or "Posted on 3 March by Ann Example". */
static char *
from_line (const char *text,
           gsize       n_bytes)
{
  g_autofree char *line = g_strndup (text, n_bytes);
  gsize opening = opening_length (line);
  const char *by = opening > 0 ? line : strstr (line, " by ");

  if (by == NULL)
    return NULL;
  by = opening > 0 ? line + opening : by + 4;
  return begins_name (by) ? clean_name (by) : NULL;
}

static char *
from_lines (DossierHtmlText *text,
            const char      *title)
{
  guint first = 0;

  for (guint i = 0; i < text->lines->len && title != NULL; i++)
    {
      const DossierHtmlLine *line = &g_array_index (text->lines, DossierHtmlLine, i);
      gsize n = line->bytes.end - line->bytes.start;

      if (n == strlen (title) && memcmp (text->text->str + line->bytes.start, title, n) == 0)
        first = i + 1;
    }

  for (guint i = first; i < MIN (text->lines->len, first + BYLINE_LINES); i++)
    {
      const DossierHtmlLine *line = &g_array_index (text->lines, DossierHtmlLine, i);
      char *name = NULL;

      if (line->n_chars < LONGEST_NAME)
        name = from_line (text->text->str + line->bytes.start, line->bytes.end - line->bytes.start);
      if (name != NULL)
        return name;
    }
  return NULL;
}

/**
 * dossier_html_byline_find:
 * @page: a parsed page
 * @text: its text
 * @title: (nullable): its title as a line of the text may have it
 *
 * Looks for the author where no data of the page name one: in elements that
 * call themselves byline or author, then in the lines under the title.
 *
 * Returns: (transfer full) (nullable): the names
 */
char *
dossier_html_byline_find (DossierHtmlPage *page,
                          DossierHtmlText *text,
                          const char      *title)
{
  char *name = from_elements (page);

  return name != NULL ? name : from_lines (text, title);
}
