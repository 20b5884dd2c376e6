/* test-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-answers.h"
#include "dossier-link-candidates.h"
#include "list-observer.h"
#include "session-helper.h"

#define N_SOURCES 5

typedef struct
{
  Fixture         store;
  DossierSession *session;
  DossierAnswers *answers;
  ListObserver   *observer;
} Board;

static void
set_up (Board         *self,
        gconstpointer  unused)
{
  session_helper_fill (&self->store, N_SOURCES);

  self->session = session_helper_open (self->store.path);
  WAIT_UNTIL (!dossier_session_is_loading (self->session));
  self->answers = dossier_answers_new (self->session);
  self->observer = list_observer_new (G_LIST_MODEL (self->answers));
}

static void
tear_down (Board         *self,
           gconstpointer  unused)
{
  list_observer_free (self->observer);
  dossier_answers_set_active (self->answers, FALSE);
  dossier_session_close (self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* The worker of the last question may still hold it for a moment. */
  for (guint i = 0; i < 5000 && g_atomic_int_get (&G_OBJECT (self->answers)->ref_count) > 1; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (self->answers);
  g_assert_finalize_object (self->session);
  fixture_tear_down (&self->store, NULL);
}

static void
activate (Board *self)
{
  dossier_answers_set_active (self->answers, TRUE);
  WAIT_UNTIL (!dossier_answers_is_loading (self->answers));
}

static DossierAnswersRow *
row_at (Board *self,
        guint  position)
{
  g_autoptr (DossierAnswersRow) row = g_list_model_get_item (G_LIST_MODEL (self->answers), position);

  g_assert_nonnull (row);
  return row; /* the list holds it */
}

static DossierClaim *
claim_of (Board  *self,
          gint64  id)
{
  DossierClaim *claim = dossier_session_get_claim_by_id (self->session, id);

  WAIT_UNTIL (dossier_claim_is_loaded (claim));
  return claim;
}

/* Nothing is loaded for a board that nobody sees. */
static void
test_inactive (Board         *self,
               gconstpointer  unused)
{
  g_assert_false (dossier_answers_is_loading (self->answers));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 0);
}

/* Each article has one allegation and the denial of it. */
static void
test_answered (Board         *self,
               gconstpointer  unused)
{
  g_autofree char *counts = NULL;
  g_autoptr (GArray) ids = NULL;

  activate (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, N_SOURCES);
  for (guint i = 0; i < N_SOURCES; i++)
    {
      DossierAnswersRow *row = row_at (self, i);
      g_autoptr (DossierClaim) left = claim_of (self, dossier_answers_row_allegation (row));
      g_autoptr (DossierClaim) right = claim_of (self, dossier_answers_row_answer (row));

      g_assert_true (dossier_answers_row_is_first (row));
      g_assert_false (dossier_answers_row_no_reply (row));
      g_assert_cmpint (dossier_claim_kind (left), ==, DOSSIER_KIND_ALLEGATION);
      g_assert_cmpint (dossier_claim_kind (right), ==, DOSSIER_KIND_DENIAL);
      g_assert_true (dossier_claim_source (left) == dossier_claim_source (right));
      g_assert_nonnull (strstr (dossier_answers_row_title (row), "afé contract"));
      g_assert_cmpstr (dossier_answers_row_details (row), ==, "told once");
    }
  counts = dossier_answers_counts_text (self->answers);
  g_assert_cmpstr (counts, ==, "5 allegations · 5 answered · 0 without a reply in these sources");
  ids = dossier_answers_claim_ids (self->answers);
  g_assert_cmpuint (ids->len, ==, 2 * N_SOURCES);
}

/* The same told again stands below the earliest, with whom it repeats; its answers are the group's. */
static void
test_repeats (Board         *self,
              gconstpointer  unused)
{
  g_autoptr (DossierClaim) first = NULL;
  g_autoptr (DossierClaim) second = NULL;
  g_autoptr (DossierClaim) third = NULL;
  DossierAnswersRow *row;

  activate (self);
  first = claim_of (self, dossier_answers_row_allegation (row_at (self, 0)));
  second = claim_of (self, dossier_answers_row_allegation (row_at (self, 1)));
  third = claim_of (self, dossier_answers_row_allegation (row_at (self, 2)));
  dossier_session_link_claims (self->session, third, second, DOSSIER_RELATION_REPEATS);
  dossier_session_link_claims (self->session, second, first, DOSSIER_RELATION_REPEATS);
  WAIT_UNTIL (g_str_has_prefix (dossier_answers_row_details (row_at (self, 0)), "repeated 2 times, first by "));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, N_SOURCES);
  row = row_at (self, 0);
  g_assert_cmpint (dossier_answers_row_allegation (row), ==, dossier_claim_id (first));
  g_assert_nonnull (strstr (dossier_answers_row_details (row), dossier_claim_speaker (first)));
  row = row_at (self, 1);
  g_assert_false (dossier_answers_row_is_first (row));
  g_assert_cmpint (dossier_answers_row_group (row), ==, dossier_claim_id (first));
  g_assert_cmpint (dossier_answers_row_answer (row), !=, 0);
  g_assert_true (g_str_has_prefix (dossier_answers_row_details (row), "repeats "));
  g_assert_cmpuint (dossier_answers_n_allegations (self->answers), ==, N_SOURCES);
  g_assert_cmpuint (dossier_answers_n_answered (self->answers), ==, N_SOURCES);
}

/* An answer that is dismissed leaves its allegation without a reply; the chosen rows say so. */
static void
test_without_reply (Board         *self,
                    gconstpointer  unused)
{
  g_autoptr (DossierClaim) denial = NULL;
  gint64 allegation;

  activate (self);
  allegation = dossier_answers_row_allegation (row_at (self, 1));
  denial = claim_of (self, dossier_answers_row_answer (row_at (self, 1)));
  dossier_session_set_review (self->session, denial, DOSSIER_REVIEW_DISMISSED);
  WAIT_UNTIL (dossier_answers_n_answered (self->answers) == N_SOURCES - 1);
  g_assert_true (dossier_answers_row_no_reply (row_at (self, 1)));
  g_assert_cmpint (dossier_answers_row_answer (row_at (self, 1)), ==, 0);

  dossier_answers_set_without_only (self->answers, TRUE);
  WAIT_UNTIL (!dossier_answers_is_loading (self->answers));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 1);
  g_assert_cmpint (dossier_answers_row_allegation (row_at (self, 0)), ==, allegation);

  dossier_session_undo (self->session);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == 0);
  g_assert_cmpuint (dossier_answers_n_allegations (self->answers), ==, N_SOURCES);
}

/* The board follows the filter, but for its kinds, and the groupings change the order and the heading only. */
static void
test_filter (Board         *self,
             gconstpointer  unused)
{
  DossierFilter *filter = dossier_session_filter (self->session);

  activate (self);
  dossier_filter_set_only (filter, DOSSIER_FACET_KIND, "denial");
  dossier_filter_set_only (filter, DOSSIER_FACET_COUNTRY, "PK");
  WAIT_UNTIL (dossier_answers_n_allegations (self->answers) == 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, 1);
  g_assert_cmpint (dossier_answers_row_answer (row_at (self, 0)), !=, 0);

  dossier_filter_clear (filter);
  WAIT_UNTIL (dossier_answers_n_allegations (self->answers) == N_SOURCES);
  dossier_answers_set_by (self->answers, DOSSIER_ANSWERS_BY_COUNTRY);
  WAIT_UNTIL (!dossier_answers_is_loading (self->answers));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->answers)), ==, N_SOURCES);
  for (guint i = 1; i < N_SOURCES; i++)
    g_assert_cmpint (g_utf8_collate (dossier_answers_row_title (row_at (self, i - 1)),
                                     dossier_answers_row_title (row_at (self, i))), <=, 0);
  dossier_answers_set_by (self->answers, DOSSIER_ANSWERS_BY_SOURCE);
  WAIT_UNTIL (!dossier_answers_is_loading (self->answers));
  g_assert_true (g_str_has_prefix (dossier_answers_row_title (row_at (self, 0)), "Crane inquiry"));
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GArray **ids = user_data;
  GError *error = NULL;

  *ids = dossier_link_candidates_finish (DOSSIER_SESSION (object), result, &error);
  g_assert_no_error (error);
}

/* What is offered for a link by hand: other claims that can answer, best first; what is linked is left out. */
static void
test_candidates (Board         *self,
                 gconstpointer  unused)
{
  g_autoptr (DossierClaim) allegation = NULL;
  g_autoptr (DossierClaim) other = NULL;
  GArray *ids = NULL;
  gint64 answer;

  activate (self);
  allegation = claim_of (self, dossier_answers_row_allegation (row_at (self, 0)));
  answer = dossier_answers_row_answer (row_at (self, 0));
  dossier_link_candidates_async (self->session, allegation, NULL, 50, NULL, found_cb, &ids);
  WAIT_UNTIL (ids != NULL);
  g_assert_cmpuint (ids->len, ==, 2 * N_SOURCES - 1);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), !=, answer);
  g_clear_pointer (&ids, g_array_unref);

  dossier_link_candidates_async (self->session, allegation, "denied", 2, NULL, found_cb, &ids);
  WAIT_UNTIL (ids != NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  other = claim_of (self, g_array_index (ids, gint64, 0));
  g_assert_cmpint (dossier_claim_kind (other), ==, DOSSIER_KIND_DENIAL);
  g_assert_true (dossier_link_claim_is_answer (other));
  g_array_unref (ids);

  dossier_link_candidate (self->session, allegation, other);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == N_SOURCES + 1);
  g_assert_cmpint (dossier_answers_row_allegation (row_at (self, 1)), ==, 0);
  dossier_session_undo (self->session);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == N_SOURCES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/answers/inactive", Board, NULL, set_up, test_inactive, tear_down);
  g_test_add ("/answers/answered", Board, NULL, set_up, test_answered, tear_down);
  g_test_add ("/answers/repeats", Board, NULL, set_up, test_repeats, tear_down);
  g_test_add ("/answers/without-reply", Board, NULL, set_up, test_without_reply, tear_down);
  g_test_add ("/answers/filter", Board, NULL, set_up, test_filter, tear_down);
  g_test_add ("/answers/candidates", Board, NULL, set_up, test_candidates, tear_down);

  return g_test_run ();
}
