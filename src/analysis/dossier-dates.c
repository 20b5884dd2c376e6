/* dossier-dates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-date-grammar.h"
#include "dossier-date-resolve.h"
#include "dossier-dates.h"
#include "dossier-edtf.h"

/* Longest line, in bytes, that may be a date line. */
#define MAX_LINE 200

struct _DossierDates
{
  DossierVocabulary *vocabulary;
  DossierDateWords  *words;
};

/**
 * dossier_dates_new:
 * @lexicon: whose vocabulary is not frozen yet
 *
 * Returns: (transfer full): the stage, with the tables of the lexicon's language
 */
DossierDates *
dossier_dates_new (DossierLexicon *lexicon)
{
  DossierDates *self = g_new0 (DossierDates, 1);

  self->vocabulary = dossier_vocabulary_ref (dossier_lexicon_vocabulary (lexicon));
  self->words = dossier_date_words_new (lexicon);
  dossier_date_words_freeze (self->words);

  return self;
}

/** dossier_dates_free: frees the stage; %NULL is ignored. */
void
dossier_dates_free (DossierDates *self)
{
  if (self == NULL)
    return;

  dossier_date_words_free (self->words);
  dossier_vocabulary_unref (self->vocabulary);
  g_free (self);
}

/**
 * dossier_dates_run:
 *
 * Adds the time expressions of the context's tokens to its timexes, in order,
 * resolved against its day of publication. Linear in the length of the text.
 */
void
dossier_dates_run (DossierDates   *self,
                   DossierContext *context)
{
  g_autoptr(GArray) exprs = dossier_date_grammar_read (self->words, context->tokens);
  const char *published = context->published != NULL ? context->published : context->given_published;

  dossier_date_resolve (self->words, context->tokens, exprs, published, context->timexes);
}

static const DossierDateWord *
word_at (DossierDates        *self,
         const DossierTokens *tokens,
         guint32              i)
{
  return dossier_date_words_get (self->words, i < tokens->n_tokens ? tokens->tokens[i].word : DOSSIER_WORD_UNKNOWN);
}

/* "1203 GMT", "06.00 BST", "+0530", "2h ago": times in forms that running text has not. */
static gboolean
is_loose_time (DossierDates        *self,
               const DossierTokens *tokens,
               guint32              i)
{
  const DossierToken *t = &tokens->tokens[i];
  const char *utf8 = dossier_text_utf8 (tokens->text, NULL);
  guint32 size = t->bytes.end - t->bytes.start;

  if (t->kind == DOSSIER_TOKEN_MIXED)
    return size <= 3 && word_at (self, tokens, i + 1)->turn == DOSSIER_DATE_TURN_AGO;
  if (t->kind != DOSSIER_TOKEN_NUMBER || size > 5)
    return FALSE;
  if (word_at (self, tokens, i + 1)->zone != 0 || memchr (utf8 + t->bytes.start, '.', size) != NULL)
    return TRUE;

  return i > 0 && size == 4 && strchr ("+-", utf8[tokens->tokens[i - 1].bytes.start]) != NULL;
}

/* Whether a token beside the date of a date line belongs to such a line. */
static gboolean
is_label (DossierDates        *self,
          const DossierTokens *tokens,
          guint32              i,
          gboolean            *updated)
{
  const DossierDateWord *word = word_at (self, tokens, i);

  if (word->roles & DOSSIER_DATE_ROLE_UPDATED)
    *updated = TRUE;

  return tokens->tokens[i].kind == DOSSIER_TOKEN_PUNCT || word->roles & DOSSIER_DATE_ROLE_LABEL ||
         word->zone != 0 || word->meridiem != 0 || word->turn == DOSSIER_DATE_TURN_AGO ||
         is_loose_time (self, tokens, i);
}

static gboolean
is_stated_date (const DossierDateExpr *e)
{
  return e->form == DOSSIER_DATE_FORM_CALENDAR && e->type <= DOSSIER_TIMEX_TIME && e->shift == 0 &&
         e->edge == 0 && ((e->month != 0 && (e->has_year || e->day != 0)) || (e->season != 0 && e->has_year));
}

static gboolean
is_relative_date (const DossierDateExpr *e)
{
  return e->form == DOSSIER_DATE_FORM_DEICTIC ||
         (e->form == DOSSIER_DATE_FORM_OFFSET && e->turn == DOSSIER_DATE_TURN_AGO);
}

/* "3 min read" */
static gboolean
is_reading_time (const DossierDateExpr *e)
{
  return e->form == DOSSIER_DATE_FORM_DURATION && e->unit == DOSSIER_DATE_UNIT_MINUTE;
}

static char *
stated_edtf (const DossierDateExpr *e)
{
  char *edtf;

  if (!e->has_year)
    return NULL;
  if (e->ambiguous)
    return g_strdup_printf ("%04d-XX-XX", e->year);
  if (e->season != 0)
    return g_strdup_printf ("%04d-%02d", e->year, 20 + e->season);
  edtf = e->day != 0 ? g_strdup_printf ("%04d-%02d-%02d", e->year, e->month, e->day)
                     : g_strdup_printf ("%04d-%02d", e->year, e->month);
  if (!dossier_edtf_bounds (edtf, NULL, NULL))
    g_clear_pointer (&edtf, g_free);

  return edtf;
}

/**
 * dossier_dates_line:
 * @line: of the text; need not be trimmed
 * @edtf: (out) (transfer full) (nullable) (optional): the date that the line states,
 *   "2019-XX-XX" for one like 3/5/2019, which does not tell day from month; %NULL for
 *   one that is told from the day of reading ("2 days ago") or lacks its year
 *
 * Says whether a line of a text's head is a date line: nothing but a date, the words
 * that label it, a time and its zone. Of several dates the first counts, but one that
 * is labelled as an update only where there is no other. Needs no tokens yet.
 *
 * Returns: whether it is a date line
 */
gboolean
dossier_dates_line (DossierDates *self,
                    DossierText  *text,
                    DossierBytes  line,
                    char        **edtf)
{
  g_autoptr(DossierTokens) tokens = NULL;
  g_autoptr(GArray) exprs = NULL;
  const DossierDateExpr *best = NULL;
  gboolean updated = FALSE, best_updated = FALSE, relative = FALSE;
  guint32 at = 0;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (edtf != NULL)
    *edtf = NULL;
  if (line.end <= line.start || line.end - line.start > MAX_LINE)
    return FALSE;

  tokens = dossier_tokens_new (text, &line, 1, self->vocabulary);
  exprs = dossier_date_grammar_read (self->words, tokens);
  for (guint i = 0; i < exprs->len; i++)
    {
      const DossierDateExpr *e = &g_array_index (exprs, DossierDateExpr, i);

      for (; at < e->first; at++)
        {
          if (!is_label (self, tokens, at, &updated))
            return FALSE;
        }
      at = e->last;
      if (is_stated_date (e) && (best == NULL || (best_updated && !updated)))
        {
          best = e;
          best_updated = updated;
        }
      else if (is_relative_date (e))
        relative = TRUE;
      else if (!is_stated_date (e) && e->form != DOSSIER_DATE_FORM_CLOCK && !is_reading_time (e) &&
               !(e->form == DOSSIER_DATE_FORM_CALENDAR && e->weekday != 0))
        return FALSE;
      updated = FALSE;
    }
  for (; at < tokens->n_tokens; at++)
    {
      if (!is_label (self, tokens, at, &updated))
        return FALSE;
      relative |= word_at (self, tokens, at)->turn == DOSSIER_DATE_TURN_AGO;
    }

  if (best != NULL && edtf != NULL)
    *edtf = stated_edtf (best);
  return best != NULL || relative;
}

/* Whether the words between two expressions make them the ends of one interval;
 * @open: whether "from" or "between" stands before the first. */
static gboolean
joins_range (DossierDates         *self,
             const DossierContext *context,
             const DossierTimex   *a,
             const DossierTimex   *b)
{
  const DossierTokens *tokens = context->tokens;
  guint32 first = dossier_tokens_at (tokens, a->bytes.start);
  guint32 i = dossier_tokens_at (tokens, a->bytes.end - 1) + 1, n = 0;
  const char *utf8 = dossier_text_utf8 (context->text, NULL);
  guint before = first > 0 && first < tokens->n_tokens
                 ? dossier_date_words_get (self->words, tokens->tokens[first - 1].word)->roles : 0;
  gboolean joined = FALSE;

  for (; i < tokens->n_tokens && tokens->tokens[i].bytes.start < b->bytes.start; i++, n++)
    {
      const DossierToken *t = &tokens->tokens[i];
      guint roles = dossier_date_words_get (self->words, t->word)->roles;
      guchar c = utf8[t->bytes.start];

      if (n > 2)
        return FALSE;
      if (roles & (DOSSIER_DATE_ROLE_TO | DOSSIER_DATE_ROLE_UNTIL))
        joined = TRUE;
      else if ((roles & DOSSIER_DATE_ROLE_AND) && (before & DOSSIER_DATE_ROLE_BETWEEN))
        joined = TRUE;
      else if (c == '-' || (c == 0xe2 && t->bytes.end - t->bytes.start == 3))
        joined = TRUE;
      else if (!(roles & (DOSSIER_DATE_ROLE_THE | DOSSIER_DATE_ROLE_IN)))
        return FALSE;
    }

  return joined;
}

static char *
make_interval (const char *a,
               const char *b)
{
  g_autofree char *from = g_strndup (a, strcspn (a, "/"));
  const char *slash = strchr (b, '/');
  g_autofree char *to = g_strdup (slash != NULL && slash[1] != '.' ? slash + 1 : b);
  g_autofree char *edtf = NULL;
  DossierEdtf from_parsed, to_parsed;

  to[strcspn (to, "/")] = '\0';
  /* Unspecified digits are not for intervals: take the years that they stand for. */
  if (strchr (from, 'X') != NULL && dossier_edtf_parse (from, &from_parsed))
    {
      int year;

      dossier_day_to_ymd (dossier_edtf_earliest (&from_parsed), &year, NULL, NULL);
      g_free (from);
      from = g_strdup_printf ("%04d", year);
    }
  if (strchr (to, 'X') != NULL && dossier_edtf_parse (to, &to_parsed))
    {
      int year;

      dossier_day_to_ymd (dossier_edtf_latest (&to_parsed), &year, NULL, NULL);
      g_free (to);
      to = g_strdup_printf ("%04d", year);
    }
  edtf = g_strdup_printf ("%s/%s", from, to);

  return dossier_edtf_bounds (edtf, NULL, NULL) ? g_steal_pointer (&edtf) : NULL;
}

/* First of the timexes that begins at @byte or later. */
static guint
first_timex (const GArray *timexes,
             guint32       byte)
{
  guint low = 0, high = timexes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (timexes, DossierTimex, middle).bytes.start < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_dates_range:
 * @within: where to look: the passage of a claim
 * @covered: (out) (optional): where the expressions stand that were taken
 *
 * Puts together what the expressions inside a passage state: two that are the ends of
 * an interval ("from 2006 to April of this year", "between 2009 and 2018") make one;
 * else the first that names a date is taken.
 *
 * Returns: (transfer full) (nullable): EDTF; %NULL where none names a date
 */
char *
dossier_dates_range (DossierDates         *self,
                     const DossierContext *context,
                     DossierBytes          within,
                     DossierBytes         *covered)
{
  const DossierTimex *only = NULL;

  g_return_val_if_fail (self != NULL && context != NULL && context->timexes != NULL, NULL);

  for (guint i = first_timex (context->timexes, within.start); i < context->timexes->len; i++)
    {
      const DossierTimex *timex = &g_array_index (context->timexes, DossierTimex, i);
      const DossierTimex *next = i + 1 < context->timexes->len ? timex + 1 : NULL;

      if (timex->bytes.end > within.end)
        break;
      if (timex->edtf == NULL)
        continue;
      if (next != NULL && next->edtf != NULL && next->bytes.end <= within.end &&
          joins_range (self, context, timex, next))
        {
          char *edtf = make_interval (timex->edtf, next->edtf);

          if (edtf != NULL && covered != NULL)
            *covered = (DossierBytes){ timex->bytes.start, next->bytes.end };
          if (edtf != NULL)
            return edtf;
        }
      if (only == NULL)
        only = timex;
    }
  if (only == NULL)
    return NULL;

  if (covered != NULL)
    *covered = only->bytes;
  return g_strdup (only->edtf);
}
