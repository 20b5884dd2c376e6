/* dossier-candidate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-cues.h"
#include "dossier-quotation.h"

G_BEGIN_DECLS

/** DossierFrame: how the content of one attribution stands to its cue. */
typedef enum
{
  DOSSIER_FRAME_AT_THAT,       /* "said that …" */
  DOSSIER_FRAME_AT_CLAUSE,     /* "said he …" */
  DOSSIER_FRAME_AT_QUOTATION,  /* said: "…" */
  DOSSIER_FRAME_AT_WH,         /* "asked whether …" */
  DOSSIER_FRAME_AT_TO,         /* "wants to …" */
  DOSSIER_FRAME_AT_OBJECT,     /* "criticised the plan" */
  DOSSIER_FRAME_AT_ING,        /* "denied taking …" */
  DOSSIER_FRAME_AT_PREPOSITION,/* "spoke about …" */
  DOSSIER_FRAME_AT_BEFORE,     /* "…, he said." */
  DOSSIER_FRAME_AT_SUBJECT,    /* "he was accused" */
  DOSSIER_FRAME_AT_SENTENCE,   /* "reportedly", "according to" */
  DOSSIER_FRAME_AT_COLON,      /* "Lee: …" */
  DOSSIER_FRAME_AT_RELATIVE,   /* "what he said" */
  DOSSIER_FRAME_AT_DASH,       /* "…" - Lee */
  DOSSIER_N_FRAMES,
} DossierFrame;

#define DOSSIER_CANDIDATE_PARTS 4

/** DossierCandidate: an attribution that may be one, in tokens. */
typedef struct
{
  DossierRange source;
  DossierRange cue;
  DossierRange content[DOSSIER_CANDIDATE_PARTS];
  guint8       n_content;
  guint8       frame;        /* DossierFrame */
  guint8       form;         /* DossierVerbForm */
  guint8       subject_kind; /* DossierSubjectKind */
  guint8       passive;
  guint8       negated;
  guint8       modal;
  guint8       in_quotation;
  guint8       quoted;       /* its content holds a quotation */
  guint8       fronted;      /* as dossier_reading_fronted() */
  guint8       outer;        /* group of the cue whose content holds it, plus one */
  guint8       preposition;  /* function number, of the frame PREPOSITION */
  int          cue_number;
  guint16      governor;     /* number plus one of the cue that governs an infinitive: "refused to say" */
  guint32      head;         /* the cue's chief token */
  float        confidence;
} DossierCandidate;

G_END_DECLS
