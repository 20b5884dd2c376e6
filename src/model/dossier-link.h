/* dossier-link.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-claim.h"

G_BEGIN_DECLS

/*
 * DossierLink: how a claim stands to another, seen from one of the two.
 *
 * Properties (read-only): id, relation, incoming, other, heading ("Answered by", "Repeats", …).
 */
#define DOSSIER_TYPE_LINK (dossier_link_get_type ())
G_DECLARE_FINAL_TYPE (DossierLink, dossier_link, DOSSIER, LINK, GObject)

gint64             dossier_link_id          (DossierLink *self);
DossierLinkRecord *dossier_link_record      (DossierLink *self);
DossierRelation    dossier_link_relation    (DossierLink *self);
/* TRUE: the other claim answers, supports … this one; FALSE: this one answers, supports … the other. */
gboolean           dossier_link_is_incoming (DossierLink *self);
/* The claim at the other end; never NULL, perhaps of another source. */
DossierClaim      *dossier_link_other       (DossierLink *self);
const char        *dossier_link_heading     (DossierLink *self);
/* Why the two belong together: "both speak of ‘back door’"; "" where a person linked them; free with g_free(). */
char              *dossier_link_why_text    (DossierLink *self);

G_END_DECLS
