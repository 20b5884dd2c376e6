/* dossier-claim-sayings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include <string.h>

#include "dossier-sift.h"

/* Sayings that hold one another stand beside one another in the list. */
#define NEIGHBOURS 24

/* What is said in fewer words is no claim, unless somebody denies or declines it. */
#define FEWEST_WORDS 3

static inline DossierTag
tag_at (DossierSift *self,
        guint32      token)
{
  return dossier_clauses_tag (self->clauses, token);
}

static void
grow (DossierRange *hull,
      DossierRange  range)
{
  if (dossier_range_is_empty (range))
    return;
  if (dossier_range_is_empty (*hull))
    *hull = range;
  hull->first = MIN (hull->first, range.first);
  hull->last = MAX (hull->last, range.last);
}

/* "denied allegations of": the noun is the cue that was found, the verb decides. */
static void
prefer_verb (DossierSift   *self,
             DossierSaying *saying)
{
  if (saying->cue_row == NULL || saying->cue_row->part != DOSSIER_CUE_NOUN)
    return;
  for (guint32 i = saying->cue.first; i < saying->cue.last; i++)
    {
      guint32 after;
      const DossierCue *verb = dossier_sift_cue_at (self, i, saying->cue.last, DOSSIER_CUE_VERB, &after);

      if (verb == NULL || (tag_at (self, i) != DOSSIER_TAG_VERB && tag_at (self, i) != DOSSIER_TAG_PARTICIPLE))
        continue;
      if (verb->group != DOSSIER_CUE_GROUP_DENY && verb->group != DOSSIER_CUE_GROUP_ALLEGE && verb->group != DOSSIER_CUE_GROUP_ACCUSE)
        continue;
      saying->cue_row = verb;
      /* the charge is what is denied */
      if (saying->n_content > 0 && after < saying->cue.last)
        {
          saying->content[0].first = MIN (saying->content[0].first, after);
          saying->cue.last = after;
        }
      return;
    }
}

/* "a report published Wednesday said": no day says anything. */
static void
leave_date (DossierSift   *self,
            DossierSaying *saying)
{
  guint32 first, head;

  if (saying->source.last != saying->source.first + 1 || saying->source.first < 2 ||
      !(dossier_clauses_classes (self->clauses, saying->source.first) & (DOSSIER_CLASS_DAY | DOSSIER_CLASS_MONTH)))
    return;
  first = self->tokens->sentences[self->tokens->tokens[saying->source.first].sentence].first;
  head = saying->source.first - 1;
  if (head > first && tag_at (self, head) == DOSSIER_TAG_PARTICIPLE)
    head--;
  saying->source.first = MIN (dossier_clauses_phrase_left (self->clauses, first, head), saying->source.first);
}

/* "Berlin raises hopes in Europe saying …": a participle behind a prepositional
 * phrase has the subject of the clause. */
static void
find_participle_source (DossierSift   *self,
                        DossierSaying *saying)
{
  const DossierVerbGroup *group;

  if (dossier_range_is_empty (saying->source) || dossier_range_is_empty (saying->cue) || saying->source.first == 0 ||
      saying->cue_row == NULL || saying->cue_row->part != DOSSIER_CUE_VERB || saying->source.last > saying->cue.first ||
      tag_at (self, saying->cue.first) != DOSSIER_TAG_ING || tag_at (self, saying->source.first - 1) != DOSSIER_TAG_PREPOSITION)
    return;
  group = dossier_sift_group (self, dossier_sift_main_group (self, (DossierRange) {
    self->tokens->sentences[self->tokens->tokens[saying->cue.first].sentence].first, saying->source.first }));
  if (group != NULL && !dossier_range_is_empty (group->subject))
    saying->source = group->subject;
}

static DossierSaying
read_saying (DossierSift              *self,
             const DossierAttribution *attribution)
{
  DossierSaying saying = { .parent = attribution->parent, .quoted = attribution->quoted,
                           .confidence = attribution->confidence };

  for (guint i = 0; i < attribution->n_source; i++)
    grow (&saying.source, dossier_sift_range (self, attribution->source[i]));
  for (guint i = 0; i < attribution->n_cue; i++)
    grow (&saying.cue, dossier_sift_range (self, attribution->cue[i]));
  for (guint i = 0; i < attribution->n_content; i++)
    {
      saying.content[saying.n_content] = dossier_sift_range (self, attribution->content[i]);
      grow (&saying.hull, saying.content[saying.n_content]);
      saying.n_content += !dossier_range_is_empty (saying.content[saying.n_content]);
    }
  grow (&saying.hull, saying.source);
  grow (&saying.hull, saying.cue);
  if (attribution->verb >= 0 && (guint) attribution->verb < dossier_cues_n_cues (self->cues))
    saying.cue_row = dossier_cues_get (self->cues, attribution->verb);
  prefer_verb (self, &saying);
  leave_date (self, &saying);
  find_participle_source (self, &saying);
  return saying;
}

/* Whether a finite verb stands in the content: a clause, and no mere matter. */
static gboolean
has_clause (DossierSift         *self,
            const DossierSaying *saying)
{
  for (guint i = 0; i < saying->n_content; i++)
    if (dossier_sift_main_group (self, saying->content[i]) >= 0)
      return TRUE;
  return FALSE;
}

static guint
content_words (DossierSift         *self,
               const DossierSaying *saying)
{
  guint n = 0;

  for (guint i = 0; i < saying->n_content; i++)
    n += dossier_sift_n_words (self, saying->content[i]);
  return n;
}

/* "accused him of", "charged with", "blamed for" */
static gboolean
has_preposition (DossierSift  *self,
                 DossierRange  range)
{
  for (guint32 i = range.first; i < range.last && i < range.first + 12; i++)
    if (tag_at (self, i) == DOSSIER_TAG_PREPOSITION || tag_at (self, i) == DOSSIER_TAG_ING)
      return TRUE;
  return FALSE;
}

/* What is no clause is a claim when the verb says what of it: "accused him of",
 * "denied the charge", "called it a sham", "warned against". */
static gboolean
judges (DossierSift         *self,
        const DossierSaying *saying)
{
  const DossierCue *cue = saying->cue_row;
  guint n = content_words (self, saying);

  if (cue == NULL || cue->part != DOSSIER_CUE_VERB)
    return FALSE;
  switch (cue->group)
    {
    case DOSSIER_CUE_GROUP_DENY:
    case DOSSIER_CUE_GROUP_DECLINE:
      return TRUE;
    case DOSSIER_CUE_GROUP_ALLEGE:
      return n >= 3 && has_preposition (self, saying->content[0]);
    case DOSSIER_CUE_GROUP_ACCUSE:
    case DOSSIER_CUE_GROUP_ASK:
    case DOSSIER_CUE_GROUP_TELL:
      return n >= 4;
    case DOSSIER_CUE_GROUP_FIND:
    case DOSSIER_CUE_GROUP_FEATURE:
      return n >= 4 && (dossier_sift_mask (self, saying->source) & DOSSIER_CLAIM_WORD_INQUIRY) != 0;
    case DOSSIER_CUE_GROUP_SAY:
    case DOSSIER_CUE_GROUP_BELIEVE:
    case DOSSIER_CUE_GROUP_INTEND:
    case DOSSIER_CUE_GROUP_BACK:
    case DOSSIER_CUE_GROUP_ACT:
    case DOSSIER_CUE_GROUP_MOVE:
    case DOSSIER_CUE_GROUP_ACCORDING:
    case DOSSIER_CUE_GROUP_HEARSAY:
    default:
      return n >= 4 && (dossier_sift_mask (self, saying->cue) & DOSSIER_CLAIM_WORD_JUDGE) != 0;
    }
}

/* "stops short of saying", "without saying": it is not said. */
static gboolean
says_nothing (DossierSift         *self,
              const DossierSaying *saying)
{
  static const char *const before[] = { "of", "without", "from" };

  if (dossier_range_is_empty (saying->cue) || saying->cue.first == 0 || tag_at (self, saying->cue.first) != DOSSIER_TAG_ING)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (dossier_tokens_equal (self->tokens, saying->cue.first - 1, before[i]))
      return TRUE;
  return FALSE;
}

/* "were not asked": the subject is no speaker. */
static gboolean
is_passive (DossierSift         *self,
            const DossierSaying *saying)
{
  const DossierVerbGroup *group;
  guint g;

  if (dossier_range_is_empty (saying->cue) || saying->source.last > saying->cue.first)
    return FALSE;
  g = dossier_sift_group_from (self, saying->cue.first);
  group = g < self->clauses->groups->len ? dossier_sift_group (self, g) : NULL;
  return group != NULL && group->head < saying->cue.last && group->passive && group->form == DOSSIER_VERB_FINITE;
}

static gboolean
noun_governs (DossierSift         *self,
              const DossierSaying *saying)
{
  DossierTag first = tag_at (self, saying->content[0].first);
  DossierTag last = saying->cue.last > saying->cue.first ? tag_at (self, saying->cue.last - 1) : DOSSIER_TAG_OTHER;

  return first == DOSSIER_TAG_THAT || first == DOSSIER_TAG_TO || first == DOSSIER_TAG_PREPOSITION ||
         last == DOSSIER_TAG_THAT || last == DOSSIER_TAG_PREPOSITION || last == DOSSIER_TAG_TO;
}

/* Wishes, deeds and moods are told by the reporter, and so is what nobody in
 * particular says; what a document holds is its saying only when it is the
 * outcome of an inquiry. */
static gboolean
makes_claims (DossierSift         *self,
              const DossierSaying *saying)
{
  DossierCueGroup group = saying->cue_row != NULL ? saying->cue_row->group : DOSSIER_CUE_GROUP_SAY;
  DossierCuePart part = saying->cue_row != NULL ? saying->cue_row->part : DOSSIER_CUE_MARK;

  if (saying->n_content == 0 && group != DOSSIER_CUE_GROUP_DECLINE)
    return FALSE;
  if (group == DOSSIER_CUE_GROUP_INTEND || group == DOSSIER_CUE_GROUP_ACT || group == DOSSIER_CUE_GROUP_MOVE ||
      group == DOSSIER_CUE_GROUP_HEARSAY || part == DOSSIER_CUE_ADVERB)
    return FALSE;
  if (group == DOSSIER_CUE_GROUP_BACK && !saying->quoted)
    return FALSE;
  if (saying->quoted)
    return TRUE;
  if (dossier_range_is_empty (saying->source) && part != DOSSIER_CUE_NOUN)
    return FALSE;
  /* "people identified as staff": a participle, of whom it is said */
  if (part == DOSSIER_CUE_VERB && saying->cue.last == saying->cue.first + 1 && saying->source.last == saying->cue.first &&
      tag_at (self, saying->cue.first) == DOSSIER_TAG_PARTICIPLE)
    return FALSE;
  /* "plans to demand": not yet asked */
  if (group == DOSSIER_CUE_GROUP_ASK && tag_at (self, saying->cue.first) == DOSSIER_TAG_TO)
    return FALSE;
  /* "the claim that", "warnings of"; what merely follows a noun is no content of it */
  if (part == DOSSIER_CUE_NOUN &&
      (!noun_governs (self, saying) || (dossier_sift_mask (self, saying->cue) & DOSSIER_CLAIM_WORD_ACT)))
    return FALSE;
  if (is_passive (self, saying))
    return FALSE;
  if ((dossier_sift_mask (self, saying->cue) & DOSSIER_CLAIM_WORD_SUFFER) && part != DOSSIER_CUE_PHRASE)
    return FALSE;
  if (says_nothing (self, saying))
    return FALSE;
  /* "faces new allegations in …": no content, a place */
  if (part == DOSSIER_CUE_NOUN && saying->content[0].first >= saying->cue.last && saying->content[0].first > 0 &&
      tag_at (self, saying->content[0].first - 1) == DOSSIER_TAG_PREPOSITION && !has_clause (self, saying))
    return FALSE;
  /* "agreed to", "grilled him": the deed, not what was said */
  if ((dossier_sift_mask (self, saying->cue) & DOSSIER_CLAIM_WORD_ACT) && part == DOSSIER_CUE_VERB &&
      group != DOSSIER_CUE_GROUP_DENY && group != DOSSIER_CUE_GROUP_ALLEGE &&
      tag_at (self, saying->content[0].first) != DOSSIER_TAG_THAT)
    return FALSE;
  /* a court dismisses a case by deciding */
  if (group == DOSSIER_CUE_GROUP_DENY && (dossier_sift_mask (self, saying->cue) & DOSSIER_CLAIM_WORD_ACT) &&
      (dossier_sift_mask (self, saying->source) & DOSSIER_CLAIM_WORD_INQUIRY))
    return FALSE;
  if (has_clause (self, saying))
    return content_words (self, saying) >= (part == DOSSIER_CUE_NOUN || part == DOSSIER_CUE_ADJECTIVE ? 5 : 3);
  return judges (self, saying);
}

/* Whether a source is a pronoun alone: he that says it is he that says the rest. */
static gboolean
is_pronoun (DossierSift  *self,
            DossierRange  source)
{
  return source.last == source.first + 1 && tag_at (self, source.first) == DOSSIER_TAG_PRONOUN;
}

static guint
content_length (const DossierSaying *saying)
{
  guint n = 0;

  for (guint i = 0; i < saying->n_content; i++)
    n += saying->content[i].last - saying->content[i].first;
  return n;
}

static gboolean
follows_coordinator (DossierSift         *self,
                     const DossierSaying *saying)
{
  guint32 token = saying->cue.first;

  while (token > 0 && tag_at (self, token - 1) == DOSSIER_TAG_ADVERB)
    token--;
  return token > 0 && tag_at (self, token - 1) == DOSSIER_TAG_COORDINATOR;
}

/* The saying within another's content: told by the other when it is within
 * quotation marks, when a pronoun says it, or when it is a small part; else both
 * are heard, the outer one as the way by which we know. */
static gboolean
is_told_by_parent (DossierSift         *self,
                   const DossierSaying *saying,
                   const DossierSaying *parent)
{
  DossierCueGroup group = saying->cue_row != NULL ? saying->cue_row->group : DOSSIER_CUE_GROUP_SAY;
  guint inner = content_length (saying), outer = content_length (parent);
  gboolean within;

  if (!parent->used)
    return FALSE;
  /* what somebody asked or thought is what the other tells of */
  if (group == DOSSIER_CUE_GROUP_BELIEVE || group == DOSSIER_CUE_GROUP_HEARSAY || group == DOSSIER_CUE_GROUP_ASK)
    return TRUE;
  /* outside the quotation marks it is the reporter who names the second speaker */
  within = parent->quoted && !dossier_range_is_empty (saying->cue) && self->tokens->tokens[saying->cue.first].quote > 0;
  if (parent->quoted && !within)
    return dossier_range_is_empty (saying->source);
  /* "said he had seen it and denounced it": the second verb judges for itself */
  if (!parent->quoted && inner >= 4 && follows_coordinator (self, saying) && (group == DOSSIER_CUE_GROUP_ACCUSE || group == DOSSIER_CUE_GROUP_DENY ||
                                        group == DOSSIER_CUE_GROUP_ALLEGE))
    return FALSE;
  if (parent->quoted || is_pronoun (self, saying->source) || dossier_range_is_empty (saying->source))
    return TRUE;
  return inner * 4 < outer;
}

static guint32
hint_of (const DossierSaying *saying)
{
  if (saying->cue_row == NULL)
    return 0;
  if (saying->cue_row->group == DOSSIER_CUE_GROUP_DENY)
    return DOSSIER_CLAIM_WORD_REJECT;
  if (saying->cue_row->group == DOSSIER_CUE_GROUP_ALLEGE)
    return DOSSIER_CLAIM_WORD_CHARGE;
  return 0;
}

/* Widens a passage over the quotation marks that stand at its ends. */
static DossierRange
take_marks (DossierSift  *self,
            DossierRange  range)
{
  const DossierSentence *sentence = &self->tokens->sentences[self->tokens->tokens[range.first].sentence];

  if (range.first > sentence->first && tag_at (self, range.first - 1) == DOSSIER_TAG_OPEN)
    range.first--;
  if (range.last < sentence->last && tag_at (self, range.last) == DOSSIER_TAG_CLOSE)
    range.last++;
  else if (range.last + 1 < sentence->last && tag_at (self, range.last + 1) == DOSSIER_TAG_CLOSE &&
           (tag_at (self, range.last) == DOSSIER_TAG_COMMA || tag_at (self, range.last) == DOSSIER_TAG_STOP))
    range.last += 2;
  return range;
}

/* Leaves out what only joins a passage to the rest of its sentence. */
static DossierRange
trim (DossierSift  *self,
      DossierRange  range,
      gboolean      quoted)
{
  while (range.first < range.last)
    {
      DossierTag tag = tag_at (self, range.first);

      /* "voiced concern that": what is said stands behind "that" */
      if (range.first + 3 < range.last && tag_at (self, range.first + 1) == DOSSIER_TAG_THAT &&
          (self->masks[range.first] & (DOSSIER_CLAIM_WORD_WEAK | DOSSIER_CLAIM_WORD_CHARGE)))
        {
          range.first += 2;
          continue;
        }
      if (tag != DOSSIER_TAG_THAT && tag != DOSSIER_TAG_COMMA && tag != DOSSIER_TAG_COLON && tag != DOSSIER_TAG_DASH &&
          tag != DOSSIER_TAG_STOP && tag != DOSSIER_TAG_SEMICOLON && tag != DOSSIER_TAG_CLOSE)
        break;
      range.first++;
    }
  while (range.first < range.last)
    {
      DossierTag tag = tag_at (self, range.last - 1);

      if (tag != DOSSIER_TAG_COMMA && tag != DOSSIER_TAG_COLON && tag != DOSSIER_TAG_DASH &&
          tag != DOSSIER_TAG_SEMICOLON && tag != DOSSIER_TAG_COORDINATOR && tag != DOSSIER_TAG_OPEN &&
          (quoted || tag != DOSSIER_TAG_STOP))
        break;
      range.last--;
    }
  return range;
}

/* Takes @other off the end of @range at which it stands. */
static DossierRange
take_off (DossierRange range,
          DossierRange other)
{
  if (dossier_range_is_empty (other) || !dossier_range_overlaps (range, other))
    return range;
  if (other.last + 2 >= range.last && other.first > range.first)
    range.last = MIN (range.last, other.first);
  else if (other.first <= range.first + 2)
    range.first = MAX (range.first, MIN (other.last, range.last));
  return range;
}

/* What is left of a passage when the sayings at its ends are taken away: all of
 * those within it, and of those around it who says so ("…, according to Reuters"). */
static DossierRange
without_inner (DossierSift  *self,
               DossierRange  range,
               int           index)
{
  guint from = index > NEIGHBOURS ? index - NEIGHBOURS : 0;

  for (guint i = from; i < self->sayings->len && i < (guint) index + NEIGHBOURS; i++)
    {
      const DossierSaying *inner = dossier_sift_saying (self, i);

      if ((int) i == index || !inner->used || !dossier_range_overlaps (inner->hull, range))
        continue;
      if (inner->parent == index)
        {
          range = take_off (range, inner->hull);
          continue;
        }
      if (!dossier_range_contains (range, inner->cue) || inner->cue_row == NULL ||
          inner->cue_row->group != DOSSIER_CUE_GROUP_ACCORDING)
        continue;
      range = take_off (range, inner->source);
      range = take_off (range, inner->cue);
    }
  return range;
}

typedef struct
{
  DossierRange ranges[64];
  guint        n;
} Pieces;

static void
add_piece (DossierSift  *self,
           Pieces       *pieces,
           DossierRange  range,
           gboolean      quoted,
           guint         fewest)
{
  if (pieces->n == G_N_ELEMENTS (pieces->ranges) || dossier_range_is_empty (range))
    return;
  range = trim (self, range, quoted);
  if (dossier_sift_n_words (self, range) < fewest)
    return;
  pieces->ranges[pieces->n++] = take_marks (self, range);
}

/* The content of a saying, a piece a sentence. */
static void
cut_content (DossierSift         *self,
             const DossierSaying *saying,
             int                  index,
             Pieces              *pieces)
{
  DossierCueGroup group = saying->cue_row != NULL ? saying->cue_row->group : DOSSIER_CUE_GROUP_SAY;
  guint fewest = group == DOSSIER_CUE_GROUP_DENY || group == DOSSIER_CUE_GROUP_DECLINE ? 1 : saying->quoted ? 2 : FEWEST_WORDS;

  for (guint p = 0; p < saying->n_content; p++)
    {
      DossierRange part = saying->content[p];

      while (part.first < part.last)
        {
          const DossierSentence *sentence = &self->tokens->sentences[self->tokens->tokens[part.first].sentence];
          DossierRange piece = { part.first, MIN (part.last, sentence->last) };

          add_piece (self, pieces, without_inner (self, piece, index), saying->quoted, fewest);
          part.first = MAX (piece.last, part.first + 1);
        }
    }
}

static guint32
hints_within (DossierSift  *self,
              DossierRange  range,
              int           index)
{
  guint32 hints = 0;
  guint from = index > NEIGHBOURS ? index - NEIGHBOURS : 0;

  for (guint i = from; i < self->sayings->len && i < (guint) index + NEIGHBOURS; i++)
    {
      const DossierSaying *inner = dossier_sift_saying (self, i);

      if (inner->parent == index && !inner->used && dossier_range_overlaps (inner->cue, range))
        hints |= hint_of (inner);
    }
  return hints;
}

/* "Y, a contractor alleged, according to a report": the report passes on what somebody else says. */
static gboolean
passes_on (DossierSift *self,
           int          index)
{
  DossierSaying *saying = dossier_sift_saying (self, index);
  DossierRange content = saying->content[0];

  if (saying->cue_row == NULL || saying->cue_row->group != DOSSIER_CUE_GROUP_ACCORDING || saying->n_content != 1 ||
      saying->quoted)
    return FALSE;
  for (guint i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i < self->sayings->len && i < (guint) index + NEIGHBOURS; i++)
    if ((int) i != index && dossier_sift_saying (self, i)->used && dossier_range_overlaps (dossier_sift_saying (self, i)->cue, content))
      return FALSE;
  content = trim (self, content, FALSE);
  if (dossier_range_is_empty (content) || !dossier_sift_tail_saying (self, content))
    return FALSE;
  dossier_sift_saying (self, self->sayings->len - 1)->parent = index;
  return TRUE;
}

/**
 * dossier_sift_draft_saying:
 * @index: a saying
 *
 * Makes drafts of what a saying holds, one a sentence.
 */
void
dossier_sift_draft_saying (DossierSift *self,
                           int          index)
{
  const DossierSaying *saying = dossier_sift_saying (self, index);
  Pieces pieces = { .n = 0 };

  if (passes_on (self, index))
    return;

  if (saying->cue_row != NULL && saying->cue_row->group == DOSSIER_CUE_GROUP_DECLINE)
    {
      /* "declined to comment": the refusal itself is what there is to mark */
      DossierRange refusal = saying->cue;

      for (guint p = 0; p < saying->n_content; p++)
        grow (&refusal, saying->content[p]);
      add_piece (self, &pieces, refusal, FALSE, 1);
    }
  else
    cut_content (self, saying, index, &pieces);

  for (guint p = 0; p < pieces.n; p++)
    {
      DossierRange range = pieces.ranges[p], more = { 0, 0 };
      DossierDraft *draft;

      /* "X," she said, "y": one claim in two parts */
      if (p + 1 < pieces.n &&
          self->tokens->tokens[range.first].sentence == self->tokens->tokens[pieces.ranges[p + 1].first].sentence)
        {
          more = pieces.ranges[++p];
          if (more.last - more.first > range.last - range.first)
            {
              DossierRange longer = more;

              more = range;
              range = longer;
            }
        }
      if (self->blocks[self->tokens->tokens[range.first].sentence] == DOSSIER_BLOCK_BOILERPLATE)
        continue;
      draft = dossier_sift_add (self, range, index);
      draft->more = more;
      draft->quoted = saying->quoted || self->tokens->tokens[range.first].quote > 0;
      draft->hints = hints_within (self, range, index);
      if (range.first > 1 && tag_at (self, range.first - 1) == DOSSIER_TAG_THAT &&
          (self->masks[range.first - 2] & (DOSSIER_CLAIM_WORD_WEAK | DOSSIER_CLAIM_WORD_CHARGE)))
        draft->hints |= DOSSIER_CLAIM_WORD_WEAK;
      draft->cue_bytes = dossier_sift_bytes (self, saying->cue);
    }
}

/* "A was banned, although B sells it, according to X": X tells of the clause beside it. */
static void
cut_according (DossierSift   *self,
               DossierSaying *saying,
               DossierRange  *content)
{
  for (guint32 i = content->first + 1; i + 3 < content->last; i++)
    {
      DossierRange before = { content->first, i }, after = { i + 1, content->last };

      if (!(self->masks[i] & DOSSIER_CLAIM_WORD_CONTRAST) || tag_at (self, i - 1) != DOSSIER_TAG_COMMA ||
          self->tokens->tokens[i].quote > 0)
        continue;
      if (dossier_sift_main_group (self, before) < 0 || dossier_sift_main_group (self, after) < 0)
        continue;
      if (saying->cue.first >= content->last)
        content->first = i + 1;
      else if (saying->cue.last <= content->first)
        content->last = i;
      return;
    }
}

/* "denied the charge but the ministry opened an inquiry": an object ends before a
 * clause that contrasts with it. */
static void
cut_object (DossierSift   *self,
            DossierSaying *saying)
{
  DossierRange *content = saying->n_content > 0 ? &saying->content[saying->n_content - 1] : NULL;

  if (content == NULL || saying->quoted || dossier_range_is_empty (*content))
    return;
  if (saying->cue_row != NULL && saying->cue_row->group == DOSSIER_CUE_GROUP_ACCORDING)
    {
      cut_according (self, saying, content);
      return;
    }
  for (guint32 i = content->first + 1; i + 3 < content->last; i++)
    {
      DossierRange before = { content->first, i };

      if (!(self->masks[i] & DOSSIER_CLAIM_WORD_CONTRAST) || tag_at (self, i) != DOSSIER_TAG_COORDINATOR)
        continue;
      if (dossier_sift_main_group (self, before) >= 0 || dossier_sift_main_group (self, (DossierRange) { i + 1, content->last }) < 0)
        return;
      content->last = i;
      saying->hull.last = MIN (saying->hull.last, MAX (i, MAX (saying->cue.last, saying->source.last)));
      return;
    }
}

/* Of two sayings within one another the outer one is the one that tells of the other's cue. */
static void
put_parents_right (DossierSift *self)
{
  for (guint i = 0; i < self->sayings->len; i++)
    {
      DossierSaying *saying = dossier_sift_saying (self, i);
      DossierSaying *parent = saying->parent >= 0 && saying->parent < (int) self->sayings->len
                              ? dossier_sift_saying (self, saying->parent) : NULL;

      if (parent == NULL)
        continue;
      for (guint p = 0; p < saying->n_content; p++)
        if (!dossier_range_is_empty (parent->cue) && dossier_range_contains (saying->content[p], parent->cue) &&
            saying->content[p].first < parent->cue.first)
          {
            parent->parent = i;
            saying->parent = -1;
            break;
          }
    }
}

/* By token: whether a saying that makes claims has it. */
static guint8 *
told_tokens (DossierSift *self)
{
  guint8 *told = g_malloc0 (self->tokens->n_tokens + 1);

  for (guint i = 0; i < self->sayings->len; i++)
    {
      const DossierSaying *saying = dossier_sift_saying (self, i);

      if (!saying->used)
        continue;
      memset (told + saying->source.first, 1, saying->source.last - saying->source.first);
      memset (told + saying->cue.first, 1, saying->cue.last - saying->cue.first);
      for (guint p = 0; p < saying->n_content; p++)
        memset (told + saying->content[p].first, 1, saying->content[p].last - saying->content[p].first);
    }
  return told;
}

/* "accused him of spying, sometimes by …": what hangs on to the end of a
 * sentence without a subject of its own belongs to what is said. */
static void
draw_out (DossierSift   *self,
          DossierSaying *saying,
          const guint8  *told)
{
  DossierRange *last = saying->n_content > 0 ? &saying->content[saying->n_content - 1] : NULL;
  const GArray *groups = self->clauses->groups;
  guint32 sentence, end;

  if (last == NULL || saying->quoted || dossier_range_is_empty (*last) || last->last < saying->cue.last)
    return;
  sentence = self->tokens->tokens[last->last - 1].sentence;
  end = self->tokens->sentences[sentence].last;
  while (end > last->last && tag_at (self, end - 1) == DOSSIER_TAG_STOP)
    end--;
  if (end <= last->last || end - last->last > 40)
    return;
  for (guint32 i = last->last; i < end; i++)
    if (told[i] || tag_at (self, i) == DOSSIER_TAG_SEMICOLON || (self->masks[i] & DOSSIER_CLAIM_WORD_CONTRAST) || (tag_at (self, i) == DOSSIER_TAG_OPEN && i <= last->last + 1))
      return;
  for (guint g = dossier_sift_group_from (self, last->last); g < groups->len && g_array_index (groups, DossierVerbGroup, g).head < end; g++)
    {
      const DossierVerbGroup *group = &g_array_index (groups, DossierVerbGroup, g);

      if (group->start >= last->last && group->form == DOSSIER_VERB_FINITE &&
          tag_at (self, group->start - 1) != DOSSIER_TAG_COORDINATOR && group->subject_kind != DOSSIER_SUBJECT_PRONOUN && group->subject_kind != DOSSIER_SUBJECT_RELATIVE)
        return;
    }
  last->last = end;
  grow (&saying->hull, *last);
}

/**
 * dossier_sift_sayings:
 *
 * Makes drafts of what the attributions hold.
 */
void
dossier_sift_sayings (DossierSift *self)
{
  const GArray *attributions = self->context->attributions;
  g_autofree guint8 *told = NULL;

  for (guint i = 0; i < attributions->len; i++)
    {
      DossierSaying saying = read_saying (self, &g_array_index (attributions, DossierAttribution, i));

      saying.used = makes_claims (self, &saying);
      g_array_append_val (self->sayings, saying);
    }
  for (guint i = 0; i < self->sayings->len; i++)
    cut_object (self, dossier_sift_saying (self, i));
  put_parents_right (self);
  told = told_tokens (self);
  for (guint i = 0; i < self->sayings->len; i++)
    if (dossier_sift_saying (self, i)->used)
      draw_out (self, dossier_sift_saying (self, i), told);
  for (guint i = 0; i < self->sayings->len; i++)
    {
      DossierSaying *saying = dossier_sift_saying (self, i);

      if (saying->used && saying->parent >= 0 &&
          is_told_by_parent (self, saying, dossier_sift_saying (self, saying->parent)))
        saying->used = FALSE;
    }
  for (guint i = 0; i < self->sayings->len; i++)
    if (dossier_sift_saying (self, i)->used)
      dossier_sift_draft_saying (self, i);
}
