/* dossier-date-grammar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-lexicon.h"
#include "dossier-findings.h"

G_BEGIN_DECLS

/** DossierDateForm: what an expression says, before it is resolved. */
typedef enum
{
  DOSSIER_DATE_FORM_NONE,
  DOSSIER_DATE_FORM_CALENDAR, /* parts of a date, any of them missing */
  DOSSIER_DATE_FORM_PERIOD,   /* "last week", "the next day", "that year": @shift of @unit */
  DOSSIER_DATE_FORM_DEICTIC,  /* @days from today */
  DOSSIER_DATE_FORM_OFFSET,   /* "two years ago": @amount of @unit, @turn */
  DOSSIER_DATE_FORM_CLOCK,    /* a time of day, its day unsaid */
  DOSSIER_DATE_FORM_DURATION,
  DOSSIER_DATE_FORM_SET,
  DOSSIER_DATE_FORM_REF,      /* "now", "recently" */
} DossierDateForm;

/** DossierDateExpr: a time expression as read, nothing resolved. */
typedef struct
{
  guint32     first;     /* tokens */
  guint32     last;
  guint8      form;
  guint8      type;      /* DossierTimexType */

  gint16      year;      /* astronomical */
  guint8      has_year;
  guint8      bc;
  guint8      year_shift; /* DossierDateShift: "January of this year" */
  guint8      digits_unknown; /* of @year: 1 a decade, 2 a century */
  guint8      month;
  guint8      day;
  guint8      weekday;
  guint8      season;
  guint8      quarter;   /* 1-4; 99 "the quarter" */
  guint8      half;
  guint8      weekend;
  guint8      ambiguous; /* 3/5/2019: @month and @day may be the other way round */
  const char *holiday;   /* rule */

  guint8      shift;     /* DossierDateShift */
  guint8      unit;      /* DossierDateUnit */
  gint8       nth;       /* of @nth_unit inside the date: -1 the last, 0 the one that holds it */
  guint8      nth_unit;  /* DossierDateUnit: "the last week of August" */
  guint8      edge;      /* DossierDateEdge */
  guint8      turn;
  guint8      ref;
  guint8      part;      /* DossierDatePart */
  gint8       days;
  guint8      hedge;     /* 0, 1 about, 2 more, 3 less */
  guint8      opens;     /* "since": 1; "before": 2; "by": 2; "until": 3, 4 at the head of a sentence */
  guint8      fiscal;
  guint8      bare;      /* "the year", "the week": which one is not said */

  double      amount;
  guint8      vague;     /* the amount is not told */

  guint8      n_bytes;   /* where only so many bytes of the last token belong to it, else 0 */

  guint8      has_clock;
  guint8      hour;
  guint8      minute;
  guint8      second;
  guint8      no_minutes;
  guint8      utc;
} DossierDateExpr;

GArray *dossier_date_grammar_read (DossierDateWords    *words,
                                   const DossierTokens *tokens);

G_END_DECLS
