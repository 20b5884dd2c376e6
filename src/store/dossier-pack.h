/* dossier-pack.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-findings.h"

G_BEGIN_DECLS

/*
 * Lists as the dossier file holds them: readable text, a place a line
 * ("12-34 country.city"), names divided by line ends, codes by spaces. Reading
 * leaves out lines that make no sense, so that damage to one hides no other.
 */

char       *dossier_pack_blocks     (const GArray      *blocks);
GArray     *dossier_unpack_blocks   (const char        *packed);
char       *dossier_pack_mentions   (const GArray      *mentions);
GArray     *dossier_unpack_mentions (const char        *packed);
char       *dossier_pack_why        (const DossierWhy  *why,
                                     guint              n_why);
DossierWhy *dossier_unpack_why      (const char        *packed,
                                     guint             *n_why);
char       *dossier_pack_names      (const char *const *names);
char      **dossier_unpack_names    (const char        *packed);
char       *dossier_pack_codes      (const char *const *codes);
char      **dossier_unpack_codes    (const char        *packed);

G_END_DECLS
