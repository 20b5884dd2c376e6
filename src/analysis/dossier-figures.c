/* dossier-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "dossier-figures.h"

/* A key of 47 bits above a weight of 16: eight bytes, so that the table stays
 * in the cache. */
typedef guint64 Slot; /* 0: free */

struct _DossierFigures
{
  Slot  *slots; /* open addressing */
  guint  mask;
};

static inline guint64
pack (const DossierFeature *feature)
{
  return (1 | (guint64)feature->sort << 1 | (guint64)feature->function << 6 | (guint64)feature->a << 14 |
          (guint64)feature->b << 21 | (guint64)feature->c << 28 | (guint64)feature->cue << 34) << 16;
}

static gboolean
fits (const DossierFeature *feature)
{
  return feature->sort < 32 && feature->a < 128 && feature->b < 128 && feature->c < 64 && feature->cue < 8192;
}

static inline guint
place_of (const DossierFigures *self,
          guint64               key)
{
  return (guint)((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 40) & self->mask;
}

static inline Slot *
find_slot (const DossierFigures *self,
           guint64               key)
{
  guint i = place_of (self, key);

  while (self->slots[i] != 0 && self->slots[i] >> 16 != key >> 16)
    i = (i + 1) & self->mask;

  return &self->slots[i];
}

/* The name of a cue as the tables have it: base form and part of speech. */
static char *
name_cue (DossierCues *cues,
          guint        number)
{
  const DossierCue *cue = dossier_cues_get (cues, number);

  return g_strdup_printf ("%s/%u", cue->lemma, cue->part);
}

/**
 * dossier_figures_name:
 *
 * The feature as the tables name it, for the script that fits the figures:
 * sort, function word, three numbers, cue; divided by TAB.
 */
char *
dossier_figures_name (const DossierFeature *feature,
                      const char * const   *sorts,
                      DossierCues          *cues,
                      const DossierTagger  *tagger)
{
  g_autofree char *cue = feature->cue > 0 ? name_cue (cues, feature->cue - 1) : g_strdup ("-");
  const char *word = dossier_tagger_function_word (tagger, feature->function);

  return g_strdup_printf ("%s\t%s\t%u\t%u\t%u\t%s", sorts[feature->sort], word, feature->a, feature->b,
                          feature->c, cue);
}

static gboolean
parse_row (DossierTable        *table,
           guint                row,
           const char * const  *sorts,
           guint                n_sorts,
           GHashTable          *cues,
           const DossierTagger *tagger,
           DossierFeature      *feature)
{
  const char *cue = dossier_table_cell (table, row, 5);
  gpointer number = NULL;

  while (feature->sort < n_sorts && !g_str_equal (sorts[feature->sort], dossier_table_cell (table, row, 0)))
    feature->sort++;
  if (*cue != '-' && !g_hash_table_lookup_extended (cues, cue, NULL, &number))
    return FALSE;
  feature->function = dossier_tagger_function_named (tagger, dossier_table_cell (table, row, 1));
  feature->a = atoi (dossier_table_cell (table, row, 2));
  feature->b = atoi (dossier_table_cell (table, row, 3));
  feature->c = atoi (dossier_table_cell (table, row, 4));
  feature->cue = GPOINTER_TO_UINT (number);

  return feature->sort < n_sorts;
}

/**
 * dossier_figures_new:
 * @table: of the lexicon
 * @sorts: (array length=n_sorts): names of the sorts of features
 */
DossierFigures *
dossier_figures_new (DossierLexicon      *lexicon,
                     const char          *table,
                     const char * const  *sorts,
                     guint                n_sorts,
                     DossierCues         *cues,
                     const DossierTagger *tagger)
{
  DossierFigures *self = g_new0 (DossierFigures, 1);
  g_autoptr (DossierTable) rows = dossier_lexicon_open (lexicon, table);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossier_cues_n_cues (cues); i++)
    g_hash_table_insert (numbers, name_cue (cues, i), GUINT_TO_POINTER (i + 1));
  self->mask = 63;
  while (self->mask < 2 * dossier_table_n_rows (rows))
    self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (Slot, self->mask + 1);
  for (guint row = 0; row < dossier_table_n_rows (rows); row++)
    {
      DossierFeature feature = { 0 };

      if (parse_row (rows, row, sorts, n_sorts, numbers, tagger, &feature) && fits (&feature))
        {
          int weight = CLAMP (atoi (dossier_table_cell (rows, row, 6)), G_MININT16, G_MAXINT16);

          *find_slot (self, pack (&feature)) = pack (&feature) | (guint16)(gint16)weight;
        }
    }

  return self;
}

void
dossier_figures_free (DossierFigures *self)
{
  if (self == NULL)
    return;

  g_free (self->slots);
  g_free (self);
}

/**
 * dossier_figures_sum:
 *
 * Returns: the weights of all @features together, in 1/1000; above 0 the
 *   thing is more likely than not
 */
int
dossier_figures_sum (const DossierFigures *self,
                     const DossierFeature *features,
                     guint                 n_features)
{
  int sum = 0;

  /* All slots are asked for before the first is read: the misses overlap. */
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->slots[place_of (self, pack (&features[i]))]);
  for (guint i = 0; i < n_features; i++)
    sum += (gint16)(guint16)*find_slot (self, pack (&features[i]));

  return sum;
}
