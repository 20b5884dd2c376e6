/* dossier-cli-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-cli-lines.h"
#include "dossier-cli.h"

/* A line of more bytes is not kept while it is answered: its object holds the same. */
#define LONG_LINE (1024 * 1024)

/**
 * dossier_cli_line_string:
 *
 * Returns: (nullable): a member of @object, borrowed, when it is a string
 */
const char *
dossier_cli_line_string (JsonObject *object,
                         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * dossier_cli_line_id:
 *
 * Writes the "id" of @object, of whatever type, when it has one.
 */
void
dossier_cli_line_id (JsonObject  *object,
                     DossierJson *json)
{
  const char *id = dossier_cli_line_string (object, "id");

  if (!json_object_has_member (object, "id"))
    return;

  dossier_json_member (json, "id");
  if (id != NULL)
    {
      dossier_json_string (json, id);
    }
  else
    {
      g_autofree char *other = json_to_string (json_object_get_member (object, "id"), FALSE);

      dossier_json_raw (json, other);
    }
}

/**
 * dossier_cli_lines_write:
 * @line: one whole object; empty afterwards
 *
 * Writes the object as one line to standard output, at once, so that a reader
 * at the other end of a pipe has it.
 */
void
dossier_cli_lines_write (GString *line)
{
  g_string_append_c (line, '\n');
  fwrite (line->str, 1, line->len, stdout);
  fflush (stdout);
  g_string_truncate (line, 0);
}

static gboolean
answer_line (JsonParser     *parser,
             char          **line,
             size_t         *size,
             gsize           length,
             DossierCliLine  answer,
             gpointer        user_data,
             GString        *out,
             GError        **error)
{
  g_auto (DossierJson) json = { 0 };
  JsonNode *root;

  if (!json_parser_load_from_data (parser, *line, length, error))
    return FALSE;
  if (*size > LONG_LINE)
    {
      g_clear_pointer (line, free);
      *size = 0;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is no JSON object."));
      return FALSE;
    }

  dossier_json_init (&json, out);
  dossier_json_begin_object (&json);
  if (!answer (json_node_get_object (root), &json, user_data, error))
    {
      g_string_truncate (out, 0);
      return FALSE;
    }
  dossier_json_end_object (&json);

  return TRUE;
}

/**
 * dossier_cli_lines_run:
 * @answer: called for each line of standard input
 *
 * Reads JSON Lines and writes one line for each, in order. A line that cannot
 * be answered is told on standard error, and the next one is read.
 *
 * Returns: the exit status
 */
int
dossier_cli_lines_run (DossierCliLine answer,
                       gpointer       user_data)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) out = g_string_new (NULL);
  int status = DOSSIER_CLI_OK;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  for (guint number = 1; (length = getline (&line, &size, stdin)) >= 0; number++)
    {
      g_autoptr (GError) error = NULL;

      if (strspn (line, " \t\r\n") == (size_t)length)
        continue;
      if (answer_line (parser, &line, &size, length, answer, user_data, out, &error))
        dossier_cli_lines_write (out);
      else
        {
          dossier_cli_error (_("Line %u of the input could not be read: %s"), number, error->message);
          status = DOSSIER_CLI_FAILED;
        }
    }
  if (ferror (stdin))
    {
      dossier_cli_error (_("The input could not be read: %s"), g_strerror (errno));
      status = DOSSIER_CLI_FAILED;
    }
  free (line);

  return status;
}
