/* fuzz-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "dossier-importer.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Blocks are in order, disjoint, in the text and not empty. */
static void
check_blocks (DossierDocument *document)
{
  guint32 end = 0;

  for (guint i = 0; document->blocks != NULL && i < document->blocks->len; i++)
    {
      DossierSpan span = g_array_index (document->blocks, DossierBlock, i).span;

      if (span.start < end || span.end <= span.start || span.end > dossier_text_n_chars (document->text))
        g_error ("block %u is out of place", i);
      end = span.end;
    }
}

/* The first byte chooses whether the name calls it a page. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  const char *utf8;

  if (size < 2)
    return 0;

  bytes = g_bytes_new_static (data + 1, size - 1);
  document = dossier_import_bytes (bytes, data[0] % 4 == 0 ? "input.txt" : "input.html", 0, NULL, &error);
  if (document == NULL)
    return error != NULL ? 0 : -1;

  utf8 = dossier_text_utf8 (document->text, &n_bytes);
  if (!g_utf8_validate_len (utf8, n_bytes, NULL))
    g_error ("the text is not UTF-8");
  check_blocks (document);
  return 0;
}
