/* fuzz-claims.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "dossier-analyser.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Claims and links rest on all stages before them, so this runs the whole. */
static void
check (const DossierFindings *findings,
       guint32                n_chars)
{
  for (guint i = 0; i < findings->claims->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (findings->claims, i);

      if (claim->span.end <= claim->span.start || claim->span.end > n_chars)
        g_error ("a claim is empty or out of the text");
      if (!(claim->confidence >= 0 && claim->confidence <= 1))
        g_error ("a confidence of %f", claim->confidence);
      if (claim->speaker != NULL && !g_utf8_validate (claim->speaker, -1, NULL))
        g_error ("a speaker that is no UTF-8");
      for (guint k = 0; k < claim->n_why; k++)
        {
          if (claim->why[k].span.end > n_chars || claim->why[k].rule == NULL)
            g_error ("a reason out of the text or without a rule");
        }
    }
  for (guint i = 0; i < findings->links->len; i++)
    {
      const DossierLinkFinding *link = &g_array_index (findings->links, DossierLinkFinding, i);

      if (link->from >= findings->claims->len || link->to >= findings->claims->len || link->from == link->to)
        g_error ("a link to no claim or to itself");
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierAnalyser *analyser;
  g_autoptr (DossierText) text = dossier_text_new ((const char *)data, size);
  g_autoptr (DossierFindings) findings = NULL;
  DossierAnalyserInput input = { .text = text, .published = size % 2 == 0 ? "2019-04-03" : NULL };

  if (analyser == NULL)
    analyser = dossier_analyser_new (NULL);
  findings = dossier_analyser_run (analyser, &input, NULL, NULL);
  check (findings, dossier_text_n_chars (text));

  return 0;
}
