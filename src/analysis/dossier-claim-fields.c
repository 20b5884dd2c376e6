/* dossier-claim-fields.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include <string.h>

#include "dossier-anchor.h"
#include "dossier-sift.h"

/* A country that so many of a text's claims name is meant by the others too: by
 * those that name another one, and by those that name none. */
#define MAIN_SHARE 0.45
#define MAIN_SHARE_ALONE 0.25

#define MAX_COUNTRIES 12

/* Bytes from the cue within which a date is that of the saying. */
#define STATED_REACH 400

typedef struct
{
  const char *codes[MAX_COUNTRIES];
  guint       n;
} Countries;

static gboolean
add_country (Countries  *countries,
             const char *code)
{
  const char *interned = g_intern_string (code);

  for (guint i = 0; i < countries->n; i++)
    if (countries->codes[i] == interned)
      return FALSE;
  if (countries->n == MAX_COUNTRIES)
    return FALSE;
  countries->codes[countries->n++] = interned;
  return TRUE;
}

static void
add_why (GArray       *why,
         DossierBytes  bytes,
         const char   *rule)
{
  DossierWhy entry = { { bytes.start, bytes.end }, g_intern_string (rule) };

  g_array_append_val (why, entry);
}

/* Index of the first mention that ends behind @byte. */
static guint
first_mention (const GArray *mentions,
               guint32       byte)
{
  guint low = 0, high = mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, DossierMention, middle).bytes.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_mentions (DossierSift  *self,
              DossierBytes  bytes,
              Countries    *countries,
              GArray       *why)
{
  const GArray *mentions = self->context->mentions;

  for (guint i = first_mention (mentions, bytes.start); i < mentions->len; i++)
    {
      const DossierMention *mention = &g_array_index (mentions, DossierMention, i);

      if (mention->bytes.start >= bytes.end)
        return;
      if (add_country (countries, mention->code))
        add_why (why, mention->bytes, mention->rule != NULL ? mention->rule : "country.name");
    }
}

/* Well-known names, and those that this text itself has tied to a country. */
static void
add_known (DossierSift  *self,
           DossierRange  range,
           Countries    *countries,
           GArray       *why)
{
  for (guint32 i = range.first; i < range.last; i++)
    {
      const char *code = NULL;
      guint32 after = i + 1;

      if ((self->masks[i] & DOSSIER_CLAIM_WORD_KNOWN) && (self->masks[i] & DOSSIER_CLAIM_WORD_START))
        code = dossier_claim_words_country (self->words, self->tokens, i, &after);
      if (code == NULL && self->names[i] != 0)
        {
          code = g_hash_table_lookup (self->affiliations, GUINT_TO_POINTER (self->names[i]));
          after = i + 1;
        }
      if (code != NULL && add_country (countries, code))
        add_why (why, dossier_sift_bytes (self, (DossierRange) { i, after }), "country.affiliation");
    }
}

/* The countries that a passage and its speaker name, by name or by whose names they are. */
static void
add_named (DossierSift  *self,
           DossierDraft *draft,
           Countries    *countries,
           GArray       *why)
{
  add_mentions (self, dossier_sift_bytes (self, draft->range), countries, why);
  add_mentions (self, dossier_sift_bytes (self, draft->more), countries, why);
  add_known (self, draft->range, countries, why);
  add_known (self, draft->more, countries, why);
  if (draft->saying >= 0)
    {
      DossierRange source = dossier_sift_saying (self, draft->saying)->source;

      add_mentions (self, dossier_sift_bytes (self, source), countries, why);
      if (draft->speaker != NULL)
        add_known (self, dossier_sift_range (self, draft->speaker_bytes), countries, why);
    }
}

/**
 * dossier_sift_main_country:
 *
 * Finds the country that most claims of the text name: what the others plainly mean.
 */
void
dossier_sift_main_country (DossierSift *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) why = g_array_new (FALSE, FALSE, sizeof (DossierWhy));
  guint most = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Countries countries = { .n = 0 };

      g_array_set_size (why, 0);
      add_named (self, dossier_sift_draft (self, i), &countries, why);
      for (guint k = 0; k < countries.n; k++)
        {
          gpointer code = (gpointer) countries.codes[k];
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + 1;

          g_hash_table_insert (counts, code, GUINT_TO_POINTER (count));
          if (count > most)
            {
              most = count;
              self->main_country = code;
            }
        }
    }
  self->main_share = self->drafts->len > 0 ? (double) most / self->drafts->len : 0;
}

static void
add_main_country (DossierSift  *self,
                  DossierDraft *draft,
                  Countries    *countries,
                  GArray       *why)
{
  if (self->main_country == NULL || self->main_share < (countries->n > 0 ? MAIN_SHARE : MAIN_SHARE_ALONE))
    return;
  if (add_country (countries, self->main_country))
    add_why (why, dossier_sift_bytes (self, draft->range), "country.context");
}

static char **
countries_of (DossierSift  *self,
              DossierDraft *draft,
              GArray       *why)
{
  Countries countries = { .n = 0 };
  char **codes;

  add_named (self, draft, &countries, why);
  add_main_country (self, draft, &countries, why);

  codes = g_new0 (char *, countries.n + 1);
  for (guint i = 0; i < countries.n; i++)
    codes[i] = g_strdup (countries.codes[i]);
  return codes;
}

static guint
first_timex (const GArray *timexes,
             guint32       byte)
{
  guint low = 0, high = timexes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (timexes, DossierTimex, middle).bytes.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The expression of the passage that its main verb has: the nearest to it. */
static const DossierTimex *
nearest_timex (DossierSift   *self,
               DossierDraft  *draft,
               DossierBytes   bytes,
               const char   **reason)
{
  const GArray *timexes = self->context->timexes;
  const DossierVerbGroup *group = dossier_sift_group (self, draft->main_group);
  guint32 anchor = group != NULL ? self->tokens->tokens[group->head].bytes.start : bytes.start;
  const DossierTimex *best = NULL;
  guint32 best_distance = G_MAXUINT32;

  for (guint i = first_timex (timexes, bytes.start); i < timexes->len; i++)
    {
      const DossierTimex *timex = &g_array_index (timexes, DossierTimex, i);
      guint32 distance;

      if (timex->bytes.start >= bytes.end)
        break;
      if (timex->edtf == NULL)
        {
          if (*reason == NULL && timex->reason != NULL)
            *reason = timex->reason;
          continue;
        }
      distance = timex->bytes.start > anchor ? timex->bytes.start - anchor : anchor - timex->bytes.start;
      if (distance < best_distance)
        {
          best = timex;
          best_distance = distance;
        }
    }
  return best;
}

static void
set_event (DossierSift        *self,
           DossierDraft       *draft,
           DossierClaimRecord *record,
           GArray             *why)
{
  DossierBytes bytes = dossier_sift_bytes (self, draft->range), covered = { 0, 0 };
  const char *reason = NULL;
  const DossierTimex *timex = nearest_timex (self, draft, bytes, &reason);

  if (timex == NULL)
    {
      record->event_reason = g_strdup (reason != NULL ? reason : "no-expression");
      return;
    }
  record->event = dossier_dates_range (self->dates, self->context, bytes, &covered);
  /* an interval covers its expressions; a single one has to be the verb's */
  if (record->event == NULL || strchr (record->event, '/') == NULL || !dossier_bytes_overlap (covered, timex->bytes))
    {
      g_free (record->event);
      record->event = g_strdup (timex->edtf);
      covered = timex->bytes;
    }
  add_why (why, covered.end > covered.start ? covered : timex->bytes, "date.expression");
}

/* "said on Tuesday": the date that stands with the cue, outside what is said. */
static void
set_stated (DossierSift        *self,
            DossierDraft       *draft,
            DossierClaimRecord *record,
            GArray             *why)
{
  const GArray *timexes = self->context->timexes;

  if (draft->saying >= 0)
    {
      const DossierSaying *saying = dossier_sift_saying (self, draft->saying);
      guint32 anchor = dossier_range_is_empty (saying->cue) ? draft->range.first : saying->cue.first;
      DossierBytes sentence = self->tokens->sentences[self->tokens->tokens[anchor].sentence].bytes;
      DossierBytes said = dossier_sift_bytes (self, draft->range);

      guint32 cue = self->tokens->tokens[anchor].bytes.start;
      guint32 from = cue > sentence.start + STATED_REACH ? cue - STATED_REACH : sentence.start;

      for (guint i = first_timex (timexes, from); i < timexes->len; i++)
        {
          const DossierTimex *timex = &g_array_index (timexes, DossierTimex, i);

          if (timex->bytes.start >= sentence.end || timex->bytes.start > cue + STATED_REACH)
            break;
          if (timex->edtf == NULL || timex->type != DOSSIER_TIMEX_DATE ||
              dossier_bytes_overlap (timex->bytes, said) ||
              dossier_bytes_overlap (timex->bytes, dossier_sift_bytes (self, saying->source)))
            continue;
          record->stated = g_strdup (timex->edtf);
          add_why (why, timex->bytes, "date.stated");
          return;
        }
    }
  if (self->context->published != NULL)
    record->stated = g_strdup (self->context->published);
  else
    record->stated_reason = g_strdup ("no-publication-date");
}

static DossierWhy *
convert_why (DossierSift *self,
             GArray      *why,
             guint       *n_why)
{
  DossierWhy *out = g_new (DossierWhy, why->len);

  for (guint i = 0; i < why->len; i++)
    {
      DossierWhy entry = g_array_index (why, DossierWhy, i);

      entry.span = dossier_text_span (self->context->text, (DossierBytes) { entry.span.start, entry.span.end });
      out[i] = entry;
    }
  *n_why = why->len;
  return out;
}

static char *
text_of (DossierSift  *self,
         DossierBytes  bytes)
{
  return g_strndup (self->utf8 + bytes.start, bytes.end - bytes.start);
}

/**
 * dossier_sift_fill:
 * @draft: a draft whose speaker and kind are told
 * @record: an empty record
 *
 * Writes a draft into a record, with countries and dates, places in code points.
 */
void
dossier_sift_fill (DossierSift        *self,
                   DossierDraft       *draft,
                   DossierClaimRecord *record)
{
  DossierText *text = self->context->text;
  g_autoptr (GArray) why = g_array_new (FALSE, FALSE, sizeof (DossierWhy));

  if (draft->why != NULL)
    g_array_append_vals (why, draft->why->data, draft->why->len);
  else
    add_why (why, dossier_sift_bytes (self, draft->range), "kind.quotation");
  record->span = dossier_text_span (text, dossier_sift_bytes (self, draft->range));
  if (!dossier_range_is_empty (draft->more))
    record->more = dossier_text_span (text, dossier_sift_bytes (self, draft->more));
  record->kind = draft->kind;
  record->confidence = CLAMP (draft->confidence, 0, 1);
  dossier_anchor_context (text, record->span, &record->quote, &record->prefix, &record->suffix);

  record->speaker = g_strdup (draft->speaker);
  if (draft->speaker != NULL)
    record->speaker_span = dossier_text_span (text, draft->speaker_bytes);
  if (draft->cue_bytes.end > draft->cue_bytes.start)
    {
      record->cue = text_of (self, draft->cue_bytes);
      record->cue_span = dossier_text_span (text, draft->cue_bytes);
    }
  if (draft->via != NULL)
    {
      g_strfreev (record->via);
      record->via = g_new0 (char *, draft->via->len + 1);
      for (guint i = 0; i < draft->via->len; i++)
        record->via[i] = g_strdup (g_ptr_array_index (draft->via, i));
    }
  g_strfreev (record->countries);
  record->countries = countries_of (self, draft, why);
  set_event (self, draft, record, why);
  set_stated (self, draft, record, why);
  record->why = convert_why (self, why, &record->n_why);
}

/* The names that follow a country: "China's Huawei", "Japanese technology company SoftBank". */
static void
tie_names (DossierSift          *self,
           const DossierMention *mention)
{
  guint32 token = dossier_tokens_at (self->tokens, mention->bytes.end - 1) + 1;
  guint32 last;
  guint n_before = 0;

  if (token == 0 || token >= self->tokens->n_tokens)
    return;
  last = MIN (self->tokens->sentences[self->tokens->tokens[token - 1].sentence].last, token + 9);
  for (; token < last; token++)
    {
      DossierTag tag = dossier_clauses_tag (self->clauses, token);

      if (tag == DOSSIER_TAG_NAME)
        {
          gpointer name = GUINT_TO_POINTER (self->names[token]);

          if (name != NULL && !g_hash_table_contains (self->affiliations, name))
            g_hash_table_insert (self->affiliations, name, (gpointer) g_intern_string (mention->code));
        }
      else if ((tag != DOSSIER_TAG_POSSESSIVE && tag != DOSSIER_TAG_NOUN && tag != DOSSIER_TAG_ADJECTIVE) || ++n_before > 4)
        return;
    }
}

/**
 * dossier_sift_affiliations:
 *
 * Learns from the text whose country a name means.
 */
void
dossier_sift_affiliations (DossierSift *self)
{
  const GArray *mentions = self->context->mentions;

  for (guint i = 0; i < mentions->len; i++)
    tie_names (self, &g_array_index (mentions, DossierMention, i));
}
