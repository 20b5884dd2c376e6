/* dossier-extents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-extents.h"

/* No content is followed further than this many tokens in a sentence. */
#define REACH 160

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

/* Places where a content may stop: before a token of these. */
#define PLACES (MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_COLON) | \
                MASK (DOSSIER_TAG_DASH) | MASK (DOSSIER_TAG_BRACKET_OPEN) | MASK (DOSSIER_TAG_COORDINATOR) | \
                MASK (DOSSIER_TAG_SUBORDINATOR) | MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_TO) | \
                MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT) | MASK (DOSSIER_TAG_VERB) | \
                MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | MASK (DOSSIER_TAG_DO) | \
                MASK (DOSSIER_TAG_MODAL) | MASK (DOSSIER_TAG_ADVERB) | MASK (DOSSIER_TAG_ING) | \
                MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_PRONOUN))

#define FINITE (MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | \
                MASK (DOSSIER_TAG_DO) | MASK (DOSSIER_TAG_MODAL))

/* Sorts of content that end alike. */
typedef enum
{
  SORT_CLAUSE,
  SORT_INFINITIVE,
  SORT_OBJECT,
  N_SORTS,
} Sort;

static const char * const sort_names[N_SORTS] = { "clause", "infinitive", "object" };

static const char * const tag_names[DOSSIER_N_TAGS] = {
  "other", "noun", "name", "pronoun", "possessive", "determiner", "number", "adjective", "adverb", "verb",
  "base", "participle", "ing", "be", "have", "do", "modal", "to", "preposition", "particle", "coordinator",
  "subordinator", "wh", "that", "not", "interjection", "open", "close", "comma", "colon", "semicolon",
  "dash", "hyphen", "bracket", "bracket-close", "stop",
};

typedef struct
{
  guint8  sort;
  guint8  comma;
  guint8  has_verb;
  guint8  tag;
  guint32 word;
} Place;

struct _DossierExtents
{
  GHashTable *stops; /* Place packed in a pointer → permille + 1 */
};

static Sort
sort_of_frame (DossierFrame frame)
{
  switch (frame)
    {
    case DOSSIER_FRAME_AT_TO:
    case DOSSIER_FRAME_AT_ING:
      return SORT_INFINITIVE;
    case DOSSIER_FRAME_AT_OBJECT:
    case DOSSIER_FRAME_AT_PREPOSITION:
      return SORT_OBJECT;
    default:
      return SORT_CLAUSE;
    }
}

static gpointer
pack (Place place)
{
  return GUINT_TO_POINTER (1 + place.sort + 4 * (place.comma + 2 * (place.has_verb + 2 * (place.tag + 64 * (guint)place.word))));
}

/* The words that count besides their tag. */
static gboolean
counts_word (DossierTag tag)
{
  return IS (tag, MASK (DOSSIER_TAG_COORDINATOR) | MASK (DOSSIER_TAG_SUBORDINATOR) |
                  MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_WH));
}

static Place
place_at (const DossierClauses *clauses,
          DossierFrame          frame,
          guint32               token,
          gboolean              has_verb)
{
  Place place = { .sort = sort_of_frame (frame), .has_verb = has_verb };
  DossierTag tag = dossier_clauses_tag (clauses, token);

  if (tag == DOSSIER_TAG_COMMA)
    {
      place.comma = TRUE;
      token++;
      tag = dossier_clauses_tag (clauses, token);
    }
  place.tag = tag;
  if (counts_word (tag))
    place.word = clauses->tokens->tokens[token].word;
  else if (dossier_clauses_classes (clauses, token) & DOSSIER_CLASS_DAY)
    place.tag = DOSSIER_TAG_OTHER;

  return place;
}

/* "clause , verb coordinator and" */
static char *
name_place (const DossierClauses *clauses,
            Place                 place)
{
  const char *word = place.word != 0
                     ? dossier_vocabulary_word (dossier_tagger_vocabulary (clauses->tagger), place.word) : "-";

  return g_strdup_printf ("%s\t%s\t%s\t%s\t%s", sort_names[place.sort], place.comma ? "," : "-",
                          place.has_verb ? "verb" : "-", tag_names[place.tag], word);
}

static int
index_of (const char * const *names,
          guint               n_names,
          const char         *name)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        return i;
    }

  return 0;
}

/**
 * dossier_extents_new:
 * @lexicon: its table "content-ends" is read now
 */
DossierExtents *
dossier_extents_new (DossierLexicon *lexicon)
{
  DossierExtents *self = g_new0 (DossierExtents, 1);
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "content-ends");
  DossierVocabulary *vocabulary = dossier_lexicon_vocabulary (lexicon);

  self->stops = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      Place place = {
        .sort = index_of (sort_names, N_SORTS, dossier_table_cell (table, row, 0)),
        .comma = *dossier_table_cell (table, row, 1) == ',',
        .has_verb = *dossier_table_cell (table, row, 2) == 'v',
        .tag = index_of (tag_names, DOSSIER_N_TAGS, dossier_table_cell (table, row, 3)),
      };
      const char *word = dossier_table_cell (table, row, 4);
      double stopped = g_ascii_strtod (dossier_table_cell (table, row, 5), NULL);
      double passed = g_ascii_strtod (dossier_table_cell (table, row, 6), NULL);

      if (!g_str_equal (word, "-"))
        place.word = dossier_vocabulary_intern (vocabulary, word);
      if (stopped + passed > 0)
        g_hash_table_insert (self->stops, pack (place),
                             GUINT_TO_POINTER (1 + (guint)(1000 * stopped / (stopped + passed))));
    }

  return self;
}

void
dossier_extents_free (DossierExtents *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->stops);
  g_free (self);
}

/* How likely, in 1/1000, the content stops before a token. */
static guint
chance (const DossierExtents *self,
        Place                 place)
{
  gpointer found = g_hash_table_lookup (self->stops, pack (place));

  if (found == NULL && place.word != 0)
    {
      place.word = 0;
      found = g_hash_table_lookup (self->stops, pack (place));
    }
  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  return place.tag == DOSSIER_TAG_SEMICOLON ? 900 : 0;
}

/* A content followed from its first token to where it may stop. */
typedef struct
{
  const DossierClauses    *clauses;
  const DossierQuotations *quotations;
  DossierFrame             frame;
  guint32                  first;
  guint32                  last;
  guint32                  at;
  gboolean                 has_verb;
} Walk;

static gboolean
is_place (const Walk *walk)
{
  return walk->at > walk->first &&
         (IS (dossier_clauses_tag (walk->clauses, walk->at), PLACES) ||
          dossier_clauses_classes (walk->clauses, walk->at) & DOSSIER_CLASS_DAY);
}

/* Goes on to the next place; FALSE at the end, which @at then is. */
static gboolean
next_place (Walk  *walk,
            Place *place)
{
  while (walk->at < walk->last && walk->at - walk->first < REACH)
    {
      const DossierQuotation *quotation = dossier_quotations_get (walk->quotations, walk->at);
      gboolean found;

      /* A quotation inside the content is not cut. */
      if (quotation != NULL && quotation->open == walk->at)
        {
          walk->has_verb |= quotation->full;
          walk->at = quotation->close;
          if (walk->at >= walk->last)
            return FALSE;
          continue;
        }
      found = is_place (walk);
      if (found)
        *place = place_at (walk->clauses, walk->frame, walk->at, walk->has_verb);
      walk->has_verb |= IS (dossier_clauses_tag (walk->clauses, walk->at), FINITE);
      walk->at++;
      if (found)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_extents_end:
 * @first: first token of the content
 * @last: end of the sentence, or of what the content may not leave
 *
 * Returns: the token after the content; beyond @last where a quotation that
 *   began inside ends there
 */
guint32
dossier_extents_end (const DossierExtents    *self,
                     const DossierClauses    *clauses,
                     const DossierQuotations *quotations,
                     DossierFrame             frame,
                     guint32                  first,
                     guint32                  last)
{
  Walk walk = { clauses, quotations, frame, first, last, first, FALSE };
  Place place;

  while (next_place (&walk, &place))
    {
      if (chance (self, place) >= 500)
        return walk.at - 1;
    }

  return walk.at;
}

/**
 * dossier_extents_places:
 * @func: called with each token before which the content may stop, and the
 *   place's name in the table "content-ends"
 *
 * For the script that counts.
 */
void
dossier_extents_places (const DossierClauses    *clauses,
                        const DossierQuotations *quotations,
                        DossierFrame             frame,
                        guint32                  first,
                        guint32                  last,
                        DossierPlaceFunc         func,
                        gpointer                 user_data)
{
  Walk walk = { clauses, quotations, frame, first, last, first, FALSE };
  Place place;

  while (next_place (&walk, &place))
    {
      g_autofree char *name = name_place (clauses, place);

      func (walk.at - 1, name, user_data);
    }
}
