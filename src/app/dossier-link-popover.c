/* dossier-link-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-link-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-claim-row.h"
#include "dossier-link-candidates.h"
#include "dossier-link-popover.h"

/* A list box holds so many rows well, and nobody reads more: the search finds the rest. */
#define LIMIT 40

struct _DossierLinkPopover
{
  GtkPopover      parent_instance;

  DossierSession *session;
  DossierClaim   *claim;
  GCancellable   *looking;
  GtkWidget      *title;
  GtkWidget      *search;
  GtkWidget      *stack;
  GtkWidget      *list;
};

G_DEFINE_FINAL_TYPE (DossierLinkPopover, dossier_link_popover, GTK_TYPE_POPOVER)

static void
empty_list (DossierLinkPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
give_up (DossierLinkPopover *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
add_candidate (DossierLinkPopover *self,
               gint64              id)
{
  g_autoptr (DossierClaim) claim = dossier_session_get_claim_by_id (self->session, id);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = dossier_claim_row_new ();

  dossier_row_set_item (DOSSIER_ROW (content), DOSSIER_ITEM (claim));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  g_object_set_data_full (G_OBJECT (row), "claim", g_object_ref (claim), g_object_unref);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, content, NULL, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (DossierLinkPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dossier_link_candidates_finish (DOSSIER_SESSION (object), result, &error);

  /* Another search, or the end. */
  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;

  g_clear_object (&self->looking);
  empty_list (self);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_candidate (self, g_array_index (ids, gint64, i));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), ids != NULL && ids->len > 0 ? "list" : "nothing");
}

static void
look (DossierLinkPopover *self)
{
  if (self->claim == NULL || !dossier_claim_is_loaded (self->claim) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  give_up (self);
  self->looking = g_cancellable_new ();
  dossier_link_candidates_async (self->session, self->claim, gtk_editable_get_text (GTK_EDITABLE (self->search)), LIMIT,
                                 self->looking, found_cb, g_object_ref (self));
}

static void
row_activated_cb (DossierLinkPopover *self,
                  GtkListBoxRow      *row)
{
  dossier_link_candidate (self->session, self->claim, g_object_get_data (G_OBJECT (row), "claim"));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Return in the search takes the first. */
static void
activate_cb (DossierLinkPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL && self->looking == NULL)
    row_activated_cb (self, row);
}

static void
dossier_link_popover_map (GtkWidget *widget)
{
  DossierLinkPopover *self = DOSSIER_LINK_POPOVER (widget);

  GTK_WIDGET_CLASS (dossier_link_popover_parent_class)->map (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "looking");
  gtk_widget_grab_focus (self->search);
  look (self);
}

static void
dossier_link_popover_unmap (GtkWidget *widget)
{
  DossierLinkPopover *self = DOSSIER_LINK_POPOVER (widget);

  give_up (self);
  empty_list (self);
  GTK_WIDGET_CLASS (dossier_link_popover_parent_class)->unmap (widget);
}

static void
dossier_link_popover_dispose (GObject *object)
{
  DossierLinkPopover *self = DOSSIER_LINK_POPOVER (object);

  give_up (self);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_link_popover_parent_class)->dispose (object);
}

static void
dossier_link_popover_class_init (DossierLinkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_link_popover_dispose;
  widget_class->map = dossier_link_popover_map;
  widget_class->unmap = dossier_link_popover_unmap;
}

static GtkWidget *
make_words (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
dossier_link_popover_init (DossierLinkPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search in the claims"), -1);
  g_object_set (self->search, "placeholder-text", _("Search in the Claims"), NULL);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_words (_("Looking for claims that fit…")), "looking");
  gtk_stack_add_named (GTK_STACK (self->stack), make_words (_("No other claim fits. Search for its words.")), "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_widget_set_size_request (self->stack, 300, 320);

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "link-popover");
}

/**
 * dossier_link_popover_new:
 *
 * Returns: (transfer floating): a popover that links nothing until it has a claim
 */
GtkWidget *
dossier_link_popover_new (void)
{
  return g_object_new (DOSSIER_TYPE_LINK_POPOVER, NULL);
}

/** dossier_link_popover_set_claim: offers what fits @claim, which may be NULL, when it pops up. */
void
dossier_link_popover_set_claim (DossierLinkPopover *self,
                                DossierSession     *session,
                                DossierClaim       *claim)
{
  const char *title;

  g_return_if_fail (DOSSIER_IS_LINK_POPOVER (self));

  g_set_object (&self->session, session);
  g_set_object (&self->claim, claim);
  if (claim == NULL)
    return;

  title = dossier_link_claim_is_answer (claim) ? _("What Does It Answer?") : _("What Answers It?");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
