/* dossier-gazetteer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-lexicon.h"
#include "dossier-phrases.h"

G_BEGIN_DECLS

/** DossierPlaceKind: how a name points to a country. */
typedef enum
{
  DOSSIER_PLACE_NAME,
  DOSSIER_PLACE_DEMONYM,
  DOSSIER_PLACE_CAPITAL,
  DOSSIER_PLACE_STATE,
  DOSSIER_PLACE_SHORT,      /* a state's abbreviation */
  DOSSIER_PLACE_REGION,
  DOSSIER_PLACE_CITY,
  DOSSIER_PLACE_GOVERNMENT,
  DOSSIER_PLACE_AGENCY,
  DOSSIER_PLACE_NONE,       /* holds a place's name and is none */
} DossierPlaceKind;

/** DossierPlaceMarks: what else a name is. */
typedef enum
{
  DOSSIER_PLACE_IS_WORD       = 1 << 0,
  DOSSIER_PLACE_IS_SURNAME    = 1 << 1,
  DOSSIER_PLACE_IS_FIRST_NAME = 1 << 2,
  DOSSIER_PLACE_IS_CAPITALS   = 1 << 3, /* matched only when written in capitals */
} DossierPlaceMarks;

/** DossierWordClass: words beside a name that tell what it is; a bit each. */
typedef enum
{
  DOSSIER_CLASS_PREPOSITION = 1 << 0,
  DOSSIER_CLASS_STREET      = 1 << 1,
  DOSSIER_CLASS_DIVISION    = 1 << 2,
  DOSSIER_CLASS_PERSON      = 1 << 3,
  DOSSIER_CLASS_SAYING      = 1 << 4,
  DOSSIER_CLASS_BODY        = 1 << 5,
  DOSSIER_CLASS_NEVER       = 1 << 6,
  DOSSIER_CLASS_LOCAL       = 1 << 7,
  DOSSIER_CLASS_CURRENCY    = 1 << 8,
  DOSSIER_CLASS_FIRST_NAME  = 1 << 9,
} DossierWordClass;

/** DossierHint: a country that a word of its life speaks for, and how much. */
typedef struct
{
  guint16 country;
  float   weight;
} DossierHint;

/** DOSSIER_N_COUNTRIES: two letters, so that a code is an index. */
#define DOSSIER_N_COUNTRIES (26 * 26)

/**
 * DossierSense: one thing that a name may mean.
 * @country: see dossier_country_index(); @admin: its first-level division, a
 *   number within the gazetteer, 0 for none
 * @prior: how likely it is when nothing else is known, in the measure of the
 *   common logarithm of a town's inhabitants
 * @supports: index into the lists of countries whose mention speaks for it, 0 for none
 */
typedef struct
{
  guint16 country;
  guint16 admin;
  guint8  kind;
  guint8  supports;
  float   prior;
} DossierSense;

/** DossierPlace: a name and its senses. */
typedef struct
{
  guint32 first;
  guint16 n_senses;
  guint8  marks;
} DossierPlace;

/**
 * DossierGazetteer:
 *
 * The names of the world's countries, regions and towns. Immutable when made.
 */
typedef struct
{
  DossierPhrases *phrases;   /* value: index into @places */
  GArray         *places;    /* DossierPlace */
  GArray         *senses;    /* DossierSense */
  GPtrArray      *supports;  /* guint16 arrays, ended by G_MAXUINT16; 0 is NULL */
  DossierPhrases *hints;     /* value: index into @hint_values */
  GArray         *hint_values; /* DossierHint */
  guint           n_admins;
  guint16        *classes;   /* DossierWordClass by word */
  guint32         n_classes;
} DossierGazetteer;

DossierGazetteer *dossier_gazetteer_new  (DossierLexicon   *lexicon);
void              dossier_gazetteer_free (DossierGazetteer *self);

static inline guint
dossier_gazetteer_class (const DossierGazetteer *self,
                         guint32                 word)
{
  return word < self->n_classes ? self->classes[word] : 0;
}

static inline guint16
dossier_country_index (const char *code)
{
  return (code[0] - 'A') * 26 + (code[1] - 'A');
}

static inline void
dossier_country_code (guint16 index,
                      char    code[4])
{
  code[0] = 'A' + index / 26;
  code[1] = 'A' + index % 26;
  code[2] = code[3] = '\0';
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierGazetteer, dossier_gazetteer_free)

G_END_DECLS
