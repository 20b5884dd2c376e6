/* dossier-attributions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-attributions.h"

struct _DossierAttributions
{
  DossierLexicon *lexicon;
};

DossierAttributions *
dossier_attributions_new (DossierLexicon *lexicon)
{
  DossierAttributions *self = g_new0 (DossierAttributions, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_attributions_free (DossierAttributions *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

void
dossier_attributions_run (DossierAttributions *self,
                          DossierContext *context)
{
}
