/* fuzz-countries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdint.h>

#include "dossier-countries.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check (const DossierContext *context)
{
  guint32 start = 0;
  double sum = 0;

  for (guint i = 0; i < context->mentions->len; i++)
    {
      const DossierMention *mention = &g_array_index (context->mentions, DossierMention, i);

      if (mention->bytes.start < start || mention->bytes.end <= mention->bytes.start ||
          mention->bytes.end > dossier_text_n_bytes (context->text))
        g_error ("a mention is empty, out of order or out of the text");
      if (!g_ascii_isupper (mention->code[0]) || !g_ascii_isupper (mention->code[1]) ||
          mention->code[2] != '\0' || mention->rule == NULL)
        g_error ("a mention without code or rule");
      start = mention->bytes.start;
    }
  for (guint i = 0; i < context->countries->len; i++)
    sum += g_array_index (context->countries, DossierCountryWeight, i).weight;
  if (context->countries->len > 0 && fabs (sum - 1.0) > 1e-6)
    g_error ("weights that add up to %f", sum);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierLexicon *lexicon;
  static DossierCountries *stage;
  DossierContext context = { 0 };
  DossierByteBlock block = { { 0, 0 }, DOSSIER_BLOCK_TITLE };

  if (lexicon == NULL)
    {
      lexicon = dossier_lexicon_new ("en", NULL);
      stage = dossier_countries_new (lexicon);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
    }

  context.text = dossier_text_new ((const char *)data, size);
  context.tokens = dossier_tokens_new (context.text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  context.blocks = g_array_new (FALSE, FALSE, sizeof (DossierByteBlock));
  block.bytes.end = dossier_text_n_bytes (context.text) / 2;
  g_array_append_val (context.blocks, block);
  context.mentions = g_array_new (FALSE, FALSE, sizeof (DossierMention));
  context.countries = g_array_new (FALSE, FALSE, sizeof (DossierCountryWeight));
  dossier_countries_run (stage, &context);
  check (&context);

  g_array_unref (context.blocks);
  g_array_unref (context.mentions);
  g_array_unref (context.countries);
  dossier_tokens_free (context.tokens);
  dossier_text_unref (context.text);

  return 0;
}
