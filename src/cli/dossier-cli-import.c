/* dossier-cli-import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-cli-open.h"
#include "dossier-crosslinks.h"
#include "dossier-import-work.h"

typedef struct
{
  GMutex           mutex;
  GCond            ended;
  DossierStore    *store;
  DossierAnalyser *analyser;
  gsize            limit;
} Import;

typedef struct
{
  GFile           *file;
  gboolean         done; /* under the mutex */
  gboolean         ok;
  DossierImported  imported;
  GError          *error;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_error (&job->error);
  g_free (job);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;
  Import *import = user_data;

  job->ok = dossier_import_one (import->store, import->analyser, job->file, NULL, import->limit, NULL, &job->imported,
                                &job->error);
  g_mutex_lock (&import->mutex);
  job->done = TRUE;
  g_cond_broadcast (&import->ended);
  g_mutex_unlock (&import->mutex);
}

static void
add_job (GPtrArray *jobs,
         GFile     *file)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  g_ptr_array_add (jobs, job);
}

/* The files that the arguments name, folders with all below them. FALSE where a folder cannot be read. */
static gboolean
list_jobs (char      **paths,
           GPtrArray  *jobs)
{
  gboolean ok = TRUE;

  for (; *paths != NULL; paths++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (*paths);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = dossier_import_list (file, NULL, &error);

      for (guint i = 0; files != NULL && i < files->len; i++)
        add_job (jobs, g_ptr_array_index (files, i));
      if (files == NULL)
        {
          dossier_cli_error ("%s", error->message);
          ok = FALSE;
        }
    }

  return ok;
}

/* Writes how it ended, a line each in the order of the arguments. */
static gboolean
report_job (const Job *job,
            guint     *n_added)
{
  g_autofree char *name = g_file_get_parse_name (job->file);
  const DossierImported *imported = &job->imported;

  if (!job->ok)
    {
      dossier_cli_error (_("“%s” was not imported: %s"), name, job->error->message);
      return FALSE;
    }
  if (imported->already)
    g_print (_("already there as source %" G_GINT64_FORMAT ": %s\n"), imported->source_id, name);
  else
    {
      g_print (ngettext ("added as source %" G_GINT64_FORMAT " with %u claim: %s\n",
                         "added as source %" G_GINT64_FORMAT " with %u claims: %s\n", imported->n_claims),
               imported->source_id, imported->n_claims, name);
      *n_added += 1;
    }

  return TRUE;
}

static gboolean
run_jobs (Import    *import,
          GPtrArray *jobs,
          guint     *n_added)
{
  GThreadPool *pool = dossier_import_pool_new (run_job, import);
  gboolean ok = TRUE;

  for (guint i = 0; i < jobs->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (jobs, i), NULL);
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      g_mutex_lock (&import->mutex);
      while (!job->done)
        g_cond_wait (&import->ended, &import->mutex);
      g_mutex_unlock (&import->mutex);
      ok = report_job (job, n_added) && ok;
    }
  g_thread_pool_free (pool, FALSE, TRUE);

  return ok;
}

static int
import_paths (const DossierCli *cli,
              char            **paths,
              gint64            limit)
{
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierAnalyser) analyser = NULL;
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (job_free);
  g_autoptr (GError) error = NULL;
  Import import = { .limit = limit };
  gboolean ok;
  guint n_added = 0;

  store = dossier_cli_open (cli, DOSSIER_OPEN_CREATE);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  analyser = dossier_analyser_new (&error);
  if (analyser == NULL)
    {
      dossier_cli_error (_("The analysis cannot start: %s"), error->message);
      return DOSSIER_CLI_FAILED;
    }

  g_mutex_init (&import.mutex);
  g_cond_init (&import.ended);
  import.store = store;
  import.analyser = analyser;
  ok = list_jobs (paths, jobs);
  ok = run_jobs (&import, jobs, &n_added) && ok;
  g_mutex_clear (&import.mutex);
  g_cond_clear (&import.ended);

  if (n_added > 0 && !dossier_crosslinks_update (store, NULL, &error))
    {
      dossier_cli_error (_("Claims of different sources were not linked: %s"), error->message);
      ok = FALSE;
    }

  return ok ? DOSSIER_CLI_OK : DOSSIER_CLI_FAILED;
}

/**
 * dossier_cli_import:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `import PATH…`: reads, analyses and stores files, and folders with all below
 * them.
 *
 * Returns: the exit status
 */
int
dossier_cli_import (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  gint64 limit = 0;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_("Refuse larger files"), N_("BYTES") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, N_("PATH…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname ("dossier-cli import");
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage ("import", error->message);
  if (paths == NULL || limit < 0)
    return dossier_cli_usage ("import", _("Give the files and folders to import."));

  return import_paths (cli, paths, limit);
}
