/* dossier-countries.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-countries.h"

struct _DossierCountries
{
  DossierLexicon *lexicon;
};

DossierCountries *
dossier_countries_new (DossierLexicon *lexicon)
{
  DossierCountries *self = g_new0 (DossierCountries, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_countries_free (DossierCountries *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

void
dossier_countries_run (DossierCountries *self,
                       DossierContext *context)
{
}
