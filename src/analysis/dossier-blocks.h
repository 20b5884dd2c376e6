/* dossier-blocks.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-lexicon.h"

G_BEGIN_DECLS

/**
 * DossierBlocks:
 *
 * Cuts a text into blocks and finds its title, outlet, byline and publication date.
 */
typedef struct _DossierBlocks DossierBlocks;

DossierBlocks *dossier_blocks_new  (DossierLexicon *lexicon);
void           dossier_blocks_free (DossierBlocks  *self);
void           dossier_blocks_run  (DossierBlocks  *self,
                                    DossierContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierBlocks, dossier_blocks_free)

G_END_DECLS
