/* dossier-reader-line.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-reader-map.h"
#include "dossier-reader-marks.h"

G_BEGIN_DECLS

/** DossierReaderRect: one row of one mark; y counts from the top of the line, x from the left of the buffer. */
typedef struct
{
  float  x0;
  float  y0;
  float  x1;
  float  y1;
  guint  mark;  /* as in DossierReaderMarks */
  guint8 level; /* 0 the outermost */
} DossierReaderRect;

/** DossierReaderSpot: where a claim has its sign (y alone) or a note its dot. */
typedef struct
{
  float x;
  float y;
  guint mark;
} DossierReaderSpot;

/**
 * DossierReaderLine:
 *
 * What is drawn around the words of one piece of the page, measured once after
 * the text view has laid it out, and good until the width or the face changes.
 */
typedef struct
{
  GArray *rects; /* DossierReaderRect, outer ones first */
  GArray *signs; /* DossierReaderSpot */
  GArray *dots;  /* DossierReaderSpot */
} DossierReaderLine;

/** DOSSIER_READER_LEVELS: how many marks over one another are told apart. */
#define DOSSIER_READER_LEVELS 3

DossierReaderLine *dossier_reader_line_new  (GtkTextView        *view,
                                             DossierReaderMap   *map,
                                             DossierReaderMarks *marks,
                                             guint               piece);
void               dossier_reader_line_free (DossierReaderLine  *self);

G_END_DECLS
