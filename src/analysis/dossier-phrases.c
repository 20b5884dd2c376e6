/* dossier-phrases.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-phrases.h"

#define NO_VALUE G_MAXUINT32

typedef struct
{
  guint32 node;
  guint32 word;
  guint32 child; /* 0: free, since the root is no child */
} Edge;

struct _DossierPhrases
{
  DossierVocabulary *vocabulary;
  gboolean           frozen;
  GArray            *values; /* of guint32: by node */
  GArray            *leaves; /* of guint8: whether a node has no child */
  guint64           *roots;  /* a bit for each word that begins a phrase; made when frozen */
  guint32           *firsts; /* by word: the node of the phrases that begin with it; made when frozen */
  guint32            n_roots;
  guint64           *known;  /* a bit for the hash of each edge; made when frozen */
  guint32            known_mask;
  Edge              *edges;  /* open addressing */
  guint32            mask;
  guint32            n_edges;
};

static guint32
hash_edge (guint32 node,
           guint32 word)
{
  guint64 key = ((guint64)node << 32 | word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (guint32)(key >> 32);
}

static Edge *
find_edge (DossierPhrases *self,
           guint32         node,
           guint32         word)
{
  for (guint32 i = hash_edge (node, word) & self->mask;; i = (i + 1) & self->mask)
    {
      Edge *edge = &self->edges[i];

      if (edge->child == 0 || (edge->node == node && edge->word == word))
        return edge;
    }
}

static void
grow (DossierPhrases *self)
{
  g_autofree Edge *old = self->edges;
  guint32 n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->edges = g_new0 (Edge, n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      if (old[i].child != 0)
        *find_edge (self, old[i].node, old[i].word) = old[i];
    }
}

static guint32
add_node (DossierPhrases *self)
{
  guint32 none = NO_VALUE;
  guint8 leaf = TRUE;

  g_array_append_val (self->values, none);
  g_array_append_val (self->leaves, leaf);

  return self->values->len - 1;
}

static guint32
step_or_add (DossierPhrases *self,
             guint32         node,
             guint32         word)
{
  Edge *edge = find_edge (self, node, word);
  guint32 child;

  if (edge->child != 0)
    return edge->child;

  child = add_node (self);
  g_array_index (self->leaves, guint8, node) = FALSE;
  *edge = (Edge) { node, word, child };
  if (++self->n_edges * 4 > self->mask * 3)
    grow (self);

  return child;
}

/**
 * dossier_phrases_new:
 * @vocabulary: gets the words of the phrases; must not be frozen while phrases are added
 */
DossierPhrases *
dossier_phrases_new (DossierVocabulary *vocabulary)
{
  DossierPhrases *self = g_new0 (DossierPhrases, 1);

  self->vocabulary = dossier_vocabulary_ref (vocabulary);
  self->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->leaves = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->mask = 255;
  self->edges = g_new0 (Edge, self->mask + 1);
  add_node (self);

  return self;
}

void
dossier_phrases_free (DossierPhrases *self)
{
  if (self == NULL)
    return;

  dossier_vocabulary_unref (self->vocabulary);
  g_array_unref (self->values);
  g_array_unref (self->leaves);
  g_free (self->roots);
  g_free (self->firsts);
  g_free (self->known);
  g_free (self->edges);
  g_free (self);
}

/* The words of a phrase as the tokenizer cuts them. */
static guint32
walk_tokens (DossierPhrases *self,
             const char     *phrase)
{
  g_autoptr (DossierText) text = dossier_text_new (phrase, -1);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, NULL, 0, self->vocabulary);
  guint32 node = 0;

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      DossierBytes bytes = tokens->tokens[i].bytes;
      g_autofree char *word = g_strndup (phrase + bytes.start, bytes.end - bytes.start);

      node = step_or_add (self, node, dossier_vocabulary_intern (self->vocabulary, word));
    }

  return node;
}

/* The same for letters and spaces alone, which need no tokenizer: most phrases. */
static guint32
walk_words (DossierPhrases *self,
            const char     *phrase)
{
  guint32 node = 0;

  while (*phrase != '\0')
    {
      char word[128];
      gsize n = strcspn (phrase, " ");

      if (n > 0 && n < sizeof word)
        {
          memcpy (word, phrase, n);
          word[n] = '\0';
          node = step_or_add (self, node, dossier_vocabulary_intern (self->vocabulary, word));
        }
      phrase += n + strspn (phrase + n, " ");
    }

  return node;
}

/**
 * dossier_phrases_add:
 * @phrase: words as in a text, in any case; cut as the tokenizer cuts them
 * @value: what a match gives; the last one counts when a phrase is added twice
 */
void
dossier_phrases_add (DossierPhrases *self,
                     const char     *phrase,
                     guint32         value)
{
  gboolean simple = TRUE;
  guint32 node;

  g_return_if_fail (!self->frozen);

  for (const char *c = phrase; *c != '\0' && simple; c++)
    simple = g_ascii_isalpha (*c) || *c == ' ';

  node = simple ? walk_words (self, phrase) : walk_tokens (self, phrase);
  if (node != 0)
    g_array_index (self->values, guint32, node) = value;
}

/**
 * dossier_phrases_freeze:
 *
 * Ends the adding; from now on @self may be used in any thread.
 */
void
dossier_phrases_freeze (DossierPhrases *self)
{
  if (self->frozen)
    return;

  self->frozen = TRUE;
  self->n_roots = dossier_vocabulary_n_words (self->vocabulary);
  self->roots = g_new0 (guint64, self->n_roots / 64 + 1);
  self->firsts = g_new0 (guint32, self->n_roots);
  self->known_mask = (self->mask + 1) * 8 - 1;
  self->known = g_new0 (guint64, (self->known_mask + 1) / 64);
  for (guint32 i = 0; i <= self->mask; i++)
    {
      const Edge *edge = &self->edges[i];

      if (edge->child == 0)
        continue;
      if (edge->node != 0)
        {
          guint32 bit = hash_edge (edge->node, edge->word) & self->known_mask;

          self->known[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
          continue;
        }
      self->roots[edge->word / 64] |= G_GUINT64_CONSTANT (1) << (edge->word % 64);
      self->firsts[edge->word] = edge->child;
    }
  self->roots[0] &= ~G_GUINT64_CONSTANT (1);
}

/* The node after @node, 0 for none. Most words do not go on a phrase: the set of
 * bits is a twelfth of the edges in size, and stays nearer. */
static inline guint32
step (DossierPhrases *self,
      guint32         node,
      guint32         word)
{
  guint32 bit = hash_edge (node, word) & self->known_mask;

  if (!(self->known[bit / 64] >> (bit % 64) & 1))
    return 0;

  return find_edge (self, node, word)->child;
}

/**
 * dossier_phrases_match:
 * @first: the token at which the phrase has to begin
 * @last: the token before which it has to end
 * @value: (out) (optional): the number of the longest phrase
 * @after: (out) (optional): the token after it
 *
 * Returns: whether a phrase begins at @first
 */
gboolean
dossier_phrases_match (DossierPhrases      *self,
                       const DossierTokens *tokens,
                       guint32              first,
                       guint32              last,
                       guint32             *value,
                       guint32             *after)
{
  guint32 node, found = NO_VALUE, end = first;
  guint32 word = first < last ? tokens->tokens[first].word : DOSSIER_WORD_UNKNOWN;

  /* Most tokens begin no phrase: a set of bits stays in the nearest cache. */
  if (word >= self->n_roots || !(self->roots[word / 64] >> (word % 64) & 1))
    return FALSE;

  node = self->firsts[word];
  for (guint32 i = first + 1;; i++)
    {
      if (g_array_index (self->values, guint32, node) != NO_VALUE)
        {
          found = g_array_index (self->values, guint32, node);
          end = i;
        }
      if (i >= last || tokens->tokens[i].word == DOSSIER_WORD_UNKNOWN ||
          g_array_index (self->leaves, guint8, node))
        break;
      node = step (self, node, tokens->tokens[i].word);
      if (node == 0)
        break;
    }

  if (found == NO_VALUE)
    return FALSE;
  if (value != NULL)
    *value = found;
  if (after != NULL)
    *after = end;
  return TRUE;
}
