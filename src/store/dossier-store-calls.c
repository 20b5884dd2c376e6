/* dossier-store-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-add.h"
#include "dossier-columns-private.h"
#include "dossier-edit-private.h"
#include "dossier-journal.h"
#include "dossier-read.h"
#include "dossier-schema.h"
#include "dossier-search.h"
#include "dossier-statement.h"
#include "dossier-store-private.h"
#include "dossier-verify.h"

/*
 * Each call of the store is three functions over one request: run_NAME does the
 * work in the right thread, make_NAME packs the arguments, and CALL defines
 * NAME_async, NAME_finish and NAME_sync.
 */
#define CALL(Result, name, take, PARAMETERS, ARGUMENTS)                                                        \
  void                                                                                                         \
  dossier_store_##name##_async (DossierStore *self PARAMETERS, GCancellable *cancellable,                      \
                                GAsyncReadyCallback callback, gpointer user_data)                              \
  {                                                                                                            \
    g_return_if_fail (DOSSIER_IS_STORE (self));                                                                \
    dossier_store_submit (self, make_##name ARGUMENTS, dossier_store_##name##_async, cancellable, callback,    \
                          user_data);                                                                          \
  }                                                                                                            \
                                                                                                               \
  Result                                                                                                       \
  dossier_store_##name##_finish (DossierStore *self, GAsyncResult *result, GError **error)                     \
  {                                                                                                            \
    return take (dossier_store_finish (self, result, error));                                                  \
  }                                                                                                            \
                                                                                                               \
  Result                                                                                                       \
  dossier_store_##name##_sync (DossierStore *self PARAMETERS, GCancellable *cancellable, GError **error)       \
  {                                                                                                            \
    g_return_val_if_fail (DOSSIER_IS_STORE (self), (Result) 0);                                                \
    return take (dossier_store_wait (self, make_##name ARGUMENTS, cancellable, error));                        \
  }

#define take_pointer(pointer) (pointer)
#define take_boolean(pointer) ((pointer) != NULL)
/* What a function returns that only succeeds or fails. */
#define DONE(done) ((done) ? GINT_TO_POINTER (1) : NULL)

static gint64
take_number (gpointer pointer)
{
  g_autofree gint64 *number = pointer;

  return number != NULL ? *number : 0;
}

static DossierRequest *
make_request (DossierRequestType type,
              DossierWork        work,
              GDestroyNotify     result_free)
{
  return dossier_request_new (type, work, result_free);
}

static DossierRequest *
make_with_number (DossierRequestType type,
                  DossierWork        work,
                  GDestroyNotify     result_free,
                  gint64             number)
{
  DossierRequest *request = dossier_request_new (type, work, result_free);

  request->number = number;
  return request;
}

static DossierRequest *
make_with_text (DossierRequestType  type,
                DossierWork         work,
                GDestroyNotify      result_free,
                const char         *text)
{
  DossierRequest *request = dossier_request_new (type, work, result_free);

  request->text = g_strdup (text);
  return request;
}

static DossierRequest *
make_with_ids (DossierWork    work,
               const gint64  *ids,
               guint          n_ids)
{
  DossierRequest *request = dossier_request_new (DOSSIER_REQUEST_READ, work, (GDestroyNotify) g_ptr_array_unref);

  request->ids = g_memdup2 (ids, sizeof (gint64) * n_ids);
  request->limit = n_ids;
  return request;
}

static gpointer
run_find_sha256 (DossierConnection  *connection,
                 DossierRequest     *request,
                 GError            **error)
{
  gint64 id;

  return dossier_find_sha256 (connection, request->text, &id, error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static DossierRequest *
make_find_sha256 (const char *sha256)
{
  return make_with_text (DOSSIER_REQUEST_READ, run_find_sha256, g_free, sha256);
}

CALL (gint64, find_sha256, take_number, DOSSIER_ARG const char *sha256, (sha256))

static gpointer
run_add (DossierConnection  *connection,
         DossierRequest     *request,
         GError            **error)
{
  return dossier_add (connection, request->object, request->other, error);
}

static DossierRequest *
make_add (DossierDocument *document,
          DossierFindings *findings)
{
  DossierRequest *request = dossier_request_new (DOSSIER_REQUEST_BATCH, run_add, g_free);

  request->object = document;
  request->other = findings;
  return request;
}

CALL (DossierAdded *, add, take_pointer, DOSSIER_ARG DossierDocument *document DOSSIER_ARG DossierFindings *findings,
      (document, findings))

static gpointer
run_reanalyse (DossierConnection  *connection,
               DossierRequest     *request,
               GError            **error)
{
  return DONE (dossier_reanalyse (connection, request->number, request->object, error));
}

static DossierRequest *
make_reanalyse (gint64           source_id,
                DossierFindings *findings)
{
  DossierRequest *request = make_with_number (DOSSIER_REQUEST_WRITE, run_reanalyse, NULL, source_id);

  request->object = findings;
  return request;
}

CALL (gboolean, reanalyse, take_boolean, DOSSIER_ARG gint64 source_id DOSSIER_ARG DossierFindings *findings,
      (source_id, findings))

static gpointer
run_set_links (DossierConnection  *connection,
               DossierRequest     *request,
               GError            **error)
{
  return DONE (dossier_set_links (connection, request->object, error));
}

static DossierRequest *
make_set_links (GPtrArray *links)
{
  DossierRequest *request = dossier_request_new (DOSSIER_REQUEST_WRITE, run_set_links, NULL);

  request->object = g_ptr_array_ref (links);
  request->object_free = (GDestroyNotify) g_ptr_array_unref;
  return request;
}

CALL (gboolean, set_links, take_boolean, DOSSIER_ARG GPtrArray *links, (links))

static gpointer
run_apply (DossierConnection  *connection,
           DossierRequest     *request,
           GError            **error)
{
  return dossier_edit_apply (request->object, connection, dossier_connection_data (connection), error);
}

static DossierRequest *
make_apply (DossierEdit *edit)
{
  DossierRequest *request = dossier_request_new (DOSSIER_REQUEST_WRITE, run_apply, (GDestroyNotify) g_array_unref);

  request->object = edit;
  request->object_free = (GDestroyNotify) dossier_edit_free;
  return request;
}

CALL (GArray *, apply, take_pointer, DOSSIER_ARG DossierEdit *edit, (edit))

static gpointer
run_undo (DossierConnection  *connection,
          DossierRequest     *request,
          GError            **error)
{
  return DONE (dossier_journal_undo (dossier_connection_data (connection), error));
}

static gpointer
run_redo (DossierConnection  *connection,
          DossierRequest     *request,
          GError            **error)
{
  return DONE (dossier_journal_redo (dossier_connection_data (connection), error));
}

#define make_undo() make_request (DOSSIER_REQUEST_WRITE, run_undo, NULL)
#define make_redo() make_request (DOSSIER_REQUEST_WRITE, run_redo, NULL)

CALL (gboolean, undo, take_boolean, , ())
CALL (gboolean, redo, take_boolean, , ())

static gpointer
run_history (DossierConnection  *connection,
             DossierRequest     *request,
             GError            **error)
{
  return dossier_journal_state (connection, error);
}

#define make_history() make_request (DOSSIER_REQUEST_READ, run_history, (GDestroyNotify) dossier_history_free)

CALL (DossierHistory *, history, take_pointer, , ())

static gpointer
run_row_history (DossierConnection  *connection,
                 DossierRequest     *request,
                 GError            **error)
{
  return dossier_journal_history (connection, request->text, request->number, error);
}

static DossierRequest *
make_row_history (const char *table,
                  gint64      row)
{
  DossierRequest *request = make_with_text (DOSSIER_REQUEST_READ, run_row_history, (GDestroyNotify) g_ptr_array_unref,
                                            table);

  request->number = row;
  return request;
}

#define make_claim_history(claim_id) make_row_history ("claim", claim_id)
#define make_note_history(note_id) make_row_history ("note", note_id)

CALL (GPtrArray *, claim_history, take_pointer, DOSSIER_ARG gint64 claim_id, (claim_id))
CALL (GPtrArray *, note_history, take_pointer, DOSSIER_ARG gint64 note_id, (note_id))

/* The look itself is what follows every transaction of the writer. */
static gpointer
run_refresh (DossierConnection  *connection,
             DossierRequest     *request,
             GError            **error)
{
  return DONE (TRUE);
}

#define make_refresh() make_request (DOSSIER_REQUEST_WRITE, run_refresh, NULL)

CALL (gboolean, refresh, take_boolean, , ())

static gpointer
run_set_read (DossierConnection  *connection,
              DossierRequest     *request,
              GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection, "UPDATE source SET unread = 0 WHERE id = ? AND unread <> 0", error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_int (stmt, 1, request->number);
  return DONE (dossier_statement_run (stmt, error));
}

#define make_set_read(source_id) make_with_number (DOSSIER_REQUEST_WRITE, run_set_read, NULL, source_id)

CALL (gboolean, set_read, take_boolean, DOSSIER_ARG gint64 source_id, (source_id))

/* What is stale is taken before the snapshot begins, so that the snapshot holds all of it. */
static gpointer
run_load_columns (DossierConnection  *connection,
                  DossierRequest     *request,
                  GError            **error)
{
  DossierStore *store = request->other;
  g_autoptr (GArray) stale = NULL;
  DossierColumns *columns;
  gboolean all;
  guint64 generation = dossier_store_take_stale (store, &stale, &all);

  if (!dossier_connection_exec (connection, "BEGIN", error))
    return NULL;
  columns = dossier_columns_builder_update (dossier_connection_data (connection), connection, generation, stale, all,
                                            error);
  dossier_connection_rollback (connection);
  /* What was taken is lost with a failure: the next load makes up for it. */
  if (columns == NULL)
    dossier_store_set_stale (store);
  return columns;
}

static DossierRequest *
make_load_columns (DossierStore *self)
{
  DossierRequest *request = dossier_request_new (DOSSIER_REQUEST_PLAIN, run_load_columns,
                                                 (GDestroyNotify) dossier_columns_unref);

  request->other = self;
  return request;
}

CALL (DossierColumns *, load_columns, take_pointer, , (self))

static gpointer
run_load_claims (DossierConnection  *connection,
                 DossierRequest     *request,
                 GError            **error)
{
  return dossier_read_claims (connection, request->ids, request->limit, error);
}

static gpointer
run_load_sources (DossierConnection  *connection,
                  DossierRequest     *request,
                  GError            **error)
{
  return dossier_read_sources (connection, request->ids, request->limit, error);
}

#define make_load_claims(ids, n_ids) make_with_ids (run_load_claims, ids, n_ids)
#define make_load_sources(ids, n_ids) make_with_ids (run_load_sources, ids, n_ids)

CALL (GPtrArray *, load_claims, take_pointer, DOSSIER_ARG const gint64 *ids DOSSIER_ARG guint n_ids, (ids, n_ids))
CALL (GPtrArray *, load_sources, take_pointer, DOSSIER_ARG const gint64 *ids DOSSIER_ARG guint n_ids, (ids, n_ids))

static gpointer
run_load_all_notes (DossierConnection  *connection,
                    DossierRequest     *request,
                    GError            **error)
{
  return dossier_read_all_notes (connection, error);
}

static gpointer
run_load_links (DossierConnection  *connection,
                DossierRequest     *request,
                GError            **error)
{
  return dossier_read_all_links (connection, error);
}

#define make_load_all_notes() make_request (DOSSIER_REQUEST_READ, run_load_all_notes, (GDestroyNotify) g_ptr_array_unref)
#define make_load_links() make_request (DOSSIER_REQUEST_READ, run_load_links, (GDestroyNotify) g_ptr_array_unref)

CALL (GPtrArray *, load_all_notes, take_pointer, , ())
CALL (GPtrArray *, load_links, take_pointer, , ())

static gpointer
run_load_content (DossierConnection  *connection,
                  DossierRequest     *request,
                  GError            **error)
{
  return dossier_read_content (connection, request->number, error);
}

static gpointer
run_load_original (DossierConnection  *connection,
                   DossierRequest     *request,
                   GError            **error)
{
  return dossier_read_original (connection, request->number, error);
}

#define make_load_content(source_id) \
  make_with_number (DOSSIER_REQUEST_READ, run_load_content, (GDestroyNotify) dossier_content_free, source_id)
#define make_load_original(source_id) \
  make_with_number (DOSSIER_REQUEST_READ, run_load_original, (GDestroyNotify) g_bytes_unref, source_id)

CALL (DossierContent *, load_content, take_pointer, DOSSIER_ARG gint64 source_id, (source_id))
CALL (GBytes *, load_original, take_pointer, DOSSIER_ARG gint64 source_id, (source_id))

static gpointer
run_search (DossierConnection  *connection,
            DossierRequest     *request,
            GError            **error)
{
  return dossier_search (connection, request->text, error);
}

#define make_search(words) \
  make_with_text (DOSSIER_REQUEST_READ, run_search, (GDestroyNotify) dossier_hits_free, words)

CALL (DossierHits *, search, take_pointer, DOSSIER_ARG const char *words, (words))

static gpointer
run_snippets (DossierConnection  *connection,
              DossierRequest     *request,
              GError            **error)
{
  return dossier_search_snippets (connection, request->text, request->offset, request->limit, error);
}

static DossierRequest *
make_snippets (const char *words,
               guint       offset,
               guint       limit)
{
  DossierRequest *request = make_with_text (DOSSIER_REQUEST_READ, run_snippets, (GDestroyNotify) g_ptr_array_unref,
                                            words);

  request->offset = offset;
  request->limit = limit;
  return request;
}

CALL (GPtrArray *, snippets, take_pointer,
      DOSSIER_ARG const char *words DOSSIER_ARG guint offset DOSSIER_ARG guint limit, (words, offset, limit))

static gpointer
run_verify (DossierConnection  *connection,
            DossierRequest     *request,
            GError            **error)
{
  return dossier_verify (connection, error);
}

#define make_verify() make_request (DOSSIER_REQUEST_READ, run_verify, (GDestroyNotify) g_strfreev)

CALL (char **, verify, take_pointer, , ())

static gpointer
run_backup (DossierConnection  *connection,
            DossierRequest     *request,
            GError            **error)
{
  return DONE (dossier_schema_copy (connection, request->text, request->cancellable, error));
}

#define make_backup(path) make_with_text (DOSSIER_REQUEST_PLAIN, run_backup, NULL, path)

CALL (gboolean, backup, take_boolean, DOSSIER_ARG const char *path, (path))

static gpointer
run_get_value (DossierConnection  *connection,
               DossierRequest     *request,
               GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection, "SELECT value FROM value WHERE key = ?", error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_text (stmt, 1, request->text);
  return dossier_statement_step (stmt, error) == 1 ? dossier_column_text (stmt, 0) : NULL;
}

#define make_get_value(key) make_with_text (DOSSIER_REQUEST_READ, run_get_value, g_free, key)

CALL (char *, get_value, take_pointer, DOSSIER_ARG const char *key, (key))

static gpointer
run_set_value (DossierConnection  *connection,
               DossierRequest     *request,
               GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     request->value != NULL
                                       ? "INSERT INTO value (key, value) VALUES (?1, ?2) "
                                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                                       : "DELETE FROM value WHERE key = ?1",
                                     error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_text (stmt, 1, request->text);
  if (request->value != NULL)
    dossier_bind_text (stmt, 2, request->value);
  return DONE (dossier_statement_run (stmt, error));
}

static DossierRequest *
make_set_value (const char *key,
                const char *value)
{
  DossierRequest *request = make_with_text (DOSSIER_REQUEST_WRITE, run_set_value, NULL, key);

  request->value = g_strdup (value);
  return request;
}

CALL (gboolean, set_value, take_boolean, DOSSIER_ARG const char *key DOSSIER_ARG const char *value, (key, value))
