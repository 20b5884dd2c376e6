/* dossier-edit-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-edit-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-edit-popover.h"

struct _DossierEditPopover
{
  GtkPopover  parent_instance;

  GtkWidget  *grid;
  GtkWidget  *help;
  GtkWidget  *error;
  GPtrArray  *entries;
  GtkWidget  *choice; /* NULL where there is none */
};

enum
{
  APPLY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierEditPopover, dossier_edit_popover, GTK_TYPE_POPOVER)

static void
apply_cb (DossierEditPopover *self)
{
  g_autofree char *error = NULL;
  gboolean done = FALSE;

  g_signal_emit (self, signals[APPLY], 0, &error, &done);
  gtk_widget_set_visible (self->error, error != NULL);
  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  if (done)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
dossier_edit_popover_map (GtkWidget *widget)
{
  DossierEditPopover *self = DOSSIER_EDIT_POPOVER (widget);

  gtk_widget_set_visible (self->error, FALSE);
  GTK_WIDGET_CLASS (dossier_edit_popover_parent_class)->map (widget);
  if (self->choice != NULL)
    gtk_widget_grab_focus (self->choice);
  else if (self->entries->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->entries, 0));
}

static void
dossier_edit_popover_finalize (GObject *object)
{
  g_ptr_array_unref (DOSSIER_EDIT_POPOVER (object)->entries);

  G_OBJECT_CLASS (dossier_edit_popover_parent_class)->finalize (object);
}

static void
dossier_edit_popover_class_init (DossierEditPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_edit_popover_finalize;
  GTK_WIDGET_CLASS (klass)->map = dossier_edit_popover_map;

  signals[APPLY] = g_signal_new ("apply", DOSSIER_TYPE_EDIT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_BOOLEAN, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_note (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
dossier_edit_popover_init (DossierEditPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Apply"));

  self->entries = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  self->help = make_note ("dim-label");
  self->error = make_note ("error");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->help);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/** dossier_edit_popover_new: @help, one or two sentences, stands below the entries. */
GtkWidget *
dossier_edit_popover_new (const char *help)
{
  DossierEditPopover *self = g_object_new (DOSSIER_TYPE_EDIT_POPOVER, NULL);

  gtk_label_set_label (GTK_LABEL (self->help), help);

  return GTK_WIDGET (self);
}

/**
 * dossier_edit_popover_add_entry:
 * @label: what the entry is for
 *
 * Adds an entry below those that are there; Return in it is as good as the button.
 */
void
dossier_edit_popover_add_entry (DossierEditPopover *self,
                                const char         *label)
{
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  g_return_if_fail (DOSSIER_IS_EDIT_POPOVER (self));

  gtk_label_set_xalign (GTK_LABEL (name), 1);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 26);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, self->entries->len + 1, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, self->entries->len + 1, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

/** dossier_edit_popover_set_text: @entry counts from 0, in the order they were added; NULL empties it. */
void
dossier_edit_popover_set_text (DossierEditPopover *self,
                               guint               entry,
                               const char         *text)
{
  g_return_if_fail (DOSSIER_IS_EDIT_POPOVER (self));
  g_return_if_fail (entry < self->entries->len);

  gtk_editable_set_text (g_ptr_array_index (self->entries, entry), text != NULL ? text : "");
}

/**
 * dossier_edit_popover_get_text:
 * @entry: number of an entry, from 0
 *
 * Returns: (transfer none): what the person wrote there
 */
const char *
dossier_edit_popover_get_text (DossierEditPopover *self,
                               guint               entry)
{
  g_return_val_if_fail (DOSSIER_IS_EDIT_POPOVER (self), "");
  g_return_val_if_fail (entry < self->entries->len, "");

  return gtk_editable_get_text (g_ptr_array_index (self->entries, entry));
}

/** dossier_edit_popover_add_choice: a list to choose one of, above the entries. */
void
dossier_edit_popover_add_choice (DossierEditPopover *self,
                                 const char         *label,
                                 const char * const *choices)
{
  GtkWidget *name = gtk_label_new (label);

  g_return_if_fail (DOSSIER_IS_EDIT_POPOVER (self));
  g_return_if_fail (self->choice == NULL);

  self->choice = gtk_drop_down_new_from_strings (choices);
  gtk_label_set_xalign (GTK_LABEL (name), 1);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_hexpand (self->choice, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->choice, 1, 0, 1, 1);
}

/** dossier_edit_popover_set_choice: which of them is chosen, from 0. */
void
dossier_edit_popover_set_choice (DossierEditPopover *self,
                                 guint               choice)
{
  g_return_if_fail (DOSSIER_IS_EDIT_POPOVER (self));
  g_return_if_fail (self->choice != NULL);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), choice);
}

/** dossier_edit_popover_get_choice: which of them is chosen, from 0. */
guint
dossier_edit_popover_get_choice (DossierEditPopover *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDIT_POPOVER (self), 0);
  g_return_val_if_fail (self->choice != NULL, 0);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
}
