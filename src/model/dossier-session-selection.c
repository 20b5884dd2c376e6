/* dossier-session-selection.c: the one selection of a session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-session-private.h"

static void
forget_reveal (DossierSession *self)
{
  self->reveal_source = 0;
}

/* Shows the place that is asked for, when its source is open and its text is there. */
static void
reveal_if_ready (DossierSession *self)
{
  DossierSpan span = self->reveal_span;

  if (self->reveal_source == 0 || dossier_reading_open_id (self->reading) != self->reveal_source ||
      dossier_reading_text (self->reading) == NULL)
    return;

  forget_reveal (self);
  dossier_session_emit_reveal (self, span);
}

static void
ask_reveal (DossierSession *self,
            gint64          source_id,
            DossierSpan     span)
{
  self->reveal_source = source_id;
  self->reveal_span = span;
}

/* Opens what is selected. */
static void
open_source (DossierSession *self,
             DossierSource  *source)
{
  g_set_object (&self->source, source);
  dossier_reading_open (self->reading, source != NULL ? dossier_source_id (source) : 0);
}

static void
set_claim_only (DossierSession *self,
                DossierClaim   *claim)
{
  g_set_object (&self->claim, claim);
  g_signal_group_set_target (self->claim_signals, claim);
}

static void
set_note_only (DossierSession *self,
               DossierNote    *note)
{
  g_set_object (&self->note, note);
  g_signal_group_set_target (self->note_signals, note);
}

/* The claim that was selected before it was loaded can be shown now. */
static void
claim_changed_cb (DossierClaim   *claim,
                  DossierSession *self)
{
  DossierSource *source = dossier_claim_source (claim);

  if (self->source == source || source == NULL)
    return;

  open_source (self, source);
  ask_reveal (self, dossier_claim_source_id (claim), dossier_claim_span (claim));
  reveal_if_ready (self);
  dossier_session_notify_selection (self);
}

static void
note_changed_cb (DossierNote    *note,
                 DossierSession *self)
{
  DossierSource *source = dossier_note_source (note);

  if (self->source == source || source == NULL)
    return;

  open_source (self, source);
  ask_reveal (self, dossier_note_source_id (note), dossier_note_span (note));
  reveal_if_ready (self);
  dossier_session_notify_selection (self);
}

/* Follows what is selected until it is loaded. */
void
dossier_session_init_selection (DossierSession *self)
{
  self->claim_signals = g_signal_group_new (DOSSIER_TYPE_CLAIM);
  g_signal_group_connect (self->claim_signals, "changed", G_CALLBACK (claim_changed_cb), self);
  self->note_signals = g_signal_group_new (DOSSIER_TYPE_NOTE);
  g_signal_group_connect (self->note_signals, "changed", G_CALLBACK (note_changed_cb), self);
}

/* The claim at @position of the open source, where the filter shows it; borrowed. */
static DossierClaim *
shown_claim_at (DossierSession *self,
                guint           position)
{
  g_autoptr (DossierClaim) claim = g_list_model_get_item (dossier_reading_claims (self->reading), position);

  /* The reading holds it. */
  return claim != NULL && dossier_reading_is_shown (self->reading, claim) ? claim : NULL;
}

/* The shown claim next to @position, not itself, in the direction of @step. */
static DossierClaim *
next_shown_claim (DossierSession *self,
                  gint64          position,
                  int             step)
{
  gint64 n_claims = g_list_model_get_n_items (dossier_reading_claims (self->reading));

  for (position += step; position >= 0 && position < n_claims; position += step)
    {
      DossierClaim *claim = shown_claim_at (self, position);

      if (claim != NULL)
        return claim;
    }

  return NULL;
}

/* Where the walk stands: the selected claim, else the place of the reader, just before a claim. */
static gint64
walk_position (DossierSession *self,
               int             step)
{
  GListModel *claims = dossier_reading_claims (self->reading);
  guint32 place = dossier_reading_get_place (self->reading);
  guint n_claims = g_list_model_get_n_items (claims);
  guint position;

  if (self->claim != NULL && dossier_list_find (DOSSIER_LIST (claims), dossier_claim_id (self->claim), &position))
    return position;

  for (position = 0; position < n_claims; position++)
    {
      g_autoptr (DossierClaim) claim = g_list_model_get_item (claims, position);

      if (dossier_claim_span (claim).start >= place)
        break;
    }

  return step > 0 ? (gint64) position - 1 : position;
}

/* Selects the first or last shown claim of a source that was opened for it, or goes on to the next source. */
static void
finish_step (DossierSession *self)
{
  int step = self->step == DOSSIER_STEP_FIRST ? 1 : -1;
  gint64 n_claims = g_list_model_get_n_items (dossier_reading_claims (self->reading));
  DossierClaim *claim;

  if (self->step == DOSSIER_STEP_NONE || dossier_reading_text (self->reading) == NULL)
    return;

  claim = next_shown_claim (self, step > 0 ? -1 : n_claims, step);
  self->step = DOSSIER_STEP_NONE;
  if (claim != NULL)
    dossier_session_set_claim (self, claim);
  else if (dossier_session_step_source (self, step))
    self->step = step > 0 ? DOSSIER_STEP_FIRST : DOSSIER_STEP_LAST;
}

static void
read_set_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  dossier_store_set_read_finish (DOSSIER_STORE (object), result, NULL);
}

/* What was just made may not have come with the marks yet. */
static gboolean
is_lost (gint64   *awaited,
         gint64    id,
         gboolean  found)
{
  if (found && *awaited == id)
    *awaited = 0;

  return !found && *awaited != id;
}

/* Takes what no longer stands in the open source out of the selection. */
static void
drop_lost_marks (DossierSession *self)
{
  DossierSource *source = dossier_reading_source (self->reading);
  DossierList *notes = DOSSIER_LIST (dossier_reading_notes (self->reading));
  gboolean changed = FALSE;

  if (self->claim != NULL && dossier_claim_source (self->claim) == source &&
      is_lost (&self->awaited_claim, dossier_claim_id (self->claim),
               dossier_reading_record (self->reading, dossier_claim_id (self->claim)) != NULL))
    {
      set_claim_only (self, NULL);
      changed = TRUE;
    }
  if (self->note != NULL && dossier_note_source (self->note) == source &&
      is_lost (&self->awaited_note, dossier_note_id (self->note),
               dossier_list_find (notes, dossier_note_id (self->note), NULL)))
    {
      set_note_only (self, NULL);
      changed = TRUE;
    }
  if (changed)
    dossier_session_notify_selection (self);
}

/* The text or the marks of the open source have come. */
void
dossier_session_reading_changed (DossierSession *self)
{
  DossierSource *source = dossier_reading_source (self->reading);

  if (dossier_reading_text (self->reading) == NULL)
    return;

  if (!self->read_only && self->store != NULL && dossier_source_is_unread (source))
    dossier_store_set_read_async (self->store, dossier_source_id (source), NULL, read_set_cb, NULL);
  reveal_if_ready (self);
  finish_step (self);
  drop_lost_marks (self);
}

static gboolean
source_exists (DossierSession *self,
               gint64          id)
{
  DossierResult *result = dossier_results_result (self->results);
  guint low = 0, high = result->columns->n_sources;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (result->columns->source_ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < result->columns->n_sources && result->columns->source_ids[low] == id;
}

/* An answer has come: the open source may be gone. */
void
dossier_session_check_selection (DossierSession *self)
{
  if (self->source != NULL && !source_exists (self, dossier_source_id (self->source)))
    dossier_session_set_source (self, NULL);
}

/**
 * dossier_session_get_source:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected source, which is the open one
 */
DossierSource *
dossier_session_get_source (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->source;
}

/**
 * dossier_session_set_source:
 * @self: a session
 * @source: (nullable): the source to open, %NULL for none
 */
void
dossier_session_set_source (DossierSession *self,
                            DossierSource  *source)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (source == NULL || DOSSIER_IS_SOURCE (source));

  if (self->source == source || self->store == NULL)
    return;

  self->step = DOSSIER_STEP_NONE;
  forget_reveal (self);
  set_claim_only (self, NULL);
  set_note_only (self, NULL);
  open_source (self, source);
  dossier_session_notify_selection (self);
}

/**
 * dossier_session_get_claim:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected claim
 */
DossierClaim *
dossier_session_get_claim (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->claim;
}

/**
 * dossier_session_set_claim:
 * @self: a session
 * @claim: (nullable): the claim to select, %NULL for none
 *
 * Opens its source and shows its place, as soon as both are known.
 */
void
dossier_session_set_claim (DossierSession *self,
                           DossierClaim   *claim)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (claim == NULL || DOSSIER_IS_CLAIM (claim));

  if (self->store == NULL || (self->claim == claim && (claim == NULL || self->note == NULL)))
    return;

  self->step = DOSSIER_STEP_NONE;
  forget_reveal (self);
  set_note_only (self, NULL);
  set_claim_only (self, claim);
  if (claim != NULL && dossier_claim_is_loaded (claim))
    {
      open_source (self, dossier_claim_source (claim));
      ask_reveal (self, dossier_claim_source_id (claim), dossier_claim_span (claim));
    }
  dossier_session_notify_selection (self);
  reveal_if_ready (self);
}

/**
 * dossier_session_get_note:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected note
 */
DossierNote *
dossier_session_get_note (DossierSession *self)
{
  g_return_val_if_fail (DOSSIER_IS_SESSION (self), NULL);

  return self->note;
}

/**
 * dossier_session_set_note:
 * @self: a session
 * @note: (nullable): the note to select, %NULL for none
 *
 * Opens its source and shows its place; a note on a claim selects the claim
 * too.
 */
void
dossier_session_set_note (DossierSession *self,
                          DossierNote    *note)
{
  g_autoptr (DossierClaim) claim = NULL;

  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (note == NULL || DOSSIER_IS_NOTE (note));

  if (self->note == note || self->store == NULL)
    return;

  self->step = DOSSIER_STEP_NONE;
  forget_reveal (self);
  set_note_only (self, note);
  if (note != NULL)
    {
      if (dossier_note_claim_id (note) != 0)
        claim = dossier_library_claim (self->library, dossier_note_claim_id (note));
      set_claim_only (self, claim);
    }
  if (note != NULL && dossier_note_source (note) != NULL)
    {
      open_source (self, dossier_note_source (note));
      ask_reveal (self, dossier_note_source_id (note), dossier_note_span (note));
    }
  dossier_session_notify_selection (self);
  reveal_if_ready (self);
}

/**
 * dossier_session_reveal:
 * @self: a session
 * @source: a source
 * @span: a place in its text, code points
 *
 * Opens the source at the place, with nothing selected in it.
 */
void
dossier_session_reveal (DossierSession *self,
                        DossierSource  *source,
                        DossierSpan     span)
{
  g_return_if_fail (DOSSIER_IS_SESSION (self));
  g_return_if_fail (DOSSIER_IS_SOURCE (source));

  dossier_session_set_claim (self, NULL);
  dossier_session_set_source (self, source);
  ask_reveal (self, dossier_source_id (source), span);
  reveal_if_ready (self);
}

/**
 * dossier_session_step_claim:
 * @self: a session
 * @step: 1 for the next, -1 for the one before
 *
 * Walks through the claims that the filter shows: those of the open source in
 * the order of the text, then those of the next source of the list.
 *
 * Returns: %FALSE at the end of the walk
 */
gboolean
dossier_session_step_claim (DossierSession *self,
                            int             step)
{
  DossierClaim *claim = NULL;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  if (self->store == NULL)
    return FALSE;
  if (self->source != NULL)
    claim = next_shown_claim (self, walk_position (self, step), step);
  if (claim != NULL)
    {
      dossier_session_set_claim (self, claim);
      return TRUE;
    }
  if (!dossier_session_step_source (self, step))
    return FALSE;

  self->step = step > 0 ? DOSSIER_STEP_FIRST : DOSSIER_STEP_LAST;

  return TRUE;
}

/**
 * dossier_session_step_source:
 * @self: a session
 * @step: 1 for the next, -1 for the one before
 *
 * Returns: %FALSE at the end of the list of sources
 */
gboolean
dossier_session_step_source (DossierSession *self,
                             int             step)
{
  g_autoptr (DossierSource) source = NULL;
  DossierList *sources;
  guint position;
  gint64 id;

  g_return_val_if_fail (DOSSIER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  sources = dossier_session_sources (self);
  if (self->source == NULL || !dossier_list_find (sources, dossier_source_id (self->source), &position))
    position = step > 0 ? G_MAXUINT : g_list_model_get_n_items (G_LIST_MODEL (sources));

  /* Before the first is past the last: no row in either case. */
  id = dossier_list_id_at (sources, position + step);
  if (id == 0 || self->store == NULL)
    return FALSE;

  source = dossier_library_source (self->library, id);
  dossier_session_set_source (self, source);

  return TRUE;
}
