/* dossier-sidebar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-sidebar"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-claim-row.h"
#include "dossier-filter-bar.h"
#include "dossier-note-row.h"
#include "dossier-sidebar.h"
#include "dossier-source-row.h"

typedef enum
{
  TAB_SOURCES,
  TAB_CLAIMS,
  TAB_NOTES,
  N_TABS
} Tab;

static const char *const tab_names[N_TABS] = { "sources", "claims", "notes" };

struct _DossierSidebar
{
  GtkWidget          parent_instance;

  DossierSession    *session;
  GSimpleActionGroup *actions;
  GtkMultiSelection *selections[N_TABS];
  DossierList       *lists[N_TABS];
  AdwHeaderBar      *header;
  AdwWindowTitle    *title;
  GtkMenuButton     *menu_button;
  GtkMenuButton     *sort_button;
  GtkSearchEntry    *search;
  AdwBin            *filter_bin;
  GtkStack          *stack;
  AdwStatusPage     *empty_page;
  GtkRevealer       *progress_revealer;
  GtkLabel          *progress_label;
  GtkProgressBar    *progress_bar;
  GtkToggleButton   *buttons[N_TABS];
  GtkListView       *views[N_TABS];
  Tab                tab;
  char              *words; /* as last given to the filter or taken from it */
  gboolean           syncing;
  gboolean           narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSidebar, dossier_sidebar, GTK_TYPE_WIDGET)

/* Sorting */

static const struct
{
  const char  *name;
  const char  *label;
  DossierSort  sort;
  guint        tabs; /* mask of 1 << Tab */
} sorts[] = {
  { "date", N_("Date"), DOSSIER_SORT_DATE, 1 << TAB_SOURCES | 1 << TAB_CLAIMS | 1 << TAB_NOTES },
  { "title", N_("Title"), DOSSIER_SORT_TITLE, 1 << TAB_SOURCES },
  { "source", N_("Source"), DOSSIER_SORT_TITLE, 1 << TAB_CLAIMS | 1 << TAB_NOTES },
  { "claims", N_("Number of Claims"), DOSSIER_SORT_CLAIMS, 1 << TAB_SOURCES },
  { "import", N_("Order of Import"), DOSSIER_SORT_IMPORT, 1 << TAB_SOURCES },
  { "kind", N_("Kind"), DOSSIER_SORT_KIND, 1 << TAB_CLAIMS },
  { "speaker", N_("Speaker"), DOSSIER_SORT_SPEAKER, 1 << TAB_CLAIMS },
  { "country", N_("Country"), DOSSIER_SORT_COUNTRY, 1 << TAB_CLAIMS },
  { "review", N_("Review"), DOSSIER_SORT_REVIEW, 1 << TAB_CLAIMS },
};

static void
update_sort_menu (DossierSidebar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) keys = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  DossierList *list = self->lists[self->tab];

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *action = NULL;

      if ((sorts[i].tabs & 1 << self->tab) == 0)
        continue;

      action = g_strdup_printf ("sidebar.sort::%s", sorts[i].name);
      g_menu_append (keys, _(sorts[i].label), action);
      if (sorts[i].sort == dossier_list_sort (list))
        g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "sort",
                                            g_variant_new_string (sorts[i].name));
    }
  g_menu_append (direction, _("_Descending"), "sidebar.descending");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "descending",
                                      g_variant_new_boolean (dossier_list_descending (list)));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keys));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

static void
sort_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  DossierSidebar *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      if ((sorts[i].tabs & 1 << self->tab) != 0
          && g_str_equal (sorts[i].name, g_variant_get_string (parameter, NULL)))
        {
          dossier_list_set_sort (self->lists[self->tab], sorts[i].sort,
                                 dossier_list_descending (self->lists[self->tab]));
          g_simple_action_set_state (action, parameter);
        }
    }
}

static void
descending_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DossierSidebar *self = user_data;
  DossierList *list = self->lists[self->tab];

  dossier_list_set_sort (list, dossier_list_sort (list), !dossier_list_descending (list));
  g_simple_action_set_state (action, g_variant_new_boolean (dossier_list_descending (list)));
}

static const GActionEntry action_entries[] = {
  { "sort", sort_action, "s", "'date'", NULL },
  { "descending", descending_action, NULL, "false", NULL },
};

/* What is on top, and what is said when there is nothing */

static void
update_empty_words (DossierSidebar *self)
{
  gboolean filtered = dossier_filter_is_active (dossier_session_filter (self->session));
  guint n_all = dossier_session_n_sources_all (self->session);
  const char *icon = "edit-find-symbolic";
  const char *title = _("Nothing Fits the Filter");
  const char *words = _("Clear a part of it, or search for other words.");

  if (n_all == 0)
    {
      icon = "document-open-symbolic";
      title = _("No Sources Yet");
      words = _("Add files or drop them here.");
    }
  else if (!filtered && self->tab == TAB_CLAIMS)
    {
      icon = "dialog-information-symbolic";
      title = _("No Claims Found");
      words = _("Select a passage in the text to mark one yourself.");
    }
  else if (!filtered && self->tab == TAB_NOTES)
    {
      icon = "document-edit-symbolic";
      title = _("No Notes Yet");
      words = _("Select a passage and press N to write one.");
    }
  adw_status_page_set_icon_name (self->empty_page, icon);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, words);
}

static void
update_page (DossierSidebar *self)
{
  gboolean empty = self->session == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->lists[self->tab])) == 0;

  if (self->session != NULL && empty && !dossier_session_is_loading (self->session))
    update_empty_words (self);
  if (empty && self->session != NULL && dossier_session_is_loading (self->session))
    return;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : tab_names[self->tab]);
}

static void
update_title (DossierSidebar *self)
{
  guint n_sources = dossier_session_n_sources_all (self->session);
  guint n_claims = dossier_session_n_claims_all (self->session);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", sources, claims);

  adw_window_title_set_title (self->title, dossier_session_title (self->session));
  adw_window_title_set_subtitle (self->title, subtitle);
}

/* One selection: the session's */

static void
select_id (DossierSidebar *self,
           Tab             tab,
           gint64          id)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selections[tab]);
  guint position;

  if (id == 0 || !dossier_list_find (self->lists[tab], id, &position))
    {
      self->syncing = TRUE;
      gtk_selection_model_unselect_all (model);
      self->syncing = FALSE;
      return;
    }
  if (gtk_selection_model_is_selected (model, position))
    return;

  self->syncing = TRUE;
  gtk_selection_model_select_item (model, position, TRUE);
  self->syncing = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self->views[tab]), "list.scroll-to-item", "u", position);
}

static void
sync_selection (DossierSidebar *self)
{
  DossierSource *source = dossier_session_get_source (self->session);
  DossierClaim *claim = dossier_session_get_claim (self->session);

  select_id (self, TAB_SOURCES, source != NULL ? dossier_source_id (source) : 0);
  select_id (self, TAB_CLAIMS, claim != NULL ? dossier_claim_id (claim) : 0);
}

static void
selection_changed_cb (DossierSidebar    *self,
                      guint              position,
                      guint              n_items,
                      GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GObject) item = NULL;

  if (self->syncing || gtk_bitset_get_size (selected) != 1)
    return;

  item = g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_minimum (selected));
  if (DOSSIER_IS_SOURCE (item))
    dossier_session_set_source (self->session, DOSSIER_SOURCE (item));
  else if (DOSSIER_IS_CLAIM (item))
    dossier_session_set_claim (self->session, DOSSIER_CLAIM (item));
  else if (DOSSIER_IS_NOTE (item))
    dossier_session_set_note (self->session, DOSSIER_NOTE (item));
}

static void
list_changed_cb (DossierSidebar *self)
{
  update_page (self);
}

static void
view_activate_cb (DossierSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Rows */

static void
row_released_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 DossierSidebar  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DossierSidebar           *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  Tab tab = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "tab"));
  GtkWidget *row = tab == TAB_SOURCES  ? dossier_source_row_new ()
                   : tab == TAB_CLAIMS ? dossier_claim_row_new ()
                                       : dossier_note_row_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DossierSidebar           *self)
{
  dossier_row_set_item (DOSSIER_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DossierSidebar           *self)
{
  dossier_row_set_item (DOSSIER_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
make_view (DossierSidebar *self,
           Tab             tab,
           DossierList    *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "tab", GINT_TO_POINTER (tab));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->lists[tab] = list;
  self->selections[tab] = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list)));
  g_signal_connect_object (self->selections[tab], "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->views[tab], "activate", G_CALLBACK (view_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->views[tab], factory);
  gtk_list_view_set_model (self->views[tab], GTK_SELECTION_MODEL (self->selections[tab]));
  g_object_unref (factory);
}

/* Search and tabs */

static void
search_changed_cb (DossierSidebar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->session == NULL || g_strcmp0 (words, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  dossier_filter_set_words (dossier_session_filter (self->session), words);
}

static void
stop_search_cb (DossierSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* The words may be changed elsewhere; what is being typed is left alone. */
static void
filter_changed_cb (DossierSidebar *self)
{
  const char *words = dossier_filter_get_words (dossier_session_filter (self->session));

  words = words != NULL ? words : "";
  if (g_strcmp0 (words, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
}

static void
tab_toggled_cb (DossierSidebar  *self,
                GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint tab = 0; tab < N_TABS; tab++)
    {
      if (self->buttons[tab] == button)
        self->tab = tab;
    }
  if (self->session != NULL)
    {
      update_page (self);
      update_sort_menu (self);
    }
}

/* Import */

static void
update_progress (DossierSidebar *self)
{
  DossierImportQueue *queue = dossier_session_import_queue (self->session);
  gboolean running = dossier_import_queue_is_running (queue);
  g_autofree char *current = NULL;
  double fraction;
  guint n_done, n_total;

  g_object_get (queue, "current", &current, "fraction", &fraction, "n-done", &n_done, "n-total", &n_total, NULL);
  gtk_revealer_set_reveal_child (self->progress_revealer, running);
  if (!running)
    return;

  if (n_total > 0)
    {
      g_autofree char *words = g_strdup_printf (_("%u of %u · %s"), n_done, n_total, current != NULL ? current : "");

      gtk_label_set_label (self->progress_label, words);
      gtk_progress_bar_set_fraction (self->progress_bar, fraction);
    }
  else
    {
      gtk_label_set_label (self->progress_label, _("Looking for files…"));
      gtk_progress_bar_pulse (self->progress_bar);
    }
}

static void
set_narrow (DossierSidebar *self,
            gboolean        narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bin), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), narrow);
  adw_header_bar_set_show_end_title_buttons (self->header, narrow);
}

static void
dossier_sidebar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, DOSSIER_SIDEBAR (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_sidebar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (DOSSIER_SIDEBAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_sidebar_dispose (GObject *object)
{
  DossierSidebar *self = DOSSIER_SIDEBAR (object);
  GtkWidget *child;

  for (guint tab = 0; tab < N_TABS; tab++)
    {
      if (self->views[tab] != NULL)
        gtk_list_view_set_model (self->views[tab], NULL);
      self->views[tab] = NULL;
      g_clear_object (&self->selections[tab]);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (dossier_sidebar_parent_class)->dispose (object);
}

static void
bind_tab_children (GtkWidgetClass *widget_class)
{
  for (guint tab = 0; tab < N_TABS; tab++)
    {
      g_autofree char *button = g_strdup_printf ("%s_button", tab_names[tab]);
      g_autofree char *view = g_strdup_printf ("%s_view", tab_names[tab]);

      gtk_widget_class_bind_template_child_full (widget_class, button, FALSE,
                                                 G_STRUCT_OFFSET (DossierSidebar, buttons[tab]));
      gtk_widget_class_bind_template_child_full (widget_class, view, FALSE,
                                                 G_STRUCT_OFFSET (DossierSidebar, views[tab]));
    }
}

static void
dossier_sidebar_class_init (DossierSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dossier_sidebar_get_property;
  object_class->set_property = dossier_sidebar_set_property;
  object_class->dispose = dossier_sidebar_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A row was chosen, by pointer or Enter: show it. */
  signals[ACTIVATED] = g_signal_new ("activated", DOSSIER_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dossierapp/Dossier/app/dossier-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, sort_button);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, progress_label);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, progress_bar);
  bind_tab_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
dossier_sidebar_init (DossierSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = g_strdup ("");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sidebar", G_ACTION_GROUP (self->actions));
  set_narrow (self, FALSE);
}

/** dossier_sidebar_set_session: once, when the dossier is open. */
void
dossier_sidebar_set_session (DossierSidebar *self,
                             DossierSession *session)
{
  GtkWidget *bar = dossier_filter_bar_new ();

  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  make_view (self, TAB_SOURCES, dossier_session_sources (session));
  make_view (self, TAB_CLAIMS, dossier_session_claims (session));
  make_view (self, TAB_NOTES, dossier_session_notes (session));
  dossier_filter_bar_set_session (DOSSIER_FILTER_BAR (bar), session);
  dossier_filter_bar_set_compact (DOSSIER_FILTER_BAR (bar), TRUE);
  adw_bin_set_child (self->filter_bin, bar);

  g_signal_connect_object (session, "notify::source", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::claim", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (sync_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_filter (session), "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_import_queue (session), "notify", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  update_title (self);
  update_page (self);
  update_sort_menu (self);
}

/** dossier_sidebar_set_menu: the main menu, which a narrow window shows here. */
void
dossier_sidebar_set_menu (DossierSidebar *self,
                          GMenuModel     *menu)
{
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/**
 * dossier_sidebar_focus_search:
 *
 * Puts the caret into the search entry.
 */
void
dossier_sidebar_focus_search (DossierSidebar *self)
{
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * dossier_sidebar_set_page:
 * @page: "sources", "claims" or "notes"
 *
 * Brings one of the three lists to the top.
 */
void
dossier_sidebar_set_page (DossierSidebar *self,
                          const char     *page)
{
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  for (guint tab = 0; tab < N_TABS; tab++)
    {
      if (g_strcmp0 (page, tab_names[tab]) == 0)
        gtk_toggle_button_set_active (self->buttons[tab], TRUE);
    }
}

static GArray *
selected_ids (DossierSidebar *self,
              Tab             tab)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selections[tab] == NULL)
    return ids;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selections[tab]));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = dossier_list_id_at (self->lists[tab], position);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * dossier_sidebar_selected_sources:
 *
 * Returns: (transfer full) (element-type gint64): the sources selected in their list
 */
GArray *
dossier_sidebar_selected_sources (DossierSidebar *self)
{
  g_return_val_if_fail (DOSSIER_IS_SIDEBAR (self), NULL);

  return selected_ids (self, TAB_SOURCES);
}

/**
 * dossier_sidebar_selected_claims:
 *
 * Returns: (transfer full) (element-type gint64): the claims selected in their list
 */
GArray *
dossier_sidebar_selected_claims (DossierSidebar *self)
{
  g_return_val_if_fail (DOSSIER_IS_SIDEBAR (self), NULL);

  return selected_ids (self, TAB_CLAIMS);
}
