/* dossier-cli-analyze.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-analyser.h"
#include "dossier-cli-lines.h"
#include "dossier-cli.h"
#include "dossier-importer.h"

static void
add_string (DossierJson *json,
            const char  *name,
            const char  *value)
{
  dossier_json_member (json, name);
  dossier_json_string (json, value);
}

static void
add_span (DossierJson *json,
          DossierSpan  span)
{
  dossier_json_member (json, "start");
  dossier_json_int (json, span.start);
  dossier_json_member (json, "end");
  dossier_json_int (json, span.end);
}

static void
begin_array (DossierJson *json,
             const char  *name)
{
  dossier_json_member (json, name);
  dossier_json_begin_array (json);
}

static void
add_strings (DossierJson *json,
             const char  *name,
             char       **values)
{
  begin_array (json, name);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    dossier_json_string (json, values[i]);
  dossier_json_end_array (json);
}

static void
add_blocks (DossierJson           *json,
            const DossierFindings *findings)
{
  begin_array (json, "blocks");
  for (guint i = 0; i < findings->blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (findings->blocks, DossierBlock, i);

      dossier_json_begin_object (json);
      add_span (json, block->span);
      add_string (json, "kind", dossier_block_kind_nick (block->kind));
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
add_countries (DossierJson           *json,
               const DossierFindings *findings)
{
  begin_array (json, "countries");
  for (guint i = 0; i < findings->countries->len; i++)
    {
      const DossierCountryWeight *country = &g_array_index (findings->countries, DossierCountryWeight, i);

      dossier_json_begin_object (json);
      add_string (json, "code", country->code);
      dossier_json_member (json, "weight");
      dossier_json_double (json, country->weight);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);

  begin_array (json, "mentions");
  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const DossierMentionFinding *mention = &g_array_index (findings->mentions, DossierMentionFinding, i);

      dossier_json_begin_object (json);
      add_span (json, mention->span);
      add_string (json, "code", mention->code);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
add_dates (DossierJson           *json,
           const DossierFindings *findings)
{
  begin_array (json, "dates");
  for (guint i = 0; i < findings->dates->len; i++)
    {
      const DossierDateFinding *date = &g_array_index (findings->dates, DossierDateFinding, i);

      dossier_json_begin_object (json);
      add_span (json, date->span);
      add_string (json, "type", dossier_timex_type_name (date->type));
      add_string (json, "value", date->value);
      add_string (json, "edtf", date->edtf);
      if (date->reason != NULL)
        add_string (json, "reason", date->reason);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
add_parts (DossierJson       *json,
           const char        *name,
           const DossierSpan *spans,
           guint              n_spans)
{
  begin_array (json, name);
  for (guint i = 0; i < n_spans; i++)
    {
      dossier_json_begin_array (json);
      dossier_json_int (json, spans[i].start);
      dossier_json_int (json, spans[i].end);
      dossier_json_end_array (json);
    }
  dossier_json_end_array (json);
}

static void
add_attributions (DossierJson           *json,
                  const DossierFindings *findings)
{
  begin_array (json, "attributions");
  for (guint i = 0; i < findings->attributions->len; i++)
    {
      const DossierAttributionFinding *attribution =
        &g_array_index (findings->attributions, DossierAttributionFinding, i);

      dossier_json_begin_object (json);
      add_parts (json, "source", attribution->source, attribution->n_source);
      add_parts (json, "cue", attribution->cue, attribution->n_cue);
      add_parts (json, "content", attribution->content, attribution->n_content);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
add_claim (DossierJson              *json,
           const DossierClaimRecord *claim)
{
  dossier_json_begin_object (json);
  add_span (json, claim->span);
  add_string (json, "kind", dossier_kind_nick (claim->kind));
  add_string (json, "speaker", claim->speaker);
  add_strings (json, "via", claim->via);
  add_string (json, "cue", claim->cue);
  add_strings (json, "countries", claim->countries);
  add_string (json, "event", claim->event);
  add_string (json, "stated", claim->stated);
  dossier_json_member (json, "confidence");
  dossier_json_double (json, claim->confidence);
  begin_array (json, "why");
  for (guint i = 0; i < claim->n_why; i++)
    {
      dossier_json_begin_object (json);
      add_span (json, claim->why[i].span);
      add_string (json, "rule", claim->why[i].rule);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
  dossier_json_end_object (json);
}

static void
add_claims (DossierJson           *json,
            const DossierFindings *findings)
{
  begin_array (json, "claims");
  for (guint i = 0; i < findings->claims->len; i++)
    add_claim (json, g_ptr_array_index (findings->claims, i));
  dossier_json_end_array (json);

  begin_array (json, "links");
  for (guint i = 0; i < findings->links->len; i++)
    {
      const DossierLinkFinding *link = &g_array_index (findings->links, DossierLinkFinding, i);

      dossier_json_begin_object (json);
      dossier_json_member (json, "from");
      dossier_json_int (json, link->from);
      dossier_json_member (json, "to");
      dossier_json_int (json, link->to);
      add_string (json, "relation", dossier_relation_nick (link->relation));
      add_string (json, "why", link->why);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
add_findings (DossierJson           *json,
              const DossierFindings *findings)
{
  add_string (json, "title", findings->title);
  add_string (json, "outlet", findings->outlet);
  add_string (json, "byline", findings->byline);
  add_string (json, "published", findings->published);
  add_string (json, "language", findings->language);
  add_blocks (json, findings);
  add_countries (json, findings);
  add_dates (json, findings);
  add_attributions (json, findings);
  add_claims (json, findings);
}

/* One line of `--jsonl`. */
static gboolean
analyze_line (JsonObject   *object,
              DossierJson  *json,
              gpointer      user_data,
              GError      **error)
{
  DossierAnalyser *analyser = user_data;
  const char *words = dossier_cli_line_string (object, "text");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierFindings) findings = NULL;
  DossierAnalyserInput input = { 0 };

  if (words == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It has no “text”."));
      return FALSE;
    }

  /* The line's object outlives the text: no copy. */
  bytes = g_bytes_new_static (words, strlen (words));
  text = dossier_text_new_bytes (bytes);
  input.text = text;
  input.published = dossier_cli_line_string (object, "published");
  findings = dossier_analyser_run (analyser, &input, NULL, error);
  if (findings == NULL)
    return FALSE;

  dossier_json_stream (json, stdout);
  dossier_cli_line_id (object, json);
  add_findings (json, findings);

  return TRUE;
}

static gboolean
analyze_file (DossierAnalyser  *analyser,
              const char       *path,
              GString          *out,
              GError          **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (DossierDocument) document = dossier_import_file (file, 0, NULL, error);
  g_autoptr (DossierFindings) findings = NULL;
  g_auto (DossierJson) writer = { 0 };
  DossierJson *json = &writer;
  const char *words;
  gsize n_bytes;
  DossierAnalyserInput input = { 0 };

  if (document == NULL)
    return FALSE;

  input.text = document->text;
  input.published = document->published;
  input.title = document->title;
  input.outlet = document->outlet;
  input.byline = document->byline;
  input.language = document->language;
  input.blocks = document->blocks;
  findings = dossier_analyser_run (analyser, &input, NULL, error);
  if (findings == NULL)
    return FALSE;

  words = dossier_text_utf8 (document->text, &n_bytes);
  dossier_json_init (json, out);
  dossier_json_stream (json, stdout);
  dossier_json_begin_object (json);
  add_string (json, "file", path);
  dossier_json_member (json, "text");
  dossier_json_text (json, words, n_bytes);
  add_findings (json, findings);
  dossier_json_end_object (json);

  return TRUE;
}

static int
analyze_files (DossierAnalyser  *analyser,
               char            **paths)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int status = DOSSIER_CLI_OK;

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GError) error = NULL;

      if (analyze_file (analyser, *paths, out, &error))
        dossier_cli_lines_write (out);
      else
        {
          dossier_cli_error (_("“%s” was not analysed: %s"), *paths, error->message);
          status = DOSSIER_CLI_FAILED;
        }
    }

  return status;
}

/**
 * dossier_cli_analyze:
 *
 * `analyze --jsonl` and `analyze --json FILE…`.
 */
int
dossier_cli_analyze (const DossierCli *cli,
                     int               argc,
                     char            **argv)
{
  gboolean lines = FALSE, files = FALSE;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &lines, N_("Read texts as JSON Lines from standard input"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &files, N_("Read files and write one JSON object a line"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, N_("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DossierAnalyser) analyser = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli analyze");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("analyze", error->message);
  if (lines == files || files == (paths == NULL))
    return dossier_cli_usage ("analyze", _("Give either “--jsonl”, or “--json” and the files to read."));

  analyser = dossier_analyser_new (&error);
  if (analyser == NULL)
    {
      dossier_cli_error (_("The analysis cannot start: %s"), error->message);
      return DOSSIER_CLI_FAILED;
    }

  return lines ? dossier_cli_lines_run (analyze_line, analyser) : analyze_files (analyser, paths);
}
