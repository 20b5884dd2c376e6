/* test-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "list-observer.h"
#include "session-helper.h"

#define N_SOURCES 6

typedef struct
{
  Fixture         store;
  DossierSession *session;
  GPtrArray      *edited; /* labels, "undo " or "redo " before */
  GPtrArray      *errors;
  GArray         *reveals; /* DossierSpan */
} Window;

static void
edited_cb (DossierSession *session,
           const char     *label,
           gboolean        undone,
           gboolean        redone,
           Window         *self)
{
  g_ptr_array_add (self->edited, g_strconcat (undone ? "undo " : redone ? "redo " : "", label, NULL));
}

static void
error_cb (DossierSession *session,
          const char     *sentence,
          Window         *self)
{
  g_ptr_array_add (self->errors, g_strdup (sentence));
}

static void
reveal_cb (DossierSession *session,
           guint           start,
           guint           end,
           Window         *self)
{
  DossierSpan span = { start, end };

  g_array_append_val (self->reveals, span);
}

static void
open_session (Window *self)
{
  self->session = session_helper_open (self->store.path);
  g_signal_connect (self->session, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->session, "error", G_CALLBACK (error_cb), self);
  g_signal_connect (self->session, "reveal", G_CALLBACK (reveal_cb), self);
  WAIT_UNTIL (!dossier_session_is_loading (self->session));
}

/* What was begun before the close ends quietly, and nothing keeps the session. */
static void
close_session (Window *self)
{
  dossier_session_close (self->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->session);
  self->session = NULL;
}

static void
set_up (Window        *self,
        gconstpointer  unused)
{
  session_helper_fill (&self->store, N_SOURCES);

  self->edited = g_ptr_array_new_with_free_func (g_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->reveals = g_array_new (FALSE, FALSE, sizeof (DossierSpan));
  open_session (self);
}

static void
tear_down (Window        *self,
           gconstpointer  unused)
{
  close_session (self);
  for (guint i = 0; i < self->errors->len; i++)
    g_test_message ("error: %s", (char *) g_ptr_array_index (self->errors, i));
  g_assert_cmpuint (self->errors->len, ==, 0);
  g_ptr_array_unref (self->edited);
  g_ptr_array_unref (self->errors);
  g_array_unref (self->reveals);
  fixture_tear_down (&self->store, NULL);
}

static void
wait_edited (Window     *self,
             guint       n,
             const char *label)
{
  WAIT_UNTIL (self->edited->len >= n && !dossier_session_is_busy (self->session));
  g_assert_cmpuint (self->edited->len, ==, n);
  g_assert_cmpstr (g_ptr_array_index (self->edited, n - 1), ==, label);
}

static DossierClaim *
claim_at (Window *self,
          guint   position)
{
  DossierClaim *claim =
    g_list_model_get_item (G_LIST_MODEL (dossier_session_claims (self->session)), position);

  WAIT_UNTIL (dossier_claim_is_loaded (claim));

  return claim;
}

static guint
n_items (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static void
test_lists (Window        *self,
            gconstpointer  unused)
{
  DossierSession *session = self->session;
  g_autoptr (ListObserver) sources = list_observer_new (G_LIST_MODEL (dossier_session_sources (session)));
  g_autoptr (ListObserver) claims = list_observer_new (G_LIST_MODEL (dossier_session_claims (session)));
  g_autoptr (DossierClaim) claim = claim_at (self, 0);
  g_autoptr (DossierSource) source = NULL;
  g_autofree char *count = NULL;

  g_assert_cmpuint (dossier_session_n_sources_all (session), ==, N_SOURCES);
  g_assert_cmpuint (n_items (dossier_session_sources (session)), ==, N_SOURCES);
  g_assert_cmpuint (dossier_session_n_claims_all (session), ==, 3 * N_SOURCES);
  g_assert_cmpuint (n_items (dossier_session_claims (session)), ==, 3 * N_SOURCES);
  g_assert_cmpuint (n_items (dossier_session_notes (session)), ==, 0);
  count = dossier_session_count_text (session);
  g_assert_cmpstr (count, ==, "18 claims");

  g_assert_cmpstr (dossier_claim_quote (claim), ==, "the café contract was forged");
  source = g_list_model_get_item (G_LIST_MODEL (dossier_session_sources (session)), 0);
  g_assert_true (dossier_claim_source (claim) == source);
  WAIT_UNTIL (dossier_source_is_loaded (source));
  g_assert_cmpstr (dossier_source_title (source), ==, "Crane inquiry 0 reaches Lahore");
  g_assert_cmpuint (dossier_source_n_claims (source), ==, 3);

  dossier_filter_set_value (dossier_session_filter (session), DOSSIER_FACET_KIND, "denial", TRUE);
  WAIT_UNTIL (dossier_session_n_claims (session) == N_SOURCES);
  g_assert_cmpuint (n_items (dossier_session_claims (session)), ==, N_SOURCES);
  g_assert_cmpuint (n_items (dossier_session_sources (session)), ==, N_SOURCES);

  dossier_list_set_sort (dossier_session_sources (session), DOSSIER_SORT_TITLE, TRUE);
  WAIT_UNTIL (dossier_list_id_at (dossier_session_sources (session), 0) != dossier_source_id (source));
  dossier_filter_clear (dossier_session_filter (session));
  WAIT_UNTIL (dossier_session_n_claims (session) == 3 * N_SOURCES);
  dossier_filter_set_words (dossier_session_filter (session), "Nairobi");
  WAIT_UNTIL (dossier_session_n_sources (session) == 1);
  g_free (count);
  count = dossier_session_count_text (session);
  g_test_message ("%s", count);
}

static void
test_sorts (Window        *self,
            gconstpointer  unused)
{
  static const DossierSort sorts[] = {
    DOSSIER_SORT_DATE, DOSSIER_SORT_TITLE, DOSSIER_SORT_KIND, DOSSIER_SORT_SPEAKER, DOSSIER_SORT_COUNTRY,
    DOSSIER_SORT_REVIEW, DOSSIER_SORT_EVENT, DOSSIER_SORT_STATED, DOSSIER_SORT_PUBLISHED,
  };
  DossierList *list = dossier_session_claims (self->session);
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (list));
  guint n_changed = 0;

  g_signal_connect_swapped (self->session, "result-changed", G_CALLBACK (g_atomic_int_inc), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    for (guint descending = 0; descending < 2; descending++)
      {
        guint before = n_changed;
        g_autoptr (DossierClaim) last = NULL;

        if (dossier_list_sort (list) == sorts[i] && dossier_list_descending (list) == descending)
          continue;
        dossier_list_set_sort (list, sorts[i], descending);
        WAIT_UNTIL (n_changed > before);
        g_assert_cmpuint (n_items (list), ==, 3 * N_SOURCES);

        /* What has no date stands last both ways. */
        last = claim_at (self, 3 * N_SOURCES - 1);
        if (sorts[i] == DOSSIER_SORT_EVENT)
          g_assert_null (dossier_claim_event (last));
      }
  g_signal_handlers_disconnect_by_data (self->session, &n_changed);
}

static void
test_facets (Window        *self,
             gconstpointer  unused)
{
  DossierFacet *facet = dossier_session_facet (self->session, DOSSIER_FACET_COUNTRY);
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (facet));
  g_autoptr (DossierFacetItem) kenya = NULL;
  g_autoptr (DossierFacetItem) none = NULL;
  guint n = n_items (facet);

  /* Five places, two countries of the firm, and none. */
  g_assert_cmpuint (n, ==, 8);
  none = g_list_model_get_item (G_LIST_MODEL (facet), n - 1);
  g_assert_cmpstr (dossier_facet_item_value (none), ==, "");
  g_assert_cmpuint (dossier_facet_item_count (none), ==, N_SOURCES);

  dossier_facet_set_search (facet, "ken");
  g_assert_cmpuint (n_items (facet), ==, 1);
  kenya = g_list_model_get_item (G_LIST_MODEL (facet), 0);
  g_assert_cmpstr (dossier_facet_item_value (kenya), ==, "KE");
  g_assert_cmpuint (dossier_facet_item_count (kenya), ==, 1);
  g_assert_false (dossier_facet_item_active (kenya));

  dossier_facet_item_set_active (kenya, TRUE);
  g_assert_true (dossier_facet_item_active (kenya));
  WAIT_UNTIL (dossier_session_n_claims (self->session) == 1);
  dossier_facet_set_search (facet, NULL);
  g_assert_cmpuint (n_items (facet), ==, 8);
  dossier_facet_set_frozen (facet, TRUE);
  dossier_filter_clear (dossier_session_filter (self->session));
  g_assert_false (dossier_facet_item_active (kenya));
  WAIT_UNTIL (dossier_session_n_claims (self->session) == 3 * N_SOURCES);
  dossier_facet_set_frozen (facet, FALSE);
}

static void
test_timeline (Window        *self,
               gconstpointer  unused)
{
  DossierTimelineData *timeline = dossier_session_timeline (self->session);
  g_autoptr (DossierClaim) claim = claim_at (self, 0);
  DossierTimeIndex *index;
  guint32 event = 0;
  guint n_lanes;
  gint32 first;
  guint n_months;

  WAIT_UNTIL (dossier_timeline_data_n_lanes (timeline) > 0);
  n_lanes = dossier_timeline_data_n_lanes (timeline);
  index = dossier_timeline_data_index (timeline);
  g_assert_cmpuint (dossier_time_index_n_lanes (index), ==, n_lanes);
  g_assert_cmpuint (dossier_timeline_data_n_undated (timeline), ==, N_SOURCES);
  g_assert_cmpstr (dossier_timeline_data_lane_value (timeline, 0), ==, "GB");
  g_assert_cmpuint (dossier_time_index_lane_size (index, 0), ==, N_SOURCES);
  g_assert_true (dossier_timeline_data_event_id (timeline, dossier_claim_id (claim), &event));
  g_assert_cmpint (dossier_timeline_data_claim_id (timeline, event), ==, dossier_claim_id (claim));
  g_assert_true (dossier_timeline_data_is_shown (timeline, event));
  g_assert_nonnull (dossier_session_months (self->session, &first, &n_months));
  g_assert_cmpuint (n_months, >, 0);

  /* A range dims, and builds no other lanes. */
  g_assert_true (dossier_filter_set_dates (dossier_session_filter (self->session), "2030", NULL, NULL));
  WAIT_UNTIL (dossier_session_n_claims (self->session) == N_SOURCES);
  g_assert_true (dossier_timeline_data_index (timeline) == index);
  g_assert_false (dossier_timeline_data_is_shown (timeline, event));

  for (DossierLaneBy by = 0; by < DOSSIER_N_LANE_BYS; by++)
    {
      if (dossier_timeline_data_get_lane_by (timeline) == by)
        continue;
      index = dossier_timeline_data_index (timeline);
      dossier_timeline_data_set_lane_by (timeline, by);
      WAIT_UNTIL (dossier_timeline_data_index (timeline) != index);
      for (guint lane = 0; lane < dossier_timeline_data_n_lanes (timeline); lane++)
        g_assert_cmpstr (dossier_timeline_data_lane_name (timeline, lane), !=, "");
    }
}

static void
test_selection (Window        *self,
                gconstpointer  unused)
{
  DossierSession *session = self->session;
  DossierReading *reading = dossier_session_reading (session);
  g_autoptr (ListObserver) observer = list_observer_new (dossier_reading_claims (reading));
  g_autoptr (DossierClaim) claim = claim_at (self, 5);
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (DossierClaim) forged = NULL;
  g_autofree char *quote = NULL;
  DossierLink *link;

  dossier_session_set_claim (session, claim);
  g_assert_true (dossier_session_get_source (session) == dossier_claim_source (claim));
  WAIT_UNTIL (self->reveals->len == 1);
  g_assert_cmpuint (g_array_index (self->reveals, DossierSpan, 0).start, ==, dossier_claim_span (claim).start);
  quote = dossier_reading_quote (reading, dossier_claim_span (claim));
  g_assert_cmpstr (quote, ==, dossier_claim_quote (claim));
  g_assert_cmpuint (n_items (dossier_reading_claims (reading)), ==, 3);

  links = dossier_reading_links (reading, claim);
  g_assert_cmpuint (links->len, ==, 1);
  link = g_ptr_array_index (links, 0);
  g_assert_false (dossier_link_is_incoming (link));
  g_assert_cmpstr (dossier_link_heading (link), ==, "Answers");
  forged = g_list_model_get_item (dossier_reading_claims (reading), 0);
  g_assert_true (dossier_link_other (link) == forged);

  /* Walking on goes to the next source. */
  g_assert_true (dossier_session_step_claim (session, 1));
  WAIT_UNTIL (dossier_session_get_claim (session) != NULL);
  g_assert_true (dossier_session_get_claim (session) != claim);
  g_assert_cmpint (dossier_claim_source_id (dossier_session_get_claim (session)), ==,
                   dossier_claim_source_id (claim) + 1);
  g_assert_true (dossier_session_step_claim (session, -1));
  WAIT_UNTIL (dossier_session_get_claim (session) == claim);

  dossier_session_set_source (session, NULL);
  g_assert_null (dossier_session_get_claim (session));
  g_assert_null (dossier_reading_source (reading));
  g_assert_cmpuint (n_items (dossier_reading_claims (reading)), ==, 0);
}

static void
test_walk (Window        *self,
           gconstpointer  unused)
{
  guint n = 0;

  dossier_filter_set_value (dossier_session_filter (self->session), DOSSIER_FACET_KIND, "denial", TRUE);
  WAIT_UNTIL (dossier_session_n_claims (self->session) == N_SOURCES);
  while (dossier_session_step_claim (self->session, 1))
    {
      WAIT_UNTIL (dossier_session_get_claim (self->session) != NULL);
      g_assert_cmpint (dossier_claim_kind (dossier_session_get_claim (self->session)), ==, DOSSIER_KIND_DENIAL);
      n++;
    }
  g_assert_cmpuint (n, ==, N_SOURCES);
}

static void
test_edits (Window        *self,
            gconstpointer  unused)
{
  DossierSession *session = self->session;
  g_autoptr (DossierClaim) claim = claim_at (self, 0);
  const char *const countries[] = { "SE", "", "PL", NULL };
  const char *const via[] = { "Harbour Post", NULL };
  GError *error = NULL;

  dossier_session_set_review (session, claim, DOSSIER_REVIEW_CONFIRMED);
  wait_edited (self, 1, "Confirm claim");
  g_assert_cmpint (dossier_claim_review (claim), ==, DOSSIER_REVIEW_CONFIRMED);
  WAIT_UNTIL (dossier_session_can_undo (session));
  g_assert_cmpstr (dossier_session_undo_label (session), ==, "Confirm claim");

  dossier_session_undo (session);
  wait_edited (self, 2, "undo Confirm claim");
  WAIT_UNTIL (dossier_claim_review (claim) == DOSSIER_REVIEW_SUGGESTED);
  WAIT_UNTIL (dossier_session_can_redo (session));
  dossier_session_redo (session);
  wait_edited (self, 3, "redo Confirm claim");
  WAIT_UNTIL (dossier_claim_review (claim) == DOSSIER_REVIEW_CONFIRMED);

  /* Edits in one breath: none takes back another. */
  dossier_session_set_kind (session, claim, DOSSIER_KIND_FINDING);
  dossier_session_set_countries (session, claim, countries);
  dossier_session_set_speaker (session, claim, " Vera Lind ", via);
  g_assert_true (dossier_session_set_event (session, claim, "spring 2018", &error));
  g_assert_no_error (error);
  g_assert_true (dossier_session_set_stated (session, claim, "", &error));
  dossier_session_set_verdict (session, claim, DOSSIER_VERDICT_DISPUTED, "two papers differ");
  g_assert_false (dossier_session_set_event (session, claim, "the day after", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  wait_edited (self, 8, "Set verdict");
  WAIT_UNTIL (dossier_claim_verdict (claim) == DOSSIER_VERDICT_DISPUTED);
  g_assert_cmpint (dossier_claim_kind (claim), ==, DOSSIER_KIND_FINDING);
  g_assert_cmpint (dossier_claim_review (claim), ==, DOSSIER_REVIEW_CONFIRMED);
  g_assert_cmpstr (dossier_claim_speaker (claim), ==, "Vera Lind");
  g_assert_cmpstr (dossier_claim_event (claim), ==, "2018-21");
  g_assert_cmpstr (dossier_claim_countries (claim)[0], ==, "SE");
  g_assert_cmpstr (dossier_claim_countries (claim)[1], ==, "PL");
  g_assert_null (dossier_claim_countries (claim)[2]);

  close_session (self);
  g_clear_object (&claim);
  open_session (self);
  claim = claim_at (self, 0);
  g_assert_cmpstr (dossier_claim_speaker (claim), ==, "Vera Lind");
  g_assert_cmpstr (dossier_claim_record (claim)->via[0], ==, "Harbour Post");
  g_assert_cmpstr (dossier_claim_record (claim)->verdict_reason, ==, "two papers differ");
  WAIT_UNTIL (dossier_session_can_undo (self->session));
  g_assert_cmpstr (dossier_session_undo_label (self->session), ==, "Set verdict");
}

static void
test_many (Window        *self,
           gconstpointer  unused)
{
  DossierSession *session = self->session;
  DossierList *list = dossier_session_claims (session);
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (list));
  gint64 ids[] = { dossier_list_id_at (list, 1), dossier_list_id_at (list, 4), dossier_list_id_at (list, 7) };
  g_autofree char *changes = NULL;

  dossier_session_review_many (session, ids, G_N_ELEMENTS (ids), DOSSIER_REVIEW_DISMISSED);
  wait_edited (self, 1, "Dismiss claims");
  WAIT_UNTIL (n_items (list) == 3 * N_SOURCES - 3);
  changes = list_observer_take (observer);
  g_assert_cmpstr (changes, ==, "1-1+0 3-1+0 5-1+0");
  g_assert_cmpuint (dossier_session_n_claims_all (session), ==, 3 * N_SOURCES - 3);

  dossier_session_undo (session);
  WAIT_UNTIL (n_items (list) == 3 * N_SOURCES);
}

static void
test_marks (Window        *self,
            gconstpointer  unused)
{
  DossierSession *session = self->session;
  DossierReading *reading = dossier_session_reading (session);
  g_autoptr (DossierSource) source = g_list_model_get_item (G_LIST_MODEL (dossier_session_sources (session)), 0);
  const char *const tags[] = { "#to-verify", "lawsuit", " to-verify", "", NULL };
  DossierSpan span;
  DossierNote *note;
  const char *at;

  dossier_session_set_source (session, source);
  WAIT_UNTIL (dossier_reading_text (reading) != NULL);
  WAIT_UNTIL (!dossier_source_is_unread (source));

  /* " Nothing was paid," with the space before it. */
  at = strstr (dossier_text_utf8 (dossier_reading_text (reading), NULL), "Nothing was paid");
  span.end = dossier_text_offset (dossier_reading_text (reading),
                                  at - dossier_text_utf8 (dossier_reading_text (reading), NULL));
  span.start = span.end - 2;
  span.end += strlen ("Nothing was paid");
  dossier_session_add_claim (session, span, DOSSIER_KIND_DENIAL);
  wait_edited (self, 1, "Mark claim");
  WAIT_UNTIL (dossier_session_get_claim (session) != NULL && dossier_claim_is_loaded (dossier_session_get_claim (session)));
  g_assert_cmpstr (dossier_claim_quote (dossier_session_get_claim (session)), ==, "\"Nothing was paid");
  g_assert_cmpint (dossier_claim_review (dossier_session_get_claim (session)), ==, DOSSIER_REVIEW_CONFIRMED);
  WAIT_UNTIL (n_items (dossier_reading_claims (reading)) == 4);

  dossier_session_add_note (session, dossier_session_get_claim (session), span, "Ask the bank.", NULL, tags);
  wait_edited (self, 2, "Add note");
  note = dossier_session_get_note (session);
  g_assert_nonnull (note);
  g_object_ref (note);
  g_assert_cmpint (dossier_note_claim_id (note), ==, dossier_claim_id (dossier_session_get_claim (session)));
  g_assert_cmpstr (dossier_note_tags (note)[0], ==, "to-verify");
  g_assert_cmpstr (dossier_note_tags (note)[1], ==, "lawsuit");
  g_assert_null (dossier_note_tags (note)[2]);
  WAIT_UNTIL (n_items (dossier_session_notes (session)) == 1);

  /* Saved as typed, without a word, and one step back. */
  dossier_session_set_note_text (session, note, "Ask the bank a");
  dossier_session_set_note_text (session, note, "Ask the bank again.");
  WAIT_UNTIL (!dossier_session_is_busy (session));
  g_assert_cmpstr (dossier_note_text (note), ==, "Ask the bank again.");
  g_assert_cmpuint (self->edited->len, ==, 2);
  dossier_session_undo (session);
  wait_edited (self, 3, "undo Edit note");
  WAIT_UNTIL (g_str_equal (dossier_note_text (note), "Ask the bank."));

  dossier_filter_set_value (dossier_session_filter (session), DOSSIER_FACET_TAG, "lawsuit", TRUE);
  WAIT_UNTIL (dossier_session_n_claims (session) == 1);
  g_assert_cmpuint (n_items (dossier_session_notes (session)), ==, 1);
  dossier_filter_clear (dossier_session_filter (session));

  dossier_session_delete_note (session, note);
  wait_edited (self, 4, "Delete note");
  WAIT_UNTIL (n_items (dossier_session_notes (session)) == 0);
  WAIT_UNTIL (dossier_session_get_note (session) == NULL);
  g_object_unref (note);
}

static void
test_sources (Window        *self,
              gconstpointer  unused)
{
  DossierSession *session = self->session;
  DossierList *list = dossier_session_sources (session);
  g_autoptr (DossierSource) source = g_list_model_get_item (G_LIST_MODEL (list), 2);
  gint64 id = dossier_source_id (source);
  GError *error = NULL;

  WAIT_UNTIL (dossier_source_is_loaded (source));
  g_assert_true (dossier_session_set_source_field (session, source, DOSSIER_SOURCE_FIELD_TITLE, "Cranes ", &error));
  g_assert_true (
    dossier_session_set_source_field (session, source, DOSSIER_SOURCE_FIELD_PUBLISHED, "May 2021", &error));
  g_assert_false (
    dossier_session_set_source_field (session, source, DOSSIER_SOURCE_FIELD_PUBLISHED, "May or so", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  wait_edited (self, 2, "Edit source");
  g_assert_cmpstr (dossier_source_title (source), ==, "Cranes");
  g_assert_cmpstr (dossier_source_published (source), ==, "2021-05");
  g_assert_cmpstr (dossier_source_date_text (source), ==, "May 2021");

  dossier_session_set_source (session, source);
  dossier_session_delete_sources (session, &id, 1);
  g_assert_null (dossier_session_get_source (session));
  wait_edited (self, 3, "Remove source");
  WAIT_UNTIL (n_items (list) == N_SOURCES - 1);
  dossier_session_undo (session);
  WAIT_UNTIL (n_items (list) == N_SOURCES);
  g_assert_true (dossier_list_find (list, id, NULL));
}

static void
test_values (Window        *self,
             gconstpointer  unused)
{
  g_assert_null (dossier_session_get_value (self->session, "pane"));
  dossier_session_set_value (self->session, "pane", "it's \"320\"");
  dossier_session_set_value (self->session, "gone", "1");
  dossier_session_set_value (self->session, "gone", NULL);
  g_assert_cmpstr (dossier_session_title (self->session), ==, "Tést file");
  dossier_session_set_title (self->session, "Harbour");

  close_session (self);
  open_session (self);
  g_assert_cmpstr (dossier_session_get_value (self->session, "pane"), ==, "it's \"320\"");
  g_assert_null (dossier_session_get_value (self->session, "gone"));
  g_assert_cmpstr (dossier_session_title (self->session), ==, "Harbour");
}

static void
test_import (Window        *self,
             gconstpointer  unused)
{
  DossierImportQueue *queue = dossier_session_import_queue (self->session);
  g_autoptr (ListObserver) observer = list_observer_new (G_LIST_MODEL (queue));
  g_autofree char *folder = g_build_filename (self->store.folder, "in", NULL);
  g_autofree char *good = g_build_filename (folder, "good.txt", NULL);
  g_autofree char *twin = g_build_filename (folder, "twin.txt", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.txt", NULL);
  g_autofree char *summary = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  const char *text = "Harbour board meets\n\nThe board said on Monday that the cranes were sold in 2019.\n";

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (good, text, -1, NULL));
  g_assert_true (g_file_set_contents (twin, text, -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));

  dossier_import_queue_add_files (queue, &file, 1);
  dossier_import_queue_add_text (queue, "A pasted text. The mayor denied that the bridge was unsafe.");
  g_assert_true (dossier_import_queue_is_running (queue));
  WAIT_UNTIL (!dossier_import_queue_is_running (queue));
  g_assert_cmpuint (n_items (queue), ==, 4);
  summary = dossier_import_queue_summary (queue);
  g_assert_cmpstr (summary, ==, "2 added, 1 already there, 1 failed");
  for (guint i = 0; i < n_items (queue); i++)
    {
      g_autoptr (DossierImportItem) item = g_list_model_get_item (G_LIST_MODEL (queue), i);

      g_test_message ("%s: %s", dossier_import_item_name (item), dossier_import_item_message (item));
      g_assert_cmpstr (dossier_import_item_message (item), !=, "");
    }
  WAIT_UNTIL (dossier_session_n_sources_all (self->session) == N_SOURCES + 2);

  /* A new import has a new list; what is cancelled says so. */
  dossier_import_queue_add_files (queue, &file, 1);
  dossier_import_queue_cancel (queue);
  WAIT_UNTIL (!dossier_import_queue_is_running (queue));
  g_assert_cmpuint (dossier_session_n_sources_all (self->session), ==, N_SOURCES + 2);

  g_remove (good);
  g_remove (twin);
  g_remove (empty);
  g_rmdir (folder);
}

/* What another program writes is shown without asking, with the undo step that it made. */
static void
test_others (Window        *self,
             gconstpointer  unused)
{
  g_autoptr (DossierClaim) claim = claim_at (self, 0);
  DossierKind kind = (dossier_claim_kind (claim) + 1) % DOSSIER_N_KINDS;
  gint64 id = dossier_claim_id (claim);
  g_autoptr (DossierStore) other = NULL;
  DossierEdit *edit = dossier_edit_new ("Kind");
  GError *error = NULL;

  g_assert_false (dossier_session_can_undo (self->session));
  dossier_session_set_claim (self->session, claim);
  other = dossier_store_open_sync (self->store.path, DOSSIER_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  fixture_add (other, N_SOURCES);
  dossier_edit_set_kind (edit, &id, 1, kind);
  g_array_unref (fixture_apply (other, edit));
  dossier_store_close (other);

  WAIT_UNTIL (dossier_session_n_sources_all (self->session) == N_SOURCES + 1);
  WAIT_UNTIL (dossier_claim_kind (claim) == kind);
  WAIT_UNTIL (dossier_session_can_undo (self->session));
  g_assert_true (dossier_session_get_claim (self->session) == claim);
  g_assert_cmpuint (self->edited->len, ==, 0);
}

/* Closed in the middle of everything, again and again. */
static void
test_close_early (Window        *self,
                  gconstpointer  unused)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (DossierClaim) claim = NULL;

      dossier_filter_set_value (dossier_session_filter (self->session), DOSSIER_FACET_KIND, "fact", round % 2);
      claim = g_list_model_get_item (G_LIST_MODEL (dossier_session_claims (self->session)), 0);
      dossier_session_set_claim (self->session, claim);
      dossier_list_set_sort (dossier_session_sources (self->session), DOSSIER_SORT_TITLE, round % 3 == 0);
      dossier_import_queue_add_text (dossier_session_import_queue (self->session), "A pasted text of the evening.");
      for (guint i = 0; i < round; i++)
        g_main_context_iteration (NULL, FALSE);
      dossier_session_close (self->session);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (self->session);
      self->session = NULL;
      g_clear_object (&claim);
      open_session (self);
    }
}

#define ADD(name) g_test_add ("/session/" #name, Window, NULL, set_up, test_##name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (lists);
  ADD (sorts);
  ADD (facets);
  ADD (timeline);
  ADD (selection);
  ADD (walk);
  ADD (edits);
  ADD (many);
  ADD (marks);
  ADD (sources);
  ADD (values);
  ADD (import);
  ADD (others);
  ADD (close_early);

  return g_test_run ();
}
