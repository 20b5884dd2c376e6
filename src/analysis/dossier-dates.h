/* dossier-dates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierDates:
 *
 * Finds time expressions and resolves them.
 */
typedef struct _DossierDates DossierDates;

DossierDates *dossier_dates_new  (DossierLexicon *lexicon);
void dossier_dates_free (DossierDates *self);
void dossier_dates_run  (DossierDates *self,
                      DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierDates, dossier_dates_free)

G_END_DECLS
