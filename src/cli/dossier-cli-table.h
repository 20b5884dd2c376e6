/* dossier-cli-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierCliTable:
 *
 * Rows of what a command found, written as columns for people, as CSV or as a
 * JSON array of objects for programs. A cell is added for each column in turn.
 */
typedef struct _DossierCliTable DossierCliTable;

/* @format: "table", "csv", "json" or NULL for the first; NULL is returned, and an error written, for another. The names
 * of the columns follow, then NULL. */
DossierCliTable *dossier_cli_table_new    (const char          *format,
                                           const char          *first_column,
                                           ...) G_GNUC_NULL_TERMINATED;
void             dossier_cli_table_free   (DossierCliTable     *self);
void             dossier_cli_table_text   (DossierCliTable     *self,
                                           const char          *text);
void             dossier_cli_table_number (DossierCliTable     *self,
                                           gint64               number);
void             dossier_cli_table_list   (DossierCliTable     *self,
                                           const char * const  *values);
/* Whether it is written for a person: then a line more on standard error does no harm. */
gboolean         dossier_cli_table_is_for_people (DossierCliTable *self);
void             dossier_cli_table_print  (DossierCliTable     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierCliTable, dossier_cli_table_free)

G_END_DECLS
