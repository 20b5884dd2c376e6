/* dossier-attributions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierAttributions:
 *
 * Finds who says what: source, cue and content.
 */
typedef struct _DossierAttributions DossierAttributions;

DossierAttributions *dossier_attributions_new  (DossierLexicon *lexicon);
void dossier_attributions_free (DossierAttributions *self);
void dossier_attributions_run  (DossierAttributions *self,
                      DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAttributions, dossier_attributions_free)

G_END_DECLS
