/* dossier-cli-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-anchor.h"
#include "dossier-cli-open.h"

typedef struct
{
  gint64   source;
  gint64   claim;
  char    *quote;
  char    *colour;
  char   **tags;
  char   **words;
} NoteOptions;

static void
note_options_clear (NoteOptions *options)
{
  g_free (options->quote);
  g_free (options->colour);
  g_strfreev (options->tags);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NoteOptions, note_options_clear)

static gboolean
fail (GError     **error,
      const char  *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);

  return FALSE;
}

/* The place of a quote in the text: it must stand there once. */
static gboolean
find_quote (DossierText  *text,
            const char   *quote,
            DossierSpan  *span,
            GError      **error)
{
  gsize size;
  const char *utf8 = dossier_text_utf8 (text, &size);
  const char *at = g_strstr_len (utf8, size, quote);
  DossierBytes bytes;

  if (*quote == '\0' || at == NULL)
    return fail (error, _("The quote does not stand in the text of the source."));
  if (g_strstr_len (at + 1, size - (at + 1 - utf8), quote) != NULL)
    return fail (error, _("The quote stands in the text more than once. Give a longer one."));

  bytes.start = at - utf8;
  bytes.end = bytes.start + strlen (quote);
  *span = dossier_text_span (text, bytes);

  return TRUE;
}

static gboolean
find_claim (DossierStore  *store,
            NoteOptions   *options,
            DossierSpan   *span,
            GError       **error)
{
  g_autoptr (GPtrArray) claims = dossier_store_load_claims_sync (store, &options->claim, 1, NULL, error);
  DossierClaimRecord *claim;

  if (claims == NULL)
    return FALSE;

  claim = claims->len > 0 ? g_ptr_array_index (claims, 0) : NULL;
  if (claim == NULL || (options->source != 0 && options->source != claim->source_id))
    return fail (error, _("There is no such claim."));
  options->source = claim->source_id;
  *span = claim->span;

  return TRUE;
}

static DossierNoteRecord *
make_note (DossierStore  *store,
           NoteOptions   *options,
           GError       **error)
{
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  g_autoptr (DossierContent) content = NULL;

  if (options->claim != 0 && !find_claim (store, options, &note->span, error))
    return NULL;
  if (options->source != 0)
    {
      content = dossier_store_load_content_sync (store, options->source, NULL, error);
      if (content == NULL)
        return NULL;
    }
  if (options->quote != NULL && !find_quote (content->text, options->quote, &note->span, error))
    return NULL;
  if (!dossier_span_is_empty (note->span))
    {
      g_clear_pointer (&note->quote, g_free);
      g_clear_pointer (&note->prefix, g_free);
      g_clear_pointer (&note->suffix, g_free);
      dossier_anchor_context (content->text, note->span, &note->quote, &note->prefix, &note->suffix);
    }

  note->source_id = options->source;
  note->claim_id = options->claim;
  g_free (note->text);
  note->text = g_strjoinv (" ", options->words);
  g_free (note->colour);
  note->colour = g_steal_pointer (&options->colour);
  if (options->tags != NULL)
    {
      g_strfreev (note->tags);
      note->tags = g_steal_pointer (&options->tags);
    }
  note->created = note->modified = g_get_real_time () / G_USEC_PER_SEC;

  return g_steal_pointer (&note);
}

static int
add_note (const DossierCli *cli,
          NoteOptions      *options)
{
  g_autoptr (DossierStore) store = dossier_cli_open (cli, DOSSIER_OPEN_DEFAULT);
  g_autoptr (DossierNoteRecord) note = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  DossierEdit *edit;

  if (store == NULL)
    return DOSSIER_CLI_FAILED;

  note = make_note (store, options, &error);
  if (note != NULL)
    {
      edit = dossier_edit_new (_("Add note"));
      dossier_edit_insert_note (edit, note);
      ids = dossier_store_apply_sync (store, edit, NULL, &error);
    }
  if (ids == NULL)
    {
      dossier_cli_error (_("The note was not added: %s"), error->message);
      return DOSSIER_CLI_FAILED;
    }
  g_print ("%" G_GINT64_FORMAT "\n", g_array_index (ids, gint64, 0));

  return DOSSIER_CLI_OK;
}

/**
 * dossier_cli_note:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `note TEXT`: adds a note on a claim, a passage, a source or the dossier, and
 * prints its number.
 *
 * Returns: the exit status
 */
int
dossier_cli_note (const DossierCli *cli,
                  int               argc,
                  char            **argv)
{
  g_auto (NoteOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_INT64, &options.source, N_("The source it is on"), N_("NUMBER") },
    { "claim", 0, 0, G_OPTION_ARG_INT64, &options.claim, N_("The claim it is on"), N_("NUMBER") },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &options.quote, N_("The passage of the source it is on"), N_("WORDS") },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tags, N_("A tag; may be given again"), N_("TAG") },
    { "colour", 0, 0, G_OPTION_ARG_STRING, &options.colour, N_("yellow, red, green, blue or purple"), N_("COLOUR") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.words, NULL, N_("TEXT") },
    { NULL },
  };
  static const char * const colours[] = { "yellow", "red", "green", "blue", "purple", NULL };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli note");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("note", error->message);
  if (options.words == NULL)
    return dossier_cli_usage ("note", _("Give the text of the note."));
  if (options.quote != NULL && (options.source == 0 || options.claim != 0))
    return dossier_cli_usage ("note", _("“--quote” goes with “--source” and without “--claim”."));
  if (options.colour != NULL && !g_strv_contains (colours, options.colour))
    return dossier_cli_usage ("note", _("Give yellow, red, green, blue or purple after “--colour”."));

  return add_note (cli, &options);
}
