/* dossier-time-scene.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-scene"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-callback.h"
#include "dossier-time-scene.h"
#include "dossier-time-ticks.h"
#include "dossier-words.h"

/* A date that is wider than this on the screen is a bar, not a point. */
#define WIDEST_POINT 14.0
#define POINT_RADIUS 4.0

struct _DossierTimeScene
{
  GObject                   parent_instance;

  DossierTimeAxis          *axis;
  DossierTimeIndex         *index;
  GStrv                     lane_names;
  GtkAdjustment            *adjustment;
  DossierTheme              theme;
  guint                     selected;
  guint                     focus;
  guint                     hover;

  DossierCallback           text_func;  /* DossierTimelineTextFunc */
  DossierCallback           shown_func; /* DossierTimelineShownFunc */
};

enum
{
  CONTENT_CHANGED,
  SELECTION_CHANGED,
  HOVER_CHANGED,
  THEME_CHANGED,
  LANES_SCROLLED,
  TEXTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimeScene, dossier_time_scene, G_TYPE_OBJECT)

static void
dossier_time_scene_dispose (GObject *object)
{
  DossierTimeScene *self = DOSSIER_TIME_SCENE (object);

  dossier_callback_set (&self->text_func, NULL, NULL, NULL);
  dossier_callback_set (&self->shown_func, NULL, NULL, NULL);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (dossier_time_scene_parent_class)->dispose (object);
}

static void
dossier_time_scene_finalize (GObject *object)
{
  DossierTimeScene *self = DOSSIER_TIME_SCENE (object);

  g_clear_object (&self->axis);
  g_clear_pointer (&self->index, dossier_time_index_unref);
  g_clear_pointer (&self->lane_names, g_strfreev);

  G_OBJECT_CLASS (dossier_time_scene_parent_class)->finalize (object);
}

static void
dossier_time_scene_class_init (DossierTimeSceneClass *klass)
{
  static const char *const names[] = {
    "content-changed", "selection-changed", "hover-changed", "theme-changed",
    "lanes-scrolled", "texts-changed",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_time_scene_dispose;
  object_class->finalize = dossier_time_scene_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_time_scene_init (DossierTimeScene *self)
{
  self->axis = dossier_time_axis_new ();
  self->index = dossier_time_index_new (NULL, 0, 0);
  self->selected = DOSSIER_TIMELINE_NO_EVENT;
  self->focus = DOSSIER_NO_POSITION;
  self->hover = DOSSIER_NO_POSITION;
}

/**
 * dossier_time_scene_new:
 *
 * Returns: a scene with no events
 */
DossierTimeScene *
dossier_time_scene_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIME_SCENE, NULL);
}

/**
 * dossier_time_scene_axis:
 *
 * Returns: (transfer none): its axis, the same for good
 */
DossierTimeAxis *
dossier_time_scene_axis (DossierTimeScene *self)
{
  return self->axis;
}

/**
 * dossier_time_scene_index:
 *
 * Returns: (transfer none): the events, never %NULL
 */
DossierTimeIndex *
dossier_time_scene_index (DossierTimeScene *self)
{
  return self->index;
}

static guint
position_of (DossierTimeScene *self,
             guint             id)
{
  guint position;

  if (id != DOSSIER_TIMELINE_NO_EVENT &&
      dossier_time_index_find (self->index, id, DOSSIER_TIME_ALL_LANES, &position))
    return position;

  return DOSSIER_NO_POSITION;
}

/**
 * dossier_time_scene_set_index:
 * @index: (transfer none): the events
 * @lane_names: as many as there are lanes
 *
 * The selection stays by its id; the axis takes the new extent.
 */
void
dossier_time_scene_set_index (DossierTimeScene   *self,
                              DossierTimeIndex   *index,
                              const char * const *lane_names)
{
  gint32 first, last;

  g_return_if_fail (DOSSIER_IS_TIME_SCENE (self));
  g_return_if_fail (index != NULL);

  dossier_time_index_ref (index);
  dossier_time_index_unref (self->index);
  self->index = index;
  g_strfreev (self->lane_names);
  self->lane_names = g_strdupv ((char **)lane_names);

  self->hover = DOSSIER_NO_POSITION;
  self->focus = position_of (self, self->selected);

  if (dossier_time_index_extent (index, &first, &last))
    dossier_time_axis_set_extent (self->axis, first, last + 1.0);

  g_signal_emit (self, signals[CONTENT_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * dossier_time_scene_n_lanes:
 *
 * Returns: how many lanes there are
 */
guint
dossier_time_scene_n_lanes (DossierTimeScene *self)
{
  return dossier_time_index_n_lanes (self->index);
}

/**
 * dossier_time_scene_lane_name:
 *
 * Returns: the name of a lane, "" where it has none
 */
const char *
dossier_time_scene_lane_name (DossierTimeScene *self,
                              guint             lane)
{
  if (self->lane_names == NULL || lane >= g_strv_length (self->lane_names))
    return "";

  return self->lane_names[lane];
}

/**
 * dossier_time_scene_adjustment:
 *
 * Returns: (nullable): how far the lanes are scrolled down
 */
GtkAdjustment *
dossier_time_scene_adjustment (DossierTimeScene *self)
{
  return self->adjustment;
}

static void
emit_content_changed (DossierTimeScene *self)
{
  g_signal_emit (self, signals[CONTENT_CHANGED], 0);
}

static void
emit_lanes_scrolled (DossierTimeScene *self)
{
  g_signal_emit (self, signals[LANES_SCROLLED], 0);
}

/**
 * dossier_time_scene_set_adjustment:
 *
 * Lanes that it scrolls out of view are not drawn.
 */
void
dossier_time_scene_set_adjustment (DossierTimeScene *self,
                                   GtkAdjustment    *adjustment)
{
  g_return_if_fail (self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (emit_lanes_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (emit_lanes_scrolled), self,
                           G_CONNECT_SWAPPED);
}

/**
 * dossier_time_scene_visible_lanes:
 * @first: (out): the first lane in view
 * @last: (out): the one after the last
 */
void
dossier_time_scene_visible_lanes (DossierTimeScene *self,
                                  guint            *first,
                                  guint            *last)
{
  guint n = dossier_time_scene_n_lanes (self);
  double top = 0, page = 0;

  if (self->adjustment != NULL)
    {
      top = gtk_adjustment_get_value (self->adjustment);
      page = gtk_adjustment_get_page_size (self->adjustment);
    }
  if (page <= 0)
    page = 30 * DOSSIER_LANE_HEIGHT;

  *first = MIN (n, (guint)(top / DOSSIER_LANE_HEIGHT));
  *last = MIN (n, (guint)((top + page) / DOSSIER_LANE_HEIGHT) + 1);
}

/**
 * dossier_time_scene_get_selected:
 *
 * Returns: the id of the selected event, or %DOSSIER_TIMELINE_NO_EVENT
 */
guint
dossier_time_scene_get_selected (DossierTimeScene *self)
{
  return self->selected;
}

/**
 * dossier_time_scene_get_focus:
 *
 * Returns: where the keyboard stands: a position in the index, or %DOSSIER_NO_POSITION
 */
guint
dossier_time_scene_get_focus (DossierTimeScene *self)
{
  return self->focus;
}

/**
 * dossier_time_scene_select:
 * @id: of an event, or %DOSSIER_TIMELINE_NO_EVENT
 * @position: in the index, where the keyboard stands: an event may be in several lanes; %DOSSIER_NO_POSITION for
 *   the first
 *
 * Selects an event.
 */
void
dossier_time_scene_select (DossierTimeScene *self,
                           guint             id,
                           guint             position)
{
  g_return_if_fail (DOSSIER_IS_TIME_SCENE (self));

  if (position == DOSSIER_NO_POSITION)
    position = position_of (self, id);

  if (self->selected == id && self->focus == position)
    return;

  self->selected = id;
  self->focus = position;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/**
 * dossier_time_scene_get_hover:
 *
 * Returns: the event under the pointer, or %DOSSIER_NO_POSITION
 */
guint
dossier_time_scene_get_hover (DossierTimeScene *self)
{
  return self->hover;
}

/**
 * dossier_time_scene_set_hover:
 *
 * Says which event is under the pointer.
 */
void
dossier_time_scene_set_hover (DossierTimeScene *self,
                              guint             position)
{
  if (self->hover == position)
    return;

  self->hover = position;
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

/**
 * dossier_time_scene_get_theme:
 *
 * Returns: the colours asked for
 */
DossierTheme
dossier_time_scene_get_theme (DossierTimeScene *self)
{
  return self->theme;
}

/**
 * dossier_time_scene_set_theme:
 *
 * Asks for other colours.
 */
void
dossier_time_scene_set_theme (DossierTimeScene *self,
                              DossierTheme      theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  g_signal_emit (self, signals[THEME_CHANGED], 0);
}

/**
 * dossier_time_scene_set_text_func:
 *
 * As dossier_timeline_view_set_text_func().
 */
void
dossier_time_scene_set_text_func (DossierTimeScene        *self,
                                  DossierTimelineTextFunc  func,
                                  gpointer                 user_data,
                                  GDestroyNotify           destroy)
{
  dossier_callback_set (&self->text_func, G_CALLBACK (func), user_data, destroy);
  dossier_time_scene_texts_changed (self);
}

/**
 * dossier_time_scene_set_shown_func:
 *
 * As dossier_timeline_view_set_shown_func().
 */
void
dossier_time_scene_set_shown_func (DossierTimeScene         *self,
                                   DossierTimelineShownFunc  func,
                                   gpointer                  user_data,
                                   GDestroyNotify            destroy)
{
  dossier_callback_set (&self->shown_func, G_CALLBACK (func), user_data, destroy);
  emit_content_changed (self);
}

/**
 * dossier_time_scene_texts_changed:
 *
 * The text function may say something else now.
 */
void
dossier_time_scene_texts_changed (DossierTimeScene *self)
{
  g_signal_emit (self, signals[TEXTS_CHANGED], 0);
}

/**
 * dossier_time_scene_filter_changed:
 *
 * The shown function may answer differently now.
 */
void
dossier_time_scene_filter_changed (DossierTimeScene *self)
{
  if (self->shown_func.func != NULL)
    emit_content_changed (self);
}

/**
 * dossier_time_scene_is_shown:
 *
 * Returns: whether the filter lets the event with this id through
 */
gboolean
dossier_time_scene_is_shown (DossierTimeScene *self,
                             guint32           id)
{
  DossierTimelineShownFunc func = (DossierTimelineShownFunc) self->shown_func.func;

  return func == NULL || func (id, self->shown_func.data);
}

/**
 * dossier_time_scene_describe:
 * @position: of an event in the index
 *
 * Returns: (transfer full): its words: the text function's, else its kind and days
 */
char *
dossier_time_scene_describe (DossierTimeScene *self,
                             guint             position)
{
  const DossierTimeEvent *event = dossier_time_index_event (self->index, position);
  DossierTimelineTextFunc func = (DossierTimelineTextFunc) self->text_func.func;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  char *text = NULL;

  if (func != NULL)
    text = func (event->id, self->text_func.data);
  if (text != NULL)
    return text;

  begin = dossier_time_format_day (event->begin);
  if (event->begin == event->end)
    return g_strdup_printf ("%s, %s", dossier_kind_label (event->kind), begin);

  end = dossier_time_format_day (event->end);

  /* Translators: kind of a claim, first and last day. */
  return g_strdup_printf (_("%s, %s to %s"), dossier_kind_label (event->kind), begin, end);
}

/**
 * dossier_time_scene_place:
 * @event: an event of the index
 * @width: of the plot, pixels
 * @x0: (out): where it begins, pixels
 * @x1: (out): where it ends, pixels
 * @is_bar: (out): whether it is drawn as a bar, else as a point
 *
 * Returns: %FALSE where it is out of view
 */
gboolean
dossier_time_scene_place (DossierTimeScene       *self,
                          const DossierTimeEvent *event,
                          double                  width,
                          double                 *x0,
                          double                 *x1,
                          gboolean               *is_bar)
{
  const guint8 bar_flags = DOSSIER_TIME_INTERVAL | DOSSIER_TIME_OPEN_START | DOSSIER_TIME_OPEN_END;
  double a = dossier_time_axis_to_x (self->axis, event->begin, width);
  double b = dossier_time_axis_to_x (self->axis, event->end + 1.0, width);

  *is_bar = (event->flags & bar_flags) != 0 || b - a > WIDEST_POINT;
  if (*is_bar)
    {
      /* So short an interval still is a bar that can be seen and hit. */
      double middle = (a + b) / 2;
      double half = MAX ((b - a) / 2, POINT_RADIUS);

      *x0 = MAX (middle - half, -40);
      *x1 = MIN (middle + half, width + 40);
    }
  else
    {
      *x0 = (a + b) / 2 - POINT_RADIUS;
      *x1 = (a + b) / 2 + POINT_RADIUS;
    }

  return *x1 >= 0 && *x0 <= width && *x1 > *x0;
}
