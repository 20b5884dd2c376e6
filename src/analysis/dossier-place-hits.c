/* dossier-place-hits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-place-hits.h"

/**
 * dossier_place_add_support:
 * @weight: in mentions
 */
void
dossier_place_add_support (DossierPlaceReading *self,
                           guint16              country,
                           double               weight)
{
  self->support[country] += weight;
  self->total += weight;
}

/* Whether all words of a sentence are in capitals, as in a headline of an agency. */
static gboolean
is_shouted (DossierPlaceReading   *self,
            const DossierSentence *sentence)
{
  guint n_loud = 0, n_words = 0;

  for (guint32 i = sentence->first; i < sentence->last && n_words < 8; i++)
    {
      if (dossier_place_token (self, i)->kind != DOSSIER_TOKEN_WORD ||
          dossier_place_token (self, i)->bytes.end - dossier_place_token (self, i)->bytes.start < 2)
        continue;
      n_words++;
      n_loud += (dossier_place_token (self, i)->flags & DOSSIER_TOKEN_ALL_CAPITALS) != 0;
    }

  return n_words >= 3 && n_loud * 5 >= n_words * 4;
}

/* Names are written with capitals at both ends; short forms in capitals throughout. */
static gboolean
is_written_as_name (DossierPlaceReading *self,
                    guint32              first,
                    guint32              last,
                    guint                marks,
                    gboolean             shouted,
                    guint32              sentence_first)
{
  const DossierToken *begin = dossier_place_token (self, first);
  const DossierToken *end = dossier_place_token (self, last - 1);

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
is_person_before (DossierPlaceReading *self,
                  guint32              sentence_first,
                  guint32              first,
                  gboolean             sure)
{
  guint class;

  if (first == sentence_first || !dossier_place_is_capital (self, first - 1) ||
      (dossier_place_token (self, first)->flags & DOSSIER_TOKEN_LINE_BEFORE))
    {
      /* "coach Paris", "spokesman Lincoln": titles are written small too. */
      return first > sentence_first && !sure && (dossier_place_class (self, first - 1) & DOSSIER_CLASS_PERSON);
    }

  class = dossier_place_class (self, first - 1);
  if (class & DOSSIER_CLASS_PERSON)
    return !sure;
  /* "Will China pay?" is no person; "Michael Jordan" is. */
  if (class & DOSSIER_CLASS_FIRST_NAME)
    return !sure || first - 1 > sentence_first ||
           (dossier_place_class (self, first) & DOSSIER_CLASS_FIRST_NAME);
  /* "J. Paris", and not the "U.S." */
  return !sure && (dossier_place_token (self, first - 1)->flags & DOSSIER_TOKEN_ABBREVIATION) &&
         dossier_place_token (self, first - 1)->bytes.end - dossier_place_token (self, first - 1)->bytes.start == 2;
}

/* Whether the name of a country or of a state begins at @first: "Austin Texas". */
static gboolean
is_land (DossierPlaceReading *self,
         guint32              first,
         guint32              last)
{
  DossierPlaceHit hit = { .first = first };

  return dossier_phrases_match (self->gazetteer->phrases, self->tokens, first, last, &hit.place, NULL) &&
         dossier_place_first_sense (self, &hit)->kind <= DOSSIER_PLACE_SHORT;
}

/* "US-24", "US$5": a road or a sum. */
static gboolean
is_road_number (DossierPlaceReading   *self,
                const DossierPlaceHit *hit,
                const DossierSentence *sentence)
{
  if (dossier_place_token (self, hit->last)->flags & DOSSIER_TOKEN_SPACE_BEFORE)
    return FALSE;

  return dossier_place_is_char (self, hit->last, '$') ||
         (dossier_place_is_char (self, hit->last, '-') && hit->last + 1 < sentence->last &&
          dossier_place_token (self, hit->last + 1)->kind == DOSSIER_TOKEN_NUMBER);
}

/* "New Zealand Herald", "Texas Bank": a land inside another name is none, a town
 * may still be one ("Leeds University"), a demonym is one ("French airlines"). */
static guint
body_flags (DossierPlaceKind kind)
{
  if (kind == DOSSIER_PLACE_DEMONYM || kind >= DOSSIER_PLACE_GOVERNMENT)
    return 0;

  return kind == DOSSIER_PLACE_CITY ? DOSSIER_HIT_BODY : DOSSIER_HIT_DEAD;
}

/* Reads what stands beside a name. */
static void
read_neighbours (DossierPlaceReading   *self,
                 DossierPlaceHit       *hit,
                 const DossierSentence *sentence)
{
  const DossierSense *sense = dossier_place_first_sense (self, hit);
  guint marks = dossier_place_of (self, hit)->marks;
  gboolean sure = sense->kind <= DOSSIER_PLACE_DEMONYM || sense->kind >= DOSSIER_PLACE_GOVERNMENT;
  guint after;

  if (hit->first == sentence->first)
    hit->flags |= DOSSIER_HIT_START;
  else if (dossier_place_class (self, hit->first - 1) & DOSSIER_CLASS_PREPOSITION)
    hit->flags |= DOSSIER_HIT_PLACE;
  else if (sense->kind != DOSSIER_PLACE_CITY && hit->first > sentence->first + 1 &&
           dossier_tokens_equal (self->tokens, hit->first - 1, "the") &&
           (dossier_place_class (self, hit->first - 2) & DOSSIER_CLASS_PREPOSITION))
    hit->flags |= DOSSIER_HIT_PLACE;

  if (sense->kind != DOSSIER_PLACE_DEMONYM && sense->kind < DOSSIER_PLACE_GOVERNMENT &&
      is_person_before (self, sentence->first, hit->first, sure))
    hit->flags |= DOSSIER_HIT_PERSON;

  if (hit->last >= sentence->last)
    return;
  after = dossier_place_class (self, hit->last);
  if ((after & DOSSIER_CLASS_LOCAL) && hit->first > sentence->first)
    hit->flags |= DOSSIER_HIT_PLACE;
  if (is_road_number (self, hit, sentence))
    hit->flags |= DOSSIER_HIT_DEAD;
  else if ((after & DOSSIER_CLASS_STREET) && dossier_place_is_capital (self, hit->last) && !sure)
    hit->flags |= DOSSIER_HIT_DEAD;
  else if ((after & DOSSIER_CLASS_BODY) && dossier_place_is_capital (self, hit->last))
    hit->flags |= body_flags (sense->kind);
  else if ((marks & DOSSIER_PLACE_IS_FIRST_NAME) && hit->last - hit->first == 1 &&
           dossier_place_is_capital (self, hit->last) && !(after & DOSSIER_CLASS_DIVISION) &&
           !(dossier_place_token (self, hit->last)->flags & DOSSIER_TOKEN_ABBREVIATION) &&
           !is_land (self, hit->last, sentence->last))
    hit->flags |= DOSSIER_HIT_PERSON;
  else if ((after & DOSSIER_CLASS_SAYING) && !sure && !(hit->flags & DOSSIER_HIT_PLACE) &&
           (marks & (DOSSIER_PLACE_IS_SURNAME | DOSSIER_PLACE_IS_FIRST_NAME)) && sense->prior < 6.4)
    hit->flags |= DOSSIER_HIT_PERSON;
}

/* "Lake County": the division's word belongs to the name. */
static gboolean
add_division (DossierPlaceReading   *self,
              const DossierSentence *sentence,
              guint32                at)
{
  DossierPlaceHit hit = { .place = G_MAXUINT32, .flags = DOSSIER_HIT_WHOLE, .sense = -1, .country = G_MAXUINT16 };
  guint32 first = at;

  while (first > sentence->first && at - first < 3 && dossier_place_is_capital (self, first - 1) &&
         !(dossier_place_class (self, first - 1) & (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_PERSON)) &&
         !(dossier_place_token (self, first - 1)->flags & DOSSIER_TOKEN_ABBREVIATION))
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
drop_inside (DossierPlaceReading *self)
{
  DossierPlaceHit *hits = (DossierPlaceHit *)(gpointer)self->hits->data;
  guint n = self->hits->len;

  for (guint i = n - 1; i > 0 && hits[i - 1].last > hits[n - 1].first; i--)
    hits[i - 1].flags |= DOSSIER_HIT_DEAD;
}

static void
collect_sentence (DossierPlaceReading   *self,
                  const DossierSentence *sentence)
{
  gboolean shouted = is_shouted (self, sentence);
  guint32 value, after;

  for (guint32 i = sentence->first; i < sentence->last; i++)
    {
      DossierPlaceHit hit = { .first = i, .sense = -1 };

      if (dossier_phrases_match (self->gazetteer->hints, self->tokens, i, sentence->last, &value, NULL))
        {
          const DossierHint *hint = &g_array_index (self->gazetteer->hint_values, DossierHint, value);

          dossier_place_add_support (self, hint->country, hint->weight);
        }
      if ((dossier_place_class (self, i) & DOSSIER_CLASS_DIVISION) && dossier_place_is_capital (self, i) &&
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
      if (!is_written_as_name (self, i, after, dossier_place_of (self, &hit)->marks, shouted,
                               sentence->first) ||
          (after - i == 1 && (dossier_place_class (self, i) & DOSSIER_CLASS_NEVER) &&
           dossier_place_first_sense (self, &hit)->kind == DOSSIER_PLACE_CITY))
        continue;
      if (shouted)
        hit.flags |= DOSSIER_HIT_SHOUTED;
      read_neighbours (self, &hit, sentence);
      if (dossier_place_first_sense (self, &hit)->kind == DOSSIER_PLACE_NONE)
        hit.flags |= DOSSIER_HIT_DEAD;
      g_array_append_val (self->hits, hit);
      i = after - 1;
    }
}

/**
 * dossier_place_hits_collect:
 *
 * Finds the names that the gazetteer knows, with what stands beside each, and
 * the words of one country's life. One pass over the tokens.
 */
void
dossier_place_hits_collect (DossierPlaceReading *self)
{
  for (guint32 i = 0; i < self->tokens->n_sentences; i++)
    collect_sentence (self, &self->tokens->sentences[i]);
}
