/* dossier-reader-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-map"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-reader-map.h"

/* A paragraph of the page, in bytes: Pango lays out a paragraph as a whole, so a
 * longer one is cut, at a space within the last part of it. */
#define LONGEST 6000
#define CUT_ROOM 800

/* A line end after a line of this many bytes comes of hard wrapping, and is shown as a space. */
#define WRAPPED_LINE 45

/* A paragraph: its place and kind, and the fold that it belongs to. */
typedef struct
{
  DossierSpan source;
  gint32      fold;
  guint8      kind;
} Paragraph;

typedef struct
{
  guint    first; /* paragraphs */
  guint    last;
  gboolean open;
  gboolean is_head;
} Fold;

struct _DossierReaderMap
{
  DossierText *text;
  GArray      *paragraphs;
  GArray      *folds;
  GArray      *pieces;
  guint32      n_chars;
};

static gboolean
is_folded_kind (DossierBlockKind kind)
{
  return kind == DOSSIER_BLOCK_BOILERPLATE || kind == DOSSIER_BLOCK_CAPTION;
}

/* What the heading of the page says already, where it stands before the first
 * paragraph; so does a title that is there a second time. */
static gboolean
is_head_kind (DossierBlockKind kind)
{
  return kind == DOSSIER_BLOCK_OUTLET || kind == DOSSIER_BLOCK_BYLINE || kind == DOSSIER_BLOCK_DATELINE;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xFEFF || c == 0x200B || c == 0;
}

static void
add_paragraph (DossierReaderMap *self,
               const char       *utf8,
               const char       *begin,
               const char       *end,
               DossierBlockKind  kind)
{
  Paragraph paragraph = { .fold = -1, .kind = kind };

  while (begin < end && is_blank (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (begin == end)
    return;

  paragraph.source = dossier_text_span (self->text, (DossierBytes) { begin - utf8, end - utf8 });
  g_array_append_val (self->paragraphs, paragraph);
}

/* Where a stretch without line ends that is too long is cut. */
static const char *
find_cut (const char *begin,
          const char *end)
{
  const char *cut;

  if (end - begin <= LONGEST)
    return end;

  for (cut = begin + LONGEST; cut > begin + LONGEST - CUT_ROOM; cut--)
    {
      if (*cut == ' ')
        return cut;
    }

  return g_utf8_find_prev_char (begin, begin + LONGEST + 1);
}

/* The end of the paragraph that begins here: at a line end that is not one of
 * hard wrapping. Looks no further than a paragraph may be long. */
static const char *
find_end (const char       *begin,
          const char       *end,
          DossierBlockKind  kind)
{
  const char *limit = end - begin > 2 * LONGEST ? begin + 2 * LONGEST : end;
  const char *line = begin;
  const char *stop;

  while ((stop = memchr (line, '\n', limit - line)) != NULL)
    {
      gboolean wrapped = kind == DOSSIER_BLOCK_PARAGRAPH && stop - line >= WRAPPED_LINE &&
                         stop + 1 < end && !g_ascii_isspace (stop[1]);

      if (!wrapped || stop - begin > LONGEST)
        return find_cut (begin, stop);
      line = stop + 1;
    }

  return find_cut (begin, limit);
}

static void
add_region (DossierReaderMap *self,
            const char       *utf8,
            guint32           from,
            guint32           to,
            DossierBlockKind  kind)
{
  const char *begin = utf8 + from;
  const char *end = utf8 + to;

  while (begin < end)
    {
      const char *stop = find_end (begin, end, kind);

      add_paragraph (self, utf8, begin, stop, kind);
      begin = stop < end && (*stop == '\n' || *stop == ' ') ? stop + 1 : stop;
    }
}

static void
make_folds (DossierReaderMap *self)
{
  gboolean in_head = TRUE;
  gboolean has_title = FALSE;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      gboolean is_title = paragraph->kind == DOSSIER_BLOCK_TITLE;
      gboolean is_head = in_head && (is_head_kind (paragraph->kind) || (is_title && has_title));

      has_title |= is_title;
      if (paragraph->kind == DOSSIER_BLOCK_PARAGRAPH || paragraph->kind == DOSSIER_BLOCK_HEADING)
        in_head = FALSE;
      if (!is_head && !is_folded_kind (paragraph->kind))
        continue;
      if (i == 0 || paragraph[-1].fold < 0)
        {
          Fold fold = { .first = i, .last = i };

          g_array_append_val (self->folds, fold);
        }
      paragraph->fold = self->folds->len - 1;
      g_array_index (self->folds, Fold, paragraph->fold).last = i + 1;
      g_array_index (self->folds, Fold, paragraph->fold).is_head |= is_head;
    }
}

static char *
row_text (DossierReaderMap *self,
          guint             fold)
{
  Fold *f = &g_array_index (self->folds, Fold, fold);
  guint n = f->last - f->first;
  g_autofree char *lines = NULL;

  if (f->is_head)
    lines = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line above the article",
                                          "%u lines above the article", n), n);
  else
    lines = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line that is no part of the article",
                                          "%u lines that are no part of the article", n), n);

  return g_strdup_printf ("%s · %s", lines, f->open ? _("Hide") : _("Show"));
}

static void
add_piece (DossierReaderMap   *self,
           DossierReaderPiece  piece,
           guint32             length)
{
  if (self->pieces->len > 0)
    self->n_chars++;
  piece.start = self->n_chars;
  piece.end = piece.start + length;
  self->n_chars = piece.end;
  g_array_append_val (self->pieces, piece);
}

static void
add_row (DossierReaderMap *self,
         guint             fold)
{
  Fold *f = &g_array_index (self->folds, Fold, fold);
  g_autofree char *text = row_text (self, fold);
  guint32 first = g_array_index (self->paragraphs, Paragraph, f->first).source.start;
  guint32 last = g_array_index (self->paragraphs, Paragraph, f->last - 1).source.end;

  add_piece (self,
             (DossierReaderPiece) {
               .source = { first, f->open ? first : last },
               .fold = fold,
               .kind = DOSSIER_BLOCK_BOILERPLATE,
               .is_row = TRUE,
             },
             g_utf8_strlen (text, -1));
}

static void
lay_out (DossierReaderMap *self)
{
  guint i = 0;

  g_array_set_size (self->pieces, 0);
  self->n_chars = 0;

  while (i < self->paragraphs->len)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);

      if (paragraph->fold >= 0)
        {
          const Fold *fold = &g_array_index (self->folds, Fold, paragraph->fold);

          if (i == fold->first)
            add_row (self, paragraph->fold);
          if (!fold->open)
            {
              i = fold->last;
              continue;
            }
        }

      add_piece (self,
                 (DossierReaderPiece) {
                   .source = paragraph->source,
                   .fold = paragraph->fold,
                   .kind = paragraph->kind,
                 },
                 paragraph->source.end - paragraph->source.start);
      i++;
    }
}

/**
 * dossier_reader_map_new:
 * @blocks: in order and disjoint; what lies between them is taken as paragraphs
 *
 * Every fold is closed at first. Linear in the length of the text.
 */
DossierReaderMap *
dossier_reader_map_new (DossierText        *text,
                        const DossierBlock *blocks,
                        guint               n_blocks)
{
  DossierReaderMap *self;
  const char *utf8;
  gsize n_bytes;
  guint32 done = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DossierReaderMap, 1);
  self->text = dossier_text_ref (text);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  self->folds = g_array_new (FALSE, FALSE, sizeof (Fold));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (DossierReaderPiece));

  utf8 = dossier_text_utf8 (text, &n_bytes);
  for (guint i = 0; i < n_blocks; i++)
    {
      DossierBytes bytes = dossier_text_bytes (text, blocks[i].span);

      if (bytes.start < done || bytes.end > n_bytes)
        continue;
      add_region (self, utf8, done, bytes.start, DOSSIER_BLOCK_PARAGRAPH);
      add_region (self, utf8, bytes.start, bytes.end, blocks[i].kind);
      done = bytes.end;
    }
  add_region (self, utf8, done, n_bytes, DOSSIER_BLOCK_PARAGRAPH);

  make_folds (self);
  lay_out (self);

  return self;
}

/**
 * dossier_reader_map_free:
 *
 * Frees the map.
 */
void
dossier_reader_map_free (DossierReaderMap *self)
{
  dossier_text_unref (self->text);
  g_array_unref (self->paragraphs);
  g_array_unref (self->folds);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * dossier_reader_map_n_pieces:
 *
 * Returns: how many lines the page has now
 */
guint
dossier_reader_map_n_pieces (DossierReaderMap *self)
{
  return self->pieces->len;
}

/**
 * dossier_reader_map_piece:
 *
 * Returns: (transfer none): a line of the page, valid until a fold is opened or closed
 */
const DossierReaderPiece *
dossier_reader_map_piece (DossierReaderMap *self,
                          guint             i)
{
  g_return_val_if_fail (i < self->pieces->len, NULL);

  return &g_array_index (self->pieces, DossierReaderPiece, i);
}

/**
 * dossier_reader_map_n_chars:
 *
 * Returns: how long the page is, code points with the line ends
 */
guint32
dossier_reader_map_n_chars (DossierReaderMap *self)
{
  return self->n_chars;
}

/**
 * dossier_reader_map_dup_text:
 *
 * Returns: (transfer full): what a line of the page shows, as many code points as
 *   its place is long: line ends and signs that a text view takes for its own
 *   are spaces
 */
char *
dossier_reader_map_dup_text (DossierReaderMap *self,
                             guint             i)
{
  const DossierReaderPiece *piece = dossier_reader_map_piece (self, i);
  DossierBytes bytes;
  GString *out;
  const char *p, *end;

  if (piece->is_row)
    return row_text (self, piece->fold);

  bytes = dossier_text_bytes (self->text, piece->source);
  p = dossier_text_utf8 (self->text, NULL) + bytes.start;
  end = p + (bytes.end - bytes.start);
  out = g_string_sized_new (bytes.end - bytes.start + 1);

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x2028 || c == 0x2029 || c == 0x85)
        g_string_append_c (out, ' ');
      else if (c == 0xFFFC)
        g_string_append (out, "\357\277\275");
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (out, FALSE);
}

/**
 * dossier_reader_map_at_source:
 * @offset: a place of the text, code points
 *
 * Returns: the piece that shows it, or else the next one; the number of pieces behind the last. O(log n)
 */
guint
dossier_reader_map_at_source (DossierReaderMap *self,
                              guint32           offset)
{
  guint low = 0, high = self->pieces->len;

  /* The first piece that ends behind the place. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, DossierReaderPiece, middle).source.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_reader_map_at_page:
 * @page_offset: a place of the page, code points
 *
 * Returns: the piece there; the number of pieces behind the last. O(log n)
 */
guint
dossier_reader_map_at_page (DossierReaderMap *self,
                            guint32           page_offset)
{
  guint low = 0, high = self->pieces->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->pieces, DossierReaderPiece, middle).end < page_offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_reader_map_to_page:
 *
 * Returns: where a place of the text stands on the page: in a closed fold its
 *   row, between paragraphs the end of the one before; behind the last the end
 */
guint32
dossier_reader_map_to_page (DossierReaderMap *self,
                            guint32           offset)
{
  guint i = dossier_reader_map_at_source (self, offset);
  const DossierReaderPiece *piece;

  if (i == self->pieces->len)
    return self->n_chars;

  piece = &g_array_index (self->pieces, DossierReaderPiece, i);
  if (offset < piece->source.start)
    return i > 0 ? piece->start - 1 : 0;
  if (piece->is_row)
    return piece->start;

  return piece->start + (offset - piece->source.start);
}

/**
 * dossier_reader_map_to_source:
 *
 * Returns: which place of the text stands at a place of the page
 */
guint32
dossier_reader_map_to_source (DossierReaderMap *self,
                              guint32           page_offset)
{
  guint i = dossier_reader_map_at_page (self, page_offset);
  const DossierReaderPiece *piece;

  if (i == self->pieces->len)
    return dossier_text_n_chars (self->text);

  piece = &g_array_index (self->pieces, DossierReaderPiece, i);
  if (piece->is_row)
    return piece->source.start;

  return piece->source.start + (MAX (page_offset, piece->start) - piece->start);
}

/**
 * dossier_reader_map_n_folds:
 *
 * Returns: how many folds there are
 */
guint
dossier_reader_map_n_folds (DossierReaderMap *self)
{
  return self->folds->len;
}

/**
 * dossier_reader_map_is_open:
 *
 * Returns: whether a fold shows its lines
 */
gboolean
dossier_reader_map_is_open (DossierReaderMap *self,
                            guint             fold)
{
  g_return_val_if_fail (fold < self->folds->len, FALSE);

  return g_array_index (self->folds, Fold, fold).open;
}

/**
 * dossier_reader_map_set_open:
 *
 * Opens or closes a fold: the pieces are laid out anew.
 */
void
dossier_reader_map_set_open (DossierReaderMap *self,
                             guint             fold,
                             gboolean          open)
{
  g_return_if_fail (fold < self->folds->len);

  if (g_array_index (self->folds, Fold, fold).open == open)
    return;

  g_array_index (self->folds, Fold, fold).open = open;
  lay_out (self);
}

/**
 * dossier_reader_map_hidden_by:
 * @offset: a place of the text, code points
 *
 * Returns: the closed fold that hides it, or -1
 */
int
dossier_reader_map_hidden_by (DossierReaderMap *self,
                              guint32           offset)
{
  guint i = dossier_reader_map_at_source (self, offset);
  const DossierReaderPiece *piece;

  if (i == self->pieces->len)
    return -1;

  piece = &g_array_index (self->pieces, DossierReaderPiece, i);

  return piece->is_row && offset >= piece->source.start && !dossier_reader_map_is_open (self, piece->fold)
           ? piece->fold
           : -1;
}
