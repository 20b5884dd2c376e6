/* dossier-source-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierSourceCard: the facts of a source, each to be set right: title, outlet, byline, address, date. */
#define DOSSIER_TYPE_SOURCE_CARD (dossier_source_card_get_type ())
G_DECLARE_FINAL_TYPE (DossierSourceCard, dossier_source_card, DOSSIER, SOURCE_CARD, GtkWidget)

GtkWidget *dossier_source_card_new        (void);
void       dossier_source_card_set_source (DossierSourceCard *self,
                                           DossierSession    *session,
                                           DossierSource     *source);

G_END_DECLS
