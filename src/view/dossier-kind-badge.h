/* dossier-kind-badge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-kind.h"

G_BEGIN_DECLS

/* DossierKindBadge: a chip with the sign and the word of a kind. Property: kind (int), small (gboolean: the sign alone). */
#define DOSSIER_TYPE_KIND_BADGE (dossier_kind_badge_get_type ())
G_DECLARE_FINAL_TYPE (DossierKindBadge, dossier_kind_badge, DOSSIER, KIND_BADGE, GtkWidget)

GtkWidget   *dossier_kind_badge_new       (DossierKind       kind);
DossierKind  dossier_kind_badge_get_kind  (DossierKindBadge *self);
void         dossier_kind_badge_set_kind  (DossierKindBadge *self,
                                           DossierKind       kind);
void         dossier_kind_badge_set_small (DossierKindBadge *self,
                                           gboolean          small);

G_END_DECLS
