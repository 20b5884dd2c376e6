/* dossier-answers-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-answers.h"
#include "dossier-order.h"
#include "dossier-store.h"

G_BEGIN_DECLS

struct _DossierAnswersRow
{
  GObject   parent_instance;

  gint64    group;
  gint64    allegation;
  gint64    answer;
  gint64    denial;
  char     *title;
  char     *details;
  char     *denial_text;
  gboolean  is_first;
  gboolean  no_reply;
};

/* Whether two rows show the same. */
gboolean dossier_answers_row_equal (DossierAnswersRow *a,
                                    DossierAnswersRow *b);

/**
 * DossierAnswersWork:
 *
 * The board as a question that is put together on the main thread, answered in
 * a worker, and taken back.
 */
typedef struct
{
  DossierStore     *store;
  DossierQuery     *query;
  DossierAnswersBy  by;
  gboolean          without_only;

  GPtrArray        *rows;         /* answer: DossierAnswersRow */
  guint             n_allegations; /* answer: that the filter lets through */
  guint             n_answered;    /* answer */
} DossierAnswersWork;

void     dossier_answers_work_free (DossierAnswersWork  *self);
/* Waits for the disk: for worker threads. */
gboolean dossier_answers_work_run  (DossierAnswersWork  *self,
                                    GCancellable        *cancellable,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAnswersWork, dossier_answers_work_free)

G_END_DECLS
