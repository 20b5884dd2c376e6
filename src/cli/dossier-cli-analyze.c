/* dossier-cli-analyze.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "dossier-analyser.h"
#include "dossier-cli-lines.h"
#include "dossier-cli.h"
#include "dossier-importer.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_span (JsonBuilder *builder,
          DossierSpan  span)
{
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, span.start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, span.end);
}

static void
begin_array (JsonBuilder *builder,
             const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_strings (JsonBuilder *builder,
             const char  *name,
             char       **values)
{
  begin_array (builder, name);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

static void
add_blocks (JsonBuilder           *builder,
            const DossierFindings *findings)
{
  begin_array (builder, "blocks");
  for (guint i = 0; i < findings->blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (findings->blocks, DossierBlock, i);

      json_builder_begin_object (builder);
      add_span (builder, block->span);
      add_string (builder, "kind", dossier_block_kind_nick (block->kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_countries (JsonBuilder           *builder,
               const DossierFindings *findings)
{
  begin_array (builder, "countries");
  for (guint i = 0; i < findings->countries->len; i++)
    {
      const DossierCountryWeight *country = &g_array_index (findings->countries, DossierCountryWeight, i);

      json_builder_begin_object (builder);
      add_string (builder, "code", country->code);
      json_builder_set_member_name (builder, "weight");
      json_builder_add_double_value (builder, country->weight);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_array (builder, "mentions");
  for (guint i = 0; i < findings->mentions->len; i++)
    {
      const DossierMentionFinding *mention = &g_array_index (findings->mentions, DossierMentionFinding, i);

      json_builder_begin_object (builder);
      add_span (builder, mention->span);
      add_string (builder, "code", mention->code);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_dates (JsonBuilder           *builder,
           const DossierFindings *findings)
{
  begin_array (builder, "dates");
  for (guint i = 0; i < findings->dates->len; i++)
    {
      const DossierDateFinding *date = &g_array_index (findings->dates, DossierDateFinding, i);

      json_builder_begin_object (builder);
      add_span (builder, date->span);
      add_string (builder, "type", dossier_timex_type_name (date->type));
      add_string (builder, "value", date->value);
      add_string (builder, "edtf", date->edtf);
      if (date->reason != NULL)
        add_string (builder, "reason", date->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_parts (JsonBuilder       *builder,
           const char        *name,
           const DossierSpan *spans,
           guint              n_spans)
{
  begin_array (builder, name);
  for (guint i = 0; i < n_spans; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, spans[i].start);
      json_builder_add_int_value (builder, spans[i].end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_attributions (JsonBuilder           *builder,
                  const DossierFindings *findings)
{
  begin_array (builder, "attributions");
  for (guint i = 0; i < findings->attributions->len; i++)
    {
      const DossierAttributionFinding *attribution =
        &g_array_index (findings->attributions, DossierAttributionFinding, i);

      json_builder_begin_object (builder);
      add_parts (builder, "source", attribution->source, attribution->n_source);
      add_parts (builder, "cue", attribution->cue, attribution->n_cue);
      add_parts (builder, "content", attribution->content, attribution->n_content);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_claim (JsonBuilder              *builder,
           const DossierClaimRecord *claim)
{
  json_builder_begin_object (builder);
  add_span (builder, claim->span);
  add_string (builder, "kind", dossier_kind_nick (claim->kind));
  add_string (builder, "speaker", claim->speaker);
  add_strings (builder, "via", claim->via);
  add_string (builder, "cue", claim->cue);
  add_strings (builder, "countries", claim->countries);
  add_string (builder, "event", claim->event);
  add_string (builder, "stated", claim->stated);
  json_builder_set_member_name (builder, "confidence");
  json_builder_add_double_value (builder, claim->confidence);
  begin_array (builder, "why");
  for (guint i = 0; i < claim->n_why; i++)
    {
      json_builder_begin_object (builder);
      add_span (builder, claim->why[i].span);
      add_string (builder, "rule", claim->why[i].rule);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_claims (JsonBuilder           *builder,
            const DossierFindings *findings)
{
  begin_array (builder, "claims");
  for (guint i = 0; i < findings->claims->len; i++)
    add_claim (builder, g_ptr_array_index (findings->claims, i));
  json_builder_end_array (builder);

  begin_array (builder, "links");
  for (guint i = 0; i < findings->links->len; i++)
    {
      const DossierLinkFinding *link = &g_array_index (findings->links, DossierLinkFinding, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "from");
      json_builder_add_int_value (builder, link->from);
      json_builder_set_member_name (builder, "to");
      json_builder_add_int_value (builder, link->to);
      add_string (builder, "relation", dossier_relation_nick (link->relation));
      add_string (builder, "why", link->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_findings (JsonBuilder           *builder,
              const DossierFindings *findings)
{
  add_string (builder, "title", findings->title);
  add_string (builder, "outlet", findings->outlet);
  add_string (builder, "byline", findings->byline);
  add_string (builder, "published", findings->published);
  add_string (builder, "language", findings->language);
  add_blocks (builder, findings);
  add_countries (builder, findings);
  add_dates (builder, findings);
  add_attributions (builder, findings);
  add_claims (builder, findings);
}

/* One line of `--jsonl`. */
static gboolean
analyze_line (JsonObject   *object,
              JsonBuilder  *builder,
              gpointer      user_data,
              GError      **error)
{
  DossierAnalyser *analyser = user_data;
  const char *words = dossier_cli_line_string (object, "text");
  g_autoptr (DossierText) text = NULL;
  g_autoptr (DossierFindings) findings = NULL;
  DossierAnalyserInput input = { 0 };

  if (words == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It has no “text”."));
      return FALSE;
    }

  text = dossier_text_new (words, -1);
  input.text = text;
  input.published = dossier_cli_line_string (object, "published");
  findings = dossier_analyser_run (analyser, &input, NULL, error);
  if (findings == NULL)
    return FALSE;

  if (json_object_has_member (object, "id"))
    {
      json_builder_set_member_name (builder, "id");
      json_builder_add_value (builder, json_node_copy (json_object_get_member (object, "id")));
    }
  add_findings (builder, findings);

  return TRUE;
}

static gboolean
analyze_file (DossierAnalyser  *analyser,
              const char       *path,
              JsonBuilder      *builder,
              GError          **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (DossierDocument) document = dossier_import_file (file, 0, NULL, error);
  g_autoptr (DossierFindings) findings = NULL;
  g_autofree char *words = NULL;
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

  words = g_strndup (dossier_text_utf8 (document->text, NULL), dossier_text_n_bytes (document->text));
  json_builder_begin_object (builder);
  add_string (builder, "file", path);
  add_string (builder, "text", words);
  add_findings (builder, findings);
  json_builder_end_object (builder);

  return TRUE;
}

static int
analyze_files (DossierAnalyser  *analyser,
               char            **paths)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) buffer = g_string_new (NULL);
  int status = DOSSIER_CLI_OK;

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GError) error = NULL;

      if (analyze_file (analyser, *paths, builder, &error))
        dossier_cli_lines_write (builder, generator, buffer);
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
