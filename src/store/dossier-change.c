/* dossier-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-store.h"

G_DEFINE_BOXED_TYPE (DossierChange, dossier_change, dossier_change_ref, dossier_change_unref)

/**
 * dossier_change_ref:
 *
 * Changes are made by g_atomic_rc_box_new0() in the journal, and not changed
 * after they were emitted.
 */
DossierChange *
dossier_change_ref (DossierChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  DossierChange *self = data;

  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->claims, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_free (self->label);
}

/**
 * dossier_change_unref:
 *
 * Drops a reference.
 */
void
dossier_change_unref (DossierChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

/**
 * dossier_history_free:
 * @self: with its labels
 */
void
dossier_history_free (DossierHistory *self)
{
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

/**
 * dossier_history_entry_free:
 * @self: with its strings
 */
void
dossier_history_entry_free (DossierHistoryEntry *self)
{
  g_free (self->label);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
