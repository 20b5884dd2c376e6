/* dossier-facet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-facet-item.h"
#include "dossier-filter.h"

G_BEGIN_DECLS

/** DOSSIER_FACET_LIMIT: the longest list a facet shows; the search reaches the rest. */
#define DOSSIER_FACET_LIMIT 500

/*
 * DossierFacet: the values of one part of the filter with their counts under
 * the rest of it, as a GListModel of DossierFacetItem. Countries are grouped by
 * continent and sorted by name; speakers and tags by count; "none" is last.
 *
 * Properties: kind, label ("Country"), search (writable: only values whose label or group holds it),
 * frozen (writable: counts change, the order does not; for an open popover).
 */
#define DOSSIER_TYPE_FACET (dossier_facet_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacet, dossier_facet, DOSSIER, FACET, GObject)

DossierFacetKind  dossier_facet_kind       (DossierFacet *self);
const char       *dossier_facet_label      (DossierFacet *self);
DossierFilter    *dossier_facet_filter     (DossierFacet *self);
const char       *dossier_facet_get_search (DossierFacet *self);
void              dossier_facet_set_search (DossierFacet *self,
                                            const char   *search);
gboolean          dossier_facet_get_frozen (DossierFacet *self);
void              dossier_facet_set_frozen (DossierFacet *self,
                                            gboolean      frozen);

G_END_DECLS
