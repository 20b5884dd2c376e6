/* dossier-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-links.h"

struct _DossierLinks
{
  DossierLexicon *lexicon;
};

DossierLinks *
dossier_links_new (DossierLexicon *lexicon)
{
  DossierLinks *self = g_new0 (DossierLinks, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);

  return self;
}

void
dossier_links_free (DossierLinks *self)
{
  if (self == NULL)
    return;

  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

void
dossier_links_run (DossierLinks *self,
                   DossierContext *context)
{
}
