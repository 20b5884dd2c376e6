/* dossier-session-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-import-private.h"
#include "dossier-library.h"
#include "dossier-reading-private.h"
#include "dossier-results.h"
#include "dossier-session.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/* What is shown first of a source that is opened by stepping through claims. */
typedef enum
{
  DOSSIER_STEP_NONE,
  DOSSIER_STEP_FIRST,
  DOSSIER_STEP_LAST,
} DossierStep;

struct _DossierSession
{
  GObject             parent_instance;

  char               *path;
  char               *title;
  DossierStore       *store; /* NULL once closed */
  DossierLibrary     *library;
  DossierFilter      *filter;
  DossierResults     *results;
  DossierReading     *reading;
  DossierImportQueue *queue;
  GHashTable         *values;  /* char * → char * */
  DossierHistory     *history; /* NULL before it is known */
  gboolean            read_only;
  guint               n_edits; /* on their way to the disk */

  /* The selection, and what is still to be done for it. */
  DossierSource      *source;
  DossierClaim       *claim;
  DossierNote        *note;
  GSignalGroup       *claim_signals;
  GSignalGroup       *note_signals;
  gint64              reveal_source; /* 0: nothing is to be revealed */
  DossierSpan         reveal_span;
  DossierStep         step;
  gint64              awaited_claim; /* just made: selected before the reading has it */
  gint64              awaited_note;

  /* Records as edits under way will leave them, so that the next edit builds on them. By id. */
  GHashTable         *claim_edits;
  GHashTable         *source_edits;
  GHashTable         *note_edits;
};

void dossier_session_init_selection    (DossierSession *self);
void dossier_session_init_edits        (DossierSession *self);
/* The open source's text or marks are new. */
void dossier_session_reading_changed   (DossierSession *self);
/* The answer is new: what is selected may be gone. */
void dossier_session_check_selection   (DossierSession *self);
void dossier_session_notify_selection  (DossierSession *self);
void dossier_session_notify_busy       (DossierSession *self);
void dossier_session_emit_reveal       (DossierSession *self,
                                        DossierSpan     span);
void dossier_session_emit_error        (DossierSession *self,
                                        const char     *sentence);
void dossier_session_update_history    (DossierSession *self);

G_END_DECLS
