/* dossier-language.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierLanguages:
 *
 * Tells the language of a text by its commonest small words, or by its script.
 */
typedef struct _DossierLanguages DossierLanguages;

DossierLanguages *dossier_languages_new    (void);
void              dossier_languages_free   (DossierLanguages *self);
const char       *dossier_languages_detect (DossierLanguages *self,
                                            const char       *utf8,
                                            gsize             n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLanguages, dossier_languages_free)

G_END_DECLS
