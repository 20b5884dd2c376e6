/* dossier-answers-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-answers-row.h"

#include "dossier-answers-private.h"

G_DEFINE_FINAL_TYPE (DossierAnswersRow, dossier_answers_row, G_TYPE_OBJECT)

static void
dossier_answers_row_finalize (GObject *object)
{
  DossierAnswersRow *self = (DossierAnswersRow *) object;

  g_free (self->title);
  g_free (self->details);
  g_free (self->denial_text);

  G_OBJECT_CLASS (dossier_answers_row_parent_class)->finalize (object);
}

static void
dossier_answers_row_class_init (DossierAnswersRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_answers_row_finalize;
}

static void
dossier_answers_row_init (DossierAnswersRow *self)
{
}

/**
 * dossier_answers_row_equal:
 * @a: a row
 * @b: another one
 *
 * Returns: whether they show the same
 */
gboolean
dossier_answers_row_equal (DossierAnswersRow *a,
                           DossierAnswersRow *b)
{
  return a->group == b->group && a->allegation == b->allegation && a->answer == b->answer &&
         a->denial == b->denial && a->is_first == b->is_first && a->no_reply == b->no_reply &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->details, b->details) == 0 &&
         g_strcmp0 (a->denial_text, b->denial_text) == 0;
}

/**
 * dossier_answers_row_is_first:
 * @self: a row
 *
 * Returns: whether a group begins with it
 */
gboolean
dossier_answers_row_is_first (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), FALSE);

  return self->is_first;
}

/**
 * dossier_answers_row_title:
 * @self: a row
 *
 * Returns: under what the group stands; "" in its later rows
 */
const char *
dossier_answers_row_title (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), "");

  return self->title != NULL ? self->title : "";
}

/**
 * dossier_answers_row_details:
 * @self: a row
 *
 * Returns: how often it was told and by whom first; in later rows whom the telling repeats, or ""
 */
const char *
dossier_answers_row_details (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), "");

  return self->details != NULL ? self->details : "";
}

/**
 * dossier_answers_row_allegation:
 * @self: a row
 *
 * Returns: the claim on the left, 0 for none
 */
gint64
dossier_answers_row_allegation (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), 0);

  return self->allegation;
}

/**
 * dossier_answers_row_answer:
 * @self: a row
 *
 * Returns: the claim on the right, 0 for none
 */
gint64
dossier_answers_row_answer (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), 0);

  return self->answer;
}

/**
 * dossier_answers_row_group:
 * @self: a row
 *
 * Returns: the first telling of its group
 */
gint64
dossier_answers_row_group (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), 0);

  return self->group;
}

/**
 * dossier_answers_row_no_reply:
 * @self: a row
 *
 * Returns: whether nothing answers its group
 */
gboolean
dossier_answers_row_no_reply (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), FALSE);

  return self->no_reply;
}

/**
 * dossier_answers_row_denial:
 * @self: a row
 *
 * Returns: a denial by whom the allegation names, 0 for none
 */
gint64
dossier_answers_row_denial (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), 0);

  return self->denial;
}

/**
 * dossier_answers_row_denial_text:
 * @self: a row
 *
 * Returns: that denial in words, or ""
 */
const char *
dossier_answers_row_denial_text (DossierAnswersRow *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_ROW (self), "");

  return self->denial_text != NULL ? self->denial_text : "";
}
