/* dossier-links.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierLinks:
 *
 * Links denials and findings to what they answer, and repeats to what they repeat, within one text.
 */
typedef struct _DossierLinks DossierLinks;

DossierLinks *dossier_links_new  (DossierLexicon *lexicon);
void          dossier_links_free (DossierLinks   *self);
void          dossier_links_run  (DossierLinks   *self,
                                  DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLinks, dossier_links_free)

G_END_DECLS
