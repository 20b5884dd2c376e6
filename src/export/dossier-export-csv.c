/* dossier-export-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-country-names.h"
#include "dossier-edtf.h"
#include "dossier-export-text.h"
#include "dossier-export-writers.h"
#include "dossier-words.h"

/* For programs: never translated, only added to at the end. */
static const char * const columns[] = {
  "claim", "kind", "quote", "speaker", "via", "countries", "country_names",
  "event", "event_earliest", "event_latest", "event_reason",
  "stated", "stated_earliest", "stated_latest", "stated_reason",
  "review", "verdict", "verdict_reason", "confidence", "found_by", "notes", "tags", "answers", "answered_by",
  "supports", "supported_by", "contradicts", "contradicted_by", "repeats", "repeated_by",
  "start", "end", "source", "title", "outlet", "byline", "published", "published_earliest", "published_latest", "url",
  "file", "sha256",
};

/* Whether a spreadsheet might take the cell for a formula (OWASP, "CSV Injection"): also after the full-width signs. */
static gboolean
looks_like_formula (const char *text)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;

  return FALSE;
}

/* One cell after RFC 4180, with an apostrophe before what looks like a formula. */
static void
append_cell (GString    *out,
             const char *text)
{
  gboolean is_first = out->len == 0 || out->str[out->len - 1] == '\n';

  if (!is_first)
    g_string_append_c (out, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\r\n") == NULL && !looks_like_formula (text))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out,
               gint64   number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  append_cell (out, text);
}

static void
append_list (GString    *out,
             char      **values,
             const char *between)
{
  g_autofree char *joined = g_strjoinv (between, values);

  append_cell (out, joined);
}

/* EDTF, its first day and its last; the days of open ends stay empty. */
static void
append_date (GString    *out,
             const char *edtf)
{
  gint32 earliest = DOSSIER_DAY_MIN, latest = DOSSIER_DAY_MAX;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (edtf != NULL && dossier_edtf_bounds (edtf, &earliest, &latest))
    {
      first = dossier_day_to_string (earliest);
      last = dossier_day_to_string (latest);
    }
  append_cell (out, edtf);
  append_cell (out, first);
  append_cell (out, last);
}

static void
append_notes (GString   *out,
              GPtrArray *notes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autofree char *all_texts = NULL;
  g_autofree char *all_tags = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const DossierNoteRecord *note = g_ptr_array_index (notes, i);

      if (note->text != NULL && *note->text != '\0')
        g_ptr_array_add (texts, note->text);
      for (guint j = 0; note->tags[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (tags, note->tags[j], g_str_equal, NULL))
          g_ptr_array_add (tags, note->tags[j]);
    }
  g_ptr_array_add (texts, NULL);
  g_ptr_array_add (tags, NULL);
  all_texts = g_strjoinv ("\n\n", (char **) texts->pdata);
  all_tags = g_strjoinv ("; ", (char **) tags->pdata);
  append_cell (out, all_texts);
  append_cell (out, all_tags);
}

static void
append_country_names (GString                  *out,
                      const DossierClaimRecord *claim)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; claim->countries[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) dossier_country_english (claim->countries[i]));
  g_ptr_array_add (names, NULL);
  append_list (out, (char **) names->pdata, "; ");
}

static void
append_claim (GString                   *out,
              const DossierExportClaim  *export,
              const DossierSourceRecord *source)
{
  const DossierClaimRecord *claim = export->claim;
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *title = dossier_export_title (source);

  append_number (out, claim->id);
  append_cell (out, dossier_kind_nick (claim->kind));
  append_cell (out, claim->quote);
  append_cell (out, claim->speaker);
  append_list (out, claim->via, "; ");
  append_list (out, claim->countries, "; ");
  append_country_names (out, claim);
  append_date (out, claim->event);
  append_cell (out, claim->event_reason);
  append_date (out, claim->stated);
  append_cell (out, claim->stated_reason);
  append_cell (out, dossier_review_nick (claim->review));
  append_cell (out, dossier_verdict_nick (claim->verdict));
  append_cell (out, claim->verdict_reason);
  append_cell (out, g_ascii_formatd (confidence, sizeof confidence, "%.2f", claim->confidence));
  append_cell (out, claim->by_person ? "person" : "program");
  append_notes (out, export->notes);
  for (DossierRelation relation = 0; relation < DOSSIER_N_RELATIONS; relation++)
    for (int incoming = 0; incoming < 2; incoming++)
      {
        g_autofree char *others = dossier_export_links (export, relation, incoming);

        append_cell (out, others);
      }
  append_number (out, claim->span.start);
  append_number (out, claim->span.end);
  append_number (out, source->id);
  append_cell (out, title);
  append_cell (out, source->outlet);
  append_cell (out, source->byline);
  append_date (out, source->published);
  append_cell (out, source->url);
  append_cell (out, source->file_name);
  append_cell (out, source->sha256);
  g_string_append (out, "\r\n");
}

/**
 * dossier_export_csv:
 * @data: what is exported
 *
 * Returns: (transfer full): a table with a line for each claim after RFC 4180, UTF-8, no byte order mark
 */
char *
dossier_export_csv (const DossierExportData *data)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (out, columns[i]);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < data->sources->len; i++)
    {
      const DossierExportSource *source = g_ptr_array_index (data->sources, i);

      for (guint j = 0; j < source->claims->len; j++)
        append_claim (out, g_ptr_array_index (source->claims, j), source->source);
    }

  return g_string_free (out, FALSE);
}
