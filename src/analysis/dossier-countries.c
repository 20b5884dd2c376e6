/* dossier-countries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-countries.h"
#include "dossier-place-hits.h"

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

static Group *
group_of (DossierPlaceReading   *self,
          const DossierPlaceHit *hit)
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
group_hits (DossierPlaceReading *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const DossierPlaceHit *hit = &g_array_index (self->hits, DossierPlaceHit, i);
      Group *group;

      if (hit->place == G_MAXUINT32 || (hit->flags & DOSSIER_HIT_DEAD))
        continue;
      group = group_of (self, hit);
      group->n_hits++;
      group->is_long = hit->last - hit->first > 1;
      group->n_place += (hit->flags & DOSSIER_HIT_PLACE) != 0;
      group->n_person += (hit->flags & DOSSIER_HIT_PERSON) != 0;
    }
}

static void
add_admin (DossierPlaceReading *self,
           guint16              admin)
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
sense_within (DossierPlaceReading *self,
              const DossierPlace  *place,
              const DossierSense  *qualifier)
{
  gint32 found = -1;

  for (guint i = 0; i < place->n_senses; i++)
    {
      const DossierSense *sense = dossier_place_sense (self, place->first + i);

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
qualifying_sense (DossierPlaceReading   *self,
                  const DossierPlaceHit *hit)
{
  const DossierPlace *place = dossier_place_of (self, hit);

  for (guint i = 0; i < place->n_senses; i++)
    {
      switch ((DossierPlaceKind)dossier_place_sense (self, place->first + i)->kind)
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
is_closed_after (DossierPlaceReading   *self,
                 const DossierPlaceHit *hit)
{
  const DossierToken *next;

  if (hit->last >= self->tokens->n_tokens)
    return TRUE;
  next = dossier_place_token (self, hit->last);
  if (next->sentence != dossier_place_token (self, hit->first)->sentence)
    return TRUE;
  if (next->flags & DOSSIER_TOKEN_POSSESSIVE)
    return FALSE;

  return next->kind == DOSSIER_TOKEN_PUNCT || next->kind >= DOSSIER_TOKEN_QUOTE_OPEN ||
         (dossier_place_class (self, hit->last) & DOSSIER_CLASS_PREPOSITION);
}

/* A capitalised name that no table has, before ", Texas": as many as three words. */
static gboolean
find_unknown (DossierPlaceReading *self,
              guint32              comma,
              guint32              not_before,
              guint32             *first)
{
  guint32 sentence_first = self->tokens->sentences[dossier_place_token (self, comma)->sentence].first;
  guint32 at = comma;

  while (at > sentence_first && at > not_before && comma - at < 3 && dossier_place_is_capital (self, at - 1) &&
         !(dossier_place_class (self, at - 1) & (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_PERSON)))
    at--;
  *first = at;

  return at < comma;
}

/* "Paris, Texas": the town of that name in Texas; "Smalltown, Texas" is a town
 * there even when no table has it, unless the name is that of a great one. */
static void
qualify_known (DossierPlaceReading *self,
               DossierPlaceHit     *town,
               DossierPlaceHit     *hit,
               gint32               index)
{
  const DossierSense *first = dossier_place_first_sense (self, town);
  const DossierSense *land = dossier_place_sense (self, index);
  gint32 sense = sense_within (self, dossier_place_of (self, town), land);
  gboolean closed = is_closed_after (self, hit);

  if (town->flags & DOSSIER_HIT_DEAD)
    return;
  if (sense >= 0 && (closed || dossier_place_sense (self, sense)->prior + 1.0 > first->prior))
    {
      group_of (self, town)->qualified = sense;
      town->sense = sense;
    }
  else if (first->kind == DOSSIER_PLACE_CITY && first->prior < 5.3 &&
           land->kind <= DOSSIER_PLACE_SHORT && closed)
    {
      town->country = land->country;
      town->flags |= DOSSIER_HIT_WHOLE;
    }
  else
    {
      return;
    }

  town->flags = (town->flags & ~DOSSIER_HIT_PERSON) | DOSSIER_HIT_PLACE;
  hit->flags |= DOSSIER_HIT_QUALIFIES;
  hit->sense = index;
}

/* A name no table has, before a state, or after "in" and before a country. */
static void
qualify_unknown (DossierPlaceReading *self,
                 DossierPlaceHit     *hit,
                 gint32               index,
                 guint32              not_before,
                 GArray              *found)
{
  const DossierSense *land = dossier_place_sense (self, index);
  DossierPlaceHit unknown = { .last = hit->first - 1, .place = G_MAXUINT32, .sense = -1,
                              .flags = DOSSIER_HIT_WHOLE, .country = land->country };

  if (land->kind == DOSSIER_PLACE_REGION || !is_closed_after (self, hit) ||
      !find_unknown (self, hit->first - 1, not_before, &unknown.first))
    return;

  hit->flags |= DOSSIER_HIT_QUALIFIES;
  hit->sense = index;
  if (land->kind != DOSSIER_PLACE_NAME ||
      (unknown.first > 0 &&
       (dossier_place_class (self, unknown.first - 1) & DOSSIER_CLASS_PREPOSITION)))
    g_array_append_val (found, unknown);
}

/* Whether a comma or a bracket stands before a name, in its sentence. */
static gboolean
follows_comma (DossierPlaceReading   *self,
               const DossierPlaceHit *hit)
{
  return hit->first >= 2 &&
         dossier_place_token (self, hit->first)->sentence ==
           dossier_place_token (self, hit->first - 1)->sentence &&
         (dossier_place_is_char (self, hit->first - 1, ',') ||
          dossier_place_is_char (self, hit->first - 1, '('));
}

/* "Paris, Texas", "Paris (France)": the second name tells of the first. Names
 * that no table has go to @found. */
static void
qualify (DossierPlaceReading *self,
         GArray              *found)
{
  DossierPlaceHit *hits = (DossierPlaceHit *)(gpointer)self->hits->data;

  for (guint i = 0; i < self->hits->len; i++)
    {
      gint32 index;

      if (hits[i].place == G_MAXUINT32 || (hits[i].flags & DOSSIER_HIT_DEAD) ||
          !follows_comma (self, &hits[i]))
        continue;
      index = qualifying_sense (self, &hits[i]);
      if (index < 0)
        continue;
      if (i > 0 && hits[i - 1].last == hits[i].first - 1 && hits[i - 1].place != G_MAXUINT32)
        qualify_known (self, &hits[i - 1], &hits[i], index);
      else
        qualify_unknown (self, &hits[i], index, i > 0 ? hits[i - 1].last : 0, found);
    }
}

/* The countries that the sure names speak of. */
static void
gather_support (DossierPlaceReading *self)
{
  static const double weights[] = {
    [DOSSIER_PLACE_NAME] = 1.0, [DOSSIER_PLACE_DEMONYM] = 0.8, [DOSSIER_PLACE_CAPITAL] = 0.7,
    [DOSSIER_PLACE_STATE] = 1.0, [DOSSIER_PLACE_SHORT] = 0.3, [DOSSIER_PLACE_REGION] = 0.8,
    [DOSSIER_PLACE_CITY] = 0.0, [DOSSIER_PLACE_GOVERNMENT] = 0.7, [DOSSIER_PLACE_AGENCY] = 0.6,
    [DOSSIER_PLACE_NONE] = 0.0,
  };

  for (guint i = 0; i < self->hits->len; i++)
    {
      const DossierPlaceHit *hit = &g_array_index (self->hits, DossierPlaceHit, i);
      const DossierPlace *place;
      const DossierSense *sense;

      if (hit->flags & (DOSSIER_HIT_DEAD | DOSSIER_HIT_PERSON) || hit->place == G_MAXUINT32)
        continue;
      place = dossier_place_of (self, hit);
      sense = hit->sense >= 0 ? dossier_place_sense (self, hit->sense) : dossier_place_sense (self, place->first);
      if (hit->sense >= 0)
        {
          dossier_place_add_support (self, sense->country, 1.0);
          add_admin (self, sense->admin);
        }
      else if (sense->kind == DOSSIER_PLACE_CITY)
        {
          /* A great town that has no rival of its name. */
          if (sense->prior >= 5.0 && !(place->marks & ~DOSSIER_PLACE_IS_CAPITALS) &&
              (place->n_senses == 1 || dossier_place_sense (self, place->first + 1)->prior < sense->prior - 0.7))
            dossier_place_add_support (self, sense->country, 0.4);
        }
      else if (place->n_senses == 1 || sense->prior >= 6.4 ||
               dossier_place_sense (self, place->first + 1)->kind == DOSSIER_PLACE_CITY)
        {
          dossier_place_add_support (self, sense->country, weights[sense->kind]);
          if (sense->kind == DOSSIER_PLACE_STATE)
            add_admin (self, sense->admin);
        }
    }
}

/* Towns of one text lie near one another: each name speaks a little for every
 * division in which it may lie. */
static void
gather_company (DossierPlaceReading *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);
      const DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, group->place);

      if (group->n_person > 0)
        continue;
      for (guint k = 0; k < place->n_senses; k++)
        self->company[dossier_place_sense (self, place->first + k)->admin] += 1.0f / place->n_senses;
    }
}

static double
company_of (DossierPlaceReading *self,
            const DossierPlace  *place,
            const DossierSense  *sense,
            const Group         *group)
{
  double own = group->n_person > 0 ? 0 : 1.0 / place->n_senses;

  if (sense->admin == 0 || sense->kind != DOSSIER_PLACE_CITY)
    return 0;

  return log2 (1.0 + MAX (0.0, self->company[sense->admin] - own));
}

static double
country_share (DossierPlaceReading *self,
               const DossierSense  *sense)
{
  double support = self->support[sense->country];
  const guint16 *others = g_ptr_array_index (self->gazetteer->supports, sense->supports);

  for (; others != NULL && *others != G_MAXUINT16; others++)
    support += self->support[*others] * 0.5;

  return support / (self->total + SMOOTHING);
}

static double
judge_sense (DossierPlaceReading *self,
             const DossierPlace  *place,
             const DossierSense  *sense,
             const Group         *group)
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
choose_senses (DossierPlaceReading *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = &g_array_index (self->groups, Group, i);
      const DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, group->place);

      group->score = -1;
      for (guint k = 0; k < place->n_senses; k++)
        {
          const DossierSense *sense = dossier_place_sense (self, place->first + k);
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
is_short_accepted (DossierPlaceReading   *self,
                   const DossierPlaceHit *hit,
                   const DossierSense    *sense)
{
  const DossierToken *token = dossier_place_token (self, hit->first);

  if (hit->flags & DOSSIER_HIT_QUALIFIES)
    return TRUE;
  if (self->support[sense->country] <= 0 && (hit->flags & DOSSIER_HIT_START))
    return FALSE;
  if (token->flags & DOSSIER_TOKEN_ABBREVIATION)
    return TRUE;
  if (self->support[sense->country] <= 0)
    return FALSE;

  return (token->flags & DOSSIER_TOKEN_ALL_CAPITALS) && (hit->flags & DOSSIER_HIT_PLACE) &&
         !(hit->flags & DOSSIER_HIT_SHOUTED);
}

static gboolean
is_accepted (DossierPlaceReading   *self,
             const DossierPlaceHit *hit,
             const Group           *group)
{
  const DossierSense *sense = dossier_place_sense (self, hit->sense >= 0 ? hit->sense : group->sense);
  const DossierPlace *place = dossier_place_of (self, hit);
  double score = group->score;

  if (hit->flags & DOSSIER_HIT_PERSON)
    return FALSE;
  if (hit->flags & DOSSIER_HIT_WHOLE)
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

  if ((hit->flags & (DOSSIER_HIT_START | DOSSIER_HIT_SHOUTED)) && (place->marks & DOSSIER_PLACE_IS_WORD))
    score -= COST_START;
  if (group->n_person > 0 && !(hit->flags & DOSSIER_HIT_PLACE))
    score -= COST_NAMESAKE / 3;
  if (hit->flags & DOSSIER_HIT_BODY)
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
county_country (DossierPlaceReading *self)
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
add_mention (DossierPlaceReading   *self,
             const DossierPlaceHit *hit,
             guint16                country,
             const char            *rule)
{
  DossierMention mention = { .bytes = { dossier_place_token (self, hit->first)->bytes.start,
                                        dossier_place_token (self, hit->last - 1)->bytes.end },
                             .rule = rule };

  dossier_country_code (country, mention.code);
  g_array_append_val (self->context->mentions, mention);
}

static void
emit_hit (DossierPlaceReading *self,
          DossierPlaceHit     *hit)
{
  const Group *group;
  const DossierSense *sense;

  if (hit->flags & DOSSIER_HIT_DEAD)
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
  if ((hit->flags & DOSSIER_HIT_WHOLE))
    {
      add_mention (self, hit, hit->country, g_intern_static_string ("country.qualified"));
      return;
    }
  sense = dossier_place_sense (self, hit->sense >= 0 ? hit->sense : group->sense);
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
place_weight (DossierPlaceReading  *self,
              const DossierMention *mention,
              guint                *block)
{
  GArray *blocks = self->context->blocks;
  const DossierTokens *tokens = self->tokens;
  guint32 after = dossier_tokens_at (tokens, mention->bytes.end);

  if (after < tokens->n_tokens && (dossier_place_class (self, after) & DOSSIER_CLASS_CURRENCY))
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
weigh (DossierPlaceReading *self)
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
  DossierPlaceReading *reading = g_new0 (DossierPlaceReading, 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DossierPlaceHit));

  reading->gazetteer = self->gazetteer;
  reading->context = context;
  reading->tokens = context->tokens;
  reading->hits = g_array_new (FALSE, FALSE, sizeof (DossierPlaceHit));
  reading->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  reading->by_place = g_hash_table_new (NULL, NULL);
  reading->admins = g_hash_table_new (NULL, NULL);
  reading->company = g_new0 (float, self->gazetteer->n_admins + 1);

  dossier_place_hits_collect (reading);
  group_hits (reading);
  qualify (reading, found);
  gather_support (reading);
  gather_company (reading);
  choose_senses (reading);
  for (guint i = 0; i < reading->hits->len; i++)
    emit_hit (reading, &g_array_index (reading->hits, DossierPlaceHit, i));
  for (guint i = 0; i < found->len; i++)
    emit_hit (reading, &g_array_index (found, DossierPlaceHit, i));
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
