/* fuzz-dates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "dossier-dates.h"
#include "dossier-edtf.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const char *const published[] = { NULL, "2021-08-15", "2021-08", "2021", "-0044-03-15", "9999-12-31", "0001-01-01" };

static void
check_timex (DossierContext *context,
             DossierTimex   *timex,
             guint32         end)
{
  if (timex->bytes.start < end || timex->bytes.end <= timex->bytes.start ||
      timex->bytes.end > dossier_text_n_bytes (context->text))
    g_error ("a place is out of order");
  if (timex->value == NULL || *timex->value == '\0' || (timex->edtf == NULL) == (timex->reason == NULL))
    g_error ("no value, or neither date nor reason");
  if (timex->edtf != NULL && !dossier_edtf_bounds (timex->edtf, NULL, NULL))
    g_error ("“%s” is no EDTF", timex->edtf);
}

/* The first byte chooses the day of publication. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierLexicon *lexicon;
  static DossierDates *dates;
  g_autofree char *words = NULL, *edtf = NULL, *range = NULL;
  DossierContext context = { 0 };
  DossierBytes all;
  guint32 end = 0;

  if (lexicon == NULL)
    {
      lexicon = dossier_lexicon_new ("en", NULL);
      dates = dossier_dates_new (lexicon);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
    }
  if (size < 2)
    return 0;

  words = g_utf8_make_valid ((const char *)data + 1, size - 1);
  context.text = dossier_text_new (words, -1);
  context.published = (char *)published[data[0] % G_N_ELEMENTS (published)];
  context.tokens = dossier_tokens_new (context.text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  context.timexes = g_array_new (FALSE, FALSE, sizeof (DossierTimex));
  all = (DossierBytes){ 0, dossier_text_n_bytes (context.text) };

  dossier_dates_run (dates, &context);
  range = dossier_dates_range (dates, &context, all, NULL);
  if (range != NULL && !dossier_edtf_bounds (range, NULL, NULL))
    g_error ("“%s” is no EDTF", range);
  dossier_dates_line (dates, context.text, all, &edtf);
  if (edtf != NULL && !dossier_edtf_bounds (edtf, NULL, NULL))
    g_error ("“%s” is no EDTF", edtf);

  for (guint i = 0; i < context.timexes->len; i++)
    {
      DossierTimex *timex = &g_array_index (context.timexes, DossierTimex, i);

      check_timex (&context, timex, end);
      end = timex->bytes.end;
      g_free (timex->value);
      g_free (timex->edtf);
    }
  g_array_unref (context.timexes);
  dossier_tokens_free (context.tokens);
  dossier_text_unref (context.text);

  return 0;
}
