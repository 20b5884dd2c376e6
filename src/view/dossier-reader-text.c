/* dossier-reader-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-text"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "dossier-reader-text-private.h"

#define FIRST_SLICE 24000                            /* code points that are in before the first frame */
#define SLICE 8000
#define SLICE_TIME (4 * G_TIME_SPAN_MILLISECOND)     /* of each turn of the main loop */
#define URGENT_TIME (12 * G_TIME_SPAN_MILLISECOND)   /* while a place further down is waited for */
#define MINIMUM_WIDTH 240
#define BOTTOM_MARGIN 60

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierReaderText, dossier_reader_text, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (DossierReaderText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_range (DossierReaderText *self,
           guint32            start,
           guint32            end,
           GtkTextIter       *from,
           GtkTextIter       *to)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), from, start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), to, end);
}

static guint
n_pieces (DossierReaderText *self)
{
  return self->map != NULL ? dossier_reader_map_n_pieces (self->map) : 0;
}

static const char *
tag_of (const DossierReaderPiece *piece)
{
  if (piece->is_row)
    return "row";

  switch ((DossierBlockKind)piece->kind)
    {
    case DOSSIER_BLOCK_TITLE:
      return "title";
    case DOSSIER_BLOCK_HEADING:
      return "heading";
    case DOSSIER_BLOCK_BYLINE:
    case DOSSIER_BLOCK_DATELINE:
    case DOSSIER_BLOCK_OUTLET:
      return "meta";
    case DOSSIER_BLOCK_CAPTION:
    case DOSSIER_BLOCK_BOILERPLATE:
      return "dimmed";
    case DOSSIER_BLOCK_PARAGRAPH:
    default:
      return NULL;
    }
}

/* Speakers in the pieces [first, last) are set in bold: one tag for all. */
static void
embolden (DossierReaderText *self,
          guint              first,
          guint              last)
{
  guint n = self->marks != NULL ? dossier_reader_marks_n_claims (self->marks) : 0;
  DossierSpan range;

  if (n == 0 || first >= last)
    return;

  range.start = dossier_reader_map_piece (self->map, first)->source.start;
  range.end = dossier_reader_map_piece (self->map, last - 1)->source.end;
  for (guint i = 0; i < n; i++)
    {
      const DossierReaderClaim *claim = dossier_reader_marks_claim (self->marks, i);
      GtkTextIter from, to;

      if (dossier_span_is_empty (claim->speaker) || !dossier_span_overlaps (claim->speaker, range) ||
          dossier_reader_map_hidden_by (self->map, claim->speaker.start) >= 0)
        continue;
      get_range (self, dossier_reader_map_to_page (self->map, claim->speaker.start),
                 dossier_reader_map_to_page (self->map, claim->speaker.end), &from, &to);
      gtk_text_buffer_apply_tag_by_name (get_buffer (self), "speaker", &from, &to);
    }
}

/* Puts the pieces [first, last) in at a place of the page. */
static void
insert_pieces (DossierReaderText *self,
               guint              first,
               guint              last)
{
  GString *chunk = g_string_new (NULL);
  GtkTextIter iter, to;

  for (guint i = first; i < last; i++)
    {
      g_autofree char *words = dossier_reader_map_dup_text (self->map, i);

      if (i > 0)
        g_string_append_c (chunk, '\n');
      g_string_append (chunk, words);
    }
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter,
                                      first > 0 ? dossier_reader_map_piece (self->map, first - 1)->end : 0);
  gtk_text_buffer_insert (get_buffer (self), &iter, chunk->str, chunk->len);
  g_string_free (chunk, TRUE);

  for (guint i = first; i < last; i++)
    {
      const DossierReaderPiece *piece = dossier_reader_map_piece (self->map, i);

      if (tag_of (piece) == NULL)
        continue;
      get_range (self, piece->start, piece->end, &iter, &to);
      gtk_text_buffer_apply_tag_by_name (get_buffer (self), tag_of (piece), &iter, &to);
    }
}

/* The next pieces, at least one and about @n_chars long. */
static void
load_slice (DossierReaderText *self,
            guint32            n_chars)
{
  guint first = self->n_loaded;
  guint last = first;
  guint32 begin = dossier_reader_map_piece (self->map, first)->start;

  while (last < n_pieces (self) && dossier_reader_map_piece (self->map, last)->end - begin < n_chars)
    last++;
  last = MAX (last, first + 1);

  insert_pieces (self, first, last);
  self->n_loaded = last;
  embolden (self, first, last);
}

static gboolean
is_reached (DossierReaderText *self)
{
  return self->n_loaded == n_pieces (self) ||
         dossier_reader_map_at_source (self->map, self->scroll_span.end) < self->n_loaded;
}

static gboolean load_more (gpointer user_data);

static void
start_loading (DossierReaderText *self,
               int                priority)
{
  g_clear_handle_id (&self->loader, g_source_remove);
  if (self->n_loaded < n_pieces (self))
    self->loader = g_idle_add_full (priority, load_more, self, NULL);
}

static gboolean
load_more (gpointer user_data)
{
  DossierReaderText *self = user_data;
  gint64 until = g_get_monotonic_time () + (self->wants_scroll ? URGENT_TIME : SLICE_TIME);

  do
    load_slice (self, SLICE);
  while (self->n_loaded < n_pieces (self) && g_get_monotonic_time () < until);

  if (self->n_loaded < n_pieces (self) && self->wants_scroll && is_reached (self))
    {
      _dossier_reader_text_scroll_now (self);
      self->loader = 0;
      start_loading (self, G_PRIORITY_DEFAULT_IDLE);
      return G_SOURCE_REMOVE;
    }
  if (self->n_loaded < n_pieces (self))
    return G_SOURCE_CONTINUE;

  if (self->wants_scroll)
    _dossier_reader_text_scroll_now (self);

  self->loader = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);

  return G_SOURCE_REMOVE;
}

/* The signs of a page's text: one tag a style, shared by all texts. */
static void
fill_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "place", "rise", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.4, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.08, NULL);
  gtk_text_buffer_create_tag (buffer, "meta", "scale", .8, NULL);
  gtk_text_buffer_create_tag (buffer, "dimmed", "scale", .85, NULL);
  gtk_text_buffer_create_tag (buffer, "row", "scale", .76, "family", "Sans", NULL);
  gtk_text_buffer_create_tag (buffer, "speaker", "weight", PANGO_WEIGHT_BOLD, NULL);
}

static void
colour_tags (DossierReaderText *self)
{
  static const char *const dim[] = { "meta", "dimmed", "row" };
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (get_buffer (self));

  for (guint i = 0; i < G_N_ELEMENTS (dim); i++)
    g_object_set (gtk_text_tag_table_lookup (table, dim[i]), "foreground-rgba", &self->palette.dim, NULL);
}

static void
new_buffer (DossierReaderText *self)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;
  GtkTextIter iter;

  buffer = gtk_text_buffer_new (gtk_text_buffer_get_tag_table (get_buffer (self)));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_create_mark (buffer, "place", &iter, TRUE);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
}

static void
load_palette (DossierReaderText *self)
{
  dossier_palette_load (&self->palette, GTK_WIDGET (self), self->style.theme);
  colour_tags (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The margins take what the window leaves beside the column: they must not keep it from becoming narrower. */
static void
dossier_reader_text_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  GTK_WIDGET_CLASS (dossier_reader_text_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                                minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MINIMUM_WIDTH);
}

static void
dossier_reader_text_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (widget);

  _dossier_reader_text_set_margins (self, width);
  g_hash_table_remove_all (self->lines);
  GTK_WIDGET_CLASS (dossier_reader_text_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
dossier_reader_text_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (widget);

  GTK_WIDGET_CLASS (dossier_reader_text_parent_class)->css_changed (widget, change);
  if (self->lines == NULL)
    return;
  load_palette (self);
  _dossier_reader_text_make_heading (self);
  _dossier_reader_text_forget (self);
}

static void
dossier_reader_text_snapshot_layer (GtkTextView      *view,
                                    GtkTextViewLayer  layer,
                                    GtkSnapshot      *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    _dossier_reader_text_snapshot (DOSSIER_READER_TEXT (view), snapshot);
}

/* Writes the row anew and puts its lines in or takes them out. */
static void
set_fold (DossierReaderText *self,
          guint              fold,
          gboolean           open)
{
  guint row = 0, before = n_pieces (self), more;
  GtkTextIter from, to;

  while (row < before)
    {
      const DossierReaderPiece *piece = dossier_reader_map_piece (self->map, row);

      if (piece->is_row && piece->fold == (int)fold)
        break;
      row++;
    }
  if (row >= self->n_loaded)
    {
      dossier_reader_map_set_open (self->map, fold, open);
      return;
    }

  /* What is in of the fold, with its row, goes; then it comes as it is now. */
  more = row + 1;
  while (more < self->n_loaded && dossier_reader_map_piece (self->map, more)->fold == (int)fold)
    more++;
  get_range (self, row > 0 ? dossier_reader_map_piece (self->map, row - 1)->end : 0,
             dossier_reader_map_piece (self->map, more - 1)->end, &from, &to);
  gtk_text_buffer_delete (get_buffer (self), &from, &to);

  dossier_reader_map_set_open (self->map, fold, open);
  self->n_loaded -= more - row;
  more = row + 1;
  while (more < n_pieces (self) && dossier_reader_map_piece (self->map, more)->fold == (int)fold)
    more++;
  insert_pieces (self, row, more);
  self->n_loaded += more - row;
  _dossier_reader_text_forget (self);
}

/**
 * _dossier_reader_text_toggle_fold:
 *
 * Opens or closes a fold.
 */
void
_dossier_reader_text_toggle_fold (DossierReaderText *self,
                                  guint              fold)
{
  set_fold (self, fold, !dossier_reader_map_is_open (self->map, fold));
}

/* The words for a claim, or NULL. */
static char *
claim_text (DossierReaderText *self,
            gint64             claim_id)
{
  DossierReaderTextFunc func = (DossierReaderTextFunc) self->text_func.func;

  return func != NULL ? func (claim_id, self->text_func.data) : NULL;
}

static gboolean
dossier_reader_text_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (widget);
  g_autofree char *text = NULL;
  guint claim;

  if (self->text_func.func == NULL || keyboard ||
      dossier_reader_text_claims_at (self, x, y, &claim, 1) == 0)
    return FALSE;

  text = claim_text (self, dossier_reader_marks_claim (self->marks, claim)->id);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
drop_text (DossierReaderText *self)
{
  g_clear_handle_id (&self->loader, g_source_remove);
  _dossier_reader_text_stop_settling (self);
  g_clear_pointer (&self->marks, dossier_reader_marks_free);
  g_clear_pointer (&self->map, dossier_reader_map_free);
  g_clear_pointer (&self->text, dossier_text_unref);
  g_hash_table_remove_all (self->lines);
  g_array_set_size (self->signs, 0);
  self->n_loaded = 0;
  self->selected = 0;
  self->wants_scroll = FALSE;
}

static void
dossier_reader_text_dispose (GObject *object)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (object);

  drop_text (self);
  dossier_callback_set (&self->text_func, NULL, NULL, NULL);

  G_OBJECT_CLASS (dossier_reader_text_parent_class)->dispose (object);
}

static void
dossier_reader_text_finalize (GObject *object)
{
  DossierReaderText *self = DOSSIER_READER_TEXT (object);

  g_clear_object (&self->provider);
  g_clear_object (&self->title);
  g_clear_object (&self->details);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_array_unref (self->signs);
  g_free (self->style.face);
  g_free (self->title_words);
  g_free (self->details_words);

  G_OBJECT_CLASS (dossier_reader_text_parent_class)->finalize (object);
}

static void
dossier_reader_text_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, dossier_reader_text_is_loaded (DOSSIER_READER_TEXT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_reader_text_class_init (DossierReaderTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dossier_reader_text_dispose;
  object_class->finalize = dossier_reader_text_finalize;
  object_class->get_property = dossier_reader_text_get_property;
  widget_class->css_changed = dossier_reader_text_css_changed;
  widget_class->query_tooltip = dossier_reader_text_query_tooltip;
  widget_class->measure = dossier_reader_text_measure;
  widget_class->size_allocate = dossier_reader_text_size_allocate;
  view_class->snapshot_layer = dossier_reader_text_snapshot_layer;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, TRUE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_signal_new ("claim-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  g_signal_new ("note-clicked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("menu-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  g_signal_new ("style-stepped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
dossier_reader_text_init (DossierReaderText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  dossier_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)dossier_reader_line_free);
  self->signs = g_array_new (FALSE, FALSE, sizeof (DossierReaderDisc));
  self->provider = gtk_css_provider_new ();
  self->style = (DossierReaderStyle) { NULL, 13, 1.15, 66, FALSE, DOSSIER_THEME_AUTO };
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  fill_tags (get_buffer (self));
  new_buffer (self);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reader");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the source"), -1);

  _dossier_reader_text_add_controllers (self);
  load_palette (self);
}

/**
 * dossier_reader_text_new:
 *
 * Returns: a page with no text
 */
GtkWidget *
dossier_reader_text_new (void)
{
  return g_object_new (DOSSIER_TYPE_READER_TEXT, NULL);
}

/**
 * dossier_reader_text_set_text:
 * @text: (nullable): the text to show
 *
 * Shows another text from its beginning. The first screens are there at once,
 * the rest comes in slices of a few milliseconds.
 */
void
dossier_reader_text_set_text (DossierReaderText  *self,
                              DossierText        *text,
                              const DossierBlock *blocks,
                              guint               n_blocks)
{
  g_return_if_fail (DOSSIER_IS_READER_TEXT (self));

  drop_text (self);
  new_buffer (self);
  if (text != NULL)
    {
      self->text = dossier_text_ref (text);
      self->map = dossier_reader_map_new (text, blocks, n_blocks);
      if (n_pieces (self) > 0)
        load_slice (self, FIRST_SLICE);
      start_loading (self, G_PRIORITY_DEFAULT_IDLE);
    }
  dossier_reader_text_set_heading (self, NULL, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static gboolean
same_speakers (DossierReaderMarks *a,
               DossierReaderMarks *b)
{
  guint n = dossier_reader_marks_n_claims (a);

  if (n != dossier_reader_marks_n_claims (b))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      DossierSpan x = dossier_reader_marks_claim (a, i)->speaker;
      DossierSpan y = dossier_reader_marks_claim (b, i)->speaker;

      if (x.start != y.start || x.end != y.end)
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_reader_text_set_marks:
 * @marks: (transfer full): what is marked
 *
 * Replaces all marks.
 */
void
dossier_reader_text_set_marks (DossierReaderText  *self,
                               DossierReaderMarks *marks)
{
  g_autoptr (DossierReaderMarks) old = NULL;
  GtkTextIter from, to;

  g_return_if_fail (DOSSIER_IS_READER_TEXT (self));

  old = g_steal_pointer (&self->marks);
  self->marks = marks;
  /* Tags are the dear part of it: a claim that was only reviewed changes none. */
  if (self->map != NULL && (old == NULL || !same_speakers (old, marks)))
    {
      gtk_text_buffer_get_bounds (get_buffer (self), &from, &to);
      gtk_text_buffer_remove_tag_by_name (get_buffer (self), "speaker", &from, &to);
      embolden (self, 0, self->n_loaded);
    }
  _dossier_reader_text_forget (self);
}

/**
 * dossier_reader_text_get_marks:
 *
 * Returns: (nullable) (transfer none): what is marked
 */
DossierReaderMarks *
dossier_reader_text_get_marks (DossierReaderText *self)
{
  return self->marks;
}

/**
 * dossier_reader_text_set_heading:
 * @title: (nullable): the title of the source
 * @details: (nullable): one line below it
 *
 * Says what stands above the text; it is what a screen reader calls the text, too.
 */
void
dossier_reader_text_set_heading (DossierReaderText *self,
                                 const char        *title,
                                 const char        *details)
{
  g_autofree char *name = NULL;

  g_free (self->title_words);
  g_free (self->details_words);
  self->title_words = g_strdup (title);
  self->details_words = g_strdup (details);
  _dossier_reader_text_make_heading (self);

  name = title != NULL ? g_strdup_printf ("%s. %s", title, details != NULL ? details : "")
                       : g_strdup (_("Text of the source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
write_css (DossierReaderText *self)
{
  g_autoptr (GString) css = g_string_new ("textview {");
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  if (self->style.face != NULL && *self->style.face != '\0')
    {
      g_autofree char *face = g_strescape (self->style.face, NULL);

      g_string_append_printf (css, " font-family: \"%s\", serif;", face);
    }
  g_ascii_formatd (size, sizeof size, "%.2f", self->style.size);
  g_string_append_printf (css, " font-size: %spt; }", size);
  gtk_css_provider_load_from_data (self->provider, css->str, -1);
}

/**
 * dossier_reader_text_set_style:
 *
 * Sets the text in another way; what is in view stays in view.
 */
void
dossier_reader_text_set_style (DossierReaderText        *self,
                               const DossierReaderStyle *style)
{
  static const char *const theme_classes[DOSSIER_N_THEMES] = {
    NULL, "reader-light", "reader-sepia", "reader-dark", "reader-hc", "reader-hcdark",
  };

  for (guint i = 1; i < DOSSIER_N_THEMES; i++)
    {
      if (i == style->theme)
        gtk_widget_add_css_class (GTK_WIDGET (self), theme_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), theme_classes[i]);
    }

  g_free (self->style.face);
  self->style = *style;
  self->style.face = g_strdup (style->face);
  write_css (self);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self), style->justify ? GTK_JUSTIFY_FILL : GTK_JUSTIFY_LEFT);
  load_palette (self);
  _dossier_reader_text_forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * dossier_reader_text_set_text_func:
 *
 * Says what the hover card of a claim is.
 */
void
dossier_reader_text_set_text_func (DossierReaderText     *self,
                                   DossierReaderTextFunc  func,
                                   gpointer               user_data,
                                   GDestroyNotify         destroy)
{
  dossier_callback_set (&self->text_func, G_CALLBACK (func), user_data, destroy);
}

/**
 * dossier_reader_text_is_loaded:
 *
 * Returns: whether the whole text is in
 */
gboolean
dossier_reader_text_is_loaded (DossierReaderText *self)
{
  return self->n_loaded == n_pieces (self);
}

/**
 * dossier_reader_text_get_selected:
 *
 * Returns: the id of the outlined claim, or 0
 */
gint64
dossier_reader_text_get_selected (DossierReaderText *self)
{
  return self->selected;
}

/**
 * dossier_reader_text_set_selected:
 *
 * Outlines another claim, or none.
 */
void
dossier_reader_text_set_selected (DossierReaderText *self,
                                  gint64             claim_id)
{
  g_autofree char *text = NULL;

  self->selected = claim_id;
  if (claim_id != 0)
    text = claim_text (self, claim_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dossier_reader_text_scroll_to:
 * @to_top: to the top of the view, instead of anywhere well in it
 *
 * Brings a place into view; opens the fold that hides it, and waits for it where
 * it is not in yet.
 */
void
dossier_reader_text_scroll_to (DossierReaderText *self,
                               DossierSpan        span,
                               gboolean           to_top)
{
  int fold;

  if (self->map == NULL)
    return;

  fold = to_top ? -1 : dossier_reader_map_hidden_by (self->map, span.start);
  if (fold >= 0)
    set_fold (self, fold, TRUE);

  self->scroll_span = span;
  self->scroll_to_top = to_top;
  self->wants_scroll = TRUE;
  if (is_reached (self))
    _dossier_reader_text_scroll_now (self);
  else
    /* After frames are drawn, but before the view measures lines that nobody waits for. */
    start_loading (self, GDK_PRIORITY_REDRAW + 2);
}

/**
 * dossier_reader_text_get_place:
 *
 * Returns: the first code point in view
 */
guint32
dossier_reader_text_get_place (DossierReaderText *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  if (self->map == NULL)
    return 0;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.height <= 1)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter,
                                      gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) + 1, visible.y + 4);

  return dossier_reader_map_to_source (self->map, gtk_text_iter_get_offset (&iter));
}

/**
 * dossier_reader_text_get_selection:
 *
 * Returns: whether text is selected; @span is its place
 */
gboolean
dossier_reader_text_get_selection (DossierReaderText *self,
                                   DossierSpan       *span)
{
  GtkTextIter from, to;

  if (self->map == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return FALSE;

  span->start = dossier_reader_map_to_source (self->map, gtk_text_iter_get_offset (&from));
  span->end = dossier_reader_map_to_source (self->map, gtk_text_iter_get_offset (&to) - 1) + 1;

  return !dossier_span_is_empty (*span);
}

/**
 * dossier_reader_text_select_span:
 *
 * Selects text as a person would.
 */
void
dossier_reader_text_select_span (DossierReaderText *self,
                                 DossierSpan        span)
{
  GtkTextIter from, to;

  if (self->map == NULL)
    return;

  get_range (self, dossier_reader_map_to_page (self->map, span.start),
             dossier_reader_map_to_page (self->map, span.end), &from, &to);
  gtk_text_buffer_select_range (get_buffer (self), &from, &to);
}

/**
 * dossier_reader_text_place_caret:
 *
 * Moves the caret, seen or not: a screen reader reads on from it.
 */
void
dossier_reader_text_place_caret (DossierReaderText *self,
                                 guint32            offset)
{
  GtkTextIter iter;

  if (self->map == NULL)
    return;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, dossier_reader_map_to_page (self->map, offset));
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

/**
 * dossier_reader_text_set_unfolded:
 *
 * Opens or closes all folds.
 */
void
dossier_reader_text_set_unfolded (DossierReaderText *self,
                                  gboolean           unfolded)
{
  for (guint i = 0; self->map != NULL && i < dossier_reader_map_n_folds (self->map); i++)
    {
      if (dossier_reader_map_is_open (self->map, i) != unfolded)
        set_fold (self, i, unfolded);
    }
}
