/* dossier-link-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierLinkPopover: the claims that may answer a claim, or that it may answer, best first, with a search; choosing
 * one links the two. */
#define DOSSIER_TYPE_LINK_POPOVER (dossier_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierLinkPopover, dossier_link_popover, DOSSIER, LINK_POPOVER, GtkPopover)

GtkWidget *dossier_link_popover_new       (void);
/* For which claim; before it pops up. */
void       dossier_link_popover_set_claim (DossierLinkPopover *self,
                                           DossierSession     *session,
                                           DossierClaim       *claim);

G_END_DECLS
