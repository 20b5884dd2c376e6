/* dossier-countries.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierCountries:
 *
 * Finds the places that name a country, and what a text is about.
 */
typedef struct _DossierCountries DossierCountries;

DossierCountries *dossier_countries_new  (DossierLexicon *lexicon);
void dossier_countries_free (DossierCountries *self);
void dossier_countries_run  (DossierCountries *self,
                      DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierCountries, dossier_countries_free)

G_END_DECLS
