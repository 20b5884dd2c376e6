/* dossier-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-date-words.h"
#include "dossier-kind.h"

G_BEGIN_DECLS

/*
 * The words in which values are shown to people: translated, unlike the nicks
 * of dossier-kind.h. What returns const char * is static; what returns char * is
 * freed with g_free().
 */
const char *dossier_kind_label          (DossierKind       kind);     /* "Allegation" */
const char *dossier_kind_plural         (DossierKind       kind);     /* "Allegations" */
const char *dossier_kind_description    (DossierKind       kind);     /* one sentence */
const char *dossier_kind_sign           (DossierKind       kind);     /* one character for the margin: "!", "×", "✓", "→", "“", "·" */
const char *dossier_kind_icon           (DossierKind       kind);     /* "dossier-allegation-symbolic" */
const char *dossier_review_label        (DossierReview     review);   /* "Not reviewed" */
const char *dossier_verdict_label       (DossierVerdict    verdict);
const char *dossier_relation_label      (DossierRelation   relation,
                                         gboolean          incoming); /* "Answers", "Answered by" */
const char *dossier_date_basis_label    (DossierDateBasis  basis);    /* "Happened", "Said", "Published" */
const char *dossier_block_kind_label    (DossierBlockKind  kind);
/* Why there is no date, from the reason of a record: "the article has no date". NULL gives "". */
const char *dossier_reason_label        (const char       *reason);
/* What a rule of DossierWhy saw, "kind.cue" → "the word that reports it". */
const char *dossier_rule_label          (const char       *rule);

G_END_DECLS
