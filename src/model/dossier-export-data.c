/* dossier-export-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-export-data.h"

#include "dossier-gather.h"
#include "dossier-session-private.h"

/* A gathering with strings and arrays of its own, for a worker. */
static DossierGather *
gather_new (DossierSession             *session,
            const DossierExportRequest *request)
{
  DossierGather *gather = g_new0 (DossierGather, 1);
  DossierResult *result = dossier_results_result (session->results);
  gint64 open_id = dossier_reading_open_id (session->reading);

  gather->store = g_object_ref (session->store);
  gather->columns = result != NULL ? dossier_columns_ref (result->columns) : NULL;
  gather->query = dossier_query_ref (dossier_filter_query (session->filter));
  gather->title = g_strdup (session->title);
  gather->filter = dossier_filter_summary (session->filter);
  gather->request = *request;
  gather->request.claim_ids = g_memdup2 (request->claim_ids, sizeof (gint64) * request->n_claim_ids);
  gather->request.source_ids = g_memdup2 (request->source_ids, sizeof (gint64) * request->n_source_ids);
  if (request->scope == DOSSIER_EXPORT_SELECTED && request->n_claim_ids == 0 && request->n_source_ids == 0 &&
      open_id != 0)
    {
      gather->request.source_ids = g_memdup2 (&open_id, sizeof open_id);
      gather->request.n_source_ids = 1;
    }

  return gather;
}

static void
gather_free (gpointer data)
{
  DossierGather *gather = data;

  g_object_unref (gather->store);
  g_clear_pointer (&gather->columns, dossier_columns_unref);
  dossier_query_unref (gather->query);
  g_free ((char *) gather->title);
  g_free ((char *) gather->filter);
  g_free ((gint64 *) gather->request.claim_ids);
  g_free ((gint64 *) gather->request.source_ids);
  g_free (gather);
}

static void
gather_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  DossierExportData *data = dossier_gather_run (task_data, cancellable, &error);

  if (data != NULL)
    g_task_return_pointer (task, data, (GDestroyNotify) dossier_export_data_free);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_export_gather_async:
 * @session: an open dossier
 * @request: what is asked for
 * @cancellable: (nullable): to give it up
 * @callback: called when it is gathered
 * @user_data: for @callback
 *
 * Gathers in a worker what an export needs.
 */
void
dossier_export_gather_async (DossierSession             *session,
                             const DossierExportRequest *request,
                             GCancellable               *cancellable,
                             GAsyncReadyCallback         callback,
                             gpointer                    user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_SESSION (session));
  g_return_if_fail (session->store != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, dossier_export_gather_async);
  g_task_set_task_data (task, gather_new (session, request), gather_free);
  g_task_run_in_thread (task, gather_thread);
}

/**
 * dossier_export_gather_finish:
 * @session: an open dossier
 * @result: what the callback got
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): what was gathered
 */
DossierExportData *
dossier_export_gather_finish (DossierSession  *session,
                              GAsyncResult    *result,
                              GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
