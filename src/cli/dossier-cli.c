/* dossier-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "dossier-cli.h"

typedef struct
{
  const char    *name;
  DossierCliRun  run;
  const char    *summary;
} Command;

/* In the order of the help text. */
static const Command commands[] = {
  { "import", dossier_cli_import, N_("Add files and folders to a dossier") },
  { "sources", dossier_cli_sources, N_("List sources") },
  { "claims", dossier_cli_claims, N_("List claims") },
  { "notes", dossier_cli_notes, N_("List notes") },
  { "timeline", dossier_cli_timeline, N_("List dated claims, the earliest first") },
  { "show", dossier_cli_show, N_("Show one source") },
  { "note", dossier_cli_note, N_("Add a note") },
  { "export", dossier_cli_export, N_("Write notes and claims as Markdown, a web page or a table") },
  { "verify", dossier_cli_verify, N_("Check a dossier") },
  { "backup", dossier_cli_backup, N_("Copy a dossier") },
  { "analyze", dossier_cli_analyze, N_("Find claims, countries and dates in texts") },
  { "locate", dossier_cli_locate, N_("Find quotes again in changed texts") },
};

/**
 * dossier_cli_error:
 *
 * Writes a sentence for the person to standard error.
 */
void
dossier_cli_error (const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("dossier-cli: %s\n", message);
}

/**
 * dossier_cli_usage:
 * @command: the command that was called wrongly, or NULL
 * @message: what is wrong
 *
 * Says what is wrong with the arguments, and where to read how it is right.
 *
 * Returns: %DOSSIER_CLI_USAGE
 */
int
dossier_cli_usage (const char *command,
                   const char *message)
{
  dossier_cli_error ("%s", message);
  g_printerr (_("Try “dossier-cli %s%s--help”.\n"), command != NULL ? command : "",
              command != NULL ? " " : "");

  return DOSSIER_CLI_USAGE;
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: dossier-cli [--dossier FILE] COMMAND [ARGUMENT…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_print ("\n%s\n", _("“dossier-cli COMMAND --help” tells more of a command."));
}

/* Reads the options before the command. Returns the index of the command's
 * name, or a negative exit status minus one. */
static int
parse_global (DossierCli *cli,
              int         argc,
              char      **argv)
{
  int i = 1;

  for (; i < argc && argv[i][0] == '-'; i++)
    {
      if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        {
          print_help ();
          return -1 - DOSSIER_CLI_OK;
        }
      if (g_str_equal (argv[i], "--version"))
        {
          g_print ("dossier-cli %s\n", DOSSIER_VERSION);
          return -1 - DOSSIER_CLI_OK;
        }
      if (g_str_has_prefix (argv[i], "--dossier="))
        cli->dossier = argv[i] + strlen ("--dossier=");
      else if (g_str_equal (argv[i], "--dossier") && i + 1 < argc)
        cli->dossier = argv[++i];
      else if (g_str_equal (argv[i], "--dossier"))
        return -1 - dossier_cli_usage (NULL, _("Give the file of the dossier after “--dossier”."));
      else
        {
          g_autofree char *message = g_strdup_printf (_("There is no option “%s”."), argv[i]);

          return -1 - dossier_cli_usage (NULL, message);
        }
    }

  if (i >= argc)
    return -1 - dossier_cli_usage (NULL, _("No command was given."));

  return i;
}

/**
 * dossier_cli_main:
 *
 * Runs the command that the arguments name.
 *
 * Returns: the exit status, a #DossierCliStatus
 */
int
dossier_cli_main (int    argc,
                  char **argv)
{
  DossierCli cli = { NULL };
  g_autofree char *message = NULL;
  int at;

  /* A file that may not grow is an error to tell of, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DOSSIER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("dossier-cli");

  at = parse_global (&cli, argc, argv);
  if (at < 0)
    return -at - 1;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, argv[at]))
        return commands[i].run (&cli, argc - at, argv + at);
    }

  message = g_strdup_printf (_("There is no command “%s”."), argv[at]);
  return dossier_cli_usage (NULL, message);
}
