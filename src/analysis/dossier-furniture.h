/* dossier-furniture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-lexicon.h"
#include "dossier-lines.h"

G_BEGIN_DECLS

/**
 * DossierFurniture:
 *
 * The table of page furniture: which lines are no part of an article.
 */
typedef struct _DossierFurniture DossierFurniture;

/** DossierFurnitureScore: what the rules that fit a line add up to; 1 is enough. @whole: the line is nothing but a phrase of the table. */
typedef struct
{
  float    boilerplate;
  float    caption;
  gboolean whole;
} DossierFurnitureScore;

DossierFurniture      *dossier_furniture_new   (DossierLexicon    *lexicon);
void                   dossier_furniture_free  (DossierFurniture  *self);
DossierFurnitureScore  dossier_furniture_score (DossierFurniture  *self,
                                                const char        *utf8,
                                                const DossierLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierFurniture, dossier_furniture_free)

G_END_DECLS
