/* dossier-matcher.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-findings.h"

G_BEGIN_DECLS

/**
 * DossierMatcher:
 *
 * Compares claims: which answers which, which tells the same again, within one
 * source and across many; and finds sources that are near copies. Fill it, then
 * ask. For one thread.
 */
typedef struct _DossierMatcher DossierMatcher;

/**
 * DossierMatch:
 * @from, @to: claims, in the order in which they were added; @from is the later or the answering one
 * @why: "RULE: words", for dossier_rule_describe()
 */
typedef struct
{
  guint           from;
  guint           to;
  DossierRelation relation;
  double          confidence;
  char           *why;
} DossierMatch;

/** DossierCopy: sources (in the order in which they were added) that share @share of their passages of five words. */
typedef struct
{
  guint  source;
  guint  original;
  double share;
} DossierCopy;

DossierMatcher *dossier_matcher_new        (void);
void            dossier_matcher_free       (DossierMatcher           *self);
guint           dossier_matcher_add_source (DossierMatcher           *self,
                                            const char               *published,
                                            const char               *text,
                                            gssize                    n_bytes);
guint           dossier_matcher_add_claim  (DossierMatcher           *self,
                                            guint                     source,
                                            const DossierClaimRecord *claim);
GArray         *dossier_matcher_within     (DossierMatcher           *self);
GArray         *dossier_matcher_across     (DossierMatcher           *self,
                                            guint                     first_new,
                                            GCancellable             *cancellable);
GArray         *dossier_matcher_copies     (DossierMatcher           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMatcher, dossier_matcher_free)

G_END_DECLS
