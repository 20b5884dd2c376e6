/* dossier-kind.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DossierKind:
 *
 * What sort of claim a passage is. Where two fit, the first of this order is
 * taken, so a lower value wins.
 */
typedef enum
{
  DOSSIER_KIND_DENIAL,
  DOSSIER_KIND_FINDING,
  DOSSIER_KIND_ALLEGATION,
  DOSSIER_KIND_ACTION,
  DOSSIER_KIND_STATEMENT,
  DOSSIER_KIND_FACT,
} DossierKind;

#define DOSSIER_N_KINDS 6

/**
 * DossierBlockKind:
 *
 * What a stretch of a source's text is. BOILERPLATE and CAPTION are folded in
 * the reader and left out of the analysis.
 */
typedef enum
{
  DOSSIER_BLOCK_PARAGRAPH,
  DOSSIER_BLOCK_TITLE,
  DOSSIER_BLOCK_HEADING,
  DOSSIER_BLOCK_BYLINE,
  DOSSIER_BLOCK_DATELINE,
  DOSSIER_BLOCK_OUTLET,
  DOSSIER_BLOCK_CAPTION,
  DOSSIER_BLOCK_BOILERPLATE,
} DossierBlockKind;

#define DOSSIER_N_BLOCK_KINDS 8

/** DossierReview: what the person has said of a suggestion. */
typedef enum
{
  DOSSIER_REVIEW_SUGGESTED,
  DOSSIER_REVIEW_CONFIRMED,
  DOSSIER_REVIEW_DISMISSED,
} DossierReview;

#define DOSSIER_N_REVIEWS 3

/** DossierVerdict: how the checking of a claim stands. */
typedef enum
{
  DOSSIER_VERDICT_UNCHECKED,
  DOSSIER_VERDICT_CHECKING,
  DOSSIER_VERDICT_CONFIRMED,
  DOSSIER_VERDICT_DISPUTED,
  DOSSIER_VERDICT_UNSUPPORTED,
} DossierVerdict;

#define DOSSIER_N_VERDICTS 5

/** DossierRelation: how one claim stands to another. */
typedef enum
{
  DOSSIER_RELATION_ANSWERS,
  DOSSIER_RELATION_SUPPORTS,
  DOSSIER_RELATION_CONTRADICTS,
  DOSSIER_RELATION_REPEATS,
} DossierRelation;

#define DOSSIER_N_RELATIONS 4

/** DossierDateBasis: which of a claim's three dates is meant. */
typedef enum
{
  DOSSIER_BASIS_EVENT,
  DOSSIER_BASIS_STATED,
  DOSSIER_BASIS_PUBLISHED,
} DossierDateBasis;

#define DOSSIER_N_BASES 3

/* The words of the command line and of the file: never translated. Each
 * _from_nick returns FALSE, and leaves @out alone, for a word it does not know. */
const char *dossier_kind_nick            (DossierKind        kind);
gboolean    dossier_kind_from_nick       (const char        *nick,
                                          DossierKind       *out);
const char *dossier_block_kind_nick      (DossierBlockKind   kind);
gboolean    dossier_block_kind_from_nick (const char        *nick,
                                          DossierBlockKind  *out);
const char *dossier_review_nick          (DossierReview      review);
gboolean    dossier_review_from_nick     (const char        *nick,
                                          DossierReview     *out);
const char *dossier_verdict_nick         (DossierVerdict     verdict);
gboolean    dossier_verdict_from_nick    (const char        *nick,
                                          DossierVerdict    *out);
const char *dossier_relation_nick        (DossierRelation    relation);
gboolean    dossier_relation_from_nick   (const char        *nick,
                                          DossierRelation   *out);
const char *dossier_date_basis_nick      (DossierDateBasis   basis);
gboolean    dossier_date_basis_from_nick (const char        *nick,
                                          DossierDateBasis  *out);

G_END_DECLS
