/* dossier-export-html.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-export-notes.h"
#include "dossier-export-text.h"
#include "dossier-export-writers.h"
#include "dossier-export-xml.h"
#include "dossier-words.h"

/* Nothing in the page runs, and nothing is fetched. */
#define POLICY "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

static const char style[] =
  ":root{color-scheme:light dark;--fg:#1d1d20;--dim:#5e5c64;--bg:#fff;--line:#d5d3d8;"
  "--denial:#1a5fb4;--finding:#813d9c;--allegation:#c64600;--action:#1e7d4a;--statement:#5e5c64;--fact:#77767b}"
  "@media(prefers-color-scheme:dark){:root{--fg:#f1f1f2;--dim:#b5b3ba;--bg:#1e1e20;--line:#4a494e;"
  "--denial:#78aeed;--finding:#c78ddd;--allegation:#ff9a57;--action:#6fd3a0;--statement:#b5b3ba;--fact:#9a9996}}"
  "body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.55 system-ui,sans-serif;color:var(--fg);"
  "background:var(--bg);overflow-wrap:anywhere}"
  "h1,h2,h3{line-height:1.25}h3{font-size:1rem;margin:1.5rem 0 .25rem}article{margin-top:3rem}"
  "header p,.citation,.about,figcaption,footer{color:var(--dim)}"
  "blockquote{margin:.5rem 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line);font-family:serif;"
  "font-size:1.1rem;white-space:pre-line}"
  "section.denial blockquote{border-left:4px double var(--denial)}"
  "section.finding blockquote{border-left:3px solid var(--finding)}"
  "section.allegation blockquote{border-left:5px solid var(--allegation)}"
  "section.action blockquote{border-left:3px dashed var(--action)}"
  "section.statement blockquote{border-left:3px dotted var(--statement)}"
  ".kind{font-weight:bold}.denial .kind{color:var(--denial)}.finding .kind{color:var(--finding)}"
  ".allegation .kind{color:var(--allegation)}.action .kind{color:var(--action)}"
  ".note{margin:.5rem 0;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.5rem}"
  ".tags{list-style:none;margin:.25rem 0;padding:0}.tags li{display:inline;margin-right:.5rem}"
  "dl.links{margin:.5rem 0}dl.links dt{color:var(--dim)}dl.links dd{margin-left:1rem}"
  "figure{margin:1.5rem 0;overflow-x:auto}svg{min-width:40rem;width:100%;font:11px system-ui,sans-serif}"
  "svg a rect{opacity:.5}svg text{fill:var(--fg)}svg .grid{stroke:var(--line)}svg .denial{fill:var(--denial)}"
  "svg .finding{fill:var(--finding)}svg .allegation{fill:var(--allegation)}svg .action{fill:var(--action)}"
  "svg .statement{fill:var(--statement)}svg .fact{fill:var(--fact)}"
  "@media print{body{max-width:none;padding:0}section{break-inside:avoid}}";

typedef struct
{
  xmlTextWriter *writer;
  GHashTable    *ids; /* gint64: claims that are on the page */
} Page;

static void
write_citation (Page                      *page,
                const DossierSourceRecord *source)
{
  xmlTextWriter *writer = page->writer;
  g_autofree char *title = dossier_export_title (source);
  g_autofree char *published = dossier_export_published (source);
  gboolean is_web = source->url != NULL && (g_str_has_prefix (source->url, "https://") ||
                                            g_str_has_prefix (source->url, "http://"));

  dossier_xml_element (writer, "h2", NULL, title);
  dossier_xml_start (writer, "p", "class", "citation", NULL);
  if (source->byline != NULL && *source->byline != '\0')
    {
      dossier_xml_text (writer, source->byline);
      dossier_xml_text (writer, ", ");
    }
  if (source->outlet != NULL && *source->outlet != '\0')
    {
      dossier_xml_element (writer, "cite", NULL, source->outlet);
      dossier_xml_text (writer, ", ");
    }
  dossier_xml_text (writer, published);
  if (is_web)
    {
      dossier_xml_text (writer, ", ");
      dossier_xml_start (writer, "a", "href", source->url, "rel", "noreferrer", NULL);
      dossier_xml_text (writer, source->url);
      dossier_xml_end (writer);
    }
  else if (source->url != NULL && *source->url != '\0')
    {
      dossier_xml_text (writer, ", ");
      dossier_xml_text (writer, source->url);
    }
  dossier_xml_end (writer);
}

static void
write_tags (Page  *page,
            char **tags)
{
  if (tags[0] == NULL)
    return;

  dossier_xml_start (page->writer, "ul", "class", "tags", NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_strconcat ("#", tags[i], NULL);

      dossier_xml_element (page->writer, "li", NULL, tag);
    }
  dossier_xml_end (page->writer);
}

/* What the person wrote; @with_quote: also the passage it stands on. */
static void
write_note (Page                    *page,
            const DossierNoteRecord *note,
            gboolean                 with_quote)
{
  xmlTextWriter *writer = page->writer;
  g_autofree char *html = dossier_export_note_to_html (note->text != NULL ? note->text : "");

  dossier_xml_start (writer, "div", "class", "note", NULL);
  if (with_quote && note->quote != NULL && *note->quote != '\0')
    {
      g_autofree char *place = dossier_export_place (note->span);

      dossier_xml_element (writer, "blockquote", NULL, note->quote);
      dossier_xml_element (writer, "p", "about", place);
    }
  dossier_xml_start (writer, "p", "class", "about", NULL);
  dossier_xml_element (writer, "strong", NULL, *html != '\0' ? _("Note.") : _("Highlighted."));
  dossier_xml_end (writer);
  dossier_xml_raw (writer, html);
  write_tags (page, note->tags);
  dossier_xml_end (writer);
}

static void
write_other (Page                     *page,
             const DossierClaimRecord *other)
{
  g_autofree char *text = dossier_export_other (other);
  g_autofree char *href = g_strdup_printf ("#claim-%" G_GINT64_FORMAT, other->id);

  dossier_xml_open (page->writer, "dd");
  if (g_hash_table_contains (page->ids, &other->id))
    {
      dossier_xml_start (page->writer, "a", "href", href, NULL);
      dossier_xml_text (page->writer, text);
      dossier_xml_end (page->writer);
    }
  else
    dossier_xml_text (page->writer, text);
  dossier_xml_text (page->writer, ": ");
  dossier_xml_element (page->writer, "q", NULL, other->quote);
  dossier_xml_end (page->writer);
}

static void
write_links (Page                     *page,
             const DossierExportClaim *claim)
{
  if (claim->links->len == 0)
    return;

  dossier_xml_start (page->writer, "dl", "class", "links", NULL);
  for (DossierRelation relation = 0; relation < DOSSIER_N_RELATIONS; relation++)
    for (int incoming = 1; incoming >= 0; incoming--)
      {
        gboolean has_heading = FALSE;

        for (guint i = 0; i < claim->links->len; i++)
          {
            const DossierExportLink *link = g_ptr_array_index (claim->links, i);

            if (link->relation != relation || link->incoming != incoming)
              continue;
            if (!has_heading)
              dossier_xml_element (page->writer, "dt", NULL, dossier_relation_label (relation, incoming));
            has_heading = TRUE;
            write_other (page, link->other);
          }
      }
  dossier_xml_end (page->writer);
}

static void
write_claim (Page                     *page,
             const DossierExportClaim *export)
{
  const DossierClaimRecord *claim = export->claim;
  xmlTextWriter *writer = page->writer;
  g_autofree char *id = g_strdup_printf ("claim-%" G_GINT64_FORMAT, claim->id);
  g_autofree char *kind =
    g_strdup_printf ("%s %s", dossier_kind_sign (claim->kind), dossier_kind_label (claim->kind));
  g_autofree char *countries = dossier_export_countries (claim);
  g_autofree char *event = dossier_date_to_words (claim->event);
  g_autofree char *speaker = dossier_export_speaker (claim);
  g_autofree char *dates = dossier_export_dates (claim);
  g_autofree char *place = dossier_export_place (claim->span);
  g_autofree char *review = dossier_export_review (claim);
  g_autofree char *rest = g_strdup_printf (" · %s · %s", countries, event);
  g_autofree char *about = g_strdup_printf ("— %s; %s; %s; %s", speaker, dates, review, place);

  dossier_xml_start (writer, "section", "class", dossier_kind_nick (claim->kind), "id", id, NULL);
  dossier_xml_open (writer, "h3");
  dossier_xml_element (writer, "span", "kind", kind);
  dossier_xml_text (writer, rest);
  dossier_xml_end (writer);
  dossier_xml_element (writer, "blockquote", NULL, claim->quote);
  dossier_xml_element (writer, "p", "about", about);
  for (guint i = 0; i < export->notes->len; i++)
    write_note (page, g_ptr_array_index (export->notes, i), FALSE);
  write_links (page, export);
  dossier_xml_end (writer);
  dossier_xml_raw (writer, "\n");
}

static void
write_source (Page                      *page,
              const DossierExportSource *source)
{
  g_autofree char *id = g_strdup_printf ("source-%" G_GINT64_FORMAT, source->source->id);

  dossier_xml_start (page->writer, "article", "id", id, NULL);
  write_citation (page, source->source);
  for (guint i = 0; i < source->notes->len; i++)
    write_note (page, g_ptr_array_index (source->notes, i), TRUE);
  for (guint i = 0; i < source->claims->len; i++)
    write_claim (page, g_ptr_array_index (source->claims, i));
  dossier_xml_end (page->writer);
  dossier_xml_raw (page->writer, "\n");
}

static void
write_timeline (Page                    *page,
                const DossierExportData *data)
{
  guint n_undated = 0;
  g_autofree char *svg = dossier_export_svg (data, &n_undated);
  g_autofree char *undated = NULL;

  if (svg == NULL)
    return;

  undated = g_strdup_printf (ngettext ("%u claim has no date and is not in the timeline.",
                                       "%u claims have no date and are not in the timeline.", n_undated),
                             n_undated);
  dossier_xml_open (page->writer, "figure");
  dossier_xml_raw (page->writer, svg);
  if (n_undated > 0)
    dossier_xml_element (page->writer, "figcaption", NULL, undated);
  dossier_xml_end (page->writer);
  dossier_xml_raw (page->writer, "\n");
}

static void
write_head (Page                    *page,
            const DossierExportData *data)
{
  xmlTextWriter *writer = page->writer;

  dossier_xml_open (writer, "head");
  dossier_xml_raw (writer, "<meta charset=\"utf-8\"/>"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                           "<meta name=\"generator\" content=\"Dossier " DOSSIER_VERSION "\"/>"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\"/>");
  dossier_xml_element (writer, "title", NULL, data->title);
  dossier_xml_open (writer, "style");
  dossier_xml_raw (writer, style);
  dossier_xml_end (writer);
  dossier_xml_end (writer);
  dossier_xml_raw (writer, "\n");
}

static void
write_body (Page                    *page,
            const DossierExportData *data)
{
  xmlTextWriter *writer = page->writer;
  g_autofree char *colophon = dossier_export_colophon (data);

  dossier_xml_open (writer, "body");
  dossier_xml_open (writer, "header");
  dossier_xml_element (writer, "h1", NULL, data->title);
  dossier_xml_element (writer, "p", NULL, colophon);
  dossier_xml_end (writer);
  dossier_xml_open (writer, "main");
  write_timeline (page, data);
  for (guint i = 0; i < data->notes->len; i++)
    write_note (page, g_ptr_array_index (data->notes, i), FALSE);
  for (guint i = 0; i < data->sources->len; i++)
    write_source (page, g_ptr_array_index (data->sources, i));
  dossier_xml_end (writer);
  dossier_xml_end (writer);
}

/* The language of the words around the quotes: that of the user's messages. */
static char *
page_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strdup (name);

  tag[strcspn (tag, ".@")] = '\0';
  g_strdelimit (tag, "_", '-');

  return g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") || *tag == '\0' ? g_strdup ("en")
                                                                             : g_steal_pointer (&tag);
}

/**
 * dossier_export_html:
 * @data: what is exported
 *
 * Returns: (transfer full): one page that needs nothing beside it, well-formed XML too
 */
char *
dossier_export_html (const DossierExportData *data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree char *language = page_language ();
  g_autofree char *html = NULL;
  xmlBuffer *buffer;
  Page page = { dossier_xml_new (&buffer), ids };

  for (guint i = 0; i < data->sources->len; i++)
    {
      const DossierExportSource *source = g_ptr_array_index (data->sources, i);

      for (guint j = 0; j < source->claims->len; j++)
        g_hash_table_add (ids, &((DossierExportClaim *) g_ptr_array_index (source->claims, j))->claim->id);
    }

  dossier_xml_start (page.writer, "html", "lang", language, NULL);
  write_head (&page, data);
  write_body (&page, data);
  dossier_xml_end (page.writer);
  html = dossier_xml_finish (page.writer, buffer);

  return g_strconcat ("<!DOCTYPE html>\n", html, "\n", NULL);
}
