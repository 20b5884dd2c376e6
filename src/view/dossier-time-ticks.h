/* dossier-time-ticks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DossierTick: a line of the ruler; @context marks one whose label names the larger unit ("2021" among months). */
typedef struct
{
  gint32   day;
  gboolean context;
  char    *label;
} DossierTick;

/** DOSSIER_TIME_TICK_ROOM: pixels that the label of a tick needs. */
#define DOSSIER_TIME_TICK_ROOM 46

GArray *dossier_time_ticks_new  (double from,
                                 double to,
                                 double width,
                                 double room);
gint32  dossier_time_ticks_step (double from,
                                 double to,
                                 double width,
                                 gint32 day,
                                 int    step);
gint32  dossier_time_ticks_snap (double from,
                                 double to,
                                 double width,
                                 double day);
char   *dossier_time_format_day (gint32 day);

G_END_DECLS
