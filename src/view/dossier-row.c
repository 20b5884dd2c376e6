/* dossier-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-row.h"

typedef struct
{
  DossierItem  *item;
  GSignalGroup *signals;
} DossierRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DossierRow, dossier_row, GTK_TYPE_WIDGET)

static void
update (DossierRow *self)
{
  DossierRowPrivate *priv = dossier_row_get_instance_private (self);

  if (dossier_item_is_loaded (priv->item))
    DOSSIER_ROW_GET_CLASS (self)->update (self, priv->item);
}

static void
dossier_row_dispose (GObject *object)
{
  DossierRowPrivate *priv = dossier_row_get_instance_private (DOSSIER_ROW (object));
  GtkWidget *child;

  g_clear_object (&priv->signals);
  g_clear_object (&priv->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_row_parent_class)->dispose (object);
}

static void
dossier_row_class_init (DossierRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_row_init (DossierRow *self)
{
  DossierRowPrivate *priv = dossier_row_get_instance_private (self);

  priv->signals = g_signal_group_new (DOSSIER_TYPE_ITEM);
  g_signal_group_connect_swapped (priv->signals, "changed", G_CALLBACK (update), self);
}

/**
 * dossier_row_set_item:
 * @self: a row
 * @item: (nullable): of the sort that the row shows; %NULL while the row is not in use
 *
 * Shows @item once its record has come, and whenever it changes.
 */
void
dossier_row_set_item (DossierRow  *self,
                      DossierItem *item)
{
  DossierRowPrivate *priv = dossier_row_get_instance_private (self);

  g_return_if_fail (DOSSIER_IS_ROW (self));
  g_return_if_fail (item == NULL || DOSSIER_IS_ITEM (item));

  g_set_object (&priv->item, item);
  g_signal_group_set_target (priv->signals, item);
  if (item != NULL)
    update (self);
}

/**
 * dossier_row_text:
 * @n_lines: how many lines high
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a GtkInscription: unlike a wrapping label it never asks for another height
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
 * @spoken: all of it in one sentence
 *
 * What a screen reader says of the row. The focus is on the widget that the list
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
