/* dossier-analyser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-findings.h"

G_BEGIN_DECLS

/**
 * DossierAnalyser:
 *
 * The stages with their tables, ready to read texts. Making one takes some
 * milliseconds; then it is immutable and safe in any number of threads.
 */
typedef struct _DossierAnalyser DossierAnalyser;

/**
 * DossierAnalyserInput:
 * @published: EDTF, what the caller knows, or NULL
 * @blocks: of DossierBlock, what the document's format says, or NULL
 *
 * Borrowed for the time of the call.
 */
typedef struct
{
  DossierText  *text;
  const char   *published;
  const char   *title;
  const char   *outlet;
  const char   *byline;
  const char   *language;
  const GArray *blocks;
} DossierAnalyserInput;

/** DossierStage: for measuring; DOSSIER_STAGE_ALL is the whole. */
typedef enum
{
  DOSSIER_STAGE_BLOCKS,
  DOSSIER_STAGE_TOKENS,
  DOSSIER_STAGE_COUNTRIES,
  DOSSIER_STAGE_DATES,
  DOSSIER_STAGE_ATTRIBUTIONS,
  DOSSIER_STAGE_CLAIMS,
  DOSSIER_STAGE_LINKS,
  DOSSIER_N_STAGES,
} DossierStage;

DossierAnalyser *dossier_analyser_new   (GError                     **error);
DossierAnalyser *dossier_analyser_ref   (DossierAnalyser             *self);
void             dossier_analyser_unref (DossierAnalyser             *self);
DossierFindings *dossier_analyser_run   (DossierAnalyser             *self,
                                         const DossierAnalyserInput  *input,
                                         GCancellable                *cancellable,
                                         GError                     **error);
/* Microseconds spent in each stage by the runs of this thread since the last call. */
void             dossier_analyser_take_times (gint64 times[DOSSIER_N_STAGES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAnalyser, dossier_analyser_unref)

G_END_DECLS
