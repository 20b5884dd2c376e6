/* dossier-timeline-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-timeline-view"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "dossier-time-cursor.h"
#include "dossier-time-grid.h"
#include "dossier-time-header.h"
#include "dossier-time-labels.h"
#include "dossier-time-lanes.h"
#include "dossier-time-overview.h"
#include "dossier-time-ruler.h"
#include "dossier-timeline-view-private.h"

#define END_MARGIN 14
#define ZOOM_STEP .6

enum
{
  PROP_0,
  PROP_SELECTED_ID,
  PROP_BRUSH_FROM,
  PROP_BRUSH_TO,
  PROP_LANE_BY,
  PROP_BASIS,
  PROP_N_UNDATED,
  PROP_THEME,
  N_PROPS,
};

enum
{
  EVENT_ACTIVATED,
  BRUSH_CHANGED,
  UNDATED_ACTIVATED,
  LANE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimelineView, dossier_timeline_view, GTK_TYPE_WIDGET)

static DossierTimeAxis *
get_axis (DossierTimelineView *self)
{
  return dossier_time_scene_axis (self->scene);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _dossier_timeline_view_zoom (DOSSIER_TIMELINE_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _dossier_timeline_view_zoom (DOSSIER_TIMELINE_VIEW (widget), 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  dossier_timeline_view_fit (DOSSIER_TIMELINE_VIEW (widget));
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  double by = g_str_has_suffix (name, "earlier") ? -.25 : .25;
  double begin, end;

  dossier_time_axis_get_view (get_axis (self), &begin, &end);
  by *= end - begin;
  _dossier_timeline_view_go_to (self, begin + by, end + by);
}

static void
zoom_to_brush_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  double first, last;
  gint32 from, to;

  dossier_time_axis_get_extent (get_axis (self), &first, &last);
  if (dossier_time_axis_get_brush (get_axis (self), &from, &to))
    _dossier_timeline_view_go_to (self, from == DOSSIER_DAY_MIN ? first : from,
                                  to == DOSSIER_DAY_MAX ? last : to + 1.0);
}

static void
clear_brush_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  gint32 from, to;

  if (!dossier_time_axis_get_brush (get_axis (self), &from, &to))
    return;

  dossier_time_axis_set_brush (get_axis (self), DOSSIER_DAY_MIN, DOSSIER_DAY_MAX);
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

static void
reveal (DossierTimelineView *self,
        guint                position)
{
  const DossierTimeEvent *event;
  double begin, end, top;

  if (position == DOSSIER_NO_POSITION)
    return;

  event = dossier_time_index_event (dossier_time_scene_index (self->scene), position);
  dossier_time_axis_get_view (get_axis (self), &begin, &end);
  if (event->end < begin || event->begin > end || event->begin == event->end)
    dossier_time_axis_reveal (get_axis (self), ((double)MAX (event->begin, -3000000) + MIN (event->end, 3000000) + 1) / 2);

  top = (double)event->lane * DOSSIER_LANE_HEIGHT;
  gtk_adjustment_clamp_page (dossier_time_scene_adjustment (self->scene), top, top + DOSSIER_LANE_HEIGHT);
}

static void
select_position (DossierTimelineView *self,
                 guint                position)
{
  const DossierTimeEvent *event;

  event = dossier_time_index_event (dossier_time_scene_index (self->scene), position);
  dossier_time_scene_select (self->scene, event->id, position);
  reveal (self, position);
}

static void
start_walk (DossierTimelineView *self,
            int                  step)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->scene);
  guint position = DOSSIER_NO_POSITION;
  double begin, end;

  dossier_time_axis_get_view (get_axis (self), &begin, &end);
  if (dossier_time_index_overlaps (index, DOSSIER_TIME_ALL_LANES, (gint32)floor (begin), (gint32)ceil (end),
                                   1, &position) == 1 ||
      dossier_time_index_next (index, DOSSIER_TIME_ALL_LANES, &position, step))
    select_position (self, position);
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  DossierTimeIndex *index = dossier_time_scene_index (self->scene);
  guint position = dossier_time_scene_get_focus (self->scene);
  int step = g_str_has_suffix (name, "next-event") ? 1 : -1;

  if (position == DOSSIER_NO_POSITION)
    start_walk (self, step);
  else if (dossier_time_index_next (index, dossier_time_index_event (index, position)->lane, &position, step))
    select_position (self, position);
  else
    gtk_widget_error_bell (widget);

  dossier_time_cursor_grab_focus (DOSSIER_TIME_CURSOR (self->cursor));
}

/* The event of a lane that begins nearest to another event. */
static gboolean
nearest (DossierTimeIndex *index,
         guint             lane,
         guint             from,
         guint            *position)
{
  guint before = from, after = from;
  gboolean has_before = dossier_time_index_next (index, lane, &before, -1);
  gboolean has_after = dossier_time_index_next (index, lane, &after, 1);
  gint64 day = dossier_time_index_event (index, from)->begin;

  if (has_before && has_after)
    *position = day - dossier_time_index_event (index, before)->begin <=
                    dossier_time_index_event (index, after)->begin - day
                  ? before
                  : after;
  else if (has_before || has_after)
    *position = has_before ? before : after;

  return has_before || has_after;
}

static void
lane_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  DossierTimeIndex *index = dossier_time_scene_index (self->scene);
  guint from = dossier_time_scene_get_focus (self->scene);
  int step = g_str_has_suffix (name, "next-lane") ? 1 : -1;
  int n_lanes = dossier_time_scene_n_lanes (self->scene);

  if (from == DOSSIER_NO_POSITION)
    start_walk (self, step);
  else
    for (int lane = dossier_time_index_event (index, from)->lane + step; lane >= 0 && lane < n_lanes; lane += step)
      {
        guint position;

        if (nearest (index, lane, from, &position))
          {
            select_position (self, position);
            break;
          }
      }

  dossier_time_cursor_grab_focus (DOSSIER_TIME_CURSOR (self->cursor));
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  guint id = dossier_time_scene_get_selected (self->scene);

  if (id != DOSSIER_TIMELINE_NO_EVENT)
    g_signal_emit (self, signals[EVENT_ACTIVATED], 0, id);
}

/**
 * _dossier_timeline_view_click:
 * @n_press: one click selects, two zoom in
 * @x: pixels of the plot
 * @y: pixels of the plot
 *
 * Answers a click into the plot.
 */
void
_dossier_timeline_view_click (DossierTimelineView *self,
                              int                  n_press,
                              double               x,
                              double               y)
{
  double width = gtk_widget_get_width (self->cursor);
  guint position = dossier_time_lanes_hit (DOSSIER_TIME_LANES (self->lanes), x, y);

  if (n_press == 2)
    _dossier_timeline_view_zoom_by (self, .4, dossier_time_axis_to_day (get_axis (self), x, width));
  else if (n_press == 1 && position != DOSSIER_NO_POSITION)
    {
      select_position (self, position);
      dossier_time_cursor_grab_focus (DOSSIER_TIME_CURSOR (self->cursor));
      g_signal_emit (self, signals[EVENT_ACTIVATED], 0, dossier_time_scene_get_selected (self->scene));
    }
}

static void
selection_changed (DossierTimelineView *self)
{
  if (self->selected_id == dossier_time_scene_get_selected (self->scene))
    return;

  self->selected_id = dossier_time_scene_get_selected (self->scene);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

static void
axis_brush_changed (DossierTimelineView *self)
{
  gint32 from, to;
  gboolean has_brush = dossier_time_axis_get_brush (get_axis (self), &from, &to);

  if (self->brush_from != from)
    {
      self->brush_from = from;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRUSH_FROM]);
    }
  if (self->brush_to != to)
    {
      self->brush_to = to;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRUSH_TO]);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.clear-brush", has_brush);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-to-brush", has_brush);
}

static void
brush_released (DossierTimelineView *self)
{
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

static void
undated_activated (DossierTimelineView *self)
{
  g_signal_emit (self, signals[UNDATED_ACTIVATED], 0);
}

static void
lane_activated (DossierTimelineView *self,
                guint                lane)
{
  g_signal_emit (self, signals[LANE_ACTIVATED], 0, lane);
}

static void
header_notify (DossierTimelineView *self,
               GParamSpec          *pspec)
{
  if (g_str_equal (pspec->name, "lane-by"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE_BY]);
  else if (g_str_equal (pspec->name, "basis"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASIS]);
}

/* A row under the lanes that begins where they begin. */
static GtkWidget *
make_row (GtkSizeGroup *group,
          GtkWidget    *child)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *spacer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_size_group_add_widget (group, spacer);
  gtk_box_append (GTK_BOX (row), spacer);
  gtk_widget_set_hexpand (child, TRUE);
  gtk_box_append (GTK_BOX (row), child);

  return row;
}

static GtkWidget *
make_body (DossierTimelineView *self,
           GtkSizeGroup        *group)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *labels = dossier_time_labels_new (self->scene);
  GtkWidget *overlay = gtk_overlay_new ();

  self->lanes = dossier_time_lanes_new (self->scene);
  self->cursor = dossier_time_cursor_new (self->scene, DOSSIER_TIME_LANES (self->lanes));

  gtk_overlay_set_child (GTK_OVERLAY (overlay), dossier_time_grid_new (self->scene));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->lanes);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->cursor);
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_widget_set_can_target (self->lanes, FALSE);

  gtk_size_group_add_widget (group, labels);
  g_signal_connect_object (labels, "lane-activated", G_CALLBACK (lane_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), labels);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_widget_set_valign (box, GTK_ALIGN_START);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 2 * DOSSIER_LANE_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  /* The ruler stands right under the lanes, however tall the window. */
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  dossier_time_scene_set_adjustment (self->scene,
                                     gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));

  return scrolled;
}

static void
make_children (DossierTimelineView *self)
{
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *parts[4];

  self->header = dossier_time_header_new ();
  g_signal_connect_object (self->header, "notify", G_CALLBACK (header_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->header, "undated-activated", G_CALLBACK (undated_activated), self, G_CONNECT_SWAPPED);
  self->overview = dossier_time_overview_new (self->scene);
  g_signal_connect_object (self->overview, "brush-released", G_CALLBACK (brush_released), self, G_CONNECT_SWAPPED);

  parts[0] = self->header;
  parts[1] = make_body (self, group);
  parts[2] = make_row (group, dossier_time_ruler_new (self->scene));
  parts[3] = make_row (group, self->overview);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gtk_widget_set_margin_end (parts[i], END_MARGIN);
      gtk_widget_set_parent (parts[i], GTK_WIDGET (self));
    }
}

static void
dossier_timeline_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_uint (value, self->selected_id);
      break;
    case PROP_BRUSH_FROM:
      g_value_set_int (value, self->brush_from);
      break;
    case PROP_BRUSH_TO:
      g_value_set_int (value, self->brush_to);
      break;
    case PROP_LANE_BY:
    case PROP_BASIS:
    case PROP_N_UNDATED:
      g_object_get_property (G_OBJECT (self->header), pspec->name, value);
      break;
    case PROP_THEME:
      g_value_set_int (value, dossier_time_scene_get_theme (self->scene));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_timeline_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      dossier_timeline_view_set_selected (self, g_value_get_uint (value));
      break;
    case PROP_BRUSH_FROM:
      dossier_timeline_view_set_brush (self, g_value_get_int (value), self->brush_to);
      break;
    case PROP_BRUSH_TO:
      dossier_timeline_view_set_brush (self, self->brush_from, g_value_get_int (value));
      break;
    case PROP_LANE_BY:
    case PROP_BASIS:
    case PROP_N_UNDATED:
      g_object_set_property (G_OBJECT (self->header), pspec->name, value);
      break;
    case PROP_THEME:
      dossier_time_scene_set_theme (self->scene, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_timeline_view_dispose (GObject *object)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (object);
  GtkWidget *child;

  _dossier_timeline_view_stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->dispose (object);
}

static void
dossier_timeline_view_finalize (GObject *object)
{
  g_clear_object (&DOSSIER_TIMELINE_VIEW (object)->scene);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char              *name;
    GtkWidgetActionActivateFunc activate;
    guint                    keys[3];
    GdkModifierType          state;
  } actions[] = {
    { "timeline.zoom-in", zoom_in_action, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, 0 },
    { "timeline.zoom-out", zoom_out_action, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, 0 },
    { "timeline.fit", fit_action, { GDK_KEY_0, GDK_KEY_Home, GDK_KEY_KP_0 }, 0 },
    { "timeline.pan-earlier", pan_action, { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK },
    { "timeline.pan-later", pan_action, { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK },
    { "timeline.next-event", walk_action, { GDK_KEY_Right, GDK_KEY_KP_Right }, 0 },
    { "timeline.previous-event", walk_action, { GDK_KEY_Left, GDK_KEY_KP_Left }, 0 },
    { "timeline.next-lane", lane_action, { GDK_KEY_Down, GDK_KEY_KP_Down }, 0 },
    { "timeline.previous-lane", lane_action, { GDK_KEY_Up, GDK_KEY_KP_Up }, 0 },
    { "timeline.activate", activate_action, { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter }, 0 },
    { "timeline.zoom-to-brush", zoom_to_brush_action, { GDK_KEY_z }, 0 },
    { "timeline.clear-brush", clear_brush_action, { GDK_KEY_BackSpace }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (guint k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], actions[i].state,
                                             actions[i].name, NULL);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SELECTED_ID] = g_param_spec_uint ("selected-id", NULL, NULL, 0, G_MAXUINT,
                                                    DOSSIER_TIMELINE_NO_EVENT, flags);
  properties[PROP_BRUSH_FROM] = g_param_spec_int ("brush-from", NULL, NULL, G_MININT, G_MAXINT,
                                                  DOSSIER_DAY_MIN, flags);
  properties[PROP_BRUSH_TO] = g_param_spec_int ("brush-to", NULL, NULL, G_MININT, G_MAXINT,
                                                DOSSIER_DAY_MAX, flags);
  properties[PROP_LANE_BY] = g_param_spec_int ("lane-by", NULL, NULL, 0, DOSSIER_N_LANE_BYS - 1, 0, flags);
  properties[PROP_BASIS] = g_param_spec_int ("basis", NULL, NULL, 0, DOSSIER_N_BASES - 1, 0, flags);
  properties[PROP_N_UNDATED] = g_param_spec_uint ("n-undated", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_THEME] = g_param_spec_int ("theme", NULL, NULL, 0, DOSSIER_N_THEMES - 1, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_timeline_view_class_init (DossierTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dossier_timeline_view_dispose;
  object_class->finalize = dossier_timeline_view_finalize;
  object_class->get_property = dossier_timeline_view_get_property;
  object_class->set_property = dossier_timeline_view_set_property;
  install_properties (object_class);

  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", type, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", type, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDATED_ACTIVATED] = g_signal_new ("undated-activated", type, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LANE_ACTIVATED] = g_signal_new ("lane-activated", type, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_timeline_view_init (DossierTimelineView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  dossier_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);

  self->scene = dossier_time_scene_new ();
  self->selected_id = DOSSIER_TIMELINE_NO_EVENT;
  self->brush_from = DOSSIER_DAY_MIN;
  self->brush_to = DOSSIER_DAY_MAX;

  make_children (self);
  _dossier_timeline_view_add_gestures (self);
  g_signal_connect_object (self->scene, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_axis (self), "brush-changed", G_CALLBACK (axis_brush_changed), self, G_CONNECT_SWAPPED);
  axis_brush_changed (self);
}

/**
 * dossier_timeline_view_new:
 *
 * Returns: a timeline with no events
 */
GtkWidget *
dossier_timeline_view_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * dossier_timeline_view_set_index:
 * @index: all events; a reference is taken
 * @lane_names: as many as @index has lanes, %NULL-terminated; copied
 *
 * Shows other events, all at once.
 */
void
dossier_timeline_view_set_index (DossierTimelineView *self,
                                 DossierTimeIndex    *index,
                                 const char * const  *lane_names)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));
  g_return_if_fail (index != NULL);

  _dossier_timeline_view_stop (self);
  dossier_time_scene_set_index (self->scene, index, lane_names);
}

/**
 * dossier_timeline_view_set_text_func:
 *
 * Says what an event's hover card and spoken text are.
 */
void
dossier_timeline_view_set_text_func (DossierTimelineView     *self,
                                     DossierTimelineTextFunc  func,
                                     gpointer                 user_data,
                                     GDestroyNotify           destroy)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_scene_set_text_func (self->scene, func, user_data, destroy);
}

/**
 * dossier_timeline_view_set_shown_func:
 *
 * Says which events are faint.
 */
void
dossier_timeline_view_set_shown_func (DossierTimelineView      *self,
                                      DossierTimelineShownFunc  func,
                                      gpointer                  user_data,
                                      GDestroyNotify            destroy)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_scene_set_shown_func (self->scene, func, user_data, destroy);
}

/**
 * dossier_timeline_view_filter_changed:
 *
 * Asks the shown function anew: the filter has changed.
 */
void
dossier_timeline_view_filter_changed (DossierTimelineView *self)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_scene_filter_changed (self->scene);
}

/**
 * dossier_timeline_view_texts_changed:
 *
 * Asks the text function anew for the selected event: its record has come.
 */
void
dossier_timeline_view_texts_changed (DossierTimelineView *self)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_scene_texts_changed (self->scene);
}

/**
 * dossier_timeline_view_get_selected:
 *
 * Returns: the id of the selected event, or %DOSSIER_TIMELINE_NO_EVENT
 */
guint
dossier_timeline_view_get_selected (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), DOSSIER_TIMELINE_NO_EVENT);

  return self->selected_id;
}

/**
 * dossier_timeline_view_set_selected:
 *
 * Selects the event with this id in all its lanes, and brings it into view.
 */
void
dossier_timeline_view_set_selected (DossierTimelineView *self,
                                    guint                id)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->selected_id == id)
    return;

  dossier_time_scene_select (self->scene, id, DOSSIER_NO_POSITION);
  reveal (self, dossier_time_scene_get_focus (self->scene));
}

/**
 * dossier_timeline_view_get_brush:
 *
 * Returns: whether there is a brush; its first and last day, open ends as in dossier-edtf.h
 */
gboolean
dossier_timeline_view_get_brush (DossierTimelineView *self,
                                 gint32              *from,
                                 gint32              *to)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), FALSE);

  return dossier_time_axis_get_brush (get_axis (self), from, to);
}

/**
 * dossier_timeline_view_set_brush:
 *
 * Shows the date range of the filter; "brush-changed" is not emitted.
 */
void
dossier_timeline_view_set_brush (DossierTimelineView *self,
                                 gint32               from,
                                 gint32               to)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_axis_set_brush (get_axis (self), from, to);
}

/**
 * dossier_timeline_view_get_view:
 * @begin: (out): the first day in view
 * @end: (out): the day after the last
 *
 * Tells what is in view, to come back to it by dossier_timeline_view_set_view().
 */
void
dossier_timeline_view_get_view (DossierTimelineView *self,
                                double              *begin,
                                double              *end)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_axis_get_view (get_axis (self), begin, end);
}

/**
 * dossier_timeline_view_set_view:
 * @begin: the first day
 * @end: the day after the last
 *
 * Brings these days into view, at once.
 */
void
dossier_timeline_view_set_view (DossierTimelineView *self,
                                double               begin,
                                double               end)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  _dossier_timeline_view_stop (self);
  dossier_time_axis_set_view (get_axis (self), begin, end);
}

/**
 * dossier_timeline_view_fit:
 *
 * Brings all events into view.
 */
void
dossier_timeline_view_fit (DossierTimelineView *self)
{
  double first, last;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  dossier_time_axis_get_extent (get_axis (self), &first, &last);
  _dossier_timeline_view_go_to (self, first, last);
}
