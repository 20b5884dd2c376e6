/* dossier-note-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-row.h"

G_BEGIN_DECLS

/* DossierNoteRow: a note in the list: its words or the quote, tags, source. Of one height, whatever it holds. */
#define DOSSIER_TYPE_NOTE_ROW (dossier_note_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierNoteRow, dossier_note_row, DOSSIER, NOTE_ROW, DossierRow)

GtkWidget *dossier_note_row_new (void);

G_END_DECLS
