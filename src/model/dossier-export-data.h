/* dossier-export-data.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-query.h"
#include "dossier-record.h"
#include "dossier-session.h"

G_BEGIN_DECLS

/** DossierExportScope: which claims go out. */
typedef enum
{
  DOSSIER_EXPORT_FILTERED,
  DOSSIER_EXPORT_SELECTED, /* those of @claim_ids, or the open source where there are none */
  DOSSIER_EXPORT_ALL,
} DossierExportScope;

/**
 * DossierExportRequest:
 * @only_reviewed: only claims that are confirmed or have a note
 * @claim_ids, @source_ids: for SELECTED
 */
typedef struct
{
  DossierExportScope  scope;
  gboolean            only_reviewed;
  const gint64       *claim_ids;
  guint               n_claim_ids;
  const gint64       *source_ids;
  guint               n_source_ids;
} DossierExportRequest;

/** DossierExportLink: a claim at the other end; @incoming as in DossierLink. @other may be of another source. */
typedef struct
{
  DossierRelation     relation;
  gboolean            incoming;
  DossierClaimRecord *other;
} DossierExportLink;

/** DossierExportClaim: a claim with what belongs to it. */
typedef struct
{
  DossierClaimRecord *claim;
  GPtrArray          *notes; /* DossierNoteRecord */
  GPtrArray          *links; /* DossierExportLink */
} DossierExportClaim;

/** DossierExportSource: a source and what goes out of it. */
typedef struct
{
  DossierSourceRecord *source;
  GPtrArray           *claims; /* DossierExportClaim, in the order of the text */
  GPtrArray           *notes;  /* DossierNoteRecord on the source or a passage, in the order of the text */
} DossierExportSource;

/**
 * DossierExportData:
 *
 * All that a writer needs, as plain data: immutable, made in a worker thread,
 * owned by who gathered it.
 */
typedef struct
{
  char      *title;         /* of the dossier */
  char      *filter;        /* its summary in words, "" for none */
  GPtrArray *sources;       /* DossierExportSource, by date, undated last */
  GPtrArray *notes;         /* DossierNoteRecord on the whole dossier */
  guint      n_claims;
  guint      n_notes;
  gint64     made;          /* Unix seconds */
} DossierExportData;

/* For who gathers: each owns what is put into its arrays. */
DossierExportData   *dossier_export_data_new      (void);
DossierExportSource *dossier_export_source_new    (DossierSourceRecord         *record);
DossierExportClaim  *dossier_export_claim_new     (DossierClaimRecord          *record);
void                 dossier_export_data_free     (DossierExportData           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierExportData, dossier_export_data_free)

void                 dossier_export_gather_async  (DossierSession              *session,
                                                   const DossierExportRequest  *request,
                                                   GCancellable                *cancellable,
                                                   GAsyncReadyCallback          callback,
                                                   gpointer                     user_data);
DossierExportData   *dossier_export_gather_finish (DossierSession              *session,
                                                   GAsyncResult                *result,
                                                   GError                     **error);

G_END_DECLS
