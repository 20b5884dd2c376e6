/* store-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "dossier-store.h"

/* A dossier in a folder of its own, and invented sources to put in. */
typedef struct
{
  char         *folder;
  char         *path;
  DossierStore *store;
} Fixture;

void             fixture_set_up      (Fixture        *self,
                                      gconstpointer   unused);
void             fixture_tear_down   (Fixture        *self,
                                      gconstpointer   unused);
void             fixture_reopen      (Fixture        *self);
void             fixture_remove      (const char     *folder);
DossierDocument *fixture_document    (guint           number);
DossierFindings *fixture_findings    (DossierDocument *document);
gint64           fixture_add         (DossierStore   *store,
                                      guint           number);
GArray          *fixture_apply       (DossierStore   *store,
                                      DossierEdit    *edit);
char            *fixture_dump        (const char     *path);
gint64           fixture_number      (const char     *path,
                                      const char     *sql);
void             fixture_check_whole (const char     *path);
