/* dossier-country-chip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-country-chip"

#include "config.h"

#include "dossier-country-chip.h"
#include "dossier-country-names.h"
#include "dossier-palette.h"

struct _DossierCountryChip
{
  GtkWidget  parent_instance;

  GtkWidget *label;
};

enum
{
  PROP_0,
  PROP_CODE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierCountryChip, dossier_country_chip, GTK_TYPE_WIDGET)

static void
dossier_country_chip_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, dossier_country_chip_get_code (DOSSIER_COUNTRY_CHIP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_country_chip_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CODE:
      dossier_country_chip_set_code (DOSSIER_COUNTRY_CHIP (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_country_chip_dispose (GObject *object)
{
  g_clear_pointer (&DOSSIER_COUNTRY_CHIP (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_country_chip_parent_class)->dispose (object);
}

static void
dossier_country_chip_class_init (DossierCountryChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_country_chip_dispose;
  object_class->get_property = dossier_country_chip_get_property;
  object_class->set_property = dossier_country_chip_set_property;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
dossier_country_chip_init (DossierCountryChip *self)
{
  dossier_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * dossier_country_chip_new:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: a chip with the code
 */
GtkWidget *
dossier_country_chip_new (const char *code)
{
  return g_object_new (DOSSIER_TYPE_COUNTRY_CHIP, "code", code, NULL);
}

/**
 * dossier_country_chip_get_code:
 *
 * Returns: the code it shows
 */
const char *
dossier_country_chip_get_code (DossierCountryChip *self)
{
  g_return_val_if_fail (DOSSIER_IS_COUNTRY_CHIP (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * dossier_country_chip_set_code:
 *
 * Shows another country.
 */
void
dossier_country_chip_set_code (DossierCountryChip *self,
                               const char         *code)
{
  const char *name;

  g_return_if_fail (DOSSIER_IS_COUNTRY_CHIP (self));

  if (code == NULL)
    code = "";
  if (g_strcmp0 (code, dossier_country_chip_get_code (self)) == 0)
    return;

  name = *code != '\0' ? dossier_country_name (code) : "";
  gtk_label_set_text (GTK_LABEL (self->label), code);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}
