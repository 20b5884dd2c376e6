/* model-perf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * model-perf [SOURCES]: makes a dossier of short invented sources with ten
 * claims each, opens it as a window does, and prints how long the main loop
 * waits for each answer, and the longest time it was held up meanwhile.
 */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-session.h"
#include "dossier-store.h"

#define CLAIMS 10
#define BATCH 256

static DossierDocument *
make_document (guint number)
{
  DossierDocument *document = dossier_document_new ();
  char *text = g_strdup_printf ("Report %u\n\nThe harbour board met. Its cranes were looked at, one after the other, "
                                "and nothing was decided on day %u of the inquiry.\n",
                                number, number);
  g_autofree char *sum = NULL;

  document->original = g_bytes_new_take (text, strlen (text));
  document->text = dossier_text_new_bytes (document->original);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document->original);
  g_strlcpy (document->sha256, sum, sizeof document->sha256);
  document->title = g_strdup_printf ("Report %u", number * 7919 % 100003);
  document->published = g_strdup_printf ("%u-%02u", 2000 + number % 25, number % 12 + 1);

  return document;
}

static DossierFindings *
make_findings (GRand *rand)
{
  DossierFindings *findings = dossier_findings_new ();

  for (guint i = 0; i < CLAIMS; i++)
    {
      DossierClaimRecord *claim = dossier_claim_record_new ();
      double x = g_rand_double (rand);

      claim->span = (DossierSpan) { 12 + i * 9, 20 + i * 9 };
      claim->kind = g_rand_int_range (rand, 0, DOSSIER_N_KINDS);
      claim->speaker = g_strdup_printf ("Speaker %u", (guint) (20000 * x * x * x));
      claim->event = g_rand_int_range (rand, 0, 4) == 0 ? NULL
                                                        : g_strdup_printf ("%d-%02d", g_rand_int_range (rand, 1990, 2025),
                                                                           g_rand_int_range (rand, 1, 13));
      g_strfreev (claim->countries);
      claim->countries = g_new0 (char *, 2);
      claim->countries[0] =
        g_strdup_printf ("%c%c", g_rand_int_range (rand, 'A', 'P'), g_rand_int_range (rand, 'A', 'L'));
      claim->confidence = .5;
      g_ptr_array_add (findings->claims, claim);
    }

  return findings;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree DossierAdded *added = dossier_store_add_finish (DOSSIER_STORE (object), result, NULL);

  g_assert_nonnull (added);
  *(guint *) user_data -= 1;
}

static void
make_dossier (const char *path,
              guint       n_sources)
{
  g_autoptr (DossierStore) store = dossier_store_open_sync (path, DOSSIER_OPEN_CREATE, NULL, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint at = 0; at < n_sources; at += BATCH)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_document_free);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_findings_free);
      guint left = 0;

      for (guint i = at; i < MIN (n_sources, at + BATCH); i++, left++)
        {
          g_ptr_array_add (documents, make_document (i));
          g_ptr_array_add (findings, make_findings (rand));
          dossier_store_add_async (store, g_ptr_array_index (documents, i - at), g_ptr_array_index (findings, i - at),
                                   NULL, added_cb, &left);
        }
      while (left > 0)
        g_main_context_iteration (NULL, TRUE);
    }
  dossier_store_close (store);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(DossierSession **) user_data = dossier_session_open_finish (result, NULL);
}

static void
changed_cb (guint *count)
{
  *count += 1;
}

/* Turns the main loop until @count reaches @wanted; prints the whole wait and the longest turn. */
static void
wait_for (const char  *what,
          const guint *count,
          guint        wanted)
{
  gint64 started = g_get_monotonic_time (), longest = 0;

  while (*count < wanted)
    {
      gint64 turn;

      while (!g_main_context_pending (NULL))
        g_usleep (100);
      turn = g_get_monotonic_time ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - turn);
    }
  g_print ("%-34s %8.1f ms, longest turn %6.1f ms\n", what, (g_get_monotonic_time () - started) / 1e3, longest / 1e3);
}

static void
wait_until_built (DossierTimelineData *timeline)
{
  gboolean loading = TRUE;

  while (loading)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (timeline, "loading", &loading, NULL);
    }
}

static void
measure (DossierSession *session)
{
  DossierFilter *filter = dossier_session_filter (session);
  DossierTimelineData *timeline = dossier_session_timeline (session);
  DossierList *claims = dossier_session_claims (session);
  gint64 id;
  guint n = 0, lanes = 0;

  g_signal_connect_swapped (session, "result-changed", G_CALLBACK (changed_cb), &n);
  g_signal_connect_swapped (timeline, "notify::loading", G_CALLBACK (changed_cb), &lanes);
  wait_for ("first answer", &n, 1);
  wait_for ("first lanes", &lanes, 2);

  dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, "AB", TRUE);
  wait_for ("filter by a country", &n, 2);
  dossier_filter_set_days (filter, 10000, 12000);
  wait_for ("and by days", &n, 3);
  dossier_filter_clear (filter);
  wait_for ("clear", &n, 4);
  dossier_filter_set_days (filter, 10000, 12000);
  wait_for ("brush", &n, 5);
  dossier_filter_set_days (filter, 10010, 12010);
  wait_for ("brush again", &n, 6);
  dossier_filter_set_words (filter, "harbour");
  wait_for ("words", &n, 7);
  dossier_filter_clear (filter);
  wait_for ("clear", &n, 8);
  dossier_list_set_sort (claims, DOSSIER_SORT_DATE, FALSE);
  wait_for ("sort by date", &n, 9);
  dossier_list_set_sort (claims, DOSSIER_SORT_SPEAKER, FALSE);
  wait_for ("sort by speaker", &n, 10);
  dossier_list_set_sort (dossier_session_sources (session), DOSSIER_SORT_TITLE, FALSE);
  wait_for ("sort sources by title", &n, 11);
  id = dossier_list_id_at (claims, 5);
  dossier_session_review_many (session, &id, 1, DOSSIER_REVIEW_CONFIRMED);
  wait_for ("confirm one", &n, 12);
  wait_until_built (timeline);
  lanes = 0;
  dossier_timeline_data_set_lane_by (timeline, DOSSIER_LANE_SPEAKER);
  wait_for ("lanes by speaker", &lanes, 2);
}

int
main (int   argc,
      char *argv[])
{
  guint n_sources = argc > 1 ? atoi (argv[1]) : 2000;
  g_autofree char *folder = g_dir_make_tmp ("dossier-perf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "perf.dossier", NULL);
  DossierSession *session = NULL;
  gint64 started = g_get_monotonic_time ();

  make_dossier (path, n_sources);
  g_print ("%u sources, %u claims made in %.1f s\n", n_sources, n_sources * CLAIMS,
           (g_get_monotonic_time () - started) / 1e6);

  dossier_session_open_async (path, DOSSIER_SESSION_DEFAULT, NULL, opened_cb, &session);
  while (session == NULL)
    g_main_context_iteration (NULL, TRUE);
  measure (session);
  dossier_session_close (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (session);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
