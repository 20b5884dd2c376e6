/* dossier-time-grid.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-layer.h"

G_BEGIN_DECLS

/* DossierTimeGrid: what lies under the events: the brush's band, the lines of the ruler and between the lanes. */
#define DOSSIER_TYPE_TIME_GRID (dossier_time_grid_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeGrid, dossier_time_grid, DOSSIER, TIME_GRID, DossierTimeLayer)

GtkWidget *dossier_time_grid_new (DossierTimeScene *scene);

G_END_DECLS
