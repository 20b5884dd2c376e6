/* dossier-cli.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** DossierCliStatus: exit statuses of the program. */
typedef enum
{
  DOSSIER_CLI_OK,
  DOSSIER_CLI_FAILED, /* something failed, the rest was done */
  DOSSIER_CLI_USAGE,
} DossierCliStatus;

/**
 * DossierCli:
 * @dossier: path given by `--dossier` before the command, or NULL for the default one
 *
 * What the options before the command said.
 */
typedef struct
{
  const char *dossier;
} DossierCli;

/** DossierCliRun: a command; @argv[0] is its name, the rest its own arguments. */
typedef int (*DossierCliRun) (const DossierCli *cli,
                              int               argc,
                              char            **argv);

int  dossier_cli_main    (int                  argc,
                          char               **argv);
void dossier_cli_error   (const char          *format,
                          ...) G_GNUC_PRINTF (1, 2);
int  dossier_cli_usage   (const char          *command,
                          const char          *message);

/* The commands. */
int  dossier_cli_analyze  (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_backup   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_claims   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_export   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_import   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_locate   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_note     (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_notes    (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_show     (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_sources  (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_timeline (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);
int  dossier_cli_verify   (const DossierCli    *cli,
                           int                  argc,
                           char               **argv);

G_END_DECLS
