/* dossier-answers.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-answers-row.h"
#include "dossier-session.h"

G_BEGIN_DECLS

/** DossierAnswersBy: under what the allegations are put together. */
typedef enum
{
  DOSSIER_ANSWERS_BY_MATTER,  /* most told first */
  DOSSIER_ANSWERS_BY_SOURCE,  /* by the date of the source */
  DOSSIER_ANSWERS_BY_COUNTRY, /* by its name */
} DossierAnswersBy;

#define DOSSIER_N_ANSWERS_BYS 3

/*
 * DossierAnswers: the allegations that the filter lets through, each told again
 * beside its first telling, and what answers them, of any source: the rows of
 * the answers board as a GListModel of DossierAnswersRow. Made in a worker; it
 * follows the dossier while it is active. What the filter says of kinds is not
 * applied. Main thread only.
 *
 * Properties: item-type, n-items (read-only), by (int), without-only, active, loading (read-only).
 * Signal: "changed": the rows or the counts are new.
 */
#define DOSSIER_TYPE_ANSWERS (dossier_answers_get_type ())
G_DECLARE_FINAL_TYPE (DossierAnswers, dossier_answers, DOSSIER, ANSWERS, GObject)

DossierAnswers   *dossier_answers_new              (DossierSession   *session);
DossierAnswersBy  dossier_answers_get_by           (DossierAnswers   *self);
void              dossier_answers_set_by           (DossierAnswers   *self,
                                                    DossierAnswersBy  by);
gboolean          dossier_answers_get_without_only (DossierAnswers   *self);
void              dossier_answers_set_without_only (DossierAnswers   *self,
                                                    gboolean          without_only);
/* FALSE, as at first: nothing is loaded and nothing followed. */
void              dossier_answers_set_active       (DossierAnswers   *self,
                                                    gboolean          active);
/* Whether what is shown is not yet the answer to what is asked. */
gboolean          dossier_answers_is_loading       (DossierAnswers   *self);
guint             dossier_answers_n_allegations    (DossierAnswers   *self);
guint             dossier_answers_n_answered       (DossierAnswers   *self);
/* "31 allegations · 12 answered · 19 without a reply in these sources"; free with g_free(). */
char             *dossier_answers_counts_text      (DossierAnswers   *self);
/* All claims on the board, each once: GArray of gint64; free with g_array_unref(). */
GArray           *dossier_answers_claim_ids        (DossierAnswers   *self);

G_END_DECLS
