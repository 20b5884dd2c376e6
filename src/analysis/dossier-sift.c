/* dossier-sift.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-sift"

#include "config.h"

#include <string.h>

#include "dossier-sift.h"

/** dossier_sift_draft_clear: lets go of what @draft holds. */
void
dossier_sift_draft_clear (DossierDraft *draft)
{
  g_clear_pointer (&draft->speaker, g_free);
  g_clear_pointer (&draft->via, g_ptr_array_unref);
  g_clear_pointer (&draft->why, g_array_unref);
}

/* Which block each sentence stands in; the second copy of a title is left out. */
static void
find_blocks (DossierSift *self)
{
  const GArray *blocks = self->context->blocks;
  guint b = 0, n_titles = 0, title = G_MAXUINT;

  for (guint32 s = 0; s < self->tokens->n_sentences; s++)
    {
      guint32 start = self->tokens->sentences[s].bytes.start;
      const DossierByteBlock *block;

      while (b + 1 < blocks->len && g_array_index (blocks, DossierByteBlock, b).bytes.end <= start)
        b++;
      if (blocks->len == 0)
        {
          self->blocks[s] = DOSSIER_BLOCK_PARAGRAPH;
          continue;
        }
      block = &g_array_index (blocks, DossierByteBlock, b);
      self->blocks[s] = block->kind;
      if (block->kind == DOSSIER_BLOCK_TITLE)
        {
          if (title != b)
            n_titles++;
          title = b;
          if (n_titles > 1)
            self->blocks[s] = DOSSIER_BLOCK_BOILERPLATE;
        }
    }
}

/* Numbers the words with a capital by their hash: two names of one text that
 * share it are rarer than two people of one name. */
static void
number_names (DossierSift *self)
{
  for (guint32 i = 0; i < self->tokens->n_tokens; i++)
    {
      const DossierToken *token = &self->tokens->tokens[i];
      guint32 hash = 2166136261u;

      if (!(token->flags & DOSSIER_TOKEN_CAPITAL) || token->bytes.end - token->bytes.start < 2)
        continue;
      for (guint32 b = token->bytes.start; b < token->bytes.end; b++)
        hash = (hash ^ (guchar) g_ascii_tolower (self->utf8[b])) * 16777619u;
      self->names[i] = hash | 1;
    }
}

/**
 * dossier_sift_group_from:
 *
 * Returns: the first verb group whose head is @token or stands behind it
 */
guint
dossier_sift_group_from (DossierSift *self,
                         guint32      token)
{
  const GArray *groups = self->clauses->groups;
  guint low = 0, high = groups->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (groups, DossierVerbGroup, middle).head < token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * dossier_sift_init:
 * @self: a reading with its tables set; @clauses is made by the caller
 * @context: the text, with the findings of the earlier stages
 */
void
dossier_sift_init (DossierSift    *self,
                   DossierContext *context)
{
  self->context = context;
  self->tokens = context->tokens;
  self->utf8 = dossier_text_utf8 (context->text, NULL);
  self->masks = g_new (guint32, self->tokens->n_tokens + 1);
  self->masks[self->tokens->n_tokens] = 0;
  self->blocks = g_malloc (self->tokens->n_sentences + 1);
  self->sayings = g_array_new (FALSE, TRUE, sizeof (DossierSaying));
  self->drafts = g_array_new (FALSE, TRUE, sizeof (DossierDraft));
  g_array_set_clear_func (self->drafts, (GDestroyNotify)dossier_sift_draft_clear);
  self->names = g_new0 (guint32, self->tokens->n_tokens + 1);
  self->accused = g_hash_table_new (NULL, NULL);
  self->accusers = g_hash_table_new (NULL, NULL);
  self->affiliations = g_hash_table_new (NULL, NULL);
  number_names (self);
  dossier_claim_words_mark (self->words, self->tokens, self->masks);
  find_blocks (self);
}

/** dossier_sift_clear: */
void
dossier_sift_clear (DossierSift *self)
{
  g_free (self->masks);
  g_free (self->names);
  g_free (self->blocks);
  g_array_unref (self->sayings);
  g_array_unref (self->drafts);
  g_hash_table_unref (self->accused);
  g_hash_table_unref (self->accusers);
  g_hash_table_unref (self->affiliations);
}

/** dossier_sift_range: the tokens that stand in @bytes. */
DossierRange
dossier_sift_range (DossierSift  *self,
                    DossierBytes  bytes)
{
  DossierRange range = { 0, 0 };

  if (bytes.end <= bytes.start)
    return range;
  range.first = dossier_tokens_at (self->tokens, bytes.start);
  range.last = dossier_tokens_at (self->tokens, bytes.end - 1);
  if (range.last < self->tokens->n_tokens && self->tokens->tokens[range.last].bytes.start < bytes.end)
    range.last++;
  if (range.last < range.first)
    range.last = range.first;
  return range;
}

/** dossier_sift_bytes: where the tokens of @range stand. */
DossierBytes
dossier_sift_bytes (DossierSift  *self,
                    DossierRange  range)
{
  DossierBytes bytes = { 0, 0 };

  if (dossier_range_is_empty (range))
    return bytes;
  bytes.start = self->tokens->tokens[range.first].bytes.start;
  bytes.end = self->tokens->tokens[range.last - 1].bytes.end;
  return bytes;
}

/** dossier_sift_mask: what all words of @range can say. */
guint32
dossier_sift_mask (DossierSift  *self,
                   DossierRange  range)
{
  guint32 mask = 0;

  for (guint32 i = range.first; i < range.last; i++)
    mask |= self->masks[i];
  return mask;
}

/** dossier_sift_find: the first token of @range with a bit of @mask; %G_MAXUINT32 for none. */
guint32
dossier_sift_find (DossierSift  *self,
                   DossierRange  range,
                   guint32       mask)
{
  for (guint32 i = range.first; i < range.last; i++)
    if (self->masks[i] & mask)
      return i;
  return G_MAXUINT32;
}

/* More words are not told apart: keeps the work on a clause constant. */
#define WORDS_COUNTED 16

/** dossier_sift_n_words: words and numbers in @range, counted up to 16. */
guint
dossier_sift_n_words (DossierSift  *self,
                      DossierRange  range)
{
  guint n = 0;

  for (guint32 i = range.first; i < range.last && n < WORDS_COUNTED; i++)
    n += self->tokens->tokens[i].kind <= DOSSIER_TOKEN_MIXED &&
         !(self->tokens->tokens[i].flags & DOSSIER_TOKEN_POSSESSIVE);
  return n;
}

/**
 * dossier_sift_main_group:
 *
 * The verb group that carries @range: the first finite one that is neither of a
 * relative clause nor behind a subordinator at its start; else the first finite
 * one; -1 where there is none.
 */
int
dossier_sift_main_group (DossierSift  *self,
                         DossierRange  range)
{
  const GArray *groups = self->clauses->groups;
  int any = -1;

  if (dossier_range_is_empty (range))
    return -1;
  for (guint g = dossier_sift_group_from (self, range.first); g < groups->len; g++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, g);

      if (group->head >= range.last)
        break;
      if (group->start < range.first || group->form != DOSSIER_VERB_FINITE)
        continue;
      if (any < 0)
        any = g;
      if (group->subject_kind != DOSSIER_SUBJECT_RELATIVE)
        return g;
    }
  return any;
}

/** dossier_sift_why: notes the words that led to a decision. */
void
dossier_sift_why (DossierSift  *self,
                  DossierDraft *draft,
                  DossierRange  range,
                  const char   *rule)
{
  DossierBytes bytes = dossier_sift_bytes (self, range);
  DossierWhy why = { { bytes.start, bytes.end }, g_intern_string (rule) };

  if (draft->why == NULL)
    draft->why = g_array_new (FALSE, FALSE, sizeof (DossierWhy));
  g_array_append_val (draft->why, why);
}

/** dossier_sift_add: a new draft; valid until the next is added. */
DossierDraft *
dossier_sift_add (DossierSift  *self,
                  DossierRange  range,
                  int           saying)
{
  DossierDraft draft = { .range = range, .saying = saying, .confidence = 0.5 };

  draft.sentence = self->tokens->tokens[range.first].sentence;
  draft.main_group = dossier_sift_main_group (self, range);
  draft.heading = self->blocks[draft.sentence] == DOSSIER_BLOCK_TITLE ||
                  self->blocks[draft.sentence] == DOSSIER_BLOCK_HEADING;
  g_array_append_val (self->drafts, draft);
  return dossier_sift_draft (self, self->drafts->len - 1);
}
