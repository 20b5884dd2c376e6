/* dossier-span-set.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-span.h"

G_BEGIN_DECLS

/**
 * DossierSpanSet:
 *
 * Spans, each with an id of the owner's choice, that may overlap in any way.
 * Made once, then asked: immutable and safe in any thread.
 */
typedef struct _DossierSpanSet DossierSpanSet;

/** DossierSpanItem: a span and whose it is. */
typedef struct
{
  DossierSpan span;
  guint32     id;
} DossierSpanItem;

/**
 * DossierSpanRun:
 *
 * A stretch in which the same items hold throughout: what a reader paints.
 * Runs of one set are disjoint and in order. @ids (@n_ids of them, in order of
 * start, longer first) belong to the set.
 */
typedef struct
{
  DossierSpan    span;
  const guint32 *ids;
  guint          n_ids;
} DossierSpanRun;

DossierSpanSet       *dossier_span_set_new   (const DossierSpanItem *items,
                                              guint                  n_items);
void                  dossier_span_set_free  (DossierSpanSet        *self);
const DossierSpanRun *dossier_span_set_runs  (DossierSpanSet        *self,
                                              guint                 *n_runs);
guint                 dossier_span_set_at    (DossierSpanSet        *self,
                                              guint32                offset,
                                              const guint32        **ids);
GArray               *dossier_span_set_query (DossierSpanSet        *self,
                                              DossierSpan            within);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSpanSet, dossier_span_set_free)

G_END_DECLS
