/* dossier-answer-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-answers.h"

G_BEGIN_DECLS

/*
 * DossierAnswerRow: a row of the answers board: the heading of a group, an
 * allegation on the left, an answer on the right, or the word that there is
 * none. Every row is of one height, as long lists demand.
 *
 * Signals: "open" (DossierClaim *): a card was pressed; "link" (DossierClaim *, GtkWidget *button): something shall be
 * linked to the claim by hand.
 */
#define DOSSIER_TYPE_ANSWER_ROW (dossier_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierAnswerRow, dossier_answer_row, DOSSIER, ANSWER_ROW, GtkWidget)

GtkWidget *dossier_answer_row_new        (DossierSession    *session);
/* NULL while the row is not in use. */
void       dossier_answer_row_set        (DossierAnswerRow  *self,
                                          DossierAnswersRow *item);
/* The answer below the allegation, for a narrow window. */
void       dossier_answer_row_set_narrow (DossierAnswerRow  *self,
                                          gboolean           narrow);

G_END_DECLS
