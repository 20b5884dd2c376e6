/* fuzz-attributions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>
#include <string.h>

#include "dossier-attributions.h"
#include "dossier-clauses.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_parts (const DossierContext *context,
             const DossierBytes   *parts,
             guint                 n)
{
  if (n > DOSSIER_ATTRIBUTION_PARTS)
    g_error ("more parts than there is room for");
  for (guint i = 0; i < n; i++)
    {
      if (parts[i].end <= parts[i].start || parts[i].end > dossier_text_n_bytes (context->text))
        g_error ("a place is empty or out of the text");
    }
}

static void
check (const DossierContext *context,
       DossierCues          *cues,
       guint                 index)
{
  const DossierAttribution *item = &g_array_index (context->attributions, DossierAttribution, index);

  check_parts (context, item->source, item->n_source);
  check_parts (context, item->cue, item->n_cue);
  check_parts (context, item->content, item->n_content);
  if (item->n_cue == 0 || item->n_content == 0)
    g_error ("an attribution without cue or content");
  if (item->verb < 0 || (guint)item->verb >= dossier_cues_n_cues (cues))
    g_error ("no such cue");
  if (item->parent < -1 || item->parent >= (int)context->attributions->len || item->parent == (int)index)
    g_error ("no such parent");
  if (!(item->confidence >= 0 && item->confidence <= 1))
    g_error ("a confidence of %f", item->confidence);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static DossierLexicon *lexicon;
  static DossierAttributions *stage;
  g_autofree char *utf8 = g_utf8_make_valid ((const char *)data, size);
  DossierContext context = { 0 };

  if (lexicon == NULL)
    {
      lexicon = dossier_lexicon_new ("en", NULL);
      stage = dossier_attributions_new (lexicon);
      dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
    }

  context.text = dossier_text_new (utf8, -1);
  context.tokens = dossier_tokens_new (context.text, NULL, 0, dossier_lexicon_vocabulary (lexicon));
  context.attributions = g_array_new (FALSE, FALSE, sizeof (DossierAttribution));
  dossier_attributions_run (stage, &context);
  for (guint i = 0; i < context.attributions->len; i++)
    {
      g_autofree char *speaker = dossier_attribution_speaker (stage, &context, i);

      check (&context, dossier_attributions_cues (stage), i);
      if (speaker != NULL && !g_utf8_validate (speaker, -1, NULL))
        g_error ("a speaker that is no UTF-8");
    }

  g_array_unref (context.attributions);
  g_ptr_array_unref (context.speakers);
  g_clear_pointer (&context.clauses, dossier_clauses_free);
  dossier_tokens_free (context.tokens);
  dossier_text_unref (context.text);

  return 0;
}
