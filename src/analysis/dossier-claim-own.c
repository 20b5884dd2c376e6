/* dossier-claim-own.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include "dossier-sift.h"

/*
 * Clauses whose verb is one of saying although no attribution was found in
 * them. Four forms: "X denied Y", "“Y,” said X", "Y, X said", "Y, according to X".
 */

/* Words that may follow the cue at the end of "Y, X said on Tuesday". */
#define TAIL_WORDS 8

/* Words between "told" and "that". */
#define TELL_REACH 24

/* Words of a source behind "according to". */
#define SOURCE_WORDS 14

static inline DossierTag
tag_at (DossierSift *self,
        guint32      token)
{
  return dossier_clauses_tag (self->clauses, token);
}

/**
 * dossier_sift_cue_at:
 * @after: (out): the token after the cue
 *
 * Returns: (nullable): the longest cue of a part of speech that begins at @token
 */
const DossierCue *
dossier_sift_cue_at (DossierSift    *self,
                     guint32         token,
                     guint32         last,
                     DossierCuePart  part,
                     guint32        *after)
{
  guint n_cues, best_words = 0;
  const guint16 *cues = dossier_cues_starting (self->cues, self->tokens->tokens[token].word, &n_cues);
  const DossierCue *best = NULL;

  for (guint i = 0; i < n_cues; i++)
    {
      const DossierCue *cue = dossier_cues_get (self->cues, cues[i]);
      guint n_words, k = 0;
      const guint32 *words = dossier_cues_rest (self->cues, cues[i], &n_words);

      if (cue->part != part || token + 1 + n_words > last)
        continue;
      while (k < n_words && self->tokens->tokens[token + 1 + k].word == words[k])
        k++;
      if (k < n_words || (best != NULL && n_words <= best_words))
        continue;
      best = cue;
      best_words = n_words;
    }
  *after = token + 1 + best_words;
  return best;
}

static gboolean
speaks (const DossierCue *cue)
{
  if (cue == NULL)
    return FALSE;
  return cue->group == DOSSIER_CUE_GROUP_SAY || cue->group == DOSSIER_CUE_GROUP_TELL ||
         cue->group == DOSSIER_CUE_GROUP_ALLEGE || cue->group == DOSSIER_CUE_GROUP_DENY ||
         cue->group == DOSSIER_CUE_GROUP_FIND || cue->group == DOSSIER_CUE_GROUP_ACCUSE ||
         cue->group == DOSSIER_CUE_GROUP_DECLINE || cue->group == DOSSIER_CUE_GROUP_ASK;
}

/* Whether the cue takes what stands behind it without a clause. */
static gboolean
takes_object (const DossierCue *cue)
{
  return cue->group == DOSSIER_CUE_GROUP_DENY || cue->group == DOSSIER_CUE_GROUP_ACCUSE ||
         cue->group == DOSSIER_CUE_GROUP_ALLEGE || cue->group == DOSSIER_CUE_GROUP_DECLINE ||
         cue->group == DOSSIER_CUE_GROUP_ASK;
}

/**
 * dossier_sift_leading_quotation:
 * @range: a clause
 *
 * Returns: where the quotation that begins at the head of @range ends; 0 for none, or for one that is all there is
 */
guint32
dossier_sift_leading_quotation (DossierSift  *self,
                                DossierRange  range)
{
  if (tag_at (self, range.first) != DOSSIER_TAG_OPEN)
    return 0;
  for (guint32 i = range.first + 1; i + 2 < range.last; i++)
    if (self->tokens->tokens[i].quote > 0 && tag_at (self, i) == DOSSIER_TAG_CLOSE && self->tokens->tokens[i + 1].quote == 0)
      return i + 1;
  return 0;
}

static gboolean
add (DossierSift      *self,
     DossierRange      source,
     DossierRange      cue,
     DossierRange      content,
     const DossierCue *row,
     gboolean          quoted)
{
  DossierSaying saying = { .source = source, .cue = cue, .n_content = 1, .cue_row = row, .parent = -1,
                           .confidence = 0.5f, .quoted = quoted, .used = TRUE };

  if (dossier_range_is_empty (content) || dossier_range_is_empty (source))
    return FALSE;
  saying.content[0] = content;
  saying.hull.first = MIN (MIN (source.first, cue.first), content.first);
  saying.hull.last = MAX (MAX (source.last, cue.last), content.last);
  g_array_append_val (self->sayings, saying);
  dossier_sift_draft_saying (self, self->sayings->len - 1);
  return TRUE;
}

/* "assured the public on Tuesday that": where the clause begins; the head of @content where there is none. */
static guint32
after_that (DossierSift  *self,
            DossierRange  content)
{
  for (guint32 i = content.first; i + 3 < content.last && i < content.first + TELL_REACH; i++)
    if (tag_at (self, i) == DOSSIER_TAG_THAT)
      return i;
  return content.first;
}

/* "“Y,” the report states": a short clause behind a quotation, its verb taken for a noun. */
static gboolean
by_quotation (DossierSift  *self,
              DossierRange  range)
{
  guint32 quotation = dossier_sift_leading_quotation (self, range);
  DossierRange tail = { quotation, range.last };

  if (quotation == 0 || dossier_sift_n_words (self, tail) > SOURCE_WORDS ||
      dossier_sift_n_words (self, (DossierRange) { range.first, quotation }) < 3)
    return FALSE;
  for (guint32 i = tail.first; i < tail.last; i++)
    {
      guint32 after;
      const DossierCue *cue = dossier_sift_cue_at (self, i, tail.last, DOSSIER_CUE_VERB, &after);
      DossierRange source = { tail.first, i };

      if (cue == NULL || (cue->group != DOSSIER_CUE_GROUP_SAY && cue->group != DOSSIER_CUE_GROUP_ALLEGE))
        continue;
      if (i == tail.first)
        source = (DossierRange) { after, tail.last };
      return add (self, source, (DossierRange) { i, after }, (DossierRange) { range.first, quotation }, cue, TRUE);
    }
  return FALSE;
}

/* "X denied Y": the clause's own verb. A deed that could also be said ("agreed to") is a deed. */
static gboolean
by_main_verb (DossierSift  *self,
              DossierRange  range)
{
  guint32 quotation = dossier_sift_leading_quotation (self, range), after;
  DossierRange clause = { quotation > 0 ? quotation : range.first, range.last };
  const DossierVerbGroup *group = dossier_sift_group (self, dossier_sift_main_group (self, clause));
  const DossierCue *cue = group != NULL && !group->passive
                          ? dossier_sift_cue_at (self, group->head, range.last, DOSSIER_CUE_VERB, &after) : NULL;
  DossierRange content = { 0, 0 };
  const DossierVerbGroup *inner;
  gboolean judged;

  if (!speaks (cue) || group->subject_kind == DOSSIER_SUBJECT_RELATIVE)
    return FALSE;
  if (quotation > 0)
    {
      content = (DossierRange) { range.first, quotation };
      return dossier_sift_n_words (self, content) >= 3 &&
             add (self, group->subject, (DossierRange) { group->start, after }, content, cue, TRUE);
    }

  content = (DossierRange) { cue->group == DOSSIER_CUE_GROUP_DECLINE ? group->head : after, range.last };
  if (dossier_range_is_empty (content) ||
      ((self->masks[group->head] & DOSSIER_CLAIM_WORD_ACT) &&
       (cue->group != DOSSIER_CUE_GROUP_DENY || (dossier_sift_mask (self, group->subject) & DOSSIER_CLAIM_WORD_INQUIRY))))
    return FALSE;
  if (cue->group == DOSSIER_CUE_GROUP_TELL)
    content.first = after_that (self, content);
  after = content.first;
  inner = dossier_sift_group (self, dossier_sift_main_group (self, content));
  judged = (self->masks[group->head] & DOSSIER_CLAIM_WORD_JUDGE) && dossier_sift_n_words (self, content) >= 3 &&
           (dossier_sift_mask (self, content) & (DOSSIER_CLAIM_WORD_REJECT | DOSSIER_CLAIM_WORD_CHARGE)) != 0;
  if (!takes_object (cue) && !judged && tag_at (self, after) != DOSSIER_TAG_THAT &&
      (inner == NULL || tag_at (self, after) == DOSSIER_TAG_PREPOSITION || dossier_tokens_equal (self->tokens, after, "as") || inner->subject.first > after + 3 || inner->subject.first < after))
    return FALSE;
  return add (self, group->subject, (DossierRange) { group->start, MIN (after, group->head + 3) }, content, cue, FALSE);
}

/* "Y, a study finds", "Y, reports Reuters": the cue stands at the end. */
static gboolean
tail_with (DossierSift            *self,
           DossierRange            range,
           const DossierVerbGroup *group)
{
  DossierRange source, content;
  const DossierCue *cue;
  guint32 after;

  if (group->passive && group->form != DOSSIER_VERB_PARTICIPLE)
    return FALSE;
  cue = dossier_sift_cue_at (self, group->head, range.last, DOSSIER_CUE_VERB, &after);
  if (!speaks (cue) || dossier_sift_n_words (self, (DossierRange) { after, range.last }) > TAIL_WORDS)
    return FALSE;

  if (group->start > range.first && tag_at (self, group->start - 1) == DOSSIER_TAG_COMMA)
    {
      /* inverted: the source is what follows, as long as it is a name or a noun */
      source = (DossierRange) { after, range.last };
      content = (DossierRange) { range.first, group->start - 1 };
      if (dossier_range_is_empty (source) || (dossier_sift_mask (self, (DossierRange) { group->head, after }) & DOSSIER_CLAIM_WORD_JUDGE) ||
          (tag_at (self, after) != DOSSIER_TAG_NAME && tag_at (self, after) != DOSSIER_TAG_DETERMINER))
        return FALSE;
    }
  else
    {
      source = group->subject;
      if (source.first <= range.first || source.last > group->start || tag_at (self, source.first - 1) != DOSSIER_TAG_COMMA)
        return FALSE;
      content = (DossierRange) { range.first, source.first - 1 };
    }
  return dossier_sift_main_group (self, content) >= 0 && dossier_sift_n_words (self, content) >= 4 &&
         add (self, source, (DossierRange) { group->start, after }, content, cue, FALSE);
}

/* Whether a group can be the verb behind what is said. In "…, the company said in a
 * letter" the past tense looks like a participle. */
static gboolean
may_end (DossierSift            *self,
         DossierRange            range,
         const DossierVerbGroup *group)
{
  if (group->form == DOSSIER_VERB_FINITE)
    return TRUE;
  return group->form == DOSSIER_VERB_PARTICIPLE && group->start == group->head && group->subject.last == group->start &&
         group->subject.first > range.first && tag_at (self, group->subject.first - 1) == DOSSIER_TAG_COMMA;
}

/**
 * dossier_sift_tail_saying:
 * @range: a clause, or what somebody passes on
 *
 * Makes drafts of "Y, X said": the last verb, or the last but one ("has alleged and filed a suit").
 *
 * Returns: whether somebody says it
 */
gboolean
dossier_sift_tail_saying (DossierSift  *self,
                          DossierRange  range)
{
  guint tried = 0;

  for (guint g = dossier_sift_group_from (self, range.last); g > 0 && tried < 2; g--)
    {
      const DossierVerbGroup *group = &g_array_index (self->clauses->groups, DossierVerbGroup, g - 1);

      if (group->start <= range.first)
        return FALSE;
      if (!may_end (self, range, group))
        continue;
      if (tail_with (self, range, group))
        return TRUE;
      tried++;
    }
  return FALSE;
}

/* "… allegations that he denies", "both charges the firm has denied": the charge stands before who denies it. */
static gboolean
by_fronted_charge (DossierSift  *self,
                   DossierRange  range,
                   DossierRange *rest)
{
  guint g = dossier_sift_group_from (self, range.last);
  const DossierVerbGroup *last = dossier_sift_group (self, (int) g - 1);
  const DossierCue *cue;
  DossierRange content, source;
  guint32 after;

  if (last == NULL || last->form != DOSSIER_VERB_FINITE || last->start <= range.first + 1 || last->head + 2 < range.last)
    return FALSE;
  cue = dossier_sift_cue_at (self, last->head, range.last, DOSSIER_CUE_VERB, &after);
  if (cue == NULL || cue->group != DOSSIER_CUE_GROUP_DENY || last->subject.first <= range.first || last->subject.last > last->start)
    return FALSE;
  source = last->subject;
  content.last = source.first;
  /* "both charges the firm has denied": no relative pronoun divides the two */
  for (guint32 i = source.first; i + 1 < source.last; i++)
    if (self->masks[i] & DOSSIER_CLAIM_WORD_CHARGE)
      {
        content.last = i + 1;
        source.first = i + 1;
      }
  if (tag_at (self, content.last - 1) == DOSSIER_TAG_THAT || tag_at (self, content.last - 1) == DOSSIER_TAG_WH)
    content.last--;
  if (content.last <= range.first || dossier_range_is_empty (source))
    return FALSE;
  content.first = dossier_clauses_phrase_left (self->clauses, range.first, content.last - 1);
  if (!(dossier_sift_mask (self, content) & DOSSIER_CLAIM_WORD_CHARGE))
    return FALSE;
  rest->first = range.first;
  rest->last = content.first;
  return add (self, source, (DossierRange) { last->start, after }, content, cue, FALSE);
}

/* "examines whether X broke the law": a charge that is looked into. */
static gboolean
by_whether (DossierSift  *self,
            DossierRange  range)
{
  for (guint32 i = range.first + 2; i + 5 < range.last; i++)
    {
      DossierRange content = { i, range.last };
      const DossierVerbGroup *group;
      guint g;

      if (tag_at (self, i) != DOSSIER_TAG_SUBORDINATOR && tag_at (self, i) != DOSSIER_TAG_WH)
        continue;
      if (!dossier_tokens_equal (self->tokens, i, "whether"))
        continue;
      if (!(dossier_sift_mask (self, content) & DOSSIER_CLAIM_WORD_WRONG) || dossier_sift_main_group (self, content) < 0)
        return FALSE;
      g = dossier_sift_group_from (self, i);
      for (; g > 0; g--)
        {
          group = &g_array_index (self->clauses->groups, DossierVerbGroup, g - 1);
          if (group->start < range.first)
            return FALSE;
          if (tag_at (self, group->head) != DOSSIER_TAG_BE)
            return add (self, group->subject, (DossierRange) { group->start, group->head + 1 }, content, NULL, FALSE);
        }
      return FALSE;
    }
  return FALSE;
}

/* "According to X, Y", "Y, according to X", "Y, per X, Z". */
static gboolean
by_according (DossierSift  *self,
              DossierRange  range)
{
  for (guint32 i = range.first; i + 1 < range.last; i++)
    {
      guint32 after, end;
      const DossierCue *cue;
      DossierRange content;

      if (i > range.first && tag_at (self, i - 1) != DOSSIER_TAG_COMMA)
        continue;
      cue = dossier_sift_cue_at (self, i, range.last, DOSSIER_CUE_PHRASE, &after);
      if (cue == NULL || cue->group != DOSSIER_CUE_GROUP_ACCORDING || after >= range.last)
        continue;
      for (end = after; end < range.last && end < after + SOURCE_WORDS && tag_at (self, end) != DOSSIER_TAG_COMMA; end++)
        ;
      if (end == after)
        continue;
      if (i == range.first)
        content = (DossierRange) { MIN (end + 1, range.last), range.last };
      else
        content = (DossierRange) { range.first, i - 1 };
      if (i > range.first && end < range.last)
        content.last = range.last; /* set in the middle: the passage is the whole clause */
      return dossier_sift_main_group (self, content) >= 0 &&
             add (self, (DossierRange) { after, end }, (DossierRange) { i, after }, content, cue, FALSE);
    }
  return FALSE;
}

/* "… after the watchdog said there was no proof": the clause behind the
 * subordinator says something; what stands before it is left for the reporter. */
static gboolean
by_subordinate (DossierSift  *self,
                DossierRange  range,
                DossierRange *rest)
{
  const GArray *groups = self->clauses->groups;
  int main_group = dossier_sift_main_group (self, range);

  for (guint g = main_group + 1; main_group >= 0 && g < groups->len; g++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, g);
      const DossierVerbGroup *inner;
      const DossierCue *cue;
      DossierRange content;
      guint32 after;

      if (group->head >= range.last)
        return FALSE;
      if (group->form != DOSSIER_VERB_FINITE || group->passive || group->subject.first <= range.first + 4 ||
          group->subject.last > group->start || tag_at (self, group->subject.first - 1) != DOSSIER_TAG_SUBORDINATOR)
        continue;
      cue = dossier_sift_cue_at (self, group->head, range.last, DOSSIER_CUE_VERB, &after);
      content = (DossierRange) { after, range.last };
      inner = dossier_sift_group (self, dossier_sift_main_group (self, content));
      if (!speaks (cue) || inner == NULL || (tag_at (self, after) != DOSSIER_TAG_THAT && inner->start > after + 6))
        continue;
      rest->first = range.first;
      rest->last = group->subject.first - 1;
      return add (self, group->subject, (DossierRange) { group->start, after }, content, cue, FALSE);
    }
  return FALSE;
}

/**
 * dossier_sift_own_saying:
 * @range: a clause of the reporter
 * @rest: (out): what of it is still the reporter's; empty for nothing
 *
 * Makes drafts of what somebody says in a clause in which no attribution was found.
 *
 * Returns: whether somebody does
 */
gboolean
dossier_sift_own_saying (DossierSift  *self,
                         DossierRange  range,
                         DossierRange *rest)
{
  rest->first = rest->last = range.first;
  return by_according (self, range) || by_fronted_charge (self, range, rest) || dossier_sift_tail_saying (self, range) || by_main_verb (self, range) ||
         by_quotation (self, range) || by_whether (self, range) ||
         by_subordinate (self, range, rest);
}
