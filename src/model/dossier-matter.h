/* dossier-matter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierMatter:
 *
 * Names what claims are about by a noun phrase of their own words: "Back door".
 * Give it all passages first, so that it knows which words tell something. For
 * one thread.
 */
typedef struct _DossierMatter DossierMatter;

DossierMatter *dossier_matter_new  (void);
void           dossier_matter_free (DossierMatter *self);
/* Returns the number of the passage, for _name(). */
guint          dossier_matter_add  (DossierMatter *self,
                                    const char    *quote);
/* What the passages have in common; free with g_free(). */
char          *dossier_matter_name (DossierMatter *self,
                                    const guint   *passages,
                                    guint          n_passages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMatter, dossier_matter_free)

G_END_DECLS
