/* dossier-statement.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/*
 * Small typed helpers over a prepared statement. Parameters count from 1,
 * columns from 0, as in SQLite. Text bound by _text is borrowed until the
 * statement is reset.
 */

static inline void
dossier_bind_int (DossierStatement *stmt,
                  int               index,
                  gint64            value)
{
  sqlite3_bind_int64 (stmt, index, value);
}

/* An id, where 0 stands for none. */
static inline void
dossier_bind_id (DossierStatement *stmt,
                 int               index,
                 gint64            id)
{
  if (id != 0)
    sqlite3_bind_int64 (stmt, index, id);
  else
    sqlite3_bind_null (stmt, index);
}

static inline void
dossier_bind_text (DossierStatement *stmt,
                   int               index,
                   const char       *text)
{
  sqlite3_bind_text64 (stmt, index, text, text != NULL ? strlen (text) : 0, SQLITE_STATIC, SQLITE_UTF8);
}

/* For columns that are never NULL. */
static inline void
dossier_bind_string (DossierStatement *stmt,
                     int               index,
                     const char       *text)
{
  dossier_bind_text (stmt, index, text != NULL ? text : "");
}

/* Takes @text. */
static inline void
dossier_bind_take (DossierStatement *stmt,
                   int               index,
                   char             *text)
{
  sqlite3_bind_text64 (stmt, index, text, text != NULL ? strlen (text) : 0, g_free, SQLITE_UTF8);
}

static inline gint64
dossier_column_int (DossierStatement *stmt,
                    int               column)
{
  return sqlite3_column_int64 (stmt, column);
}

/* A number that is an enumerated value, an offset or a mask: what lies outside [0, @limit] becomes 0. */
static inline guint32
dossier_column_uint (DossierStatement *stmt,
                     int               column,
                     guint32           limit)
{
  gint64 value = sqlite3_column_int64 (stmt, column);

  return value >= 0 && value <= limit ? value : 0;
}

/* A new string, NULL for NULL; what is no UTF-8 is made so. */
static inline char *
dossier_column_text (DossierStatement *stmt,
                     int               column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  if (text == NULL)
    return NULL;
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

/* 1: a row, 0: done, -1: failed. */
int      dossier_statement_step (DossierStatement  *stmt,
                                 GError           **error);
/* For statements without rows. */
gboolean dossier_statement_run  (DossierStatement  *stmt,
                                 GError           **error);

G_END_DECLS
