/* dossier-dates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-dates.h"

struct _DossierDates
{
  DossierLexicon *lexicon;
};

DossierDates *
dossier_dates_new (DossierLexicon *lexicon)
{
  DossierDates *self = g_new0 (DossierDates, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_dates_free (DossierDates *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

void
dossier_dates_run (DossierDates *self,
                   DossierContext *context)
{
}
