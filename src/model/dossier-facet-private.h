/* dossier-facet-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-facet.h"
#include "dossier-store.h"

G_BEGIN_DECLS

DossierFacetItem *dossier_facet_item_new       (DossierFilter    *filter,
                                                DossierFacetKind  facet,
                                                const char       *value);
void              dossier_facet_item_set_count (DossierFacetItem *self,
                                                guint             count);
/* The filter changed: says so where the item is now asked for or no more. */
void              dossier_facet_item_refresh   (DossierFacetItem *self);

DossierFacet     *dossier_facet_new            (DossierFacetKind  kind,
                                                DossierFilter    *filter);
void              dossier_facet_set_result     (DossierFacet     *self,
                                                DossierResult    *result);

G_END_DECLS
