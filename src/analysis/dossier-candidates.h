/* dossier-candidates.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-candidate.h"
#include "dossier-extents.h"

G_BEGIN_DECLS

/** DossierReading: one text while its attributions are looked for. */
typedef struct
{
  DossierCues             *cues;
  const DossierExtents    *extents;
  const DossierTokens     *tokens;
  DossierClauses          *clauses;
  DossierQuotations       *quotations;
  GArray                  *candidates; /* DossierCandidate */
} DossierReading;

void dossier_reading_free      (DossierReading *self);
void dossier_candidates_verbs  (DossierReading *reading);
void dossier_candidates_others (DossierReading *reading);

/* For the two above. */
gboolean        dossier_reading_is_word   (const DossierReading    *reading,
                                           guint32                  token,
                                           const char              *word);
gboolean        dossier_reading_new_paragraph (const DossierReading *reading,
                                           guint32                  token);
int             dossier_reading_cue       (const DossierReading    *reading,
                                           guint32                  token,
                                           DossierCuePart           part,
                                           guint32                  last,
                                           guint32                 *after);
DossierRange    dossier_reading_bounds    (const DossierReading    *reading,
                                           guint32                  token);
void            dossier_reading_add       (DossierReading          *reading,
                                           DossierCandidate        *candidate);
void            dossier_candidate_add_part (DossierCandidate       *candidate,
                                           guint32                  first,
                                           guint32                  last);
void            dossier_candidate_add_running (const DossierReading *reading,
                                           DossierCandidate        *candidate,
                                           const DossierQuotation  *quotation);
guint           dossier_reading_fronted   (const DossierReading    *reading,
                                           DossierRange             bounds,
                                           guint32                  token);
DossierExtent   dossier_reading_extent    (const DossierReading    *reading,
                                           const DossierCandidate  *candidate,
                                           guint32                  first,
                                           guint32                  last);
guint32         dossier_reading_statement_start (const DossierReading *reading,
                                           DossierRange             bounds,
                                           guint32                  before);

static inline DossierTag
dossier_reading_tag (const DossierReading *reading,
                     guint32               token)
{
  return dossier_clauses_tag (reading->clauses, token);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierReading, dossier_reading_free)

G_END_DECLS
