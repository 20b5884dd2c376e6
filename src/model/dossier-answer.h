/* dossier-answer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-list.h"
#include "dossier-order.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/** DossierSorted: all rows of a set of columns in one order, kept for the next question. */
typedef struct
{
  DossierColumns *columns;
  DossierSort     sort;
  gboolean        descending;
  GBytes         *rows; /* guint32 indexes into the claims */
} DossierSorted;

/** DossierListAsk: how one of the three lists is to be sorted, and what it shows now. */
typedef struct
{
  DossierSort   sort;
  gboolean      descending;
  DossierOrder *shown;   /* the order of the list when the question was put */
  DossierOrder *order;   /* answer */
  GArray       *changes; /* answer: DossierSplice, from shown to order */
} DossierListAsk;

enum
{
  DOSSIER_ASK_SOURCES,
  DOSSIER_ASK_CLAIMS,
  DOSSIER_ASK_NOTES,
  DOSSIER_N_ASKS
};

/**
 * DossierAnswer:
 *
 * A question to the dossier, put together on the main thread, answered in a
 * worker, and taken back: the filter applied, the three lists in their order.
 * What is not NULL of @columns, @notes and @title_ranks is used again; what is,
 * is loaded.
 */
typedef struct
{
  DossierStore   *store;
  DossierQuery   *query;
  DossierColumns *columns;
  DossierOrder   *rows;        /* ids of all claims of @columns: id → row */
  GPtrArray      *notes;       /* DossierNoteRecord, all */
  GBytes         *title_ranks; /* guint32 a source of @columns; only loaded to sort by title */
  DossierSorted   sorted;      /* claims in the order last asked for */
  DossierListAsk  asks[DOSSIER_N_ASKS];

  DossierHits    *hits;        /* answer: of the words, or NULL */
  DossierResult  *result;      /* answer */
  guint8         *shown;       /* answer: one a row of @columns, 1 where the claim is let through */
} DossierAnswer;

void     dossier_answer_free (DossierAnswer  *self);
gboolean dossier_answer_run  (DossierAnswer  *self,
                              GCancellable   *cancellable,
                              GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAnswer, dossier_answer_free)

G_END_DECLS
