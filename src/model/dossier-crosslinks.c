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

static gboolean
load_dates (Feed          *feed,
            GCancellable  *cancellable,
            GError       **error)
{
  const DossierColumns *columns = feed->columns;

  for (guint first = 0; first < columns->n_sources; first += CHUNK)
    {
      guint n = MIN (CHUNK, columns->n_sources - first);
      g_autoptr (GPtrArray) records =
        dossier_store_load_sources_sync (feed->store, columns->source_ids + first, n, cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          const DossierSourceRecord *source = g_ptr_array_index (records, i);

          g_ptr_array_add (feed->dates, source != NULL ? g_strdup (source->published) : NULL);
        }
    }

  return TRUE;
}

/* Gives the matcher all claims that nobody dismissed, source by source in the order of the text. */
static gboolean
feed_all (Feed          *feed,
          GCancellable  *cancellable,
          GError       **error)
{
  const DossierColumns *columns = feed->columns;

  for (guint first = 0; first < columns->n_claims; first += CHUNK)
    {
      guint n = MIN (CHUNK, columns->n_claims - first);
      g_autoptr (GPtrArray) records =
        dossier_store_load_claims_sync (feed->store, columns->ids + first, n, cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          const DossierClaimRecord *claim = g_ptr_array_index (records, i);

          if (claim != NULL && claim->review != DOSSIER_REVIEW_DISMISSED)
            feed_claim (feed, columns->sources[first + i], claim);
        }
    }

  return TRUE;
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

  if (columns == NULL || !load_dates (&feed, cancellable, error) || !feed_all (&feed, cancellable, error))
    return FALSE;

  matches = dossier_matcher_across (matcher, 0, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  links = links_from (&feed, matches);

  return dossier_store_set_links_sync (store, links, cancellable, error);
}
