/* dossier-vocabulary.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierVocabulary:
 *
 * Words that some table knows, each with a small number, so that the stages
 * compare numbers instead of strings. Words are folded: lower case, and the
 * typographic apostrophe (U+2019) as the straight one. Filled while the tables
 * are read, then frozen: after dossier_vocabulary_freeze() it is safe in any
 * thread.
 */
typedef struct _DossierVocabulary DossierVocabulary;

/** DOSSIER_WORD_UNKNOWN: the number of every word that no table names. */
#define DOSSIER_WORD_UNKNOWN 0

/**
 * DossierWordFlags: what the tokenizer must know of a word; filled from the
 * lexicon's `abbreviations.tsv` and `starters.tsv`. An abbreviation is interned
 * with its full stop.
 */
typedef enum
{
  DOSSIER_WORD_TITLE   = 1 << 0, /* abbreviation before a name: "Mr." never ends a sentence */
  DOSSIER_WORD_COMMON  = 1 << 1, /* abbreviation that may stand at a sentence's end: "Inc." */
  DOSSIER_WORD_CAPITAL = 1 << 2, /* the same, only when written with a capital: "Miss." */
  DOSSIER_WORD_NUMBER  = 1 << 3, /* abbreviation only before a number: "No. 5" */
  DOSSIER_WORD_STARTER = 1 << 4, /* with a capital after an abbreviation it starts a sentence: "The" */
  DOSSIER_WORD_ELISION = 1 << 5, /* begins with an apostrophe, not a quotation mark: "'em" */
  DOSSIER_WORD_ORDINAL = 1 << 6, /* a number that its stop makes an ordinal: "3. April" */
} DossierWordFlags;

DossierVocabulary *dossier_vocabulary_new     (void);
DossierVocabulary *dossier_vocabulary_ref     (DossierVocabulary *self);
void               dossier_vocabulary_unref   (DossierVocabulary *self);
guint32            dossier_vocabulary_intern  (DossierVocabulary *self,
                                               const char        *word);
void               dossier_vocabulary_freeze  (DossierVocabulary *self);
gboolean           dossier_vocabulary_is_frozen (DossierVocabulary *self);
guint32            dossier_vocabulary_lookup  (DossierVocabulary *self,
                                               const char        *utf8,
                                               gsize              n_bytes);
const char        *dossier_vocabulary_word    (DossierVocabulary *self,
                                               guint32            id);
guint32            dossier_vocabulary_n_words (DossierVocabulary *self);
void               dossier_vocabulary_add_flags (DossierVocabulary *self,
                                               guint32            id,
                                               guint              flags);
guint              dossier_vocabulary_flags   (DossierVocabulary *self,
                                               guint32            id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierVocabulary, dossier_vocabulary_unref)

G_END_DECLS
