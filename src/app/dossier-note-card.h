/* dossier-note-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierNoteCard: a note to write in: its text is saved as it is typed, its tags when they are left. */
#define DOSSIER_TYPE_NOTE_CARD (dossier_note_card_get_type ())
G_DECLARE_FINAL_TYPE (DossierNoteCard, dossier_note_card, DOSSIER, NOTE_CARD, GtkWidget)

GtkWidget   *dossier_note_card_new      (DossierSession  *session,
                                         DossierNote     *note);
DossierNote *dossier_note_card_get_note (DossierNoteCard *self);
void         dossier_note_card_edit     (DossierNoteCard *self);

G_END_DECLS
