/* fuzz-tokens.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "dossier-lexicon.h"
#include "dossier-tokens.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Tokens are in order and disjoint, sentences hold each token once. */
static void
check (const DossierTokens *tokens)
{
  guint32 end = 0, next = 0;

  for (guint32 i = 0; i < tokens->n_tokens; i++)
    {
      const DossierToken *token = &tokens->tokens[i];

      if (token->bytes.start < end || token->bytes.end <= token->bytes.start ||
          token->bytes.end > dossier_text_n_bytes (tokens->text))
        g_error ("a token is empty, out of order or out of the text");
      if (dossier_tokens_at (tokens, token->bytes.start) != i)
        g_error ("a token is not found again");
      if (token->sentence >= tokens->n_sentences)
        g_error ("no such sentence");
      end = token->bytes.end;
    }
  for (guint32 i = 0; i < tokens->n_sentences; i++)
    {
      if (tokens->sentences[i].first != next || tokens->sentences[i].last <= next)
        g_error ("a sentence is empty or leaves tokens out");
      next = tokens->sentences[i].last;
    }
  if (next != tokens->n_tokens)
    g_error ("tokens in no sentence");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierLexicon *lexicon;
  g_autoptr (DossierText) text = dossier_text_new ((const char *)data, size);
  g_autoptr (DossierTokens) tokens = NULL;
  guint32 n = dossier_text_n_chars (text);

  if (lexicon == NULL)
    {
      lexicon = dossier_lexicon_new ("en", NULL);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
    }

  for (guint32 i = 0; i <= n; i++)
    {
      if (dossier_text_offset (text, dossier_text_byte (text, i)) != i)
        g_error ("an offset is not found again");
    }
  tokens = dossier_tokens_new (text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  check (tokens);

  return 0;
}
