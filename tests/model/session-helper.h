/* session-helper.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-session.h"
#include "store-fixture.h"

/* Ends the test where what it waits for, in words, has not come. */
gboolean        session_helper_too_late (gpointer     condition);
/* A dossier of so many sources of the fixture, closed again. */
void            session_helper_fill     (Fixture     *store,
                                         guint        n_sources);
DossierSession *session_helper_open     (const char  *path);

/* Turns the main loop until @condition holds. */
#define WAIT_UNTIL(condition)                                                                   \
  G_STMT_START {                                                                                \
    guint timeout = g_timeout_add_seconds (10, session_helper_too_late, (gpointer) #condition); \
    while (!(condition))                                                                        \
      g_main_context_iteration (NULL, TRUE);                                                    \
    g_source_remove (timeout);                                                                  \
  } G_STMT_END
