/* dossier-time-focus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-focus"

#include "config.h"

#include "dossier-time-focus.h"

struct _DossierTimeFocus
{
  GtkWidget  parent_instance;

  char      *text;
};

G_DEFINE_FINAL_TYPE (DossierTimeFocus, dossier_time_focus, GTK_TYPE_WIDGET)

static void
dossier_time_focus_finalize (GObject *object)
{
  g_free (DOSSIER_TIME_FOCUS (object)->text);

  G_OBJECT_CLASS (dossier_time_focus_parent_class)->finalize (object);
}

static void
dossier_time_focus_class_init (DossierTimeFocusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dossier_time_focus_finalize;

  gtk_widget_class_set_css_name (widget_class, "timefocus");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
dossier_time_focus_init (DossierTimeFocus *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * dossier_time_focus_new:
 *
 * Returns: a focusable widget with no text
 */
GtkWidget *
dossier_time_focus_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIME_FOCUS, NULL);
}

/**
 * dossier_time_focus_set_text:
 *
 * Says what a screen reader reads here.
 */
void
dossier_time_focus_set_text (DossierTimeFocus *self,
                             const char       *text)
{
  g_return_if_fail (DOSSIER_IS_TIME_FOCUS (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * dossier_time_focus_get_text:
 *
 * Returns: (nullable): what a screen reader reads here
 */
const char *
dossier_time_focus_get_text (DossierTimeFocus *self)
{
  return self->text;
}
