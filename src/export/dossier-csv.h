/* dossier-csv.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables after RFC 4180, for spreadsheets and programs. A text that a spreadsheet might take for a formula gets an
 * apostrophe before it. */
typedef struct
{
  GString  *out;
  gboolean  begun; /* the line has a cell */
} DossierCsv;

void dossier_csv_cell     (DossierCsv *self,
                           const char *text);
void dossier_csv_end_line (DossierCsv *self);

G_END_DECLS
