/* dossier-html-meta.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-meta.h"

#include <stdio.h>
#include <string.h>

#include "dossier-html-byline.h"
#include "dossier-html-date.h"
#include "dossier-html-hints.h"
#include "dossier-html-json.h"

/* A list of authors ends with the one that makes it longer, in bytes. */
#define LONGEST_BYLINE 400

/* A longer tail of a title is another head, in bytes. */
#define LONGEST_OUTLET 50

/* The share of common words from which a heading is taken for the title. */
#define LIKE_TITLE 0.5

/* Lines in which a date may stand that no mark-up names, counted from the title. */
#define DATE_LINES 12

typedef struct
{
  const char *name; /* of a meta element: its name, property or itemprop */
  gsize field;      /* in DossierHtmlMeta */
  guint8 rank;      /* the lower is believed first */
} MetaName;

#define FIELD(field) G_STRUCT_OFFSET (DossierHtmlMeta, field)

/* Dublin Core, Open Graph, schema.org and the names that publishing systems use. */
static const MetaName meta_names[] = {
  { "og:title", FIELD (title), 0 },
  { "headline", FIELD (title), 1 },
  { "twitter:title", FIELD (title), 2 },
  { "parsely-title", FIELD (title), 3 },
  { "dc.title", FIELD (title), 4 },
  { "sailthru.title", FIELD (title), 5 },
  { "title", FIELD (title), 6 },
  { "og:site_name", FIELD (outlet), 0 },
  { "application-name", FIELD (outlet), 1 },
  { "dc.publisher", FIELD (outlet), 2 },
  { "author", FIELD (byline), 0 },
  { "article:author", FIELD (byline), 1 },
  { "parsely-author", FIELD (byline), 2 },
  { "dc.creator", FIELD (byline), 3 },
  { "dcterms.creator", FIELD (byline), 4 },
  { "sailthru.author", FIELD (byline), 5 },
  { "byl", FIELD (byline), 6 },
  { "citation_author", FIELD (byline), 7 },
  { "og:url", FIELD (url), 1 },
  { "article:published_time", FIELD (published), 0 },
  { "og:published_time", FIELD (published), 1 },
  { "datepublished", FIELD (published), 2 },
  { "publish-date", FIELD (published), 3 },
  { "publish_date", FIELD (published), 3 },
  { "published_time", FIELD (published), 3 },
  { "article.published", FIELD (published), 3 },
  { "published-date", FIELD (published), 3 },
  { "publication_date", FIELD (published), 3 },
  { "pubdate", FIELD (published), 3 },
  { "parsely-pub-date", FIELD (published), 3 },
  { "sailthru.date", FIELD (published), 4 },
  { "cxenseparse:recs:publishtime", FIELD (published), 4 },
  { "rnews:datepublished", FIELD (published), 4 },
  { "dc.date.issued", FIELD (published), 4 },
  { "dcterms.issued", FIELD (published), 4 },
  { "dc.date", FIELD (published), 5 },
  { "dcterms.date", FIELD (published), 5 },
  { "dc.date.created", FIELD (published), 5 },
  { "dcterms.created", FIELD (published), 5 },
  { "citation_publication_date", FIELD (published), 5 },
  { "article_date_original", FIELD (published), 5 },
  { "originalpublicationdate", FIELD (published), 5 },
  { "displaydate", FIELD (published), 6 },
  { "date", FIELD (published), 6 },
  { "created", FIELD (published), 7 },
  { "og:locale", FIELD (language), 2 },
};

#define N_FIELDS (sizeof (DossierHtmlMeta) / sizeof (char *))

/* The candidates of one page, each field with the rank of its present value. */
typedef struct
{
  DossierHtmlMeta *meta;
  guint8 ranks[N_FIELDS];
  DossierHtmlPage *page;
  const DossierHtmlNode *nodes;
  guint n_nodes;
} Reader;

/* A page names each of several authors in an element of its own. */
static void
add_name (char       **byline,
          const char  *value)
{
  g_autofree char *name = dossier_html_byline_clean (value);
  char *both;

  if (name == NULL || strstr (*byline, name) != NULL || strlen (*byline) > LONGEST_BYLINE)
    return;
  both = g_strconcat (*byline, ", ", name, NULL);
  g_free (*byline);
  *byline = both;
}

static void
offer (Reader     *self,
       gsize       field,
       guint       rank,
       const char *value)
{
  char **at = (char **) G_STRUCT_MEMBER_P (self->meta, field);
  guint8 *present = &self->ranks[field / sizeof (char *)];
  g_autofree char *made = NULL;

  if (*at != NULL && *present == rank && field == FIELD (byline))
    {
      add_name (at, value);
      return;
    }
  if (*at != NULL && *present <= rank)
    return;
  if (field == FIELD (published))
    made = dossier_html_date_find (value, MIN (strlen (value), 80), self->meta->language);
  else if (field == FIELD (byline))
    made = dossier_html_byline_clean (value);
  else
    made = g_strstrip (g_strdup (value));
  if (made == NULL || *made == '\0')
    return;

  g_free (*at);
  *at = g_steal_pointer (&made);
  *present = rank;
}

static void
read_meta_element (Reader                *self,
                   const DossierHtmlNode *node)
{
  static const char *const keys[] = { "property", "name", "itemprop" };
  const char *content = dossier_html_page_attribute (node, "content");

  if (content == NULL || strlen (content) > 4096)
    return;

  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      const char *name = dossier_html_page_attribute (node, keys[k]);

      for (guint i = 0; name != NULL && i < G_N_ELEMENTS (meta_names); i++)
        {
          if (g_ascii_strcasecmp (meta_names[i].name, name) == 0)
            offer (self, meta_names[i].field, meta_names[i].rank, content);
        }
    }
}

static void
read_head (Reader *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const DossierHtmlNode *node = &self->nodes[i];
      const char *value;

      if (node->tag == GUMBO_TAG_HTML && (value = dossier_html_page_attribute (node, "lang")) != NULL)
        offer (self, FIELD (language), 0, value);
      else if (node->tag == GUMBO_TAG_META)
        read_meta_element (self, node);
      else if (node->tag == GUMBO_TAG_LINK && g_strcmp0 (dossier_html_page_attribute (node, "rel"), "canonical") == 0 &&
               (value = dossier_html_page_attribute (node, "href")) != NULL && strstr (value, "://") != NULL)
        offer (self, FIELD (url), 0, value);
    }
}

/* A date that an element of the page gives: its machine-readable form first. */
static char *
element_date (Reader *self,
              guint   index)
{
  static const char *const keys[] = { "datetime", "content", "title", "data-datetime" };
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = dossier_html_page_attribute (&self->nodes[index], keys[i]);
      char *date = value != NULL ? dossier_html_date_find (value, MIN (strlen (value), 80), self->meta->language) : NULL;

      if (date != NULL)
        return date;
    }
  text = dossier_html_page_words (self->page, index, 400);
  return dossier_html_date_find (text, strlen (text), self->meta->language);
}

static guint
date_rank (const DossierHtmlNode *node)
{
  const char *property = dossier_html_page_attribute (node, "itemprop");

  if (property != NULL && strcmp (property, "datePublished") == 0)
    return 10;
  if (property != NULL && strcmp (property, "dateModified") == 0)
    return 0;
  if (node->tag == GUMBO_TAG_TIME && dossier_html_page_attribute (node, "pubdate") != NULL)
    return 11;
  if (node->tag == GUMBO_TAG_TIME)
    return 12;
  if (node->hints & DOSSIER_HTML_DATELINE)
    return 13;
  return 0;
}

/* Dates that the body's elements name as such: the first of the best sort. */
static void
read_element_dates (Reader *self)
{
  guint best = self->meta->published != NULL ? self->ranks[FIELD (published) / sizeof (char *)] : G_MAXUINT8;
  guint n_tried = 0;

  for (guint i = 0; i < self->n_nodes && n_tried < 200; i++)
    {
      guint rank = date_rank (&self->nodes[i]);
      g_autofree char *date = NULL;

      if (rank == 0 || rank >= best || dossier_html_page_in_boilerplate (self->page, i))
        continue;
      n_tried++;
      date = element_date (self, i);
      if (date == NULL)
        continue;
      offer (self, FIELD (published), rank, date);
      best = rank;
    }
}

static gboolean
same_words (const char *a,
            const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  return strcmp (left, right) == 0;
}

/* Takes the name of the site off a title: "Head | Site", "Head - Site", "Site: Head". */
static char *
strip_site (const char *title,
            const char *outlet)
{
  static const char *const signs[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", ": ", " « " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *last = g_strrstr (title, signs[i]);
      const char *first = strstr (title, signs[i]);
      const char *tail = last != NULL ? last + strlen (signs[i]) : NULL;

      if (tail != NULL && outlet != NULL && same_words (tail, outlet))
        return g_strndup (title, last - title);
      if (first != NULL && outlet != NULL && strncmp (title, outlet, strlen (outlet)) == 0 &&
          strlen (outlet) == (gsize) (first - title))
        return g_strdup (first + strlen (signs[i]));
    }
  return g_strdup (title);
}

static GHashTable *
words_of (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *at = folded, *start = NULL;

  for (;; at = g_utf8_next_char (at))
    {
      gboolean letter = *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));

      if (letter && start == NULL)
        start = at;
      else if (!letter && start != NULL)
        {
          g_hash_table_add (words, g_strndup (start, at - start));
          start = NULL;
        }
      if (*at == '\0')
        return words;
    }
}

/* The share of the words of the shorter text that the other has too. */
static double
likeness (const char *a,
          const char *b)
{
  g_autoptr (GHashTable) left = words_of (a);
  g_autoptr (GHashTable) right = words_of (b);
  guint least = MIN (g_hash_table_size (left), g_hash_table_size (right));
  guint n = 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (right, word);
  return least > 0 ? (double) n / least : 0;
}

static guint
n_spaces (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

/* What stands last in a longer title is the site's name, heading or not. */
static gboolean
is_tail (const char *text,
         const char *title)
{
  return n_spaces (text) < 3 && strlen (title) > 2 * strlen (text) && g_str_has_suffix (title, text);
}

/* The head as the page shows it: the heading that is most like the title which
 * the page's data give. Without such data, the only first heading. */
static char *
find_heading (Reader     *self,
              const char *title)
{
  g_autofree char *best = NULL;
  g_autofree char *only = NULL;
  double best_likeness = 0;
  guint n_first = 0, n_tried = 0;

  for (guint i = 0; i < self->n_nodes && n_tried < 100; i++)
    {
      g_autofree char *text = NULL;
      gboolean first = self->nodes[i].tag == GUMBO_TAG_H1;
      double like;

      if (!first && self->nodes[i].tag != GUMBO_TAG_H2)
        continue;
      text = dossier_html_page_words (self->page, i, 600);
      n_tried++;
      if (*text == '\0' || (self->meta->outlet != NULL && same_words (text, self->meta->outlet)))
        continue;

      like = title != NULL ? likeness (text, title) - (first ? 0 : 0.1) : 0;
      if (like > best_likeness && n_spaces (text) > 0 && !is_tail (text, title))
        {
          g_free (best);
          best = g_strdup (text);
          best_likeness = like;
        }
      if (first && n_first++ == 0)
        only = g_steal_pointer (&text);
    }

  if (title != NULL)
    return best_likeness >= LIKE_TITLE ? g_steal_pointer (&best) : NULL;
  return n_first == 1 ? g_steal_pointer (&only) : NULL;
}

/* Data for other sites are cut at a length; the page's own title goes on. */
static gboolean
is_cut (const char *title,
        const char *element)
{
  gsize n = strlen (title);

  if (g_str_has_suffix (title, "..."))
    n -= 3;
  else if (g_str_has_suffix (title, "…"))
    n -= strlen ("…");
  else
    return FALSE;
  while (n > 0 && title[n - 1] == ' ')
    n--;
  return element != NULL && n > 20 && strncmp (title, element, n) == 0 && strlen (element) > n + 3;
}

/* The name of the site, as what follows the head in the page's title. */
static void
read_outlet (DossierHtmlMeta *meta,
             const char      *element)
{
  static const char *const signs[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · " };
  gsize n = meta->title != NULL ? strlen (meta->title) : 0;

  if (meta->outlet != NULL || element == NULL || n == 0 || strncmp (element, meta->title, n) != 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *last = g_strrstr (element + n, signs[i]);

      if (last == NULL || strlen (last) > LONGEST_OUTLET)
        continue;
      meta->outlet = g_strdup (last + strlen (signs[i]));
      return;
    }
}

static void
read_title (Reader *self)
{
  DossierHtmlMeta *meta = self->meta;
  g_autofree char *element = NULL;
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < self->n_nodes && element == NULL; i++)
    {
      if (self->nodes[i].tag == GUMBO_TAG_TITLE && self->nodes[self->nodes[i].parent].tag == GUMBO_TAG_HEAD)
        element = dossier_html_page_words (self->page, i, 1000);
    }

  heading = find_heading (self, meta->title != NULL ? meta->title : element);
  if (meta->title != NULL && !is_cut (meta->title, element))
    title = dossier_html_squeeze (meta->title);
  else if (element != NULL)
    title = g_strdup (element);

  g_clear_pointer (&meta->title, g_free);
  if (heading != NULL)
    meta->title = g_steal_pointer (&heading);
  else if (title != NULL && *title != '\0')
    meta->title = strip_site (title, meta->outlet);
  read_outlet (meta, element);
}

/* The title's line and the lines after it, then those before. */
static void
read_line_date (Reader          *self,
                DossierHtmlText *text)
{
  guint title = 0;

  for (guint i = 0; i < text->lines->len && self->meta->title != NULL; i++)
    {
      DossierHtmlLine *line = &g_array_index (text->lines, DossierHtmlLine, i);
      gsize n = line->bytes.end - line->bytes.start;

      if (n == strlen (self->meta->title) && memcmp (text->text->str + line->bytes.start, self->meta->title, n) == 0)
        {
          title = i;
          break;
        }
    }

  for (guint k = 0; k < 2 * DATE_LINES && self->meta->published == NULL; k++)
    {
      gint64 i = k < DATE_LINES ? (gint64) title + k : (gint64) title - (k - DATE_LINES) - 1;
      DossierHtmlLine *line;

      if (i < 0 || i >= text->lines->len)
        continue;
      line = &g_array_index (text->lines, DossierHtmlLine, i);
      if (line->n_chars < 120)
        self->meta->published = dossier_html_date_find (text->text->str + line->bytes.start,
                                                        line->bytes.end - line->bytes.start, self->meta->language);
    }
}

static gboolean
parse_day (const char *text,
           GDate      *day)
{
  int year, month, dom;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &dom) != 3 || !g_date_valid_dmy (dom, month, year))
    return FALSE;
  g_date_set_dmy (day, dom, month, year);
  return TRUE;
}

/* A page's data often tell the time of Greenwich, its address the day of its
 * own clock: of two days side by side the address has the one that was printed. */
static gboolean
is_day_beside (const char *a,
               const char *b)
{
  GDate first, second;

  g_date_clear (&first, 1);
  g_date_clear (&second, 1);
  return parse_day (a, &first) && parse_day (b, &second) && ABS (g_date_days_between (&first, &second)) == 1;
}

static void
read_published (Reader          *self,
                DossierHtmlText *text)
{
  g_autofree char *from_url = self->meta->url != NULL ? dossier_html_date_from_url (self->meta->url) : NULL;

  if (self->meta->published == NULL)
    {
      self->ranks[FIELD (published) / sizeof (char *)] = G_MAXUINT8;
      read_element_dates (self);
    }
  if (self->meta->published == NULL && from_url != NULL && strlen (from_url) == 10)
    self->meta->published = g_steal_pointer (&from_url);
  if (self->meta->published == NULL)
    read_line_date (self, text);
  if (from_url != NULL && (self->meta->published == NULL || is_day_beside (self->meta->published, from_url)))
    {
      g_free (self->meta->published);
      self->meta->published = g_steal_pointer (&from_url);
    }
}

/* Values of JSON and meta elements may be escaped twice. */
static void
unescape (char **field)
{
  g_autoptr (DossierHtmlPage) page = NULL;

  if (*field == NULL || strchr (*field, '&') == NULL)
    return;
  page = dossier_html_page_new (*field, strlen (*field), NULL, NULL);
  if (page != NULL)
    {
      char *plain = dossier_html_page_inner (page, 0, 4096);

      g_free (*field);
      *field = plain;
    }
}

/* What the data for search engines names may be no name at all. */
static void
clean_json_byline (DossierHtmlMeta *self)
{
  char *clean = self->byline != NULL ? dossier_html_byline_clean (self->byline) : NULL;

  g_free (self->byline);
  self->byline = clean;
}

static void
tidy (DossierHtmlMeta *self)
{
  if (self->language != NULL)
    g_strdelimit (self->language, "_", '-');
}

/**
 * dossier_html_meta_new:
 * @page: a parsed page
 * @text: its text
 *
 * Gathers what a page says of itself: its data for search engines, then its
 * meta elements, then the elements and lines of the page, then its address.
 * A date of a later change is never taken for the date of publication.
 *
 * Returns: (transfer full): what was found
 */
DossierHtmlMeta *
dossier_html_meta_new (DossierHtmlPage *page,
                       DossierHtmlText *text)
{
  DossierHtmlMeta *self = g_new0 (DossierHtmlMeta, 1);
  Reader reader = { .meta = self, .page = page };

  reader.nodes = dossier_html_page_nodes (page, &reader.n_nodes);
  dossier_html_json_read (page, self);
  unescape (&self->title);
  unescape (&self->byline);
  clean_json_byline (self);
  unescape (&self->outlet);
  read_head (&reader);
  read_title (&reader);
  read_published (&reader, text);
  if (self->byline == NULL)
    self->byline = dossier_html_byline_find (page, text, self->title);
  tidy (self);
  return self;
}

/**
 * dossier_html_meta_free:
 * @self: what was found
 */
void
dossier_html_meta_free (DossierHtmlMeta *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self);
}
