/* dossier-context.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-findings.h"
#include "dossier-tokens.h"

G_BEGIN_DECLS

/** DossierByteBlock: a block while the analysis runs. */
typedef struct
{
  DossierBytes     bytes;
  DossierBlockKind kind;
} DossierByteBlock;

/**
 * DossierContext:
 *
 * One text on its way through the stages: each stage reads what the earlier
 * ones left and adds its own. Used by one thread.
 */
typedef struct
{
  DossierText   *text;
  GArray        *hints;        /* DossierByteBlock from the document's format, or NULL */
  const char    *given_published;  /* what the caller knows, or NULL: wins over the text */

  /* blocks */
  GArray        *blocks;       /* DossierByteBlock */
  char          *title;
  char          *outlet;
  char          *byline;
  char          *published;    /* EDTF, given or found */
  char          *language;

  /* tokens: of every block but boilerplate and captions, in order of the text */
  DossierTokens *tokens;

  /* their verb groups, left by the attributions for the claims; may be NULL */
  struct _DossierClauses *clauses;

  /* findings */
  GArray        *mentions;     /* DossierMention, in order */
  GArray        *timexes;      /* DossierTimex, in order */
  GArray        *attributions; /* DossierAttribution */
  GPtrArray     *speakers;     /* char *, by attribution: who says it, or NULL; made by that stage */
  GArray        *countries;    /* DossierCountryWeight */
  GPtrArray     *claims;       /* DossierClaimRecord */
  GArray        *links;        /* DossierLinkFinding */
} DossierContext;

G_END_DECLS
