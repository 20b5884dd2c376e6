/* dossier-reader-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-reader-map.h"
#include "dossier-reader-marks.h"

G_BEGIN_DECLS

/** DossierReaderStyle: how the text is set; @size in points, @columns in characters, @line_height a factor. */
typedef struct
{
  char         *face;
  double        size;
  double        line_height;
  int           columns;
  gboolean      justify;
  DossierTheme  theme;
} DossierReaderStyle;

/*
 * DossierReaderText: the page of a reader: a text view that draws the claims
 * and notes under its words. Texts are put in piece by piece between frames.
 *
 * Property: loaded. Signals: "claim-clicked" (gint64 id, int n_press), "note-clicked" (gint64 id),
 * "menu-requested" (double x, double y; -1 for the caret), "style-stepped" (int): larger or smaller was asked for by the wheel.
 */
#define DOSSIER_TYPE_READER_TEXT (dossier_reader_text_get_type ())
G_DECLARE_FINAL_TYPE (DossierReaderText, dossier_reader_text, DOSSIER, READER_TEXT, GtkTextView)

GtkWidget          *dossier_reader_text_new           (void);
void                dossier_reader_text_set_text      (DossierReaderText        *self,
                                                       DossierText              *text,
                                                       const DossierBlock       *blocks,
                                                       guint                     n_blocks);
void                dossier_reader_text_set_marks     (DossierReaderText        *self,
                                                       DossierReaderMarks       *marks);
DossierReaderMarks *dossier_reader_text_get_marks     (DossierReaderText        *self);
void                dossier_reader_text_set_heading   (DossierReaderText        *self,
                                                       const char               *title,
                                                       const char               *details);
void                dossier_reader_text_set_style     (DossierReaderText        *self,
                                                       const DossierReaderStyle *style);
void                dossier_reader_text_set_text_func (DossierReaderText        *self,
                                                       DossierReaderTextFunc     func,
                                                       gpointer                  user_data,
                                                       GDestroyNotify            destroy);
gboolean            dossier_reader_text_is_loaded     (DossierReaderText        *self);
gint64              dossier_reader_text_get_selected  (DossierReaderText        *self);
void                dossier_reader_text_set_selected  (DossierReaderText        *self,
                                                       gint64                    claim_id);
void                dossier_reader_text_scroll_to     (DossierReaderText        *self,
                                                       DossierSpan               span,
                                                       gboolean                  to_top);
guint32             dossier_reader_text_get_place     (DossierReaderText        *self);
gboolean            dossier_reader_text_get_selection (DossierReaderText        *self,
                                                       DossierSpan              *span);
void                dossier_reader_text_select_span   (DossierReaderText        *self,
                                                       DossierSpan               span);
void                dossier_reader_text_place_caret   (DossierReaderText        *self,
                                                       guint32                   offset);
/* The claims at a point of the widget, the innermost first. */
guint               dossier_reader_text_claims_at     (DossierReaderText        *self,
                                                       double                    x,
                                                       double                    y,
                                                       guint                    *claims,
                                                       guint                     limit);
void                dossier_reader_text_set_unfolded  (DossierReaderText        *self,
                                                       gboolean                  unfolded);

G_END_DECLS
