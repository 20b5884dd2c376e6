/* dossier-cli-keep.c: verify and backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-cli-open.h"

/**
 * dossier_cli_verify:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `verify`: checks the file, and every quote against its text.
 *
 * Returns: the exit status
 */
int
dossier_cli_verify (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DossierStore) store = NULL;
  g_auto (GStrv) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli verify");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("verify", error->message);
  if (argc > 1)
    return dossier_cli_usage ("verify", _("It takes no arguments."));

  store = dossier_cli_open (cli, DOSSIER_OPEN_READ_ONLY);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  faults = dossier_store_verify_sync (store, NULL, &error);
  if (faults == NULL)
    {
      dossier_cli_error ("%s", error->message);
      return DOSSIER_CLI_FAILED;
    }
  for (guint i = 0; faults[i] != NULL; i++)
    dossier_cli_error ("%s", faults[i]);
  if (faults[0] != NULL)
    return DOSSIER_CLI_FAILED;

  g_print ("%s\n", _("The dossier is whole."));

  return DOSSIER_CLI_OK;
}

/**
 * dossier_cli_backup:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `backup FILE`: writes a whole copy, also while the dossier is in use.
 *
 * Returns: the exit status
 */
int
dossier_cli_backup (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE"));
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli backup");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("backup", error->message);
  if (argc != 2)
    return dossier_cli_usage ("backup", _("Give the file that the copy goes to."));

  store = dossier_cli_open (cli, DOSSIER_OPEN_READ_ONLY);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  if (!dossier_store_backup_sync (store, argv[1], NULL, &error))
    {
      dossier_cli_error (_("The copy was not written: %s"), error->message);
      return DOSSIER_CLI_FAILED;
    }

  return DOSSIER_CLI_OK;
}
