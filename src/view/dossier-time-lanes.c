/* dossier-time-lanes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-lanes"

#include "config.h"

#include <math.h>

#include "dossier-time-lanes.h"

#define POINT_SIZE 11       /* with its ring */
#define BAR_HEIGHT 8.0
#define SOFT_END 14.0       /* how long the end of an approximate date fades */
#define OPEN_END 48.0
#define STRIP_HEIGHT 16
#define PIXELS_PER_POINT 5  /* fewer than that, and a lane is drawn as a strip */
#define HIT_ROOM 3.0
#define SAME_PLACE 3.0f      /* points closer than that hide one another */

typedef struct
{
  float    x0;
  float    x1;
  guint    position;
  guint8   kind;
  guint8   flags;
  gboolean bar;
  gboolean faint;
  gint8    shift;
} Item;

typedef struct
{
  GArray     *items; /* Item: bars, longest first, then points by time */
  GdkTexture *strip; /* or NULL */
} Lane;

struct _DossierTimeLanes
{
  DossierTimeLayer  layer;

  GdkTexture       *points[2][DOSSIER_N_KINDS];
  Lane             *lanes;
  guint             n_lanes;
  guint             first;
  guint            *positions;
  guint             n_positions;
};

G_DEFINE_FINAL_TYPE (DossierTimeLanes, dossier_time_lanes, DOSSIER_TYPE_TIME_LAYER)

/* From the foot of a column upwards. */
static const DossierKind strip_order[DOSSIER_N_KINDS] = {
  DOSSIER_KIND_ALLEGATION, DOSSIER_KIND_DENIAL, DOSSIER_KIND_FINDING,
  DOSSIER_KIND_ACTION, DOSSIER_KIND_STATEMENT, DOSSIER_KIND_FACT,
};

static void
clear_lanes (DossierTimeLanes *self)
{
  for (guint i = 0; i < self->n_lanes; i++)
    {
      g_clear_pointer (&self->lanes[i].items, g_array_unref);
      g_clear_object (&self->lanes[i].strip);
    }
  g_clear_pointer (&self->lanes, g_free);
  self->n_lanes = 0;
}

static void
clear_points (DossierTimeLanes *self)
{
  for (guint faint = 0; faint < 2; faint++)
    for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
      g_clear_object (&self->points[faint][kind]);
}

static GdkRGBA
colour_of (DossierTimeLanes *self,
           DossierKind       kind,
           gboolean          faint)
{
  const GdkRGBA *solid = &self->layer.palette.kind[kind].solid;

  return faint ? dossier_palette_mix (&self->layer.palette.page, solid, .4) : *solid;
}

static GdkRGBA
bar_colour (DossierTimeLanes *self,
            const Item       *item)
{
  return dossier_palette_mix (&self->layer.palette.page, &self->layer.palette.kind[item->kind].solid,
                              item->faint ? .2 : .45);
}

static GdkTexture *
draw_point (DossierTimeLanes *self,
            DossierKind       kind,
            gboolean          faint)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int size = POINT_SIZE * scale;
  GdkRGBA colour = colour_of (self, kind, faint);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, scale, scale);
  cairo_arc (cr, POINT_SIZE / 2.0, POINT_SIZE / 2.0, POINT_SIZE / 2.0 - .5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &self->layer.palette.page);
  cairo_fill (cr);
  cairo_arc (cr, POINT_SIZE / 2.0, POINT_SIZE / 2.0, POINT_SIZE / 2.0 - 1.5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize)cairo_image_surface_get_stride (surface) * size);
  GdkTexture *texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes,
                                                cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

static GdkTexture *
get_point (DossierTimeLanes *self,
           DossierKind       kind,
           gboolean          faint)
{
  GdkTexture **texture = &self->points[!!faint][kind];

  if (*texture == NULL)
    *texture = draw_point (self, kind, faint);

  return *texture;
}

/* Bars below points; of the bars the longest undermost, so that none hides another. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *x = a;
  const Item *y = b;
  float length_x = x->x1 - x->x0;
  float length_y = y->x1 - y->x0;

  if (x->bar != y->bar)
    return x->bar ? -1 : 1;
  if (x->bar && length_x != length_y)
    return length_x > length_y ? -1 : 1;
  if (x->faint != y->faint)
    return x->faint ? -1 : 1;

  return x->position < y->position ? -1 : x->position > y->position;
}

/* Points that would hide one another lie one over, one under the first. */
static void
spread_points (GArray *items)
{
  static const gint8 shifts[] = { 0, -5, 5 };
  const Item *first = NULL;
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      if (item->bar)
        continue;
      if (first == NULL || item->x0 - first->x0 > SAME_PLACE || item->x0 < first->x0)
        {
          first = item;
          n = 0;
        }
      item->shift = shifts[n++ % G_N_ELEMENTS (shifts)];
    }
}

static void
prepare_items (DossierTimeLanes *self,
               Lane             *lane,
               guint             n,
               double            width)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->layer.scene);

  lane->items = g_array_sized_new (FALSE, FALSE, sizeof (Item), n);
  for (guint i = 0; i < n; i++)
    {
      const DossierTimeEvent *event = dossier_time_index_event (index, self->positions[i]);
      Item item = { .position = self->positions[i], .kind = event->kind, .flags = event->flags };
      double x0, x1;

      if (!dossier_time_scene_place (self->layer.scene, event, width, &x0, &x1, &item.bar))
        continue;
      item.x0 = x0;
      item.x1 = x1;
      item.faint = !dossier_time_scene_is_shown (self->layer.scene, event->id);
      g_array_append_val (lane->items, item);
    }

  g_array_sort (lane->items, compare_items);
  spread_points (lane->items);
}

static void
put_pixel (guint8        *pixel,
           const GdkRGBA *colour)
{
  pixel[0] = colour->red * 255 + .5;
  pixel[1] = colour->green * 255 + .5;
  pixel[2] = colour->blue * 255 + .5;
  pixel[3] = 255;
}

/* One column: its height grows with the logarithm of the count; every kind that
 * occurs has at least one pixel, however rare. */
static void
paint_column (DossierTimeLanes     *self,
              const DossierTimeBin *bin,
              guint8               *pixels,
              guint                 stride,
              guint                 columns,
              double                tallest)
{
  guint height = MAX (2, (guint)(STRIP_HEIGHT * log1p (bin->total) / tallest));
  guint row = STRIP_HEIGHT;
  guint seen = 0;

  for (guint k = 0; k < DOSSIER_N_KINDS; k++)
    seen += bin->count[strip_order[k]] > 0;
  height = CLAMP (height, seen, STRIP_HEIGHT);

  for (guint k = 0; k < DOSSIER_N_KINDS && seen > 0; k++)
    {
      DossierKind kind = strip_order[k];
      guint left = height - (STRIP_HEIGHT - row);
      guint rows;

      if (bin->count[kind] == 0)
        continue;
      seen--;
      rows = (guint)(height * (double)bin->count[kind] / bin->total + .5);
      rows = seen == 0 ? left : CLAMP (rows, 1, left - seen);
      while (rows-- > 0)
        {
          row--;
          for (guint column = 0; column < columns; column++)
            put_pixel (pixels + row * stride + column * 4, &self->layer.palette.kind[kind].solid);
        }
    }
}

static void
prepare_strip (DossierTimeLanes *self,
               Lane             *lane,
               guint             number,
               guint             width,
               guint             pixels_per_bin)
{
  guint n_bins = width / pixels_per_bin;
  g_autofree DossierTimeBin *bins = g_new (DossierTimeBin, n_bins);
  guint stride = width * 4;
  guint8 *pixels = g_malloc0 ((gsize)stride * STRIP_HEIGHT);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, (gsize)stride * STRIP_HEIGHT);
  guint most = 1;
  double begin, end;

  dossier_time_axis_get_view (dossier_time_scene_axis (self->layer.scene), &begin, &end);
  end = begin + (end - begin) * (n_bins * pixels_per_bin) / width;
  dossier_time_index_bin (dossier_time_scene_index (self->layer.scene), number, begin, end, n_bins, bins);

  for (guint i = 0; i < n_bins; i++)
    most = MAX (most, bins[i].total);
  for (guint i = 0; i < n_bins; i++)
    {
      if (bins[i].total > 0)
        paint_column (self, &bins[i], pixels + i * pixels_per_bin * 4, stride,
                      pixels_per_bin > 1 ? pixels_per_bin - 1 : 1, log1p (most));
    }

  lane->strip = gdk_memory_texture_new (width, STRIP_HEIGHT, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED,
                                        bytes, stride);
}

static void
prepare_lane (DossierTimeLanes *self,
              guint             number,
              guint             width)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->layer.scene);
  Lane *lane = &self->lanes[number - self->first];
  double begin, end;
  guint n;

  if (self->n_positions < width + 1)
    {
      self->n_positions = width + 1;
      self->positions = g_renew (guint, self->positions, self->n_positions);
    }

  dossier_time_axis_get_view (dossier_time_scene_axis (self->layer.scene), &begin, &end);
  n = dossier_time_index_overlaps (index, number, (gint32)floor (begin), (gint32)ceil (end),
                                   width + 1, self->positions);
  if (n <= MAX (24, width / PIXELS_PER_POINT))
    prepare_items (self, lane, n, width);
  else
    prepare_strip (self, lane, number, width, n <= width ? 4 : 1);
}

static void
prepare (DossierTimeLanes *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  guint last;

  clear_lanes (self);
  dossier_time_scene_visible_lanes (self->layer.scene, &self->first, &last);
  if (width < 8)
    return;

  self->n_lanes = last - self->first;
  self->lanes = g_new0 (Lane, self->n_lanes);
  for (guint i = 0; i < self->n_lanes; i++)
    prepare_lane (self, self->first + i, width);
}

static void
invalidate (DossierTimeLanes *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Also while the scrolled window around it is given its place: no new place may be asked for here. */
static void
lanes_scrolled (DossierTimeLanes *self)
{
  guint first, last;

  dossier_time_scene_visible_lanes (self->layer.scene, &first, &last);
  if (first == self->first && last == self->first + self->n_lanes)
    return;

  prepare (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
content_changed (DossierTimeLanes *self)
{
  clear_lanes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dossier_time_lanes_palette_changed (DossierTimeLayer *layer)
{
  DossierTimeLanes *self = DOSSIER_TIME_LANES (layer);

  clear_points (self);
  invalidate (self);
}

static void
dossier_time_lanes_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  DossierTimeLanes *self = DOSSIER_TIME_LANES (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = dossier_time_scene_n_lanes (self->layer.scene) * DOSSIER_LANE_HEIGHT;
  else
    *minimum = *natural = 60;
}

static void
dossier_time_lanes_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  prepare (DOSSIER_TIME_LANES (widget));
}

/* A bar that fades where its date is not exact or has no end. */
static void
snapshot_bar (DossierTimeLanes *self,
              GtkSnapshot      *snapshot,
              const Item       *item,
              float             middle)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (item->x0, middle - BAR_HEIGHT / 2,
                                             item->x1 - item->x0, BAR_HEIGHT);
  GdkRGBA colour = bar_colour (self, item);
  GdkRGBA clear = { colour.red, colour.green, colour.blue, 0 };
  gboolean soft = item->flags & (DOSSIER_TIME_APPROXIMATE | DOSSIER_TIME_UNCERTAIN);
  gboolean open_start = item->flags & DOSSIER_TIME_OPEN_START;
  gboolean open_end = item->flags & DOSSIER_TIME_OPEN_END;
  GskRoundedRect rounded;
  double length = rect.size.width;
  double left = MIN (open_start ? OPEN_END : soft ? SOFT_END : 0, length / 2);
  double right = MIN (open_end ? OPEN_END : soft ? SOFT_END : 0, length / 2);

  gsk_rounded_rect_init_from_rect (&rounded, &rect, BAR_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  if (left == 0 && right == 0)
    gtk_snapshot_append_color (snapshot, &colour, &rect);
  else
    {
      GskColorStop stops[] = {
        { 0, left > 0 ? clear : colour },
        { left / length, colour },
        { 1 - right / length, colour },
        { 1, right > 0 ? clear : colour },
      };

      gtk_snapshot_append_linear_gradient (snapshot, &rect,
                                           &GRAPHENE_POINT_INIT (rect.origin.x, 0),
                                           &GRAPHENE_POINT_INIT (rect.origin.x + length, 0),
                                           stops, G_N_ELEMENTS (stops));
    }
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_lane (DossierTimeLanes *self,
               GtkSnapshot      *snapshot,
               const Lane       *lane,
               int               top)
{
  float middle = top + DOSSIER_LANE_HEIGHT / 2.0f - .5f;

  if (lane->strip != NULL)
    {
      gtk_snapshot_append_texture (snapshot, lane->strip,
                                   &GRAPHENE_RECT_INIT (0, top + DOSSIER_LANE_HEIGHT - 1 - STRIP_HEIGHT,
                                                        gdk_texture_get_width (lane->strip),
                                                        STRIP_HEIGHT));
      return;
    }

  for (guint i = 0; lane->items != NULL && i < lane->items->len; i++)
    {
      const Item *item = &g_array_index (lane->items, Item, i);

      if (item->bar)
        snapshot_bar (self, snapshot, item, middle);
      else
        gtk_snapshot_append_texture (snapshot, get_point (self, item->kind, item->faint),
                                     &GRAPHENE_RECT_INIT (roundf ((item->x0 + item->x1 - POINT_SIZE) / 2),
                                                          floorf (middle - POINT_SIZE / 2.0f) + item->shift,
                                                          POINT_SIZE, POINT_SIZE));
    }
}

static void
dossier_time_lanes_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DossierTimeLanes *self = DOSSIER_TIME_LANES (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < self->n_lanes; i++)
    snapshot_lane (self, snapshot, &self->lanes[i], (self->first + i) * DOSSIER_LANE_HEIGHT);
  gtk_snapshot_pop (snapshot);
}

static void
dossier_time_lanes_dispose (GObject *object)
{
  DossierTimeLanes *self = DOSSIER_TIME_LANES (object);

  clear_lanes (self);
  clear_points (self);

  G_OBJECT_CLASS (dossier_time_lanes_parent_class)->dispose (object);
}

static void
dossier_time_lanes_finalize (GObject *object)
{
  g_free (DOSSIER_TIME_LANES (object)->positions);

  G_OBJECT_CLASS (dossier_time_lanes_parent_class)->finalize (object);
}

static void
dossier_time_lanes_class_init (DossierTimeLanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DossierTimeLayerClass *layer_class = (DossierTimeLayerClass *) klass;

  object_class->dispose = dossier_time_lanes_dispose;
  object_class->finalize = dossier_time_lanes_finalize;
  layer_class->palette_changed = dossier_time_lanes_palette_changed;
  widget_class->measure = dossier_time_lanes_measure;
  widget_class->size_allocate = dossier_time_lanes_size_allocate;
  widget_class->snapshot = dossier_time_lanes_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dossier_time_lanes_init (DossierTimeLanes *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (clear_points), NULL);
}

/**
 * dossier_time_lanes_new:
 *
 * Returns: the layer with the events of @scene
 */
GtkWidget *
dossier_time_lanes_new (DossierTimeScene *scene)
{
  DossierTimeLanes *self = dossier_time_layer_new (DOSSIER_TYPE_TIME_LANES, scene);

  g_signal_connect_object (dossier_time_scene_axis (scene), "view-changed",
                           G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "content-changed", G_CALLBACK (content_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "lanes-scrolled", G_CALLBACK (lanes_scrolled), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* The nearest point, else the topmost bar. */
static guint
hit_item (const Lane *lane,
          double      x,
          double      y)
{
  guint found = DOSSIER_NO_POSITION;
  double nearest = 4 + HIT_ROOM;

  for (guint i = lane->items->len; i > 0; i--)
    {
      const Item *item = &g_array_index (lane->items, Item, i - 1);
      double distance = hypot (x - (item->x0 + item->x1) / 2, y - item->shift);

      if (item->bar && found != DOSSIER_NO_POSITION)
        break;
      if (item->bar && x >= item->x0 - HIT_ROOM && x <= item->x1 + HIT_ROOM)
        return item->position;
      if (!item->bar && distance < nearest)
        {
          nearest = distance;
          found = item->position;
        }
    }

  return found;
}

/* In a strip: of the events at these pixels the shortest, which no other way shows. */
static guint
hit_strip (DossierTimeLanes *self,
           guint             lane,
           double            x)
{
  DossierTimeIndex *index = dossier_time_scene_index (self->layer.scene);
  DossierTimeAxis *axis = dossier_time_scene_axis (self->layer.scene);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  guint positions[64];
  guint found = DOSSIER_NO_POSITION;
  gint64 shortest = G_MAXINT64;
  guint n;

  n = dossier_time_index_overlaps (index, lane,
                                   (gint32)floor (dossier_time_axis_to_day (axis, x - HIT_ROOM, width)),
                                   (gint32)floor (dossier_time_axis_to_day (axis, x + HIT_ROOM, width)),
                                   G_N_ELEMENTS (positions), positions);
  for (guint i = 0; i < n; i++)
    {
      const DossierTimeEvent *event = dossier_time_index_event (index, positions[i]);

      if ((gint64)event->end - event->begin < shortest)
        {
          shortest = (gint64)event->end - event->begin;
          found = positions[i];
        }
    }

  return found;
}

/**
 * dossier_time_lanes_hit:
 *
 * Returns: the position in the index of what is drawn topmost at this place
 */
guint
dossier_time_lanes_hit (DossierTimeLanes *self,
                        double            x,
                        double            y)
{
  guint lane;

  g_return_val_if_fail (DOSSIER_IS_TIME_LANES (self), DOSSIER_NO_POSITION);

  if (y < 0)
    return DOSSIER_NO_POSITION;
  lane = y / DOSSIER_LANE_HEIGHT;
  if (lane < self->first || lane >= self->first + self->n_lanes)
    return DOSSIER_NO_POSITION;
  if (self->lanes[lane - self->first].items != NULL)
    return hit_item (&self->lanes[lane - self->first], x, y - (lane + .5) * DOSSIER_LANE_HEIGHT);

  return hit_strip (self, lane, x);
}

/**
 * dossier_time_lanes_shift:
 * @position: of an event in the index
 *
 * Returns: how many pixels below the middle of its lane it is drawn: those of one day lie beside one another
 */
double
dossier_time_lanes_shift (DossierTimeLanes *self,
                          guint             position)
{
  guint lane = dossier_time_index_event (dossier_time_scene_index (self->layer.scene), position)->lane;
  const GArray *items = NULL;

  if (lane >= self->first && lane < self->first + self->n_lanes)
    items = self->lanes[lane - self->first].items;
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      if (g_array_index (items, Item, i).position == position)
        return g_array_index (items, Item, i).shift;
    }

  return 0;
}
