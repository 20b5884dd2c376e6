/* dossier-sniff.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-sniff.h"

#include <string.h>

#include "dossier-encoding.h"

/* How far in the beginning of a file is looked at for its format. */
#define HEAD_BYTES 4096

/* How far a page's own label of its encoding is looked for. The standard asks
 * for 1024 bytes; saved pages carry longer comments before it. */
#define CHARSET_BYTES 16384

static const struct
{
  guint8 offset;
  guint8 length;
  const char *magic;
  DossierFormat format;
} magics[] = {
  { 0, 5, "%PDF-", DOSSIER_FORMAT_PDF },
  { 0, 4, "PK\3\4", DOSSIER_FORMAT_ZIP },
  { 0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOSSIER_FORMAT_OLD_OFFICE },
  { 0, 5, "{\\rtf", DOSSIER_FORMAT_RTF },
  { 0, 8, "bplist00", DOSSIER_FORMAT_WEB_ARCHIVE },
  { 0, 4, "\x7f" "ELF", DOSSIER_FORMAT_BINARY },
  { 0, 4, "\x89PNG", DOSSIER_FORMAT_BINARY },
  { 0, 3, "\xff\xd8\xff", DOSSIER_FORMAT_BINARY },
  { 0, 6, "GIF87a", DOSSIER_FORMAT_BINARY },
  { 0, 6, "GIF89a", DOSSIER_FORMAT_BINARY },
  { 8, 4, "WEBP", DOSSIER_FORMAT_BINARY },
  { 8, 4, "WAVE", DOSSIER_FORMAT_BINARY },
  { 4, 4, "ftyp", DOSSIER_FORMAT_BINARY },
  { 0, 4, "OggS", DOSSIER_FORMAT_BINARY },
  { 0, 2, "\x1f\x8b", DOSSIER_FORMAT_BINARY },
  { 0, 6, "\xfd" "7zXZ\0", DOSSIER_FORMAT_BINARY },
  { 0, 6, "7z\xbc\xaf\x27\x1c", DOSSIER_FORMAT_BINARY },
  { 0, 4, "\x28\xb5\x2f\xfd", DOSSIER_FORMAT_BINARY },
  { 0, 6, "Rar!\x1a\x07", DOSSIER_FORMAT_BINARY },
  { 0, 16, "SQLite format 3\0", DOSSIER_FORMAT_BINARY },
  { 0, 4, "II*\0", DOSSIER_FORMAT_BINARY },
  { 0, 4, "MM\0*", DOSSIER_FORMAT_BINARY },
  { 0, 4, "wOFF", DOSSIER_FORMAT_BINARY },
  { 0, 4, "wOF2", DOSSIER_FORMAT_BINARY },
};

/* A text may hold a stray zero or a few control bytes; what holds one zero in
 * every thousand bytes, or fifty controls, is none. */
static gboolean
looks_binary (const guint8 *data,
              gsize         n_bytes)
{
  gsize head = MIN (n_bytes, 65536);
  gsize zeros = 0, controls = 0;

  if (dossier_encoding_wide (data, n_bytes) != NULL)
    return FALSE;

  for (gsize i = 0; i < n_bytes; i++)
    zeros += data[i] == 0;
  for (gsize i = 0; i < head; i++)
    controls += data[i] < 0x20 && (data[i] < '\t' || data[i] > '\r') && data[i] != 0x1b;

  return (zeros > 1 && zeros * 1000 > n_bytes) || (controls > 4 && controls * 20 > head);
}

/* A page saved as one file with its pictures is a mail message. */
static gboolean
is_web_archive (const guint8 *data,
                gsize         n_bytes)
{
  g_autofree char *head = g_strndup ((const char *) data, MIN (n_bytes, HEAD_BYTES));
  const char *mime = g_strstr_len (head, 1024, "MIME-Version:");

  return mime != NULL && strstr (head, "multipart/related") != NULL;
}

/**
 * dossier_sniff:
 * @data: the bytes of a file
 * @n_bytes: how many
 * @file_name: (nullable): its name, which counts only where the content leaves it open
 *
 * Tells the format by the content.
 */
DossierFormat
dossier_sniff (const guint8 *data,
               gsize         n_bytes,
               const char   *file_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (n_bytes >= (gsize) magics[i].offset + magics[i].length &&
          memcmp (data + magics[i].offset, magics[i].magic, magics[i].length) == 0)
        return magics[i].format;
    }

  if (looks_binary (data, n_bytes))
    return DOSSIER_FORMAT_BINARY;
  if (is_web_archive (data, n_bytes))
    return DOSSIER_FORMAT_WEB_ARCHIVE;
  if (dossier_sniff_html ((const char *) data, n_bytes, file_name))
    return DOSSIER_FORMAT_HTML;
  return DOSSIER_FORMAT_TEXT;
}

/* The elements with which a page may begin (WHATWG MIME Sniffing Standard, 7.1). */
static const char *const first_tags[] = {
  "!doctype html", "html", "head", "script", "iframe", "h1", "div", "font", "table",
  "a", "style", "title", "b", "body", "br", "p", "meta", "article", "main", "section",
  "pre", "ul", "ol", "h2", "blockquote", "center",
};

static gboolean
is_tag_at (const char *at,
           const char *end,
           const char *tag)
{
  gsize length = strlen (tag);

  return (gsize) (end - at) > length && g_ascii_strncasecmp (at, tag, length) == 0 &&
         (g_ascii_isspace (at[length]) || at[length] == '>' || at[length] == '/');
}

static gboolean
is_page_tag (const char *at,
             const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_tags); i++)
    {
      if (is_tag_at (at, end, first_tags[i]))
        return TRUE;
    }
  return FALSE;
}

/* Past white space, comments and an XML declaration. */
static const char *
skip_prologue (const char *at,
               const char *end)
{
  for (;;)
    {
      const char *close = NULL;

      while (at < end && (g_ascii_isspace (*at) || (guint8) *at == 0xef || (guint8) *at == 0xbb || (guint8) *at == 0xbf))
        at++;
      if (end - at >= 4 && memcmp (at, "<!--", 4) == 0)
        close = g_strstr_len (at, end - at, "-->");
      else if (end - at >= 2 && memcmp (at, "<?", 2) == 0)
        close = g_strstr_len (at, end - at, ">");
      if (close == NULL)
        return at;
      at = close + (*close == '-' ? 3 : 1);
    }
}

static gboolean
is_named_html (const char *file_name)
{
  g_autofree char *folded = file_name != NULL ? g_ascii_strdown (file_name, -1) : NULL;

  return folded != NULL && (g_str_has_suffix (folded, ".html") || g_str_has_suffix (folded, ".htm") ||
                            g_str_has_suffix (folded, ".xhtml"));
}

/**
 * dossier_sniff_html:
 * @text: a text in UTF-8 or another encoding that has ASCII in it
 * @n_bytes: how many bytes
 * @file_name: (nullable): its name
 *
 * Tells whether a text is a web page: it begins as one, or is called one and
 * has a tag of a page near its beginning.
 */
gboolean
dossier_sniff_html (const char *text,
                    gsize       n_bytes,
                    const char *file_name)
{
  const char *end = text + n_bytes;
  const char *at = skip_prologue (text, end);

  if (at < end && *at == '<' && is_page_tag (at + 1, end))
    return TRUE;
  if (!is_named_html (file_name))
    return FALSE;

  end = MIN (end, at + HEAD_BYTES);
  for (; at < end; at++)
    {
      at = memchr (at, '<', end - at);
      if (at == NULL)
        return FALSE;
      if (is_page_tag (at + 1, end))
        return TRUE;
    }
  return FALSE;
}

/**
 * dossier_sniff_charset:
 * @data: the bytes of a web page
 * @n_bytes: how many
 *
 * Reads the encoding that a page names in a meta element or in its XML
 * declaration, before it is parsed.
 *
 * Returns: (nullable) (transfer full): the label as the page has it
 */
char *
dossier_sniff_charset (const guint8 *data,
                       gsize         n_bytes)
{
  static GRegex *pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = g_strndup ((const char *) data, MIN (n_bytes, CHARSET_BYTES));

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern,
                       g_regex_new ("<(?:meta\\s[^<>]{0,300}?charset|\\?xml\\s[^<>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([-\\w.:]{2,40})",
                                    G_REGEX_CASELESS | G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL));

  return g_regex_match (pattern, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}
