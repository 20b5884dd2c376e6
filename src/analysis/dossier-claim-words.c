/* dossier-claim-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claim-words"

#include "config.h"

#include <string.h>

#include "dossier-claim-words.h"
#include "dossier-phrases.h"

struct _DossierClaimWords
{
  DossierPhrases *phrases;   /* value: a mask of DossierClaimWord */
  DossierPhrases *countries; /* value: the two letters of a code */
};

/* While the tables are read: a phrase may stand in several classes. */
typedef struct
{
  GHashTable *masks;
  guint32     bit;
  const char *rest; /* the words after the inflected one, or before it for nouns */
  gboolean    noun;
} Collector;

static const struct
{
  const char *name;
  guint32     bit;
} classes[] = {
  { "wrong", DOSSIER_CLAIM_WORD_WRONG },
  { "weak", DOSSIER_CLAIM_WORD_WEAK },
  { "charge", DOSSIER_CLAIM_WORD_CHARGE },
  { "hedge", DOSSIER_CLAIM_WORD_HEDGE },
  { "nothing", DOSSIER_CLAIM_WORD_NOTHING },
  { "reject", DOSSIER_CLAIM_WORD_REJECT },
  { "inquiry", DOSSIER_CLAIM_WORD_INQUIRY },
  { "suit", DOSSIER_CLAIM_WORD_SUIT },
  { "body", DOSSIER_CLAIM_WORD_BODY },
  { "act", DOSSIER_CLAIM_WORD_ACT },
  { "plan", DOSSIER_CLAIM_WORD_PLAN },
  { "vague", DOSSIER_CLAIM_WORD_VAGUE },
  { "spokes", DOSSIER_CLAIM_WORD_SPOKES },
  { "people", DOSSIER_CLAIM_WORD_PEOPLE },
  { "negation", DOSSIER_CLAIM_WORD_NEGATION },
  { "contrast", DOSSIER_CLAIM_WORD_CONTRAST },
  { "alleged", DOSSIER_CLAIM_WORD_ALLEGED },
  { "against", DOSSIER_CLAIM_WORD_AGAINST },
  { "contest", DOSSIER_CLAIM_WORD_CONTEST },
  { "sequence", DOSSIER_CLAIM_WORD_SEQUENCE },
  { "proof", DOSSIER_CLAIM_WORD_PROOF },
  { "light", DOSSIER_CLAIM_WORD_LIGHT },
  { "back", DOSSIER_CLAIM_WORD_BACK },
  { "suffer", DOSSIER_CLAIM_WORD_SUFFER },
  { "refuse", DOSSIER_CLAIM_WORD_REFUSE },
  { "judge", DOSSIER_CLAIM_WORD_JUDGE },
  { "personal", DOSSIER_CLAIM_WORD_PERSONAL },
};

static guint32
class_bit (const char *name,
           const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].name, name))
      return classes[i].bit == DOSSIER_CLAIM_WORD_ACT && g_str_equal (part, "noun")
             ? DOSSIER_CLAIM_WORD_ACT_NOUN : classes[i].bit;
  return 0;
}

static void
collect (Collector  *self,
         const char *phrase)
{
  guint32 mask = GPOINTER_TO_UINT (g_hash_table_lookup (self->masks, phrase));

  g_hash_table_insert (self->masks, g_strdup (phrase), GUINT_TO_POINTER (mask | self->bit));
}

static void
collect_form (const char   *form,
              DossierForms  forms,
              gpointer      user_data)
{
  Collector *self = user_data;
  g_autofree char *phrase = NULL;

  if (self->rest == NULL || *self->rest == '\0')
    {
      collect (self, form);
      return;
    }
  phrase = self->noun ? g_strconcat (self->rest, " ", form, NULL) : g_strconcat (form, " ", self->rest, NULL);
  collect (self, phrase);
}

static void
collect_forms (Collector         *self,
               DossierInflection *inflection,
               const char        *part,
               const char        *words)
{
  g_autofree char *copy = g_strdup (words);
  char *blank;

  if (g_str_equal (part, "verb"))
    {
      blank = strchr (copy, ' ');
      if (blank != NULL)
        *blank = '\0';
      self->noun = FALSE;
      self->rest = blank != NULL ? blank + 1 : NULL;
      dossier_inflection_verb (inflection, copy, collect_form, self);
    }
  else if (g_str_equal (part, "noun"))
    {
      blank = strrchr (copy, ' ');
      if (blank != NULL)
        *blank = '\0';
      self->noun = TRUE;
      self->rest = blank != NULL ? copy : NULL;
      dossier_inflection_noun (inflection, blank != NULL ? blank + 1 : copy, collect_form, self);
    }
  else
    collect (self, words);
}

static void
read_words (Collector         *self,
            DossierLexicon    *lexicon,
            DossierInflection *inflection)
{
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "claim-words");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *part = dossier_table_cell (table, row, 1);
      g_auto (GStrv) words = g_strsplit (dossier_table_cell (table, row, 2), ", ", -1);

      self->bit = class_bit (dossier_table_cell (table, row, 0), part);
      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          collect_forms (self, inflection, part, words[i]);
    }
}

static void
read_outlets (Collector      *self,
              DossierLexicon *lexicon)
{
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "outlets");

  self->bit = DOSSIER_CLAIM_WORD_OUTLET;
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      g_auto (GStrv) names = g_strsplit (dossier_table_cell (table, row, 0), ", ", -1);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *lower = g_utf8_strdown (names[i], -1);

          collect (self, lower);
        }
    }
}

static void
read_affiliations (DossierClaimWords *self,
                   Collector         *collector,
                   DossierLexicon    *lexicon)
{
  g_autoptr (DossierTable) table = dossier_lexicon_open (lexicon, "affiliations");

  collector->bit = DOSSIER_CLAIM_WORD_KNOWN;
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *code = dossier_table_cell (table, row, 0);
      g_auto (GStrv) names = g_strsplit (dossier_table_cell (table, row, 1), ", ", -1);

      if (strlen (code) != 2)
        continue;
      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *lower = g_utf8_strdown (names[i], -1);

          dossier_phrases_add (self->countries, lower, (guint32) code[0] << 8 | code[1]);
          collect (collector, lower);
        }
    }
}

/**
 * dossier_claim_words_new:
 * @lexicon: a language's tables, its vocabulary not yet frozen
 * @inflection: for the forms of verbs and nouns
 *
 * Returns: (transfer full): the words
 */
DossierClaimWords *
dossier_claim_words_new (DossierLexicon    *lexicon,
                         DossierInflection *inflection)
{
  DossierClaimWords *self = g_new0 (DossierClaimWords, 1);
  g_autoptr (GHashTable) masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collector collector = { .masks = masks };
  GHashTableIter iter;
  gpointer phrase, mask;

  self->phrases = dossier_phrases_new (dossier_lexicon_vocabulary (lexicon));
  self->countries = dossier_phrases_new (dossier_lexicon_vocabulary (lexicon));
  read_words (&collector, lexicon, inflection);
  read_outlets (&collector, lexicon);
  read_affiliations (self, &collector, lexicon);

  g_hash_table_iter_init (&iter, masks);
  while (g_hash_table_iter_next (&iter, &phrase, &mask))
    dossier_phrases_add (self->phrases, phrase, GPOINTER_TO_UINT (mask));
  dossier_phrases_freeze (self->phrases);
  dossier_phrases_freeze (self->countries);
  return self;
}

/** dossier_claim_words_free: */
void
dossier_claim_words_free (DossierClaimWords *self)
{
  if (self == NULL)
    return;
  dossier_phrases_free (self->phrases);
  dossier_phrases_free (self->countries);
  g_free (self);
}

/* Names count only where they are written as names. */
#define NAME_BITS (DOSSIER_CLAIM_WORD_OUTLET | DOSSIER_CLAIM_WORD_KNOWN)

/**
 * dossier_claim_words_mark:
 * @self: the words
 * @tokens: a text
 * @masks: (array) (out): room for a mask a token
 *
 * Marks every token with what the phrases that hold it can say of a claim.
 */
void
dossier_claim_words_mark (DossierClaimWords   *self,
                          const DossierTokens *tokens,
                          guint32             *masks)
{
  memset (masks, 0, tokens->n_tokens * sizeof *masks);

  for (guint32 s = 0; s < tokens->n_sentences; s++)
    {
      const DossierSentence *sentence = &tokens->sentences[s];

      for (guint32 i = sentence->first; i < sentence->last; i++)
        {
          guint32 mask, after;

          if (tokens->tokens[i].word == DOSSIER_WORD_UNKNOWN ||
              !dossier_phrases_match (self->phrases, tokens, i, sentence->last, &mask, &after))
            continue;
          if (!(tokens->tokens[i].flags & DOSSIER_TOKEN_CAPITAL))
            mask &= ~NAME_BITS;
          if (tokens->tokens[i].flags & DOSSIER_TOKEN_ALL_CAPITALS)
            mask &= ~(guint32) DOSSIER_CLAIM_WORD_PERSONAL; /* "US" is not "us" */
          for (guint32 k = i; k < after; k++)
            masks[k] |= mask;
          masks[i] |= mask != 0 ? DOSSIER_CLAIM_WORD_START : 0;
        }
    }
}

/**
 * dossier_claim_words_country:
 * @self: the words
 * @tokens: a text
 * @token: where a name may begin
 * @after: (out): the token after it
 *
 * Returns: (nullable): the country that a well-known name means, ISO 3166-1 alpha-2, interned
 */
const char *
dossier_claim_words_country (DossierClaimWords   *self,
                             const DossierTokens *tokens,
                             guint32              token,
                             guint32             *after)
{
  const DossierToken *first = &tokens->tokens[token];
  guint32 value;
  char code[3];

  if (!(first->flags & DOSSIER_TOKEN_CAPITAL) || first->word == DOSSIER_WORD_UNKNOWN)
    return NULL;
  if (!dossier_phrases_match (self->countries, tokens, token, tokens->sentences[first->sentence].last, &value, after))
    return NULL;
  code[0] = value >> 8;
  code[1] = value & 0xff;
  code[2] = '\0';
  return g_intern_string (code);
}
