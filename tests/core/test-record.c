/* test-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-document.h"
#include "dossier-record.h"

static void
test_claim (void)
{
  g_autoptr (DossierClaimRecord) claim = dossier_claim_record_new ();
  g_autoptr (DossierClaimRecord) copy = NULL;

  g_assert_nonnull (claim->via);
  claim->quote = g_strdup ("the bridge was never inspected");
  g_strfreev (claim->countries);
  claim->countries = g_strsplit ("PT ES", " ", 0);
  claim->why = g_new0 (DossierWhy, 1);
  claim->n_why = 1;
  claim->why[0].rule = g_intern_string ("kind.cue");
  copy = dossier_claim_record_copy (claim);
  g_assert_cmpstr (copy->quote, ==, claim->quote);
  g_assert_true (copy->quote != claim->quote);
  g_assert_cmpstr (copy->countries[1], ==, "ES");
  g_assert_true (copy->why != claim->why);
  dossier_claim_record_unref (dossier_claim_record_ref (claim));
}

static void
test_others (void)
{
  g_autoptr (DossierSourceRecord) source = dossier_source_record_new ();
  g_autoptr (DossierSourceRecord) source_copy = dossier_source_record_copy (source);
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  g_autoptr (DossierNoteRecord) note_copy = dossier_note_record_copy (note);
  g_autoptr (DossierLinkRecord) link = dossier_link_record_new ();
  g_autoptr (DossierLinkRecord) link_copy = dossier_link_record_copy (link);
  g_autoptr (DossierDocument) document = dossier_document_new ();

  g_assert_nonnull (source_copy->countries);
  g_assert_nonnull (note_copy->tags);
  g_assert_cmpint (link_copy->id, ==, 0);
  g_assert_null (document->text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/claim", test_claim);
  g_test_add_func ("/record/others", test_others);
  return g_test_run ();
}
