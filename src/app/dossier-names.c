/* dossier-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-names.h"

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_name_of_label (GtkWidget  *widget,
                   const char *label)
{
  GString *name = g_string_new (label);

  g_string_replace (name, "_", "", 1);
  set_name (widget, name->str);
  g_string_free (name, TRUE);
}

/**
 * dossier_name_buttons:
 *
 * GTK 4.8 takes no name from a tooltip, and reads out the underline before the
 * letter that is a button's mnemonic. The button inside a menu button, which
 * gets the focus, is named after the menu button.
 */
void
dossier_name_buttons (GtkWidget *root)
{
  const char *tooltip = gtk_widget_get_tooltip_text (root);

  if (tooltip != NULL && GTK_IS_MENU_BUTTON (root) && gtk_menu_button_get_label (GTK_MENU_BUTTON (root)) == NULL)
    set_name (root, tooltip);
  else if (tooltip != NULL && GTK_IS_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) == NULL)
    set_name (root, tooltip);
  else if (GTK_IS_BUTTON (root) && gtk_button_get_use_underline (GTK_BUTTON (root))
           && gtk_button_get_label (GTK_BUTTON (root)) != NULL)
    set_name_of_label (root, gtk_button_get_label (GTK_BUTTON (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_name_buttons (child);
}
