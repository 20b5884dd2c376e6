/* dossier-words.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-edtf.h"
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
/* An EDTF date as people write it: "16 May 2021", "about 2018", "2006 – April 2021", "since 2018"; NULL and what is no
 * EDTF: "date unknown". */
char       *dossier_date_to_words       (const char       *edtf);
/* "day", "month", "year", …: how precise a date is; "" where unknown. */
const char *dossier_date_precision      (const char       *edtf);
/* "2017 – 2021", "since 2017", "until 2021", "" for two open ends; days both included. */
char       *dossier_days_to_words       (gint32            from,
                                         gint32            to);
/* EDTF from what a person typed: EDTF itself, "2017", "May 2021", "16 May 2021", "May 16, 2021", "spring 2018",
 * "about 2018"; NULL where it is no date. */
char       *dossier_date_from_words     (const char       *words);
/* A moment (Unix seconds) as "today 10:42", "16 May 2021", in local time. */
char       *dossier_moment_to_words     (gint64            seconds);

G_END_DECLS
