/* dossier-html-guard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-html-guard.h"

#include <string.h>

/* Elements open at once. Browsers stop at 512; what a person wrote has 60. */
#define MAX_DEPTH 512

/* Formatting elements open at once: each is made anew in every block that follows. */
#define MAX_FORMATTING 24

/* Formatting elements made anew in the whole page, after which the rest goes without. */
#define MAX_REMADE 500000

/* A tag name is known by its hash; two names of one hash would cost a lost tag, no more. */
typedef struct
{
  guint32 name;
  gboolean formatting;
} OpenTag;

typedef struct
{
  const char *at;
  const char *end;
  OpenTag open[MAX_DEPTH];
  guint depth;
  guint n_formatting;
  guint n_remade;
  GHashTable *dropped; /* tag name to how many start tags were left out */
  GString *out;        /* NULL until the first tag is left out */
  const char *copied;
} Guard;

static const char *const void_tags[] = {
  "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input",
  "link", "meta", "param", "source", "track", "wbr",
};

/* Tags whose end is left out by many: another of the same closes them. */
static const char *const self_closing_tags[] = {
  "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
  "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
};

static const char *const formatting_tags[] = {
  "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
};

static const char *const raw_tags[] = {
  "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
};

static gboolean
is_in (const char        *name,
       const char *const *table,
       guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      if (strcmp (name, table[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

#define IS_IN(name, table) is_in (name, table, G_N_ELEMENTS (table))

/* Reads a tag's name in lower case; a longer one is cut. */
static const char *
read_name (const char *at,
           const char *end,
           char       *name,
           gsize       size)
{
  gsize n = 0;

  for (; at < end && !g_ascii_isspace (*at) && *at != '>' && *at != '/'; at++)
    {
      if (n + 1 < size)
        name[n++] = g_ascii_tolower (*at);
    }
  name[n] = '\0';
  return at;
}

/* The end of a tag: a ">" outside the values of its attributes. */
static const char *
skip_attributes (const char *at,
                 const char *end)
{
  gboolean value = FALSE;

  while (at < end && *at != '>')
    {
      if (value && (*at == '"' || *at == '\''))
        {
          const char *close = memchr (at + 1, *at, end - at - 1);

          at = close != NULL ? close : end - 1;
          value = FALSE;
        }
      else if (*at == '=')
        value = TRUE;
      else if (!g_ascii_isspace (*at))
        value = FALSE;
      at++;
    }
  return MIN (at + 1, end);
}

static void
leave_out (Guard      *self,
           const char *from,
           const char *to)
{
  if (from == to)
    return;
  if (self->out == NULL)
    self->out = g_string_sized_new (self->end - self->copied);
  g_string_append_len (self->out, self->copied, from - self->copied);
  self->copied = to;
}

static gboolean
opens_block (const char *name)
{
  static const char *const blocks[] = {
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3",
    "h4", "h5", "h6", "li", "ol", "p", "pre", "section", "table", "td", "ul",
  };

  return IS_IN (name, blocks);
}

static void
start_tag (Guard      *self,
           const char *name,
           const char *from,
           const char *to)
{
  gboolean formatting = IS_IN (name, formatting_tags);
  guint32 hash = g_str_hash (name);

  if (opens_block (name))
    self->n_remade += self->n_formatting;
  if (IS_IN (name, void_tags) || IS_IN (name, self_closing_tags))
    return;

  if (self->depth == MAX_DEPTH ||
      (formatting && (self->n_formatting >= MAX_FORMATTING || self->n_remade > MAX_REMADE)))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->dropped, GUINT_TO_POINTER (hash)));

      g_hash_table_insert (self->dropped, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (n + 1));
      leave_out (self, from, to);
      return;
    }

  self->open[self->depth++] = (OpenTag) { hash, formatting };
  self->n_formatting += formatting;
}

static void
end_tag (Guard      *self,
         const char *name,
         const char *from,
         const char *to)
{
  guint32 hash = g_str_hash (name);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->dropped, GUINT_TO_POINTER (hash)));
  guint depth = self->depth;

  if (n > 0)
    {
      g_hash_table_insert (self->dropped, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (n - 1));
      leave_out (self, from, to);
      return;
    }

  while (depth > 0 && self->open[depth - 1].name != hash)
    depth--;
  if (depth == 0)
    return;

  /* A formatting element closes itself alone; any other all that is open in it,
   * though the formatting in it lives on in what follows. */
  if (self->open[depth - 1].formatting)
    {
      self->n_formatting--;
      self->depth--;
      memmove (self->open + depth - 1, self->open + depth, (self->depth - depth + 1) * sizeof (OpenTag));
    }
  else
    self->depth = depth - 1;
}

static const char *
skip_raw (const char *at,
          const char *end,
          const char *name)
{
  gsize length = strlen (name);

  while (at < end && (at = memchr (at, '<', end - at)) != NULL)
    {
      if ((gsize) (end - at) > length + 2 && at[1] == '/' && g_ascii_strncasecmp (at + 2, name, length) == 0)
        return at;
      at++;
    }
  return end;
}

/* Goes past what a raw element holds. Scripts and style sheets, most of many a
 * page, are never looked at, but for the data in them: the parser need not read
 * them. A script that writes a script in a comment ends elsewhere. */
static void
skip_content (Guard      *self,
              const char *name,
              const char *tag)
{
  const char *from = self->at;

  self->at = skip_raw (from, self->end, name);
  if (strcmp (name, "style") == 0 ||
      (strcmp (name, "script") == 0 && g_strstr_len (tag, from - tag, "ld+json") == NULL &&
       g_strstr_len (from, self->at - from, "<!--") == NULL))
    leave_out (self, from, self->at);
}

/* Handles what begins with the "<" at self->at and goes past it. */
static void
read_markup (Guard *self)
{
  const char *from = self->at;
  const char *at = from + 1;
  char name[32];

  if (self->end - at >= 3 && memcmp (at, "!--", 3) == 0)
    {
      const char *close = g_strstr_len (at + 1, self->end - at - 1, "-->");

      self->at = close != NULL ? close + 3 : self->end;
      leave_out (self, from, self->at);
    }
  else if (at < self->end && g_ascii_isalpha (*at))
    {
      at = read_name (at, self->end, name, sizeof name);
      self->at = skip_attributes (at, self->end);
      start_tag (self, name, from, self->at);
      if (IS_IN (name, raw_tags))
        skip_content (self, name, from);
    }
  else if (self->end - at >= 2 && *at == '/' && g_ascii_isalpha (at[1]))
    {
      at = read_name (at + 1, self->end, name, sizeof name);
      self->at = skip_attributes (at, self->end);
      end_tag (self, name, from, self->at);
    }
  else
    self->at = at;
}

/**
 * dossier_html_guard:
 * @html: a page
 * @n_bytes: how many bytes
 * @n_out: (out): bytes of the answer
 *
 * Leaves out what need not be parsed: comments, scripts, style sheets; and
 * what cannot be: start tags that would nest deeper than any browser goes, and
 * formatting tags that are opened without end, with their end tags, because a
 * parser that follows the standard takes time with the square of such depths.
 * All text stays. Linear.
 *
 * Returns: (transfer full) (nullable): the page to parse, or %NULL where that
 *   is @html as it is
 */
char *
dossier_html_guard (const char *html,
                    gsize       n_bytes,
                    gsize      *n_out)
{
  Guard self = { .at = html, .end = html + n_bytes, .copied = html };

  self.dropped = g_hash_table_new (NULL, NULL);
  while (self.at < self.end)
    {
      self.at = memchr (self.at, '<', self.end - self.at);
      if (self.at == NULL)
        break;
      read_markup (&self);
    }
  g_hash_table_unref (self.dropped);

  if (self.out == NULL)
    return NULL;

  g_string_append_len (self.out, self.copied, self.end - self.copied);
  *n_out = self.out->len;
  return g_string_free (self.out, FALSE);
}
