/* dossier-anchor.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"

G_BEGIN_DECLS

/** DOSSIER_ANCHOR_CONTEXT: code points of prefix and suffix kept with a quote (W3C TextQuoteSelector). */
#define DOSSIER_ANCHOR_CONTEXT 32

typedef enum
{
  DOSSIER_ANCHOR_EXACT, /* needs no confirmation */
  DOSSIER_ANCHOR_MOVED, /* the person is asked */
  DOSSIER_ANCHOR_LOST,
} DossierAnchorState;

/**
 * DossierAnchor:
 * @exact: the quote; @prefix and @suffix what stood before and after it, either may be empty
 * @start: where it began in the earlier text, code points
 *
 * What is known of a place, to find it again. Borrows its strings.
 */
typedef struct
{
  const char *exact;
  const char *prefix;
  const char *suffix;
  guint32     start;
} DossierAnchor;

typedef struct
{
  DossierAnchorState state;
  DossierSpan        span;
  double             score; /* 0 to 1 */
} DossierAnchorResult;

DossierAnchorResult dossier_anchor_locate  (const DossierAnchor *self,
                                            DossierText         *text);
void                dossier_anchor_context (DossierText         *text,
                                            DossierSpan          span,
                                            char               **exact,
                                            char               **prefix,
                                            char               **suffix);

G_END_DECLS
