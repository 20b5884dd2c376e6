/* dossier-import-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-import-work.h"

#include "dossier-importer.h"

#define MAX_WORKERS 4

static DossierFindings *
analyse (DossierAnalyser  *analyser,
         DossierDocument  *document,
         GCancellable     *cancellable,
         GError          **error)
{
  DossierAnalyserInput input = {
    .text = document->text,
    .published = document->published,
    .title = document->title,
    .outlet = document->outlet,
    .byline = document->byline,
    .language = document->language,
    .blocks = document->blocks,
  };

  return dossier_analyser_run (analyser, &input, cancellable, error);
}

/**
 * dossier_import_one:
 * @store: the dossier
 * @analyser: what reads the text
 * @file: (nullable): a file, or
 * @text: (nullable): a pasted text
 * @limit: bytes of the largest file, 0 for the default
 * @cancellable: (nullable): to give it up
 * @imported: (out): how it ended
 * @error: a sentence for the person
 *
 * Reads, analyses and stores one thing, in one transaction or not at all. Bytes
 * that are already there are recognised before they are analysed. Waits for the
 * disk.
 *
 * Returns: whether it is in the dossier now
 */
gboolean
dossier_import_one (DossierStore     *store,
                    DossierAnalyser  *analyser,
                    GFile            *file,
                    const char       *text,
                    gsize             limit,
                    GCancellable     *cancellable,
                    DossierImported  *imported,
                    GError          **error)
{
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierFindings) findings = NULL;
  g_autoptr (GError) find_error = NULL;
  g_autofree DossierAdded *added = NULL;

  g_return_val_if_fail ((file != NULL) != (text != NULL), FALSE);

  *imported = (DossierImported) { 0 };
  document = file != NULL ? dossier_import_file (file, limit, cancellable, error)
                          : dossier_import_text (text, limit, error);
  if (document == NULL)
    return FALSE;

  imported->source_id = dossier_store_find_sha256_sync (store, document->sha256, cancellable, &find_error);
  if (find_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&find_error));
      return FALSE;
    }
  if (imported->source_id != 0)
    {
      imported->already = TRUE;
      return TRUE;
    }

  findings = analyse (analyser, document, cancellable, error);
  if (findings == NULL)
    return FALSE;

  added = dossier_store_add_sync (store, document, findings, cancellable, error);
  if (added == NULL)
    return FALSE;

  imported->source_id = added->source_id;
  imported->already = added->already;
  imported->n_claims = added->already ? 0 : findings->claims->len;

  return TRUE;
}

/**
 * dossier_import_list:
 * @file: a file or a folder
 * @cancellable: (nullable): to give it up
 * @error: a sentence for the person
 *
 * Waits for the disk.
 *
 * Returns: (transfer full) (element-type GFile): @file itself, or the files below the folder; %NULL where it cannot
 *   be read
 */
GPtrArray *
dossier_import_list (GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  GPtrArray *files;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return dossier_import_list_folder (file, cancellable, error);

  files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (files, g_object_ref (file));

  return files;
}

/**
 * dossier_import_pool_new:
 * @func: what a worker does with each job
 * @user_data: for @func
 *
 * Analysing fills a processor; the store writes one at a time anyway, so that
 * more than four workers would wait for the disk.
 *
 * Returns: (transfer full): a pool of as many workers as importing can use
 */
GThreadPool *
dossier_import_pool_new (GFunc    func,
                         gpointer user_data)
{
  return g_thread_pool_new (func, user_data, CLAMP (g_get_num_processors (), 1, MAX_WORKERS), FALSE, NULL);
}
