/* dossier-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-candidates.h"

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

#define ENDS (MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_STOP) | MASK (DOSSIER_TAG_CLOSE) | \
              MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_DASH))

void
dossier_reading_free (DossierReading *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->candidates);
  dossier_quotations_free (self->quotations);
  dossier_clauses_free (self->clauses);
  g_free (self);
}

gboolean
dossier_reading_is_word (const DossierReading *reading,
                         guint32               token,
                         const char           *word)
{
  return token < reading->tokens->n_tokens && dossier_tokens_equal (reading->tokens, token, word);
}

gboolean
dossier_reading_new_paragraph (const DossierReading *reading,
                               guint32               token)
{
  return token < reading->tokens->n_tokens &&
         (reading->tokens->tokens[token].flags & DOSSIER_TOKEN_LINE_BEFORE) != 0;
}

/* The sentence that holds a token; inside a quotation, the part of it there. */
DossierRange
dossier_reading_bounds (const DossierReading *reading,
                        guint32               token)
{
  const DossierSentence *sentence = &reading->tokens->sentences[reading->tokens->tokens[token].sentence];
  const DossierQuotation *quotation = dossier_quotations_get (reading->quotations, token);
  DossierRange bounds = { sentence->first, sentence->last };

  if (quotation != NULL && quotation->full)
    {
      bounds.first = MAX (bounds.first, quotation->open + 1);
      bounds.last = MIN (bounds.last, quotation->close);
      if (bounds.last > bounds.first && dossier_reading_tag (reading, bounds.last - 1) == DOSSIER_TAG_CLOSE)
        bounds.last--;
    }

  return bounds;
}

void
dossier_candidate_add_part (DossierCandidate *candidate,
                            guint32           first,
                            guint32           last)
{
  if (first >= last || candidate->n_content == DOSSIER_CANDIDATE_PARTS)
    return;
  candidate->content[candidate->n_content++] = (DossierRange){ first, last };
}

/* What the quotation goes on with: more marks in the paragraph, or the next
 * paragraphs while it is not closed. */
void
dossier_candidate_add_running (const DossierReading   *reading,
                               DossierCandidate       *candidate,
                               const DossierQuotation *quotation)
{
  const GArray *items = reading->quotations->items;
  guint next = reading->quotations->at[quotation->open];

  while (quotation->continued && next < items->len && candidate->n_content < DOSSIER_CANDIDATE_PARTS)
    {
      const DossierQuotation *following = &g_array_index (items, DossierQuotation, next);

      if (following->open != quotation->close)
        return;
      dossier_candidate_add_part (candidate, following->open, following->close);
      quotation = following;
      next++;
    }
}

static gboolean
is_gap (const DossierReading *reading,
        guint32               token)
{
  return dossier_reading_tag (reading, token) == DOSSIER_TAG_ADVERB ||
         dossier_clauses_classes (reading->clauses, token) & DOSSIER_CLASS_DAY;
}

/* The number of the longest cue of a part of speech that begins at @token. */
int
dossier_reading_cue (const DossierReading *reading,
                     guint32               token,
                     DossierCuePart        part,
                     guint32               last,
                     guint32              *after)
{
  guint n_cues;
  const guint16 *cues = dossier_cues_starting (reading->cues, reading->tokens->tokens[token].word, &n_cues);
  int found = -1;
  guint length = 0;

  for (guint i = 0; i < n_cues; i++)
    {
      guint n_words, j, gap;
      const guint32 *words = dossier_cues_rest (reading->cues, cues[i], &n_words);

      if (dossier_cues_get (reading->cues, cues[i])->part != part || (found >= 0 && n_words <= length) ||
          token + n_words >= last)
        continue;
      /* "called Friday for", "spoke warmly of": one adverbial may come between */
      gap = n_words > 0 && token + n_words + 1 < last && is_gap (reading, token + 1) &&
            reading->tokens->tokens[token + 1].word != words[0];
      for (j = 0; j < n_words && reading->tokens->tokens[token + 1 + gap + j].word == words[j]; j++)
        ;
      if (j < n_words)
        continue;
      found = cues[i];
      length = n_words + gap;
    }
  *after = token + 1 + length;

  return found;
}

void
dossier_reading_add (DossierReading   *reading,
                     DossierCandidate *candidate)
{
  const DossierQuotation *around = dossier_quotations_get (reading->quotations, candidate->head);

  if (candidate->n_content == 0)
    return;
  candidate->in_quotation = around != NULL && around->full;
  for (guint i = 0; i < candidate->n_content; i++)
    {
      for (guint32 j = candidate->content[i].first; j < MIN (candidate->content[i].last, candidate->content[i].first + 3); j++)
        candidate->quoted |= dossier_reading_tag (reading, j) == DOSSIER_TAG_OPEN;
      candidate->quoted |= dossier_reading_tag (reading, candidate->content[i].last - 1) == DOSSIER_TAG_CLOSE;
    }
  g_array_append_val (reading->candidates, *candidate);
}

/* 1 where @token stands in a subordinate or participial clause that opens its
 * sentence ("When he said so, …"), 2 in another one with a conjunction of its
 * own, else 0. */
guint
dossier_reading_fronted (const DossierReading *reading,
                         DossierRange          bounds,
                         guint32               token)
{
  guint32 first = token > bounds.first + 40 ? token - 40 : bounds.first;
  DossierTag tag = DOSSIER_TAG_OTHER;
  gboolean subordinate = FALSE;

  for (guint32 i = token; i > first; i--)
    {
      tag = dossier_reading_tag (reading, i - 1);
      if (IS (tag, ENDS))
        return subordinate ? 2 : 0;
      subordinate |= i + 10 > token && tag == DOSSIER_TAG_SUBORDINATOR;
    }
  if (tag == DOSSIER_TAG_COORDINATOR && first + 1 < token)
    tag = dossier_reading_tag (reading, first + 1);

  return first == bounds.first &&
         IS (tag, MASK (DOSSIER_TAG_SUBORDINATOR) | MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_PARTICIPLE) |
             MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_TO)) ? 1 : subordinate ? 2 : 0;
}

/* A content of a candidate whose end is to be found. */
DossierExtent
dossier_reading_extent (const DossierReading   *reading,
                        const DossierCandidate *candidate,
                        guint32                 first,
                        guint32                 last)
{
  return (DossierExtent){
    .clauses = reading->clauses, .quotations = reading->quotations, .cues = reading->cues,
    .frame = candidate->frame, .cue_number = candidate->cue_number, .first = first, .last = last,
    .fronted = candidate->fronted, .form = candidate->form, .head = candidate->head,
  };
}

/* After the conjunction that opens a sentence. */
guint32
dossier_reading_statement_start (const DossierReading *reading,
                                 DossierRange          bounds,
                                 guint32               before)
{
  guint32 first = bounds.first;

  if (first < before && dossier_reading_tag (reading, first) == DOSSIER_TAG_COORDINATOR)
    first++;

  return first;
}
