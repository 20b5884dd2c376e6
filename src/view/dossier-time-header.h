/* dossier-time-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DossierTimeHeader: the row above the lanes: what the lanes stand for, which
 * date, zoom, and the claims without a date. In a narrow window it wraps.
 *
 * Properties: lane-by, basis (int), n-undated (guint). Signal: "undated-activated".
 */
#define DOSSIER_TYPE_TIME_HEADER (dossier_time_header_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimeHeader, dossier_time_header, DOSSIER, TIME_HEADER, GtkWidget)

GtkWidget *dossier_time_header_new (void);

G_END_DECLS
