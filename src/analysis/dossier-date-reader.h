/* dossier-date-reader.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-grammar.h"

G_BEGIN_DECLS

/*
 * What the parts of the date grammar share. Every reader looks at the tokens from
 * @i on, fills what it finds into the expression, and returns the token after it,
 * or 0 where nothing of its kind stands there. None looks further than a dozen
 * tokens ahead, so the work at one token is bounded.
 */
typedef struct
{
  DossierDateWords   *words;
  const DossierTokens *all;
  const DossierToken *tokens;
  const char         *utf8;
  guint32             first; /* of the sentence */
  guint32             last;  /* the token after it */
} DossierDateReader;

/* Longest number of a year, of a day, and so on, that is worth a look. */
#define DOSSIER_DATE_MAX_DIGITS 9

static inline const DossierDateWord *
dossier_date_word (const DossierDateReader *r,
                   guint32                  i)
{
  return dossier_date_words_get (r->words, i < r->last ? r->tokens[i].word : DOSSIER_WORD_UNKNOWN);
}

static inline gboolean
dossier_date_is (const DossierDateReader *r,
                 guint32                  i,
                 guint32                  roles)
{
  return (dossier_date_word (r, i)->roles & roles) != 0;
}

static inline gboolean
dossier_date_is_capital (const DossierDateReader *r,
                         guint32                  i)
{
  return (r->tokens[i].flags & DOSSIER_TOKEN_CAPITAL) != 0;
}

/* Whether token @i follows the one before it without a space. */
static inline gboolean
dossier_date_is_joined (const DossierDateReader *r,
                        guint32                  i)
{
  return i < r->last &&
         (r->tokens[i].flags & (DOSSIER_TOKEN_SPACE_BEFORE | DOSSIER_TOKEN_LINE_BEFORE)) == 0;
}

static inline gboolean
dossier_date_is_sign (const DossierDateReader *r,
                      guint32                  i,
                      char                     sign)
{
  return i < r->last && r->tokens[i].bytes.end - r->tokens[i].bytes.start == 1 &&
         r->utf8[r->tokens[i].bytes.start] == sign;
}

/* Whether no table of dates knows the word at @i. */
static inline gboolean
dossier_date_is_plain (const DossierDateReader *r,
                       guint32                  i)
{
  return dossier_date_word (r, i) == dossier_date_words_get (r->words, DOSSIER_WORD_UNKNOWN);
}

gboolean dossier_date_is_dash        (const DossierDateReader *r,
                                      guint32                  i);
guint    dossier_date_digits         (const DossierDateReader *r,
                                      guint32                  i,
                                      int                     *value);
guint    dossier_date_mixed          (const DossierDateReader *r,
                                      guint32                  i,
                                      int                     *value,
                                      const char             **rest,
                                      gsize                   *n_rest);
guint32  dossier_date_read_cardinal  (const DossierDateReader *r,
                                      guint32                  i,
                                      double                  *value);
guint32  dossier_date_read_year      (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);
guint32  dossier_date_read_year_ref  (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);
guint32  dossier_date_read_clock     (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);
guint32  dossier_date_read_calendar  (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);
guint32  dossier_date_read_shift     (const DossierDateReader *r,
                                      guint32                  i,
                                      int                     *shift);
guint32  dossier_date_read_duration  (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);
gboolean dossier_date_read_day_before (const DossierDateReader *r,
                                       const DossierDateExpr   *e,
                                       guint32                  from,
                                       DossierDateExpr         *before);
guint32  dossier_date_read_behind    (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e,
                                      DossierDateExpr         *more);
guint32  dossier_date_read_set       (const DossierDateReader *r,
                                      guint32                  i,
                                      DossierDateExpr         *e);

G_END_DECLS
