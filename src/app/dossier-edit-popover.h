/* dossier-edit-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DossierEditPopover: some entries to fill in, with a word of help, and what is
 * wrong with them.
 *
 * Signal: "apply" (char **error) -> gboolean: Enter or the button; FALSE and a
 * sentence (owned) keep it open and show the sentence.
 */
#define DOSSIER_TYPE_EDIT_POPOVER (dossier_edit_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierEditPopover, dossier_edit_popover, DOSSIER, EDIT_POPOVER, GtkPopover)

GtkWidget  *dossier_edit_popover_new       (const char         *help);
void        dossier_edit_popover_add_entry (DossierEditPopover *self,
                                            const char         *label);
void        dossier_edit_popover_set_text  (DossierEditPopover *self,
                                            guint               entry,
                                            const char         *text);
const char *dossier_edit_popover_get_text  (DossierEditPopover *self,
                                            guint               entry);

/* A list to choose one of, above the entries; one at most. @choices: NULL-terminated, translated. */
void        dossier_edit_popover_add_choice (DossierEditPopover *self,
                                             const char         *label,
                                             const char * const *choices);
void        dossier_edit_popover_set_choice (DossierEditPopover *self,
                                             guint               choice);
guint       dossier_edit_popover_get_choice (DossierEditPopover *self);

G_END_DECLS
