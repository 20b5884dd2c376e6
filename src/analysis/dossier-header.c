/* dossier-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-header"

#include "config.h"

#include <string.h>

#include "dossier-header.h"

/* A line above an article that says more than this is no longer a label. */
#define LONGEST_WORDS 30
#define LONGEST_BYTES 400
#define MAX_SEGMENTS 12

typedef enum
{
  ROLE_BYLINE    = 1 << 0,
  ROLE_PUBLISHED = 1 << 1,
  ROLE_UPDATED   = 1 << 2,
  ROLE_FILLER    = 1 << 3,
  ROLE_STAFF     = 1 << 4,
  ROLE_SECTION   = 1 << 5,
} Role;

struct _DossierHeader
{
  GHashTable   *roles;   /* phrase → mask of Role */
  GPtrArray    *origins; /* phrases before the name of an outlet */
  DossierDates *dates;
};

static guint
role_from_word (const char *word)
{
  static const char *const names[] = { "byline", "published", "updated", "filler", "staff", "section" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (word, names[i]) == 0)
      return 1u << i;
  return 0;
}

/**
 * dossier_header_new:
 * @lexicon: a language's tables; "header" is read
 *
 * Returns: (transfer full): the reader of header lines, immutable, safe in any thread
 */
DossierHeader *
dossier_header_new (DossierLexicon *lexicon)
{
  DossierHeader *self = g_new0 (DossierHeader, 1);
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "header");
  guint n_rows = table != NULL ? dossier_table_n_rows (table) : 0;

  self->dates = dossier_dates_new (lexicon);
  self->origins = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < n_rows; row++)
    {
      guint role = role_from_word (dossier_table_cell (table, row, 0));
      const char *phrase = dossier_table_cell (table, row, 1);

      if (g_strcmp0 (dossier_table_cell (table, row, 0), "origin") == 0)
        g_ptr_array_add (self->origins, g_strdup (phrase));
      if (role != 0 && phrase != NULL && *phrase != '\0')
        g_hash_table_insert (self->roles, g_strdup (phrase),
                             GUINT_TO_POINTER (role | GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, phrase))));
    }
  return self;
}

/** dossier_header_free: */
void
dossier_header_free (DossierHeader *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->roles);
  g_ptr_array_unref (self->origins);
  dossier_dates_free (self->dates);
  g_free (self);
}

/** dossier_header_line_clear: */
void
dossier_header_line_clear (DossierHeaderLine *line)
{
  g_clear_pointer (&line->published, g_free);
  g_clear_pointer (&line->byline, g_free);
  g_clear_pointer (&line->outlet, g_free);
}

static guint
roles_of (DossierHeader *self,
          const char    *phrase)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, phrase));
}

static gboolean
is_name_sign (gunichar c)
{
  return g_unichar_isalnum (c) || c == '\'' || c == 0x2019 || c == '-' || c == '.';
}

/* The longest label of @role at the start of a segment: bytes of it, signs after it included. */
static gsize
label_length (DossierHeader *self,
              const char    *segment,
              gsize          n_bytes,
              guint          role)
{
  gsize best = 0, at = 0;
  guint n_words = 0;
  char folded[96];

  while (at < n_bytes && n_words < 4)
    {
      gsize after = at;

      while (after < n_bytes && is_name_sign (g_utf8_get_char (segment + after)))
        after = g_utf8_next_char (segment + after) - segment;
      dossier_lines_fold (segment, MIN (after, sizeof folded / 2), folded, sizeof folded);
      n_words++;
      while (after < n_bytes && !is_name_sign (g_utf8_get_char (segment + after)))
        after = g_utf8_next_char (segment + after) - segment;
      if (roles_of (self, folded) & role)
        best = after;
      if (after == at)
        break;
      at = after;
    }
  return best;
}

/* Whether a segment is the name of a site: one word with a full stop inside. */
static gboolean
is_site (const char *segment,
         gsize       n_bytes)
{
  const char *dot = memchr (segment, '.', n_bytes);

  return n_bytes < 64 && memchr (segment, ' ', n_bytes) == NULL && dot != NULL &&
         dot > segment + 1 && dot + 2 < segment + n_bytes && !g_ascii_isdigit (segment[0]) &&
         g_ascii_isalpha (dot[1]);
}

/* Whether a segment can be names of people: two to eight words, all but "and",
 * "de", "van" and the like beginning in upper case, no figure. */
static gboolean
is_names (const char *segment,
          gsize       n_bytes,
          guint      *n_out)
{
  const char *p = segment, *end = segment + n_bytes;
  guint n_words = 0, n_small = 0;
  gboolean inside = FALSE;

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '"' || c == '?' || c == '!' || c == ':' || c == ';')
        return FALSE;
      if (!is_name_sign (c))
        inside = FALSE;
      else if (!inside)
        {
          inside = TRUE;
          n_words++;
          n_small += !g_unichar_isupper (c);
        }
    }
  *n_out = n_words;
  return n_words >= 1 && n_words <= 10 && n_small * 3 <= n_words;
}

/* Cuts a name segment before what follows the name: "for", "in", a comma and a post. */
static gsize
names_end (DossierHeader *self,
           const char    *segment,
           gsize          n_bytes)
{
  static const char *const after[] = { " in ", " for ", " at ", " of ", " on ", " (", " @", "  ", "\t" };
  gsize end = n_bytes;
  char *comma;
  char folded[160];

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      const char *p = g_strstr_len (segment, end, after[i]);

      if (p != NULL && p > segment)
        end = p - segment;
    }

  for (comma = memchr (segment, ',', end); comma != NULL; comma = memchr (comma + 1, ',', segment + end - comma - 1))
    {
      gsize from = comma + 1 - segment;

      dossier_lines_fold (segment + from, MIN (end - from, sizeof folded / 2), folded, sizeof folded);
      if (roles_of (self, folded) & (ROLE_STAFF | ROLE_SECTION))
        return comma - segment;
    }
  while (end > 0 && (segment[end - 1] == ' ' || segment[end - 1] == ','))
    end--;
  return end;
}

static gboolean
is_separator (gunichar c)
{
  return c == '|' || c == 0x2022 || c == 0xb7 || c == 0x2014 || c == 0x2013 || c == '\t' || c == '/' || c == 0x25cf;
}

/* Segments of a line: divided by bars, bullets, spaced dashes and slashes. */
static guint
cut_segments (const char   *utf8,
              DossierBytes  bytes,
              DossierBytes  segments[MAX_SEGMENTS])
{
  guint n = 0;
  gsize start = bytes.start;
  const char *p = utf8 + bytes.start, *end = utf8 + bytes.end;

  for (;; p = g_utf8_next_char (p))
    {
      gboolean cut = p >= end;

      if (!cut)
        {
          gunichar c = g_utf8_get_char (p);
          const char *next = g_utf8_next_char (p);
          gboolean spaced = p > utf8 + bytes.start && p[-1] == ' ' && next < end && *next == ' ';

          cut = c == '|' || c == '\t' || (spaced && (is_separator (c) || c == '-'));
        }
      if (!cut)
        continue;

      segments[n].start = start;
      segments[n].end = MIN (p, end) - utf8;
      while (segments[n].start < segments[n].end && utf8[segments[n].start] == ' ')
        segments[n].start++;
      while (segments[n].end > segments[n].start && utf8[segments[n].end - 1] == ' ')
        segments[n].end--;
      n += segments[n].start < segments[n].end;
      if (p >= end || n == MAX_SEGMENTS)
        return n;
      start = g_utf8_next_char (p) - utf8;
    }
}

static void
take_name (DossierHeader     *self,
           const char        *segment,
           gsize              n_bytes,
           DossierHeaderLine *out)
{
  if (is_site (segment, n_bytes))
    {
      if (out->outlet == NULL)
        out->outlet = g_strndup (segment, n_bytes);
    }
  else if (out->byline == NULL)
    out->byline = g_strndup (segment, names_end (self, segment, n_bytes));
}

/* Whether every word of a segment is a label, a filler or a number. */
static gboolean
is_filler (DossierHeader *self,
           const char    *segment,
           gsize          n_bytes)
{
  char folded[LONGEST_BYTES];
  g_auto (GStrv) words = NULL;

  if (roles_of (self, (dossier_lines_fold (segment, n_bytes, folded, sizeof folded), folded)) != 0)
    return TRUE;
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '#' && !(roles_of (self, words[i]) & (ROLE_FILLER | ROLE_STAFF)))
      return FALSE;
  return words[0] != NULL;
}

static gboolean
has_digit (const char *segment,
           gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isdigit (segment[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_date (DossierHeader     *self,
           DossierText       *text,
           DossierBytes       bytes,
           DossierHeaderLine *out)
{
  const char *segment = dossier_text_utf8 (text, NULL) + bytes.start;
  gsize n_bytes = bytes.end - bytes.start;
  g_autofree char *edtf = NULL;
  gboolean updated;

  /* a date has a figure in it; looking closer costs more than the rest of the line */
  if (!has_digit (segment, n_bytes) || !dossier_dates_line (self->dates, text, bytes, &edtf))
    return FALSE;

  updated = label_length (self, segment, n_bytes, ROLE_UPDATED) > 0;
  if (edtf != NULL && (out->published == NULL || (out->updated && !updated)))
    {
      g_free (out->published);
      out->published = g_steal_pointer (&edtf);
      out->updated = updated;
    }
  return TRUE;
}

/* Reads one segment; FALSE where it says nothing that a header says. */
static gboolean
read_segment (DossierHeader     *self,
              DossierText       *text,
              DossierBytes       bytes,
              DossierHeaderLine *out)
{
  const char *segment = dossier_text_utf8 (text, NULL) + bytes.start;
  gsize n_bytes = bytes.end - bytes.start;
  gsize label = label_length (self, segment, n_bytes, ROLE_BYLINE);
  guint n_names;

  if (label > 0 && label < n_bytes &&
      (is_site (segment + label, n_bytes - label) ||
       is_names (segment + label, names_end (self, segment + label, n_bytes - label), &n_names)))
    {
      take_name (self, segment + label, n_bytes - label, out);
      return TRUE;
    }
  if (read_date (self, text, bytes, out))
    return TRUE;
  if (is_site (segment, n_bytes))
    {
      take_name (self, segment, n_bytes, out);
      return TRUE;
    }
  if (is_filler (self, segment, n_bytes))
    return TRUE;
  return FALSE;
}

/* A date after a comma: "Jane Doe, staff writer, 3 May 2020". */
static gboolean
read_comma_parts (DossierHeader     *self,
                  DossierText       *text,
                  DossierBytes       bytes,
                  DossierHeaderLine *out)
{
  const char *utf8 = dossier_text_utf8 (text, NULL);
  const char *comma = memchr (utf8 + bytes.start, ',', bytes.end - bytes.start);
  DossierBytes rest;
  guint n_names;

  if (comma == NULL || !is_names (utf8 + bytes.start, comma - utf8 - bytes.start, &n_names) || n_names < 2 || n_names > 5)
    return FALSE;
  rest.start = comma + 1 - utf8;
  rest.end = bytes.end;
  while (rest.start < rest.end && utf8[rest.start] == ' ')
    rest.start++;
  if (rest.start == rest.end)
    return FALSE;
  if (!read_date (self, text, rest, out) && !is_filler (self, utf8 + rest.start, rest.end - rest.start))
    return FALSE;
  take_name (self, utf8 + bytes.start, comma - utf8 - bytes.start, out);
  return TRUE;
}

/* The one part of a header line that nothing labels: who wrote it when it stands
 * first beside a date ("Jane Doe | 3 May 2020"), else the paper. */
static gboolean
take_unlabelled (DossierHeader     *self,
                 const char        *segment,
                 gsize              n_bytes,
                 guint              index,
                 DossierHeaderLine *out)
{
  guint n_names;

  if (!is_names (segment, n_bytes, &n_names) || n_names > 6)
    return FALSE;
  if (out->byline == NULL && index == 0)
    take_name (self, segment, n_bytes, out);
  else if (out->outlet == NULL)
    out->outlet = g_strndup (segment, n_bytes);
  return TRUE;
}

/**
 * dossier_header_read:
 * @self: the reader
 * @text: the text
 * @line: a line of it
 * @out: what the line says; to be cleared
 *
 * Reads a line as one above an article: date, names, outlet, part of the paper.
 *
 * Returns: %TRUE when the line says nothing else
 */
gboolean
dossier_header_read (DossierHeader     *self,
                     DossierText       *text,
                     const DossierLine *line,
                     DossierHeaderLine *out)
{
  const char *utf8 = dossier_text_utf8 (text, NULL);
  DossierBytes segments[MAX_SEGMENTS];
  guint n_segments, n_read = 0, unread = 0;
  char folded[LONGEST_BYTES];

  memset (out, 0, sizeof *out);
  if (line->n_words > LONGEST_WORDS || line->bytes.end - line->bytes.start >= LONGEST_BYTES / 2)
    return FALSE;

  dossier_lines_fold (utf8 + line->bytes.start, line->bytes.end - line->bytes.start, folded, sizeof folded);
  out->section = (roles_of (self, folded) & ROLE_SECTION) != 0;
  if (out->section)
    return TRUE;

  n_segments = cut_segments (utf8, line->bytes, segments);
  for (guint i = 0; i < n_segments; i++)
    if (read_segment (self, text, segments[i], out))
      n_read++;
    else
      unread = i;
  if (n_read == n_segments && n_read > 0)
    return TRUE;
  if (n_read + 1 == n_segments && n_read > 0 && (out->published != NULL || out->byline != NULL))
    return take_unlabelled (self, utf8 + segments[unread].start, segments[unread].end - segments[unread].start, unread, out);
  return n_segments == 1 && read_comma_parts (self, text, line->bytes, out);
}

/* The dash that ends a dateline ("NAIROBI, 3 May 2020 (Reuters) - "), within the first bytes of a line; 0 for none. */
static gsize
dateline_end (const char *line,
              gsize       n_bytes,
              gsize      *after)
{
  static const char *const dashes[] = { " \342\200\224 ", " \342\200\223 ", " - ", " -- ", " _ ", "\342\200\224" };
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *p = g_strstr_len (line, MIN (n_bytes, 96), dashes[i]);

      if (p != NULL && p > line && (best == 0 || (gsize) (p - line) < best))
        {
          best = p - line;
          *after = best + strlen (dashes[i]);
        }
    }
  return best;
}

/**
 * dossier_header_dateline:
 * @self: the reader
 * @text: the text
 * @line: the first paragraph
 * @outlet: (out) (optional): the agency named in brackets, or %NULL
 *
 * Reads the place, agency and date that stand before the dash of a report:
 * "NAIROBI, May 3, 2020 (Reuters) — …".
 *
 * Returns: (transfer full) (nullable): the date, EDTF, when it is given with its year
 */
char *
dossier_header_dateline (DossierHeader      *self,
                         DossierText        *text,
                         const DossierLine  *line,
                         char              **outlet)
{
  const char *utf8 = dossier_text_utf8 (text, NULL);
  const char *start = utf8 + line->bytes.start;
  gsize after = 0;
  gsize n = dateline_end (start, line->bytes.end - line->bytes.start, &after);
  const char *open = n > 0 ? memchr (start, '(', n) : NULL;
  const char *close = open != NULL ? memchr (open, ')', start + n - open) : NULL;
  const char *comma = n > 0 ? memchr (start, ',', n) : NULL;
  DossierBytes date;
  char *edtf = NULL;
  guint n_names;

  if (outlet != NULL)
    *outlet = NULL;
  if (n == 0 || !g_unichar_isupper (g_utf8_get_char (*start == '(' ? start + 1 : start)))
    return NULL;
  if (outlet != NULL && close != NULL && is_names (open + 1, close - open - 1, &n_names) && n_names <= 4)
    *outlet = g_strndup (open + 1, close - open - 1);
  if (comma == NULL)
    return NULL;

  date.start = comma + 1 - utf8;
  date.end = open != NULL ? open - utf8 : line->bytes.start + n;
  while (date.start < date.end && utf8[date.start] == ' ')
    date.start++;
  while (date.end > date.start && utf8[date.end - 1] == ' ')
    date.end--;
  if (date.start < date.end && has_digit (utf8 + date.start, date.end - date.start) && dossier_dates_line (self->dates, text, date, &edtf))
    return edtf;
  return NULL;
}

/* Bytes of a name: up to a sign that ends it. */
static gsize
outlet_length (const char *name,
               gsize       n_bytes)
{
  gsize n = 0;

  while (n < n_bytes)
    {
      gunichar c = g_utf8_get_char (name + n);

      if (strchr (",;|]\")[", c < 128 ? (int) c : ',') != NULL)
        break;
      /* a full stop inside a word belongs to it: "example.com" */
      if (c == '.' && (n + 1 == n_bytes || !g_ascii_isalnum (name[n + 1])))
        break;
      n = g_utf8_next_char (name + n) - name;
    }
  return n;
}

/**
 * dossier_header_origin:
 * @self: the reader
 * @text: the text
 * @line: a line at its head or its end
 *
 * Reads what a line of the page's frame says of the article's origin:
 * "[source=NAME]", "Editor at NAME.", "Originally published by NAME".
 *
 * Returns: (transfer full) (nullable): the outlet
 */
char *
dossier_header_origin (DossierHeader     *self,
                       DossierText       *text,
                       const DossierLine *line)
{
  const char *start = dossier_text_utf8 (text, NULL) + line->bytes.start;
  gsize n_bytes = MIN (line->bytes.end - line->bytes.start, 200);
  g_autofree char *lower = g_ascii_strdown (start, n_bytes);

  for (guint i = 0; i < self->origins->len; i++)
    {
      const char *phrase = g_ptr_array_index (self->origins, i);
      const char *found = strstr (lower, phrase);
      gsize at, n;

      if (found == NULL || (found > lower && g_ascii_isalpha (found[-1])))
        continue;
      at = found - lower + strlen (phrase);
      while (at < n_bytes && start[at] == ' ')
        at++;
      n = outlet_length (start + at, n_bytes - at);
      if (n > 2 && n < 48 && at + n <= n_bytes)
        return g_strndup (start + at, n);
    }
  return NULL;
}
