/* dossier-country-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Country names after ISO 3166-1, in the user's language, from the iso-codes
 * package; where that is missing the code itself. Loaded at the first call;
 * safe in any thread. Strings are static.
 */
/* "Pakistan"; the code itself where it is not known. */
const char *dossier_country_name        (const char *code);
/* "PAK"; NULL where it is not known. */
const char *dossier_country_alpha3      (const char *code);
/* The English name, for files that programs read. */
const char *dossier_country_english     (const char *code);
/* The continent, translated: "Asia"; "" where it is not known. */
const char *dossier_country_region      (const char *code);
/* The flag as two regional indicator symbols; free with g_free(). */
char       *dossier_country_flag        (const char *code);
/* The code of what a person typed: "pk", "PAK", "Pakistan" in English or the user's language; NULL where unknown. */
const char *dossier_country_find        (const char *words);

G_END_DECLS
