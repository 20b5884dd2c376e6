/* view-samples.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-time-index.h"

G_BEGIN_DECLS

extern const char *const sample_lanes[];

DossierTimeIndex *sample_index      (void);
DossierTimeIndex *sample_big_index  (guint        n_events,
                                     guint        n_lanes);
void              sample_run_window (GtkWidget   *child,
                                     int          width,
                                     int          height,
                                     gboolean     dark);

G_END_DECLS
