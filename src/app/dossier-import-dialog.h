/* dossier-import-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierImportDialog: the closing list of an import: what was added, what was there already, what failed and why. */
#define DOSSIER_TYPE_IMPORT_DIALOG (dossier_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DossierImportDialog, dossier_import_dialog, DOSSIER, IMPORT_DIALOG, AdwWindow)

GtkWidget *dossier_import_dialog_new (GtkWindow      *transient_for,
                                      DossierSession *session);

G_END_DECLS
