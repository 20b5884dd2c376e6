/* dossier-session-apply.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-session-private.h"

G_BEGIN_DECLS

/** DossierSelect: what is selected when the row that an edit inserts is stored. */
typedef enum
{
  DOSSIER_SELECT_NOTHING,
  DOSSIER_SELECT_CLAIM,
  DOSSIER_SELECT_NOTE,
} DossierSelect;

/** DossierPending: an edit on its way to the disk, and the records that it will leave. */
typedef struct
{
  DossierSession      *session;
  DossierSelect        select;
  GPtrArray           *claims; /* DossierClaimRecord */
  DossierSourceRecord *source;
  DossierNoteRecord   *note;
} DossierPending;

DossierPending      *dossier_pending_new         (DossierSession      *session);
/* What the edit will leave; the next edit starts from it. */
void                 dossier_pending_set_claim   (DossierPending      *self,
                                                  DossierClaimRecord  *record);
void                 dossier_pending_set_source  (DossierPending      *self,
                                                  DossierSourceRecord *record);
void                 dossier_pending_set_note    (DossierPending      *self,
                                                  DossierNoteRecord   *record);
/* Sends the edit on its way; takes both. */
void                 dossier_pending_apply       (DossierPending      *self,
                                                  DossierEdit         *edit);

/* A row as it will be when all edits under way are done, to be changed; NULL while it is not loaded. */
DossierClaimRecord  *dossier_session_copy_claim  (DossierSession      *self,
                                                  DossierClaim        *claim);
DossierSourceRecord *dossier_session_copy_source (DossierSession      *self,
                                                  DossierSource       *source);
DossierNoteRecord   *dossier_session_copy_note   (DossierSession      *self,
                                                  DossierNote         *note);
/* @span of the open text without white space at its ends; empty where nothing is left. */
DossierSpan          dossier_session_trim_span   (DossierText         *text,
                                                  DossierSpan          span);
/* The words of a span and what stands around them, in the place of what the strings held. */
void                 dossier_session_set_quote   (DossierText         *text,
                                                  DossierSpan          span,
                                                  char               **quote,
                                                  char               **prefix,
                                                  char               **suffix);

G_END_DECLS
