/* dossier-answers-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DossierAnswersRow: one row of the answers board: at most one telling of an
 * allegation on the left, and at most one answer on the right. A group of
 * tellings of the same has as many rows as its longer side; the first carries
 * its heading. Immutable.
 */
#define DOSSIER_TYPE_ANSWERS_ROW (dossier_answers_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierAnswersRow, dossier_answers_row, DOSSIER, ANSWERS_ROW, GObject)

/* Whether a group begins here; only then there are title and details. */
gboolean    dossier_answers_row_is_first   (DossierAnswersRow *self);
/* "Back door, Pakistan", "Kenya", the title of a source; "" in the other rows. */
const char *dossier_answers_row_title      (DossierAnswersRow *self);
/* "repeated 2 times, first by BES (lawsuit), 11 August 2021"; in later rows whom the telling repeats, or "". */
const char *dossier_answers_row_details    (DossierAnswersRow *self);
/* The telling on the left; 0 where there is none. */
gint64      dossier_answers_row_allegation (DossierAnswersRow *self);
/* The answer on the right; 0 where there is none. */
gint64      dossier_answers_row_answer     (DossierAnswersRow *self);
/* The first telling of the group: what a link by hand is made to. */
gint64      dossier_answers_row_group      (DossierAnswersRow *self);
/* No answer to any telling of the group was found. */
gboolean    dossier_answers_row_no_reply   (DossierAnswersRow *self);
/* A denial by whom the allegation names, which may be meant; 0 where there is none. */
gint64      dossier_answers_row_denial     (DossierAnswersRow *self);
/* "A general denial by Huawei (2018) may be meant."; "" where there is none. */
const char *dossier_answers_row_denial_text (DossierAnswersRow *self);

G_END_DECLS
