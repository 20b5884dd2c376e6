/* fuzz-anchor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "dossier-anchor.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* The input is five parts divided by bytes of 255: quote, before, after, place, text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  char *parts[5] = { NULL };
  DossierAnchor anchor;
  DossierAnchorResult result;
  DossierText *text;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const uint8_t *end = size > 0 ? memchr (data, 255, size) : NULL;
      size_t n = end != NULL ? (size_t)(end - data) : size;

      parts[i] = g_utf8_make_valid ((const char *)data, n);
      data += n;
      size -= n;
      if (size > 0)
        {
          data++;
          size--;
        }
    }

  anchor = (DossierAnchor) { parts[0], parts[1], parts[2], strlen (parts[3]) * 7 };
  text = dossier_text_new (parts[4], -1);
  result = dossier_anchor_locate (&anchor, text);
  if (!(result.score >= 0 && result.score <= 1))
    g_error ("a score of %f", result.score);
  if (result.state != DOSSIER_ANCHOR_LOST &&
      (dossier_span_is_empty (result.span) || result.span.end > dossier_text_n_chars (text)))
    g_error ("a place is empty or out of the text");

  dossier_text_unref (text);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);

  return 0;
}
