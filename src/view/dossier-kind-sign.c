/* dossier-kind-sign.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-kind-sign"

#include "config.h"

#include "dossier-kind-sign.h"

/* Strokes in a square of 1 by 1; a stroke of no length is a dot. */
typedef struct
{
  double x0, y0, x1, y1;
} Stroke;

static const Stroke signs[DOSSIER_N_KINDS][4] = {
  [DOSSIER_KIND_ALLEGATION] = { { .5, .24, .5, .55 }, { .5, .76, .5, .76 } },
  [DOSSIER_KIND_DENIAL] = { { .31, .31, .69, .69 }, { .69, .31, .31, .69 } },
  [DOSSIER_KIND_FINDING] = { { .28, .52, .44, .68 }, { .44, .68, .73, .35 } },
  [DOSSIER_KIND_ACTION] = { { .25, .5, .74, .5 }, { .74, .5, .54, .3 }, { .74, .5, .54, .7 } },
  [DOSSIER_KIND_STATEMENT] = { { .42, .3, .36, .52 }, { .66, .3, .6, .52 } },
  [DOSSIER_KIND_FACT] = { { .49, .5, .51, .5 } },
};

/**
 * dossier_kind_sign_snapshot:
 *
 * Draws the sign of a kind in a square of @size at (@x, @y).
 */
void
dossier_kind_sign_snapshot (GtkSnapshot   *snapshot,
                            DossierKind    kind,
                            const GdkRGBA *colour,
                            double         x,
                            double         y,
                            double         size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));

  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, kind == DOSSIER_KIND_FACT ? .24 : .12);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, colour);
  for (guint i = 0; i < G_N_ELEMENTS (signs[kind]) && signs[kind][i].x0 > 0; i++)
    {
      cairo_move_to (cr, signs[kind][i].x0, signs[kind][i].y0);
      cairo_line_to (cr, signs[kind][i].x1, signs[kind][i].y1);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * dossier_kind_disc_snapshot:
 *
 * Draws a disc of @size with the sign of a kind on it.
 */
void
dossier_kind_disc_snapshot (GtkSnapshot   *snapshot,
                            DossierKind    kind,
                            const GdkRGBA *disc,
                            const GdkRGBA *sign,
                            double         centre_x,
                            double         centre_y,
                            double         size)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (centre_x - size / 2, centre_y - size / 2, size, size);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, disc, &rect);
  gtk_snapshot_pop (snapshot);
  dossier_kind_sign_snapshot (snapshot, kind, sign, rect.origin.x, rect.origin.y, size);
}

static void
bar (GtkSnapshot   *snapshot,
     const GdkRGBA *colour,
     double         x0,
     double         x1,
     double         y,
     double         height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (x0, y, x1 - x0, height));
}

/* A line of dashes is one node, however long. */
static void
dashes (GtkSnapshot   *snapshot,
        const GdkRGBA *colour,
        double         x0,
        double         x1,
        double         y,
        double         height,
        double         on,
        double         off)
{
  const GdkRGBA clear = { colour->red, colour->green, colour->blue, 0 };
  const float share = on / (on + off);
  const GskColorStop stops[] = { { 0, *colour }, { share, *colour }, { share, clear }, { 1, clear } };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (x0, y, x1 - x0, height),
                                                 &GRAPHENE_POINT_INIT (x0, y),
                                                 &GRAPHENE_POINT_INIT (x0 + on + off, y),
                                                 stops, G_N_ELEMENTS (stops));
}

/**
 * dossier_kind_line_snapshot:
 *
 * Draws the line of a kind: allegation thick, denial double, finding thin,
 * action dashed, statement dotted, fact finely dotted.
 */
void
dossier_kind_line_snapshot (GtkSnapshot   *snapshot,
                            DossierKind    kind,
                            const GdkRGBA *colour,
                            double         x0,
                            double         x1,
                            double         y)
{
  switch (kind)
    {
    case DOSSIER_KIND_ALLEGATION:
      bar (snapshot, colour, x0, x1, y - 2, 2);
      break;
    case DOSSIER_KIND_DENIAL:
      bar (snapshot, colour, x0, x1, y - 1, 1);
      bar (snapshot, colour, x0, x1, y - 3, 1);
      break;
    case DOSSIER_KIND_FINDING:
      bar (snapshot, colour, x0, x1, y - 1, 1);
      break;
    case DOSSIER_KIND_ACTION:
      dashes (snapshot, colour, x0, x1, y - 2, 2, 6, 3);
      break;
    case DOSSIER_KIND_STATEMENT:
      dashes (snapshot, colour, x0, x1, y - 2, 2, 2, 2);
      break;
    case DOSSIER_KIND_FACT:
    default:
      dashes (snapshot, colour, x0, x1, y - 1, 1, 1, 3);
      break;
    }
}
