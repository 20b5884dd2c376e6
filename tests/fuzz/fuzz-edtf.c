/* fuzz-edtf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "dossier-date-entry.h"
#include "dossier-date-format.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* What is read comes back the same, and its bounds are in order. */
static void
check (const char *text)
{
  g_autofree char *words = dossier_date_format (text, DOSSIER_DATE_LONG);
  g_autofree char *again = NULL;
  DossierEdtf edtf, reread;

  if (!dossier_edtf_parse (text, &edtf))
    {
      if (words != NULL)
        g_error ("words for what is no date");
      return;
    }

  again = dossier_edtf_to_string (&edtf);
  if (words == NULL || !dossier_edtf_parse (again, &reread) ||
      dossier_edtf_earliest (&edtf) != dossier_edtf_earliest (&reread) ||
      dossier_edtf_latest (&edtf) != dossier_edtf_latest (&reread) ||
      dossier_edtf_earliest (&edtf) > dossier_edtf_latest (&edtf))
    g_error ("“%s” came back as “%s”", text, again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree char *why_not = NULL;
  g_autofree char *edtf = dossier_date_entry_parse (text, &why_not);

  check (text);
  if ((edtf == NULL) == (why_not == NULL))
    g_error ("neither a date nor a reason, or both");
  if (edtf != NULL)
    {
      if (!dossier_edtf_bounds (edtf, NULL, NULL))
        g_error ("“%s” is no EDTF", edtf);
      check (edtf);
    }

  return 0;
}
