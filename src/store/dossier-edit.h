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

/* Rows are written as the record says; only the columns that differ from what is stored are logged.
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
/* Edits with the same @key that follow one another within a minute become one step: typing in a note is one undo. */
void         dossier_edit_set_merge_key   (DossierEdit             *self,
                                           const char              *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEdit, dossier_edit_free)

G_END_DECLS
