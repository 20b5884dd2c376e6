/* dossier-claim-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-inflection.h"
#include "dossier-tokens.h"

G_BEGIN_DECLS

/** DossierClaimWord: what a word can say of a claim; a bit each. "claim-words.tsv" tells them. */
typedef enum
{
  DOSSIER_CLAIM_WORD_WRONG     = 1 << 0,
  DOSSIER_CLAIM_WORD_WEAK      = 1 << 1,
  DOSSIER_CLAIM_WORD_CHARGE    = 1 << 2,
  DOSSIER_CLAIM_WORD_HEDGE     = 1 << 3,
  DOSSIER_CLAIM_WORD_NOTHING   = 1 << 4,
  DOSSIER_CLAIM_WORD_REJECT    = 1 << 5,
  DOSSIER_CLAIM_WORD_INQUIRY   = 1 << 6,
  DOSSIER_CLAIM_WORD_SUIT      = 1 << 7,
  DOSSIER_CLAIM_WORD_BODY      = 1 << 8,
  DOSSIER_CLAIM_WORD_ACT       = 1 << 9,
  DOSSIER_CLAIM_WORD_PLAN      = 1 << 10,
  DOSSIER_CLAIM_WORD_VAGUE     = 1 << 11,
  DOSSIER_CLAIM_WORD_SPOKES    = 1 << 12,
  DOSSIER_CLAIM_WORD_PEOPLE    = 1 << 13,
  DOSSIER_CLAIM_WORD_OUTLET    = 1 << 14, /* "outlets.tsv" */
  DOSSIER_CLAIM_WORD_KNOWN     = 1 << 15, /* a name of "affiliations.tsv" */
  DOSSIER_CLAIM_WORD_ACT_NOUN  = 1 << 16,
  DOSSIER_CLAIM_WORD_NEGATION  = 1 << 17,
  DOSSIER_CLAIM_WORD_CONTRAST  = 1 << 18,
  DOSSIER_CLAIM_WORD_PERSONAL  = 1 << 19,
  DOSSIER_CLAIM_WORD_JUDGE     = 1 << 20,
  DOSSIER_CLAIM_WORD_ALLEGED   = 1 << 21,
  DOSSIER_CLAIM_WORD_AGAINST   = 1 << 22,
  DOSSIER_CLAIM_WORD_CONTEST   = 1 << 23,
  DOSSIER_CLAIM_WORD_SEQUENCE  = 1 << 24,
  DOSSIER_CLAIM_WORD_PROOF     = 1 << 25,
  DOSSIER_CLAIM_WORD_LIGHT     = 1 << 26,
  DOSSIER_CLAIM_WORD_BACK      = 1 << 27,
  DOSSIER_CLAIM_WORD_SUFFER    = 1 << 28,
  DOSSIER_CLAIM_WORD_REFUSE    = 1 << 29,
  DOSSIER_CLAIM_WORD_START     = 1 << 30, /* the first token of its phrase */
} DossierClaimWord;

/**
 * DossierClaimWords:
 *
 * The word tables of the claims stage, as one trie of phrases. Immutable once
 * the vocabulary is frozen.
 */
typedef struct _DossierClaimWords DossierClaimWords;

DossierClaimWords *dossier_claim_words_new     (DossierLexicon      *lexicon,
                                                DossierInflection   *inflection);
void               dossier_claim_words_free    (DossierClaimWords   *self);
void               dossier_claim_words_mark    (DossierClaimWords   *self,
                                                const DossierTokens *tokens,
                                                guint32             *masks);
const char        *dossier_claim_words_country (DossierClaimWords   *self,
                                                const DossierTokens *tokens,
                                                guint32              token,
                                                guint32             *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierClaimWords, dossier_claim_words_free)

G_END_DECLS
