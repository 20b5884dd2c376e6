/* dossier-selection-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-selection-bar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-kind-badge.h"
#include "dossier-selection-bar.h"
#include "dossier-words.h"

struct _DossierSelectionBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DossierSelectionBar, dossier_selection_bar, GTK_TYPE_WIDGET)

/* In the order of the strength of the marks. */
static const DossierKind kinds[DOSSIER_N_KINDS] = {
  DOSSIER_KIND_ALLEGATION, DOSSIER_KIND_DENIAL, DOSSIER_KIND_FINDING,
  DOSSIER_KIND_ACTION, DOSSIER_KIND_STATEMENT, DOSSIER_KIND_FACT,
};

static void
set_up (GtkWidget  *button,
        const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_button (DossierSelectionBar *self,
            const char          *label,
            const char          *name,
            const char          *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  set_up (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_kind (DossierSelectionBar *self,
          DossierKind          kind)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *badge = dossier_kind_badge_new (kind);
  g_autofree char *name = NULL;

  /* Translators: %s is a kind of claim, such as "Allegation". */
  name = g_strdup_printf (_("Mark as: %s"), dossier_kind_label (kind));
  dossier_kind_badge_set_small (DOSSIER_KIND_BADGE (badge), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), badge);
  set_up (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.claim");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dossier_kind_nick (kind));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
dossier_selection_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_selection_bar_parent_class)->dispose (object);
}

static void
dossier_selection_bar_class_init (DossierSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_selection_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "selectionbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
dossier_selection_bar_init (DossierSelectionBar *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Selected text"), -1);
  add_button (self, _("Highlight"), _("Highlight the selected text"), "reader.highlight");
  add_button (self, _("Note"), _("Write a note on the selected text"), "reader.note");
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL), GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, kinds[i]);
}

/**
 * dossier_selection_bar_new:
 *
 * Returns: the buttons for selected text
 */
GtkWidget *
dossier_selection_bar_new (void)
{
  return g_object_new (DOSSIER_TYPE_SELECTION_BAR, NULL);
}
