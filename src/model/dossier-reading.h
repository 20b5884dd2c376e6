/* dossier-reading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-claim.h"
#include "dossier-link.h"
#include "dossier-note.h"
#include "dossier-text.h"

G_BEGIN_DECLS

/** DossierPlace: a stretch of the text that names a country. */
typedef struct
{
  DossierSpan span;
  char        code[4];
} DossierPlace;

/*
 * DossierReading: the source that is open for reading, whole.
 *
 * Properties (read-only): source, loading.
 * Signals: "text-changed": another source, or its text has come: all is new; "marks-changed": claims, notes, links or
 * what the filter shows.
 */
#define DOSSIER_TYPE_READING (dossier_reading_get_type ())
G_DECLARE_FINAL_TYPE (DossierReading, dossier_reading, DOSSIER, READING, GObject)

/* NULL: nothing is open. */
DossierSource      *dossier_reading_source     (DossierReading *self);
gboolean            dossier_reading_is_loading (DossierReading *self);
/* NULL until the text has come. */
DossierText        *dossier_reading_text       (DossierReading *self);
/* In order, disjoint; borrowed until "text-changed". */
const DossierBlock *dossier_reading_blocks     (DossierReading *self,
                                                guint          *n_blocks);
/* Neighbouring boilerplate and captions as one range each: what the reader folds. GArray of DossierSpan. */
GArray             *dossier_reading_folds      (DossierReading *self);
/* GListModel of DossierClaim by start, dismissed ones left out; of DossierNote by start. The same object for good. */
GListModel         *dossier_reading_claims     (DossierReading *self);
GListModel         *dossier_reading_notes      (DossierReading *self);
const DossierPlace *dossier_reading_places     (DossierReading *self,
                                                guint          *n_places);
/* The links of a claim of this source: GPtrArray of DossierLink; free with g_ptr_array_unref(). */
GPtrArray          *dossier_reading_links      (DossierReading *self,
                                                DossierClaim   *claim);
/* Its notes: GPtrArray of DossierNote; @claim NULL: those on the source itself. */
GPtrArray          *dossier_reading_claim_notes (DossierReading *self,
                                                 DossierClaim   *claim);
/* Whether the filter lets the claim through; those it does not are dimmed. */
gboolean            dossier_reading_is_shown   (DossierReading *self,
                                                DossierClaim   *claim);
/* The words of a span; free with g_free(). */
char               *dossier_reading_quote      (DossierReading *self,
                                                DossierSpan     span);
/* What led to the claim, sentence by sentence ("‘alleges’ makes it an allegation"): as many as its record has in @why;
 * GPtrArray of char *, free with g_ptr_array_unref(). */
GPtrArray          *dossier_reading_why        (DossierReading *self,
                                                DossierClaim   *claim);
/* Where the reader stood, code points: kept while the window lives, source by source. */
guint32             dossier_reading_get_place  (DossierReading *self);
void                dossier_reading_set_place  (DossierReading *self,
                                                guint32         offset);

G_END_DECLS
