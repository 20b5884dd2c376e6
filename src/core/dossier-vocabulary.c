/* dossier-vocabulary.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-vocabulary.h"

/* Longer words are in no table. */
#define MAX_WORD 128

typedef struct
{
  guint32 hash;
  guint32 id; /* 0: free */
} Slot;

/* All that a look-up touches of a word, in one cache line. */
typedef struct
{
  const char *word; /* borrowed from the chunk */
  guint8      length;
  guint8      flags;
} Entry;

struct _DossierVocabulary
{
  gatomicrefcount ref_count;
  gboolean        frozen;
  GStringChunk   *chunk;
  GArray         *entries; /* of Entry; index 0 is "" */
  Slot           *slots;   /* open addressing, linear probing */
  guint32         mask;
};

/* What ASCII letters become when a word is folded. */
static guchar fold_table[256];

static void
init_fold_table (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  for (int i = 0; i < 256; i++)
    fold_table[i] = i >= 'A' && i <= 'Z' ? i + 32 : i;
  g_once_init_leave (&done, 1);
}

/* Folds one word with letters beyond ASCII. Returns its length, 0 when too long. */
static gsize
fold_unicode (const char *utf8,
              gsize       n_bytes,
              char       *out)
{
  const char *end = utf8 + n_bytes;
  gsize n = 0;

  for (; utf8 < end; utf8 = g_utf8_next_char (utf8))
    {
      gunichar c = g_utf8_get_char (utf8);

      if (n + 6 >= MAX_WORD)
        return 0;
      if (c == 0x2019 || c == 0x02BC)
        out[n++] = '\'';
      else
        n += g_unichar_to_utf8 (g_unichar_tolower (c), out + n);
    }

  return n;
}

/* FNV-1a, its high bits mixed down since the table uses the low ones. */
#define HASH_START        2166136261u
#define HASH_STEP(hash, c) (((hash) ^ (guchar)(c)) * 16777619u)
#define HASH_END(hash)    ((hash) ^ ((hash) >> 15))

/* Folds and hashes one word. Returns its length, 0 when it is empty or too long. */
static inline gsize
fold (const char *utf8,
      gsize       n_bytes,
      char       *out,
      guint32    *hash_out)
{
  guint32 hash = HASH_START;

  if (n_bytes >= MAX_WORD)
    return 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = utf8[i];

      if (G_UNLIKELY (c >= 0x80))
        {
          n_bytes = fold_unicode (utf8, n_bytes, out);
          hash = HASH_START;
          for (i = 0; i < n_bytes; i++)
            hash = HASH_STEP (hash, out[i]);
          break;
        }
      c = fold_table[c];
      out[i] = c;
      hash = HASH_STEP (hash, c);
    }

  *hash_out = HASH_END (hash);
  return n_bytes;
}

/* The slot of the word, or the free one where it would go. */
static Slot *
find_slot (DossierVocabulary *self,
           const char        *word,
           gsize              n_bytes,
           guint32            hash)
{
  for (guint32 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      Slot *slot = &self->slots[i];

      if (slot->id == 0)
        return slot;
      if (slot->hash == hash)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, slot->id);

          if (entry->length == n_bytes && memcmp (entry->word, word, n_bytes) == 0)
            return slot;
        }
    }
}

static void
grow (DossierVocabulary *self)
{
  g_autofree Slot *old = self->slots;
  guint32 n_old = self->mask + 1;

  self->mask = n_old * 2 - 1;
  self->slots = g_new0 (Slot, n_old * 2);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash & self->mask;

      if (old[i].id == 0)
        continue;
      while (self->slots[at].id != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = old[i];
    }
}

/**
 * dossier_vocabulary_new:
 *
 * An empty vocabulary, to be filled by one thread.
 */
DossierVocabulary *
dossier_vocabulary_new (void)
{
  DossierVocabulary *self = g_new0 (DossierVocabulary, 1);
  Entry none = { .word = "" };

  init_fold_table ();
  g_atomic_ref_count_init (&self->ref_count);
  self->chunk = g_string_chunk_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->mask = 4095;
  self->slots = g_new0 (Slot, self->mask + 1);

  g_array_append_val (self->entries, none);

  return self;
}

DossierVocabulary *
dossier_vocabulary_ref (DossierVocabulary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dossier_vocabulary_unref (DossierVocabulary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->chunk);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

/**
 * dossier_vocabulary_intern:
 * @word: one word, in any case
 *
 * The number of @word, which is added when it is new. Not after the vocabulary
 * was frozen. %DOSSIER_WORD_UNKNOWN for an empty word or one of 128 bytes or more.
 */
guint32
dossier_vocabulary_intern (DossierVocabulary *self,
                           const char        *word)
{
  char folded[MAX_WORD];
  guint32 hash;
  gsize n = fold (word, strlen (word), folded, &hash);
  Slot *slot;

  if (n == 0)
    return DOSSIER_WORD_UNKNOWN;

  slot = find_slot (self, folded, n, hash);
  if (slot->id == 0)
    {
      Entry entry = { .length = n };

      g_return_val_if_fail (!self->frozen, DOSSIER_WORD_UNKNOWN);

      slot->hash = hash;
      slot->id = self->entries->len;
      entry.word = g_string_chunk_insert_len (self->chunk, folded, n);
      g_array_append_val (self->entries, entry);
      if (self->entries->len * 4 > self->mask * 3)
        {
          grow (self);
          return self->entries->len - 1;
        }
    }

  return slot->id;
}

void
dossier_vocabulary_freeze (DossierVocabulary *self)
{
  self->frozen = TRUE;
}

gboolean
dossier_vocabulary_is_frozen (DossierVocabulary *self)
{
  return self->frozen;
}

/**
 * dossier_vocabulary_lookup:
 * @utf8: a word as it is written
 * @n_bytes: its length
 *
 * The number of the word, %DOSSIER_WORD_UNKNOWN when no table names it.
 */
guint32
dossier_vocabulary_lookup (DossierVocabulary *self,
                           const char        *utf8,
                           gsize              n_bytes)
{
  char folded[MAX_WORD];
  guint32 hash;
  gsize n = fold (utf8, n_bytes, folded, &hash);

  if (n == 0)
    return DOSSIER_WORD_UNKNOWN;

  return find_slot (self, folded, n, hash)->id;
}

/**
 * dossier_vocabulary_word:
 *
 * The folded word with number @id; "" for %DOSSIER_WORD_UNKNOWN.
 */
const char *
dossier_vocabulary_word (DossierVocabulary *self,
                         guint32            id)
{
  g_return_val_if_fail (id < self->entries->len, "");

  return g_array_index (self->entries, Entry, id).word;
}

guint32
dossier_vocabulary_n_words (DossierVocabulary *self)
{
  return self->entries->len;
}

/**
 * dossier_vocabulary_add_flags:
 * @flags: #DossierWordFlags to set besides those set already
 *
 * Tells the tokenizer what it has to know of a word. Not after freezing.
 */
void
dossier_vocabulary_add_flags (DossierVocabulary *self,
                              guint32            id,
                              guint              flags)
{
  g_return_if_fail (!self->frozen);
  g_return_if_fail (id < self->entries->len);

  if (id != DOSSIER_WORD_UNKNOWN)
    g_array_index (self->entries, Entry, id).flags |= flags;
}

guint
dossier_vocabulary_flags (DossierVocabulary *self,
                          guint32            id)
{
  return g_array_index (self->entries, Entry, id).flags;
}
