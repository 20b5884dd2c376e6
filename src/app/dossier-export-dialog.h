/* dossier-export-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/*
 * DossierExportDialog: what goes out, as what, with a preview of it.
 *
 * Signal: "written" (const char *path): the file is there.
 */
#define DOSSIER_TYPE_EXPORT_DIALOG (dossier_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DossierExportDialog, dossier_export_dialog, DOSSIER, EXPORT_DIALOG, AdwWindow)

/* @claims: the ids selected in the list, or NULL for the selected claim; copied. */
GtkWidget *dossier_export_dialog_new (GtkWindow      *transient_for,
                                      DossierSession *session,
                                      GArray         *claims);

G_END_DECLS
