/* test-undo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store-fixture.h"

static DossierClaimRecord *
load_claim (DossierStore *store,
            gint64        id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = dossier_store_load_claims_sync (store, &id, 1, NULL, &error);

  g_assert_no_error (error);
  return g_ptr_array_index (claims, 0) != NULL ? dossier_claim_record_copy (g_ptr_array_index (claims, 0)) : NULL;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dossier_store_undo_sync (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dossier_store_redo_sync (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

static void
apply (Fixture     *fixture,
       DossierEdit *edit)
{
  g_array_unref (fixture_apply (fixture->store, edit));
}

/* Undone, the dossier is as before; redone, as after; both also after a restart. */
static void
check_round (Fixture     *fixture,
             DossierEdit *edit)
{
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  apply (fixture, edit);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, !=, after);
  undo (fixture);
  undone = fixture_dump (fixture->path);
  g_assert_cmpstr (undone, ==, before);
  fixture_reopen (fixture);
  redo (fixture);
  redone = fixture_dump (fixture->path);
  g_assert_cmpstr (redone, ==, after);
}

static DossierNoteRecord *
make_note (gint64      source,
           gint64      claim,
           const char *text)
{
  DossierNoteRecord *note = dossier_note_record_new ();

  note->source_id = source;
  note->claim_id = claim;
  note->text = g_strdup (text);
  note->colour = g_strdup ("green");
  g_strfreev (note->tags);
  note->tags = g_strsplit ("tag1,zwei Wörter", ",", -1);
  note->created = note->modified = 1700000000;
  return note;
}

static void
test_claims (Fixture       *fixture,
             gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierClaimRecord) claim = NULL;
  g_autoptr (DossierClaimRecord) stored = NULL;
  g_autoptr (DossierClaimRecord) made = dossier_claim_record_new ();
  DossierEdit *edit = dossier_edit_new ("Set speaker");

  fixture_add (fixture->store, 2);
  claim = load_claim (fixture->store, 1);
  g_free (claim->speaker);
  claim->speaker = g_strdup ("Somebody New");
  g_free (claim->event);
  claim->event = g_strdup ("1999-05~");
  claim->verdict = DOSSIER_VERDICT_DISPUTED;
  dossier_edit_update_claim (edit, claim, DOSSIER_CLAIM_FIELD_SPEAKER | DOSSIER_CLAIM_FIELD_EVENT);
  check_round (fixture, edit);
  stored = load_claim (fixture->store, 1);
  g_assert_cmpstr (stored->speaker, ==, "Somebody New");
  g_assert_cmpint (stored->user_fields, ==, DOSSIER_CLAIM_FIELD_SPEAKER | DOSSIER_CLAIM_FIELD_EVENT);

  edit = dossier_edit_new ("Give back");
  dossier_edit_release_claim (edit, 1, DOSSIER_CLAIM_FIELD_EVENT);
  check_round (fixture, edit);
  g_clear_pointer (&stored, dossier_claim_record_unref);
  stored = load_claim (fixture->store, 1);
  g_assert_cmpint (stored->user_fields, ==, DOSSIER_CLAIM_FIELD_SPEAKER);

  made->source_id = source;
  made->span.start = 30;
  made->span.end = 45;
  made->by_person = TRUE;
  made->kind = DOSSIER_KIND_ACTION;
  edit = dossier_edit_new ("Add claim");
  dossier_edit_insert_claim (edit, made);
  check_round (fixture, edit);
  g_clear_pointer (&stored, dossier_claim_record_unref);
  stored = load_claim (fixture->store, 7);
  g_assert_cmpint (strlen (stored->quote), ==, 15);

  edit = dossier_edit_new ("Delete claim");
  dossier_edit_delete_claim (edit, 1);
  check_round (fixture, edit);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierNoteRecord) note = make_note (0, -1, "look");
  g_autoptr (DossierClaimRecord) made = dossier_claim_record_new ();
  g_autoptr (DossierLinkRecord) link = dossier_link_record_new ();
  g_autoptr (DossierContent) content = NULL;
  DossierEdit *edit = dossier_edit_new ("Claim with note");
  DossierNoteRecord *stored;

  made->source_id = source;
  made->span.end = 5;
  made->by_person = TRUE;
  link->from_claim = -1;
  link->to_claim = 2;
  link->relation = DOSSIER_RELATION_CONTRADICTS;
  link->by_person = TRUE;
  dossier_edit_insert_claim (edit, made);
  dossier_edit_insert_note (edit, note);
  dossier_edit_insert_link (edit, link);
  check_round (fixture, edit);

  content = dossier_store_load_content_sync (fixture->store, source, NULL, NULL);
  g_assert_cmpint (content->notes->len, ==, 1);
  g_assert_cmpint (content->links->len, ==, 2);
  stored = g_ptr_array_index (content->notes, 0);
  g_assert_cmpint (stored->claim_id, ==, 4);
  g_assert_cmpint (stored->source_id, ==, source);
  g_assert_cmpstr (stored->tags[1], ==, "zwei Wörter");
  g_assert_cmpstr (stored->colour, ==, "green");

  /* A note outlives its claim. */
  edit = dossier_edit_new ("Delete claim");
  dossier_edit_delete_claim (edit, 4);
  check_round (fixture, edit);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM note WHERE claim_id IS NULL"), ==, 1);

  edit = dossier_edit_new ("Delete note");
  dossier_edit_delete_note (edit, 1);
  check_round (fixture, edit);
  edit = dossier_edit_new ("Delete link");
  dossier_edit_delete_link (edit, 1);
  check_round (fixture, edit);
}

static void
test_sources (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierContent) content = dossier_store_load_content_sync (fixture->store, source, NULL, NULL);
  g_autoptr (DossierSourceRecord) record = dossier_source_record_copy (content->source);
  g_autoptr (DossierNoteRecord) on_source = make_note (source, 0, "look");
  g_autoptr (DossierNoteRecord) on_claim = make_note (source, 2, "look");
  DossierEdit *edit = dossier_edit_new ("Set title");

  fixture_add (fixture->store, 2);
  g_free (record->title);
  record->title = g_strdup ("Renamed");
  dossier_edit_update_source (edit, record, DOSSIER_SOURCE_FIELD_TITLE);
  check_round (fixture, edit);

  edit = dossier_edit_new ("Notes");
  dossier_edit_insert_note (edit, on_source);
  dossier_edit_insert_note (edit, on_claim);
  check_round (fixture, edit);

  edit = dossier_edit_new ("Delete source");
  dossier_edit_delete_source (edit, source);
  check_round (fixture, edit);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM note"), ==, 0);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM claim"), ==, 3);
}

static void
test_bulk (Fixture       *fixture,
           gconstpointer  unused)
{
  static const char *const countries[] = { "SE", "DK", NULL };
  static const char *const names[] = { "Marta Quell", "Ines Tarvo", NULL };
  gint64 ids[60];
  g_autoptr (DossierClaimRecord) claim = NULL;
  DossierEdit *edit;

  for (guint i = 0; i < 20; i++)
    fixture_add (fixture->store, i);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = i + 1;

  edit = dossier_edit_new ("Dismiss");
  dossier_edit_set_review (edit, ids, 60, DOSSIER_REVIEW_DISMISSED);
  check_round (fixture, edit);
  edit = dossier_edit_new ("Kind");
  dossier_edit_set_kind (edit, ids, 60, DOSSIER_KIND_FINDING);
  check_round (fixture, edit);
  edit = dossier_edit_new ("Speaker");
  dossier_edit_set_speaker (edit, ids, 30, NULL);
  check_round (fixture, edit);
  edit = dossier_edit_new ("Countries");
  dossier_edit_set_countries (edit, ids, 60, countries);
  check_round (fixture, edit);
  claim = load_claim (fixture->store, 60);
  g_assert_cmpstr (claim->countries[1], ==, "DK");
  g_assert_cmpint (claim->user_fields, ==, DOSSIER_CLAIM_FIELD_KIND | DOSSIER_CLAIM_FIELD_COUNTRIES);

  edit = dossier_edit_new ("Merge");
  dossier_edit_merge_speakers (edit, names, "Ombrix Ltd");
  check_round (fixture, edit);
  fixture_add (fixture->store, 20); /* by Marta Quell, who is now known under the other name */
  g_clear_pointer (&claim, dossier_claim_record_unref);
  claim = load_claim (fixture->store, 61);
  g_assert_cmpstr (claim->speaker, ==, "Ombrix Ltd");

  edit = dossier_edit_new ("Delete claims");
  dossier_edit_delete_claims (edit, ids, 60);
  check_round (fixture, edit);
  edit = dossier_edit_new ("Delete sources");
  dossier_edit_delete_sources (edit, ids, 20);
  check_round (fixture, edit);
}

static DossierHistory *
state (Fixture *fixture)
{
  return dossier_store_history_sync (fixture->store, NULL, NULL);
}

/* A new edit drops what could have been redone; one that changes nothing leaves everything as it is. */
static void
test_branch (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (DossierHistory) start = state (fixture);
  g_autoptr (DossierHistory) middle = NULL;
  g_autoptr (DossierHistory) end = NULL;
  DossierEdit *edit;
  gint64 id = 1;

  g_assert_false (start->can_undo || start->can_redo);
  g_assert_false (dossier_store_undo_sync (fixture->store, NULL, NULL));
  fixture_add (fixture->store, 1);
  for (guint i = 0; i < 3; i++)
    {
      edit = dossier_edit_new (i == 0 ? "one" : i == 1 ? "two" : "three");
      dossier_edit_set_kind (edit, &id, 1, i);
      apply (fixture, edit);
    }
  undo (fixture);
  undo (fixture);
  edit = dossier_edit_new ("nothing");
  dossier_edit_set_kind (edit, &id, 1, 0);
  apply (fixture, edit);
  middle = state (fixture);
  g_assert_cmpstr (middle->undo_label, ==, "one");
  g_assert_cmpstr (middle->redo_label, ==, "two");

  edit = dossier_edit_new ("other");
  dossier_edit_set_kind (edit, &id, 1, 5);
  apply (fixture, edit);
  end = state (fixture);
  g_assert_cmpstr (end->undo_label, ==, "other");
  g_assert_false (end->can_redo);
  g_assert_false (dossier_store_redo_sync (fixture->store, NULL, NULL));
}

/* Typing in a note is one step. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierNoteRecord) note = make_note (source, 0, "");
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *before = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *after = NULL;
  DossierEdit *edit = dossier_edit_new ("Add note");
  DossierHistoryEntry *entry;

  dossier_edit_insert_note (edit, note);
  apply (fixture, edit);
  before = fixture_dump (fixture->path);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DossierNoteRecord) copy = dossier_note_record_copy (note);

      copy->id = 1;
      g_free (copy->text);
      copy->text = g_strnfill (i + 1, 'x');
      copy->modified = 1700000001 + i;
      edit = dossier_edit_new ("Write note");
      dossier_edit_update_note (edit, copy);
      dossier_edit_set_merge_key (edit, "note-1");
      apply (fixture, edit);
    }

  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM edit"), ==, 2);
  g_assert_cmpint (fixture_number (fixture->path, "SELECT count(*) FROM change"), ==, 3);
  typed = fixture_dump (fixture->path);
  undo (fixture);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  redo (fixture);
  g_free (after);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (after, ==, typed);

  history = dossier_store_note_history_sync (fixture->store, 1, NULL, NULL);
  g_assert_cmpint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->field, ==, "text");
  g_assert_cmpstr (entry->label, ==, "Write note");
  g_assert_null (entry->before);
  g_assert_cmpint (strlen (entry->after), ==, 20);
}

static void
test_history (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 id = 1;
  g_autoptr (GPtrArray) history = NULL;
  DossierHistoryEntry *entry;
  DossierEdit *edit;

  fixture_add (fixture->store, 1);
  edit = dossier_edit_new ("Kind");
  dossier_edit_set_kind (edit, &id, 1, DOSSIER_KIND_DENIAL);
  apply (fixture, edit);
  edit = dossier_edit_new ("Speaker");
  dossier_edit_set_speaker (edit, &id, 1, "Ines Tarvo");
  apply (fixture, edit);
  edit = dossier_edit_new ("Delete");
  dossier_edit_delete_claim (edit, id);
  apply (fixture, edit);
  undo (fixture);

  history = dossier_store_claim_history_sync (fixture->store, 1, NULL, NULL);
  g_assert_cmpint (history->len, ==, 3);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->field, ==, "kind");
  g_assert_cmpstr (entry->before, ==, "allegation");
  g_assert_cmpstr (entry->after, ==, "denial");
  g_assert_cmpint (ABS (entry->time - g_get_real_time () / G_USEC_PER_SEC), <, 100);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->before, ==, "Ombrix Ltd");
  g_assert_cmpstr (entry->after, ==, "Ines Tarvo");
  g_assert_false (entry->undone);
  entry = g_ptr_array_index (history, 2);
  g_assert_cmpstr (entry->field, ==, "deleted");
  g_assert_true (entry->undone);
}

/* An edit that fails in the middle leaves nothing behind. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 id = 1;
  g_autoptr (DossierClaimRecord) nowhere = dossier_claim_record_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  DossierEdit *edit = dossier_edit_new ("Bad");

  fixture_add (fixture->store, 1);
  before = fixture_dump (fixture->path);
  dossier_edit_set_review (edit, &id, 1, DOSSIER_REVIEW_CONFIRMED);
  nowhere->source_id = 99;
  nowhere->quote = g_strdup ("x");
  dossier_edit_insert_claim (edit, nowhere);
  g_assert_null (dossier_store_apply_sync (fixture->store, edit, NULL, &error));
  g_assert_error (error, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CONSTRAINT);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (dossier_store_undo_sync (fixture->store, NULL, NULL));

  edit = dossier_edit_new ("Good");
  dossier_edit_set_review (edit, &id, 1, DOSSIER_REVIEW_CONFIRMED);
  apply (fixture, edit);
}

static DossierEdit *
random_edit (DossierStore *store)
{
  DossierEdit *edit = dossier_edit_new ("Random");
  gint64 ids[10];
  gint64 source = g_test_rand_int_range (1, 13);
  g_autoptr (DossierClaimRecord) claim = NULL;
  g_autoptr (DossierNoteRecord) note = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = g_test_rand_int_range (1, 45);
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      dossier_edit_set_review (edit, ids, 10, g_test_rand_int_range (0, 3));
      break;

    case 1:
      dossier_edit_set_kind (edit, ids, 10, g_test_rand_int_range (0, 6));
      break;

    case 2:
      dossier_edit_set_speaker (edit, ids, 5, g_test_rand_bit () ? "Ines Tarvo" : NULL);
      break;

    case 3:
      dossier_edit_delete_claims (edit, ids, 2);
      break;

    case 4:
      dossier_edit_delete_source (edit, source);
      break;

    case 5:
    case 6:
      note = make_note (g_test_rand_bit () ? source : 0, 0, "look");
      if (fixture_number (dossier_store_path (store), "SELECT count(*) FROM source WHERE id = 3") == 0 ||
          note->source_id != 0)
        note->source_id = fixture_number (dossier_store_path (store), "SELECT min (id) FROM source");
      dossier_edit_insert_note (edit, note);
      break;

    case 7:
      note = make_note (0, 0, g_test_rand_bit () ? "look again" : "tag2");
      note->id = g_test_rand_int_range (1, 8);
      dossier_edit_update_note (edit, note);
      if (g_test_rand_bit ())
        dossier_edit_set_merge_key (edit, "typing");
      break;

    case 8:
      dossier_edit_delete_note (edit, g_test_rand_int_range (1, 8));
      break;

    default:
      claim = load_claim (store, ids[0]);
      if (claim == NULL)
        break;
      g_free (claim->stated);
      claim->stated = g_strdup ("2020");
      dossier_edit_update_claim (edit, claim, DOSSIER_CLAIM_FIELD_STATED);
      break;
    }

  return edit;
}

/* Random edits; all undone, the dossier is as at the start; all redone, as at the end. */
static void
test_random (Fixture       *fixture,
             gconstpointer  unused)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      gint64 before;

      for (guint i = 0; i < 3; i++)
        fixture_add (fixture->store, round * 3 + i);
      start = fixture_dump (fixture->path);
      before = fixture_number (fixture->path, "SELECT count(*) FROM edit");
      for (guint i = 0; i < 40; i++)
        apply (fixture, random_edit (fixture->store));
      end = fixture_dump (fixture->path);
      for (gint64 n = fixture_number (fixture->path, "SELECT count(*) FROM edit"); n > before; n--)
        undo (fixture);
      undone = fixture_dump (fixture->path);
      g_assert_cmpstr (undone, ==, start);
      while (dossier_store_redo_sync (fixture->store, NULL, NULL))
        ;
      redone = fixture_dump (fixture->path);
      g_assert_cmpstr (redone, ==, end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/undo/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("claims", test_claims);
  ADD ("notes", test_notes);
  ADD ("sources", test_sources);
  ADD ("bulk", test_bulk);
  ADD ("branch", test_branch);
  ADD ("merge", test_merge);
  ADD ("history", test_history);
  ADD ("whole", test_whole);
  ADD ("random", test_random);
#undef ADD

  return g_test_run ();
}
