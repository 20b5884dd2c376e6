/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "dossier-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (DossierApplication) application = NULL;

  /* A file that may not grow is an error to tell of, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DOSSIER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Dossier"));
  gtk_window_set_default_icon_name (DOSSIER_APP_ID);

  application = dossier_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
