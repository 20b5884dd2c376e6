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
 * dossier_cli_lines_write:
 * @builder: holds one whole object; empty afterwards
 * @buffer: kept between the calls
 *
 * Writes the object as one line to standard output, at once, so that a reader
 * at the other end of a pipe has it.
 */
void
dossier_cli_lines_write (JsonBuilder   *builder,
                         JsonGenerator *generator,
                         GString       *buffer)
{
  JsonNode *root = json_builder_get_root (builder);

  g_string_truncate (buffer, 0);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, buffer);
  g_string_append_c (buffer, '\n');
  fwrite (buffer->str, 1, buffer->len, stdout);
  fflush (stdout);
  json_builder_reset (builder);
  json_node_unref (root);
}

static gboolean
answer_line (JsonParser     *parser,
             const char     *line,
             gsize           length,
             DossierCliLine  answer,
             gpointer        user_data,
             JsonBuilder    *builder,
             GError        **error)
{
  JsonNode *root;

  if (!json_parser_load_from_data (parser, line, length, error))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is no JSON object."));
      return FALSE;
    }

  json_builder_begin_object (builder);
  if (!answer (json_node_get_object (root), builder, user_data, error))
    {
      json_builder_reset (builder);
      return FALSE;
    }
  json_builder_end_object (builder);

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
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) buffer = g_string_new (NULL);
  int status = DOSSIER_CLI_OK;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  for (guint number = 1; (length = getline (&line, &size, stdin)) >= 0; number++)
    {
      g_autoptr (GError) error = NULL;

      if (strspn (line, " \t\r\n") == (size_t)length)
        continue;
      if (answer_line (parser, line, length, answer, user_data, builder, &error))
        dossier_cli_lines_write (builder, generator, buffer);
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
