/* dossier-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-window"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-import-dialog.h"
#include "dossier-names.h"
#include "dossier-places.h"
#include "dossier-window-private.h"

#define RECENT_LIMIT 8

G_DEFINE_FINAL_TYPE (DossierWindow, dossier_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the window shows */

static void
update_page (DossierWindow *self)
{
  gboolean empty = dossier_session_n_sources_all (self->session) == 0;
  gboolean busy = dossier_session_is_loading (self->session)
                  || dossier_import_queue_is_running (dossier_session_import_queue (self->session));

  /* A dossier that is filling shows itself; what is still unknown changes nothing. */
  if (!empty || busy)
    {
      if ((!empty || dossier_import_queue_is_running (dossier_session_import_queue (self->session)))
          && dossier_window_is_reading (self))
        gtk_stack_set_visible_child_name (self->stack, "dossier");
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "welcome");
    }
  adw_window_title_set_title (self->welcome_title, dossier_session_title (self->session));
}

static void
update_title (DossierWindow *self)
{
  DossierSource *source = dossier_session_get_source (self->session);
  g_autofree char *window_title = NULL;
  g_autofree char *subtitle = NULL;

  if (source == NULL || !dossier_source_is_loaded (source))
    {
      adw_window_title_set_title (self->title, dossier_session_title (self->session));
      adw_window_title_set_subtitle (self->title, NULL);
      gtk_window_set_title (GTK_WINDOW (self), dossier_session_title (self->session));
      return;
    }

  subtitle = dossier_source_outlet (source) != NULL && *dossier_source_outlet (source) != '\0'
               ? g_strdup_printf ("%s · %s", dossier_source_outlet (source), dossier_source_date_text (source))
               : g_strdup (dossier_source_date_text (source));
  window_title = g_strdup_printf (_("%s — %s"), dossier_source_title (source), dossier_session_title (self->session));
  adw_window_title_set_title (self->title, dossier_source_title (source));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
source_changed_cb (DossierWindow *self)
{
  update_title (self);
  dossier_window_update_actions (self);
}

static void
claim_changed_cb (DossierWindow *self)
{
  DossierClaim *claim = dossier_session_get_claim (self->session);

  dossier_claim_card_set_claim (self->sheet_card, self->session, claim);
  gtk_revealer_set_reveal_child (self->sheet, claim != NULL);
  dossier_window_update_actions (self);
}

static gboolean
edit_note_cb (gpointer data)
{
  DossierWindow *self = data;

  self->edit_note_id = 0;
  dossier_inspector_edit_note (self->inspector);
  return G_SOURCE_REMOVE;
}

/* A new note is there: its card follows, and then the caret goes into it. */
static void
note_changed_cb (DossierWindow *self)
{
  if (dossier_session_get_note (self->session) == NULL || !self->edit_new_note)
    return;

  self->edit_new_note = FALSE;
  if (!dossier_shell_get_narrow (self->shell))
    dossier_shell_set_show_inspector (self->shell, TRUE);
  if (self->edit_note_id == 0)
    self->edit_note_id = g_idle_add (edit_note_cb, self);
}

static void
narrow_changed_cb (DossierWindow *self)
{
  gboolean narrow = dossier_shell_get_narrow (self->shell);
  gboolean sidebar = dossier_shell_get_show_sidebar (self->shell);

  gtk_widget_set_visible (self->back_button, narrow);
  gtk_widget_set_visible (self->sidebar_button, !narrow);
  gtk_widget_set_visible (self->previous_button, !narrow);
  gtk_widget_set_visible (self->next_button, !narrow);
  gtk_widget_set_visible (self->inspector_button, !narrow);
  gtk_widget_set_visible (self->export_button, !narrow);
  gtk_widget_set_visible (self->menu_button, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !narrow
                                                           || dossier_shell_get_page (self->shell) == DOSSIER_SHELL_TIMELINE);
  dossier_answers_board_set_narrow (self->answers_board, narrow);
  adw_header_bar_set_show_start_title_buttons (self->header, narrow || !sidebar);
  g_object_set (self->sidebar, "narrow", narrow, NULL);
}

static void
sidebar_activated_cb (DossierWindow *self)
{
  dossier_shell_set_page (self->shell, DOSSIER_SHELL_READ);
}

/* The answers board */

gboolean
dossier_window_is_reading (DossierWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "answers") != 0;
}

/**
 * dossier_window_show_answers:
 * @show: whether the answers board takes the place of the text, else the text that of the board
 *
 * Goes to the answers board, or back.
 */
void
dossier_window_show_answers (DossierWindow *self,
                             gboolean       show)
{
  gtk_stack_set_visible_child_name (self->stack, show ? "answers" : "dossier");
  dossier_answers_board_set_active (self->answers_board, show);
  dossier_window_update_actions (self);
}

static void
answers_back_cb (DossierWindow *self)
{
  dossier_window_show_answers (self, FALSE);
}

static void
answers_open_cb (DossierWindow *self,
                 DossierClaim  *claim)
{
  dossier_session_set_claim (self->session, claim);
  dossier_shell_set_page (self->shell, DOSSIER_SHELL_READ);
  dossier_window_show_answers (self, FALSE);
}

static void
answers_export_cb (DossierWindow *self)
{
  g_autoptr (GArray) claims = dossier_answers_board_claim_ids (self->answers_board);

  dossier_window_export (self, claims);
}

/* What happened, said in a toast */

/** dossier_window_toast: says @words, for a moment, at the bottom of the window. */
void
dossier_window_toast (DossierWindow *self,
                      const char    *words)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  g_return_if_fail (DOSSIER_IS_WINDOW (self));

  escaped = g_markup_escape_text (words, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
edited_cb (DossierWindow *self,
           const char    *label,
           gboolean       undone,
           gboolean       redone)
{
  g_autofree char *words = NULL;
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (label == NULL)
    return;

  words = undone   ? g_strdup_printf (_("Undone: %s"), label)
          : redone ? g_strdup_printf (_("Done again: %s"), label)
                   : g_strdup (label);
  escaped = g_markup_escape_text (words, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 3);
  if (undone)
    {
      adw_toast_set_button_label (toast, _("_Redo"));
      adw_toast_set_action_name (toast, "win.redo");
    }
  else
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
import_finished_cb (DossierWindow *self)
{
  DossierImportQueue *queue = dossier_session_import_queue (self->session);
  g_autofree char *summary = dossier_import_queue_summary (queue);
  g_autofree char *escaped = g_markup_escape_text (summary, -1);
  guint n_added, n_already, n_failed;
  AdwToast *toast;

  update_page (self);
  g_object_get (queue, "n-added", &n_added, "n-already", &n_already, "n-failed", &n_failed, NULL);
  if (n_failed > 0 || (n_added == 0 && n_already > 0))
    {
      gtk_window_present (GTK_WINDOW (dossier_import_dialog_new (GTK_WINDOW (self), self->session)));
      return;
    }

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_List"));
  adw_toast_set_action_name (toast, "win.show-import");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
error_cb (DossierWindow *self,
          const char    *sentence)
{
  dossier_window_toast (self, sentence);
}

/* The first source is opened by itself, so that there is something to read. */
static void
open_first (DossierWindow *self)
{
  DossierList *sources = dossier_session_sources (self->session);

  if (dossier_session_get_source (self->session) == NULL && dossier_list_id_at (sources, 0) != 0
      && !dossier_shell_get_narrow (self->shell))
    {
      g_autoptr (DossierSource) first =
        dossier_session_get_source_by_id (self->session, dossier_list_id_at (sources, 0));

      dossier_session_set_source (self->session, first);
    }
}

static void
result_changed_cb (DossierWindow *self)
{
  update_page (self);
  open_first (self);
  dossier_window_update_actions (self);
}

/* Opening */

static void
fill_recent_menu (DossierWindow *self)
{
  g_autolist (GtkRecentInfo) infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_shown = 0;

  g_menu_remove_all (self->recent_menu);
  for (GList *l = infos; l != NULL && n_shown < RECENT_LIMIT; l = l->next)
    {
      g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (l->data), NULL, NULL);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *title = NULL;

      if (path == NULL || !g_str_has_suffix (path, ".dossier") || !gtk_recent_info_exists (l->data))
        continue;
      title = dossier_path_title (path);
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", path);
      g_menu_append_item (self->recent_menu, item);
      n_shown++;
    }
}

static void
remember_recent (DossierWindow *self)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *)"application/vnd.dossier+sqlite3",
    .app_name = (char *)"Dossier",
    .app_exec = (char *)"dossier %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  g_settings_set_string (self->settings, "last-dossier", self->path);
}

static void
restore_state (DossierWindow *self)
{
  const char *filter = dossier_session_get_value (self->session, "window-filter");
  const char *source = dossier_session_get_value (self->session, "window-source");
  const char *claim = dossier_session_get_value (self->session, "window-claim");

  if (filter != NULL)
    dossier_filter_from_text (dossier_session_filter (self->session), filter);
  if (claim != NULL && g_ascii_strtoll (claim, NULL, 10) > 0)
    {
      g_autoptr (DossierClaim) object =
        dossier_session_get_claim_by_id (self->session, g_ascii_strtoll (claim, NULL, 10));

      dossier_session_set_claim (self->session, object);
    }
  else if (source != NULL && g_ascii_strtoll (source, NULL, 10) > 0)
    {
      g_autoptr (DossierSource) object =
        dossier_session_get_source_by_id (self->session, g_ascii_strtoll (source, NULL, 10));

      dossier_session_set_source (self->session, object);
    }
}

static void
save_id (DossierWindow *self,
         const char    *key,
         gint64         id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  if (g_strcmp0 (text, dossier_session_get_value (self->session, key)) != 0)
    dossier_session_set_value (self->session, key, text);
}

static void
save_state (DossierWindow *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);
  DossierSource *source = dossier_session_get_source (self->session);
  DossierClaim *claim = dossier_session_get_claim (self->session);
  g_autofree char *text = dossier_filter_is_active (filter) ? dossier_filter_to_text (filter) : NULL;

  if (dossier_session_is_read_only (self->session))
    return;

  if (g_strcmp0 (text, dossier_session_get_value (self->session, "window-filter")) != 0)
    dossier_session_set_value (self->session, "window-filter", text);
  save_id (self, "window-source", source != NULL ? dossier_source_id (source) : 0);
  save_id (self, "window-claim", claim != NULL ? dossier_claim_id (claim) : 0);
}

static void
import_limit_cb (DossierWindow *self)
{
  if (self->session != NULL)
    dossier_import_queue_set_limit (dossier_session_import_queue (self->session),
                                    (guint64)g_settings_get_int (self->settings, "import-limit") * 1024 * 1024);
}

static void
connect_session (DossierWindow *self)
{
  DossierSession *session = self->session;

  g_signal_connect_object (session, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::source", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::claim", G_CALLBACK (claim_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::note", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-undo", G_CALLBACK (dossier_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-redo", G_CALLBACK (dossier_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_reading (session), "marks-changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_reading (session), "text-changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_import_queue (session), "finished", G_CALLBACK (import_finished_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DossierWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierSession) session = dossier_session_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (session == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      g_clear_pointer (&self->path, g_free);
      return;
    }

  self->session = g_steal_pointer (&session);
  connect_session (self);
  import_limit_cb (self);
  dossier_sidebar_set_session (self->sidebar, self->session);
  dossier_filter_bar_set_session (self->filter_bar, self->session);
  dossier_reading_pane_set_session (self->reading_pane, self->session, self->settings);
  dossier_inspector_set_session (self->inspector, self->session);
  dossier_timeline_pane_set_session (self->timeline_pane, self->session);
  dossier_answers_board_set_session (self->answers_board, self->session);
  restore_state (self);
  remember_recent (self);
  update_title (self);
  update_page (self);
  dossier_window_update_actions (self);
  if (dossier_session_is_read_only (self->session))
    dossier_window_toast (self, _("This dossier can be read, but not changed: the file or its folder is protected."));

  if (self->waiting->len > 0)
    {
      dossier_window_import_files (self, (GFile **)self->waiting->pdata, self->waiting->len);
      g_ptr_array_set_size (self->waiting, 0);
    }
}

/**
 * dossier_window_open:
 * @path: of a dossier
 * @create: whether to make it where there is none
 *
 * Opens the dossier; until it is there, and where it cannot be, the window says so.
 */
void
dossier_window_open (DossierWindow *self,
                     const char    *path,
                     gboolean       create)
{
  g_return_if_fail (DOSSIER_IS_WINDOW (self));
  g_return_if_fail (self->session == NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  dossier_session_open_async (path, create ? DOSSIER_SESSION_CREATE : DOSSIER_SESSION_DEFAULT, self->cancellable,
                              opened_cb, g_object_ref (self));
}

/**
 * dossier_window_get_path:
 *
 * Returns: (transfer none) (nullable): what is open or being opened
 */
const char *
dossier_window_get_path (DossierWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * dossier_window_get_session:
 *
 * Returns: (transfer none) (nullable): the open dossier; %NULL until it is there
 */
DossierSession *
dossier_window_get_session (DossierWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * dossier_window_import_files:
 * @files: files and folders
 * @n_files: how many
 *
 * Imports them, as soon as the dossier is open; says so where it cannot be changed.
 */
void
dossier_window_import_files (DossierWindow  *self,
                             GFile         **files,
                             guint           n_files)
{
  g_return_if_fail (DOSSIER_IS_WINDOW (self));

  if (self->session == NULL)
    {
      for (guint i = 0; i < n_files; i++)
        g_ptr_array_add (self->waiting, g_object_ref (files[i]));
      return;
    }
  if (dossier_session_is_read_only (self->session))
    {
      dossier_window_toast (self, _("Nothing can be added: this dossier cannot be changed."));
      return;
    }

  dossier_import_queue_add_files (dossier_session_import_queue (self->session), files, n_files);
  update_page (self);
}

/* Files and text dropped on the window */

static gboolean
drop_cb (DossierWindow *self,
         const GValue  *value)
{
  if (self->session == NULL)
    return FALSE;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *list = g_value_get_boxed (value);
      g_autoptr (GPtrArray) files = g_ptr_array_new ();

      for (GSList *l = list; l != NULL; l = l->next)
        g_ptr_array_add (files, l->data);
      dossier_window_import_files (self, (GFile **)files->pdata, files->len);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL
      && !dossier_session_is_read_only (self->session))
    {
      dossier_import_queue_add_text (dossier_session_import_queue (self->session), g_value_get_string (value));
      update_page (self);
      return TRUE;
    }

  return FALSE;
}

static void
add_drop_target (DossierWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Life */

static void
save_geometry (DossierWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!maximized && !gtk_window_is_fullscreen (GTK_WINDOW (self)) && width >= 360 && height >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
dossier_window_close_request (GtkWindow *window)
{
  DossierWindow *self = DOSSIER_WINDOW (window);

  save_geometry (self);
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (dossier_window_parent_class)->close_request (window);
}

static void
dossier_window_dispose (GObject *object)
{
  DossierWindow *self = DOSSIER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->edit_note_id, g_source_remove);
  if (self->session != NULL)
    {
      /* The cards save what is being typed before the dossier is closed. */
      dossier_window_set_reviewing (self, FALSE);
      save_state (self);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
      dossier_session_close (self->session);
      g_clear_object (&self->session);
    }
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (dossier_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, welcome_title);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, answers_board);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, header);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, reading_pane);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, timeline_pane);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, sheet_card);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, answers_export_cb);
}

static void
dossier_window_class_init (DossierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dossier_window_close_request;

  g_type_ensure (DOSSIER_TYPE_ANSWERS_BOARD);
  g_type_ensure (DOSSIER_TYPE_SHELL);
  g_type_ensure (DOSSIER_TYPE_SIDEBAR);
  g_type_ensure (DOSSIER_TYPE_FILTER_BAR);
  g_type_ensure (DOSSIER_TYPE_READING_PANE);
  g_type_ensure (DOSSIER_TYPE_INSPECTOR);
  g_type_ensure (DOSSIER_TYPE_TIMELINE_PANE);
  g_type_ensure (DOSSIER_TYPE_CLAIM_CARD);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dossierapp/Dossier/app/dossier-window.ui");
  bind_children (widget_class);
  dossier_window_install_actions (widget_class);
}

static void
dossier_window_init (DossierWindow *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  builder = gtk_builder_new_from_resource ("/org/dossierapp/Dossier/app/dossier-shortcuts.ui");
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));

  g_signal_connect_object (self->shell, "notify::narrow", G_CALLBACK (narrow_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shell, "notify::page", G_CALLBACK (narrow_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shell, "notify::show-sidebar", G_CALLBACK (narrow_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_name_buttons (GTK_WIDGET (self));
  dossier_claim_card_set_compact (self->sheet_card, TRUE);
  dossier_sidebar_set_menu (self->sidebar, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->menu_button)));
  narrow_changed_cb (self);
  fill_recent_menu (self);
  add_drop_target (self);
  dossier_window_update_actions (self);
}

/**
 * dossier_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with no dossier, of the size that was left last time
 */
DossierWindow *
dossier_window_new (DossierApplication *application)
{
  DossierWindow *self = g_object_new (DOSSIER_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (dossier_application_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "sidebar-width", self->shell, "sidebar-width", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "inspector-width", self->shell, "inspector-width", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "timeline-height", self->shell, "timeline-height", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "sidebar-shown", self->shell, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "timeline-shown", self->shell, "show-timeline", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "inspector-shown", self->shell, "show-inspector", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::import-limit", G_CALLBACK (import_limit_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
