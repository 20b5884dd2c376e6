/* dossier-figures.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-cues.h"
#include "dossier-tagger.h"

G_BEGIN_DECLS

/**
 * DossierFeature:
 * @sort: which circumstance, of the owner's enumeration
 * @function: number of a function word (dossier_tagger_function()), 0 for none
 * @cue: number of a cue plus one, 0 for none
 *
 * One circumstance that speaks for or against something, as small numbers.
 */
typedef struct
{
  guint8  sort;
  guint8  function;
  guint8  a;
  guint8  b;
  guint8  c;
  guint16 cue;
} DossierFeature;

/**
 * DossierFigures:
 *
 * A table of fitted weights of features: logistic regression, of which only
 * the figures are kept. Immutable once made.
 */
typedef struct _DossierFigures DossierFigures;

DossierFigures *dossier_figures_new   (DossierLexicon       *lexicon,
                                       const char           *table,
                                       const char * const   *sorts,
                                       guint                 n_sorts,
                                       DossierCues          *cues,
                                       const DossierTagger  *tagger);
void            dossier_figures_free  (DossierFigures       *self);
int             dossier_figures_sum   (const DossierFigures *self,
                                       const DossierFeature *features,
                                       guint                 n_features);
char           *dossier_figures_name  (const DossierFeature *feature,
                                       const char * const   *sorts,
                                       DossierCues          *cues,
                                       const DossierTagger  *tagger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierFigures, dossier_figures_free)

G_END_DECLS
