/* dossier-worker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/**
 * DossierWorker:
 *
 * A thread with one connection, that does what it is asked in the order asked.
 */
typedef struct _DossierWorker DossierWorker;

typedef struct _DossierRequest DossierRequest;

/* Does the work of a request; sets @error on failure. The result is owned by @request->result_free. */
typedef gpointer (*DossierWork) (DossierConnection  *connection,
                                 DossierRequest     *request,
                                 GError            **error);

typedef enum
{
  DOSSIER_REQUEST_READ,  /* by the reader, in one snapshot */
  DOSSIER_REQUEST_WRITE, /* by the writer, in one transaction */
  DOSSIER_REQUEST_BATCH, /* the same for what only adds rows: several to one transaction when they wait in a row */
  DOSSIER_REQUEST_PLAIN, /* by the reader, outside of any transaction */
} DossierRequestType;

/**
 * DossierRequest:
 *
 * One call on its way: what to do, with what, and who waits for it. Which of
 * the arguments are used, @work knows.
 */
struct _DossierRequest
{
  DossierRequestType  type;
  DossierWork         work;
  GDestroyNotify      result_free;

  gint64              number;
  guint               offset;
  guint               limit;
  char               *text;
  char               *value;
  gint64             *ids;
  gpointer            object;
  gpointer            other;      /* borrowed */
  GDestroyNotify      object_free;

  GCancellable       *cancellable;
  GTask              *task;       /* NULL: somebody waits in dossier_worker_wait() */
  gpointer            result;
  GError             *error;
  gboolean            done;
};

DossierRequest *dossier_request_new    (DossierRequestType   type,
                                        DossierWork          work,
                                        GDestroyNotify       result_free);
void            dossier_request_free   (DossierRequest      *self);
void            dossier_request_return (DossierRequest      *self);

/* Last in each transaction that writes; where it fails the transaction does. */
typedef gboolean (*DossierCommitting) (DossierConnection  *connection,
                                       GError            **error);
/* After it, in the worker's thread and before the requests return. */
typedef void (*DossierCommitted) (DossierConnection *connection,
                                  gpointer           user_data);

DossierWorker  *dossier_worker_new     (const char          *name,
                                        DossierConnection   *connection,
                                        DossierCommitting    committing,
                                        DossierCommitted     committed,
                                        gpointer             user_data);
void            dossier_worker_stop    (DossierWorker       *self);
void            dossier_worker_free    (DossierWorker       *self);
void            dossier_worker_push    (DossierWorker       *self,
                                        DossierRequest      *request);
void            dossier_worker_wait    (DossierWorker       *self,
                                        DossierRequest      *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierRequest, dossier_request_free)

G_END_DECLS
