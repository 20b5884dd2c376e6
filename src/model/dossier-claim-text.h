/* dossier-claim-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-record.h"

G_BEGIN_DECLS

/* What a claim says in words, in the user's language. Free with g_free(). */
char *dossier_claim_record_when_text    (const DossierClaimRecord *record);
char *dossier_claim_record_speaker_text (const DossierClaimRecord *record);
char *dossier_claim_record_spoken_text  (const DossierClaimRecord *record);

G_END_DECLS
