/* dossier-reader-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reader-marks"

#include "config.h"

#include <stdlib.h>

#include "dossier-reader-marks.h"

struct _DossierReaderMarks
{
  DossierReaderClaim *claims;
  guint               n_claims;
  DossierReaderNote  *notes;
  guint               n_notes;
  guint               kinds;
  DossierSpanSet     *set;
  GHashTable         *by_id; /* gint64 → number + 1 */
};

static int
compare_claims (const void *a,
                const void *b)
{
  const DossierReaderClaim *x = a;
  const DossierReaderClaim *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end > y->span.end ? -1 : 1;

  return x->id < y->id ? -1 : x->id > y->id;
}

static void
add_item (GArray      *items,
          DossierSpan  span,
          guint32      id)
{
  DossierSpanItem item = { span, id };

  if (!dossier_span_is_empty (span))
    g_array_append_val (items, item);
}

/**
 * dossier_reader_marks_new:
 * @kinds: mask of 1 << #DossierKind; claims of other kinds are kept but not painted or hit
 *
 * Copies what it is given; the colours of notes must be static or interned.
 */
DossierReaderMarks *
dossier_reader_marks_new (const DossierReaderClaim *claims,
                          guint                     n_claims,
                          const DossierReaderNote  *notes,
                          guint                     n_notes,
                          guint                     kinds)
{
  DossierReaderMarks *self = g_new0 (DossierReaderMarks, 1);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (DossierSpanItem));

  self->claims = g_memdup2 (claims, sizeof *claims * n_claims);
  self->n_claims = n_claims;
  self->notes = g_memdup2 (notes, sizeof *notes * n_notes);
  self->n_notes = n_notes;
  self->kinds = kinds;
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  if (n_claims > 0)
    qsort (self->claims, n_claims, sizeof *claims, compare_claims);

  for (guint i = 0; i < n_claims; i++)
    {
      g_hash_table_insert (self->by_id, &self->claims[i].id, GUINT_TO_POINTER (i + 1));
      if (!dossier_reader_marks_is_drawn (self, i))
        continue;
      add_item (items, self->claims[i].span, i);
      add_item (items, self->claims[i].more, i);
    }
  for (guint i = 0; i < n_notes; i++)
    {
      if (self->notes[i].colour != NULL)
        add_item (items, self->notes[i].span, n_claims + i);
    }
  self->set = dossier_span_set_new ((DossierSpanItem *)(void *)items->data, items->len);

  return self;
}

/**
 * dossier_reader_marks_free:
 *
 * Frees the marks.
 */
void
dossier_reader_marks_free (DossierReaderMarks *self)
{
  dossier_span_set_free (self->set);
  g_hash_table_unref (self->by_id);
  g_free (self->claims);
  g_free (self->notes);
  g_free (self);
}

/**
 * dossier_reader_marks_n_claims:
 *
 * Returns: how many claims there are, of any kind
 */
guint
dossier_reader_marks_n_claims (DossierReaderMarks *self)
{
  return self->n_claims;
}

/**
 * dossier_reader_marks_n_notes:
 *
 * Returns: how many notes there are
 */
guint
dossier_reader_marks_n_notes (DossierReaderMarks *self)
{
  return self->n_notes;
}

/**
 * dossier_reader_marks_claim:
 *
 * Returns: (transfer none): the claim with this number
 */
const DossierReaderClaim *
dossier_reader_marks_claim (DossierReaderMarks *self,
                            guint               i)
{
  g_return_val_if_fail (i < self->n_claims, NULL);

  return &self->claims[i];
}

/**
 * dossier_reader_marks_note:
 *
 * Returns: (transfer none): the note with this number, counted from 0
 */
const DossierReaderNote *
dossier_reader_marks_note (DossierReaderMarks *self,
                           guint               i)
{
  g_return_val_if_fail (i < self->n_notes, NULL);

  return &self->notes[i];
}

/**
 * dossier_reader_marks_is_drawn:
 * @i: number of a claim
 *
 * Returns: whether its kind is among those shown
 */
gboolean
dossier_reader_marks_is_drawn (DossierReaderMarks *self,
                               guint               i)
{
  return (self->kinds & (1u << self->claims[i].kind)) != 0;
}

/**
 * dossier_reader_marks_find:
 * @id: row of a claim in the dossier
 *
 * Returns: its number, or -1
 */
int
dossier_reader_marks_find (DossierReaderMarks *self,
                           gint64              id)
{
  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id)) - 1;
}

/**
 * dossier_reader_marks_after:
 * @offset: a place of the text, code points
 *
 * Returns: the number of the first claim that begins there or later, the number of claims where there is none.
 *   O(log n)
 */
guint
dossier_reader_marks_after (DossierReaderMarks *self,
                            guint32             offset)
{
  guint low = 0, high = self->n_claims;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->claims[middle].span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dossier_reader_marks_runs:
 * @span: a part of the text, code points
 * @n_runs: (out): how many
 *
 * Returns: (transfer none): the runs that share a place with @span, in order
 */
const DossierSpanRun *
dossier_reader_marks_runs (DossierReaderMarks *self,
                           DossierSpan         span,
                           guint              *n_runs)
{
  guint n;
  const DossierSpanRun *runs = dossier_span_set_runs (self->set, &n);
  guint low = 0, high = n, last;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (runs[middle].span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (last = low; last < n && runs[last].span.start < span.end; last++)
    ;
  *n_runs = last - low;

  return runs + low;
}

/**
 * dossier_reader_marks_at:
 * @offset: a place of the text, code points
 * @claims: (out): numbers of claims, the innermost first
 * @limit: how many @claims has room for
 *
 * Returns: how many were found, at most @limit
 */
guint
dossier_reader_marks_at (DossierReaderMarks *self,
                         guint32             offset,
                         guint              *claims,
                         guint               limit)
{
  const guint32 *ids;
  guint n = dossier_span_set_at (self->set, offset, &ids);
  guint found = 0;

  for (guint i = n; i > 0 && found < limit; i--)
    {
      if (ids[i - 1] < self->n_claims)
        claims[found++] = ids[i - 1];
    }

  return found;
}
