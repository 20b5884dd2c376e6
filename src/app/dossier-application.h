/* dossier-application.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOSSIER_TYPE_APPLICATION (dossier_application_get_type ())
G_DECLARE_FINAL_TYPE (DossierApplication, dossier_application, DOSSIER, APPLICATION, AdwApplication)

DossierApplication *dossier_application_new                (void);
void                dossier_application_register_resources (void);
GSettings          *dossier_application_settings           (DossierApplication *self);
void                dossier_application_open_path          (DossierApplication *self,
                                                            const char         *path);
void                dossier_application_open_sample        (DossierApplication *self);

G_END_DECLS
