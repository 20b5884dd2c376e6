/* dossier-export-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-export-data.h"

#include "dossier-gather.h"
#include "dossier-session-private.h"

static void
claim_free (gpointer data)
{
  DossierExportClaim *claim = data;

  dossier_claim_record_unref (claim->claim);
  g_ptr_array_unref (claim->notes);
  g_ptr_array_unref (claim->links);
  g_free (claim);
}

static void
link_free (gpointer data)
{
  DossierExportLink *link = data;

  dossier_claim_record_unref (link->other);
  g_free (link);
}

static void
source_free (gpointer data)
{
  DossierExportSource *source = data;

  dossier_source_record_unref (source->source);
  g_ptr_array_unref (source->claims);
  g_ptr_array_unref (source->notes);
  g_free (source);
}

/**
 * dossier_export_data_new:
 *
 * Returns: (transfer full): nothing to export yet
 */
DossierExportData *
dossier_export_data_new (void)
{
  DossierExportData *data = g_new0 (DossierExportData, 1);

  data->sources = g_ptr_array_new_with_free_func (source_free);
  data->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_note_record_unref);

  return data;
}

/**
 * dossier_export_data_free:
 * @self: (transfer full): what was gathered
 */
void
dossier_export_data_free (DossierExportData *self)
{
  g_free (self->title);
  g_free (self->filter);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * dossier_export_claim_new:
 * @record: a claim; a reference is taken
 *
 * Returns: (transfer full): the claim, without notes and links yet; for a list of its source
 */
DossierExportClaim *
dossier_export_claim_new (DossierClaimRecord *record)
{
  DossierExportClaim *claim = g_new0 (DossierExportClaim, 1);

  claim->claim = dossier_claim_record_ref (record);
  claim->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_note_record_unref);
  claim->links = g_ptr_array_new_with_free_func (link_free);

  return claim;
}

/**
 * dossier_export_source_new:
 * @record: a source; a reference is taken
 *
 * Returns: (transfer full): the source, without claims and notes yet; for the list of the data
 */
DossierExportSource *
dossier_export_source_new (DossierSourceRecord *record)
{
  DossierExportSource *source = g_new0 (DossierExportSource, 1);

  source->source = dossier_source_record_ref (record);
  source->claims = g_ptr_array_new_with_free_func (claim_free);
  source->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_note_record_unref);

  return source;
}

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
