/* dossier-tagger-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-tagger-private.h"

/* One sentence under work. */
typedef struct
{
  const DossierTagger *self;
  const DossierTokens *tokens;
  const char          *utf8;
  DossierTagged       *tagged;
  guint32              first;
  guint32              last;
  gboolean             title_case;
  gboolean             has_verb; /* finite, in the present clause */
} Sentence;

#define FORMS_ED (DOSSIER_FORM_PAST | DOSSIER_FORM_PARTICIPLE)

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))

/* As far as adverbs are skipped: keeps the work on one token constant. */
#define ADVERB_RUN 8
static inline const DossierToken *
token_at (Sentence *s,
          guint32   i)
{
  return &s->tokens->tokens[i];
}

static inline const WordInfo *
info_at (Sentence *s,
         guint32   i)
{
  static const WordInfo none = { 0 };

  return i < s->last ? info_of (s->self, s->tokens->tokens[i].word) : &none;
}

static inline DossierTag
tag_at (Sentence *s,
        guint32   i)
{
  return i >= s->first && i < s->last ? s->tagged[i].tag : DOSSIER_TAG_OTHER;
}

static inline gboolean
is_capital (Sentence *s,
            guint32   i)
{
  return i < s->last && (token_at (s, i)->flags & DOSSIER_TOKEN_CAPITAL) != 0;
}

static gboolean
has_suffix (Sentence   *s,
            guint32     i,
            const char *suffix)
{
  const DossierToken *token = token_at (s, i);
  gsize n = strlen (suffix);

  return token->bytes.end - token->bytes.start > n + 1 &&
         memcmp (s->utf8 + token->bytes.end - n, suffix, n) == 0;
}

static gboolean
has_any_suffix (Sentence           *s,
                guint32             i,
                const char * const *suffixes)
{
  for (; *suffixes != NULL; suffixes++)
    {
      if (has_suffix (s, i, *suffixes))
        return TRUE;
    }

  return FALSE;
}

/* The tag before @i that is no adverb and no negation. */
static DossierTag
tag_before (Sentence *s,
            guint32   i,
            guint32  *at)
{
  guint32 end = i > s->first + ADVERB_RUN ? i - ADVERB_RUN : s->first;

  while (i > end)
    {
      i--;
      if (s->tagged[i].tag != DOSSIER_TAG_ADVERB && s->tagged[i].tag != DOSSIER_TAG_NOT &&
          s->tagged[i].tag != DOSSIER_TAG_OPEN)
        {
          if (at != NULL)
            *at = i;
          return s->tagged[i].tag;
        }
    }
  if (at != NULL)
    *at = s->first;

  return DOSSIER_TAG_OTHER;
}

/* Whether token @i can begin or be part of a noun phrase. */
static gboolean
starts_phrase (Sentence *s,
               guint32   i)
{
  const WordInfo *info;

  if (i >= s->last)
    return FALSE;
  info = info_at (s, i);
  if (token_at (s, i)->kind == DOSSIER_TOKEN_QUOTE_OPEN || token_at (s, i)->kind == DOSSIER_TOKEN_NUMBER)
    return TRUE;
  if (token_at (s, i)->kind != DOSSIER_TOKEN_WORD && token_at (s, i)->kind != DOSSIER_TOKEN_MIXED)
    return FALSE;
  if (info->forms & DOSSIER_FORM_PAST)
    return FALSE;
  if (info->classes & (DOSSIER_CLASS_DETERMINER | DOSSIER_CLASS_POSSESSIVE | DOSSIER_CLASS_SUBJECT |
                       DOSSIER_CLASS_OBJECT | DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_QUANTIFIER |
                       DOSSIER_CLASS_ADJECTIVE | DOSSIER_CLASS_THAT | DOSSIER_CLASS_EXISTENTIAL))
    return TRUE;
  if (info->classes & (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_COORDINATOR | DOSSIER_CLASS_BE |
                       DOSSIER_CLASS_MODAL | DOSSIER_CLASS_TO))
    return FALSE;

  return is_capital (s, i);
}

static gboolean
can_be_finite (Sentence *s,
               guint32   i)
{
  const WordInfo *info = info_at (s, i);

  if (info->classes & (DOSSIER_CLASS_BE | DOSSIER_CLASS_HAVE | DOSSIER_CLASS_DO | DOSSIER_CLASS_MODAL))
    return TRUE;

  return info->verb == VERB_ONLY && (info->forms & (DOSSIER_FORM_PAST | DOSSIER_FORM_THIRD)) != 0;
}

/* Whether, after a noun phrase at @i, a finite verb follows soon: tells "after
 * the vote was over" from "after the vote". */
static gboolean
clause_follows (Sentence *s,
                guint32   i)
{
  guint32 end = MIN (i + 9, s->last);

  if (info_at (s, i)->classes & (DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_EXISTENTIAL |
                                 DOSSIER_CLASS_SUBJECT_BE | DOSSIER_CLASS_SUBJECT_HAVE |
                                 DOSSIER_CLASS_SUBJECT_MODAL))
    return TRUE;
  for (; i < end; i++)
    {
      const WordInfo *info = info_at (s, i);

      if (token_at (s, i)->kind == DOSSIER_TOKEN_PUNCT && s->utf8[token_at (s, i)->bytes.start] != '-')
        return FALSE;
      if (can_be_finite (s, i))
        return TRUE;
      if (info->classes & (DOSSIER_CLASS_SUBORDINATOR | DOSSIER_CLASS_WH | DOSSIER_CLASS_TO) &&
          !(info->classes & DOSSIER_CLASS_PREPOSITION))
        return FALSE;
    }

  return FALSE;
}

static DossierTag
tag_sign (Sentence *s,
          guint32   i)
{
  const DossierToken *token = token_at (s, i);
  const char *sign = s->utf8 + token->bytes.start;

  if (token->kind == DOSSIER_TOKEN_QUOTE_OPEN)
    return DOSSIER_TAG_OPEN;
  if (token->kind == DOSSIER_TOKEN_QUOTE_CLOSE)
    return DOSSIER_TAG_CLOSE;
  switch (*sign)
    {
    case ',':
      return DOSSIER_TAG_COMMA;
    case ':':
      return DOSSIER_TAG_COLON;
    case ';':
      return DOSSIER_TAG_SEMICOLON;
    case '(': case '[':
      return DOSSIER_TAG_BRACKET_OPEN;
    case ')': case ']':
      return DOSSIER_TAG_BRACKET_CLOSE;
    case '.': case '?': case '!':
      return DOSSIER_TAG_STOP;
    case '&':
      return DOSSIER_TAG_COORDINATOR;
    case '$': case '#': case '@':
      return DOSSIER_TAG_NUMBER;
    case '%':
      return DOSSIER_TAG_NOUN;
    case '-': case '/':
      if (token->bytes.end - token->bytes.start == 1 && !(token->flags & DOSSIER_TOKEN_SPACE_BEFORE) &&
          i + 1 < s->last && !(token_at (s, i + 1)->flags & DOSSIER_TOKEN_SPACE_BEFORE))
        return DOSSIER_TAG_HYPHEN;
      return DOSSIER_TAG_DASH;
    default:
      if (token->bytes.end - token->bytes.start < 3)
        return DOSSIER_TAG_OTHER;
      if (memcmp (sign, "\xE2\x80", 2) == 0 && ((guchar)sign[2] >= 0x90 && (guchar)sign[2] <= 0x95))
        return (guchar)sign[2] <= 0x91 ? DOSSIER_TAG_HYPHEN : DOSSIER_TAG_DASH;
      if (memcmp (sign, "\xE2\x80\xA6", 3) == 0)
        return DOSSIER_TAG_STOP;
      return DOSSIER_TAG_OTHER;
    }
}

/* "'s": of a noun, or short for "is" and "has". */
static DossierTag
tag_clitic (Sentence *s,
            guint32   i)
{
  const WordInfo *next = info_at (s, i + 1);
  const WordInfo *before = i > s->first ? info_at (s, i - 1) : next;

  if (i > s->first && (before->classes & (DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_WH |
                                          DOSSIER_CLASS_THAT | DOSSIER_CLASS_EXISTENTIAL)) &&
      !(before->classes & DOSSIER_CLASS_QUANTIFIER))
    return DOSSIER_TAG_BE;
  if (next->classes & (DOSSIER_CLASS_NEGATION) ||
      ((next->classes & DOSSIER_CLASS_DETERMINER) && !(next->classes & DOSSIER_CLASS_QUANTIFIER)) ||
      ((next->classes & DOSSIER_CLASS_BE) && (next->forms & DOSSIER_FORM_PARTICIPLE)))
    return DOSSIER_TAG_BE;

  return DOSSIER_TAG_POSSESSIVE;
}

static DossierTag
tag_to (Sentence *s,
        guint32   i)
{
  guint32 next = i + 1;
  const WordInfo *info;

  while (next < s->last && (info_at (s, next)->classes & (DOSSIER_CLASS_ADVERB | DOSSIER_CLASS_NEGATION)) &&
         !(info_at (s, next)->forms & DOSSIER_FORM_BASE) && next < i + 3)
    next++;
  if (next < s->last && next == i + 1 && info_at (s, next)->classes == 0 && has_suffix (s, next, "ly"))
    next++;
  info = info_at (s, next);
  if (info->classes & (DOSSIER_CLASS_BE | DOSSIER_CLASS_HAVE | DOSSIER_CLASS_DO))
    return DOSSIER_TAG_TO;
  if (!(info->forms & DOSSIER_FORM_BASE) || (is_capital (s, next) && !s->title_case))
    return DOSSIER_TAG_PREPOSITION;
  if (info->verb == NOUN_OR_VERB && !(info->classes & DOSSIER_CLASS_PREPOSITION))
    return starts_phrase (s, next + 1) || !(info->classes & DOSSIER_CLASS_NOUN) ||
           (i > s->first && info_at (s, i - 1)->classes & DOSSIER_CLASS_INFINITIVE)
           ? DOSSIER_TAG_TO : DOSSIER_TAG_PREPOSITION;

  return DOSSIER_TAG_TO;
}

static DossierTag
tag_that (Sentence *s,
          guint32   i)
{
  const WordInfo *next = info_at (s, i + 1);
  DossierTag before = tag_before (s, i, NULL);
  gboolean noun_before = before == DOSSIER_TAG_NOUN || before == DOSSIER_TAG_NAME;
  gboolean verb_before = before == DOSSIER_TAG_VERB || before == DOSSIER_TAG_BASE ||
                         before == DOSSIER_TAG_ING || before == DOSSIER_TAG_PARTICIPLE ||
                         before == DOSSIER_TAG_ADJECTIVE;

  if (i + 1 >= s->last || before == DOSSIER_TAG_PREPOSITION)
    return i + 1 < s->last && (next->classes & (DOSSIER_CLASS_NOUN | DOSSIER_CLASS_ADJECTIVE))
           ? DOSSIER_TAG_DETERMINER : DOSSIER_TAG_PRONOUN;
  if (can_be_finite (s, i + 1) || next->classes & DOSSIER_CLASS_NEGATION)
    return noun_before ? DOSSIER_TAG_THAT : DOSSIER_TAG_PRONOUN;
  if (token_at (s, i + 1)->kind == DOSSIER_TOKEN_PUNCT)
    return verb_before && s->utf8[token_at (s, i + 1)->bytes.start] == ',' ? DOSSIER_TAG_THAT
           : DOSSIER_TAG_PRONOUN;
  if (noun_before || verb_before || before == DOSSIER_TAG_COORDINATOR || before == DOSSIER_TAG_COMMA ||
      before == DOSSIER_TAG_PRONOUN || before == DOSSIER_TAG_NUMBER)
    return DOSSIER_TAG_THAT;
  if (starts_phrase (s, i + 1) && !(next->classes & DOSSIER_CLASS_ADJECTIVE))
    return DOSSIER_TAG_THAT;

  return DOSSIER_TAG_DETERMINER;
}

static DossierTag
tag_preposition (Sentence       *s,
                 guint32         i,
                 const WordInfo *info)
{
  DossierTag before = tag_at (s, i - 1);
  gboolean after_verb = i > s->first &&
                        (before == DOSSIER_TAG_VERB || before == DOSSIER_TAG_BASE ||
                         before == DOSSIER_TAG_ING || before == DOSSIER_TAG_PARTICIPLE);

  if (info->classes & DOSSIER_CLASS_SUBORDINATOR)
    {
      /* "as" takes a clause only before a subject: "as he left", but "as chairman". */
      if (has_suffix (s, i, "as") || token_at (s, i)->bytes.end - token_at (s, i)->bytes.start == 2)
        return info_at (s, i + 1)->classes & (DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_SUBJECT_BE |
                                              DOSSIER_CLASS_SUBJECT_HAVE) ||
               (clause_follows (s, i + 1) && !after_verb)
               ? DOSSIER_TAG_SUBORDINATOR : DOSSIER_TAG_PREPOSITION;
      return clause_follows (s, i + 1) ? DOSSIER_TAG_SUBORDINATOR : DOSSIER_TAG_PREPOSITION;
    }
  if (info->classes & DOSSIER_CLASS_PARTICLE && after_verb && !starts_phrase (s, i + 1))
    return DOSSIER_TAG_PARTICLE;

  return DOSSIER_TAG_PREPOSITION;
}

/* "her", "his", "this", "some": before a noun or alone. */
static gboolean
noun_follows (Sentence *s,
              guint32   i)
{
  const WordInfo *info = info_at (s, i);

  if (i >= s->last)
    return FALSE;
  if (token_at (s, i)->kind == DOSSIER_TOKEN_NUMBER || token_at (s, i)->kind == DOSSIER_TOKEN_MIXED)
    return TRUE;
  if (token_at (s, i)->kind == DOSSIER_TOKEN_QUOTE_OPEN)
    return TRUE;
  if (token_at (s, i)->kind != DOSSIER_TOKEN_WORD)
    return FALSE;
  if (info->classes & (DOSSIER_CLASS_NOUN | DOSSIER_CLASS_ADJECTIVE | DOSSIER_CLASS_QUANTIFIER |
                       DOSSIER_CLASS_UNIT))
    return TRUE;
  if (info->classes & (DOSSIER_CLASS_DETERMINER | DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_TO |
                       DOSSIER_CLASS_BE | DOSSIER_CLASS_HAVE | DOSSIER_CLASS_DO | DOSSIER_CLASS_MODAL |
                       DOSSIER_CLASS_COORDINATOR | DOSSIER_CLASS_SUBORDINATOR | DOSSIER_CLASS_WH |
                       DOSSIER_CLASS_THAT | DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_POSSESSIVE |
                       DOSSIER_CLASS_ADVERB | DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_NEGATION |
                       DOSSIER_CLASS_DAY))
    return FALSE;
  if (info->verb == VERB_ONLY && (info->forms & (DOSSIER_FORM_BASE | DOSSIER_FORM_THIRD)))
    return FALSE;
  if (info->verb == VERB_ONLY && info->forms & FORMS_ED)
    return noun_follows (s, i + 1);

  return TRUE;
}

/* Words of closed classes; OTHER when the word is of none. */
static DossierTag
tag_closed (Sentence       *s,
            guint32         i,
            const WordInfo *info)
{
  guint classes = info->classes;
  DossierTag before = tag_before (s, i, NULL);

  if (classes & (DOSSIER_CLASS_SUBJECT_BE | DOSSIER_CLASS_SUBJECT_HAVE | DOSSIER_CLASS_SUBJECT_MODAL |
                 DOSSIER_CLASS_SUBJECT))
    return DOSSIER_TAG_PRONOUN;
  if (classes & DOSSIER_CLASS_MODAL)
    {
      if (before == DOSSIER_TAG_DETERMINER || before == DOSSIER_TAG_POSSESSIVE || before == DOSSIER_TAG_ADJECTIVE)
        return DOSSIER_TAG_NOUN;
      return is_capital (s, i) && i > s->first && !s->title_case ? DOSSIER_TAG_NAME : DOSSIER_TAG_MODAL;
    }
  if (classes & DOSSIER_CLASS_BE)
    return DOSSIER_TAG_BE;
  if (classes & DOSSIER_CLASS_HAVE)
    return DOSSIER_TAG_HAVE;
  if (classes & DOSSIER_CLASS_DO)
    return DOSSIER_TAG_DO;
  if (classes & DOSSIER_CLASS_TO)
    return tag_to (s, i);
  if (classes & DOSSIER_CLASS_THAT)
    return tag_that (s, i);
  if (classes & DOSSIER_CLASS_NEGATION)
    return DOSSIER_TAG_NOT;
  if (classes & DOSSIER_CLASS_COORDINATOR)
    return DOSSIER_TAG_COORDINATOR;
  if (classes & DOSSIER_CLASS_WH)
    return DOSSIER_TAG_WH;
  if (classes & DOSSIER_CLASS_POSSESSIVE)
    return !(classes & (DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_OBJECT)) || noun_follows (s, i + 1)
           ? DOSSIER_TAG_POSSESSIVE : DOSSIER_TAG_PRONOUN;
  if (classes & (DOSSIER_CLASS_OBJECT))
    return DOSSIER_TAG_PRONOUN;
  if (classes & DOSSIER_CLASS_EXISTENTIAL)
    return can_be_finite (s, i + 1) || (info_at (s, i + 1)->forms & (DOSSIER_FORM_THIRD | DOSSIER_FORM_PAST))
           ? DOSSIER_TAG_PRONOUN : DOSSIER_TAG_ADVERB;
  if ((classes & DOSSIER_CLASS_PREPOSITION) && !(info->forms != 0 && info->verb == VERB_ONLY &&
                                                 (before == DOSSIER_TAG_TO || before == DOSSIER_TAG_PRONOUN ||
                                                  before == DOSSIER_TAG_MODAL || before == DOSSIER_TAG_DO ||
                                                  before == DOSSIER_TAG_WH || before == DOSSIER_TAG_BE ||
                                                  before == DOSSIER_TAG_HAVE)))
    return tag_preposition (s, i, info);
  if (classes & DOSSIER_CLASS_SUBORDINATOR)
    return DOSSIER_TAG_SUBORDINATOR;
  if (classes & DOSSIER_CLASS_QUANTIFIER && (noun_follows (s, i + 1) || !(classes & DOSSIER_CLASS_PRONOUN)))
    return classes & DOSSIER_CLASS_ADVERB && !noun_follows (s, i + 1) ? DOSSIER_TAG_ADVERB : DOSSIER_TAG_NUMBER;
  if (classes & DOSSIER_CLASS_DETERMINER)
    return !(classes & DOSSIER_CLASS_PRONOUN) || noun_follows (s, i + 1)
           ? DOSSIER_TAG_DETERMINER : DOSSIER_TAG_PRONOUN;
  if (classes & DOSSIER_CLASS_PRONOUN)
    return DOSSIER_TAG_PRONOUN;

  return DOSSIER_TAG_OTHER;
}

static DossierTag
tag_past (Sentence       *s,
          guint32         i,
          const WordInfo *info)
{
  DossierTag before = tag_before (s, i, NULL);
  const WordInfo *next = info_at (s, i + 1);
  gboolean by_next = i + 1 < s->last && dossier_tokens_equal (s->tokens, i + 1, "by");

  if (!(info->forms & DOSSIER_FORM_PARTICIPLE))
    return DOSSIER_TAG_VERB;
  if (before == DOSSIER_TAG_HAVE || before == DOSSIER_TAG_BE)
    return DOSSIER_TAG_PARTICIPLE;
  if (!(info->forms & DOSSIER_FORM_PAST))
    return before == DOSSIER_TAG_DETERMINER || before == DOSSIER_TAG_POSSESSIVE ? DOSSIER_TAG_ADJECTIVE
           : DOSSIER_TAG_PARTICIPLE;
  if (before == DOSSIER_TAG_DETERMINER || before == DOSSIER_TAG_POSSESSIVE)
    return DOSSIER_TAG_ADJECTIVE;
  if (before == DOSSIER_TAG_NUMBER)
    return noun_follows (s, i + 1) ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_VERB;
  if (before == DOSSIER_TAG_ADJECTIVE || before == DOSSIER_TAG_PREPOSITION)
    return noun_follows (s, i + 1) && !(next->classes & DOSSIER_CLASS_POSSESSIVE) ? DOSSIER_TAG_ADJECTIVE
           : before == DOSSIER_TAG_PREPOSITION ? DOSSIER_TAG_PARTICIPLE : DOSSIER_TAG_VERB;
  if (before == DOSSIER_TAG_SUBORDINATOR || before == DOSSIER_TAG_TO || before == DOSSIER_TAG_MODAL)
    return DOSSIER_TAG_PARTICIPLE;
  if (tag_at (s, i - 1) == DOSSIER_TAG_HYPHEN)
    return DOSSIER_TAG_ADJECTIVE;
  if (before == DOSSIER_TAG_PRONOUN || before == DOSSIER_TAG_WH || before == DOSSIER_TAG_THAT)
    return DOSSIER_TAG_VERB;
  if (by_next)
    return s->has_verb || before == DOSSIER_TAG_NOUN || before == DOSSIER_TAG_COMMA
           ? DOSSIER_TAG_PARTICIPLE : DOSSIER_TAG_VERB;
  if (i == s->first)
    return DOSSIER_TAG_PARTICIPLE;
  if ((before == DOSSIER_TAG_NOUN || before == DOSSIER_TAG_COMMA) && s->has_verb &&
      (next->classes & DOSSIER_CLASS_PREPOSITION))
    return DOSSIER_TAG_PARTICIPLE;

  return DOSSIER_TAG_VERB;
}

static DossierTag
tag_ing (Sentence       *s,
         guint32         i,
         const WordInfo *info)
{
  DossierTag before = tag_at (s, i - 1);

  if (before == DOSSIER_TAG_DETERMINER || before == DOSSIER_TAG_ADJECTIVE || before == DOSSIER_TAG_POSSESSIVE)
    return noun_follows (s, i + 1) && before != DOSSIER_TAG_ADJECTIVE ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_NOUN;
  if (before == DOSSIER_TAG_HYPHEN)
    return DOSSIER_TAG_ADJECTIVE;
  if ((info->classes & DOSSIER_CLASS_NOUN) && tag_before (s, i, NULL) != DOSSIER_TAG_BE)
    return DOSSIER_TAG_NOUN;

  return DOSSIER_TAG_ING;
}

/* "claim", "claims", "support": a verb or a noun. */
static DossierTag
tag_present (Sentence       *s,
             guint32         i,
             const WordInfo *info)
{
  guint32 at;
  DossierTag before = tag_before (s, i, &at);
  gboolean third = (info->forms & DOSSIER_FORM_THIRD) != 0;
  gboolean only = info->verb == VERB_ONLY ||
                  (info->verb == VERB_OR_ADJECTIVE && third && !(info->classes & DOSSIER_CLASS_NOUN));
  gboolean object = starts_phrase (s, i + 1);

  switch (before)
    {
    case DOSSIER_TAG_TO:
    case DOSSIER_TAG_MODAL:
    case DOSSIER_TAG_DO:
      return third ? DOSSIER_TAG_NOUN : DOSSIER_TAG_BASE;
    case DOSSIER_TAG_DETERMINER:
    case DOSSIER_TAG_POSSESSIVE:
    case DOSSIER_TAG_ADJECTIVE:
    case DOSSIER_TAG_HYPHEN:
    case DOSSIER_TAG_BE:
      if (before == DOSSIER_TAG_HYPHEN && third && only)
        return DOSSIER_TAG_VERB;
      return info->verb == VERB_OR_ADJECTIVE ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_NOUN;
    case DOSSIER_TAG_PREPOSITION:
      return info->verb == VERB_OR_ADJECTIVE ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_NOUN;
    case DOSSIER_TAG_WH:
    case DOSSIER_TAG_THAT:
      return only || object || info->verb == VERB_OR_NOUN ? DOSSIER_TAG_VERB : DOSSIER_TAG_NOUN;
    case DOSSIER_TAG_PRONOUN:
      if (at == i - 1 && s->tokens->tokens[at].word != 0 &&
          (info_at (s, at)->classes & (DOSSIER_CLASS_SUBJECT_MODAL)))
        return DOSSIER_TAG_BASE;
      if (info_at (s, at)->classes & DOSSIER_CLASS_OBJECT)
        return only ? DOSSIER_TAG_BASE : DOSSIER_TAG_NOUN;
      return info->verb == VERB_OR_ADJECTIVE && !object ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_VERB;
    case DOSSIER_TAG_NOUN:
    case DOSSIER_TAG_NAME:
    case DOSSIER_TAG_NUMBER:
      if (only)
        return DOSSIER_TAG_VERB;
      if (before == DOSSIER_TAG_NUMBER && !object)
        return DOSSIER_TAG_NOUN;
      if (s->has_verb && info->verb == NOUN_OR_VERB)
        return DOSSIER_TAG_NOUN;
      if (object || (i + 1 < s->last && info_at (s, i + 1)->classes & DOSSIER_CLASS_TO) ||
          (info->verb == VERB_OR_NOUN && !s->has_verb && at < i - 1))
        return info->verb == VERB_OR_ADJECTIVE && !third ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_VERB;
      if (third && before == DOSSIER_TAG_NAME && info->verb == VERB_OR_NOUN && !s->has_verb)
        return DOSSIER_TAG_VERB;
      return DOSSIER_TAG_NOUN;
    case DOSSIER_TAG_COORDINATOR:
    case DOSSIER_TAG_COMMA:
      if (at > s->first)
        {
          DossierTag earlier = tag_before (s, at, NULL);

          if (!third && (earlier == DOSSIER_TAG_BASE || earlier == DOSSIER_TAG_TO))
            return DOSSIER_TAG_BASE;
          if (only)
            return DOSSIER_TAG_VERB;
          return object && info->verb == VERB_OR_NOUN ? DOSSIER_TAG_VERB
                 : info->verb == VERB_OR_ADJECTIVE ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_NOUN;
        }
      return only ? DOSSIER_TAG_VERB : DOSSIER_TAG_NOUN;
    case DOSSIER_TAG_VERB:
    case DOSSIER_TAG_BASE:
    case DOSSIER_TAG_PARTICIPLE:
    case DOSSIER_TAG_ING:
    case DOSSIER_TAG_HAVE:
      return only && !third ? DOSSIER_TAG_BASE : info->verb == VERB_OR_ADJECTIVE ? DOSSIER_TAG_ADJECTIVE
             : only ? DOSSIER_TAG_VERB : DOSSIER_TAG_NOUN;
    default:
      if (only)
        return third ? DOSSIER_TAG_VERB : DOSSIER_TAG_BASE;
      if (info->verb == VERB_OR_ADJECTIVE)
        return DOSSIER_TAG_ADJECTIVE;
      return object && !third && info->verb == VERB_OR_NOUN ? DOSSIER_TAG_BASE : DOSSIER_TAG_NOUN;
    }
}

static DossierTag
tag_unknown (Sentence *s,
             guint32   i)
{
  static const char * const adjectives[] = {
    "ous", "ful", "ible", "able", "ive", "ic", "al", "less", "ish", "ary", "ian", "ese", "est", "ent", "ant", NULL,
  };
  DossierTag before = tag_before (s, i, NULL);

  if (has_suffix (s, i, "ly"))
    return DOSSIER_TAG_ADVERB;
  if (has_suffix (s, i, "ing"))
    return before == DOSSIER_TAG_DETERMINER || before == DOSSIER_TAG_POSSESSIVE || before == DOSSIER_TAG_ADJECTIVE
           ? DOSSIER_TAG_NOUN : DOSSIER_TAG_ING;
  if (has_suffix (s, i, "ed"))
    {
      static const WordInfo ed = { 0, FORMS_ED, VERB_ONLY };

      s->tagged[i].forms = FORMS_ED;
      return tag_past (s, i, &ed);
    }
  if (before == DOSSIER_TAG_TO || before == DOSSIER_TAG_MODAL)
    return DOSSIER_TAG_BASE;
  if (has_any_suffix (s, i, adjectives) && !is_capital (s, i))
    return noun_follows (s, i + 1) || before == DOSSIER_TAG_BE || before == DOSSIER_TAG_ADVERB
           ? DOSSIER_TAG_ADJECTIVE : DOSSIER_TAG_NOUN;

  return DOSSIER_TAG_NOUN;
}

/* Whether the capital of token @i makes it a name. */
static gboolean
is_name (Sentence       *s,
         guint32         i,
         const WordInfo *info)
{
  gboolean start = i == s->first || tag_at (s, i - 1) == DOSSIER_TAG_OPEN ||
                   tag_at (s, i - 1) == DOSSIER_TAG_COLON || tag_at (s, i - 1) == DOSSIER_TAG_STOP ||
                   tag_at (s, i - 1) == DOSSIER_TAG_DASH;
  guint function = DOSSIER_CLASS_BE | DOSSIER_CLASS_HAVE | DOSSIER_CLASS_DO | DOSSIER_CLASS_SUBJECT |
                   DOSSIER_CLASS_TO | DOSSIER_CLASS_COORDINATOR | DOSSIER_CLASS_WH | DOSSIER_CLASS_THAT |
                   DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_POSSESSIVE | DOSSIER_CLASS_DETERMINER |
                   DOSSIER_CLASS_SUBORDINATOR | DOSSIER_CLASS_OBJECT | DOSSIER_CLASS_NEGATION |
                   DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_SUBJECT_BE | DOSSIER_CLASS_SUBJECT_HAVE |
                   DOSSIER_CLASS_SUBJECT_MODAL | DOSSIER_CLASS_EXISTENTIAL;

  if (!is_capital (s, i))
    return FALSE;
  /* "the US", "WHO" */
  if (token_at (s, i)->flags & DOSSIER_TOKEN_ALL_CAPITALS && !s->title_case)
    return TRUE;
  if (info->classes & function)
    return FALSE;
  if (info->classes & (DOSSIER_CLASS_TITLE | DOSSIER_CLASS_MONTH) && !start)
    return TRUE;
  if (s->title_case)
    return info->classes == 0 && info->forms == 0;
  if (!start)
    return TRUE;
  if (info->classes & (DOSSIER_CLASS_QUANTIFIER | DOSSIER_CLASS_ADVERB | DOSSIER_CLASS_MODAL |
                       DOSSIER_CLASS_INTERJECTION))
    return FALSE;
  if (is_capital (s, i + 1) && !(info_at (s, i + 1)->classes & function) && info->verb != VERB_ONLY)
    return TRUE;
  if (info->classes & DOSSIER_CLASS_TITLE)
    return TRUE;

  return token_at (s, i)->word == DOSSIER_WORD_UNKNOWN && !has_suffix (s, i, "ly") &&
         !has_suffix (s, i, "ing") && !has_suffix (s, i, "ed") && !has_suffix (s, i, "ers");
}

static DossierTag
tag_word (Sentence *s,
          guint32   i)
{
  const WordInfo *info = info_at (s, i);
  DossierTag tag;

  s->tagged[i].forms = info->forms;
  if (token_at (s, i)->flags & DOSSIER_TOKEN_POSSESSIVE)
    return tag_clitic (s, i);
  if (is_name (s, i, info))
    return DOSSIER_TAG_NAME;
  if (info->forms & DOSSIER_FORM_BASE && info->verb != VERB_NONE && info->classes & (DOSSIER_CLASS_ADVERB | DOSSIER_CLASS_PARTICLE | DOSSIER_CLASS_PREPOSITION) &&
      (MASK (tag_before (s, i, NULL)) & (MASK (DOSSIER_TAG_MODAL) | MASK (DOSSIER_TAG_TO) | MASK (DOSSIER_TAG_DO))))
    return DOSSIER_TAG_BASE;
  tag = tag_closed (s, i, info);
  if (tag != DOSSIER_TAG_OTHER)
    return tag;
  if (info->forms & FORMS_ED && !(info->forms & (DOSSIER_FORM_BASE | DOSSIER_FORM_ING)))
    return tag_past (s, i, info);
  if (info->forms & DOSSIER_FORM_ING)
    return tag_ing (s, i, info);
  if (info->classes & DOSSIER_CLASS_ADVERB && !(info->forms != 0 && info->verb == VERB_ONLY))
    return info->classes & DOSSIER_CLASS_ADJECTIVE && noun_follows (s, i + 1) ? DOSSIER_TAG_ADJECTIVE
           : DOSSIER_TAG_ADVERB;
  if (info->forms & (DOSSIER_FORM_BASE | DOSSIER_FORM_THIRD))
    {
      tag = tag_present (s, i, info);
      /* "put", "read", "set": the past is like the base. */
      if (info->forms & DOSSIER_FORM_PARTICIPLE)
        {
          DossierTag before = tag_before (s, i, NULL);

          if (before == DOSSIER_TAG_HAVE || before == DOSSIER_TAG_BE)
            return DOSSIER_TAG_PARTICIPLE;
          if (before == DOSSIER_TAG_NAME || before == DOSSIER_TAG_COMMA || before == DOSSIER_TAG_COORDINATOR)
            return DOSSIER_TAG_VERB;
        }
      return tag;
    }
  if (info->classes & DOSSIER_CLASS_ADJECTIVE)
    return DOSSIER_TAG_ADJECTIVE;
  if (info->classes & (DOSSIER_CLASS_NOUN | DOSSIER_CLASS_UNIT | DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH))
    return DOSSIER_TAG_NOUN;
  if (info->classes & DOSSIER_CLASS_TITLE)
    return DOSSIER_TAG_NOUN;
  if (info->classes & DOSSIER_CLASS_INTERJECTION)
    return DOSSIER_TAG_INTERJECTION;

  return tag_unknown (s, i);
}

static DossierTag
tag_token (Sentence *s,
           guint32   i)
{
  switch (token_at (s, i)->kind)
    {
    case DOSSIER_TOKEN_WORD:
      return tag_word (s, i);
    case DOSSIER_TOKEN_MIXED:
      return is_capital (s, i) ? DOSSIER_TAG_NAME : DOSSIER_TAG_NUMBER;
    case DOSSIER_TOKEN_NUMBER:
      return DOSSIER_TAG_NUMBER;
    default:
      return tag_sign (s, i);
    }
}

/* A headline: most words of four letters or more have a capital. */
static gboolean
is_title_case (Sentence *s)
{
  guint n_long = 0, n_capital = 0;

  for (guint32 i = s->first; i < s->last; i++)
    {
      const DossierToken *token = token_at (s, i);

      if (token->kind == DOSSIER_TOKEN_WORD && token->bytes.end - token->bytes.start >= 4)
        {
          n_long++;
          n_capital += (token->flags & DOSSIER_TOKEN_CAPITAL) != 0;
        }
    }

  return n_long >= 4 && n_capital * 10 >= n_long * 8;
}

static void
tag_sentence (Sentence *s)
{
  s->title_case = is_title_case (s);
  s->has_verb = FALSE;
  for (guint32 i = s->first; i < s->last; i++)
    {
      DossierTag tag;

      s->tagged[i].tag = DOSSIER_TAG_OTHER;
      s->tagged[i].forms = 0;
      tag = tag_token (s, i);
      s->tagged[i].tag = tag;
      if (MASK (tag) & (MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) |
                        MASK (DOSSIER_TAG_DO) | MASK (DOSSIER_TAG_MODAL)))
        s->has_verb = TRUE;
      else if (MASK (tag) & (MASK (DOSSIER_TAG_SUBORDINATOR) | MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT) |
                             MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_OPEN) | MASK (DOSSIER_TAG_COLON) |
                             MASK (DOSSIER_TAG_CLOSE)))
        s->has_verb = FALSE;
    }
}

/**
 * dossier_tagger_run:
 * @tagged: (array): room for one element a token
 *
 * Tags every token of @tokens, in time linear in their number.
 */
void
dossier_tagger_run (const DossierTagger *self,
                    const DossierTokens *tokens,
                    DossierTagged       *tagged)
{
  Sentence s = { .self = self, .tokens = tokens, .tagged = tagged };

  s.utf8 = dossier_text_utf8 (tokens->text, NULL);
  for (guint32 i = 0; i < tokens->n_sentences; i++)
    {
      s.first = tokens->sentences[i].first;
      s.last = tokens->sentences[i].last;
      tag_sentence (&s);
    }
}
