/* dossier-edit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-record.h"

G_BEGIN_DECLS

/**
 * DossierEdit:
 *
 * One step of a person's work, of one row or of a hundred thousand, to be
 * applied whole or not at all, and undone whole. Filled, then given to
 * dossier_store_apply_async(), which takes it.
 */
typedef struct _DossierEdit DossierEdit;

/* @label: what it does, translated, as the Undo toast says it: "Confirm claim". */
DossierEdit *dossier_edit_new             (const char              *label);
void         dossier_edit_free            (DossierEdit             *self);
gboolean     dossier_edit_is_empty        (DossierEdit             *self);

/* Rows are written as the record says; only the columns that differ from what is stored are logged. Records are borrowed
 * for the time of the call: it keeps a reference, so they must not be changed afterwards.
 * A claim id of -n in a note or link means the row that the n-th insert of this same edit makes.
 * For claims and sources, @fields are the bits of what the person set by it; they are added to user_fields. */
void         dossier_edit_insert_claim    (DossierEdit             *self,
                                           DossierClaimRecord      *claim);
void         dossier_edit_update_claim    (DossierEdit             *self,
                                           DossierClaimRecord      *claim,
                                           guint                    fields);
void         dossier_edit_delete_claim    (DossierEdit             *self,
                                           gint64                   id);
void         dossier_edit_update_source   (DossierEdit             *self,
                                           DossierSourceRecord     *source,
                                           guint                    fields);
void         dossier_edit_delete_source   (DossierEdit             *self,
                                           gint64                   id);
void         dossier_edit_insert_note     (DossierEdit             *self,
                                           DossierNoteRecord       *note);
void         dossier_edit_update_note     (DossierEdit             *self,
                                           DossierNoteRecord       *note);
void         dossier_edit_delete_note     (DossierEdit             *self,
                                           gint64                   id);
void         dossier_edit_insert_link     (DossierEdit             *self,
                                           DossierLinkRecord       *link);
void         dossier_edit_update_link     (DossierEdit             *self,
                                           DossierLinkRecord       *link);
void         dossier_edit_delete_link     (DossierEdit             *self,
                                           gint64                   id);

/* The same change to many claims at once, without their records. */
void         dossier_edit_set_review      (DossierEdit             *self,
                                           const gint64            *claim_ids,
                                           guint                    n_ids,
                                           DossierReview            review);
void         dossier_edit_set_kind        (DossierEdit             *self,
                                           const gint64            *claim_ids,
                                           guint                    n_ids,
                                           DossierKind              kind);
void         dossier_edit_set_speaker     (DossierEdit             *self,
                                           const gint64            *claim_ids,
                                           guint                    n_ids,
                                           const char              *speaker);
void         dossier_edit_set_countries   (DossierEdit             *self,
                                           const gint64            *claim_ids,
                                           guint                    n_ids,
                                           const char *const       *countries);
void         dossier_edit_delete_claims   (DossierEdit             *self,
                                           const gint64            *claim_ids,
                                           guint                    n_ids);
void         dossier_edit_delete_sources  (DossierEdit             *self,
                                           const gint64            *source_ids,
                                           guint                    n_ids);
/* One person or body under several names: all claims of @names get @into, and later imports too. */
void         dossier_edit_merge_speakers  (DossierEdit             *self,
                                           const char *const       *names,
                                           const char              *into);
/* Gives fields back to the program: the next analysis may set them again. */
void         dossier_edit_release_claim   (DossierEdit             *self,
                                           gint64                   id,
                                           guint                    fields);
void         dossier_edit_release_source  (DossierEdit             *self,
                                           gint64                   id,
                                           guint                    fields);
/* Edits with the same @key that follow one another within a minute become one step: typing in a note is one undo. */
void         dossier_edit_set_merge_key   (DossierEdit             *self,
                                           const char              *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEdit, dossier_edit_free)

G_END_DECLS
