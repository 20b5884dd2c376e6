/* dossier-extents.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-candidate.h"

G_BEGIN_DECLS

/**
 * DossierExtents:
 *
 * Where a content ends: how often, at each sort of place in a sentence, the
 * content that has come so far stops there.
 */
typedef struct _DossierExtents DossierExtents;

typedef void (*DossierPlaceFunc) (guint32     token,
                                  const char *name,
                                  gpointer    user_data);

DossierExtents *dossier_extents_new  (DossierLexicon          *lexicon);
void            dossier_extents_free (DossierExtents          *self);
guint32         dossier_extents_end  (const DossierExtents    *self,
                                      const DossierClauses    *clauses,
                                      const DossierQuotations *quotations,
                                      DossierFrame             frame,
                                      guint32                  first,
                                      guint32                  last);
void            dossier_extents_places (const DossierClauses    *clauses,
                                        const DossierQuotations *quotations,
                                        DossierFrame             frame,
                                        guint32                  first,
                                        guint32                  last,
                                        DossierPlaceFunc         func,
                                        gpointer                 user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierExtents, dossier_extents_free)

G_END_DECLS
