/* dossier-place-hits.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-context.h"
#include "dossier-gazetteer.h"

G_BEGIN_DECLS

/** DossierPlaceHitFlags: what stands beside a name. */
typedef enum
{
  DOSSIER_HIT_PLACE     = 1 << 0, /* a preposition before it */
  DOSSIER_HIT_PERSON    = 1 << 1, /* reads as a person's name */
  DOSSIER_HIT_DEAD      = 1 << 2, /* no mention */
  DOSSIER_HIT_START     = 1 << 3, /* first word of a sentence */
  DOSSIER_HIT_SHOUTED   = 1 << 4, /* in a line of capitals */
  DOSSIER_HIT_QUALIFIES = 1 << 5, /* the state or country after a town's name */
  DOSSIER_HIT_BODY      = 1 << 6, /* part of the name of a body */
  DOSSIER_HIT_WHOLE     = 1 << 7, /* a longer stretch than the name: "Lake County" */
} DossierPlaceHitFlags;

/** DossierPlaceHit: a name in the text, before it is known what it means. */
typedef struct
{
  guint32 first; /* tokens */
  guint32 last;
  guint32 place;     /* G_MAXUINT32: a name no table has */
  guint16 flags;
  gint32  sense;     /* index into the senses, -1 none */
  guint16 country;   /* for a place no table has */
} DossierPlaceHit;

/**
 * DossierPlaceReading:
 * @support: by country: how much the text speaks of it, in mentions
 *
 * A text while its countries are sought.
 */
typedef struct
{
  DossierGazetteer    *gazetteer;
  DossierContext      *context;
  const DossierTokens *tokens;
  GArray              *hits;    /* DossierPlaceHit, in order */
  double               support[DOSSIER_N_COUNTRIES];
  double               total;
  GArray              *groups;
  GHashTable          *by_place; /* place + 1 -> index into @groups + 1 */
  GHashTable          *admins;   /* admin -> count */
  float               *company;  /* by admin: towns of the text that may lie there */
} DossierPlaceReading;

void dossier_place_hits_collect (DossierPlaceReading *self);
void dossier_place_add_support  (DossierPlaceReading *self,
                                 guint16              country,
                                 double               weight);

static inline const DossierToken *
dossier_place_token (DossierPlaceReading *self,
                     guint32              i)
{
  return &self->tokens->tokens[i];
}

static inline const DossierPlace *
dossier_place_of (DossierPlaceReading   *self,
                  const DossierPlaceHit *hit)
{
  return &g_array_index (self->gazetteer->places, DossierPlace, hit->place);
}

static inline const DossierSense *
dossier_place_sense (DossierPlaceReading *self,
                     gint32               i)
{
  return &g_array_index (self->gazetteer->senses, DossierSense, i);
}

static inline const DossierSense *
dossier_place_first_sense (DossierPlaceReading   *self,
                           const DossierPlaceHit *hit)
{
  return dossier_place_sense (self, dossier_place_of (self, hit)->first);
}

static inline guint
dossier_place_class (DossierPlaceReading *self,
                     guint32              i)
{
  return dossier_gazetteer_class (self->gazetteer, dossier_place_token (self, i)->word);
}

static inline gboolean
dossier_place_is_capital (DossierPlaceReading *self,
                          guint32              i)
{
  const DossierToken *token = dossier_place_token (self, i);

  return token->kind == DOSSIER_TOKEN_WORD && (token->flags & DOSSIER_TOKEN_CAPITAL) != 0 &&
         !(token->flags & DOSSIER_TOKEN_POSSESSIVE);
}

static inline gboolean
dossier_place_is_char (DossierPlaceReading *self,
                       guint32              i,
                       char                 c)
{
  const DossierToken *token = dossier_place_token (self, i);

  return token->kind == DOSSIER_TOKEN_PUNCT && token->bytes.end - token->bytes.start == 1 &&
         dossier_text_utf8 (self->tokens->text, NULL)[token->bytes.start] == c;
}

G_END_DECLS
