/* dossier-reader-text-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-text"

#include "config.h"

#include <math.h>

#include "dossier-reader-text-private.h"

#define ROW_INDENT 13
#define TOP_MARGIN 22

/* The heading is drawn, not a widget: a text view moves its widgets by asking for
 * another layout in the midst of one. A screen reader has its words as the name
 * and the description of the text. Returns how high it is. */
static int
measure_heading (DossierReaderText *self,
                 int                width)
{
  PangoLayout *layouts[] = { self->title, self->details };
  int height = 0;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      int layout_height;

      if (layouts[i] == NULL)
        continue;
      pango_layout_set_width (layouts[i], width * PANGO_SCALE);
      pango_layout_get_pixel_size (layouts[i], NULL, &layout_height);
      height += layout_height + DOSSIER_READER_HEADING_GAP;
    }
  self->heading_height = height > 0 ? height + 8 : 0;

  return self->heading_height;
}

static PangoLayout *
make_layout (DossierReaderText *self,
             const char        *words,
             const char        *family,
             double             scale,
             PangoWeight        weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  if (family != NULL)
    pango_font_description_set_family_static (font, family);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * scale);
  else
    pango_font_description_set_size (font, pango_font_description_get_size (font) * scale);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);

  return layout;
}

static gboolean
begins_with_title (DossierReaderText *self)
{
  guint n = self->map != NULL ? dossier_reader_map_n_pieces (self->map) : 0;

  for (guint i = 0; i < MIN (n, 8); i++)
    {
      const DossierReaderPiece *piece = dossier_reader_map_piece (self->map, i);

      if (piece->kind == DOSSIER_BLOCK_TITLE)
        return TRUE;
      if (piece->kind == DOSSIER_BLOCK_PARAGRAPH)
        return FALSE;
    }

  return FALSE;
}

/**
 * _dossier_reader_text_make_heading:
 *
 * Lays out the heading: other words, or another style.
 */
void
_dossier_reader_text_make_heading (DossierReaderText *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->details);
  if (self->title_words != NULL && *self->title_words != '\0' && !begins_with_title (self))
    self->title = make_layout (self, self->title_words, NULL, 1.5, PANGO_WEIGHT_BOLD);
  if (self->details_words != NULL && *self->details_words != '\0')
    self->details = make_layout (self, self->details_words, "Sans", .78, PANGO_WEIGHT_NORMAL);
}

static void
set_margin (DossierReaderText *self,
            const char        *name,
            int                value)
{
  int now;

  g_object_get (self, name, &now, NULL);
  if (now != value)
    g_object_set (self, name, value, NULL);
}

/**
 * _dossier_reader_text_set_margins:
 *
 * The column is as wide as so many characters of the face, in the middle.
 */
void
_dossier_reader_text_set_margins (DossierReaderText *self,
                                  int                width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int column = self->style.columns * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  int height = pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  int left = MAX ((width - column) / 2, DOSSIER_READER_GUTTER);
  int right = MAX (width - left - column, DOSSIER_READER_RIGHT);
  int heading_height = 0;

  pango_font_metrics_unref (metrics);
  heading_height = measure_heading (self, MAX (width - left - right, 80));

  /* Only what is new: the view takes the same values for a reason to lay all out again. */
  set_margin (self, "pixels-inside-wrap", round (height * (self->style.line_height - 1)));
  set_margin (self, "pixels-below-lines", round (height * (self->style.line_height - .4)));
  set_margin (self, "left-margin", left);
  set_margin (self, "right-margin", right);
  set_margin (self, "top-margin", TOP_MARGIN + heading_height);
  if (self->row_margin != left + ROW_INDENT)
    {
      self->row_margin = left + ROW_INDENT;
      g_object_set (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))), "row"),
                    "left-margin", self->row_margin, NULL);
    }
}
