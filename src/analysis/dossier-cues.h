/* dossier-cues.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-inflection.h"
#include "dossier-kind.h"

G_BEGIN_DECLS

/** DossierCuePart: the part of speech of a cue. */
typedef enum
{
  DOSSIER_CUE_VERB,
  DOSSIER_CUE_NOUN,      /* "the claim that" */
  DOSSIER_CUE_ADJECTIVE, /* "confident that" */
  DOSSIER_CUE_ADVERB,    /* "reportedly" */
  DOSSIER_CUE_PHRASE,    /* "according to" */
  DOSSIER_CUE_MARK,      /* the colon after a name, quotation marks alone */
} DossierCuePart;

/** DossierCueFrames: what a cue can govern. */
typedef enum
{
  DOSSIER_FRAME_CLAUSE      = 1 << 0, /* "said (that) …" */
  DOSSIER_FRAME_RECIPIENT   = 1 << 1, /* "told him that …", "accused him of …" */
  DOSSIER_FRAME_QUOTATION   = 1 << 2,
  DOSSIER_FRAME_QUESTION    = 1 << 3, /* whether, how, what … */
  DOSSIER_FRAME_INFINITIVE  = 1 << 4,
  DOSSIER_FRAME_OBJECT      = 1 << 5, /* "criticised the plan" */
  DOSSIER_FRAME_GERUND      = 1 << 6, /* "denied taking it" */
  DOSSIER_FRAME_PREPOSITION = 1 << 7, /* nouns and adjectives: "warnings of" */
  DOSSIER_FRAME_SENTENCE    = 1 << 8, /* adverbs: the sentence they stand in */
} DossierCueFrames;

/** DossierCueGroup: what sort of act the cue is. */
typedef enum
{
  DOSSIER_CUE_GROUP_SAY,
  DOSSIER_CUE_GROUP_TELL,
  DOSSIER_CUE_GROUP_ASK,
  DOSSIER_CUE_GROUP_ALLEGE,    /* that somebody did wrong */
  DOSSIER_CUE_GROUP_ACCUSE,    /* speaks against its object: "criticise" */
  DOSSIER_CUE_GROUP_DENY,
  DOSSIER_CUE_GROUP_DECLINE,   /* "declined to comment" */
  DOSSIER_CUE_GROUP_FIND,
  DOSSIER_CUE_GROUP_BELIEVE,
  DOSSIER_CUE_GROUP_INTEND,
  DOSSIER_CUE_GROUP_BACK,      /* speaks or stands for its object; with polarity -, against */
  DOSSIER_CUE_GROUP_ACT,       /* acts of bodies: "ban", "arrest" */
  DOSSIER_CUE_GROUP_MOVE,      /* "surprised", "angered" */
  DOSSIER_CUE_GROUP_FEATURE,   /* what a document does: "includes", "shows" */
  DOSSIER_CUE_GROUP_ACCORDING,
  DOSSIER_CUE_GROUP_HEARSAY,   /* "reportedly": nobody is named */
  DOSSIER_CUE_GROUP_OTHER,     /* verbs that the table does not name */
} DossierCueGroup;

#define DOSSIER_N_CUE_GROUPS 17

/** DOSSIER_CUE_NO_KIND: the kind that a cue without one points to. */
#define DOSSIER_CUE_NO_KIND (-1)

/**
 * DossierCue:
 * @lemma: base form; of several words only the first is inflected ("call for")
 * @kind: DossierKind that it points to
 * @also: DossierKind it points to where its source is an inquiry (findings) or
 *   its object a deed or a charge; %DOSSIER_CUE_NO_KIND for none
 * @polarity: 1 the content is put forward, -1 put forward as not so, 0 open
 */
typedef struct
{
  const char       *lemma;
  DossierCuePart    part;
  DossierCueGroup   group;
  int               kind;
  int               also;
  int               polarity;
  DossierCueFrames  frames;
} DossierCue;

/**
 * DossierCues:
 *
 * The cue table of a language. The number of a cue is its row in "cues.tsv",
 * so that all that are made from one lexicon agree. After the table's last row
 * come the cue that is no word (DOSSIER_CUE_MARK) and the verbs of "verbs.tsv"
 * that the table does not name, with no kind. Immutable once made.
 */
typedef struct _DossierCues DossierCues;

DossierCues      *dossier_cues_new      (DossierLexicon    *lexicon,
                                         DossierInflection *inflection);
void              dossier_cues_free     (DossierCues       *self);
guint             dossier_cues_n_cues   (DossierCues       *self);
const DossierCue *dossier_cues_get      (DossierCues       *self,
                                         guint              cue);
int               dossier_cues_find     (DossierCues       *self,
                                         const char        *lemma,
                                         DossierCuePart     part);
int               dossier_cues_mark     (DossierCues       *self);
const guint16    *dossier_cues_starting (DossierCues       *self,
                                         guint32            word,
                                         guint             *n_cues);
const guint32    *dossier_cues_rest     (DossierCues       *self,
                                         guint              cue,
                                         guint             *n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierCues, dossier_cues_free)

G_END_DECLS
