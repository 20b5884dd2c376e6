/* dossier-quotation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-quotation.h"

/* Fewer words than this, with no sentence's end among them, are a phrase that
 * is quoted or kept at a distance. */
#define FULL_WORDS 6

static gboolean
starts_paragraph (const DossierTokens *tokens,
                  guint32              i)
{
  return (tokens->tokens[i].flags & DOSSIER_TOKEN_LINE_BEFORE) != 0 &&
         (i == 0 || tokens->tokens[i].sentence != tokens->tokens[i - 1].sentence);
}

static gboolean
is_full (const DossierClauses   *clauses,
         const DossierQuotation *quotation)
{
  guint n_words = 0;

  for (guint32 i = quotation->open + 1; i < quotation->close; i++)
    {
      DossierTag tag = dossier_clauses_tag (clauses, i);

      if (clauses->tokens->tokens[i].kind == DOSSIER_TOKEN_WORD)
        n_words++;
      if (n_words >= FULL_WORDS)
        return TRUE;
      /* ", he said" and "." inside the marks end an utterance */
      if ((tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_STOP) && i + 2 >= quotation->close && n_words > 1)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_quotations_new:
 *
 * Finds the quotations by the depth the tokenizer gave to the marks. One that
 * is not closed in its paragraph ends with it.
 */
DossierQuotations *
dossier_quotations_new (const DossierClauses *clauses)
{
  DossierQuotations *self = g_new0 (DossierQuotations, 1);
  const DossierTokens *tokens = clauses->tokens;
  guint32 n = tokens->n_tokens;

  self->items = g_array_new (FALSE, FALSE, sizeof (DossierQuotation));
  self->at = g_new0 (guint32, n + 1);
  for (guint32 i = 0; i < n;)
    {
      DossierQuotation quotation = { .open = i };
      guint32 j = i + 1;

      if (tokens->tokens[i].kind != DOSSIER_TOKEN_QUOTE_OPEN || tokens->tokens[i].quote == 0)
        {
          i++;
          continue;
        }
      while (j < n && tokens->tokens[j].quote > 0 && !starts_paragraph (tokens, j) &&
             !(tokens->tokens[j].kind == DOSSIER_TOKEN_QUOTE_CLOSE && tokens->tokens[j].quote == 1))
        j++;
      if (j < n && tokens->tokens[j].kind == DOSSIER_TOKEN_QUOTE_CLOSE && !starts_paragraph (tokens, j))
        j++;
      else
        quotation.continued = TRUE;
      quotation.close = j;
      quotation.full = is_full (clauses, &quotation);
      g_array_append_val (self->items, quotation);
      for (guint32 k = i; k < j; k++)
        self->at[k] = self->items->len;
      i = j;
    }

  return self;
}

void
dossier_quotations_free (DossierQuotations *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self->at);
  g_free (self);
}
