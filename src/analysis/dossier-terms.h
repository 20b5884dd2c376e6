/* dossier-terms.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierTerms:
 *
 * Cuts a passage into its content words, as stems with small numbers that are
 * the same for the same stem: what passages are compared by. For one thread.
 */
typedef struct _DossierTerms DossierTerms;

DossierTerms *dossier_terms_new  (void);
void          dossier_terms_free (DossierTerms *self);
void          dossier_terms_cut  (DossierTerms *self,
                                  const char   *utf8,
                                  gssize        n_bytes,
                                  GArray       *ids,
                                  GArray       *names);
guint         dossier_terms_n    (DossierTerms *self);
const char   *dossier_terms_word (DossierTerms *self,
                                  guint32       id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTerms, dossier_terms_free)

G_END_DECLS
