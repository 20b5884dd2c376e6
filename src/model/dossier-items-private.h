/* dossier-items-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-claim.h"
#include "dossier-link.h"
#include "dossier-note.h"
#include "dossier-source.h"

G_BEGIN_DECLS

/* How the library fills the objects of the rows. A record is immutable once given. */
void         dossier_source_set_record (DossierSource       *self,
                                        DossierSourceRecord *record);
void         dossier_claim_set_record  (DossierClaim        *self,
                                        DossierClaimRecord  *record,
                                        DossierSource       *source);
void         dossier_note_set_record   (DossierNote         *self,
                                        DossierNoteRecord   *record,
                                        DossierSource       *source);
DossierLink *dossier_link_new          (DossierLinkRecord   *record,
                                        gboolean             incoming,
                                        DossierClaim        *other);

G_END_DECLS
