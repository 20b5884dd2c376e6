/* dossier-preferences.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-preferences"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-kind.h"
#include "dossier-preferences.h"

struct _DossierPreferences
{
  AdwPreferencesWindow  parent_instance;

  GSettings            *settings;
  AdwComboRow          *theme_row;
  GtkFontButton        *face_button;
  GtkAdjustment        *size_adjustment;
  GtkAdjustment        *width_adjustment;
  GtkAdjustment        *line_height_adjustment;
  GtkAdjustment        *limit_adjustment;
  GtkSwitch            *kind_switches[DOSSIER_N_KINDS];
};

enum
{
  PROP_0,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierPreferences, dossier_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
face_to_font (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  g_value_set_string (value, g_variant_get_string (variant, NULL));
  return TRUE;
}

/* The button speaks of a whole font description; only its family is kept. */
static GVariant *
font_to_face (const GValue       *value,
              const GVariantType *type,
              gpointer            user_data)
{
  PangoFontDescription *description = pango_font_description_from_string (g_value_get_string (value));
  const char *family = pango_font_description_get_family (description);
  GVariant *variant = g_variant_new_string (family != NULL ? family : "");

  pango_font_description_free (description);
  return variant;
}

static gboolean
theme_to_selected (GValue   *value,
                   GVariant *variant,
                   gpointer  user_data)
{
  const char *theme = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, g_str_equal (theme, "dark") ? 2 : g_str_equal (theme, "light") ? 1 : 0);
  return TRUE;
}

static GVariant *
selected_to_theme (const GValue       *value,
                   const GVariantType *type,
                   gpointer            user_data)
{
  static const char *const nicks[] = { "system", "light", "dark" };

  return g_variant_new_string (nicks[MIN (g_value_get_uint (value), 2)]);
}

static gboolean
kinds_to_active (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  g_autofree const char **nicks = g_variant_get_strv (variant, NULL);

  g_value_set_boolean (value, g_strv_contains (nicks, dossier_kind_nick (GPOINTER_TO_UINT (user_data))));
  return TRUE;
}

static void
kind_switch_cb (DossierPreferences *self)
{
  g_autoptr (GPtrArray) nicks = g_ptr_array_new ();

  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    {
      if (gtk_switch_get_active (self->kind_switches[kind]))
        g_ptr_array_add (nicks, (gpointer)dossier_kind_nick (kind));
    }
  g_ptr_array_add (nicks, NULL);
  g_settings_set_strv (self->settings, "kinds-shown", (const char *const *)nicks->pdata);
}

static void
dossier_preferences_constructed (GObject *object)
{
  DossierPreferences *self = DOSSIER_PREFERENCES (object);

  G_OBJECT_CLASS (dossier_preferences_parent_class)->constructed (object);

  g_settings_bind_with_mapping (self->settings, "theme", self->theme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, theme_to_selected, selected_to_theme, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "reading-face", self->face_button, "font",
                                G_SETTINGS_BIND_DEFAULT, face_to_font, font_to_face, NULL, NULL);
  g_settings_bind (self->settings, "reading-size", self->size_adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reading-width", self->width_adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reading-line-height", self->line_height_adjustment, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "import-limit", self->limit_adjustment, "value", G_SETTINGS_BIND_DEFAULT);

  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    {
      g_settings_bind_with_mapping (self->settings, "kinds-shown", self->kind_switches[kind], "active",
                                    G_SETTINGS_BIND_GET, kinds_to_active, NULL, GUINT_TO_POINTER (kind), NULL);
      g_signal_connect_object (self->kind_switches[kind], "notify::active", G_CALLBACK (kind_switch_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
dossier_preferences_finalize (GObject *object)
{
  DossierPreferences *self = DOSSIER_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dossier_preferences_parent_class)->finalize (object);
}

static void
dossier_preferences_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DossierPreferences *self = DOSSIER_PREFERENCES (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_preferences_class_init (DossierPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dossier_preferences_constructed;
  object_class->finalize = dossier_preferences_finalize;
  object_class->set_property = dossier_preferences_set_property;

  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dossierapp/Dossier/app/dossier-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, theme_row);
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, face_button);
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, size_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, width_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, line_height_adjustment);
  gtk_widget_class_bind_template_child (widget_class, DossierPreferences, limit_adjustment);
  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("%s_switch", dossier_kind_nick (kind));

      gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                                 G_STRUCT_OFFSET (DossierPreferences, kind_switches[kind]));
    }
}

static void
dossier_preferences_init (DossierPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_preferences_new:
 *
 * The Preferences window over @settings: each change takes effect at once.
 */
GtkWidget *
dossier_preferences_new (GtkWindow *transient_for,
                         GSettings *settings)
{
  return g_object_new (DOSSIER_TYPE_PREFERENCES,
                       "transient-for", transient_for,
                       "settings", settings,
                       NULL);
}
