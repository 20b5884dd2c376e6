/* dossier-places.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-places.h"

#include <string.h>

#define SUFFIX ".dossier"

/**
 * dossier_default_path:
 *
 * Where the dossier lies that opens when none is named: the user's data folder
 * (XDG_DATA_HOME), the same for the window and the command line.
 *
 * Returns: (transfer full): an absolute path
 */
char *
dossier_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "dossier", "My Dossier" SUFFIX, NULL);
}

/**
 * dossier_path_with_suffix:
 * @path: a path as a person gave it
 *
 * Returns: (transfer full): @path, with `.dossier` at its end
 */
char *
dossier_path_with_suffix (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (g_str_has_suffix (path, SUFFIX))
    return g_strdup (path);

  return g_strconcat (path, SUFFIX, NULL);
}

/**
 * dossier_path_title:
 * @path: the path of a dossier
 *
 * Returns: (transfer full): its base name without the suffix, as valid UTF-8
 */
char *
dossier_path_title (const char *path)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);

  if (strlen (name) > strlen (SUFFIX) && g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  return g_steal_pointer (&name);
}
