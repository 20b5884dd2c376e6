/* dossier-source.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-item.h"
#include "dossier-record.h"

G_BEGIN_DECLS

/*
 * DossierSource: one imported document. Until its record has come from the
 * disk, "loaded" is FALSE and the rest is empty; then every property notifies
 * and "changed" is emitted, as after each later edit. There is never more than
 * one object for one source, so pointers compare.
 *
 * Properties (read-only): id, loaded, title, outlet, byline, url, published (EDTF or NULL), date-text (for showing:
 * "16 May 2021", "date unknown"), countries (strv), n-claims, unread. Signal: changed.
 */
#define DOSSIER_TYPE_SOURCE (dossier_source_get_type ())
G_DECLARE_FINAL_TYPE (DossierSource, dossier_source, DOSSIER, SOURCE, DossierItem)

gint64               dossier_source_id         (DossierSource *self);
gboolean             dossier_source_is_loaded  (DossierSource *self);
/* The record, borrowed until the next "changed"; NULL while not loaded. */
DossierSourceRecord *dossier_source_record     (DossierSource *self);
/* The title, else the file name, else "Untitled": never NULL. */
const char          *dossier_source_title      (DossierSource *self);
const char          *dossier_source_outlet     (DossierSource *self);
const char          *dossier_source_published  (DossierSource *self);
const char          *dossier_source_date_text  (DossierSource *self);
const char * const  *dossier_source_countries  (DossierSource *self);
guint                dossier_source_n_claims   (DossierSource *self);
guint                dossier_source_kind_count (DossierSource *self,
                                                DossierKind    kind);
gboolean             dossier_source_is_unread  (DossierSource *self);

G_END_DECLS
