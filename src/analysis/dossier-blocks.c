/* dossier-blocks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-blocks.h"

struct _DossierBlocks
{
  DossierLexicon *lexicon;
};

DossierBlocks *
dossier_blocks_new (DossierLexicon *lexicon)
{
  DossierBlocks *self = g_new0 (DossierBlocks, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_blocks_free (DossierBlocks *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

/* One paragraph a line. */
void
dossier_blocks_run (DossierBlocks  *self,
                    DossierContext *context)
{
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (context->text, &n_bytes);

  for (guint32 start = 0; start < n_bytes;)
    {
      const char *line = memchr (utf8 + start, '\n', n_bytes - start);
      guint32 end = line != NULL ? line - utf8 : n_bytes;
      DossierByteBlock block = { { start, end }, DOSSIER_BLOCK_PARAGRAPH };

      if (end > start)
        g_array_append_val (context->blocks, block);
      start = end + 1;
    }
}
