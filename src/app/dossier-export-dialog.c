/* dossier-export-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-export-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-export-dialog.h"
#include "dossier-exporter.h"

/* The preview is to look at, the file has the rest. */
#define PREVIEW_BYTES (64 * 1024)

struct _DossierExportDialog
{
  AdwWindow       parent_instance;

  DossierSession *session;
  GArray         *claims;
  GBytes         *bytes;       /* what Save writes; NULL while it is made */
  GCancellable   *cancellable;
  gboolean        touched;     /* the person has chosen something */
  GtkWidget      *save_button;
  GtkListBox     *format_list;
  GtkCheckButton *filtered_check;
  GtkCheckButton *selected_check;
  GtkCheckButton *all_check;
  GtkCheckButton *reviewed_check;
  GtkLabel       *losses_label;
  GtkStack       *preview_stack;
  AdwStatusPage  *empty_page;
  GtkTextView    *preview;
};

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierExportDialog, dossier_export_dialog, ADW_TYPE_WINDOW)

/* What the worker needs; owned. */
typedef struct
{
  DossierExportData  *data;
  DossierExportFormat format;
} FormatJob;

static void
format_job_free (FormatJob *job)
{
  dossier_export_data_free (job->data);
  g_free (job);
}

static DossierExportFormat
selected_format (DossierExportDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->format_list);

  return row != NULL ? (DossierExportFormat)gtk_list_box_row_get_index (row) : DOSSIER_FORMAT_MARKDOWN;
}

static void
show_empty (DossierExportDialog *self,
            const char          *words)
{
  adw_status_page_set_description (self->empty_page, words);
  gtk_stack_set_visible_child_name (self->preview_stack, "empty");
  gtk_widget_set_sensitive (self->save_button, FALSE);
}

static void
show_preview (DossierExportDialog *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  gsize shown = MIN (length, PREVIEW_BYTES);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->preview);

  /* Not in the midst of a character. */
  while (shown < length && shown > 0 && (text[shown] & 0xc0) == 0x80)
    shown--;
  gtk_text_buffer_set_text (buffer, text, shown);
  if (shown < length)
    {
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, "\n\n…\n", -1);
    }
  gtk_stack_set_visible_child_name (self->preview_stack, "preview");
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
format_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  FormatJob *job = task_data;

  g_task_return_pointer (task, dossier_export_to_bytes (job->data, job->format), (GDestroyNotify)g_bytes_unref);
}

static void
formatted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  DossierExportDialog *self = DOSSIER_EXPORT_DIALOG (object);
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another choice was made, or the dialog is closed. */
  if (bytes == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  self->bytes = g_steal_pointer (&bytes);
  show_preview (self);
}

static void
gathered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (DossierExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DossierExportData *data = dossier_export_gather_finish (DOSSIER_SESSION (object), result, &error);
  g_autoptr (GTask) task = NULL;
  FormatJob *job;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (data == NULL)
    {
      show_empty (self, error->message);
      return;
    }
  if (data->n_claims == 0 && data->n_notes == 0)
    {
      dossier_export_data_free (data);
      /* Nothing is judged yet: the dialog opens on all that was found. */
      if (!self->touched && gtk_check_button_get_active (self->reviewed_check))
        {
          gtk_check_button_set_active (self->reviewed_check, FALSE);
          return;
        }
      show_empty (self, _("No claim there is confirmed or annotated. Choose more, or take all claims."));
      return;
    }

  job = g_new (FormatJob, 1);
  job->data = data;
  job->format = selected_format (self);
  task = g_task_new (self, self->cancellable, formatted_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify)format_job_free);
  g_task_run_in_thread (task, format_thread);
}

static void
make_preview (DossierExportDialog *self)
{
  DossierExportRequest request = { .scope = DOSSIER_EXPORT_FILTERED };
  DossierSource *source = dossier_session_get_source (self->session);
  gint64 source_id = source != NULL ? dossier_source_id (source) : 0;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_stack_set_visible_child_name (self->preview_stack, "busy");
  gtk_label_set_label (self->losses_label, dossier_export_format_losses (selected_format (self)));

  if (gtk_check_button_get_active (self->all_check))
    request.scope = DOSSIER_EXPORT_ALL;
  else if (gtk_check_button_get_active (self->selected_check))
    request.scope = DOSSIER_EXPORT_SELECTED;
  request.only_reviewed = gtk_check_button_get_active (self->reviewed_check);
  request.claim_ids = (const gint64 *)self->claims->data;
  request.n_claim_ids = self->claims->len;
  request.source_ids = &source_id;
  request.n_source_ids = source != NULL && self->claims->len == 0 ? 1 : 0;
  dossier_export_gather_async (self->session, &request, self->cancellable, gathered_cb, g_object_ref (self));
}

static void
changed_cb (DossierExportDialog *self)
{
  if (self->session == NULL)
    return;

  self->touched = TRUE;
  make_preview (self);
}

/* A radio button tells twice: once for the one that goes out. */
static void
scope_toggled_cb (DossierExportDialog *self,
                  GtkCheckButton      *check)
{
  if (gtk_check_button_get_active (check))
    changed_cb (self);
}

typedef struct
{
  GBytes *bytes;
  char   *path;
} WriteJob;

static void
write_job_free (WriteJob *job)
{
  g_bytes_unref (job->bytes);
  g_free (job->path);
  g_free (job);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  WriteJob *job = task_data;
  GError *error = NULL;

  if (dossier_export_write (job->bytes, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  DossierExportDialog *self = DOSSIER_EXPORT_DIALOG (object);
  WriteJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[WRITTEN], 0, job->path);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Not Saved"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      gtk_widget_set_sensitive (self->save_button, TRUE);
    }
}

static void
save_response_cb (DossierExportDialog  *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT && self->bytes != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
      WriteJob *job = g_new (WriteJob, 1);

      job->bytes = g_bytes_ref (self->bytes);
      job->path = g_file_get_path (file);
      gtk_widget_set_sensitive (self->save_button, FALSE);
      g_task_set_task_data (task, job, (GDestroyNotify)write_job_free);
      g_task_run_in_thread (task, write_thread);
    }
  g_object_unref (chooser);
}

static void
save_cb (DossierExportDialog *self)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save Notes"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), _("_Cancel"));
  g_autofree char *name = g_strdup_printf ("%s.%s", dossier_session_title (self->session),
                                           dossier_export_format_suffix (selected_format (self)));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
show_counts (DossierExportDialog *self)
{
  guint n_filtered = dossier_session_n_claims (self->session);
  guint n_all = dossier_session_n_claims_all (self->session);
  DossierSource *source = dossier_session_get_source (self->session);
  g_autofree char *filtered = NULL;
  g_autofree char *selected = NULL;
  g_autofree char *all = NULL;

  filtered = g_strdup_printf (ngettext ("The filter: %u claim", "The filter: %u claims", n_filtered), n_filtered);
  all = g_strdup_printf (ngettext ("Everything: %u claim", "Everything: %u claims", n_all), n_all);
  if (self->claims->len > 0)
    selected = g_strdup_printf (ngettext ("Selected: %u claim", "Selected: %u claims", self->claims->len),
                                self->claims->len);
  else
    selected = g_strdup (_("Selected: the open source"));

  gtk_check_button_set_label (self->filtered_check, filtered);
  gtk_check_button_set_label (self->selected_check, selected);
  gtk_check_button_set_label (self->all_check, all);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selected_check), self->claims->len > 0 || source != NULL);
}

static void
dossier_export_dialog_dispose (GObject *object)
{
  DossierExportDialog *self = DOSSIER_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->claims, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (dossier_export_dialog_parent_class)->dispose (object);
}

static void
dossier_export_dialog_class_init (DossierExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_export_dialog_dispose;

  signals[WRITTEN] = g_signal_new ("written", DOSSIER_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dossierapp/Dossier/app/dossier-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, format_list);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, filtered_check);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, selected_check);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, all_check);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, reviewed_check);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, losses_label);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DossierExportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dossier_export_dialog_init (DossierExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint format = 0; format < DOSSIER_N_EXPORT_FORMATS; format++)
    {
      GtkWidget *label = gtk_label_new (dossier_export_format_label (format));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->format_list, label);
    }
}

/**
 * dossier_export_dialog_new:
 * @transient_for: the window of the dossier
 * @session: the open dossier
 * @claims: (nullable) (element-type gint64): the claims selected in the list, copied; %NULL for the selected claim
 *
 * Returns: a window that asks what to export, and how
 */
GtkWidget *
dossier_export_dialog_new (GtkWindow      *transient_for,
                           DossierSession *session,
                           GArray         *claims)
{
  DossierExportDialog *self = g_object_new (DOSSIER_TYPE_EXPORT_DIALOG, "transient-for", transient_for, NULL);
  DossierClaim *claim = dossier_session_get_claim (session);

  self->claims = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (claims != NULL && claims->len > 0)
    {
      g_array_append_vals (self->claims, claims->data, claims->len);
    }
  else if (claim != NULL)
    {
      gint64 id = dossier_claim_id (claim);

      g_array_append_val (self->claims, id);
    }

  gtk_list_box_select_row (self->format_list, gtk_list_box_get_row_at_index (self->format_list, 0));
  self->session = g_object_ref (session);
  show_counts (self);
  make_preview (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_list_box_get_selected_row (self->format_list)));

  return GTK_WIDGET (self);
}
