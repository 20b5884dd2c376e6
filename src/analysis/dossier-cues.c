/* dossier-cues.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-cues.h"

/* The words after the first of a cue: "for" in "call for". */
typedef struct
{
  guint32 first;
  guint32 n;
} Rest;

struct _DossierCues
{
  DossierTable      *table;
  DossierTable      *verbs;
  DossierVocabulary *vocabulary;
  GArray            *cues;     /* DossierCue */
  GArray            *rests;    /* Rest, by cue */
  GArray            *words;    /* guint32: the words of all rests */
  GPtrArray         *starting; /* GArray of guint16, by word, while the table is read */
  guint32           *offsets;  /* by word: its first in @numbers; one more at the end */
  guint16           *numbers;
  guint32            n_words;
  int                mark;
};

typedef struct
{
  DossierCues *self;
  guint16      cue;
} Adder;

static const char * const part_names[] = { "verb", "noun", "adjective", "adverb", "phrase" };

static const char * const group_names[DOSSIER_N_CUE_GROUPS] = {
  "say", "tell", "ask", "allege", "accusing", "deny", "decline", "find", "believe", "intend", "back",
  "act", "move", "feature", "according", "hearsay", "other",
};

static int
name_index (const char * const *names,
            guint               n_names,
            const char         *name)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        return i;
    }

  return -1;
}

static int
parse_kind (const char *nick)
{
  DossierKind kind;

  return dossier_kind_from_nick (nick, &kind) ? (int)kind : DOSSIER_CUE_NO_KIND;
}

static DossierCueFrames
parse_frames (const char *letters)
{
  static const char known[] = "crqwiogps";
  DossierCueFrames frames = 0;

  for (; *letters != '\0'; letters++)
    {
      const char *at = strchr (known, *letters);

      if (at != NULL)
        frames |= 1 << (at - known);
    }

  return frames;
}

static void
add_form (const char   *form,
          DossierForms  forms G_GNUC_UNUSED,
          gpointer      user_data)
{
  Adder *adder = user_data;
  guint32 word = dossier_vocabulary_intern (adder->self->vocabulary, form);
  GArray *numbers;

  if (word >= adder->self->starting->len)
    g_ptr_array_set_size (adder->self->starting, word + 1);
  numbers = g_ptr_array_index (adder->self->starting, word);
  if (numbers == NULL)
    g_ptr_array_index (adder->self->starting, word) = numbers = g_array_new (FALSE, FALSE, sizeof (guint16));
  if (numbers->len == 0 || g_array_index (numbers, guint16, numbers->len - 1) != adder->cue)
    g_array_append_val (numbers, adder->cue);
}

static void
add_rest (DossierCues  *self,
          char        **words)
{
  Rest rest = { .first = self->words->len };

  for (; *words != NULL; words++, rest.n++)
    {
      guint32 word = dossier_vocabulary_intern (self->vocabulary, *words);

      g_array_append_val (self->words, word);
    }
  g_array_append_val (self->rests, rest);
}

static void
add_cue (DossierCues       *self,
         DossierInflection *inflection,
         guint              row)
{
  DossierCue cue = { .lemma = dossier_table_cell (self->table, row, 0) };
  g_auto (GStrv) words = g_strsplit (cue.lemma, " ", -1);
  Adder adder = { self, self->cues->len };
  const char *polarity = dossier_table_cell (self->table, row, 5);

  cue.part = MAX (0, name_index (part_names, G_N_ELEMENTS (part_names), dossier_table_cell (self->table, row, 1)));
  cue.group = MAX (0, name_index (group_names, G_N_ELEMENTS (group_names), dossier_table_cell (self->table, row, 2)));
  cue.kind = parse_kind (dossier_table_cell (self->table, row, 3));
  cue.also = parse_kind (dossier_table_cell (self->table, row, 4));
  cue.polarity = *polarity == '-' ? -1 : *polarity == '0' ? 0 : 1;
  cue.frames = parse_frames (dossier_table_cell (self->table, row, 6));
  g_array_append_val (self->cues, cue);

  add_rest (self, words + 1);
  if (cue.part == DOSSIER_CUE_VERB)
    dossier_inflection_verb (inflection, words[0], add_form, &adder);
  else if (cue.part == DOSSIER_CUE_NOUN)
    dossier_inflection_noun (inflection, words[0], add_form, &adder);
  else
    add_form (words[0], 0, &adder);
}

/* Any verb may show that somebody thinks or says something; most do not. */
static void
add_other_verbs (DossierCues       *self,
                 DossierInflection *inflection,
                 DossierLexicon    *lexicon)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  char *no_words[] = { NULL };

  for (guint i = 0; i < self->cues->len; i++)
    {
      const DossierCue *cue = &g_array_index (self->cues, DossierCue, i);

      if (cue->part == DOSSIER_CUE_VERB)
        g_hash_table_add (known, (gpointer)cue->lemma);
    }
  self->verbs = dossier_lexicon_open (lexicon, "verbs");
  for (guint row = 0; row < dossier_table_n_rows (self->verbs); row++)
    {
      g_auto (GStrv) bases = g_strsplit (dossier_table_cell (self->verbs, row, 1), " ", -1);

      for (guint i = 0; bases[i] != NULL; i++)
        {
          DossierCue cue = {
            .part = DOSSIER_CUE_VERB, .group = DOSSIER_CUE_GROUP_OTHER, .kind = DOSSIER_CUE_NO_KIND,
            .also = DOSSIER_CUE_NO_KIND, .polarity = 1,
            .frames = DOSSIER_FRAME_CLAUSE | DOSSIER_FRAME_OBJECT | DOSSIER_FRAME_INFINITIVE,
          };
          Adder adder = { self, self->cues->len };

          if (g_hash_table_contains (known, bases[i]))
            continue;
          cue.lemma = g_intern_string (bases[i]);
          g_array_append_val (self->cues, cue);
          add_rest (self, no_words);
          dossier_inflection_verb (inflection, bases[i], add_form, &adder);
        }
    }
}

/* Lists by word become one array: the reading of a text only looks them up. */
static void
pack (DossierCues *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint16));

  self->n_words = self->starting->len;
  self->offsets = g_new0 (guint32, self->n_words + 1);
  for (guint i = 0; i < self->n_words; i++)
    {
      GArray *list = g_ptr_array_index (self->starting, i);

      self->offsets[i] = numbers->len;
      if (list != NULL)
        g_array_append_vals (numbers, list->data, list->len);
      g_clear_pointer (&list, g_array_unref);
    }
  self->offsets[self->n_words] = numbers->len;
  self->numbers = g_memdup2 (numbers->data, numbers->len * sizeof (guint16));
  g_clear_pointer (&self->starting, g_ptr_array_unref);
}

/**
 * dossier_cues_new:
 * @lexicon: its table "cues" is read; its vocabulary takes the cues' words
 * @inflection: makes their forms
 */
DossierCues *
dossier_cues_new (DossierLexicon    *lexicon,
                  DossierInflection *inflection)
{
  DossierCues *self = g_new0 (DossierCues, 1);
  DossierCue mark = {
    .lemma = "", .part = DOSSIER_CUE_MARK, .group = DOSSIER_CUE_GROUP_SAY,
    .kind = DOSSIER_KIND_STATEMENT, .also = DOSSIER_CUE_NO_KIND, .polarity = 1,
    .frames = DOSSIER_FRAME_QUOTATION | DOSSIER_FRAME_CLAUSE,
  };
  char *no_words[] = { NULL };

  self->table = dossier_lexicon_open (lexicon, "cues");
  self->vocabulary = dossier_vocabulary_ref (dossier_lexicon_vocabulary (lexicon));
  self->cues = g_array_new (FALSE, FALSE, sizeof (DossierCue));
  self->rests = g_array_new (FALSE, FALSE, sizeof (Rest));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starting = g_ptr_array_new ();
  for (guint row = 0; row < dossier_table_n_rows (self->table); row++)
    add_cue (self, inflection, row);

  self->mark = self->cues->len;
  g_array_append_val (self->cues, mark);
  add_rest (self, no_words);
  add_other_verbs (self, inflection, lexicon);
  pack (self);

  return self;
}

void
dossier_cues_free (DossierCues *self)
{
  if (self == NULL)
    return;

  g_free (self->numbers);
  g_free (self->offsets);
  g_array_unref (self->words);
  g_array_unref (self->rests);
  g_array_unref (self->cues);
  dossier_vocabulary_unref (self->vocabulary);
  dossier_table_free (self->verbs);
  dossier_table_free (self->table);
  g_free (self);
}

guint
dossier_cues_n_cues (DossierCues *self)
{
  return self->cues->len;
}

/**
 * dossier_cues_get:
 * @cue: number, as in DossierAttribution.verb
 */
const DossierCue *
dossier_cues_get (DossierCues *self,
                  guint        cue)
{
  g_return_val_if_fail (cue < self->cues->len, NULL);

  return &g_array_index (self->cues, DossierCue, cue);
}

/**
 * dossier_cues_find:
 *
 * Returns: the number of a cue, or -1 when the table has none of that base form
 */
int
dossier_cues_find (DossierCues    *self,
                   const char     *lemma,
                   DossierCuePart  part)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      const DossierCue *cue = &g_array_index (self->cues, DossierCue, i);

      if (cue->part == part && g_str_equal (cue->lemma, lemma))
        return i;
    }

  return -1;
}

/**
 * dossier_cues_mark:
 *
 * Returns: the number of the cue that is no word: a colon, or quotation marks alone
 */
int
dossier_cues_mark (DossierCues *self)
{
  return self->mark;
}

/**
 * dossier_cues_starting:
 * @word: number in the vocabulary
 *
 * Returns: (array length=n_cues): numbers of the cues a form of whose first
 *   word is @word, borrowed
 */
const guint16 *
dossier_cues_starting (DossierCues *self,
                       guint32      word,
                       guint       *n_cues)
{
  if (word >= self->n_words)
    {
      *n_cues = 0;
      return NULL;
    }
  *n_cues = self->offsets[word + 1] - self->offsets[word];

  return self->numbers + self->offsets[word];
}

/**
 * dossier_cues_rest:
 *
 * Returns: (array length=n_words): the words of a cue after its first, borrowed
 */
const guint32 *
dossier_cues_rest (DossierCues *self,
                   guint        cue,
                   guint       *n_words)
{
  const Rest *rest = &g_array_index (self->rests, Rest, cue);

  *n_words = rest->n;

  return (const guint32 *)(gpointer)self->words->data + rest->first;
}
