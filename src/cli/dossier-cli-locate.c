/* dossier-cli-locate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "dossier-anchor.h"
#include "dossier-cli-lines.h"
#include "dossier-cli.h"

static const char *const state_names[] = { "exact", "moved", "lost" };

static void
add_offset (DossierJson              *json,
            const char               *name,
            const DossierAnchorResult *result,
            guint32                   offset)
{
  dossier_json_member (json, name);
  if (result->state == DOSSIER_ANCHOR_LOST)
    dossier_json_raw (json, "null");
  else
    dossier_json_int (json, offset);
}

/* One line of `--jsonl`. */
static gboolean
locate_line (JsonObject   *object,
             DossierJson  *json,
             gpointer      user_data,
             GError      **error)
{
  const char *words = dossier_cli_line_string (object, "text");
  const char *prefix = dossier_cli_line_string (object, "prefix");
  const char *suffix = dossier_cli_line_string (object, "suffix");
  DossierAnchor anchor = { .exact = dossier_cli_line_string (object, "exact") };
  g_autoptr (DossierText) text = NULL;
  DossierAnchorResult result;

  if (words == NULL || anchor.exact == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It lacks “text” or “exact”."));
      return FALSE;
    }

  anchor.prefix = prefix != NULL ? prefix : "";
  anchor.suffix = suffix != NULL ? suffix : "";
  anchor.start = CLAMP (json_object_get_int_member_with_default (object, "start", 0), 0, G_MAXUINT32);
  text = dossier_text_new (words, -1);
  result = dossier_anchor_locate (&anchor, text);

  dossier_cli_line_id (object, json);
  dossier_json_member (json, "state");
  dossier_json_string (json, state_names[result.state]);
  add_offset (json, "start", &result, result.span.start);
  add_offset (json, "end", &result, result.span.end);
  dossier_json_member (json, "score");
  dossier_json_double (json, result.score);

  return TRUE;
}

/**
 * dossier_cli_locate:
 *
 * `locate --jsonl`.
 */
int
dossier_cli_locate (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  gboolean lines = FALSE;
  const GOptionEntry entries[] = {
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &lines, N_("Read quotes as JSON Lines from standard input"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli locate");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("locate", error->message);
  if (!lines || argc > 1)
    return dossier_cli_usage ("locate", _("Give “--jsonl”, and the quotes on standard input."));

  return dossier_cli_lines_run (locate_line, NULL);
}
