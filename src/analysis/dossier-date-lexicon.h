/* dossier-date-lexicon.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-lexicon.h"
#include "dossier-phrases.h"

G_BEGIN_DECLS

/** DossierDateUnit: a length of time, from short to long. */
typedef enum
{
  DOSSIER_DATE_UNIT_NONE,
  DOSSIER_DATE_UNIT_SECOND,
  DOSSIER_DATE_UNIT_MINUTE,
  DOSSIER_DATE_UNIT_HOUR,
  DOSSIER_DATE_UNIT_DAY,
  DOSSIER_DATE_UNIT_WEEKEND,
  DOSSIER_DATE_UNIT_WEEK,
  DOSSIER_DATE_UNIT_FORTNIGHT,
  DOSSIER_DATE_UNIT_MONTH,
  DOSSIER_DATE_UNIT_QUARTER,
  DOSSIER_DATE_UNIT_YEAR,
  DOSSIER_DATE_UNIT_DECADE,
  DOSSIER_DATE_UNIT_CENTURY,
  DOSSIER_DATE_UNIT_MILLENNIUM,
} DossierDateUnit;

/** DossierDatePart: a part of the day; the names of TIMEX3 are in the .c. */
typedef enum
{
  DOSSIER_DATE_PART_NONE,
  DOSSIER_DATE_PART_MORNING,
  DOSSIER_DATE_PART_MIDDAY,
  DOSSIER_DATE_PART_AFTERNOON,
  DOSSIER_DATE_PART_EVENING,
  DOSSIER_DATE_PART_NIGHT,
  DOSSIER_DATE_PART_DAYTIME,
} DossierDatePart;

/** DossierDateShift: which one of a kind of period is meant. */
typedef enum
{
  DOSSIER_DATE_SHIFT_NONE,
  DOSSIER_DATE_SHIFT_LAST,
  DOSSIER_DATE_SHIFT_THIS,
  DOSSIER_DATE_SHIFT_NEXT,
  DOSSIER_DATE_SHIFT_PAST,
  DOSSIER_DATE_SHIFT_COMING,
  DOSSIER_DATE_SHIFT_CURRENT,
  DOSSIER_DATE_SHIFT_PREVIOUS,  /* from here on: told from the text's last date */
  DOSSIER_DATE_SHIFT_FOLLOWING,
  DOSSIER_DATE_SHIFT_THAT,
  DOSSIER_DATE_SHIFT_SAME,
  DOSSIER_DATE_SHIFT_LATEST,
} DossierDateShift;

typedef enum
{
  DOSSIER_DATE_EDGE_NONE,
  DOSSIER_DATE_EDGE_EARLY,
  DOSSIER_DATE_EDGE_LATE,
  DOSSIER_DATE_EDGE_MID,
  DOSSIER_DATE_EDGE_START,
  DOSSIER_DATE_EDGE_END,
  DOSSIER_DATE_EDGE_REST,
} DossierDateEdge;

typedef enum
{
  DOSSIER_DATE_TURN_NONE,
  DOSSIER_DATE_TURN_AGO,
  DOSSIER_DATE_TURN_EARLIER,
  DOSSIER_DATE_TURN_LATER,
  DOSSIER_DATE_TURN_BEFORE,
  DOSSIER_DATE_TURN_AFTER,
  DOSSIER_DATE_TURN_AHEAD,
} DossierDateTurn;

typedef enum
{
  DOSSIER_DATE_REF_NONE,
  DOSSIER_DATE_REF_PAST,
  DOSSIER_DATE_REF_PRESENT,
  DOSSIER_DATE_REF_FUTURE,
} DossierDateRef;

typedef enum
{
  DOSSIER_DATE_TENSE_NONE,
  DOSSIER_DATE_TENSE_PAST,
  DOSSIER_DATE_TENSE_FUTURE,
  DOSSIER_DATE_TENSE_FUTURE_TO,    /* only before an infinitive */
  DOSSIER_DATE_TENSE_PRESENT_TO,   /* the same, but a helper of participles too: "is" */
  DOSSIER_DATE_TENSE_FUTURE_AFTER, /* only behind "to" or "will" */
} DossierDateTense;

/** DossierDateRole: function words and other plain roles, a bit each. */
typedef enum
{
  DOSSIER_DATE_ROLE_THE     = 1 << 0,
  DOSSIER_DATE_ROLE_A       = 1 << 1,
  DOSSIER_DATE_ROLE_OF      = 1 << 2,
  DOSSIER_DATE_ROLE_AND     = 1 << 3,
  DOSSIER_DATE_ROLE_OR      = 1 << 4,
  DOSSIER_DATE_ROLE_IN      = 1 << 5,
  DOSSIER_DATE_ROLE_ON      = 1 << 6,
  DOSSIER_DATE_ROLE_AT      = 1 << 7,
  DOSSIER_DATE_ROLE_TO      = 1 << 8,
  DOSSIER_DATE_ROLE_FROM    = 1 << 9,
  DOSSIER_DATE_ROLE_BETWEEN = 1 << 10,
  DOSSIER_DATE_ROLE_SINCE   = 1 << 11,
  DOSSIER_DATE_ROLE_UNTIL   = 1 << 12,
  DOSSIER_DATE_ROLE_BY      = 1 << 13,
  DOSSIER_DATE_ROLE_BEFORE  = 1 << 14,
  DOSSIER_DATE_ROLE_AFTER   = 1 << 15,
  DOSSIER_DATE_ROLE_DURING  = 1 << 16,
  DOSSIER_DATE_ROLE_FOR     = 1 << 17,
  DOSSIER_DATE_ROLE_HALF    = 1 << 18,
  DOSSIER_DATE_ROLE_FISCAL  = 1 << 19,
  DOSSIER_DATE_ROLE_OCLOCK  = 1 << 20,
  DOSSIER_DATE_ROLE_OLD     = 1 << 21,
  DOSSIER_DATE_ROLE_LONG    = 1 << 22,
  DOSSIER_DATE_ROLE_MORE    = 1 << 23,
  DOSSIER_DATE_ROLE_COUNT   = 1 << 24,
  DOSSIER_DATE_ROLE_LABEL   = 1 << 25,
  DOSSIER_DATE_ROLE_UPDATED = 1 << 26,
  DOSSIER_DATE_ROLE_CAREFUL = 1 << 27,
  DOSSIER_DATE_ROLE_PERIOD  = 1 << 28,
  DOSSIER_DATE_ROLE_ENDED   = 1 << 29,
  DOSSIER_DATE_ROLE_SO      = 1 << 30,
  DOSSIER_DATE_ROLE_NAMED   = 1u << 31, /* "Resolution 1483", "The Sunday Times": makes a name of what stands beside */
} DossierDateRole;

/** DOSSIER_DATE_VAGUE: a number that is not told, "several". */
#define DOSSIER_DATE_VAGUE (-1)

/** DossierDateWord: what one word may be; 0 in all fields that do not apply. */
typedef struct
{
  guint32 roles;    /* DossierDateRole */
  gint32  scale;
  gint16  vague;    /* DOSSIER_DATE_VAGUE or a number */
  gint8   deictic;
  guint8  number;   /* number + 1 */
  gint8   ordinal;  /* -1: the last */
  guint8  month;
  guint8  weekday;
  guint8  unit;     /* DossierDateUnit */
  guint8  season;   /* 1 spring to 4 winter */
  guint8  part;     /* DossierDatePart */
  guint8  shift;
  guint8  edge;
  guint8  turn;
  guint8  every;    /* 1 each, 2 per */
  guint8  set;      /* DossierDateUnit */
  guint8  ref;
  guint8  decade;
  guint8  meridiem; /* 1 before noon, 2 after */
  guint8  era;      /* 1 BC, 2 AD */
  guint8  zone;     /* 1 a zone, 2 UTC */
  guint8  clock;    /* hour of a named time */
  guint8  tense;
  guint8  plural;   /* of unit, weekday, part or season */
  guint8  is_deictic; /* 1 a day, 2 a night */
  guint8  starts;     /* whether an expression may begin with it; 2 an article, which tells little */
} DossierDateWord;

/** DossierDatePhraseClass: what a phrase of date-phrases.tsv or holidays.tsv is. */
typedef enum
{
  DOSSIER_DATE_PHRASE_HEDGE,
  DOSSIER_DATE_PHRASE_EDGE,
  DOSSIER_DATE_PHRASE_SHIFT,
  DOSSIER_DATE_PHRASE_REF,
  DOSSIER_DATE_PHRASE_DAY,
  DOSSIER_DATE_PHRASE_YEAR_END,
  DOSSIER_DATE_PHRASE_HOLIDAY,
} DossierDatePhraseClass;

/** DossierDatePhrase: @value is of the enumeration of its class, or days; @rule of a holiday. */
typedef struct
{
  DossierDatePhraseClass class;
  int                    value;
  char                  *rule;
} DossierDatePhrase;

/**
 * DossierDateWords:
 *
 * The tables dates.tsv, date-phrases.tsv and holidays.tsv of one language, ready
 * to be looked up by the number of a word.
 */
typedef struct _DossierDateWords DossierDateWords;

DossierDateWords        *dossier_date_words_new    (DossierLexicon        *lexicon);
void                     dossier_date_words_free   (DossierDateWords      *self);
void                     dossier_date_words_freeze (DossierDateWords      *self);
const DossierDateWord   *dossier_date_words_get    (DossierDateWords      *self,
                                                    guint32                word);
const DossierDatePhrase *dossier_date_words_phrase (DossierDateWords      *self,
                                                    const DossierTokens   *tokens,
                                                    guint32                first,
                                                    guint32                last,
                                                    guint32               *after);
const char              *dossier_date_part_name    (DossierDatePart        part);
const char              *dossier_date_ref_name     (DossierDateRef         ref);
const char              *dossier_date_season_name  (int                    season);

G_END_DECLS
