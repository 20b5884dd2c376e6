/* dossier-html-meta.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-meta.h"

#include <string.h>

#include "dossier-html-date.h"
#include "dossier-html-hints.h"
#include "dossier-html-json.h"

/* A longer author is a text about one. */
#define LONGEST_BYLINE 120

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

static void
offer (Reader     *self,
       gsize       field,
       guint       rank,
       const char *value)
{
  char **at = (char **) G_STRUCT_MEMBER_P (self->meta, field);
  guint8 *present = &self->ranks[field / sizeof (char *)];
  g_autofree char *made = NULL;

  if (*at != NULL && *present <= rank)
    return;
  if (field == FIELD (published))
    made = dossier_html_date_find (value, MIN (strlen (value), 80), self->meta->language);
  else if (field == FIELD (byline) && (strstr (value, "://") != NULL || strlen (value) > LONGEST_BYLINE))
    return;
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

static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static char *
inner_text (Reader *self,
            guint   index,
            gsize   limit)
{
  g_autofree char *raw = dossier_html_page_inner (self->page, index, limit);

  return squeeze (raw);
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
  text = inner_text (self, index, 400);
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

static gboolean
is_boilerplate (Reader *self,
                guint   index)
{
  for (guint depth = 0; index != 0 && depth < 600; depth++)
    {
      if (self->nodes[index].hints & (DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_COMMENTS))
        return TRUE;
      index = self->nodes[index].parent;
    }
  return FALSE;
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

      if (rank == 0 || rank >= best || is_boilerplate (self, i))
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

static gboolean
is_part_of (const char *part,
            const char *whole)
{
  g_autofree char *left = g_utf8_casefold (part, -1);
  g_autofree char *right = g_utf8_casefold (whole, -1);

  return strlen (left) > 10 && strstr (right, left) != NULL;
}

/* The head as the page shows it: a heading whose words the page's own title
 * has. Without such a title, the only first heading. */
static char *
find_heading (Reader     *self,
              const char *title)
{
  g_autofree char *only = NULL;
  guint n_first = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      g_autofree char *text = NULL;

      if (self->nodes[i].tag != GUMBO_TAG_H1 && self->nodes[i].tag != GUMBO_TAG_H2)
        continue;
      text = inner_text (self, i, 600);
      if (*text == '\0')
        continue;
      if (title != NULL && (same_words (text, title) || is_part_of (text, title)))
        return g_steal_pointer (&text);
      if (self->nodes[i].tag == GUMBO_TAG_H1 && n_first++ == 0)
        only = g_steal_pointer (&text);
    }
  return n_first == 1 ? g_steal_pointer (&only) : NULL;
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
        element = inner_text (self, i, 1000);
    }

  heading = find_heading (self, meta->title != NULL ? meta->title : element);
  if (meta->title != NULL)
    title = squeeze (meta->title);
  else if (element != NULL)
    title = g_strdup (element);

  g_clear_pointer (&meta->title, g_free);
  if (heading != NULL && (title == NULL || is_part_of (heading, title) || same_words (heading, title)))
    meta->title = g_steal_pointer (&heading);
  else if (title != NULL && *title != '\0')
    meta->title = strip_site (title, meta->outlet);
  else if (heading != NULL)
    meta->title = g_steal_pointer (&heading);
}

/* "By Ann Example and Ben Sample" without its "by". */
static char *
clean_byline (const char *raw)
{
  g_autofree char *line = squeeze (raw);
  const char *at = line;

  if (g_ascii_strncasecmp (at, "by ", 3) == 0 || g_ascii_strncasecmp (at, "by: ", 4) == 0)
    at += at[2] == ':' ? 4 : 3;
  else if (g_ascii_strncasecmp (at, "written by ", 11) == 0)
    at += 11;
  else if (g_ascii_strncasecmp (at, "posted by ", 10) == 0)
    at += 10;
  while (*at == ' ' || *at == ':')
    at++;
  return *at != '\0' && strlen (at) <= LONGEST_BYLINE && g_utf8_strlen (at, -1) >= 3 ? g_strdup (at) : NULL;
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
  return n_words <= 8 && at - text < 80;
}

/* The name in an element: that of an element in it that says so, or of a link. */
static char *
inner_name (Reader *self,
            guint   index)
{
  g_autofree char *whole = NULL;
  g_autofree char *name = NULL;

  for (guint i = index + 1; i < MIN (self->nodes[index].end, index + 50); i++)
    {
      const DossierHtmlNode *node = &self->nodes[i];

      if ((node->hints & DOSSIER_HTML_BYLINE) || node->tag == GUMBO_TAG_A)
        {
          g_autofree char *text = inner_text (self, i, 300);
          g_autofree char *inner = clean_byline (text);

          if (inner != NULL && is_name (inner))
            return g_steal_pointer (&inner);
        }
    }

  whole = inner_text (self, index, 300);
  name = clean_byline (whole);
  return name != NULL && is_name (name) ? g_steal_pointer (&name) : NULL;
}

/* The author from elements that say they name one, the innermost first. */
static void
read_element_byline (Reader *self)
{
  guint n_tried = 0;

  for (guint i = 0; i < self->n_nodes && self->meta->byline == NULL && n_tried < 50; i++)
    {
      if (!(self->nodes[i].hints & DOSSIER_HTML_BYLINE) ||
          (self->nodes[i].hints & DOSSIER_HTML_COMMENTS) || is_boilerplate (self, self->nodes[i].parent))
        continue;
      n_tried++;
      self->meta->byline = inner_name (self, i);
    }
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
  if (self->meta->published == NULL)
    self->meta->published = g_steal_pointer (&from_url);
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

static void
tidy (DossierHtmlMeta *self)
{
  g_autofree char *byline = NULL;

  if (self->byline != NULL)
    {
      byline = clean_byline (self->byline);
      g_free (self->byline);
      self->byline = g_steal_pointer (&byline);
    }
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
  unescape (&self->outlet);
  read_head (&reader);
  read_title (&reader);
  read_published (&reader, text);
  read_element_byline (&reader);
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
  g_free (self->body);
  g_free (self);
}
