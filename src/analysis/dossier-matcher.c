/* dossier-matcher.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-matcher"

#include "config.h"

#include <math.h>
#include <string.h>

#include "dossier-matcher.h"
#include "dossier-terms.h"

/* How many claims apart an answer and what it answers may stand in one text. */
#define WINDOW 60

/* Most allegations that one denial of a text is taken to answer. */
#define MAX_ANSWERS 3

/* Words that more claims have than this lead to no pair across sources: they
 * tell nothing, and the work would grow with the square. */
#define COMMON 200

/* Of each claim so many of its rarest words are followed. */
#define RARE_WORDS 6

#define MAX_CANDIDATES 64

/* Shingles of so many words; of each source so many smallest hashes are kept. */
#define SHINGLE 5
#define SKETCH 128

/* Sources that share this part of their shingles are near copies. */
#define COPY_SHARE 0.5

/* Likeness from which on: fitted on the links between the development texts. */
#define WITHIN_ANSWER 0.22
#define ACROSS_ANSWER 0.30
#define NOTHING_SHARED 0.1
#define WITHIN_REPEAT 0.35
#define ACROSS_REPEAT 0.42

typedef struct
{
  guint       source;
  guint       first;      /* of its terms in @terms */
  guint       n;
  guint       names;      /* of its speaker's names in @terms */
  guint       n_names;
  guint       spoken;     /* of the names in its own words in @terms */
  guint       n_spoken;
  guint8      kind;
  gboolean    nothing;    /* a finding that there is nothing */
  double      norm;
} Item;

typedef struct
{
  guint   first_item;
  guint64 sketch[SKETCH];
  guint   n_sketch;
} Source;

struct _DossierMatcher
{
  DossierTerms *words;
  GArray       *items;   /* Item */
  GArray       *terms;   /* guint32 */
  GArray       *df;      /* guint32, by term: claims that have it */
  GArray       *sources; /* Source */
  GArray       *scratch;
  GArray       *names;
  GArray       *weights; /* double, by term: its rarity */
  gboolean      weighted;
};

/**
 * dossier_matcher_new:
 *
 * Returns: (transfer full): a matcher without claims
 */
DossierMatcher *
dossier_matcher_new (void)
{
  DossierMatcher *self = g_new0 (DossierMatcher, 1);

  self->words = dossier_terms_new ();
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  self->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->df = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->sources = g_array_new (FALSE, TRUE, sizeof (Source));
  self->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->names = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->weights = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/** dossier_matcher_free: */
void
dossier_matcher_free (DossierMatcher *self)
{
  if (self == NULL)
    return;
  dossier_terms_free (self->words);
  g_array_unref (self->items);
  g_array_unref (self->terms);
  g_array_unref (self->df);
  g_array_unref (self->sources);
  g_array_unref (self->scratch);
  g_array_unref (self->names);
  g_array_unref (self->weights);
  g_free (self);
}

static inline Item *
item_at (DossierMatcher *self,
         guint           i)
{
  return &g_array_index (self->items, Item, i);
}

static inline const guint32 *
terms_of (DossierMatcher *self,
          const Item     *item)
{
  return &g_array_index (self->terms, guint32, item->first);
}

static inline const guint32 *
names_of (DossierMatcher *self,
          const Item     *item)
{
  return &g_array_index (self->terms, guint32, item->names);
}

static inline const guint32 *
spoken_of (DossierMatcher *self,
           const Item     *item)
{
  return &g_array_index (self->terms, guint32, item->spoken);
}

static inline guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return x ^ (x >> 33);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

/* Keeps the smallest hashes of all runs of five words (a bottom-k sketch, after
 * Broder 1997): what two sketches share tells what the texts share. */
static void
sketch_text (Source     *source,
             const char *utf8,
             gsize       n_bytes)
{
  g_autoptr (GArray) hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 words[SHINGLE] = { 0 };
  const char *p = utf8, *end = utf8 + n_bytes;
  guint64 hash = 0;
  guint n_words = 0;

  for (;;)
    {
      gunichar c = p < end ? g_utf8_get_char (p) : 0;

      if (c != 0 && g_unichar_isalnum (c))
        hash = (hash ^ g_unichar_tolower (c)) * G_GUINT64_CONSTANT (1099511628211) + 1;
      else if (hash != 0)
        {
          guint64 shingle = 0;

          words[n_words++ % SHINGLE] = hash;
          hash = 0;
          for (guint i = 0; i < SHINGLE; i++)
            shingle = mix (shingle ^ words[(n_words + i) % SHINGLE]);
          if (n_words >= SHINGLE)
            g_array_append_val (hashes, shingle);
        }
      if (p >= end)
        break;
      p = g_utf8_next_char (p);
    }

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len && source->n_sketch < SKETCH; i++)
    if (source->n_sketch == 0 || source->sketch[source->n_sketch - 1] != g_array_index (hashes, guint64, i))
      source->sketch[source->n_sketch++] = g_array_index (hashes, guint64, i);
}

/**
 * dossier_matcher_add_source:
 * @published: EDTF or %NULL
 * @text: the source's text for dossier_matcher_copies(), or %NULL
 *
 * Returns: the source's number
 */
guint
dossier_matcher_add_source (DossierMatcher *self,
                            const char     *published,
                            const char     *text,
                            gssize          n_bytes)
{
  Source source = { .first_item = self->items->len };

  if (text != NULL)
    sketch_text (&source, text, n_bytes < 0 ? strlen (text) : (gsize) n_bytes);
  g_array_append_val (self->sources, source);
  return self->sources->len - 1;
}

static gboolean
has_rule (const DossierClaimRecord *claim,
          const char               *rule)
{
  for (guint i = 0; i < claim->n_why; i++)
    if (g_strcmp0 (claim->why[i].rule, rule) == 0)
      return TRUE;
  return FALSE;
}

static void
keep (DossierMatcher *self,
      const GArray   *ids,
      guint          *first,
      guint          *n)
{
  *first = self->terms->len;
  *n = ids->len;
  g_array_append_vals (self->terms, ids->data, ids->len);
}

/**
 * dossier_matcher_add_claim:
 * @source: the source that was added last
 * @claim: one of its claims; claims of a source are added in the order of the text
 *
 * Returns: the claim's number
 */
guint
dossier_matcher_add_claim (DossierMatcher           *self,
                           guint                     source,
                           const DossierClaimRecord *claim)
{
  Item item = { .source = source, .kind = claim->kind, .nothing = has_rule (claim, "kind.nothing") };

  dossier_terms_cut (self->words, claim->quote != NULL ? claim->quote : "", -1, self->scratch, self->names);
  keep (self, self->scratch, &item.first, &item.n);
  keep (self, self->names, &item.spoken, &item.n_spoken);
  if (self->df->len < dossier_terms_n (self->words))
    g_array_set_size (self->df, dossier_terms_n (self->words));
  for (guint i = 0; i < self->scratch->len; i++)
    g_array_index (self->df, guint32, g_array_index (self->scratch, guint32, i))++;

  dossier_terms_cut (self->words, claim->speaker != NULL ? claim->speaker : "", -1, self->scratch, self->names);
  keep (self, self->names, &item.names, &item.n_names);
  if (self->df->len < dossier_terms_n (self->words))
    g_array_set_size (self->df, dossier_terms_n (self->words));

  g_array_append_val (self->items, item);
  self->weighted = FALSE;
  return self->items->len - 1;
}

/* Rarity of a term among the claims. */
static inline double
weight_of (DossierMatcher *self,
           guint32         term)
{
  return g_array_index (self->weights, double, term);
}

static void
weigh (DossierMatcher *self)
{
  if (self->weighted)
    return;
  g_array_set_size (self->weights, self->df->len);
  for (guint t = 0; t < self->df->len; t++)
    g_array_index (self->weights, double, t) =
      log (1.0 + (double) self->items->len / MAX (g_array_index (self->df, guint32, t), 1));
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = item_at (self, i);
      double sum = 0;

      for (guint k = 0; k < item->n; k++)
        {
          double w = weight_of (self, terms_of (self, item)[k]);

          sum += w * w;
        }
      item->norm = sqrt (sum);
    }
  self->weighted = TRUE;
}

/* What two claims share: the cosine of their words, weighted by rarity. The
 * rarest shared words go to @shared. */
static double
likeness (DossierMatcher *self,
          const Item     *a,
          const Item     *b,
          guint32        *shared,
          guint          *n_shared)
{
  const guint32 *x = terms_of (self, a), *y = terms_of (self, b);
  double sum = 0;
  guint n = 0;

  for (guint i = 0, j = 0; i < a->n && j < b->n;)
    {
      if (x[i] < y[j])
        i++;
      else if (x[i] > y[j])
        j++;
      else
        {
          double w = weight_of (self, x[i]);

          sum += w * w;
          if (shared != NULL && n < 4)
            shared[n++] = x[i];
          i++;
          j++;
        }
    }
  if (n_shared != NULL)
    *n_shared = n;
  return a->norm > 0 && b->norm > 0 ? sum / (a->norm * b->norm) : 0;
}

static gboolean
share_id (const guint32 *a,
          guint          n_a,
          const guint32 *b,
          guint          n_b)
{
  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      if (a[i] == b[j])
        return TRUE;
      if (a[i] < b[j])
        i++;
      else
        j++;
    }
  return FALSE;
}

/* Whether the one that denies, or of whom it is denied, is spoken of in what is denied. */
static gboolean
speaks_for_accused (DossierMatcher *self,
                    const Item     *answer,
                    const Item     *charge)
{
  return share_id (names_of (self, answer), answer->n_names, spoken_of (self, charge), charge->n_spoken) ||
         share_id (spoken_of (self, answer), answer->n_spoken, spoken_of (self, charge), charge->n_spoken);
}

static gboolean
same_speaker (DossierMatcher *self,
              const Item     *a,
              const Item     *b)
{
  return share_id (names_of (self, a), a->n_names, names_of (self, b), b->n_names);
}

static gboolean
answers (const Item *item)
{
  return item->kind == DOSSIER_KIND_DENIAL || (item->kind == DOSSIER_KIND_FINDING && item->nothing);
}

static gboolean
can_be_answered (const Item *item)
{
  return item->kind == DOSSIER_KIND_ALLEGATION || (item->kind == DOSSIER_KIND_FINDING && !item->nothing);
}

static char *
explain (DossierMatcher *self,
         const char     *rule,
         const guint32  *shared,
         guint           n_shared)
{
  GString *why = g_string_new (rule);

  for (guint i = 0; i < n_shared; i++)
    g_string_append_printf (why, "%s%s", i == 0 ? ": " : ", ", dossier_terms_word (self->words, shared[i]));
  return g_string_free (why, FALSE);
}

static void
clear_match (gpointer data)
{
  g_free (((DossierMatch *) data)->why);
}

static GArray *
matches_new (void)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (DossierMatch));

  g_array_set_clear_func (matches, clear_match);
  return matches;
}

static void
add_match (DossierMatcher  *self,
           GArray          *matches,
           guint            from,
           guint            to,
           DossierRelation  relation,
           double           confidence,
           const char      *rule)
{
  guint32 shared[4];
  guint n_shared;
  DossierMatch match = { from, to, relation, CLAMP (confidence, 0, 1), NULL };

  likeness (self, item_at (self, from), item_at (self, to), shared, &n_shared);
  match.why = explain (self, rule, shared, n_shared);
  g_array_append_val (matches, match);
}

/* How well @charge fits to be what @answer answers, in one text: who is accused,
 * nearness, shared words. Denials seldom repeat the words of what they deny, so
 * the first two weigh more. An answer goes on from the one before it: "we" is
 * still who was named there. */
static double
answer_score (DossierMatcher *self,
              guint           answer,
              guint           before,
              guint           charge)
{
  const Item *a = item_at (self, answer), *c = item_at (self, charge);
  double distance = answer > charge ? answer - charge : charge - answer;
  double like = likeness (self, a, c, NULL, NULL), score = like;

  if (same_speaker (self, a, c))
    return 0;
  if (speaks_for_accused (self, a, c) ||
      (before != answer && speaks_for_accused (self, item_at (self, before), c)))
    score += 0.2;
  else if (c->n_spoken == 0)
    score += 0.1;
  if (charge < answer)
    score += 0.4 * exp (-distance / 8);
  else
    score -= 0.1;
  if (like <= 0 && a->n > 4)
    score -= NOTHING_SHARED;
  if (c->kind == DOSSIER_KIND_FINDING)
    score -= 0.2;
  return score;
}

typedef struct
{
  guint  item;
  double score;
} Scored;

static int
compare_scored (gconstpointer a,
                gconstpointer b)
{
  const Scored *x = a, *y = b;

  return x->score > y->score ? -1 : x->score < y->score;
}

static void
link_answers (DossierMatcher *self,
              guint           first,
              guint           last,
              guint           answer,
              GArray         *matches)
{
  Scored best[2 * WINDOW + 1];
  guint n = 0;
  guint from = answer > first + WINDOW ? answer - WINDOW : first;
  guint before = answer;

  for (guint i = answer; i > first && i + 2 > answer && before == answer; i--)
    if (item_at (self, i - 1)->kind == DOSSIER_KIND_DENIAL && item_at (self, answer)->kind == DOSSIER_KIND_DENIAL)
      before = i - 1;

  for (guint i = from; i < last && i <= answer + WINDOW; i++)
    {
      double score;

      if (i == answer || !can_be_answered (item_at (self, i)))
        continue;
      score = answer_score (self, answer, before, i);
      if (score >= WITHIN_ANSWER)
        best[n++] = (Scored) { i, score };
    }
  qsort (best, n, sizeof *best, compare_scored);
  for (guint i = 0; i < n && i < MAX_ANSWERS && best[i].score >= 0.5 * best[0].score; i++)
    add_match (self, matches, answer, best[i].item, DOSSIER_RELATION_ANSWERS, best[i].score, "link.answers");
}

/* Candidates of a claim: those that share its rarest words, by postings. */
typedef struct
{
  guint32 *first;    /* by term: the first posting, and one more at the end */
  guint32 *items;    /* postings: items, ascending, term by term */
  guint32 *seen;     /* by item: the last claim that counted it, plus one */
} Postings;

static void
postings_init (DossierMatcher *self,
               Postings       *postings)
{
  guint n_terms = self->df->len;
  g_autofree guint32 *at = g_new (guint32, n_terms + 1);
  guint32 sum = 0;

  postings->first = g_new (guint32, n_terms + 1);
  for (guint t = 0; t < n_terms; t++)
    {
      postings->first[t] = at[t] = sum;
      sum += g_array_index (self->df, guint32, t);
    }
  postings->first[n_terms] = sum;
  postings->items = g_new (guint32, sum + 1);
  postings->seen = g_new0 (guint32, self->items->len + 1);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = item_at (self, i);

      for (guint k = 0; k < item->n; k++)
        postings->items[at[terms_of (self, item)[k]]++] = i;
    }
}

static void
postings_clear (Postings *postings)
{
  g_free (postings->first);
  g_free (postings->items);
  g_free (postings->seen);
}

/* The claim's rarest words that some other claim has too. */
static guint
rarest (DossierMatcher *self,
        const Item     *item,
        guint32         out[RARE_WORDS])
{
  guint n = 0;

  for (guint k = 0; k < item->n; k++)
    {
      guint32 term = terms_of (self, item)[k];
      guint32 df = g_array_index (self->df, guint32, term);
      guint at = n;

      if (df < 2 || df > COMMON)
        continue;
      while (at > 0 && g_array_index (self->df, guint32, out[at - 1]) > df)
        at--;
      if (at == RARE_WORDS)
        continue;
      n = MIN (n + 1, RARE_WORDS);
      for (guint m = n - 1; m > at; m--)
        out[m] = out[m - 1];
      out[at] = term;
    }
  return n;
}

static guint
candidates (DossierMatcher *self,
            Postings       *postings,
            guint           index,
            guint           lowest,
            guint32         out[MAX_CANDIDATES])
{
  const Item *item = item_at (self, index);
  guint32 words[RARE_WORDS];
  guint n_words = rarest (self, item, words), n = 0;

  for (guint w = 0; w < n_words; w++)
    for (guint32 p = postings->first[words[w]]; p < postings->first[words[w] + 1]; p++)
      {
        guint32 other = postings->items[p];

        if (other >= index)
          break;
        if (other < lowest || postings->seen[other] == index + 1)
          continue;
        postings->seen[other] = index + 1;
        if (n == MAX_CANDIDATES)
          return n;
        out[n++] = other;
      }
  return n;
}

/* Two claims tell the same when they are of one polarity and nearly of one wording. */
static gboolean
may_repeat (const Item *a,
            const Item *b)
{
  return answers (a) == answers (b) && a->n >= 3 && b->n >= 3;
}

static void
link_repeat (DossierMatcher *self,
             guint           index,
             guint           other,
             double          threshold,
             GArray         *matches)
{
  const Item *a = item_at (self, index), *b = item_at (self, other);
  double like;

  if (!may_repeat (a, b))
    return;
  like = likeness (self, a, b, NULL, NULL);
  if (like >= threshold)
    add_match (self, matches, index, other, DOSSIER_RELATION_REPEATS, like, "link.repeats");
}

/**
 * dossier_matcher_within:
 *
 * The links between claims of one source, for each source.
 *
 * Returns: (transfer full) (element-type DossierMatch): them
 */
GArray *
dossier_matcher_within (DossierMatcher *self)
{
  GArray *matches = matches_new ();
  Postings postings;

  weigh (self);
  postings_init (self, &postings);
  for (guint s = 0; s < self->sources->len; s++)
    {
      guint first = g_array_index (self->sources, Source, s).first_item;
      guint last = s + 1 < self->sources->len ? g_array_index (self->sources, Source, s + 1).first_item : self->items->len;

      for (guint i = first; i < last; i++)
        {
          guint32 near[MAX_CANDIDATES];
          guint n = candidates (self, &postings, i, first, near);

          if (answers (item_at (self, i)))
            link_answers (self, first, last, i, matches);
          for (guint k = 0; k < n; k++)
            link_repeat (self, i, near[k], WITHIN_REPEAT, matches);
        }
    }
  postings_clear (&postings);
  return matches;
}

/* Of a pair from two sources: the answer and what it answers, or two tellings. */
static void
link_across (DossierMatcher *self,
             guint           index,
             guint           other,
             GArray         *matches)
{
  const Item *a = item_at (self, index), *b = item_at (self, other);
  guint answer = answers (a) ? index : other, charge = answers (a) ? other : index;
  double score;

  if (a->source == b->source)
    return;
  if (answers (a) == answers (b))
    {
      link_repeat (self, index, other, ACROSS_REPEAT, matches);
      return;
    }
  if (!can_be_answered (item_at (self, charge)) || same_speaker (self, a, b))
    return;
  score = likeness (self, a, b, NULL, NULL);
  if (score > 0 && speaks_for_accused (self, item_at (self, answer), item_at (self, charge)))
    score += 0.1;
  if (score >= ACROSS_ANSWER)
    add_match (self, matches, answer, charge, DOSSIER_RELATION_ANSWERS, score, "link.answers");
}

/**
 * dossier_matcher_across:
 * @first_new: only pairs with a claim of this number or a higher one; 0 for all
 *
 * The links between claims of different sources. The work grows with the number
 * of claims: each is compared with at most 64 others.
 *
 * Returns: (transfer full) (element-type DossierMatch): them; fewer when cancelled
 */
GArray *
dossier_matcher_across (DossierMatcher *self,
                        guint           first_new,
                        GCancellable   *cancellable)
{
  GArray *matches = matches_new ();
  Postings postings;

  weigh (self);
  postings_init (self, &postings);
  for (guint i = first_new; i < self->items->len; i++)
    {
      guint32 near[MAX_CANDIDATES];
      guint n = candidates (self, &postings, i, 0, near);

      if ((i & 0xff) == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      for (guint k = 0; k < n; k++)
        link_across (self, i, near[k], matches);
    }
  postings_clear (&postings);
  return matches;
}

/* The share of the smallest hashes of both that both have. */
static double
sketch_share (const Source *a,
              const Source *b)
{
  guint common = 0, n = 0;

  for (guint i = 0, j = 0; i < a->n_sketch && j < b->n_sketch && n < SKETCH; n++)
    {
      if (a->sketch[i] == b->sketch[j])
        {
          common++;
          i++;
          j++;
        }
      else if (a->sketch[i] < b->sketch[j])
        i++;
      else
        j++;
    }
  return n > 0 ? (double) common / n : 0;
}

/**
 * dossier_matcher_copies:
 *
 * Sources whose texts are near copies of an earlier one. Sources are compared
 * only where one of their smallest hashes is the same.
 *
 * Returns: (transfer full) (element-type DossierCopy): each with the earlier source that it is nearest to
 */
GArray *
dossier_matcher_copies (DossierMatcher *self)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (DossierCopy));
  g_autoptr (GHashTable) owners = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint s = 0; s < self->sources->len; s++)
    {
      Source *source = &g_array_index (self->sources, Source, s);
      DossierCopy best = { s, 0, 0 };
      guint last = G_MAXUINT;

      for (guint i = 0; i < source->n_sketch; i++)
        {
          guint owner = GPOINTER_TO_UINT (g_hash_table_lookup (owners, &source->sketch[i]));

          if (owner == 0)
            {
              g_hash_table_insert (owners, &source->sketch[i], GUINT_TO_POINTER (s + 1));
              continue;
            }
          if (owner - 1 != s && owner != last)
            {
              double share = sketch_share (source, &g_array_index (self->sources, Source, owner - 1));

              if (share > best.share)
                best = (DossierCopy) { s, owner - 1, share };
              last = owner;
            }
        }
      if (best.share >= COPY_SHARE)
        g_array_append_val (copies, best);
    }
  return copies;
}
