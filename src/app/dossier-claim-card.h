/* dossier-claim-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/*
 * DossierClaimCard: the selected claim: kind, quote, who, about what, when, why,
 * and what the person makes of it.
 *
 * Property: claim.
 */
#define DOSSIER_TYPE_CLAIM_CARD (dossier_claim_card_get_type ())
G_DECLARE_FINAL_TYPE (DossierClaimCard, dossier_claim_card, DOSSIER, CLAIM_CARD, GtkWidget)

GtkWidget *dossier_claim_card_new       (void);
void       dossier_claim_card_set_claim (DossierClaimCard *self,
                                         DossierSession   *session,
                                         DossierClaim     *claim);

void       dossier_claim_card_set_compact (DossierClaimCard *self,
                                           gboolean          compact);

G_END_DECLS
