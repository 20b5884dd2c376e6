/* dossier-folder.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-folder"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dossier-importer.h"

#define LIST_ATTRIBUTES                                                                  \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","                  \
  G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_BACKUP ","        \
  G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET

static gboolean
is_left_out (GFileInfo *info)
{
  return g_file_info_get_is_hidden (info) || g_file_info_get_is_backup (info);
}

/* A link is followed to a file, never to a folder: that alone makes loops impossible. */
static gboolean
leads_to_folder (GFile        *child,
                 GCancellable *cancellable)
{
  return g_file_query_file_type (child, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;
}

/* Adds the files of one folder to @files and its folders to @pending. */
static gboolean
list_one (GFile         *folder,
          GPtrArray     *files,
          GQueue        *pending,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GFileEnumerator) entries = NULL;

  entries = g_file_enumerate_children (folder, LIST_ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  if (entries == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;
      GFileType type;

      if (!g_file_enumerator_iterate (entries, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (is_left_out (info))
        continue;

      type = g_file_info_get_file_type (info);
      if (type == G_FILE_TYPE_DIRECTORY)
        g_queue_push_tail (pending, g_object_ref (child));
      else if (type != G_FILE_TYPE_SYMBOLIC_LINK || !leads_to_folder (child, cancellable))
        g_ptr_array_add (files, g_object_ref (child));
    }
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  GFile *left = *(GFile **) a;
  GFile *right = *(GFile **) b;
  const char *left_path = g_file_peek_path (left);
  const char *right_path = g_file_peek_path (right);
  g_autofree char *left_uri = NULL;
  g_autofree char *right_uri = NULL;

  if (left_path != NULL && right_path != NULL)
    return strcmp (left_path, right_path);

  left_uri = g_file_get_uri (left);
  right_uri = g_file_get_uri (right);
  return strcmp (left_uri, right_uri);
}

/**
 * dossier_import_list_folder:
 * @folder: where to look
 * @cancellable: (nullable): stops the work
 * @error: why @folder itself could not be listed, or that nothing is in it, a sentence for the person
 *
 * Lists the files below a folder, sorted by path. Hidden files, backup copies
 * and links to folders are left out. A folder below that may not be read stands
 * in the list itself: dossier_import_file() then says why, beside the others.
 *
 * Returns: (transfer full) (element-type GFile) (nullable): the files
 */
GPtrArray *
dossier_import_list_folder (GFile         *folder,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoqueue (GObject) pending = g_queue_new ();

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  g_queue_push_tail (pending, g_object_ref (folder));
  while (!g_queue_is_empty (pending))
    {
      g_autoptr (GFile) next = g_queue_pop_head (pending);
      g_autoptr (GError) cause = NULL;

      if (list_one (next, files, pending, cancellable, &cause))
        continue;
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
      if (g_file_equal (next, folder))
        {
          g_autofree char *name = g_file_get_parse_name (folder);

          g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_UNREADABLE,
                       _("The folder “%s” could not be read (%s). Check that it is there and that you may open it."),
                       name, cause->message);
          return NULL;
        }
      g_ptr_array_add (files, g_object_ref (next));
    }

  if (files->len == 0)
    {
      g_autofree char *name = g_file_get_parse_name (folder);

      g_set_error (error, DOSSIER_IMPORT_ERROR, DOSSIER_IMPORT_ERROR_EMPTY,
                   _("There is no file to add in the folder “%s”."), name);
      return NULL;
    }

  g_ptr_array_sort (files, compare_paths);
  return g_steal_pointer (&files);
}
