/* dossier-speakers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-candidates.h"
#include "dossier-context.h"

G_BEGIN_DECLS

/**
 * DossierSpeakers:
 *
 * Who speaks, where a text says "she", "the company" or a surname: the full
 * name from where it stood first. Immutable once made.
 */
typedef struct _DossierSpeakers DossierSpeakers;

DossierSpeakers *dossier_speakers_new  (DossierLexicon       *lexicon);
void             dossier_speakers_free (DossierSpeakers      *self);
GPtrArray       *dossier_speakers_find (const DossierSpeakers *self,
                                        const DossierReading *reading,
                                        const GArray         *attributions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSpeakers, dossier_speakers_free)

G_END_DECLS
