/* dossier-reader-text-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-text"

#include "config.h"

#include <math.h>

#include "dossier-kind-sign.h"
#include "dossier-outline.h"
#include "dossier-reader-text-private.h"

#define LEVEL_INSET 3.0f
#define NOTE_DOT 8.0f
#define SIGN_DISTANCE 21.0f
#define FAINT .35

static const struct
{
  const char *nick;
  GdkRGBA     colour;
} note_colours[] = {
  { "yellow", { .96, .76, .07, 1 } },
  { "red", { .88, .11, .14, 1 } },
  { "green", { .20, .82, .48, 1 } },
  { "blue", { .21, .52, .89, 1 } },
  { "purple", { .57, .25, .67, 1 } },
};

static GdkRGBA
note_colour (DossierReaderText *self,
             const char        *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (note_colours); i++)
    {
      if (g_strcmp0 (note_colours[i].nick, nick) == 0)
        return note_colours[i].colour;
    }

  return self->palette.note;
}

/**
 * _dossier_reader_text_forget:
 *
 * Drops what was measured: the width, the face or the marks are others.
 */
void
_dossier_reader_text_forget (DossierReaderText *self)
{
  g_hash_table_remove_all (self->lines);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * _dossier_reader_text_range:
 * @first: (out): a piece
 * @last: (out): a piece
 *
 * Finds the pieces in view.
 *
 * Returns: %FALSE where there is nothing, or none of it is in yet
 */
gboolean
_dossier_reader_text_range (DossierReaderText *self,
                            guint             *first,
                            guint             *last)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->map == NULL || self->n_loaded == 0)
    return FALSE;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  *first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height, NULL);
  *last = MIN (gtk_text_iter_get_line (&iter), self->n_loaded - 1);

  return *first <= *last;
}

static DossierReaderLine *
get_line (DossierReaderText *self,
          guint              piece)
{
  DossierReaderLine *line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (piece));

  if (line == NULL)
    {
      line = dossier_reader_line_new (GTK_TEXT_VIEW (self), self->map, self->marks, piece);
      g_hash_table_insert (self->lines, GUINT_TO_POINTER (piece), line);
    }

  return line;
}

static gboolean
is_note (DossierReaderText *self,
         guint              mark)
{
  return mark >= dossier_reader_marks_n_claims (self->marks);
}

static void
snapshot_tint (DossierReaderText       *self,
               GtkSnapshot             *snapshot,
               const DossierReaderRect *rect,
               int                      top)
{
  float inset = rect->level * LEVEL_INSET;
  graphene_rect_t area = GRAPHENE_RECT_INIT (rect->x0, top + rect->y0 + inset,
                                             rect->x1 - rect->x0, rect->y1 - rect->y0 - 2 * inset);
  GdkRGBA colour;

  if (is_note (self, rect->mark))
    {
      guint n = rect->mark - dossier_reader_marks_n_claims (self->marks);

      colour = note_colour (self, dossier_reader_marks_note (self->marks, n)->colour);
      colour = dossier_palette_mix (&self->palette.page, &colour, .35);
    }
  else
    {
      const DossierReaderClaim *claim = dossier_reader_marks_claim (self->marks, rect->mark);

      /* Facts are a fine line alone, so that a page is no carpet. */
      if (!claim->shown || claim->kind == DOSSIER_KIND_FACT)
        return;
      colour = self->palette.kind[claim->kind].tint;
    }

  gtk_snapshot_append_color (snapshot, &colour, &area);
}

static void
snapshot_line_under (DossierReaderText       *self,
                     GtkSnapshot             *snapshot,
                     const DossierReaderRect *rect,
                     int                      top)
{
  const DossierReaderClaim *claim;
  GdkRGBA colour;

  if (is_note (self, rect->mark))
    return;

  claim = dossier_reader_marks_claim (self->marks, rect->mark);
  colour = self->palette.kind[claim->kind].solid;
  if (!claim->shown)
    colour = dossier_palette_mix (&self->palette.page, &colour, FAINT);
  dossier_kind_line_snapshot (snapshot, claim->kind, &colour, rect->x0, rect->x1,
                              top + rect->y1 - rect->level * LEVEL_INSET);
}

static void
add_disc (DossierReaderText *self,
          float              x,
          float              y,
          guint              mark,
          gboolean           note)
{
  DossierReaderDisc disc = { x, y, mark, note };

  g_array_append_val (self->signs, disc);
}

static gboolean
is_taken (DossierReaderText *self,
          float              x,
          float              y)
{
  for (guint i = self->signs->len; i > 0; i--)
    {
      const DossierReaderDisc *disc = &g_array_index (self->signs, DossierReaderDisc, i - 1);

      if (!disc->is_note && fabsf (disc->x - x) < DOSSIER_READER_SIGN && fabsf (disc->y - y) < DOSSIER_READER_SIGN)
        return TRUE;
    }

  return FALSE;
}

/* The nearest free place left of the row, else below. */
static void
snapshot_sign (DossierReaderText       *self,
               GtkSnapshot             *snapshot,
               const DossierReaderSpot *spot,
               int                      top)
{
  const DossierReaderClaim *claim = dossier_reader_marks_claim (self->marks, spot->mark);
  float right = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - SIGN_DISTANCE;
  float x = right;
  float y = top + spot->y;
  GdkRGBA disc;

  while (is_taken (self, x, y))
    {
      x -= DOSSIER_READER_SIGN + 2;
      if (x < DOSSIER_READER_SIGN / 2)
        {
          x = right;
          y += DOSSIER_READER_SIGN + 1;
        }
    }

  add_disc (self, x, y, spot->mark, FALSE);
  disc = self->palette.kind[claim->kind].solid;
  if (!claim->shown)
    disc = dossier_palette_mix (&self->palette.page, &disc, FAINT);
  if (claim->id == self->selected)
    dossier_kind_disc_snapshot (snapshot, claim->kind, &self->palette.accent, &self->palette.accent,
                                x, y, DOSSIER_READER_SIGN + 5);
  if (claim->id == self->selected)
    dossier_kind_disc_snapshot (snapshot, claim->kind, &self->palette.page, &self->palette.page,
                                x, y, DOSSIER_READER_SIGN + 2);
  dossier_kind_disc_snapshot (snapshot, claim->kind, &disc, &self->palette.kind[claim->kind].sign,
                              x, y, DOSSIER_READER_SIGN);
}

static void
snapshot_dot (DossierReaderText       *self,
              GtkSnapshot             *snapshot,
              const DossierReaderSpot *spot,
              int                      top)
{
  const DossierReaderNote *note = dossier_reader_marks_note (self->marks, spot->mark);
  GdkRGBA colour = note_colour (self, note->colour);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (spot->x - 1, top + spot->y - 1, NOTE_DOT, NOTE_DOT);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, NOTE_DOT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, (const float[4]) { 1, 1, 1, 1 },
                              (const GdkRGBA[4]) { self->palette.page, self->palette.page,
                                                   self->palette.page, self->palette.page });
  add_disc (self, spot->x + NOTE_DOT / 2, top + spot->y + NOTE_DOT / 2, spot->mark, TRUE);
}

/* Over the outline of the selection. */
static void
snapshot_dots (DossierReaderText *self,
               GtkSnapshot       *snapshot,
               guint              piece,
               int                top)
{
  const DossierReaderLine *line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (piece));

  for (guint i = 0; line != NULL && i < line->dots->len; i++)
    snapshot_dot (self, snapshot, &g_array_index (line->dots, DossierReaderSpot, i), top);
}

/* The bar left of the row of a fold. */
static void
snapshot_row (DossierReaderText *self,
              GtkSnapshot       *snapshot,
              int                top,
              int                height)
{
  float x = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  int below = gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (self));
  GdkRGBA colour = dossier_palette_mix (&self->palette.page, &self->palette.dim, .4);

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x, top, 3, MAX (height - below, 4)));
}

static void
collect_outline (DossierReaderText       *self,
                 GArray                  *rows,
                 const DossierReaderLine *line,
                 int                      top)
{
  for (guint i = 0; i < line->rects->len; i++)
    {
      const DossierReaderRect *rect = &g_array_index (line->rects, DossierReaderRect, i);
      graphene_rect_t area = GRAPHENE_RECT_INIT (rect->x0 - 2.5f, top + rect->y0 - .5f,
                                                 rect->x1 - rect->x0 + 5, rect->y1 - rect->y0 + 2);
      guint at;

      if (is_note (self, rect->mark) ||
          dossier_reader_marks_claim (self->marks, rect->mark)->id != self->selected)
        continue;

      /* Parts of one row grow together; levels have put them out of order. */
      for (at = 0; at < rows->len; at++)
        {
          graphene_rect_t *row = &g_array_index (rows, graphene_rect_t, at);

          if (fabsf (row->origin.y - area.origin.y) < 2)
            {
              graphene_rect_union (row, &area, row);
              break;
            }
          if (row->origin.y > area.origin.y)
            {
              g_array_insert_val (rows, at, area);
              break;
            }
        }
      if (at == rows->len)
        g_array_append_val (rows, area);
    }
}

static void
snapshot_piece (DossierReaderText *self,
                GtkSnapshot       *snapshot,
                guint              piece,
                int                top,
                GArray            *outline)
{
  const DossierReaderLine *line = get_line (self, piece);

  for (guint i = 0; i < line->rects->len; i++)
    snapshot_tint (self, snapshot, &g_array_index (line->rects, DossierReaderRect, i), top);
  for (guint i = 0; i < line->rects->len; i++)
    snapshot_line_under (self, snapshot, &g_array_index (line->rects, DossierReaderRect, i), top);
  for (guint i = 0; i < line->signs->len; i++)
    snapshot_sign (self, snapshot, &g_array_index (line->signs, DossierReaderSpot, i), top);
  if (self->selected != 0)
    collect_outline (self, outline, line, top);
}

static void
snapshot_heading (DossierReaderText *self,
                  GtkSnapshot       *snapshot)
{
  PangoLayout *layouts[] = { self->title, self->details };
  const GdkRGBA *colours[] = { &self->palette.text, &self->palette.dim };
  float y = -self->heading_height;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      int height;

      if (layouts[i] == NULL)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)), y));
      gtk_snapshot_append_layout (snapshot, layouts[i], colours[i]);
      gtk_snapshot_restore (snapshot);
      pango_layout_get_pixel_size (layouts[i], NULL, &height);
      y += height + DOSSIER_READER_HEADING_GAP;
    }
}

/**
 * _dossier_reader_text_snapshot:
 *
 * Draws the marks of the pieces in view, in buffer coordinates.
 */
void
_dossier_reader_text_snapshot (DossierReaderText *self,
                               GtkSnapshot       *snapshot)
{
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  guint first, last;

  snapshot_heading (self, snapshot);
  g_array_set_size (self->signs, 0);
  if (!_dossier_reader_text_range (self, &first, &last))
    return;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = first; i <= last; i++)
        {
          const DossierReaderPiece *piece = dossier_reader_map_piece (self->map, i);
          GtkTextIter iter;
          int top, height;

          gtk_text_buffer_get_iter_at_line (buffer, &iter, i);
          gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &top, &height);
          if (pass == 1)
            snapshot_dots (self, snapshot, i, top);
          else if (piece->is_row)
            snapshot_row (self, snapshot, top, height);
          else if (self->marks != NULL)
            snapshot_piece (self, snapshot, i, top, outline);
        }
      if (pass == 0)
        dossier_outline_snapshot (snapshot, outline, &self->palette.accent, 2, 4);
    }
}
