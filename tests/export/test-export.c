/* test-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>

#include "dossier-csv.h"
#include "dossier-export-notes.h"
#include "dossier-exporter.h"

static DossierExportData *
data_new (void)
{
  DossierExportData *data = dossier_export_data_new ();

  data->title = g_strdup ("Harbour & <co>");
  data->filter = g_strdup ("Kenya");
  data->made = 1795132800; /* noon of 20 November 2026, UTC */

  return data;
}

static DossierExportSource *
add_source (DossierExportData *data,
            const char        *title,
            const char        *published)
{
  g_autoptr (DossierSourceRecord) record = dossier_source_record_new ();
  DossierExportSource *source = dossier_export_source_new (record);

  source->source->id = data->sources->len + 1;
  source->source->title = g_strdup (title);
  source->source->outlet = g_strdup ("Harbour *Post*");
  source->source->byline = g_strdup ("Ines Tarvo");
  source->source->url = g_strdup ("https://example.org/a_b?x=1&y=2");
  source->source->published = g_strdup (published);
  g_ptr_array_add (data->sources, source);

  return source;
}

static DossierExportClaim *
add_claim (DossierExportData   *data,
           DossierExportSource *source,
           DossierKind          kind,
           const char          *speaker,
           const char          *quote)
{
  g_autoptr (DossierClaimRecord) record = dossier_claim_record_new ();
  DossierExportClaim *claim = dossier_export_claim_new (record);

  claim->claim->id = ++data->n_claims;
  claim->claim->kind = kind;
  claim->claim->speaker = g_strdup (speaker);
  claim->claim->quote = g_strdup (quote);
  claim->claim->span = (DossierSpan) { 10, 10 + g_utf8_strlen (quote, -1) };
  claim->claim->confidence = .75;
  g_strfreev (claim->claim->countries);
  claim->claim->countries = g_strsplit ("KE NO", " ", -1);
  g_ptr_array_add (source->claims, claim);

  return claim;
}

static void
add_note (DossierExportData *data,
          GPtrArray         *notes,
          const char        *text,
          const char        *tags)
{
  DossierNoteRecord *note = dossier_note_record_new ();

  note->id = ++data->n_notes;
  g_free (note->text);
  note->text = g_strdup (text);
  g_strfreev (note->tags);
  note->tags = g_strsplit (tags, " ", -1);
  if (*tags == '\0')
    note->tags[0] = NULL;
  g_ptr_array_add (notes, note);
}

static void
add_link (DossierExportClaim *from,
          DossierExportClaim *to,
          DossierRelation     relation)
{
  DossierExportLink *out = g_new0 (DossierExportLink, 1);
  DossierExportLink *in = g_new0 (DossierExportLink, 1);

  out->relation = in->relation = relation;
  out->other = dossier_claim_record_ref (to->claim);
  in->other = dossier_claim_record_ref (from->claim);
  in->incoming = TRUE;
  g_ptr_array_add (from->links, out);
  g_ptr_array_add (to->links, in);
}

/* An allegation, its denial, a note with a list, a passage that was highlighted. */
static DossierExportData *
sample (void)
{
  DossierExportData *data = data_new ();
  DossierExportSource *source = add_source (data, "Cranes #1 sold\nto _nobody_", "2021-08-15");
  DossierExportClaim *allegation =
    add_claim (data, source, DOSSIER_KIND_ALLEGATION, "Marta Quell", "the café <b>contract</b> was *forged*");
  DossierExportClaim *denial = add_claim (data, source, DOSSIER_KIND_DENIAL, "Ombrix Ltd", "1. Nothing was paid");
  DossierExportSource *other = add_source (data, NULL, NULL);
  DossierNoteRecord *highlight;

  g_strfreev (allegation->claim->via);
  allegation->claim->via = g_strsplit ("Port Authority|Harbour Post", "|", -1);
  allegation->claim->event = g_strdup ("2017");
  allegation->claim->stated = g_strdup ("2021-08-11");
  allegation->claim->review = DOSSIER_REVIEW_CONFIRMED;
  allegation->claim->verdict = DOSSIER_VERDICT_DISPUTED;
  allegation->claim->verdict_reason = g_strdup ("two papers differ");
  denial->claim->event_reason = g_strdup ("no-publication-date");
  add_link (denial, allegation, DOSSIER_RELATION_ANSWERS);
  add_note (data, allegation->notes, "Ask the <script>alert(1)</script> bank.", "to-verify lawsuit");
  add_note (data, denial->notes, "# Head\n\n- one\n- two", "");

  g_free (other->source->url);
  other->source->url = NULL;
  other->source->file_name = g_strdup ("scan-3.txt");
  add_note (data, other->notes, "", "");
  highlight = g_ptr_array_index (other->notes, 0);
  highlight->quote = g_strdup ("two lines\nof a text");
  highlight->span = (DossierSpan) { 4, 23 };

  return data;
}

static char *
export (const DossierExportData *data,
        DossierExportFormat      format)
{
  g_autoptr (GBytes) bytes = dossier_export_to_bytes (data, format);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate (text, size, NULL));

  return g_strndup (text, size);
}

static void
test_markdown (void)
{
  g_autoptr (DossierExportData) data = sample ();
  g_autofree char *text = export (data, DOSSIER_FORMAT_MARKDOWN);
  const char *expected =
    "# Cranes \\#1 sold to \\_nobody\\_\n"
    "\n"
    "Ines Tarvo, *Harbour \\*Post\\**, 15 August 2021, <https://example.org/a_b?x=1&y=2>\n"
    "\n"
    "## Allegation · Kenya, Norway · 2017\n"
    "\n"
    "> the café \\<b\\>contract\\</b\\> was \\*forged\\*\n"
    "\n"
    "— Marta Quell, via Port Authority, via Harbour Post; happened 2017 (year), said 11 August 2021 (day); "
    "confirmed; verdict: disputed (two papers differ); characters 10–47\n"
    "\n"
    "**Note.** Ask the \\<script\\>alert(1)\\</script\\> bank. #to-verify #lawsuit\n"
    "\n"
    "Answered by: Ombrix Ltd (denial)\n"
    "\n"
    "## Denial · Kenya, Norway · date unknown\n"
    "\n"
    "> 1\\. Nothing was paid\n"
    "\n"
    "— Ombrix Ltd; when it happened: date unknown (the article has no date); not reviewed; characters 10–29\n"
    "\n"
    "**Note.**\n"
    "\n"
    "#### Head\n"
    "\n"
    "  - one\n"
    "  - two\n"
    "\n"
    "Answers: Marta Quell (allegation)\n"
    "\n"
    "# scan-3.txt\n"
    "\n"
    "Ines Tarvo, *Harbour \\*Post\\**, date unknown\n"
    "\n"
    "> two lines\\\n"
    "> of a text\n"
    "\n"
    "— characters 4–23\n"
    "\n"
    "---\n"
    "\n"
    "2 claims and 3 notes from “Harbour & \\<co\\>”, 20 November 2026. Filter: Kenya.\n";

  g_assert_cmpstr (text, ==, expected);
}

static void
test_html (void)
{
  g_autoptr (DossierExportData) data = sample ();
  g_autofree char *text = export (data, DOSSIER_FORMAT_HTML);
  xmlDoc *page = xmlReadMemory (text, strlen (text), "page", "UTF-8", XML_PARSE_NONET);

  g_assert_nonnull (page);
  xmlFreeDoc (page);
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n<html lang=\"en\">"));
  g_assert_null (strstr (text, "<script"));
  g_assert_nonnull (strstr (text, "&lt;script&gt;"));
  g_assert_null (strstr (text, "<b>contract"));
  g_assert_nonnull (strstr (text, "<h1>Harbour &amp; &lt;co&gt;</h1>"));
  g_assert_nonnull (strstr (text, "default-src 'none'"));
  g_assert_nonnull (strstr (text, "<svg "));
  g_assert_nonnull (strstr (text, "1 claim has no date"));
  g_assert_nonnull (strstr (text, "<section class=\"allegation\" id=\"claim-1\">"));
  g_assert_nonnull (strstr (text, "<section class=\"denial\" id=\"claim-2\">"));
  g_assert_nonnull (strstr (text, "<dt>Answered by</dt><dd><a href=\"#claim-2\">"));
  g_assert_nonnull (strstr (text, "<h4>Head</h4>"));
  g_assert_nonnull (strstr (text, "<li>#to-verify</li>"));
}

static void
test_csv (void)
{
  g_autoptr (DossierExportData) data = sample ();
  DossierExportClaim *claim = ((DossierExportSource *) g_ptr_array_index (data->sources, 0))->claims->pdata[1];
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_free (claim->claim->quote);
  claim->claim->quote = g_strdup ("=HYPERLINK(\"x\"),\r\nand more");
  text = export (data, DOSSIER_FORMAT_CSV);
  lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], "claim,kind,quote,speaker,via,countries,country_names,event,"));
  g_assert_true (g_str_has_prefix (lines[1],
                                   "1,allegation,the café <b>contract</b> was *forged*,Marta Quell,"
                                   "Port Authority; Harbour Post,KE; NO,Kenya; Norway,2017,2017-01-01,2017-12-31,,"
                                   "2021-08-11,2021-08-11,2021-08-11,,confirmed,disputed,two papers differ,0.75,"));
  g_assert_nonnull (strstr (lines[1], ",Ombrix Ltd (denial),"));
  g_assert_true (g_str_has_prefix (lines[2], "2,denial,\"'=HYPERLINK(\"\"x\"\"),"));
  g_assert_true (g_str_has_prefix (lines[3], "and more\",Ombrix Ltd,,KE; NO,"));
  g_assert_cmpstr (lines[4], ==, "");
  g_assert_null (lines[5]);
}

static void
test_csv_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cells[] = {
    { NULL, "" }, { "", "" }, { "plain", "plain" }, { "a,b", "\"a,b\"" }, { "say \"x\"", "\"say \"\"x\"\"\"" },
    { "-1", "\"'-1\"" }, { "+x", "\"'+x\"" }, { "@x", "\"'@x\"" }, { "=1", "\"'=1\"" }, { "\tx", "\"'\tx\"" },
    { "＝1", "\"'＝1\"" }, { "a\nb", "\"a\nb\"" }, { "a=1", "a=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      DossierCsv csv = { g_string_new (NULL), FALSE };
      g_autofree char *line = NULL;
      g_autofree char *expected = g_strdup_printf ("%s,%s\r\n", cells[i].cell, cells[i].cell);

      dossier_csv_cell (&csv, cells[i].text);
      dossier_csv_cell (&csv, cells[i].text);
      dossier_csv_end_line (&csv);
      line = g_string_free (csv.out, FALSE);
      g_assert_cmpstr (line, ==, expected);
    }
}

/* In no format does one kind go out as another. */
static void
test_kinds (void)
{
  for (DossierExportFormat format = 0; format < DOSSIER_N_EXPORT_FORMATS; format++)
    for (DossierKind kind = 0; kind < DOSSIER_N_KINDS; kind++)
      {
        static const char * const names[DOSSIER_N_KINDS] = {
          "Denial", "Finding", "Allegation", "Action", "Statement", "Fact",
        };
        g_autoptr (DossierExportData) data = data_new ();
        DossierExportSource *source = add_source (data, "One", "2020");
        DossierExportClaim *claim = add_claim (data, source, kind, "Somebody", "the cranes");
        g_autofree char *text = NULL;

        claim->claim->event = g_strdup ("2019");
        text = export (data, format);
        for (DossierKind other = 0; other < DOSSIER_N_KINDS; other++)
          {
            g_autofree char *wanted = NULL;

            if (format == DOSSIER_FORMAT_MARKDOWN)
              wanted = g_strdup_printf ("## %s ", names[other]);
            else if (format == DOSSIER_FORMAT_HTML)
              wanted = g_strdup_printf (" %s</span>", names[other]);
            else
              wanted = g_strdup_printf ("1,%s,", dossier_kind_nick (other));
            g_assert_true ((strstr (text, wanted) != NULL) == (kind == other));
          }
      }
}

static void
test_notes (void)
{
  static const struct
  {
    const char *markdown;
    const char *html;
  } notes[] = {
    { "plain", "<p>plain</p>" },
    { "a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>" },
    { "<iframe src=\"x\"></iframe>", "<p>&lt;iframe src=&quot;x&quot;&gt;&lt;/iframe&gt;</p>" },
    { "[go](javascript:alert(1))", "<p><a href=\"\">go</a></p>" },
    { "[go](https://example.org)", "<p><a href=\"https://example.org\">go</a></p>" },
    { "![pic](https://example.org/p.png)", "<p><a href=\"https://example.org/p.png\">pic</a></p>" },
    { "# big", "<h4>big</h4>" },
    { "a < b & c", "<p>a &lt; b &amp; c</p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *html = dossier_export_note_to_html (notes[i].markdown);

      g_assert_cmpstr (html, ==, notes[i].html);
    }
}

/* What XML cannot hold, and lines that would be something else in Markdown. */
static void
test_odd_texts (void)
{
  static const char * const quotes[] = {
    "bell \a and form feed \f", "- no list", "+ nor this", "=====", "---", "    no code", "> no quote",
    "12) no number", "&amp; stays", "`ticks` ~~struck~~ | table", "[link](x)", "\\", "]]>", "<!-- -->", "a\n\n\nb", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (DossierExportData) data = data_new ();
      DossierExportSource *source = add_source (data, quotes[i], "20");
      g_autofree char *html = NULL;
      g_autofree char *markdown = NULL;
      xmlDoc *page;

      add_claim (data, source, DOSSIER_KIND_FACT, quotes[i], quotes[i]);
      html = export (data, DOSSIER_FORMAT_HTML);
      page = xmlReadMemory (html, strlen (html), "page", "UTF-8", XML_PARSE_NONET);
      g_assert_nonnull (page);
      xmlFreeDoc (page);

      markdown = export (data, DOSSIER_FORMAT_MARKDOWN);
      g_assert_nonnull (strstr (markdown, "\n## Fact"));
    }
}

/* More claims than a browser likes to draw are counted, and all of them. */
static void
test_many (void)
{
  g_autoptr (DossierExportData) data = data_new ();
  DossierExportSource *source = add_source (data, "Many", "2020");
  g_autofree char *html = NULL;
  gint64 started;

  for (guint i = 0; i < 4000; i++)
    {
      DossierExportClaim *claim = add_claim (data, source, i % DOSSIER_N_KINDS, "Somebody", "the cranes");

      claim->claim->event = g_strdup_printf ("%u-%02u", 2000 + i % 20, i % 12 + 1);
    }
  started = g_get_monotonic_time ();
  html = export (data, DOSSIER_FORMAT_HTML);
  g_test_message ("a page of 4,000 claims: %.0f ms", (g_get_monotonic_time () - started) / 1e3);
  g_assert_null (strstr (html, "<circle"));
  g_assert_nonnull (strstr (html, "<rect"));
}

static void
test_write (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dossier-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.md", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "out.md", NULL);
  g_autofree char *held = NULL;
  g_autoptr (GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) second = g_bytes_new_static ("second", 6);
  GError *error = NULL;

  g_assert_true (dossier_export_write (first, path, &error));
  g_assert_no_error (error);
  g_assert_true (dossier_export_write (second, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &held, NULL, NULL));
  g_assert_cmpstr (held, ==, "second");

  g_assert_false (dossier_export_write (first, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (folder));
}

static void
test_formats (void)
{
  DossierExportFormat format = DOSSIER_FORMAT_CSV;

  g_assert_false (dossier_export_format_from_nick ("docx", &format));
  g_assert_cmpint (format, ==, DOSSIER_FORMAT_CSV);
  for (DossierExportFormat i = 0; i < DOSSIER_N_EXPORT_FORMATS; i++)
    {
      g_assert_true (dossier_export_format_from_nick (dossier_export_format_nick (i), &format));
      g_assert_cmpint (format, ==, i);
      g_assert_true (dossier_export_format_from_nick (dossier_export_format_suffix (i), &format));
      g_assert_cmpint (format, ==, i);
      g_assert_cmpstr (dossier_export_format_losses (i), !=, "");
      g_assert_cmpstr (dossier_export_format_label (i), !=, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/markdown", test_markdown);
  g_test_add_func ("/export/html", test_html);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/csv-cells", test_csv_cells);
  g_test_add_func ("/export/kinds", test_kinds);
  g_test_add_func ("/export/notes", test_notes);
  g_test_add_func ("/export/odd-texts", test_odd_texts);
  g_test_add_func ("/export/many", test_many);
  g_test_add_func ("/export/write", test_write);
  g_test_add_func ("/export/formats", test_formats);

  return g_test_run ();
}
