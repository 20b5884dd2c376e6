/* attribution-candidates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Prints every candidate of the attribution stage with its features, for
 * build-aux/fit-attributions to fit the figures of "cue-weights.tsv" and
 * "content-ends.tsv". Input: texts, each after a line with its number of bytes.
 * Output: for each text a line "D", then a line for each candidate, cells
 * divided by TAB: confidence, source, cue, contents, places, features.
 */

#include <stdio.h>
#include <stdlib.h>

#include "dossier-attributions-private.h"
#include "dossier-weights.h"

static DossierBytes
bytes_of (const DossierReading *reading,
          DossierRange          range)
{
  DossierBytes bytes = { 0, 0 };

  if (range.last > range.first)
    {
      bytes.start = reading->tokens->tokens[range.first].bytes.start;
      bytes.end = reading->tokens->tokens[range.last - 1].bytes.end;
    }

  return bytes;
}

typedef struct
{
  const DossierReading *reading;
  gboolean              any;
} Printer;

static void
print_names (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    printf ("%s%s", i > 0 ? "|" : "", g_strdelimit (g_ptr_array_index (names, i), "\t", ' '));
}

static void
print_place (guint32    token,
             GPtrArray *names,
             gpointer   user_data)
{
  Printer *printer = user_data;

  printf ("%s%u=", printer->any ? ";" : "", printer->reading->tokens->tokens[token].bytes.start);
  print_names (names);
  printer->any = TRUE;
}

static void
print_candidate (const DossierReading   *reading,
                 const DossierCandidate *candidate)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DossierBytes source = bytes_of (reading, candidate->source);
  DossierBytes cue = bytes_of (reading, candidate->cue);
  Printer printer = { reading, FALSE };

  printf ("%.3f\t%u-%u\t%u-%u\t", candidate->confidence, source.start, source.end, cue.start, cue.end);
  for (guint i = 0; i < candidate->n_content; i++)
    {
      DossierBytes content = bytes_of (reading, candidate->content[i]);

      printf ("%s%u-%u", i > 0 ? "," : "", content.start, content.end);
    }
  printf ("\t");
  if (candidate->n_content == 1 && candidate->frame <= DOSSIER_FRAME_AT_PREPOSITION)
    {
      DossierExtent extent = dossier_reading_extent (reading, candidate, candidate->content[0].first,
                                                     dossier_reading_bounds (reading, candidate->head).last);

      dossier_extents_places (&extent, print_place, &printer);
    }
  printf ("\t");
  dossier_weights_names (reading, candidate, names);
  print_names (names);
  printf ("\n");
}

static void
print_text (DossierAttributions *attributions,
            DossierLexicon      *lexicon,
            const char          *utf8,
            gsize                size)
{
  g_autoptr (DossierText) text = dossier_text_new (utf8, size);
  g_autoptr (DossierTokens) tokens = dossier_tokens_new (text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  g_autoptr (DossierReading) reading = dossier_attributions_read (attributions, tokens);

  printf ("D\n");
  for (guint i = 0; i < reading->candidates->len; i++)
    print_candidate (reading, &g_array_index (reading->candidates, DossierCandidate, i));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new ("en", &error);
  g_autoptr (DossierAttributions) attributions = NULL;
  char line[64];

  if (lexicon == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  attributions = dossier_attributions_new (lexicon);
  dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
  while (fgets (line, sizeof line, stdin) != NULL)
    {
      gsize size = g_ascii_strtoull (line, NULL, 10);
      g_autofree char *utf8 = g_malloc (size + 1);

      if (fread (utf8, 1, size, stdin) != size)
        break;
      print_text (attributions, lexicon, utf8, size);
    }

  return EXIT_SUCCESS;
}
