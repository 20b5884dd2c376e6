/* dossier-library.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-items-private.h"
#include "dossier-store.h"

G_BEGIN_DECLS

/*
 * DossierLibrary: the objects of an open dossier: one for each row that anybody
 * holds, and none for the others. Records are fetched for all objects that were
 * asked for since the main loop was last idle, in one request. Main thread only;
 * floors above see the session.
 *
 * Signal: "error" (const char *sentence).
 */
#define DOSSIER_TYPE_LIBRARY (dossier_library_get_type ())
G_DECLARE_FINAL_TYPE (DossierLibrary, dossier_library, DOSSIER, LIBRARY, GObject)

DossierLibrary *dossier_library_new        (DossierStore        *store);
DossierStore   *dossier_library_store      (DossierLibrary      *self);
/* Stops all fetching; idempotent. */
void            dossier_library_close      (DossierLibrary      *self);
/* The object of an id, a new reference. */
DossierSource  *dossier_library_source     (DossierLibrary      *self,
                                            gint64               id);
DossierClaim   *dossier_library_claim      (DossierLibrary      *self,
                                            gint64               id);
DossierNote    *dossier_library_note       (DossierLibrary      *self,
                                            gint64               id);
/* The object of an id where there is one, a new reference; NULL where nobody holds it. */
DossierClaim   *dossier_library_peek_claim (DossierLibrary      *self,
                                            gint64               id);
/* A record that came another way: its object is filled with it; a new reference. */
DossierClaim   *dossier_library_put_claim  (DossierLibrary      *self,
                                            DossierClaimRecord  *record);
DossierNote    *dossier_library_put_note   (DossierLibrary      *self,
                                            DossierNoteRecord   *record);
DossierSource  *dossier_library_put_source (DossierLibrary      *self,
                                            DossierSourceRecord *record);
/* All notes of the dossier, DossierNoteRecord: kept for the objects that are asked for. */
void            dossier_library_set_notes  (DossierLibrary      *self,
                                            GPtrArray           *records);
/* Fetches again what somebody holds; arrays of gint64, or NULL. */
void            dossier_library_reload     (DossierLibrary      *self,
                                            GArray              *sources,
                                            GArray              *claims);
void            dossier_library_reload_all (DossierLibrary      *self);

G_END_DECLS
