/* dossier-cli-open.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-cli.h"
#include "dossier-query.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/** DossierCliFilter: what the filter options of a command said; the same filters as in the window. */
typedef struct
{
  char     **countries;
  char     **kinds;
  char     **speakers;
  char     **tags;
  char     **reviews;
  char      *from;
  char      *to;
  char      *basis;
  char      *text;
  gboolean   all_countries;
  gboolean   undated;
} DossierCliFilter;

/* The dossier that the options before the command name; NULL, and an error is written, where it cannot be opened. */
DossierStore  *dossier_cli_open           (const DossierCli  *cli,
                                           DossierOpenFlags   flags);
char          *dossier_cli_path           (const DossierCli  *cli);
/* Adds the filter options; @filter must live as long as the context. */
void           dossier_cli_filter_add     (DossierCliFilter  *filter,
                                           GOptionContext    *context);
void           dossier_cli_filter_clear   (DossierCliFilter  *filter);
/* What they ask; NULL with a sentence where they make no sense. */
DossierQuery  *dossier_cli_filter_query   (DossierCliFilter  *filter,
                                           char             **summary,
                                           GError           **error);
/* The claims and sources that a query lets through. */
DossierResult *dossier_cli_result         (DossierStore      *store,
                                           DossierQuery      *query,
                                           GError           **error);
/* The records of the claims at some rows of the columns, NULL elements for those that are gone. */
GPtrArray     *dossier_cli_load_claims    (DossierStore      *store,
                                           DossierColumns    *columns,
                                           const guint32     *rows,
                                           guint              n_rows,
                                           GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierCliFilter, dossier_cli_filter_clear)

G_END_DECLS
