/* dossier-export-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-export-data.h"

G_BEGIN_DECLS

/* The words that all formats share, as plain text: each writer escapes them. Free with g_free(). */

/* Title, else file name, else "Untitled". */
char *dossier_export_title     (const DossierSourceRecord *source);
/* "15 August 2021", "date unknown". */
char *dossier_export_published (const DossierSourceRecord *source);
/* "BES (lawsuit), via WSJ, via Harbour Post". */
char *dossier_export_speaker   (const DossierClaimRecord  *claim);
/* "Pakistan, China", "no country". */
char *dossier_export_countries (const DossierClaimRecord  *claim);
/* "happened 2017 (year), said 11 August 2021 (day)", with the reason where a date is missing. */
char *dossier_export_dates     (const DossierClaimRecord  *claim);
/* "not reviewed", "confirmed; disputed: two papers differ". */
char *dossier_export_review    (const DossierClaimRecord  *claim);
/* "characters 1226–1331", counted from 0, the end not included. */
char *dossier_export_place     (DossierSpan                span);
/* "Harbour board (denial)": a claim at the other end of a link. */
char *dossier_export_other     (const DossierClaimRecord  *other);
/* What a format carries of the whole: "14 claims and 2 notes from “Harbour”, 20 November 2026. Filter: Pakistan". */
char *dossier_export_colophon  (const DossierExportData   *data);
/* The links of a claim with one relation seen one way, as text: "A (denial); B (finding)"; NULL where there are none. */
char *dossier_export_links     (const DossierExportClaim  *claim,
                                DossierRelation            relation,
                                gboolean                   incoming);

G_END_DECLS
