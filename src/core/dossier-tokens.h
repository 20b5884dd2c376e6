/* dossier-tokens.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"
#include "dossier-vocabulary.h"

G_BEGIN_DECLS

/** DossierTokenKind: what a token is made of. */
typedef enum
{
  DOSSIER_TOKEN_WORD,        /* letters, with inner apostrophes, hyphens split off: "state-owned" is three tokens */
  DOSSIER_TOKEN_NUMBER,      /* digits, with inner , . between digits: "1,200.50"; "70-year" is three tokens */
  DOSSIER_TOKEN_MIXED,       /* letters and digits: "5G", "20th", "2010s" */
  DOSSIER_TOKEN_QUOTE_OPEN,  /* any quotation mark that opens */
  DOSSIER_TOKEN_QUOTE_CLOSE, /* any quotation mark that closes */
  DOSSIER_TOKEN_PUNCT,       /* any other sign, one a token; a run of . or - is one token */
} DossierTokenKind;

/** DossierTokenFlags: how a token is written. */
typedef enum
{
  DOSSIER_TOKEN_CAPITAL      = 1 << 0, /* first letter is upper case */
  DOSSIER_TOKEN_ALL_CAPITALS = 1 << 1, /* two letters or more, none lower case; also "U.S." */
  DOSSIER_TOKEN_ABBREVIATION = 1 << 2, /* holds its full stop: "Mr.", "U.S.", "Gen." */
  DOSSIER_TOKEN_SPACE_BEFORE = 1 << 3,
  DOSSIER_TOKEN_LINE_BEFORE  = 1 << 4, /* a line end stands before it */
  DOSSIER_TOKEN_POSSESSIVE   = 1 << 5, /* the clitic "'s" or "'" itself: "Huawei's" is "Huawei" + "'s" */
} DossierTokenFlags;

/**
 * DossierToken:
 * @bytes: where it stands
 * @word: its number in the vocabulary, %DOSSIER_WORD_UNKNOWN for the rest
 * @sentence: index of the sentence that holds it
 */
typedef struct
{
  DossierBytes bytes;
  guint32      word;
  guint32      sentence;
  guint8       kind;
  guint8       flags;
  guint16      quote; /* depth of quotation: 0 outside; the marks themselves count as inside */
} DossierToken;

/** DossierSentence: tokens [@first, @last) and the block (index into the ranges given) it stands in. */
typedef struct
{
  DossierBytes bytes;
  guint32      first;
  guint32      last;
  guint32      range;
} DossierSentence;

/**
 * DossierTokens:
 *
 * A text cut into sentences and tokens. Immutable.
 */
typedef struct
{
  DossierText     *text;
  DossierToken    *tokens;
  guint32          n_tokens;
  DossierSentence *sentences;
  guint32          n_sentences;
} DossierTokens;

DossierTokens *dossier_tokens_new    (DossierText         *text,
                                      const DossierBytes  *ranges,
                                      guint                n_ranges,
                                      DossierVocabulary   *vocabulary);
void           dossier_tokens_free   (DossierTokens       *self);
guint32        dossier_tokens_at     (const DossierTokens *self,
                                      guint32              byte);
gboolean       dossier_tokens_equal  (const DossierTokens *self,
                                      guint32              token,
                                      const char          *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTokens, dossier_tokens_free)

G_END_DECLS
