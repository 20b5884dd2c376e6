/* dossier-claim-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-claim.h"

G_BEGIN_DECLS

/* DossierClaimRow: a claim in the list: kind, quote, who says it, when. Of one height, whatever it holds. */
#define DOSSIER_TYPE_CLAIM_ROW (dossier_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierClaimRow, dossier_claim_row, DOSSIER, CLAIM_ROW, GtkWidget)

GtkWidget *dossier_claim_row_new (void);
/* NULL while the row is not in use. */
void       dossier_claim_row_set (DossierClaimRow *self,
                                  DossierClaim    *item);

G_END_DECLS
