/* dossier-answer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-answer"

#include "config.h"

#include "dossier-answer.h"

#include <string.h>

#include "dossier-country-names.h"
#include "dossier-strings.h"

/* The key of what has no value: after all others, whichever way the rest is sorted. */
#define KEY_NONE G_MAXUINT32

/**
 * dossier_answer_free:
 * @self: (transfer full): an answer
 */
void
dossier_answer_free (DossierAnswer *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, dossier_query_unref);
  g_clear_pointer (&self->columns, dossier_columns_unref);
  g_clear_pointer (&self->rows, dossier_order_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->title_ranks, g_bytes_unref);
  g_clear_pointer (&self->sorted.columns, dossier_columns_unref);
  g_clear_pointer (&self->sorted.rows, g_bytes_unref);
  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    {
      g_clear_pointer (&self->asks[i].shown, dossier_order_unref);
      g_clear_pointer (&self->asks[i].order, dossier_order_unref);
      g_clear_pointer (&self->asks[i].changes, g_array_unref);
    }
  g_clear_pointer (&self->hits, dossier_hits_free);
  g_clear_pointer (&self->result, dossier_result_unref);
  g_free (self->shown);
  g_free (self);
}

/* Days as unsigned numbers in the same order, clear of KEY_NONE. */
static guint32
day_key (gint32   begin,
         gint32   end,
         gboolean descending)
{
  guint32 key;

  if (begin > end)
    return KEY_NONE;

  key = (guint32) begin ^ 0x80000000u;
  key = MIN (key, KEY_NONE - 1);

  return descending ? KEY_NONE - 1 - key : key;
}

static guint32
plain_key (guint32  key,
           gboolean descending)
{
  return key == KEY_NONE || !descending ? key : KEY_NONE - 1 - key;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  char **keys = user_data;

  return strcmp (keys[*(const guint32 *) a], keys[*(const guint32 *) b]);
}

/* For each of some names its place in the alphabet of the user's language; the last element is KEY_NONE. */
static guint32 *
rank_names (GPtrArray   *names,
            const char *(*show) (const char *name))
{
  g_auto (GStrv) keys = g_new0 (char *, names->len + 1);
  g_autofree guint32 *order = g_new (guint32, names->len);
  guint32 *ranks = g_new (guint32, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      keys[i] = g_utf8_collate_key (show != NULL ? show (name) : name, -1);
      order[i] = i;
    }
  g_qsort_with_data (order, names->len, sizeof *order, compare_keys, keys);
  for (guint i = 0; i < names->len; i++)
    ranks[order[i]] = i;
  ranks[names->len] = KEY_NONE;

  return ranks;
}

/* What a claim is sorted by, a row each. */
static void
fill_claim_keys (const DossierColumns *columns,
                 DossierSort           sort,
                 gboolean              descending,
                 guint64              *keys)
{
  g_autofree guint32 *ranks = NULL;
  DossierDateBasis basis = DOSSIER_BASIS_EVENT;

  switch (sort)
    {
    case DOSSIER_SORT_KIND:
      for (guint i = 0; i < columns->n_claims; i++)
        keys[i] = plain_key (columns->kinds[i], descending);
      return;

    case DOSSIER_SORT_REVIEW:
      for (guint i = 0; i < columns->n_claims; i++)
        keys[i] = plain_key (columns->reviews[i], descending);
      return;

    case DOSSIER_SORT_SPEAKER:
      ranks = rank_names (columns->speaker_names, NULL);
      for (guint i = 0; i < columns->n_claims; i++)
        keys[i] = plain_key (ranks[MIN (columns->speakers[i], columns->speaker_names->len)], descending);
      return;

    case DOSSIER_SORT_COUNTRY:
      ranks = rank_names (columns->country_codes, dossier_country_name);
      for (guint i = 0; i < columns->n_claims; i++)
        {
          guint32 first = columns->country_first[i];
          gboolean has_one = first < columns->country_first[i + 1];

          keys[i] = has_one ? plain_key (ranks[columns->countries[first]], descending) : KEY_NONE;
        }
      return;

    case DOSSIER_SORT_STATED:
      basis = DOSSIER_BASIS_STATED;
      break;

    case DOSSIER_SORT_PUBLISHED:
      basis = DOSSIER_BASIS_PUBLISHED;
      break;

    case DOSSIER_SORT_EVENT:
      break;

    case DOSSIER_SORT_DATE:
    case DOSSIER_SORT_TITLE:
    case DOSSIER_SORT_CLAIMS:
    case DOSSIER_SORT_IMPORT:
    default:
      for (guint i = 0; i < columns->n_claims; i++)
        keys[i] = descending ? columns->n_claims - i : i;
      return;
    }

  for (guint i = 0; i < columns->n_claims; i++)
    keys[i] = day_key (columns->begin[basis][i], columns->end[basis][i], descending);
}

/* The rows of all claims in the order asked for; kept in @sorted while the columns are the same. */
static const guint32 *
sorted_claims (DossierAnswer *self,
               DossierSort    sort,
               gboolean       descending)
{
  DossierColumns *columns = self->columns;
  DossierSorted *sorted = &self->sorted;
  g_autofree guint64 *keys = NULL;
  guint32 *rows;

  if (sorted->rows != NULL && sorted->columns == columns && sorted->sort == sort &&
      sorted->descending == descending)
    return g_bytes_get_data (sorted->rows, NULL);

  keys = g_new (guint64, columns->n_claims);
  rows = g_new (guint32, columns->n_claims);
  for (guint i = 0; i < columns->n_claims; i++)
    rows[i] = i;
  fill_claim_keys (columns, sort, descending, keys);
  dossier_radix_sort (keys, rows, columns->n_claims);

  g_clear_pointer (&sorted->rows, g_bytes_unref);
  g_clear_pointer (&sorted->columns, dossier_columns_unref);
  sorted->rows = g_bytes_new_take (rows, sizeof (guint32) * columns->n_claims);
  sorted->columns = dossier_columns_ref (columns);
  sorted->sort = sort;
  sorted->descending = descending;

  return rows;
}

static DossierOrder *
order_claims (DossierAnswer *self)
{
  static const DossierSort of_basis[DOSSIER_N_BASES] = {
    DOSSIER_SORT_EVENT, DOSSIER_SORT_STATED, DOSSIER_SORT_PUBLISHED,
  };
  const DossierListAsk *ask = &self->asks[DOSSIER_ASK_CLAIMS];
  DossierSort sort = ask->sort == DOSSIER_SORT_DATE ? of_basis[self->query->basis] : ask->sort;
  const guint32 *rows = sorted_claims (self, sort, ask->descending);
  gint64 *ids = g_new (gint64, self->result->n_claims);
  guint n = 0;

  for (guint i = 0; i < self->columns->n_claims; i++)
    if (self->shown[rows[i]])
      ids[n++] = self->columns->ids[rows[i]];

  return dossier_order_new (ids, n);
}

/* For each source the place of its title in the alphabet. */
static gboolean
load_title_ranks (DossierAnswer  *self,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) records =
    dossier_store_load_sources_sync (self->store, self->columns->source_ids, self->columns->n_sources, cancellable,
                                     error);

  if (records == NULL)
    return FALSE;

  titles = g_ptr_array_sized_new (records->len);
  for (guint i = 0; i < records->len; i++)
    {
      DossierSourceRecord *record = g_ptr_array_index (records, i);
      const char *title = record != NULL ? record->title : NULL;

      if (title == NULL && record != NULL)
        title = record->file_name;
      g_ptr_array_add (titles, (gpointer) (title != NULL ? title : ""));
    }
  self->title_ranks = g_bytes_new_take (rank_names (titles, NULL), sizeof (guint32) * titles->len);

  return TRUE;
}

static void
fill_source_keys (DossierAnswer *self,
                  guint64       *keys)
{
  const DossierListAsk *ask = &self->asks[DOSSIER_ASK_SOURCES];
  const DossierColumns *columns = self->columns;
  const guint32 *ranks = ask->sort == DOSSIER_SORT_TITLE ? g_bytes_get_data (self->title_ranks, NULL) : NULL;

  for (guint i = 0; i < self->result->n_sources; i++)
    {
      guint32 source = self->result->sources[i];
      guint32 n_shown = 0;

      switch (ask->sort)
        {
        case DOSSIER_SORT_TITLE:
          keys[i] = plain_key (ranks[source], ask->descending);
          break;
        case DOSSIER_SORT_DATE:
          keys[i] = columns->source_begin[source] == DOSSIER_DAY_MAX ? KEY_NONE
                                                                     : day_key (columns->source_begin[source],
                                                                                columns->source_begin[source],
                                                                                ask->descending);
          break;
        case DOSSIER_SORT_CLAIMS:
          for (guint row = columns->source_first[source]; row < columns->source_first[source + 1]; row++)
            n_shown += self->shown[row];
          keys[i] = plain_key (n_shown, ask->descending);
          break;
        default:
          keys[i] = plain_key (source, ask->descending);
        }
    }
}

static DossierOrder *
order_sources (DossierAnswer *self)
{
  guint n = self->result->n_sources;
  g_autofree guint64 *keys = g_new (guint64, n);
  g_autofree guint32 *sources = g_memdup2 (self->result->sources, sizeof (guint32) * n);
  gint64 *ids = g_new (gint64, n);

  fill_source_keys (self, keys);
  dossier_radix_sort (keys, sources, n);
  for (guint i = 0; i < n; i++)
    ids[i] = self->columns->source_ids[sources[i]];

  return dossier_order_new (ids, n);
}

/* Whether a source of the answer has this id. */
static gboolean
source_is_shown (const DossierAnswer *self,
                 gint64               id)
{
  const DossierResult *result = self->result;
  guint low = 0, high = result->n_sources;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->columns->source_ids[result->sources[middle]] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < result->n_sources && self->columns->source_ids[result->sources[low]] == id;
}

/* Whether one of the tags asked for is on the note, where any is asked for. */
static gboolean
note_has_tag (const DossierQuery      *query,
              const DossierNoteRecord *note)
{
  for (guint i = 0; note->tags[i] != NULL; i++)
    if (dossier_strv_contains (query->not_tags, note->tags[i]))
      return FALSE;
  if (dossier_strv_length (query->tags) == 0)
    return TRUE;
  for (guint i = 0; note->tags[i] != NULL; i++)
    if (dossier_strv_contains (query->tags, note->tags[i]))
      return TRUE;

  return FALSE;
}

/* A note is shown with its claim; one on a passage or a source, with the source. */
static gboolean
note_is_shown (const DossierAnswer     *self,
               const DossierNoteRecord *note)
{
  guint row;

  if (dossier_query_is_empty (self->query))
    return TRUE;
  if (!note_has_tag (self->query, note))
    return FALSE;
  if (note->claim_id != 0 && dossier_order_find (self->rows, note->claim_id, &row))
    return self->shown[row];

  return note->source_id != 0 ? source_is_shown (self, note->source_id)
                              : dossier_strv_length (self->query->tags) > 0;
}

static int
compare_note_place (gconstpointer a,
                    gconstpointer b)
{
  const DossierNoteRecord *first = *(DossierNoteRecord **) a;
  const DossierNoteRecord *second = *(DossierNoteRecord **) b;

  if (first->source_id != second->source_id)
    return first->source_id < second->source_id ? -1 : 1;
  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static int
compare_note_time (gconstpointer a,
                   gconstpointer b)
{
  const DossierNoteRecord *first = *(DossierNoteRecord **) a;
  const DossierNoteRecord *second = *(DossierNoteRecord **) b;

  if (first->modified != second->modified)
    return first->modified < second->modified ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static DossierOrder *
order_notes (DossierAnswer *self)
{
  const DossierListAsk *ask = &self->asks[DOSSIER_ASK_NOTES];
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gint64 *ids;

  for (guint i = 0; i < self->notes->len; i++)
    if (note_is_shown (self, g_ptr_array_index (self->notes, i)))
      g_ptr_array_add (shown, g_ptr_array_index (self->notes, i));
  g_ptr_array_sort (shown, ask->sort == DOSSIER_SORT_DATE ? compare_note_time : compare_note_place);

  ids = g_new (gint64, shown->len);
  for (guint i = 0; i < shown->len; i++)
    {
      guint at = ask->descending ? shown->len - 1 - i : i;

      ids[i] = ((DossierNoteRecord *) g_ptr_array_index (shown, at))->id;
    }

  return dossier_order_new (ids, shown->len);
}

/* What is not there from the last question. */
static gboolean
load_missing (DossierAnswer  *self,
              GCancellable   *cancellable,
              GError        **error)
{
  if (self->columns == NULL)
    {
      self->columns = dossier_store_load_columns_sync (self->store, cancellable, error);
      if (self->columns == NULL)
        return FALSE;
      g_clear_pointer (&self->rows, dossier_order_unref);
    }
  if (self->rows == NULL)
    self->rows = dossier_order_new (g_memdup2 (self->columns->ids, sizeof (gint64) * self->columns->n_claims),
                                    self->columns->n_claims);
  if (self->notes == NULL)
    {
      self->notes = dossier_store_load_all_notes_sync (self->store, cancellable, error);
      if (self->notes == NULL)
        return FALSE;
    }
  if (self->asks[DOSSIER_ASK_SOURCES].sort == DOSSIER_SORT_TITLE)
    {
      gsize wanted = sizeof (guint32) * self->columns->n_sources;

      if (self->title_ranks != NULL && g_bytes_get_size (self->title_ranks) != wanted)
        g_clear_pointer (&self->title_ranks, g_bytes_unref);
      if (self->title_ranks == NULL && !load_title_ranks (self, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_answer_run:
 * @self: a question
 * @cancellable: (nullable): to give it up
 * @error: what the store said
 *
 * Answers it: loads what is missing, applies the filter, sorts the lists and
 * finds how they change. Waits for the disk: for a worker thread.
 *
 * Returns: %FALSE where it failed or was given up; @self can only be freed then
 */
gboolean
dossier_answer_run (DossierAnswer  *self,
                    GCancellable   *cancellable,
                    GError        **error)
{
  if (!load_missing (self, cancellable, error))
    return FALSE;

  if (self->query->words != NULL)
    {
      self->hits = dossier_store_search_sync (self->store, self->query->words, cancellable, error);
      if (self->hits == NULL)
        return FALSE;
    }

  self->result = dossier_columns_query (self->columns, self->query, self->hits, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self->shown = g_malloc0 (self->columns->n_claims + 1);
  for (guint i = 0; i < self->result->n_claims; i++)
    self->shown[self->result->claims[i]] = 1;

  self->asks[DOSSIER_ASK_SOURCES].order = order_sources (self);
  self->asks[DOSSIER_ASK_CLAIMS].order = order_claims (self);
  self->asks[DOSSIER_ASK_NOTES].order = order_notes (self);
  for (guint i = 0; i < DOSSIER_N_ASKS; i++)
    self->asks[i].changes = dossier_order_changes (self->asks[i].shown, self->asks[i].order);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
