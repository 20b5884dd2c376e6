/* dossier-candidates-others.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-candidates.h"

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

#define PHRASE (MASK (DOSSIER_TAG_NOUN) | MASK (DOSSIER_TAG_NAME) | MASK (DOSSIER_TAG_PRONOUN) | \
                MASK (DOSSIER_TAG_POSSESSIVE) | MASK (DOSSIER_TAG_DETERMINER) | MASK (DOSSIER_TAG_NUMBER) | \
                MASK (DOSSIER_TAG_ADJECTIVE) | MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_OPEN) | \
                MASK (DOSSIER_TAG_WH))
#define BREAKS (MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_COLON) | \
                MASK (DOSSIER_TAG_DASH) | MASK (DOSSIER_TAG_STOP))

/* A headline's speaker has at most this many words. */
#define COLON_REACH 14

/* The verb group a token stands after, within one clause; NULL for none. */
static const DossierVerbGroup *
group_before (DossierReading *reading,
              guint           n_groups,
              guint32         token,
              DossierRange    bounds)
{
  const DossierVerbGroup *group;

  if (n_groups == 0)
    return NULL;
  group = &g_array_index (reading->clauses->groups, DossierVerbGroup, n_groups - 1);

  return group->head >= bounds.first && group->head < token ? group : NULL;
}

static guint32
end_of (DossierReading         *reading,
        const DossierCandidate *candidate,
        guint32                 first,
        DossierRange            bounds)
{
  DossierExtent extent = dossier_reading_extent (reading, candidate, first, bounds.last);

  return dossier_extents_end (reading->extents, &extent);
}

/* What follows a noun or adjective cue; FALSE when nothing does that it governs. */
static gboolean
add_governed (DossierReading   *reading,
              const DossierCue *cue,
              DossierCandidate *candidate,
              guint32           token,
              DossierRange      bounds)
{
  DossierTag tag = token < bounds.last ? dossier_reading_tag (reading, token) : DOSSIER_TAG_STOP;
  guint32 first = token;

  if (tag == DOSSIER_TAG_THAT && cue->frames & DOSSIER_FRAME_CLAUSE)
    candidate->frame = DOSSIER_FRAME_AT_THAT;
  else if (tag == DOSSIER_TAG_TO && cue->frames & DOSSIER_FRAME_INFINITIVE)
    candidate->frame = DOSSIER_FRAME_AT_TO;
  else if (tag == DOSSIER_TAG_PREPOSITION && cue->frames & DOSSIER_FRAME_PREPOSITION && token + 1 < bounds.last &&
           IS (dossier_reading_tag (reading, token + 1), PHRASE) && !dossier_reading_is_word (reading, token, "by") &&
           !dossier_reading_is_word (reading, token, "from"))
    {
      candidate->frame = DOSSIER_FRAME_AT_PREPOSITION;
      candidate->preposition = dossier_tagger_function (reading->clauses->tagger, reading->tokens->tokens[token].word);
      first++;
    }
  else if ((tag == DOSSIER_TAG_COLON || tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_OPEN) &&
           token + 1 < bounds.last && cue->frames & DOSSIER_FRAME_CLAUSE &&
           (tag == DOSSIER_TAG_OPEN || dossier_reading_tag (reading, token + 1) == DOSSIER_TAG_OPEN))
    {
      candidate->frame = DOSSIER_FRAME_AT_QUOTATION;
      first += tag != DOSSIER_TAG_OPEN;
    }
  else
    return FALSE;
  candidate->cue.last = first;
  candidate->fronted = dossier_reading_fronted (reading, bounds, candidate->head);
  dossier_candidate_add_part (candidate, first, end_of (reading, candidate, first, bounds));

  return candidate->n_content > 0;
}

/* "Huawei's claim", "his claim", "the claim by Huawei": whose it is. */
static void
find_owner (DossierReading         *reading,
            const DossierVerbGroup *group,
            DossierCandidate       *candidate,
            guint32                 token,
            DossierRange            bounds)
{
  guint32 left = dossier_clauses_phrase_left (reading->clauses, bounds.first, token);

  candidate->subject_kind = DOSSIER_SUBJECT_NONE;
  for (guint32 i = token; i > left; i--)
    {
      if (dossier_reading_tag (reading, i - 1) != DOSSIER_TAG_POSSESSIVE)
        continue;
      candidate->cue.first = i;
      if (dossier_clauses_classes (reading->clauses, i - 1) != 0)
        {
          candidate->source = (DossierRange){ i - 1, i };
          candidate->subject_kind = DOSSIER_SUBJECT_PRONOUN;
        }
      else
        {
          candidate->source = (DossierRange){ left, i };
          candidate->subject_kind = DOSSIER_SUBJECT_NAME;
        }
      return;
    }

  /* "made the claim that": the verb's subject */
  if (group != NULL && left > bounds.first && group->head + 1 >= left && group->subject.last > group->subject.first)
    {
      candidate->source = group->subject;
      candidate->subject_kind = DOSSIER_SUBJECT_INHERITED;
      candidate->form = DOSSIER_VERB_PARTICIPLE;
      candidate->cue.first = group->start;
    }
}

static void
read_noun (DossierReading         *reading,
           const DossierVerbGroup *group,
           guint32                 token,
           DossierRange            bounds)
{
  DossierCandidate candidate = { .head = token, .cue = { token, token + 1 } };
  const DossierCue *cue;
  guint32 after;

  candidate.cue_number = dossier_reading_cue (reading, token, DOSSIER_CUE_NOUN, bounds.last, &after);
  if (candidate.cue_number < 0)
    return;
  cue = dossier_cues_get (reading->cues, candidate.cue_number);
  find_owner (reading, group, &candidate, token, bounds);
  /* "the claim by the firm that …" */
  if (after + 1 < bounds.last && candidate.source.last == 0 &&
      (dossier_reading_is_word (reading, after, "by") || dossier_reading_is_word (reading, after, "from")))
    {
      guint32 end = dossier_clauses_phrase_right (reading->clauses, after + 1, bounds.last);

      if (end > after + 1)
        {
          candidate.source = (DossierRange){ after + 1, end };
          candidate.subject_kind = DOSSIER_SUBJECT_NOUN;
          after = end;
        }
    }
  if (add_governed (reading, cue, &candidate, after, bounds))
    {
      if (candidate.source.first >= candidate.cue.first && candidate.source.last > 0)
        candidate.cue.last = token + 1;
      dossier_reading_add (reading, &candidate);
    }
}

static void
read_adjective (DossierReading         *reading,
                const DossierVerbGroup *group,
                guint32                 token,
                DossierRange            bounds)
{
  DossierCandidate candidate = { .head = token, .cue = { token, token + 1 } };
  guint32 after;

  if (group == NULL || token - group->head > 4 || group->subject.last <= group->subject.first)
    return;
  candidate.cue_number = dossier_reading_cue (reading, token, DOSSIER_CUE_ADJECTIVE, bounds.last, &after);
  if (candidate.cue_number < 0)
    return;
  candidate.source = group->subject;
  candidate.subject_kind = group->subject_kind;
  candidate.form = group->form;
  candidate.negated = group->negated;
  candidate.modal = group->modal;
  candidate.cue.first = group->start;
  if (add_governed (reading, dossier_cues_get (reading->cues, candidate.cue_number), &candidate, after, bounds))
    dossier_reading_add (reading, &candidate);
}

/* "reportedly": the clause it stands in. */
static void
read_adverb (DossierReading *reading,
             guint32         token,
             DossierRange    bounds)
{
  DossierCandidate candidate = {
    .head = token, .cue = { token, token + 1 }, .frame = DOSSIER_FRAME_AT_SENTENCE,
  };
  guint32 after, first = token;

  candidate.cue_number = dossier_reading_cue (reading, token, DOSSIER_CUE_ADVERB, bounds.last, &after);
  if (candidate.cue_number < 0)
    return;
  while (first > bounds.first && token - first < 40 &&
         !IS (dossier_reading_tag (reading, first - 1), BREAKS | MASK (DOSSIER_TAG_SUBORDINATOR) |
              MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT)))
    first--;
  dossier_candidate_add_part (&candidate, first, token);
  dossier_candidate_add_part (&candidate, after, end_of (reading, &candidate, after, bounds));
  dossier_reading_add (reading, &candidate);
}

/* Where "According to a report seen by the paper" ends: at the comma, unless
 * another clause comes before it; 0 when there is none. */
static guint32
opening_end (DossierReading *reading,
             guint32         token,
             DossierRange    bounds)
{
  for (; token < bounds.last && token < bounds.first + 40; token++)
    {
      DossierTag tag = dossier_reading_tag (reading, token);

      if (tag == DOSSIER_TAG_COMMA)
        return token;
      if (IS (tag, MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | MASK (DOSSIER_TAG_MODAL) |
              MASK (DOSSIER_TAG_OPEN)))
        return 0;
    }

  return 0;
}

/* "according to X, Y" and "Y, according to X" */
static void
read_phrase (DossierReading *reading,
             guint32         token,
             DossierRange    bounds)
{
  DossierCandidate candidate = { .head = token, .frame = DOSSIER_FRAME_AT_SENTENCE };
  guint32 after, end, before = token;

  candidate.cue_number = dossier_reading_cue (reading, token, DOSSIER_CUE_PHRASE, bounds.last, &after);
  if (candidate.cue_number < 0 || after >= bounds.last)
    return;
  candidate.cue = (DossierRange){ token, after };
  candidate.source = dossier_clauses_subject_after (reading->clauses, after, bounds.last);
  if (candidate.source.last <= candidate.source.first)
    return;
  candidate.subject_kind = DOSSIER_SUBJECT_NAME;
  if (token == bounds.first)
    candidate.source.last = MAX (candidate.source.last, opening_end (reading, candidate.source.last, bounds));
  end = candidate.source.last;

  if (before > bounds.first && dossier_reading_tag (reading, before - 1) == DOSSIER_TAG_COMMA)
    before--;
  if (token == bounds.first || (before == token && dossier_reading_tag (reading, token - 1) == DOSSIER_TAG_COORDINATOR))
    {
      if (end < bounds.last && dossier_reading_tag (reading, end) == DOSSIER_TAG_COMMA)
        end++;
      dossier_candidate_add_part (&candidate, end, bounds.last);
    }
  else
    {
      guint32 first = dossier_reading_statement_start (reading, bounds, before);

      dossier_candidate_add_part (&candidate, first, before);
      /* "The firm, according to the suit, knew of it" */
      if (before < token && end + 1 < bounds.last && dossier_reading_tag (reading, end) == DOSSIER_TAG_COMMA &&
          !IS (dossier_reading_tag (reading, end + 1), MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_ING) |
               MASK (DOSSIER_TAG_SUBORDINATOR) | MASK (DOSSIER_TAG_COORDINATOR)))
        dossier_candidate_add_part (&candidate, end + 1, bounds.last);
    }
  dossier_reading_add (reading, &candidate);
}

/* In a transcript, "LEE: …", a turn lasts to the end of its paragraph. */
static guint32
turn_end (DossierReading *reading,
          guint32         token)
{
  guint32 i = token + 1;

  while (i < reading->tokens->n_tokens && !dossier_reading_new_paragraph (reading, i))
    i++;

  return i;
}

/* "Lee: 'We knew nothing'" */
static void
read_colon (DossierReading *reading,
            guint32         token,
            DossierRange    bounds)
{
  DossierCandidate candidate = {
    .head = token, .cue = { token, token + 1 }, .frame = DOSSIER_FRAME_AT_COLON,
    .cue_number = dossier_cues_mark (reading->cues), .source = { bounds.first, token },
    .subject_kind = DOSSIER_SUBJECT_NAME,
  };
  gboolean name = FALSE;

  if (token - bounds.first > COLON_REACH || token == bounds.first || token + 1 >= bounds.last)
    return;
  for (guint32 i = bounds.first; i < token; i++)
    {
      DossierTag tag = dossier_reading_tag (reading, i);

      name |= tag == DOSSIER_TAG_NAME;
      if (IS (tag, MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) |
              MASK (DOSSIER_TAG_MODAL) | MASK (DOSSIER_TAG_OPEN) | MASK (DOSSIER_TAG_CLOSE)))
        return;
    }
  if (!name)
    return;
  candidate.negated = dossier_reading_tag (reading, token + 1) != DOSSIER_TAG_OPEN;
  candidate.modal = (reading->tokens->tokens[token - 1].flags & DOSSIER_TOKEN_ALL_CAPITALS) != 0;
  dossier_candidate_add_part (&candidate, token + 1, candidate.modal ? turn_end (reading, token) : bounds.last);
  dossier_reading_add (reading, &candidate);
}

/* "…" - Ann Lee */
static void
read_dash (DossierReading *reading,
           guint32         token)
{
  DossierCandidate candidate = {
    .head = token, .cue = { token, token + 1 }, .frame = DOSSIER_FRAME_AT_DASH,
    .cue_number = dossier_cues_mark (reading->cues), .subject_kind = DOSSIER_SUBJECT_NAME,
  };
  const DossierQuotation *quotation;
  guint32 end = token, last;

  while (end > 0 && dossier_reading_tag (reading, end - 1) == DOSSIER_TAG_STOP && token - end < 2)
    end--;
  if (end == 0 || token + 1 >= reading->tokens->n_tokens || dossier_reading_tag (reading, end - 1) != DOSSIER_TAG_CLOSE ||
      dossier_reading_tag (reading, token + 1) != DOSSIER_TAG_NAME)
    return;
  quotation = dossier_quotations_get (reading->quotations, end - 1);
  last = dossier_clauses_phrase_right (reading->clauses, token + 1, reading->tokens->n_tokens);
  while (last < reading->tokens->n_tokens && dossier_reading_tag (reading, last) == DOSSIER_TAG_STOP)
    last++;
  if (quotation == NULL || !quotation->full ||
      (last < reading->tokens->n_tokens && !dossier_reading_new_paragraph (reading, last) &&
       dossier_reading_tag (reading, last) != DOSSIER_TAG_COMMA))
    return;
  candidate.source = (DossierRange){ token + 1, last };
  dossier_candidate_add_part (&candidate, quotation->open, end);
  dossier_reading_add (reading, &candidate);
}

static void
read_token (DossierReading *reading,
            guint           n_groups,
            guint32         token)
{
  DossierTag tag = dossier_reading_tag (reading, token);
  guint n_cues;

  if (tag == DOSSIER_TAG_COLON)
    {
      read_colon (reading, token, dossier_reading_bounds (reading, token));
      return;
    }
  if (tag == DOSSIER_TAG_DASH)
    {
      read_dash (reading, token);
      return;
    }
  dossier_cues_starting (reading->cues, reading->tokens->tokens[token].word, &n_cues);
  if (n_cues == 0)
    return;
  if (tag == DOSSIER_TAG_NOUN)
    {
      DossierRange bounds = dossier_reading_bounds (reading, token);

      read_noun (reading, group_before (reading, n_groups, token, bounds), token, bounds);
    }
  else if (tag == DOSSIER_TAG_ADJECTIVE || tag == DOSSIER_TAG_PARTICIPLE)
    {
      DossierRange bounds = dossier_reading_bounds (reading, token);

      /* a participle is the head of its own group: "was concerned that" */
      read_adjective (reading, group_before (reading, n_groups, tag == DOSSIER_TAG_PARTICIPLE ? token + 1 : token, bounds),
                      token, bounds);
    }
  if (IS (tag, MASK (DOSSIER_TAG_ADVERB)))
    read_adverb (reading, token, dossier_reading_bounds (reading, token));
  if (IS (tag, MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_OTHER)))
    read_phrase (reading, token, dossier_reading_bounds (reading, token));
}

/**
 * dossier_candidates_others:
 *
 * Adds what nouns, adjectives, adverbs, phrases and colons put forward.
 */
void
dossier_candidates_others (DossierReading *reading)
{
  const GArray *groups = reading->clauses->groups;
  guint n_groups = 0;

  for (guint32 token = 0; token < reading->tokens->n_tokens; token++)
    {
      while (n_groups < groups->len && g_array_index (groups, DossierVerbGroup, n_groups).head <= token)
        n_groups++;
      read_token (reading, n_groups, token);
    }
}
