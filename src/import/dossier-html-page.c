/* dossier-html-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-page.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-html-guard.h"
#include "dossier-html-hints.h"
#include "dossier-importer.h"

/* Tags in a page. The largest pages that people save have some 200,000. */
#define MAX_TAGS 2000000

/* What a parse may take: the standard lets a small page become a large tree. */
#define MEMORY_BASE ((gsize) 64 << 20)
#define MEMORY_PER_BYTE 200
#define MEMORY_MAX ((gsize) 3 << 30)

/* Nodes that are gone through for the text in one element: enough for a head or a name. */
#define MAX_INNER 2000

/* Elements that are looked through upwards; deeper pages are no articles. */
#define MAX_CLIMB 600

/* The parser frees its tree by calling itself for every level. Its memory is
 * kept here in a list instead, and the whole is given back at once; and a parse
 * that takes too much, or is cancelled, is left at the next request for memory. */
typedef struct _Piece Piece;
struct _Piece
{
  Piece *previous;
  Piece *next;
};

G_STATIC_ASSERT (sizeof (Piece) % 16 == 0 || sizeof (gpointer) != 8);

typedef struct
{
  Piece *pieces;
  gsize taken;
  gsize limit;
  guint n_requests;
  GCancellable *cancellable;
  jmp_buf leave;
} Memory;

struct _DossierHtmlPage
{
  Memory memory;
  GumboOutput *output;
  GArray *nodes; /* of DossierHtmlNode */
};

static void *
take_memory (void   *data,
             size_t  size)
{
  Memory *memory = data;
  Piece *piece;

  memory->taken += size;
  if (memory->taken > memory->limit ||
      (++memory->n_requests % 4096 == 0 && g_cancellable_is_cancelled (memory->cancellable)))
    longjmp (memory->leave, 1);

  piece = malloc (sizeof (Piece) + size);
  if (piece == NULL)
    longjmp (memory->leave, 1);

  piece->previous = NULL;
  piece->next = memory->pieces;
  if (memory->pieces != NULL)
    memory->pieces->previous = piece;
  memory->pieces = piece;
  return piece + 1;
}

static void
give_memory (void *data,
             void *pointer)
{
  Memory *memory = data;
  Piece *piece = pointer;

  if (pointer == NULL)
    return;

  piece--;
  if (piece->previous != NULL)
    piece->previous->next = piece->next;
  else
    memory->pieces = piece->next;
  if (piece->next != NULL)
    piece->next->previous = piece->previous;
  free (piece);
}

static gboolean
parse (DossierHtmlPage *self,
       const char      *html,
       gsize            n_bytes)
{
  GumboOptions options = kGumboDefaultOptions;

  options.allocator = take_memory;
  options.deallocator = give_memory;
  options.userdata = &self->memory;
  options.max_errors = 0;

  if (setjmp (self->memory.leave) != 0)
    return FALSE;

  self->output = gumbo_parse_with_options (&options, html, n_bytes);
  return self->output != NULL;
}

typedef struct
{
  const GumboNode *node;
  guint32 index;
  guint32 next_child;
} Level;

static const GumboVector *
children_of (const GumboNode *node)
{
  if (node->type == GUMBO_NODE_DOCUMENT)
    return &node->v.document.children;
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
    return &node->v.element.children;
  return NULL;
}

static guint32
add_node (DossierHtmlPage *self,
          const GumboNode *node,
          guint32          parent)
{
  DossierHtmlNode entry = { .node = node, .parent = parent, .tag = GUMBO_TAG_UNKNOWN };

  if (children_of (node) != NULL && node->type != GUMBO_NODE_DOCUMENT)
    {
      entry.tag = node->v.element.tag;
      entry.hints = dossier_html_hints (&node->v.element);
    }
  entry.end = self->nodes->len + 1;
  g_array_append_val (self->nodes, entry);
  return self->nodes->len - 1;
}

static void
flatten (DossierHtmlPage *self)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Level first = { self->output->document, 0, 0 };

  add_node (self, first.node, 0);
  g_array_append_val (levels, first);
  while (levels->len > 0)
    {
      Level *level = &g_array_index (levels, Level, levels->len - 1);
      const GumboVector *children = children_of (level->node);
      Level below = { 0 };

      if (children == NULL || level->next_child >= children->length)
        {
          g_array_index (self->nodes, DossierHtmlNode, level->index).end = self->nodes->len;
          g_array_set_size (levels, levels->len - 1);
          continue;
        }

      below.node = children->data[level->next_child++];
      if (below.node->type == GUMBO_NODE_COMMENT)
        continue;
      below.index = add_node (self, below.node, level->index);
      if (children_of (below.node) != NULL)
        g_array_append_val (levels, below);
    }
}

static gboolean
has_too_many_tags (const char *html,
                   gsize       n_bytes)
{
  const char *end = html + n_bytes;
  gsize n = 0;

  while (html < end && (html = memchr (html, '<', end - html)) != NULL && n <= MAX_TAGS)
    {
      html++;
      n++;
    }
  return n > MAX_TAGS;
}

static DossierHtmlPage *
refuse (DossierHtmlPage  *self,
        GCancellable     *cancellable,
        GError          **error)
{
  g_clear_pointer (&self, dossier_html_page_free);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_TOO_LARGE, "too many elements");
  return NULL;
}

/**
 * dossier_html_page_new:
 * @html: a page in UTF-8; kept by the caller as long as the page is used
 * @n_bytes: how many bytes
 * @cancellable: (nullable): stops the work
 * @error: %DOSSIER_IMPORT_ERROR_TOO_LARGE, for the caller to put in words
 *
 * Parses a page as browsers do and lays its nodes out in the order of the
 * document, comments left out. Nothing in it is run or loaded.
 *
 * Returns: (transfer full) (nullable): the page
 */
DossierHtmlPage *
dossier_html_page_new (const char    *html,
                       gsize          n_bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *tamed = NULL;
  DossierHtmlPage *self;

  if (has_too_many_tags (html, n_bytes))
    return refuse (NULL, cancellable, error);

  self = g_new0 (DossierHtmlPage, 1);
  self->memory.limit = MIN (MEMORY_BASE + n_bytes * MEMORY_PER_BYTE, MEMORY_MAX);
  self->memory.cancellable = cancellable;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (DossierHtmlNode));

  /* The tree holds copies of all strings it has names for; what points into the
   * input (the original tags) is not used. */
  tamed = dossier_html_guard (html, n_bytes, &n_bytes);
  if (!parse (self, tamed != NULL ? tamed : html, n_bytes))
    return refuse (self, cancellable, error);

  flatten (self);
  return self;
}

/**
 * dossier_html_page_free:
 * @self: a page
 *
 * Gives back a page and its tree.
 */
void
dossier_html_page_free (DossierHtmlPage *self)
{
  while (self->memory.pieces != NULL)
    {
      Piece *piece = self->memory.pieces;

      self->memory.pieces = piece->next;
      free (piece);
    }
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * dossier_html_page_nodes:
 * @self: a page
 * @n_nodes: (out): how many
 *
 * Returns: (transfer none): the nodes in the order of the document, the document first
 */
const DossierHtmlNode *
dossier_html_page_nodes (DossierHtmlPage *self,
                         guint           *n_nodes)
{
  *n_nodes = self->nodes->len;
  return (gconstpointer) self->nodes->data;
}

/**
 * dossier_html_is_text:
 * @node: a node
 *
 * Tells whether a node is a text (white space included).
 */
gboolean
dossier_html_is_text (const DossierHtmlNode *node)
{
  return node->node->type == GUMBO_NODE_TEXT || node->node->type == GUMBO_NODE_WHITESPACE ||
         node->node->type == GUMBO_NODE_CDATA;
}

/**
 * dossier_html_page_attribute:
 * @node: a node
 * @name: an attribute's name
 *
 * Returns: (nullable): its value, %NULL where there is none
 */
const char *
dossier_html_page_attribute (const DossierHtmlNode *node,
                             const char            *name)
{
  const GumboAttribute *attribute;

  if (node->node->type != GUMBO_NODE_ELEMENT && node->node->type != GUMBO_NODE_TEMPLATE)
    return NULL;
  attribute = gumbo_get_attribute (&node->node->v.element.attributes, name);
  return attribute != NULL ? attribute->value : NULL;
}

/**
 * dossier_html_page_inner:
 * @self: a page
 * @node: index of an element
 * @limit: the most bytes wanted
 *
 * The text at the beginning of an element, scripts included, white space as it is.
 *
 * Returns: (transfer full): the text, cut at a character
 */
char *
dossier_html_page_inner (DossierHtmlPage *self,
                         guint            node,
                         gsize            limit)
{
  const DossierHtmlNode *nodes = (gconstpointer) self->nodes->data;
  GString *inner = g_string_new (NULL);

  for (guint i = node; i < MIN (nodes[node].end, node + MAX_INNER) && inner->len < limit; i++)
    {
      if (dossier_html_is_text (&nodes[i]))
        g_string_append (inner, nodes[i].node->v.text.text);
    }
  if (inner->len > limit)
    {
      const char *cut = g_utf8_find_prev_char (inner->str, inner->str + limit + 1);

      g_string_truncate (inner, cut != NULL ? cut - inner->str : 0);
    }
  return g_string_free (inner, FALSE);
}

/**
 * dossier_html_squeeze:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with each stretch of white space as one
 *   space, none at its ends
 */
char *
dossier_html_squeeze (const char *text)
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

/**
 * dossier_html_page_words:
 * @self: a page
 * @node: index of an element
 * @limit: the most bytes wanted
 *
 * Returns: (transfer full): the text at the beginning of an element, white space squeezed
 */
char *
dossier_html_page_words (DossierHtmlPage *self,
                         guint            node,
                         gsize            limit)
{
  g_autofree char *raw = dossier_html_page_inner (self, node, limit);

  return dossier_html_squeeze (raw);
}

/**
 * dossier_html_page_in_boilerplate:
 * @self: a page
 * @node: index of an element
 *
 * Tells whether an element, or one around it, is named as boilerplate or comments.
 */
gboolean
dossier_html_page_in_boilerplate (DossierHtmlPage *self,
                                  guint            node)
{
  const DossierHtmlNode *nodes = (gconstpointer) self->nodes->data;

  for (guint depth = 0; node != 0 && depth < MAX_CLIMB; depth++)
    {
      if (nodes[node].hints & (DOSSIER_HTML_BOILERPLATE | DOSSIER_HTML_NEVER))
        return TRUE;
      node = nodes[node].parent;
    }
  return FALSE;
}
