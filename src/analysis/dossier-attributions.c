/* dossier-attributions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-attributions.h"
#include "dossier-attributions-private.h"
#include "dossier-speakers.h"
#include "dossier-weights.h"

struct _DossierAttributions
{
  DossierInflection *inflection;
  DossierTagger     *tagger;
  DossierCues       *cues;
  DossierExtents    *extents;
  DossierWeights    *weights;
  DossierSpeakers   *speakers;
};

/* Candidates less likely than this are none. */
#define ENOUGH 0.30f

/* How many neighbours are asked whether they hold an attribution. */
#define NEST_REACH 12

/* How many neighbours can share a cue. */
#define SETTLE_REACH 3

/**
 * dossier_attributions_new:
 * @lexicon: its tables are read now, and its vocabulary takes their words
 */
DossierAttributions *
dossier_attributions_new (DossierLexicon *lexicon)
{
  DossierAttributions *self = g_new0 (DossierAttributions, 1);

  self->inflection = dossier_inflection_new (lexicon);
  self->tagger = dossier_tagger_new (lexicon, self->inflection);
  self->cues = dossier_cues_new (lexicon, self->inflection);
  self->extents = dossier_extents_new (lexicon, self->cues, self->tagger);
  self->weights = dossier_weights_new (lexicon, self->cues, self->tagger);
  self->speakers = dossier_speakers_new (lexicon);

  return self;
}

void
dossier_attributions_free (DossierAttributions *self)
{
  if (self == NULL)
    return;

  dossier_speakers_free (self->speakers);
  dossier_weights_free (self->weights);
  dossier_extents_free (self->extents);
  dossier_cues_free (self->cues);
  dossier_tagger_free (self->tagger);
  dossier_inflection_free (self->inflection);
  g_free (self);
}

/**
 * dossier_attributions_cues:
 *
 * Returns: (transfer none): the table that #DossierAttribution.verb counts in
 */
DossierCues *
dossier_attributions_cues (DossierAttributions *self)
{
  return self->cues;
}

/**
 * dossier_attributions_read:
 * @tokens: kept, borrowed
 *
 * Returns: (transfer full): the text with all candidates, likely or not
 */
DossierReading *
dossier_attributions_read (DossierAttributions *self,
                           const DossierTokens *tokens)
{
  DossierReading *reading = g_new0 (DossierReading, 1);

  reading->cues = self->cues;
  reading->extents = self->extents;
  reading->tokens = tokens;
  reading->clauses = dossier_clauses_new (self->tagger, tokens);
  reading->quotations = dossier_quotations_new (reading->clauses);
  reading->candidates = g_array_new (FALSE, FALSE, sizeof (DossierCandidate));
  dossier_candidates_verbs (reading);
  dossier_candidates_others (reading);
  dossier_weights_apply (self->weights, reading);

  return reading;
}

/* Tokens as bytes, without the stop at the end. */
static DossierBytes
bytes_of (const DossierClauses *clauses,
          DossierRange          range)
{
  while (range.last > range.first + 1)
    {
      DossierTag tag = dossier_clauses_tag (clauses, range.last - 1);

      if (tag != DOSSIER_TAG_STOP && tag != DOSSIER_TAG_COMMA && tag != DOSSIER_TAG_SEMICOLON)
        break;
      range.last--;
    }

  return (DossierBytes){ clauses->tokens->tokens[range.first].bytes.start,
                         clauses->tokens->tokens[range.last - 1].bytes.end };
}

static void
add_attribution (DossierContext         *context,
                 const DossierClauses   *clauses,
                 const DossierCandidate *candidate)
{
  DossierAttribution item = {
    .quoted = candidate->quoted, .parent = -1, .verb = candidate->cue_number,
    .confidence = candidate->confidence,
  };

  if (candidate->source.last > candidate->source.first)
    item.source[item.n_source++] = bytes_of (clauses, candidate->source);
  if (candidate->cue.last > candidate->cue.first)
    item.cue[item.n_cue++] = bytes_of (clauses, candidate->cue);
  for (guint i = 0; i < candidate->n_content; i++)
    item.content[item.n_content++] = bytes_of (clauses, candidate->content[i]);
  g_array_append_val (context->attributions, item);
}

static gboolean
same_cue (const DossierCandidate *a,
          const DossierCandidate *b)
{
  return a->cue.first < b->cue.last && b->cue.first < a->cue.last;
}

/* Of candidates that share words of their cues ("made the claim that": verb and
 * noun) the likelier one stays. */
static void
settle (GArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      DossierCandidate *a = &g_array_index (candidates, DossierCandidate, i);

      for (guint j = i + 1; j < candidates->len && j <= i + SETTLE_REACH; j++)
        {
          DossierCandidate *b = &g_array_index (candidates, DossierCandidate, j);

          if (same_cue (a, b))
            (a->confidence < b->confidence ? a : b)->confidence = 0;
        }
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = ((const DossierCandidate *)a)->head;
  guint32 y = ((const DossierCandidate *)b)->head;

  return (x > y) - (x < y);
}

/* The first cue of the text first, so that nesting is found in one pass. */
static int
compare_attributions (gconstpointer a,
                      gconstpointer b)
{
  const DossierAttribution *first = a;
  const DossierAttribution *second = b;
  guint32 x = first->n_cue > 0 ? first->cue[0].start : 0;
  guint32 y = second->n_cue > 0 ? second->cue[0].start : 0;

  return (x > y) - (x < y);
}

static gboolean
holds (const DossierAttribution *outer,
       const DossierAttribution *inner)
{
  for (guint i = 0; i < outer->n_content; i++)
    {
      if (inner->n_cue > 0 && outer->content[i].start <= inner->cue[0].start &&
          inner->cue[0].end <= outer->content[i].end)
        return TRUE;
    }

  return FALSE;
}

static guint32
content_length (const DossierAttribution *item)
{
  guint32 length = 0;

  for (guint i = 0; i < item->n_content; i++)
    length += item->content[i].end - item->content[i].start;

  return length;
}

/* Which attribution holds which: the smallest content around each cue, among
 * the neighbours. */
static void
nest (GArray *attributions)
{
  for (guint i = 0; i < attributions->len; i++)
    {
      DossierAttribution *inner = &g_array_index (attributions, DossierAttribution, i);
      guint32 best = G_MAXUINT32;
      guint from = i > NEST_REACH ? i - NEST_REACH : 0;

      for (guint j = from; j < attributions->len && j < i + NEST_REACH; j++)
        {
          const DossierAttribution *outer = &g_array_index (attributions, DossierAttribution, j);

          if (j != i && holds (outer, inner) && content_length (outer) < best)
            {
              best = content_length (outer);
              inner->parent = j;
            }
        }
    }
}

/**
 * dossier_attributions_run:
 *
 * Adds the attributions of a text to its context, in the order of their cues.
 */
void
dossier_attributions_run (DossierAttributions *self,
                          DossierContext      *context)
{
  g_autoptr (DossierReading) reading = dossier_attributions_read (self, context->tokens);

  g_array_sort (reading->candidates, compare_candidates);
  settle (reading->candidates);
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DossierCandidate *candidate = &g_array_index (reading->candidates, DossierCandidate, i);

      if (candidate->confidence >= ENOUGH)
        add_attribution (context, reading->clauses, candidate);
    }
  g_array_sort (context->attributions, compare_attributions);
  nest (context->attributions);
  g_clear_pointer (&context->speakers, g_ptr_array_unref);
  context->speakers = dossier_speakers_find (self->speakers, reading, context->attributions);
  if (context->clauses == NULL)
    context->clauses = g_steal_pointer (&reading->clauses);
}

/**
 * dossier_attribution_speaker:
 * @index: of an attribution of @context, after dossier_attributions_run()
 *
 * Returns: (transfer full) (nullable): who says it: where the source is a
 *   pronoun, a surname or a short form, the full name that the text gave
 *   before; %NULL when there is no source or nobody known
 */
char *
dossier_attribution_speaker (DossierAttributions *self,
                             DossierContext      *context,
                             guint                index)
{
  if (context->speakers == NULL || index >= context->speakers->len)
    return NULL;

  return g_strdup (g_ptr_array_index (context->speakers, index));
}
