/* dossier-order.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierOrder:
 *
 * The ids of a list in its order, and where each stands. Plain, immutable,
 * reference-counted atomically: made in a worker thread, shown by a DossierList.
 */
typedef struct _DossierOrder DossierOrder;

/** DossierSplice: at @position, @removed rows give way to @added, as in "items-changed". */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} DossierSplice;

/** DOSSIER_ORDER_SPLICES: more places of change than this are told as one. */
#define DOSSIER_ORDER_SPLICES 64

DossierOrder  *dossier_order_new      (gint64        *ids,
                                       guint          n_ids);
DossierOrder  *dossier_order_ref      (DossierOrder  *self);
void           dossier_order_unref    (DossierOrder  *self);
guint          dossier_order_length   (DossierOrder  *self);
const gint64  *dossier_order_ids      (DossierOrder  *self);
gboolean       dossier_order_find     (DossierOrder  *self,
                                       gint64         id,
                                       guint         *position);
GArray        *dossier_order_changes  (DossierOrder  *from,
                                       DossierOrder  *to);
/* Sorts by the key, stable; 16 bits a pass, passes in which all keys agree are left out. */
void           dossier_radix_sort     (guint64       *keys,
                                       guint32       *values,
                                       guint          n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierOrder, dossier_order_unref)

G_END_DECLS
