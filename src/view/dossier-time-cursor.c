/* dossier-time-cursor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-cursor"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "dossier-time-cursor.h"
#include "dossier-time-focus.h"

struct _DossierTimeCursor
{
  DossierTimeLayer  layer;

  DossierTimeLanes *lanes;
  GtkWidget        *focus[2];
  guint             current;
};

G_DEFINE_FINAL_TYPE (DossierTimeCursor, dossier_time_cursor, DOSSIER_TYPE_TIME_LAYER)

static gboolean
event_rect (DossierTimeCursor     *self,
            guint                  position,
            double                 room,
            graphene_rect_t       *rect)
{
  const DossierTimeEvent *event;
  double x0, x1, half;
  gboolean is_bar;

  event = dossier_time_index_event (dossier_time_scene_index (self->layer.scene), position);
  if (!dossier_time_scene_place (self->layer.scene, event, gtk_widget_get_width (GTK_WIDGET (self)),
                                 &x0, &x1, &is_bar))
    return FALSE;

  half = 4 + room;
  if (!is_bar)
    x0 = round (x0 - .5) + .5, x1 = x0 + 8;
  *rect = GRAPHENE_RECT_INIT (x0 - room,
                              event->lane * DOSSIER_LANE_HEIGHT + DOSSIER_LANE_HEIGHT / 2.0 - .5 - half +
                                dossier_time_lanes_shift (self->lanes, position),
                              x1 - x0 + 2 * room, 2 * half);

  return TRUE;
}

static void
snapshot_ring (DossierTimeCursor *self,
               GtkSnapshot       *snapshot,
               guint              position,
               const GdkRGBA     *colour,
               float              thickness)
{
  const float widths[4] = { thickness, thickness, thickness, thickness };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect rounded;
  graphene_rect_t rect;

  if (!event_rect (self, position, 1 + thickness, &rect))
    return;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, rect.size.height / 2);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colours);
}

static void
snapshot_selection (DossierTimeCursor *self,
                    GtkSnapshot       *snapshot)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->layer.scene);
  guint id = dossier_time_scene_get_selected (self->layer.scene);
  guint first, last;

  if (id == DOSSIER_TIMELINE_NO_EVENT)
    return;

  dossier_time_scene_visible_lanes (self->layer.scene, &first, &last);
  for (guint lane = first; lane < last; lane++)
    {
      guint position;

      if (dossier_time_index_find (index, id, lane, &position))
        snapshot_ring (self, snapshot, position, &self->layer.palette.accent, 2);
    }
}

static void
dossier_time_cursor_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  DossierTimeCursor *self = DOSSIER_TIME_CURSOR (widget);
  guint hover = dossier_time_scene_get_hover (self->layer.scene);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget)));
  if (hover != DOSSIER_NO_POSITION)
    snapshot_ring (self, snapshot, hover, &self->layer.palette.text, 1);
  snapshot_selection (self, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (self->focus); i++)
    gtk_widget_snapshot_child (widget, self->focus[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
dossier_time_cursor_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  DossierTimeCursor *self = DOSSIER_TIME_CURSOR (widget);
  guint position = dossier_time_scene_get_focus (self->layer.scene);
  graphene_rect_t rect;

  for (guint i = 0; i < G_N_ELEMENTS (self->focus); i++)
    {
      GtkAllocation place = { 0, 0, 1, 1 };

      if (!gtk_widget_should_layout (self->focus[i]))
        continue;

      if (position != DOSSIER_NO_POSITION && event_rect (self, position, 5, &rect))
        place = (GtkAllocation) { rect.origin.x, rect.origin.y, rect.size.width, rect.size.height };
      gtk_widget_measure (self->focus[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->focus[i], &place, -1);
    }
}

static void
dossier_time_cursor_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static char *
spoken_text (DossierTimeCursor *self,
             guint              position)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->layer.scene);
  const DossierTimeEvent *event = dossier_time_index_event (index, position);
  g_autofree char *text = dossier_time_scene_describe (self->layer.scene, position);

  /* Translators: an event of the timeline for a screen reader: its place among all, its lane, its text. */
  return g_strdup_printf (_("%u of %u, %s: %s"), position + 1, dossier_time_index_n_events (index),
                          dossier_time_scene_lane_name (self->layer.scene, event->lane), text);
}

static void
update_text (DossierTimeCursor *self)
{
  guint position = dossier_time_scene_get_focus (self->layer.scene);
  guint n = dossier_time_index_n_events (dossier_time_scene_index (self->layer.scene));
  g_autofree char *text = NULL;

  if (position != DOSSIER_NO_POSITION)
    text = spoken_text (self, position);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim in time, none selected",
                                         "%u claims in time, none selected", n), n);
  dossier_time_focus_set_text (DOSSIER_TIME_FOCUS (self->focus[self->current]), text);
}

/* The text goes to the widget that has not the focus now, so that the focus
 * truly moves and the change is read out. */
static void
selection_changed (DossierTimeCursor *self)
{
  guint n = dossier_time_index_n_events (dossier_time_scene_index (self->layer.scene));
  gboolean had_focus = gtk_widget_has_focus (self->focus[self->current]);

  self->current = !self->current;
  update_text (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->focus); i++)
    gtk_widget_set_focusable (self->focus[i], i == self->current && n > 0);
  gtk_widget_set_visible (self->focus[self->current], TRUE);
  if (had_focus)
    gtk_widget_grab_focus (self->focus[self->current]);
  gtk_widget_set_visible (self->focus[!self->current], FALSE);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
view_changed (DossierTimeCursor *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
dossier_time_cursor_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  DossierTimeCursor *self = DOSSIER_TIME_CURSOR (widget);
  guint position = keyboard ? dossier_time_scene_get_focus (self->layer.scene)
                            : dossier_time_lanes_hit (self->lanes, x, y);
  g_autofree char *text = NULL;
  graphene_rect_t rect;

  if (position == DOSSIER_NO_POSITION)
    return FALSE;

  text = dossier_time_scene_describe (self->layer.scene, position);
  gtk_tooltip_set_text (tooltip, text);
  if (event_rect (self, position, 2, &rect) && rect.size.width < 40)
    {
      GdkRectangle area = { rect.origin.x, rect.origin.y, rect.size.width, rect.size.height };

      gtk_tooltip_set_tip_area (tooltip, &area);
    }

  return TRUE;
}

static void
motion (DossierTimeCursor *self,
        double             x,
        double             y)
{
  dossier_time_scene_set_hover (self->layer.scene, dossier_time_lanes_hit (self->lanes, x, y));
}

static void
left (DossierTimeCursor *self)
{
  dossier_time_scene_set_hover (self->layer.scene, DOSSIER_NO_POSITION);
}

static void
dossier_time_cursor_dispose (GObject *object)
{
  DossierTimeCursor *self = DOSSIER_TIME_CURSOR (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->focus); i++)
    g_clear_pointer (&self->focus[i], gtk_widget_unparent);
  g_clear_object (&self->lanes);

  G_OBJECT_CLASS (dossier_time_cursor_parent_class)->dispose (object);
}

static void
dossier_time_cursor_class_init (DossierTimeCursorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_time_cursor_dispose;
  widget_class->measure = dossier_time_cursor_measure;
  widget_class->query_tooltip = dossier_time_cursor_query_tooltip;
  widget_class->size_allocate = dossier_time_cursor_size_allocate;
  widget_class->snapshot = dossier_time_cursor_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timecursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
dossier_time_cursor_init (DossierTimeCursor *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();

  for (guint i = 0; i < G_N_ELEMENTS (self->focus); i++)
    {
      self->focus[i] = dossier_time_focus_new ();
      gtk_widget_set_focusable (self->focus[i], FALSE);
      gtk_widget_set_visible (self->focus[i], FALSE);
      gtk_widget_set_parent (self->focus[i], GTK_WIDGET (self));
    }

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Claims in time"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The arrow keys go from claim to claim; the Claims list shows the same"),
                                  -1);
  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (motion), self);
  g_signal_connect_swapped (pointer, "leave", G_CALLBACK (left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
}

/**
 * dossier_time_cursor_new:
 * @lanes: the events that it lies over
 *
 * Returns: the layer over the events of @scene
 */
GtkWidget *
dossier_time_cursor_new (DossierTimeScene *scene,
                         DossierTimeLanes *lanes)
{
  DossierTimeCursor *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_CURSOR, scene);

  self->lanes = g_object_ref (lanes);
  g_signal_connect_object (dossier_time_scene_axis (scene), "view-changed",
                           G_CALLBACK (view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "content-changed", G_CALLBACK (view_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "texts-changed", G_CALLBACK (update_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "lanes-scrolled", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * dossier_time_cursor_grab_focus:
 *
 * Gives the keyboard focus to the event that the scene says it stands at.
 */
void
dossier_time_cursor_grab_focus (DossierTimeCursor *self)
{
  g_return_if_fail (DOSSIER_IS_TIME_CURSOR (self));

  gtk_widget_grab_focus (self->focus[self->current]);
}

/**
 * dossier_time_cursor_spoken_text:
 *
 * Returns: (transfer none): what a screen reader reads at the event with the focus
 */
const char *
dossier_time_cursor_spoken_text (DossierTimeCursor *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIME_CURSOR (self), NULL);

  return dossier_time_focus_get_text (DOSSIER_TIME_FOCUS (self->focus[self->current]));
}
