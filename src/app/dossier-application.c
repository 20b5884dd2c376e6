/* dossier-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * One instance for a person's session: a second start hands its files to the
 * first. One window a dossier. A `.dossier` file is opened, every other file is
 * added to the dossier at hand.
 */

#define G_LOG_DOMAIN "dossier-application"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-app-resources.h"
#include "dossier-application.h"
#include "dossier-palette.h"
#include "dossier-places.h"
#include "dossier-preferences.h"
#include "dossier-window.h"

struct _DossierApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
};

G_DEFINE_FINAL_TYPE (DossierApplication, dossier_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample dossier"), NULL },
  { "new-window", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Make a new dossier in a new window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL }
};

static DossierWindow *
find_window (DossierApplication *self,
             const char         *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (DOSSIER_IS_WINDOW (l->data) && g_strcmp0 (dossier_window_get_path (l->data), path) == 0)
        return l->data;
    }

  return NULL;
}

/* The window for @path: the one that has it, else one that has nothing yet, else a new one. */
static DossierWindow *
window_for_path (DossierApplication *self,
                 const char         *path,
                 gboolean            create)
{
  DossierWindow *window = find_window (self, path);

  if (window != NULL)
    return window;

  window = find_window (self, NULL);
  if (window == NULL)
    window = dossier_window_new (self);
  dossier_window_open (window, path, create);

  return window;
}

/**
 * dossier_application_open_path:
 *
 * Opens the dossier at @path in a window of its own, or presents the window
 * that has it.
 */
void
dossier_application_open_path (DossierApplication *self,
                               const char         *path)
{
  g_return_if_fail (DOSSIER_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  gtk_window_present (GTK_WINDOW (window_for_path (self, path, FALSE)));
}

static void
open_default (DossierApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-dossier");
  g_autofree char *path = NULL;

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    path = g_steal_pointer (&last);
  else
    path = dossier_default_path ();

  gtk_window_present (GTK_WINDOW (window_for_path (self, path, TRUE)));
}

static void
ensure_window (DossierApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_default (self);
}

/* Where the desktop says that programs have their data, else where this one was installed. */
static GFile *
find_samples (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) samples = g_file_new_build_filename (folders[i], "dossier", "samples", NULL);

      if (g_file_query_exists (samples, NULL))
        return g_steal_pointer (&samples);
    }

  return g_file_new_build_filename (DOSSIER_DATADIR, "samples", NULL);
}

/**
 * dossier_application_open_sample:
 *
 * Opens the sample dossier; the first time it is made of the articles that come
 * with the program, and from then on it is the person's to change.
 */
void
dossier_application_open_sample (DossierApplication *self)
{
  g_autofree char *default_path = dossier_default_path ();
  g_autofree char *folder = g_path_get_dirname (default_path);
  g_autofree char *name = g_strconcat (_("Sample"), ".dossier", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean fresh = !g_file_test (path, G_FILE_TEST_EXISTS);
  DossierWindow *window;

  g_return_if_fail (DOSSIER_IS_APPLICATION (self));

  window = window_for_path (self, path, TRUE);
  if (fresh)
    {
      g_autoptr (GFile) samples = find_samples ();

      dossier_window_import_files (window, &samples, 1);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Files for reading go to the window at hand; dossiers get theirs. */
static void
open_files (DossierApplication  *self,
            GFile              **files,
            guint                n_files)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL && g_str_has_suffix (path, ".dossier"))
        dossier_application_open_path (self, path);
      else
        g_ptr_array_add (sources, files[i]);
    }

  if (sources->len > 0)
    {
      ensure_window (self);
      dossier_window_import_files (DOSSIER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self))),
                                   (GFile **)sources->pdata, sources->len);
    }
}

static int
dossier_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  DossierApplication *self = DOSSIER_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;

  if (g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names) && names[0] != NULL)
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));
      open_files (self, (GFile **)files->pdata, files->len);
    }
  else if (g_variant_dict_contains (dict, "sample"))
    {
      dossier_application_open_sample (self);
    }
  else if (g_variant_dict_contains (dict, "new-window"))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
    }
  else
    {
      ensure_window (self);
    }

  return 0;
}

static int
dossier_application_handle_local_options (GApplication *application,
                                          GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("%s %s\n", g_get_application_name (), DOSSIER_VERSION);
      return 0;
    }

  return -1;
}

static void
dossier_application_activate (GApplication *application)
{
  ensure_window (DOSSIER_APPLICATION (application));
}

static void
theme_changed_cb (DossierApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int theme = g_settings_get_enum (self->settings, "theme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (theme, 0, 2)]);
}

static void
contrast_changed_cb (AdwStyleManager *manager)
{
  dossier_palette_set_high_contrast (gdk_display_get_default (), adw_style_manager_get_high_contrast (manager));
}

static void
new_response_cb (DossierApplication   *self,
                 int                   response,
                 GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *chosen = g_file_get_path (file);
      g_autofree char *path = NULL;
      DossierWindow *window;

      path = g_str_has_suffix (chosen, ".dossier") ? g_strdup (chosen) : g_strconcat (chosen, ".dossier", NULL);
      window = window_for_path (self, path, TRUE);
      gtk_window_present (GTK_WINDOW (window));
    }
  g_object_unref (chooser);
}

static void
open_response_cb (DossierApplication   *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      dossier_application_open_path (self, path);
    }
  g_object_unref (chooser);
}

static void
add_dossier_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Dossiers"));
  gtk_file_filter_add_pattern (filter, "*.dossier");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  DossierApplication *self = user_data;
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("New Dossier"), gtk_application_get_active_window (user_data),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), _("_Cancel"));
  g_autofree char *name = g_strconcat (_("Untitled"), ".dossier", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_dossier_filter (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (new_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  DossierApplication *self = user_data;
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Open Dossier"), gtk_application_get_active_window (user_data),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_dossier_filter (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  dossier_application_open_path (user_data, g_variant_get_string (parameter, NULL));
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  dossier_application_open_sample (user_data);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  DossierApplication *self = user_data;

  gtk_window_present (GTK_WINDOW (dossier_preferences_new (gtk_application_get_active_window (user_data),
                                                           self->settings)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char *const developers[] = { "The Dossier developers", NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", _("Dossier"),
                         "application-icon", DOSSIER_APP_ID,
                         "developer-name", _("The Dossier developers"),
                         "developers", developers,
                         "version", DOSSIER_VERSION,
                         "comments", _("See who claims what, of which kind, about which country, and when."),
                         "copyright", _("© 2026 The Dossier developers"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name, and what else you want to say */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window ends its own work; the last one ends the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { "new", new_action },
  { "open", open_action },
  { "open-recent", open_recent_action, "s" },
  { "sample", sample_action },
  { "preferences", preferences_action },
  { "about", about_action },
  { "quit", quit_action },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Primary>n" } },
  { "app.open", { "<Primary>o" } },
  { "app.preferences", { "<Primary>comma" } },
  { "app.quit", { "<Primary>q" } },
  { "window.close", { "<Primary>w" } },
  { "win.show-help-overlay", { "<Primary>question" } },
  { "win.add-files", { "<Primary>i" } },
  { "win.add-clipboard", { "<Primary><Shift>v" } },
  { "win.export", { "<Primary>e" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.next-claim", { "<Alt>Down" } },
  { "win.previous-claim", { "<Alt>Up" } },
  { "win.next-source", { "<Alt>Page_Down" } },
  { "win.previous-source", { "<Alt>Page_Up" } },
  { "win.copy-quote", { "<Primary><Shift>c" } },
  { "win.answers", { "<Primary><Shift>a" } },
  { "win.search", { "<Primary>f" } },
  { "win.clear-filter", { "<Primary><Shift>k" } },
  { "win.filter-country", { "<Primary>1" } },
  { "win.filter-date", { "<Primary>2" } },
  { "win.text-larger", { "<Primary>plus", "<Primary>equal" } },
  { "win.text-smaller", { "<Primary>minus" } },
  { "win.text-normal", { "<Primary>0" } },
  { "win.show-sidebar", { "F9" } },
  { "win.show-inspector", { "<Shift>F9" } },
  { "win.show-timeline", { "<Primary>F9" } },
  { "win.fullscreen", { "F11" } },
};

static void
dossier_application_startup (GApplication *application)
{
  DossierApplication *self = DOSSIER_APPLICATION (application);

  G_APPLICATION_CLASS (dossier_application_parent_class)->startup (application);

  dossier_palette_install (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);

  g_signal_connect_object (self->settings, "changed::theme", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  theme_changed_cb (self);
  g_signal_connect (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (contrast_changed_cb), NULL);
  contrast_changed_cb (adw_style_manager_get_default ());
}

static void
dossier_application_dispose (GObject *object)
{
  DossierApplication *self = DOSSIER_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dossier_application_parent_class)->dispose (object);
}

static void
dossier_application_class_init (DossierApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = dossier_application_dispose;

  application_class->startup = dossier_application_startup;
  application_class->activate = dossier_application_activate;
  application_class->command_line = dossier_application_command_line;
  application_class->handle_local_options = dossier_application_handle_local_options;
}

/* The installed schema; where the program runs from a folder that the desktop does not know, the one beside it. */
static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaSource) own = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DOSSIER_APP_ID, TRUE);
  if (schema == NULL)
    {
      g_autofree char *folder = g_build_filename (DOSSIER_DATADIR, "..", "glib-2.0", "schemas", NULL);

      own = g_settings_schema_source_new_from_directory (folder, source, TRUE, NULL);
      if (own != NULL)
        schema = g_settings_schema_source_lookup (own, DOSSIER_APP_ID, TRUE);
    }
  if (schema == NULL)
    g_error ("The settings schema %s is not installed; run `meson install`", DOSSIER_APP_ID);

  return g_settings_new_full (schema, NULL, NULL);
}

static void
dossier_application_init (DossierApplication *self)
{
  self->settings = make_settings ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * dossier_application_register_resources:
 *
 * Makes the templates and the style known. By name: the linker leaves out what
 * nobody asks a static library for. Once is enough, more does no harm.
 */
void
dossier_application_register_resources (void)
{
  g_resources_register (dossier_app_get_resource ());
}

/** dossier_application_new: the application, not yet registered. */
DossierApplication *
dossier_application_new (void)
{
  dossier_application_register_resources ();

  return g_object_new (DOSSIER_TYPE_APPLICATION,
                       "application-id", DOSSIER_APP_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/dossierapp/Dossier",
                       NULL);
}

/** dossier_application_settings: the settings, borrowed. */
GSettings *
dossier_application_settings (DossierApplication *self)
{
  g_return_val_if_fail (DOSSIER_IS_APPLICATION (self), NULL);

  return self->settings;
}
