/* dossier-edit-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-edit.h"
#include "dossier-journal.h"

G_BEGIN_DECLS

GArray *dossier_edit_apply (DossierEdit        *self,
                            DossierConnection  *connection,
                            DossierJournal     *journal,
                            GError            **error);

G_END_DECLS
