/* dossier-shell.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** DossierShellPage: what a narrow window shows of the three. */
typedef enum
{
  DOSSIER_SHELL_LIBRARY,
  DOSSIER_SHELL_READ,
  DOSSIER_SHELL_TIMELINE,
} DossierShellPage;

#define DOSSIER_TYPE_SHELL (dossier_shell_get_type ())
G_DECLARE_FINAL_TYPE (DossierShell, dossier_shell, DOSSIER, SHELL, GtkWidget)

GtkWidget        *dossier_shell_new                 (void);
gboolean          dossier_shell_get_narrow          (DossierShell     *self);
DossierShellPage  dossier_shell_get_page            (DossierShell     *self);
void              dossier_shell_set_page            (DossierShell     *self,
                                                     DossierShellPage  page);
gboolean          dossier_shell_get_show_sidebar    (DossierShell     *self);
void              dossier_shell_set_show_sidebar    (DossierShell     *self,
                                                     gboolean          show);
gboolean          dossier_shell_get_show_inspector  (DossierShell     *self);
void              dossier_shell_set_show_inspector  (DossierShell     *self,
                                                     gboolean          show);
gboolean          dossier_shell_get_show_timeline   (DossierShell     *self);
void              dossier_shell_set_show_timeline   (DossierShell     *self,
                                                     gboolean          show);

G_END_DECLS
