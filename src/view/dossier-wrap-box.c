/* dossier-wrap-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-wrap-box"

#include "config.h"

#include "dossier-wrap-box.h"
#include "dossier-wrap-layout.h"

struct _DossierWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DossierWrapBox, dossier_wrap_box, GTK_TYPE_WIDGET)

static void
dossier_wrap_box_dispose (GObject *object)
{
  dossier_wrap_box_remove_all (DOSSIER_WRAP_BOX (object));

  G_OBJECT_CLASS (dossier_wrap_box_parent_class)->dispose (object);
}

static void
dossier_wrap_box_class_init (DossierWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_wrap_box_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_wrap_box_init (DossierWrapBox *self)
{
}

/**
 * dossier_wrap_box_new:
 *
 * Returns: an empty box laid out by #DossierWrapLayout with these values
 */
GtkWidget *
dossier_wrap_box_new (int      spacing,
                      int      line_spacing,
                      gboolean push_last)
{
  GtkWidget *self = g_object_new (DOSSIER_TYPE_WRAP_BOX, NULL);

  gtk_widget_set_layout_manager (self, dossier_wrap_layout_new (spacing, line_spacing, push_last));

  return self;
}

/**
 * dossier_wrap_box_append:
 *
 * Adds @child at the end.
 */
void
dossier_wrap_box_append (DossierWrapBox *self,
                         GtkWidget      *child)
{
  g_return_if_fail (DOSSIER_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * dossier_wrap_box_remove_all:
 *
 * Takes every child out.
 */
void
dossier_wrap_box_remove_all (DossierWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (DOSSIER_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
