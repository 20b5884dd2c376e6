/* dossier-time-ruler.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-layer.h"

G_BEGIN_DECLS

/* DossierTimeRuler: the dates under the lanes, from days to centuries. */
#define DOSSIER_TYPE_TIME_RULER (dossier_time_ruler_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeRuler, dossier_time_ruler, DOSSIER, TIME_RULER, DossierTimeLayer)

GtkWidget *dossier_time_ruler_new (DossierTimeScene *scene);

G_END_DECLS
