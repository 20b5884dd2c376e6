/* dossier-window-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the window can be told to do. Single letters are bindings of the window,
 * not accelerators of the application: an entry that has the focus gets them
 * first.
 */

#define G_LOG_DOMAIN "dossier-window"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-export-dialog.h"
#include "dossier-import-dialog.h"
#include "dossier-words.h"
#include "dossier-window-private.h"

#define NORMAL_SIZE 13.0

/* Adding sources */

static void
chosen_cb (DossierWindow        *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      dossier_window_import_files (self, (GFile **)files->pdata, files->len);
    }
  g_object_unref (chooser);
}

static void
choose (DossierWindow        *self,
        const char           *title,
        GtkFileChooserAction  action)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, _("_Add"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_files_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  choose (DOSSIER_WINDOW (widget), _("Add Files"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
add_folder_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  choose (DOSSIER_WINDOW (widget), _("Add a Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

static void
clipboard_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DossierWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (self->session == NULL)
    return;

  if (text == NULL || *text == '\0')
    dossier_window_toast (self, _("There is no text on the clipboard."));
  else
    dossier_import_queue_add_text (dossier_session_import_queue (self->session), text);
}

static void
add_clipboard_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb, g_object_ref (widget));
}

static void
cancel_import_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  if (self->session != NULL)
    dossier_import_queue_cancel (dossier_session_import_queue (self->session));
}

static void
show_import_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (dossier_import_dialog_new (GTK_WINDOW (self), self->session)));
}

/* Undo, export, backup */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dossier_session_undo (DOSSIER_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dossier_session_redo (DOSSIER_WINDOW (widget)->session);
}

static void
written_cb (DossierWindow *self,
            const char    *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *words = g_strdup_printf (_("Saved as %s"), shown);

  dossier_window_toast (self, words);
}

/**
 * dossier_window_export:
 * @claims: (nullable) (element-type gint64): claims selected in the list; %NULL for the selected claim
 *
 * Asks what to export, and how.
 */
void
dossier_window_export (DossierWindow *self,
                       GArray        *claims)
{
  GtkWidget *dialog = dossier_export_dialog_new (GTK_WINDOW (self), self->session, claims);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autoptr (GArray) claims = dossier_window_is_reading (self) ? dossier_sidebar_selected_claims (self->sidebar)
                                                               : dossier_answers_board_claim_ids (self->answers_board);

  dossier_window_export (self, claims);
}

static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DossierWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dossier_session_backup_finish (DOSSIER_SESSION (object), result, &error))
    dossier_window_toast (self, _("The backup is written."));
  else
    dossier_window_toast (self, error->message);
}

static void
backup_response_cb (DossierWindow        *self,
                    int                   response,
                    GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT && self->session != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      dossier_session_backup_async (self->session, path, NULL, backed_up_cb, g_object_ref (self));
    }
  g_object_unref (chooser);
}

static void
backup_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Back Up the Dossier"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), _("_Cancel"));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *file_name = g_strdup_printf ("%s %s.dossier", dossier_session_title (self->session), day);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (file_name, "/", '-'));
  g_signal_connect_object (chooser, "response", G_CALLBACK (backup_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Claims and sources */

static void
step_claim_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  gboolean next = g_str_equal (name, "win.next-claim");

  if (!dossier_session_step_claim (self->session, next ? 1 : -1))
    dossier_window_toast (self, next ? _("This is the last claim that the filter shows.")
                                     : _("This is the first claim that the filter shows."));
}

static void
step_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  dossier_session_step_source (DOSSIER_WINDOW (widget)->session, g_str_equal (name, "win.next-source") ? 1 : -1);
}

/* The review that the action gives, or, where the claim has it already, none. */
static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  DossierReview review = g_str_equal (name, "win.confirm") ? DOSSIER_REVIEW_CONFIRMED : DOSSIER_REVIEW_DISMISSED;
  g_autoptr (GArray) claims = dossier_sidebar_selected_claims (self->sidebar);
  DossierClaim *claim = dossier_session_get_claim (self->session);

  if (claims->len > 1)
    dossier_session_review_many (self->session, (const gint64 *)claims->data, claims->len, review);
  else if (claim != NULL)
    dossier_session_set_review (self->session, claim,
                                dossier_claim_review (claim) == review ? DOSSIER_REVIEW_SUGGESTED : review);
  dossier_window_review_next (self);
}

static void
review_mode_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  dossier_window_set_reviewing (self, !self->reviewing);
}

/* The words selected in the text, which are free again then. */
static gboolean
take_selection (DossierWindow *self,
                DossierSpan   *span)
{
  DossierReaderView *reader = dossier_reading_pane_reader (self->reading_pane);

  if (!dossier_reader_view_get_selection (reader, span))
    return FALSE;

  dossier_reader_view_select_span (reader, (DossierSpan){ span->end, span->end });
  return TRUE;
}

static void
set_kind_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autoptr (GArray) claims = dossier_sidebar_selected_claims (self->sidebar);
  DossierClaim *claim = dossier_session_get_claim (self->session);
  DossierSpan span;
  DossierKind kind;

  if (!dossier_kind_from_nick (g_variant_get_string (parameter, NULL), &kind))
    return;

  /* With words selected in the text, the key marks a claim of its own. */
  if (take_selection (self, &span))
    dossier_session_add_claim (self->session, span, kind);
  else if (claims->len > 1)
    dossier_session_kind_many (self->session, (const gint64 *)claims->data, claims->len, kind);
  else if (claim != NULL)
    dossier_session_set_kind (self->session, claim, kind);
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  DossierClaim *claim = dossier_session_get_claim (self->session);
  DossierSpan span = { 0, 0 };

  if (dossier_session_get_source (self->session) == NULL)
    return;

  self->edit_new_note = TRUE;
  if (take_selection (self, &span))
    dossier_session_add_note (self->session, NULL, span, "", "yellow", NULL);
  else
    dossier_session_add_note (self->session, claim, span, "", NULL, NULL);
}

static void
edit_new_note_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DOSSIER_WINDOW (widget)->edit_new_note = TRUE;
}

static void
highlight_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  DossierSpan span;

  if (take_selection (self, &span))
    dossier_session_add_note (self->session, NULL, span, "", "yellow", NULL);
  else
    dossier_window_toast (self, _("Select some words in the text first."));
}

static void
copy_quote_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  DossierClaim *claim = dossier_session_get_claim (self->session);
  DossierSource *source = claim != NULL ? dossier_claim_source (claim) : NULL;
  g_autofree char *words = NULL;

  if (source == NULL)
    return;

  words = g_strdup_printf ("“%s” (%s, %s)", dossier_claim_quote (claim), dossier_source_title (source),
                           dossier_source_date_text (source));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  dossier_window_toast (self, _("The quote and its source are on the clipboard."));
}

static void
delete_source_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autoptr (GArray) sources = dossier_sidebar_selected_sources (self->sidebar);

  if (sources->len > 0)
    dossier_session_delete_sources (self->session, (const gint64 *)sources->data, sources->len);
}

static void
answers_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  dossier_window_show_answers (self, dossier_window_is_reading (self));
}

/* Search and filter */

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  dossier_shell_set_page (self->shell, DOSSIER_SHELL_LIBRARY);
  if (!dossier_shell_get_narrow (self->shell))
    dossier_shell_set_show_sidebar (self->shell, TRUE);
  dossier_sidebar_focus_search (self->sidebar);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dossier_filter_clear (dossier_session_filter (DOSSIER_WINDOW (widget)->session));
}

static void
filter_popup_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  int facet = g_str_equal (name, "win.filter-country") ? DOSSIER_FACET_COUNTRY : -1;

  if (dossier_window_is_reading (self))
    dossier_filter_bar_popup (self->filter_bar, facet);
  else
    dossier_answers_board_popup (self->answers_board, facet);
}

/* The window */

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dossier_shell_set_page (DOSSIER_WINDOW (widget)->shell, DOSSIER_SHELL_LIBRARY);
}

static void
read_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  dossier_shell_set_page (DOSSIER_WINDOW (widget)->shell, DOSSIER_SHELL_READ);
}

static void
library_page_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  dossier_sidebar_set_page (DOSSIER_WINDOW (widget)->sidebar, g_variant_get_string (parameter, NULL));
}

static void
text_size_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  double size = g_settings_get_double (self->settings, "reading-size");

  if (g_str_equal (name, "win.text-larger"))
    size += 1;
  else if (g_str_equal (name, "win.text-smaller"))
    size -= 1;
  else
    size = NORMAL_SIZE;
  g_settings_set_double (self->settings, "reading-size", CLAMP (size, 8, 40));
}

static void
theme_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_settings_set_string (DOSSIER_WINDOW (widget)->settings, "theme", g_variant_get_string (parameter, NULL));
}

static gboolean
get_show (DossierWindow *self,
          const char    *property)
{
  gboolean shown;

  g_object_get (self->shell, property, &shown, NULL);
  return shown;
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  const char *property = name + strlen ("win.");

  g_object_set (self->shell, property, !get_show (self, property), NULL);
}

static void
fullscreen_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/** dossier_window_update_actions: which can be done now. */
void
dossier_window_update_actions (DossierWindow *self)
{
  static const char *const need_session[] = {
    "win.add-files", "win.add-folder", "win.add-clipboard", "win.export", "win.backup", "win.clear-filter",
    "win.filter-country", "win.filter-date",
  };
  /* Keys for what the answers board hides do nothing while it does. */
  static const char *const need_text[] = {
    "win.search", "win.next-claim", "win.previous-claim", "win.next-source", "win.previous-source",
  };
  static const char *const need_claim[] = { "win.confirm", "win.dismiss", "win.copy-quote" };
  gboolean open = self->session != NULL;
  gboolean writable = open && !dossier_session_is_read_only (self->session);
  gboolean reading = open && dossier_window_is_reading (self);
  gboolean source = reading && dossier_session_get_source (self->session) != NULL;
  gboolean claim = reading && dossier_session_get_claim (self->session) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (need_session); i++)
    gtk_widget_action_set_enabled (widget, need_session[i], open && (writable || !g_str_has_prefix (need_session[i], "win.add")));
  for (guint i = 0; i < G_N_ELEMENTS (need_text); i++)
    gtk_widget_action_set_enabled (widget, need_text[i], reading);
  gtk_widget_action_set_enabled (widget, "win.answers", open && dossier_session_n_sources_all (self->session) > 0);
  for (guint i = 0; i < G_N_ELEMENTS (need_claim); i++)
    gtk_widget_action_set_enabled (widget, need_claim[i], claim && (writable || i == 2));
  gtk_widget_action_set_enabled (widget, "win.review-mode", writable && reading);
  gtk_widget_action_set_enabled (widget, "win.set-kind", writable && source);
  gtk_widget_action_set_enabled (widget, "win.note", writable && source);
  gtk_widget_action_set_enabled (widget, "win.highlight", writable && source);
  gtk_widget_action_set_enabled (widget, "win.delete-source", writable && source);
  gtk_widget_action_set_enabled (widget, "win.undo", writable && dossier_session_can_undo (self->session));
  gtk_widget_action_set_enabled (widget, "win.redo", writable && dossier_session_can_redo (self->session));
}

static const struct
{
  const char             *name;
  const char             *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.add-files", NULL, add_files_action },
  { "win.add-folder", NULL, add_folder_action },
  { "win.add-clipboard", NULL, add_clipboard_action },
  { "win.cancel-import", NULL, cancel_import_action },
  { "win.show-import", NULL, show_import_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.export", NULL, export_action },
  { "win.backup", NULL, backup_action },
  { "win.next-claim", NULL, step_claim_action },
  { "win.previous-claim", NULL, step_claim_action },
  { "win.next-source", NULL, step_source_action },
  { "win.previous-source", NULL, step_source_action },
  { "win.confirm", NULL, review_action },
  { "win.dismiss", NULL, review_action },
  { "win.review-mode", NULL, review_mode_action },
  { "win.set-kind", "s", set_kind_action },
  { "win.note", NULL, note_action },
  { "win.edit-new-note", NULL, edit_new_note_action },
  { "win.highlight", NULL, highlight_action },
  { "win.copy-quote", NULL, copy_quote_action },
  { "win.delete-source", NULL, delete_source_action },
  { "win.answers", NULL, answers_action },
  { "win.search", NULL, search_action },
  { "win.clear-filter", NULL, clear_filter_action },
  { "win.filter-country", NULL, filter_popup_action },
  { "win.filter-date", NULL, filter_popup_action },
  { "win.back", NULL, back_action },
  { "win.read", NULL, read_action },
  { "win.library-page", "s", library_page_action },
  { "win.text-larger", NULL, text_size_action },
  { "win.text-smaller", NULL, text_size_action },
  { "win.text-normal", NULL, text_size_action },
  { "win.theme", "s", theme_action },
  { "win.show-sidebar", NULL, show_action },
  { "win.show-inspector", NULL, show_action },
  { "win.show-timeline", NULL, show_action },
  { "win.fullscreen", NULL, fullscreen_action },
};

static const struct
{
  guint       key;
  const char *action;
  const char *parameter;
} keys[] = {
  { GDK_KEY_j, "win.next-claim", NULL },
  { GDK_KEY_k, "win.previous-claim", NULL },
  { GDK_KEY_c, "win.confirm", NULL },
  { GDK_KEY_d, "win.dismiss", NULL },
  { GDK_KEY_r, "win.review-mode", NULL },
  { GDK_KEY_n, "win.note", NULL },
  { GDK_KEY_h, "win.highlight", NULL },
  { GDK_KEY_1, "win.set-kind", "allegation" },
  { GDK_KEY_2, "win.set-kind", "denial" },
  { GDK_KEY_3, "win.set-kind", "finding" },
  { GDK_KEY_4, "win.set-kind", "action" },
  { GDK_KEY_5, "win.set-kind", "statement" },
  { GDK_KEY_6, "win.set-kind", "fact" },
};

/** dossier_window_install_actions: once, for the class. */
void
dossier_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action,
                                         keys[i].parameter != NULL ? "s" : NULL, keys[i].parameter);
}
