/* dossier-inflection.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-lexicon.h"

G_BEGIN_DECLS

/** DossierForms: which forms of a verb or noun a word can be. */
typedef enum
{
  DOSSIER_FORM_BASE       = 1 << 0, /* "claim" */
  DOSSIER_FORM_THIRD      = 1 << 1, /* "claims" */
  DOSSIER_FORM_PAST       = 1 << 2, /* "claimed" */
  DOSSIER_FORM_PARTICIPLE = 1 << 3, /* "claimed" after have and be */
  DOSSIER_FORM_ING        = 1 << 4, /* "claiming" */
  DOSSIER_FORM_SINGULAR   = 1 << 5,
  DOSSIER_FORM_PLURAL     = 1 << 6,
} DossierForms;

/**
 * DossierInflection:
 *
 * Makes the forms of verbs and nouns by the rules of spelling, and by a table
 * for the verbs that follow none.
 */
typedef struct _DossierInflection DossierInflection;

typedef void (*DossierFormFunc) (const char   *form,
                                 DossierForms  forms,
                                 gpointer      user_data);

DossierInflection *dossier_inflection_new  (DossierLexicon    *lexicon);
void               dossier_inflection_free (DossierInflection *self);
void               dossier_inflection_verb (DossierInflection *self,
                                            const char        *base,
                                            DossierFormFunc    func,
                                            gpointer           user_data);
void               dossier_inflection_noun (DossierInflection *self,
                                            const char        *base,
                                            DossierFormFunc    func,
                                            gpointer           user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierInflection, dossier_inflection_free)

G_END_DECLS
