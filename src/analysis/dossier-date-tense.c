/* dossier-date-tense.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-date-tense.h"

/* How far a verb may stand from its date. */
#define REACH 24

static DossierDateTense
tense_at (DossierDateWords    *words,
          const DossierTokens *tokens,
          const char          *utf8,
          guint32              i)
{
  const DossierToken *t = &tokens->tokens[i];
  DossierDateTense tense = dossier_date_words_get (words, t->word)->tense;
  guint32 size = t->bytes.end - t->bytes.start;

  if (t->kind != DOSSIER_TOKEN_WORD)
    return DOSSIER_DATE_TENSE_NONE;
  if (tense != DOSSIER_DATE_TENSE_NONE)
    {
      /* "is to resume", "plans to sell" */
      if (tense == DOSSIER_DATE_TENSE_FUTURE_TO || tense == DOSSIER_DATE_TENSE_PRESENT_TO)
        return i + 1 < tokens->n_tokens &&
               (dossier_date_words_get (words, tokens->tokens[i + 1].word)->roles &
                (DOSSIER_DATE_ROLE_TO | DOSSIER_DATE_ROLE_FOR))
               ? DOSSIER_DATE_TENSE_FUTURE : DOSSIER_DATE_TENSE_NONE;
      if (tense == DOSSIER_DATE_TENSE_FUTURE_AFTER)
        return i > 0 && ((dossier_date_words_get (words, tokens->tokens[i - 1].word)->roles & DOSSIER_DATE_ROLE_TO) ||
                         dossier_date_words_get (words, tokens->tokens[i - 1].word)->tense == DOSSIER_DATE_TENSE_FUTURE)
               ? DOSSIER_DATE_TENSE_FUTURE : DOSSIER_DATE_TENSE_NONE;
      return tense;
    }
  if (size > 4 && memcmp (utf8 + t->bytes.end - 3, "'ll", 3) == 0)
    return DOSSIER_DATE_TENSE_FUTURE;
  if (size >= 5 && (t->flags & DOSSIER_TOKEN_CAPITAL) == 0 && memcmp (utf8 + t->bytes.end - 2, "ed", 2) == 0)
    return DOSSIER_DATE_TENSE_PAST;

  return DOSSIER_DATE_TENSE_NONE;
}

static gboolean
ends_clause (const DossierToken *t,
             const char         *utf8)
{
  char c = utf8[t->bytes.start];

  return t->kind == DOSSIER_TOKEN_PUNCT && (c == ';' || c == ':' || c == '(' || c == ')');
}

/**
 * dossier_date_tense:
 * @first: first token of a time expression
 * @last: the token after it
 *
 * Looks for the verb nearest to a date in its sentence, first before it, then behind
 * it: whether what happens on that date is told, or still to come. A participle does
 * not hide the "will" or "expected" that governs it.
 */
DossierDateTense
dossier_date_tense (DossierDateWords    *words,
                    const DossierTokens *tokens,
                    guint32              first,
                    guint32              last)
{
  const DossierSentence *sentence = &tokens->sentences[tokens->tokens[first].sentence];
  const char *utf8 = dossier_text_utf8 (tokens->text, NULL);
  guint32 end = MIN (sentence->last, last + REACH);
  guint32 begin = first > sentence->first + REACH ? first - REACH : sentence->first;

  for (guint32 i = first; i > begin; i--)
    {
      DossierDateTense tense = tense_at (words, tokens, utf8, i - 1);

      if (ends_clause (&tokens->tokens[i - 1], utf8))
        break;
      if (tense == DOSSIER_DATE_TENSE_FUTURE)
        return tense;
      if (tense == DOSSIER_DATE_TENSE_NONE)
        continue;
      /* "to be published", "will have closed": the helper stands close before. */
      for (guint32 j = i - 1; j > begin && j + 3 > i; j--)
        {
          if (tense_at (words, tokens, utf8, j - 1) == DOSSIER_DATE_TENSE_FUTURE)
            return DOSSIER_DATE_TENSE_FUTURE;
          /* "is heard in May" may be either. */
          if (dossier_date_words_get (words, tokens->tokens[j - 1].word)->tense == DOSSIER_DATE_TENSE_PRESENT_TO)
            return DOSSIER_DATE_TENSE_NONE;
        }
      return tense;
    }

  for (guint32 i = last; i < end; i++)
    {
      DossierDateTense tense = tense_at (words, tokens, utf8, i);

      if (ends_clause (&tokens->tokens[i], utf8))
        break;
      if (tense != DOSSIER_DATE_TENSE_NONE)
        return tense;
    }

  return DOSSIER_DATE_TENSE_NONE;
}
