/* dossier-link-candidates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* Whether the claim is of a kind that answers (a denial, a finding, an action), not one that is answered. */
gboolean  dossier_link_claim_is_answer     (DossierClaim         *claim);
/* Claims of the dossier that may answer @claim, or that it may answer, best first, at most @limit: GArray of gint64.
 * @words (or NULL): only those that full-text search finds for them. In a worker. */
void      dossier_link_candidates_async    (DossierSession       *session,
                                            DossierClaim         *claim,
                                            const char           *words,
                                            guint                 limit,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GArray   *dossier_link_candidates_finish   (DossierSession       *session,
                                            GAsyncResult         *result,
                                            GError              **error);
/* Links the two as their kinds demand: whichever answers, answers the other. One undoable step. */
void      dossier_link_candidate           (DossierSession       *session,
                                            DossierClaim         *claim,
                                            DossierClaim         *other);

G_END_DECLS
