/* dossier-phrases.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-tokens.h"

G_BEGIN_DECLS

/**
 * DossierPhrases:
 *
 * Phrases of one or more words, each with a number of the owner's choice, found
 * at a token by the longest match: a trie over vocabulary numbers. The work at
 * one token is at most the length of the longest phrase.
 */
typedef struct _DossierPhrases DossierPhrases;

DossierPhrases *dossier_phrases_new    (DossierVocabulary   *vocabulary);
void            dossier_phrases_free   (DossierPhrases      *self);
void            dossier_phrases_add    (DossierPhrases      *self,
                                        const char          *phrase,
                                        guint32              value);
void            dossier_phrases_freeze (DossierPhrases      *self);
gboolean        dossier_phrases_match  (DossierPhrases      *self,
                                        const DossierTokens *tokens,
                                        guint32              first,
                                        guint32              last,
                                        guint32             *value,
                                        guint32             *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierPhrases, dossier_phrases_free)

G_END_DECLS
