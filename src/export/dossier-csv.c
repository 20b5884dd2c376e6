/* dossier-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-csv.h"

#include <string.h>

/* Whether a spreadsheet might take the cell for a formula (OWASP, "CSV Injection"): also after the full-width signs. */
static gboolean
looks_like_formula (const char *text)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;

  return FALSE;
}

/**
 * dossier_csv_cell:
 * @self: a table that is written
 * @text: (nullable): the text of the next cell of its line
 */
void
dossier_csv_cell (DossierCsv *self,
                  const char *text)
{
  if (self->begun)
    g_string_append_c (self->out, ',');
  self->begun = TRUE;
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL && !looks_like_formula (text))
    {
      g_string_append (self->out, text);
      return;
    }

  g_string_append_c (self->out, '"');
  if (looks_like_formula (text))
    g_string_append_c (self->out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

/**
 * dossier_csv_end_line:
 * @self: a table that is written; its line ends
 */
void
dossier_csv_end_line (DossierCsv *self)
{
  g_string_append (self->out, "\r\n");
  self->begun = FALSE;
}
