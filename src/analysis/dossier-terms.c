/* dossier-terms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-terms"

#include "config.h"

#include <string.h>

#include <libstemmer.h>

#include "dossier-lexicon.h"
#include "dossier-terms.h"

/* Longest word that is told from others, in bytes. */
#define WORD_BYTES 64

struct _DossierTerms
{
  struct sb_stemmer *stemmer;
  GHashTable        *stop;  /* small words, as they stand */
  GHashTable        *words; /* word as it stands → id + 1, so that each is stemmed once */
  GHashTable        *stems; /* stem → id + 1 */
  GPtrArray         *names; /* by id: the first word that had the stem */
};

static void
read_stop_words (DossierTerms *self)
{
  g_autoptr (DossierTable) table = dossier_table_open ("/org/dossierapp/Dossier/lexicon/languages.tsv");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      g_auto (GStrv) words = NULL;

      if (g_strcmp0 (dossier_table_cell (table, row, 0), "en") != 0)
        continue;
      words = g_strsplit (dossier_table_cell (table, row, 1), " ", -1);
      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_add (self->stop, g_strdup (words[i]));
    }
}

/**
 * dossier_terms_new:
 *
 * Returns: (transfer full): no terms yet
 */
DossierTerms *
dossier_terms_new (void)
{
  DossierTerms *self = g_new0 (DossierTerms, 1);

  self->stemmer = sb_stemmer_new ("english", "UTF_8");
  self->stop = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  read_stop_words (self);
  return self;
}

/** dossier_terms_free: */
void
dossier_terms_free (DossierTerms *self)
{
  if (self == NULL)
    return;
  sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->stop);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->stems);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static guint32
id_of_stem (DossierTerms *self,
            const char   *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, strlen (word));
  g_autofree char *copy = g_strndup ((const char *) stem, sb_stemmer_length (self->stemmer));
  gpointer found = g_hash_table_lookup (self->stems, copy);

  if (found == NULL)
    {
      g_ptr_array_add (self->names, g_strdup (word));
      found = GUINT_TO_POINTER (self->names->len);
      g_hash_table_insert (self->stems, g_steal_pointer (&copy), found);
    }
  return GPOINTER_TO_UINT (found) - 1;
}

static void
add_word (DossierTerms *self,
          const char   *word,
          guint         n_letters,
          GArray       *ids)
{
  gpointer found = g_hash_table_lookup (self->words, word);
  guint32 id;

  if (found == NULL)
    {
      if (n_letters < 3 || g_hash_table_contains (self->stop, word))
        return;
      id = id_of_stem (self, word);
      g_hash_table_insert (self->words, g_strdup (word), GUINT_TO_POINTER (id + 1));
    }
  else
    id = GPOINTER_TO_UINT (found) - 1;
  g_array_append_val (ids, id);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static void
sort_unique (GArray *ids)
{
  guint out = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (out == 0 || g_array_index (ids, guint32, out - 1) != g_array_index (ids, guint32, i))
      g_array_index (ids, guint32, out++) = g_array_index (ids, guint32, i);
  g_array_set_size (ids, out);
}

static void
cut (DossierTerms *self,
     const char   *utf8,
     gssize        n_bytes,
     gboolean      names_only,
     GArray       *ids)
{
  const char *p = utf8, *end = utf8 + (n_bytes < 0 ? (gssize) strlen (utf8) : n_bytes);
  char word[WORD_BYTES];
  gsize length = 0;
  guint n_letters = 0;
  gboolean capital = FALSE;

  g_array_set_size (ids, 0);
  for (;;)
    {
      gunichar c = p < end ? g_utf8_get_char (p) : 0;

      if (c != 0 && g_unichar_isalnum (c))
        {
          if (n_letters++ == 0)
            capital = g_unichar_isupper (c) || g_unichar_isdigit (c);
          if (length < sizeof word - 8)
            length += g_unichar_to_utf8 (g_unichar_tolower (c), word + length);
        }
      else
        {
          word[length] = '\0';
          if (length > 0 && (!names_only || capital))
            add_word (self, word, n_letters, ids);
          length = n_letters = 0;
        }
      if (p >= end)
        break;
      p = g_utf8_next_char (p);
    }
  sort_unique (ids);
}

/**
 * dossier_terms_cut:
 * @utf8: a passage of @n_bytes bytes, or -1
 * @ids: (element-type guint32): gets its terms, sorted, each once
 */
void
dossier_terms_cut (DossierTerms *self,
                   const char   *utf8,
                   gssize        n_bytes,
                   GArray       *ids)
{
  cut (self, utf8, n_bytes, FALSE, ids);
}

/** dossier_terms_cut_names: the same of the words that begin with a capital alone. */
void
dossier_terms_cut_names (DossierTerms *self,
                         const char   *utf8,
                         gssize        n_bytes,
                         GArray       *ids)
{
  cut (self, utf8, n_bytes, TRUE, ids);
}

/** dossier_terms_n: how many terms there are; ids are below it. */
guint
dossier_terms_n (DossierTerms *self)
{
  return self->names->len;
}

/** dossier_terms_word: a word that has the stem. */
const char *
dossier_terms_word (DossierTerms *self,
                    guint32       id)
{
  return g_ptr_array_index (self->names, id);
}
