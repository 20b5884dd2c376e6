/* dossier-claim-reporter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include <string.h>

#include "dossier-sift.h"

/* A clause of fewer words asserts nothing that could be checked. */
#define FEWEST_WORDS 5

/* How far behind a coordinator the verb of its clause may stand. */
#define CLAUSE_REACH 24

#define MAX_SEGMENTS 12

static inline DossierTag
tag_at (DossierSift *self,
        guint32      token)
{
  return dossier_clauses_tag (self->clauses, token);
}

static gboolean
is_joint (DossierTag tag)
{
  return tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_COLON || tag == DOSSIER_TAG_DASH || tag == DOSSIER_TAG_STOP ||
         tag == DOSSIER_TAG_SEMICOLON || tag == DOSSIER_TAG_COORDINATOR || tag == DOSSIER_TAG_THAT ||
         tag == DOSSIER_TAG_BRACKET_OPEN || tag == DOSSIER_TAG_BRACKET_CLOSE || tag == DOSSIER_TAG_CLOSE;
}

/* First finite verb group of @range whose subject stands in it; -1 for none. */
static int
finite_with_subject (DossierSift  *self,
                     DossierRange  range,
                     guint32       reach)
{
  const GArray *groups = self->clauses->groups;

  for (guint g = dossier_sift_group_from (self, range.first); g < groups->len; g++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, g);

      if (group->head >= range.last || group->start > range.first + reach)
        return -1;
      if (group->start <= range.first || group->form != DOSSIER_VERB_FINITE)
        continue;
      if (group->subject_kind == DOSSIER_SUBJECT_INHERITED || group->subject_kind == DOSSIER_SUBJECT_NONE ||
          group->subject_kind == DOSSIER_SUBJECT_RELATIVE)
        continue;
      return group->subject.first >= range.first ? (int) g : -1;
    }
  return -1;
}

/* The verb group's own words: "has instructed", "agreed to inject". */
static DossierRange
verb_words (DossierSift            *self,
            const DossierVerbGroup *group,
            guint32                 last)
{
  DossierRange range = { group->start, group->head + 1 };

  /* the infinitive belongs to the deed: "decided to reopen" */
  for (guint32 i = group->head + 1; i < last && i < group->head + 4; i++)
    if (tag_at (self, i) == DOSSIER_TAG_BASE && tag_at (self, i - 1) == DOSSIER_TAG_TO)
      range.last = i + 1;
  if (range.last < last && tag_at (self, range.last) == DOSSIER_TAG_PARTICLE)
    range.last++;
  return range;
}

/* "prosecutors reopened the case after the embassy expelled him": two deeds, each with who did it. */
static gboolean
both_deeds (DossierSift  *self,
            DossierRange  left,
            DossierRange  right)
{
  const DossierVerbGroup *before = dossier_sift_group (self, dossier_sift_main_group (self, left));
  const DossierVerbGroup *after;

  if (before == NULL || right.first >= right.last || dossier_sift_n_words (self, left) < FEWEST_WORDS ||
      dossier_sift_n_words (self, right) < FEWEST_WORDS)
    return FALSE;
  after = dossier_sift_group (self, finite_with_subject (self, right, CLAUSE_REACH));
  return after != NULL && (self->masks[after->head] & DOSSIER_CLAIM_WORD_ACT) &&
         (dossier_sift_mask (self, verb_words (self, before, left.last)) & DOSSIER_CLAIM_WORD_ACT);
}

/* ", which has banned it": a deed in a relative clause at the end. */
static gboolean
relative_deed (DossierSift  *self,
               DossierRange  range,
               guint32       i)
{
  const GArray *groups = self->clauses->groups;
  DossierRange clause = { i + 1, range.last };
  gboolean comma = i > range.first && (tag_at (self, i - 1) == DOSSIER_TAG_COMMA || tag_at (self, i - 1) == DOSSIER_TAG_COORDINATOR);

  if (tag_at (self, i) != DOSSIER_TAG_WH || !comma || dossier_sift_n_words (self, clause) < FEWEST_WORDS + 1)
    return FALSE;
  for (guint g = dossier_sift_group_from (self, i); g < groups->len; g++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, g);

      if (group->head >= range.last)
        return FALSE;
      if (group->start <= i)
        continue;
      return group->start == i + 1 && group->form == DOSSIER_VERB_FINITE &&
             (self->masks[group->head] & DOSSIER_CLAIM_WORD_ACT) != 0;
    }
  return FALSE;
}

/* Whether a new main clause begins behind the token @i. */
static gboolean
divides (DossierSift  *self,
         DossierRange  range,
         guint32       i)
{
  DossierTag tag = tag_at (self, i);
  gboolean comma = i > range.first && tag_at (self, i - 1) == DOSSIER_TAG_COMMA;
  DossierRange left = { range.first, i }, right = { i + 1, range.last };

  if (tag != DOSSIER_TAG_COORDINATOR && tag != DOSSIER_TAG_SUBORDINATOR && tag != DOSSIER_TAG_SEMICOLON &&
      !(self->masks[i] & DOSSIER_CLAIM_WORD_SEQUENCE))
    return FALSE;
  if (self->masks[i] & DOSSIER_CLAIM_WORD_SEQUENCE)
    return both_deeds (self, left, right);
  if (tag == DOSSIER_TAG_SUBORDINATOR && (!comma || !(self->masks[i] & DOSSIER_CLAIM_WORD_CONTRAST)))
    return FALSE;
  if (right.first >= right.last || self->tokens->tokens[i].quote > 0)
    return FALSE;
  if (tag == DOSSIER_TAG_COORDINATOR && !comma && !(self->masks[i] & DOSSIER_CLAIM_WORD_CONTRAST) &&
      !(dossier_clauses_classes (self->clauses, right.first) & DOSSIER_CLASS_SUBJECT))
    return FALSE;
  return dossier_sift_n_words (self, left) >= FEWEST_WORDS && dossier_sift_main_group (self, left) >= 0 &&
         dossier_sift_n_words (self, right) >= FEWEST_WORDS && finite_with_subject (self, right, CLAUSE_REACH) >= 0;
}

static guint
cut_clauses (DossierSift  *self,
             DossierRange  range,
             DossierRange  out[MAX_SEGMENTS])
{
  guint n = 0;
  guint32 start = range.first;
  guint looked = 0;

  for (guint32 i = range.first; i < range.last && n + 1 < MAX_SEGMENTS && looked < 8; i++)
    {
      DossierRange rest = { start, range.last };

      DossierTag tag = tag_at (self, i);

      if (tag != DOSSIER_TAG_COORDINATOR && tag != DOSSIER_TAG_SUBORDINATOR && tag != DOSSIER_TAG_SEMICOLON &&
          tag != DOSSIER_TAG_WH && tag != DOSSIER_TAG_PREPOSITION)
        continue;
      if (!(tag == DOSSIER_TAG_WH ? relative_deed (self, rest, i) : divides (self, rest, i)))
        continue;
      looked++;
      out[n++] = (DossierRange) { start, i };
      start = i + 1;
    }
  out[n++] = (DossierRange) { start, range.last };
  return n;
}

static DossierRange
trim (DossierSift  *self,
      DossierRange  range)
{
  while (range.first < range.last &&
         (is_joint (tag_at (self, range.first)) ||
          (tag_at (self, range.first) == DOSSIER_TAG_ADVERB && range.first + 1 < range.last &&
           tag_at (self, range.first + 1) == DOSSIER_TAG_COMMA)))
    range.first++;
  while (range.first < range.last && is_joint (tag_at (self, range.last - 1)) &&
         !(tag_at (self, range.last - 1) == DOSSIER_TAG_CLOSE && self->tokens->tokens[range.last - 1].quote > 0) &&
         tag_at (self, range.last - 1) != DOSSIER_TAG_BRACKET_CLOSE)
    range.last--;
  /* "though", "as", "when" before a clause of its own */
  if (range.first < range.last && tag_at (self, range.first) == DOSSIER_TAG_SUBORDINATOR &&
      (self->masks[range.first] & DOSSIER_CLAIM_WORD_CONTRAST))
    range.first++;
  return range;
}

static gboolean
has_figure (DossierSift  *self,
            DossierRange  range)
{
  for (guint32 i = range.first; i < range.last; i++)
    if (self->tokens->tokens[i].kind == DOSSIER_TOKEN_NUMBER)
      return TRUE;
  return FALSE;
}

static guint
count_tag (DossierSift  *self,
           DossierRange  range,
           DossierTag    tag)
{
  guint n = 0;

  for (guint32 i = range.first; i < range.last; i++)
    n += tag_at (self, i) == tag;
  return n;
}

/* "I", "we", "you" outside quotation marks: somebody argues, nobody reports. */
static gboolean
is_personal (DossierSift  *self,
             DossierRange  range)
{
  for (guint32 i = range.first; i < range.last; i++)
    if ((self->masks[i] & DOSSIER_CLAIM_WORD_PERSONAL) && self->tokens->tokens[i].quote == 0)
      return TRUE;
  return FALSE;
}

/* Whether a clause says something that could be checked: a deed, a wrong, a
 * figure, a date, or a name with a verb that is more than a guess. */
static gboolean
is_checkable (DossierSift  *self,
              DossierRange  range,
              int           main_group)
{
  const DossierVerbGroup *group = dossier_sift_group (self, main_group);
  DossierTag first = tag_at (self, range.first);
  guint32 mask = dossier_sift_mask (self, range);
  guint32 verb;
  guint names = count_tag (self, range, DOSSIER_TAG_NAME);

  if (group == NULL || dossier_sift_n_words (self, range) < FEWEST_WORDS)
    return FALSE;
  if (range.last < self->tokens->n_tokens && self->utf8[self->tokens->tokens[range.last].bytes.start] == '?')
    return FALSE;
  if (first == DOSSIER_TAG_WH || first == DOSSIER_TAG_MODAL || is_personal (self, range))
    return FALSE;

  verb = dossier_sift_mask (self, verb_words (self, group, range.last));
  if (verb & DOSSIER_CLAIM_WORD_WRONG || (verb & (DOSSIER_CLAIM_WORD_ACT | DOSSIER_CLAIM_WORD_PLAN) && !(mask & DOSSIER_CLAIM_WORD_VAGUE)))
    return TRUE;
  if (mask & (DOSSIER_CLAIM_WORD_ALLEGED | DOSSIER_CLAIM_WORD_CHARGE | DOSSIER_CLAIM_WORD_NOTHING))
    return TRUE;
  if (has_figure (self, range))
    return TRUE;
  /* "that is not the end of it" */
  if (group->negated && tag_at (self, group->head) == DOSSIER_TAG_BE)
    return FALSE;
  if (mask & DOSSIER_CLAIM_WORD_VAGUE)
    return FALSE;
  if (group->modal && !(mask & DOSSIER_CLAIM_WORD_WRONG))
    return FALSE;
  return names > 0 || (mask & (DOSSIER_CLAIM_WORD_WRONG | DOSSIER_CLAIM_WORD_KNOWN)) != 0 ||
         (group->passive && tag_at (self, group->head) == DOSSIER_TAG_PARTICIPLE);
}

/* A sentence that is all within quotation marks and that nobody is said to have
 * said: the speaker before goes on. */
static gboolean
is_running_quotation (DossierSift  *self,
                      DossierRange  range)
{
  const DossierToken *tokens = self->tokens->tokens;

  return tokens[range.first].quote > 0 && tokens[range.last - 1].quote > 0 && dossier_sift_n_words (self, range) >= 4 &&
         tokens[range.first + (range.last - range.first) / 2].quote > 0 && dossier_sift_main_group (self, range) >= 0;
}

/* What is left of a sentence behind a saying, its subject gone with it, asserts
 * nothing by itself; a relative clause that tells of a deed does. */
static gboolean
is_fragment (DossierSift  *self,
             DossierRange  range,
             int           main_group)
{
  const DossierVerbGroup *group = dossier_sift_group (self, main_group);
  const DossierSentence *sentence = &self->tokens->sentences[self->tokens->tokens[range.first].sentence];

  if (group == NULL)
    return FALSE;
  /* "he shifted his account of": the rest is told by somebody */
  if (range.last < sentence->last && tag_at (self, range.last) != DOSSIER_TAG_STOP &&
      (tag_at (self, range.last - 1) == DOSSIER_TAG_PREPOSITION || tag_at (self, range.last - 1) == DOSSIER_TAG_WH ||
       tag_at (self, range.last - 1) == DOSSIER_TAG_TO || tag_at (self, range.last - 1) == DOSSIER_TAG_SUBORDINATOR))
    return TRUE;
  if (range.first == sentence->first || group->start > range.first + 1)
    return FALSE;
  if (group->subject.first >= range.first && group->subject.first < group->start)
    return FALSE;
  return tag_at (self, range.first - 1) != DOSSIER_TAG_WH ||
         !(self->masks[group->head] & (DOSSIER_CLAIM_WORD_ACT | DOSSIER_CLAIM_WORD_PLAN));
}

static void
draft_segment (DossierSift  *self,
               DossierRange  range)
{
  DossierRange clauses[MAX_SEGMENTS];
  guint n;

  if (dossier_range_is_empty (range))
    return;
  range = trim (self, range);
  if (dossier_range_is_empty (range))
    return;
  if (dossier_sift_leading_quotation (self, range) > 0 || is_running_quotation (self, range))
    {
      clauses[0] = range;
      n = 1;
    }
  else
    n = cut_clauses (self, range, clauses);
  for (guint i = 0; i < n; i++)
    {
      DossierRange clause = trim (self, clauses[i]);
      DossierRange rest;
      int main_group;

      if (dossier_range_is_empty (clause))
        continue;
      main_group = dossier_sift_main_group (self, clause);
      if (is_running_quotation (self, clause))
        {
          dossier_sift_add (self, clause, -1)->quoted = TRUE;
          continue;
        }
      if (dossier_sift_own_saying (self, clause, &rest))
        {
          clause = trim (self, rest);
          if (dossier_range_is_empty (clause))
            continue;
          main_group = dossier_sift_main_group (self, clause);
        }
      if (is_fragment (self, clause, main_group))
        continue;
      if (is_checkable (self, clause, main_group))
        dossier_sift_add (self, clause, -1)->confidence = 0.4;
    }
}

/* "The company, which is expected to lay off thousands, said": the relative
 * clause inside a source is the reporter's. */
static void
uncover_relatives (DossierSift  *self,
                   DossierRange  source,
                   guint8       *covered)
{
  for (guint32 i = source.first; i < source.last; i++)
    {
      DossierRange clause = { i + 1, source.last };

      if (tag_at (self, i) != DOSSIER_TAG_WH || dossier_sift_n_words (self, clause) < 6)
        continue;
      memset (covered + clause.first, 0, clause.last - clause.first);
      return;
    }
}

static void
cover_range (guint8       *covered,
             DossierRange  range)
{
  if (!dossier_range_is_empty (range))
    memset (covered + range.first, 1, range.last - range.first);
}

/* The source and what stands between it and its cue; but a subject that an
 * earlier verb has too ("ordered an audit and called for") belongs to that verb. */
static void
cover_source (DossierSift         *self,
              const DossierSaying *saying,
              guint8              *covered)
{
  DossierRange source = saying->source;

  if (saying->cue.first >= source.last && saying->cue.first < source.last + 24)
    {
      guint32 before = saying->cue.first;

      while (before > source.last && tag_at (self, before - 1) == DOSSIER_TAG_ADVERB)
        before--;
      if (before > source.last && tag_at (self, before - 1) == DOSSIER_TAG_COORDINATOR)
        return;
      source.last = saying->cue.first;
    }
  cover_range (covered, source);
}

/* By token: whether a saying that made claims has it. */
static guint8 *
cover (DossierSift *self)
{
  guint8 *covered = g_malloc0 (self->tokens->n_tokens + 1);

  for (guint i = 0; i < self->sayings->len; i++)
    {
      const DossierSaying *saying = dossier_sift_saying (self, i);

      /* "claims that": the noun belongs to the reporter's sentence */
      if (!saying->used || (saying->cue_row != NULL && saying->cue_row->part == DOSSIER_CUE_NOUN))
        continue;
      cover_source (self, saying, covered);
      uncover_relatives (self, saying->source, covered);
    }
  for (guint i = 0; i < self->sayings->len; i++)
    {
      const DossierSaying *saying = dossier_sift_saying (self, i);

      if (!saying->used)
        continue;
      for (guint p = 0; p < saying->n_content; p++)
        cover_range (covered, saying->content[p]);
      if (saying->cue_row == NULL || saying->cue_row->part != DOSSIER_CUE_NOUN)
        cover_range (covered, saying->cue);
    }
  return covered;
}

/**
 * dossier_sift_reporter:
 *
 * Makes drafts of what no saying covers: the reporter's own voice, a clause each.
 */
void
dossier_sift_reporter (DossierSift *self)
{
  g_autofree guint8 *covered = cover (self);

  for (guint32 s = 0; s < self->tokens->n_sentences; s++)
    {
      const DossierSentence *sentence = &self->tokens->sentences[s];
      guint32 start = sentence->first;

      if (self->blocks[s] == DOSSIER_BLOCK_BOILERPLATE || self->blocks[s] == DOSSIER_BLOCK_BYLINE ||
          self->blocks[s] == DOSSIER_BLOCK_DATELINE || self->blocks[s] == DOSSIER_BLOCK_OUTLET)
        continue;
      for (guint32 i = sentence->first; i <= sentence->last; i++)
        {
          if (i < sentence->last && !covered[i])
            continue;
          if (i > start)
            draft_segment (self, (DossierRange) { start, i });
          start = i + 1;
        }
    }
}
