/* dossier-list-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-list.h"
#include "dossier-order.h"

G_BEGIN_DECLS

/* Gives the object of an id, a new reference; called for rows that are asked for. */
typedef gpointer (*DossierListMake) (gpointer owner,
                                     gint64   id);

DossierList  *dossier_list_new       (GType            item_type,
                                      DossierListMake  make,
                                      gpointer         owner,
                                      DossierSort      sort,
                                      gboolean         descending);
/* The owner goes: what is asked for from now on is answered with an empty list. */
void          dossier_list_disown    (DossierList     *self);
DossierOrder *dossier_list_order     (DossierList     *self);
/* @changes: from dossier_order_changes() on the present order, or NULL to find them now. */
void          dossier_list_set_order (DossierList     *self,
                                      DossierOrder    *order,
                                      GArray          *changes);

G_END_DECLS
