/* dossier-filter-chip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-filter-chip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-filter-chip.h"
#include "dossier-palette.h"

struct _DossierFilterChip
{
  GtkWidget  parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *cross;
  gboolean   active;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_ACTIVE,
  PROP_POPOVER,
  N_PROPS,
};

enum
{
  CLEAR,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFilterChip, dossier_filter_chip, GTK_TYPE_WIDGET)

static void
cross_clicked (DossierFilterChip *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
}

static void
dossier_filter_chip_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DossierFilterChip *self = DOSSIER_FILTER_CHIP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_POPOVER:
      g_value_set_object (value, gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_filter_chip_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DossierFilterChip *self = DOSSIER_FILTER_CHIP (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      dossier_filter_chip_set_label (self, g_value_get_string (value));
      break;
    case PROP_ACTIVE:
      dossier_filter_chip_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_POPOVER:
      dossier_filter_chip_set_popover (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_filter_chip_dispose (GObject *object)
{
  DossierFilterChip *self = DOSSIER_FILTER_CHIP (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->cross, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_filter_chip_parent_class)->dispose (object);
}

static void
dossier_filter_chip_class_init (DossierFilterChipClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_filter_chip_dispose;
  object_class->get_property = dossier_filter_chip_get_property;
  object_class->set_property = dossier_filter_chip_set_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  properties[PROP_POPOVER] = g_param_spec_object ("popover", NULL, NULL, GTK_TYPE_POPOVER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLEAR] = g_signal_new ("clear", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_filter_chip_init (DossierFilterChip *self)
{
  dossier_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 28);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_visible (self->cross, FALSE);
  gtk_widget_set_parent (self->cross, GTK_WIDGET (self));
  g_signal_connect_object (self->cross, "clicked", G_CALLBACK (cross_clicked), self, G_CONNECT_SWAPPED);

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * dossier_filter_chip_new:
 *
 * Returns: an inactive chip
 */
GtkWidget *
dossier_filter_chip_new (const char *label)
{
  return g_object_new (DOSSIER_TYPE_FILTER_CHIP, "label", label, NULL);
}

/**
 * dossier_filter_chip_set_label:
 *
 * Says what the chip stands for: "Kind", or while active "Kind: Denial".
 */
void
dossier_filter_chip_set_label (DossierFilterChip *self,
                               const char        *label)
{
  g_autofree char *clear = NULL;

  g_return_if_fail (DOSSIER_IS_FILTER_CHIP (self));

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), label) == 0)
    return;

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* Translators: takes one part of the filter away; %s is what the chip says, such as "Kind: Denial". */
  clear = g_strdup_printf (_("Clear %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  gtk_widget_set_tooltip_text (self->cross, clear);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * dossier_filter_chip_set_active:
 *
 * Whether this part of the filter is set.
 */
void
dossier_filter_chip_set_active (DossierFilterChip *self,
                                gboolean           active)
{
  g_return_if_fail (DOSSIER_IS_FILTER_CHIP (self));

  if (self->active == active)
    return;

  self->active = active;
  gtk_widget_set_visible (self->cross, active);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), !active);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * dossier_filter_chip_set_popover:
 * @popover: (nullable): what opens below the chip
 */
void
dossier_filter_chip_set_popover (DossierFilterChip *self,
                                 GtkPopover        *popover)
{
  g_return_if_fail (DOSSIER_IS_FILTER_CHIP (self));

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), GTK_WIDGET (popover));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POPOVER]);
}

/**
 * dossier_filter_chip_popup:
 *
 * Opens the popover.
 */
void
dossier_filter_chip_popup (DossierFilterChip *self)
{
  g_return_if_fail (DOSSIER_IS_FILTER_CHIP (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
