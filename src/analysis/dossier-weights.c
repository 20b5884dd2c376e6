/* dossier-weights.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "dossier-weights.h"

/* What speaks for or against a candidate; each names its numbers. */
typedef enum
{
  SORT_CUE,           /* cue */
  SORT_CUE_FRAME,     /* cue, frame, preposition */
  SORT_CUE_FORM,      /* cue, form, passive */
  SORT_CUE_SUBJECT,   /* cue, subject kind */
  SORT_CUE_CONTENT,   /* cue, first tag of the content */
  SORT_CUE_QUOTATION, /* cue, in quotation */
  SORT_GROUP_FRAME,   /* group, frame, preposition */
  SORT_GROUP_FORM,    /* group, form, passive */
  SORT_GROUP_SUBJECT, /* group, subject kind, pronoun */
  SORT_GROUP_CONTENT, /* group, first tag and word of the content */
  SORT_FRAME_FORM,    /* frame, form, passive */
  SORT_FRAME_SUBJECT, /* frame, subject kind, pronoun */
  SORT_QUOTATION,     /* frame, in quotation, quoted */
  SORT_NEGATED,       /* group, negated, modal */
  SORT_LENGTH,        /* group, frame, length of the content */
  SORT_AFTER,         /* frame, tag after the content */
  SORT_FRONTED,       /* group, form, in a clause that opens its sentence */
  SORT_BEFORE,        /* frame, tag before the cue, function word */
  SORT_TENSE,         /* group, forms of the cue, its first tag */
  SORT_SUBJECT_NOUN,  /* group, group of the subject's noun, frame */
  SORT_CONTENT_NOUN,  /* group, group of the content's noun, frame */
  SORT_CUE_NOUN,      /* cue, group of the content's noun */
  SORT_OUTER,         /* group, group of the outer cue, frame */
  SORT_CUE_OUTER,     /* cue, whether there is an outer cue */
  SORT_GOVERNOR,      /* governing cue, group */
  SORT_NEXT_VERB,     /* cue, frame, whether the content begins with an infinitive that is a cue */
  SORT_INSIDE,        /* whether there is an outer cue, in quotation, quoted: these seven hold where data are few */
  SORT_BIAS,          /* part of speech, frame */
  SORT_FORM,          /* form, passive, subject kind */
  SORT_SUBJECT,       /* subject kind, its noun's group, pronoun */
  SORT_CONTENT,       /* frame, first tag and word of the content */
  SORT_MOOD,          /* negated, modal, forms of the cue */
  SORT_SIZE,          /* length of the content, frame, tag after it */
  N_SORTS,
} Sort;

static const char * const sort_names[N_SORTS] = {
  "cue", "cue-frame", "cue-form", "cue-subject", "cue-content", "cue-quotation", "group-frame", "group-form",
  "group-subject", "group-content", "frame-form", "frame-subject", "quotation", "negated", "length", "after",
  "fronted", "before", "tense", "subject-noun", "content-noun", "cue-noun", "outer", "cue-outer",
  "governor", "next-verb", "inside", "bias", "form", "subject", "content", "mood", "size",
};

/* Contents are looked into no further than this many tokens. */
#define OUTER_REACH 200
#define NOUN_REACH 12

struct _DossierWeights
{
  DossierFigures *figures;
};

static guint
length_class (const DossierCandidate *candidate)
{
  guint n = 0;

  for (guint i = 0; i < candidate->n_content; i++)
    n += candidate->content[i].last - candidate->content[i].first;

  return n <= 1 ? 0 : n <= 2 ? 1 : n <= 4 ? 2 : n <= 8 ? 3 : n <= 16 ? 4 : n <= 32 ? 5 : 6;
}

static guint8
function_at (const DossierReading *reading,
             guint32               token)
{
  return token < reading->tokens->n_tokens
         ? dossier_tagger_function (reading->clauses->tagger, reading->tokens->tokens[token].word) : 0;
}

/* The group, plus one, of the cue that the chief noun of a phrase is: "the
 * report", "a new poll"; 0 for other nouns, 40 for names. */
static guint8
noun_group (const DossierReading *reading,
            DossierRange          range)
{
  guint8 group = 0;

  for (guint32 i = range.first; i < MIN (range.last, range.first + NOUN_REACH); i++)
    {
      DossierTag tag = dossier_reading_tag (reading, i);
      guint32 after;
      int cue;

      if (tag == DOSSIER_TAG_NAME)
        group = 40;
      else if (tag == DOSSIER_TAG_NOUN)
        {
          cue = dossier_reading_cue (reading, i, DOSSIER_CUE_NOUN, range.last + 1, &after);
          group = cue >= 0 ? dossier_cues_get (reading->cues, cue)->group + 1 : 0;
        }
      else if (group != 0 || i > range.first + 6 || tag == DOSSIER_TAG_PREPOSITION || tag == DOSSIER_TAG_COMMA ||
               tag == DOSSIER_TAG_THAT || tag == DOSSIER_TAG_VERB)
        break;
    }

  return group;
}

/* The group, plus one, of the cue with which an infinitive content begins. */
static guint8
infinitive_group (const DossierReading   *reading,
                  const DossierCandidate *candidate)
{
  guint32 verb = candidate->content[0].first + 1, after;
  int cue;

  if (candidate->frame != DOSSIER_FRAME_AT_TO || verb >= candidate->content[0].last)
    return 0;
  if (dossier_reading_tag (reading, verb) == DOSSIER_TAG_ADVERB)
    verb++;
  cue = dossier_reading_cue (reading, verb, DOSSIER_CUE_VERB, reading->tokens->n_tokens, &after);

  return cue < 0 ? 0 : dossier_cues_get (reading->cues, cue)->group + 1;
}

/* The features of a candidate. */
static void
features_of (const DossierReading   *reading,
             const DossierCandidate *candidate,
             DossierFeature          out[N_SORTS])
{
  const DossierCue *entry = dossier_cues_get (reading->cues, candidate->cue_number);
  guint16 cue = candidate->cue_number + 1;
  guint8 group = entry->group + (entry->part == DOSSIER_CUE_NOUN ? 32 : entry->part == DOSSIER_CUE_ADJECTIVE ? 64 : 0);
  guint8 frame = candidate->frame;
  guint8 form = candidate->form, passive = candidate->passive, subject = candidate->subject_kind;
  guint8 pronoun = candidate->source.last == candidate->source.first + 1
                   ? function_at (reading, candidate->source.first) : 0;
  guint8 content = dossier_reading_tag (reading, candidate->content[0].first);
  guint8 word = function_at (reading, candidate->content[0].first);
  guint8 preposition = candidate->preposition;
  guint32 after = candidate->content[candidate->n_content - 1].last;
  guint8 next = dossier_reading_tag (reading, after);
  guint32 start = candidate->cue.first;
  guint8 subject_noun = noun_group (reading, candidate->source);
  guint8 content_noun = noun_group (reading, candidate->content[0]);
  guint8 before = start > 0 ? dossier_reading_tag (reading, start - 1) : 0;

  out[SORT_CUE] = (DossierFeature){ SORT_CUE, 0, 0, 0, 0, cue };
  out[SORT_CUE_FRAME] = (DossierFeature){ SORT_CUE_FRAME, preposition, frame, 0, 0, cue };
  out[SORT_CUE_FORM] = (DossierFeature){ SORT_CUE_FORM, 0, form, passive, 0, cue };
  out[SORT_CUE_SUBJECT] = (DossierFeature){ SORT_CUE_SUBJECT, 0, subject, 0, 0, cue };
  out[SORT_CUE_CONTENT] = (DossierFeature){ SORT_CUE_CONTENT, 0, content, 0, 0, cue };
  out[SORT_CUE_QUOTATION] = (DossierFeature){ SORT_CUE_QUOTATION, 0, candidate->in_quotation, 0, 0, cue };
  out[SORT_GROUP_FRAME] = (DossierFeature){ SORT_GROUP_FRAME, preposition, group, frame, 0, 0 };
  out[SORT_GROUP_FORM] = (DossierFeature){ SORT_GROUP_FORM, 0, group, form, passive, 0 };
  out[SORT_GROUP_SUBJECT] = (DossierFeature){ SORT_GROUP_SUBJECT, pronoun, group, subject, 0, 0 };
  out[SORT_GROUP_CONTENT] = (DossierFeature){ SORT_GROUP_CONTENT, word, group, content, 0, 0 };
  out[SORT_FRAME_FORM] = (DossierFeature){ SORT_FRAME_FORM, 0, frame, form, passive, 0 };
  out[SORT_FRAME_SUBJECT] = (DossierFeature){ SORT_FRAME_SUBJECT, pronoun, frame, subject, 0, 0 };
  out[SORT_QUOTATION] = (DossierFeature){ SORT_QUOTATION, 0, frame, candidate->in_quotation, candidate->quoted, 0 };
  out[SORT_NEGATED] = (DossierFeature){ SORT_NEGATED, 0, group, candidate->negated, candidate->modal, 0 };
  out[SORT_LENGTH] = (DossierFeature){ SORT_LENGTH, 0, group, frame, length_class (candidate), 0 };
  out[SORT_AFTER] = (DossierFeature){ SORT_AFTER, 0, frame, next, 0, 0 };
  out[SORT_FRONTED] = (DossierFeature){ SORT_FRONTED, 0, group, form, candidate->fronted, 0 };
  out[SORT_BEFORE] = (DossierFeature){ SORT_BEFORE, function_at (reading, start > 0 ? start - 1 : start), frame, before, 0, 0 };
  out[SORT_TENSE] = (DossierFeature){ SORT_TENSE, 0, group, reading->clauses->tagged[candidate->head].forms,
                                      dossier_reading_tag (reading, start), 0 };
  out[SORT_SUBJECT_NOUN] = (DossierFeature){ SORT_SUBJECT_NOUN, 0, group, subject_noun, frame, 0 };
  out[SORT_CONTENT_NOUN] = (DossierFeature){ SORT_CONTENT_NOUN, 0, group, content_noun, frame, 0 };
  out[SORT_CUE_NOUN] = (DossierFeature){ SORT_CUE_NOUN, 0, content_noun, 0, 0, cue };
  out[SORT_OUTER] = (DossierFeature){ SORT_OUTER, 0, group, candidate->outer, frame, 0 };
  out[SORT_CUE_OUTER] = (DossierFeature){ SORT_CUE_OUTER, 0, candidate->outer != 0, 0, 0, cue };
  out[SORT_GOVERNOR] = (DossierFeature){ SORT_GOVERNOR, 0, group, 0, 0, candidate->governor };
  out[SORT_NEXT_VERB] = (DossierFeature){ SORT_NEXT_VERB, 0, frame, infinitive_group (reading, candidate), 0, cue };
  out[SORT_INSIDE] = (DossierFeature){ SORT_INSIDE, 0, candidate->outer != 0, candidate->in_quotation, candidate->quoted, 0 };
  out[SORT_BIAS] = (DossierFeature){ SORT_BIAS, 0, entry->part, frame, 0, 0 };
  out[SORT_FORM] = (DossierFeature){ SORT_FORM, 0, form, passive, subject, 0 };
  out[SORT_SUBJECT] = (DossierFeature){ SORT_SUBJECT, pronoun, subject, subject_noun, 0, 0 };
  out[SORT_CONTENT] = (DossierFeature){ SORT_CONTENT, word, frame, content, 0, 0 };
  out[SORT_MOOD] = (DossierFeature){ SORT_MOOD, 0, candidate->negated, candidate->modal,
                                     reading->clauses->tagged[candidate->head].forms, 0 };
  out[SORT_SIZE] = (DossierFeature){ SORT_SIZE, 0, length_class (candidate), frame, next, 0 };
}

/* Which candidates stand in the content of another that reports speech. */
static void
find_outer (DossierReading *reading)
{
  g_autofree guint8 *outer = g_new0 (guint8, reading->tokens->n_tokens + 1);

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DossierCandidate *candidate = &g_array_index (reading->candidates, DossierCandidate, i);
      guint8 group = dossier_cues_get (reading->cues, candidate->cue_number)->group + 1;

      if (candidate->frame == DOSSIER_FRAME_AT_OBJECT || candidate->frame == DOSSIER_FRAME_AT_PREPOSITION ||
          candidate->frame == DOSSIER_FRAME_AT_SUBJECT || candidate->frame == DOSSIER_FRAME_AT_ING)
        continue;
      for (guint j = 0; j < candidate->n_content; j++)
        {
          guint32 last = MIN (candidate->content[j].last, candidate->content[j].first + OUTER_REACH);

          for (guint32 k = candidate->content[j].first; k < last; k++)
            outer[k] = group;
        }
    }
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DossierCandidate *candidate = &g_array_index (reading->candidates, DossierCandidate, i);

      candidate->outer = outer[candidate->head];
    }
}

/**
 * dossier_weights_names:
 * @names: takes the candidate's features as the table "cue-weights" names them
 *
 * For the script that fits the figures.
 */
void
dossier_weights_names (const DossierReading   *reading,
                       const DossierCandidate *candidate,
                       GPtrArray              *names)
{
  DossierFeature features[N_SORTS];

  features_of (reading, candidate, features);
  for (guint i = 0; i < N_SORTS; i++)
    g_ptr_array_add (names, dossier_figures_name (&features[i], sort_names, reading->cues, reading->clauses->tagger));
}

/**
 * dossier_weights_new:
 * @lexicon: its table "cue-weights" is read now
 */
DossierWeights *
dossier_weights_new (DossierLexicon      *lexicon,
                     DossierCues         *cues,
                     const DossierTagger *tagger)
{
  DossierWeights *self = g_new0 (DossierWeights, 1);

  self->figures = dossier_figures_new (lexicon, "cue-weights", sort_names, N_SORTS, cues, tagger);

  return self;
}

void
dossier_weights_free (DossierWeights *self)
{
  if (self == NULL)
    return;

  dossier_figures_free (self->figures);
  g_free (self);
}

/**
 * dossier_weights_apply:
 *
 * Sets the confidence of every candidate of @reading, 0 to 1.
 */
void
dossier_weights_apply (const DossierWeights *self,
                       DossierReading       *reading)
{
  find_outer (reading);
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DossierCandidate *candidate = &g_array_index (reading->candidates, DossierCandidate, i);
      DossierFeature features[N_SORTS];

      features_of (reading, candidate, features);
      candidate->confidence = 1 / (1 + expf (-dossier_figures_sum (self->figures, features, N_SORTS) / 1000.0f));
    }
}
