/* dossier-places.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The dossier that opens where none is named: `dossier/My Dossier.dossier` in the user's data folder, shared by the window and the
 * command line; free with g_free(). */
char *dossier_default_path (void);
/* The path with the suffix `.dossier` where it has none; free with g_free(). */
char *dossier_path_with_suffix (const char *path);
/* The name of a dossier from its path, "Huawei" for "/home/x/Huawei.dossier"; free with g_free(). */
char *dossier_path_title (const char *path);

G_END_DECLS
