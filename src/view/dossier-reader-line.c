/* dossier-reader-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-line"

#include "config.h"

#include "dossier-reader-line.h"

/* Rows of one mark keep this far apart. */
#define ROW_GAP 1.0f

/* A row of the wrapped line. */
typedef struct
{
  guint32 start;
  guint32 end;
  float   y0;
  float   y1;
} Row;

typedef struct
{
  GtkTextView        *view;
  GtkTextBuffer      *buffer;
  DossierReaderLine  *line;
  GArray             *rows;
  DossierReaderMarks *marks;
  int                 top;
} Measure;

static GdkRectangle
locate (Measure *m,
        guint32  page_offset)
{
  GdkRectangle location;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (m->buffer, &iter, page_offset);
  gtk_text_view_get_iter_location (m->view, &iter, &location);
  location.y -= m->top;

  return location;
}

static void
find_rows (Measure *m,
           guint32  start)
{
  float leading = gtk_text_view_get_pixels_inside_wrap (m->view) / 2.0f;
  GtkTextIter iter;
  gboolean last;

  gtk_text_buffer_get_iter_at_offset (m->buffer, &iter, start);
  do
    {
      GtkTextIter stop = iter;
      GdkRectangle location;
      Row row;

      gtk_text_view_get_iter_location (m->view, &iter, &location);
      if (!gtk_text_iter_ends_line (&stop))
        gtk_text_view_forward_display_line_end (m->view, &stop);
      if (gtk_text_iter_get_line (&stop) != gtk_text_iter_get_line (&iter))
        stop = iter;

      last = gtk_text_iter_ends_line (&stop);
      row.start = gtk_text_iter_get_offset (&iter);
      row.end = gtk_text_iter_get_offset (&stop) + (last ? 0 : 1);
      row.y0 = location.y - m->top - MAX (leading - ROW_GAP, 0);
      row.y1 = location.y - m->top + location.height + MAX (leading - ROW_GAP, 1);
      g_array_append_val (m->rows, row);

      /* Inside a wrapped line the view gives the place before the last sign of a row. */
      iter = stop;
      gtk_text_iter_forward_char (&iter);
    }
  while (!last);
}

/* The end of a stretch without the blanks at the end of a row. */
static guint32
trim (Measure *m,
      guint32  start,
      guint32  end)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (m->buffer, &iter, end);
  while (end > start + 1 && gtk_text_iter_backward_char (&iter) &&
         g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    end--;

  return end;
}

static gboolean
measure_row (Measure           *m,
             const Row         *row,
             guint32            start,
             guint32            end,
             DossierReaderRect *rect)
{
  GdkRectangle first, last;

  start = MAX (start, row->start);
  end = MIN (end, row->end);
  if (start >= end)
    return FALSE;
  if (end == row->end)
    end = trim (m, start, end);

  first = locate (m, start);
  last = locate (m, end - 1);
  rect->x0 = MIN (first.x, last.x + MIN (last.width, 0));
  rect->x1 = MAX (first.x + first.width, last.x + last.width);
  rect->y0 = row->y0;
  rect->y1 = row->y1;

  return TRUE;
}

static void
add_run (Measure              *m,
         const DossierSpanRun *run,
         guint32               start,
         guint32               end)
{
  guint skip = run->n_ids > DOSSIER_READER_LEVELS ? run->n_ids - DOSSIER_READER_LEVELS : 0;

  for (guint i = 0; i < m->rows->len; i++)
    {
      DossierReaderRect rect;

      if (!measure_row (m, &g_array_index (m->rows, Row, i), start, end, &rect))
        continue;
      for (guint k = skip; k < run->n_ids; k++)
        {
          rect.mark = run->ids[k];
          rect.level = k - skip;
          g_array_append_val (m->line->rects, rect);
        }
    }
}

static int
compare_rects (gconstpointer a,
               gconstpointer b)
{
  return (int)((const DossierReaderRect *)a)->level - ((const DossierReaderRect *)b)->level;
}

static const Row *
row_at (Measure *m,
        guint32  page_offset)
{
  for (guint i = 0; i < m->rows->len; i++)
    {
      const Row *row = &g_array_index (m->rows, Row, i);

      if (page_offset < row->end)
        return row;
    }

  return &g_array_index (m->rows, Row, m->rows->len - 1);
}

static void
add_signs (Measure                  *m,
           const DossierReaderPiece *piece)
{
  guint n = dossier_reader_marks_n_claims (m->marks);

  for (guint i = dossier_reader_marks_after (m->marks, piece->source.start); i < n; i++)
    {
      const DossierReaderClaim *claim = dossier_reader_marks_claim (m->marks, i);
      DossierReaderSpot spot = { .mark = i };
      const Row *row;

      if (claim->span.start >= piece->source.end)
        break;
      if (!dossier_reader_marks_is_drawn (m->marks, i))
        continue;
      row = row_at (m, piece->start + claim->span.start - piece->source.start);
      spot.y = (row->y0 + row->y1) / 2;
      g_array_append_val (m->line->signs, spot);
    }
}

static void
add_dots (Measure                  *m,
          const DossierReaderPiece *piece)
{
  for (guint i = 0; i < dossier_reader_marks_n_notes (m->marks); i++)
    {
      const DossierReaderNote *note = dossier_reader_marks_note (m->marks, i);
      DossierReaderSpot spot = { .mark = i };
      GdkRectangle location;
      guint32 last;

      if (note->span.end <= piece->source.start || note->span.end > piece->source.end)
        continue;
      last = piece->start + note->span.end - 1 - piece->source.start;
      location = locate (m, last);
      spot.x = location.x + location.width;
      spot.y = row_at (m, last)->y0;
      g_array_append_val (m->line->dots, spot);
    }
}

static gboolean
has_note (DossierReaderMarks       *marks,
          const DossierReaderPiece *piece)
{
  for (guint i = 0; i < dossier_reader_marks_n_notes (marks); i++)
    {
      const DossierReaderNote *note = dossier_reader_marks_note (marks, i);

      if (note->span.end > piece->source.start && note->span.end <= piece->source.end)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_reader_line_new:
 * @view: shows the page of @map, line i its piece i
 *
 * Measures the marks of one piece. The line must have been laid out.
 */
DossierReaderLine *
dossier_reader_line_new (GtkTextView        *view,
                         DossierReaderMap   *map,
                         DossierReaderMarks *marks,
                         guint               piece)
{
  DossierReaderLine *self = g_new0 (DossierReaderLine, 1);
  const DossierReaderPiece *p = dossier_reader_map_piece (map, piece);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Measure m = {
    .view = view, .buffer = gtk_text_view_get_buffer (view), .line = self, .rows = rows, .marks = marks,
  };
  const DossierSpanRun *runs;
  GtkTextIter iter;
  guint n_runs;

  self->rects = g_array_new (FALSE, FALSE, sizeof (DossierReaderRect));
  self->signs = g_array_new (FALSE, FALSE, sizeof (DossierReaderSpot));
  self->dots = g_array_new (FALSE, FALSE, sizeof (DossierReaderSpot));

  runs = dossier_reader_marks_runs (marks, p->source, &n_runs);
  if (p->is_row || (n_runs == 0 && !has_note (marks, p)))
    return self;

  gtk_text_buffer_get_iter_at_offset (m.buffer, &iter, p->start);
  gtk_text_view_get_line_yrange (view, &iter, &m.top, NULL);
  find_rows (&m, p->start);

  for (guint i = 0; i < n_runs; i++)
    add_run (&m, &runs[i],
             p->start + MAX (runs[i].span.start, p->source.start) - p->source.start,
             p->start + MIN (runs[i].span.end, p->source.end) - p->source.start);
  g_array_sort (self->rects, compare_rects);
  add_signs (&m, p);
  add_dots (&m, p);

  return self;
}

/**
 * dossier_reader_line_free:
 *
 * Frees the line.
 */
void
dossier_reader_line_free (DossierReaderLine *self)
{
  g_array_unref (self->rects);
  g_array_unref (self->signs);
  g_array_unref (self->dots);
  g_free (self);
}
