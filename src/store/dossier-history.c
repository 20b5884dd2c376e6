/* dossier-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-journal.h"
#include "dossier-statement.h"

/* How the values of a column are written for a reader. */
typedef enum
{
  AS_TEXT,
  AS_LIST,     /* divided by line ends */
  AS_CODES,    /* divided by spaces */
  AS_KIND,
  AS_REVIEW,
  AS_VERDICT,
} Form;

typedef struct
{
  const char *column;
  const char *field;
  Form        form;
} Field;

/* Columns that tell a person something. Others, days and offsets, follow from these. */
static const Field fields[] = {
  { "kind", "kind", AS_KIND },
  { "speaker_id", "speaker", AS_TEXT },
  { "via", "via", AS_LIST },
  { "countries", "countries", AS_CODES },
  { "event", "event", AS_TEXT },
  { "stated", "stated", AS_TEXT },
  { "review", "review", AS_REVIEW },
  { "verdict", "verdict", AS_VERDICT },
  { "verdict_reason", "verdict_reason", AS_TEXT },
  { "quote", "span", AS_TEXT },
  { "text", "text", AS_TEXT },
  { "colour", "colour", AS_TEXT },
  { "tags", "tags", AS_LIST },
};

static const Field *
find_field (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].column, column))
        return &fields[i];
    }

  return NULL;
}

static char *
format_number (Form   form,
               gint64 value)
{
  if (form == AS_KIND && value >= 0 && value < DOSSIER_N_KINDS)
    return g_strdup (dossier_kind_nick (value));
  if (form == AS_REVIEW && value >= 0 && value < DOSSIER_N_REVIEWS)
    return g_strdup (dossier_review_nick (value));
  if (form == AS_VERDICT && value >= 0 && value < DOSSIER_N_VERDICTS)
    return g_strdup (dossier_verdict_nick (value));
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* The value in @column of @stmt; %NULL for none and for an empty one. */
static char *
format_value (DossierStatement *stmt,
              int               column,
              Form              form)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (form >= AS_KIND && sqlite3_column_type (stmt, column) == SQLITE_INTEGER)
    return format_number (form, dossier_column_int (stmt, column));

  text = dossier_column_text (stmt, column);
  if (text == NULL || text[0] == '\0')
    return NULL;
  if (form == AS_TEXT)
    return g_steal_pointer (&text);

  parts = g_strsplit (text, form == AS_LIST ? "\n" : " ", -1);
  return g_strjoinv ("; ", parts);
}

static DossierHistoryEntry *
entry_new (DossierStatement *stmt,
           const char       *field)
{
  DossierHistoryEntry *entry = g_new0 (DossierHistoryEntry, 1);

  entry->time = dossier_column_int (stmt, 0);
  entry->label = dossier_column_text (stmt, 1);
  entry->undone = dossier_column_int (stmt, 2) != 0;
  entry->field = g_strdup (field);
  return entry;
}

static DossierHistoryEntry *
read_entry (DossierStatement *stmt)
{
  const char *column = (const char *) sqlite3_column_text (stmt, 3);
  const Field *field = column != NULL ? find_field (column) : NULL;
  DossierHistoryEntry *entry;

  if (column == NULL)
    return entry_new (stmt, sqlite3_column_type (stmt, 4) == SQLITE_NULL ? "created" : "deleted");
  if (field == NULL)
    return NULL;

  entry = entry_new (stmt, field->field);
  entry->before = format_value (stmt, 4, field->form);
  entry->after = format_value (stmt, 5, field->form);
  return entry;
}

/**
 * dossier_journal_history:
 * @connection: any
 * @table: "claim" or "note"
 * @row: its id, also of one that is gone
 *
 * Returns: (nullable) (transfer full): #DossierHistoryEntry, oldest first
 */
GPtrArray *
dossier_journal_history (DossierConnection  *connection,
                         const char         *table,
                         gint64              row,
                         GError            **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_history_entry_free);
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection,
                                     "SELECT e.time, e.label, e.undone, c.col, "
                                     "CASE c.col WHEN 'speaker_id' THEN (SELECT name FROM speaker WHERE id = c.before) "
                                     "ELSE c.before END, "
                                     "CASE c.col WHEN 'speaker_id' THEN (SELECT name FROM speaker WHERE id = c.after) "
                                     "ELSE c.after END "
                                     "FROM change AS c JOIN edit AS e ON e.id = c.edit_id "
                                     "WHERE c.row = ?1 AND c.tbl = ?2 ORDER BY c.id",
                                     error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_int (stmt, 1, row);
  dossier_bind_text (stmt, 2, table);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      DossierHistoryEntry *entry = read_entry (stmt);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return step == 0 ? g_steal_pointer (&entries) : NULL;
}
