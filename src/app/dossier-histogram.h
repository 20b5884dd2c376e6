/* dossier-histogram.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DossierHistogram: claims a month as bars, with the range of days asked for;
 * dragging over it sets another range.
 *
 * Signal: "range-changed" (int from, int to): days, both included.
 */
#define DOSSIER_TYPE_HISTOGRAM (dossier_histogram_get_type ())
G_DECLARE_FINAL_TYPE (DossierHistogram, dossier_histogram, DOSSIER, HISTOGRAM, GtkWidget)

GtkWidget *dossier_histogram_new        (void);
/* @first: year * 12 + month - 1 of the first bar. The counts are copied. */
void       dossier_histogram_set_months (DossierHistogram *self,
                                         gint32            first,
                                         const guint32    *counts,
                                         guint             n_months);
void       dossier_histogram_set_range  (DossierHistogram *self,
                                         gint32            from,
                                         gint32            to);

G_END_DECLS
