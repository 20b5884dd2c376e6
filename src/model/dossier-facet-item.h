/* dossier-facet-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DossierFacetItem: one value that a facet offers.
 *
 * Properties: value, label (for showing), group (heading: the continent, or ""), flag (emoji of a country, or ""),
 * count (claims that it would let through), active (writable: sets the filter).
 */
#define DOSSIER_TYPE_FACET_ITEM (dossier_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacetItem, dossier_facet_item, DOSSIER, FACET_ITEM, GObject)

const char *dossier_facet_item_value      (DossierFacetItem *self);
const char *dossier_facet_item_label      (DossierFacetItem *self);
const char *dossier_facet_item_group      (DossierFacetItem *self);
const char *dossier_facet_item_flag       (DossierFacetItem *self);
guint       dossier_facet_item_count      (DossierFacetItem *self);
gboolean    dossier_facet_item_active     (DossierFacetItem *self);
void        dossier_facet_item_set_active (DossierFacetItem *self,
                                           gboolean          active);

G_END_DECLS
