/* fuzz-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "dossier-blocks.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Blocks divide a text: each begins where the one before it ended, or later. */
static void
check (const DossierContext *context)
{
  guint32 start = 0;

  for (guint i = 0; i < context->blocks->len; i++)
    {
      const DossierByteBlock *block = &g_array_index (context->blocks, DossierByteBlock, i);

      if (block->bytes.start < start || block->bytes.end <= block->bytes.start ||
          block->bytes.end > dossier_text_n_bytes (context->text))
        g_error ("a block is empty, out of order or out of the text");
      start = block->bytes.end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierLexicon *lexicon;
  static DossierBlocks *stage;
  DossierContext context = { 0 };

  if (lexicon == NULL)
    {
      lexicon = dossier_lexicon_new ("en", NULL);
      stage = dossier_blocks_new (lexicon);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
    }

  context.text = dossier_text_new ((const char *)data, size);
  context.blocks = g_array_new (FALSE, FALSE, sizeof (DossierByteBlock));
  dossier_blocks_run (stage, &context);
  check (&context);

  g_array_unref (context.blocks);
  g_free (context.title);
  g_free (context.outlet);
  g_free (context.byline);
  g_free (context.published);
  g_free (context.language);
  dossier_text_unref (context.text);

  return 0;
}
