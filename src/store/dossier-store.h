/* dossier-store.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-document.h"
#include "dossier-edit.h"
#include "dossier-findings.h"
#include "dossier-query.h"
#include "dossier-record.h"

G_BEGIN_DECLS

#define DOSSIER_STORE_ERROR (dossier_store_error_quark ())

/** DossierStoreError: by meaning. The message is a translated sentence; SQL and codes go to g_debug(). */
typedef enum
{
  DOSSIER_STORE_ERROR_FAILED,
  DOSSIER_STORE_ERROR_BUSY,
  DOSSIER_STORE_ERROR_CONSTRAINT,
  DOSSIER_STORE_ERROR_CORRUPT,
  DOSSIER_STORE_ERROR_FULL,
  DOSSIER_STORE_ERROR_TOO_NEW,
  DOSSIER_STORE_ERROR_NOT_A_DOSSIER,
  DOSSIER_STORE_ERROR_READ_ONLY,
} DossierStoreError;

GQuark dossier_store_error_quark (void);

#define DOSSIER_TYPE_STORE (dossier_store_get_type ())
G_DECLARE_FINAL_TYPE (DossierStore, dossier_store, DOSSIER, STORE, GObject)

/*
 * DossierStore: one `.dossier` file with its writer and its reader thread.
 *
 * Each call comes in two forms. _async: returns at once, the callback runs in
 * the thread-default main context of the caller, with _finish. _sync: waits;
 * for worker threads, the command line and tests, never for the main loop of a
 * window. Results are plain records that the caller owns.
 *
 * signal "changed" (DossierChange *change): after each committed change, in the
 * main context that opened the store.
 */

/**
 * DossierChange: what a commit touched; NULL arrays where nothing of that sort. GArray of gint64.
 * @all: another program wrote to the file: anything may have changed, load what you show anew
 */
typedef struct
{
  guint64   generation;
  GArray   *sources;   /* added, changed or removed */
  GArray   *claims;
  GArray   *notes;
  gboolean  links;
  gboolean  all;
  char     *label;     /* what an edit did, translated: "Confirm claim"; NULL for an import */
  gboolean  undone;    /* it was an undo */
  gboolean  redone;
} DossierChange;

#define DOSSIER_TYPE_CHANGE (dossier_change_get_type ())
GType          dossier_change_get_type (void);
DossierChange *dossier_change_ref      (DossierChange *self);
void           dossier_change_unref    (DossierChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierChange, dossier_change_unref)

/** DossierAdded: how an import of one source ended. */
typedef struct
{
  gint64   source_id;
  gboolean already;    /* the same bytes were there; nothing was added */
} DossierAdded;

/**
 * DossierColumns:
 *
 * All claims as parallel arrays, in order of (source, start): what filtering,
 * facets and the timeline read, without SQL and without objects. Immutable,
 * reference-counted atomically, shared between threads; a change makes a new one.
 * Names (speakers, tags, countries) are numbers into @names of the same set.
 */
typedef struct
{
  guint64     generation;
  guint       n_claims;
  gint64     *ids;
  guint32    *sources;        /* index into source_ids */
  guint8     *kinds;
  guint8     *reviews;
  gint32     *begin[DOSSIER_N_BASES]; /* first day; DOSSIER_DAY_MAX with end DOSSIER_DAY_MIN: no date */
  gint32     *end[DOSSIER_N_BASES];
  guint8     *date_flags[DOSSIER_N_BASES]; /* DossierTimeFlags */
  guint32    *speakers;       /* index into speaker_names, G_MAXUINT32 none */
  guint32    *country_first;  /* n_claims + 1 offsets into @countries */
  guint16    *countries;      /* index into country_codes */
  guint32    *tag_first;      /* n_claims + 1 offsets into @tags: tags of the claim's notes */
  guint32    *tags;           /* index into tag_names */
  guint8     *noted;          /* the claim has a note */
  guint       n_sources;
  gint64     *source_ids;     /* ascending */
  gint32     *source_begin;   /* publication date, as in begin[] */
  guint32    *source_first;   /* n_sources + 1 offsets: claims of a source are contiguous */
  GPtrArray  *speaker_names;  /* char * */
  GPtrArray  *country_codes;
  GPtrArray  *tag_names;
} DossierColumns;

DossierColumns *dossier_columns_ref   (DossierColumns *self);
void            dossier_columns_unref (DossierColumns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierColumns, dossier_columns_unref)

/**
 * DossierResult:
 *
 * What a query lets through. @claims: positions in the columns, ascending.
 * @sources: indexes of sources with such a claim, or, where the query asks
 * nothing of claims, every source that the words fit. Counts are of the claims let through
 * when all of the query but that facet's own part is applied ("facet counts").
 * Dismissed claims are left out unless the query asks for them by @reviews.
 */
typedef struct
{
  DossierColumns *columns;
  DossierQuery   *query;
  guint32        *claims;
  guint           n_claims;
  guint32        *sources;
  guint           n_sources;
  guint32        *country_counts; /* one per columns->country_codes, and one more for "none" */
  guint32        *speaker_counts; /* one per columns->speaker_names, and one more for "none" */
  guint32        *tag_counts;     /* one per columns->tag_names, and one more for "none" */
  guint32         kind_counts[DOSSIER_N_KINDS];
  guint32         review_counts[DOSSIER_N_REVIEWS];
  gint32          month_first;    /* months since year 0 of the first bar: year * 12 + month - 1 */
  guint           n_months;
  guint32        *month_counts;   /* by the query's basis, the date range itself not applied */
  guint           n_undated;
  guint           n_claims_all;   /* claims in the dossier that are not dismissed */
} DossierResult;

DossierResult *dossier_result_ref   (DossierResult *self);
void           dossier_result_unref (DossierResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierResult, dossier_result_unref)

/** DossierHits: what full-text search found for a query's words. */
typedef struct
{
  GArray *claims;  /* gint64, ascending: the words stand in the claim, its speaker or its notes */
  GArray *sources; /* gint64, ascending: the words stand in the text, title, outlet, byline or notes */
} DossierHits;

void           dossier_hits_free     (DossierHits        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHits, dossier_hits_free)

/* Pure and safe in any thread; NULL when cancelled. @hits: for the query's words, or NULL where it has none. */
DossierResult *dossier_columns_query (DossierColumns     *self,
                                      DossierQuery       *query,
                                      const DossierHits  *hits,
                                      GCancellable       *cancellable);

/** DossierContent: one source whole, for reading. */
typedef struct
{
  DossierSourceRecord *source;
  DossierText         *text;
  GArray              *blocks;   /* DossierBlock */
  GArray              *mentions; /* DossierMentionFinding */
  GPtrArray           *claims;   /* DossierClaimRecord, by start; dismissed ones too */
  GPtrArray           *notes;    /* DossierNoteRecord, by start */
  GPtrArray           *links;    /* DossierLinkRecord that touch a claim of it */
  GPtrArray           *linked;   /* DossierClaimRecord at the other end, of any source */
} DossierContent;

void dossier_content_free (DossierContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierContent, dossier_content_free)

/** DossierSnippet: a place that full-text search found. */
typedef struct
{
  gint64       source_id;
  DossierSpan  span;
  char        *markup; /* Pango markup, the words bold */
} DossierSnippet;

/** DossierHistory: the state of undo. Labels are translated or NULL. */
typedef struct
{
  gboolean  can_undo;
  gboolean  can_redo;
  char     *undo_label;
  char     *redo_label;
} DossierHistory;

void dossier_history_free (DossierHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHistory, dossier_history_free)

/**
 * DossierHistoryEntry: one change of one field of a claim or a note, oldest first.
 * @time: Unix seconds; @label: the edit it was part of, translated
 * @field: "created", "deleted", or the field as the file names it: "kind", "speaker", "via", "countries", "event",
 *     "stated", "review", "verdict", "verdict_reason", "span", "text", "colour", "tags"; never translated
 * @before, @after: as the file holds them (nicks, EDTF, lists divided by "; "), or NULL
 * @undone: the edit is undone at present
 */
typedef struct
{
  gint64    time;
  char     *label;
  char     *field;
  char     *before;
  char     *after;
  gboolean  undone;
} DossierHistoryEntry;

void dossier_history_entry_free (DossierHistoryEntry *self);
void dossier_snippet_free       (DossierSnippet      *self);

typedef enum
{
  DOSSIER_OPEN_DEFAULT   = 0,
  DOSSIER_OPEN_CREATE    = 1 << 0, /* make the file where there is none */
  DOSSIER_OPEN_READ_ONLY = 1 << 1,
} DossierOpenFlags;

/* Opening. A newer, foreign or damaged file gives an error and is not touched. */
void          dossier_store_open_async   (const char           *path,
                                          DossierOpenFlags      flags,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
DossierStore *dossier_store_open_finish  (GAsyncResult         *result,
                                          GError              **error);
DossierStore *dossier_store_open_sync    (const char           *path,
                                          DossierOpenFlags      flags,
                                          GCancellable         *cancellable,
                                          GError              **error);
/* Waits until all that was asked is done, and ends both threads. Idempotent; also by dispose. */
void          dossier_store_close        (DossierStore         *self);
const char   *dossier_store_path         (DossierStore         *self);
gboolean      dossier_store_is_read_only (DossierStore         *self);

/*
 * The pairs below: NAME_async (self, ARGS, cancellable, callback, user_data),
 * NAME_finish (self, result, error), NAME_sync (self, ARGS, cancellable, error).
 */
#define DOSSIER_STORE_CALL(Result, name, ...)                          \
  void   dossier_store_##name##_async  (DossierStore *self __VA_ARGS__, \
                                        GCancellable *cancellable,     \
                                        GAsyncReadyCallback callback,  \
                                        gpointer user_data);           \
  Result dossier_store_##name##_finish (DossierStore *self,            \
                                        GAsyncResult *result,          \
                                        GError **error);               \
  Result dossier_store_##name##_sync   (DossierStore *self __VA_ARGS__, \
                                        GCancellable *cancellable,     \
                                        GError **error);
#define DOSSIER_ARG ,

/* Whether the same bytes are already a source: its id, or 0. By the reader. */
DOSSIER_STORE_CALL (gint64, find_sha256, DOSSIER_ARG const char *sha256)
/* Stores a document with its findings in one transaction. Both are borrowed until it ends. */
DOSSIER_STORE_CALL (DossierAdded *, add, DOSSIER_ARG DossierDocument *document DOSSIER_ARG DossierFindings *findings)
/* What a later run of the analysis found: replaces what nobody decided; keeps, as they are, claims that a person marked,
 * confirmed, dismissed, changed or annotated, and fields that a person set. A finding that stands on the passage of a kept or
 * dismissed claim does not come again. Not an edit, not undoable. @findings is borrowed until it ends. */
DOSSIER_STORE_CALL (gboolean, reanalyse, DOSSIER_ARG gint64 source_id DOSSIER_ARG DossierFindings *findings)
/* Suggested links between claims of different sources (of DossierLinkRecord, borrowed): replace the undecided ones of the last
 * run; links that a person made, confirmed or dismissed stay, and are not suggested again. */
DOSSIER_STORE_CALL (gboolean, set_links, DOSSIER_ARG GPtrArray *links)
/* Applies an edit as one undoable step; the array holds the ids of the rows it inserted, in order. Takes the edit. */
DOSSIER_STORE_CALL (GArray *, apply, DOSSIER_ARG DossierEdit *edit)
DOSSIER_STORE_CALL (gboolean, undo, )
DOSSIER_STORE_CALL (gboolean, redo, )
DOSSIER_STORE_CALL (DossierHistory *, history, )
/* What was done to a claim or note, oldest first: GPtrArray of DossierHistoryEntry. */
DOSSIER_STORE_CALL (GPtrArray *, claim_history, DOSSIER_ARG gint64 claim_id)
DOSSIER_STORE_CALL (GPtrArray *, note_history, DOSSIER_ARG gint64 note_id)
/* Looks whether another program (dossier-cli) wrote to the file, and emits "changed" if so: for when a window gets the focus.
 * Every other call that writes looks too. */
DOSSIER_STORE_CALL (gboolean, refresh, )
/* A source was read; not an edit, not undoable. */
DOSSIER_STORE_CALL (gboolean, set_read, DOSSIER_ARG gint64 source_id)
DOSSIER_STORE_CALL (DossierColumns *, load_columns, )
/* Records in the order of the ids asked for; NULL elements for rows that are gone. */
DOSSIER_STORE_CALL (GPtrArray *, load_claims, DOSSIER_ARG const gint64 *ids DOSSIER_ARG guint n_ids)
DOSSIER_STORE_CALL (GPtrArray *, load_sources, DOSSIER_ARG const gint64 *ids DOSSIER_ARG guint n_ids)
DOSSIER_STORE_CALL (GPtrArray *, load_all_notes, )
DOSSIER_STORE_CALL (GPtrArray *, load_links, )
DOSSIER_STORE_CALL (DossierContent *, load_content, DOSSIER_ARG gint64 source_id)
DOSSIER_STORE_CALL (GBytes *, load_original, DOSSIER_ARG gint64 source_id)
DOSSIER_STORE_CALL (DossierHits *, search, DOSSIER_ARG const char *words)
/* Of DossierSnippet, best first, at most @limit of them after @offset. */
DOSSIER_STORE_CALL (GPtrArray *, snippets, DOSSIER_ARG const char *words DOSSIER_ARG guint offset DOSSIER_ARG guint limit)
/* integrity_check, foreign_key_check, and every quote against its text: sentences of what is wrong; empty when all is well. */
DOSSIER_STORE_CALL (char **, verify, )
/* A whole copy at @path, written beside it and renamed; replaces a file that is there. */
DOSSIER_STORE_CALL (gboolean, backup, DOSSIER_ARG const char *path)
/* Small values of the dossier itself: title, window state. NULL deletes. */
DOSSIER_STORE_CALL (char *, get_value, DOSSIER_ARG const char *key)
DOSSIER_STORE_CALL (gboolean, set_value, DOSSIER_ARG const char *key DOSSIER_ARG const char *value)

G_END_DECLS
