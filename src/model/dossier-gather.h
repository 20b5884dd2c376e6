/* dossier-gather.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-export-data.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/**
 * DossierGather:
 * @columns: the claims of the dossier, or NULL to load them
 * @query: what the filter asks, for DOSSIER_EXPORT_FILTERED
 * @title: of the dossier
 * @filter: @query in words
 * @request: what is asked for; its arrays are borrowed for the time of the call
 */
typedef struct
{
  DossierStore         *store;
  DossierColumns       *columns;
  DossierQuery         *query;
  const char           *title;
  const char           *filter;
  DossierExportRequest  request;
} DossierGather;

/* Waits for the disk: for worker threads and the command line. */
DossierExportData *dossier_gather_run (const DossierGather  *gather,
                                       GCancellable         *cancellable,
                                       GError              **error);

G_END_DECLS
