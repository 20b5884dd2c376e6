/* dossier-reader-text-scroll.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-text"

#include "config.h"

#include <math.h>

#include "dossier-reader-text-private.h"

#define MOST_TRIES 3600 /* frames in which a place is kept in view */

static GtkTextBuffer *
get_buffer (DossierReaderText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Well in view: its line is one of those on the screen, and not at their edge. */
static gboolean
is_in_view (DossierReaderText *self,
            const GtkTextIter *iter)
{
  GdkRectangle visible, location;
  guint first, last;
  guint line = gtk_text_iter_get_line (iter);

  if (!_dossier_reader_text_range (self, &first, &last) || line < first || line > last)
    return FALSE;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &location);

  return location.y >= visible.y + MIN (30, visible.height / 8) &&
         location.y + location.height <= visible.y + visible.height - visible.height / 6;
}

/* Puts the place where it shall be by the heights known now. */
static gboolean
approach (DossierReaderText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double page = gtk_adjustment_get_page_size (adjustment);
  GdkRectangle visible, location;
  GtkTextIter iter;
  double before = gtk_adjustment_get_value (adjustment);
  double by;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_mark (get_buffer (self), "place"));
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  by = location.y - visible.y - (self->scroll_to_top ? 0 : floor (page / 4));
  gtk_adjustment_set_value (adjustment, before + by);

  return fabs (gtk_adjustment_get_value (adjustment) - before) < 2;
}

/* The view knows no height of lines that it has not laid out yet. While it lays
 * them out, between frames, it loses the place (it moves its adjustment before it
 * has told it the new height): before each frame the place is put right again,
 * until nothing moves any more or the person scrolls. */
static gboolean
settle (GtkWidget     *widget,
        GdkFrameClock *clock,
        gpointer       user_data)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (widget);

  if (self->n_tries++ > 0)
    self->n_settled = approach (self) ? self->n_settled + 1 : 0;
  if (self->n_settled < 3 && self->n_tries < MOST_TRIES)
    return G_SOURCE_CONTINUE;

  self->settler = 0;

  return G_SOURCE_REMOVE;
}

/**
 * _dossier_reader_text_stop_settling:
 *
 * The person scrolls: the place that was looked for is given up.
 */
void
_dossier_reader_text_stop_settling (DossierReaderText *self)
{
  if (self->settler != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settler);
  self->settler = 0;
}

/**
 * _dossier_reader_text_scroll_now:
 *
 * Brings the place that is waited for into view. The view lays out the lines around a mark that it shall scroll to when it next
 * has to lay out any: a tag that changes nothing, but counts as a change of
 * size, makes it do so now.
 */
void
_dossier_reader_text_scroll_now (DossierReaderText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "place");
  GtkTextIter iter, end;

  self->wants_scroll = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, dossier_reader_map_to_page (self->map, self->scroll_span.start));
  if (!self->scroll_to_top && is_in_view (self, &iter))
    return;
  if (self->scroll_to_top && gtk_text_iter_is_start (&iter))
    {
      /* With the heading, which is no part of the text. */
      _dossier_reader_text_stop_settling (self);
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
      return;
    }

  gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, self->scroll_to_top ? 0 : .25);
  gtk_text_iter_set_line_offset (&iter, 0);
  end = iter;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_remove_tag_by_name (buffer, "place", &iter, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "place", &iter, &end);

  self->n_settled = self->n_tries = 0;
  if (self->settler == 0)
    self->settler = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle, NULL, NULL);
}
