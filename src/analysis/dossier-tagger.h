/* dossier-tagger.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-inflection.h"
#include "dossier-tokens.h"

G_BEGIN_DECLS

/** DossierTag: what a token does in its sentence. */
typedef enum
{
  DOSSIER_TAG_OTHER,
  DOSSIER_TAG_NOUN,
  DOSSIER_TAG_NAME,
  DOSSIER_TAG_PRONOUN,
  DOSSIER_TAG_POSSESSIVE,  /* "his", "'s" */
  DOSSIER_TAG_DETERMINER,
  DOSSIER_TAG_NUMBER,      /* "three", "40", "many" */
  DOSSIER_TAG_ADJECTIVE,
  DOSSIER_TAG_ADVERB,
  DOSSIER_TAG_VERB,        /* finite */
  DOSSIER_TAG_BASE,        /* infinitive or imperative */
  DOSSIER_TAG_PARTICIPLE,  /* past participle */
  DOSSIER_TAG_ING,
  DOSSIER_TAG_BE,
  DOSSIER_TAG_HAVE,
  DOSSIER_TAG_DO,
  DOSSIER_TAG_MODAL,
  DOSSIER_TAG_TO,          /* before an infinitive */
  DOSSIER_TAG_PREPOSITION,
  DOSSIER_TAG_PARTICLE,    /* "up" in "bring up" */
  DOSSIER_TAG_COORDINATOR,
  DOSSIER_TAG_SUBORDINATOR,
  DOSSIER_TAG_WH,
  DOSSIER_TAG_THAT,        /* before a clause */
  DOSSIER_TAG_NOT,
  DOSSIER_TAG_INTERJECTION,
  DOSSIER_TAG_OPEN,        /* quotation marks */
  DOSSIER_TAG_CLOSE,
  DOSSIER_TAG_COMMA,
  DOSSIER_TAG_COLON,
  DOSSIER_TAG_SEMICOLON,
  DOSSIER_TAG_DASH,
  DOSSIER_TAG_HYPHEN,      /* inside a compound */
  DOSSIER_TAG_BRACKET_OPEN,
  DOSSIER_TAG_BRACKET_CLOSE,
  DOSSIER_TAG_STOP,        /* . ? ! */
  DOSSIER_N_TAGS,
} DossierTag;

/** DossierWordClasses: what a word of the tables can be. */
typedef enum
{
  DOSSIER_CLASS_BE            = 1 << 0,
  DOSSIER_CLASS_HAVE          = 1 << 1,
  DOSSIER_CLASS_DO            = 1 << 2,
  DOSSIER_CLASS_MODAL         = 1 << 3,
  DOSSIER_CLASS_NEGATION      = 1 << 4,
  DOSSIER_CLASS_TO            = 1 << 5,
  DOSSIER_CLASS_SUBJECT       = 1 << 6,
  DOSSIER_CLASS_OBJECT        = 1 << 7,
  DOSSIER_CLASS_PRONOUN       = 1 << 8,
  DOSSIER_CLASS_POSSESSIVE    = 1 << 9,
  DOSSIER_CLASS_DETERMINER    = 1 << 10,
  DOSSIER_CLASS_QUANTIFIER    = 1 << 11,
  DOSSIER_CLASS_PREPOSITION   = 1 << 12,
  DOSSIER_CLASS_PARTICLE      = 1 << 13,
  DOSSIER_CLASS_COORDINATOR   = 1 << 14,
  DOSSIER_CLASS_SUBORDINATOR  = 1 << 15,
  DOSSIER_CLASS_WH            = 1 << 16,
  DOSSIER_CLASS_THAT          = 1 << 17,
  DOSSIER_CLASS_EXISTENTIAL   = 1 << 18,
  DOSSIER_CLASS_INTERJECTION  = 1 << 19,
  DOSSIER_CLASS_ADVERB        = 1 << 20,
  DOSSIER_CLASS_ADJECTIVE     = 1 << 21,
  DOSSIER_CLASS_NOUN          = 1 << 22,
  DOSSIER_CLASS_SUBJECT_BE    = 1 << 23, /* "they're" */
  DOSSIER_CLASS_SUBJECT_HAVE  = 1 << 24,
  DOSSIER_CLASS_SUBJECT_MODAL = 1 << 25,
  DOSSIER_CLASS_DAY           = 1 << 26,
  DOSSIER_CLASS_MONTH         = 1 << 27,
  DOSSIER_CLASS_UNIT          = 1 << 28, /* of time */
  DOSSIER_CLASS_SHIFT         = 1 << 29, /* "last", "next", before one */
  DOSSIER_CLASS_TITLE         = 1 << 30, /* "Mr." */
  DOSSIER_CLASS_INFINITIVE    = 1u << 31, /* governs one: "refused to" */
} DossierWordClasses;

/** DossierTagged: the tagger's word on one token. */
typedef struct
{
  guint8 tag;   /* DossierTag */
  guint8 forms; /* DossierForms of the verb it can be */
} DossierTagged;

/**
 * DossierTagger:
 *
 * Tells nouns from verbs and finds the closed-class words, by tables and by
 * what stands beside a word. Immutable once made.
 */
typedef struct _DossierTagger DossierTagger;

DossierTagger *dossier_tagger_new     (DossierLexicon      *lexicon,
                                       DossierInflection   *inflection);
void           dossier_tagger_free    (DossierTagger       *self);
DossierVocabulary *dossier_tagger_vocabulary (const DossierTagger *self);
guint          dossier_tagger_classes (const DossierTagger *self,
                                       guint32              word);
guint8         dossier_tagger_function       (const DossierTagger *self,
                                              guint32              word);
guint8         dossier_tagger_function_named (const DossierTagger *self,
                                              const char          *word);
const char    *dossier_tagger_function_word  (const DossierTagger *self,
                                              guint8               function);
void           dossier_tagger_run     (const DossierTagger *self,
                                       const DossierTokens *tokens,
                                       DossierTagged       *tagged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTagger, dossier_tagger_free)

G_END_DECLS
