/* dossier-import-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-import-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-import-dialog.h"
#include "dossier-row.h"

struct _DossierImportDialog
{
  AdwWindow        parent_instance;

  DossierSession  *session;
  GtkListView     *view;
  AdwWindowTitle  *title;
};

G_DEFINE_FINAL_TYPE (DossierImportDialog, dossier_import_dialog, ADW_TYPE_WINDOW)

static const char *
state_icon (DossierImportState state)
{
  switch (state)
    {
    case DOSSIER_IMPORT_ADDED: return "object-select-symbolic";
    case DOSSIER_IMPORT_ALREADY: return "emblem-default-symbolic";
    case DOSSIER_IMPORT_FAILED: return "dialog-warning-symbolic";
    case DOSSIER_IMPORT_CANCELLED: return "process-stop-symbolic";
    default: return "content-loading-symbolic";
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), dossier_row_text (1, NULL));
  gtk_box_append (GTK_BOX (words), dossier_row_text (2, "row-details"));
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  DossierImportItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_next_sibling (icon);
  GtkWidget *name = gtk_widget_get_first_child (words);
  GtkWidget *message = gtk_widget_get_next_sibling (name);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", dossier_import_item_name (item),
                                             dossier_import_item_message (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), state_icon (dossier_import_item_state (item)));
  gtk_inscription_set_text (GTK_INSCRIPTION (name), dossier_import_item_name (item));
  gtk_inscription_set_text (GTK_INSCRIPTION (message), dossier_import_item_message (item));
  gtk_widget_set_tooltip_text (message, dossier_import_item_message (item));
  dossier_row_set_spoken (box, spoken);
}

/* A row that was added or was there already opens its source. */
static void
activate_cb (DossierImportDialog *self,
             guint                position)
{
  DossierImportQueue *queue = dossier_session_import_queue (self->session);
  g_autoptr (DossierImportItem) item = g_list_model_get_item (G_LIST_MODEL (queue), position);
  gint64 id = dossier_import_item_source_id (item);

  if (id != 0)
    {
      g_autoptr (DossierSource) source = dossier_session_get_source_by_id (self->session, id);

      dossier_session_set_source (self->session, source);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
dossier_import_dialog_dispose (GObject *object)
{
  DossierImportDialog *self = DOSSIER_IMPORT_DIALOG (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_import_dialog_parent_class)->dispose (object);
}

static void
dossier_import_dialog_class_init (DossierImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_import_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dossier_import_dialog_init (DossierImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_object_ref (factory)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was imported"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Import"), NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);

  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Import"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 480);
}

/**
 * dossier_import_dialog_new:
 * @transient_for: the window of the dossier
 * @session: the open dossier
 *
 * Returns: a window with what came of each file of the last import
 */
GtkWidget *
dossier_import_dialog_new (GtkWindow      *transient_for,
                           DossierSession *session)
{
  DossierImportDialog *self = g_object_new (DOSSIER_TYPE_IMPORT_DIALOG, "transient-for", transient_for, NULL);
  DossierImportQueue *queue = dossier_session_import_queue (session);
  g_autofree char *summary = dossier_import_queue_summary (queue);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (queue)));

  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (self->title, summary);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));

  return GTK_WIDGET (self);
}
