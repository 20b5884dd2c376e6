/* dossier-claim-speakers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include <string.h>

#include "dossier-sift.h"

/* A name is repeated as "he" or "the company" within a few paragraphs. */
#define MEMORY_SENTENCES 14

/* Tokens from the cue within which a paper is named that was told. */
#define OUTLET_REACH 80

/* Longest chain that is told: who said it to whom, as whom reported. */
#define MAX_CHAIN 4

/** A speaker of the text so far. */
typedef struct
{
  DossierRange range;
  guint32      sentence;
  gboolean     set;
} Remembered;

typedef struct
{
  DossierSift *reading;
  Remembered      person; /* the last named speaker that may be "he" or "she" */
  Remembered      body;   /* the last that may be "it" */
  Remembered      any;
  char           *last_outlet; /* whom the last speaker told */
  guint32         outlet_sentence;
  char           *outlet_speaker;
} Memory;

static inline DossierTag
tag_at (DossierSift *self,
        guint32      token)
{
  return dossier_clauses_tag (self->clauses, token);
}

static char *
text_of (DossierSift  *self,
         DossierRange  range)
{
  DossierBytes bytes = dossier_sift_bytes (self, range);

  return g_strndup (self->utf8 + bytes.start, bytes.end - bytes.start);
}

/* Cuts off what surrounds a name: commas, a possessive sign, brackets. */
static DossierRange
trim (DossierSift  *self,
      DossierRange  range)
{
  while (range.first < range.last && self->tokens->tokens[range.first].kind >= DOSSIER_TOKEN_QUOTE_OPEN)
    range.first++;
  while (range.first < range.last &&
         (self->tokens->tokens[range.last - 1].kind >= DOSSIER_TOKEN_QUOTE_OPEN ||
          (self->tokens->tokens[range.last - 1].flags & DOSSIER_TOKEN_POSSESSIVE)))
    range.last--;
  return range;
}

static guint
count_names (DossierSift  *self,
             DossierRange  range)
{
  guint n = 0;

  for (guint32 i = range.first; i < range.last; i++)
    n += tag_at (self, i) == DOSSIER_TAG_NAME;
  return n;
}

/* The name in a source: of its parts between commas the one that is nothing but
 * a name; else the first. A relative clause is no part of it. */
static DossierRange
name_in (DossierSift  *self,
         DossierRange  source)
{
  DossierRange first = { source.first, source.last };
  guint32 start = source.first;
  gboolean have_first = FALSE;

  for (guint32 i = source.first; i <= source.last; i++)
    {
      gboolean end = i == source.last || tag_at (self, i) == DOSSIER_TAG_WH;
      DossierRange part;

      if (!end && tag_at (self, i) != DOSSIER_TAG_COMMA)
        continue;
      part = trim (self, (DossierRange) { start, i });
      if (!dossier_range_is_empty (part))
        {
          guint n = count_names (self, part);

          if (n == part.last - part.first && n >= 2 && n <= 5)
            return part;
          if (!have_first)
            first = part;
          have_first = TRUE;
        }
      if (end)
        break;
      start = i + 1;
    }
  return trim (self, first);
}

/* The run of names that ends before @token, or begins at it. */
static DossierRange
names_beside (DossierSift *self,
              guint32      token,
              gboolean     before)
{
  const DossierSentence *sentence = &self->tokens->sentences[self->tokens->tokens[MIN (token, self->tokens->n_tokens - 1)].sentence];
  DossierRange run = { token, token };

  if (before)
    while (run.first > sentence->first && tag_at (self, run.first - 1) == DOSSIER_TAG_NAME)
      run.first--;
  else
    while (run.last < sentence->last && (tag_at (self, run.last) == DOSSIER_TAG_NAME || tag_at (self, run.last) == DOSSIER_TAG_HYPHEN))
      run.last++;
  return run;
}

/* "Mira Kos, head of the port, said", of which only the office was taken for the
 * source; "the head of the port, Mira Kos, said": the name beside it. */
static DossierRange
name_for_office (DossierSift  *self,
                 DossierRange  source,
                 DossierRange  name)
{
  DossierRange run;
  guint n = count_names (self, name);

  if (n == name.last - name.first || source.last >= self->tokens->n_tokens)
    return name;
  if (source.first > 1 && tag_at (self, source.first - 1) == DOSSIER_TAG_COMMA &&
      tag_at (self, source.first) != DOSSIER_TAG_DETERMINER)
    {
      run = names_beside (self, source.first - 1, TRUE);
      if (run.last - run.first >= 2 && run.last - run.first <= 5)
        return run;
    }
  if (tag_at (self, source.last) == DOSSIER_TAG_COMMA)
    {
      run = names_beside (self, source.last + 1, FALSE);
      if (run.last - run.first >= 2 && run.last - run.first <= 6 && tag_at (self, run.last) == DOSSIER_TAG_COMMA)
        return run;
    }
  return name;
}

static guint
classes_at (DossierSift *self,
            guint32      token)
{
  return dossier_clauses_classes (self->clauses, token);
}

static gboolean
is_pronoun (DossierSift  *self,
            DossierRange  range)
{
  if (range.last != range.first + 1 || tag_at (self, range.first) != DOSSIER_TAG_PRONOUN)
    return FALSE;
  return (classes_at (self, range.first) & (DOSSIER_CLASS_SUBJECT | DOSSIER_CLASS_PRONOUN | DOSSIER_CLASS_OBJECT)) != 0;
}

static gboolean
is_word (DossierSift  *self,
         DossierRange  range,
         const char   *word)
{
  return dossier_tokens_equal (self->tokens, range.first, word);
}

/* "who", "which", "that": the noun phrase before it. */
static DossierRange
antecedent (DossierSift  *self,
            DossierRange  source)
{
  guint32 first = self->tokens->sentences[self->tokens->tokens[source.first].sentence].first;
  guint32 last = source.first;
  DossierRange phrase;

  while (last > first && (tag_at (self, last - 1) == DOSSIER_TAG_COMMA || tag_at (self, last - 1) == DOSSIER_TAG_PREPOSITION))
    last--;
  if (last == first)
    return source;
  phrase.first = dossier_clauses_phrase_left (self->clauses, first, last - 1);
  phrase.last = last;
  return dossier_range_is_empty (phrase) ? source : phrase;
}

static gboolean
is_relative (DossierSift  *self,
             DossierRange  source)
{
  return source.last == source.first + 1 &&
         (tag_at (self, source.first) == DOSSIER_TAG_WH || is_word (self, source, "that"));
}

static void
remember (Memory       *memory,
          DossierRange  range,
          guint32       sentence)
{
  DossierSift *self = memory->reading;
  Remembered new = { range, sentence, TRUE };
  guint32 mask = dossier_sift_mask (self, range);
  gboolean named = count_names (self, range) > 0;
  DossierTag first = tag_at (self, range.first);

  if (named && first != DOSSIER_TAG_DETERMINER && !(mask & (DOSSIER_CLAIM_WORD_BODY | DOSSIER_CLAIM_WORD_INQUIRY)))
    memory->person = new;
  else if (mask & DOSSIER_CLAIM_WORD_SPOKES)
    memory->person = new;
  if (!(mask & DOSSIER_CLAIM_WORD_SPOKES))
    memory->body = new;
  memory->any = new;
}

static gboolean
is_fresh (const Remembered *remembered,
          guint32           sentence)
{
  return remembered->set && sentence - remembered->sentence <= MEMORY_SENTENCES;
}

/* The subject of the sentence before, when it is named. */
static gboolean
subject_before (DossierSift  *self,
                guint32       sentence,
                DossierRange *out)
{
  for (guint32 back = 1; back <= 3 && back <= sentence; back++)
    {
      const DossierSentence *before = &self->tokens->sentences[sentence - back];
      int main_group = before->first < before->last
                       ? dossier_sift_main_group (self, (DossierRange) { before->first, before->last }) : -1;
      const DossierVerbGroup *group = dossier_sift_group (self, main_group);

      if (group == NULL || group->subject_kind != DOSSIER_SUBJECT_NAME)
        continue;
      *out = name_in (self, group->subject);
      return !dossier_range_is_empty (*out);
    }
  return FALSE;
}

/* Who is meant by a pronoun; @source itself where nobody is. */
static DossierRange
resolve_pronoun (Memory       *memory,
                 DossierRange  source,
                 guint32       sentence)
{
  DossierSift *self = memory->reading;
  gboolean he = is_word (self, source, "he") || is_word (self, source, "she");
  gboolean it = is_word (self, source, "it");
  DossierRange subject;

  if (he && is_fresh (&memory->person, sentence))
    return memory->person.range;
  if (he && subject_before (self, sentence, &subject))
    return subject;
  if (it && is_fresh (&memory->body, sentence))
    return memory->body.range;
  if (is_fresh (&memory->any, sentence))
    return memory->any.range;
  return source;
}

/* Whether a preposition stands before the name at @token within @source. */
static gboolean
hangs_on (DossierSift  *self,
          DossierRange  source,
          guint32       token)
{
  if (token > source.first && tag_at (self, token - 1) == DOSSIER_TAG_DETERMINER)
    token--;
  return token > source.first + 1 && tag_at (self, token - 1) == DOSSIER_TAG_PREPOSITION;
}

/* "Ane Lund of the Guardian" speaks for herself: the paper goes to the chain. */
static DossierRange
without_outlet (DossierSift  *self,
                DossierRange  name)
{
  for (guint32 i = name.first + 1; i < name.last; i++)
    if ((self->masks[i] & DOSSIER_CLAIM_WORD_OUTLET) && tag_at (self, i) == DOSSIER_TAG_NAME && hangs_on (self, name, i))
      {
        guint32 last = i - 1;

        while (last > name.first + 1 && tag_at (self, last) != DOSSIER_TAG_PREPOSITION)
          last--;
        if (last > name.first && tag_at (self, last - 1) == DOSSIER_TAG_PARTICIPLE)
          last--;
        name.last = MAX (last, name.first + 1);
      }
  return name;
}

static gboolean
rule_of_cue (const DossierSaying *saying,
             DossierCueGroup      group)
{
  return saying->cue_row != NULL && saying->cue_row->group == group;
}

static void
set_speaker (Memory       *memory,
             DossierDraft *draft)
{
  DossierSift *self = memory->reading;
  const DossierSaying *saying = draft->saying >= 0 ? dossier_sift_saying (self, draft->saying) : NULL;
  DossierRange name = saying != NULL ? saying->source : (DossierRange) { 0, 0 };

  if (!dossier_range_is_empty (name) && is_relative (self, name))
    name = antecedent (self, name);
  if (dossier_range_is_empty (name))
    {
      if (!draft->quoted || !is_fresh (&memory->any, draft->sentence))
        return;
      name = memory->any.range;
      dossier_sift_why (self, draft, name, "speaker.running");
    }
  else if (is_pronoun (self, name))
    {
      const DossierSaying *outer = saying->parent >= 0 && saying->parent < (int) self->sayings->len
                                   ? dossier_sift_saying (self, saying->parent) : NULL;
      DossierRange meant = resolve_pronoun (memory, name, draft->sentence);

      /* "Kos said he had seen it and denounced it": he is who says so */
      if (outer != NULL && outer->used && !dossier_range_is_empty (outer->source) && !is_pronoun (self, outer->source))
        meant = name_in (self, outer->source);

      dossier_sift_why (self, draft, name, "speaker.pronoun");
      name = meant;
    }
  else
    {
      if (saying->cue_row != NULL && saying->cue_row->part == DOSSIER_CUE_NOUN && saying->cue.first >= name.last)
        {
          /* "gives weight to White House claims": who claims stands right before the noun */
          DossierRange run = names_beside (self, saying->cue.first, TRUE);

          if (!dossier_range_is_empty (run) && run.first >= name.first)
            name = run;
        }
      name = without_outlet (self, name_for_office (self, name, name_in (self, name)));
      if (dossier_range_is_empty (name))
        return;
      remember (memory, name, self->tokens->tokens[name.first].sentence);
      dossier_sift_why (self, draft, name, rule_of_cue (saying, DOSSIER_CUE_GROUP_ACCORDING)
                           ? "speaker.according" : "speaker.subject");
    }
  draft->speaker = text_of (self, name);
  draft->speaker_bytes = dossier_sift_bytes (self, name);
}

static gboolean
same_name (const char *a,
           const char *b)
{
  return a != NULL && b != NULL && (strstr (a, b) != NULL || strstr (b, a) != NULL);
}

static void
add_via (DossierDraft *draft,
         char         *name)
{
  if (draft->via == NULL)
    draft->via = g_ptr_array_new_with_free_func (g_free);
  if (same_name (draft->speaker, name) || draft->via->len >= MAX_CHAIN)
    {
      g_free (name);
      return;
    }
  for (guint i = 0; i < draft->via->len; i++)
    if (same_name (g_ptr_array_index (draft->via, i), name))
      {
        g_free (name);
        return;
      }
  g_ptr_array_add (draft->via, name);
}

/* The sayings around this one: through whom it reached the reader. */
static void
add_ancestors (Memory       *memory,
               DossierDraft *draft)
{
  DossierSift *self = memory->reading;
  int parent = dossier_sift_saying (self, draft->saying)->parent;

  for (guint depth = 0; parent >= 0 && (guint) parent < self->sayings->len && depth < MAX_CHAIN; depth++)
    {
      const DossierSaying *outer = dossier_sift_saying (self, parent);
      DossierRange name = outer->source;

      if (outer->used && !dossier_range_is_empty (name) && !rule_of_cue (outer, DOSSIER_CUE_GROUP_BELIEVE) &&
          !rule_of_cue (outer, DOSSIER_CUE_GROUP_FEATURE))
        {
          name = is_pronoun (self, name) ? resolve_pronoun (memory, name, draft->sentence) : name_in (self, name);
          if (!dossier_range_is_empty (name))
            {
              dossier_sift_why (self, draft, name, "chain.saying");
              add_via (draft, text_of (self, name));
            }
        }
      parent = outer->parent;
    }
}

/* A newspaper named beside the cue: "told Le Monde", "seen by Reuters". */
static DossierRange
outlet_beside (DossierSift         *self,
               const DossierDraft  *draft,
               const DossierSaying *saying)
{
  DossierRange none = { 0, 0 };
  guint32 anchor = dossier_range_is_empty (saying->cue) ? draft->range.first : saying->cue.first;
  const DossierSentence *sentence = &self->tokens->sentences[self->tokens->tokens[anchor].sentence];

  guint32 from = anchor > sentence->first + OUTLET_REACH ? anchor - OUTLET_REACH : sentence->first;

  for (guint32 i = from; i < sentence->last && i < anchor + OUTLET_REACH; i++)
    {
      DossierRange name = { i, i };

      if (!(self->masks[i] & DOSSIER_CLAIM_WORD_OUTLET) || !(self->tokens->tokens[i].flags & DOSSIER_TOKEN_CAPITAL))
        continue;
      while (name.last < sentence->last && (self->masks[name.last] & DOSSIER_CLAIM_WORD_OUTLET))
        name.last++;
      i = name.last - 1;
      /* "Ane Lund of the Guardian", "a report seen by Reuters": inside the source, but not its head */
      if (dossier_range_overlaps (name, draft->range) ||
          (dossier_range_overlaps (name, saying->source) && !hangs_on (self, saying->source, name.first)))
        continue;
      return name;
    }
  return none;
}

/* The next sentences of the same speaker were told to the same paper. */
static void
keep_outlet (Memory       *memory,
             DossierDraft *draft)
{
  if (memory->last_outlet == NULL || draft->sentence - memory->outlet_sentence > 3 ||
      !same_name (memory->outlet_speaker, draft->speaker))
    return;
  add_via (draft, g_strdup (memory->last_outlet));
  memory->outlet_sentence = draft->sentence;
}

static void
add_recipient (Memory       *memory,
               DossierDraft *draft)
{
  DossierSift *self = memory->reading;
  const DossierSaying *saying = dossier_sift_saying (self, draft->saying);
  DossierRange outlet = outlet_beside (self, draft, saying);

  if (!dossier_range_is_empty (outlet))
    {
      dossier_sift_why (self, draft, outlet, "chain.outlet");
      add_via (draft, text_of (self, outlet));
      g_free (memory->last_outlet);
      g_free (memory->outlet_speaker);
      memory->last_outlet = text_of (self, outlet);
      memory->outlet_speaker = g_strdup (draft->speaker);
      memory->outlet_sentence = draft->sentence;
    }
  else
    keep_outlet (memory, draft);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const DossierDraft *left = a, *right = b;

  if (left->range.first != right->range.first)
    return left->range.first < right->range.first ? -1 : 1;
  return left->range.last < right->range.last ? -1 : left->range.last > right->range.last;
}

/**
 * dossier_sift_speakers:
 *
 * Puts the drafts in the order of the text and says of each who speaks and
 * through whom we know.
 */
void
dossier_sift_speakers (DossierSift *self)
{
  Memory memory = { .reading = self };

  g_array_sort (self->drafts, compare_drafts);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      DossierDraft *draft = dossier_sift_draft (self, i);

      if (draft->saying < 0 && !draft->quoted)
        continue;
      set_speaker (&memory, draft);
      if (draft->saying < 0)
        {
          keep_outlet (&memory, draft);
          continue;
        }
      add_ancestors (&memory, draft);
      add_recipient (&memory, draft);
    }
  g_free (memory.last_outlet);
  g_free (memory.outlet_speaker);
}
