/* dossier-link-candidates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-link-candidates.h"

#include <math.h>

#include "dossier-session-private.h"
#include "dossier-strings.h"
#include "dossier-terms.h"

/* Records that are asked for at a time. */
#define CHUNK 2000

/* What stands in the same source is likelier meant. */
#define SAME_SOURCE 1.25

#define ANSWERING (1 << DOSSIER_KIND_DENIAL | 1 << DOSSIER_KIND_FINDING | 1 << DOSSIER_KIND_ACTION)
#define SAYING (1 << DOSSIER_KIND_STATEMENT | 1 << DOSSIER_KIND_FACT)

typedef struct
{
  gint64  id;
  gint64  source_id;
  guint   first; /* of its terms */
  guint   n;
  double  score;
} Candidate;

typedef struct
{
  DossierStore       *store;
  DossierClaimRecord *claim;
  char               *words;
  guint               kinds;
  guint               limit;

  DossierTerms       *terms;
  GArray             *candidates; /* Candidate */
  GArray             *ids;        /* guint32: terms of all of them */
  GArray             *df;         /* guint32, by term */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_pointer (&work->claim, dossier_claim_record_unref);
  g_clear_pointer (&work->terms, dossier_terms_free);
  g_clear_pointer (&work->candidates, g_array_unref);
  g_clear_pointer (&work->ids, g_array_unref);
  g_clear_pointer (&work->df, g_array_unref);
  g_free (work->words);
  g_free (work);
}

/* Ids that are linked to the claim by something that nobody dismissed. */
static GHashTable *
load_linked (Work          *work,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) links = dossier_store_load_links_sync (work->store, cancellable, error);
  GHashTable *linked;

  if (links == NULL)
    return NULL;

  linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (links, i);

      if (link->review == DOSSIER_REVIEW_DISMISSED)
        continue;
      if (link->from_claim == work->claim->id)
        g_hash_table_add (linked, g_memdup2 (&link->to_claim, sizeof (gint64)));
      if (link->to_claim == work->claim->id)
        g_hash_table_add (linked, g_memdup2 (&link->from_claim, sizeof (gint64)));
    }

  return linked;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* The claims that can be meant at all. */
static GArray *
choose_ids (Work          *work,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (DossierColumns) columns = dossier_store_load_columns_sync (work->store, cancellable, error);
  g_autoptr (GHashTable) linked = columns != NULL ? load_linked (work, cancellable, error) : NULL;
  g_autoptr (DossierHits) hits = NULL;
  GArray *ids;

  if (linked == NULL)
    return NULL;
  if (work->words != NULL)
    {
      hits = dossier_store_search_sync (work->store, work->words, cancellable, error);
      if (hits == NULL)
        return NULL;
    }

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < columns->n_claims; i++)
    if ((work->kinds & 1 << columns->kinds[i]) != 0 && columns->reviews[i] != DOSSIER_REVIEW_DISMISSED &&
        columns->ids[i] != work->claim->id && !g_hash_table_contains (linked, &columns->ids[i]) &&
        (hits == NULL || g_array_binary_search (hits->claims, &columns->ids[i], compare_ids, NULL)))
      g_array_append_val (ids, columns->ids[i]);

  return ids;
}

static void
cut (Work                     *work,
     const DossierClaimRecord *claim,
     GArray                   *ids)
{
  g_autofree char *text = g_strjoin (" ", claim->quote != NULL ? claim->quote : "",
                                     claim->speaker != NULL ? claim->speaker : "", NULL);

  dossier_terms_cut (work->terms, text, -1, ids, NULL);
}

static void
add_candidate (Work                     *work,
               const DossierClaimRecord *claim,
               GArray                   *scratch)
{
  Candidate candidate = { claim->id, claim->source_id, work->ids->len, 0, 0 };

  cut (work, claim, scratch);
  candidate.n = scratch->len;
  g_array_append_vals (work->ids, scratch->data, scratch->len);
  if (work->df->len < dossier_terms_n (work->terms))
    g_array_set_size (work->df, dossier_terms_n (work->terms));
  for (guint i = 0; i < scratch->len; i++)
    g_array_index (work->df, guint32, g_array_index (scratch, guint32, i))++;
  g_array_append_val (work->candidates, candidate);
}

static gboolean
add_candidates (Work          *work,
                GArray        *ids,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint first = 0; first < ids->len; first += CHUNK)
    {
      g_autoptr (GPtrArray) records =
        dossier_store_load_claims_sync (work->store, &g_array_index (ids, gint64, first),
                                        MIN (CHUNK, ids->len - first), cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        if (g_ptr_array_index (records, i) != NULL)
          add_candidate (work, g_ptr_array_index (records, i), scratch);
    }

  return TRUE;
}

/* Shared terms by inverse document frequency, over the root of the candidate's length. */
static void
score (Work   *work,
       GArray *own)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < own->len; i++)
    g_hash_table_add (wanted, GUINT_TO_POINTER (g_array_index (own, guint32, i) + 1));
  for (guint i = 0; i < work->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (work->candidates, Candidate, i);

      for (guint j = 0; j < candidate->n; j++)
        {
          guint32 term = g_array_index (work->ids, guint32, candidate->first + j);

          if (g_hash_table_contains (wanted, GUINT_TO_POINTER (term + 1)))
            candidate->score +=
              log (1 + work->candidates->len / (double) MAX (g_array_index (work->df, guint32, term), 1));
        }
      candidate->score /= sqrt (MAX (candidate->n, 1));
      if (candidate->source_id == work->claim->source_id)
        candidate->score *= SAME_SOURCE;
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static void
work_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  g_autoptr (GArray) ids = choose_ids (work, cancellable, &error);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *best;

  work->terms = dossier_terms_new ();
  work->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  work->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  work->df = g_array_new (FALSE, TRUE, sizeof (guint32));
  if (ids == NULL || !add_candidates (work, ids, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cut (work, work->claim, own);
  score (work, own);
  g_array_sort (work->candidates, compare_candidates);
  best = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MIN (work->limit, work->candidates->len); i++)
    g_array_append_val (best, g_array_index (work->candidates, Candidate, i).id);
  g_task_return_pointer (task, best, (GDestroyNotify) g_array_unref);
}

/**
 * dossier_link_claim_is_answer:
 * @claim: a claim
 *
 * Returns: whether it is of a kind that answers others
 */
gboolean
dossier_link_claim_is_answer (DossierClaim *claim)
{
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), FALSE);

  return (ANSWERING & 1 << dossier_claim_kind (claim)) != 0;
}

/**
 * dossier_link_candidates_async:
 * @session: an open dossier
 * @claim: one of its claims, loaded
 * @words: (nullable): what the person looks for
 * @limit: how many at most
 * @cancellable: (nullable): to give it up
 * @callback: called when they are found
 * @user_data: for @callback
 *
 * Finds claims that may answer @claim or, where it is an answer itself, that it
 * may answer; those that are linked to it are left out. Linear in the claims of
 * those kinds and their words.
 */
void
dossier_link_candidates_async (DossierSession      *session,
                               DossierClaim        *claim,
                               const char          *words,
                               guint                limit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (DOSSIER_IS_SESSION (session));
  g_return_if_fail (DOSSIER_IS_CLAIM (claim) && dossier_claim_is_loaded (claim));
  g_return_if_fail (session->store != NULL);

  work = g_new0 (Work, 1);
  work->store = g_object_ref (session->store);
  work->claim = dossier_claim_record_ref (dossier_claim_record (claim));
  work->words = dossier_trimmed (words);
  work->kinds = dossier_link_claim_is_answer (claim) ? 1 << DOSSIER_KIND_ALLEGATION | SAYING : ANSWERING | SAYING;
  work->limit = limit;

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, dossier_link_candidates_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_thread);
}

/**
 * dossier_link_candidates_finish:
 * @session: an open dossier
 * @result: what the callback got
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the claims, best first
 */
GArray *
dossier_link_candidates_finish (DossierSession  *session,
                                GAsyncResult    *result,
                                GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_link_candidate:
 * @session: an open dossier
 * @claim: a claim
 * @other: what the person chose for it
 */
void
dossier_link_candidate (DossierSession *session,
                        DossierClaim   *claim,
                        DossierClaim   *other)
{
  gboolean answers = dossier_link_claim_is_answer (claim);

  dossier_session_link_claims (session, answers ? claim : other, answers ? other : claim, DOSSIER_RELATION_ANSWERS);
}
