/* dossier-cli-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-cli-table.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "dossier-cli.h"
#include "dossier-csv.h"
#include "dossier-json.h"

/* The widest cell of a table for people, in columns of the terminal. */
#define MAX_WIDTH 60

typedef enum
{
  FORMAT_TABLE,
  FORMAT_CSV,
  FORMAT_JSON,
} Format;

typedef enum
{
  CELL_NULL,
  CELL_TEXT,
  CELL_NUMBER,
  CELL_LIST,
} CellType;

typedef struct
{
  CellType  type;
  char     *text; /* also of numbers and lists, as they are shown */
  char    **list;
} Cell;

struct _DossierCliTable
{
  Format     format;
  GPtrArray *columns;
  GArray    *cells; /* row by row */
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_strfreev (cell->list);
}

/**
 * dossier_cli_table_new:
 * @format: (nullable): "table", "csv" or "json"
 * @first_column: name of the first column, then of the others, then %NULL
 *
 * Returns: (transfer full) (nullable): an empty table; where it is %NULL, the reason was written
 */
DossierCliTable *
dossier_cli_table_new (const char *format,
                       const char *first_column,
                       ...)
{
  static const char * const formats[] = { "table", "csv", "json" };
  DossierCliTable *self;
  va_list arguments;
  guint at = 0;

  while (format != NULL && at < G_N_ELEMENTS (formats) && strcmp (formats[at], format) != 0)
    at++;
  if (at == G_N_ELEMENTS (formats))
    {
      dossier_cli_error (_("There is no format “%s”. Give table, csv or json."), format);
      return NULL;
    }

  self = g_new0 (DossierCliTable, 1);
  self->format = at;
  self->columns = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  va_start (arguments, first_column);
  for (const char *name = first_column; name != NULL; name = va_arg (arguments, const char *))
    g_ptr_array_add (self->columns, (gpointer) name);
  va_end (arguments);

  return self;
}

/**
 * dossier_cli_table_free:
 * @self: (transfer full): a table
 */
void
dossier_cli_table_free (DossierCliTable *self)
{
  g_ptr_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * dossier_cli_table_text:
 * @self: a table
 * @text: (nullable): the next cell; %NULL is null in JSON and empty elsewhere
 */
void
dossier_cli_table_text (DossierCliTable *self,
                        const char      *text)
{
  Cell cell = { text != NULL ? CELL_TEXT : CELL_NULL, g_strdup (text != NULL ? text : ""), NULL };

  g_array_append_val (self->cells, cell);
}

/**
 * dossier_cli_table_number:
 * @self: a table
 * @number: the next cell
 */
void
dossier_cli_table_number (DossierCliTable *self,
                          gint64           number)
{
  Cell cell = { CELL_NUMBER, g_strdup_printf ("%" G_GINT64_FORMAT, number), NULL };

  g_array_append_val (self->cells, cell);
}

/**
 * dossier_cli_table_list:
 * @self: a table
 * @values: (nullable): the next cell, an array in JSON
 */
void
dossier_cli_table_list (DossierCliTable    *self,
                        const char * const *values)
{
  Cell cell = { CELL_LIST, NULL, g_strdupv ((char **) values) };

  if (cell.list == NULL)
    cell.list = g_new0 (char *, 1);
  cell.text = g_strjoinv (self->format == FORMAT_CSV ? "; " : ", ", cell.list);
  g_array_append_val (self->cells, cell);
}

/**
 * dossier_cli_table_is_for_people:
 * @self: a table
 *
 * Returns: whether it is written as columns for people
 */
gboolean
dossier_cli_table_is_for_people (DossierCliTable *self)
{
  return self->format == FORMAT_TABLE;
}

static guint
char_width (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return MIN (width, MAX_WIDTH);
}

/* A cell on one line, no control characters in it, cut with "…" where it is too wide, filled up to @width. */
static void
append_padded (GString    *out,
               const char *text,
               guint       width,
               gboolean    is_last)
{
  gboolean is_cut = FALSE;
  guint total = 0, used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    total += char_width (g_utf8_get_char (p));
  is_cut = total > width;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (used + char_width (c) > width - is_cut)
        break;
      used += char_width (c);
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (is_cut)
    {
      g_string_append (out, "…");
      used++;
    }
  if (!is_last)
    g_string_append_printf (out, "%*s", (int) (width - used + 2), "");
}

static void
print_for_people (DossierCliTable *self,
                  GString         *out)
{
  guint n = self->columns->len;
  g_autofree guint *widths = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    widths[i] = text_width (g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], text_width (g_array_index (self->cells, Cell, i).text));

  for (guint i = 0; i < n; i++)
    append_padded (out, g_ptr_array_index (self->columns, i), widths[i], i == n - 1);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->cells->len; i++)
    {
      append_padded (out, g_array_index (self->cells, Cell, i).text, widths[i % n], i % n == n - 1);
      if (i % n == n - 1)
        g_string_append_c (out, '\n');
    }
}

static void
print_csv (DossierCliTable *self,
           GString         *out)
{
  DossierCsv csv = { out, FALSE };
  guint n = self->columns->len;

  for (guint i = 0; i < n; i++)
    dossier_csv_cell (&csv, g_ptr_array_index (self->columns, i));
  dossier_csv_end_line (&csv);
  for (guint i = 0; i < self->cells->len; i++)
    {
      dossier_csv_cell (&csv, g_array_index (self->cells, Cell, i).text);
      if (i % n == n - 1)
        dossier_csv_end_line (&csv);
    }
}

static void
print_json_cell (DossierJson *json,
                 const Cell  *cell)
{
  switch (cell->type)
    {
    case CELL_NULL:
      dossier_json_raw (json, "null");
      break;
    case CELL_NUMBER:
      dossier_json_raw (json, cell->text);
      break;
    case CELL_LIST:
      dossier_json_begin_array (json);
      for (guint i = 0; cell->list[i] != NULL; i++)
        dossier_json_string (json, cell->list[i]);
      dossier_json_end_array (json);
      break;
    case CELL_TEXT:
    default:
      dossier_json_string (json, cell->text);
    }
}

static void
print_json (DossierCliTable *self,
            GString         *out)
{
  g_auto (DossierJson) json = { 0 };
  guint n = self->columns->len;

  dossier_json_init (&json, out);
  dossier_json_begin_array (&json);
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (i % n == 0)
        dossier_json_begin_object (&json);
      dossier_json_member (&json, g_ptr_array_index (self->columns, i % n));
      print_json_cell (&json, &g_array_index (self->cells, Cell, i));
      if (i % n == n - 1)
        dossier_json_end_object (&json);
    }
  dossier_json_end_array (&json);
  g_string_append_c (out, '\n');
}

/**
 * dossier_cli_table_print:
 * @self: a table; it is written to standard output
 */
void
dossier_cli_table_print (DossierCliTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_if_fail (self->cells->len % self->columns->len == 0);

  if (self->format == FORMAT_TABLE)
    print_for_people (self, out);
  else if (self->format == FORMAT_CSV)
    print_csv (self, out);
  else
    print_json (self, out);
  fwrite (out->str, 1, out->len, stdout);
}
