/* dossier-sentences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-sentences.h"

/* Tokens of a sentence at most. */
#define LONGEST_SENTENCE 512

typedef struct
{
  const char        *utf8;
  DossierVocabulary *vocabulary;
  DossierToken      *tokens;
  guint32            n_tokens;
  guint32            range;
  GArray            *sentences; /* DossierSentence */
} Splitter;

static gboolean
is_word_flag (Splitter           *self,
              const DossierToken *token,
              guint               flag)
{
  return (dossier_vocabulary_flags (self->vocabulary, token->word) & flag) != 0;
}

static char
token_char (Splitter           *self,
            const DossierToken *token)
{
  return self->utf8[token->bytes.start];
}

/* A sign that may end a sentence: "." "!" "?" "…" "..." and their full-width kin. */
static gboolean
is_terminal (Splitter           *self,
             const DossierToken *token)
{
  if (token->kind != DOSSIER_TOKEN_PUNCT)
    return FALSE;

  switch (g_utf8_get_char (self->utf8 + token->bytes.start))
    {
    case '.': case '!': case '?': case 0x2026: case 0x3002: case 0xFF01: case 0xFF1F: case 0x203D:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A sign that stays with the sentence that ended before it. */
static gboolean
is_trailing (Splitter           *self,
             const DossierToken *token)
{
  if (token->kind == DOSSIER_TOKEN_QUOTE_CLOSE)
    return TRUE;
  if (token->kind != DOSSIER_TOKEN_PUNCT || (token->flags & DOSSIER_TOKEN_SPACE_BEFORE))
    return FALSE;

  return token_char (self, token) == ')' || token_char (self, token) == ']' ||
         is_terminal (self, token);
}

/* Whether @token can be the first of a sentence: a capital, a number, or a mark
 * that leads in one. */
static gboolean
can_start (Splitter           *self,
           const DossierToken *token)
{
  switch ((DossierTokenKind)token->kind)
    {
    case DOSSIER_TOKEN_NUMBER:
    case DOSSIER_TOKEN_QUOTE_OPEN:
      return TRUE;
    case DOSSIER_TOKEN_WORD:
    case DOSSIER_TOKEN_MIXED:
      if (token->flags & DOSSIER_TOKEN_CAPITAL)
        return TRUE;
      /* Scripts without capitals. */
      return !g_unichar_islower (g_utf8_get_char (self->utf8 + token->bytes.start));
    case DOSSIER_TOKEN_PUNCT:
      return strchr (",;:.!?)]}%/", token_char (self, token)) == NULL ||
             token->bytes.end - token->bytes.start > 1;
    case DOSSIER_TOKEN_QUOTE_CLOSE:
    default:
      return FALSE;
    }
}

/* Whether a sentence ends before token @next, the last word of which is @last
 * (its final sign, or its abbreviation), with trailing signs between. */
static gboolean
ends_between (Splitter           *self,
              const DossierToken *before,
              const DossierToken *last,
              const DossierToken *next)
{
  gboolean spaced = (next->flags & (DOSSIER_TOKEN_SPACE_BEFORE | DOSSIER_TOKEN_LINE_BEFORE)) != 0;

  if (last->flags & DOSSIER_TOKEN_ABBREVIATION)
    {
      guint32 length = last->bytes.end - last->bytes.start;

      if (is_word_flag (self, last, DOSSIER_WORD_TITLE) || length == 2)
        return FALSE;
      return spaced && next->kind == DOSSIER_TOKEN_WORD &&
             (next->flags & DOSSIER_TOKEN_CAPITAL) &&
             is_word_flag (self, next, DOSSIER_WORD_STARTER);
    }

  if (spaced)
    return can_start (self, next);

  /* "the end.The next": a space was lost. */
  return before != NULL && before->kind == DOSSIER_TOKEN_WORD &&
         before->bytes.end - before->bytes.start >= 2 &&
         !(before->flags & DOSSIER_TOKEN_CAPITAL) && next->kind == DOSSIER_TOKEN_WORD &&
         (next->flags & (DOSSIER_TOKEN_CAPITAL | DOSSIER_TOKEN_ALL_CAPITALS)) == DOSSIER_TOKEN_CAPITAL &&
         next->bytes.end - next->bytes.start >= 2;
}

static void
add_sentence (Splitter *self,
              guint32   first,
              guint32   last)
{
  DossierSentence sentence;

  if (first >= last)
    return;

  sentence.bytes.start = self->tokens[first].bytes.start;
  sentence.bytes.end = self->tokens[last - 1].bytes.end;
  sentence.first = first;
  sentence.last = last;
  sentence.range = self->range;
  for (guint32 i = first; i < last; i++)
    self->tokens[i].sentence = self->sentences->len;
  g_array_append_val (self->sentences, sentence);
}

/* Whether a blank line stands between two tokens: a new paragraph. */
static gboolean
is_paragraph_between (Splitter           *self,
                      const DossierToken *before,
                      const DossierToken *next)
{
  guint n_lines = 0;

  if (!(next->flags & DOSSIER_TOKEN_LINE_BEFORE))
    return FALSE;
  for (guint32 i = before->bytes.end; i < next->bytes.start; i++)
    n_lines += self->utf8[i] == '\n';

  return n_lines >= 2;
}

/* Where a sentence that is none is cut: a list or a table without full stops,
 * or made to hurt. What reads a sentence may go over it more than once, so its
 * length has to have a bound; the longest of 4,600 news texts is below it. */
static guint32
last_resort (Splitter *self,
             guint32   start,
             guint32   i)
{
  for (guint32 at = i; at > start + LONGEST_SENTENCE / 2; at--)
    {
      const DossierToken *token = &self->tokens[at - 1];
      char c = self->utf8[token->bytes.start];

      if (token->kind == DOSSIER_TOKEN_PUNCT && (c == ';' || c == ',' || c == ':'))
        return at;
    }

  return i;
}

static void
cut (Splitter *self,
     guint32   first)
{
  const DossierToken *tokens = self->tokens;
  guint32 n = self->n_tokens, start = first, i = first;

  while (i < n)
    {
      guint32 final = i;
      gboolean ends;

      i++;
      if (is_terminal (self, &tokens[final]) || (tokens[final].flags & DOSSIER_TOKEN_ABBREVIATION))
        {
          while (i < n && is_trailing (self, &tokens[i]))
            i++;
          ends = i < n && ends_between (self, final > start ? &tokens[final - 1] : NULL,
                                        &tokens[final], &tokens[i]);
        }
      else
        ends = FALSE;
      if (i < n && !ends)
        ends = is_paragraph_between (self, &tokens[i - 1], &tokens[i]);

      if (!ends && i - start >= LONGEST_SENTENCE)
        {
          i = last_resort (self, start, i);
          ends = TRUE;
        }
      if (ends)
        {
          add_sentence (self, start, i);
          start = i;
        }
    }
  add_sentence (self, start, n);
}

/**
 * dossier_sentences_cut:
 * @text: what @tokens were cut from
 * @tokens: all tokens so far; their @sentence is set
 * @first: the first token of the range to cut
 * @n_tokens: one past its last
 * @range: number of the range, for the sentences
 * @sentences: of #DossierSentence; the new ones are added
 *
 * Cuts the tokens of one range into sentences, in one pass.
 */
void
dossier_sentences_cut (DossierText       *text,
                       DossierVocabulary *vocabulary,
                       DossierToken      *tokens,
                       guint32            first,
                       guint32            n_tokens,
                       guint32            range,
                       GArray            *sentences)
{
  Splitter splitter = { dossier_text_utf8 (text, NULL), vocabulary, tokens, n_tokens, range, sentences };

  cut (&splitter, first);
}
