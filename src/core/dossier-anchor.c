/* dossier-anchor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "dossier-anchor.h"

/* The weights are those of the Hypothesis client, the floor was measured on
 * re-scraped articles: at .9 no quote was attached to a look-alike. */
#define WEIGHT_QUOTE    50.0
#define WEIGHT_CONTEXT  20.0 /* prefix and suffix each */
#define WEIGHT_POSITION 2.0
#define FLOOR_EXACT     0.9
#define FLOOR_CONTEXT   0.8 /* of one side, for a short quote to be offered at all */
#define FLOOR_QUOTE     0.75 /* of the words, for a changed quote to be offered */
#define FLOOR_CHANGED   0.7  /* of the whole, for the same */
#define AMBIGUOUS       0.02 /* two places whose scores are nearer than this */

#define SHORT_QUOTE 20   /* code points; shorter ones stand anywhere by chance */
#define MAX_PLACES  64   /* verbatim places whose context is read with care */
#define MAX_WINDOWS 4    /* places of a changed quote that are aligned */
#define WINDOW_STEP 64
#define MAX_ALIGNED 2048 /* of a longer quote only the head and the tail are aligned */

/* A text with white space, quotation marks and dashes of one form each. */
typedef struct
{
  guint32 *chars;
  guint32 *offsets; /* code point in the text of each */
  guint32  length;
} Plain;

/* A place in a plain text, and how good it is. */
typedef struct
{
  guint32 start;
  guint32 end;
  double  quote;
  double  before;
  double  after;
  double  score;
} Place;

static gunichar
plain_char (gunichar c)
{
  switch (c)
    {
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB: case 0x2033:
      return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x02BC: case '`':
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return '-';
    case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF:
      return 0;
    case 0x00A0: case 0x202F: case 0x2007:
      return ' ';
    default:
      return c < 0x80 ? (g_ascii_isspace (c) ? ' ' : c) : (g_unichar_isspace (c) ? ' ' : c);
    }
}

/* Takes @n_chars code points; the ellipsis becomes three, so there may be more. */
static void
plain_init (Plain      *self,
            const char *utf8,
            gsize       n_bytes)
{
  const char *end = utf8 + n_bytes;
  guint32 offset = 0;

  self->chars = g_new (guint32, n_bytes + 1);
  self->offsets = g_new (guint32, n_bytes + 1);
  self->length = 0;
  for (; utf8 < end; utf8 = g_utf8_next_char (utf8), offset++)
    {
      gunichar c = plain_char (g_utf8_get_char (utf8));
      guint n = c == 0x2026 ? 3 : 1;

      if (c == 0 || (c == ' ' && self->length > 0 && self->chars[self->length - 1] == ' '))
        continue;
      for (; n > 0; n--)
        {
          self->offsets[self->length] = offset;
          self->chars[self->length++] = c == 0x2026 ? '.' : c;
        }
    }
}

static void
plain_clear (Plain *self)
{
  g_free (self->chars);
  g_free (self->offsets);
}

static void
plain_trim (Plain *self)
{
  guint32 first = 0;

  while (first < self->length && self->chars[first] == ' ')
    first++;
  self->length -= first;
  memmove (self->chars, self->chars + first, self->length * sizeof *self->chars);
  while (self->length > 0 && self->chars[self->length - 1] == ' ')
    self->length--;
}

/* Levenshtein distance of two short stretches. */
static guint
distance (const guint32 *a,
          guint          n_a,
          const guint32 *b,
          guint          n_b)
{
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (guint j = 0; j <= n_b; j++)
    row[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n_b; j++)
        {
          guint cost = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (cost, MIN (row[j], row[j - 1]) + 1);
        }
    }

  return row[n_b];
}

/* How alike the words before (or after) a place are to what stood there, 0 to 1. */
static double
context_likeness (const Plain *text,
                  const Plain *context,
                  guint32      at,
                  gboolean     before)
{
  guint n = before ? MIN (context->length, at) : MIN (context->length, text->length - at);
  const guint32 *there = before ? text->chars + at - n : text->chars + at;
  guint different = distance (context->chars, context->length, there, n);

  return 1.0 - (double)different / MAX (context->length, 1);
}

/* The same in a glance: how many characters are equal from the place on. */
static guint
context_equal (const Plain *text,
               const Plain *context,
               guint32      at,
               gboolean     before)
{
  guint n = 0;

  if (before)
    {
      while (n < context->length && n < at &&
             text->chars[at - 1 - n] == context->chars[context->length - 1 - n])
        n++;
    }
  else
    {
      while (n < context->length && at + n < text->length && text->chars[at + n] == context->chars[n])
        n++;
    }

  return n;
}

typedef struct
{
  Plain   text;
  Plain   quote;
  Plain   prefix;
  Plain   suffix;
  guint32 start;   /* where it was, code points */
} Search;

/* Weighs the words, what stands around them, and where they stand. Context
 * that is not known has no weight. */
static void
judge (Search *self,
       Place  *place)
{
  double weight = WEIGHT_QUOTE + WEIGHT_POSITION;
  double from = self->text.offsets[MIN (place->start, self->text.length - 1)];
  double length = self->text.offsets[self->text.length - 1] + 1;
  double far = MIN (1.0, ABS (from - (double)self->start) / length);
  double sum = WEIGHT_QUOTE * place->quote + WEIGHT_POSITION * (1.0 - far);

  place->before = place->after = 0;
  if (self->prefix.length > 0)
    {
      place->before = context_likeness (&self->text, &self->prefix, place->start, TRUE);
      sum += WEIGHT_CONTEXT * place->before;
      weight += WEIGHT_CONTEXT;
    }
  if (self->suffix.length > 0)
    {
      place->after = context_likeness (&self->text, &self->suffix, place->end, FALSE);
      sum += WEIGHT_CONTEXT * place->after;
      weight += WEIGHT_CONTEXT;
    }
  place->score = sum / weight;
}

typedef struct
{
  guint32 start;
  guint   equal;
  guint32 far;
} Found;

static int
compare_found (const void *a,
               const void *b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->equal != y->equal)
    return x->equal > y->equal ? -1 : 1;
  return x->far < y->far ? -1 : x->far > y->far;
}

/* Every place where the quote stands verbatim (Knuth, Morris, Pratt). */
static GArray *
find_verbatim (Search *self)
{
  const Plain *quote = &self->quote;
  g_autofree guint32 *border = g_new0 (guint32, quote->length + 1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint32 k = 0;

  for (guint32 i = 1; i < quote->length; i++)
    {
      while (k > 0 && quote->chars[k] != quote->chars[i])
        k = border[k];
      k += quote->chars[k] == quote->chars[i];
      border[i + 1] = k;
    }
  k = 0;
  for (guint32 i = 0; i < self->text.length; i++)
    {
      while (k > 0 && (k == quote->length || quote->chars[k] != self->text.chars[i]))
        k = border[k];
      k += quote->chars[k] == self->text.chars[i];
      if (k == quote->length)
        {
          Found one = { .start = i + 1 - k };
          guint32 offset = self->text.offsets[one.start];

          one.equal = context_equal (&self->text, &self->prefix, one.start, TRUE) +
                      context_equal (&self->text, &self->suffix, i + 1, FALSE);
          one.far = offset > self->start ? offset - self->start : self->start - offset;
          g_array_append_val (found, one);
        }
    }

  return found;
}

/* The best verbatim place, and whether another one is as good. */
static gboolean
locate_verbatim (Search   *self,
                 Place    *best,
                 gboolean *ambiguous)
{
  g_autoptr (GArray) found = find_verbatim (self);
  double second = 0;

  *ambiguous = FALSE;
  if (found->len == 0)
    return FALSE;

  g_array_sort (found, compare_found);
  best->score = -1;
  for (guint i = 0; i < MIN (found->len, MAX_PLACES); i++)
    {
      Place place = { .start = g_array_index (found, Found, i).start, .quote = 1.0 };

      place.end = place.start + self->quote.length;
      judge (self, &place);
      if (place.score > best->score)
        {
          second = MAX (second, best->score);
          *best = place;
        }
      else
        second = MAX (second, place.score);
    }
  /* Position alone tells the two apart. */
  *ambiguous = second >= FLOOR_EXACT && best->score - second < AMBIGUOUS;

  return TRUE;
}

/*
 * A changed quote: short runs of characters that stand once in the quote are
 * looked up while one pass is made over the text, and each one found votes for
 * the place where the quote would start. The places with the most votes are
 * then aligned. Time is linear in the text, since a run has one place in the
 * quote only.
 */

typedef struct
{
  guint64 hash;
  guint32 at; /* in the quote, plus one; 0 free, G_MAXUINT32 stands there twice */
} Gram;

static guint64
gram_hash (const guint32 *chars,
           guint          k)
{
  guint64 hash = 0;

  for (guint i = 0; i < k; i++)
    hash = hash * G_GUINT64_CONSTANT (0x100000001B3) + chars[i] + 1;

  return hash;
}

static Gram *
gram_find (Gram   *grams,
           guint32 mask,
           guint64 hash)
{
  for (guint32 i = (guint32)((hash * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & mask;;
       i = (i + 1) & mask)
    {
      if (grams[i].at == 0 || grams[i].hash == hash)
        return &grams[i];
    }
}

static Gram *
build_grams (const Plain *quote,
             guint        k,
             guint32     *mask)
{
  guint32 size = 64;
  Gram *grams;

  while (size < quote->length * 2)
    size *= 2;
  *mask = size - 1;
  grams = g_new0 (Gram, size);
  for (guint32 i = 0; i + k <= quote->length; i++)
    {
      guint64 hash = gram_hash (quote->chars + i, k);
      Gram *gram = gram_find (grams, *mask, hash);

      gram->hash = hash;
      gram->at = gram->at == 0 ? i + 1 : G_MAXUINT32;
    }

  return grams;
}

/* Votes for each stretch of WINDOW_STEP places in which the quote may start;
 * the first stretch begins one quote's length before the text. */
static guint32 *
count_votes (Search  *self,
             guint    k,
             guint32 *n_votes)
{
  guint32 mask;
  g_autofree Gram *grams = build_grams (&self->quote, k, &mask);
  guint32 *votes;
  guint64 power = 1, hash;

  *n_votes = (self->text.length + self->quote.length) / WINDOW_STEP + 2;
  votes = g_new0 (guint32, *n_votes);
  if (self->text.length < k)
    return votes;

  for (guint i = 1; i < k; i++)
    power *= G_GUINT64_CONSTANT (0x100000001B3);
  hash = gram_hash (self->text.chars, k);
  for (guint32 i = 0;; i++)
    {
      Gram *gram = gram_find (grams, mask, hash);

      if (gram->at != 0 && gram->at != G_MAXUINT32)
        votes[(i + self->quote.length - (gram->at - 1)) / WINDOW_STEP]++;
      if (i + k >= self->text.length)
        break;
      hash = (hash - (self->text.chars[i] + 1) * power) * G_GUINT64_CONSTANT (0x100000001B3) +
             self->text.chars[i + k] + 1;
    }

  return votes;
}

/* The stretch of @text most like all of @quote (@n characters), by edit
 * distance with both ends of the text free (Sellers). Returns the distance. */
static guint
align (const guint32 *quote,
       guint          n,
       const guint32 *text,
       guint          n_text,
       guint32       *start,
       guint32       *end)
{
  g_autofree guint *cost = g_new0 (guint, n_text + 1);
  g_autofree guint32 *from = g_new (guint32, n_text + 1);
  guint best = 0;

  for (guint j = 0; j <= n_text; j++)
    from[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = cost[0];
      guint32 diagonal_from = from[0];

      cost[0] = i;
      for (guint j = 1; j <= n_text; j++)
        {
          guint up = cost[j];
          guint32 up_from = from[j];

          cost[j] = diagonal + (quote[i - 1] != text[j - 1]);
          from[j] = diagonal_from;
          if (up + 1 < cost[j])
            {
              cost[j] = up + 1;
              from[j] = up_from;
            }
          if (cost[j - 1] + 1 < cost[j])
            {
              cost[j] = cost[j - 1] + 1;
              from[j] = from[j - 1];
            }
          diagonal = up;
          diagonal_from = up_from;
        }
    }

  for (guint j = 1; j <= n_text; j++)
    {
      if (cost[j] <= cost[best])
        best = j;
    }
  *start = from[best];
  *end = best;

  return cost[best];
}

/* Aligns the quote with the text around the places [@low, @high] at which it
 * may start; a long quote by its head and its tail. */
static Place
align_window (Search *self,
              gint64  low,
              gint64  high)
{
  const Plain *quote = &self->quote;
  guint n = MIN (quote->length, MAX_ALIGNED);
  guint slack = 16 + n / 5;
  gint64 from = CLAMP (low - slack, 0, self->text.length);
  gint64 to = CLAMP (high + n + slack, 0, self->text.length);
  Place place = { 0 };
  guint wrong;

  wrong = align (quote->chars, n, self->text.chars + from, to - from, &place.start, &place.end);
  place.start += from;
  place.end += from;
  if (quote->length > n)
    {
      gint64 shift = quote->length - n;
      guint32 ignored;

      from = CLAMP (low + shift - slack * 4, 0, self->text.length);
      to = CLAMP (high + shift + n + slack * 4, 0, self->text.length);
      wrong += align (quote->chars + shift, n, self->text.chars + from, to - from, &ignored, &place.end);
      place.end += from;
      n *= 2;
    }
  place.quote = place.end > place.start ? 1.0 - (double)wrong / n : 0;

  return place;
}

/* Where the words of one end were changed, the context tells where the quote
 * ends: @context is looked for within a few characters of the place. */
static guint32
snap (const Plain *text,
      const Plain *context,
      guint32      at,
      gboolean     before,
      guint        reach)
{
  guint need = MIN (context->length, 12);

  if (need < 6 || context_equal (text, context, at, before) >= need)
    return at;
  for (guint step = 1; step <= reach; step++)
    {
      if (at >= step && context_equal (text, context, at - step, before) >= need)
        return at - step;
      if (at + step <= text->length && context_equal (text, context, at + step, before) >= need)
        return at + step;
    }

  return at;
}

static void
snap_place (Search *self,
            Place  *place)
{
  guint reach = MIN (32, self->quote.length / 4);
  guint32 start = snap (&self->text, &self->prefix, place->start, TRUE, reach);
  guint32 end = snap (&self->text, &self->suffix, place->end, FALSE, reach);

  if (start < end)
    {
      place->start = start;
      place->end = end;
    }
  while (place->start < place->end && self->text.chars[place->start] == ' ')
    place->start++;
  while (place->end > place->start && self->text.chars[place->end - 1] == ' ')
    place->end--;
}

static gboolean
locate_changed (Search *self,
                Place  *best)
{
  guint k = self->quote.length < 48 ? 5 : 8;
  guint32 n_votes;
  g_autofree guint32 *votes = NULL;

  best->score = -1;
  if (self->quote.length < SHORT_QUOTE)
    return FALSE;

  votes = count_votes (self, k, &n_votes);
  for (guint round = 0; round < MAX_WINDOWS && best->score < FLOOR_EXACT; round++)
    {
      guint32 most = 0;
      gint64 low;
      Place place;

      for (guint32 i = 0; i < n_votes; i++)
        {
          if (votes[i] > votes[most])
            most = i;
        }
      if (votes[most] < 2)
        break;
      low = (gint64)most * WINDOW_STEP - self->quote.length;
      place = align_window (self, low, low + WINDOW_STEP);
      snap_place (self, &place);
      judge (self, &place);
      if (place.score > best->score)
        *best = place;
      votes[most] = 0;
    }

  return best->score >= 0;
}

static DossierAnchorResult
make_result (Search             *self,
             const Place        *place,
             DossierAnchorState  state)
{
  DossierAnchorResult result = { .state = state, .score = CLAMP (place->score, 0, 1) };

  if (state != DOSSIER_ANCHOR_LOST)
    {
      result.span.start = self->text.offsets[place->start];
      result.span.end = self->text.offsets[place->end - 1] + 1;
    }

  return result;
}

static DossierAnchorResult
locate (Search *self)
{
  Place place = { 0 };
  Place changed = { 0 };
  gboolean ambiguous, verbatim, is_changed = FALSE;

  if (self->quote.length == 0 || self->text.length == 0)
    return make_result (self, &place, DOSSIER_ANCHOR_LOST);

  verbatim = locate_verbatim (self, &place, &ambiguous);
  if (verbatim && place.score >= FLOOR_EXACT && !ambiguous)
    return make_result (self, &place, DOSSIER_ANCHOR_EXACT);

  /* The same words elsewhere may be a look-alike: the place whose surroundings
   * are right may hold the quote with a word changed. */
  if (!verbatim || place.score < FLOOR_EXACT)
    is_changed = locate_changed (self, &changed) && changed.quote >= FLOOR_QUOTE &&
                 changed.score >= FLOOR_CHANGED && changed.end > changed.start;
  if (is_changed && (!verbatim || changed.score > place.score))
    return make_result (self, &changed, DOSSIER_ANCHOR_MOVED);

  if (verbatim)
    {
      gboolean around = MAX (place.before, place.after) >= FLOOR_CONTEXT;
      gboolean unknown = self->prefix.length == 0 && self->suffix.length == 0;

      if (around || unknown || self->quote.length >= SHORT_QUOTE)
        return make_result (self, &place, DOSSIER_ANCHOR_MOVED);
    }

  place.score = MAX (place.score, changed.score);
  return make_result (self, &place, DOSSIER_ANCHOR_LOST);
}

/**
 * dossier_anchor_locate:
 * @text: the text as it is now
 *
 * Finds a quote again. White space, quotation marks and dashes of another form
 * do not count as changes. "Exact" is said only where every word stands and the
 * place scores at least .9; a changed or moved quote is offered for the person
 * to confirm; anything less is lost. Time linear in the length of the text.
 *
 * The weights are those of Hypothesis' quote matching; the third state and the
 * floor are ours, since without them one deleted sentence in ten was attached
 * to a look-alike.
 */
DossierAnchorResult
dossier_anchor_locate (const DossierAnchor *self,
                       DossierText         *text)
{
  Search search = { .start = self->start };
  DossierAnchorResult result;
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (text, &n_bytes);
  const char *prefix = self->prefix != NULL ? self->prefix : "";
  const char *suffix = self->suffix != NULL ? self->suffix : "";

  plain_init (&search.text, utf8, n_bytes);
  plain_init (&search.quote, self->exact, strlen (self->exact));
  plain_init (&search.prefix, prefix, strlen (prefix));
  plain_init (&search.suffix, suffix, strlen (suffix));
  plain_trim (&search.quote);
  result = locate (&search);
  plain_clear (&search.text);
  plain_clear (&search.quote);
  plain_clear (&search.prefix);
  plain_clear (&search.suffix);

  return result;
}

/**
 * dossier_anchor_context:
 * @span: a place in @text
 * @exact, @prefix, @suffix: (out) (optional) (transfer full): the words, and up to
 *   %DOSSIER_ANCHOR_CONTEXT code points before and after them
 *
 * What to keep of a place to find it again.
 */
void
dossier_anchor_context (DossierText  *text,
                        DossierSpan   span,
                        char        **exact,
                        char        **prefix,
                        char        **suffix)
{
  guint32 from = span.start > DOSSIER_ANCHOR_CONTEXT ? span.start - DOSSIER_ANCHOR_CONTEXT : 0;

  if (exact != NULL)
    *exact = dossier_text_substring (text, span);
  if (prefix != NULL)
    *prefix = dossier_text_substring (text, (DossierSpan) { from, span.start });
  if (suffix != NULL)
    *suffix = dossier_text_substring (text, (DossierSpan) { span.end, span.end + DOSSIER_ANCHOR_CONTEXT });
}
