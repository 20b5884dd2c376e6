/* dossier-time-focus.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DossierTimeFocus: stands where the keyboard is in the timeline, so that a
 * screen reader has a real thing to read: its name is the whole text of the
 * event. Draws only the focus outline.
 */
#define DOSSIER_TYPE_TIME_FOCUS (dossier_time_focus_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeFocus, dossier_time_focus, DOSSIER, TIME_FOCUS, GtkWidget)

GtkWidget  *dossier_time_focus_new      (void);
void        dossier_time_focus_set_text (DossierTimeFocus *self,
                                         const char       *text);
const char *dossier_time_focus_get_text (DossierTimeFocus *self);

G_END_DECLS
