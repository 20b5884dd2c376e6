/* dossier-histogram.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-histogram"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-edtf.h"
#include "dossier-histogram.h"
#include "dossier-palette.h"

#define HEIGHT 48
#define MAX_BARS 40

struct _DossierHistogram
{
  GtkWidget  parent_instance;

  guint32   *counts;
  guint      n_months;
  gint32     first;
  gint32     from;
  gint32     to;
};

enum
{
  RANGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierHistogram, dossier_histogram, GTK_TYPE_WIDGET)

static gint32
day_of_month_index (gint32 month)
{
  return dossier_day_from_ymd (month / 12, month % 12 + 1, 1);
}

static double
x_of_day (DossierHistogram *self,
          gint32            day,
          double            width)
{
  double begin = day_of_month_index (self->first);
  double end = day_of_month_index (self->first + (gint32)self->n_months);

  return CLAMP ((day - begin) / (end - begin), 0, 1) * width;
}

static gint32
day_of_x (DossierHistogram *self,
          double            x)
{
  double begin = day_of_month_index (self->first);
  double end = day_of_month_index (self->first + (gint32)self->n_months);
  int width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));

  return (gint32)(begin + CLAMP (x / width, 0, 1) * (end - begin));
}

static void
dossier_histogram_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DossierHistogram *self = DOSSIER_HISTOGRAM (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  guint n_bars = MIN (MAX_BARS, self->n_months);
  g_autofree guint32 *bars = g_new0 (guint32, n_bars + 1);
  guint32 highest = 1;
  DossierPalette palette;

  dossier_palette_load (&palette, widget, DOSSIER_THEME_AUTO);
  gtk_snapshot_append_color (snapshot, &palette.strip, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (n_bars == 0)
    return;

  for (guint i = 0; i < self->n_months; i++)
    bars[(guint64)i * n_bars / self->n_months] += self->counts[i];
  for (guint i = 0; i < n_bars; i++)
    highest = MAX (highest, bars[i]);

  if (self->from != DOSSIER_DAY_MIN || self->to != DOSSIER_DAY_MAX)
    {
      double left = self->from == DOSSIER_DAY_MIN ? 0 : x_of_day (self, self->from, width);
      double right = self->to == DOSSIER_DAY_MAX ? width : x_of_day (self, self->to, width);

      gtk_snapshot_append_color (snapshot, &palette.band,
                                 &GRAPHENE_RECT_INIT (left, 0, MAX (2, right - left), height));
    }

  for (guint i = 0; i < n_bars; i++)
    {
      double slot = width / n_bars;
      /* A month with one claim is still seen beside one with thousands. */
      double bar = bars[i] == 0 ? 0 : MAX (2, (height - 6) * bars[i] / highest);

      gtk_snapshot_append_color (snapshot, &palette.dim,
                                 &GRAPHENE_RECT_INIT (i * slot + slot * 0.15, height - 2 - bar, slot * 0.7, bar));
    }
}

static void
dossier_histogram_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
drag_end_cb (DossierHistogram *self,
             double            offset_x,
             double            offset_y,
             GtkGestureDrag   *drag)
{
  double start_x, start_y;
  gint32 a, b;

  if (self->n_months == 0 || !gtk_gesture_drag_get_start_point (drag, &start_x, &start_y) || ABS (offset_x) < 3)
    return;

  a = day_of_x (self, start_x);
  b = day_of_x (self, start_x + offset_x);
  g_signal_emit (self, signals[RANGE_CHANGED], 0, MIN (a, b), MAX (a, b));
}

static void
dossier_histogram_finalize (GObject *object)
{
  g_free (DOSSIER_HISTOGRAM (object)->counts);

  G_OBJECT_CLASS (dossier_histogram_parent_class)->finalize (object);
}

static void
dossier_histogram_class_init (DossierHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dossier_histogram_finalize;
  widget_class->snapshot = dossier_histogram_snapshot;
  widget_class->measure = dossier_histogram_measure;

  signals[RANGE_CHANGED] = g_signal_new ("range-changed", DOSSIER_TYPE_HISTOGRAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dossier_histogram_init (DossierHistogram *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->from = DOSSIER_DAY_MIN;
  self->to = DOSSIER_DAY_MAX;
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Claims by month"), -1);
}

/**
 * dossier_histogram_new:
 *
 * Returns: (transfer floating): a histogram without bars
 */
GtkWidget *
dossier_histogram_new (void)
{
  return g_object_new (DOSSIER_TYPE_HISTOGRAM, NULL);
}

/**
 * dossier_histogram_set_months:
 * @first: year * 12 + month - 1 of the first bar
 * @counts: claims of each month; copied
 * @n_months: how many
 *
 * Shows other counts.
 */
void
dossier_histogram_set_months (DossierHistogram *self,
                              gint32            first,
                              const guint32    *counts,
                              guint             n_months)
{
  g_return_if_fail (DOSSIER_IS_HISTOGRAM (self));

  g_free (self->counts);
  self->counts = g_memdup2 (counts, n_months * sizeof *counts);
  self->n_months = n_months;
  self->first = first;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** dossier_histogram_set_range: days, DOSSIER_DAY_MIN and DOSSIER_DAY_MAX for open ends. */
void
dossier_histogram_set_range (DossierHistogram *self,
                             gint32            from,
                             gint32            to)
{
  g_return_if_fail (DOSSIER_IS_HISTOGRAM (self));

  self->from = from;
  self->to = to;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
