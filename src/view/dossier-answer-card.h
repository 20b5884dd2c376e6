/* dossier-answer-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-claim.h"

G_BEGIN_DECLS

/* DossierAnswerCard: a claim on the answers board: a button with its kind, source, words and speaker. Always of one
 * height. */
#define DOSSIER_TYPE_ANSWER_CARD (dossier_answer_card_get_type ())
G_DECLARE_FINAL_TYPE (DossierAnswerCard, dossier_answer_card, DOSSIER, ANSWER_CARD, GtkButton)

GtkWidget    *dossier_answer_card_new (void);
/* Shows it, and follows it; NULL lets go of it. */
void          dossier_answer_card_set (DossierAnswerCard *self,
                                       DossierClaim      *claim);
DossierClaim *dossier_answer_card_get (DossierAnswerCard *self);

G_END_DECLS
