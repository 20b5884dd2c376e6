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

/* Whether a line of a text's head is a date line ("Published on Aug 15, 2021
 * 10:49 AM IST", "03/05/2019"): nothing but a date, its label, time and zone.
 * @edtf (out, transfer full, optional): the day stated, "2019-XX-XX" for 3/5/2019;
 * NULL, though TRUE is returned, where the line is a date line whose date cannot
 * be told ("2 days ago"). Works before the tokens are made. */
gboolean dossier_dates_line    (DossierDates          *self,
                                DossierText           *text,
                                DossierBytes           line,
                                char                 **edtf);

/* The one date or interval that the time expressions inside @within state
 * together, as "from 2006 to April of this year": EDTF (transfer full), or NULL.
 * @covered (out, optional): where it stands. Needs context->timexes. */
char    *dossier_dates_range   (DossierDates          *self,
                                const DossierContext  *context,
                                DossierBytes           within,
                                DossierBytes          *covered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierDates, dossier_dates_free)

G_END_DECLS
