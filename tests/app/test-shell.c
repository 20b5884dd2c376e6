/* test-shell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "dossier-application.h"
#include "dossier-edit-popover.h"
#include "dossier-histogram.h"
#include "dossier-preferences.h"
#include "dossier-shell.h"

static void
iterate_for (guint msecs)
{
  gint64 end = g_get_monotonic_time () + msecs * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
wait_for_narrow (DossierShell *shell,
                 gboolean      narrow)
{
  for (guint i = 0; i < 200 && dossier_shell_get_narrow (shell) != narrow; i++)
    iterate_for (10);

  return dossier_shell_get_narrow (shell) == narrow;
}

static GtkWidget *
add_pane (DossierShell *shell,
          const char   *property,
          int           width)
{
  GtkWidget *pane = gtk_label_new (property);

  gtk_widget_set_size_request (pane, width, -1);
  g_object_set (shell, property, pane, NULL);

  return pane;
}

/* The same widgets, side by side in a wide window, one at a time in a narrow one. */
static void
test_pages (void)
{
  GtkWidget *window = gtk_window_new ();
  DossierShell *shell = DOSSIER_SHELL (dossier_shell_new ());
  GtkWidget *sidebar = add_pane (shell, "sidebar", 200);
  GtkWidget *reader = add_pane (shell, "reader", 300);
  GtkWidget *inspector = add_pane (shell, "inspector", 200);
  GtkWidget *timeline = add_pane (shell, "timeline", 300);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (shell));
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (wait_for_narrow (shell, FALSE));
  iterate_for (50);
  g_assert_true (gtk_widget_get_mapped (sidebar));
  g_assert_true (gtk_widget_get_mapped (reader));
  g_assert_true (gtk_widget_get_mapped (inspector));
  g_assert_true (gtk_widget_get_mapped (timeline));

  dossier_shell_set_show_inspector (shell, FALSE);
  iterate_for (20);
  g_assert_false (gtk_widget_get_mapped (inspector));
  dossier_shell_set_show_inspector (shell, TRUE);

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  g_assert_true (wait_for_narrow (shell, TRUE));
  iterate_for (50);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shell)), <=, 400);
  g_assert_true (gtk_widget_get_mapped (sidebar));
  g_assert_false (gtk_widget_get_mapped (reader));
  g_assert_false (gtk_widget_get_mapped (timeline));

  dossier_shell_set_page (shell, DOSSIER_SHELL_READ);
  iterate_for (20);
  g_assert_false (gtk_widget_get_mapped (sidebar));
  g_assert_true (gtk_widget_get_mapped (reader));
  g_assert_false (gtk_widget_get_mapped (inspector));

  dossier_shell_set_page (shell, DOSSIER_SHELL_TIMELINE);
  iterate_for (20);
  g_assert_true (gtk_widget_get_mapped (timeline));
  g_assert_false (gtk_widget_get_mapped (reader));

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  g_assert_true (wait_for_narrow (shell, FALSE));
  iterate_for (50);
  g_assert_true (gtk_widget_get_mapped (sidebar));
  g_assert_true (gtk_widget_get_mapped (inspector));

  g_object_add_weak_pointer (G_OBJECT (shell), (gpointer *)&shell);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (shell);
}

static void
count_notify (guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  DossierShell *shell = g_object_ref_sink (DOSSIER_SHELL (dossier_shell_new ()));
  guint count = 0;

  g_signal_connect_swapped (shell, "notify::show-sidebar", G_CALLBACK (count_notify), &count);
  dossier_shell_set_show_sidebar (shell, TRUE);
  g_assert_cmpuint (count, ==, 0);
  dossier_shell_set_show_sidebar (shell, FALSE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (dossier_shell_get_show_sidebar (shell));
  g_assert_finalize_object (shell);
}

static gboolean
refuse_twice (DossierEditPopover  *popover,
              char               **error,
              gpointer             user_data)
{
  guint *count = user_data;

  g_assert_cmpstr (dossier_edit_popover_get_text (popover, 0), ==, "Lahore");
  if (++*count < 2)
    {
      *error = g_strdup ("No such country.");
      return FALSE;
    }
  return TRUE;
}

static void
test_edit_popover (void)
{
  GtkWidget *popover = g_object_ref_sink (dossier_edit_popover_new ("Write a name."));
  char *error = NULL;
  gboolean done = TRUE;
  guint count = 0;

  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (popover), "Country");
  dossier_edit_popover_set_text (DOSSIER_EDIT_POPOVER (popover), 0, "Lahore");
  g_signal_connect (popover, "apply", G_CALLBACK (refuse_twice), &count);
  g_signal_emit_by_name (popover, "apply", &error, &done);
  g_assert_false (done);
  g_assert_cmpstr (error, ==, "No such country.");
  g_clear_pointer (&error, g_free);
  g_signal_emit_by_name (popover, "apply", &error, &done);
  g_assert_true (done);
  g_assert_null (error);
  g_assert_finalize_object (popover);
}

static void
test_histogram (void)
{
  GtkWidget *histogram = g_object_ref_sink (dossier_histogram_new ());
  guint32 counts[500] = { 1, 2, 3 };

  gtk_test_accessible_assert_role (histogram, GTK_ACCESSIBLE_ROLE_IMG);
  dossier_histogram_set_months (DOSSIER_HISTOGRAM (histogram), 2000 * 12, counts, G_N_ELEMENTS (counts));
  dossier_histogram_set_months (DOSSIER_HISTOGRAM (histogram), 0, NULL, 0);
  g_assert_finalize_object (histogram);
}

static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.dossierapp.Dossier");
  GtkWidget *window = dossier_preferences_new (NULL, settings);
  g_auto (GStrv) kinds = NULL;

  g_settings_set_int (settings, "reading-width", 80);
  iterate_for (20);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (window);

  /* Opening and closing it changes nothing. */
  kinds = g_settings_get_strv (settings, "kinds-shown");
  g_assert_cmpuint (g_strv_length (kinds), ==, 6);
  g_assert_cmpint (g_settings_get_int (settings, "reading-width"), ==, 80);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  dossier_application_register_resources ();

  g_test_add_func ("/app/shell/pages", test_pages);
  g_test_add_func ("/app/shell/properties", test_properties);
  g_test_add_func ("/app/edit-popover", test_edit_popover);
  g_test_add_func ("/app/histogram", test_histogram);
  g_test_add_func ("/app/preferences", test_preferences);

  return g_test_run ();
}
