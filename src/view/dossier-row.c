/* dossier-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-row.h"

/**
 * dossier_row_text:
 * @css_class: (nullable): a style class
 *
 * A GtkInscription: unlike a wrapping label it never asks for another height.
 */
GtkWidget *
dossier_row_text (guint       n_lines,
                  const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), n_lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), n_lines);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);

  return text;
}

/**
 * dossier_row_set_spoken:
 * @row: the child of a list item
 *
 * What a screen reader says of @row. The focus is on the widget that the list
 * view puts around it, which takes no name from its child in GTK 4.8.
 */
void
dossier_row_set_spoken (GtkWidget  *row,
                        const char *spoken)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (item != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (item)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
