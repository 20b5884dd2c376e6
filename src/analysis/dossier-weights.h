/* dossier-weights.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-candidates.h"
#include "dossier-figures.h"

G_BEGIN_DECLS

/**
 * DossierWeights:
 *
 * How likely a candidate is an attribution: a sum of figures for its cue, its
 * frame and what stands around, through the logistic function.
 */
typedef struct _DossierWeights DossierWeights;

DossierWeights *dossier_weights_new   (DossierLexicon         *lexicon,
                                       DossierCues            *cues,
                                       const DossierTagger    *tagger);
void            dossier_weights_free  (DossierWeights         *self);
void            dossier_weights_apply (const DossierWeights   *self,
                                       DossierReading         *reading);
void            dossier_weights_names (const DossierReading   *reading,
                                       const DossierCandidate *candidate,
                                       GPtrArray              *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierWeights, dossier_weights_free)

G_END_DECLS
