/* dossier-timeline-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-session.h"

G_BEGIN_DECLS

/* DossierTimelinePane: the timeline with the claims of a session in it, both ways. */
#define DOSSIER_TYPE_TIMELINE_PANE (dossier_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimelinePane, dossier_timeline_pane, DOSSIER, TIMELINE_PANE, GtkWidget)

GtkWidget *dossier_timeline_pane_new         (void);
void       dossier_timeline_pane_set_session (DossierTimelinePane *self,
                                              DossierSession      *session);

G_END_DECLS
