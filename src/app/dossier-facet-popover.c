/* dossier-facet-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-facet-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-facet-popover.h"

struct _DossierFacetPopover
{
  GtkPopover       parent_instance;

  DossierFacet    *facet;
  GtkWidget       *search;
  GtkWidget       *list;
  GtkWidget       *all_box;
  GtkToggleButton *any_button;
  GtkToggleButton *all_button;
};

G_DEFINE_FINAL_TYPE (DossierFacetPopover, dossier_facet_popover, GTK_TYPE_POPOVER)

static gboolean
transform_count (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  g_value_take_string (to, g_strdup_printf ("%u", g_value_get_uint (from)));
  return TRUE;
}

static void
active_toggled_cb (GtkCheckButton   *check,
                   DossierFacetItem *item)
{
  dossier_facet_item_set_active (item, gtk_check_button_get_active (check));
}

static GtkWidget *
create_row (gpointer object,
            gpointer user_data)
{
  DossierFacetItem *item = object;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *code = gtk_label_new (dossier_facet_item_value (item));
  GtkWidget *label = gtk_label_new (dossier_facet_item_label (item));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, dossier_facet_item_label (item));
  gtk_widget_set_hexpand (label, TRUE);
  /* The code, not the flag: not every desktop has a font with flags. */
  gtk_widget_set_visible (code, *dossier_facet_item_flag (item) != '\0');
  gtk_label_set_width_chars (GTK_LABEL (code), 3);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  g_object_bind_property (item, "active", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (active_toggled_cb), item, 0);
  g_object_bind_property_full (item, "count", count, "label", G_BINDING_SYNC_CREATE,
                               transform_count, NULL, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dossier_facet_item_label (item), -1);

  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dossier_facet_item_label (item), -1);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);

  return row;
}

static void
row_activated_cb (DossierFacetPopover *self,
                  GtkListBoxRow       *row)
{
  DossierFacetItem *item = g_object_get_data (G_OBJECT (row), "item");

  dossier_facet_item_set_active (item, !dossier_facet_item_active (item));
}

static const char *
group_of (GtkListBoxRow *row)
{
  return row != NULL ? dossier_facet_item_group (g_object_get_data (G_OBJECT (row), "item")) : "";
}

static void
header_func (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  GtkWidget *header = NULL;

  if (*group_of (row) != '\0' && !g_str_equal (group_of (row), group_of (before)))
    {
      header = gtk_label_new (group_of (row));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "heading");
      gtk_widget_add_css_class (header, "dim-label");
      gtk_widget_add_css_class (header, "facet-group");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
search_changed_cb (DossierFacetPopover *self)
{
  dossier_facet_set_search (self->facet, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Enter in the search ticks the first value found. */
static void
search_activate_cb (DossierFacetPopover *self)
{
  g_autoptr (DossierFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->facet), 0);

  if (item != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    {
      dossier_facet_item_set_active (item, !dossier_facet_item_active (item));
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
    }
}

static void
all_toggled_cb (DossierFacetPopover *self)
{
  dossier_filter_set_all_countries (dossier_facet_filter (self->facet),
                                    gtk_toggle_button_get_active (self->all_button));
}

static void
dossier_facet_popover_map (GtkWidget *widget)
{
  DossierFacetPopover *self = DOSSIER_FACET_POPOVER (widget);

  dossier_facet_set_frozen (self->facet, TRUE);
  if (self->all_box != NULL)
    gtk_toggle_button_set_active (dossier_filter_get_all_countries (dossier_facet_filter (self->facet))
                                    ? self->all_button
                                    : self->any_button,
                                  TRUE);
  GTK_WIDGET_CLASS (dossier_facet_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->search) ? self->search : self->list);
}

static void
dossier_facet_popover_unmap (GtkWidget *widget)
{
  DossierFacetPopover *self = DOSSIER_FACET_POPOVER (widget);

  GTK_WIDGET_CLASS (dossier_facet_popover_parent_class)->unmap (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  dossier_facet_set_frozen (self->facet, FALSE);
}

static void
dossier_facet_popover_finalize (GObject *object)
{
  g_clear_object (&DOSSIER_FACET_POPOVER (object)->facet);

  G_OBJECT_CLASS (dossier_facet_popover_parent_class)->finalize (object);
}

static void
dossier_facet_popover_class_init (DossierFacetPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_facet_popover_finalize;
  GTK_WIDGET_CLASS (klass)->map = dossier_facet_popover_map;
  GTK_WIDGET_CLASS (klass)->unmap = dossier_facet_popover_unmap;
}

static void
dossier_facet_popover_init (DossierFacetPopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "facet-popover");
}

/* "Any of these" and "All of these": only a country can be one of several in a claim. */
static GtkWidget *
make_all_box (DossierFacetPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "segments");
  self->any_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Any of these")));
  self->all_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("All of these")));
  gtk_toggle_button_set_group (self->all_button, self->any_button);
  g_signal_connect_object (self->all_button, "toggled", G_CALLBACK (all_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->any_button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->all_button));

  return box;
}

static const char *
search_words (DossierFacetKind kind)
{
  switch (kind)
    {
    case DOSSIER_FACET_COUNTRY: return _("Country or region");
    case DOSSIER_FACET_SPEAKER: return _("Speaker");
    case DOSSIER_FACET_TAG: return _("Tag");
    default: return NULL;
    }
}

/** dossier_facet_popover_new: @facet's values; ticking one changes the filter at once. */
GtkWidget *
dossier_facet_popover_new (DossierFacet *facet)
{
  DossierFacetPopover *self = g_object_new (DOSSIER_TYPE_FACET_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *placeholder = search_words (dossier_facet_kind (facet));
  GtkWidget *empty = gtk_label_new (_("Nothing to choose from"));

  self->facet = g_object_ref (facet);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_visible (self->search, placeholder != NULL);
  g_object_set (self->search, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder != NULL ? placeholder : "", -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_func, NULL, NULL);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), empty);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (facet), create_row, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dossier_facet_label (facet), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  gtk_widget_set_size_request (box, 250, -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  if (dossier_facet_kind (facet) == DOSSIER_FACET_COUNTRY)
    {
      self->all_box = make_all_box (self);
      gtk_box_append (GTK_BOX (box), self->all_box);
    }
  gtk_popover_set_child (GTK_POPOVER (self), box);

  return GTK_WIDGET (self);
}
