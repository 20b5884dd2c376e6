/* dossier-matter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-matter.h"

#include <math.h>
#include <string.h>

#include "dossier-tagger.h"

/* A phrase of more words than this is cut at its front: its last word is the head. */
#define MAX_WORDS 3

/* Where a passage has no noun, it is named by so many of its first words. */
#define OPENING_WORDS 6

/* Names alone say who, not what. */
#define NAMES_WEIGHT 0.4

typedef struct
{
  char     *words;   /* as they stand, divided by spaces */
  char    **folded;  /* each of them, for comparing */
  gboolean  is_name; /* it holds names and nothing else */
} Phrase;

typedef struct
{
  char      *quote;
  GPtrArray *phrases;
} Passage;

struct _DossierMatter
{
  DossierLexicon    *lexicon; /* NULL where its tables are missing */
  DossierInflection *inflection;
  DossierTagger     *tagger;
  GHashTable        *df;       /* folded word → passages that hold it in a phrase */
  GPtrArray         *passages;
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_free (phrase->words);
  g_strfreev (phrase->folded);
  g_free (phrase);
}

static void
passage_free (gpointer data)
{
  Passage *passage = data;

  g_free (passage->quote);
  g_ptr_array_unref (passage->phrases);
  g_free (passage);
}

/**
 * dossier_matter_new:
 *
 * Returns: (transfer full): one without passages
 */
DossierMatter *
dossier_matter_new (void)
{
  DossierMatter *self = g_new0 (DossierMatter, 1);

  self->df = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->passages = g_ptr_array_new_with_free_func (passage_free);
  self->lexicon = dossier_lexicon_new ("en", NULL);
  if (self->lexicon != NULL)
    {
      self->inflection = dossier_inflection_new (self->lexicon);
      self->tagger = dossier_tagger_new (self->lexicon, self->inflection);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (self->lexicon));
    }

  return self;
}

/** dossier_matter_free: */
void
dossier_matter_free (DossierMatter *self)
{
  g_hash_table_unref (self->df);
  g_ptr_array_unref (self->passages);
  g_clear_pointer (&self->tagger, dossier_tagger_free);
  g_clear_pointer (&self->inflection, dossier_inflection_free);
  g_clear_pointer (&self->lexicon, dossier_lexicon_unref);
  g_free (self);
}

/* The tokens [@first, @last) as one phrase; its words are counted for the passage by @seen. */
static void
take_phrase (DossierMatter       *self,
             Passage             *passage,
             const DossierTokens *tokens,
             const DossierTagged *tagged,
             guint32              first,
             guint32              last,
             GHashTable          *seen)
{
  const char *utf8 = dossier_text_utf8 (tokens->text, NULL);
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_name = TRUE;
  Phrase *phrase;

  while (last > first && tagged[last - 1].tag == DOSSIER_TAG_ADJECTIVE)
    last--;
  if (last == first)
    return;

  for (guint32 i = last - first > MAX_WORDS ? last - MAX_WORDS : first; i < last; i++)
    {
      const DossierBytes *bytes = &tokens->tokens[i].bytes;
      char *word = g_utf8_casefold (utf8 + bytes->start, bytes->end - bytes->start);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, utf8 + bytes->start, bytes->end - bytes->start);
      is_name = is_name && tagged[i].tag == DOSSIER_TAG_NAME;
      g_ptr_array_add (folded, word);
      if (g_hash_table_add (seen, g_strdup (word)))
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->df, word));

          g_hash_table_replace (self->df, g_strdup (word), GUINT_TO_POINTER (n + 1));
        }
    }
  g_ptr_array_add (folded, NULL);

  phrase = g_new0 (Phrase, 1);
  phrase->words = g_string_free (g_steal_pointer (&words), FALSE);
  phrase->folded = (char **) g_ptr_array_steal (folded, NULL);
  phrase->is_name = is_name;
  g_ptr_array_add (passage->phrases, phrase);
}

static gboolean
is_part (guint8 tag)
{
  return tag == DOSSIER_TAG_NOUN || tag == DOSSIER_TAG_NAME || tag == DOSSIER_TAG_ADJECTIVE;
}

/* The runs of nouns, names and adjectives. */
static void
find_phrases (DossierMatter *self,
              Passage       *passage)
{
  g_autoptr (DossierText) text = dossier_text_new (passage->quote, -1);
  DossierBytes all = { 0, dossier_text_n_bytes (text) };
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, &all, 1, dossier_tagger_vocabulary (self->tagger));
  g_autofree DossierTagged *tagged = g_new0 (DossierTagged, tokens->n_tokens + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 first = 0;

  dossier_tagger_run (self->tagger, tokens, tagged);
  for (guint32 i = 0; i <= tokens->n_tokens; i++)
    if (i == tokens->n_tokens || !is_part (tagged[i].tag) || tokens->tokens[i].kind > DOSSIER_TOKEN_MIXED)
      {
        take_phrase (self, passage, tokens, tagged, first, i, seen);
        first = i + 1;
      }
}

/**
 * dossier_matter_add:
 * @self: a namer
 * @quote: (nullable): a passage
 *
 * Returns: its number
 */
guint
dossier_matter_add (DossierMatter *self,
                    const char    *quote)
{
  Passage *passage = g_new0 (Passage, 1);

  passage->quote = g_strdup (quote != NULL ? quote : "");
  passage->phrases = g_ptr_array_new_with_free_func (phrase_free);
  if (self->tagger != NULL && *passage->quote != '\0')
    find_phrases (self, passage);
  g_ptr_array_add (self->passages, passage);

  return self->passages->len - 1;
}

/* How much a phrase tells: the sum of the inverse document frequencies of its words (Spärck Jones 1972). */
static double
weight_of (DossierMatter *self,
           const Phrase  *phrase)
{
  double weight = 0;

  for (guint i = 0; phrase->folded[i] != NULL; i++)
    {
      guint df = GPOINTER_TO_UINT (g_hash_table_lookup (self->df, phrase->folded[i]));

      weight += log (1 + self->passages->len / (double) MAX (df, 1));
    }

  return phrase->is_name ? weight * NAMES_WEIGHT : weight;
}

static char *
capitalised (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, words + strlen (first), NULL);
}

/* "They were required to collect…" */
static char *
opening (const char *quote)
{
  g_auto (GStrv) words = g_strsplit_set (quote, " \n\t", OPENING_WORDS + 1);
  g_autofree char *joined = NULL;
  gboolean cut = g_strv_length (words) > OPENING_WORDS;

  if (cut)
    g_clear_pointer (&words[OPENING_WORDS], g_free);
  joined = g_strjoinv (" ", words);

  return cut ? g_strconcat (joined, "…", NULL) : g_steal_pointer (&joined);
}

/**
 * dossier_matter_name:
 * @self: a namer
 * @passages: (array length=n_passages): numbers of passages that tell the same
 * @n_passages: how many
 *
 * Returns: (transfer full): the phrase that tells most and stands in most of them, with a capital; the first words of
 *   the first where there is none
 */
char *
dossier_matter_name (DossierMatter *self,
                     const guint   *passages,
                     guint          n_passages)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const Phrase *best = NULL;
  double best_sum = 0;

  for (guint i = 0; i < n_passages; i++)
    {
      const Passage *passage = g_ptr_array_index (self->passages, passages[i]);

      for (guint j = 0; j < passage->phrases->len; j++)
        {
          const Phrase *phrase = g_ptr_array_index (passage->phrases, j);
          char *key = g_utf8_casefold (phrase->words, -1);
          double *sum = g_hash_table_lookup (sums, key);

          if (sum == NULL)
            g_hash_table_insert (sums, g_strdup (key), sum = g_new0 (double, 1));
          g_free (key);
          *sum += weight_of (self, phrase);
          if (*sum > best_sum)
            {
              best_sum = *sum;
              best = phrase;
            }
        }
    }
  if (best != NULL)
    return capitalised (best->words);

  return n_passages > 0 ? opening (((Passage *) g_ptr_array_index (self->passages, passages[0]))->quote) : g_strdup ("");
}
