/* dossier-weights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "dossier-weights.h"

/* What is added up for a candidate: sorts of features, each with up to three
 * small numbers that name the case. */
typedef enum
{
  FEATURE_CUE,          /* cue */
  FEATURE_CUE_FRAME,    /* cue, frame */
  FEATURE_CUE_WORD,     /* cue, preposition */
  FEATURE_GROUP_FRAME,  /* group, frame */
  FEATURE_GROUP_FORM,   /* group, form, passive */
  FEATURE_FRAME_FORM,   /* frame, form, passive */
  FEATURE_SUBJECT,      /* frame, subject kind */
  FEATURE_QUOTATION,    /* frame, in quotation, quoted */
  FEATURE_CUE_QUOTATION,/* cue, in quotation */
  FEATURE_NEGATED,      /* group, negated, modal */
  FEATURE_LENGTH,       /* frame, length of the content */
  N_FEATURES,
} Feature;

typedef struct
{
  guint8  feature;
  guint8  b;
  guint8  c;
  guint32 a;
} Key;

struct _DossierWeights
{
  GHashTable *weights; /* packed Key → weight in 1/1000, offset */
  gboolean    empty;
};

#define OFFSET 100000

static const char * const feature_names[N_FEATURES] = {
  "cue", "cue-frame", "cue-word", "group-frame", "group-form", "frame-form", "subject", "quotation",
  "cue-quotation", "negated", "length",
};

static guint
length_class (const DossierCandidate *candidate)
{
  guint n = 0;

  for (guint i = 0; i < candidate->n_content; i++)
    n += candidate->content[i].last - candidate->content[i].first;

  return n <= 1 ? 0 : n <= 2 ? 1 : n <= 4 ? 2 : n <= 8 ? 3 : n <= 16 ? 4 : n <= 32 ? 5 : 6;
}

/* The features of a candidate; returns their number. */
static guint
features_of (const DossierReading   *reading,
             const DossierCandidate *candidate,
             Key                     keys[N_FEATURES])
{
  const DossierCue *cue = dossier_cues_get (reading->cues, candidate->cue_number);
  guint32 number = candidate->cue_number;
  guint8 frame = candidate->frame;
  guint8 group = cue->group + (cue->part == DOSSIER_CUE_NOUN ? 16 : cue->part == DOSSIER_CUE_ADJECTIVE ? 32 : 0);
  guint n = 0;

  keys[n++] = (Key){ FEATURE_CUE, 0, 0, number };
  keys[n++] = (Key){ FEATURE_CUE_FRAME, frame, 0, number };
  if (candidate->preposition != 0)
    keys[n++] = (Key){ FEATURE_CUE_WORD, 0, 0, number * 65536 + candidate->preposition };
  keys[n++] = (Key){ FEATURE_GROUP_FRAME, frame, 0, group };
  keys[n++] = (Key){ FEATURE_GROUP_FORM, candidate->form, candidate->passive, group };
  keys[n++] = (Key){ FEATURE_FRAME_FORM, candidate->form, candidate->passive, frame };
  keys[n++] = (Key){ FEATURE_SUBJECT, candidate->subject_kind, 0, frame };
  keys[n++] = (Key){ FEATURE_QUOTATION, candidate->in_quotation, candidate->quoted, frame };
  keys[n++] = (Key){ FEATURE_CUE_QUOTATION, candidate->in_quotation, 0, number };
  keys[n++] = (Key){ FEATURE_NEGATED, candidate->negated, candidate->modal, group };
  keys[n++] = (Key){ FEATURE_LENGTH, length_class (candidate), 0, frame };

  return n;
}

static guint64
pack (Key key)
{
  return (guint64)key.a << 24 | (guint64)key.b << 16 | (guint64)key.c << 8 | key.feature;
}

/* The name of a cue as the table has it: base form and part of speech. */
static char *
name_cue (DossierCues *cues,
          guint        number)
{
  const DossierCue *cue = dossier_cues_get (cues, number);

  return g_strdup_printf ("%s/%u", cue->lemma, cue->part);
}

static char *
name_key (const DossierReading *reading,
          Key                   key)
{
  DossierVocabulary *vocabulary = dossier_tagger_vocabulary (reading->clauses->tagger);
  g_autofree char *a = NULL;

  if (key.feature == FEATURE_CUE || key.feature == FEATURE_CUE_FRAME || key.feature == FEATURE_CUE_QUOTATION)
    a = name_cue (reading->cues, key.a);
  else if (key.feature == FEATURE_CUE_WORD)
    {
      g_autofree char *cue = name_cue (reading->cues, key.a >> 16);

      a = g_strdup_printf ("%s/%s", cue, dossier_vocabulary_word (vocabulary, key.a & 0xFFFF));
    }
  else
    a = g_strdup_printf ("%u", key.a);

  return g_strdup_printf ("%s\t%s\t%u\t%u", feature_names[key.feature], a, key.b, key.c);
}

/**
 * dossier_weights_names:
 * @names: takes the candidate's features as the table "cue-weights" names them
 *
 * For the script that fits the figures.
 */
void
dossier_weights_names (const DossierReading   *reading,
                       const DossierCandidate *candidate,
                       GPtrArray              *names)
{
  Key keys[N_FEATURES];
  guint n = features_of (reading, candidate, keys);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, name_key (reading, keys[i]));
}

static gboolean
parse_key (DossierVocabulary *vocabulary,
           GHashTable        *cues,
           DossierTable      *table,
           guint              row,
           Key               *key)
{
  const char *name = dossier_table_cell (table, row, 0);
  const char *a = dossier_table_cell (table, row, 1);
  gpointer number;

  for (key->feature = 0; key->feature < N_FEATURES && !g_str_equal (feature_names[key->feature], name);)
    key->feature++;
  key->b = g_ascii_strtoull (dossier_table_cell (table, row, 2), NULL, 10);
  key->c = g_ascii_strtoull (dossier_table_cell (table, row, 3), NULL, 10);
  switch ((Feature)key->feature)
    {
    case FEATURE_CUE:
    case FEATURE_CUE_FRAME:
    case FEATURE_CUE_QUOTATION:
      if (!g_hash_table_lookup_extended (cues, a, NULL, &number))
        return FALSE;
      key->a = GPOINTER_TO_UINT (number);
      return TRUE;
    case FEATURE_CUE_WORD:
      {
        g_auto (GStrv) parts = g_strsplit (a, "/", -1);
        g_autofree char *cue = NULL;

        if (g_strv_length (parts) != 3)
          return FALSE;
        cue = g_strjoin ("/", parts[0], parts[1], NULL);
        if (!g_hash_table_lookup_extended (cues, cue, NULL, &number))
          return FALSE;
        key->a = GPOINTER_TO_UINT (number) * 65536 + dossier_vocabulary_intern (vocabulary, parts[2]);
        return TRUE;
      }
    default:
      key->a = g_ascii_strtoull (a, NULL, 10);
      return key->feature < N_FEATURES;
    }
}

/**
 * dossier_weights_new:
 * @lexicon: its table "cue-weights" is read now
 */
DossierWeights *
dossier_weights_new (DossierLexicon *lexicon,
                     DossierCues    *cues)
{
  DossierWeights *self = g_new0 (DossierWeights, 1);
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "cue-weights");
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < dossier_cues_n_cues (cues); i++)
    g_hash_table_insert (numbers, name_cue (cues, i), GUINT_TO_POINTER (i));
  self->weights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->empty = dossier_table_n_rows (table) == 0;
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      Key key = { 0 };

      if (parse_key (dossier_lexicon_vocabulary (lexicon), numbers, table, row, &key))
        {
          guint64 *packed = g_new (guint64, 1);
          int weight = g_ascii_strtoll (dossier_table_cell (table, row, 4), NULL, 10);

          *packed = pack (key);
          g_hash_table_insert (self->weights, packed, GINT_TO_POINTER (weight + OFFSET));
        }
    }

  return self;
}

void
dossier_weights_free (DossierWeights *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->weights);
  g_free (self);
}

/**
 * dossier_weights_apply:
 *
 * Sets the confidence of every candidate of @reading.
 */
void
dossier_weights_apply (const DossierWeights *self,
                       DossierReading       *reading)
{
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DossierCandidate *candidate = &g_array_index (reading->candidates, DossierCandidate, i);
      Key keys[N_FEATURES];
      guint n = features_of (reading, candidate, keys);
      int sum = 0;

      for (guint j = 0; j < n; j++)
        {
          guint64 packed = pack (keys[j]);
          gpointer found = g_hash_table_lookup (self->weights, &packed);

          if (found != NULL)
            sum += GPOINTER_TO_INT (found) - OFFSET;
        }
      candidate->confidence = self->empty ? 1 : 1 / (1 + expf (-sum / 1000.0f));
    }
}
