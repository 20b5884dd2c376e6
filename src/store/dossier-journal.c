/* dossier-journal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-ids.h"
#include "dossier-image.h"
#include "dossier-journal.h"
#include "dossier-statement.h"
#include "dossier-text-index.h"

/* Edits with one merge key are one step when they follow within this time. */
#define MERGE_SECONDS 60

typedef enum
{
  TOUCH_NOTHING,
  TOUCH_SOURCE,
  TOUCH_CLAIM,
  TOUCH_NOTE,
  TOUCH_LINK,
} Touch;

/**
 * Table:
 * @log_rows: rows that are made or deleted are logged, not only changed ones
 * @source: when a row is inserted, deleted, updated: the source whose columns in
 *     memory it changes, 0 or NULL for none
 */
typedef struct
{
  const char *name;
  gboolean    log_rows;
  Touch       touch;
  const char *source[3];
} Table;

static const char *const verbs[] = { "INSERT", "DELETE", "UPDATE" };

static const Table tables[] = {
  { "source", TRUE, TOUCH_SOURCE,
    { "NEW.id", "OLD.id",
      "iif (OLD.published_first IS NOT NEW.published_first OR OLD.published_last IS NOT NEW.published_last "
      "OR OLD.published_flags <> NEW.published_flags, NEW.id, 0)" } },
  { "source_body", TRUE, TOUCH_NOTHING, { NULL } },
  /* A name once used stays: later imports may use it too. */
  { "speaker", FALSE, TOUCH_NOTHING, { NULL } },
  { "claim", TRUE, TOUCH_CLAIM, { "NEW.source_id", "OLD.source_id", "NEW.source_id" } },
  { "note", TRUE, TOUCH_NOTE,
    { "iif (NEW.claim_id IS NULL, 0, NEW.source_id)", "iif (OLD.claim_id IS NULL, 0, OLD.source_id)",
      "iif (OLD.claim_id IS NOT NEW.claim_id OR OLD.tags <> NEW.tags, NEW.source_id, 0)" } },
  { "link", TRUE, TOUCH_LINK, { "0", "0", "0" } },
};

struct _DossierJournal
{
  DossierConnection *connection;
  DossierTextIndex  *index;
  GPtrArray         *columns[G_N_ELEMENTS (tables)]; /* char *, in the order of the table */
  gint64             edit;      /* the one that is open, 0 none */
  gint64             first;     /* the last change before it was opened */
  gboolean           merged;

  /* What the transaction touched. */
  GArray            *sources;
  GArray            *claims;
  GArray            *notes;
  GArray            *stale;
  gboolean           links;
  char              *label;
  gboolean           undone;
  gboolean           redone;
};

static void
add_id (GArray *array,
        gint64  id)
{
  if (id != 0 && (array->len == 0 || g_array_index (array, gint64, array->len - 1) != id))
    g_array_append_val (array, id);
}

/* dossier_touch (what, id, source): called by the triggers. */
static void
touch_func (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  DossierJournal *self = sqlite3_user_data (context);
  gint64 id = sqlite3_value_int64 (values[1]);
  gint64 source = sqlite3_value_int64 (values[2]);

  switch (sqlite3_value_int (values[0]))
    {
    case TOUCH_SOURCE:
      add_id (self->sources, id);
      add_id (self->stale, source);
      break;

    case TOUCH_CLAIM:
      add_id (self->claims, id);
      add_id (self->sources, source);
      add_id (self->stale, source);
      break;

    case TOUCH_NOTE:
      add_id (self->notes, id);
      add_id (self->stale, source);
      break;

    case TOUCH_LINK:
    default:
      self->links = TRUE;
      break;
    }
}

/* dossier_edit (): the edit that is open, or NULL. */
static void
edit_func (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  DossierJournal *self = sqlite3_user_data (context);

  if (self->edit != 0)
    sqlite3_result_int64 (context, self->edit);
}

/* dossier_row (values…): a whole row as one blob. */
static void
row_func (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  g_autoptr (GByteArray) image = dossier_image_encode (values, n_values);

  sqlite3_result_blob64 (context, image->data, image->len, SQLITE_TRANSIENT);
}

static void
reset_touched (DossierJournal *self)
{
  g_array_set_size (self->sources, 0);
  g_array_set_size (self->claims, 0);
  g_array_set_size (self->notes, 0);
  g_array_set_size (self->stale, 0);
  self->links = FALSE;
  self->undone = FALSE;
  self->redone = FALSE;
  g_clear_pointer (&self->label, g_free);
}

static void
rollback_cb (gpointer user_data)
{
  DossierJournal *self = user_data;

  reset_touched (self);
  dossier_text_index_forget (self->index);
}

static GPtrArray *
load_columns (DossierConnection  *connection,
              const char         *table,
              GError            **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (connection, "SELECT name FROM pragma_table_info (?) ORDER BY cid", error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_text (stmt, 1, table);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    g_ptr_array_add (columns, dossier_column_text (stmt, 0));

  return step == 0 ? g_steal_pointer (&columns) : NULL;
}

/* "PREFIX.a, PREFIX.b", or without a prefix. */
static char *
list_columns (GPtrArray  *names,
              const char *prefix)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (string, "%s%s%s\"%s\"", i > 0 ? ", " : "", prefix != NULL ? prefix : "",
                            prefix != NULL ? "." : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (string, FALSE);
}

static gboolean
add_trigger (DossierJournal  *self,
             const Table     *table,
             const char      *name,
             const char      *when,
             const char      *body,
             GError         **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("CREATE TEMP TRIGGER \"%s_%s\" AFTER %s BEGIN %s END", table->name, name, when, body);
  return dossier_connection_exec (self->connection, sql, error);
}

/* The triggers that see rows come, go and change, whoever does it: foreign keys and undo too. */
static gboolean
add_touch_triggers (DossierJournal  *self,
                    const Table     *table,
                    GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *row = i == 1 ? "OLD" : "NEW";
      g_autofree char *name = g_strconcat ("touch_", verbs[i], NULL);
      g_autofree char *when = g_strdup_printf ("%s ON \"%s\"", verbs[i], table->name);
      g_autofree char *body = g_strdup_printf ("SELECT dossier_touch (%d, %s.id, %s);", table->touch, row,
                                               table->source[i]);

      if (table->touch != TOUCH_NOTHING && !add_trigger (self, table, name, when, body, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_row_triggers (DossierJournal  *self,
                  const Table     *table,
                  GPtrArray       *columns,
                  GError         **error)
{
  g_autofree char *new_row = list_columns (columns, "NEW");
  g_autofree char *old_row = list_columns (columns, "OLD");
  g_autofree char *inserted = g_strdup_printf ("INSERT ON \"%s\" WHEN dossier_edit () IS NOT NULL", table->name);
  g_autofree char *deleted = g_strdup_printf ("DELETE ON \"%s\" WHEN dossier_edit () IS NOT NULL", table->name);
  g_autofree char *insert_body = g_strdup_printf ("INSERT INTO change (edit_id, tbl, row, after) "
                                                  "VALUES (dossier_edit (), '%s', NEW.id, dossier_row (%s));",
                                                  table->name, new_row);
  g_autofree char *delete_body = g_strdup_printf ("INSERT INTO change (edit_id, tbl, row, before) "
                                                  "VALUES (dossier_edit (), '%s', OLD.id, dossier_row (%s));",
                                                  table->name, old_row);

  return add_trigger (self, table, "log_inserted", inserted, insert_body, error) &&
         add_trigger (self, table, "log_deleted", deleted, delete_body, error);
}

/* One trigger a column: it costs nothing where a statement leaves the column alone. */
static gboolean
add_column_trigger (DossierJournal  *self,
                    const Table     *table,
                    const char      *column,
                    GError         **error)
{
  g_autofree char *name = g_strconcat ("log_", column, NULL);
  g_autofree char *when = g_strdup_printf ("UPDATE OF \"%s\" ON \"%s\" WHEN OLD.\"%s\" IS NOT NEW.\"%s\" "
                                           "AND dossier_edit () IS NOT NULL",
                                           column, table->name, column, column);
  g_autofree char *body = g_strdup_printf ("INSERT INTO change (edit_id, tbl, row, col, before, after) "
                                           "VALUES (dossier_edit (), '%s', OLD.id, '%s', OLD.\"%s\", NEW.\"%s\");",
                                           table->name, column, column, column);

  return add_trigger (self, table, name, when, body, error);
}

static gboolean
watch_table (DossierJournal  *self,
             guint            i,
             GError         **error)
{
  GPtrArray *columns = load_columns (self->connection, tables[i].name, error);

  self->columns[i] = columns;
  if (columns == NULL || !add_touch_triggers (self, &tables[i], error) ||
      !dossier_text_index_watch (self->index, tables[i].name, error))
    return FALSE;
  if (tables[i].log_rows && !add_row_triggers (self, &tables[i], columns, error))
    return FALSE;
  for (guint c = 0; c < columns->len; c++)
    {
      if (!add_column_trigger (self, &tables[i], g_ptr_array_index (columns, c), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_journal_new:
 * @connection: the writer; outlives the journal
 *
 * Sets up the temporary triggers of the connection, which are no part of the
 * file.
 */
DossierJournal *
dossier_journal_new (DossierConnection  *connection,
                     GError            **error)
{
  g_autoptr (DossierJournal) self = g_new0 (DossierJournal, 1);
  sqlite3 *db = dossier_connection_db (connection);
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

  self->connection = connection;
  self->index = dossier_text_index_new (connection);
  self->sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->claims = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->notes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stale = g_array_new (FALSE, FALSE, sizeof (gint64));

  sqlite3_create_function_v2 (db, "dossier_touch", 3, flags, self, touch_func, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "dossier_edit", 0, flags, self, edit_func, NULL, NULL, NULL);
  sqlite3_create_function_v2 (db, "dossier_row", -1, flags, self, row_func, NULL, NULL, NULL);
  sqlite3_rollback_hook (db, rollback_cb, self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!watch_table (self, i, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * dossier_journal_free:
 *
 * Before its connection is closed.
 */
void
dossier_journal_free (DossierJournal *self)
{
  sqlite3_rollback_hook (dossier_connection_db (self->connection), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (&self->columns[i], g_ptr_array_unref);
  dossier_text_index_free (self->index);
  g_array_unref (self->sources);
  g_array_unref (self->claims);
  g_array_unref (self->notes);
  g_array_unref (self->stale);
  g_free (self->label);
  g_free (self);
}

/* The last step, where @merge_key says that this one goes on with it. */
static gboolean
find_merge (DossierJournal  *self,
            const char      *merge_key,
            gint64           now,
            GError         **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  self->edit = 0;
  if (merge_key == NULL)
    return TRUE;

  stmt = dossier_connection_prepare (self->connection,
                                     "SELECT id FROM edit WHERE id = (SELECT max (id) FROM edit) AND undone = 0 "
                                     "AND merge_key = ? AND time BETWEEN ? - ? AND ?",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, merge_key);
  dossier_bind_int (stmt, 2, now);
  dossier_bind_int (stmt, 3, MERGE_SECONDS);
  dossier_bind_int (stmt, 4, now);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    self->edit = dossier_column_int (stmt, 0);
  return step >= 0;
}

static gboolean
write_edit (DossierJournal  *self,
            const char      *label,
            const char      *merge_key,
            gint64           now,
            GError         **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  gint64 id = self->edit;

  stmt = dossier_connection_prepare (self->connection,
                                     "INSERT INTO edit (id, label, merge_key, time) VALUES (?, ?, ?, ?) "
                                     "ON CONFLICT (id) DO UPDATE SET label = excluded.label, time = excluded.time",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_id (stmt, 1, id);
  dossier_bind_string (stmt, 2, label);
  dossier_bind_text (stmt, 3, merge_key);
  dossier_bind_int (stmt, 4, now);
  if (!dossier_statement_run (stmt, error))
    return FALSE;

  self->edit = id != 0 ? id : sqlite3_last_insert_rowid (dossier_connection_db (self->connection));
  return TRUE;
}

/**
 * dossier_journal_begin:
 * @label: what the step does, as the person reads it
 * @merge_key: (nullable): goes on with the last step if that has the same
 *
 * In a transaction: what changes from now on is one step of undo.
 */
gboolean
dossier_journal_begin (DossierJournal  *self,
                       const char      *label,
                       const char      *merge_key,
                       GError         **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert (self->edit == 0);
  g_free (self->label);
  self->label = g_strdup (label);
  if (!dossier_connection_pragma (self->connection, "SELECT max (id) FROM change", &self->first, error) ||
      !find_merge (self, merge_key, now, error))
    {
      dossier_journal_abandon (self);
      return FALSE;
    }

  self->merged = self->edit != 0;
  if (write_edit (self, label, merge_key, now, error))
    return TRUE;
  dossier_journal_abandon (self);
  return FALSE;
}

/* What a merged step changed twice becomes one change, from the first before to the last after. */
static gboolean
fold_changes (DossierJournal  *self,
              GError         **error)
{
  static const char *const sql[] = {
    "UPDATE change AS c SET after = n.after FROM change AS n "
    "WHERE c.edit_id = ?1 AND c.id <= ?2 AND c.col IS NOT NULL AND n.edit_id = ?1 AND n.id > ?2 "
    "AND n.row = c.row AND n.tbl = c.tbl AND n.col = c.col",
    "DELETE FROM change WHERE edit_id = ?1 AND id > ?2 AND col IS NOT NULL AND EXISTS ("
    "SELECT 1 FROM change AS c WHERE c.edit_id = ?1 AND c.id <= ?2 AND c.row = change.row "
    "AND c.tbl = change.tbl AND c.col = change.col)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (DossierStatement) stmt = dossier_connection_prepare (self->connection, sql[i], error);

      if (stmt == NULL)
        return FALSE;
      dossier_bind_int (stmt, 1, self->edit);
      dossier_bind_int (stmt, 2, self->first);
      if (!dossier_statement_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_with_edit (DossierJournal  *self,
               const char      *sql,
               gint64           edit,
               GError         **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, edit);
  return dossier_statement_run (stmt, error);
}

static gboolean
has_changes (DossierJournal  *self,
             gboolean        *result,
             GError         **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (self->connection, "SELECT 1 FROM change WHERE edit_id = ? AND id > ? LIMIT 1",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, self->edit);
  dossier_bind_int (stmt, 2, self->first);
  step = dossier_statement_step (stmt, error);
  *result = step == 1;
  return step >= 0;
}

/**
 * dossier_journal_end:
 *
 * Closes the step. One that changed nothing leaves no trace; any other drops
 * what could have been done again.
 */
gboolean
dossier_journal_end (DossierJournal  *self,
                     GError         **error)
{
  gboolean changed = FALSE;
  gboolean done;

  g_assert (self->edit != 0);
  done = has_changes (self, &changed, error);
  if (done && !changed)
    done = self->merged || run_with_edit (self, "DELETE FROM edit WHERE id = ?", self->edit, error);
  else if (done)
    done = (!self->merged || fold_changes (self, error)) &&
           run_with_edit (self, "DELETE FROM edit WHERE undone = 1 AND id < ?", self->edit, error);

  self->edit = 0;
  return done;
}

/* The transaction is given up. */
void
dossier_journal_abandon (DossierJournal *self)
{
  self->edit = 0;
}

static int
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_strcmp0 (tables[i].name, name) == 0)
        return i;
    }

  return -1;
}

static gboolean
has_column (DossierJournal *self,
            int             table,
            const char     *name)
{
  for (guint i = 0; i < self->columns[table]->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->columns[table], i), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
set_column (DossierJournal  *self,
            int              table,
            const char      *column,
            gint64           row,
            sqlite3_value   *value,
            GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE id = ?2", tables[table].name, column);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (self->connection, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_value (stmt, 1, value);
  dossier_bind_int (stmt, 2, row);
  return dossier_statement_run (stmt, error);
}

/* A note outlives its claim, so it comes back even where an analysis has taken the claim meanwhile. */
static char *
insert_sql (DossierJournal *self,
            int             table)
{
  GPtrArray *columns = self->columns[table];
  g_autofree char *names = list_columns (columns, NULL);
  GString *values = g_string_new (NULL);
  char *sql;

  for (guint i = 0; i < columns->len; i++)
    {
      gboolean claim = g_str_equal (g_ptr_array_index (columns, i), "claim_id");

      g_string_append_printf (values, claim ? "%s(SELECT id FROM claim WHERE id = ?%u)" : "%s?%u", i > 0 ? ", " : "",
                              i + 1);
    }

  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", tables[table].name, names, values->str);
  g_string_free (values, TRUE);
  return sql;
}

/* Puts a row back. One whose claim or source is gone since, by a later analysis, stays away. */
static gboolean
restore_row (DossierJournal  *self,
             int              table,
             const guint8    *image,
             gsize            size,
             GError         **error)
{
  g_autofree char *sql = insert_sql (self, table);
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (self->connection, sql, error);
  g_autoptr (GError) local = NULL;

  if (stmt == NULL)
    return FALSE;
  if (dossier_image_bind (image, size, stmt, self->columns[table]->len) == 0)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);
  if (dossier_statement_run (stmt, &local))
    return TRUE;

  if (sqlite3_extended_errcode (dossier_connection_db (self->connection)) == SQLITE_CONSTRAINT_FOREIGNKEY)
    {
      g_debug ("A row of %s cannot come back", tables[table].name);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
delete_row (DossierJournal  *self,
            int              table,
            gint64           row,
            GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", tables[table].name);

  return run_with_edit (self, sql, row, error);
}

/* Sets one logged change to its column @to: 3 is the state before, 4 the state after. */
static gboolean
replay_change (DossierJournal    *self,
               DossierStatement  *change,
               int                to,
               GError           **error)
{
  int table = find_table ((const char *) sqlite3_column_text (change, 0));
  gint64 row = dossier_column_int (change, 1);
  const char *column = (const char *) sqlite3_column_text (change, 2);

  if (table < 0 || (column != NULL && !has_column (self, table, column)))
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);
  if (column != NULL)
    return set_column (self, table, column, row, sqlite3_column_value (change, to), error);
  if (sqlite3_column_type (change, to) == SQLITE_NULL)
    return delete_row (self, table, row, error);
  return restore_row (self, table, sqlite3_column_blob (change, to), sqlite3_column_bytes (change, to), error);
}

static gboolean
replay (DossierJournal  *self,
        gint64           edit,
        gboolean         undo,
        GError         **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (self->connection,
                                     undo ? "SELECT tbl, row, col, before, after FROM change WHERE edit_id = ? "
                                            "ORDER BY id DESC"
                                          : "SELECT tbl, row, col, before, after FROM change WHERE edit_id = ? "
                                            "ORDER BY id",
                                     error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, edit);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      if (!replay_change (self, stmt, undo ? 3 : 4, error) || !dossier_text_index_relieve (self->index, error))
        return FALSE;
    }

  return step == 0;
}

/* The next step to undo or redo: 0 where there is none. */
static gboolean
find_step (DossierConnection  *connection,
           gboolean            undo,
           gint64             *edit,
           char              **label,
           GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  *edit = 0;
  stmt = dossier_connection_prepare (connection,
                                     undo ? "SELECT id, label FROM edit WHERE undone = 0 ORDER BY id DESC LIMIT 1"
                                          : "SELECT id, label FROM edit WHERE undone = 1 ORDER BY id LIMIT 1",
                                     error);
  if (stmt == NULL)
    return FALSE;
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    {
      *edit = dossier_column_int (stmt, 0);
      *label = dossier_column_text (stmt, 1);
    }

  return step >= 0;
}

static gboolean
go (DossierJournal  *self,
    gboolean         undo,
    GError         **error)
{
  gint64 edit;

  g_clear_pointer (&self->label, g_free);
  if (!find_step (self->connection, undo, &edit, &self->label, error) || edit == 0)
    return FALSE;
  if (!replay (self, edit, undo, error))
    return FALSE;

  self->undone = undo;
  self->redone = !undo;
  return run_with_edit (self, undo ? "UPDATE edit SET undone = 1 WHERE id = ?" : "UPDATE edit SET undone = 0 WHERE id = ?",
                        edit, error);
}

/**
 * dossier_journal_undo:
 *
 * Takes the last step back. Returns: %FALSE without @error where there is none.
 */
gboolean
dossier_journal_undo (DossierJournal  *self,
                      GError         **error)
{
  return go (self, TRUE, error);
}

/**
 * dossier_journal_redo:
 *
 * Does the last undone step again. Returns: %FALSE without @error where there is none.
 */
gboolean
dossier_journal_redo (DossierJournal  *self,
                      GError         **error)
{
  return go (self, FALSE, error);
}

/**
 * dossier_journal_state:
 * @connection: any
 *
 * What undo and redo would do.
 */
DossierHistory *
dossier_journal_state (DossierConnection  *connection,
                       GError            **error)
{
  g_autoptr (DossierHistory) state = g_new0 (DossierHistory, 1);
  gint64 undo, redo;

  if (!find_step (connection, TRUE, &undo, &state->undo_label, error) ||
      !find_step (connection, FALSE, &redo, &state->redo_label, error))
    return NULL;

  state->can_undo = undo != 0;
  state->can_redo = redo != 0;
  return g_steal_pointer (&state);
}

/**
 * dossier_journal_flush:
 *
 * Last in every transaction, before its commit: writes what the full-text
 * tables have to learn.
 */
gboolean
dossier_journal_flush (DossierJournal  *self,
                       GError         **error)
{
  return dossier_text_index_write (self->index, error);
}

/* Between two statements of a large edit. */
gboolean
dossier_journal_relieve (DossierJournal  *self,
                         GError         **error)
{
  return dossier_text_index_relieve (self->index, error);
}

/* The ids once each, ascending; %NULL for none. */
static GArray *
take_ids (GArray **ids)
{
  GArray *array;

  if ((*ids)->len == 0)
    return NULL;

  array = *ids;
  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  dossier_ids_make_set (array);

  return array;
}

/**
 * dossier_journal_take_change:
 * @stale: (out) (nullable): sources whose claims or publication date changed
 *
 * Returns: (nullable) (transfer full): what was touched since the last call, of
 * generation 0; %NULL for nothing
 */
DossierChange *
dossier_journal_take_change (DossierJournal  *self,
                             GArray         **stale)
{
  DossierChange *change = NULL;

  *stale = take_ids (&self->stale);
  if (self->sources->len > 0 || self->claims->len > 0 || self->notes->len > 0 || self->links || *stale != NULL)
    {
      change = g_atomic_rc_box_new0 (DossierChange);
      change->sources = take_ids (&self->sources);
      change->claims = take_ids (&self->claims);
      change->notes = take_ids (&self->notes);
      change->links = self->links;
      change->label = g_steal_pointer (&self->label);
      change->undone = self->undone;
      change->redone = self->redone;
    }

  reset_touched (self);
  return change;
}
