/* dossier-claims.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include "dossier-claims.h"
#include "dossier-sift.h"

/* Claims. */
#define LOOK_BACK 8

struct _DossierClaims
{
  DossierInflection *inflection;
  DossierTagger     *tagger;
  DossierCues       *cues;
  DossierClaimWords *words;
  DossierDates      *dates;
};

/**
 * dossier_claims_new:
 * @lexicon: a language's tables, its vocabulary not yet frozen
 *
 * Returns: (transfer full): the stage, immutable, safe in any thread
 */
DossierClaims *
dossier_claims_new (DossierLexicon *lexicon)
{
  DossierClaims *self = g_new0 (DossierClaims, 1);

  self->inflection = dossier_inflection_new (lexicon);
  self->tagger = dossier_tagger_new (lexicon, self->inflection);
  self->cues = dossier_cues_new (lexicon, self->inflection);
  self->words = dossier_claim_words_new (lexicon, self->inflection);
  self->dates = dossier_dates_new (lexicon);
  return self;
}

/** dossier_claims_free: */
void
dossier_claims_free (DossierClaims *self)
{
  if (self == NULL)
    return;
  dossier_dates_free (self->dates);
  dossier_claim_words_free (self->words);
  dossier_cues_free (self->cues);
  dossier_tagger_free (self->tagger);
  dossier_inflection_free (self->inflection);
  g_free (self);
}

/* Two readings of one passage, as attributions within one another give them, are one claim: the first is kept. Those
 * that lie near stand near in the list. */
static gboolean
is_told (GPtrArray                *claims,
         const DossierClaimRecord *record)
{
  for (guint i = 0; i < MIN (claims->len, LOOK_BACK); i++)
    {
      const DossierClaimRecord *other = g_ptr_array_index (claims, claims->len - 1 - i);

      if (other->span.start == record->span.start && other->span.end == record->span.end)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_claims_run:
 * @self: the stage
 * @context: a text with tokens, mentions, dates and attributions
 *
 * Makes the claims: of what others say, and of what the reporter asserts. The
 * work is linear in the length of the text.
 */
void
dossier_claims_run (DossierClaims  *self,
                    DossierContext *context)
{
  DossierSift reading = { .cues = self->cues, .words = self->words, .dates = self->dates };

  if (context->tokens == NULL || context->tokens->n_tokens == 0)
    return;

  if (context->clauses == NULL)
    context->clauses = dossier_clauses_new (self->tagger, context->tokens);
  reading.clauses = context->clauses;
  dossier_sift_init (&reading, context);
  dossier_sift_affiliations (&reading);
  dossier_sift_sayings (&reading);
  dossier_sift_reporter (&reading);
  dossier_sift_speakers (&reading);
  dossier_sift_kinds (&reading);
  dossier_sift_main_country (&reading);

  for (guint i = 0; i < reading.drafts->len; i++)
    {
      DossierClaimRecord *record = dossier_claim_record_new ();

      dossier_sift_fill (&reading, dossier_sift_draft (&reading, i), record);
      if (is_told (context->claims, record))
        dossier_claim_record_unref (record);
      else
        g_ptr_array_add (context->claims, record);
      /* Of a long text, drafts and records together are the most that is held. */
      dossier_sift_draft_clear (dossier_sift_draft (&reading, i));
    }
  dossier_sift_clear (&reading);
}
