/* dossier-analyser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "dossier-analyser.h"
#include "dossier-attributions.h"
#include "dossier-blocks.h"
#include "dossier-claims.h"
#include "dossier-clauses.h"
#include "dossier-context.h"
#include "dossier-countries.h"
#include "dossier-dates.h"
#include "dossier-edtf.h"
#include "dossier-language.h"
#include "dossier-lexicon.h"
#include "dossier-links.h"

/* The stages over the tables of one language. */
typedef struct
{
  DossierLexicon      *lexicon;
  DossierBlocks       *blocks;
  DossierCountries    *countries;
  DossierDates        *dates;
  DossierAttributions *attributions;
  DossierClaims       *claims;
  DossierLinks        *links;
} Pack;

struct _DossierAnalyser
{
  gatomicrefcount   ref_count;
  DossierLanguages *languages;
  Pack             *english; /* reads what is language-neutral in all others, too */
  GMutex            lock;
  GHashTable       *packs;   /* language → Pack, or NULL where there are no tables; under @lock */
};

static _Thread_local gint64 stage_times[DOSSIER_N_STAGES];

static Pack *
pack_new (const char  *language,
          GError     **error)
{
  g_autoptr (DossierLexicon) lexicon = dossier_lexicon_new (language, error);
  Pack *self;

  if (lexicon == NULL)
    return NULL;

  self = g_new0 (Pack, 1);
  self->blocks = dossier_blocks_new (lexicon);
  self->countries = dossier_countries_new (lexicon);
  self->dates = dossier_dates_new (lexicon);
  self->attributions = dossier_attributions_new (lexicon);
  self->claims = dossier_claims_new (lexicon);
  self->links = dossier_links_new (lexicon);
  dossier_vocabulary_freeze (dossier_lexicon_vocabulary (lexicon));
  self->lexicon = g_steal_pointer (&lexicon);

  return self;
}

static void
pack_free (gpointer data)
{
  Pack *self = data;

  if (self == NULL)
    return;

  dossier_blocks_free (self->blocks);
  dossier_countries_free (self->countries);
  dossier_dates_free (self->dates);
  dossier_attributions_free (self->attributions);
  dossier_claims_free (self->claims);
  dossier_links_free (self->links);
  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

/* The pack of a language, read when the first text in it comes; %NULL where the
 * program has none. A text whose language does not show is read as English. */
static Pack *
find_pack (DossierAnalyser *self,
           const char      *language)
{
  g_autofree char *name = NULL;
  gpointer pack;

  if (language == NULL)
    return self->english;

  name = g_ascii_strdown (language, strcspn (language, "-_"));
  g_mutex_lock (&self->lock);
  if (!g_hash_table_lookup_extended (self->packs, name, NULL, &pack))
    {
      pack = pack_new (name, NULL);
      g_hash_table_insert (self->packs, g_steal_pointer (&name), pack);
    }
  g_mutex_unlock (&self->lock);

  return pack;
}

/**
 * dossier_analyser_new:
 *
 * Reads the tables of English; those of other languages when they are needed.
 */
DossierAnalyser *
dossier_analyser_new (GError **error)
{
  Pack *english = pack_new ("en", error);
  DossierAnalyser *self;

  if (english == NULL)
    return NULL;

  self = g_new0 (DossierAnalyser, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->languages = dossier_languages_new ();
  self->english = english;
  self->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pack_free);
  g_hash_table_insert (self->packs, g_strdup ("en"), english);

  return self;
}

DossierAnalyser *
dossier_analyser_ref (DossierAnalyser *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dossier_analyser_unref (DossierAnalyser *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->packs);
  dossier_languages_free (self->languages);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* A date as callers have it: EDTF, or a time stamp of which the day is kept. */
static char *
normalise_published (const char *published)
{
  g_autofree char *day = NULL;
  DossierEdtf date;

  if (published == NULL || *published == '\0')
    return NULL;
  if (dossier_edtf_parse (published, &date))
    return g_strdup (published);

  day = g_strndup (published, strcspn (published, "T "));
  return dossier_edtf_parse (day, &date) ? g_steal_pointer (&day) : NULL;
}

static void
clear_timex (gpointer data)
{
  DossierTimex *timex = data;

  g_free (timex->value);
  g_free (timex->edtf);
}

static void
clear_link (gpointer data)
{
  g_free (((DossierLinkFinding *)data)->why);
}

static GArray *
convert_hints (const DossierAnalyserInput *input)
{
  GArray *hints;

  if (input->blocks == NULL)
    return NULL;

  hints = g_array_sized_new (FALSE, FALSE, sizeof (DossierByteBlock), input->blocks->len);
  for (guint i = 0; i < input->blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (input->blocks, DossierBlock, i);
      DossierByteBlock hint = { dossier_text_bytes (input->text, block->span), block->kind };

      g_array_append_val (hints, hint);
    }

  return hints;
}

static void
context_init (DossierContext             *context,
              const DossierAnalyserInput *input,
              const char                 *published)
{
  memset (context, 0, sizeof *context);
  context->text = input->text;
  context->given_published = published;
  context->hints = convert_hints (input);
  context->title = g_strdup (input->title);
  context->outlet = g_strdup (input->outlet);
  context->byline = g_strdup (input->byline);
  context->published = g_strdup (published);
  context->language = g_strdup (input->language);
  context->blocks = g_array_new (FALSE, FALSE, sizeof (DossierByteBlock));
  context->mentions = g_array_new (FALSE, FALSE, sizeof (DossierMention));
  context->timexes = g_array_new (FALSE, FALSE, sizeof (DossierTimex));
  g_array_set_clear_func (context->timexes, clear_timex);
  context->attributions = g_array_new (FALSE, FALSE, sizeof (DossierAttribution));
  context->countries = g_array_new (FALSE, FALSE, sizeof (DossierCountryWeight));
  context->claims = g_ptr_array_new_with_free_func ((GDestroyNotify)dossier_claim_record_unref);
  context->links = g_array_new (FALSE, FALSE, sizeof (DossierLinkFinding));
  g_array_set_clear_func (context->links, clear_link);
}

static void
context_clear (DossierContext *context)
{
  g_clear_pointer (&context->hints, g_array_unref);
  g_free (context->title);
  g_free (context->outlet);
  g_free (context->byline);
  g_free (context->published);
  g_free (context->language);
  g_array_unref (context->blocks);
  g_clear_pointer (&context->clauses, dossier_clauses_free);
  g_clear_pointer (&context->tokens, dossier_tokens_free);
  g_array_unref (context->mentions);
  g_array_unref (context->timexes);
  g_array_unref (context->attributions);
  g_clear_pointer (&context->speakers, g_ptr_array_unref);
  g_array_unref (context->countries);
  g_ptr_array_unref (context->claims);
  g_array_unref (context->links);
}

/* Tokens of all that is read; the ranges are those blocks, so a sentence's
 * range is no index into all blocks. */
static void
run_tokens (Pack           *self,
            DossierContext *context)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DossierBytes));

  for (guint i = 0; i < context->blocks->len; i++)
    {
      const DossierByteBlock *block = &g_array_index (context->blocks, DossierByteBlock, i);

      if (block->kind != DOSSIER_BLOCK_BOILERPLATE && block->kind != DOSSIER_BLOCK_CAPTION)
        g_array_append_val (ranges, block->bytes);
    }

  context->tokens = dossier_tokens_new (context->text,
                                        (const DossierBytes *)(gpointer)ranges->data, ranges->len,
                                        dossier_lexicon_vocabulary (self->lexicon));
}

static void
run_stage (Pack           *self,
           DossierContext *context,
           DossierStage    stage)
{
  switch (stage)
    {
    case DOSSIER_STAGE_BLOCKS:
      dossier_blocks_run (self->blocks, context);
      break;
    case DOSSIER_STAGE_TOKENS:
      run_tokens (self, context);
      break;
    case DOSSIER_STAGE_COUNTRIES:
      dossier_countries_run (self->countries, context);
      break;
    case DOSSIER_STAGE_DATES:
      dossier_dates_run (self->dates, context);
      break;
    case DOSSIER_STAGE_ATTRIBUTIONS:
      dossier_attributions_run (self->attributions, context);
      break;
    case DOSSIER_STAGE_CLAIMS:
      dossier_claims_run (self->claims, context);
      break;
    case DOSSIER_STAGE_LINKS:
    case DOSSIER_N_STAGES:
    default:
      dossier_links_run (self->links, context);
      break;
    }
}

static void
convert_spans (DossierText        *text,
               const DossierBytes *bytes,
               guint               n,
               DossierSpan        *out)
{
  for (guint i = 0; i < n; i++)
    out[i] = dossier_text_span (text, bytes[i]);
}

static void
convert_attributions (DossierContext  *context,
                      DossierFindings *findings)
{
  for (guint i = 0; i < context->attributions->len; i++)
    {
      const DossierAttribution *from = &g_array_index (context->attributions, DossierAttribution, i);
      DossierAttributionFinding to = { .n_source = from->n_source, .n_cue = from->n_cue,
                                       .n_content = from->n_content };

      convert_spans (context->text, from->source, from->n_source, to.source);
      convert_spans (context->text, from->cue, from->n_cue, to.cue);
      convert_spans (context->text, from->content, from->n_content, to.content);
      g_array_append_val (findings->attributions, to);
    }
}

/* Into code points. Each place costs a constant: the text has a table of them. */
static DossierFindings *
convert (DossierContext *context,
         gboolean        claims_looked_for)
{
  DossierFindings *findings = dossier_findings_new ();

  findings->title = g_steal_pointer (&context->title);
  findings->outlet = g_steal_pointer (&context->outlet);
  findings->byline = g_steal_pointer (&context->byline);
  findings->published = g_steal_pointer (&context->published);
  findings->language = g_steal_pointer (&context->language);
  findings->claims_looked_for = claims_looked_for;

  for (guint i = 0; i < context->blocks->len; i++)
    {
      const DossierByteBlock *from = &g_array_index (context->blocks, DossierByteBlock, i);
      DossierBlock to = { dossier_text_span (context->text, from->bytes), from->kind };

      g_array_append_val (findings->blocks, to);
    }
  for (guint i = 0; i < context->mentions->len; i++)
    {
      const DossierMention *from = &g_array_index (context->mentions, DossierMention, i);
      DossierMentionFinding to = { .span = dossier_text_span (context->text, from->bytes),
                                   .rule = from->rule };

      /* Bodies are evidence for claims and for the whole, but name no place. */
      if (g_strcmp0 (from->rule, "country.agency") == 0)
        continue;
      memcpy (to.code, from->code, sizeof to.code);
      g_array_append_val (findings->mentions, to);
    }
  for (guint i = 0; i < context->timexes->len; i++)
    {
      DossierTimex *from = &g_array_index (context->timexes, DossierTimex, i);
      DossierDateFinding to = { dossier_text_span (context->text, from->bytes), from->type,
                                g_steal_pointer (&from->value), g_steal_pointer (&from->edtf),
                                from->reason };

      g_array_append_val (findings->dates, to);
    }
  convert_attributions (context, findings);
  g_array_append_vals (findings->countries, context->countries->data, context->countries->len);

  g_ptr_array_unref (findings->claims);
  findings->claims = g_ptr_array_ref (context->claims);
  g_array_unref (findings->links);
  findings->links = g_array_ref (context->links);

  return findings;
}

static char *
detect (DossierAnalyser *self,
        DossierText     *text)
{
  gsize n_bytes;
  const char *utf8 = dossier_text_utf8 (text, &n_bytes);

  return g_strdup (dossier_languages_detect (self->languages, utf8, n_bytes));
}

/* Microseconds of this thread: what others do on the machine does not count. */
static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * dossier_analyser_run:
 * @input: the text and what is known of it
 *
 * Reads one text. Fails only when cancelled; @cancellable is asked between the
 * stages. Time linear in the length of the text.
 *
 * Returns: (transfer full): the findings, places in code points
 */
DossierFindings *
dossier_analyser_run (DossierAnalyser            *self,
                      const DossierAnalyserInput *input,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autofree char *published = normalise_published (input->published);
  DossierFindings *findings = NULL;
  DossierContext context;
  gint64 before = processor_time ();
  gboolean cancelled = FALSE;
  Pack *pack;

  context_init (&context, input, published);
  if (context.language == NULL)
    context.language = detect (self, input->text);
  pack = find_pack (self, context.language);
  for (guint stage = 0; stage < DOSSIER_N_STAGES && !cancelled; stage++)
    {
      gint64 after;

      /* Dates in figures and names of countries are read in every language. */
      if (pack != NULL || (stage != DOSSIER_STAGE_ATTRIBUTIONS && stage != DOSSIER_STAGE_CLAIMS))
        run_stage (pack != NULL ? pack : self->english, &context, stage);
      after = processor_time ();
      stage_times[stage] += after - before;
      before = after;
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (!cancelled)
    findings = convert (&context, pack != NULL);
  context_clear (&context);

  return findings;
}

/**
 * dossier_analyser_take_times:
 * @times: (out): microseconds of processor time for each stage
 *
 * What the runs of this thread cost since the last call.
 */
void
dossier_analyser_take_times (gint64 times[DOSSIER_N_STAGES])
{
  memcpy (times, stage_times, sizeof stage_times);
  memset (stage_times, 0, sizeof stage_times);
}
