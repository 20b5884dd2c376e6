/* dossier-reader-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-reader-view-private.h"
#include "dossier-selection-bar.h"
#include "dossier-words.h"

#define SMALLEST 8.0
#define LARGEST 40.0
#define NORMAL 13.0

enum
{
  PROP_0,
  PROP_SELECTED_CLAIM,
  PROP_KINDS,
  PROP_FACE,
  PROP_SIZE,
  PROP_LINE_HEIGHT,
  PROP_COLUMNS,
  PROP_JUSTIFY,
  PROP_THEME,
  PROP_CARET,
  PROP_LOADED,
  N_PROPS,
};

enum
{
  CLAIM_ACTIVATED,
  NOTE_ACTIVATED,
  HIGHLIGHT_REQUESTED,
  NOTE_REQUESTED,
  CLAIM_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierReaderView, dossier_reader_view, GTK_TYPE_WIDGET)

static DossierReaderText *
get_text (DossierReaderView *self)
{
  return DOSSIER_READER_TEXT (self->text);
}

static void
update_marks (DossierReaderView *self)
{
  dossier_reader_text_set_marks (get_text (self),
                                 dossier_reader_marks_new ((DossierReaderClaim *)(void *)self->claims->data,
                                                           self->claims->len,
                                                           (DossierReaderNote *)(void *)self->notes->data,
                                                           self->notes->len,
                                                           self->kinds));
}

static void
update_style (DossierReaderView *self)
{
  dossier_reader_text_set_style (get_text (self), &self->style);
}

static void
claim_clicked (DossierReaderView *self,
               gint64             id,
               int                n_press)
{
  if (gtk_text_buffer_get_has_selection (self->buffer) && n_press == 1)
    return;

  if (n_press == 1)
    dossier_reader_view_set_selected (self, id);
  else if (n_press == 2)
    g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, id);
}

static void
note_clicked (DossierReaderView *self,
              gint64             id)
{
  g_signal_emit (self, signals[NOTE_ACTIVATED], 0, id);
}

static void
menu_requested (DossierReaderView *self,
                double             x,
                double             y)
{
  GdkRectangle at = { x, y, 1, 1 };

  if (x < 0)
    {
      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self->text), NULL, &at, NULL);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->text), GTK_TEXT_WINDOW_WIDGET,
                                             at.x, at.y, &at.x, &at.y);
    }
  _dossier_reader_view_hide_bar (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
style_stepped (DossierReaderView *self,
               int                step)
{
  g_object_set (self, "size", CLAMP (self->style.size + step, SMALLEST, LARGEST), NULL);
}

static void
loaded_changed (DossierReaderView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/* After the person has said what it shall be the text is no more selected. */
static gboolean
take_selection (DossierReaderView *self,
                DossierSpan       *span)
{
  GtkTextIter end;

  if (!dossier_reader_text_get_selection (get_text (self), span))
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_place_cursor (self->buffer, &end);
  _dossier_reader_view_hide_bar (self);

  return TRUE;
}

static void
selection_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);
  DossierKind kind = DOSSIER_KIND_STATEMENT;
  DossierSpan span;

  if (parameter != NULL && !dossier_kind_from_nick (g_variant_get_string (parameter, NULL), &kind))
    return;
  if (!take_selection (self, &span))
    return;

  if (g_str_equal (name, "reader.highlight"))
    g_signal_emit (self, signals[HIGHLIGHT_REQUESTED], 0, span.start, span.end, "yellow");
  else if (g_str_equal (name, "reader.note"))
    g_signal_emit (self, signals[NOTE_REQUESTED], 0, span.start, span.end);
  else
    g_signal_emit (self, signals[CLAIM_REQUESTED], 0, span.start, span.end, (int)kind);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (!dossier_reader_view_step_claim (DOSSIER_READER_VIEW (widget),
                                       g_str_equal (name, "reader.next-claim") ? 1 : -1))
    gtk_widget_error_bell (widget);
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);
  gint64 id = dossier_reader_text_get_selected (get_text (self));

  if (id != 0)
    g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, id);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);

  gtk_text_buffer_copy_clipboard (self->buffer, gtk_widget_get_clipboard (widget));
}

static void
size_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);

  if (g_str_equal (name, "reader.normal-size"))
    g_object_set (self, "size", NORMAL, NULL);
  else
    style_stepped (self, g_str_equal (name, "reader.larger") ? 1 : -1);
}

static void
dossier_reader_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED_CLAIM:
      g_value_set_int64 (value, dossier_reader_view_get_selected (self));
      break;
    case PROP_KINDS:
      g_value_set_uint (value, self->kinds);
      break;
    case PROP_FACE:
      g_value_set_string (value, self->style.face);
      break;
    case PROP_SIZE:
      g_value_set_double (value, self->style.size);
      break;
    case PROP_LINE_HEIGHT:
      g_value_set_double (value, self->style.line_height);
      break;
    case PROP_COLUMNS:
      g_value_set_int (value, self->style.columns);
      break;
    case PROP_JUSTIFY:
      g_value_set_boolean (value, self->style.justify);
      break;
    case PROP_THEME:
      g_value_set_int (value, self->style.theme);
      break;
    case PROP_CARET:
      g_value_set_boolean (value, gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, dossier_reader_text_is_loaded (get_text (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_style_property (DossierReaderView *self,
                    guint              prop_id,
                    const GValue      *value)
{
  DossierReaderStyle old = self->style;

  if (prop_id == PROP_FACE)
    {
      if (g_strcmp0 (self->style.face, g_value_get_string (value)) == 0)
        return;
      g_free (self->style.face);
      self->style.face = g_value_dup_string (value);
    }
  else if (prop_id == PROP_SIZE)
    self->style.size = g_value_get_double (value);
  else if (prop_id == PROP_LINE_HEIGHT)
    self->style.line_height = g_value_get_double (value);
  else if (prop_id == PROP_COLUMNS)
    self->style.columns = g_value_get_int (value);
  else if (prop_id == PROP_JUSTIFY)
    self->style.justify = g_value_get_boolean (value);
  else
    self->style.theme = g_value_get_int (value);

  if (prop_id != PROP_FACE && old.size == self->style.size && old.line_height == self->style.line_height &&
      old.columns == self->style.columns && old.justify == self->style.justify && old.theme == self->style.theme)
    return;

  update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
dossier_reader_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED_CLAIM:
      dossier_reader_view_set_selected (self, g_value_get_int64 (value));
      break;
    case PROP_KINDS:
      if (self->kinds == g_value_get_uint (value))
        break;
      self->kinds = g_value_get_uint (value);
      update_marks (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FACE:
    case PROP_SIZE:
    case PROP_LINE_HEIGHT:
    case PROP_COLUMNS:
    case PROP_JUSTIFY:
    case PROP_THEME:
      set_style_property (self, prop_id, value);
      break;
    case PROP_CARET:
      if (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)) == g_value_get_boolean (value))
        break;
      gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->text), g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
dossier_reader_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOSSIER_READER_VIEW (widget)->text);
}

static void
dossier_reader_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);

  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, 0, width, height }, -1);
  gtk_popover_present (GTK_POPOVER (self->bar));
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
dossier_reader_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (DOSSIER_READER_VIEW (widget)->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
dossier_reader_view_dispose (GObject *object)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (object);

  g_clear_handle_id (&self->bar_timeout, g_source_remove);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_reader_view_parent_class)->dispose (object);
}

static void
dossier_reader_view_finalize (GObject *object)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (object);

  g_free (self->style.face);
  g_array_unref (self->claims);
  g_array_unref (self->notes);

  G_OBJECT_CLASS (dossier_reader_view_parent_class)->finalize (object);
}

/* Escape takes the selection of text back; without one it is left to the window. */
static gboolean
escape (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  DossierReaderView *self = DOSSIER_READER_VIEW (widget);
  DossierSpan span;

  return take_selection (self, &span);
}

/* What a right click offers. The text view's own menu is not used: it hangs on the
 * view itself, which then asks for another layout on every frame, and most of it
 * would be for editing. */
static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (dossier_kind_label (i), NULL);

      g_menu_item_set_action_and_target (item, "reader.claim", "s", dossier_kind_nick (i));
      g_menu_append_item (kinds, item);
    }
  g_menu_append (menu, _("_Copy"), "reader.copy");
  g_menu_append (menu, _("_Highlight"), "reader.highlight");
  g_menu_append (menu, _("_Note"), "reader.note");
  g_menu_append_submenu (menu, _("_Mark as"), G_MENU_MODEL (kinds));

  return G_MENU_MODEL (menu);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SELECTED_CLAIM] = g_param_spec_int64 ("selected-claim", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KINDS] = g_param_spec_uint ("kinds", NULL, NULL, 0, G_MAXUINT, G_MAXUINT, flags);
  properties[PROP_FACE] = g_param_spec_string ("face", NULL, NULL, NULL, flags);
  properties[PROP_SIZE] = g_param_spec_double ("size", NULL, NULL, SMALLEST, LARGEST, NORMAL, flags);
  properties[PROP_LINE_HEIGHT] = g_param_spec_double ("line-height", NULL, NULL, 1, 2.5, 1.15, flags);
  properties[PROP_COLUMNS] = g_param_spec_int ("columns", NULL, NULL, 20, 200, 66, flags);
  properties[PROP_JUSTIFY] = g_param_spec_boolean ("justify", NULL, NULL, FALSE, flags);
  properties[PROP_THEME] = g_param_spec_int ("theme", NULL, NULL, 0, DOSSIER_N_THEMES - 1, 0, flags);
  properties[PROP_CARET] = g_param_spec_boolean ("caret", NULL, NULL, FALSE, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, TRUE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (GType type)
{
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[NOTE_ACTIVATED] = g_signal_new ("note-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[HIGHLIGHT_REQUESTED] = g_signal_new ("highlight-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[NOTE_REQUESTED] = g_signal_new ("note-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[CLAIM_REQUESTED] = g_signal_new ("claim-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_INT);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "reader.next-claim", NULL, step_action },
    { "reader.previous-claim", NULL, step_action },
    { "reader.activate-claim", NULL, activate_action },
    { "reader.highlight", NULL, selection_action },
    { "reader.note", NULL, selection_action },
    { "reader.claim", "s", selection_action },
    { "reader.copy", NULL, copy_action },
    { "reader.larger", NULL, size_action },
    { "reader.smaller", NULL, size_action },
    { "reader.normal-size", NULL, size_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "reader.caret", "caret");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "reader.next-claim", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "reader.previous-claim", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "reader.activate-claim", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "reader.caret", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "reader.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "reader.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "reader.larger", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "reader.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reader.smaller", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "reader.normal-size", NULL);
}

static void
dossier_reader_view_class_init (DossierReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_reader_view_dispose;
  object_class->finalize = dossier_reader_view_finalize;
  object_class->get_property = dossier_reader_view_get_property;
  object_class->set_property = dossier_reader_view_set_property;
  widget_class->grab_focus = dossier_reader_view_grab_focus;
  widget_class->measure = dossier_reader_view_measure;
  widget_class->size_allocate = dossier_reader_view_size_allocate;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "readerview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_reader_view_init (DossierReaderView *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkAdjustment *scroll;

  self->claims = g_array_new (FALSE, FALSE, sizeof (DossierReaderClaim));
  self->notes = g_array_new (FALSE, FALSE, sizeof (DossierReaderNote));
  self->kinds = G_MAXUINT;
  self->style = (DossierReaderStyle) { g_strdup ("Noto Serif"), NORMAL, 1.15, 66, FALSE, DOSSIER_THEME_AUTO };

  self->text = dossier_reader_text_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->text);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));

  self->bar = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->bar), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->bar), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->bar), dossier_selection_bar_new ());
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (_dossier_reader_view_hide_bar), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "notify::buffer", G_CALLBACK (_dossier_reader_view_follow_buffer), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "notify::loaded", G_CALLBACK (loaded_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "claim-clicked", G_CALLBACK (claim_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "note-clicked", G_CALLBACK (note_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "menu-requested", G_CALLBACK (menu_requested), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "style-stepped", G_CALLBACK (style_stepped), self, G_CONNECT_SWAPPED);
  _dossier_reader_view_follow_buffer (self);
  update_style (self);
}

/**
 * dossier_reader_view_new:
 *
 * Returns: a reader with no text
 */
GtkWidget *
dossier_reader_view_new (void)
{
  return g_object_new (DOSSIER_TYPE_READER_VIEW, NULL);
}

/**
 * dossier_reader_view_set_text:
 * @text: (nullable): the text, or %NULL for an empty page
 * @blocks: (nullable): in order and disjoint
 *
 * Shows another text from its beginning.
 */
void
dossier_reader_view_set_text (DossierReaderView  *self,
                              DossierText        *text,
                              const DossierBlock *blocks,
                              guint               n_blocks)
{
  gboolean had_selection;

  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  had_selection = dossier_reader_view_get_selected (self) != 0;
  _dossier_reader_view_hide_bar (self);
  g_array_set_size (self->claims, 0);
  g_array_set_size (self->notes, 0);
  dossier_reader_text_set_text (get_text (self), text, blocks, n_blocks);
  update_marks (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  if (had_selection)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_CLAIM]);
}

/**
 * dossier_reader_view_set_heading:
 * @title: (nullable): the title of the source; left out where the text begins with it
 * @details: (nullable): one line: outlet, author, date
 *
 * Says what stands above the text; %NULLs take it away.
 */
void
dossier_reader_view_set_heading (DossierReaderView *self,
                                 const char        *title,
                                 const char        *details)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  dossier_reader_text_set_heading (get_text (self), title, details);
}

/**
 * dossier_reader_view_set_claims:
 *
 * Replaces the claims; in any order.
 */
void
dossier_reader_view_set_claims (DossierReaderView        *self,
                                const DossierReaderClaim *claims,
                                guint                     n_claims)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  g_array_set_size (self->claims, 0);
  g_array_append_vals (self->claims, claims, n_claims);
  update_marks (self);
}

/**
 * dossier_reader_view_set_notes:
 *
 * Replaces the notes; in any order.
 */
void
dossier_reader_view_set_notes (DossierReaderView       *self,
                               const DossierReaderNote *notes,
                               guint                    n_notes)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  g_array_set_size (self->notes, 0);
  g_array_append_vals (self->notes, notes, n_notes);
  for (guint i = 0; i < n_notes; i++)
    {
      DossierReaderNote *note = &g_array_index (self->notes, DossierReaderNote, i);

      note->colour = g_intern_string (note->colour);
    }
  update_marks (self);
}

/**
 * dossier_reader_view_set_text_func:
 *
 * Says what the hover card of a claim is.
 */
void
dossier_reader_view_set_text_func (DossierReaderView     *self,
                                   DossierReaderTextFunc  func,
                                   gpointer               user_data,
                                   GDestroyNotify         destroy)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  dossier_reader_text_set_text_func (get_text (self), func, user_data, destroy);
}

/**
 * dossier_reader_view_get_selected:
 *
 * Returns: the id of the outlined claim, or 0
 */
gint64
dossier_reader_view_get_selected (DossierReaderView *self)
{
  g_return_val_if_fail (DOSSIER_IS_READER_VIEW (self), 0);

  return dossier_reader_text_get_selected (get_text (self));
}

/**
 * dossier_reader_view_set_selected:
 *
 * Outlines a claim, or none; does not scroll.
 */
void
dossier_reader_view_set_selected (DossierReaderView *self,
                                  gint64             claim_id)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  if (dossier_reader_view_get_selected (self) == claim_id)
    return;

  dossier_reader_text_set_selected (get_text (self), claim_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_CLAIM]);
}

/**
 * dossier_reader_view_scroll_to:
 * @span: a place of the text, code points
 *
 * Brings it into view, unfolding what hides it, as soon as the text is there.
 */
void
dossier_reader_view_scroll_to (DossierReaderView *self,
                               DossierSpan        span)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  dossier_reader_text_scroll_to (get_text (self), span, FALSE);
}

/**
 * dossier_reader_view_step_claim:
 * @step: 1 for the next claim, -1 for the one before
 *
 * Goes to a shown claim from the selected one or, without one, from the top of
 * the view.
 *
 * Returns: %FALSE where there is no more
 */
gboolean
dossier_reader_view_step_claim (DossierReaderView *self,
                                int                step)
{
  DossierReaderMarks *marks;
  int n, i;

  g_return_val_if_fail (DOSSIER_IS_READER_VIEW (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  marks = dossier_reader_text_get_marks (get_text (self));
  n = marks != NULL ? (int)dossier_reader_marks_n_claims (marks) : 0;
  i = n > 0 ? dossier_reader_marks_find (marks, dossier_reader_view_get_selected (self)) : -1;
  if (i >= 0)
    i += step;
  else if (n > 0)
    i = (int)dossier_reader_marks_after (marks, dossier_reader_view_get_place (self)) - (step < 0 ? 1 : 0);

  for (; i >= 0 && i < n; i += step)
    {
      const DossierReaderClaim *claim = dossier_reader_marks_claim (marks, i);
      DossierSpan span = claim->span;

      if (!claim->shown || !dossier_reader_marks_is_drawn (marks, i))
        continue;
      dossier_reader_view_set_selected (self, claim->id);
      dossier_reader_view_scroll_to (self, span);
      dossier_reader_text_place_caret (get_text (self), span.start);
      return TRUE;
    }

  return FALSE;
}

/**
 * dossier_reader_view_get_selection:
 * @span: (out): what the person has selected, code points
 *
 * Returns: %FALSE where nothing is
 */
gboolean
dossier_reader_view_get_selection (DossierReaderView *self,
                                   DossierSpan       *span)
{
  g_return_val_if_fail (DOSSIER_IS_READER_VIEW (self), FALSE);

  return dossier_reader_text_get_selection (get_text (self), span);
}

/**
 * dossier_reader_view_select_span:
 * @span: a place of the text, code points
 *
 * Selects it, as if the person had.
 */
void
dossier_reader_view_select_span (DossierReaderView *self,
                                 DossierSpan        span)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  dossier_reader_text_select_span (get_text (self), span);
}

/**
 * dossier_reader_view_get_place:
 *
 * Returns: the first code point in view, to come back to it by dossier_reader_view_scroll_to()
 */
guint32
dossier_reader_view_get_place (DossierReaderView *self)
{
  g_return_val_if_fail (DOSSIER_IS_READER_VIEW (self), 0);

  return dossier_reader_text_get_place (get_text (self));
}

/**
 * dossier_reader_view_set_place:
 *
 * Brings a place to the top of the view.
 */
void
dossier_reader_view_set_place (DossierReaderView *self,
                               guint32            offset)
{
  g_return_if_fail (DOSSIER_IS_READER_VIEW (self));

  dossier_reader_text_scroll_to (get_text (self), (DossierSpan) { offset, offset + 1 }, TRUE);
}
