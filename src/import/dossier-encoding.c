/* dossier-encoding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-encoding.h"

#include <errno.h>
#include <string.h>
#include <uchardet/uchardet.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* How much is looked at to guess an encoding: beyond it the guess no longer changes. */
#define GUESS_WINDOW (1024 * 1024)

/* The labels that browsers read as another encoding (WHATWG Encoding Standard,
 * section 4.2), and the name under which iconv knows each. */
static const struct
{
  const char *label;
  const char *name;
} labels[] = {
  { "ascii", "windows-1252" },
  { "us-ascii", "windows-1252" },
  { "ansi_x3.4-1968", "windows-1252" },
  { "iso-8859-1", "windows-1252" },
  { "iso8859-1", "windows-1252" },
  { "iso_8859-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "latin-1", "windows-1252" },
  { "l1", "windows-1252" },
  { "cp1252", "windows-1252" },
  { "x-cp1252", "windows-1252" },
  { "x-user-defined", "windows-1252" },
  { "iso-8859-9", "windows-1254" },
  { "latin5", "windows-1254" },
  { "iso-8859-11", "windows-874" },
  { "tis-620", "windows-874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "gb_2312-80", "GB18030" },
  { "x-gbk", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "windows-31j", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "uhc", "CP949" },
  { "utf8", "UTF-8" },
  { "utf-8", "UTF-8" },
  { "unicode-1-1-utf-8", "UTF-8" },
  /* A page whose label could be read as ASCII is not in UTF-16. */
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "mac-cyrillic", "MACCYRILLIC" },
  { "mac-centraleurope", "MACCENTRALEUROPE" },
};

/**
 * dossier_encoding_resolve:
 * @label: an encoding as a document or a detector names it
 *
 * Returns: (nullable): the name by which it is decoded, interned, or %NULL
 *   where nothing here can read it
 */
const char *
dossier_encoding_resolve (const char *label)
{
  g_autofree char *trimmed = NULL;
  GIConv converter;

  if (label == NULL)
    return NULL;

  trimmed = g_strstrip (g_strdup (label));
  if (*trimmed == '\0' || strlen (trimmed) > 40)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_ascii_strcasecmp (labels[i].label, trimmed) == 0)
        return labels[i].name;
    }

  /* iconv takes options after a slash, which no document may set. */
  if (strchr (trimmed, '/') != NULL)
    return NULL;

  converter = g_iconv_open ("UTF-8", trimmed);
  if (converter == (GIConv) -1)
    return NULL;

  g_iconv_close (converter);
  return g_intern_string (trimmed);
}

/* UTF-16 and UTF-32 without a mark: where the zero bytes stand tells, for any
 * text that has some ASCII in it. */
static const char *
guess_wide (const guint8 *data,
            gsize         n_bytes)
{
  gsize n = MIN (n_bytes, 4096) & ~(gsize) 3;
  gsize zero[4] = { 0 };
  gsize quarter = n / 4;

  if (n < 8 || n_bytes % 2 != 0)
    return NULL;

  for (gsize i = 0; i < n; i++)
    zero[i & 3] += data[i] == 0;

  if (n_bytes % 4 == 0 && zero[3] == quarter && zero[2] > quarter / 2 && zero[0] < quarter / 8)
    return "UTF-32LE";
  if (n_bytes % 4 == 0 && zero[0] == quarter && zero[1] > quarter / 2 && zero[3] < quarter / 8)
    return "UTF-32BE";
  if (zero[1] + zero[3] > quarter / 2 && (zero[0] + zero[2]) * 50 <= n)
    return "UTF-16LE";
  if (zero[0] + zero[2] > quarter / 2 && (zero[1] + zero[3]) * 50 <= n)
    return "UTF-16BE";
  return NULL;
}

static const char *
byte_order_mark (const guint8 *data,
                 gsize         n_bytes,
                 gsize        *length)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *name;
  } marks[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" },
    { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (n_bytes >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
        {
          *length = marks[i].length;
          return marks[i].name;
        }
    }

  *length = 0;
  return NULL;
}

/**
 * dossier_encoding_wide:
 * @data: the bytes of a file
 * @n_bytes: how many
 *
 * Tells whether the bytes are UTF-16 or UTF-32, by their byte order mark or by
 * where their zero bytes stand: a text whose zero bytes mean no binary file.
 *
 * Returns: (nullable): the encoding, or %NULL
 */
const char *
dossier_encoding_wide (const guint8 *data,
                       gsize         n_bytes)
{
  gsize mark;
  const char *name = byte_order_mark (data, n_bytes, &mark);

  if (name != NULL)
    return g_str_has_prefix (name, "UTF-8") ? NULL : name;
  return guess_wide (data, n_bytes);
}

/* Converts all of @data, each sequence that is none becoming one U+FFFD, so
 * that a damaged file is readable and its damage seen. */
static GString *
convert (const guint8 *data,
         gsize         n_bytes,
         const char   *from,
         gsize        *n_bad)
{
  GIConv converter = g_iconv_open ("UTF-8", from);
  gsize unit = g_str_has_prefix (from, "UTF-32") ? 4 : g_str_has_prefix (from, "UTF-16") ? 2 : 1;
  GString *out = g_string_sized_new (n_bytes + n_bytes / 8 + 16);
  char *in = (char *) data;
  gsize left = n_bytes;

  *n_bad = 0;
  if (converter == (GIConv) -1)
    {
      *n_bad = n_bytes;
      return out;
    }

  while (left > 0)
    {
      char buffer[16384];
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &in, &left, &to, &room);
      int code = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (result != (gsize) -1 || code == E2BIG)
        continue;

      g_string_append (out, REPLACEMENT);
      (*n_bad)++;
      in += MIN (unit, left);
      left -= MIN (unit, left);
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }

  g_iconv_close (converter);
  return out;
}

/* How many bytes are not ASCII, and how many of these belong to no UTF-8 sequence. */
static void
count_utf8 (const guint8 *data,
            gsize         n_bytes,
            gsize        *n_high,
            gsize        *n_bad)
{
  const char *at = (const char *) data;
  gsize left = n_bytes;

  *n_high = *n_bad = 0;
  for (gsize i = 0; i < n_bytes; i++)
    *n_high += data[i] >= 0x80;

  while (left > 0)
    {
      const char *end;

      if (g_utf8_validate_len (at, left, &end))
        break;
      left -= end - at;
      at = end;
      *n_bad += (guint8) *at >= 0x80;
      at++;
      left--;
    }
}

/* Western text is often betrayed by nothing but a few typographic signs, too
 * little for a statistical guess: quotation marks, dashes, the ellipsis, money. */
static gboolean
is_windows_typography (const guint8 *data,
                       gsize         n_bytes)
{
  gsize signs = 0, words = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 c = data[i];

      if (c < 0x80)
        continue;
      if (c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0x99 || c == 0xa0 || c == 0xa3 ||
          c == 0xa7 || c == 0xa9 || c == 0xab || c == 0xae || c == 0xb0 || c == 0xb7 || c == 0xbb)
        signs++;
      else
        words++;
    }

  return signs > 0 && words <= signs / 4;
}

static const char *
guess_legacy (const guint8 *data,
              gsize         n_bytes)
{
  const char *name = NULL;
  gsize first = 0;
  uchardet_t detector;

  while (first < n_bytes && data[first] < 0x80)
    first++;
  first -= MIN (first, 4096);
  data += first;
  n_bytes = MIN (n_bytes - first, GUESS_WINDOW);

  if (is_windows_typography (data, n_bytes))
    return "windows-1252";

  detector = uchardet_new ();
  if (uchardet_handle_data (detector, (const char *) data, n_bytes) == 0)
    {
      uchardet_data_end (detector);
      name = dossier_encoding_resolve (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  return name != NULL && strcmp (name, "UTF-8") != 0 ? name : "windows-1252";
}

/* The encoding of bytes without a mark. What the document declares holds,
 * unless the bytes are plainly UTF-8: pages that were saved anew keep their old label. */
static const char *
choose (const guint8 *data,
        gsize         n_bytes,
        const char   *declared)
{
  gsize n_high, n_bad;

  count_utf8 (data, n_bytes, &n_high, &n_bad);
  if (n_bad == 0 || n_bad * 10 <= n_high)
    return "UTF-8";
  if (declared != NULL && strcmp (declared, "UTF-8") != 0)
    return declared;
  return guess_legacy (data, n_bytes);
}

/**
 * dossier_encoding_decode:
 * @data: bytes of a text
 * @n_bytes: how many
 * @declared: (nullable): the encoding that the document names itself
 * @encoding: (out): the encoding that was used
 * @n_out: (out): bytes of the answer
 *
 * Makes UTF-8 of a text in any encoding: a byte order mark first, then UTF-8
 * where the bytes are (at least nine in ten of those that are not ASCII), then
 * @declared, then the guess of uchardet, then windows-1252. What cannot be read
 * becomes U+FFFD; the mark is left out.
 *
 * Returns: (transfer full): valid UTF-8, ending in a zero byte that @n_out
 *   does not count; it may hold zero characters
 */
char *
dossier_encoding_decode (const guint8  *data,
                         gsize          n_bytes,
                         const char    *declared,
                         const char   **encoding,
                         gsize         *n_out)
{
  gsize mark, n_bad;
  const char *name = byte_order_mark (data, n_bytes, &mark);
  GString *out;

  data += mark;
  n_bytes -= mark;
  if (name == NULL)
    name = guess_wide (data, n_bytes);
  if (name == NULL)
    name = choose (data, n_bytes, dossier_encoding_resolve (declared));

  if (strcmp (name, "UTF-8") == 0)
    {
      char *valid = g_utf8_make_valid ((const char *) data, n_bytes);

      *encoding = name;
      *n_out = strlen (valid);
      return valid;
    }

  out = convert (data, n_bytes, name, &n_bad);
  if (n_bad * 50 > n_bytes && !g_str_has_prefix (name, "UTF-") && strcmp (name, "windows-1252") != 0)
    {
      g_string_free (out, TRUE);
      name = "windows-1252";
      out = convert (data, n_bytes, name, &n_bad);
    }

  *encoding = name;
  *n_out = out->len;
  return g_string_free (out, FALSE);
}

/* The characters that no text should hold: controls and noncharacters. */
static gboolean
is_unfit (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe ||
         (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/**
 * dossier_encoding_clean:
 * @utf8: valid UTF-8, may hold zero bytes
 * @n_bytes: how many bytes
 * @n_out: (out): bytes of the answer
 *
 * Brings a text into the form in which it is kept: each line end of any kind is
 * one "\n", and control characters, which no widget or format carries, are U+FFFD
 * (the end mark of old systems, U+001A at the end, is dropped).
 *
 * Returns: (transfer full): the text
 */
char *
dossier_encoding_clean (const char *utf8,
                        gsize       n_bytes,
                        gsize      *n_out)
{
  const char *at = utf8, *end = utf8 + n_bytes, *run = utf8;
  GString *out = g_string_sized_new (n_bytes + 1);

  while (end > at && end[-1] == '\x1a')
    end--;

  while (at < end)
    {
      gunichar c = (guint8) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);
      const char *next = (guint8) *at < 0x80 ? at + 1 : g_utf8_next_char (at);

      if (is_line_end (c) || is_unfit (c))
        {
          g_string_append_len (out, run, at - run);
          if (c == '\r' && next < end && *next == '\n')
            next++;
          g_string_append (out, is_line_end (c) ? "\n" : REPLACEMENT);
          run = next;
        }
      at = next;
    }

  g_string_append_len (out, run, end - run);
  *n_out = out->len;
  return g_string_free (out, FALSE);
}
