/* dossier-crosslinks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-crosslinks.h"

#include "dossier-matcher.h"

/* Records that are asked for at a time. */
#define CHUNK 2000

/* The claims of all sources, as numbered by the matcher. */
typedef struct
{
  DossierStore   *store;
  DossierColumns *columns;
  DossierMatcher *matcher;
  GArray         *ids;    /* gint64: by the number of the matcher */
  GPtrArray      *dates;  /* EDTF or NULL: when each source was published */
  guint32         source; /* the index of the one added last */
  guint           number; /* its number */
} Feed;

static void
feed_claim (Feed                     *feed,
            guint32                   source,
            const DossierClaimRecord *claim)
{
  if (feed->source != source)
    {
      feed->number = dossier_matcher_add_source (feed->matcher, g_ptr_array_index (feed->dates, source), NULL, 0);
      feed->source = source;
    }
  dossier_matcher_add_claim (feed->matcher, feed->number, claim);
  g_array_append_val (feed->ids, claim->id);
}

/* How records are read from the store: one of dossier_store_load_…_sync(). */
typedef GPtrArray *(*Load) (DossierStore  *store,
                            const gint64  *ids,
                            guint          n_ids,
                            GCancellable  *cancellable,
                            GError       **error);

/* What is done with the record of the row @index; NULL where it is gone. */
typedef void (*Take) (Feed          *feed,
                      guint          index,
                      gconstpointer  record);

/* Reads the records of all rows in turn, some at a time. */
static gboolean
read_all (Feed          *feed,
          Load           load,
          const gint64  *ids,
          guint          n_ids,
          Take           take,
          GCancellable  *cancellable,
          GError       **error)
{
  for (guint first = 0; first < n_ids; first += CHUNK)
    {
      g_autoptr (GPtrArray) records = load (feed->store, ids + first, MIN (CHUNK, n_ids - first), cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        take (feed, first + i, g_ptr_array_index (records, i));
    }

  return TRUE;
}

static void
take_date (Feed          *feed,
           guint          index,
           gconstpointer  record)
{
  const DossierSourceRecord *source = record;

  g_ptr_array_add (feed->dates, source != NULL ? g_strdup (source->published) : NULL);
}

static void
take_claim (Feed          *feed,
            guint          index,
            gconstpointer  record)
{
  const DossierClaimRecord *claim = record;

  if (claim != NULL && claim->review != DOSSIER_REVIEW_DISMISSED)
    feed_claim (feed, feed->columns->sources[index], claim);
}

/* Gives the matcher all claims that nobody dismissed, source by source in the order of the text. */
static gboolean
feed_all (Feed          *feed,
          GCancellable  *cancellable,
          GError       **error)
{
  const DossierColumns *columns = feed->columns;

  return read_all (feed, dossier_store_load_sources_sync, columns->source_ids, columns->n_sources, take_date,
                   cancellable, error) &&
         read_all (feed, dossier_store_load_claims_sync, columns->ids, columns->n_claims, take_claim,
                   cancellable, error);
}

static GPtrArray *
links_from (const Feed *feed,
            GArray     *matches)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_link_record_unref);

  for (guint i = 0; i < matches->len; i++)
    {
      const DossierMatch *match = &g_array_index (matches, DossierMatch, i);
      DossierLinkRecord *link = dossier_link_record_new ();

      link->from_claim = g_array_index (feed->ids, gint64, match->from);
      link->to_claim = g_array_index (feed->ids, gint64, match->to);
      link->relation = match->relation;
      link->confidence = match->confidence;
      g_free (link->why);
      link->why = g_strdup (match->why);
      g_ptr_array_add (links, link);
    }

  return links;
}

/**
 * dossier_crosslinks_update:
 * @store: an open dossier
 * @cancellable: (nullable): to give it up
 * @error: a sentence for the person
 *
 * Finds which claims answer or repeat claims of other sources. What a person
 * decided about such links stays.
 *
 * Returns: %FALSE where it failed or was given up; nothing is changed then
 */
gboolean
dossier_crosslinks_update (DossierStore  *store,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (DossierColumns) columns = dossier_store_load_columns_sync (store, cancellable, error);
  g_autoptr (DossierMatcher) matcher = dossier_matcher_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GPtrArray) links = NULL;
  Feed feed = { store, columns, matcher, ids, dates, G_MAXUINT32, 0 };

  if (columns == NULL || !feed_all (&feed, cancellable, error))
    return FALSE;

  matches = dossier_matcher_across (matcher, 0, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  links = links_from (&feed, matches);

  return dossier_store_set_links_sync (store, links, cancellable, error);
}
