/* dossier-time-cursor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-lanes.h"

G_BEGIN_DECLS

/*
 * DossierTimeCursor: what lies over the events: the rings of the selection and
 * of the pointer, the hover card, and the widget with the keyboard focus. It is
 * all that is drawn anew when the pointer moves.
 */
#define DOSSIER_TYPE_TIME_CURSOR (dossier_time_cursor_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeCursor, dossier_time_cursor, DOSSIER, TIME_CURSOR, DossierTimeLayer)

GtkWidget  *dossier_time_cursor_new         (DossierTimeScene  *scene,
                                             DossierTimeLanes  *lanes);
/* Gives the keyboard focus to the event that the scene says it stands at. */
void        dossier_time_cursor_grab_focus  (DossierTimeCursor *self);
/* What a screen reader reads there. */
const char *dossier_time_cursor_spoken_text (DossierTimeCursor *self);

G_END_DECLS
