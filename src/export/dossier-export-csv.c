/* dossier-export-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-country-names.h"
#include "dossier-csv.h"
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

static void
append_number (DossierCsv *csv,
               gint64      number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  dossier_csv_cell (csv, text);
}

static void
append_list (DossierCsv  *csv,
             char       **values,
             const char  *between)
{
  g_autofree char *joined = g_strjoinv (between, values);

  dossier_csv_cell (csv, joined);
}

/* EDTF, its first day and its last; the days of open ends stay empty. */
static void
append_date (DossierCsv *csv,
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
  dossier_csv_cell (csv, edtf);
  dossier_csv_cell (csv, first);
  dossier_csv_cell (csv, last);
}

static void
append_notes (DossierCsv *csv,
              GPtrArray  *notes)
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
  dossier_csv_cell (csv, all_texts);
  dossier_csv_cell (csv, all_tags);
}

static void
append_country_names (DossierCsv               *csv,
                      const DossierClaimRecord *claim)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; claim->countries[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) dossier_country_english (claim->countries[i]));
  g_ptr_array_add (names, NULL);
  append_list (csv, (char **) names->pdata, "; ");
}

static void
append_claim (DossierCsv                *csv,
              const DossierExportClaim  *export,
              const DossierSourceRecord *source)
{
  const DossierClaimRecord *claim = export->claim;
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *title = dossier_export_title (source);

  append_number (csv, claim->id);
  dossier_csv_cell (csv, dossier_kind_nick (claim->kind));
  dossier_csv_cell (csv, claim->quote);
  dossier_csv_cell (csv, claim->speaker);
  append_list (csv, claim->via, "; ");
  append_list (csv, claim->countries, "; ");
  append_country_names (csv, claim);
  append_date (csv, claim->event);
  dossier_csv_cell (csv, claim->event_reason);
  append_date (csv, claim->stated);
  dossier_csv_cell (csv, claim->stated_reason);
  dossier_csv_cell (csv, dossier_review_nick (claim->review));
  dossier_csv_cell (csv, dossier_verdict_nick (claim->verdict));
  dossier_csv_cell (csv, claim->verdict_reason);
  dossier_csv_cell (csv, g_ascii_formatd (confidence, sizeof confidence, "%.2f", claim->confidence));
  dossier_csv_cell (csv, claim->by_person ? "person" : "program");
  append_notes (csv, export->notes);
  for (DossierRelation relation = 0; relation < DOSSIER_N_RELATIONS; relation++)
    for (int incoming = 0; incoming < 2; incoming++)
      {
        g_autofree char *others = dossier_export_links (export, relation, incoming);

        dossier_csv_cell (csv, others);
      }
  append_number (csv, claim->span.start);
  append_number (csv, claim->span.end);
  append_number (csv, source->id);
  dossier_csv_cell (csv, title);
  dossier_csv_cell (csv, source->outlet);
  dossier_csv_cell (csv, source->byline);
  append_date (csv, source->published);
  dossier_csv_cell (csv, source->url);
  dossier_csv_cell (csv, source->file_name);
  dossier_csv_cell (csv, source->sha256);
  dossier_csv_end_line (csv);
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
  DossierCsv csv = { g_string_new (NULL), FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    dossier_csv_cell (&csv, columns[i]);
  dossier_csv_end_line (&csv);
  for (guint i = 0; i < data->sources->len; i++)
    {
      const DossierExportSource *source = g_ptr_array_index (data->sources, i);

      for (guint j = 0; j < source->claims->len; j++)
        append_claim (&csv, g_ptr_array_index (source->claims, j), source->source);
    }

  return g_string_free (csv.out, FALSE);
}
