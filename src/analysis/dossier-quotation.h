/* dossier-quotation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-clauses.h"

G_BEGIN_DECLS

/**
 * DossierQuotation:
 * @open: its opening mark
 * @close: the token after its closing mark, or after its last token where it
 *   has none (a quotation that goes on in the next paragraph)
 * @full: whole clauses, and no mere word that the writer keeps at a distance
 * @continued: it goes on in the next paragraph
 */
typedef struct
{
  guint32 open;
  guint32 close;
  guint8  full;
  guint8  continued;
} DossierQuotation;

/**
 * DossierQuotations:
 *
 * The outermost quotations of a text, in order and disjoint.
 */
typedef struct
{
  GArray  *items;    /* DossierQuotation */
  guint32 *at;       /* by token: the quotation it stands in, plus one; 0 for none */
} DossierQuotations;

DossierQuotations *dossier_quotations_new  (const DossierClauses    *clauses);
void               dossier_quotations_free (DossierQuotations       *self);

static inline const DossierQuotation *
dossier_quotations_get (const DossierQuotations *self,
                        guint32                  token)
{
  return self->at[token] == 0 ? NULL
         : &g_array_index (self->items, DossierQuotation, self->at[token] - 1);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierQuotations, dossier_quotations_free)

G_END_DECLS
