/* dossier-gather.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-gather.h"

#include "dossier-order.h"

/* Records that are asked for at a time. */
#define CHUNK 2000

typedef struct
{
  const DossierGather *gather;
  DossierColumns      *columns;
  DossierOrder        *rows;    /* id of a claim → its row */
  guint8              *chosen;  /* one a row: it goes out */
  guint8              *sources; /* one a source: its own notes go out */
  GPtrArray           *notes;   /* DossierNoteRecord, all */
  GHashTable          *claims;  /* id → DossierClaimRecord, those that go out and those they are linked to */
  GHashTable          *out;     /* id → DossierExportClaim, unowned */
  DossierExportData   *data;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->columns, dossier_columns_unref);
  g_clear_pointer (&work->rows, dossier_order_unref);
  g_clear_pointer (&work->notes, g_ptr_array_unref);
  g_clear_pointer (&work->claims, g_hash_table_unref);
  g_clear_pointer (&work->out, g_hash_table_unref);
  g_clear_pointer (&work->data, dossier_export_data_free);
  g_clear_pointer (&work->chosen, g_free);
  g_clear_pointer (&work->sources, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
find_source (const DossierColumns *columns,
             gint64                id,
             guint                *index)
{
  guint low = 0, high = columns->n_sources;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (columns->source_ids[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }
  *index = low;

  return low < columns->n_sources && columns->source_ids[low] == id;
}

/* What a query lets through. */
static gboolean
choose_by_query (Work          *work,
                 DossierQuery  *query,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (DossierHits) hits = NULL;
  g_autoptr (DossierResult) result = NULL;

  if (query->words != NULL)
    {
      hits = dossier_store_search_sync (work->gather->store, query->words, cancellable, error);
      if (hits == NULL)
        return FALSE;
    }
  result = dossier_columns_query (work->columns, query, hits, cancellable);
  if (result == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  for (guint i = 0; i < result->n_claims; i++)
    work->chosen[result->claims[i]] = TRUE;
  for (guint i = 0; i < result->n_sources; i++)
    work->sources[result->sources[i]] = TRUE;

  return TRUE;
}

static void
choose_selected (Work *work)
{
  const DossierExportRequest *request = &work->gather->request;
  const DossierColumns *columns = work->columns;
  guint at;

  for (guint i = 0; i < request->n_claim_ids; i++)
    if (dossier_order_find (work->rows, request->claim_ids[i], &at))
      work->chosen[at] = TRUE;
  for (guint i = 0; i < request->n_source_ids; i++)
    if (find_source (columns, request->source_ids[i], &at))
      {
        work->sources[at] = TRUE;
        for (guint row = columns->source_first[at]; row < columns->source_first[at + 1]; row++)
          work->chosen[row] |= columns->reviews[row] != DOSSIER_REVIEW_DISMISSED;
      }
}

static gboolean
choose (Work          *work,
        GCancellable  *cancellable,
        GError       **error)
{
  const DossierGather *gather = work->gather;
  const DossierColumns *columns = work->columns;
  g_autoptr (DossierQuery) everything = dossier_query_new ();

  work->chosen = g_malloc0 (columns->n_claims + 1);
  work->sources = g_malloc0 (columns->n_sources + 1);
  if (gather->request.scope == DOSSIER_EXPORT_SELECTED)
    choose_selected (work);
  else if (!choose_by_query (work,
                             gather->request.scope == DOSSIER_EXPORT_ALL ? everything : gather->query, cancellable,
                             error))
    return FALSE;

  for (guint row = 0; gather->request.only_reviewed && row < columns->n_claims; row++)
    work->chosen[row] &= columns->reviews[row] == DOSSIER_REVIEW_CONFIRMED || columns->noted[row];

  return TRUE;
}

/* Fetches the claims of @ids that are not there yet. */
static gboolean
fetch_claims (Work          *work,
              GArray        *ids,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint first = 0; first < ids->len; first += CHUNK)
    {
      g_autoptr (GPtrArray) records =
        dossier_store_load_claims_sync (work->gather->store, &g_array_index (ids, gint64, first),
                                        MIN (CHUNK, ids->len - first), cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          DossierClaimRecord *record = g_ptr_array_index (records, i);

          if (record != NULL)
            g_hash_table_replace (work->claims, &record->id, dossier_claim_record_ref (record));
        }
    }

  return TRUE;
}

/* The claims of one source, in the order of its text. */
static void
fill_source (Work                *work,
             guint                index,
             DossierExportSource *source)
{
  const DossierColumns *columns = work->columns;

  for (guint row = columns->source_first[index]; row < columns->source_first[index + 1]; row++)
    {
      DossierClaimRecord *record =
        work->chosen[row] ? g_hash_table_lookup (work->claims, &columns->ids[row]) : NULL;
      DossierExportClaim *claim;

      if (record == NULL)
        continue;
      claim = dossier_export_claim_new (record);
      g_ptr_array_add (source->claims, claim);
      g_hash_table_insert (work->out, &record->id, claim);
      work->data->n_claims++;
    }
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const DossierNoteRecord *first = *(DossierNoteRecord **) a;
  const DossierNoteRecord *second = *(DossierNoteRecord **) b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

/* Each note to its claim, its source or the dossier; those of sources and the dossier by id of the source in @by_source. */
static void
place_notes (Work       *work,
             GHashTable *by_source)
{
  for (guint i = 0; i < work->notes->len; i++)
    {
      DossierNoteRecord *note = g_ptr_array_index (work->notes, i);
      DossierExportClaim *claim = g_hash_table_lookup (work->out, &note->claim_id);
      DossierExportSource *source = g_hash_table_lookup (by_source, &note->source_id);
      guint at;
      GPtrArray *place = NULL;

      if (claim != NULL)
        place = claim->notes;
      else if (note->source_id == 0 && work->gather->request.scope != DOSSIER_EXPORT_SELECTED)
        place = work->data->notes;
      else if (note->claim_id == 0 && source != NULL && find_source (work->columns, note->source_id, &at) &&
               work->sources[at])
        place = source->notes;

      if (place != NULL)
        {
          g_ptr_array_add (place, dossier_note_record_ref (note));
          work->data->n_notes++;
        }
    }
}

/* Sources that have something to go out: claims, or notes of their own. */
static GArray *
wanted_sources (Work *work)
{
  const DossierColumns *columns = work->columns;
  g_autofree guint8 *wanted = g_malloc0 (columns->n_sources + 1);
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint at;

  for (guint row = 0; row < columns->n_claims; row++)
    wanted[columns->sources[row]] |= work->chosen[row];
  for (guint i = 0; i < work->notes->len; i++)
    {
      DossierNoteRecord *note = g_ptr_array_index (work->notes, i);

      if (note->claim_id == 0 && note->source_id != 0 && find_source (columns, note->source_id, &at))
        wanted[at] |= work->sources[at];
    }
  for (guint32 i = 0; i < columns->n_sources; i++)
    if (wanted[i])
      g_array_append_val (indexes, i);

  return indexes;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const DossierColumns *columns = user_data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  /* No date is DOSSIER_DAY_MAX, and so last. */
  if (columns->source_begin[first] != columns->source_begin[second])
    return columns->source_begin[first] < columns->source_begin[second] ? -1 : 1;

  return first < second ? -1 : first > second;
}

static gboolean
gather_sources (Work          *work,
                GHashTable    *by_source,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GArray) indexes = wanted_sources (work);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree gint64 *ids = g_new (gint64, indexes->len);

  g_array_sort_with_data (indexes, compare_dates, work->columns);
  for (guint i = 0; i < indexes->len; i++)
    ids[i] = work->columns->source_ids[g_array_index (indexes, guint32, i)];
  records = dossier_store_load_sources_sync (work->gather->store, ids, indexes->len, cancellable, error);
  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      DossierSourceRecord *record = g_ptr_array_index (records, i);
      DossierExportSource *source;

      if (record == NULL)
        continue;
      source = dossier_export_source_new (record);
      fill_source (work, g_array_index (indexes, guint32, i), source);
      g_ptr_array_add (work->data->sources, source);
      g_hash_table_insert (by_source, &source->source->id, source);
    }

  return TRUE;
}

static void
add_link (Work              *work,
          gint64             claim_id,
          gint64             other_id,
          DossierLinkRecord *record)
{
  DossierExportClaim *claim = g_hash_table_lookup (work->out, &claim_id);
  DossierClaimRecord *other = g_hash_table_lookup (work->claims, &other_id);
  DossierExportLink *link;

  if (claim == NULL || other == NULL || other->review == DOSSIER_REVIEW_DISMISSED)
    return;

  link = g_new0 (DossierExportLink, 1);
  link->relation = record->relation;
  link->incoming = record->to_claim == claim_id;
  link->other = dossier_claim_record_ref (other);
  g_ptr_array_add (claim->links, link);
}

static gboolean
gather_links (Work          *work,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) links = dossier_store_load_links_sync (work->gather->store, cancellable, error);
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      DossierLinkRecord *link = g_ptr_array_index (links, i);
      gboolean from_out = g_hash_table_contains (work->out, &link->from_claim);
      gboolean to_out = g_hash_table_contains (work->out, &link->to_claim);

      if (from_out && !to_out)
        g_array_append_val (missing, link->to_claim);
      if (to_out && !from_out)
        g_array_append_val (missing, link->from_claim);
    }
  if (!fetch_claims (work, missing, cancellable, error))
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      DossierLinkRecord *link = g_ptr_array_index (links, i);

      if (link->review == DOSSIER_REVIEW_DISMISSED)
        continue;
      add_link (work, link->from_claim, link->to_claim, link);
      add_link (work, link->to_claim, link->from_claim, link);
    }

  return TRUE;
}

static DossierExportData *
data_new (const DossierGather *gather)
{
  DossierExportData *data = dossier_export_data_new ();

  data->title = g_strdup (gather->title);
  data->filter = g_strdup (gather->request.scope == DOSSIER_EXPORT_FILTERED && gather->filter != NULL ? gather->filter
                                                                                                      : "");
  data->made = g_get_real_time () / G_USEC_PER_SEC;

  return data;
}

/**
 * dossier_gather_run:
 * @gather: what to gather, from where
 * @cancellable: (nullable): to give it up
 * @error: a sentence for the person
 *
 * Gathers what is exported: sources by date, claims in the order of the text,
 * each with its notes and links.
 *
 * Returns: (transfer full) (nullable): it
 */
DossierExportData *
dossier_gather_run (const DossierGather  *gather,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_auto (Work) work = { .gather = gather };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) by_source = g_hash_table_new (g_int64_hash, g_int64_equal);

  work.columns = gather->columns != NULL ? dossier_columns_ref (gather->columns)
                                         : dossier_store_load_columns_sync (gather->store, cancellable, error);
  if (work.columns == NULL)
    return NULL;

  work.rows = dossier_order_new (g_memdup2 (work.columns->ids, sizeof (gint64) * work.columns->n_claims),
                                 work.columns->n_claims);
  work.claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                       (GDestroyNotify) dossier_claim_record_unref);
  work.out = g_hash_table_new (g_int64_hash, g_int64_equal);
  work.data = data_new (gather);
  work.notes = dossier_store_load_all_notes_sync (gather->store, cancellable, error);
  if (work.notes == NULL || !choose (&work, cancellable, error))
    return NULL;

  g_ptr_array_sort (work.notes, compare_notes);
  for (guint row = 0; row < work.columns->n_claims; row++)
    if (work.chosen[row])
      g_array_append_val (ids, work.columns->ids[row]);
  if (!fetch_claims (&work, ids, cancellable, error) || !gather_sources (&work, by_source, cancellable, error) ||
      !gather_links (&work, cancellable, error))
    return NULL;
  place_notes (&work, by_source);

  return g_steal_pointer (&work.data);
}
