/* test-attributions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-attributions.h"
#include "dossier-clauses.h"

static DossierLexicon *lexicon;
static DossierAttributions *stage;

typedef struct
{
  DossierText    *text;
  DossierContext  context;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_array_unref (reading->context.attributions);
  g_clear_pointer (&reading->context.speakers, g_ptr_array_unref);
  g_clear_pointer (&reading->context.clauses, dossier_clauses_free);
  dossier_tokens_free (reading->context.tokens);
  dossier_text_unref (reading->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static Reading
read_text (const char *utf8)
{
  Reading reading = { .text = dossier_text_new (utf8, -1) };

  reading.context.text = reading.text;
  reading.context.tokens = dossier_tokens_new (reading.text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  reading.context.attributions = g_array_new (FALSE, FALSE, sizeof (DossierAttribution));
  dossier_attributions_run (stage, &reading.context);

  return reading;
}

/* "source|cue|content//content" of one attribution. */
static char *
describe (const Reading            *reading,
          const DossierAttribution *item)
{
  const char *utf8 = dossier_text_utf8 (reading->text, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < item->n_source; i++)
    g_string_append_len (out, utf8 + item->source[i].start, item->source[i].end - item->source[i].start);
  g_string_append_c (out, '|');
  for (guint i = 0; i < item->n_cue; i++)
    g_string_append_len (out, utf8 + item->cue[i].start, item->cue[i].end - item->cue[i].start);
  g_string_append_c (out, '|');
  for (guint i = 0; i < item->n_content; i++)
    {
      if (i > 0)
        g_string_append (out, "//");
      g_string_append_len (out, utf8 + item->content[i].start, item->content[i].end - item->content[i].start);
    }

  return g_string_free (out, FALSE);
}

/* The attribution as described, or NULL. */
static const DossierAttribution *
find (const Reading *reading,
      const char    *expected)
{
  for (guint i = 0; i < reading->context.attributions->len; i++)
    {
      const DossierAttribution *item = &g_array_index (reading->context.attributions, DossierAttribution, i);
      g_autofree char *found = describe (reading, item);

      if (g_str_equal (found, expected))
        return item;
    }

  return NULL;
}

static void
check (const char *utf8,
       const char *expected)
{
  g_auto (Reading) reading = read_text (utf8);

  if (find (&reading, expected) != NULL)
    return;
  for (guint i = 0; i < reading.context.attributions->len; i++)
    {
      g_autofree char *found = describe (&reading, &g_array_index (reading.context.attributions, DossierAttribution, i));

      g_test_message ("found %s", found);
    }
  g_test_message ("wanted %s", expected);
  g_test_fail ();
}

static void
test_indirect (void)
{
  check ("The minister said that the bridge would stay closed until spring.",
         "The minister|said|that the bridge would stay closed until spring");
  check ("The minister said the bridge would stay closed.", "The minister|said|the bridge would stay closed");
  check ("Officials have repeatedly denied that the files were copied.",
         "Officials|have repeatedly denied|that the files were copied");
  check ("Marta Olsen, who heads the agency, told reporters that no leak had been found.",
         "Marta Olsen, who heads the agency|told reporters|that no leak had been found");
  check ("The auditors asked whether the money had been paid.", "The auditors|asked|whether the money had been paid");
  check ("She said on Monday that the plant was safe.", "She|said on Monday|that the plant was safe");
}

static void
test_quotations (void)
{
  check ("“We never saw the report,” said Karin Holm, a spokeswoman for the ministry.",
         "Karin Holm, a spokeswoman for the ministry|said|“We never saw the report,”");
  check ("“We never saw it,” Holm said. “Nobody sent us a copy of it.”",
         "Holm|said|“We never saw it,”//“Nobody sent us a copy of it.”");
  check ("“If it was lost,” she said, “then somebody lost it on purpose.”",
         "she|said|“If it was lost,”//“then somebody lost it on purpose.”");
  check ("Holm added: “The ministry will answer every question.”",
         "Holm|added|“The ministry will answer every question.”");
  check ("The mayor called the plan “a gift to the builders”.",
         "The mayor|called|the plan “a gift to the builders”");
  check ("\"We lost the key,\" the guard said.", "the guard|said|\"We lost the key,\"");
}

static void
test_running_quotation (void)
{
  g_auto (Reading) reading = read_text ("“The pipes were old,” Ann Berg said. “We had warned of it for years.\n\n"
                                        "“Nobody listened to us at the town hall.”\n\nThe town is small.");
  const DossierAttribution *item = find (&reading, "Ann Berg|said|“The pipes were old,”//“We had warned of it for years//"
                                         "“Nobody listened to us at the town hall.”");

  g_assert_nonnull (item);
  g_assert_true (item->quoted);
}

static void
test_parenthetical (void)
{
  check ("The valve was faulty, engineers said.", "engineers|said|The valve was faulty");
  check ("According to the harbour office, three ships were turned away.",
         "the harbour office|According to|three ships were turned away");
  check ("Three ships were turned away, according to the harbour office.",
         "the harbour office|according to|Three ships were turned away");
}

static void
test_frames (void)
{
  check ("The union accused the carrier of hiding the figures.", "The union|accused|the carrier of hiding the figures");
  check ("The senator criticized the new tariff.", "The senator|criticized|the new tariff");
  check ("The firm refused to comment on the case.", "The firm|refused|to comment on the case");
  check ("Voters want a change of course.", "Voters|want|a change of course");
  check ("The study found that the river carries lead.", "The study|found|that the river carries lead");
  check ("He called for a new inquiry.", "He|called for|a new inquiry");
}

static void
test_nouns (void)
{
  check ("The paper repeated Orbal's claim that the cables were cut.", "Orbal's|claim|that the cables were cut");
  check ("His promise that wages would rise was soon forgotten.", "His|promise|that wages would rise was soon forgotten");
  check ("Investigators are confident that the engine failed.", "Investigators|are confident|that the engine failed");
}

static void
test_nesting (void)
{
  g_auto (Reading) reading = read_text ("The newspaper reported that the bank said its books were in order.");
  int outer = -1, inner = -1;

  for (guint i = 0; i < reading.context.attributions->len; i++)
    {
      const DossierAttribution *item = &g_array_index (reading.context.attributions, DossierAttribution, i);
      g_autofree char *found = describe (&reading, item);

      if (g_str_has_prefix (found, "The newspaper|reported|"))
        outer = i;
      if (g_str_has_prefix (found, "the bank|said|"))
        inner = i;
    }
  g_assert_cmpint (outer, >=, 0);
  g_assert_cmpint (inner, >=, 0);
  g_assert_cmpint (g_array_index (reading.context.attributions, DossierAttribution, inner).parent, ==, outer);
  g_assert_cmpint (g_array_index (reading.context.attributions, DossierAttribution, outer).parent, ==, -1);
}

static void
test_cues (void)
{
  g_auto (Reading) reading = read_text ("The company denied that it had kept the records.");
  DossierCues *cues = dossier_attributions_cues (stage);
  const DossierCue *cue;

  g_assert_cmpuint (reading.context.attributions->len, ==, 1);
  cue = dossier_cues_get (cues, g_array_index (reading.context.attributions, DossierAttribution, 0).verb);
  g_assert_cmpstr (cue->lemma, ==, "deny");
  g_assert_cmpint (cue->kind, ==, DOSSIER_KIND_DENIAL);
  g_assert_cmpint (cue->polarity, ==, -1);
  g_assert_true (cue->frames & DOSSIER_FRAME_CLAUSE);
  g_assert_cmpint (dossier_cues_find (cues, "deny", DOSSIER_CUE_VERB), >=, 0);
  g_assert_cmpint (dossier_cues_find (cues, "no such word", DOSSIER_CUE_VERB), ==, -1);
}

static void
check_speaker (const char *utf8,
               const char *cue,
               const char *expected)
{
  g_auto (Reading) reading = read_text (utf8);

  for (guint i = reading.context.attributions->len; i > 0; i--)
    {
      const DossierAttribution *item = &g_array_index (reading.context.attributions, DossierAttribution, i - 1);

      if (strncmp (dossier_text_utf8 (reading.text, NULL) + item->cue[0].start, cue, strlen (cue)) == 0)
        {
          g_autofree char *speaker = dossier_attribution_speaker (stage, &reading.context, i - 1);

          g_assert_cmpstr (speaker, ==, expected);
          return;
        }
    }
  g_test_message ("no attribution by “%s”", cue);
  g_test_fail ();
}

static void
test_speakers (void)
{
  check_speaker ("Maria Brandt Olsen runs the port. Olsen added that it was full.", "added", "Maria Brandt Olsen");
  check_speaker ("Maria Olsen said the port was full. She added that it would stay so.", "added", "Maria Olsen");
  check_speaker ("Northern Freight Systems Ltd (NFS) moved in 2012. NFS said it had paid its dues.", "said",
                 "Northern Freight Systems Ltd");
  check_speaker ("Northern Freight Systems Ltd moved in 2012. The company said it had paid its dues.", "said",
                 "Northern Freight Systems Ltd");
  check_speaker ("A spokesman for the port said that ships were waiting.", "said", "A spokesman for the port");
  check_speaker ("Somebody must pay. He said that the port was full.", "said", NULL);
}

static void
test_hostile (void)
{
  static const char * const pieces[] = { "said ", "\"", "that ", "never ", "(", ", ", "he said, ", "\n", "according to " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();
      g_auto (Reading) reading = { 0 };

      while (text->len < 300000)
        g_string_append (text, pieces[i]);
      reading = read_text (text->str);
      /* linear: a quadratic pass over 300,000 bytes takes minutes */
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
  {
    g_auto (Reading) empty = read_text ("");

    g_assert_cmpuint (empty.context.attributions->len, ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = dossier_lexicon_new ("en", NULL);
  g_assert_nonnull (lexicon);
  stage = dossier_attributions_new (lexicon);
  dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));

  g_test_add_func ("/attributions/indirect", test_indirect);
  g_test_add_func ("/attributions/quotations", test_quotations);
  g_test_add_func ("/attributions/running-quotation", test_running_quotation);
  g_test_add_func ("/attributions/parenthetical", test_parenthetical);
  g_test_add_func ("/attributions/frames", test_frames);
  g_test_add_func ("/attributions/nouns", test_nouns);
  g_test_add_func ("/attributions/nesting", test_nesting);
  g_test_add_func ("/attributions/cues", test_cues);
  g_test_add_func ("/attributions/speakers", test_speakers);
  g_test_add_func ("/attributions/hostile", test_hostile);
  status = g_test_run ();

  dossier_attributions_free (stage);
  dossier_lexicon_unref (lexicon);

  return status;
}
