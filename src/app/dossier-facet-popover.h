/* dossier-facet-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-facet.h"

G_BEGIN_DECLS

/* DossierFacetPopover: the values of one part of the filter, to search and to tick, with how many claims each has. */
#define DOSSIER_TYPE_FACET_POPOVER (dossier_facet_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacetPopover, dossier_facet_popover, DOSSIER, FACET_POPOVER, GtkPopover)

GtkWidget *dossier_facet_popover_new (DossierFacet *facet);

G_END_DECLS
