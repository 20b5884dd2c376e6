/* dossier-claims.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierClaims:
 *
 * Makes claims of attributions and of what the reporter says: kind, speaker, chain, countries, dates.
 */
typedef struct _DossierClaims DossierClaims;

DossierClaims *dossier_claims_new  (DossierLexicon *lexicon);
void           dossier_claims_free (DossierClaims  *self);
void           dossier_claims_run  (DossierClaims  *self,
                                    DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierClaims, dossier_claims_free)

G_END_DECLS
