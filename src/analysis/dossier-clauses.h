/* dossier-clauses.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-tagger.h"

G_BEGIN_DECLS

/** DossierRange: tokens [@first, @last); empty means none. */
typedef struct
{
  guint32 first;
  guint32 last;
} DossierRange;

/** DossierVerbForm: what a verb group is in its clause. */
typedef enum
{
  DOSSIER_VERB_FINITE,
  DOSSIER_VERB_INFINITIVE,
  DOSSIER_VERB_ING,
  DOSSIER_VERB_PARTICIPLE, /* "the man accused of it" */
} DossierVerbForm;

/** DossierSubjectKind: where the subject of a verb group was found. */
typedef enum
{
  DOSSIER_SUBJECT_NONE,
  DOSSIER_SUBJECT_PRONOUN,
  DOSSIER_SUBJECT_NAME,
  DOSSIER_SUBJECT_NOUN,
  DOSSIER_SUBJECT_RELATIVE,  /* "who", "which", "that" */
  DOSSIER_SUBJECT_INHERITED, /* of an earlier verb of the sentence */
  DOSSIER_SUBJECT_LATER,     /* of a later verb of the sentence */
} DossierSubjectKind;

/**
 * DossierVerbGroup:
 * @start: first auxiliary or adverb, or the verb itself
 * @head: the verb
 */
typedef struct
{
  guint32      start;
  guint32      head;
  DossierRange subject;
  guint8       form;    /* DossierVerbForm */
  guint8       subject_kind;
  guint8       passive;
  guint8       negated;
  guint8       modal;
  guint8       to;
} DossierVerbGroup;

/**
 * DossierClauses:
 *
 * The verb groups of a text with their subjects, and the ends of noun phrases:
 * what can be told of the structure of sentences from tags alone.
 */
typedef struct _DossierClauses
{
  const DossierTagger *tagger;
  const DossierTokens *tokens;
  const char          *utf8;
  DossierTagged       *tagged;
  GArray              *groups; /* DossierVerbGroup, in order of heads */
} DossierClauses;

DossierClauses *dossier_clauses_new         (const DossierTagger  *tagger,
                                             const DossierTokens  *tokens);
void            dossier_clauses_free        (DossierClauses       *self);
guint32         dossier_clauses_phrase_left (const DossierClauses *self,
                                             guint32               first,
                                             guint32               token);
guint32         dossier_clauses_phrase_right (const DossierClauses *self,
                                             guint32               token,
                                             guint32               last);
DossierRange    dossier_clauses_subject_after (const DossierClauses *self,
                                             guint32               token,
                                             guint32               last);
DossierRange    dossier_clauses_subject_before (const DossierClauses *self,
                                             guint32               first,
                                             guint32               token,
                                             DossierSubjectKind   *kind);

static inline DossierTag
dossier_clauses_tag (const DossierClauses *self,
                     guint32               token)
{
  return token < self->tokens->n_tokens ? (DossierTag)self->tagged[token].tag : DOSSIER_TAG_OTHER;
}

static inline guint
dossier_clauses_classes (const DossierClauses *self,
                         guint32               token)
{
  return token < self->tokens->n_tokens
         ? dossier_tagger_classes (self->tagger, self->tokens->tokens[token].word) : 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierClauses, dossier_clauses_free)

G_END_DECLS
