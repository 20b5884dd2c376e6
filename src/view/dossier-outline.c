/* dossier-outline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-outline"

#include "config.h"

#include <math.h>

#include "dossier-outline.h"

/* Rows farther apart than this are two shapes. */
#define LARGEST_GAP 6.0f

typedef struct
{
  double x, y;
} Point;

static const graphene_rect_t *
row (const GArray *rows,
     guint         i)
{
  return &g_array_index (rows, graphene_rect_t, i);
}

static gboolean
touch (const graphene_rect_t *a,
       const graphene_rect_t *b)
{
  return b->origin.y - (a->origin.y + a->size.height) < LARGEST_GAP &&
         a->origin.x < b->origin.x + b->size.width && b->origin.x < a->origin.x + a->size.width;
}

static void
add_point (GArray *points,
           double  x,
           double  y)
{
  Point point = { x, y };

  g_array_append_val (points, point);
}

/* The corners of rows [first, last), down the right side and up the left. */
static GArray *
corners (const GArray *rows,
         guint         first,
         guint         last)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = first; i < last; i++)
    {
      const graphene_rect_t *r = row (rows, i);
      double top = i == first ? r->origin.y
                              : (r->origin.y + row (rows, i - 1)->origin.y + row (rows, i - 1)->size.height) / 2;
      double bottom = i + 1 == last ? r->origin.y + r->size.height
                                    : (r->origin.y + r->size.height + row (rows, i + 1)->origin.y) / 2;

      add_point (points, r->origin.x + r->size.width, top);
      add_point (points, r->origin.x + r->size.width, bottom);
    }
  for (guint i = last; i > first; i--)
    {
      const graphene_rect_t *r = row (rows, i - 1);
      double top = i - 1 == first ? r->origin.y
                                  : (r->origin.y + row (rows, i - 2)->origin.y + row (rows, i - 2)->size.height) / 2;
      double bottom = i == last ? r->origin.y + r->size.height
                                : (r->origin.y + r->size.height + row (rows, i)->origin.y) / 2;

      add_point (points, r->origin.x, bottom);
      add_point (points, r->origin.x, top);
    }

  return points;
}

/* A side that is hardly one is taken as straight, so that no corner is left without room. */
static void
straighten (GArray *points)
{
  for (guint i = 0; i + 1 < points->len; i++)
    {
      Point *a = &g_array_index (points, Point, i);
      Point *b = &g_array_index (points, Point, i + 1);

      if (a->y == b->y && fabs (a->x - b->x) < 3)
        a->x = b->x;
    }
}

static void
trace (cairo_t *cr,
       GArray  *points,
       double   radius)
{
  guint n = points->len;

  for (guint i = 0; i < n; i++)
    {
      const Point *a = &g_array_index (points, Point, (i + n - 1) % n);
      const Point *p = &g_array_index (points, Point, i);
      const Point *b = &g_array_index (points, Point, (i + 1) % n);
      double before = hypot (a->x - p->x, a->y - p->y);
      double after = hypot (b->x - p->x, b->y - p->y);
      double r = MIN (radius, MIN (before, after) / 2);

      if (before < .5 || after < .5)
        continue;
      cairo_line_to (cr, p->x + (a->x - p->x) / before * r, p->y + (a->y - p->y) / before * r);
      cairo_curve_to (cr,
                      p->x + (a->x - p->x) / before * r * .45, p->y + (a->y - p->y) / before * r * .45,
                      p->x + (b->x - p->x) / after * r * .45, p->y + (b->y - p->y) / after * r * .45,
                      p->x + (b->x - p->x) / after * r, p->y + (b->y - p->y) / after * r);
    }
  cairo_close_path (cr);
}

/**
 * dossier_outline_snapshot:
 * @rows: (element-type graphene_rect_t): from the top down
 *
 * Rows that do not touch get an outline each.
 */
void
dossier_outline_snapshot (GtkSnapshot   *snapshot,
                          const GArray  *rows,
                          const GdkRGBA *colour,
                          double         thickness,
                          double         radius)
{
  graphene_rect_t bounds;
  cairo_t *cr;
  guint first = 0;

  if (rows->len == 0)
    return;

  bounds = *row (rows, 0);
  for (guint i = 1; i < rows->len; i++)
    graphene_rect_union (&bounds, row (rows, i), &bounds);
  graphene_rect_inset (&bounds, -thickness - 1, -thickness - 1);

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_line_width (cr, thickness);
  gdk_cairo_set_source_rgba (cr, colour);
  for (guint i = 1; i <= rows->len; i++)
    {
      g_autoptr (GArray) points = NULL;

      if (i < rows->len && touch (row (rows, i - 1), row (rows, i)))
        continue;
      points = corners (rows, first, i);
      straighten (points);
      cairo_new_sub_path (cr);
      trace (cr, points, radius);
      first = i;
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}
