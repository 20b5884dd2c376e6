/* dossier-lexicon.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-lexicon.h"
#include "dossier-lexicon-resources.h"

#define LEXICON_PATH "/org/dossierapp/Dossier/lexicon"

struct _DossierLexicon
{
  gatomicrefcount    ref_count;
  char              *language;
  DossierVocabulary *vocabulary;
};

struct _DossierTable
{
  char   *data;  /* a copy in which TAB and line ends became NUL */
  GArray *cells; /* of guint32: offsets into @data */
  GArray *rows;  /* of guint: first cell of each row, and one past the last */
};

/* The resources stand in a static library: without this call the linker would
 * leave them out. */
static void
register_resources (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      dossier_lexicon_register_resource ();
      g_once_init_leave (&done, 1);
    }
}

static void
add_row (DossierTable *self,
         char         *line,
         char         *end)
{
  guint first = self->cells->len;

  while (end > line && (end[-1] == '\r' || end[-1] == ' '))
    end--;
  *end = '\0';
  if (line == end || *line == '#')
    return;

  g_array_append_val (self->rows, first);
  for (char *cell = line; cell <= end;)
    {
      char *tab = memchr (cell, '\t', end - cell);
      guint32 offset = cell - self->data;

      g_array_append_val (self->cells, offset);
      if (tab == NULL)
        break;
      *tab = '\0';
      cell = tab + 1;
    }
}

static DossierTable *
table_parse (const char *data,
             gsize       size)
{
  DossierTable *self = g_new0 (DossierTable, 1);
  char *line, *end;
  guint n_cells;

  self->data = g_malloc (size + 1);
  if (size > 0)
    memcpy (self->data, data, size);
  self->data[size] = '\0';
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (line = self->data; line < self->data + size; line = end + 1)
    {
      end = memchr (line, '\n', self->data + size - line);
      if (end == NULL)
        end = self->data + size;
      add_row (self, line, end);
    }

  n_cells = self->cells->len;
  g_array_append_val (self->rows, n_cells);

  return self;
}

/**
 * dossier_table_open:
 * @resource_path: of the table among the program's resources
 *
 * Reads a table. A path that names none gives an empty table: a language pack
 * need not have every table.
 */
DossierTable *
dossier_table_open (const char *resource_path)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *data = NULL;
  gsize size = 0;

  register_resources ();
  bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes != NULL)
    data = g_bytes_get_data (bytes, &size);

  return table_parse (data, size);
}

void
dossier_table_free (DossierTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->data);
  g_free (self);
}

guint
dossier_table_n_rows (DossierTable *self)
{
  return self->rows->len - 1;
}

/**
 * dossier_table_cell:
 *
 * Returns: the words of a cell, borrowed; "" beyond the last cell of the row
 */
const char *
dossier_table_cell (DossierTable *self,
                    guint         row,
                    guint         column)
{
  guint cell, end;

  g_return_val_if_fail (row + 1 < self->rows->len, "");

  cell = g_array_index (self->rows, guint, row) + column;
  end = g_array_index (self->rows, guint, row + 1);
  if (cell >= end)
    return "";

  return self->data + g_array_index (self->cells, guint32, cell);
}

/* What the tokenizer must know of the language. */
static void
add_flags (DossierLexicon *self,
           const char     *name)
{
  static const struct { const char *nick; guint flag; } kinds[] = {
    { "title", DOSSIER_WORD_TITLE },
    { "common", DOSSIER_WORD_COMMON },
    { "capital", DOSSIER_WORD_CAPITAL },
    { "number", DOSSIER_WORD_NUMBER },
    { "starter", DOSSIER_WORD_STARTER },
    { "elision", DOSSIER_WORD_ELISION },
    { "ordinal", DOSSIER_WORD_ORDINAL },
  };
  g_autoptr (DossierTable) table = dossier_lexicon_open (self, name);

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      guint32 word = dossier_vocabulary_intern (self->vocabulary, dossier_table_cell (table, row, 0));

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          if (g_str_equal (kinds[i].nick, dossier_table_cell (table, row, 1)))
            dossier_vocabulary_add_flags (self->vocabulary, word, kinds[i].flag);
        }
    }
}

/**
 * dossier_lexicon_new:
 * @language: BCP 47, "en"
 *
 * The lexicon of a language, its vocabulary filled with the words the
 * tokenizer must know. Fails with %G_IO_ERROR_NOT_FOUND where the program has
 * no tables for the language.
 */
DossierLexicon *
dossier_lexicon_new (const char  *language,
                     GError     **error)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) names = NULL;
  DossierLexicon *self;

  register_resources ();
  folder = g_strdup_printf (LEXICON_PATH "/%s", language);
  names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   "There are no word tables for the language “%s”.", language);
      return NULL;
    }

  self = g_new0 (DossierLexicon, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (language);
  self->vocabulary = dossier_vocabulary_new ();
  add_flags (self, "abbreviations");
  add_flags (self, "starters");

  return self;
}

DossierLexicon *
dossier_lexicon_ref (DossierLexicon *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dossier_lexicon_unref (DossierLexicon *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  dossier_vocabulary_unref (self->vocabulary);
  g_free (self->language);
  g_free (self);
}

const char *
dossier_lexicon_language (DossierLexicon *self)
{
  return self->language;
}

/**
 * dossier_lexicon_vocabulary:
 *
 * Returns: (transfer none): the words of all tables
 */
DossierVocabulary *
dossier_lexicon_vocabulary (DossierLexicon *self)
{
  return self->vocabulary;
}

/**
 * dossier_lexicon_open:
 * @name: of the table, without ".tsv"
 *
 * Returns: (transfer full): the table; empty where the language has none of that name
 */
DossierTable *
dossier_lexicon_open (DossierLexicon *self,
                      const char     *name)
{
  g_autofree char *path = g_strdup_printf (LEXICON_PATH "/%s/%s.tsv", self->language, name);

  return dossier_table_open (path);
}
