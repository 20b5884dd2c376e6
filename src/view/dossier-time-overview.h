/* dossier-time-overview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-layer.h"

G_BEGIN_DECLS

/*
 * DossierTimeOverview: all events as a histogram over the whole extent, with
 * the brush: drag to draw one, drag it or its ends to change it, double click or
 * Delete to clear it; the arrow keys move it, with Shift its end, with Ctrl its
 * beginning. Signal: "brush-released", when the person has finished a change.
 */
#define DOSSIER_TYPE_TIME_OVERVIEW (dossier_time_overview_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeOverview, dossier_time_overview, DOSSIER, TIME_OVERVIEW, DossierTimeLayer)

GtkWidget *dossier_time_overview_new (DossierTimeScene *scene);

G_END_DECLS
