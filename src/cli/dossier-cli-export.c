/* dossier-cli-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "dossier-cli-open.h"
#include "dossier-exporter.h"
#include "dossier-gather.h"
#include "dossier-places.h"

static DossierExportData *
gather (const DossierCli  *cli,
        DossierStore      *store,
        DossierQuery      *query,
        const char        *summary,
        gboolean           only_reviewed,
        GError           **error)
{
  g_autofree char *path = dossier_cli_path (cli);
  g_autofree char *title = dossier_store_get_value_sync (store, "title", NULL, NULL);
  DossierGather asked = {
    .store = store,
    .query = query,
    .filter = summary,
    .request = { .scope = DOSSIER_EXPORT_FILTERED, .only_reviewed = only_reviewed },
  };

  if (title == NULL)
    title = dossier_path_title (path);
  asked.title = title;

  return dossier_gather_run (&asked, NULL, error);
}

/* By the option, else by the suffix of the file, else Markdown. */
static gboolean
choose_format (const char          *format,
               const char          *output,
               DossierExportFormat *chosen)
{
  const char *suffix = output != NULL ? strrchr (output, '.') : NULL;

  *chosen = DOSSIER_FORMAT_MARKDOWN;
  if (format != NULL)
    return dossier_export_format_from_nick (format, chosen);
  if (suffix != NULL)
    dossier_export_format_from_nick (suffix + 1, chosen);

  return TRUE;
}

static gboolean
write_out (GBytes      *bytes,
           const char  *output,
           GError     **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (output != NULL)
    return dossier_export_write (bytes, output, error);
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Standard output took not all of it."));

  return FALSE;
}

/**
 * dossier_cli_export:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `export`: writes what the filter lets through, to a file or to standard
 * output.
 *
 * Returns: the exit status
 */
int
dossier_cli_export (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  g_auto (DossierCliFilter) filter = { NULL };
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *summary = NULL;
  gboolean only_reviewed = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("markdown, html or csv"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { "only-reviewed", 0, 0, G_OPTION_ARG_NONE, &only_reviewed, N_("Only claims that are confirmed or have a note"),
      NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierQuery) query = NULL;
  g_autoptr (DossierExportData) data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DossierExportFormat chosen;

  g_set_prgname ("dossier-cli export");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  dossier_cli_filter_add (&filter, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("export", error->message);
  if (argc > 1)
    return dossier_cli_usage ("export", _("It takes options only."));
  if (!choose_format (format, output, &chosen))
    return dossier_cli_usage ("export", _("Give markdown, html or csv after “--format”."));
  query = dossier_cli_filter_query (&filter, &summary, &error);
  if (query == NULL)
    return dossier_cli_usage ("export", error->message);

  store = dossier_cli_open (cli, DOSSIER_OPEN_READ_ONLY);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  data = gather (cli, store, query, summary, only_reviewed, &error);
  if (data != NULL)
    bytes = dossier_export_to_bytes (data, chosen);
  if (bytes == NULL || !write_out (bytes, output, &error))
    {
      dossier_cli_error ("%s", error->message);
      return DOSSIER_CLI_FAILED;
    }

  return DOSSIER_CLI_OK;
}
