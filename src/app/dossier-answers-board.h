/* dossier-answers-board.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/*
 * DossierAnswersBoard: the page with what was alleged and what was answered.
 *
 * Signals: "back": the person goes back to the text; "open" (DossierClaim *): a claim shall be shown in its text;
 * "export": what is on the board shall be written.
 */
#define DOSSIER_TYPE_ANSWERS_BOARD (dossier_answers_board_get_type ())
G_DECLARE_FINAL_TYPE (DossierAnswersBoard, dossier_answers_board, DOSSIER, ANSWERS_BOARD, GtkWidget)

GtkWidget *dossier_answers_board_new         (void);
void       dossier_answers_board_set_session (DossierAnswersBoard *self,
                                              DossierSession      *session);
/* While it is not on show it follows nothing. */
void       dossier_answers_board_set_active  (DossierAnswersBoard *self,
                                              gboolean             active);
void       dossier_answers_board_set_narrow  (DossierAnswersBoard *self,
                                              gboolean             narrow);
/* Opens a part of its filter, as dossier_filter_bar_popup(). */
void       dossier_answers_board_popup       (DossierAnswersBoard *self,
                                              int                  facet);
/* The claims on it: GArray of gint64; free with g_array_unref(). */
GArray    *dossier_answers_board_claim_ids   (DossierAnswersBoard *self);

G_END_DECLS
