/* test-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>

#include "dossier-claim-row.h"
#include "dossier-item-private.h"
#include "dossier-items-private.h"
#include "dossier-note-row.h"
#include "dossier-source-row.h"

static DossierSource *
make_source (void)
{
  g_autoptr (DossierSourceRecord) record = dossier_source_record_new ();
  DossierSource *source = dossier_item_new (DOSSIER_TYPE_SOURCE, 7);

  record->id = 7;
  record->title = g_strdup ("Harbour report");
  record->outlet = g_strdup ("The Daily Ferry");
  record->published = g_strdup ("2021-05-16");
  record->n_kinds[DOSSIER_KIND_DENIAL] = 2;
  record->unread = TRUE;
  dossier_source_set_record (source, record);

  return source;
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
assert_no_name (GtkWidget *widget)
{
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* A row that is let go of holds its item no longer, and neither holds the other. */
static void
let_go (GtkWidget *row,
        gpointer   item)
{
  dossier_row_set_item (DOSSIER_ROW (row), NULL);
  g_assert_finalize_object (item);
  g_assert_finalize_object (row);
}

static void
test_source (void)
{
  GtkWidget *row = g_object_ref_sink (dossier_source_row_new ());
  g_autoptr (DossierSourceRecord) record = NULL;
  DossierSource *source = make_source ();

  dossier_row_set_item (DOSSIER_ROW (row), DOSSIER_ITEM (source));
  assert_name (row, "Harbour report. The Daily Ferry · 16 May 2021. 2 claims. Unread");

  record = dossier_source_record_copy (dossier_source_record (source));
  record->unread = FALSE;
  dossier_source_set_record (source, record);
  assert_name (row, "Harbour report. The Daily Ferry · 16 May 2021. 2 claims");

  let_go (row, source);
}

/* What is not loaded yet is shown when its record comes. */
static void
test_claim (void)
{
  GtkWidget *row = g_object_ref_sink (dossier_claim_row_new ());
  DossierClaim *claim = dossier_item_new (DOSSIER_TYPE_CLAIM, 3);
  g_autoptr (DossierClaimRecord) record = dossier_claim_record_new ();
  g_autoptr (DossierSource) source = make_source ();
  g_autofree char *spoken = NULL;

  dossier_row_set_item (DOSSIER_ROW (row), DOSSIER_ITEM (claim));
  assert_no_name (row);
  g_assert_cmpstr (dossier_claim_quote (claim), ==, "");
  g_assert_cmpuint (g_strv_length ((char **) dossier_claim_countries (claim)), ==, 0);

  record->id = 3;
  record->source_id = 7;
  record->kind = DOSSIER_KIND_DENIAL;
  record->quote = g_strdup ("no ferry was late");
  record->speaker = g_strdup ("The harbour master");
  record->review = DOSSIER_REVIEW_DISMISSED;
  dossier_claim_set_record (claim, record, source);
  spoken = dossier_claim_spoken_text (claim);
  assert_name (row, spoken);
  g_assert_true (gtk_widget_has_css_class (row, "dismissed"));

  let_go (row, claim);
}

static void
test_note (void)
{
  GtkWidget *row = g_object_ref_sink (dossier_note_row_new ());
  DossierNote *note = dossier_item_new (DOSSIER_TYPE_NOTE, 4);
  g_autoptr (DossierNoteRecord) record = dossier_note_record_new ();
  g_autoptr (DossierSource) source = make_source ();

  record->id = 4;
  record->source_id = 7;
  record->text = g_strdup ("Ask the pilots");
  dossier_note_set_record (note, record, source);
  dossier_row_set_item (DOSSIER_ROW (row), DOSSIER_ITEM (note));
  assert_name (row, "Ask the pilots. Harbour report");

  let_go (row, note);
}

/* A row of a list that is taken down is destroyed while it still shows something. */
static void
test_in_use (void)
{
  GtkWidget *row = g_object_ref_sink (dossier_source_row_new ());
  DossierSource *source = make_source ();

  dossier_row_set_item (DOSSIER_ROW (row), DOSSIER_ITEM (source));
  g_assert_finalize_object (row);
  g_assert_finalize_object (source);
}

static void
count_up (guint *count)
{
  (*count)++;
}

/* A record tells of itself once; the same one given again says nothing. */
static void
test_fill (void)
{
  DossierSource *source = make_source ();
  g_autoptr (DossierSourceRecord) record = dossier_source_record_copy (dossier_source_record (source));
  guint changed = 0, notified = 0;

  g_signal_connect_swapped (source, "changed", G_CALLBACK (count_up), &changed);
  g_signal_connect_swapped (source, "notify", G_CALLBACK (count_up), &notified);
  dossier_source_set_record (source, dossier_source_record (source));
  g_assert_cmpuint (changed + notified, ==, 0);
  dossier_source_set_record (source, record);
  g_assert_cmpuint (changed, ==, 1);
  /* Every property but the id. */
  g_assert_cmpuint (notified, ==, 10);

  g_assert_finalize_object (source);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/rows/source", test_source);
  g_test_add_func ("/view/rows/claim", test_claim);
  g_test_add_func ("/view/rows/note", test_note);
  g_test_add_func ("/view/rows/in-use", test_in_use);
  g_test_add_func ("/view/rows/fill", test_fill);

  return g_test_run ();
}
