/* dossier-claim-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-row.h"

G_BEGIN_DECLS

/* DossierClaimRow: a claim in the list: kind, quote, who says it, when. Of one height, whatever it holds. */
#define DOSSIER_TYPE_CLAIM_ROW (dossier_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierClaimRow, dossier_claim_row, DOSSIER, CLAIM_ROW, DossierRow)

GtkWidget *dossier_claim_row_new (void);

G_END_DECLS
