/* dossier-clauses.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-clauses.h"

/* No phrase is followed further than this many tokens: keeps the work on one
 * verb constant, whatever the sentence's length. */
#define REACH 60
#define GROUP_REACH 10

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

#define AUXILIARIES (MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | MASK (DOSSIER_TAG_DO) | \
                     MASK (DOSSIER_TAG_MODAL))
#define FINITE (AUXILIARIES | MASK (DOSSIER_TAG_VERB))
#define VERBS (MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BASE) | MASK (DOSSIER_TAG_PARTICIPLE) | \
               MASK (DOSSIER_TAG_ING))
#define ADVERBS (MASK (DOSSIER_TAG_ADVERB) | MASK (DOSSIER_TAG_NOT))
#define HEADS (MASK (DOSSIER_TAG_NOUN) | MASK (DOSSIER_TAG_NAME) | MASK (DOSSIER_TAG_NUMBER) | \
               MASK (DOSSIER_TAG_PRONOUN))
#define INSIDE (MASK (DOSSIER_TAG_NOUN) | MASK (DOSSIER_TAG_NAME) | MASK (DOSSIER_TAG_NUMBER) | \
                MASK (DOSSIER_TAG_ADJECTIVE) | MASK (DOSSIER_TAG_HYPHEN) | MASK (DOSSIER_TAG_POSSESSIVE))

#define TIMES (DOSSIER_CLASS_DAY | DOSSIER_CLASS_UNIT)

static inline DossierTag
tag_of (const DossierClauses *self,
        guint32               i)
{
  return (DossierTag)self->tagged[i].tag;
}

/* The token that opens the bracket or quotation closed at @i, or @i when it is
 * not near. */
static guint32
opening_of (const DossierClauses *self,
            guint32               first,
            guint32               i)
{
  DossierTag open = tag_of (self, i) == DOSSIER_TAG_CLOSE ? DOSSIER_TAG_OPEN : DOSSIER_TAG_BRACKET_OPEN;

  for (guint32 j = i; j > first && i - j < 16; j--)
    {
      if (tag_of (self, j - 1) == open)
        return j - 1;
    }

  return i;
}

/**
 * dossier_clauses_phrase_left:
 * @first: first token that may be taken
 * @token: last token of a noun phrase
 *
 * Returns: the first token of the noun phrase that ends at @token, without
 *   prepositional phrases; @token + 1 when none ends there
 */
guint32
dossier_clauses_phrase_left (const DossierClauses *self,
                             guint32               first,
                             guint32               token)
{
  guint32 i = token;
  gboolean head = FALSE;

  if (tag_of (self, i) == DOSSIER_TAG_PRONOUN)
    return i;
  while (TRUE)
    {
      DossierTag tag = tag_of (self, i);
      guint classes = dossier_clauses_classes (self, i);

      if (tag == DOSSIER_TAG_BRACKET_CLOSE || tag == DOSSIER_TAG_CLOSE)
        {
          guint32 open = opening_of (self, first, i);

          /* '"So it is," Lee': what is quoted is no part of the name */
          if (open == i || (tag == DOSSIER_TAG_CLOSE && (head || i < token) &&
                            IS (tag_of (self, i - 1), MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_STOP))))
            return i + 1;
          if (open == first)
            return open;
          if (tag == DOSSIER_TAG_CLOSE)
            head = TRUE;
          i = open;
        }
      else if (tag == DOSSIER_TAG_DETERMINER || (tag == DOSSIER_TAG_POSSESSIVE && classes != 0))
        {
          if (i > first && tag_of (self, i - 1) == DOSSIER_TAG_NUMBER && head)
            return i - 1;
          return i;
        }
      else if (IS (tag, INSIDE) ||
               (tag == DOSSIER_TAG_COORDINATOR && self->utf8[self->tokens->tokens[i].bytes.start] == '&'))
        {
          if (head && classes & TIMES && i < token &&
              tag_of (self, i + 1) != DOSSIER_TAG_POSSESSIVE && tag_of (self, i + 1) != DOSSIER_TAG_NOUN)
            return i + 1;
          if (IS (tag, HEADS))
            head = TRUE;
        }
      else if (head && IS (tag, MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_ING) | ADVERBS) && i > first &&
               IS (tag_of (self, i - 1), MASK (DOSSIER_TAG_DETERMINER) | MASK (DOSSIER_TAG_POSSESSIVE) |
                   MASK (DOSSIER_TAG_HYPHEN)))
        ;
      else
        return head || i < token ? i + 1 : token + 1;

      if (i == first || token - i > REACH)
        return i;
      i--;
    }
}

/**
 * dossier_clauses_phrase_right:
 * @token: first token of a noun phrase
 * @last: where to stop
 *
 * Returns: the token after the noun phrase that begins at @token, without what
 *   follows its last noun; @token when none begins there
 */
guint32
dossier_clauses_phrase_right (const DossierClauses *self,
                              guint32               token,
                              guint32               last)
{
  guint32 end = token;

  last = MIN (last, token + REACH);
  for (guint32 i = token; i < last; i++)
    {
      DossierTag tag = tag_of (self, i);

      if (tag == DOSSIER_TAG_PRONOUN)
        return end > token ? end : i + 1;
      if (IS (tag, HEADS))
        {
          if (end > token && i == end && dossier_clauses_classes (self, i) & DOSSIER_CLASS_DAY)
            return end;
          end = i + 1;
        }
      else if (tag == DOSSIER_TAG_POSSESSIVE || tag == DOSSIER_TAG_HYPHEN || tag == DOSSIER_TAG_ADJECTIVE)
        {
          if (tag == DOSSIER_TAG_POSSESSIVE && end > token && dossier_clauses_classes (self, i) != 0)
            return end;
        }
      else if (tag == DOSSIER_TAG_DETERMINER)
        {
          if (end > token)
            return end;
        }
      else if (tag == DOSSIER_TAG_BRACKET_OPEN && end == i)
        {
          guint32 j = i + 1;

          while (j < last && j < i + 8 && tag_of (self, j) != DOSSIER_TAG_BRACKET_CLOSE)
            j++;
          if (j >= last || tag_of (self, j) != DOSSIER_TAG_BRACKET_CLOSE)
            return end;
          i = j;
          end = j + 1;
        }
      else if (IS (tag, MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_ADVERB)) &&
               end == token)
        ;
      else if (tag == DOSSIER_TAG_COORDINATOR && end == i &&
               self->utf8[self->tokens->tokens[i].bytes.start] == '&')
        ;
      else
        return end;
    }

  return end;
}

static gboolean
is_word (const DossierClauses *self,
         guint32               i,
         const char           *word)
{
  return i < self->tokens->n_tokens && dossier_tokens_equal (self->tokens, i, word);
}

/**
 * dossier_clauses_subject_after:
 * @token: after a verb that may stand before its subject
 * @last: end of the sentence
 *
 * The subject in "…, said Ann Lee, a spokeswoman for the firm."
 *
 * Returns: its tokens, apposition included; empty when no noun phrase begins there
 */
DossierRange
dossier_clauses_subject_after (const DossierClauses *self,
                               guint32               token,
                               guint32               last)
{
  DossierRange range = { token, dossier_clauses_phrase_right (self, token, last) };
  guint32 limit = MIN (last, token + REACH);

  if (range.last == token || (range.last == token + 1 && tag_of (self, token) == DOSSIER_TAG_PRONOUN))
    return range;
  while (range.last < limit)
    {
      guint32 i = range.last;
      guint32 end;

      if (tag_of (self, i) == DOSSIER_TAG_PREPOSITION || tag_of (self, i) == DOSSIER_TAG_COORDINATOR)
        {
          if (is_word (self, i, "in") || is_word (self, i, "on") || is_word (self, i, "during") ||
              is_word (self, i, "after") || is_word (self, i, "before") || is_word (self, i, "as") ||
              is_word (self, i, "but"))
            break;
          end = dossier_clauses_phrase_right (self, i + 1, limit);
          if (end == i + 1 || (end < limit && IS (tag_of (self, end), FINITE)))
            break;
          range.last = end;
        }
      /* "a report published on Monday" */
      else if (tag_of (self, i) == DOSSIER_TAG_PARTICIPLE && i + 1 < limit)
        {
          if (tag_of (self, i + 1) == DOSSIER_TAG_PREPOSITION)
            end = dossier_clauses_phrase_right (self, i + 2, limit);
          else
            end = dossier_clauses_classes (self, i + 1) & TIMES ? i + 2 : i + 1;
          if (end <= i + 2 && !(dossier_clauses_classes (self, i + 1) & TIMES))
            break;
          range.last = end;
        }
      else if (tag_of (self, i) == DOSSIER_TAG_COMMA && i + 1 < limit)
        {
          DossierTag next = tag_of (self, i + 1);
          gboolean relative = next == DOSSIER_TAG_WH;

          end = dossier_clauses_phrase_right (self, i + 1, limit);
          if (next == DOSSIER_TAG_PRONOUN || (!relative && end == i + 1))
            break;
          /* An apposition reaches to the next comma or to the end. */
          while (end < limit && tag_of (self, end) != DOSSIER_TAG_COMMA && tag_of (self, end) != DOSSIER_TAG_STOP &&
                 tag_of (self, end) != DOSSIER_TAG_OPEN && tag_of (self, end) != DOSSIER_TAG_SEMICOLON)
            {
              relative |= IS (tag_of (self, end), MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT));
              if (!relative && IS (tag_of (self, end), FINITE))
                return range;
              end++;
            }
          range.last = end;
          /* "Ann Lee, a lawyer, who leads it": one more */
          if (relative || end + 1 >= limit || tag_of (self, end) != DOSSIER_TAG_COMMA ||
              tag_of (self, end + 1) != DOSSIER_TAG_WH)
            break;
        }
      else
        break;
    }

  return range;
}

/* Whether the tokens before the finite verb at @i make it a relative clause's;
 * @before is set to the token before the relative word. */
static gboolean
is_relative_verb (const DossierClauses *self,
                  guint32               first,
                  guint32               i,
                  guint32              *before)
{
  guint32 j = i;

  while (j > first && IS (tag_of (self, j - 1), FINITE | ADVERBS))
    j--;
  if (j > first && tag_of (self, j - 1) == DOSSIER_TAG_PRONOUN)
    j--;
  if (j > first + 1 && IS (tag_of (self, j - 1), MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT)) &&
      IS (tag_of (self, j - 2), HEADS | MASK (DOSSIER_TAG_BRACKET_CLOSE)))
    {
      *before = j - 2;
      return TRUE;
    }

  return FALSE;
}

/* The comma that opens what the comma at @i closes, or @i. */
static guint32
opening_comma (const DossierClauses *self,
               guint32               first,
               guint32               i)
{
  for (guint32 j = i; j > first && i - j < REACH; j--)
    {
      DossierTag tag = tag_of (self, j - 1);

      if (tag == DOSSIER_TAG_COMMA)
        return j - 1;
      if (tag == DOSSIER_TAG_SEMICOLON || tag == DOSSIER_TAG_OPEN || tag == DOSSIER_TAG_STOP)
        return i;
    }

  return i;
}

/* Follows a noun phrase that ends at @token to the left: its attributes of
 * every kind, down to where the clause begins. */
static guint32
extend_left (const DossierClauses *self,
             guint32               first,
             guint32               token)
{
  guint32 start = dossier_clauses_phrase_left (self, first, token);
  guint32 split = 0;

  while (start > first && token - start < REACH)
    {
      guint32 i = start - 1;
      DossierTag tag = tag_of (self, i);
      guint32 before = i, left;

      if (tag == DOSSIER_TAG_PREPOSITION || tag == DOSSIER_TAG_TO)
        {
          if (i == first)
            break;
          before = i - 1;
          while (before > first && IS (tag_of (self, before), MASK (DOSSIER_TAG_ADJECTIVE) |
                                       MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_ADVERB)))
            before--;
        }
      else if (IS (tag, MASK (DOSSIER_TAG_ING) | MASK (DOSSIER_TAG_PARTICIPLE)) && i > first)
        before = i - 1;
      else if (tag == DOSSIER_TAG_COORDINATOR && i > first && !is_word (self, i, "but"))
        {
          before = i - 1;
          if (tag_of (self, before) == DOSSIER_TAG_COMMA && before > first)
            before--;
        }
      else if (IS (tag, FINITE) && is_relative_verb (self, first, i, &before))
        ;
      else if (tag == DOSSIER_TAG_BASE && i > first && tag_of (self, i - 1) == DOSSIER_TAG_TO && i - 1 > first)
        before = i - 2;
      else
        break;

      if (!IS (tag_of (self, before), HEADS | MASK (DOSSIER_TAG_BRACKET_CLOSE)) ||
          (tag_of (self, before) == DOSSIER_TAG_PRONOUN && tag != DOSSIER_TAG_PREPOSITION))
        break;
      left = dossier_clauses_phrase_left (self, first, before);
      if (left > before)
        break;
      /* "He beat Smith and Jones said": the first noun is another verb's object. */
      if (tag == DOSSIER_TAG_COORDINATOR && left > first && IS (tag_of (self, left - 1), VERBS | FINITE))
        return start;
      if (tag == DOSSIER_TAG_COORDINATOR && split == 0)
        split = start;
      /* "In a statement Smith said": an adverbial opens the sentence. */
      if (tag == DOSSIER_TAG_PREPOSITION && dossier_clauses_classes (self, before) & TIMES &&
          !is_word (self, i, "of"))
        return start;
      start = left;
    }

  /* "He sat with Smith and Jones said": what "and" joined is another verb's */
  return split != 0 && start > first &&
         IS (tag_of (self, start - 1), VERBS | FINITE | MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_PARTICLE))
         ? split : start;
}

static DossierSubjectKind
kind_of_phrase (const DossierClauses *self,
                DossierRange          range)
{
  if (range.last == range.first + 1 && tag_of (self, range.first) == DOSSIER_TAG_PRONOUN)
    return DOSSIER_SUBJECT_PRONOUN;
  for (guint32 i = range.first; i < range.last; i++)
    {
      if (tag_of (self, i) == DOSSIER_TAG_NAME)
        return DOSSIER_SUBJECT_NAME;
    }

  return DOSSIER_SUBJECT_NOUN;
}

/* "Ann Lee, a lawyer for the firm, said", "Lee, on Monday, said". */
static DossierRange
subject_before_comma (const DossierClauses *self,
                      guint32               first,
                      guint32               comma,
                      DossierSubjectKind   *kind)
{
  DossierRange range = { 0, 0 };
  guint32 open = opening_comma (self, first, comma);
  DossierTag inner;

  if (open == comma || open == first)
    return range;
  inner = tag_of (self, open + 1);
  if (!IS (tag_of (self, open - 1), HEADS | MASK (DOSSIER_TAG_BRACKET_CLOSE) | MASK (DOSSIER_TAG_CLOSE)))
    {
      /* "Ann Lee, R-Ohio, who sits on it, said" */
      return range;
    }
  range.first = extend_left (self, first, open - 1);
  if (range.first >= open)
    return (DossierRange){ 0, 0 };
  if (range.first > first && IS (tag_of (self, range.first - 1), VERBS | FINITE | MASK (DOSSIER_TAG_PREPOSITION)) &&
      inner != DOSSIER_TAG_WH)
    return (DossierRange){ 0, 0 };
  /* "Ann Lee, head of the firm, which …, said": the name before the apposition */
  if (inner == DOSSIER_TAG_WH && range.first > first + 1 && tag_of (self, range.first - 1) == DOSSIER_TAG_COMMA &&
      tag_of (self, range.first - 2) == DOSSIER_TAG_NAME)
    range.first = dossier_clauses_phrase_left (self, first, range.first - 2);
  range.last = inner == DOSSIER_TAG_WH || inner == DOSSIER_TAG_DETERMINER || inner == DOSSIER_TAG_NAME ||
               inner == DOSSIER_TAG_NOUN || inner == DOSSIER_TAG_ADJECTIVE || inner == DOSSIER_TAG_POSSESSIVE ||
               inner == DOSSIER_TAG_NUMBER
               ? comma : open;
  *kind = kind_of_phrase (self, range);

  return range;
}

/* "Ann Lee this month said", "Ann Lee on Monday said": the token after the
 * subject, when what ends at @token is a time; @token itself when it is none. */
static guint32
skip_time_left (const DossierClauses *self,
                guint32               first,
                guint32               token)
{
  guint32 i = token;
  gboolean any = FALSE;

  while (i > first && token - i < 6)
    {
      guint classes = dossier_clauses_classes (self, i - 1);

      if (classes & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_UNIT | DOSSIER_CLASS_MONTH) &&
          tag_of (self, i - 1) != DOSSIER_TAG_PRONOUN)
        any = TRUE;
      else if (!any || !(classes & DOSSIER_CLASS_SHIFT || tag_of (self, i - 1) == DOSSIER_TAG_NUMBER))
        break;
      i--;
    }
  if (!any)
    return token;
  if (i > first && tag_of (self, i - 1) == DOSSIER_TAG_PREPOSITION)
    i--;

  return i > first && IS (tag_of (self, i - 1), HEADS | MASK (DOSSIER_TAG_BRACKET_CLOSE) | MASK (DOSSIER_TAG_ADVERB))
         ? i : token;
}

/* "Wednesday", "last week": nobody. */
static gboolean
is_time_phrase (const DossierClauses *self,
                DossierRange          range)
{
  if (range.last - range.first > 3)
    return FALSE;
  for (guint32 i = range.first; i < range.last; i++)
    {
      if (!(dossier_clauses_classes (self, i) & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH | DOSSIER_CLASS_SHIFT |
                                                 (i > range.first ? DOSSIER_CLASS_UNIT : 0))))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_clauses_subject_before:
 * @first: first token of the sentence
 * @token: first token of a verb group
 * @kind: set where a subject is found
 *
 * Returns: the tokens of the subject that stands before a verb group; empty
 *   when none does
 */
DossierRange
dossier_clauses_subject_before (const DossierClauses *self,
                                guint32               first,
                                guint32               token,
                                DossierSubjectKind   *kind)
{
  DossierRange range = { 0, 0 };
  DossierTag tag;

  *kind = DOSSIER_SUBJECT_NONE;
  token = skip_time_left (self, first, token);
  while (token > first && tag_of (self, token - 1) == DOSSIER_TAG_ADVERB)
    token--;
  if (token == first)
    return range;
  tag = tag_of (self, token - 1);
  if (tag == DOSSIER_TAG_COMMA)
    return subject_before_comma (self, first, token - 1, kind);
  if (tag == DOSSIER_TAG_WH || tag == DOSSIER_TAG_THAT)
    {
      if (tag == DOSSIER_TAG_WH && (is_word (self, token - 1, "how") || is_word (self, token - 1, "why") ||
                                    is_word (self, token - 1, "whether")))
        return range;
      *kind = DOSSIER_SUBJECT_RELATIVE;
      return (DossierRange){ token - 1, token };
    }
  if (!IS (tag, HEADS | MASK (DOSSIER_TAG_BRACKET_CLOSE) | MASK (DOSSIER_TAG_CLOSE)))
    return range;
  range.first = extend_left (self, first, token - 1);
  range.last = token;
  if (range.first >= token || is_time_phrase (self, range))
    return (DossierRange){ 0, 0 };
  *kind = kind_of_phrase (self, range);

  return range;
}

/* The auxiliaries and adverbs before the verb at @head. */
static void
find_start (const DossierClauses *self,
            guint32               first,
            DossierVerbGroup     *group)
{
  guint32 i = group->head;
  DossierTag tag = tag_of (self, i);
  gboolean bare = tag == DOSSIER_TAG_VERB;
  DossierTag leftmost = tag;

  while (i > first && group->head - i < GROUP_REACH)
    {
      DossierTag left = tag_of (self, i - 1);

      if (!IS (left, ADVERBS) && (bare || !IS (left, AUXILIARIES | MASK (DOSSIER_TAG_TO))))
        break;
      i--;
      if (left == DOSSIER_TAG_NOT || dossier_clauses_classes (self, i) & DOSSIER_CLASS_NEGATION)
        group->negated = TRUE;
      if (left == DOSSIER_TAG_MODAL)
        group->modal = TRUE;
      if (left == DOSSIER_TAG_BE && tag == DOSSIER_TAG_PARTICIPLE && !group->passive)
        group->passive = TRUE;
      if (left == DOSSIER_TAG_HAVE && tag == DOSSIER_TAG_PARTICIPLE && leftmost == DOSSIER_TAG_PARTICIPLE)
        tag = DOSSIER_TAG_VERB; /* perfect, not passive */
      if (!IS (left, ADVERBS))
        leftmost = left;
      if (left == DOSSIER_TAG_TO)
        {
          group->to = TRUE;
          break;
        }
    }
  /* An adverb alone at the head of the sentence belongs to the whole of it. */
  group->start = i;
  if (group->to)
    group->form = DOSSIER_VERB_INFINITIVE;
  else if (IS (leftmost, FINITE))
    group->form = self->tagged[group->start].forms & DOSSIER_FORM_ING ? DOSSIER_VERB_ING : DOSSIER_VERB_FINITE;
  else if (leftmost == DOSSIER_TAG_ING)
    group->form = DOSSIER_VERB_ING;
  else if (leftmost == DOSSIER_TAG_PARTICIPLE)
    group->form = DOSSIER_VERB_PARTICIPLE;
  else
    group->form = DOSSIER_VERB_INFINITIVE;

  /* "they've said", "he'll say" */
  if (i > first && !group->to && tag_of (self, i - 1) == DOSSIER_TAG_PRONOUN &&
      dossier_clauses_classes (self, i - 1) & (DOSSIER_CLASS_SUBJECT_BE | DOSSIER_CLASS_SUBJECT_HAVE |
                                               DOSSIER_CLASS_SUBJECT_MODAL))
    {
      group->form = DOSSIER_VERB_FINITE;
      if (tag == DOSSIER_TAG_PARTICIPLE && dossier_clauses_classes (self, i - 1) & DOSSIER_CLASS_SUBJECT_BE)
        group->passive = TRUE;
    }
  if (group->form == DOSSIER_VERB_PARTICIPLE)
    group->passive = TRUE;
}

/* The subject of a verb that has none of its own: that of the verb it hangs on. */
static void
inherit_subject (DossierClauses   *self,
                 guint32           first,
                 guint             first_group,
                 DossierVerbGroup *group)
{
  gboolean control = group->form == DOSSIER_VERB_INFINITIVE;

  /* "told him to say", "the plan to cut": the noun before "to" */
  if (control && group->start > first && IS (tag_of (self, group->start - 1), HEADS) &&
      tag_of (self, group->start - 1) == DOSSIER_TAG_PRONOUN)
    {
      group->subject = (DossierRange){ group->start - 1, group->start };
      group->subject_kind = DOSSIER_SUBJECT_PRONOUN;
      return;
    }
  for (guint i = self->groups->len; i > first_group; i--)
    {
      const DossierVerbGroup *earlier = &g_array_index (self->groups, DossierVerbGroup, i - 1);

      if (group->head - earlier->head > REACH)
        return;
      if (earlier->subject.last <= earlier->subject.first)
        continue;
      if (!control && earlier->form != DOSSIER_VERB_FINITE)
        continue;
      group->subject = earlier->subject;
      group->subject_kind = DOSSIER_SUBJECT_INHERITED;
      return;
    }
}

static void
find_subject (DossierClauses   *self,
              guint32           first,
              guint             first_group,
              DossierVerbGroup *group)
{
  DossierSubjectKind kind = DOSSIER_SUBJECT_NONE;
  DossierTag before = group->start > first ? tag_of (self, group->start - 1) : DOSSIER_TAG_OTHER;

  if (group->form == DOSSIER_VERB_FINITE)
    {
      guint32 at = group->start;

      /* "Lee also said", but "Now, she said" */
      group->subject = dossier_clauses_subject_before (self, first, at, &kind);
    }
  else if (group->form == DOSSIER_VERB_ING && IS (before, HEADS) &&
           !(dossier_clauses_classes (self, group->start - 1) & DOSSIER_CLASS_DAY))
    {
      guint32 left = dossier_clauses_phrase_left (self, first, group->start - 1);

      group->subject = (DossierRange){ left, group->start };
      kind = kind_of_phrase (self, group->subject);
    }
  else if (group->form == DOSSIER_VERB_PARTICIPLE && IS (before, HEADS))
    {
      guint32 left = dossier_clauses_phrase_left (self, first, group->start - 1);

      group->subject = (DossierRange){ left, group->start };
      kind = kind_of_phrase (self, group->subject);
    }
  group->subject_kind = kind;
  if (kind == DOSSIER_SUBJECT_NONE)
    inherit_subject (self, first, first_group, group);
}

/* "Asked about it, Lee said": the subject of what opens a sentence comes later. */
static void
find_later_subject (DossierClauses *self,
                    guint           first_group)
{
  const DossierVerbGroup *later = NULL;

  for (guint i = self->groups->len; i > first_group; i--)
    {
      DossierVerbGroup *group = &g_array_index (self->groups, DossierVerbGroup, i - 1);

      if (group->form == DOSSIER_VERB_FINITE && group->subject.last > group->subject.first &&
          group->subject_kind != DOSSIER_SUBJECT_RELATIVE && group->subject_kind != DOSSIER_SUBJECT_INHERITED &&
          group->subject.first > 0 && tag_of (self, group->subject.first - 1) == DOSSIER_TAG_COMMA)
        later = group;
      else if (group->subject_kind == DOSSIER_SUBJECT_NONE && group->form != DOSSIER_VERB_FINITE && later != NULL &&
               later->head - group->head < REACH)
        {
          group->subject = later->subject;
          group->subject_kind = DOSSIER_SUBJECT_LATER;
        }
    }
}

static gboolean
is_main_verb (const DossierClauses *self,
              guint32               i,
              guint32               last)
{
  if (IS (tag_of (self, i), VERBS))
    return TRUE;
  if (!IS (tag_of (self, i), MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | MASK (DOSSIER_TAG_DO)))
    return FALSE;
  last = MIN (last, i + GROUP_REACH);
  for (i++; i < last && IS (tag_of (self, i), ADVERBS); i++)
    ;

  return i >= last || !IS (tag_of (self, i), VERBS | AUXILIARIES);
}

static void
read_sentence (DossierClauses        *self,
               const DossierSentence *sentence)
{
  guint first_group = self->groups->len;

  for (guint32 i = sentence->first; i < sentence->last; i++)
    {
      DossierVerbGroup group = { .head = i };

      if (!is_main_verb (self, i, sentence->last))
        continue;
      find_start (self, sentence->first, &group);
      find_subject (self, sentence->first, first_group, &group);
      g_array_append_val (self->groups, group);
    }
  find_later_subject (self, first_group);
}

/**
 * dossier_clauses_new:
 * @tagger: kept, borrowed
 * @tokens: kept, borrowed
 *
 * Tags @tokens and finds their verb groups, in time linear in their number.
 */
DossierClauses *
dossier_clauses_new (const DossierTagger *tagger,
                     const DossierTokens *tokens)
{
  DossierClauses *self = g_new0 (DossierClauses, 1);

  self->tagger = tagger;
  self->tokens = tokens;
  self->utf8 = dossier_text_utf8 (tokens->text, NULL);
  self->tagged = g_new (DossierTagged, tokens->n_tokens + 1);
  self->groups = g_array_sized_new (FALSE, FALSE, sizeof (DossierVerbGroup), tokens->n_tokens / 6 + 4);
  dossier_tagger_run (tagger, tokens, self->tagged);
  for (guint32 i = 0; i < tokens->n_sentences; i++)
    read_sentence (self, &tokens->sentences[i]);

  return self;
}

void
dossier_clauses_free (DossierClauses *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_free (self->tagged);
  g_free (self);
}
