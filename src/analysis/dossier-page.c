/* dossier-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-page"

#include "config.h"

#include <string.h>

#include "dossier-page.h"

/* A line of so many words that ends as a sentence is running text, not a label. */
#define PROSE_WORDS 15

/* Headings, captions without a full stop and rows of links are shorter. */
#define SHORT_WORDS 14

/* A caption may hold two sentences; what is longer and stands twice is text set twice. */
#define CAPTION_WORDS 45

/* Lines between two copies of a caption: the picture's credit and its link. */
#define CAPTION_DISTANCE 3

/**
 * dossier_page_init:
 * @self: room for a page
 * @text: the text, borrowed
 * @furniture: the table of page furniture
 *
 * Cuts a text into lines and scores each.
 */
void
dossier_page_init (DossierPage      *self,
                   DossierText      *text,
                   DossierFurniture *furniture)
{
  gsize n_bytes;

  memset (self, 0, sizeof *self);
  self->text = text;
  self->utf8 = dossier_text_utf8 (text, &n_bytes);
  self->lines = dossier_lines_cut (self->utf8, n_bytes);
  self->n_lines = self->lines->len;
  self->kinds = g_malloc (self->n_lines + 1);
  memset (self->kinds, DOSSIER_PAGE_OPEN, self->n_lines + 1);
  self->scores = g_new0 (DossierFurnitureScore, self->n_lines + 1);
  for (guint i = 0; i < self->n_lines; i++)
    self->scores[i] = dossier_furniture_score (furniture, self->utf8, dossier_page_line (self, i));
}

/** dossier_page_clear: */
void
dossier_page_clear (DossierPage *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->scores, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->outlet, g_free);
  g_clear_pointer (&self->byline, g_free);
  g_clear_pointer (&self->published, g_free);
}

/** dossier_page_is_prose: whether a line is running text by its length and its end. */
gboolean
dossier_page_is_prose (DossierPage *self,
                       guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);

  if (self->kinds[i] == DOSSIER_BLOCK_BOILERPLATE || self->kinds[i] == DOSSIER_BLOCK_CAPTION)
    return FALSE;
  if (line->n_words > 40 || ((line->flags & DOSSIER_LINE_SENTENCES) && line->n_words >= 25))
    return TRUE;
  return line->n_words >= PROSE_WORDS && (line->flags & DOSSIER_LINE_TERMINAL);
}

static gboolean
is_label (const DossierLine *line)
{
  return line->n_words <= SHORT_WORDS && !(line->flags & DOSSIER_LINE_TERMINAL);
}

/* A whole line in square brackets of few words: [source: …], [embed], [photo]. */
static gboolean
is_bracketed (DossierPage       *self,
              const DossierLine *line)
{
  return line->n_words <= 6 && self->utf8[line->bytes.start] == '[' && self->utf8[line->bytes.end - 1] == ']';
}

static guint8
kind_by_itself (DossierPage *self,
                guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);
  DossierFurnitureScore score = self->scores[i];
  float bare = is_label (line) ? 0.4f : 0;

  if ((line->flags & DOSSIER_LINE_NO_LETTERS) && line->n_digits == 0)
    return DOSSIER_BLOCK_BOILERPLATE;
  if ((line->flags & DOSSIER_LINE_ICON) || is_bracketed (self, line))
    return DOSSIER_BLOCK_BOILERPLATE;
  /* what somebody is quoted with is no furniture, whatever its words */
  if ((line->flags & DOSSIER_LINE_QUOTE) && !score.whole)
    return DOSSIER_PAGE_OPEN;
  if (score.boilerplate > 0 && score.boilerplate + (score.boilerplate >= 0.6f ? bare : 0) >= 0.999f)
    return DOSSIER_BLOCK_BOILERPLATE;
  if (score.caption >= 0.999f)
    return DOSSIER_BLOCK_CAPTION;
  return DOSSIER_PAGE_OPEN;
}

/* Lines that read the same: captions where they stand together, else what the
 * page's frame repeats. The first copy of a long passage stays. */
static void
tell_repeats (DossierPage *self)
{
  g_autofree guint32 *last = g_new (guint32, self->n_lines + 1);

  for (guint i = 0; i < self->n_lines; i++)
    {
      const DossierLine *line = dossier_page_line (self, i);
      guint first = line->first_copy;

      last[i] = i;
      if (line->copies < 2 || self->kinds[i] != DOSSIER_PAGE_OPEN || line->n_words < 2)
        continue;
      if (first == i)
        continue;
      if (line->n_words > CAPTION_WORDS)
        {
          self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
          continue;
        }
      if (i - last[first] <= CAPTION_DISTANCE)
        self->kinds[i] = self->kinds[first] = DOSSIER_BLOCK_CAPTION;
      else if (line->copies > 2 && line->n_words >= 3)
        self->kinds[i] = self->kinds[first] = DOSSIER_BLOCK_BOILERPLATE;
      else if (line->n_words >= 5)
        self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
      last[first] = i;
    }
}

/* A bare credit ("GETTY") has its caption above it. */
static void
tell_captions_by_credit (DossierPage *self)
{
  for (guint i = self->header_end + 1; i < self->n_lines; i++)
    {
      const DossierLine *above = dossier_page_line (self, i - 1);

      if (!self->scores[i].whole || self->kinds[i] != DOSSIER_BLOCK_CAPTION)
        continue;
      if (self->kinds[i - 1] == DOSSIER_PAGE_OPEN && above->n_words <= 25 && !(above->flags & DOSSIER_LINE_QUOTE))
        self->kinds[i - 1] = DOSSIER_BLOCK_CAPTION;
    }
}

static gboolean
begins_upper (DossierPage       *self,
              const DossierLine *line)
{
  return g_unichar_isupper (g_utf8_get_char (self->utf8 + line->bytes.start));
}

/* Below the last paragraph: rows of links, when there is other furniture among them or there are three of them. */
static void
tell_trailer (DossierPage *self)
{
  guint from = self->n_lines, n_open = 0, n_furniture = 0;

  while (from > self->header_end)
    {
      guint i = from - 1;

      if (self->kinds[i] == DOSSIER_BLOCK_BOILERPLATE || self->kinds[i] == DOSSIER_BLOCK_CAPTION)
        n_furniture++;
      else if (self->kinds[i] == DOSSIER_PAGE_OPEN && is_label (dossier_page_line (self, i)) &&
               !(dossier_page_line (self, i)->flags & (DOSSIER_LINE_QUOTE | DOSSIER_LINE_ITEM)))
        n_open++;
      else
        break;
      from = i;
    }

  if (from <= self->header_end || n_open == 0 || (n_furniture == 0 && n_open < 3))
    return;
  for (guint i = from; i < self->n_lines; i++)
    if (self->kinds[i] == DOSSIER_PAGE_OPEN)
      self->kinds[i] = DOSSIER_BLOCK_BOILERPLATE;
}

/* Short lines between paragraphs are headings; the bare row of words between the
 * header and the first paragraph is what a picture says of itself. */
static void
tell_headings (DossierPage *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    {
      const DossierLine *line = dossier_page_line (self, i);
      gboolean below = i + 1 < self->n_lines;

      if (self->kinds[i] != DOSSIER_PAGE_OPEN || !is_label (line) || (line->flags & (DOSSIER_LINE_QUOTE | DOSSIER_LINE_ITEM | DOSSIER_LINE_COLON)))
        continue;
      if (!begins_upper (self, line) || !below)
        continue;
      if (i >= self->header_end && i <= self->header_end + 1 && self->title != NULL && line->n_words >= 2 &&
          line->n_words <= 8 && line->n_small > line->n_capital && !dossier_page_is_prose (self, i))
        self->kinds[i] = DOSSIER_BLOCK_CAPTION;
      else
        self->kinds[i] = DOSSIER_BLOCK_HEADING;
    }
}

/**
 * dossier_page_tell_apart:
 * @self: a page whose header has been read
 *
 * Gives every line that is still open its kind.
 */
void
dossier_page_tell_apart (DossierPage *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    if (self->kinds[i] == DOSSIER_PAGE_OPEN)
      self->kinds[i] = kind_by_itself (self, i);

  tell_repeats (self);
  tell_captions_by_credit (self);
  tell_trailer (self);
  dossier_page_pull_quotes (self);
  tell_headings (self);

  for (guint i = 0; i < self->n_lines; i++)
    if (self->kinds[i] == DOSSIER_PAGE_OPEN)
      self->kinds[i] = DOSSIER_BLOCK_PARAGRAPH;
}

/* Pull quotes. A line of 6 to 60 words that is a sentence of another line: the
 * hashes of its words are looked for among the hashes of all words, by the hash
 * of its first four, so the work stays linear. */
#define PULL_WORDS_MIN 6
#define PULL_WORDS_MAX 60
#define PULL_KEY 4
#define PULL_CANDIDATES 64

typedef struct
{
  guint32 line;
  guint32 n_words;
  guint32 words[PULL_WORDS_MAX];
} Pull;

typedef struct
{
  GArray  *words; /* guint32 hashes of all open lines, in order */
  GArray  *lines; /* guint32 line of each word */
} WordStream;

static void
stream_line (DossierPage *self,
             WordStream  *stream,
             guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);
  const char *p = self->utf8 + line->bytes.start, *end = self->utf8 + line->bytes.end;
  guint32 hash = 2166136261u;
  gboolean inside = FALSE;

  for (; p <= end; p = p < end ? g_utf8_next_char (p) : p + 1)
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';

      if (g_unichar_isalnum (c))
        {
          hash = (hash ^ g_unichar_tolower (c)) * 16777619u;
          inside = TRUE;
        }
      else if (inside)
        {
          g_array_append_val (stream->words, hash);
          g_array_append_val (stream->lines, i);
          hash = 2166136261u;
          inside = FALSE;
        }
    }
}

static guint64
stream_key (const guint32 *words)
{
  guint64 key = 0;

  for (guint i = 0; i < PULL_KEY; i++)
    key = key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + words[i];
  return key;
}

/* A line that stands for itself: quotation marks around the whole of it, or no sentence's end. */
static gboolean
may_be_pulled (DossierPage *self,
               guint        i)
{
  const DossierLine *line = dossier_page_line (self, i);

  if (self->kinds[i] != DOSSIER_PAGE_OPEN || line->n_words < PULL_WORDS_MIN || line->n_words >= PULL_WORDS_MAX ||
      (line->flags & DOSSIER_LINE_SENTENCES))
    return FALSE;
  return (line->flags & DOSSIER_LINE_QUOTE) ? strchr ("\"'", self->utf8[line->bytes.end - 1]) != NULL ||
                                              (guchar) self->utf8[line->bytes.end - 1] >= 0x80
                                            : !(line->flags & DOSSIER_LINE_TERMINAL);
}

static void
collect_pulls (DossierPage *self,
               WordStream  *stream,
               GArray      *pulls,
               GHashTable  *keys)
{
  for (guint w = 0; w < stream->words->len && pulls->len < PULL_CANDIDATES;)
    {
      guint line = g_array_index (stream->lines, guint32, w);
      Pull pull = { .line = line };
      guint from = w;

      while (w < stream->words->len && g_array_index (stream->lines, guint32, w) == line)
        {
          if (pull.n_words < PULL_WORDS_MAX)
            pull.words[pull.n_words++] = g_array_index (stream->words, guint32, w);
          w++;
        }
      if (w - from >= PULL_WORDS_MIN && w - from < PULL_WORDS_MAX && may_be_pulled (self, line))
        {
          guint64 *key = g_new (guint64, 1);

          *key = stream_key (pull.words);
          g_hash_table_insert (keys, key, GUINT_TO_POINTER (pulls->len + 1));
          g_array_append_val (pulls, pull);
        }
    }
}

/* The pulled words stand in @line, which says more than they do. */
static gboolean
holds_pull (WordStream *stream,
            guint       w,
            const Pull *pull)
{
  guint line = g_array_index (stream->lines, guint32, w);

  if (line == pull->line || w + pull->n_words > stream->words->len)
    return FALSE;
  if (memcmp (&g_array_index (stream->words, guint32, w), pull->words, pull->n_words * sizeof (guint32)) != 0)
    return FALSE;
  return g_array_index (stream->lines, guint32, w + pull->n_words - 1) == line;
}

/**
 * dossier_page_pull_quotes:
 * @self: a page
 *
 * Tells the lines that repeat a passage of another, longer line: set large, to
 * be seen, and read as headings.
 */
void
dossier_page_pull_quotes (DossierPage *self)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) pulls = g_array_new (FALSE, FALSE, sizeof (Pull));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  WordStream stream = { words, lines };
  gboolean any = FALSE;

  for (guint i = self->header_end; i < self->n_lines && !any; i++)
    any = may_be_pulled (self, i);
  if (!any)
    return;

  for (guint i = self->header_end; i < self->n_lines; i++)
    if (self->kinds[i] == DOSSIER_PAGE_OPEN)
      stream_line (self, &stream, i);
  collect_pulls (self, &stream, pulls, keys);
  if (pulls->len == 0)
    return;

  for (guint w = 0; w + PULL_KEY <= words->len; w++)
    {
      guint64 key = stream_key (&g_array_index (words, guint32, w));
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (keys, &key));
      const Pull *pull = index > 0 ? &g_array_index (pulls, Pull, index - 1) : NULL;

      if (pull != NULL && holds_pull (&stream, w, pull))
        self->kinds[pull->line] = DOSSIER_BLOCK_HEADING;
    }
}
