/* dossier-findings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-record.h"

G_BEGIN_DECLS

/*
 * What the stages find. Inside the analysis places are DossierBytes; what
 * leaves it, DossierFindings, counts in code points.
 */

/** DossierMention: a place that names a country; @rule is interned ("country.name", "country.demonym", "country.city", …). */
typedef struct
{
  DossierBytes bytes;
  char         code[4];  /* ISO 3166-1 alpha-2 */
  const char  *rule;
} DossierMention;

typedef enum
{
  DOSSIER_TIMEX_DATE,
  DOSSIER_TIMEX_TIME,
  DOSSIER_TIMEX_DURATION,
  DOSSIER_TIMEX_SET,
} DossierTimexType;

/** DossierTimex: a time expression; @value is TIMEX3, @edtf NULL where it names no date, and then @reason may say why. */
typedef struct
{
  DossierBytes     bytes;
  DossierTimexType type;
  char            *value;
  char            *edtf;
  const char      *reason; /* interned: "no-publication-date", "vague", "duration", "set" */
} DossierTimex;

#define DOSSIER_ATTRIBUTION_PARTS 4

/**
 * DossierAttribution:
 *
 * Source, cue and content of one attribution, each in up to four parts.
 * @parent: index of the attribution whose content holds this one, or -1.
 * @verb: number of the cue in the cue table, for its frame and kind.
 */
typedef struct
{
  DossierBytes source[DOSSIER_ATTRIBUTION_PARTS];
  DossierBytes cue[DOSSIER_ATTRIBUTION_PARTS];
  DossierBytes content[DOSSIER_ATTRIBUTION_PARTS];
  guint8       n_source;
  guint8       n_cue;
  guint8       n_content;
  gboolean     quoted;
  int          parent;
  int          verb;
  float        confidence;
} DossierAttribution;

/** DossierCountryWeight: how much a text is about a country; the weights of a text add up to 1. */
typedef struct
{
  char   code[4];
  double weight;
} DossierCountryWeight;

/** The findings as they leave the analysis, in code points. */
typedef struct
{
  DossierSpan span;
  char        code[4];
  const char *rule;
} DossierMentionFinding;

typedef struct
{
  DossierSpan      span;
  DossierTimexType type;
  char            *value;
  char            *edtf;
  const char      *reason;
} DossierDateFinding;

typedef struct
{
  DossierSpan source[DOSSIER_ATTRIBUTION_PARTS];
  DossierSpan cue[DOSSIER_ATTRIBUTION_PARTS];
  DossierSpan content[DOSSIER_ATTRIBUTION_PARTS];
  guint8      n_source;
  guint8      n_cue;
  guint8      n_content;
} DossierAttributionFinding;

typedef struct
{
  guint           from; /* indexes into the claims */
  guint           to;
  DossierRelation relation;
  char           *why;
  double          confidence;
} DossierLinkFinding;

/**
 * DossierFindings:
 *
 * All that one text yields. Claims are records with no id and no source id.
 * @claims_looked_for: FALSE where the text's language has no pack.
 */
typedef struct
{
  char      *title;
  char      *outlet;
  char      *byline;
  char      *published; /* EDTF */
  char      *language;  /* BCP 47 */
  gboolean   claims_looked_for;
  GArray    *blocks;       /* DossierBlock: disjoint, in order */
  GArray    *countries;    /* DossierCountryWeight: most first */
  GArray    *mentions;     /* DossierMentionFinding */
  GArray    *dates;        /* DossierDateFinding */
  GArray    *attributions; /* DossierAttributionFinding */
  GPtrArray *claims;       /* DossierClaimRecord */
  GArray    *links;        /* DossierLinkFinding */
} DossierFindings;

DossierFindings *dossier_findings_new  (void);
void             dossier_findings_free (DossierFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierFindings, dossier_findings_free)

const char *dossier_timex_type_name (DossierTimexType type); /* "DATE", "TIME", "DURATION", "SET" */

G_END_DECLS
