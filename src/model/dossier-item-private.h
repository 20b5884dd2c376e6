/* dossier-item-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-item.h"

G_BEGIN_DECLS

gpointer dossier_item_new    (GType        type,
                              gint64       id);
gpointer dossier_item_record (DossierItem *self);
void     dossier_item_fill   (DossierItem *self,
                              gpointer     record);

G_END_DECLS
