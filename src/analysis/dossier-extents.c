/* dossier-extents.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-extents.h"

/* No content is followed further than this many tokens in a sentence. */
#define REACH 160

#define MASK(tag) (G_GUINT64_CONSTANT (1) << (tag))
#define IS(tag, mask) ((MASK (tag) & (mask)) != 0)

/* Places where a content may stop: before a token of these. */
#define PLACES (MASK (DOSSIER_TAG_COMMA) | MASK (DOSSIER_TAG_SEMICOLON) | MASK (DOSSIER_TAG_COLON) | \
                MASK (DOSSIER_TAG_DASH) | MASK (DOSSIER_TAG_BRACKET_OPEN) | MASK (DOSSIER_TAG_COORDINATOR) | \
                MASK (DOSSIER_TAG_SUBORDINATOR) | MASK (DOSSIER_TAG_PREPOSITION) | MASK (DOSSIER_TAG_TO) | \
                MASK (DOSSIER_TAG_WH) | MASK (DOSSIER_TAG_THAT) | MASK (DOSSIER_TAG_VERB) | \
                MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | MASK (DOSSIER_TAG_DO) | \
                MASK (DOSSIER_TAG_MODAL) | MASK (DOSSIER_TAG_ADVERB) | MASK (DOSSIER_TAG_ING) | \
                MASK (DOSSIER_TAG_PARTICIPLE) | MASK (DOSSIER_TAG_PRONOUN))

#define FINITE (MASK (DOSSIER_TAG_VERB) | MASK (DOSSIER_TAG_BE) | MASK (DOSSIER_TAG_HAVE) | \
                MASK (DOSSIER_TAG_DO) | MASK (DOSSIER_TAG_MODAL))

#define TIMES (DOSSIER_CLASS_DAY | DOSSIER_CLASS_UNIT | DOSSIER_CLASS_MONTH | DOSSIER_CLASS_SHIFT)

/* What speaks for or against an end at a place; each names its numbers. */
typedef enum
{
  SORT_BIAS,    /* frame, content has its verb */
  SORT_PLACE,   /* function word; kind, comma and verb, tag */
  SORT_FRAME,   /* function word; frame, comma, tag */
  SORT_NEXT,    /* function word; tag, the one after, comma */
  SORT_TIME,    /* function word; tag, whether a time follows */
  SORT_FRONTED, /* tag, comma, fronted */
  SORT_FORM,    /* tag, comma, form */
  SORT_GROUP,   /* tag, comma, group */
  SORT_CUE,     /* cue; tag, comma */
  SORT_LENGTH,  /* kind, length so far, comma */
  SORT_BEFORE,  /* tag, tag before */
  SORT_COMMAS,  /* tag, commas so far, comma */
  SORT_VERBS,   /* tag, comma, tag and whether a finite verb follows soon */
  SORT_FIRST,   /* tag, comma, first tag of the content */
  SORT_AGREE,   /* tag, comma, whether the next verb is in the form of the cue, of the content's verb */
  SORT_CUE_AGREE, /* tag, comma, whether the next verb may be a cue */
  N_SORTS,
} Sort;

static const char * const sort_names[N_SORTS] = {
  "bias", "place", "frame", "next", "time", "fronted", "form", "group", "cue", "length", "before", "commas",
  "verbs", "first", "agree", "cue-agree",
};

struct _DossierExtents
{
  DossierFigures *figures;
};

/* A content followed from its first token to where it may stop. */
typedef struct
{
  const DossierExtent *extent;
  guint32              at;
  guint                n_commas;
  gboolean             has_verb;
  guint8               verb_forms;  /* of the content's first finite verb */
  gboolean             aside;       /* in a relative clause between commas */
  gboolean             aside_verb;  /* what @has_verb was before it */
} Walk;

static guint
kind_of_frame (DossierFrame frame)
{
  switch (frame)
    {
    case DOSSIER_FRAME_AT_TO:
    case DOSSIER_FRAME_AT_ING:
      return 1;
    case DOSSIER_FRAME_AT_OBJECT:
    case DOSSIER_FRAME_AT_PREPOSITION:
      return 2;
    default:
      return 0;
    }
}

static guint
length_class (guint n)
{
  return n <= 1 ? 0 : n <= 2 ? 1 : n <= 4 ? 2 : n <= 7 ? 3 : n <= 12 ? 4 : n <= 20 ? 5 : n <= 32 ? 6 : 7;
}

static gboolean
is_time (const DossierClauses *clauses,
         guint32               token)
{
  guint classes = dossier_clauses_classes (clauses, token);

  if (classes & (DOSSIER_CLASS_DETERMINER | DOSSIER_CLASS_POSSESSIVE))
    return (dossier_clauses_classes (clauses, token + 1) & TIMES) != 0;

  return (classes & TIMES) != 0;
}

/* Whether a finite verb stands within some tokens, before the next comma. */
static gboolean
verb_soon (const DossierExtent *extent,
           guint32              token)
{
  for (guint32 i = token; i < extent->last && i < token + 8; i++)
    {
      DossierTag tag = dossier_clauses_tag (extent->clauses, i);

      if (IS (tag, FINITE))
        return TRUE;
      if (tag == DOSSIER_TAG_COMMA || tag == DOSSIER_TAG_OPEN)
        return FALSE;
    }

  return FALSE;
}

/* The finite forms of a verb: present or past. */
static guint8
finite_forms (const DossierClauses *clauses,
              guint32               token)
{
  guint8 forms = clauses->tagged[token].forms;

  return forms & DOSSIER_FORM_PAST ? DOSSIER_FORM_PAST : forms & (DOSSIER_FORM_THIRD | DOSSIER_FORM_BASE);
}

/* The verb just after a place, past a conjunction and adverbs. */
static guint32
verb_after (const DossierExtent *extent,
            guint32              token)
{
  guint32 last = MIN (extent->last, token + 4);

  while (token < last && IS (dossier_clauses_tag (extent->clauses, token),
                             MASK (DOSSIER_TAG_COORDINATOR) | MASK (DOSSIER_TAG_ADVERB) | MASK (DOSSIER_TAG_PRONOUN)))
    token++;

  return token < last && dossier_clauses_tag (extent->clauses, token) == DOSSIER_TAG_VERB ? token : 0;
}

static guint
agreement_at (const Walk *walk,
              guint32     token)
{
  const DossierExtent *extent = walk->extent;
  guint32 verb = verb_after (extent, token);
  guint8 forms;

  if (verb == 0)
    return 0;
  forms = finite_forms (extent->clauses, verb);

  return 1 + (forms == finite_forms (extent->clauses, extent->head)) + 2 * (walk->verb_forms == 0) +
         4 * (forms == walk->verb_forms);
}

/* 0 no verb, 1 a verb of the cue table, 2 another. */
static guint
next_cue (const DossierExtent *extent,
          guint32              token)
{
  guint32 verb = verb_after (extent, token);
  const guint16 *cues;
  guint n_cues;

  if (verb == 0)
    return 0;
  cues = dossier_cues_starting (extent->cues, extent->clauses->tokens->tokens[verb].word, &n_cues);
  for (guint i = 0; i < n_cues; i++)
    {
      const DossierCue *cue = dossier_cues_get (extent->cues, cues[i]);

      if (cue->part == DOSSIER_CUE_VERB && cue->group != DOSSIER_CUE_GROUP_OTHER)
        return 1 + 2 * (cue->group == DOSSIER_CUE_GROUP_SAY);
    }

  return 2;
}

static void
features_at (const Walk     *walk,
             guint32         token,
             DossierFeature  out[N_SORTS])
{
  const DossierExtent *extent = walk->extent;
  const DossierClauses *clauses = extent->clauses;
  guint8 frame = extent->frame, kind = kind_of_frame (extent->frame);
  guint8 comma = dossier_clauses_tag (clauses, token) == DOSSIER_TAG_COMMA;
  guint32 at = token + comma;
  guint8 tag = dossier_clauses_classes (clauses, at) & DOSSIER_CLASS_DAY ? DOSSIER_N_TAGS : dossier_clauses_tag (clauses, at);
  guint8 next = dossier_clauses_tag (clauses, at + 1);
  guint8 word = at < clauses->tokens->n_tokens
                ? dossier_tagger_function (clauses->tagger, clauses->tokens->tokens[at].word) : 0;
  guint8 verb = walk->has_verb;
  guint8 group = dossier_cues_get (extent->cues, extent->cue_number)->group;

  out[SORT_BIAS] = (DossierFeature){ SORT_BIAS, 0, frame, verb, 0, 0 };
  out[SORT_PLACE] = (DossierFeature){ SORT_PLACE, word, kind, comma + 2 * verb, tag, 0 };
  out[SORT_FRAME] = (DossierFeature){ SORT_FRAME, word, frame, comma, tag, 0 };
  out[SORT_NEXT] = (DossierFeature){ SORT_NEXT, word, tag, next, comma, 0 };
  out[SORT_TIME] = (DossierFeature){ SORT_TIME, word, tag, is_time (clauses, at + 1), kind, 0 };
  out[SORT_FRONTED] = (DossierFeature){ SORT_FRONTED, 0, tag, comma, extent->fronted, 0 };
  out[SORT_FORM] = (DossierFeature){ SORT_FORM, 0, tag, comma, extent->form, 0 };
  out[SORT_GROUP] = (DossierFeature){ SORT_GROUP, 0, tag, comma, group, 0 };
  out[SORT_CUE] = (DossierFeature){ SORT_CUE, 0, tag, comma, 0, extent->cue_number + 1 };
  out[SORT_LENGTH] = (DossierFeature){ SORT_LENGTH, 0, kind, length_class (token - extent->first), comma, 0 };
  out[SORT_BEFORE] = (DossierFeature){ SORT_BEFORE, 0, tag, dossier_clauses_tag (clauses, token - 1), comma, 0 };
  out[SORT_COMMAS] = (DossierFeature){ SORT_COMMAS, 0, tag, MIN (walk->n_commas, 3), comma + 2 * kind, 0 };
  out[SORT_VERBS] = (DossierFeature){ SORT_VERBS, 0, tag, comma + 2 * verb_soon (extent, at), kind, 0 };
  out[SORT_FIRST] = (DossierFeature){ SORT_FIRST, 0, tag, comma, dossier_clauses_tag (clauses, extent->first), 0 };
  out[SORT_AGREE] = (DossierFeature){ SORT_AGREE, 0, tag, comma, agreement_at (walk, at), 0 };
  out[SORT_CUE_AGREE] = (DossierFeature){ SORT_CUE_AGREE, word, tag, comma, next_cue (extent, at), 0 };
}

static gboolean
is_place (const Walk *walk)
{
  const DossierExtent *extent = walk->extent;

  return walk->at > extent->first &&
         (IS (dossier_clauses_tag (extent->clauses, walk->at), PLACES) ||
          dossier_clauses_classes (extent->clauses, walk->at) & DOSSIER_CLASS_DAY) &&
         dossier_clauses_tag (extent->clauses, walk->at - 1) != DOSSIER_TAG_COMMA;
}

/* Keeps what is known of the content: a relative clause between commas has a
 * verb of its own. */
static void
follow (Walk       *walk,
        DossierTag  tag)
{
  if (tag == DOSSIER_TAG_COMMA)
    {
      walk->n_commas++;
      if (walk->aside)
        walk->has_verb = walk->aside_verb;
      walk->aside = !walk->aside && dossier_clauses_tag (walk->extent->clauses, walk->at + 1) == DOSSIER_TAG_WH;
      walk->aside_verb = walk->has_verb;
    }
  else if (IS (tag, FINITE))
    {
      if (!walk->has_verb && !walk->aside && tag == DOSSIER_TAG_VERB)
        walk->verb_forms = finite_forms (walk->extent->clauses, walk->at);
      walk->has_verb = TRUE;
    }
}

/* Goes on to the next place; FALSE at the end, which @at then is. */
static gboolean
next_place (Walk           *walk,
            DossierFeature  features[N_SORTS])
{
  const DossierExtent *extent = walk->extent;

  while (walk->at < extent->last && walk->at - extent->first < REACH)
    {
      const DossierQuotation *quotation = dossier_quotations_get (extent->quotations, walk->at);
      DossierTag tag = dossier_clauses_tag (extent->clauses, walk->at);
      gboolean found;

      /* A quotation inside the content is not cut. */
      if (quotation != NULL && quotation->open == walk->at)
        {
          walk->has_verb |= quotation->full;
          walk->at = quotation->close;
          if (walk->at >= extent->last)
            return FALSE;
          continue;
        }
      found = is_place (walk);
      if (found)
        features_at (walk, walk->at, features);
      follow (walk, tag);
      walk->at++;
      if (found)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_extents_new:
 * @lexicon: its table "content-ends" is read now
 */
DossierExtents *
dossier_extents_new (DossierLexicon      *lexicon,
                     DossierCues         *cues,
                     const DossierTagger *tagger)
{
  DossierExtents *self = g_new0 (DossierExtents, 1);

  self->figures = dossier_figures_new (lexicon, "content-ends", sort_names, N_SORTS, cues, tagger);

  return self;
}

void
dossier_extents_free (DossierExtents *self)
{
  if (self == NULL)
    return;

  dossier_figures_free (self->figures);
  g_free (self);
}

/**
 * dossier_extents_end:
 *
 * Returns: the token after the content; beyond its @last where a quotation
 *   that began inside ends there
 */
guint32
dossier_extents_end (const DossierExtents *self,
                     const DossierExtent  *extent)
{
  Walk walk = { .extent = extent, .at = extent->first };
  DossierFeature features[N_SORTS];

  while (next_place (&walk, features))
    {
      if (dossier_figures_sum (self->figures, features, N_SORTS) > 0)
        return walk.at - 1;
    }

  return walk.at;
}

/**
 * dossier_extents_places:
 * @func: called with each token before which the content may stop, and the
 *   place's features as the table "content-ends" names them
 *
 * For the script that fits the figures.
 */
void
dossier_extents_places (const DossierExtent *extent,
                        DossierPlaceFunc     func,
                        gpointer             user_data)
{
  Walk walk = { .extent = extent, .at = extent->first };
  DossierFeature features[N_SORTS];

  while (next_place (&walk, features))
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < N_SORTS; i++)
        g_ptr_array_add (names, dossier_figures_name (&features[i], sort_names, extent->cues, extent->clauses->tagger));
      func (walk.at - 1, names, user_data);
    }
}
