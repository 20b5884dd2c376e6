/* dossier-claim-kinds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claims"

#include "config.h"

#include <string.h>

#include "dossier-sift.h"

#define WRONGS (DOSSIER_CLAIM_WORD_WRONG)
#define DOUBTS (DOSSIER_CLAIM_WORD_ALLEGED | DOSSIER_CLAIM_WORD_HEDGE | DOSSIER_CLAIM_WORD_CHARGE)

static inline DossierTag
tag_at (DossierSift *self,
        guint32      token)
{
  return dossier_clauses_tag (self->clauses, token);
}

/* What is known of a draft while its kind is told. */
typedef struct
{
  DossierSift         *reading;
  DossierDraft           *draft;
  const DossierSaying    *saying;  /* NULL: the reporter */
  const DossierVerbGroup *group;
  guint32                 mask;    /* of the passage */
  guint32                 verb;    /* of its main verb and the infinitive behind it */
  guint32                 source;  /* of who says it, all that is told of them */
  guint32                 who;     /* of their name alone */
  gboolean                clause;  /* the passage is a clause, no noun phrase with one behind it */
  gboolean                negated;
  gboolean                accused; /* the speaker stands accused */
  gboolean                accuser;
} Case;

/* The first token of the passage with a bit of @mask, as evidence. */
static void
show (Case       *c,
      guint32     mask,
      const char *rule)
{
  guint32 token = dossier_sift_find (c->reading, c->draft->range, mask);
  guint32 after;

  if (token == G_MAXUINT32)
    return;
  for (after = token + 1; after < c->draft->range.last && (c->reading->masks[after] & mask) &&
                          !(c->reading->masks[after] & DOSSIER_CLAIM_WORD_START); after++)
    ;
  dossier_sift_why (c->reading, c->draft, (DossierRange) { token, after }, rule);
}

static DossierKind
decide (Case        *c,
        DossierKind  kind,
        double       confidence)
{
  c->draft->confidence = MAX (c->draft->confidence, confidence);
  return kind;
}

static DossierRange
verb_range (DossierSift            *self,
            const DossierVerbGroup *group,
            guint32                 last)
{
  DossierRange range = { group->start, group->head + 1 };

  for (guint32 i = group->head + 1; i < last && i < group->head + 4; i++)
    if (tag_at (self, i) == DOSSIER_TAG_BASE && tag_at (self, i - 1) == DOSSIER_TAG_TO)
      range.last = i + 1;
  if (range.last < last && tag_at (self, range.last) == DOSSIER_TAG_ING) /* "begun looking into" */
    range.last++;
  if (range.last < last && tag_at (self, range.last) == DOSSIER_TAG_PARTICLE)
    range.last++;
  return range;
}

static void
add_names (DossierSift  *self,
           GHashTable   *set,
           DossierRange  range,
           int           by)
{
  for (guint32 i = range.first; i < range.last; i++)
    if (self->names[i] != 0 && tag_at (self, i) == DOSSIER_TAG_NAME)
      {
        gpointer name = GUINT_TO_POINTER (self->names[i]);

        g_hash_table_insert (set, name, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (set, name)) + by));
      }
}

static gboolean
has_names (DossierSift  *self,
           GHashTable   *set,
           DossierRange  range)
{
  if (g_hash_table_size (set) == 0)
    return FALSE;
  for (guint32 i = range.first; i < range.last; i++)
    if (self->names[i] != 0 && GPOINTER_TO_INT (g_hash_table_lookup (set, GUINT_TO_POINTER (self->names[i]))) > 0)
      return TRUE;
  return FALSE;
}

/* "the company", "its lawyer": who else but the one that stands accused? */
static gboolean
is_party (DossierSift  *self,
          DossierRange  speaker)
{
  guint32 mask = dossier_sift_mask (self, speaker);

  if (g_hash_table_size (self->accused) == 0 || dossier_range_is_empty (speaker))
    return FALSE;
  for (guint32 i = speaker.first; i < speaker.last; i++)
    if (tag_at (self, i) == DOSSIER_TAG_NAME)
      return FALSE;
  return (mask & (DOSSIER_CLAIM_WORD_SPOKES | DOSSIER_CLAIM_WORD_BODY)) != 0;
}

/* The bits of a passage; a wrong that is fought or prevented counts for none. */
static guint32
mask_of (DossierSift  *self,
         DossierRange  range)
{
  guint32 mask = 0, against = 0, none = 0;

  for (guint32 i = range.first; i < range.last; i++)
    {
      guint32 bits = self->masks[i];

      if (bits & DOSSIER_CLAIM_WORD_NEGATION)
        none = i + 4;
      if ((bits & DOSSIER_CLAIM_WORD_PROOF) && i < none)
        bits |= DOSSIER_CLAIM_WORD_NOTHING;
      if (bits & DOSSIER_CLAIM_WORD_AGAINST)
        against = i + 5;
      if ((bits & WRONGS) && i < against)
        bits &= ~(guint32) WRONGS;
      mask |= bits;
    }
  return mask;
}

static gboolean
is_negated (Case *c)
{
  guint32 token;

  if (c->group != NULL && c->group->negated)
    return TRUE;
  token = dossier_sift_find (c->reading, c->draft->range, DOSSIER_CLAIM_WORD_NEGATION);
  return token != G_MAXUINT32;
}

/* A noun phrase up to its first preposition: "members" of "members of the committee". */
static DossierRange
head_of (DossierSift  *self,
         DossierRange  phrase)
{
  for (guint32 i = phrase.first + 1; i < phrase.last; i++)
    if (tag_at (self, i) == DOSSIER_TAG_PREPOSITION)
      return (DossierRange) { phrase.first, i };
  return phrase;
}

static void
open_case (Case         *c,
           DossierSift  *self,
           DossierDraft *draft)
{
  DossierRange speaker = { 0, 0 };

  memset (c, 0, sizeof *c);
  c->reading = self;
  c->draft = draft;
  c->saying = draft->saying >= 0 ? dossier_sift_saying (self, draft->saying) : NULL;
  c->group = dossier_sift_group (self, draft->main_group);
  c->mask = mask_of (self, draft->range) | mask_of (self, draft->more);
  if (c->group != NULL)
    c->verb = dossier_sift_mask (self, verb_range (self, c->group, draft->range.last));
  if (c->saying != NULL)
    c->source = dossier_sift_mask (self, c->saying->source);
  c->negated = is_negated (c);
  if (draft->speaker != NULL)
    speaker = dossier_sift_range (self, draft->speaker_bytes);
  c->who = dossier_sift_mask (self, head_of (self, speaker));
  if (c->saying == NULL || c->source == 0)
    c->source |= c->who;
  c->clause = c->group != NULL && c->group->subject_kind != DOSSIER_SUBJECT_RELATIVE &&
              (dossier_range_is_empty (c->group->subject) || c->group->subject.first <= draft->range.first + 4 ||
               draft->quoted);
  c->accused = has_names (self, self->accused, speaker) || is_party (self, speaker) ||
               (c->saying != NULL && has_names (self, self->accused, c->saying->source));
  c->accuser = has_names (self, self->accusers, speaker);
}

/* "faces new allegations": the charge is what the sentence is about. */
static gboolean
is_charged (Case *c)
{
  DossierRange object;

  if (c->group == NULL)
    return (c->mask & DOSSIER_CLAIM_WORD_CHARGE) != 0;
  object = (DossierRange) { c->group->head + 1, MIN (c->group->head + 5, c->draft->range.last) };
  return ((dossier_sift_mask (c->reading, c->group->subject) | dossier_sift_mask (c->reading, object)) & DOSSIER_CLAIM_WORD_CHARGE) != 0;
}

/* "led to an agreement", "carried out an audit": the deed is the noun. */
static gboolean
leads_to_act (Case *c)
{
  DossierRange object;

  if (c->group == NULL || !(c->verb & DOSSIER_CLAIM_WORD_LIGHT))
    return FALSE;
  object = (DossierRange) { c->group->head + 1, MIN (c->group->head + 7, c->draft->range.last) };
  return (dossier_sift_mask (c->reading, object) & (DOSSIER_CLAIM_WORD_ACT | DOSSIER_CLAIM_WORD_ACT_NOUN)) != 0;
}

/* What the reporter tells: a wrong, a deed, or a fact. */
static DossierKind
kind_of_report (Case *c)
{
  gboolean wrong = (c->mask & WRONGS) != 0;
  gboolean doubt = (c->mask & DOUBTS) != 0;

  if (c->mask & DOSSIER_CLAIM_WORD_NOTHING)
    {
      show (c, DOSSIER_CLAIM_WORD_NOTHING, "kind.nothing");
      return decide (c, DOSSIER_KIND_FINDING, 0.6);
    }
  if ((c->verb & DOSSIER_CLAIM_WORD_ALLEGED) ||
      ((c->verb & DOSSIER_CLAIM_WORD_HEDGE) && (wrong || (c->mask & DOSSIER_CLAIM_WORD_WEAK))))
    {
      show (c, DOSSIER_CLAIM_WORD_ALLEGED | DOSSIER_CLAIM_WORD_HEDGE, "kind.hedge");
      return decide (c, DOSSIER_KIND_ALLEGATION, 0.7);
    }
  if ((c->verb & DOSSIER_CLAIM_WORD_ACT) && !(c->verb & WRONGS))
    {
      dossier_sift_why (c->reading, c->draft, verb_range (c->reading, c->group, c->draft->range.last), "kind.act");
      return decide (c, DOSSIER_KIND_ACTION, 0.65);
    }
  if ((c->verb & WRONGS) && !c->group->negated)
    {
      show (c, WRONGS, "kind.wrong");
      return decide (c, DOSSIER_KIND_ALLEGATION, 0.65);
    }
  if (leads_to_act (c))
    {
      dossier_sift_why (c->reading, c->draft, verb_range (c->reading, c->group, c->draft->range.last), "kind.act");
      return decide (c, DOSSIER_KIND_ACTION, 0.55);
    }
  if ((c->mask & DOSSIER_CLAIM_WORD_ALLEGED) || (doubt && (wrong || (c->mask & DOSSIER_CLAIM_WORD_WEAK))) || is_charged (c))
    {
      show (c, DOUBTS, (c->mask & DOSSIER_CLAIM_WORD_CHARGE) ? "kind.noun" : "kind.hedge");
      return decide (c, DOSSIER_KIND_ALLEGATION, 0.6);
    }
  if (c->verb & DOSSIER_CLAIM_WORD_PLAN)
    {
      show (c, DOSSIER_CLAIM_WORD_PLAN, "kind.plan");
      return decide (c, DOSSIER_KIND_ACTION, 0.55);
    }
  if (c->group != NULL && dossier_sift_mask (c->reading, c->group->subject) & DOSSIER_CLAIM_WORD_ACT_NOUN)
    {
      dossier_sift_why (c->reading, c->draft, c->group->subject, "kind.act");
      return decide (c, DOSSIER_KIND_ACTION, 0.5);
    }
  if ((wrong || ((c->mask & DOSSIER_CLAIM_WORD_WEAK) && c->group != NULL && has_names (c->reading, c->reading->accused, (DossierRange) { c->draft->range.first, c->group->start }))) &&
      !c->negated)
    {
      show (c, WRONGS | DOSSIER_CLAIM_WORD_WEAK, "kind.wrong");
      return decide (c, DOSSIER_KIND_ALLEGATION, 0.45);
    }
  dossier_sift_why (c->reading, c->draft, c->draft->range, "kind.figure");
  return decide (c, DOSSIER_KIND_FACT, 0.4);
}

static void
show_cue (Case       *c,
          const char *rule)
{
  if (c->saying != NULL && !dossier_range_is_empty (c->saying->cue))
    dossier_sift_why (c->reading, c->draft, c->saying->cue, rule);
}

static gboolean
cue_is_negated (Case *c)
{
  guint g = dossier_sift_group_from (c->reading, c->saying->cue.first);
  const DossierVerbGroup *group = g < c->reading->clauses->groups->len ? dossier_sift_group (c->reading, g) : NULL;

  return group != NULL && group->head < c->saying->cue.last && group->negated;
}

/* "dismissed the allegations", "denounced the report", "called it a sham". */
static gboolean
contests (Case *c)
{
  guint32 cue = c->saying != NULL ? dossier_sift_mask (c->reading, c->saying->cue) : 0;

  if ((cue & DOSSIER_CLAIM_WORD_CONTEST) &&
      (c->mask & (DOSSIER_CLAIM_WORD_CHARGE | DOSSIER_CLAIM_WORD_INQUIRY | DOSSIER_CLAIM_WORD_REJECT)))
    {
      show_cue (c, "kind.cue");
      return TRUE;
    }
  if ((cue & DOSSIER_CLAIM_WORD_JUDGE) && (c->mask & DOSSIER_CLAIM_WORD_REJECT))
    {
      show (c, DOSSIER_CLAIM_WORD_REJECT, "kind.reject");
      return TRUE;
    }
  return FALSE;
}

/* "his lawyer said he denies the charge" */
static gboolean
tells_of_denial (Case *c)
{
  const DossierCue *cue;
  guint32 after;

  if (c->group == NULL || c->group->negated || !(c->mask & DOSSIER_CLAIM_WORD_CHARGE))
    return FALSE;
  cue = dossier_sift_cue_at (c->reading, c->group->head, c->draft->range.last, DOSSIER_CUE_VERB, &after);
  if (cue == NULL || cue->group != DOSSIER_CUE_GROUP_DENY)
    return FALSE;
  dossier_sift_why (c->reading, c->draft, (DossierRange) { c->group->head, after }, "kind.cue");
  return TRUE;
}

static gboolean
is_denial (Case *c)
{
  const DossierCue *cue = c->saying != NULL ? c->saying->cue_row : NULL;

  if (cue != NULL && cue->group == DOSSIER_CUE_GROUP_DENY)
    {
      if (cue_is_negated (c)) /* "did not rule out" */
        return FALSE;
      show_cue (c, "kind.cue");
      return TRUE;
    }
  if (cue != NULL && (cue->group == DOSSIER_CUE_GROUP_ALLEGE || cue->group == DOSSIER_CUE_GROUP_ACCUSE ||
                      cue->group == DOSSIER_CUE_GROUP_ASK))
    return contests (c);
  /* "it does not comment on pending cases" rejects nothing */
  if ((c->verb & DOSSIER_CLAIM_WORD_REFUSE) && c->negated)
    return FALSE;
  if (c->draft->hints & DOSSIER_CLAIM_WORD_REJECT)
    {
      show (c, DOSSIER_CLAIM_WORD_REJECT | DOSSIER_CLAIM_WORD_NEGATION, "kind.reject");
      return TRUE;
    }
  if (contests (c) || tells_of_denial (c))
    return TRUE;
  if (c->accused && (c->negated || (c->mask & (DOSSIER_CLAIM_WORD_REJECT | DOSSIER_CLAIM_WORD_NOTHING))))
    {
      show (c, DOSSIER_CLAIM_WORD_REJECT | DOSSIER_CLAIM_WORD_NOTHING | DOSSIER_CLAIM_WORD_NEGATION, "kind.negation");
      return TRUE;
    }
  if ((c->mask & DOSSIER_CLAIM_WORD_REJECT) &&
      ((c->mask & DOSSIER_CLAIM_WORD_CHARGE) || (c->source & DOSSIER_CLAIM_WORD_SPOKES) || c->draft->quoted))
    {
      show (c, DOSSIER_CLAIM_WORD_REJECT, "kind.reject");
      return TRUE;
    }
  if (c->draft->quoted && c->group != NULL && c->group->negated && !c->accuser &&
      has_names (c->reading, c->reading->accused, c->group->subject))
    {
      show (c, DOSSIER_CLAIM_WORD_NEGATION, "kind.negation");
      return TRUE;
    }
  /* "we have never", said by who speaks for somebody */
  if ((c->source & DOSSIER_CLAIM_WORD_SPOKES) && c->draft->quoted && c->negated && (c->mask & DOSSIER_CLAIM_WORD_PERSONAL))
    {
      show (c, DOSSIER_CLAIM_WORD_NEGATION, "kind.negation");
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_finding (Case *c)
{
  const DossierCue *cue = c->saying != NULL ? c->saying->cue_row : NULL;
  gboolean inquiry = (c->who & DOSSIER_CLAIM_WORD_INQUIRY) &&
                     !(c->source & (DOSSIER_CLAIM_WORD_SUIT | DOSSIER_CLAIM_WORD_SPOKES | DOSSIER_CLAIM_WORD_PEOPLE));

  if (c->mask & DOSSIER_CLAIM_WORD_NOTHING)
    {
      show (c, DOSSIER_CLAIM_WORD_NOTHING, "kind.nothing");
      return TRUE;
    }
  if (inquiry && (cue == NULL || (cue->group != DOSSIER_CUE_GROUP_ALLEGE && cue->group != DOSSIER_CUE_GROUP_ASK)))
    {
      DossierRange who = dossier_sift_range (c->reading, c->draft->speaker_bytes);
      guint32 token = dossier_sift_find (c->reading, who, DOSSIER_CLAIM_WORD_INQUIRY);

      dossier_sift_why (c->reading, c->draft, (DossierRange) { token, token + 1 }, "kind.noun");
      return TRUE;
    }
  if (cue != NULL && cue->kind == DOSSIER_KIND_FINDING)
    {
      show_cue (c, "kind.cue");
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_allegation (Case *c)
{
  const DossierCue *cue = c->saying != NULL ? c->saying->cue_row : NULL;

  if (cue != NULL && (cue->group == DOSSIER_CUE_GROUP_ALLEGE || cue->kind == DOSSIER_KIND_ALLEGATION))
    {
      show_cue (c, "kind.cue");
      return TRUE;
    }
  /* "warned of the danger", "voiced concern": a mood, and no charge */
  if (!c->clause && !c->draft->quoted && cue != NULL && cue->group != DOSSIER_CUE_GROUP_ACCUSE)
    return FALSE;
  if ((c->verb & DOSSIER_CLAIM_WORD_WEAK) && c->saying != NULL && !c->negated &&
      ((dossier_sift_mask (c->reading, c->saying->cue) | c->draft->hints) & (DOSSIER_CLAIM_WORD_WEAK | DOSSIER_CLAIM_WORD_CHARGE)))
    {
      show_cue (c, "kind.cue");
      return TRUE;
    }
  if (c->who & DOSSIER_CLAIM_WORD_SUIT)
    {
      dossier_sift_why (c->reading, c->draft, dossier_sift_range (c->reading, c->draft->speaker_bytes), "kind.noun");
      return TRUE;
    }
  if ((c->mask & WRONGS) && !c->negated && !((c->verb & DOSSIER_CLAIM_WORD_ACT) && !(c->verb & WRONGS)))
    {
      show (c, WRONGS, "kind.wrong");
      return TRUE;
    }
  if (c->draft->hints & DOSSIER_CLAIM_WORD_CHARGE)
    {
      show (c, DOSSIER_CLAIM_WORD_CHARGE, "kind.noun");
      return TRUE;
    }
  if (((c->mask & DOSSIER_CLAIM_WORD_ALLEGED) || ((c->mask & DOSSIER_CLAIM_WORD_WEAK) && (c->mask & DOSSIER_CLAIM_WORD_HEDGE))) && !c->negated)
    {
      show (c, DOSSIER_CLAIM_WORD_ALLEGED | DOSSIER_CLAIM_WORD_HEDGE, "kind.hedge");
      return TRUE;
    }
  return FALSE;
}

/* Who has accused goes on accusing, as long as the accused is spoken of. */
static gboolean
goes_on_accusing (Case *c)
{
  if (c->accuser && has_names (c->reading, c->reading->accused, c->draft->range))
    {
      dossier_sift_why (c->reading, c->draft, dossier_sift_range (c->reading, c->draft->speaker_bytes), "kind.accuser");
      return TRUE;
    }
  if ((c->mask & DOSSIER_CLAIM_WORD_WEAK) && c->group != NULL && !c->negated &&
      has_names (c->reading, c->reading->accused, c->group->subject))
    {
      show (c, DOSSIER_CLAIM_WORD_WEAK, "kind.wrong");
      return TRUE;
    }
  return FALSE;
}

/* "we are investigating", "it will close", "the ministry has banned": a deed that the speaker tells of. */
static gboolean
is_deed (Case *c)
{
  gboolean passed_on = (c->source & (DOSSIER_CLAIM_WORD_OUTLET | DOSSIER_CLAIM_WORD_PEOPLE)) != 0;
  gboolean own;
  guint32 subject;

  if (c->group == NULL || c->group->negated)
    return FALSE;
  if (leads_to_act (c))
    c->verb |= DOSSIER_CLAIM_WORD_ACT;
  if (!(c->verb & (DOSSIER_CLAIM_WORD_ACT | DOSSIER_CLAIM_WORD_PLAN)))
    return FALSE;
  subject = dossier_sift_mask (c->reading, c->group->subject);
  own = c->group->subject_kind == DOSSIER_SUBJECT_PRONOUN ||
        (subject & (c->draft->quoted ? DOSSIER_CLAIM_WORD_PERSONAL : DOSSIER_CLAIM_WORD_BODY | DOSSIER_CLAIM_WORD_PERSONAL)) != 0;
  if (!(c->verb & DOSSIER_CLAIM_WORD_ACT) && !passed_on && !c->group->passive)
    return FALSE;
  if (!passed_on && !c->group->passive && !own)
    return FALSE;
  if (c->group->modal && !(c->verb & DOSSIER_CLAIM_WORD_PLAN) && !passed_on && !c->group->passive)
    return FALSE;
  dossier_sift_why (c->reading, c->draft, verb_range (c->reading, c->group, c->draft->range.last), "kind.act");
  return TRUE;
}

static DossierKind
kind_of_saying (Case *c)
{
  if (is_denial (c))
    return decide (c, DOSSIER_KIND_DENIAL, 0.75);
  if (is_finding (c))
    return decide (c, DOSSIER_KIND_FINDING, 0.7);
  if (is_allegation (c))
    return decide (c, DOSSIER_KIND_ALLEGATION, 0.7);
  if (is_deed (c))
    return decide (c, DOSSIER_KIND_ACTION, 0.6);
  if (goes_on_accusing (c))
    return decide (c, DOSSIER_KIND_ALLEGATION, 0.5);
  show_cue (c, "kind.cue");
  return decide (c, DOSSIER_KIND_STATEMENT, 0.6);
}

/* An accusation in so many words counts for more than a wrong that somebody mentions. */
static gboolean
is_accusation (DossierSift        *self,
               const DossierDraft *draft)
{
  const DossierCue *cue = draft->saying >= 0 ? dossier_sift_saying (self, draft->saying)->cue_row : NULL;

  return cue != NULL && cue->part == DOSSIER_CUE_VERB && (cue->group == DOSSIER_CUE_GROUP_ALLEGE || cue->kind == DOSSIER_KIND_ALLEGATION);
}

/* Who is spoken of in an allegation: the subject of it, or the object of "accused". */
static void
note_accused (DossierSift  *self,
              DossierDraft *draft)
{
  const DossierVerbGroup *group = dossier_sift_group (self, draft->main_group);
  DossierRange subject = draft->range;

  if (group != NULL && group->start > draft->range.first)
    subject = (DossierRange) { draft->range.first, group->start };
  else
    subject.last = MIN (subject.last, subject.first + 4);
  add_names (self, self->accused, subject, is_accusation (self, draft) ? 3 : 1);
  if (draft->speaker != NULL)
    {
      add_names (self, self->accusers, dossier_sift_range (self, draft->speaker_bytes), 1);
      add_names (self, self->accused, dossier_sift_range (self, draft->speaker_bytes), -1);
    }
}

static void
tell (DossierSift  *self,
      DossierDraft *draft)
{
  Case c;

  open_case (&c, self, draft);
  if (draft->why != NULL)
    for (guint i = draft->why->len; i > 0; i--)
      if (g_str_has_prefix (g_array_index (draft->why, DossierWhy, i - 1).rule, "kind."))
        g_array_remove_index (draft->why, i - 1);
  draft->kind = c.saying != NULL || draft->quoted ? kind_of_saying (&c) : kind_of_report (&c);
}

/* "These details were then passed on": told on from the sentence before. */
static gboolean
goes_on (DossierSift        *self,
         const DossierDraft *before,
         const DossierDraft *draft)
{
  guint classes = dossier_clauses_classes (self->clauses, draft->range.first);

  if (draft->sentence > before->sentence + 1 || draft->saying >= 0 || draft->quoted ||
      draft->range.first != self->tokens->sentences[draft->sentence].first ||
      self->tokens->sentences[draft->sentence].range != self->tokens->sentences[before->sentence].range)
    return FALSE;
  return (classes & DOSSIER_CLASS_SUBJECT) || (self->masks[draft->range.first] & DOSSIER_CLAIM_WORD_BACK);
}

/* The later sentences of a quotation that denies go on denying, those of an
 * allegation that begin with "they" or "these" go on alleging. */
static void
carry_on (DossierSift *self)
{
  for (guint i = 1; i < self->drafts->len; i++)
    {
      const DossierDraft *before = dossier_sift_draft (self, i - 1);
      DossierDraft *draft = dossier_sift_draft (self, i);
      const DossierVerbGroup *group;

      if (draft->kind == DOSSIER_KIND_FACT && before->kind == DOSSIER_KIND_ALLEGATION && goes_on (self, before, draft))
        {
          draft->kind = DOSSIER_KIND_ALLEGATION;
          dossier_sift_why (self, draft, (DossierRange) { draft->range.first, draft->range.first + 1 }, "kind.continued");
          if (draft->speaker == NULL && before->speaker != NULL)
            {
              draft->speaker = g_strdup (before->speaker);
              draft->speaker_bytes = before->speaker_bytes;
            }
          continue;
        }
      if (draft->kind != DOSSIER_KIND_STATEMENT || before->kind != DOSSIER_KIND_DENIAL || !draft->quoted)
        continue;
      group = dossier_sift_group (self, draft->main_group);
      if ((draft->saying >= 0 && draft->saying == before->saying) ||
          (draft->saying < 0 && draft->sentence == before->sentence + 1) ||
          (group != NULL && group->negated && draft->sentence <= before->sentence + 1))
        draft->kind = DOSSIER_KIND_DENIAL;
    }
}

/**
 * dossier_sift_kinds:
 *
 * Tells the kind of each draft: first by its own words, then again when it is
 * known who stands accused, for what they say against it are denials.
 */
void
dossier_sift_kinds (DossierSift *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    tell (self, dossier_sift_draft (self, i));
  for (guint i = 0; i < self->drafts->len; i++)
    if (dossier_sift_draft (self, i)->kind == DOSSIER_KIND_ALLEGATION)
      note_accused (self, dossier_sift_draft (self, i));
  for (guint i = 0; i < self->drafts->len; i++)
    tell (self, dossier_sift_draft (self, i));
  carry_on (self);
}
