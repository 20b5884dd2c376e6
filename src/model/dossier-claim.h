/* dossier-claim.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-source.h"

G_BEGIN_DECLS

/*
 * DossierClaim: one claim, as DossierSource is one source: one object a claim
 * for list, text and timeline, filled in when its record has come.
 *
 * Properties (read-only): id, loaded, source, kind, review, verdict, quote, speaker, countries (strv), event, stated
 * (EDTF or NULL), date-text (for showing), confidence. Signal: changed.
 */
#define DOSSIER_TYPE_CLAIM (dossier_claim_get_type ())
G_DECLARE_FINAL_TYPE (DossierClaim, dossier_claim, DOSSIER, CLAIM, DossierItem)

gint64              dossier_claim_id           (DossierClaim  *self);
gboolean            dossier_claim_is_loaded    (DossierClaim  *self);
/* The record, borrowed until the next "changed"; NULL while not loaded. */
DossierClaimRecord *dossier_claim_record       (DossierClaim  *self);
/* The source; NULL while not loaded. */
DossierSource      *dossier_claim_source       (DossierClaim  *self);
gint64              dossier_claim_source_id    (DossierClaim  *self);
DossierKind         dossier_claim_kind         (DossierClaim  *self);
DossierReview       dossier_claim_review       (DossierClaim  *self);
DossierVerdict      dossier_claim_verdict      (DossierClaim  *self);
DossierSpan         dossier_claim_span         (DossierClaim  *self);
const char         *dossier_claim_quote        (DossierClaim  *self);
const char         *dossier_claim_speaker      (DossierClaim  *self);
const char * const *dossier_claim_countries    (DossierClaim  *self);
const char         *dossier_claim_event        (DossierClaim  *self);
const char         *dossier_claim_stated       (DossierClaim  *self);
/* "2017 (year) · said 11 August 2021", "date unknown: the article has no date"; free with g_free(). */
char               *dossier_claim_when_text    (DossierClaim  *self);
/* "BES (lawsuit) › WSJ › hindustantimes.com"; "the reporter" for a fact; free with g_free(). */
char               *dossier_claim_speaker_text (DossierClaim  *self);
/* The whole claim in one sentence, as a screen reader says it; free with g_free(). */
char               *dossier_claim_spoken_text  (DossierClaim  *self);

G_END_DECLS
