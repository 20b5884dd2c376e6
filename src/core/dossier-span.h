/* dossier-span.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "dossier-kind.h"

G_BEGIN_DECLS

/**
 * DossierSpan:
 * @start: first code point
 * @end: the code point after the last
 *
 * A half-open range of Unicode code points of a text: the only unit in which a
 * place is kept, shown and exported. Empty (0, 0) means "none".
 */
typedef struct
{
  guint32 start;
  guint32 end;
} DossierSpan;

/**
 * DossierBytes:
 *
 * A half-open range of bytes of the same UTF-8 text: what the tokenizer and the
 * stages of the analysis count in. Another type, so that the two units cannot
 * be mixed up; dossier_text_span() and dossier_text_bytes() convert.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} DossierBytes;

/** DossierBlock: one stretch of a text and what it is. */
typedef struct
{
  DossierSpan      span;
  DossierBlockKind kind;
} DossierBlock;

static inline gboolean
dossier_span_is_empty (DossierSpan span)
{
  return span.end <= span.start;
}

static inline gboolean
dossier_span_overlaps (DossierSpan a,
                       DossierSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
dossier_span_contains (DossierSpan outer,
                       DossierSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
dossier_bytes_overlap (DossierBytes a,
                       DossierBytes b)
{
  return a.start < b.end && b.start < a.end;
}

G_END_DECLS
