/* dossier-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"

G_BEGIN_DECLS

/*
 * Plain records: what the store hands out and takes in, and what crosses
 * threads. Each owns its strings. Reference-counted atomically and not changed
 * after it has been shared; to change one, copy it.
 */

/** DossierWhy: a place in the text and the rule that read it so ("kind.cue", "country.city", …). */
typedef struct
{
  DossierSpan span;
  const char *rule; /* interned (g_intern_string) */
} DossierWhy;

/** DossierClaimField: the fields that a person may set; a bit each in @user_fields. */
typedef enum
{
  DOSSIER_CLAIM_FIELD_KIND      = 1 << 0,
  DOSSIER_CLAIM_FIELD_SPEAKER   = 1 << 1,
  DOSSIER_CLAIM_FIELD_VIA       = 1 << 2,
  DOSSIER_CLAIM_FIELD_COUNTRIES = 1 << 3,
  DOSSIER_CLAIM_FIELD_EVENT     = 1 << 4,
  DOSSIER_CLAIM_FIELD_STATED    = 1 << 5,
  DOSSIER_CLAIM_FIELD_SPAN      = 1 << 6,
} DossierClaimField;

/** DossierSourceField: the same for a source. */
typedef enum
{
  DOSSIER_SOURCE_FIELD_TITLE     = 1 << 0,
  DOSSIER_SOURCE_FIELD_OUTLET    = 1 << 1,
  DOSSIER_SOURCE_FIELD_BYLINE    = 1 << 2,
  DOSSIER_SOURCE_FIELD_URL       = 1 << 3,
  DOSSIER_SOURCE_FIELD_PUBLISHED = 1 << 4,
  DOSSIER_SOURCE_FIELD_LANGUAGE  = 1 << 5,
} DossierSourceField;

/**
 * DossierClaimRecord:
 * @id: row in the dossier, 0 while it is not stored
 * @span: the passage; @more: its other part where the cue splits a quotation, else empty
 * @quote: the words of @span; @prefix, @suffix: up to 32 code points around it
 * @via: the chain after the speaker, nearest first; NULL-terminated, never NULL
 * @countries: ISO 3166-1 alpha-2, NULL-terminated, never NULL
 * @event, @stated: EDTF or NULL; @event_reason, @stated_reason: why there is none, or NULL
 * @user_fields: the DossierClaimField bits that a person set
 * @by_person: the person marked this claim; no analysis found it
 */
typedef struct
{
  gint64          id;
  gint64          source_id;
  DossierSpan     span;
  DossierSpan     more;
  DossierKind     kind;
  char           *quote;
  char           *prefix;
  char           *suffix;
  char           *speaker;
  DossierSpan     speaker_span;
  char           *cue;
  DossierSpan     cue_span;
  char          **via;
  char          **countries;
  char           *event;
  char           *event_reason;
  char           *stated;
  char           *stated_reason;
  double          confidence;
  DossierReview   review;
  DossierVerdict  verdict;
  char           *verdict_reason;
  guint           user_fields;
  gboolean        by_person;
  DossierWhy     *why;
  guint           n_why;
} DossierClaimRecord;

/**
 * DossierSourceRecord:
 * @n_kinds: claims of each kind that are not dismissed
 * @countries: what it is about, most first; NULL-terminated, never NULL
 * @published: EDTF or NULL
 * @imported: Unix seconds
 */
typedef struct
{
  gint64   id;
  char    *title;
  char    *outlet;
  char    *byline;
  char    *url;
  char    *published;
  char    *language;
  char    *file_name;
  char    *media_type;
  char    *encoding;
  char    *sha256;
  char   **countries;
  gint64   imported;
  guint32  n_chars;
  guint32  n_kinds[DOSSIER_N_KINDS];
  guint    user_fields;
  gboolean unread;
} DossierSourceRecord;

/**
 * DossierNoteRecord:
 * @source_id: 0 for a note on the whole dossier
 * @claim_id: 0 for a note on a passage or a source
 * @span: the passage; empty for a note on the source
 * @text: Markdown; empty for a plain highlight
 * @colour: "yellow", "red", "green", "blue", "purple" or NULL
 * @tags: NULL-terminated, never NULL
 * @created, @modified: Unix seconds
 */
typedef struct
{
  gint64       id;
  gint64       source_id;
  gint64       claim_id;
  DossierSpan  span;
  char        *quote;
  char        *prefix;
  char        *suffix;
  char        *text;
  char        *colour;
  char       **tags;
  gint64       created;
  gint64       modified;
} DossierNoteRecord;

/** DossierLinkRecord: one claim to another; @by_person as in a claim. */
typedef struct
{
  gint64          id;
  gint64          from_claim;
  gint64          to_claim;
  DossierRelation relation;
  char           *why;
  double          confidence;
  DossierReview   review;
  gboolean        by_person;
} DossierLinkRecord;

/* _new: all zero, empty string arrays, one reference. _copy: a new record, deep. */
DossierClaimRecord  *dossier_claim_record_new    (void);
DossierClaimRecord  *dossier_claim_record_copy   (const DossierClaimRecord  *self);
DossierClaimRecord  *dossier_claim_record_ref    (DossierClaimRecord        *self);
void                 dossier_claim_record_unref  (DossierClaimRecord        *self);
DossierSourceRecord *dossier_source_record_new   (void);
DossierSourceRecord *dossier_source_record_copy  (const DossierSourceRecord *self);
DossierSourceRecord *dossier_source_record_ref   (DossierSourceRecord       *self);
void                 dossier_source_record_unref (DossierSourceRecord       *self);
DossierNoteRecord   *dossier_note_record_new     (void);
DossierNoteRecord   *dossier_note_record_copy    (const DossierNoteRecord   *self);
DossierNoteRecord   *dossier_note_record_ref     (DossierNoteRecord         *self);
void                 dossier_note_record_unref   (DossierNoteRecord         *self);
DossierLinkRecord   *dossier_link_record_new     (void);
DossierLinkRecord   *dossier_link_record_copy    (const DossierLinkRecord   *self);
DossierLinkRecord   *dossier_link_record_ref     (DossierLinkRecord         *self);
void                 dossier_link_record_unref   (DossierLinkRecord         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierClaimRecord, dossier_claim_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSourceRecord, dossier_source_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierNoteRecord, dossier_note_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLinkRecord, dossier_link_record_unref)

G_END_DECLS
