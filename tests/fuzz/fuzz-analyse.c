/* fuzz-analyse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "dossier-analyser.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_blocks (DossierFindings *findings,
              guint32          n_chars)
{
  guint32 end = 0;

  for (guint i = 0; i < findings->blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (findings->blocks, DossierBlock, i);

      if (block->span.start < end || block->span.end <= block->span.start || block->span.end > n_chars)
        g_error ("a block is out of order");
      end = block->span.end;
    }
}

static void
check_claim (DossierText              *text,
             const DossierClaimRecord *claim)
{
  g_autofree char *there = dossier_text_substring (text, claim->span);

  if (dossier_span_is_empty (claim->span) || claim->span.end > dossier_text_n_chars (text))
    g_error ("a claim stands nowhere");
  if (g_strcmp0 (there, claim->quote) != 0)
    g_error ("a quote is not what stands there");
  if ((claim->event == NULL) == (claim->event_reason == NULL) || (claim->stated == NULL) == (claim->stated_reason == NULL))
    g_error ("neither date nor reason, or both");
  if (claim->countries == NULL || claim->via == NULL || claim->n_why == 0)
    g_error ("a claim without its evidence");
  for (guint i = 0; i < claim->n_why; i++)
    if (claim->why[i].span.end > dossier_text_n_chars (text))
      g_error ("evidence stands nowhere");
}

/* The first byte chooses whether a day of publication is known. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierAnalyser *analyser;
  g_autofree char *words = NULL;
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierFindings) findings = NULL;
  DossierAnalyserInput input = { 0 };

  if (analyser == NULL)
    analyser = dossier_analyser_new (NULL);
  if (size < 2)
    return 0;

  words = g_utf8_make_valid ((const char *) data + 1, size - 1);
  text = dossier_text_new (words, -1);
  input.text = text;
  input.published = data[0] % 2 ? "2021-08-15" : NULL;
  input.language = "en";
  findings = dossier_analyser_run (analyser, &input, NULL, NULL);
  if (findings == NULL)
    g_error ("nothing was found, not even nothing");

  check_blocks (findings, dossier_text_n_chars (text));
  for (guint i = 0; i < findings->claims->len; i++)
    check_claim (text, g_ptr_array_index (findings->claims, i));
  for (guint i = 0; i < findings->links->len; i++)
    {
      const DossierLinkFinding *link = &g_array_index (findings->links, DossierLinkFinding, i);

      if (link->from >= findings->claims->len || link->to >= findings->claims->len || link->from == link->to)
        g_error ("a link leads nowhere");
    }
  return 0;
}
