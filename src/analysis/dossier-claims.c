/* dossier-claims.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-claims.h"

struct _DossierClaims
{
  DossierLexicon *lexicon;
};

DossierClaims *
dossier_claims_new (DossierLexicon *lexicon)
{
  DossierClaims *self = g_new0 (DossierClaims, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_claims_free (DossierClaims *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

void
dossier_claims_run (DossierClaims *self,
                    DossierContext *context)
{
}
