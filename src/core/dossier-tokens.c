/* dossier-tokens.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-sentences.h"
#include "dossier-tokens.h"

/* Marks open inside one another; deeper ones are not told apart. */
#define MAX_DEPTH 8

/* What a character is to the tokenizer. */
typedef enum
{
  CLASS_SPACE,
  CLASS_LINE,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_DOUBLE,      /* " */
  CLASS_SINGLE,      /* ' and U+2019 */
  CLASS_OPEN,        /* marks that only open */
  CLASS_CLOSE,       /* marks that only close */
  CLASS_SINGLE_OPEN, /* U+2018 */
  CLASS_RUN,         /* . and - */
  CLASS_OTHER,
} Class;

/* Which marks belong together. */
typedef enum
{
  MARK_DOUBLE, /* straight and curly may be mixed by careless editors */
  MARK_SINGLE,
  MARK_GUILLEMET,
} Mark;

typedef struct
{
  DossierText       *text;
  const char        *utf8;
  DossierVocabulary *vocabulary;

  DossierToken      *tokens;
  guint32            n_tokens;
  guint32            n_room;
  guint32            at;        /* byte */
  guint32            end;       /* of the range */
  guint8             pending;   /* DossierTokenFlags of the next token */

  guint8             open[MAX_DEPTH]; /* Mark */
  guint              depth;
  guint32            closer;    /* no closing single mark lies in [closer_from, closer) */
  guint32            closer_from;
} Cutter;

static guint8 ascii_class[128];

static void
init_classes (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  for (int c = 0; c < 128; c++)
    {
      if (g_ascii_isalpha (c))
        ascii_class[c] = CLASS_LETTER;
      else if (g_ascii_isdigit (c))
        ascii_class[c] = CLASS_DIGIT;
      else if (c == '\n' || c == '\r' || c == '\f' || c == '\v')
        ascii_class[c] = CLASS_LINE;
      else if (c <= ' ' || c == 127)
        ascii_class[c] = CLASS_SPACE;
      else if (c == '"')
        ascii_class[c] = CLASS_DOUBLE;
      else if (c == '\'')
        ascii_class[c] = CLASS_SINGLE;
      else if (c == '.' || c == '-')
        ascii_class[c] = CLASS_RUN;
      else
        ascii_class[c] = CLASS_OTHER;
    }
  g_once_init_leave (&done, 1);
}

static Class
class_of_unicode (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x201B:
      return CLASS_SINGLE_OPEN;
    case 0x2019: case 0x02BC:
      return CLASS_SINGLE;
    case 0x201C: case 0x201E: case 0x201F: case 0x00AB: case 0x2039: case 0x300C:
      return CLASS_OPEN;
    case 0x201D: case 0x00BB: case 0x203A: case 0x300D:
      return CLASS_CLOSE;
    case 0x2028: case 0x2029: case 0x0085:
      return CLASS_LINE;
    case 0x200B: case 0x200E: case 0x200F: case 0x2060: case 0xFEFF:
      return CLASS_SPACE;
    case 0x00AD: case 0x200C: case 0x200D: /* soft hyphen and joiners stay inside words */
      return CLASS_LETTER;
    default:
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        return CLASS_LETTER;
      if (g_unichar_isdigit (c))
        return CLASS_DIGIT;
      return g_unichar_isspace (c) ? CLASS_SPACE : CLASS_OTHER;
    }
}

static inline Class
class_at (Cutter  *self,
          guint32  byte,
          guint32 *after)
{
  guchar c = self->utf8[byte];

  if (G_LIKELY (c < 0x80))
    {
      *after = byte + 1;
      return ascii_class[c];
    }

  *after = byte + g_utf8_skip[c];
  return class_of_unicode (g_utf8_get_char (self->utf8 + byte));
}

/* The class of the character before @byte inside the range, SPACE at its start. */
static Class
class_before (Cutter *self,
              guint32 first,
              guint32 byte)
{
  guint32 after;

  if (byte <= first)
    return CLASS_SPACE;
  do
    byte--;
  while (byte > first && (self->utf8[byte] & 0xC0) == 0x80);

  return class_at (self, byte, &after);
}

static Class
class_after (Cutter *self,
             guint32 byte)
{
  guint32 after;

  return byte < self->end ? class_at (self, byte, &after) : CLASS_SPACE;
}

static inline gboolean
is_blank (Class class)
{
  return class == CLASS_SPACE || class == CLASS_LINE;
}

static inline gboolean
is_word (Class class)
{
  return class == CLASS_LETTER || class == CLASS_DIGIT;
}

/* Inline: it runs for every token, and a call of GArray's costs as much as the rest. */
static inline DossierToken *
add_token (Cutter           *self,
           guint32           end,
           DossierTokenKind  kind,
           guint             flags)
{
  DossierToken *token;

  if (G_UNLIKELY (self->n_tokens == self->n_room))
    {
      self->n_room += self->n_room / 2 + 16;
      self->tokens = g_renew (DossierToken, self->tokens, self->n_room);
    }
  token = &self->tokens[self->n_tokens++];
  *token = (DossierToken) {
    .bytes = { self->at, end },
    .word = DOSSIER_WORD_UNKNOWN,
    .kind = kind,
    .flags = flags | self->pending,
    .quote = self->depth,
  };
  self->at = end;
  self->pending = 0;

  return token;
}

static void
name_token (Cutter       *self,
            DossierToken *token)
{
  token->word = dossier_vocabulary_lookup (self->vocabulary, self->utf8 + token->bytes.start,
                                           token->bytes.end - token->bytes.start);
}

/* Capital or all capitals, of letters [@start, @end). */
static guint
case_flags (Cutter *self,
            guint32 start,
            guint32 end)
{
  guint n_upper = 0, n_lower = 0;
  gboolean first_upper = FALSE;

  for (guint32 i = start; i < end;)
    {
      guchar c = self->utf8[i];
      gboolean upper, lower;

      if (G_LIKELY (c < 0x80))
        {
          upper = c >= 'A' && c <= 'Z';
          lower = c >= 'a' && c <= 'z';
          i++;
        }
      else
        {
          gunichar u = g_utf8_get_char (self->utf8 + i);

          upper = g_unichar_isupper (u);
          lower = g_unichar_islower (u);
          i += g_utf8_skip[c];
        }
      if (n_upper + n_lower == 0)
        first_upper = upper;
      n_upper += upper;
      n_lower += lower;
      if (n_lower > 0)
        break;
    }

  return (first_upper ? DOSSIER_TOKEN_CAPITAL : 0) |
         (n_upper >= 2 && n_lower == 0 ? DOSSIER_TOKEN_ALL_CAPITALS : 0);
}

/* Where letters joined by full stops end, as in "U.S." or "a.m.": at least two
 * letters, each with its stop; 0 when there are none at @at. */
static guint32
acronym_end (Cutter *self,
             guint32 at)
{
  guint32 end = 0;
  guint n = 0;

  while (at + 1 < self->end && g_ascii_isalpha (self->utf8[at]) && self->utf8[at + 1] == '.')
    {
      at += 2;
      end = at;
      n++;
    }
  /* "U.S.A" is one, "J.Smith" is not. */
  if (at < self->end && is_word (class_after (self, at)))
    {
      guint32 next;

      class_at (self, at, &next);
      if (n >= 2 && g_ascii_isupper (self->utf8[at]) && !is_word (class_after (self, next)))
        return next;
      return 0;
    }

  return n >= 2 ? end : 0;
}

/* Whether the stop after the word [start, end) belongs to it. */
static gboolean
is_abbreviation (Cutter *self,
                 guint32 start,
                 guint32 end,
                 guint   flags)
{
  guint32 word, after = end + 1;
  guint known;

  if (after < self->end && self->utf8[after] == '.')
    return FALSE;

  /* An initial: "J. Smith", "J.Smith". */
  if (end - start == 1 && (flags & DOSSIER_TOKEN_CAPITAL))
    {
      while (after < self->end && self->utf8[after] == ' ')
        after++;
      return after < self->end && class_after (self, after) == CLASS_LETTER &&
             g_unichar_isupper (g_utf8_get_char (self->utf8 + after));
    }

  word = dossier_vocabulary_lookup (self->vocabulary, self->utf8 + start, end + 1 - start);
  known = dossier_vocabulary_flags (self->vocabulary, word);
  if (known & (DOSSIER_WORD_TITLE | DOSSIER_WORD_COMMON))
    return TRUE;
  if (known & DOSSIER_WORD_CAPITAL)
    return (flags & DOSSIER_TOKEN_CAPITAL) != 0;
  if (known & DOSSIER_WORD_NUMBER)
    {
      while (after < self->end && self->utf8[after] == ' ')
        after++;
      return class_after (self, after) == CLASS_DIGIT;
    }

  return FALSE;
}

/* Whether the stop after the number [start, end) makes it an ordinal: before a
 * word, in a language that writes so. */
static gboolean
is_ordinal (Cutter *self,
            guint32 start,
            guint32 end)
{
  guint32 word, after = end + 1;

  if (end - start > 2 || after >= self->end || self->utf8[after] != ' ' ||
      class_after (self, after + 1) != CLASS_LETTER)
    return FALSE;
  word = dossier_vocabulary_lookup (self->vocabulary, self->utf8 + start, end + 1 - start);

  return (dossier_vocabulary_flags (self->vocabulary, word) & DOSSIER_WORD_ORDINAL) != 0;
}

/* Whether the apostrophe at @at, between letters, begins the clitic "'s". */
static gboolean
is_clitic (Cutter *self,
           guint32 after)
{
  return after < self->end && (self->utf8[after] == 's' || self->utf8[after] == 'S') &&
         !is_word (class_after (self, after + 1));
}

static void
cut_clitic (Cutter *self,
            guint32 end)
{
  name_token (self, add_token (self, end, DOSSIER_TOKEN_WORD, DOSSIER_TOKEN_POSSESSIVE));
}

/* A word, a number, or a mixture of both; the clitic after it too. */
static void
cut_word (Cutter *self)
{
  guint32 end = self->at, next, clitic = 0;
  gboolean letters = FALSE, digits = FALSE, closed = FALSE;
  DossierToken *token;
  guint flags;

  if ((next = acronym_end (self, self->at)) != 0)
    {
      flags = DOSSIER_TOKEN_ABBREVIATION | case_flags (self, self->at, next);
      name_token (self, add_token (self, next, DOSSIER_TOKEN_WORD, flags));
      return;
    }

  while (end < self->end && !closed)
    {
      Class class = class_at (self, end, &next);

      if (class == CLASS_LETTER)
        letters = TRUE;
      else if (class == CLASS_DIGIT)
        digits = TRUE;
      else if (class == CLASS_SINGLE && class_after (self, next) == CLASS_LETTER && end > self->at)
        {
          if (is_clitic (self, next))
            {
              clitic = next + 1;
              break;
            }
          if (digits)
            break;
        }
      else if ((self->utf8[end] == '.' || self->utf8[end] == ',') && digits && !letters &&
               class_after (self, next) == CLASS_DIGIT)
        ;
      else
        closed = TRUE;
      if (!closed)
        end = next;
    }

  flags = letters ? case_flags (self, self->at, end) : 0;
  if (letters && !digits && clitic == 0 && end < self->end && self->utf8[end] == '.' &&
      is_abbreviation (self, self->at, end, flags))
    {
      flags |= DOSSIER_TOKEN_ABBREVIATION;
      end++;
    }
  else if (digits && !letters && end < self->end && self->utf8[end] == '.' && is_ordinal (self, self->at, end))
    {
      flags |= DOSSIER_TOKEN_ABBREVIATION;
      end++;
      letters = TRUE; /* as "3rd" */
    }

  token = add_token (self, end, letters && digits ? DOSSIER_TOKEN_MIXED
                                : letters ? DOSSIER_TOKEN_WORD : DOSSIER_TOKEN_NUMBER, flags);
  name_token (self, token);
  if (clitic != 0)
    cut_clitic (self, clitic);
}

static void
cut_open (Cutter *self,
          guint32 end,
          Mark    mark)
{
  /* The same mark opened twice: the first was never closed, as in a quotation
   * that opens anew with each paragraph. */
  if (self->depth > 0 && self->open[self->depth - 1] == mark)
    self->depth--;
  if (self->depth < MAX_DEPTH)
    self->open[self->depth++] = mark;
  add_token (self, end, DOSSIER_TOKEN_QUOTE_OPEN, 0);
}

static void
cut_close (Cutter *self,
           guint32 end,
           Mark    mark)
{
  guint depth = self->depth;

  add_token (self, end, DOSSIER_TOKEN_QUOTE_CLOSE, 0);
  while (depth > 0 && self->open[depth - 1] != mark)
    depth--;
  if (depth > 0)
    self->depth = depth - 1;
}

static gboolean
is_open (Cutter *self,
         Mark    mark)
{
  for (guint i = 0; i < self->depth; i++)
    {
      if (self->open[i] == mark)
        return TRUE;
    }

  return FALSE;
}

/* A straight double mark, resolved by what stands beside it and by what is open. */
static void
cut_double (Cutter *self,
            guint32 end)
{
  guint32 first = self->at > 8 ? self->at - 8 : 0;
  Class before = self->pending != 0 ? CLASS_SPACE : class_before (self, first, self->at);
  Class after = class_after (self, end);
  gboolean open = is_open (self, MARK_DOUBLE);

  if (!open && before == CLASS_DIGIT && after != CLASS_LETTER)
    {
      add_token (self, end, DOSSIER_TOKEN_PUNCT, 0); /* inches */
      return;
    }

  if (is_blank (before) && !is_blank (after))
    cut_open (self, end, MARK_DOUBLE);
  else if (!is_blank (before) && is_blank (after))
    {
      if (open)
        cut_close (self, end, MARK_DOUBLE);
      else
        add_token (self, end, DOSSIER_TOKEN_QUOTE_CLOSE, 0);
    }
  else if (open)
    cut_close (self, end, MARK_DOUBLE);
  else
    cut_open (self, end, MARK_DOUBLE);
}

/* Whether a single mark that can close stands after @from in the range. The
 * cursor only moves forward, so that all calls of a range cost one pass. */
static gboolean
has_closer (Cutter *self,
            guint32 from)
{
  guint32 next;

  if (from >= self->closer_from && from < self->closer)
    return self->closer < self->end;

  for (guint32 at = from; at < self->end; at = next)
    {
      if (class_at (self, at, &next) == CLASS_SINGLE &&
          !is_word (class_after (self, next)) && !is_blank (class_before (self, from, at)))
        {
          self->closer_from = from;
          self->closer = at;
          return TRUE;
        }
    }
  self->closer_from = from;
  self->closer = self->end;

  return FALSE;
}

/* "'em", "'til", "'90s": the apostrophe that stands for what is left out. */
static gboolean
is_elision (Cutter *self,
            guint32 after)
{
  guint32 end = after, next;
  char word[16];

  if (class_after (self, after) == CLASS_DIGIT)
    {
      while (end < self->end && class_at (self, end, &next) == CLASS_DIGIT)
        end = next;
      return end - after == 2 && end < self->end && self->utf8[end] == 's';
    }
  while (end < self->end && end - after < sizeof word - 1 &&
         class_at (self, end, &next) == CLASS_LETTER)
    end = next;
  if (end == after || end - after >= sizeof word - 1)
    return FALSE;
  word[0] = '\'';
  memcpy (word + 1, self->utf8 + after, end - after);

  return (dossier_vocabulary_flags (self->vocabulary,
                                    dossier_vocabulary_lookup (self->vocabulary, word,
                                                               end - after + 1)) &
          DOSSIER_WORD_ELISION) != 0;
}

/* "the workers' rights": after an s, with a word in small letters to follow. */
static gboolean
is_plural_possessive (Cutter *self,
                      guint32 end)
{
  guchar before = self->at > 0 ? self->utf8[self->at - 1] : ' ';

  return (before == 's' || before == 'S') && end + 1 < self->end && self->utf8[end] == ' ' &&
         g_ascii_islower (self->utf8[end + 1]);
}

/* A single mark that is no apostrophe inside a word. */
static void
cut_single (Cutter  *self,
            guint32  end,
            gboolean only_opens)
{
  guint32 first = self->at > 8 ? self->at - 8 : 0;
  Class before = self->pending != 0 ? CLASS_SPACE : class_before (self, first, self->at);
  Class after = class_after (self, end);
  gboolean open = is_open (self, MARK_SINGLE);
  gboolean straight = self->utf8[self->at] == '\'';

  /* ``so'' and ''so'': double marks of typewriters. */
  if (straight && end < self->end && self->utf8[end] == '\'')
    {
      if (is_open (self, MARK_DOUBLE) && !(is_blank (before) && is_word (class_after (self, end + 1))))
        cut_close (self, end + 1, MARK_DOUBLE);
      else
        cut_open (self, end + 1, MARK_DOUBLE);
      return;
    }

  if (!is_word (before) && !is_blank (after) && (straight || only_opens) &&
      !(open && before == CLASS_OTHER) && !(open && before == CLASS_RUN) &&
      !is_elision (self, end) && has_closer (self, end))
    cut_open (self, end, MARK_SINGLE);
  else if (only_opens)
    add_token (self, end, DOSSIER_TOKEN_PUNCT, 0);
  else if (open && !is_blank (before) && !is_plural_possessive (self, end))
    cut_close (self, end, MARK_SINGLE);
  else if (before == CLASS_LETTER && !is_word (after))
    cut_clitic (self, end);
  else
    add_token (self, end, DOSSIER_TOKEN_PUNCT, 0);
}

static Mark
mark_of (const char *utf8)
{
  switch (g_utf8_get_char (utf8))
    {
    case 0x00AB: case 0x00BB: case 0x2039: case 0x203A:
      return MARK_GUILLEMET;
    default:
      return MARK_DOUBLE;
    }
}

static void
cut_mark (Cutter *self,
          guint32 end,
          gboolean opens)
{
  Mark mark = mark_of (self->utf8 + self->at);
  gunichar c = g_utf8_get_char (self->utf8 + self->at);

  /* German closes with the mark that English opens with, and with »so« turned
   * about: what is open decides. */
  if (opens && c == 0x201C && is_open (self, mark) && !is_word (class_after (self, end)))
    opens = FALSE;
  else if (mark == MARK_GUILLEMET && opens && is_open (self, mark))
    opens = FALSE;
  else if (mark == MARK_GUILLEMET && !opens && !is_open (self, mark))
    opens = TRUE;

  if (opens)
    cut_open (self, end, mark);
  else if (is_open (self, mark))
    cut_close (self, end, mark);
  else
    add_token (self, end, DOSSIER_TOKEN_QUOTE_CLOSE, 0);
}

static void
cut_run (Cutter *self)
{
  char c = self->utf8[self->at];
  guint32 end = self->at + 1;

  while (end < self->end && self->utf8[end] == c)
    end++;
  name_token (self, add_token (self, end, DOSSIER_TOKEN_PUNCT, 0));
}

static void
cut_other (Cutter *self,
           guint32 end)
{
  if (self->utf8[self->at] == '`')
    {
      if (end < self->end && self->utf8[end] == '`')
        cut_open (self, end + 1, MARK_DOUBLE);
      else
        cut_single (self, end, TRUE);
      return;
    }

  name_token (self, add_token (self, end, DOSSIER_TOKEN_PUNCT, 0));
}

static void
cut_tokens (Cutter *self)
{
  while (self->at < self->end)
    {
      guint32 end;

      switch (class_at (self, self->at, &end))
        {
        case CLASS_SPACE:
          self->pending |= DOSSIER_TOKEN_SPACE_BEFORE;
          self->at = end;
          break;
        case CLASS_LINE:
          self->pending |= DOSSIER_TOKEN_SPACE_BEFORE | DOSSIER_TOKEN_LINE_BEFORE;
          self->at = end;
          break;
        case CLASS_LETTER:
        case CLASS_DIGIT:
          cut_word (self);
          break;
        case CLASS_DOUBLE:
          cut_double (self, end);
          break;
        case CLASS_SINGLE:
          cut_single (self, end, FALSE);
          break;
        case CLASS_SINGLE_OPEN:
          cut_single (self, end, TRUE);
          break;
        case CLASS_OPEN:
          cut_mark (self, end, TRUE);
          break;
        case CLASS_CLOSE:
          cut_mark (self, end, FALSE);
          break;
        case CLASS_RUN:
          cut_run (self);
          break;
        case CLASS_OTHER:
        default:
          cut_other (self, end);
          break;
        }
    }
}

/**
 * dossier_tokens_new:
 * @text: the text; a reference is kept
 * @ranges: the stretches to read, in order and disjoint; no token, sentence or
 *   quotation crosses their ends. %NULL reads the whole text
 * @vocabulary: numbers the words, and knows the abbreviations
 *
 * Cuts @text into tokens and sentences, in time linear in its length.
 *
 * Sentences end as in Unicode's UAX 29, except after abbreviations: a title
 * never ends one, any other only before a word that the lexicon calls a starter
 * ("in the U.S. The company" against "the U.S. Army").
 */
DossierTokens *
dossier_tokens_new (DossierText        *text,
                    const DossierBytes *ranges,
                    guint               n_ranges,
                    DossierVocabulary  *vocabulary)
{
  DossierTokens *self = g_new0 (DossierTokens, 1);
  DossierBytes whole = { 0, dossier_text_n_bytes (text) };
  guint n_bytes = 0;
  GArray *sentences;
  Cutter cutter = { .text = text, .vocabulary = vocabulary };

  init_classes ();
  if (ranges == NULL)
    {
      ranges = &whole;
      n_ranges = 1;
    }
  for (guint i = 0; i < n_ranges; i++)
    n_bytes += ranges[i].end - ranges[i].start;

  cutter.utf8 = dossier_text_utf8 (text, NULL);
  cutter.n_room = n_bytes / 4 + 16;
  cutter.tokens = g_new (DossierToken, cutter.n_room);
  sentences = g_array_sized_new (FALSE, FALSE, sizeof (DossierSentence), n_bytes / 120 + 4);
  for (guint i = 0; i < n_ranges; i++)
    {
      guint32 first = cutter.n_tokens;

      cutter.at = ranges[i].start;
      cutter.end = ranges[i].end;
      cutter.depth = 0;
      cutter.closer = cutter.closer_from = 0;
      cutter.pending = DOSSIER_TOKEN_SPACE_BEFORE | DOSSIER_TOKEN_LINE_BEFORE;
      cut_tokens (&cutter);
      dossier_sentences_cut (text, vocabulary, cutter.tokens, first, cutter.n_tokens, i, sentences);
    }

  self->text = dossier_text_ref (text);
  self->n_tokens = cutter.n_tokens;
  self->tokens = cutter.tokens;
  self->n_sentences = sentences->len;
  self->sentences = (DossierSentence *)(gpointer)g_array_free (sentences, FALSE);

  return self;
}

void
dossier_tokens_free (DossierTokens *self)
{
  if (self == NULL)
    return;

  dossier_text_unref (self->text);
  g_free (self->tokens);
  g_free (self->sentences);
  g_free (self);
}

/**
 * dossier_tokens_at:
 * @byte: a byte of the text
 *
 * Returns: the token that holds @byte, or the next one after it; n_tokens when
 *   there is none
 */
guint32
dossier_tokens_at (const DossierTokens *self,
                   guint32              byte)
{
  guint32 low = 0;
  guint32 high = self->n_tokens;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->tokens[middle].bytes.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_tokens_equal:
 * @token: index of a token
 * @folded: a word in lower case, with straight apostrophes
 *
 * Whether the token is that word in any case.
 */
gboolean
dossier_tokens_equal (const DossierTokens *self,
                      guint32              token,
                      const char          *folded)
{
  const DossierBytes bytes = self->tokens[token].bytes;
  const char *at = dossier_text_utf8 (self->text, NULL) + bytes.start;
  const char *end = at + (bytes.end - bytes.start);

  for (; at < end && *folded != '\0'; at = g_utf8_next_char (at), folded = g_utf8_next_char (folded))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (at));

      if (c == 0x2019 || c == 0x02BC)
        c = '\'';
      if (c != g_utf8_get_char (folded))
        return FALSE;
    }

  return at == end && *folded == '\0';
}
