/* view-samples.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-reader-view.h"
#include "dossier-time-index.h"

G_BEGIN_DECLS

extern const char *const sample_lanes[];

DossierTimeIndex *sample_index      (void);
DossierTimeIndex *sample_big_index  (guint          n_events,
                                     guint          n_lanes);
/** SampleArticle: an invented source with its marks. */
typedef struct
{
  DossierText *text;
  GArray      *blocks; /* DossierBlock */
  GArray      *claims; /* DossierReaderClaim, ids from 1 */
  GArray      *notes;  /* DossierReaderNote */
} SampleArticle;

SampleArticle    *sample_article    (void);
/* Paragraphs of words with claims in them, about so many bytes. */
SampleArticle    *sample_long       (gsize          n_bytes);
void              sample_free       (SampleArticle *self);
void              sample_show       (SampleArticle *self,
                                     GtkWidget     *reader);
DossierSpan       sample_find       (SampleArticle *self,
                                     const char    *words);

void              sample_run_window (GtkWidget     *child,
                                     int            width,
                                     int            height,
                                     gboolean       dark);

G_END_DECLS
