/* dossier-inspector.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/*
 * DossierInspector: what is known of the selected claim: its card, what answers
 * it, its notes; without one, the source's own facts, its notes and the outline
 * of its claims.
 */
#define DOSSIER_TYPE_INSPECTOR (dossier_inspector_get_type ())
G_DECLARE_FINAL_TYPE (DossierInspector, dossier_inspector, DOSSIER, INSPECTOR, GtkWidget)

GtkWidget *dossier_inspector_new         (void);
void       dossier_inspector_set_session (DossierInspector *self,
                                          DossierSession   *session);
/* Puts the caret into the selected note, else into the last one shown; FALSE where there is none. */
gboolean   dossier_inspector_edit_note   (DossierInspector *self);

G_END_DECLS
