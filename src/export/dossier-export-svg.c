/* dossier-export-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-export-text.h"
#include "dossier-export-writers.h"
#include "dossier-export-xml.h"
#include "dossier-time-index.h"
#include "dossier-words.h"

/* Measures of the picture, in its own units. */
#define WIDTH 960
#define LANES_LEFT 150
#define LANES_RIGHT 12
#define LANE_HEIGHT 26
#define TOP 8
#define AXIS_HEIGHT 24
#define MAX_LANES 12
#define BIN_WIDTH 3
#define NARROWEST_BAR 8

/* Above this many, marks are drawn as counts: a browser is slow with more elements. */
#define MAX_MARKS 3000

typedef struct
{
  char      *code; /* "" for no country, NULL for the rest */
  GPtrArray *claims; /* DossierClaimRecord, unowned */
} Lane;

typedef struct
{
  xmlTextWriter *writer;
  GPtrArray     *lanes; /* Lane */
  guint          n_marks;
  gint32         first;
  gint32         last;
} Chart;

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->code);
  g_ptr_array_unref (lane->claims);
  g_free (lane);
}

static void
add_to_lane (GHashTable         *by_code,
             GPtrArray          *lanes,
             const char         *code,
             DossierClaimRecord *claim)
{
  Lane *lane = g_hash_table_lookup (by_code, code);

  if (lane == NULL)
    {
      lane = g_new0 (Lane, 1);
      lane->code = g_strdup (code);
      lane->claims = g_ptr_array_new ();
      g_hash_table_insert (by_code, lane->code, lane);
      g_ptr_array_add (lanes, lane);
    }
  g_ptr_array_add (lane->claims, claim);
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const Lane *first = *(Lane **) a;
  const Lane *second = *(Lane **) b;

  if ((*first->code == '\0') != (*second->code == '\0'))
    return *first->code == '\0' ? 1 : -1;
  if (first->claims->len != second->claims->len)
    return first->claims->len > second->claims->len ? -1 : 1;

  return g_strcmp0 (first->code, second->code);
}

/* All lanes past the last that is drawn become one. */
static void
join_rest (GPtrArray *lanes)
{
  g_autoptr (GHashTable) joined = NULL;
  Lane *rest;

  if (lanes->len <= MAX_LANES)
    return;

  joined = g_hash_table_new (NULL, NULL);
  rest = g_new0 (Lane, 1);
  rest->claims = g_ptr_array_new ();
  for (guint i = MAX_LANES - 1; i < lanes->len; i++)
    {
      Lane *lane = g_ptr_array_index (lanes, i);

      for (guint j = 0; j < lane->claims->len; j++)
        if (g_hash_table_add (joined, g_ptr_array_index (lane->claims, j)))
          g_ptr_array_add (rest->claims, g_ptr_array_index (lane->claims, j));
    }
  g_ptr_array_set_size (lanes, MAX_LANES - 1);
  g_ptr_array_add (lanes, rest);
}

static void
widen (Chart      *chart,
       const char *edtf)
{
  gint32 earliest, latest;

  if (!dossier_edtf_bounds (edtf, &earliest, &latest))
    return;
  if (earliest != DOSSIER_DAY_MIN)
    {
      chart->first = MIN (chart->first, earliest);
      chart->last = MAX (chart->last, earliest);
    }
  if (latest != DOSSIER_DAY_MAX)
    {
      chart->first = MIN (chart->first, latest);
      chart->last = MAX (chart->last, latest);
    }
}

static void
collect (Chart                   *chart,
         const DossierExportData *data,
         guint                   *n_undated)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  chart->lanes = g_ptr_array_new_with_free_func (lane_free);
  chart->first = DOSSIER_DAY_MAX;
  chart->last = DOSSIER_DAY_MIN;
  *n_undated = 0;
  for (guint i = 0; i < data->sources->len; i++)
    {
      const DossierExportSource *source = g_ptr_array_index (data->sources, i);

      for (guint j = 0; j < source->claims->len; j++)
        {
          DossierClaimRecord *claim = ((DossierExportClaim *) g_ptr_array_index (source->claims, j))->claim;
          gint32 unused;

          if (claim->event == NULL || !dossier_edtf_bounds (claim->event, &unused, &unused))
            {
              *n_undated += 1;
              continue;
            }
          widen (chart, claim->event);
          for (guint k = 0; claim->countries[k] != NULL; k++)
            add_to_lane (by_code, chart->lanes, claim->countries[k], claim);
          if (claim->countries[0] == NULL)
            add_to_lane (by_code, chart->lanes, "", claim);
        }
    }
  g_ptr_array_sort (chart->lanes, compare_lanes);
  join_rest (chart->lanes);
  for (guint i = 0; i < chart->lanes->len; i++)
    chart->n_marks += ((Lane *) g_ptr_array_index (chart->lanes, i))->claims->len;
}

/* Whole years around what is drawn. */
static void
round_extent (Chart *chart)
{
  int year, month, dom;

  dossier_day_to_ymd (chart->first, &year, &month, &dom);
  chart->first = dossier_day_from_ymd (year, 1, 1);
  dossier_day_to_ymd (chart->last, &year, &month, &dom);
  chart->last = dossier_day_from_ymd (year, 12, 31);
}

static double
day_to_x (const Chart *chart,
          double       day)
{
  double span = (double) chart->last + 1 - chart->first;

  return LANES_LEFT + CLAMP ((day - chart->first) / span, 0, 1) * (WIDTH - LANES_LEFT - LANES_RIGHT);
}

/* A number as an attribute: a point in every locale. */
static const char *
number (double value,
        char  *buffer)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.1f", value);
}

#define NUMBER(value) number (value, (char[G_ASCII_DTOSTR_BUF_SIZE]) { 0 })

static void
draw_line (Chart      *chart,
           const char *class_name,
           double      x1,
           double      y1,
           double      x2,
           double      y2)
{
  dossier_xml_start (chart->writer, "line", "class", class_name, "x1", NUMBER (x1), "y1", NUMBER (y1), "x2",
                     NUMBER (x2), "y2", NUMBER (y2), NULL);
  dossier_xml_end (chart->writer);
}

static void
draw_text (Chart      *chart,
           const char *anchor,
           double      x,
           double      y,
           const char *text)
{
  dossier_xml_start (chart->writer, "text", "x", NUMBER (x), "y", NUMBER (y), "text-anchor", anchor, NULL);
  dossier_xml_text (chart->writer, text);
  dossier_xml_end (chart->writer);
}

/* Years under the lanes, as many as there is room for. */
static void
draw_axis (Chart *chart)
{
  double bottom = TOP + chart->lanes->len * LANE_HEIGHT;
  int first_year, last_year, month, dom, step = 1;

  dossier_day_to_ymd (chart->first, &first_year, &month, &dom);
  dossier_day_to_ymd (chart->last, &last_year, &month, &dom);
  while ((last_year - first_year) / step > 14)
    step = step == 1 ? 2 : step == 2 ? 5 : step * 2;

  for (int year = first_year - first_year % step; year <= last_year + 1; year += step)
    {
      double x = day_to_x (chart, dossier_day_from_ymd (year, 1, 1));
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (year < first_year)
        continue;
      draw_line (chart, "grid", x, TOP, x, bottom);
      if (x < WIDTH - LANES_RIGHT - 20)
        draw_text (chart, "start", x + 2, bottom + 16, label);
    }
}

/* One claim, where it is of the sort that is drawn now: bars first, so that no point lies under one. */
static void
draw_mark (Chart                    *chart,
           const DossierClaimRecord *claim,
           double                    y,
           gboolean                  bars)
{
  g_autofree char *href = g_strdup_printf ("#claim-%" G_GINT64_FORMAT, claim->id);
  g_autofree char *dates = dossier_export_dates (claim);
  g_autofree char *speaker = dossier_export_speaker (claim);
  g_autofree char *title = NULL;
  gint32 earliest = chart->first, latest = chart->last;
  double left, right;

  dossier_edtf_bounds (claim->event, &earliest, &latest);
  left = day_to_x (chart, MAX (earliest, chart->first));
  right = day_to_x (chart, (double) MIN (latest, chart->last) + 1);
  if ((right - left >= NARROWEST_BAR) != bars)
    return;
  title = g_strdup_printf ("%s: %s, %s", dossier_kind_label (claim->kind), speaker, dates);

  dossier_xml_start (chart->writer, "a", "href", href, "class", dossier_kind_nick (claim->kind), NULL);
  dossier_xml_element (chart->writer, "title", NULL, title);
  if (!bars)
    dossier_xml_start (chart->writer, "circle", "cx", NUMBER ((left + right) / 2), "cy", NUMBER (y), "r", "4", NULL);
  else
    dossier_xml_start (chart->writer, "rect", "x", NUMBER (left), "y", NUMBER (y - 3), "width",
                       NUMBER (right - left), "height", "6", "rx", "3", NULL);
  dossier_xml_end (chart->writer);
  dossier_xml_end (chart->writer);
}

/* Too many to draw each: how many touch each small stretch, as bars. Every claim is counted. */
static void
draw_counts (Chart      *chart,
             const Lane *lane,
             double      top)
{
  const guint n_bins = (WIDTH - LANES_LEFT - LANES_RIGHT) / BIN_WIDTH;
  g_autofree DossierTimeBin *bins = g_new0 (DossierTimeBin, n_bins);
  DossierTimeEvent *events = g_new0 (DossierTimeEvent, lane->claims->len);
  g_autoptr (DossierTimeIndex) index = NULL;
  guint32 most = 1;

  for (guint i = 0; i < lane->claims->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (lane->claims, i);

      events[i].id = i;
      events[i].kind = claim->kind;
      dossier_edtf_bounds (claim->event, &events[i].begin, &events[i].end);
    }
  index = dossier_time_index_new (events, lane->claims->len, 1);
  dossier_time_index_bin (index, 0, chart->first, (double) chart->last + 1, n_bins, bins);
  for (guint i = 0; i < n_bins; i++)
    most = MAX (most, bins[i].total);

  for (guint i = 0; i < n_bins; i++)
    {
      double height = bins[i].total * (LANE_HEIGHT - 6.0) / most;
      double y = top + LANE_HEIGHT - 3;

      for (guint kind = 0; kind < DOSSIER_N_KINDS && bins[i].total > 0; kind++)
        {
          double part = height * bins[i].count[kind] / bins[i].total;

          if (bins[i].count[kind] == 0)
            continue;
          part = MAX (part, 1);
          y -= part;
          dossier_xml_start (chart->writer, "rect", "class", dossier_kind_nick (kind), "x",
                             NUMBER (LANES_LEFT + i * BIN_WIDTH), "y", NUMBER (y), "width", NUMBER (BIN_WIDTH - .5),
                             "height", NUMBER (part), NULL);
          dossier_xml_end (chart->writer);
        }
    }
}

static void
draw_lane (Chart      *chart,
           const Lane *lane,
           guint       index)
{
  double top = TOP + index * LANE_HEIGHT;
  const char *name = lane->code == NULL     ? _("Other")
                     : *lane->code == '\0' ? _("No country")
                                            : dossier_country_name (lane->code);

  draw_text (chart, "start", 4, top + LANE_HEIGHT / 2 + 4, name);
  draw_line (chart, "grid", 0, top + LANE_HEIGHT, WIDTH, top + LANE_HEIGHT);
  if (chart->n_marks > MAX_MARKS)
    {
      draw_counts (chart, lane, top);
      return;
    }
  for (int bars = TRUE; bars >= FALSE; bars--)
    for (guint i = 0; i < lane->claims->len; i++)
      draw_mark (chart, g_ptr_array_index (lane->claims, i), top + LANE_HEIGHT / 2, bars);
}

/**
 * dossier_export_svg:
 * @data: what is exported
 * @n_undated: (out): claims that have no date to stand on
 *
 * Draws the claims by the date they happened, in lanes by country.
 *
 * Returns: (transfer full) (nullable): an `<svg>` element for an HTML page; %NULL where no claim has a date
 */
char *
dossier_export_svg (const DossierExportData *data,
                    guint                   *n_undated)
{
  Chart chart = { NULL };
  xmlBuffer *buffer;
  g_autofree char *view_box = NULL;
  g_autofree char *svg = NULL;

  collect (&chart, data, n_undated);
  if (chart.lanes->len > 0 && chart.first <= chart.last)
    {
      round_extent (&chart);
      chart.writer = dossier_xml_new (&buffer);
      view_box = g_strdup_printf ("0 0 %d %u", WIDTH, TOP + chart.lanes->len * LANE_HEIGHT + AXIS_HEIGHT);
      dossier_xml_start (chart.writer, "svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", view_box, "role", "img",
                         "aria-labelledby", "timeline-title", NULL);
      dossier_xml_start (chart.writer, "title", "id", "timeline-title", NULL);
      dossier_xml_text (chart.writer, _("Timeline of the claims, by the date they happened, in lanes by country"));
      dossier_xml_end (chart.writer);
      draw_axis (&chart);
      for (guint i = 0; i < chart.lanes->len; i++)
        draw_lane (&chart, g_ptr_array_index (chart.lanes, i), i);
      dossier_xml_end (chart.writer);
      svg = dossier_xml_finish (chart.writer, buffer);
    }
  g_ptr_array_unref (chart.lanes);

  return g_steal_pointer (&svg);
}
