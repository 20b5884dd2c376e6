/* dossier-candidates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-candidates.h"

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

#define FINITE (MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | \
                MASK (DOSSIER_TAG_DO) | MASK (DOSSIER_TAG_MODAL))
#define PHRASE (MASK (DOSSIER_TAG_NOUN) | MASK (DOSSIER_TAG_NAME) | MASK (DOSSIER_TAG_PRONOUN) | \
                MASK (DOSSIER_TAG_POSSESSIVE) | MASK (DOSSIER_TAG_DETERMINER) | MASK (DOSSIER_TAG_NUMBER) | \
                MASK (DOSSIER_TAG_ADJECTIVE))
#define ENDS (MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_STOP) | MASK (DOSSIER_TAG_CLOSE) | \
              MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_DASH))

/* Modifiers between a verb and its content are followed no further than this. */
#define MODIFIER_REACH 24
#define CLAUSE_REACH 60

/* Passes "on Monday", "in a statement", "again" after a verb. */
static guint32
skip_modifiers (const DossierReading *reading,
                guint32               token,
                guint32               last)
{
  guint32 first = token, limit = MIN (last, token + MODIFIER_REACH);

  while (token < limit)
    {
      DossierTag tag = dossier_reading_tag (reading, token);
      guint classes = dossier_clauses_classes (reading->clauses, token);
      guint32 end;

      if (tag == DOSSIER_TAG_ADVERB || tag == DOSSIER_TAG_PARTICLE ||
          classes & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH))
        token++;
      else if (classes & DOSSIER_CLASS_UNIT && tag == DOSSIER_TAG_NOUN)
        token++;
      else if (classes & DOSSIER_CLASS_SHIFT && token + 1 < limit &&
               dossier_clauses_classes (reading->clauses, token + 1) &
               (DOSSIER_CLASS_UNIT | DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH | DOSSIER_CLASS_SHIFT))
        token++;
      else if (tag == DOSSIER_TAG_PARTICIPLE && token > first && token + 1 < limit &&
               dossier_reading_tag (reading, token + 1) == DOSSIER_TAG_PREPOSITION)
        token++;
      else if (tag == DOSSIER_TAG_PREPOSITION)
        {
          end = dossier_clauses_phrase_right (reading->clauses, token + 1, limit);
          if (end == token + 1)
            return token;
          token = end;
        }
      else
        return token;
    }

  return token;
}

/* One verb under work. */
typedef struct
{
  DossierReading         *reading;
  const DossierVerbGroup *group;
  guint                   index;
  const DossierCue       *cue;
  int                     cue_number;
  DossierRange            bounds;
  guint32                 after; /* the cue's words */
} Verb;

/* The verb that governs an infinitive directly: "refused to say", "went on to
 * say"; NULL for none. */
static const DossierVerbGroup *
governor_of (const Verb *verb)
{
  const DossierVerbGroup *group = verb->group, *governor;
  guint32 before = group->start;

  if (group->form != DOSSIER_VERB_INFINITIVE || !group->to || verb->index == 0 || before <= verb->bounds.first)
    return NULL;
  if (dossier_reading_tag (verb->reading, before - 1) == DOSSIER_TAG_PARTICLE)
    before--;
  governor = &g_array_index (verb->reading->clauses->groups, DossierVerbGroup, verb->index - 1);

  return governor->head + 1 == before && governor->start >= verb->bounds.first ? governor : NULL;
}

static void
add_governor (const Verb       *verb,
              DossierCandidate *candidate)
{
  const DossierVerbGroup *governor = governor_of (verb);
  guint32 after;
  int cue;

  if (governor == NULL)
    return;
  cue = dossier_reading_cue (verb->reading, governor->head, DOSSIER_CUE_VERB, governor->head + 2, &after);
  candidate->governor = cue + 1;
}

static DossierCandidate
new_candidate (const Verb   *verb,
               DossierFrame  frame,
               guint32       cue_last)
{
  DossierCandidate candidate = {
    .cue = { verb->group->start, cue_last },
    .frame = frame,
    .form = verb->group->form,
    .subject_kind = verb->group->subject_kind,
    .passive = verb->group->passive,
    .negated = verb->group->negated,
    .modal = verb->group->modal,
    .cue_number = verb->cue_number,
    .head = verb->group->head,
    .source = verb->group->subject,
    .fronted = dossier_reading_fronted (verb->reading, verb->bounds, verb->group->head),
  };

  add_governor (verb, &candidate);

  return candidate;
}

/* "was accused by the firm": who did it. */
static gboolean
find_agent (const Verb   *verb,
            guint32       token,
            DossierRange *agent,
            guint32      *by)
{
  for (guint32 i = token; i < verb->bounds.last && i < token + 12; i++)
    {
      DossierTag tag = dossier_reading_tag (verb->reading, i);

      if (tag == DOSSIER_TAG_PREPOSITION && dossier_reading_is_word (verb->reading, i, "by"))
        {
          *agent = dossier_clauses_subject_after (verb->reading->clauses, i + 1, verb->bounds.last);
          *by = i;
          return agent->last > agent->first &&
                 !(dossier_clauses_classes (verb->reading->clauses, i + 1) & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_UNIT)) &&
                 dossier_reading_tag (verb->reading, i + 1) != DOSSIER_TAG_NUMBER;
        }
      if (IS (tag, FINITE | ENDS | MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT) | MASK (DOSSIER_TAG_SUBORDINATOR) |
              MASK (DOSSIER_TAG_OPEN)))
        return FALSE;
    }

  return FALSE;
}

/* The first finite verb group after this one whose subject begins at @token. */
static gboolean
clause_begins_at (const Verb *verb,
                  guint32     token)
{
  const GArray *groups = verb->reading->clauses->groups;

  for (guint i = verb->index + 1; i < groups->len && i < verb->index + 5; i++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, i);

      if (group->head >= verb->bounds.last)
        return FALSE;
      if (group->form != DOSSIER_VERB_FINITE || group->subject_kind == DOSSIER_SUBJECT_RELATIVE ||
          group->subject_kind == DOSSIER_SUBJECT_INHERITED || group->subject_kind == DOSSIER_SUBJECT_NONE)
        continue;
      if (group->subject.first < token)
        continue;
      return group->subject.first == token ||
             (group->subject.first == token + 1 && dossier_reading_tag (verb->reading, token) == DOSSIER_TAG_OPEN);
    }

  return FALSE;
}

static guint32
end_of (const Verb             *verb,
        const DossierCandidate *candidate,
        guint32                 first)
{
  DossierExtent extent = dossier_reading_extent (verb->reading, candidate, first, verb->bounds.last);

  return dossier_extents_end (verb->reading->extents, &extent);
}

static void
add_extent (Verb         *verb,
            DossierFrame  frame,
            guint32       cue_last,
            guint32       first)
{
  DossierCandidate candidate = new_candidate (verb, frame, cue_last);
  guint32 end = end_of (verb, &candidate, first);
  DossierRange agent;
  guint32 by;

  if (verb->group->passive)
    {
      candidate.source = (DossierRange){ 0, 0 };
      if (find_agent (verb, verb->after, &agent, &by))
        {
          candidate.source = agent;
          if (by <= first && agent.last >= first)
            first = agent.last;
          else if (by > first && by < end)
            end = by;
        }
    }
  dossier_candidate_add_part (&candidate, first, MAX (end, first));
  dossier_reading_add (verb->reading, &candidate);
}

/* Said: "…" */
static void
add_quotation (Verb    *verb,
               guint32  cue_last,
               guint32  open)
{
  const DossierQuotation *quotation = dossier_quotations_get (verb->reading->quotations, open);
  DossierCandidate candidate = new_candidate (verb, DOSSIER_FRAME_AT_QUOTATION, cue_last);
  guint32 end;

  if (quotation == NULL)
    return;
  if (verb->group->passive)
    candidate.source = (DossierRange){ 0, 0 };
  end = quotation->close;
  /* 'said it was "bad" and left': the sentence goes on */
  if (!quotation->full || (end < verb->bounds.last &&
                           !IS (dossier_reading_tag (verb->reading, end), ENDS | MASK (DOSSIER_TAG_COORDINATOR))))
    end = MAX (end, end_of (verb, &candidate, open));
  dossier_candidate_add_part (&candidate, open, end);
  dossier_candidate_add_running (verb->reading, &candidate, quotation);
  dossier_reading_add (verb->reading, &candidate);
}

/* Where the content that ends before @end begins. */
static guint32
before_start (const Verb *verb,
              guint32     end)
{
  const DossierReading *reading = verb->reading;
  guint32 first = dossier_reading_statement_start (reading, verb->bounds, end);
  guint32 i = end;

  while (i > 0 && IS (dossier_reading_tag (reading, i - 1), MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_STOP)))
    i--;
  if (i > 0 && dossier_reading_tag (reading, i - 1) == DOSSIER_TAG_CLOSE)
    {
      const DossierQuotation *quotation = dossier_quotations_get (reading->quotations, i - 1);

      if (quotation != NULL && (quotation->open <= verb->bounds.first || quotation->full))
        {
          if (quotation->open <= first)
            return quotation->open;
          /* A quotation that a clause leads up to takes the clause with it. */
          if (!IS (dossier_reading_tag (reading, quotation->open - 1), ENDS | MASK (DOSSIER_TAG_COLON)))
            return first;
          return quotation->open;
        }
    }

  return first;
}

static void
add_quotation_at (const Verb       *verb,
                  DossierCandidate *candidate,
                  guint32           token)
{
  const DossierQuotation *quotation = dossier_quotations_get (verb->reading->quotations, token);

  if (quotation == NULL || quotation->open != token)
    return;
  dossier_candidate_add_part (candidate, token, quotation->close);
  dossier_candidate_add_running (verb->reading, candidate, quotation);
}

/* What comes after "he said" where a part of the content came before it:
 * '"…," he said, "…"', '"…," he said on Monday. "…"', "…, he said, …". */
static void
add_second_part (const Verb       *verb,
                 DossierCandidate *candidate,
                 guint32           after,
                 gboolean          quoted)
{
  DossierReading *reading = verb->reading;
  guint32 skipped = skip_modifiers (reading, after, verb->bounds.last);
  guint32 limit = MIN (verb->bounds.last, after + MODIFIER_REACH);
  guint32 last = verb->bounds.last;
  DossierTag tag, next;

  if (quoted)
    {
      for (guint32 i = after; i < limit; i++)
        {
          if (dossier_reading_tag (reading, i) == DOSSIER_TAG_OPEN)
            {
              if (i > after && IS (dossier_reading_tag (reading, i - 1), ENDS | MASK (DOSSIER_TAG_COLON)))
                add_quotation_at (verb, candidate, i);
              /* '"…," he said, but "…"' */
              else if (i > after + 1 && IS (dossier_reading_tag (reading, after), ENDS) &&
                       dossier_reading_tag (reading, after + 1) == DOSSIER_TAG_COORDINATOR)
                dossier_candidate_add_part (candidate, after + 1, last);
              return;
            }
        }
      if (last < reading->tokens->n_tokens && dossier_reading_tag (reading, last) == DOSSIER_TAG_OPEN &&
          !dossier_reading_new_paragraph (reading, last))
        add_quotation_at (verb, candidate, last);
      return;
    }
  if (skipped + 1 >= last)
    return;
  tag = dossier_reading_tag (reading, skipped);
  next = dossier_reading_tag (reading, skipped + 1);
  if (tag == DOSSIER_TAG_COMMA && next == DOSSIER_TAG_OPEN)
    add_quotation_at (verb, candidate, skipped + 1);
  else if (tag == DOSSIER_TAG_COMMA &&
           !IS (next, MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_SUBORDINATOR) |
                MASK (DOSSIER_TAG_COORDINATOR) | MASK (DOSSIER_TAG_PARTICIPLE)))
    dossier_candidate_add_part (candidate, skipped + 1, last);
}

/* "…," he said in an interview: the token after where he said so, @token when
 * the text does not name an utterance there. */
static guint32
skip_occasion (const Verb *verb,
               guint32     token)
{
  const DossierReading *reading = verb->reading;
  guint32 end, after;
  int cue;

  if (token + 1 >= verb->bounds.last || !dossier_reading_is_word (reading, token, "in"))
    return token;
  end = dossier_clauses_phrase_right (reading->clauses, token + 1, verb->bounds.last);
  if (end <= token + 1 || dossier_reading_tag (reading, end - 1) != DOSSIER_TAG_NOUN)
    return token;
  cue = dossier_reading_cue (reading, end - 1, DOSSIER_CUE_NOUN, end + 1, &after);

  return cue >= 0 && dossier_cues_get (reading->cues, cue)->group == DOSSIER_CUE_GROUP_SAY ? end : token;
}

/* "…," he said on Monday, "…" */
static void
add_before (Verb    *verb,
            guint32  end,
            guint32  after)
{
  DossierReading *reading = verb->reading;
  DossierCandidate candidate = new_candidate (verb, DOSSIER_FRAME_AT_BEFORE, verb->after);
  guint32 first = before_start (verb, end);
  gboolean quoted = end > 0 && dossier_quotations_get (reading->quotations, end - 1) != NULL;

  if (end > first && dossier_reading_tag (reading, end - 1) == DOSSIER_TAG_COMMA)
    {
      end--;
      quoted = end > 0 && dossier_reading_tag (reading, end - 1) == DOSSIER_TAG_CLOSE;
    }
  dossier_candidate_add_part (&candidate, first, end);
  if (after == verb->after)
    candidate.cue.last = skip_occasion (verb, after);
  add_second_part (verb, &candidate, after, quoted);
  dossier_reading_add (reading, &candidate);
}

/* Whether a content can end just before @token: after a comma or a quotation. */
static gboolean
content_ends_before (const Verb *verb,
                     guint32     token)
{
  DossierTag tag;

  if (token == 0 || dossier_reading_new_paragraph (verb->reading, token))
    return FALSE;
  tag = dossier_reading_tag (verb->reading, token - 1);
  if (tag == DOSSIER_TAG_COMMA)
    return token - 1 > verb->bounds.first;

  return tag == DOSSIER_TAG_CLOSE && token - 1 != verb->bounds.first - 1 + (token == verb->bounds.first);
}

/* Said Ann Lee: "…" */
static gboolean
try_inverted_first (Verb *verb)
{
  const DossierVerbGroup *group = verb->group;
  DossierVerbGroup inverted = *group;
  guint32 end;

  inverted.subject = dossier_clauses_subject_after (verb->reading->clauses, verb->after, verb->bounds.last);
  inverted.subject_kind = DOSSIER_SUBJECT_NAME;
  end = inverted.subject.last;
  if (end <= inverted.subject.first || end + 1 >= verb->bounds.last ||
      !IS (dossier_reading_tag (verb->reading, end), MASK (DOSSIER_TAG_COLON) | MASK (DOSSIER_TAG_COMMA)) ||
      dossier_reading_tag (verb->reading, end + 1) != DOSSIER_TAG_OPEN)
    return FALSE;
  verb->group = &inverted;
  add_quotation (verb, verb->after, end + 1);
  verb->group = group;

  return TRUE;
}

/* "…," said Ann Lee */
static gboolean
try_inverted (Verb *verb)
{
  const DossierVerbGroup *group = verb->group;
  DossierVerbGroup inverted = *group;
  DossierRange source;

  if (verb->after >= verb->bounds.last || !IS (dossier_reading_tag (verb->reading, verb->after), PHRASE))
    return FALSE;
  if (!content_ends_before (verb, group->start))
    return group->start == verb->bounds.first && group->head == group->start && try_inverted_first (verb);
  /* "Ann Lee, who leads it, said he …": the verb has its subject before it */
  if (group->subject_kind != DOSSIER_SUBJECT_NONE && group->subject_kind != DOSSIER_SUBJECT_INHERITED &&
      dossier_reading_tag (verb->reading, group->start - 1) == DOSSIER_TAG_COMMA)
    return FALSE;
  source = dossier_clauses_subject_after (verb->reading->clauses, verb->after, verb->bounds.last);
  if (source.last <= source.first || clause_begins_at (verb, verb->after))
    return FALSE;

  inverted.subject = source;
  inverted.subject_kind = source.last == source.first + 1 &&
                          dossier_reading_tag (verb->reading, source.first) == DOSSIER_TAG_PRONOUN
                          ? DOSSIER_SUBJECT_PRONOUN : DOSSIER_SUBJECT_NAME;
  verb->group = &inverted;
  add_before (verb, group->start, source.last);
  verb->group = group;

  return TRUE;
}

/* Whether a content stands after the verb, so that what is before it is none. */
static gboolean
content_follows (const Verb *verb)
{
  guint32 token = verb->after;
  guint32 skipped = skip_modifiers (verb->reading, token, verb->bounds.last);
  DossierTag tag;

  if (token >= verb->bounds.last)
    return FALSE;
  for (guint32 i = token; i <= skipped; i += MAX (skipped - token, 1))
    {
      tag = i < verb->bounds.last ? dossier_reading_tag (verb->reading, i) : DOSSIER_TAG_STOP;
      if (tag == DOSSIER_TAG_THAT || tag == DOSSIER_TAG_WH || tag == DOSSIER_TAG_OPEN || tag == DOSSIER_TAG_COLON ||
          clause_begins_at (verb, i))
        return TRUE;
    }
  tag = dossier_reading_tag (verb->reading, token);

  /* 'Asked about it, she said, "…"': what opens the sentence is no content */
  if (tag == DOSSIER_TAG_COMMA && token + 1 < verb->bounds.last &&
      dossier_reading_tag (verb->reading, token + 1) == DOSSIER_TAG_OPEN)
    return IS (dossier_reading_tag (verb->reading, verb->bounds.first),
               MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_SUBORDINATOR) |
               MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_TO));

  return tag == DOSSIER_TAG_TO;
}

/* Whether the tokens hold a finite verb: "in a statement, he said" has no
 * content before its cue. */
static gboolean
has_clause (const Verb *verb,
            guint32     first,
            guint32     last)
{
  if (last > first + CLAUSE_REACH)
    return TRUE;
  for (guint32 i = first; i < last; i++)
    {
      if (IS (dossier_reading_tag (verb->reading, i), FINITE))
        return TRUE;
    }

  return FALSE;
}

/* "…," Ann Lee said; "…, experts say." */
static gboolean
try_before (Verb *verb)
{
  const DossierVerbGroup *group = verb->group;
  gboolean quoted, object;

  if (group->form != DOSSIER_VERB_FINITE || group->passive)
    return FALSE;
  if (try_inverted (verb))
    return TRUE;
  if (group->subject_kind != DOSSIER_SUBJECT_PRONOUN && group->subject_kind != DOSSIER_SUBJECT_NAME &&
      group->subject_kind != DOSSIER_SUBJECT_NOUN)
    return FALSE;
  if (!content_ends_before (verb, group->subject.first))
    return FALSE;

  quoted = dossier_reading_tag (verb->reading, group->subject.first - 1) == DOSSIER_TAG_CLOSE ||
           (group->subject.first > 1 &&
            dossier_reading_tag (verb->reading, group->subject.first - 2) == DOSSIER_TAG_CLOSE);
  object = verb->after < verb->bounds.last && IS (dossier_reading_tag (verb->reading, verb->after), PHRASE) &&
           !(dossier_clauses_classes (verb->reading->clauses, verb->after) & DOSSIER_CLASS_DAY);
  if (!quoted && (content_follows (verb) || object ||
                  !has_clause (verb, verb->bounds.first, group->subject.first)))
    return FALSE;
  if (quoted && object && !(verb->cue->frames & DOSSIER_FRAME_RECIPIENT) && content_follows (verb))
    return FALSE;
  add_before (verb, group->subject.first, verb->after);

  return TRUE;
}

static gboolean
is_if (const Verb *verb,
       guint32     token)
{
  return dossier_reading_is_word (verb->reading, token, "if") ||
         dossier_reading_is_word (verb->reading, token, "whether") ||
         dossier_reading_is_word (verb->reading, token, "where") ||
         dossier_reading_is_word (verb->reading, token, "when");
}

/* A content that begins with a connecting word or mark at @token. */
static gboolean
try_connected (Verb    *verb,
               guint32  token)
{
  DossierReading *reading = verb->reading;
  DossierTag tag = dossier_reading_tag (reading, token);
  DossierTag next = token + 1 < verb->bounds.last ? dossier_reading_tag (reading, token + 1) : DOSSIER_TAG_STOP;

  if (token >= verb->bounds.last)
    return FALSE;
  if (tag == DOSSIER_TAG_COLON && (next == DOSSIER_TAG_OPEN ||
                                   (token + 1 == verb->bounds.last && token + 1 < reading->tokens->n_tokens &&
                                    dossier_reading_tag (reading, token + 1) == DOSSIER_TAG_OPEN)))
    add_quotation (verb, token, token + 1);
  else if (tag == DOSSIER_TAG_COLON && token + 1 < verb->bounds.last)
    add_extent (verb, DOSSIER_FRAME_AT_CLAUSE, token, token + 1);
  else if (tag == DOSSIER_TAG_COMMA && next == DOSSIER_TAG_OPEN)
    add_quotation (verb, token, token + 1);
  else if (tag == DOSSIER_TAG_OPEN && dossier_quotations_get (reading->quotations, token) != NULL &&
           dossier_quotations_get (reading->quotations, token)->full)
    add_quotation (verb, token, token);
  else if (tag == DOSSIER_TAG_THAT)
    add_extent (verb, DOSSIER_FRAME_AT_THAT, token, token);
  else if (tag == DOSSIER_TAG_WH || (is_if (verb, token) && verb->cue->frames & DOSSIER_FRAME_QUESTION))
    add_extent (verb, DOSSIER_FRAME_AT_WH, token, token);
  else
    return FALSE;

  return TRUE;
}

/* A content that begins with a noun phrase: clause, somebody told, or object. */
static gboolean
try_phrase (Verb    *verb,
            guint32  token)
{
  DossierReading *reading = verb->reading;
  guint32 end;

  if (clause_begins_at (verb, token) && verb->cue->frames & DOSSIER_FRAME_CLAUSE)
    {
      add_extent (verb, DOSSIER_FRAME_AT_CLAUSE, token, token);
      return TRUE;
    }
  if (verb->cue->frames & DOSSIER_FRAME_RECIPIENT)
    {
      end = dossier_clauses_phrase_right (reading->clauses, token, verb->bounds.last);
      if (end > token && end < verb->bounds.last)
        {
          guint32 skipped = skip_modifiers (reading, end, verb->bounds.last);

          if (try_connected (verb, end) || (skipped > end && try_connected (verb, skipped)))
            return TRUE;
          if (verb->cue->group == DOSSIER_CUE_GROUP_TELL &&
              (clause_begins_at (verb, end) || clause_begins_at (verb, skipped)))
            {
              end = clause_begins_at (verb, end) ? end : skipped;
              add_extent (verb, DOSSIER_FRAME_AT_CLAUSE, end, end);
              return TRUE;
            }
        }
    }
  add_extent (verb, DOSSIER_FRAME_AT_OBJECT, verb->after, token);

  return TRUE;
}

/* "said, as he often does, that …": passes what stands between two commas. */
static guint32
skip_parenthesis (const Verb *verb,
                  guint32     token)
{
  guint32 limit = MIN (verb->bounds.last, token + MODIFIER_REACH);

  if (token >= limit || dossier_reading_tag (verb->reading, token) != DOSSIER_TAG_COMMA)
    return token;
  for (guint32 i = token + 1; i + 1 < limit; i++)
    {
      if (dossier_reading_tag (verb->reading, i) == DOSSIER_TAG_COMMA)
        return dossier_reading_tag (verb->reading, i + 1) == DOSSIER_TAG_THAT ? i + 1 : token;
    }

  return token;
}

/* "what he said", "a plan that she supports": the relative word is the content. */
static gboolean
try_relative (Verb *verb)
{
  const DossierVerbGroup *group = verb->group;
  DossierCandidate candidate = new_candidate (verb, DOSSIER_FRAME_AT_RELATIVE, verb->after);
  guint32 first = group->subject.first;

  if (group->form != DOSSIER_VERB_FINITE || group->passive || first == verb->bounds.first || first == 0 ||
      (group->subject_kind != DOSSIER_SUBJECT_PRONOUN && group->subject_kind != DOSSIER_SUBJECT_NAME &&
       group->subject_kind != DOSSIER_SUBJECT_NOUN) ||
      !IS (dossier_reading_tag (verb->reading, first - 1), MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT)) ||
      dossier_reading_is_word (verb->reading, first - 1, "how") ||
      dossier_reading_is_word (verb->reading, first - 1, "why") ||
      dossier_reading_is_word (verb->reading, first - 1, "whether"))
    return FALSE;
  dossier_candidate_add_part (&candidate, first - 1, first);
  dossier_reading_add (verb->reading, &candidate);

  return TRUE;
}

static void
read_content (Verb *verb)
{
  DossierReading *reading = verb->reading;
  guint32 token = verb->after;
  DossierTag tag = token < verb->bounds.last ? dossier_reading_tag (reading, token) : DOSSIER_TAG_STOP;
  guint32 skipped;

  if (try_connected (verb, token))
    return;
  if (tag == DOSSIER_TAG_TO)
    {
      add_extent (verb, DOSSIER_FRAME_AT_TO, token, token);
      return;
    }
  skipped = skip_parenthesis (verb, token);
  if (skipped > token)
    {
      add_extent (verb, DOSSIER_FRAME_AT_THAT, verb->after, skipped);
      return;
    }
  skipped = skip_modifiers (reading, token, verb->bounds.last);
  if (skipped > token && skipped < verb->bounds.last)
    {
      if (try_connected (verb, skipped))
        return;
      if (clause_begins_at (verb, skipped) && verb->cue->frames & DOSSIER_FRAME_CLAUSE &&
          !IS (tag, PHRASE))
        {
          add_extent (verb, DOSSIER_FRAME_AT_CLAUSE, skipped, skipped);
          return;
        }
    }
  if (tag == DOSSIER_TAG_ADVERB && token + 1 < verb->bounds.last &&
      dossier_reading_tag (reading, token + 1) == DOSSIER_TAG_PREPOSITION)
    tag = dossier_reading_tag (reading, ++token);
  if (!IS (tag, PHRASE | MASK (DOSSIER_TAG_OPEN) | MASK (DOSSIER_TAG_ING)) && try_relative (verb))
    return;
  if (tag == DOSSIER_TAG_ING)
    add_extent (verb, DOSSIER_FRAME_AT_ING, token, token);
  else if (tag == DOSSIER_TAG_PREPOSITION && !verb->group->passive)
    {
      DossierCandidate candidate = new_candidate (verb, DOSSIER_FRAME_AT_PREPOSITION, token + 1);

      candidate.preposition = dossier_tagger_function (reading->clauses->tagger, reading->tokens->tokens[token].word);
      dossier_candidate_add_part (&candidate, token + 1, end_of (verb, &candidate, token + 1));
      dossier_reading_add (reading, &candidate);
    }
  else if (verb->group->passive)
    {
      DossierCandidate candidate = new_candidate (verb, DOSSIER_FRAME_AT_SUBJECT, verb->after);
      DossierRange agent;
      guint32 by;

      candidate.source = (DossierRange){ 0, 0 };
      if (find_agent (verb, verb->after, &agent, &by))
        candidate.source = agent;
      dossier_candidate_add_part (&candidate, verb->group->subject.first, verb->group->subject.last);
      dossier_reading_add (reading, &candidate);
    }
  else if (IS (tag, PHRASE | MASK (DOSSIER_TAG_OPEN)))
    try_phrase (verb, token);
}

static void
read_verb (DossierReading *reading,
           guint           index)
{
  const DossierVerbGroup *group = &g_array_index (reading->clauses->groups, DossierVerbGroup, index);
  Verb verb = { .reading = reading, .group = group, .index = index };
  gboolean says;

  verb.bounds = dossier_reading_bounds (reading, group->head);
  verb.cue_number = dossier_reading_cue (reading, group->head, DOSSIER_CUE_VERB, verb.bounds.last, &verb.after);
  if (verb.cue_number < 0)
    return;
  verb.cue = dossier_cues_get (reading->cues, verb.cue_number);
  says = (verb.cue->frames & (DOSSIER_FRAME_QUOTATION | DOSSIER_FRAME_CLAUSE | DOSSIER_FRAME_RECIPIENT)) != 0;
  if (says && try_before (&verb))
    return;
  read_content (&verb);
}

/**
 * dossier_candidates_verbs:
 *
 * Adds what verbs put forward, each verb once: the frame that fits it best.
 */
void
dossier_candidates_verbs (DossierReading *reading)
{
  for (guint i = 0; i < reading->clauses->groups->len; i++)
    read_verb (reading, i);
}
