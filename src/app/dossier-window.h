/* dossier-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-application.h"
#include "dossier-session.h"

G_BEGIN_DECLS

#define DOSSIER_TYPE_WINDOW (dossier_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierWindow, dossier_window, DOSSIER, WINDOW, AdwApplicationWindow)

DossierWindow  *dossier_window_new          (DossierApplication  *application);
/* Opens the dossier; until it is there, and where it cannot be, the window says so. */
void            dossier_window_open         (DossierWindow       *self,
                                             const char          *path,
                                             gboolean             create);
/* The path that is open or being opened, or NULL. */
const char     *dossier_window_get_path     (DossierWindow       *self);
/* NULL until it is open. */
DossierSession *dossier_window_get_session  (DossierWindow       *self);
/* Kept until the dossier is open. */
void            dossier_window_import_files (DossierWindow       *self,
                                             GFile              **files,
                                             guint                n_files);
void            dossier_window_toast        (DossierWindow       *self,
                                             const char          *words);

G_END_DECLS
