/* dossier-reader-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-palette.h"
#include "dossier-text.h"

G_BEGIN_DECLS

/**
 * DossierReaderClaim:
 * @id: of the claim, not 0
 * @span, @more: the passage and its other part, as in DossierClaimRecord
 * @speaker: who says it, set in bold; may be empty
 * @shown: the filter lets it through; else it is dimmed
 */
typedef struct
{
  gint64      id;
  DossierSpan span;
  DossierSpan more;
  DossierSpan speaker;
  DossierKind kind;
  gboolean    shown;
} DossierReaderClaim;

/** DossierReaderNote: a note on a passage; @colour is a nick as in DossierNoteRecord, or NULL. */
typedef struct
{
  gint64      id;
  DossierSpan span;
  const char *colour;
} DossierReaderNote;

/** DossierReaderTextFunc: the words for a claim, for its hover card; freed with g_free(). */
typedef char *(*DossierReaderTextFunc) (gint64   claim_id,
                                        gpointer user_data);

/*
 * DossierReaderView: one source to read, with its claims and notes marked.
 *
 * Properties:
 *   selected-claim (gint64): outlined; 0 for none. Set by a click; setting it does not scroll.
 *   kinds (guint): mask of 1 << DossierKind that are marked.
 *   face (string), size (double, points), line-height (double), columns (int, characters), theme (int, DossierTheme),
 *   justify (gboolean): how the text is set; the names of the settings without "reading-".
 *   caret (gboolean): the text has a caret that the arrow keys move (F7).
 *   loaded (read-only): the whole text is in.
 * Signals:
 *   "claim-activated" (gint64 id): a double click, or Enter, on a claim.
 *   "note-activated" (gint64 id): a click on the dot of a note.
 *   "highlight-requested" (guint start, guint end, string colour), "note-requested" (guint start, guint end),
 *   "claim-requested" (guint start, guint end, int kind): what the person wants of the selected text.
 * Actions: reader.next-claim, .previous-claim, .highlight, .note, .claim (string: the kind's nick), .copy, .larger,
 *   .smaller, .normal-size, .caret.
 */
#define DOSSIER_TYPE_READER_VIEW (dossier_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierReaderView, dossier_reader_view, DOSSIER, READER_VIEW, GtkWidget)

GtkWidget *dossier_reader_view_new           (void);
/* Another text, or none (NULL). Claims, notes and the heading are dropped: set them after it. */
void       dossier_reader_view_set_text      (DossierReaderView        *self,
                                              DossierText              *text,
                                              const DossierBlock       *blocks,
                                              guint                     n_blocks);
/* What stands above the text; @details is one line ("TechForge · Ann Bell · 3 May 2019"). NULLs take it away. The
 * title is left out where the text begins with its own. */
void       dossier_reader_view_set_heading   (DossierReaderView        *self,
                                              const char               *title,
                                              const char               *details);
void       dossier_reader_view_set_claims    (DossierReaderView        *self,
                                              const DossierReaderClaim *claims,
                                              guint                     n_claims);
void       dossier_reader_view_set_notes     (DossierReaderView        *self,
                                              const DossierReaderNote  *notes,
                                              guint                     n_notes);
void       dossier_reader_view_set_text_func (DossierReaderView        *self,
                                              DossierReaderTextFunc     func,
                                              gpointer                  user_data,
                                              GDestroyNotify            destroy);
gint64     dossier_reader_view_get_selected  (DossierReaderView        *self);
void       dossier_reader_view_set_selected  (DossierReaderView        *self,
                                              gint64                    claim_id);
/* Brings a place into view, unfolding what hides it, as soon as the text is there. */
void       dossier_reader_view_scroll_to     (DossierReaderView        *self,
                                              DossierSpan               span);
/* The next or previous shown claim from the selection or, without one, from the top of the view; FALSE at the end. */
gboolean   dossier_reader_view_step_claim    (DossierReaderView        *self,
                                              int                       step);
/* What the person has selected, code points; FALSE for nothing. */
gboolean   dossier_reader_view_get_selection (DossierReaderView        *self,
                                              DossierSpan              *span);
void       dossier_reader_view_select_span   (DossierReaderView        *self,
                                              DossierSpan               span);
/* The first code point in view: to come back to it by scroll_to. */
guint32    dossier_reader_view_get_place     (DossierReaderView        *self);
void       dossier_reader_view_set_place     (DossierReaderView        *self,
                                              guint32                   offset);

G_END_DECLS
