/* dossier-language.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-language"

#include "config.h"

#include <string.h>

#include "dossier-language.h"
#include "dossier-lexicon.h"

#define MAX_LANGUAGES 64

/* As much of a text as is looked at: a language shows in the first paragraphs. */
#define SAMPLE_BYTES 3000

/* Running text has its small words in 30 to 45 of 100; lists and tables have fewer. */
#define SMALLEST_SHARE 0.08

struct _DossierLanguages
{
  const char *codes[MAX_LANGUAGES]; /* interned */
  guint       n_codes;
  GHashTable *words;                /* word → guint64, a bit a language */
};

static void
add_words (DossierLanguages *self,
           guint             language,
           const char       *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      guint64 *mask;

      if (*list[i] == '\0')
        continue;
      mask = g_hash_table_lookup (self->words, list[i]);
      if (mask == NULL)
        {
          mask = g_new0 (guint64, 1);
          g_hash_table_insert (self->words, g_strdup (list[i]), mask);
        }
      *mask |= G_GUINT64_CONSTANT (1) << language;
    }
}

/**
 * dossier_languages_new:
 *
 * Reads the table of small words.
 *
 * Returns: (transfer full): the detector, immutable, safe in any thread
 */
DossierLanguages *
dossier_languages_new (void)
{
  DossierLanguages *self = g_new0 (DossierLanguages, 1);
  g_autoptr (DossierTable) table = dossier_table_open ("/org/dossierapp/Dossier/lexicon/languages.tsv");
  guint n_rows = table != NULL ? dossier_table_n_rows (table) : 0;

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < n_rows && row < MAX_LANGUAGES; row++)
    {
      const char *code = dossier_table_cell (table, row, 0);
      const char *words = dossier_table_cell (table, row, 1);

      if (code == NULL || words == NULL)
        continue;
      self->codes[self->n_codes] = g_intern_string (code);
      add_words (self, self->n_codes++, words);
    }
  return self;
}

/** dossier_languages_free: */
void
dossier_languages_free (DossierLanguages *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Scripts of one language, or of one that is by far the commonest. */
static const char *
language_of_script (gunichar c)
{
  if (c >= 0x3040 && c <= 0x30ff)
    return "ja";
  if ((c >= 0xac00 && c <= 0xd7af) || (c >= 0x1100 && c <= 0x11ff))
    return "ko";
  if (c >= 0x4e00 && c <= 0x9fff)
    return "zh";
  if (c >= 0x0e00 && c <= 0x0e7f)
    return "th";
  if (c >= 0x0980 && c <= 0x09ff)
    return "bn";
  if (c >= 0x0b80 && c <= 0x0bff)
    return "ta";
  if (c >= 0x10a0 && c <= 0x10ff)
    return "ka";
  if (c >= 0x0530 && c <= 0x058f)
    return "hy";
  if (c >= 0x1200 && c <= 0x137f)
    return "am";
  return NULL;
}

typedef struct
{
  guint counts[MAX_LANGUAGES];
  guint n_words;
  guint n_kana;
  guint n_script;
  const char *script;
} Tally;

static void
tally_word (DossierLanguages *self,
            Tally            *tally,
            const char       *word)
{
  const guint64 *mask = g_hash_table_lookup (self->words, word);

  tally->n_words++;
  for (guint i = 0; mask != NULL && i < self->n_codes; i++)
    tally->counts[i] += (*mask >> i) & 1;
}

static void
tally_text (DossierLanguages *self,
            Tally            *tally,
            const char       *utf8,
            gsize             n_bytes)
{
  const char *p = utf8, *end = utf8 + MIN (n_bytes, SAMPLE_BYTES);
  char word[64];
  gsize length = 0;

  while (p < end)
    {
      gunichar c = (guchar) *p;
      const char *script;

      if (c < 128 && g_ascii_isalpha (c) && length < sizeof word - 8 && p + 1 < end)
        {
          word[length++] = g_ascii_tolower (c);
          p++;
          continue;
        }
      c = g_utf8_get_char (p);
      script = c < 0x500 ? NULL : language_of_script (c);
      p = g_utf8_next_char (p);
      if (script != NULL)
        {
          tally->n_script++;
          tally->n_kana += script[0] == 'j';
          if (tally->script == NULL)
            tally->script = script;
        }
      if (g_unichar_isalpha (c) && script == NULL)
        {
          if (length < sizeof word - 8)
            length += g_unichar_to_utf8 (g_unichar_tolower (c), word + length);
          if (p < end)
            continue;
        }
      if (length > 0)
        {
          word[length] = '\0';
          tally_word (self, tally, word);
          length = 0;
        }
    }
}

/**
 * dossier_languages_detect:
 * @self: the detector
 * @utf8: a text of @n_bytes bytes
 *
 * Returns: (nullable): the language, BCP 47, interned; %NULL where it does not show
 */
const char *
dossier_languages_detect (DossierLanguages *self,
                          const char       *utf8,
                          gsize             n_bytes)
{
  Tally tally = { 0 };
  guint best = 0;

  tally_text (self, &tally, utf8, n_bytes);
  if (tally.n_script > tally.n_words)
    return tally.n_kana > 0 ? "ja" : tally.script;

  for (guint i = 1; i < self->n_codes; i++)
    if (tally.counts[i] > tally.counts[best])
      best = i;
  if (self->n_codes == 0 || tally.counts[best] == 0 ||
      tally.counts[best] < SMALLEST_SHARE * tally.n_words)
    return NULL;
  return self->codes[best];
}
