/* dossier-text-index.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include "dossier-statement.h"
#include "dossier-text-index.h"

/* Bytes of replaced text that are held before they are written in the middle of a transaction. */
#define HELD_MAX (32 * 1024 * 1024)
#define MAX_COLUMNS 3

/* A full-text table and the columns of the table it is over. */
typedef struct
{
  const char *table;
  const char *fts;
  const char *columns[MAX_COLUMNS];
  guint       n_columns;
} Index;

static const Index indexes[] = {
  { "source", "title_fts", { "title", "outlet", "byline" }, 3 },
  { "source_body", "body_fts", { "text" }, 1 },
  { "speaker", "speaker_fts", { "name" }, 1 },
  { "claim", "claim_fts", { "quote" }, 1 },
  { "note", "note_fts", { "text", "tags" }, 2 },
};

/* A row that the transaction touched, with what the index has of it: nothing where the row is new. */
typedef struct
{
  gint64         id;
  gboolean       is_new;
  sqlite3_value *values[MAX_COLUMNS];
} Row;

struct _DossierTextIndex
{
  DossierConnection *connection;
  GHashTable        *rows[G_N_ELEMENTS (indexes)]; /* by id */
  gsize              held;
};

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    sqlite3_value_free (row->values[i]);
  g_free (row);
}

/* dossier_index (index, id, old values…): called by the triggers, without values for a row that is new. Only the
 * first call for a row counts: it tells what the index has. */
static void
index_func (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  DossierTextIndex *self = sqlite3_user_data (context);
  GHashTable *rows = self->rows[sqlite3_value_int (values[0])];
  gint64 id = sqlite3_value_int64 (values[1]);
  Row *row;

  if (g_hash_table_contains (rows, &id))
    return;

  row = g_new0 (Row, 1);
  row->id = id;
  row->is_new = n_values == 2;
  for (int i = 2; i < n_values; i++)
    {
      row->values[i - 2] = sqlite3_value_dup (values[i]);
      self->held += sqlite3_value_bytes (values[i]);
    }
  g_hash_table_add (rows, row);
}

/**
 * dossier_text_index_new:
 * @connection: the writer; outlives the index
 */
DossierTextIndex *
dossier_text_index_new (DossierConnection *connection)
{
  DossierTextIndex *self = g_new0 (DossierTextIndex, 1);

  self->connection = connection;
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    self->rows[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, row_free, NULL);
  sqlite3_create_function_v2 (dossier_connection_db (connection), "dossier_index", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                              self, index_func, NULL, NULL, NULL);
  return self;
}

/**
 * dossier_text_index_free:
 *
 * Before its connection is closed; what was not written is forgotten.
 */
void
dossier_text_index_free (DossierTextIndex *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_hash_table_unref (self->rows[i]);
  g_free (self);
}

static gboolean
add_triggers (DossierTextIndex  *self,
              guint              i,
              GError           **error)
{
  const Index *index = &indexes[i];
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint c = 0; c < index->n_columns; c++)
    {
      g_string_append_printf (names, "%s%s", c > 0 ? ", " : "", index->columns[c]);
      g_string_append_printf (values, ", OLD.%s", index->columns[c]);
    }

  sql = g_strdup_printf ("CREATE TEMP TRIGGER %1$s_indexed AFTER INSERT ON %1$s BEGIN "
                         "SELECT dossier_index (%2$u, NEW.id); END;"
                         "CREATE TEMP TRIGGER %1$s_unindexed AFTER DELETE ON %1$s BEGIN "
                         "SELECT dossier_index (%2$u, OLD.id%3$s); END;"
                         "CREATE TEMP TRIGGER %1$s_reindexed AFTER UPDATE OF %4$s ON %1$s BEGIN "
                         "SELECT dossier_index (%2$u, OLD.id%3$s); END",
                         index->table, i, values->str, names->str);
  return dossier_connection_exec (self->connection, sql, error);
}

/**
 * dossier_text_index_watch:
 * @table: one that may have a full-text table
 *
 * Adds the triggers that see its rows come, go and change.
 */
gboolean
dossier_text_index_watch (DossierTextIndex  *self,
                          const char        *table,
                          GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      if (g_str_equal (indexes[i].table, table) && !add_triggers (self, i, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = *(Row *const *) a;
  const Row *y = *(Row *const *) b;

  return (x->id > y->id) - (x->id < y->id);
}

/* Takes a row out, which FTS5 does by being told again what stood in it. */
static gboolean
take_out (DossierStatement  *stmt,
          const Index       *index,
          const Row         *row,
          GError           **error)
{
  dossier_bind_int (stmt, 1, row->id);
  for (guint i = 0; i < index->n_columns; i++)
    sqlite3_bind_value (stmt, i + 2, row->values[i]);
  return dossier_statement_run (stmt, error);
}

/* Puts the row in as it is now, if it is. Not by INSERT … SELECT, which opens a savepoint. */
static gboolean
put_in (DossierStatement  *select,
        DossierStatement  *insert,
        const Index       *index,
        gint64             id,
        GError           **error)
{
  gboolean done;
  int step;

  dossier_bind_int (select, 1, id);
  step = dossier_statement_step (select, error);
  done = step == 0;
  if (step == 1)
    {
      dossier_bind_int (insert, 1, id);
      for (guint i = 0; i < index->n_columns; i++)
        sqlite3_bind_text64 (insert, i + 2, (const char *) sqlite3_column_text (select, i),
                             sqlite3_column_bytes (select, i), SQLITE_STATIC, SQLITE_UTF8);
      done = dossier_statement_run (insert, error);
      sqlite3_clear_bindings (insert);
    }

  sqlite3_reset (select);
  return done;
}

/* What one index is written by. */
typedef struct
{
  DossierStatement *take_out;
  DossierStatement *select;
  DossierStatement *insert;
} Statements;

static gboolean
prepare (DossierTextIndex  *self,
         const Index       *index,
         Statements        *statements,
         GError           **error)
{
  static const char *const marks[] = { "", "?", "?, ?", "?, ?, ?" };
  const char *columns[MAX_COLUMNS + 1] = { NULL };
  g_autofree char *names = NULL;
  g_autofree char *out = NULL;
  g_autofree char *select = NULL;
  g_autofree char *insert = NULL;

  for (guint i = 0; i < index->n_columns; i++)
    columns[i] = index->columns[i];
  names = g_strjoinv (", ", (char **) columns);
  out = g_strdup_printf ("INSERT INTO %s (%s, rowid, %s) VALUES ('delete', ?, %s)", index->fts, index->fts, names,
                         marks[index->n_columns]);
  select = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", names, index->table);
  insert = g_strdup_printf ("INSERT INTO %s (rowid, %s) VALUES (?, %s)", index->fts, names, marks[index->n_columns]);

  statements->take_out = dossier_connection_prepare (self->connection, out, error);
  statements->select = statements->take_out != NULL ? dossier_connection_prepare (self->connection, select, error) : NULL;
  statements->insert = statements->select != NULL ? dossier_connection_prepare (self->connection, insert, error) : NULL;
  return statements->insert != NULL;
}

/* In order of the rows, out before in: as FTS5 gathers them without writing in between. */
static gboolean
write_index (DossierTextIndex  *self,
             guint              i,
             GError           **error)
{
  guint n_rows;
  g_autofree gpointer *rows = g_hash_table_get_keys_as_array (self->rows[i], &n_rows);
  Statements statements = { NULL };
  gboolean done = prepare (self, &indexes[i], &statements, error);

  qsort (rows, n_rows, sizeof *rows, compare_rows);
  for (guint k = 0; k < n_rows && done; k++)
    {
      const Row *row = rows[k];

      done = (row->is_new || take_out (statements.take_out, &indexes[i], row, error)) &&
             put_in (statements.select, statements.insert, &indexes[i], row->id, error);
    }

  if (statements.insert != NULL)
    dossier_statement_reset (statements.take_out);
  return done;
}

/**
 * dossier_text_index_write:
 *
 * Brings the full-text tables up to date: last in a transaction.
 */
gboolean
dossier_text_index_write (DossierTextIndex  *self,
                          GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      if (g_hash_table_size (self->rows[i]) > 0 && !write_index (self, i, error))
        return FALSE;
    }

  dossier_text_index_forget (self);
  return TRUE;
}

/**
 * dossier_text_index_relieve:
 *
 * Between two statements of a large edit: writes where much text is held.
 */
gboolean
dossier_text_index_relieve (DossierTextIndex  *self,
                            GError           **error)
{
  return self->held < HELD_MAX || dossier_text_index_write (self, error);
}

/* The transaction is over. */
void
dossier_text_index_forget (DossierTextIndex *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_hash_table_remove_all (self->rows[i]);
  self->held = 0;
}
