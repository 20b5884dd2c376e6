/* dossier-answers-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-answers-board"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-answer-row.h"
#include "dossier-answers-board.h"
#include "dossier-filter-bar.h"
#include "dossier-link-popover.h"
#include "dossier-names.h"

struct _DossierAnswersBoard
{
  GtkWidget           parent_instance;

  DossierSession     *session;
  DossierAnswers     *answers;
  GSimpleActionGroup *actions;
  GPtrArray          *rows;  /* DossierAnswerRow, unowned: those that the list made */
  GtkWidget          *title;
  GtkWidget          *group_button;
  GtkWidget          *export_button;
  GtkWidget          *filter_bar;
  GtkWidget          *without;
  GtkWidget          *stack;
  GtkWidget          *nothing;
  GtkWidget          *view;
  GtkWidget          *link_popover;
  gboolean            narrow;
};

enum
{
  BACK,
  OPEN,
  EXPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char       *name;
  const char       *label;
  DossierAnswersBy  by;
} groupings[] = {
  { "matter", N_("Group: Matter"), DOSSIER_ANSWERS_BY_MATTER },
  { "source", N_("Group: Source"), DOSSIER_ANSWERS_BY_SOURCE },
  { "country", N_("Group: Country"), DOSSIER_ANSWERS_BY_COUNTRY },
};

G_DEFINE_FINAL_TYPE (DossierAnswersBoard, dossier_answers_board, GTK_TYPE_WIDGET)

/* What is shown */

static void
update_nothing (DossierAnswersBoard *self)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (self->nothing);

  if (dossier_answers_n_allegations (self->answers) > 0)
    {
      adw_status_page_set_title (page, _("Every Allegation Has a Reply"));
      adw_status_page_set_description (page, _("Show all again to read them side by side."));
    }
  else if (dossier_filter_is_active (dossier_session_filter (self->session)))
    {
      adw_status_page_set_title (page, _("No Allegation Fits the Filter"));
      adw_status_page_set_description (page, _("Clear a part of it."));
    }
  else
    {
      adw_status_page_set_title (page, _("No Allegations"));
      adw_status_page_set_description (page, _("Nobody is accused of anything in these sources."));
    }
}

static void
changed_cb (DossierAnswersBoard *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == 0;
  g_autofree char *counts = dossier_answers_counts_text (self->answers);

  if (dossier_answers_is_loading (self->answers))
    return;

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), counts);
  if (empty)
    update_nothing (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "nothing" : "board");
  gtk_widget_set_sensitive (self->export_button, !empty);
}

/* Rows */

static void
open_cb (DossierAnswersBoard *self,
         DossierClaim        *claim)
{
  g_signal_emit (self, signals[OPEN], 0, claim);
}

static void
popover_closed_cb (DossierAnswersBoard *self)
{
  dossier_link_popover_set_claim (DOSSIER_LINK_POPOVER (self->link_popover), self->session, NULL);
}

/* One popover for all rows; it belongs to the board, for rows come and go. */
static void
link_cb (DossierAnswersBoard *self,
         DossierClaim        *claim,
         GtkWidget           *button)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;

  dossier_link_popover_set_claim (DOSSIER_LINK_POPOVER (self->link_popover), self->session, claim);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->link_popover),
                               &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width,
                                                bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->link_popover));
}

static void
setup_cb (DossierAnswersBoard *self,
          GtkListItem         *list_item)
{
  GtkWidget *row = dossier_answer_row_new (self->session);

  dossier_answer_row_set_narrow (DOSSIER_ANSWER_ROW (row), self->narrow);
  g_signal_connect_object (row, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (DossierAnswersBoard *self,
         GtkListItem         *list_item)
{
  dossier_answer_row_set (DOSSIER_ANSWER_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (DossierAnswersBoard *self,
           GtkListItem         *list_item)
{
  dossier_answer_row_set (DOSSIER_ANSWER_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
teardown_cb (DossierAnswersBoard *self,
             GtkListItem         *list_item)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

/* What can be chosen */

static void
group_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DossierAnswersBoard *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i].name, g_variant_get_string (parameter, NULL)))
      {
        dossier_answers_set_by (self->answers, groupings[i].by);
        gtk_menu_button_set_label (GTK_MENU_BUTTON (self->group_button), _(groupings[i].label));
        g_simple_action_set_state (action, parameter);
      }
}

static const GActionEntry action_entries[] = {
  { "group", group_action, "s", "'matter'", NULL },
};

static void
without_cb (DossierAnswersBoard *self)
{
  dossier_answers_set_without_only (self->answers, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->without)));
}

static void
back_cb (DossierAnswersBoard *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
export_cb (DossierAnswersBoard *self)
{
  g_signal_emit (self, signals[EXPORT], 0);
}

/* Life */

static void
dossier_answers_board_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DossierAnswersBoard *self = DOSSIER_ANSWERS_BOARD (widget);

  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->link_popover));
}

static void
dossier_answers_board_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
dossier_answers_board_dispose (GObject *object)
{
  DossierAnswersBoard *self = DOSSIER_ANSWERS_BOARD (object);
  GtkWidget *child;

  if (self->view != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->view), NULL);
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->answers != NULL)
    dossier_answers_set_active (self->answers, FALSE);
  g_clear_object (&self->answers);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_answers_board_parent_class)->dispose (object);
}

static void
dossier_answers_board_finalize (GObject *object)
{
  g_ptr_array_unref (DOSSIER_ANSWERS_BOARD (object)->rows);

  G_OBJECT_CLASS (dossier_answers_board_parent_class)->finalize (object);
}

static void
dossier_answers_board_class_init (DossierAnswersBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_answers_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = dossier_answers_board_finalize;
  widget_class->size_allocate = dossier_answers_board_size_allocate;
  widget_class->measure = dossier_answers_board_measure;
  gtk_widget_class_set_css_name (widget_class, "answersboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[BACK] = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                DOSSIER_TYPE_CLAIM);
  signals[EXPORT] = g_signal_new ("export", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_header (DossierAnswersBoard *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      g_autofree char *action = g_strdup_printf ("board.group::%s", groupings[i].name);

      g_menu_append (menu, _(groupings[i].label), action);
    }
  gtk_widget_set_tooltip_text (back, _("Back to the text (Escape)"));
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  self->title = adw_window_title_new (_("Answers"), NULL);
  self->group_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->group_button), _(groupings[0].label));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->group_button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (self->group_button, "flat");
  gtk_widget_set_tooltip_text (self->group_button, _("What the allegations are put together by"));
  self->export_button = gtk_button_new_with_mnemonic (_("_Export…"));
  gtk_widget_add_css_class (self->export_button, "suggested-action");
  g_signal_connect_object (self->export_button, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->group_button);

  return header;
}

static GtkWidget *
make_filter (DossierAnswersBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->filter_bar = dossier_filter_bar_new ();
  dossier_filter_bar_set_compact (DOSSIER_FILTER_BAR (self->filter_bar), TRUE);
  gtk_widget_set_hexpand (self->filter_bar, TRUE);
  self->without = gtk_toggle_button_new_with_label (_("Without Reply Only"));
  gtk_widget_add_css_class (self->without, "without-reply");
  gtk_widget_set_valign (self->without, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->without, "toggled", G_CALLBACK (without_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->filter_bar);
  gtk_box_append (GTK_BOX (box), self->without);
  gtk_widget_add_css_class (box, "board-filter");

  return box;
}

static GtkWidget *
make_stack (DossierAnswersBoard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  self->view = gtk_list_view_new (NULL, NULL);
  gtk_widget_add_css_class (self->view, "answers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Allegations and their answers"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  self->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->nothing), "dossier-allegation-symbolic");
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), spinner, "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "board");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_widget_set_vexpand (self->stack, TRUE);

  return self->stack;
}

static void
add_back_keys (DossierAnswersBoard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const char *const triggers[] = { "Escape", "<Alt>Left" };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                                                            gtk_named_action_new ("board.back")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
back_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  back_cb (user_data);
}

static void
dossier_answers_board_init (DossierAnswersBoard *self)
{
  static const GActionEntry back_entry = { "back", back_action, NULL, NULL, NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &back_entry, 1, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_filter (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  self->link_popover = dossier_link_popover_new ();
  gtk_widget_set_parent (self->link_popover, GTK_WIDGET (self));
  g_signal_connect_object (self->link_popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);

  add_back_keys (self);
  dossier_name_buttons (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
}

/**
 * dossier_answers_board_new:
 *
 * Returns: (transfer floating): a board that shows nothing until it has a session
 */
GtkWidget *
dossier_answers_board_new (void)
{
  return g_object_new (DOSSIER_TYPE_ANSWERS_BOARD, NULL);
}

/** dossier_answers_board_set_session: once, when the dossier is open. */
void
dossier_answers_board_set_session (DossierAnswersBoard *self,
                                   DossierSession      *session)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (DOSSIER_IS_ANSWERS_BOARD (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->answers = dossier_answers_new (session);
  dossier_filter_bar_set_session (DOSSIER_FILTER_BAR (self->filter_bar), session);
  dossier_filter_bar_hide_facet (DOSSIER_FILTER_BAR (self->filter_bar), DOSSIER_FACET_KIND);
  g_signal_connect_object (self->answers, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->answers))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), selection);
}

/** dossier_answers_board_set_active: whether it is on show. */
void
dossier_answers_board_set_active (DossierAnswersBoard *self,
                                  gboolean             active)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS_BOARD (self));

  if (self->answers == NULL)
    return;

  dossier_answers_set_active (self->answers, active);
  if (active)
    gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/** dossier_answers_board_set_narrow: answers stand below what they answer. */
void
dossier_answers_board_set_narrow (DossierAnswersBoard *self,
                                  gboolean             narrow)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS_BOARD (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_widget_set_visible (self->export_button, !narrow);
  for (guint i = 0; i < self->rows->len; i++)
    dossier_answer_row_set_narrow (g_ptr_array_index (self->rows, i), narrow);
}

/** dossier_answers_board_claim_ids: (transfer full): the claims on it, as gint64. */
GArray *
dossier_answers_board_claim_ids (DossierAnswersBoard *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWERS_BOARD (self), NULL);

  return dossier_answers_claim_ids (self->answers);
}

/** dossier_answers_board_popup: opens the list of @facet, or, for -1, the dates. */
void
dossier_answers_board_popup (DossierAnswersBoard *self,
                             int                  facet)
{
  g_return_if_fail (DOSSIER_IS_ANSWERS_BOARD (self));

  dossier_filter_bar_popup (DOSSIER_FILTER_BAR (self->filter_bar), facet);
}
