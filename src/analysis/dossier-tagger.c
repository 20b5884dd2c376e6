/* dossier-tagger.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-tagger-private.h"

typedef struct
{
  DossierTagger *self;
  guint8         verb;
} Adder;

/* Words of these classes have numbers of their own, for the fitted figures. */
#define FUNCTIONS (DOSSIER_CLASS_PREPOSITION | DOSSIER_CLASS_COORDINATOR | DOSSIER_CLASS_SUBORDINATOR | \
                   DOSSIER_CLASS_WH | DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_OBJECT | DOSSIER_CLASS_PRONOUN | \
                   DOSSIER_CLASS_MODAL | DOSSIER_CLASS_TO | DOSSIER_CLASS_POSSESSIVE)

static const struct
{
  const char *name;
  guint32     class;
} class_names[] = {
  { "be", DOSSIER_CLASS_BE },
  { "have", DOSSIER_CLASS_HAVE },
  { "do", DOSSIER_CLASS_DO },
  { "modal", DOSSIER_CLASS_MODAL },
  { "negation", DOSSIER_CLASS_NEGATION },
  { "to", DOSSIER_CLASS_TO },
  { "subject", DOSSIER_CLASS_SUBJECT },
  { "object", DOSSIER_CLASS_OBJECT },
  { "pronoun", DOSSIER_CLASS_PRONOUN },
  { "possessive", DOSSIER_CLASS_POSSESSIVE },
  { "determiner", DOSSIER_CLASS_DETERMINER },
  { "quantifier", DOSSIER_CLASS_QUANTIFIER },
  { "preposition", DOSSIER_CLASS_PREPOSITION },
  { "particle", DOSSIER_CLASS_PARTICLE },
  { "coordinator", DOSSIER_CLASS_COORDINATOR },
  { "subordinator", DOSSIER_CLASS_SUBORDINATOR },
  { "wh", DOSSIER_CLASS_WH },
  { "that", DOSSIER_CLASS_THAT },
  { "existential", DOSSIER_CLASS_EXISTENTIAL },
  { "interjection", DOSSIER_CLASS_INTERJECTION },
  { "adverb", DOSSIER_CLASS_ADVERB },
  { "adjective", DOSSIER_CLASS_ADJECTIVE },
  { "noun", DOSSIER_CLASS_NOUN },
  { "subject-be", DOSSIER_CLASS_SUBJECT_BE },
  { "subject-have", DOSSIER_CLASS_SUBJECT_HAVE },
  { "subject-modal", DOSSIER_CLASS_SUBJECT_MODAL },
  { "day", DOSSIER_CLASS_DAY },
  { "month", DOSSIER_CLASS_MONTH },
  { "unit", DOSSIER_CLASS_UNIT },
  { "shift", DOSSIER_CLASS_SHIFT },
};

static WordInfo *
word_info (DossierTagger *self,
           const char    *word)
{
  guint32 id = dossier_vocabulary_intern (self->vocabulary, word);

  if (id >= self->infos->len)
    g_array_set_size (self->infos, id + 1);

  return &g_array_index (self->infos, WordInfo, id);
}

static void
add_class (DossierTagger *self,
           const char    *word,
           guint32        class)
{
  WordInfo *info = word_info (self, word);

  info->classes |= class;
  if (class & FUNCTIONS && info->function == 0 && self->functions->len < G_MAXUINT8)
    {
      guint32 id = dossier_vocabulary_intern (self->vocabulary, word);

      g_array_append_val (self->functions, id);
      info->function = self->functions->len;
    }
}

static void
read_classes (DossierTagger  *self,
              DossierLexicon *lexicon,
              const char     *name)
{
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, name);

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      g_auto (GStrv) words = g_strsplit (dossier_table_cell (table, row, 1), " ", -1);

      for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
        {
          if (!g_str_equal (class_names[i].name, dossier_table_cell (table, row, 0)))
            continue;
          for (guint j = 0; words[j] != NULL; j++)
            add_class (self, words[j], class_names[i].class);
        }
    }
}

static void
add_form (const char   *form,
          DossierForms  forms,
          gpointer      user_data)
{
  Adder *adder = user_data;
  WordInfo *info = word_info (adder->self, form);

  info->forms |= forms;
  info->verb = MAX (info->verb, adder->verb);
}

static void
read_verbs (DossierTagger     *self,
            DossierLexicon    *lexicon,
            DossierInflection *inflection)
{
  static const struct { const char *name; VerbClass verb; } verb_names[] = {
    { "v", VERB_ONLY }, { "vn", VERB_OR_NOUN }, { "nv", NOUN_OR_VERB }, { "va", VERB_OR_ADJECTIVE },
  };
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "verbs");
  g_autoptr (DossierTable) irregular = dossier_lexicon_open (lexicon, "irregular-verbs");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      g_auto (GStrv) bases = g_strsplit (dossier_table_cell (table, row, 1), " ", -1);
      Adder adder = { self, VERB_ONLY };

      for (guint i = 0; i < G_N_ELEMENTS (verb_names); i++)
        {
          if (g_str_equal (verb_names[i].name, dossier_table_cell (table, row, 0)))
            adder.verb = verb_names[i].verb;
        }
      for (guint i = 0; bases[i] != NULL; i++)
        dossier_inflection_verb (inflection, bases[i], add_form, &adder);
    }

  /* Those with forms of their own are verbs, named there or not. */
  for (guint row = 0; row < dossier_table_n_rows (irregular); row++)
    {
      Adder adder = { self, VERB_ONLY };

      dossier_inflection_verb (inflection, dossier_table_cell (irregular, row, 0), add_form, &adder);
    }
}

static void
add_infinitive (const char   *form,
                DossierForms  forms G_GNUC_UNUSED,
                gpointer      user_data)
{
  word_info (user_data, form)->classes |= DOSSIER_CLASS_INFINITIVE;
}

/* The cues that govern an infinitive: after them "to" is no preposition. */
static void
read_infinitives (DossierTagger     *self,
                  DossierLexicon    *lexicon,
                  DossierInflection *inflection)
{
  g_autoptr (DossierTable) cues = dossier_lexicon_open (lexicon, "cues");

  for (guint row = 0; row < dossier_table_n_rows (cues); row++)
    {
      const char *lemma = dossier_table_cell (cues, row, 0);
      const char *part = dossier_table_cell (cues, row, 1);

      if (strchr (dossier_table_cell (cues, row, 6), 'i') == NULL || strchr (lemma, ' ') != NULL)
        continue;
      if (g_str_equal (part, "verb"))
        dossier_inflection_verb (inflection, lemma, add_infinitive, self);
      else if (g_str_equal (part, "noun"))
        dossier_inflection_noun (inflection, lemma, add_infinitive, self);
      else
        add_infinitive (lemma, 0, self);
    }
}

/**
 * dossier_tagger_new:
 * @lexicon: tables "closed-words", "calendar-words", "titles", "verbs" and
 *   "cues" are read now; its vocabulary takes their words
 */
DossierTagger *
dossier_tagger_new (DossierLexicon    *lexicon,
                    DossierInflection *inflection)
{
  DossierTagger *self = g_new0 (DossierTagger, 1);
  g_autoptr (DossierTable) titles = dossier_lexicon_open (lexicon, "titles");

  self->vocabulary = dossier_vocabulary_ref (dossier_lexicon_vocabulary (lexicon));
  self->infos = g_array_new (FALSE, TRUE, sizeof (WordInfo));
  self->functions = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_verbs (self, lexicon, inflection);
  read_classes (self, lexicon, "closed-words");
  read_classes (self, lexicon, "calendar-words");
  read_infinitives (self, lexicon, inflection);
  for (guint row = 0; row < dossier_table_n_rows (titles); row++)
    {
      const char *title = dossier_table_cell (titles, row, 0);
      g_autofree char *stopped = g_strconcat (title, ".", NULL);

      word_info (self, title)->classes |= DOSSIER_CLASS_TITLE;
      word_info (self, stopped)->classes |= DOSSIER_CLASS_TITLE;
    }

  return self;
}

void
dossier_tagger_free (DossierTagger *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->functions);
  g_array_unref (self->infos);
  dossier_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/**
 * dossier_tagger_vocabulary:
 *
 * Returns: (transfer none): the words that the tagger's numbers mean
 */
DossierVocabulary *
dossier_tagger_vocabulary (const DossierTagger *self)
{
  return self->vocabulary;
}

/**
 * dossier_tagger_classes:
 *
 * Returns: the #DossierWordClasses of a word of the vocabulary
 */
guint
dossier_tagger_classes (const DossierTagger *self,
                        guint32              word)
{
  return info_of (self, word)->classes;
}

/**
 * dossier_tagger_function:
 *
 * Returns: the small number of a function word ("of", "she"), 0 for other words
 */
guint8
dossier_tagger_function (const DossierTagger *self,
                         guint32              word)
{
  return info_of (self, word)->function;
}

/**
 * dossier_tagger_function_named:
 *
 * Returns: the number of the function word @word, 0 when it is none
 */
guint8
dossier_tagger_function_named (const DossierTagger *self,
                               const char          *word)
{
  return info_of (self, dossier_vocabulary_lookup (self->vocabulary, word, strlen (word)))->function;
}

/**
 * dossier_tagger_function_word:
 *
 * Returns: the function word of that number, "-" for 0
 */
const char *
dossier_tagger_function_word (const DossierTagger *self,
                              guint8               function)
{
  return function == 0 || function > self->functions->len ? "-"
         : dossier_vocabulary_word (self->vocabulary, g_array_index (self->functions, guint32, function - 1));
}
