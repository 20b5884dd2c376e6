/* dossier-reader-view-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is selected in the reader, and the bar that offers what to do with it. */

#define G_LOG_DOMAIN "dossier-reader-view"

#include "config.h"

#include "dossier-reader-view-private.h"

#define BAR_DELAY 250 /* milliseconds after the selection has come to rest */

/**
 * _dossier_reader_view_hide_bar:
 *
 * Takes the bar away until something else is selected.
 */
void
_dossier_reader_view_hide_bar (DossierReaderView *self)
{
  g_clear_handle_id (&self->bar_timeout, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->bar));
}

static gboolean
is_pointer_pressed (DossierReaderView *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  return pointer != NULL && (gdk_device_get_modifier_state (pointer) & GDK_BUTTON1_MASK) != 0;
}

/* Under the last row of the selection, or over its first where there is no room. */
static gboolean
point_bar (DossierReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter from, to;
  GdkRectangle first, last, visible;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &from, &to))
    return FALSE;

  gtk_text_iter_backward_char (&to);
  gtk_text_view_get_iter_location (view, &from, &first);
  gtk_text_view_get_iter_location (view, &to, &last);
  gtk_text_view_get_visible_rect (view, &visible);
  gdk_rectangle_union (&first, &last, &first);
  if (!gdk_rectangle_intersect (&first, &visible, &first))
    return FALSE;

  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y, &first.x, &first.y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->bar), &first);

  return TRUE;
}

static gboolean
show_bar (gpointer user_data)
{
  DossierReaderView *self = user_data;

  if (is_pointer_pressed (self))
    return G_SOURCE_CONTINUE;

  self->bar_timeout = 0;
  if (gtk_widget_get_mapped (self->text) && point_bar (self))
    gtk_popover_popup (GTK_POPOVER (self->bar));

  return G_SOURCE_REMOVE;
}

static void
selection_changed (DossierReaderView *self)
{
  gboolean has_selection = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.highlight", has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.note", has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.claim", has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy", has_selection);

  _dossier_reader_view_hide_bar (self);
  if (has_selection)
    self->bar_timeout = g_timeout_add (BAR_DELAY, show_bar, self);
}

static void
mark_set (DossierReaderView *self,
          GtkTextIter       *where,
          GtkTextMark       *mark)
{
  GtkTextBuffer *buffer = gtk_text_mark_get_buffer (mark);

  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    selection_changed (self);
}

/**
 * _dossier_reader_view_follow_buffer:
 *
 * Follows the selection in the buffer that the text has now.
 */
void
_dossier_reader_view_follow_buffer (DossierReaderView *self)
{
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_set_object (&self->buffer, gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set), self, G_CONNECT_SWAPPED);
  selection_changed (self);
}
