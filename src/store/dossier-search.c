/* dossier-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-ids.h"
#include "dossier-search.h"
#include "dossier-statement.h"

/* Words around a match in a snippet: FTS5 allows 64 at most. */
#define SNIPPET_WORDS "24"
/* What FTS5 puts around a match: control signs that no imported text holds. */
#define MARK_ON '\001'
#define MARK_OFF '\002'

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

/* Whether the tokenizer finds a word in it: a phrase without any would match nothing. */
static gboolean
has_word (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static void
add_phrase (GString    *string,
            const char *start,
            const char *end,
            gboolean    prefix)
{
  if (!has_word (start, end))
    return;
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append_c (string, '"');
  g_string_append_len (string, start, end - start);
  g_string_append (string, prefix ? "\"*" : "\"");
}

static const char *
find_end (const char *p,
          gboolean    quoted)
{
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (is_quote (c) || (!quoted && g_unichar_isspace (c)))
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

/**
 * dossier_search_expression:
 * @words: what a person typed
 *
 * Makes an FTS5 expression of it: all the words; those in quotation marks in
 * that order; a word with `*` after it, and the last one while it is being
 * typed, as a beginning. Every word is quoted, so nothing can be an error of
 * syntax. Returns: (nullable) (transfer full): %NULL where there is no word
 */
char *
dossier_search_expression (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  GString *string = g_string_new (NULL);
  const char *p = valid;

  while (*p != '\0')
    {
      gboolean quoted = is_quote (g_utf8_get_char (p));
      const char *start, *end, *stop;

      if (!quoted && g_unichar_isspace (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }

      start = quoted ? g_utf8_next_char (p) : p;
      end = stop = find_end (start, quoted);
      while (stop > start && stop[-1] == '*')
        stop--;
      add_phrase (string, start, stop, !quoted && (stop < end || *end == '\0'));
      p = quoted && *end != '\0' ? g_utf8_next_char (end) : end;
    }

  if (string->len > 0)
    return g_string_free (string, FALSE);
  g_string_free (string, TRUE);
  return NULL;
}

static gboolean
collect (DossierConnection  *connection,
         const char         *sql,
         const char         *expression,
         GArray             *ids,
         GError            **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, sql, error);
  int step;

  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, expression);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      gint64 id = dossier_column_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return step == 0;
}

/**
 * dossier_search:
 *
 * Returns: (nullable) (transfer full): where @words stand; nothing where there
 * is no word in them
 */
DossierHits *
dossier_search (DossierConnection  *connection,
                const char         *words,
                GError            **error)
{
  static const char *const claims[] = {
    "SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?",
    "SELECT c.id FROM claim AS c WHERE speaker_id IN (SELECT rowid FROM speaker_fts WHERE speaker_fts MATCH ?)",
    "SELECT claim_id FROM note WHERE claim_id IS NOT NULL "
    "AND id IN (SELECT rowid FROM note_fts WHERE note_fts MATCH ?)",
  };
  static const char *const sources[] = {
    "SELECT rowid FROM body_fts WHERE body_fts MATCH ?",
    "SELECT rowid FROM title_fts WHERE title_fts MATCH ?",
    "SELECT source_id FROM note WHERE source_id IS NOT NULL "
    "AND id IN (SELECT rowid FROM note_fts WHERE note_fts MATCH ?)",
  };
  g_autoptr (DossierHits) hits = g_new0 (DossierHits, 1);
  g_autofree char *expression = dossier_search_expression (words);

  hits->claims = g_array_new (FALSE, FALSE, sizeof (gint64));
  hits->sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; expression != NULL && i < G_N_ELEMENTS (claims); i++)
    {
      if (!collect (connection, claims[i], expression, hits->claims, error) ||
          !collect (connection, sources[i], expression, hits->sources, error))
        return NULL;
    }

  dossier_ids_make_set (hits->claims);
  dossier_ids_make_set (hits->sources);
  return g_steal_pointer (&hits);
}

/**
 * dossier_hits_free:
 * @self: with its arrays
 */
void
dossier_hits_free (DossierHits *self)
{
  g_clear_pointer (&self->claims, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_free (self);
}

/**
 * dossier_snippet_free:
 * @self: with its markup
 */
void
dossier_snippet_free (DossierSnippet *self)
{
  g_free (self->markup);
  g_free (self);
}

/* The cut with FTS5's marks as Pango markup, line ends as spaces. */
static char *
make_markup (const char *cut)
{
  GString *string = g_string_new (NULL);

  for (const char *p = cut; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = NULL;

      if (*p == MARK_ON)
        g_string_append (string, "<b>");
      else if (*p == MARK_OFF)
        g_string_append (string, "</b>");
      else if (g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_c (string, ' ');
      else
        g_string_append (string, escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p));
    }

  return g_string_free (string, FALSE);
}

static void
strip (GString    *string,
       const char *cut,
       gssize      size)
{
  for (const char *p = cut; p < cut + size; p++)
    {
      if (*p != MARK_ON && *p != MARK_OFF)
        g_string_append_c (string, *p);
    }
}

/* Where the first marked word of the cut stands in the text: the cut is a piece of it, but for the dots at its ends. */
static DossierSpan
find_span (const char *cut,
           const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *on, *off, *begin, *place;
  DossierSpan span = { 0, 0 };
  gsize before;

  begin = g_str_has_prefix (cut, "…") && !g_str_has_prefix (text, "…") ? cut + strlen ("…") : cut;
  on = strchr (begin, MARK_ON);
  off = on != NULL ? strchr (on, MARK_OFF) : NULL;
  if (off == NULL)
    return span;

  strip (plain, begin, on - begin);
  before = plain->len;
  strip (plain, on, off - on);
  place = strstr (text, plain->str);
  if (place == NULL)
    return span;
  span.start = g_utf8_pointer_to_offset (text, place + before);
  span.end = span.start + g_utf8_strlen (on + 1, off - on - 1);
  return span;
}

static DossierSnippet *
read_snippet (DossierStatement *stmt)
{
  DossierSnippet *snippet = g_new0 (DossierSnippet, 1);
  g_autofree char *cut = dossier_column_text (stmt, 1);
  const char *text = (const char *) sqlite3_column_text (stmt, 2);

  snippet->source_id = dossier_column_int (stmt, 0);
  snippet->markup = make_markup (cut != NULL ? cut : "");
  if (cut != NULL && text != NULL)
    snippet->span = find_span (cut, text);
  return snippet;
}

/**
 * dossier_search_snippets:
 *
 * Returns: (nullable) (transfer full): #DossierSnippet of the texts, by BM25
 */
GPtrArray *
dossier_search_snippets (DossierConnection  *connection,
                         const char         *words,
                         guint               offset,
                         guint               limit,
                         GError            **error)
{
  g_autoptr (GPtrArray) snippets = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_snippet_free);
  g_autofree char *expression = dossier_search_expression (words);
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  if (expression == NULL)
    return g_steal_pointer (&snippets);

  stmt = dossier_connection_prepare (connection,
                                     "SELECT rowid, snippet (body_fts, 0, char (1), char (2), '…', " SNIPPET_WORDS "), text "
                                     "FROM body_fts WHERE body_fts MATCH ?1 ORDER BY rank LIMIT ?2 OFFSET ?3",
                                     error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_text (stmt, 1, expression);
  dossier_bind_int (stmt, 2, limit);
  dossier_bind_int (stmt, 3, offset);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    g_ptr_array_add (snippets, read_snippet (stmt));

  return step == 0 ? g_steal_pointer (&snippets) : NULL;
}
