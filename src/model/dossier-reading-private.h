/* dossier-reading-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-reading.h"
#include "dossier-results.h"

G_BEGIN_DECLS

DossierReading     *dossier_reading_new      (DossierLibrary *library,
                                              DossierResults *results);
/* Opens a source, or closes the open one with 0. */
void                dossier_reading_open     (DossierReading *self,
                                              gint64          source_id);
gint64              dossier_reading_open_id  (DossierReading *self);
/* Reads the open source again: its claims, notes or links may have changed. */
void                dossier_reading_reload   (DossierReading *self);
void                dossier_reading_close    (DossierReading *self);
/* The record that the store gave for a claim of the open source, dismissed or not; NULL where it is none. */
DossierClaimRecord *dossier_reading_record   (DossierReading *self,
                                              gint64          claim_id);

G_END_DECLS
