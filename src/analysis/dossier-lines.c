/* dossier-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-lines"

#include "config.h"

#include <string.h>

#include "dossier-lines.h"

/* Mails and agency texts are wrapped at 72 to 80 columns; nothing wider is taken for wrapped. */
#define WRAP_WIDTH_MIN 45
#define WRAP_WIDTH_MAX 130

static inline gboolean
is_ascii_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

/* U+00A0, U+200B to U+200D, U+2028, U+2029, U+FEFF: bytes of one that stands at @p, else 0. */
static inline gsize
wide_space (const char *p,
            const char *end)
{
  const guchar *b = (const guchar *) p;

  if (end - p >= 2 && b[0] == 0xc2 && b[1] == 0xa0)
    return 2;
  if (end - p >= 3 && b[0] == 0xe2 && b[1] == 0x80 &&
      ((b[2] >= 0x8b && b[2] <= 0x8d) || b[2] == 0xa8 || b[2] == 0xa9))
    return 3;
  if (end - p >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
    return 3;
  return 0;
}

static DossierBytes
trim (const char *utf8,
      gsize       start,
      gsize       end)
{
  DossierBytes out;

  for (;;)
    {
      gsize n = start < end ? is_ascii_space (utf8[start]) ? 1 : wide_space (utf8 + start, utf8 + end) : 0;

      if (n == 0)
        break;
      start += n;
    }

  for (;;)
    {
      if (end > start && is_ascii_space (utf8[end - 1]))
        end -= 1;
      else if (end >= start + 2 && wide_space (utf8 + end - 2, utf8 + end) == 2)
        end -= 2;
      else if (end >= start + 3 && wide_space (utf8 + end - 3, utf8 + end) == 3)
        end -= 3;
      else
        break;
    }

  out.start = start;
  out.end = end;
  return out;
}

/* Whether the last sign before @end, closing quotes and brackets aside, is one of @signs or an ellipsis. */
static gboolean
ends_with (const char *utf8,
           gsize       start,
           gsize       end,
           const char *signs)
{
  while (end > start)
    {
      const char *p = g_utf8_find_prev_char (utf8 + start, utf8 + end);
      gunichar c;

      if (p == NULL)
        return FALSE;
      c = g_utf8_get_char (p);
      if (c < 128 && strchr (signs, (char) c) != NULL)
        return TRUE;
      if (c == 0x2026 || c == 0x3002)
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201c && c != 0x201d && c != 0x2019 && c != 0xbb)
        return FALSE;
      end = p - utf8;
    }
  return FALSE;
}

static gboolean
begins_lower (const char *utf8,
              gsize       start)
{
  return g_unichar_islower (g_utf8_get_char (utf8 + start));
}

static gsize
first_word_length (const char   *utf8,
                   DossierBytes  bytes)
{
  gsize i = bytes.start;

  while (i < bytes.end && utf8[i] != ' ')
    i++;
  return i - bytes.start;
}

/* A line goes on in the next when the next begins in lower case, or when its
 * first word would not have fitted any more: the width is that of the widest of
 * the @n_run lines around, and two lines tell of no width. */
static gboolean
is_wrapped (const char   *utf8,
            DossierBytes  line,
            DossierBytes  next,
            gsize         width,
            guint         n_run)
{
  gsize length = line.end - line.start;

  if (width < WRAP_WIDTH_MIN || width > WRAP_WIDTH_MAX || length < WRAP_WIDTH_MIN)
    return FALSE;
  if (ends_with (utf8, line.start, line.end, ".!?:;") || memchr (utf8 + next.start, '_', next.end - next.start) != NULL)
    return FALSE;
  return begins_lower (utf8, next.start) || (n_run > 2 && length + first_word_length (utf8, next) + 1 > width);
}

static void
count_words (const char  *utf8,
             DossierLine *line)
{
  const guchar *p = (const guchar *) utf8 + line->bytes.start;
  const guchar *end = (const guchar *) utf8 + line->bytes.end;
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  guint n_letters = 0, n_upper = 0, n_inner = 0, length = 0, n_underscores = 0, n_spaces = 0;
  gboolean upper_first = FALSE, end_seen = FALSE;

  while (p < end)
    {
      gunichar c = *p;
      gboolean letter, upper = FALSE, digit = FALSE;

      if (c < 128)
        {
          letter = g_ascii_isalpha (c);
          upper = c >= 'A' && c <= 'Z';
          digit = c >= '0' && c <= '9';
          p++;
        }
      else
        {
          c = g_utf8_get_char ((const char *) p);
          letter = g_unichar_isalpha (c);
          upper = letter && g_unichar_isupper (c);
          p = (const guchar *) g_utf8_next_char (p);
        }

      if (letter || digit)
        {
          if (length == 0)
            {
              line->n_words++;
              upper_first = upper;
              if (end_seen && (upper || digit))
                n_inner++;
              end_seen = FALSE;
            }
          length++;
          n_letters += letter;
          n_upper += upper;
          line->n_digits += digit;
          hash = (hash ^ (c < 128 ? (guint) g_ascii_tolower (c) : c)) * G_GUINT64_CONSTANT (1099511628211);
          if (length == 4)
            {
              line->n_capital += upper_first;
              line->n_small += !upper_first && !digit;
            }
        }
      else if (c != '\'' && c != 0x2019)
        {
          if ((c == '.' && length > 2) || c == '?' || c == '!')
            end_seen = TRUE;
          else if (c == ',' || c == ';')
            end_seen = FALSE;
          n_underscores += c == '_';
          n_spaces += c == ' ';
          length = 0;
        }
    }

  line->hash = hash;
  if (n_inner > 0)
    line->flags |= DOSSIER_LINE_SENTENCES;
  if (n_letters == 0)
    line->flags |= DOSSIER_LINE_NO_LETTERS;
  else if (n_upper == n_letters && n_letters > 1)
    line->flags |= DOSSIER_LINE_ALL_CAPITALS;
  if (n_underscores > 0 && n_letters > 0 && n_upper == 0 && n_spaces == 0)
    line->flags |= DOSSIER_LINE_ICON;
}

static void
look_at_ends (const char  *utf8,
              DossierLine *line)
{
  const char *start = utf8 + line->bytes.start;
  gunichar c = g_utf8_get_char (start);

  if (ends_with (utf8, line->bytes.start, line->bytes.end, ".!?"))
    line->flags |= DOSSIER_LINE_TERMINAL;
  if (utf8[line->bytes.end - 1] == ':')
    line->flags |= DOSSIER_LINE_COLON;
  if (c == '"' || c == 0x201c || c == 0x201e || c == 0xab || c == 0x2018 || c == '\'')
    line->flags |= DOSSIER_LINE_QUOTE;
  if (c == 0x2022 || c == 0x25cf || c == 0x25aa || ((c == '-' || c == '*') && line->bytes.end > line->bytes.start + 1 && start[1] == ' '))
    line->flags |= DOSSIER_LINE_ITEM;
}

static void
count_copies (GArray *lines)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      DossierLine *line = &g_array_index (lines, DossierLine, i);
      DossierLine *first = g_hash_table_lookup (seen, &line->hash);

      line->copies = 1;
      line->first_copy = i;
      if (first == NULL)
        {
          g_hash_table_insert (seen, &line->hash, line);
          continue;
        }
      line->first_copy = first->first_copy;
      first->copies++;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      DossierLine *line = &g_array_index (lines, DossierLine, i);

      line->copies = g_array_index (lines, DossierLine, line->first_copy).copies;
    }
}

/* The lines of a text that are not blank, as they stand. */
static GArray *
cut_physical (const char *utf8,
              gsize       n_bytes)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (DossierLine));
  guint blank = 0;
  gsize start = 0;

  while (start < n_bytes)
    {
      const char *lf = memchr (utf8 + start, '\n', n_bytes - start);
      gsize end = lf != NULL ? (gsize) (lf - utf8) : n_bytes;
      DossierLine line = { .bytes = trim (utf8, start, end), .blank_before = blank };

      if (line.bytes.start < line.bytes.end)
        {
          g_array_append_val (lines, line);
          blank = 0;
        }
      else
        blank++;
      start = end + 1;
    }
  return lines;
}

/* Joins wrapped lines in place. */
static void
join_wrapped (const char *utf8,
              GArray     *lines)
{
  guint out = 0, run_start = 0, run_end = 0;
  gsize width = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      DossierLine line = g_array_index (lines, DossierLine, i);
      DossierBytes last = line.bytes;

      while (TRUE)
        {
          if (i >= run_end)
            {
              width = 0;
              run_start = i;
              for (run_end = i; run_end < lines->len; run_end++)
                {
                  const DossierLine *other = &g_array_index (lines, DossierLine, run_end);

                  if (run_end > i && other->blank_before > 0)
                    break;
                  width = MAX (width, (gsize) (other->bytes.end - other->bytes.start));
                }
            }
          if (i + 1 >= run_end ||
              !is_wrapped (utf8, last, g_array_index (lines, DossierLine, i + 1).bytes, width,
                           run_end - run_start))
            break;
          last = g_array_index (lines, DossierLine, ++i).bytes;
          line.bytes.end = last.end;
        }
      g_array_index (lines, DossierLine, out++) = line;
    }
  g_array_set_size (lines, out);
}

/**
 * dossier_lines_cut:
 * @utf8: a valid text of @n_bytes bytes
 *
 * Cuts a text into its lines. Blank lines are left out, lines that a mail
 * program or an agency's wire wrapped are joined.
 *
 * Returns: (transfer full) (element-type DossierLine): the lines, in order
 */
GArray *
dossier_lines_cut (const char *utf8,
                   gsize       n_bytes)
{
  GArray *lines = cut_physical (utf8, n_bytes);

  join_wrapped (utf8, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      DossierLine *line = &g_array_index (lines, DossierLine, i);

      count_words (utf8, line);
      look_at_ends (utf8, line);
    }
  count_copies (lines);
  return lines;
}

/**
 * dossier_lines_fold:
 * @utf8: @n_bytes bytes of a line
 * @out: room for @n_out bytes
 *
 * Writes a line as the tables of page furniture are written: lower case, one
 * space between words, signs left out, each run of numbers as "#".
 *
 * Returns: bytes written, the final zero aside
 */
gsize
dossier_lines_fold (const char *utf8,
                    gsize       n_bytes,
                    char       *out,
                    gsize       n_out)
{
  const char *p = utf8, *end = utf8 + n_bytes;
  gsize n = 0;
  gboolean gap = FALSE, number = FALSE;

  while (p < end && n + 8 < n_out)
    {
      gunichar c = (guchar) *p;

      /* the common case: a letter inside a word */
      if (c < 128 && g_ascii_isalpha (c) && !gap && !number)
        {
          out[n++] = g_ascii_tolower (c);
          p++;
          continue;
        }
      c = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      if (c < 128 ? !g_ascii_isalnum (c) : !g_unichar_isalnum (c) && c != 0xa9)
        {
          gap = TRUE;
          continue;
        }
      if (g_unichar_isdigit (c))
        {
          if (number)
            {
              gap = FALSE;
              continue;
            }
          c = '#';
        }
      /* "2k", "1m": the letter belongs to the number */
      else if (number && !gap && (c == 'k' || c == 'K' || c == 'm' || c == 'M') && (p == end || !g_unichar_isalpha (g_utf8_get_char (p))))
        continue;
      if ((gap || (c == '#' && n > 0)) && n > 0)
        out[n++] = ' ';
      gap = FALSE;
      number = c == '#';
      n += c < 128 ? (out[n] = g_ascii_tolower (c), 1) : g_unichar_to_utf8 (g_unichar_tolower (c), out + n);
    }
  out[n] = '\0';
  return n;
}
