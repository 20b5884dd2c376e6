/* dossier-reader-text-pointer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-text"

#include "config.h"

#include <math.h>

#include "dossier-reader-text-private.h"

#define CLICK_ROOM 4.0

static const DossierReaderDisc *
disc_at (DossierReaderText *self,
         double             x,
         double             y)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const DossierReaderDisc *disc = &g_array_index (self->signs, DossierReaderDisc, i);
      double room = disc->is_note ? 7 : DOSSIER_READER_SIGN / 2 + 1;

      if (hypot (disc->x - x, disc->y - y) <= room)
        return disc;
    }

  return NULL;
}

static void
to_buffer (DossierReaderText *self,
           double             x,
           double             y,
           int               *buffer_x,
           int               *buffer_y)
{
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, buffer_x, buffer_y);
}

static gboolean
page_offset_at (DossierReaderText *self,
                int                x,
                int                y,
                guint32           *page_offset)
{
  GtkTextIter iter;

  if (self->map == NULL || !gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, x, y))
    return FALSE;

  *page_offset = gtk_text_iter_get_offset (&iter);

  return TRUE;
}

/* The fold whose row is at a point, or -1. */
static int
row_at (DossierReaderText *self,
        int                x,
        int                y)
{
  const DossierReaderPiece *piece;
  guint32 page_offset;
  guint i;

  if (!page_offset_at (self, x, y, &page_offset))
    return -1;

  i = dossier_reader_map_at_page (self->map, page_offset);
  if (i >= dossier_reader_map_n_pieces (self->map))
    return -1;
  piece = dossier_reader_map_piece (self->map, i);

  return piece->is_row ? piece->fold : -1;
}

/**
 * dossier_reader_text_claims_at:
 * @x: pixels of the widget
 * @y: pixels of the widget
 * @claims: (out): numbers of claims, the innermost first; at a sign, the claim it stands for
 * @limit: how many @claims has room for
 *
 * Returns: how many there are, at most @limit
 */
guint
dossier_reader_text_claims_at (DossierReaderText *self,
                               double             x,
                               double             y,
                               guint             *claims,
                               guint              limit)
{
  const DossierReaderDisc *disc;
  guint32 page_offset;
  int bx, by;

  if (self->map == NULL || self->marks == NULL)
    return 0;

  to_buffer (self, x, y, &bx, &by);
  disc = disc_at (self, bx, by);
  if (disc != NULL && !disc->is_note)
    {
      claims[0] = disc->mark;
      return 1;
    }
  if (!page_offset_at (self, bx, by, &page_offset) || row_at (self, bx, by) >= 0)
    return 0;

  return dossier_reader_marks_at (self->marks, dossier_reader_map_to_source (self->map, page_offset), claims, limit);
}

/* Of claims over one another each further click takes the next. */
static guint
choose (DossierReaderText *self,
        const guint       *claims,
        guint              n,
        int                n_press)
{
  for (guint i = 0; i < n; i++)
    {
      if (dossier_reader_marks_claim (self->marks, claims[i])->id == self->selected)
        return claims[n_press == 1 ? (i + 1) % n : i];
    }

  return claims[0];
}

static void
clicked (DossierReaderText *self,
         double             x,
         double             y,
         int                n_press)
{
  guint claims[16];
  const DossierReaderDisc *disc;
  int bx, by;
  guint n;

  to_buffer (self, x, y, &bx, &by);
  disc = disc_at (self, bx, by);
  if (disc != NULL && disc->is_note)
    {
      g_signal_emit_by_name (self, "note-clicked", dossier_reader_marks_note (self->marks, disc->mark)->id);
      return;
    }
  if (row_at (self, bx, by) >= 0)
    {
      _dossier_reader_text_toggle_fold (self, row_at (self, bx, by));
      return;
    }

  n = dossier_reader_text_claims_at (self, x, y, claims, G_N_ELEMENTS (claims));
  if (n > 0)
    g_signal_emit_by_name (self, "claim-clicked",
                           dossier_reader_marks_claim (self->marks, choose (self, claims, n, n_press))->id, n_press);
}

static gboolean
is_menu_key (GdkEvent *event)
{
  guint key;

  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return FALSE;

  key = gdk_key_event_get_keyval (event);

  return key == GDK_KEY_Menu ||
         (key == GDK_KEY_F10 && (gdk_event_get_modifier_state (event) & GDK_SHIFT_MASK) != 0);
}

/* The text view's own gesture takes the pointer for itself; the plain events
 * are seen all the same. A press and release in one place is a click. */
static gboolean
pointer_event (DossierReaderText        *self,
               GdkEvent                 *event,
               GtkEventControllerLegacy *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, native_x, native_y;

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_KEY_PRESS)
    _dossier_reader_text_stop_settling (self);
  if (is_menu_key (event))
    {
      g_signal_emit_by_name (self, "menu-requested", -1.0, -1.0);
      return GDK_EVENT_STOP;
    }
  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - native_x, y - native_y, &x, &y);

  if (gdk_event_triggers_context_menu (event))
    {
      g_signal_emit_by_name (self, "menu-requested", x, y);
      return GDK_EVENT_STOP;
    }
  if ((type == GDK_BUTTON_PRESS && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY) ||
      type == GDK_TOUCH_BEGIN)
    {
      gboolean again = gdk_event_get_time (event) - self->press_time < 400 &&
                       hypot (x - self->press_x, y - self->press_y) < CLICK_ROOM;

      self->n_press = again ? self->n_press + 1 : 1;
      self->press_x = x;
      self->press_y = y;
      self->press_time = gdk_event_get_time (event);
    }
  else if (((type == GDK_BUTTON_RELEASE && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY) ||
            type == GDK_TOUCH_END) &&
           hypot (x - self->press_x, y - self->press_y) < CLICK_ROOM)
    clicked (self, x, y, self->n_press);

  return GDK_EVENT_PROPAGATE;
}

static void
motion (DossierReaderText *self,
        double             x,
        double             y)
{
  int bx, by;

  to_buffer (self, x, y, &bx, &by);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   disc_at (self, bx, by) != NULL || row_at (self, bx, by) >= 0 ? "pointer" : "text");
}

static gboolean
scroll (DossierReaderText        *self,
        double                    dx,
        double                    dy,
        GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  _dossier_reader_text_stop_settling (self);
  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (self, "style-stepped", dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/**
 * _dossier_reader_text_add_controllers:
 *
 * Makes the page listen to the pointer.
 */
void
_dossier_reader_text_add_controllers (DossierReaderText *self)
{
  GtkEventController *pointer = gtk_event_controller_motion_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pointer, "motion", G_CALLBACK (motion), self);
  g_signal_connect_swapped (events, "event", G_CALLBACK (pointer_event), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}
