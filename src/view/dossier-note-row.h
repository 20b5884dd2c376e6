/* dossier-note-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-note.h"

G_BEGIN_DECLS

/* DossierNoteRow: a note in the list: its words or the quote, tags, source. Of one height, whatever it holds. */
#define DOSSIER_TYPE_NOTE_ROW (dossier_note_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierNoteRow, dossier_note_row, DOSSIER, NOTE_ROW, GtkWidget)

GtkWidget *dossier_note_row_new (void);
/* NULL while the row is not in use. */
void       dossier_note_row_set (DossierNoteRow *self,
                                 DossierNote    *item);

G_END_DECLS
