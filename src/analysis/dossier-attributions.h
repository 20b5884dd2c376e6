/* dossier-attributions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-cues.h"

G_BEGIN_DECLS

/**
 * DossierAttributions:
 *
 * Finds who says what: source, cue and content.
 */
typedef struct _DossierAttributions DossierAttributions;

DossierAttributions *dossier_attributions_new  (DossierLexicon *lexicon);
void                 dossier_attributions_free (DossierAttributions *self);
DossierCues         *dossier_attributions_cues (DossierAttributions *self);
void                 dossier_attributions_run  (DossierAttributions *self,
                                                DossierContext      *context);
char                *dossier_attribution_speaker (DossierAttributions *self,
                                                  DossierContext      *context,
                                                  guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAttributions, dossier_attributions_free)

G_END_DECLS
