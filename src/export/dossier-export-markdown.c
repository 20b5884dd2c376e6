/* dossier-export-markdown.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-export-notes.h"
#include "dossier-export-text.h"
#include "dossier-export-writers.h"
#include "dossier-words.h"

/* Signs that mean something inside a line of CommonMark or of its common extensions. */
#define INLINE_SIGNS "\\`*_[]<>~|#"

/* What begins a list, a heading's underline or a rule at the start of a line. */
static gboolean
starts_block (const char *line)
{
  return *line == '+' || *line == '-' || *line == '=';
}

/* "12." or "12)" at the start of a line would number a list: the sign after the digits is escaped. */
static const char *
numbering (const char *line)
{
  const char *p = line;

  while (g_ascii_isdigit (*p))
    p++;

  return p > line && (*p == '.' || *p == ')') ? p : NULL;
}

/* One line of somebody else's words, so that they read as they are. */
static void
append_escaped_line (GString    *out,
                     const char *line,
                     gsize       length)
{
  g_autofree char *text = g_strstrip (g_strndup (line, length));
  const char *number_end = numbering (text);

  if (starts_block (text))
    g_string_append_c (out, '\\');
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_entity = *p == '&' && (g_ascii_isalpha (p[1]) || p[1] == '#');

      if (strchr (INLINE_SIGNS, *p) != NULL || is_entity || p == number_end)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

/* @text on one line. */
static void
append_inline (GString    *out,
               const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", "\r\n", -1);
  gboolean first = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (!first)
        g_string_append_c (out, ' ');
      append_escaped_line (out, lines[i], strlen (lines[i]));
      first = FALSE;
    }
}

/* @text as a block quote, its own line ends kept. */
static void
append_quote (GString    *out,
              const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      g_string_append (out, *line != '\0' ? "> " : ">");
      append_escaped_line (out, line, strlen (line));
      /* A line end of the text stays one. */
      g_string_append (out, lines[i + 1] != NULL && *line != '\0' ? "\\\n" : "\n");
    }
  g_string_append_c (out, '\n');
}

/* An address that can be followed where it is one; else its words. */
static void
append_url (GString    *out,
            const char *url)
{
  gboolean is_web = g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://");

  if (is_web && strpbrk (url, " \t\r\n<>") == NULL)
    g_string_append_printf (out, "<%s>", url);
  else
    append_inline (out, url);
}

static void
append_citation (GString                   *out,
                 const DossierSourceRecord *source)
{
  g_autofree char *title = dossier_export_title (source);
  g_autofree char *published = dossier_export_published (source);

  g_string_append (out, "# ");
  append_inline (out, title);
  g_string_append (out, "\n\n");
  if (source->byline != NULL && *source->byline != '\0')
    {
      append_inline (out, source->byline);
      g_string_append (out, ", ");
    }
  if (source->outlet != NULL && *source->outlet != '\0')
    {
      g_string_append_c (out, '*');
      append_inline (out, source->outlet);
      g_string_append (out, "*, ");
    }
  append_inline (out, published);
  if (source->url != NULL && *source->url != '\0')
    {
      g_string_append (out, ", ");
      append_url (out, source->url);
    }
  g_string_append (out, "\n\n");
}

static void
append_tags (GString  *out,
             char    **tags)
{
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (tags[i]), " \t\r\n", '-');

      g_string_append (out, i > 0 || (out->len > 0 && out->str[out->len - 1] != '\n') ? " #" : "#");
      append_inline (out, tag);
    }
}

/* What the person wrote; @with_quote: also the passage it stands on. */
static void
append_note (GString                 *out,
             const DossierNoteRecord *note,
             gboolean                 with_quote)
{
  gboolean starts_with_words = FALSE;
  g_autofree char *text = dossier_export_note_to_markdown (note->text != NULL ? note->text : "", &starts_with_words);

  if (with_quote && note->quote != NULL && *note->quote != '\0')
    {
      g_autofree char *place = dossier_export_place (note->span);

      append_quote (out, note->quote);
      g_string_append_printf (out, "— %s\n\n", place);
    }
  if (*text == '\0' && note->tags[0] == NULL)
    {
      if (!with_quote)
        g_string_append_printf (out, "**%s**\n\n", _("Highlighted."));
      return;
    }

  /* Translators: stands before what the person wrote */
  g_string_append_printf (out, "**%s**", _("Note."));
  if (*text != '\0')
    g_string_append_printf (out, "%s%s", starts_with_words ? " " : "\n\n", text);
  /* After a list or a block of code the tags need a paragraph of their own. */
  if (*text != '\0' && strstr (text, "\n") != NULL && note->tags[0] != NULL)
    g_string_append (out, "\n\n");
  append_tags (out, note->tags);
  g_string_append (out, "\n\n");
}

static void
append_links (GString                  *out,
              const DossierExportClaim *claim)
{
  for (DossierRelation relation = 0; relation < DOSSIER_N_RELATIONS; relation++)
    for (int incoming = 1; incoming >= 0; incoming--)
      {
        g_autofree char *others = dossier_export_links (claim, relation, incoming);

        if (others == NULL)
          continue;
        g_string_append_printf (out, "%s: ", dossier_relation_label (relation, incoming));
        append_inline (out, others);
        g_string_append (out, "\n\n");
      }
}

static void
append_claim (GString                  *out,
              const DossierExportClaim *export)
{
  const DossierClaimRecord *claim = export->claim;
  g_autofree char *countries = dossier_export_countries (claim);
  g_autofree char *event = dossier_date_to_words (claim->event);
  g_autofree char *speaker = dossier_export_speaker (claim);
  g_autofree char *dates = dossier_export_dates (claim);
  g_autofree char *place = dossier_export_place (claim->span);
  g_autofree char *review = dossier_export_review (claim);

  g_string_append_printf (out, "## %s · ", dossier_kind_label (claim->kind));
  append_inline (out, countries);
  g_string_append (out, " · ");
  append_inline (out, event);
  g_string_append (out, "\n\n");
  append_quote (out, claim->quote);

  g_string_append (out, "— ");
  append_inline (out, speaker);
  g_string_append (out, "; ");
  append_inline (out, dates);
  g_string_append (out, "; ");
  append_inline (out, review);
  g_string_append (out, "; ");
  append_inline (out, place);
  g_string_append (out, "\n\n");

  for (guint i = 0; i < export->notes->len; i++)
    append_note (out, g_ptr_array_index (export->notes, i), FALSE);
  append_links (out, export);
}

/**
 * dossier_export_markdown:
 * @data: what is exported
 *
 * Returns: (transfer full): CommonMark: a heading for each source, one below it for each claim
 */
char *
dossier_export_markdown (const DossierExportData *data)
{
  GString *out = g_string_new (NULL);
  g_autofree char *colophon = dossier_export_colophon (data);

  for (guint i = 0; i < data->notes->len; i++)
    append_note (out, g_ptr_array_index (data->notes, i), FALSE);
  for (guint i = 0; i < data->sources->len; i++)
    {
      const DossierExportSource *source = g_ptr_array_index (data->sources, i);

      append_citation (out, source->source);
      for (guint j = 0; j < source->notes->len; j++)
        append_note (out, g_ptr_array_index (source->notes, j), TRUE);
      for (guint j = 0; j < source->claims->len; j++)
        append_claim (out, g_ptr_array_index (source->claims, j));
    }
  g_string_append (out, "---\n\n");
  append_inline (out, colophon);
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
