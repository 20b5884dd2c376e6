/* dossier-reader-marks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-reader-view.h"
#include "dossier-span-set.h"

G_BEGIN_DECLS

/**
 * DossierReaderMarks:
 *
 * The claims and notes of a text, flattened for painting and for asking what
 * stands at a place. Runs number them: claims from 0, in order of the text, and
 * then notes. Immutable.
 */
typedef struct _DossierReaderMarks DossierReaderMarks;

DossierReaderMarks       *dossier_reader_marks_new      (const DossierReaderClaim *claims,
                                                         guint                     n_claims,
                                                         const DossierReaderNote  *notes,
                                                         guint                     n_notes,
                                                         guint                     kinds);
void                      dossier_reader_marks_free     (DossierReaderMarks       *self);
guint                     dossier_reader_marks_n_claims (DossierReaderMarks       *self);
guint                     dossier_reader_marks_n_notes  (DossierReaderMarks       *self);
const DossierReaderClaim *dossier_reader_marks_claim    (DossierReaderMarks       *self,
                                                         guint                     i);
const DossierReaderNote  *dossier_reader_marks_note     (DossierReaderMarks       *self,
                                                         guint                     i);
/* Whether its kind is among those shown. */
gboolean                  dossier_reader_marks_is_drawn (DossierReaderMarks       *self,
                                                         guint                     i);
/* The number of a claim, or -1. */
int                       dossier_reader_marks_find     (DossierReaderMarks       *self,
                                                         gint64                    id);
/* The first claim that begins at or after a place. */
guint                     dossier_reader_marks_after    (DossierReaderMarks       *self,
                                                         guint32                   offset);
/* The runs that share a place with @span. */
const DossierSpanRun     *dossier_reader_marks_runs     (DossierReaderMarks       *self,
                                                         DossierSpan               span,
                                                         guint                    *n_runs);
/* The claims at a place, the innermost first; returns how many of at most @limit. */
guint                     dossier_reader_marks_at       (DossierReaderMarks       *self,
                                                         guint32                   offset,
                                                         guint                    *claims,
                                                         guint                     limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierReaderMarks, dossier_reader_marks_free)

G_END_DECLS
