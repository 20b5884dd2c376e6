/* dossier-note.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-source.h"

G_BEGIN_DECLS

/*
 * DossierNote: what the person wrote about a passage, a claim, a source or the
 * whole dossier; with an empty text it is a highlight.
 *
 * Properties (read-only): id, loaded, source, claim-id, text, colour, tags (strv), quote. Signal: changed.
 */
#define DOSSIER_TYPE_NOTE (dossier_note_get_type ())
G_DECLARE_FINAL_TYPE (DossierNote, dossier_note, DOSSIER, NOTE, DossierItem)

gint64              dossier_note_id        (DossierNote *self);
gboolean            dossier_note_is_loaded (DossierNote *self);
/* The record, borrowed until the next "changed"; NULL while not loaded. */
DossierNoteRecord  *dossier_note_record    (DossierNote *self);
/* NULL for a note on the whole dossier. */
DossierSource      *dossier_note_source    (DossierNote *self);
gint64              dossier_note_source_id (DossierNote *self);
/* 0 for a note on a passage, a source or the dossier. */
gint64              dossier_note_claim_id  (DossierNote *self);
DossierSpan         dossier_note_span      (DossierNote *self);
const char         *dossier_note_text      (DossierNote *self);
const char         *dossier_note_colour    (DossierNote *self);
const char         *dossier_note_quote     (DossierNote *self);
const char * const *dossier_note_tags      (DossierNote *self);
/* "today 10:42", "16 May 2021"; free with g_free(). */
char               *dossier_note_when_text (DossierNote *self);

G_END_DECLS
