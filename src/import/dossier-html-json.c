/* dossier-html-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "dossier-html-date.h"

/* The most of a script that is read, and the most objects in it that are looked at. */
#define MAX_SCRIPT (4 * 1024 * 1024)
#define MAX_OBJECTS 5000

/* The parser calls itself for each level of brackets. */
#define MAX_DEPTH 64

/* How well a schema.org type fits an article; others speak of the site. */
static const struct
{
  const char *type;
  guint rank;
} types[] = {
  { "NewsArticle", 5 },
  { "ReportageNewsArticle", 5 },
  { "AnalysisNewsArticle", 5 },
  { "OpinionNewsArticle", 5 },
  { "BackgroundNewsArticle", 5 },
  { "ReviewNewsArticle", 5 },
  { "Article", 4 },
  { "BlogPosting", 4 },
  { "TechArticle", 4 },
  { "ScholarlyArticle", 4 },
  { "Report", 4 },
  { "LiveBlogPosting", 4 },
  { "SocialMediaPosting", 3 },
  { "Recipe", 2 },
  { "VideoObject", 2 },
  { "ItemPage", 1 },
  { "WebPage", 1 },
};

static guint
rank_of_name (const char *name)
{
  const char *slash = strrchr (name, '/');

  name = slash != NULL ? slash + 1 : name;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].type, name) == 0)
        return types[i].rank;
    }
  return 0;
}

static const char *
string_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* The first of a list, or the thing itself. */
static JsonNode *
first_of (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
    }
  return node;
}

static guint
rank_of (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  guint rank = 0;

  if (string_of (type) != NULL)
    return rank_of_name (string_of (type));
  if (type == NULL || !JSON_NODE_HOLDS_ARRAY (type))
    return 0;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
    {
      const char *name = string_of (json_array_get_element (json_node_get_array (type), i));

      rank = MAX (rank, name != NULL ? rank_of_name (name) : 0);
    }
  return rank;
}

/* The objects of one script, with those that have an "@id" to be referred to by. */
typedef struct
{
  GHashTable *by_id; /* borrowed strings to borrowed JsonObject */
  JsonObject *best;
  guint best_rank;
} Graph;

static void
look_at_object (Graph      *self,
                JsonObject *object)
{
  guint rank = rank_of (object);
  const char *id = string_of (json_object_get_member (object, "@id"));

  if (id != NULL && json_object_has_member (object, "name"))
    g_hash_table_insert (self->by_id, (char *) id, object);
  if (rank > self->best_rank)
    {
      self->best = object;
      self->best_rank = rank;
    }
}

static void
collect (Graph    *self,
         JsonNode *root)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_ptr_array_add (pending, root);
  for (guint i = 0; i < pending->len && pending->len < MAX_OBJECTS; i++)
    {
      JsonNode *node = pending->pdata[i];

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint j = 0; j < json_array_get_length (array); j++)
            g_ptr_array_add (pending, json_array_get_element (array, j));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);
          JsonObjectIter iter;
          JsonNode *value;

          look_at_object (self, object);
          json_object_iter_init (&iter, object);
          while (json_object_iter_next (&iter, NULL, &value))
            {
              if (!JSON_NODE_HOLDS_VALUE (value) && !JSON_NODE_HOLDS_NULL (value))
                g_ptr_array_add (pending, value);
            }
        }
    }
}

static const char *
name_of (Graph    *self,
         JsonNode *node)
{
  JsonObject *object;
  const char *name, *id;

  node = first_of (node);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return string_of (node);

  object = json_node_get_object (node);
  name = string_of (first_of (json_object_get_member (object, "name")));
  id = string_of (json_object_get_member (object, "@id"));
  if (name == NULL && id != NULL)
    {
      JsonObject *other = g_hash_table_lookup (self->by_id, id);

      name = other != NULL ? string_of (json_object_get_member (other, "name")) : NULL;
    }
  return name;
}

static char *
names_of (Graph    *self,
          JsonNode *node)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 1;

  for (guint i = 0; node != NULL && i < MIN (n, 20); i++)
    {
      JsonNode *one = JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_element (json_node_get_array (node), i) : node;
      const char *name = name_of (self, one);

      if (name != NULL && *name != '\0' && strlen (name) < 200 && !g_str_has_prefix (name, "http") &&
          !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (char *) name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
set_string (char       **field,
            const char  *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

static void
take_article (Graph           *self,
              DossierHtmlMeta *meta)
{
  JsonObject *article = self->best;
  const char *date = string_of (first_of (json_object_get_member (article, "datePublished")));

  set_string (&meta->title, string_of (first_of (json_object_get_member (article, "headline"))));
  set_string (&meta->language, string_of (first_of (json_object_get_member (article, "inLanguage"))));
  set_string (&meta->outlet, name_of (self, json_object_get_member (article, "publisher")));
  if (meta->byline == NULL)
    meta->byline = names_of (self, json_object_get_member (article, "author"));
  if (meta->published == NULL && date != NULL)
    meta->published = dossier_html_date_find (date, MIN (strlen (date), 64), meta->language);
}

static gboolean
is_too_deep (const char *json)
{
  int depth = 0;
  gboolean quoted = FALSE;

  for (; *json != '\0'; json++)
    {
      if (*json == '\\' && json[1] != '\0')
        json++;
      else if (*json == '"')
        quoted = !quoted;
      else if (!quoted && (*json == '[' || *json == '{'))
        depth++;
      else if (!quoted && (*json == ']' || *json == '}'))
        depth--;
      if (depth > MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}

/* Pages wrap their data in comment marks and break lines inside strings: what a
 * strict parser refuses is mended where it is plain what was meant. */
static char *
mend (char *json)
{
  char *from = json + strcspn (json, "{[");
  char *end = json + strlen (json);

  while (end > from && end[-1] != '}' && end[-1] != ']')
    end--;
  *end = '\0';
  for (char *at = from; at < end; at++)
    {
      if ((guint8) *at < 0x20)
        *at = ' ';
    }
  return from;
}

static void
read_script (DossierHtmlPage *page,
             guint            node,
             guint            least_rank,
             DossierHtmlMeta *meta)
{
  g_autofree char *script = dossier_html_page_inner (page, node, MAX_SCRIPT);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Graph graph = { 0 };
  const char *json = mend (script);

  if (is_too_deep (json) || !json_parser_load_from_data (parser, json, -1, NULL) ||
      json_parser_get_root (parser) == NULL)
    return;

  graph.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  collect (&graph, json_parser_get_root (parser));
  if (graph.best != NULL && graph.best_rank >= least_rank)
    take_article (&graph, meta);
  g_hash_table_unref (graph.by_id);
}

static void
read_scripts (DossierHtmlPage *page,
              guint            least_rank,
              DossierHtmlMeta *meta)
{
  guint n_nodes, n_scripts = 0;
  const DossierHtmlNode *nodes = dossier_html_page_nodes (page, &n_nodes);

  for (guint i = 0; i < n_nodes && n_scripts < 50; i++)
    {
      const char *type = nodes[i].tag == GUMBO_TAG_SCRIPT ? dossier_html_page_attribute (&nodes[i], "type") : NULL;

      if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
        continue;
      n_scripts++;
      read_script (page, i, least_rank, meta);
    }
}

/**
 * dossier_html_json_read:
 * @page: a page
 * @meta: where to put what is found; what it has already stays
 *
 * Reads the data that a page carries about its article for search engines
 * (JSON-LD after schema.org); what it says of the page only where it says
 * nothing of an article.
 */
void
dossier_html_json_read (DossierHtmlPage *page,
                        DossierHtmlMeta *meta)
{
  read_scripts (page, 3, meta);
  if (meta->title == NULL || meta->published == NULL || meta->byline == NULL)
    read_scripts (page, 1, meta);
}
