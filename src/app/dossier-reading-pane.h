/* dossier-reading-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier-reader-view.h"
#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierReadingPane: the reader with the open source of a session in it, both ways: what is shown, and what is done there. */
#define DOSSIER_TYPE_READING_PANE (dossier_reading_pane_get_type ())
G_DECLARE_FINAL_TYPE (DossierReadingPane, dossier_reading_pane, DOSSIER, READING_PANE, GtkWidget)

GtkWidget         *dossier_reading_pane_new         (void);
void               dossier_reading_pane_set_session (DossierReadingPane *self,
                                                     DossierSession     *session,
                                                     GSettings          *settings);
DossierReaderView *dossier_reading_pane_reader      (DossierReadingPane *self);

G_END_DECLS
