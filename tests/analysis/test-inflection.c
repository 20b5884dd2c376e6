/* test-inflection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier-inflection.h"

static void
collect (const char   *form,
         DossierForms  forms,
         gpointer      user_data)
{
  g_string_append_printf (user_data, "%s/%x ", form, forms);
}

static void
test_verbs (void)
{
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new ("en", NULL);
  g_autoptr (DossierInflection) inflection = dossier_inflection_new (lexicon);
  static const struct { const char *base, *forms; } cases[] = {
    { "claim", "claim/1 claims/2 claiming/10 claimed/c " },
    { "deny", "deny/1 denies/2 denying/10 denied/c " },
    { "stop", "stop/1 stops/2 stopping/10 stopped/c " },
    { "admit", "admit/1 admits/2 admitting/10 admitted/c " },
    { "visit", "visit/1 visits/2 visiting/10 visited/c " },
    { "accuse", "accuse/1 accuses/2 accusing/10 accused/c " },
    { "say", "say/1 says/2 saying/10 said/4 said/8 " },
    { "write", "write/1 writes/2 writing/10 wrote/4 written/8 " },
    { "preach", "preach/1 preaches/2 preaching/10 preached/c " },
    { "agree", "agree/1 agrees/2 agreeing/10 agreed/c " },
    { "lie", "lie/1 lies/2 lying/10 lay/4 lied/4 lain/8 lied/8 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) forms = g_string_new (NULL);

      dossier_inflection_verb (inflection, cases[i].base, collect, forms);
      g_assert_cmpstr (forms->str, ==, cases[i].forms);
    }
}

static void
test_nouns (void)
{
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new ("en", NULL);
  g_autoptr (DossierInflection) inflection = dossier_inflection_new (lexicon);
  g_autoptr (GString) forms = g_string_new (NULL);

  dossier_inflection_noun (inflection, "inquiry", collect, forms);
  dossier_inflection_noun (inflection, "speech", collect, forms);
  g_assert_cmpstr (forms->str, ==, "inquiry/20 inquiries/40 speech/20 speeches/40 ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inflection/verbs", test_verbs);
  g_test_add_func ("/inflection/nouns", test_nouns);
  return g_test_run ();
}
