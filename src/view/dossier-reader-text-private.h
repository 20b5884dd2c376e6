/* dossier-reader-text-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-callback.h"
#include "dossier-reader-line.h"
#include "dossier-reader-text.h"

G_BEGIN_DECLS

/* The least room left of the column for the signs, and right of it. */
#define DOSSIER_READER_GUTTER 41
#define DOSSIER_READER_RIGHT 24
#define DOSSIER_READER_SIGN 18.0
#define DOSSIER_READER_HEADING_GAP 4

struct _DossierReaderText
{
  GtkTextView            parent_instance;

  DossierText           *text;
  DossierReaderMap      *map;
  DossierReaderMarks    *marks;
  DossierPalette         palette;
  DossierReaderStyle     style;
  GtkCssProvider        *provider;

  char                  *title_words;
  char                  *details_words;
  PangoLayout           *title;
  PangoLayout           *details;
  int                    heading_height;
  int                    row_margin;

  guint                  n_loaded; /* pieces that are in */
  guint                  loader;
  gboolean               wants_scroll;
  DossierSpan            scroll_span;
  gboolean               scroll_to_top;
  guint                  settler;
  guint                  n_settled;
  guint                  n_tries;

  gint64                 selected;
  GHashTable            *lines;    /* piece → DossierReaderLine */
  GArray                *signs;    /* what was drawn where, for clicks: DossierReaderDisc */

  DossierCallback        text_func; /* DossierReaderTextFunc */

  double                 press_x;
  double                 press_y;
  guint32                press_time;
  int                    n_press;
};

/** DossierReaderDisc: a sign or a dot, in buffer coordinates. */
typedef struct
{
  float    x;
  float    y;
  guint    mark;
  gboolean is_note;
} DossierReaderDisc;

void     _dossier_reader_text_snapshot        (DossierReaderText *self,
                                               GtkSnapshot       *snapshot);
void     _dossier_reader_text_forget          (DossierReaderText *self);
/* The first and last piece in view; FALSE where there is nothing. */
gboolean _dossier_reader_text_range           (DossierReaderText *self,
                                               guint             *first,
                                               guint             *last);
void     _dossier_reader_text_scroll_now      (DossierReaderText *self);
void     _dossier_reader_text_stop_settling   (DossierReaderText *self);
void     _dossier_reader_text_toggle_fold     (DossierReaderText *self,
                                               guint              fold);
void     _dossier_reader_text_add_controllers (DossierReaderText *self);
void     _dossier_reader_text_make_heading    (DossierReaderText *self);
void     _dossier_reader_text_set_margins     (DossierReaderText *self,
                                               int                width);

G_END_DECLS
