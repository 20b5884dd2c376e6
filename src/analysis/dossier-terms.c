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

/* The id of a small word, which is no term. */
#define STOP G_MAXUINT32

/* Words are known by a hash of 64 bits: two of a million words share one once in
 * thirty million texts. */
typedef struct
{
  guint64 hash;
  guint32 id;   /* plus one; 0 for an empty place */
} Place;

typedef struct
{
  Place   *places; /* open addressing */
  guint32  mask;
  guint32  n;
} Places;

struct _DossierTerms
{
  Places        words; /* by the word as it stands */
  Places        stems;
  GPtrArray    *names; /* by id: the first word that had the stem, in @chunk */
  GStringChunk *chunk;
};

/* Words that a thread has stemmed of late, by their hash: the stemmer costs
 * more than all else here, and the words of the next text are much the same. */
#define N_RECENT 4096

typedef struct
{
  struct sb_stemmer *stemmer;
  struct
  {
    guint64 word;
    guint64 stem;
  } recent[N_RECENT];
} Stemmer;

static inline guint64
hash_bytes (const char *word,
            gsize       n)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ (guchar) word[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static Place *
place_of (const Places *self,
          guint64       hash)
{
  guint32 at = (hash ^ (hash >> 32)) & self->mask;

  while (self->places[at].id != 0 && self->places[at].hash != hash)
    at = (at + 1) & self->mask;
  return &self->places[at];
}

static void
places_init (Places *self)
{
  self->n = 0;
  self->mask = 1023;
  self->places = g_new0 (Place, self->mask + 1);
}

static void
grow (Places *self)
{
  Place *old = self->places;
  guint32 n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->places = g_new0 (Place, self->mask + 1);
  for (guint32 i = 0; i < n_old; i++)
    if (old[i].id != 0)
      *place_of (self, old[i].hash) = old[i];
  g_free (old);
}

static void
put (Places  *self,
     guint64  hash,
     guint32  id)
{
  Place *place;

  if (++self->n * 2 > self->mask)
    grow (self);
  place = place_of (self, hash);
  place->hash = hash;
  place->id = id + 1;
}

static void
stemmer_free (gpointer data)
{
  Stemmer *self = data;

  sb_stemmer_delete (self->stemmer);
  g_free (self);
}

static GPrivate thread_stemmer = G_PRIVATE_INIT (stemmer_free);

static Stemmer *
stemmer_get (void)
{
  Stemmer *self = g_private_get (&thread_stemmer);

  if (self == NULL)
    {
      self = g_new0 (Stemmer, 1);
      self->stemmer = sb_stemmer_new ("english", "UTF_8");
      g_private_set (&thread_stemmer, self);
    }
  return self;
}

/* The hash of a word's stem. */
static guint64
stem_hash (const char *word,
           gsize       n,
           guint64     hash)
{
  Stemmer *self = stemmer_get ();
  guint at = (hash ^ (hash >> 32)) % N_RECENT;

  if (self->recent[at].word != hash)
    {
      const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, n);

      self->recent[at].word = hash;
      self->recent[at].stem = stem != NULL ? hash_bytes ((const char *) stem, sb_stemmer_length (self->stemmer)) : hash;
    }
  return self->recent[at].stem;
}

/* The hashes of the small words, read once in the life of the program. */
static const GArray *
stop_words (void)
{
  static GArray *hashes = NULL;

  if (g_once_init_enter (&hashes))
    {
      GArray *read = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_autoptr (DossierTable) table = dossier_table_open ("/org/dossierapp/Dossier/lexicon/languages.tsv");

      for (guint row = 0; row < dossier_table_n_rows (table); row++)
        {
          g_auto (GStrv) words = NULL;

          if (g_strcmp0 (dossier_table_cell (table, row, 0), "en") != 0)
            continue;
          words = g_strsplit (dossier_table_cell (table, row, 1), " ", -1);
          for (guint i = 0; words[i] != NULL; i++)
            {
              guint64 hash = hash_bytes (words[i], strlen (words[i]));

              g_array_append_val (read, hash);
            }
        }
      g_once_init_leave (&hashes, read);
    }
  return hashes;
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
  const GArray *stop = stop_words ();

  places_init (&self->words);
  places_init (&self->stems);
  self->names = g_ptr_array_new ();
  self->chunk = g_string_chunk_new (4096);
  for (guint i = 0; i < stop->len; i++)
    put (&self->words, g_array_index (stop, guint64, i), STOP - 1);
  return self;
}

/** dossier_terms_free: */
void
dossier_terms_free (DossierTerms *self)
{
  if (self == NULL)
    return;
  g_free (self->words.places);
  g_free (self->stems.places);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static guint32
id_of_stem (DossierTerms *self,
            const char   *word,
            gsize         n,
            guint64       hash)
{
  guint64 stem = stem_hash (word, n, hash);
  guint32 id = place_of (&self->stems, stem)->id;

  if (id == 0)
    {
      g_ptr_array_add (self->names, g_string_chunk_insert_len (self->chunk, word, n));
      id = self->names->len;
      put (&self->stems, stem, id - 1);
    }
  return id - 1;
}

/* The term of a word; FALSE for a small one. */
static gboolean
term_of (DossierTerms *self,
         const char   *word,
         gsize         n,
         guint         n_letters,
         guint32      *id)
{
  guint64 hash;
  const Place *place;

  if (n_letters < 3)
    return FALSE;
  hash = hash_bytes (word, n);
  place = place_of (&self->words, hash);
  if (place->id == STOP)
    return FALSE;
  if (place->id != 0)
    {
      *id = place->id - 1;
      return TRUE;
    }
  *id = id_of_stem (self, word, n, hash);
  put (&self->words, hash, *id);
  return TRUE;
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
  guint32 *data = (guint32 *) (gpointer) ids->data;
  guint out = 0;

  /* a passage has some dozen words: insertion is the quickest */
  if (ids->len > 64)
    g_array_sort (ids, compare_ids);
  else
    for (guint i = 1; i < ids->len; i++)
      {
        guint32 id = data[i];
        guint k = i;

        for (; k > 0 && data[k - 1] > id; k--)
          data[k] = data[k - 1];
        data[k] = id;
      }
  for (guint i = 0; i < ids->len; i++)
    if (out == 0 || data[out - 1] != data[i])
      data[out++] = data[i];
  g_array_set_size (ids, out);
}

/**
 * dossier_terms_cut:
 * @utf8: a passage of @n_bytes bytes, or -1
 * @ids: (element-type guint32): gets its terms, sorted, each once
 * @names: (element-type guint32) (nullable): gets those of them that are written with a capital
 */
void
dossier_terms_cut (DossierTerms *self,
                   const char   *utf8,
                   gssize        n_bytes,
                   GArray       *ids,
                   GArray       *names)
{
  const char *p = utf8, *end = utf8 + (n_bytes < 0 ? (gssize) strlen (utf8) : n_bytes);
  char word[WORD_BYTES];
  gsize length = 0;
  guint n_letters = 0;
  gboolean capital = FALSE;
  guint32 id;

  g_array_set_size (ids, 0);
  if (names != NULL)
    g_array_set_size (names, 0);
  for (;;)
    {
      gunichar c = p < end ? (guchar) *p : 0;

      if (c < 128)
        p++;
      else
        {
          c = g_utf8_get_char (p);
          p = g_utf8_next_char (p);
        }
      if (c < 128 ? g_ascii_isalnum (c) : g_unichar_isalnum (c))
        {
          if (n_letters++ == 0)
            capital = c < 128 ? !g_ascii_islower (c) : g_unichar_isupper (c);
          if (length < sizeof word - 8)
            length += c < 128 ? (word[length] = g_ascii_tolower (c), 1)
                              : g_unichar_to_utf8 (g_unichar_tolower (c), word + length);
          continue;
        }
      if (length > 0 && term_of (self, word, length, n_letters, &id))
        {
          g_array_append_val (ids, id);
          if (capital && names != NULL)
            g_array_append_val (names, id);
        }
      length = n_letters = 0;
      if (p > end)
        break;
    }
  sort_unique (ids);
  if (names != NULL)
    sort_unique (names);
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
