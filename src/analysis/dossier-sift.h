/* dossier-sift.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-claim-words.h"
#include "dossier-clauses.h"
#include "dossier-context.h"
#include "dossier-cues.h"
#include "dossier-dates.h"

G_BEGIN_DECLS

/**
 * DossierSaying:
 * @source, @cue: what they cover together; empty for none
 * @hull: source, cue and content together
 * @cue_row: its row in the cue table, or %NULL
 * @parent: index of the saying whose content holds this one, or -1
 * @used: claims are made of it; @told: it was left out because its parent says it
 *
 * An attribution in tokens.
 */
typedef struct
{
  DossierRange      source;
  DossierRange      cue;
  DossierRange      hull;
  DossierRange      content[DOSSIER_ATTRIBUTION_PARTS];
  guint             n_content;
  const DossierCue *cue_row;
  int               parent;
  float             confidence;
  gboolean          quoted;
  gboolean          used;
} DossierSaying;

/**
 * DossierDraft:
 * @range: the passage; @more: its other part, or empty
 * @saying: index of the saying that it is of, or -1 for the reporter's own voice
 * @hints: DossierClaimWord of sayings inside it that are not claims of their own
 * @main_group: index of its main verb group, or -1
 *
 * A claim while it is made.
 */
typedef struct
{
  DossierRange  range;
  DossierRange  more;
  guint32       sentence;
  int           saying;
  guint32       hints;
  int           main_group;
  gboolean      quoted;
  gboolean      heading;
  DossierKind   kind;
  double        confidence;
  char         *speaker;
  DossierBytes  speaker_bytes;
  DossierBytes  cue_bytes;
  GPtrArray    *via;
  GArray       *why;       /* DossierWhy, its span still in bytes */
} DossierDraft;

/** DossierSift: one text while its claims are made. Used by one thread. */
typedef struct
{
  DossierContext      *context;
  const DossierTokens *tokens;
  DossierClauses      *clauses;
  DossierCues         *cues;
  DossierClaimWords   *words;
  DossierDates        *dates;
  const char          *utf8;
  guint32             *masks;          /* by token: DossierClaimWord */
  guint8              *blocks;         /* by sentence: DossierBlockKind; DOSSIER_BLOCK_BOILERPLATE to leave it out */
  GArray              *sayings;        /* DossierSaying */
  GArray              *drafts;         /* DossierDraft */
  guint32             *names;          /* by token: a number for the word of a name, the same for the same word; 0 for others */
  GHashTable          *accused;        /* numbers of names → how often they stand accused, less how often they accuse */
  GHashTable          *accusers;       /* numbers of names → how often they accuse */
  GHashTable          *affiliations;   /* numbers of names → ISO 3166-1 alpha-2, interned */
  const char          *main_country;   /* that most claims name; interned, or NULL */
  double               main_share;     /* of the claims that do */
} DossierSift;

void              dossier_sift_init              (DossierSift        *self,
                                                  DossierContext     *context);
void              dossier_sift_clear             (DossierSift        *self);
void              dossier_sift_draft_clear       (DossierDraft       *draft);
void              dossier_sift_sayings           (DossierSift        *self);
void              dossier_sift_draft_saying      (DossierSift        *self,
                                                  int                 index);
guint32           dossier_sift_leading_quotation (DossierSift        *self,
                                                  DossierRange        range);
gboolean          dossier_sift_own_saying        (DossierSift        *self,
                                                  DossierRange        range,
                                                  DossierRange       *rest);
gboolean          dossier_sift_tail_saying       (DossierSift        *self,
                                                  DossierRange        range);
const DossierCue *dossier_sift_cue_at            (DossierSift        *self,
                                                  guint32             token,
                                                  guint32             last,
                                                  DossierCuePart      part,
                                                  guint32            *after);
void              dossier_sift_reporter          (DossierSift        *self);
void              dossier_sift_speakers          (DossierSift        *self);
void              dossier_sift_kinds             (DossierSift        *self);
void              dossier_sift_affiliations      (DossierSift        *self);
void              dossier_sift_main_country      (DossierSift        *self);
void              dossier_sift_fill              (DossierSift        *self,
                                                  DossierDraft       *draft,
                                                  DossierClaimRecord *record);

DossierRange  dossier_sift_range      (DossierSift  *self,
                                       DossierBytes  bytes);
DossierBytes  dossier_sift_bytes      (DossierSift  *self,
                                       DossierRange  range);
guint32       dossier_sift_mask       (DossierSift  *self,
                                       DossierRange  range);
guint32       dossier_sift_find       (DossierSift  *self,
                                       DossierRange  range,
                                       guint32       mask);
guint         dossier_sift_n_words    (DossierSift  *self,
                                       DossierRange  range);
guint         dossier_sift_group_from (DossierSift  *self,
                                       guint32       token);
int           dossier_sift_main_group (DossierSift  *self,
                                       DossierRange  range);
void          dossier_sift_why        (DossierSift  *self,
                                       DossierDraft *draft,
                                       DossierRange  range,
                                       const char   *rule);
DossierDraft *dossier_sift_add        (DossierSift  *self,
                                       DossierRange  range,
                                       int           saying);

static inline DossierDraft *
dossier_sift_draft (DossierSift *self,
                    guint        i)
{
  return &g_array_index (self->drafts, DossierDraft, i);
}

static inline DossierSaying *
dossier_sift_saying (DossierSift *self,
                     guint        i)
{
  return &g_array_index (self->sayings, DossierSaying, i);
}

static inline const DossierVerbGroup *
dossier_sift_group (DossierSift *self,
                    int          i)
{
  return i < 0 ? NULL : &g_array_index (self->clauses->groups, DossierVerbGroup, i);
}

static inline gboolean
dossier_range_is_empty (DossierRange range)
{
  return range.last <= range.first;
}

static inline gboolean
dossier_range_contains (DossierRange outer,
                        DossierRange inner)
{
  return outer.first <= inner.first && inner.last <= outer.last;
}

static inline gboolean
dossier_range_overlaps (DossierRange a,
                        DossierRange b)
{
  return a.first < b.last && b.first < a.last;
}

G_END_DECLS
