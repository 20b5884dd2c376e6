/* dossier-furniture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-furniture"

#include "config.h"

#include <string.h>

#include "dossier-furniture.h"

/* A longer line is prose: no rule of the table speaks of it. */
#define LONGEST_LINE_WORDS 90
#define LONGEST_LINE_BYTES 900

typedef enum
{
  WHERE_LINE,
  WHERE_START,
  WHERE_END,
  WHERE_ANY,
  WHERE_LABEL,
} Where;

typedef struct
{
  char  *phrase;
  gsize  length;
  guint  max_words;
  float  weight;
  guint8 where;
  guint8 caption;
} Rule;

struct _DossierFurniture
{
  GArray     *rules;
  GHashTable *lines;  /* phrase → index + 1 */
  GHashTable *labels; /* the same, for what stands before a colon */
  GHashTable *words; /* hash of the first word → GArray of indexes */
  guint8      hint[1 << 13]; /* a bit for each first word: most words of a text stop here */
};

static void
rule_clear (gpointer data)
{
  g_free (((Rule *) data)->phrase);
}

static gboolean
read_where (const char *word,
            guint8     *where)
{
  static const char *const names[] = { "line", "start", "end", "any", "label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (word, names[i]) == 0)
      {
        *where = i;
        return TRUE;
      }
  return FALSE;
}

static inline guint32
hash_word (const char *word,
           gsize      *n)
{
  guint32 hash = 2166136261u;
  gsize i = 0;

  for (; word[i] != ' ' && word[i] != '\0'; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;
  *n = i;
  return hash;
}

static void
add_rule (DossierFurniture *self,
          Rule             *rule)
{
  guint index = self->rules->len;
  gsize n;
  guint32 hash = hash_word (rule->phrase, &n);
  GArray *list;

  g_array_append_val (self->rules, *rule);
  if (rule->where == WHERE_LINE || rule->where == WHERE_LABEL)
    {
      g_hash_table_insert (rule->where == WHERE_LINE ? self->lines : self->labels, rule->phrase, GUINT_TO_POINTER (index + 1));
      return;
    }

  list = g_hash_table_lookup (self->words, GUINT_TO_POINTER (hash));
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->words, GUINT_TO_POINTER (hash), list);
      self->hint[(hash >> 3) & 0x1fff] |= 1u << (hash & 7);
    }
  g_array_append_val (list, index);
}

/**
 * dossier_furniture_new:
 * @lexicon: a language's tables; "boilerplate" is read
 *
 * Returns: (transfer full): the matcher, immutable, safe in any thread
 */
DossierFurniture *
dossier_furniture_new (DossierLexicon *lexicon)
{
  DossierFurniture *self = g_new0 (DossierFurniture, 1);
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "boilerplate");
  guint n_rows = table != NULL ? dossier_table_n_rows (table) : 0;

  self->rules = g_array_new (FALSE, TRUE, sizeof (Rule));
  g_array_set_clear_func (self->rules, rule_clear);
  self->lines = g_hash_table_new (g_str_hash, g_str_equal);
  self->labels = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint row = 0; row < n_rows; row++)
    {
      Rule rule = { 0 };
      const char *phrase = dossier_table_cell (table, row, 4);

      if (phrase == NULL || *phrase == '\0' || !read_where (dossier_table_cell (table, row, 0), &rule.where))
        continue;
      rule.caption = g_strcmp0 (dossier_table_cell (table, row, 1), "caption") == 0;
      rule.max_words = g_ascii_strtoull (dossier_table_cell (table, row, 2), NULL, 10);
      rule.weight = g_ascii_strtod (dossier_table_cell (table, row, 3), NULL);
      rule.phrase = g_strdup (phrase);
      rule.length = strlen (phrase);
      add_rule (self, &rule);
    }
  return self;
}

/** dossier_furniture_free: */
void
dossier_furniture_free (DossierFurniture *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->words);
  g_array_unref (self->rules);
  g_free (self);
}

static gboolean
rule_fits (const Rule *rule,
           const char *folded,
           gsize       n_folded,
           gsize       at,
           guint       n_words)
{
  gsize after = at + rule->length;

  if (rule->max_words > 0 && n_words > rule->max_words)
    return FALSE;
  if (after > n_folded || memcmp (folded + at, rule->phrase, rule->length) != 0)
    return FALSE;
  if (after < n_folded && folded[after] != ' ')
    return FALSE;
  return rule->where == WHERE_START ? at == 0 : rule->where == WHERE_END ? after == n_folded : TRUE;
}

static void
score_at (DossierFurniture      *self,
          const char            *folded,
          gsize                  n_folded,
          gsize                  at,
          guint32                hash,
          guint                  n_words,
          DossierFurnitureScore *score)
{
  GArray *list = g_hash_table_lookup (self->words, GUINT_TO_POINTER (hash));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, g_array_index (list, guint, i));

      if (!rule_fits (rule, folded, n_folded, at, n_words))
        continue;
      if (rule->caption)
        score->caption += rule->weight;
      else
        score->boilerplate += rule->weight;
    }
}

/* "Photo: …", "Tags: …" */
static void
score_label (DossierFurniture      *self,
             const char            *line,
             gsize                  n_bytes,
             guint                  n_words,
             DossierFurnitureScore *score)
{
  const char *colon = memchr (line, ':', MIN (n_bytes, 32));
  char folded[96];
  gpointer found;

  if (colon == NULL || colon == line)
    return;
  dossier_lines_fold (line, colon - line, folded, sizeof folded);
  found = g_hash_table_lookup (self->labels, folded);
  if (found != NULL)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, GPOINTER_TO_UINT (found) - 1);

      if (rule->max_words == 0 || n_words <= rule->max_words)
        *(rule->caption ? &score->caption : &score->boilerplate) += rule->weight;
    }
}

/**
 * dossier_furniture_score:
 * @self: the matcher
 * @utf8: the text
 * @line: a line of it
 *
 * Adds up the rules that fit a line. The work is linear in the length of the
 * line; lines too long to be furniture are not looked at.
 *
 * Returns: the sums
 */
DossierFurnitureScore
dossier_furniture_score (DossierFurniture  *self,
                         const char        *utf8,
                         const DossierLine *line)
{
  DossierFurnitureScore score = { 0 };
  gsize n_bytes = line->bytes.end - line->bytes.start;
  char folded[LONGEST_LINE_BYTES * 2];
  gsize n_folded;
  gpointer whole;

  if (line->n_words > LONGEST_LINE_WORDS || n_bytes > LONGEST_LINE_BYTES || n_bytes == 0)
    return score;

  n_folded = dossier_lines_fold (utf8 + line->bytes.start, n_bytes, folded, sizeof folded);
  whole = line->n_words <= 16 ? g_hash_table_lookup (self->lines, folded) : NULL;
  if (whole != NULL)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, GPOINTER_TO_UINT (whole) - 1);

      score.whole = TRUE;
      *(rule->caption ? &score.caption : &score.boilerplate) += rule->weight;
      return score;
    }

  score_label (self, utf8 + line->bytes.start, n_bytes, line->n_words, &score);
  for (gsize at = 0; at < n_folded;)
    {
      gsize n;
      guint32 hash = hash_word (folded + at, &n);

      if (self->hint[(hash >> 3) & 0x1fff] & (1u << (hash & 7)))
        score_at (self, folded, n_folded, at, hash, line->n_words, &score);
      at += n + 1;
    }
  return score;
}
