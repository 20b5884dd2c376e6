/* dossier-countries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-countries.h"
#include "dossier-gazetteer.h"

/*
 * One pass over the tokens collects the names that the gazetteer knows; what
 * stands beside a name tells a place from a person, a street or a firm. The
 * sure names then say which countries the text speaks of, and these choose
 * among the senses of the others, one sense a text: likeliest first is the town
 * with most inhabitants, unless its country or state is one the text names.
 *
 * The measure of a sense is the logarithm of its inhabitants, to which the
 * evidence is added; the figures were fitted on LGL, GeoWebNews, TR-News and
 * GeoVirus (development halves).
 */
#define GAIN_COUNTRY   2.85
#define GAIN_ADMIN     2.0
#define GAIN_COMPANY   2.4  /* other towns of the text that lie in the same division */
#define GAIN_LONG      2.1  /* a name of two words or more */
#define GAIN_PLACE     0.5  /* a preposition before it, or a country after it, somewhere in the text */
#define GAIN_QUALIFIED 4.0
#define COST_WORD      2.5
#define COST_SURNAME   1.9
#define COST_FIRST     1.5
#define COST_BARE      1.25
#define COST_START     3.2  /* an English word at the start of a sentence */
#define COST_NAMESAKE  3.0  /* a person of the text bears the name */
#define COST_BODY      1.5
#define GREAT_TOWN     6.6  /* from here on a name needs no such care */
#define SMOOTHING      0.8  /* mentions of no country, so that one is not all */
#define ACCEPT         5.25

/* Weights for what the text is about. */
#define WEIGHT_TITLE   4.0
#define WEIGHT_LEAD    2.0
#define WEIGHT_MONEY   0.25 /* "Swiss francs" */
#define LEAST_SHARE    0.10 /* of the whole, and of the first country, below which a */
#define LEAST_OF_FIRST 0.33 /* country is not what the text is about */

typedef enum
{
  HIT_PLACE     = 1 << 0, /* a preposition before it */
  HIT_PERSON    = 1 << 1, /* reads as a person's name */
  HIT_DEAD      = 1 << 2, /* no mention */
  HIT_START     = 1 << 3, /* first word of a sentence */
  HIT_SHOUTED   = 1 << 4, /* in a line of capitals */
  HIT_QUALIFIES = 1 << 5, /* the state or country after a town's name */
  HIT_BODY      = 1 << 6, /* part of the name of a body */
  HIT_WHOLE     = 1 << 7, /* a longer stretch than the name: "Lake County" */
} HitFlags;

typedef struct
{
  guint32 first; /* tokens */
  guint32 last;
  guint32 place;     /* G_MAXUINT32: a name no table has */
  guint16 flags;
  gint32  sense;     /* index into the senses, -1 none */
  guint16 country;   /* for a place no table has */
} Hit;

/* What a text knows of one place, over all its hits. */
typedef struct
{
  guint32 place;
  guint16 n_place;
  guint16 n_person;
  guint16 n_hits;
  gboolean is_long;
  gint32  sense;     /* chosen */
  double  score;
  gint32  qualified; /* sense that a state or country beside it named, -1 none */
} Group;

typedef struct
{
  DossierGazetteer    *gazetteer;
  DossierContext      *context;
  const DossierTokens *tokens;
  GArray              *hits;
  GArray              *groups;
  GHashTable          *by_place; /* place + 1 -> group index + 1 */
  double               support[DOSSIER_N_COUNTRIES];
  double               total;
  GHashTable          *admins;   /* admin -> count */
  float               *company;  /* by admin: towns of the text that may lie there */
} Reading;

struct _DossierCountries
{
  DossierGazetteer *gazetteer;
};

/**
 * dossier_countries_new:
 *
 * The stage with the gazetteer's tables.
 */
DossierCountries *
dossier_countries_new (DossierLexicon *lexicon)
{
  DossierCountries *self = g_new0 (DossierCountries, 1);

  self->gazetteer = dossier_gazetteer_new (lexicon);

  return self;
}

void
dossier_countries_free (DossierCountries *self)
{
  if (self == NULL)
    return;

  dossier_gazetteer_free (self->gazetteer);
  g_free (self);
}

static inline const DossierToken *
token_at (Reading *self,
          guint32  i)
{
  return &self->tokens->tokens[i];
}

static inline const DossierPlace *
place_of (Reading   *self,
          const Hit *hit)
{
  return &g_array_index (self->gazetteer->places, DossierPlace, hit->place);
}

static inline const DossierSense *
sense_at (Reading *self,
          gint32   i)
{
  return &g_array_index (self->gazetteer->senses, DossierSense, i);
}

static inline const DossierSense *
first_sense (Reading   *self,
             const Hit *hit)
{
  return sense_at (self, place_of (self, hit)->first);
}

static inline guint
class_of (Reading *self,
          guint32  i)
{
  return dossier_gazetteer_class (self->gazetteer, token_at (self, i)->word);
}

static inline gboolean
is_capital_word (Reading *self,
                 guint32  i)
{
  const DossierToken *token = token_at (self, i);

  return token->kind == DOSSIER_TOKEN_WORD && (token->flags & DOSSIER_TOKEN_CAPITAL) != 0 &&
         !(token->flags & DOSSIER_TOKEN_POSSESSIVE);
}

static inline gboolean
is_char (Reading *self,
         guint32  i,
         char     c)
{
  const DossierToken *token = token_at (self, i);

  return token->kind == DOSSIER_TOKEN_PUNCT && token->bytes.end - token->bytes.start == 1 &&
         dossier_text_utf8 (self->tokens->text, NULL)[token->bytes.start] == c;
}

static void
add_support (Reading *self,
             guint16  country,
             double   weight)
{
  self->support[country] += weight;
  self->total += weight;
}

/* Whether all words of a sentence are in capitals, as in a headline of an agency. */
static gboolean
is_shouted (Reading               *self,
            const DossierSentence *sentence)
{
  guint n_loud = 0, n_words = 0;

  for (guint32 i = sentence->first; i < sentence->last && n_words < 8; i++)
    {
      if (token_at (self, i)->kind != DOSSIER_TOKEN_WORD ||
          token_at (self, i)->bytes.end - token_at (self, i)->bytes.start < 2)
        continue;
      n_words++;
      n_loud += (token_at (self, i)->flags & DOSSIER_TOKEN_ALL_CAPITALS) != 0;
    }

  return n_words >= 3 && n_loud * 5 >= n_words * 4;
}

/* Names are written with capitals at both ends; short forms in capitals throughout. */
static gboolean
is_written_as_name (Reading *self,
                    guint32  first,
                    guint32  last,
                    guint    marks,
                    gboolean shouted,
                    guint32  sentence_first)
{
  const DossierToken *begin = token_at (self, first);
  const DossierToken *end = token_at (self, last - 1);

  if (marks & DOSSIER_PLACE_IS_CAPITALS)
    {
      if (!(begin->flags & DOSSIER_TOKEN_ALL_CAPITALS))
        return FALSE;
      /* "TELL US MORE": in a line of capitals the pronoun looks the same. */
      return !shouted || (begin->flags & DOSSIER_TOKEN_ABBREVIATION) || last - first > 1 ||
             begin->bytes.end - begin->bytes.start > 2;
    }
  /* "SWAT" is no valley; "LEEDS - A man" is a place. */
  if ((begin->flags & DOSSIER_TOKEN_ALL_CAPITALS) && !shouted && last - first == 1 &&
      !(begin->flags & DOSSIER_TOKEN_ABBREVIATION) && first != sentence_first)
    return FALSE;
  if (!(begin->flags & DOSSIER_TOKEN_CAPITAL))
    {
      /* "the Kremlin" as a phrase, "al-Shabab". */
      return last - first > 1 && (end->flags & DOSSIER_TOKEN_CAPITAL) &&
             begin->bytes.end - begin->bytes.start <= 3;
    }

  return (end->flags & (DOSSIER_TOKEN_CAPITAL | DOSSIER_TOKEN_POSSESSIVE)) != 0 ||
         end->kind != DOSSIER_TOKEN_WORD || last - first == 1 ||
         end->bytes.end - end->bytes.start <= 2;
}

/* Whether what stands before the name says it is a person's. */
static gboolean
is_person_before (Reading *self,
                  guint32  sentence_first,
                  guint32  first,
                  gboolean sure)
{
  guint class;

  if (first == sentence_first || !is_capital_word (self, first - 1) ||
      (token_at (self, first)->flags & DOSSIER_TOKEN_LINE_BEFORE))
    {
      /* "coach Paris", "spokesman Lincoln": titles are written small too. */
      return first > sentence_first && !sure && (class_of (self, first - 1) & DOSSIER_CLASS_PERSON);
    }

  class = class_of (self, first - 1);
  if (class & DOSSIER_CLASS_PERSON)
    return !sure;
  /* "Will China pay?" is no person; "Michael Jordan" is. */
  if (class & DOSSIER_CLASS_FIRST_NAME)
    return !sure || first - 1 > sentence_first ||
           (class_of (self, first) & DOSSIER_CLASS_FIRST_NAME);
  /* "J. Paris", and not the "U.S." */
  return !sure && (token_at (self, first - 1)->flags & DOSSIER_TOKEN_ABBREVIATION) &&
         token_at (self, first - 1)->bytes.end - token_at (self, first - 1)->bytes.start == 2;
}

/* Whether the name of a country or of a state begins at @first: "Austin Texas". */
static gboolean
is_land (Reading *self,
         guint32  first,
         guint32  last)
{
  Hit hit = { .first = first };

  return dossier_phrases_match (self->gazetteer->phrases, self->tokens, first, last, &hit.place, NULL) &&
         first_sense (self, &hit)->kind <= DOSSIER_PLACE_SHORT;
}

/* "US-24", "US$5": a road or a sum. */
static gboolean
is_road_number (Reading               *self,
                const Hit             *hit,
                const DossierSentence *sentence)
{
  if (token_at (self, hit->last)->flags & DOSSIER_TOKEN_SPACE_BEFORE)
    return FALSE;

  return is_char (self, hit->last, '$') ||
         (is_char (self, hit->last, '-') && hit->last + 1 < sentence->last &&
          token_at (self, hit->last + 1)->kind == DOSSIER_TOKEN_NUMBER);
}

/* Reads what stands beside a name. */
static void
read_neighbours (Reading               *self,
                 Hit                   *hit,
                 const DossierSentence *sentence)
{
  const DossierSense *sense = first_sense (self, hit);
  guint marks = place_of (self, hit)->marks;
  gboolean sure = sense->kind <= DOSSIER_PLACE_DEMONYM || sense->kind >= DOSSIER_PLACE_GOVERNMENT;
  guint after;

  if (hit->first == sentence->first)
    hit->flags |= HIT_START;
  else if (class_of (self, hit->first - 1) & DOSSIER_CLASS_PREPOSITION)
    hit->flags |= HIT_PLACE;
  else if (sense->kind != DOSSIER_PLACE_CITY && hit->first > sentence->first + 1 &&
           dossier_tokens_equal (self->tokens, hit->first - 1, "the") &&
           (class_of (self, hit->first - 2) & DOSSIER_CLASS_PREPOSITION))
    hit->flags |= HIT_PLACE;

  if (sense->kind != DOSSIER_PLACE_DEMONYM && sense->kind < DOSSIER_PLACE_GOVERNMENT &&
      is_person_before (self, sentence->first, hit->first, sure))
    hit->flags |= HIT_PERSON;

  if (hit->last >= sentence->last)
    return;
  after = class_of (self, hit->last);
  if ((after & DOSSIER_CLASS_LOCAL) && hit->first > sentence->first)
    hit->flags |= HIT_PLACE;
  if (is_road_number (self, hit, sentence))
    hit->flags |= HIT_DEAD;
  else if ((after & DOSSIER_CLASS_STREET) && is_capital_word (self, hit->last) && !sure)
    hit->flags |= HIT_DEAD;
  else if ((after & DOSSIER_CLASS_BODY) && is_capital_word (self, hit->last))
    hit->flags |= HIT_BODY;
  else if ((marks & DOSSIER_PLACE_IS_FIRST_NAME) && hit->last - hit->first == 1 &&
           is_capital_word (self, hit->last) && !(after & DOSSIER_CLASS_DIVISION) &&
           !(token_at (self, hit->last)->flags & DOSSIER_TOKEN_ABBREVIATION) &&
           !is_land (self, hit->last, sentence->last))
    hit->flags |= HIT_PERSON;
  else if ((after & DOSSIER_CLASS_SAYING) && !sure && !(hit->flags & HIT_PLACE) &&
           (marks & (DOSSIER_PLACE_IS_SURNAME | DOSSIER_PLACE_IS_FIRST_NAME)) && sense->prior < 6.4)
    hit->flags |= HIT_PERSON;
}

/* "Lake County": the division's word belongs to the name. */
static gboolean
add_division (Reading               *self,
              const DossierSentence *sentence,
              guint32                at)
{
  Hit hit = { .place = G_MAXUINT32, .flags = HIT_WHOLE, .sense = -1, .country = G_MAXUINT16 };
  guint32 first = at;

  while (first > sentence->first && at - first < 3 && is_capital_word (self, first - 1) &&
         !(class_of (self, first - 1) & (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_PERSON)) &&
         !(token_at (self, first - 1)->flags & DOSSIER_TOKEN_ABBREVIATION))
    first--;
  if (first == at || !dossier_tokens_equal (self->tokens, at, "county"))
    return FALSE;

  hit.first = first;
  hit.last = at + 1;
  g_array_append_val (self->hits, hit);

  return TRUE;
}

/* Takes back the hits that a longer name swallows. */
static void
drop_inside (Reading *self)
{
  Hit *hits = (Hit *)(gpointer)self->hits->data;
  guint n = self->hits->len;

  for (guint i = n - 1; i > 0 && hits[i - 1].last > hits[n - 1].first; i--)
    hits[i - 1].flags |= HIT_DEAD;
}

static void
collect_sentence (Reading               *self,
                  const DossierSentence *sentence)
{
  gboolean shouted = is_shouted (self, sentence);
  guint32 value, after;

  for (guint32 i = sentence->first; i < sentence->last; i++)
    {
      Hit hit = { .first = i, .sense = -1 };

      if (dossier_phrases_match (self->gazetteer->hints, self->tokens, i, sentence->last, &value, NULL))
        {
          const DossierHint *hint = &g_array_index (self->gazetteer->hint_values, DossierHint, value);

          add_support (self, hint->country, hint->weight);
        }
      if ((class_of (self, i) & DOSSIER_CLASS_DIVISION) && is_capital_word (self, i) &&
          add_division (self, sentence, i))
        {
          drop_inside (self);
          continue;
        }
      if (!dossier_phrases_match (self->gazetteer->phrases, self->tokens, i, sentence->last,
                                  &value, &after))
        continue;
      hit.last = after;
      hit.place = value;
      if (!is_written_as_name (self, i, after, place_of (self, &hit)->marks, shouted,
                               sentence->first) ||
          (after - i == 1 && (class_of (self, i) & DOSSIER_CLASS_NEVER) &&
           first_sense (self, &hit)->kind == DOSSIER_PLACE_CITY))
        continue;
      if (shouted)
        hit.flags |= HIT_SHOUTED;
      read_neighbours (self, &hit, sentence);
      if (first_sense (self, &hit)->kind == DOSSIER_PLACE_NONE)
        hit.flags |= HIT_DEAD;
      g_array_append_val (self->hits, hit);
      i = after - 1;
    }
}

static Group *
group_of (Reading   *self,
          const Hit *hit)
{
  gpointer key = GUINT_TO_POINTER (hit->place + 1);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_place, key));

  if (index == 0)
    {
      Group group = { .place = hit->place, .sense = -1, .qualified = -1 };

      g_array_append_val (self->groups, group);
      index = self->groups->len;
      g_hash_table_insert (self->by_place, key, GUINT_TO_POINTER (index));
    }

  return &g_array_index (self->groups, Group, index - 1);
}

static void
group_hits (Reading *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);
      Group *group;

      if (hit->place == G_MAXUINT32 || (hit->flags & HIT_DEAD))
        continue;
      group = group_of (self, hit);
      group->n_hits++;
      group->is_long = hit->last - hit->first > 1;
      group->n_place += (hit->flags & HIT_PLACE) != 0;
      group->n_person += (hit->flags & HIT_PERSON) != 0;
    }
}

static void
add_admin (Reading *self,
           guint16  admin)
{
  gpointer count;

  if (admin == 0)
    return;
  count = g_hash_table_lookup (self->admins, GUINT_TO_POINTER (admin));
  g_hash_table_insert (self->admins, GUINT_TO_POINTER (admin),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
}

/* The sense of a place that lies in the country and division of @qualifier, -1 for none. */
static gint32
sense_within (Reading            *self,
              const DossierPlace *place,
              const DossierSense *qualifier)
{
  gint32 found = -1;

  for (guint i = 0; i < place->n_senses; i++)
    {
      const DossierSense *sense = sense_at (self, place->first + i);

      if (sense->country != qualifier->country || sense->kind == DOSSIER_PLACE_NAME ||
          sense->kind == DOSSIER_PLACE_DEMONYM)
        continue;
      if (qualifier->admin != 0 && sense->admin == qualifier->admin)
        return place->first + i;
      if (found < 0 && (qualifier->admin == 0 || sense->admin == 0))
        found = place->first + i;
    }

  return found;
}

/* What a name after a comma may say of the town before it: a state or country. */
static gint32
qualifying_sense (Reading   *self,
                  const Hit *hit)
{
  const DossierPlace *place = place_of (self, hit);

  for (guint i = 0; i < place->n_senses; i++)
    {
      switch ((DossierPlaceKind)sense_at (self, place->first + i)->kind)
        {
        case DOSSIER_PLACE_NAME:
        case DOSSIER_PLACE_STATE:
        case DOSSIER_PLACE_SHORT:
        case DOSSIER_PLACE_REGION:
          return place->first + i;
        case DOSSIER_PLACE_DEMONYM:
        case DOSSIER_PLACE_CAPITAL:
        case DOSSIER_PLACE_CITY:
        case DOSSIER_PLACE_GOVERNMENT:
        case DOSSIER_PLACE_AGENCY:
        case DOSSIER_PLACE_NONE:
        default:
          break;
        }
    }

  return -1;
}

/* Whether the sentence goes on after a qualifier as after "Paris, Texas": with a
 * sign or its end, not with a verb or a possessive. */
static gboolean
is_closed_after (Reading   *self,
                 const Hit *hit)
{
  const DossierToken *next;

  if (hit->last >= self->tokens->n_tokens)
    return TRUE;
  next = token_at (self, hit->last);
  if (next->sentence != token_at (self, hit->first)->sentence)
    return TRUE;
  if (next->flags & DOSSIER_TOKEN_POSSESSIVE)
    return FALSE;

  return next->kind == DOSSIER_TOKEN_PUNCT || next->kind >= DOSSIER_TOKEN_QUOTE_OPEN ||
         (class_of (self, hit->last) & DOSSIER_CLASS_PREPOSITION);
}

/* A capitalised name that no table has, before ", Texas": as many as three words. */
static gboolean
find_unknown (Reading *self,
              guint32  comma,
              guint32  not_before,
              guint32 *first)
{
  guint32 sentence_first = self->tokens->sentences[token_at (self, comma)->sentence].first;
  guint32 at = comma;

  while (at > sentence_first && at > not_before && comma - at < 3 && is_capital_word (self, at - 1) &&
         !(class_of (self, at - 1) & (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_PERSON)))
    at--;
  *first = at;

  return at < comma;
}

/* "Paris, Texas", "Paris (France)", "Cottonport, La.": the second name tells of
 * the first. Hits of names that no table has go to @found. */
static void
qualify (Reading *self,
         GArray  *found)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      Hit *hit = &g_array_index (self->hits, Hit, i);
      Hit *before = i > 0 ? &g_array_index (self->hits, Hit, i - 1) : NULL;
      gint32 index;
      guint32 first;

      if (hit->place == G_MAXUINT32 || (hit->flags & HIT_DEAD) || hit->first < 2 ||
          token_at (self, hit->first)->sentence != token_at (self, hit->first - 1)->sentence ||
          !(is_char (self, hit->first - 1, ',') || is_char (self, hit->first - 1, '(')))
        continue;
      index = qualifying_sense (self, hit);
      if (index < 0)
        continue;

      if (before != NULL && before->last == hit->first - 1 && before->place != G_MAXUINT32)
        {
          const DossierSense *first = first_sense (self, before);
          gint32 sense = sense_within (self, place_of (self, before), sense_at (self, index));

          if (before->flags & HIT_DEAD)
            continue;
          if (sense >= 0 && (sense_at (self, sense)->prior + 1.0 > first->prior ||
                             is_closed_after (self, hit)))
            {
              group_of (self, before)->qualified = sense;
              before->sense = sense;
              before->flags = (before->flags & ~HIT_PERSON) | HIT_PLACE;
              hit->flags |= HIT_QUALIFIES;
              hit->sense = index;
            }
          else if (first->kind == DOSSIER_PLACE_CITY && first->prior < 5.3 &&
                   sense_at (self, index)->kind <= DOSSIER_PLACE_SHORT && is_closed_after (self, hit))
            {
              before->country = sense_at (self, index)->country;
              before->flags = (before->flags & ~HIT_PERSON) | HIT_PLACE | HIT_WHOLE;
              hit->flags |= HIT_QUALIFIES;
              hit->sense = index;
            }
          continue;
        }

      if (sense_at (self, index)->kind != DOSSIER_PLACE_REGION && is_closed_after (self, hit) &&
          find_unknown (self, hit->first - 1, before != NULL ? before->last : 0, &first))
        {
          Hit unknown = { .first = first, .last = hit->first - 1, .place = G_MAXUINT32,
                          .flags = HIT_WHOLE, .sense = -1 };

          unknown.country = sense_at (self, index)->country;
          hit->flags |= HIT_QUALIFIES;
          hit->sense = index;
          if (sense_at (self, index)->kind == DOSSIER_PLACE_STATE ||
              sense_at (self, index)->kind == DOSSIER_PLACE_SHORT ||
              (class_of (self, first > 0 ? first - 1 : 0) & DOSSIER_CLASS_PREPOSITION))
            g_array_append_val (found, unknown);
        }
    }
}

/* The countries that the sure names speak of. */
static void
gather_support (Reading *self)
{
  static const double weights[] = {
    [DOSSIER_PLACE_NAME] = 1.0, [DOSSIER_PLACE_DEMONYM] = 0.8, [DOSSIER_PLACE_CAPITAL] = 0.7,
    [DOSSIER_PLACE_STATE] = 1.0, [DOSSIER_PLACE_SHORT] = 0.3, [DOSSIER_PLACE_REGION] = 0.8,
    [DOSSIER_PLACE_CITY] = 0.0, [DOSSIER_PLACE_GOVERNMENT] = 0.7, [DOSSIER_PLACE_AGENCY] = 0.6,
    [DOSSIER_PLACE_NONE] = 0.0,
  };

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);
      const DossierPlace *place;
      const DossierSense *sense;

      if (hit->flags & (HIT_DEAD | HIT_PERSON) || hit->place == G_MAXUINT32)
        continue;
      place = place_of (self, hit);
      sense = hit->sense >= 0 ? sense_at (self, hit->sense) : sense_at (self, place->first);
      if (hit->sense >= 0)
        {
          add_support (self, sense->country, 1.0);
          add_admin (self, sense->admin);
        }
      else if (sense->kind == DOSSIER_PLACE_CITY)
        {
          /* A great town that has no rival of its name. */
          if (sense->prior >= 5.0 && !(place->marks & ~DOSSIER_PLACE_IS_CAPITALS) &&
              (place->n_senses == 1 || sense_at (self, place->first + 1)->prior < sense->prior - 0.7))
            add_support (self, sense->country, 0.4);
        }
      else if (place->n_senses == 1 || sense->prior >= 6.4 ||
               sense_at (self, place->first + 1)->kind == DOSSIER_PLACE_CITY)
        {
          add_support (self, sense->country, weights[sense->kind]);
          if (sense->kind == DOSSIER_PLACE_STATE)
            add_admin (self, sense->admin);
        }
    }
}

/* Towns of one text lie near one another: each name speaks a little for every
 * division in which it may lie. */
static void
gather_company (Reading *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);
      const DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, group->place);

      if (group->n_person > 0)
        continue;
      for (guint k = 0; k < place->n_senses; k++)
        self->company[sense_at (self, place->first + k)->admin] += 1.0f / place->n_senses;
    }
}

static double
company_of (Reading            *self,
            const DossierPlace *place,
            const DossierSense *sense,
            const Group        *group)
{
  double own = group->n_person > 0 ? 0 : 1.0 / place->n_senses;

  if (sense->admin == 0 || sense->kind != DOSSIER_PLACE_CITY)
    return 0;

  return log2 (1.0 + MAX (0.0, self->company[sense->admin] - own));
}

static double
country_share (Reading            *self,
               const DossierSense *sense)
{
  double support = self->support[sense->country];
  const guint16 *others = g_ptr_array_index (self->gazetteer->supports, sense->supports);

  for (; others != NULL && *others != G_MAXUINT16; others++)
    support += self->support[*others] * 0.5;

  return support / (self->total + SMOOTHING);
}

static double
judge_sense (Reading            *self,
             const DossierPlace *place,
             const DossierSense *sense,
             const Group        *group)
{
  double score = sense->prior + GAIN_COUNTRY * MIN (1.0, country_share (self, sense));
  gboolean sure = sense->kind != DOSSIER_PLACE_CITY;

  if (sense->admin != 0 && !sure &&
      g_hash_table_contains (self->admins, GUINT_TO_POINTER (sense->admin)))
    score += GAIN_ADMIN;
  score += GAIN_COMPANY * company_of (self, place, sense, group);
  if (!sure && group->is_long)
    score += GAIN_LONG;
  if (group->n_place > 0)
    score += GAIN_PLACE;
  else if (!sure)
    score -= COST_BARE;
  if (!sure && sense->prior < GREAT_TOWN)
    {
      if (place->marks & DOSSIER_PLACE_IS_WORD)
        score -= COST_WORD;
      if ((place->marks & DOSSIER_PLACE_IS_SURNAME) && group->n_place == 0)
        score -= COST_SURNAME;
      if ((place->marks & DOSSIER_PLACE_IS_FIRST_NAME) && group->n_place == 0)
        score -= COST_FIRST;
    }
  if (group->n_person > 0 && !sure)
    score -= COST_NAMESAKE;

  return score;
}

/* One sense for each name of the text. */
static void
choose_senses (Reading *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = &g_array_index (self->groups, Group, i);
      const DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, group->place);

      group->score = -1;
      for (guint k = 0; k < place->n_senses; k++)
        {
          const DossierSense *sense = sense_at (self, place->first + k);
          double score = judge_sense (self, place, sense, group);

          if ((gint32)(place->first + k) == group->qualified)
            score += GAIN_QUALIFIED;
          if (score > group->score)
            {
              group->score = score;
              group->sense = place->first + k;
            }
        }
    }
}

/* An abbreviated state alone: "in N.Y.", and not the word "OR". */
static gboolean
is_short_accepted (Reading            *self,
                   const Hit          *hit,
                   const DossierSense *sense)
{
  const DossierToken *token = token_at (self, hit->first);

  if (hit->flags & HIT_QUALIFIES)
    return TRUE;
  if (self->support[sense->country] <= 0 && (hit->flags & HIT_START))
    return FALSE;
  if (token->flags & DOSSIER_TOKEN_ABBREVIATION)
    return TRUE;
  if (self->support[sense->country] <= 0)
    return FALSE;

  return (token->flags & DOSSIER_TOKEN_ALL_CAPITALS) && (hit->flags & HIT_PLACE) &&
         !(hit->flags & HIT_SHOUTED);
}

static gboolean
is_accepted (Reading     *self,
             const Hit   *hit,
             const Group *group)
{
  const DossierSense *sense = sense_at (self, hit->sense >= 0 ? hit->sense : group->sense);
  const DossierPlace *place = place_of (self, hit);
  double score = group->score;

  if (hit->flags & HIT_PERSON)
    return FALSE;
  if (hit->flags & HIT_WHOLE)
    return TRUE;
  if (sense->kind == DOSSIER_PLACE_SHORT)
    return is_short_accepted (self, hit, sense);
  /* A person of that name, and no sign of a place anywhere. */
  if (group->n_person > 0 && group->n_place == 0 && hit->sense < 0 &&
      ((sense->kind >= DOSSIER_PLACE_CAPITAL && sense->kind <= DOSSIER_PLACE_CITY) ||
       (place->marks & DOSSIER_PLACE_IS_FIRST_NAME)))
    return FALSE;
  if (sense->kind != DOSSIER_PLACE_CITY || hit->sense >= 0)
    return TRUE;

  if ((hit->flags & (HIT_START | HIT_SHOUTED)) && (place->marks & DOSSIER_PLACE_IS_WORD))
    score -= COST_START;
  if (group->n_person > 0 && !(hit->flags & HIT_PLACE))
    score -= COST_NAMESAKE / 3;
  if (hit->flags & HIT_BODY)
    score -= COST_BODY;

  return score >= ACCEPT;
}

static const char *
rule_of (DossierPlaceKind kind)
{
  static const char *const rules[] = {
    "country.name", "country.demonym", "country.capital", "country.region", "country.region",
    "country.region", "country.city", "country.government", "country.agency", "country.none",
  };

  return g_intern_static_string (rules[kind]);
}

/* Counties are in the country that the text speaks of most. */
static guint16
county_country (Reading *self)
{
  static const char *const codes[] = { "US", "IE", "GB", "KE", "LR", "HU", "NO", "SE", "RO", "HR", "EE", "TW" };
  guint16 best = dossier_country_index ("US");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint16 country = dossier_country_index (codes[i]);

      if (self->support[country] > self->support[best])
        best = country;
    }

  return best;
}

static void
add_mention (Reading    *self,
             const Hit  *hit,
             guint16     country,
             const char *rule)
{
  DossierMention mention = { .bytes = { token_at (self, hit->first)->bytes.start,
                                        token_at (self, hit->last - 1)->bytes.end },
                             .rule = rule };

  dossier_country_code (country, mention.code);
  g_array_append_val (self->context->mentions, mention);
}

static void
emit_hit (Reading *self,
          Hit     *hit)
{
  const Group *group;
  const DossierSense *sense;

  if (hit->flags & HIT_DEAD)
    return;
  if (hit->place == G_MAXUINT32)
    {
      guint16 country = hit->country == G_MAXUINT16 ? county_country (self) : hit->country;

      add_mention (self, hit, country, g_intern_static_string ("country.qualified"));
      return;
    }

  group = group_of (self, hit);
  if (group->sense < 0 || !is_accepted (self, hit, group))
    return;
  if ((hit->flags & HIT_WHOLE))
    {
      add_mention (self, hit, hit->country, g_intern_static_string ("country.qualified"));
      return;
    }
  sense = sense_at (self, hit->sense >= 0 ? hit->sense : group->sense);
  add_mention (self, hit, sense->country, rule_of (sense->kind));
}

static int
compare_mentions (const void *a,
                  const void *b)
{
  const DossierMention *x = a;
  const DossierMention *y = b;

  if (x->bytes.start != y->bytes.start)
    return x->bytes.start < y->bytes.start ? -1 : 1;
  return x->bytes.end > y->bytes.end ? -1 : x->bytes.end < y->bytes.end;
}

static int
compare_weights (const void *a,
                 const void *b)
{
  const DossierCountryWeight *x = a;
  const DossierCountryWeight *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return strcmp (x->code, y->code);
}

/* How much one mention says of what the text is about, by its place. @block is
 * where the mention before it stood: both go through the text together. */
static double
place_weight (Reading              *self,
              const DossierMention *mention,
              guint                *block)
{
  GArray *blocks = self->context->blocks;
  const DossierTokens *tokens = self->tokens;
  guint32 after = dossier_tokens_at (tokens, mention->bytes.end);

  if (after < tokens->n_tokens && (class_of (self, after) & DOSSIER_CLASS_CURRENCY))
    return WEIGHT_MONEY;

  while (*block < blocks->len &&
         g_array_index (blocks, DossierByteBlock, *block).bytes.end <= mention->bytes.start)
    (*block)++;
  if (*block < blocks->len &&
      g_array_index (blocks, DossierByteBlock, *block).kind == DOSSIER_BLOCK_TITLE)
    return WEIGHT_TITLE;
  if (tokens->n_sentences > 0 &&
      mention->bytes.start < tokens->sentences[MIN (2, tokens->n_sentences - 1)].bytes.end)
    return WEIGHT_LEAD;

  return 1.0;
}

/* What the text is about: mentions weighed by place, shares of the whole. */
static void
weigh (Reading *self)
{
  GArray *mentions = self->context->mentions;
  double weights[DOSSIER_N_COUNTRIES] = { 0 };
  double total = 0, kept = 0, first = 0;
  guint block = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const DossierMention *mention = &g_array_index (mentions, DossierMention, i);
      double weight = place_weight (self, mention, &block);

      weights[dossier_country_index (mention->code)] += weight;
      total += weight;
      first = MAX (first, weights[dossier_country_index (mention->code)]);
    }
  for (guint i = 0; i < DOSSIER_N_COUNTRIES; i++)
    {
      DossierCountryWeight one = { .weight = weights[i] };

      if (weights[i] <= 0 || weights[i] < LEAST_SHARE * total || weights[i] < LEAST_OF_FIRST * first)
        continue;
      dossier_country_code (i, one.code);
      g_array_append_val (self->context->countries, one);
      kept += weights[i];
    }
  for (guint i = 0; i < self->context->countries->len; i++)
    g_array_index (self->context->countries, DossierCountryWeight, i).weight /= kept;
  g_array_sort (self->context->countries, compare_weights);
}

/**
 * dossier_countries_run:
 *
 * Adds the mentions of countries, in order, and what the text is about. Time
 * linear in the number of tokens.
 */
void
dossier_countries_run (DossierCountries *self,
                       DossierContext   *context)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Hit));

  reading->gazetteer = self->gazetteer;
  reading->context = context;
  reading->tokens = context->tokens;
  reading->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  reading->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  reading->by_place = g_hash_table_new (NULL, NULL);
  reading->admins = g_hash_table_new (NULL, NULL);
  reading->company = g_new0 (float, self->gazetteer->n_admins + 1);

  for (guint32 i = 0; i < context->tokens->n_sentences; i++)
    collect_sentence (reading, &context->tokens->sentences[i]);
  group_hits (reading);
  qualify (reading, found);
  gather_support (reading);
  gather_company (reading);
  choose_senses (reading);
  for (guint i = 0; i < reading->hits->len; i++)
    emit_hit (reading, &g_array_index (reading->hits, Hit, i));
  for (guint i = 0; i < found->len; i++)
    emit_hit (reading, &g_array_index (found, Hit, i));
  if (found->len > 0)
    g_array_sort (context->mentions, compare_mentions);
  weigh (reading);

  g_array_unref (reading->hits);
  g_array_unref (reading->groups);
  g_hash_table_unref (reading->by_place);
  g_hash_table_unref (reading->admins);
  g_free (reading->company);
  g_free (reading);
}
