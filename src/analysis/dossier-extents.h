/* dossier-extents.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-candidate.h"
#include "dossier-figures.h"

G_BEGIN_DECLS

/**
 * DossierExtents:
 *
 * Where a content ends: how likely it is, at each sort of place in a sentence,
 * that the content that has come so far stops there.
 */
typedef struct _DossierExtents DossierExtents;

/**
 * DossierExtent:
 *
 * A content whose end is looked for: what is known of it before.
 */
typedef struct
{
  const DossierClauses    *clauses;
  const DossierQuotations *quotations;
  DossierCues             *cues;
  DossierFrame             frame;
  int                      cue_number;
  guint32                  first;   /* token of the content */
  guint32                  last;    /* end of the sentence */
  guint8                   fronted; /* as dossier_reading_fronted() */
  guint32                  head;    /* token of the cue */
  DossierVerbForm          form;
} DossierExtent;

typedef void (*DossierPlaceFunc) (guint32    token,
                                  GPtrArray *names,
                                  gpointer   user_data);

DossierExtents *dossier_extents_new    (DossierLexicon       *lexicon,
                                        DossierCues          *cues,
                                        const DossierTagger  *tagger);
void            dossier_extents_free   (DossierExtents       *self);
guint32         dossier_extents_end    (const DossierExtents *self,
                                        const DossierExtent  *extent);
void            dossier_extents_places (const DossierExtent  *extent,
                                        DossierPlaceFunc      func,
                                        gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierExtents, dossier_extents_free)

G_END_DECLS
