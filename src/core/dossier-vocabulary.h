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

DossierVocabulary *dossier_vocabulary_new     (void);
DossierVocabulary *dossier_vocabulary_ref     (DossierVocabulary *self);
void               dossier_vocabulary_unref   (DossierVocabulary *self);
guint32            dossier_vocabulary_intern  (DossierVocabulary *self,
                                               const char        *word);
void               dossier_vocabulary_freeze  (DossierVocabulary *self);
guint32            dossier_vocabulary_lookup  (DossierVocabulary *self,
                                               const char        *utf8,
                                               gsize              n_bytes);
const char        *dossier_vocabulary_word    (DossierVocabulary *self,
                                               guint32            id);
guint32            dossier_vocabulary_n_words (DossierVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierVocabulary, dossier_vocabulary_unref)

G_END_DECLS
