/* dossier-cli-show.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "dossier-claim-text.h"
#include "dossier-cli-open.h"
#include "dossier-json.h"
#include "dossier-words.h"

static void
print_line (const char *label,
            const char *value)
{
  if (value != NULL && *value != '\0')
    g_print ("%s: %s\n", label, value);
}

/* For people: the facts, the claims, then the text. */
static void
print_content (const DossierContent *content)
{
  const DossierSourceRecord *source = content->source;
  g_autofree char *countries = g_strjoinv (", ", source->countries);
  g_autofree char *published = dossier_date_to_words (source->published);

  print_line (_("Title"), source->title);
  print_line (_("Outlet"), source->outlet);
  print_line (_("Byline"), source->byline);
  print_line (_("Published"), published);
  print_line (_("Address"), source->url);
  print_line (_("Countries"), countries);
  print_line (_("File"), source->file_name);
  print_line (_("SHA-256"), source->sha256);
  g_print ("\n");
  for (guint i = 0; i < content->claims->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (content->claims, i);
      g_autofree char *speaker = dossier_claim_record_speaker_text (claim);
      g_autofree char *when = dossier_claim_record_when_text (claim);

      if (claim->review == DOSSIER_REVIEW_DISMISSED)
        continue;
      g_print ("[%" G_GINT64_FORMAT "] %s, %s (%s)\n    %s\n", claim->id, dossier_kind_label (claim->kind), speaker, when,
               claim->quote);
    }
  for (guint i = 0; i < content->notes->len; i++)
    {
      const DossierNoteRecord *note = g_ptr_array_index (content->notes, i);
      g_autofree char *tags = g_strjoinv (" #", note->tags);

      g_print ("%s %s%s%s\n", _("Note."), note->text, *tags != '\0' ? " #" : "", tags);
    }
}

static void
member_string (DossierJson *json,
               const char  *name,
               const char  *value)
{
  dossier_json_member (json, name);
  if (value != NULL)
    dossier_json_string (json, value);
  else
    dossier_json_raw (json, "null");
}

static void
member_number (DossierJson *json,
               const char  *name,
               gint64       number)
{
  dossier_json_member (json, name);
  dossier_json_int (json, number);
}

static void
member_list (DossierJson  *json,
             const char   *name,
             char        **values)
{
  dossier_json_member (json, name);
  dossier_json_begin_array (json);
  for (guint i = 0; values[i] != NULL; i++)
    dossier_json_string (json, values[i]);
  dossier_json_end_array (json);
}

static void
write_claim (DossierJson              *json,
             const DossierClaimRecord *claim)
{
  dossier_json_begin_object (json);
  member_number (json, "id", claim->id);
  member_number (json, "start", claim->span.start);
  member_number (json, "end", claim->span.end);
  member_string (json, "kind", dossier_kind_nick (claim->kind));
  member_string (json, "quote", claim->quote);
  member_string (json, "speaker", claim->speaker);
  member_list (json, "via", claim->via);
  member_list (json, "countries", claim->countries);
  member_string (json, "event", claim->event);
  member_string (json, "stated", claim->stated);
  member_string (json, "review", dossier_review_nick (claim->review));
  member_string (json, "verdict", dossier_verdict_nick (claim->verdict));
  dossier_json_end_object (json);
}

static void
write_note (DossierJson             *json,
            const DossierNoteRecord *note)
{
  dossier_json_begin_object (json);
  member_number (json, "id", note->id);
  member_number (json, "claim", note->claim_id);
  member_number (json, "start", note->span.start);
  member_number (json, "end", note->span.end);
  member_string (json, "text", note->text);
  member_string (json, "colour", note->colour);
  member_list (json, "tags", note->tags);
  dossier_json_end_object (json);
}

static void
write_links (DossierJson *json,
             GPtrArray   *links)
{
  dossier_json_member (json, "links");
  dossier_json_begin_array (json);
  for (guint i = 0; i < links->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (links, i);

      dossier_json_begin_object (json);
      member_number (json, "from", link->from_claim);
      member_number (json, "to", link->to_claim);
      member_string (json, "relation", dossier_relation_nick (link->relation));
      member_string (json, "why", link->why);
      dossier_json_end_object (json);
    }
  dossier_json_end_array (json);
}

static void
write_content (const DossierContent *content)
{
  const DossierSourceRecord *source = content->source;
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (DossierJson) json = { 0 };
  gsize size;
  const char *text = dossier_text_utf8 (content->text, &size);

  dossier_json_init (&json, out);
  dossier_json_begin_object (&json);
  member_number (&json, "id", source->id);
  member_string (&json, "title", source->title);
  member_string (&json, "outlet", source->outlet);
  member_string (&json, "byline", source->byline);
  member_string (&json, "url", source->url);
  member_string (&json, "published", source->published);
  member_string (&json, "language", source->language);
  member_string (&json, "file", source->file_name);
  member_string (&json, "sha256", source->sha256);
  member_list (&json, "countries", source->countries);
  dossier_json_member (&json, "text");
  dossier_json_text (&json, text, size);
  dossier_json_member (&json, "claims");
  dossier_json_begin_array (&json);
  for (guint i = 0; i < content->claims->len; i++)
    write_claim (&json, g_ptr_array_index (content->claims, i));
  dossier_json_end_array (&json);
  dossier_json_member (&json, "notes");
  dossier_json_begin_array (&json);
  for (guint i = 0; i < content->notes->len; i++)
    write_note (&json, g_ptr_array_index (content->notes, i));
  dossier_json_end_array (&json);
  write_links (&json, content->links);
  dossier_json_end_object (&json);
  g_string_append_c (out, '\n');
  fwrite (out->str, 1, out->len, stdout);
}

static void
print_text (const DossierContent *content)
{
  gsize size;
  const char *text = dossier_text_utf8 (content->text, &size);

  fwrite (text, 1, size, stdout);
}

/**
 * dossier_cli_show:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `show SOURCE`: one source with its claims and notes, or its text alone.
 *
 * Returns: the exit status
 */
int
dossier_cli_show (const DossierCli *cli,
                  int               argc,
                  char            **argv)
{
  gboolean text = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_NONE, &text, N_("Only its text, as it was imported"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("All of it as one JSON object"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("SOURCE"));
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierContent) content = NULL;
  g_autoptr (GError) error = NULL;
  guint64 id = 0;

  g_set_prgname ("dossier-cli show");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("show", error->message);
  if (argc != 2 || !g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXINT64, &id, NULL))
    return dossier_cli_usage ("show", _("Give the number of a source, as “dossier-cli sources” lists it."));

  store = dossier_cli_open (cli, DOSSIER_OPEN_READ_ONLY);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  content = dossier_store_load_content_sync (store, id, NULL, &error);
  if (content == NULL)
    {
      dossier_cli_error ("%s", error->message);
      return DOSSIER_CLI_FAILED;
    }

  if (json)
    write_content (content);
  else if (text)
    print_text (content);
  else
    print_content (content);

  return DOSSIER_CLI_OK;
}
