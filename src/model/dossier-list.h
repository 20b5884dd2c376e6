/* dossier-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** DossierSort: by what a list is sorted; which of them a list knows is said at each. */
typedef enum
{
  DOSSIER_SORT_DATE,      /* sources: published; claims: the filter's basis; notes: last change. Unknown dates last */
  DOSSIER_SORT_TITLE,     /* sources; claims and notes: their source, then the place in its text */
  DOSSIER_SORT_CLAIMS,    /* sources: by the number of claims let through */
  DOSSIER_SORT_IMPORT,    /* sources: order of import */
  DOSSIER_SORT_KIND,      /* claims */
  DOSSIER_SORT_SPEAKER,   /* claims */
  DOSSIER_SORT_COUNTRY,   /* claims: by their first country */
  DOSSIER_SORT_REVIEW,    /* claims */
  DOSSIER_SORT_EVENT,     /* claims */
  DOSSIER_SORT_STATED,    /* claims */
  DOSSIER_SORT_PUBLISHED, /* claims */
} DossierSort;

#define DOSSIER_N_SORTS 11

/*
 * DossierList: the sources, claims or notes that the filter lets through, as a
 * GListModel over a sorted array of ids. Items are made when asked for and fill
 * themselves in; a row costs nothing until it is shown.
 *
 * Properties: item-type, n-items (read-only, notify), sort, descending.
 */
#define DOSSIER_TYPE_LIST (dossier_list_get_type ())
G_DECLARE_FINAL_TYPE (DossierList, dossier_list, DOSSIER, LIST, GObject)

DossierSort dossier_list_sort       (DossierList *self);
gboolean    dossier_list_descending (DossierList *self);
/* The order changes when the sorting, done in a thread, is ready. */
void        dossier_list_set_sort   (DossierList *self,
                                     DossierSort  sort,
                                     gboolean     descending);
/* The id of the row, 0 past the end. Makes no object. */
gint64      dossier_list_id_at      (DossierList *self,
                                     guint        position);
/* O(log n). */
gboolean    dossier_list_find       (DossierList *self,
                                     gint64       id,
                                     guint       *position);

G_END_DECLS
