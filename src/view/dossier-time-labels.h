/* dossier-time-labels.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-time-layer.h"

G_BEGIN_DECLS

/* DossierTimeLabels: the names of the lanes, at their left. Signal: "lane-activated" (guint lane), a click. */
#define DOSSIER_TYPE_TIME_LABELS (dossier_time_labels_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeLabels, dossier_time_labels, DOSSIER, TIME_LABELS, DossierTimeLayer)

GtkWidget *dossier_time_labels_new (DossierTimeScene *scene);

G_END_DECLS
