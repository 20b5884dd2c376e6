/* test-reanalyse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store-fixture.h"

static DossierContent *
load (Fixture *fixture,
      gint64   source)
{
  g_autoptr (GError) error = NULL;
  DossierContent *content = dossier_store_load_content_sync (fixture->store, source, NULL, &error);

  g_assert_no_error (error);
  return content;
}

static void
reanalyse (Fixture         *fixture,
           gint64           source,
           DossierFindings *findings)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dossier_store_reanalyse_sync (fixture->store, source, findings, NULL, &error));
  g_assert_no_error (error);
}

static DossierFindings *
findings_of (guint number)
{
  g_autoptr (DossierDocument) document = fixture_document (number);

  return fixture_findings (document);
}

static DossierClaimRecord *
claim_at (DossierContent *content,
          guint           i)
{
  return g_ptr_array_index (content->claims, i);
}

/* The same findings again change nothing: the claims keep their rows. */
static void
test_same (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierFindings) findings = findings_of (1);
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *after = NULL;

  reanalyse (fixture, source, findings);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_replaced (Fixture       *fixture,
               gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierFindings) findings = findings_of (1);
  g_autoptr (DossierContent) content = NULL;
  DossierClaimRecord *claim = g_ptr_array_index (findings->claims, 0);

  claim->kind = DOSSIER_KIND_FINDING;
  g_ptr_array_remove_index (findings->claims, 1);
  g_array_set_size (findings->links, 0);
  g_array_set_size (findings->blocks, 0);
  findings->byline = g_strdup ("By Ada Pell");
  reanalyse (fixture, source, findings);

  content = load (fixture, source);
  g_assert_cmpint (content->claims->len, ==, 2);
  g_assert_cmpint (claim_at (content, 0)->id, ==, 1);
  g_assert_cmpint (claim_at (content, 0)->kind, ==, DOSSIER_KIND_FINDING);
  g_assert_cmpint (claim_at (content, 1)->id, ==, 3);
  g_assert_cmpint (content->links->len, ==, 0);
  g_assert_cmpint (content->blocks->len, ==, 0);
  g_assert_cmpstr (content->source->byline, ==, "By Ada Pell");
  g_assert_cmpstr (content->source->title, ==, "Crane inquiry 1 reaches Oslo");
}

/* Dismissed stays dismissed, also when the finding has moved a little; confirmed, changed and noted stay as they are. */
static void
test_decided (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  gint64 dismissed = 1, noted = 2, changed = 3;
  g_autoptr (DossierFindings) findings = findings_of (1);
  g_autoptr (DossierFindings) none = dossier_findings_new ();
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  g_autoptr (DossierContent) content = load (fixture, source);
  g_autoptr (DossierContent) after = NULL;
  g_autoptr (DossierContent) last = NULL;
  g_autoptr (DossierSourceRecord) record = dossier_source_record_copy (content->source);
  DossierEdit *edit = dossier_edit_new ("Decide");
  DossierClaimRecord *claim = g_ptr_array_index (findings->claims, 0);

  note->claim_id = noted;
  g_free (record->outlet);
  record->outlet = g_strdup ("The Quay");
  dossier_edit_set_review (edit, &dismissed, 1, DOSSIER_REVIEW_DISMISSED);
  dossier_edit_insert_note (edit, note);
  dossier_edit_set_kind (edit, &changed, 1, DOSSIER_KIND_ACTION);
  dossier_edit_update_source (edit, record, DOSSIER_SOURCE_FIELD_OUTLET);
  g_array_unref (fixture_apply (fixture->store, edit));

  claim->span.start += 3;
  claim->kind = DOSSIER_KIND_DENIAL;
  g_free (claim->quote);
  claim->quote = NULL;
  findings->outlet = g_strdup ("Found Outlet");
  reanalyse (fixture, source, findings);
  after = load (fixture, source);
  g_assert_cmpint (after->claims->len, ==, 3);
  g_assert_cmpint (claim_at (after, 0)->review, ==, DOSSIER_REVIEW_DISMISSED);
  g_assert_cmpint (claim_at (after, 0)->kind, ==, DOSSIER_KIND_ALLEGATION);
  g_assert_cmpint (claim_at (after, 2)->kind, ==, DOSSIER_KIND_ACTION);
  g_assert_cmpint (after->notes->len, ==, 1);
  g_assert_cmpstr (after->source->outlet, ==, "The Quay");

  none->claims_looked_for = TRUE;
  reanalyse (fixture, source, none);
  last = load (fixture, source);
  g_assert_cmpint (last->claims->len, ==, 3);
}

/* A finding somewhere else on the text is new, and its quote is cut from the text. */
static void
test_new (Fixture       *fixture,
          gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierFindings) findings = findings_of (1);
  g_autoptr (DossierClaimRecord) claim = dossier_claim_record_new ();
  g_autoptr (DossierContent) content = NULL;

  claim->span.start = 0;
  claim->span.end = 13;
  claim->kind = DOSSIER_KIND_FACT;
  g_ptr_array_add (findings->claims, dossier_claim_record_ref (claim));
  reanalyse (fixture, source, findings);
  content = load (fixture, source);
  g_assert_cmpint (content->claims->len, ==, 4);
  g_assert_cmpstr (claim_at (content, 0)->quote, ==, "Crane inquiry");
  g_assert_cmpint (strlen (claim_at (content, 0)->suffix), >, 10);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (DossierFindings) findings = findings_of (1);
  g_autoptr (GError) error = NULL;

  g_assert_false (dossier_store_reanalyse_sync (fixture->store, 12, findings, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Undo of what was done before goes on working after an analysis took rows away. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  gint64 id = 1;
  g_autoptr (DossierFindings) none = dossier_findings_new ();
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  g_autoptr (DossierContent) content = NULL;
  DossierEdit *edit = dossier_edit_new ("Note");

  note->claim_id = 2;
  dossier_edit_insert_note (edit, note);
  g_array_unref (fixture_apply (fixture->store, edit));
  edit = dossier_edit_new ("Delete note");
  dossier_edit_delete_note (edit, 1);
  dossier_edit_set_review (edit, &id, 1, DOSSIER_REVIEW_CONFIRMED);
  g_array_unref (fixture_apply (fixture->store, edit));
  edit = dossier_edit_new ("Dismiss");
  dossier_edit_set_review (edit, &id, 1, DOSSIER_REVIEW_SUGGESTED);
  g_array_unref (fixture_apply (fixture->store, edit));

  reanalyse (fixture, source, none);
  g_assert_true (dossier_store_undo_sync (fixture->store, NULL, NULL));
  g_assert_true (dossier_store_undo_sync (fixture->store, NULL, NULL));
  content = load (fixture, source);
  g_assert_cmpint (content->claims->len, ==, 0);
  g_assert_cmpint (content->notes->len, ==, 1);
  g_assert_cmpint (((DossierNoteRecord *) g_ptr_array_index (content->notes, 0))->claim_id, ==, 0);
  g_assert_true (dossier_store_undo_sync (fixture->store, NULL, NULL));
  while (dossier_store_redo_sync (fixture->store, NULL, NULL))
    ;
}

static void
add_link (GPtrArray  *links,
          gint64      from,
          gint64      to,
          const char *why)
{
  DossierLinkRecord *link = dossier_link_record_new ();

  link->from_claim = from;
  link->to_claim = to;
  link->relation = DOSSIER_RELATION_REPEATS;
  link->why = g_strdup (why);
  g_ptr_array_add (links, link);
}

static char *
describe_links (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = dossier_store_load_links_sync (fixture->store, NULL, NULL);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      DossierLinkRecord *link = g_ptr_array_index (links, i);

      g_string_append_printf (string, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ">%" G_GINT64_FORMAT "%s%s ", link->id,
                              link->from_claim, link->to_claim, link->by_person ? "p" : "",
                              link->review == DOSSIER_REVIEW_DISMISSED ? "x" : "");
    }
  return g_string_free (string, FALSE);
}

/* Links of the program between sources: replaced by each run, around those that a person made or judged. */
static void
test_links (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_link_record_unref);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_link_record_unref);
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (DossierLinkRecord) judged = NULL;
  g_autoptr (DossierLinkRecord) own = dossier_link_record_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DossierEdit *edit = dossier_edit_new ("Links");

  fixture_add (fixture->store, 1);
  fixture_add (fixture->store, 2);
  add_link (first, 1, 4, "a");
  add_link (first, 2, 5, "b");
  add_link (first, 3, 6, "c");
  add_link (first, 3, 6, "twice");
  add_link (first, 3, 777, "gone");
  g_assert_true (dossier_store_set_links_sync (fixture->store, first, NULL, NULL));
  before = describe_links (fixture);
  g_assert_cmpstr (before, ==, "1:3>1 2:6>4 3:1>4 4:2>5 5:3>6 ");

  stored = dossier_store_load_links_sync (fixture->store, NULL, NULL);
  judged = dossier_link_record_copy (g_ptr_array_index (stored, 3));
  judged->review = DOSSIER_REVIEW_DISMISSED;
  own->from_claim = 1;
  own->to_claim = 6;
  own->by_person = TRUE;
  dossier_edit_update_link (edit, judged);
  dossier_edit_insert_link (edit, own);
  g_array_unref (fixture_apply (fixture->store, edit));

  add_link (second, 2, 5, "b again");
  add_link (second, 1, 4, "a, reworded");
  add_link (second, 2, 6, "new");
  g_assert_true (dossier_store_set_links_sync (fixture->store, second, NULL, NULL));
  after = describe_links (fixture);
  g_assert_true (g_str_has_prefix (after, "1:3>1 2:6>4 3:1>4 4:2>5x "));
  g_assert_nonnull (strstr (after, ":1>6p "));
  g_assert_nonnull (strstr (after, ":2>6 "));
  g_assert_null (strstr (after, ":3>6 "));
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM link WHERE why = 'a, reworded' AND id = 3"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/reanalyse/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("same", test_same);
  ADD ("replaced", test_replaced);
  ADD ("decided", test_decided);
  ADD ("new", test_new);
  ADD ("gone", test_gone);
  ADD ("undo", test_undo);
  ADD ("links", test_links);
#undef ADD

  return g_test_run ();
}
