/* session-helper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-helper.h"

gboolean
session_helper_too_late (gpointer condition)
{
  g_error ("Not within ten seconds: %s", (const char *) condition);

  return G_SOURCE_REMOVE;
}

void
session_helper_fill (Fixture *store,
                     guint    n_sources)
{
  fixture_set_up (store, NULL);
  for (guint i = 0; i < n_sources; i++)
    fixture_add (store->store, i);
  dossier_store_close (store->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store->store);
  store->store = NULL;
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  DossierSession **session = user_data;
  GError *error = NULL;

  *session = dossier_session_open_finish (result, &error);
  g_assert_no_error (error);
}

DossierSession *
session_helper_open (const char *path)
{
  DossierSession *session = NULL;

  dossier_session_open_async (path, DOSSIER_SESSION_DEFAULT, NULL, opened_cb, &session);
  WAIT_UNTIL (session != NULL);

  return session;
}
