/* dossier-shell.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The layout of the window, and nothing else: sidebar, header, filter row,
 * reader, inspector and timeline in their places. Below NARROW_WIDTH the same
 * widgets become three pages with a switcher; nothing is moved in the tree,
 * panes only become visible or not. libadwaita 1.2 has no breakpoints, so the
 * shell asks for little width itself and lets its child be clipped for the one
 * frame until the layout follows.
 */

#define G_LOG_DOMAIN "dossier-shell"

#include "config.h"

#include "dossier-shell.h"

#define MINIMUM_WIDTH 360
#define MINIMUM_HEIGHT 294
#define NARROW_WIDTH 720
#define COMPACT_WIDTH 1080

struct _DossierShell
{
  GtkWidget         parent_instance;

  GtkWidget        *root;
  GtkPaned         *sidebar_paned;
  GtkPaned         *inspector_paned;
  GtkPaned         *timeline_paned;
  GtkWidget        *main_box;
  GtkWidget        *reading_overlay;
  AdwBin           *sidebar_bin;
  AdwBin           *header_bin;
  AdwBin           *filter_bin;
  AdwBin           *reader_bin;
  AdwBin           *inspector_bin;
  AdwBin           *timeline_bin;
  AdwBin           *sheet_bin;
  GtkWidget        *switcher;
  GtkToggleButton  *page_buttons[3];

  DossierShellPage  page;
  guint             relayout_id;
  int               width;
  int               height;
  int               inspector_width; /* wanted; 0 none yet */
  int               timeline_height;
  gboolean          narrow;
  gboolean          compact;
  gboolean          compact_inspector; /* asked for while compact */
  gboolean          show_sidebar;
  gboolean          show_inspector;
  gboolean          show_timeline;
  gboolean          switching_page;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_PAGE,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_INSPECTOR,
  PROP_SHOW_TIMELINE,
  PROP_SIDEBAR_WIDTH,
  PROP_INSPECTOR_WIDTH,
  PROP_TIMELINE_HEIGHT,
  PROP_SIDEBAR,
  PROP_HEADER,
  PROP_FILTER,
  PROP_READER,
  PROP_INSPECTOR,
  PROP_TIMELINE,
  PROP_SHEET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierShell, dossier_shell, GTK_TYPE_WIDGET)

static gboolean
inspector_is_shown (DossierShell *self)
{
  if (self->narrow)
    return FALSE;

  return self->compact ? self->compact_inspector : self->show_inspector;
}

/* A pane that was hidden has lost its place, so the wanted sizes are set anew. */
static void
place_panes (DossierShell *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inspector_paned));
  int height = gtk_widget_get_height (GTK_WIDGET (self->timeline_paned));

  if (width > 0 && self->inspector_width > 0 && inspector_is_shown (self))
    gtk_paned_set_position (self->inspector_paned, MAX (0, width - self->inspector_width));
  if (height > 0 && self->timeline_height > 0 && self->show_timeline && !self->narrow)
    gtk_paned_set_position (self->timeline_paned, MAX (0, height - self->timeline_height));
}

static void
update_panes (DossierShell *self)
{
  gboolean inspector = inspector_is_shown (self);
  gboolean sidebar = self->narrow ? self->page == DOSSIER_SHELL_LIBRARY
                                  : self->show_sidebar && !(self->compact && inspector);
  gboolean timeline = self->narrow ? self->page == DOSSIER_SHELL_TIMELINE
                                   : self->show_timeline;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_bin), sidebar);
  gtk_widget_set_visible (self->main_box, !self->narrow || self->page != DOSSIER_SHELL_LIBRARY);
  gtk_widget_set_visible (self->reading_overlay, !self->narrow || self->page == DOSSIER_SHELL_READ);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector_bin), inspector);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline_bin), timeline);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_bin), self->narrow);
  gtk_widget_set_visible (self->switcher, self->narrow);

  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  self->switching_page = TRUE;
  gtk_toggle_button_set_active (self->page_buttons[self->page], TRUE);
  self->switching_page = FALSE;

  place_panes (self);
}

static gboolean
relayout_cb (gpointer data)
{
  DossierShell *self = data;
  gboolean narrow = self->width < NARROW_WIDTH;
  gboolean compact = !narrow && self->width < COMPACT_WIDTH;

  if (narrow != self->narrow || compact != self->compact)
    {
      self->narrow = narrow;
      self->compact = compact;
      self->compact_inspector = FALSE;
      update_panes (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
    }
  else
    {
      place_panes (self);
    }
  self->relayout_id = 0;

  return G_SOURCE_REMOVE;
}

static void
dossier_shell_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  DossierShell *self = DOSSIER_SHELL (widget);
  int minimum_width, minimum_height;

  /* Before the panes move: where they stand now is not what a person chose. */
  if (width != self->width || height != self->height)
    {
      self->width = width;
      self->height = height;
      if (self->relayout_id == 0)
        self->relayout_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, relayout_cb, self, NULL);
    }

  gtk_widget_measure (self->root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (self->root, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width),
                      &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->root, MAX (width, minimum_width), MAX (height, minimum_height),
                       baseline, NULL);
}

static void
dossier_shell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DossierShell *self = DOSSIER_SHELL (widget);
  int child_natural;

  gtk_widget_measure (self->root, orientation, -1, NULL, &child_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = MAX (*minimum, child_natural);
}

static void
inspector_position_cb (DossierShell *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inspector_paned));

  if (width > 0 && self->relayout_id == 0 && inspector_is_shown (self))
    self->inspector_width = width - gtk_paned_get_position (self->inspector_paned);
}

static void
timeline_position_cb (DossierShell *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->timeline_paned));

  if (height > 0 && self->relayout_id == 0 && self->show_timeline && !self->narrow)
    self->timeline_height = height - gtk_paned_get_position (self->timeline_paned);
}

static void
page_toggled_cb (DossierShell    *self,
                 GtkToggleButton *button)
{
  if (self->switching_page || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (self->page_buttons); i++)
    {
      if (self->page_buttons[i] == button)
        dossier_shell_set_page (self, i);
    }
}

static AdwBin *
slot_of (DossierShell *self,
         guint         prop_id)
{
  switch (prop_id)
    {
    case PROP_SIDEBAR: return self->sidebar_bin;
    case PROP_HEADER: return self->header_bin;
    case PROP_FILTER: return self->filter_bin;
    case PROP_READER: return self->reader_bin;
    case PROP_INSPECTOR: return self->inspector_bin;
    case PROP_TIMELINE: return self->timeline_bin;
    case PROP_SHEET: return self->sheet_bin;
    default: return NULL;
    }
}

static void
dossier_shell_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DossierShell *self = DOSSIER_SHELL (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_PAGE:
      g_value_set_int (value, self->page);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, dossier_shell_get_show_inspector (self));
      break;
    case PROP_SHOW_TIMELINE:
      g_value_set_boolean (value, self->show_timeline);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, gtk_paned_get_position (self->sidebar_paned));
      break;
    case PROP_INSPECTOR_WIDTH:
      g_value_set_int (value, self->inspector_width);
      break;
    case PROP_TIMELINE_HEIGHT:
      g_value_set_int (value, self->timeline_height);
      break;
    default:
      if (slot_of (self, prop_id) != NULL)
        g_value_set_object (value, adw_bin_get_child (slot_of (self, prop_id)));
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_shell_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DossierShell *self = DOSSIER_SHELL (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      dossier_shell_set_page (self, g_value_get_int (value));
      break;
    case PROP_SHOW_SIDEBAR:
      dossier_shell_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      dossier_shell_set_show_inspector (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_TIMELINE:
      dossier_shell_set_show_timeline (self, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_WIDTH:
      gtk_paned_set_position (self->sidebar_paned, g_value_get_int (value));
      break;
    case PROP_INSPECTOR_WIDTH:
      self->inspector_width = g_value_get_int (value);
      place_panes (self);
      break;
    case PROP_TIMELINE_HEIGHT:
      self->timeline_height = g_value_get_int (value);
      place_panes (self);
      break;
    default:
      if (slot_of (self, prop_id) != NULL)
        adw_bin_set_child (slot_of (self, prop_id), g_value_get_object (value));
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_shell_dispose (GObject *object)
{
  DossierShell *self = DOSSIER_SHELL (object);

  g_clear_handle_id (&self->relayout_id, g_source_remove);
  g_clear_pointer (&self->root, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_shell_parent_class)->dispose (object);
}

static GParamSpec *
slot_property (const char *name)
{
  return g_param_spec_object (name, NULL, NULL, GTK_TYPE_WIDGET,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
show_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, TRUE,
                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
size_property (const char *name)
{
  return g_param_spec_int (name, NULL, NULL, 0, G_MAXINT, 0,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
}

static void
dossier_shell_class_init (DossierShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dossier_shell_get_property;
  object_class->set_property = dossier_shell_set_property;
  object_class->dispose = dossier_shell_dispose;

  widget_class->measure = dossier_shell_measure;
  widget_class->size_allocate = dossier_shell_size_allocate;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] =
    g_param_spec_int ("page", NULL, NULL, DOSSIER_SHELL_LIBRARY, DOSSIER_SHELL_TIMELINE, DOSSIER_SHELL_LIBRARY,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_SIDEBAR] = show_property ("show-sidebar");
  properties[PROP_SHOW_INSPECTOR] = show_property ("show-inspector");
  properties[PROP_SHOW_TIMELINE] = show_property ("show-timeline");
  properties[PROP_SIDEBAR_WIDTH] = size_property ("sidebar-width");
  properties[PROP_INSPECTOR_WIDTH] = size_property ("inspector-width");
  properties[PROP_TIMELINE_HEIGHT] = size_property ("timeline-height");
  properties[PROP_SIDEBAR] = slot_property ("sidebar");
  properties[PROP_HEADER] = slot_property ("header");
  properties[PROP_FILTER] = slot_property ("filter");
  properties[PROP_READER] = slot_property ("reader");
  properties[PROP_INSPECTOR] = slot_property ("inspector");
  properties[PROP_TIMELINE] = slot_property ("timeline");
  properties[PROP_SHEET] = slot_property ("sheet");
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/dossierapp/Dossier/app/dossier-shell.ui");
  gtk_widget_class_set_css_name (widget_class, "shell");
  gtk_widget_class_bind_template_child (widget_class, DossierShell, root);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, sidebar_paned);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, inspector_paned);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, timeline_paned);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, main_box);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, reading_overlay);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, sidebar_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, header_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, reader_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, sheet_bin);
  gtk_widget_class_bind_template_child (widget_class, DossierShell, switcher);
  gtk_widget_class_bind_template_child_full (widget_class, "library_button", FALSE,
                                             G_STRUCT_OFFSET (DossierShell, page_buttons[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "read_button", FALSE,
                                             G_STRUCT_OFFSET (DossierShell, page_buttons[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "timeline_button", FALSE,
                                             G_STRUCT_OFFSET (DossierShell, page_buttons[2]));
  gtk_widget_class_bind_template_callback (widget_class, page_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, inspector_position_cb);
  gtk_widget_class_bind_template_callback (widget_class, timeline_position_cb);
}

static void
dossier_shell_init (DossierShell *self)
{
  self->show_sidebar = TRUE;
  self->show_inspector = TRUE;
  self->show_timeline = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_panes (self);
}

/**
 * dossier_shell_new:
 *
 * Returns: (transfer floating): a shell with no panes in it yet
 */
GtkWidget *
dossier_shell_new (void)
{
  return g_object_new (DOSSIER_TYPE_SHELL, NULL);
}

/** dossier_shell_get_narrow: whether the panes are three pages now. */
gboolean
dossier_shell_get_narrow (DossierShell *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHELL (self), FALSE);

  return self->narrow;
}

/**
 * dossier_shell_get_page:
 *
 * Returns: which pane a narrow window shows
 */
DossierShellPage
dossier_shell_get_page (DossierShell *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHELL (self), DOSSIER_SHELL_LIBRARY);

  return self->page;
}

/** dossier_shell_set_page: the page a narrow window shows; remembered, but without effect, in a wide one. */
void
dossier_shell_set_page (DossierShell     *self,
                        DossierShellPage  page)
{
  g_return_if_fail (DOSSIER_IS_SHELL (self));

  if (self->page == page)
    return;

  self->page = page;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * dossier_shell_get_show_sidebar:
 *
 * Returns: whether a wide window shows the sidebar
 */
gboolean
dossier_shell_get_show_sidebar (DossierShell *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHELL (self), FALSE);

  return self->show_sidebar;
}

/**
 * dossier_shell_set_show_sidebar:
 * @show: whether a wide window shows the sidebar
 *
 * In a window of middle width it takes the place of the inspector.
 */
void
dossier_shell_set_show_sidebar (DossierShell *self,
                                gboolean      show)
{
  g_return_if_fail (DOSSIER_IS_SHELL (self));

  if (self->show_sidebar == show)
    return;

  self->show_sidebar = show;
  if (show && self->compact)
    self->compact_inspector = FALSE;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

/**
 * dossier_shell_get_show_inspector:
 *
 * Whether the inspector is asked for. In a window of middling width that is
 * another question than in a wide one: there it takes the sidebar's place.
 */
gboolean
dossier_shell_get_show_inspector (DossierShell *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHELL (self), FALSE);

  return self->compact ? self->compact_inspector : self->show_inspector;
}

/**
 * dossier_shell_set_show_inspector:
 * @show: whether the inspector is shown
 *
 * A window of middle width remembers this apart from a wide one.
 */
void
dossier_shell_set_show_inspector (DossierShell *self,
                                  gboolean      show)
{
  gboolean *state;

  g_return_if_fail (DOSSIER_IS_SHELL (self));

  state = self->compact ? &self->compact_inspector : &self->show_inspector;
  if (*state == show)
    return;

  *state = show;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

/**
 * dossier_shell_get_show_timeline:
 *
 * Returns: whether a wide window shows the timeline
 */
gboolean
dossier_shell_get_show_timeline (DossierShell *self)
{
  g_return_val_if_fail (DOSSIER_IS_SHELL (self), FALSE);

  return self->show_timeline;
}

/**
 * dossier_shell_set_show_timeline:
 * @show: whether a wide window shows the timeline
 *
 * Gives its height to the text, or takes it back.
 */
void
dossier_shell_set_show_timeline (DossierShell *self,
                                 gboolean      show)
{
  g_return_if_fail (DOSSIER_IS_SHELL (self));

  if (self->show_timeline == show)
    return;

  self->show_timeline = show;
  update_panes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TIMELINE]);
}
