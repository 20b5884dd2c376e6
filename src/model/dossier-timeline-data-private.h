/* dossier-timeline-data-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-lanes.h"

G_BEGIN_DECLS

DossierTimelineData *dossier_timeline_data_new         (void);
/* Takes new lanes. */
void                 dossier_timeline_data_take_lanes  (DossierTimelineData *self,
                                                        DossierLanes        *lanes);
/* What is shown now: @rows maps claim ids to rows of the columns, @shown is one byte a row; the timeline takes @shown. */
void                 dossier_timeline_data_take_shown  (DossierTimelineData *self,
                                                        DossierColumns      *columns,
                                                        DossierOrder        *rows,
                                                        guint8              *shown);
void                 dossier_timeline_data_set_loading (DossierTimelineData *self,
                                                        gboolean             loading);

G_END_DECLS
