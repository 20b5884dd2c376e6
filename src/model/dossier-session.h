/* dossier-session.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-claim.h"
#include "dossier-facet.h"
#include "dossier-filter.h"
#include "dossier-import-queue.h"
#include "dossier-list.h"
#include "dossier-note.h"
#include "dossier-reading.h"
#include "dossier-source.h"
#include "dossier-timeline-data.h"

G_BEGIN_DECLS

/** DossierSessionFlags: how a dossier is opened. */
typedef enum
{
  DOSSIER_SESSION_DEFAULT   = 0,
  DOSSIER_SESSION_CREATE    = 1 << 0, /* make the file, and the folders to it, where there is none */
  DOSSIER_SESSION_READ_ONLY = 1 << 1,
} DossierSessionFlags;

/*
 * DossierSession: one open dossier and all that its window shows: the filter,
 * the lists, the timeline, the open source, the one selection, and the verbs.
 * Main thread only.
 *
 * Properties: title (writable: the dossier's name), path, read-only, loading (a first answer is awaited), busy (edits
 * are on their way to the disk), n-sources, n-sources-all, n-claims, n-claims-all, n-notes, n-undated, can-undo,
 * can-redo, undo-label, redo-label, source (writable), claim (writable), note (writable).
 *
 * Selection: setting "claim" or "note" opens its source and emits "reveal" when the text is there; setting "source" to
 * another one clears claim and note. All are NULL-able.
 *
 * Signals:
 *   "edited" (const char *label, gboolean undone, gboolean redone): a step of work is on the disk: for the toast.
 *   "error" (const char *sentence): a verb failed, and nothing was changed by it.
 *   "reveal" (guint start, guint end): the reader shall show this place of the open source.
 *   "result-changed": a new answer to the filter: counts, months, what is dimmed.
 */
#define DOSSIER_TYPE_SESSION (dossier_session_get_type ())
G_DECLARE_FINAL_TYPE (DossierSession, dossier_session, DOSSIER, SESSION, GObject)

/* @path NULL: dossier_default_path(). A newer, foreign or damaged file is an error and is not touched. */
void                  dossier_session_open_async       (const char           *path,
                                                        DossierSessionFlags   flags,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
DossierSession       *dossier_session_open_finish      (GAsyncResult         *result,
                                                        GError              **error);
/* Ends all work that was begun and closes the file; the object can only be dropped then. Waits for the disk. */
void                  dossier_session_close            (DossierSession       *self);

const char           *dossier_session_path             (DossierSession       *self);
const char           *dossier_session_title            (DossierSession       *self);
void                  dossier_session_set_title        (DossierSession       *self,
                                                        const char           *title);
gboolean              dossier_session_is_read_only     (DossierSession       *self);
gboolean              dossier_session_is_loading       (DossierSession       *self);
gboolean              dossier_session_is_busy          (DossierSession       *self);

/* The parts; all live as long as the session and are borrowed. */
DossierFilter        *dossier_session_filter           (DossierSession       *self);
DossierList          *dossier_session_sources          (DossierSession       *self);
DossierList          *dossier_session_claims           (DossierSession       *self);
DossierList          *dossier_session_notes            (DossierSession       *self);
DossierFacet         *dossier_session_facet            (DossierSession       *self,
                                                        DossierFacetKind      kind);
DossierTimelineData  *dossier_session_timeline         (DossierSession       *self);
DossierReading       *dossier_session_reading          (DossierSession       *self);
DossierImportQueue   *dossier_session_import_queue     (DossierSession       *self);

/* Counts: under the filter, and in the whole dossier (dismissed claims left out). */
guint                 dossier_session_n_sources        (DossierSession       *self);
guint                 dossier_session_n_sources_all    (DossierSession       *self);
guint                 dossier_session_n_claims         (DossierSession       *self);
guint                 dossier_session_n_claims_all     (DossierSession       *self);
guint                 dossier_session_n_notes          (DossierSession       *self);
/* Claims of that review under the filter, what it says of reviews not applied. */
guint                 dossier_session_n_reviewed       (DossierSession       *self,
                                                        DossierReview         review);
guint                 dossier_session_n_undated        (DossierSession       *self);
/* Claims a month by the filter's basis, its date range not applied; *@first is year * 12 + month - 1 of the first.
 * Borrowed until "result-changed". */
const guint32        *dossier_session_months           (DossierSession       *self,
                                                        gint32               *first,
                                                        guint                *n_months);
/* "14 of 87 claims"; free with g_free(). */
char                 *dossier_session_count_text       (DossierSession       *self);

/* The object of an id, filled in when its record comes; a new reference. */
DossierSource        *dossier_session_get_source_by_id (DossierSession       *self,
                                                        gint64                id);
DossierClaim         *dossier_session_get_claim_by_id  (DossierSession       *self,
                                                        gint64                id);

/* The one selection. */
DossierSource        *dossier_session_get_source       (DossierSession       *self);
void                  dossier_session_set_source       (DossierSession       *self,
                                                        DossierSource        *source);
DossierClaim         *dossier_session_get_claim        (DossierSession       *self);
void                  dossier_session_set_claim        (DossierSession       *self,
                                                        DossierClaim         *claim);
DossierNote          *dossier_session_get_note         (DossierSession       *self);
void                  dossier_session_set_note         (DossierSession       *self,
                                                        DossierNote          *note);
/* Opens a source at a place, with no claim. */
void                  dossier_session_reveal           (DossierSession       *self,
                                                        DossierSource        *source,
                                                        DossierSpan           span);
/* One claim on or back through the claims that the filter shows, in the order of the open text and then of the list of
 * sources; FALSE at the end. */
gboolean              dossier_session_step_claim       (DossierSession       *self,
                                                        int                   step);
gboolean              dossier_session_step_source      (DossierSession       *self,
                                                        int                   step);

/* Verbs: each returns at once, is one undoable step, and ends in "edited" or "error". */
void                  dossier_session_set_review       (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        DossierReview         review);
void                  dossier_session_set_kind         (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        DossierKind           kind);
void                  dossier_session_set_verdict      (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        DossierVerdict        verdict,
                                                        const char           *reason);
/* @claim_ids: as many as there are; one step. */
void                  dossier_session_review_many      (DossierSession       *self,
                                                        const gint64         *claim_ids,
                                                        guint                 n_ids,
                                                        DossierReview         review);
void                  dossier_session_kind_many        (DossierSession       *self,
                                                        const gint64         *claim_ids,
                                                        guint                 n_ids,
                                                        DossierKind           kind);
/* NULL or "" takes the speaker away; @via NULL-terminated, nearest first. */
void                  dossier_session_set_speaker      (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        const char           *speaker,
                                                        const char * const   *via);
void                  dossier_session_set_countries    (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        const char * const   *codes);
/* @words: as dossier_filter_set_dates(); NULL or "" for no date. FALSE with a sentence where they are no date. */
gboolean              dossier_session_set_event        (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        const char           *words,
                                                        GError              **error);
gboolean              dossier_session_set_stated       (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        const char           *words,
                                                        GError              **error);
/* Another passage for the same claim. */
void                  dossier_session_set_span         (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        DossierSpan           span);
/* In the open source; the new claim is selected when it is stored. */
void                  dossier_session_add_claim        (DossierSession       *self,
                                                        DossierSpan           span,
                                                        DossierKind           kind);
void                  dossier_session_link_claims      (DossierSession       *self,
                                                        DossierClaim         *from,
                                                        DossierClaim         *to,
                                                        DossierRelation       relation);
void                  dossier_session_remove_link      (DossierSession       *self,
                                                        DossierLink          *link);

/* A note of the open source: on @claim, else on the passage @span, else (empty span) on the source. @text "" and a
 * colour make a highlight. @tags may be NULL. The new note is selected when it is stored. */
void                  dossier_session_add_note         (DossierSession       *self,
                                                        DossierClaim         *claim,
                                                        DossierSpan           span,
                                                        const char           *text,
                                                        const char           *colour,
                                                        const char * const   *tags);
/* Saved as typed: call at each pause; what follows within a minute is one step. */
void                  dossier_session_set_note_text    (DossierSession       *self,
                                                        DossierNote          *note,
                                                        const char           *text);
void                  dossier_session_set_note_tags    (DossierSession       *self,
                                                        DossierNote          *note,
                                                        const char * const   *tags);
void                  dossier_session_set_note_colour  (DossierSession       *self,
                                                        DossierNote          *note,
                                                        const char           *colour);
void                  dossier_session_delete_note      (DossierSession       *self,
                                                        DossierNote          *note);

/* TITLE, OUTLET, BYLINE, URL, LANGUAGE as they are; PUBLISHED as dossier_filter_set_dates(). */
gboolean              dossier_session_set_source_field (DossierSession       *self,
                                                        DossierSource        *source,
                                                        DossierSourceField    field,
                                                        const char           *value,
                                                        GError              **error);
void                  dossier_session_delete_sources   (DossierSession       *self,
                                                        const gint64         *source_ids,
                                                        guint                 n_ids);

gboolean              dossier_session_can_undo         (DossierSession       *self);
gboolean              dossier_session_can_redo         (DossierSession       *self);
const char           *dossier_session_undo_label       (DossierSession       *self);
const char           *dossier_session_redo_label       (DossierSession       *self);
void                  dossier_session_undo             (DossierSession       *self);
void                  dossier_session_redo             (DossierSession       *self);

/* Small values kept in the dossier (window state); read when it was opened, NULL where there is none. */
const char           *dossier_session_get_value        (DossierSession       *self,
                                                        const char           *key);
void                  dossier_session_set_value        (DossierSession       *self,
                                                        const char           *key,
                                                        const char           *value);

void                  dossier_session_backup_async     (DossierSession       *self,
                                                        const char           *path,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
gboolean              dossier_session_backup_finish    (DossierSession       *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

G_END_DECLS
