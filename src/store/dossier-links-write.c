/* dossier-links-write.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-add.h"
#include "dossier-links-write.h"
#include "dossier-statement.h"
#include "dossier-write.h"

/* Of a link l that nobody made or judged. */
#define UNDECIDED_LINK "by_person = 0 AND l.review = 0"

/* A link by what it says, with the row it has. */
typedef struct
{
  gint64   from;
  gint64   to;
  int      relation;
  gint64   id;
  gboolean decided;
  gboolean wanted;
} Known;

static guint
known_hash (gconstpointer data)
{
  const Known *known = data;

  return (guint) known->from * 2654435761u ^ (guint) known->to * 40503u ^ (guint) known->relation;
}

static gboolean
known_equal (gconstpointer a,
             gconstpointer b)
{
  const Known *x = a;
  const Known *y = b;

  return x->from == y->from && x->to == y->to && x->relation == y->relation;
}

static DossierLinkRecord *
make_link (const DossierLinkFinding *finding,
           const gint64             *ids)
{
  DossierLinkRecord *link = dossier_link_record_new ();

  link->from_claim = ids[finding->from];
  link->to_claim = ids[finding->to];
  link->relation = finding->relation;
  link->why = g_strdup (finding->why);
  link->confidence = finding->confidence;
  return link;
}

/* The findings as records; those that lead to a claim without an id are left out. */
static GPtrArray *
make_links (const GArray *links,
            const gint64 *ids,
            guint         n_ids)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_link_record_unref);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const DossierLinkFinding *finding = &g_array_index (links, DossierLinkFinding, i);

      if (finding->from < n_ids && finding->to < n_ids && ids[finding->from] != 0 && ids[finding->to] != 0)
        g_ptr_array_add (records, make_link (finding, ids));
    }

  return records;
}

/**
 * dossier_write_found_links:
 * @links: (nullable): of #DossierLinkFinding
 * @ids: the row of each claim they speak of, 0 for none
 *
 * For a source that is new.
 */
gboolean
dossier_write_found_links (DossierConnection  *connection,
                           const GArray       *links,
                           const gint64       *ids,
                           guint               n_ids,
                           GError            **error)
{
  g_autoptr (GPtrArray) records = make_links (links, ids, n_ids);

  for (guint i = 0; i < records->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (records, i);

      if (dossier_write_link (connection, link, link->from_claim, link->to_claim, error) == 0)
        return FALSE;
    }

  return TRUE;
}

/* What is stored: rows of @sql, id, from, to, relation, whether it is decided. */
static GHashTable *
load_known (DossierConnection  *connection,
            const char         *sql,
            gint64              source_id,
            GError            **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (known_hash, known_equal, g_free, NULL);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (connection, sql, error);
  int step;

  if (stmt == NULL)
    return NULL;
  if (sqlite3_bind_parameter_count (stmt) > 0)
    dossier_bind_int (stmt, 1, source_id);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      Known *known = g_new0 (Known, 1);

      known->id = dossier_column_int (stmt, 0);
      known->from = dossier_column_int (stmt, 1);
      known->to = dossier_column_int (stmt, 2);
      known->relation = dossier_column_int (stmt, 3);
      known->decided = dossier_column_int (stmt, 4) != 0;
      /* The ordering brings decided ones last: they win. */
      g_hash_table_replace (table, known, known);
    }

  return step == 0 ? g_steal_pointer (&table) : NULL;
}

static gboolean
reword (DossierConnection        *connection,
        const DossierLinkRecord  *link,
        gint64                    id,
        GError                  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (connection,
                                     "UPDATE link SET why = ?1, confidence = ?2 WHERE id = ?3 "
                                     "AND (why IS NOT ?1 OR confidence <> ?2)",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, link->why);
  sqlite3_bind_double (stmt, 2, link->confidence);
  dossier_bind_int (stmt, 3, id);
  return dossier_statement_run (stmt, error);
}

/* A claim may have gone while the links were looked for: such a link is left out. */
static gboolean
insert_if_possible (DossierConnection        *connection,
                    const DossierLinkRecord  *link,
                    GError                  **error)
{
  g_autoptr (GError) local = NULL;

  if (dossier_write_link (connection, link, link->from_claim, link->to_claim, &local) != 0)
    return TRUE;
  if (g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CONSTRAINT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
write_wanted (DossierConnection  *connection,
              GHashTable         *table,
              GPtrArray          *links,
              GError            **error)
{
  for (guint i = 0; i < links->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (links, i);
      Known key = { link->from_claim, link->to_claim, link->relation };
      Known *known = g_hash_table_lookup (table, &key);

      if (known == NULL)
        {
          known = g_memdup2 (&key, sizeof key);
          known->decided = TRUE; /* written now; the same once more is left out */
          g_hash_table_add (table, known);
          if (!insert_if_possible (connection, link, error))
            return FALSE;
        }
      else if (!known->decided)
        {
          known->wanted = TRUE;
          if (!reword (connection, link, known->id, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
remove_unwanted (DossierConnection  *connection,
                 GHashTable         *table,
                 GError            **error)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      Known *known = data;

      if (!known->decided && !known->wanted &&
          !dossier_write_run (connection, "DELETE FROM link WHERE id = ?", known->id, 0, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
replace (DossierConnection  *connection,
         GHashTable         *table,
         GPtrArray          *links,
         GError            **error)
{
  return write_wanted (connection, table, links, error) && remove_unwanted (connection, table, error);
}

/**
 * dossier_replace_found_links:
 * @source_id: both ends of the links are in it
 *
 * The same for a source that is analysed again.
 */
gboolean
dossier_replace_found_links (DossierConnection  *connection,
                             gint64              source_id,
                             const GArray       *links,
                             const gint64       *ids,
                             guint               n_ids,
                             GError            **error)
{
  g_autoptr (GPtrArray) records = make_links (links, ids, n_ids);
  g_autoptr (GHashTable) table = NULL;

  table = load_known (connection,
                      "SELECT l.id, from_claim, to_claim, relation, NOT (l." UNDECIDED_LINK ") AS decided "
                      "FROM claim AS a JOIN link AS l ON l.from_claim = a.id JOIN claim AS b ON b.id = l.to_claim "
                      "WHERE a.source_id = ?1 AND b.source_id = ?1 ORDER BY decided",
                      source_id, error);
  return table != NULL && replace (connection, table, records, error);
}

/**
 * dossier_set_links:
 * @links: of #DossierLinkRecord, between claims of different sources
 *
 * Replaces what the last run suggested.
 */
gboolean
dossier_set_links (DossierConnection  *connection,
                   GPtrArray          *links,
                   GError            **error)
{
  g_autoptr (GHashTable) table = NULL;

  table = load_known (connection,
                      "SELECT l.id, from_claim, to_claim, relation, NOT (l." UNDECIDED_LINK ") AS decided "
                      "FROM link AS l JOIN claim AS a ON a.id = from_claim JOIN claim AS b ON b.id = to_claim "
                      "WHERE a.source_id <> b.source_id ORDER BY decided",
                      0, error);
  return table != NULL && replace (connection, table, links, error);
}
