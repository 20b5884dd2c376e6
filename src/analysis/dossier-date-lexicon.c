/* dossier-date-lexicon.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "dossier-date-lexicon.h"

struct _DossierDateWords
{
  DossierVocabulary *vocabulary;
  GArray            *places;  /* guint16: by word of the vocabulary, its place in @words */
  GArray            *words;   /* DossierDateWord: the first is empty */
  GArray            *phrases; /* DossierDatePhrase */
  DossierPhrases    *trie;
};

/* The names that the tables use; the place in a list is the value of the enumeration. */
static const char *const unit_names[] = {
  "", "S", "MIN", "H", "D", "WE", "W", "FN", "M", "Q", "Y", "E", "C", "L", NULL
};
static const char *const season_names[] = { "", "SP", "SU", "FA", "WI", NULL };
static const char *const part_names[] = { "", "MO", "MD", "AF", "EV", "NI", "DT", NULL };
static const char *const shift_names[] = {
  "", "last", "this", "next", "past", "coming", "current", "previous", "following", "that",
  "same", "latest", NULL
};
static const char *const edge_names[] = { "", "early", "late", "mid", "start", "end", "rest", NULL };
static const char *const turn_names[] = {
  "", "ago", "earlier", "later", "before", "after", "ahead", NULL
};
static const char *const every_names[] = { "", "each", "per", NULL };
static const char *const ref_names[] = { "", "PAST_REF", "PRESENT_REF", "FUTURE_REF", NULL };
static const char *const meridiem_names[] = { "", "0", "12", NULL };
static const char *const era_names[] = { "", "bc", "ad", NULL };
static const char *const tense_names[] = { "", "past", "future", "future-to", "present-to", "future-after", NULL };
static const char *const hedge_names[] = { "about", "more", "less", NULL };

static const struct
{
  const char *name;
  guint32     role;
} role_names[] = {
  { "the", DOSSIER_DATE_ROLE_THE },         { "a", DOSSIER_DATE_ROLE_A },
  { "of", DOSSIER_DATE_ROLE_OF },           { "and", DOSSIER_DATE_ROLE_AND },
  { "or", DOSSIER_DATE_ROLE_OR },           { "in", DOSSIER_DATE_ROLE_IN },
  { "on", DOSSIER_DATE_ROLE_ON },           { "at", DOSSIER_DATE_ROLE_AT },
  { "to", DOSSIER_DATE_ROLE_TO },           { "from", DOSSIER_DATE_ROLE_FROM },
  { "between", DOSSIER_DATE_ROLE_BETWEEN }, { "since", DOSSIER_DATE_ROLE_SINCE },
  { "until", DOSSIER_DATE_ROLE_UNTIL },     { "by", DOSSIER_DATE_ROLE_BY },
  { "before", DOSSIER_DATE_ROLE_BEFORE },   { "after", DOSSIER_DATE_ROLE_AFTER },
  { "during", DOSSIER_DATE_ROLE_DURING },   { "for", DOSSIER_DATE_ROLE_FOR },
  { "half", DOSSIER_DATE_ROLE_HALF },       { "fiscal", DOSSIER_DATE_ROLE_FISCAL },
  { "o'clock", DOSSIER_DATE_ROLE_OCLOCK },  { "old", DOSSIER_DATE_ROLE_OLD },
  { "long", DOSSIER_DATE_ROLE_LONG },       { "more", DOSSIER_DATE_ROLE_MORE },
  { "count", DOSSIER_DATE_ROLE_COUNT },     { "careful", DOSSIER_DATE_ROLE_CAREFUL },
  { "period", DOSSIER_DATE_ROLE_PERIOD },   { "ended", DOSSIER_DATE_ROLE_ENDED },
  { "so", DOSSIER_DATE_ROLE_SO },
  { "named", DOSSIER_DATE_ROLE_NAMED },
};

static int
find_name (const char *const *names,
           const char        *name)
{
  for (int i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], name) == 0)
        return i;
    }

  return 0;
}

static guint8
singular_or_plural (DossierDateWord   *word,
                    const char        *role,
                    const char *const *names,
                    const char        *value)
{
  word->plural |= g_str_has_suffix (role, "s");

  return names != NULL ? find_name (names, value) : atoi (value);
}

static void
set_role (DossierDateWord *word,
          const char      *role,
          const char      *value)
{
  if (g_str_equal (role, "month"))
    word->month = atoi (value);
  else if (g_str_has_prefix (role, "weekday"))
    word->weekday = singular_or_plural (word, role, NULL, value);
  else if (g_str_has_prefix (role, "unit"))
    word->unit = singular_or_plural (word, role, unit_names, value);
  else if (g_str_has_prefix (role, "season"))
    word->season = singular_or_plural (word, role, season_names, value);
  else if (g_str_has_prefix (role, "daypart"))
    word->part = singular_or_plural (word, role, part_names, value);
  else if (g_str_equal (role, "shift"))
    word->shift = find_name (shift_names, value);
  else if (g_str_equal (role, "edge"))
    word->edge = find_name (edge_names, value);
  else if (g_str_equal (role, "turn"))
    word->turn = find_name (turn_names, value);
  else if (g_str_equal (role, "every"))
    word->every = find_name (every_names, value);
  else if (g_str_equal (role, "set"))
    word->set = find_name (unit_names, value);
  else if (g_str_equal (role, "deictic") || g_str_equal (role, "deictic-night"))
    {
      word->is_deictic = g_str_equal (role, "deictic") ? 1 : 2;
      word->deictic = atoi (value);
    }
  else if (g_str_equal (role, "ref"))
    word->ref = find_name (ref_names, value);
  else if (g_str_equal (role, "number"))
    word->number = atoi (value) + 1;
  else if (g_str_equal (role, "scale"))
    word->scale = atoi (value);
  else if (g_str_equal (role, "ordinal"))
    word->ordinal = atoi (value);
  else if (g_str_equal (role, "vague"))
    word->vague = g_str_equal (value, "X") ? DOSSIER_DATE_VAGUE : atoi (value);
  else if (g_str_equal (role, "decade"))
    word->decade = atoi (value);
  else if (g_str_equal (role, "meridiem"))
    word->meridiem = find_name (meridiem_names, value);
  else if (g_str_equal (role, "era"))
    word->era = find_name (era_names, value);
  else if (g_str_equal (role, "zone"))
    word->zone = atoi (value);
  else if (g_str_equal (role, "clock"))
    word->clock = atoi (value);
  else if (g_str_equal (role, "tense"))
    word->tense = find_name (tense_names, value);
  else if (g_str_equal (role, "label"))
    word->roles |= DOSSIER_DATE_ROLE_LABEL | (atoi (value) == 2 ? DOSSIER_DATE_ROLE_UPDATED : 0);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
        {
          if (g_str_equal (role_names[i].name, role))
            word->roles |= role_names[i].role;
        }
    }
}

static DossierDateWord *
get_or_add (DossierDateWords *self,
            const char       *text)
{
  guint32 id = dossier_vocabulary_intern (self->vocabulary, text);
  guint16 place;

  if (id >= self->places->len)
    g_array_set_size (self->places, id + 1);
  place = g_array_index (self->places, guint16, id);
  if (place == 0 && self->words->len <= G_MAXUINT16)
    {
      place = self->words->len;
      g_array_set_size (self->words, place + 1);
      g_array_index (self->places, guint16, id) = place;
    }

  return &g_array_index (self->words, DossierDateWord, place);
}

static void
add_phrase (DossierDateWords      *self,
            const char            *text,
            DossierDatePhraseClass class,
            int                    value,
            const char            *rule)
{
  DossierDatePhrase phrase = { class, value, g_strdup (rule) };

  dossier_phrases_add (self->trie, text, self->phrases->len);
  g_array_append_val (self->phrases, phrase);
}

static void
read_phrase (DossierDateWords *self,
             const char       *text,
             const char       *class,
             const char       *value)
{
  if (g_str_equal (class, "hedge"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_HEDGE, find_name (hedge_names, value), NULL);
  else if (g_str_equal (class, "edge"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_EDGE, find_name (edge_names, value), NULL);
  else if (g_str_equal (class, "shift"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_SHIFT, find_name (shift_names, value), NULL);
  else if (g_str_equal (class, "ref"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_REF, find_name (ref_names, value), NULL);
  else if (g_str_equal (class, "day"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_DAY, atoi (value), NULL);
  else if (g_str_equal (class, "year-end"))
    add_phrase (self, text, DOSSIER_DATE_PHRASE_YEAR_END, find_name (unit_names, value), NULL);
}

/* The past of irregular verbs, where it is not the base form too. */
static void
read_verbs (DossierDateWords *self,
            DossierTable     *verbs)
{
  for (guint row = 0; row < dossier_table_n_rows (verbs); row++)
    {
      g_auto(GStrv) forms = g_strsplit (dossier_table_cell (verbs, row, 1), " ", -1);

      for (guint i = 0; forms[i] != NULL; i++)
        {
          DossierDateWord *word;

          if (*forms[i] == '\0' || g_str_equal (forms[i], dossier_table_cell (verbs, row, 0)))
            continue;
          word = get_or_add (self, forms[i]);
          if (word->tense == DOSSIER_DATE_TENSE_NONE)
            word->tense = DOSSIER_DATE_TENSE_PAST;
        }
    }
}

static void
clear_phrase (gpointer data)
{
  g_free (((DossierDatePhrase *)data)->rule);
}

/**
 * dossier_date_words_new:
 * @lexicon: whose vocabulary is not frozen yet
 *
 * Reads the tables of dates; a language that lacks one has no such words.
 *
 * Returns: (transfer full): the words, to be frozen before they are looked up
 */
DossierDateWords *
dossier_date_words_new (DossierLexicon *lexicon)
{
  g_autoptr(DossierTable) words = dossier_lexicon_open (lexicon, "dates");
  g_autoptr(DossierTable) phrases = dossier_lexicon_open (lexicon, "date-phrases");
  g_autoptr(DossierTable) verbs = dossier_lexicon_open (lexicon, "irregular-verbs");
  g_autoptr(DossierTable) holidays = dossier_lexicon_open (lexicon, "holidays");
  DossierDateWords *self = g_new0 (DossierDateWords, 1);

  self->vocabulary = dossier_vocabulary_ref (dossier_lexicon_vocabulary (lexicon));
  self->places = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->words = g_array_new (FALSE, TRUE, sizeof (DossierDateWord));
  g_array_set_size (self->words, 1);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (DossierDatePhrase));
  g_array_set_clear_func (self->phrases, clear_phrase);
  self->trie = dossier_phrases_new (self->vocabulary);

  for (guint row = 0; row < dossier_table_n_rows (words); row++)
    set_role (get_or_add (self, dossier_table_cell (words, row, 0)),
              dossier_table_cell (words, row, 1), dossier_table_cell (words, row, 2));
  read_verbs (self, verbs);
  for (guint row = 0; row < dossier_table_n_rows (phrases); row++)
    read_phrase (self, dossier_table_cell (phrases, row, 0), dossier_table_cell (phrases, row, 1),
                 dossier_table_cell (phrases, row, 2));
  for (guint row = 0; row < dossier_table_n_rows (holidays); row++)
    add_phrase (self, dossier_table_cell (holidays, row, 0), DOSSIER_DATE_PHRASE_HOLIDAY, 0,
                dossier_table_cell (holidays, row, 1));

  return self;
}

/** dossier_date_words_free: frees the words; %NULL is ignored. */
void
dossier_date_words_free (DossierDateWords *self)
{
  if (self == NULL)
    return;

  dossier_phrases_free (self->trie);
  g_array_unref (self->phrases);
  g_array_unref (self->words);
  g_array_unref (self->places);
  dossier_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/* Most words of the tables only stand inside expressions or beside them. */
static guint8
how_it_starts (const DossierDateWord *word)
{
  if (word->month != 0 || word->weekday != 0 || word->unit != 0 || word->season != 0 || word->part != 0 ||
      word->shift != 0 || word->edge != 0 || word->every != 0 || word->set != 0 || word->ref != 0 ||
      word->number != 0 || word->scale != 0 || word->ordinal != 0 || word->vague != 0 || word->decade != 0 ||
      word->era != 0 || word->clock != 0 || word->is_deictic != 0 ||
      (word->roles & (DOSSIER_DATE_ROLE_HALF | DOSSIER_DATE_ROLE_FISCAL)) != 0)
    return 1;

  return (word->roles & (DOSSIER_DATE_ROLE_THE | DOSSIER_DATE_ROLE_A)) != 0 ? 2 : 0;
}

/** dossier_date_words_freeze: ends the reading; from now on safe in any thread. */
void
dossier_date_words_freeze (DossierDateWords *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      DossierDateWord *word = &g_array_index (self->words, DossierDateWord, i);

      word->starts = how_it_starts (word);
    }
  dossier_phrases_freeze (self->trie);
}

/**
 * dossier_date_words_get:
 * @word: number in the vocabulary
 *
 * Returns: (transfer none): what the word may be; an empty entry where no table of
 *   dates has it
 */
const DossierDateWord *
dossier_date_words_get (DossierDateWords *self,
                        guint32           word)
{
  guint16 place = word < self->places->len ? g_array_index (self->places, guint16, word) : 0;

  return &g_array_index (self->words, DossierDateWord, place);
}

/**
 * dossier_date_words_phrase:
 * @first: the token at which it has to begin
 * @last: the token before which it has to end
 * @after: (out): the token after it
 *
 * Returns: (transfer none) (nullable): the longest phrase of the tables that begins there
 */
const DossierDatePhrase *
dossier_date_words_phrase (DossierDateWords    *self,
                           const DossierTokens *tokens,
                           guint32              first,
                           guint32              last,
                           guint32             *after)
{
  guint32 value;

  if (!dossier_phrases_match (self->trie, tokens, first, last, &value, after))
    return NULL;

  return &g_array_index (self->phrases, DossierDatePhrase, value);
}

/** dossier_date_part_name: as TIMEX3 writes a part of the day, "MO" */
const char *
dossier_date_part_name (DossierDatePart part)
{
  return part_names[part];
}

/** dossier_date_ref_name: "PAST_REF" and the like */
const char *
dossier_date_ref_name (DossierDateRef ref)
{
  return ref_names[ref];
}

/** dossier_date_season_name: as TIMEX3 writes a season, 1 "SP" to 4 "WI" */
const char *
dossier_date_season_name (int season)
{
  return season_names[season];
}
