/* dossier-reanalyse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-add.h"
#include "dossier-links-write.h"
#include "dossier-pack.h"
#include "dossier-read.h"
#include "dossier-span-set.h"
#include "dossier-statement.h"
#include "dossier-write.h"

/* One claim that is stored, and what becomes of it. */
typedef struct
{
  DossierClaimRecord *claim;
  gboolean            kept;  /* a person has to do with it */
  gboolean            taken; /* a finding stands on it */
} Old;

typedef struct
{
  DossierConnection *connection;
  gint64             source_id;
  DossierText       *text;
  GPtrArray         *claims; /* DossierClaimRecord */
  GArray            *olds;
  DossierSpanSet    *kept;   /* spans of the kept ones, by place in @olds */
  GHashTable        *same;   /* "START-END" → place in @olds + 1 of the undecided ones */
} Run;

static gboolean
is_decided (const DossierClaimRecord *claim)
{
  return claim->by_person || claim->review != DOSSIER_REVIEW_SUGGESTED || claim->user_fields != 0 ||
         claim->verdict != DOSSIER_VERDICT_UNCHECKED;
}

/* Ids of claims that have a note, or a link that a person made or judged. */
static GHashTable *
load_attached (Run     *run,
               GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (run->connection,
                                     "SELECT claim_id FROM note WHERE source_id = ?1 AND claim_id IS NOT NULL "
                                     "UNION SELECT c.id FROM claim AS c JOIN link AS l ON l.from_claim = c.id "
                                     "WHERE c.source_id = ?1 AND (l.by_person <> 0 OR l.review <> 0) "
                                     "UNION SELECT c.id FROM claim AS c JOIN link AS l ON l.to_claim = c.id "
                                     "WHERE c.source_id = ?1 AND (l.by_person <> 0 OR l.review <> 0)",
                                     error);
  if (stmt == NULL)
    return NULL;
  dossier_bind_int (stmt, 1, run->source_id);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      gint64 id = dossier_column_int (stmt, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }

  return step == 0 ? g_steal_pointer (&ids) : NULL;
}

static gboolean
load_text (Run     *run,
           GError **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  stmt = dossier_connection_prepare (run->connection, "SELECT text FROM source_body WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, run->source_id);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    run->text = dossier_text_new ((const char *) sqlite3_column_text (stmt, 0), sqlite3_column_bytes (stmt, 0));
  else if (step == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This source is no longer in the dossier."));
  return step == 1;
}

static char *
span_key (DossierSpan span)
{
  return g_strdup_printf ("%u-%u", span.start, span.end);
}

static gboolean
load_olds (Run     *run,
           GError **error)
{
  g_autoptr (GHashTable) attached = load_attached (run, error);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DossierSpanItem));

  run->claims = dossier_read_claims_of (run->connection, run->source_id, error);
  if (attached == NULL || run->claims == NULL || !load_text (run, error))
    return FALSE;

  run->olds = g_array_new (FALSE, TRUE, sizeof (Old));
  run->same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < run->claims->len; i++)
    {
      Old old = { g_ptr_array_index (run->claims, i) };
      DossierSpanItem item = { old.claim->span, i };

      old.kept = is_decided (old.claim) || g_hash_table_contains (attached, &old.claim->id);
      if (old.kept)
        g_array_append_val (spans, item);
      else
        g_hash_table_insert (run->same, span_key (old.claim->span), GUINT_TO_POINTER (i + 1));
      g_array_append_val (run->olds, old);
    }

  run->kept = dossier_span_set_new ((const DossierSpanItem *) (gpointer) spans->data, spans->len);
  return TRUE;
}

/* Whether both are the same passage: the shared part is half of the longer one or more. */
static gboolean
is_same_passage (DossierSpan a,
                 DossierSpan b)
{
  guint64 shared, longer;

  if (!dossier_span_overlaps (a, b))
    return a.start == b.start && a.end == b.end;
  shared = MIN (a.end, b.end) - MAX (a.start, b.start);
  longer = MAX (a.end - a.start, b.end - b.start);
  return shared * 2 >= longer;
}

/* The kept claim that stands where @span does, the exact one first. */
static Old *
find_kept (Run         *run,
           DossierSpan  span)
{
  g_autoptr (GArray) places = dossier_span_set_query (run->kept, span);
  Old *found = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      Old *old = &g_array_index (run->olds, Old, g_array_index (places, guint32, i));

      if (old->claim->span.start == span.start && old->claim->span.end == span.end)
        return old;
      if (found == NULL && is_same_passage (old->claim->span, span))
        found = old;
    }

  return found;
}

/* Writes one finding; @id is the row it is from now on, 0 where it was dismissed. */
static gboolean
place_finding (Run                       *run,
               const DossierClaimRecord  *finding,
               gint64                    *id,
               GError                   **error)
{
  Old *kept = find_kept (run, finding->span);
  g_autofree char *key = span_key (finding->span);
  guint place;
  Old *old;

  if (kept != NULL)
    {
      *id = kept->claim->review == DOSSIER_REVIEW_DISMISSED ? 0 : kept->claim->id;
      return TRUE;
    }

  place = GPOINTER_TO_UINT (g_hash_table_lookup (run->same, key));
  old = place != 0 ? &g_array_index (run->olds, Old, place - 1) : NULL;
  if (old != NULL && !old->taken)
    {
      g_autoptr (DossierClaimRecord) claim = dossier_claim_record_copy (finding);

      old->taken = TRUE;
      claim->id = *id = old->claim->id;
      if (claim->quote == NULL)
        {
          claim->quote = g_strdup (old->claim->quote);
          g_free (claim->prefix);
          claim->prefix = g_strdup (old->claim->prefix);
          g_free (claim->suffix);
          claim->suffix = g_strdup (old->claim->suffix);
        }
      return dossier_write_claim_again (run->connection, claim, 0, error);
    }

  *id = dossier_write_claim (run->connection, run->source_id, finding, run->text, error);
  return *id != 0;
}

static gboolean
remove_untaken (Run     *run,
                GError **error)
{
  for (guint i = 0; i < run->olds->len; i++)
    {
      Old *old = &g_array_index (run->olds, Old, i);

      if (!old->kept && !old->taken &&
          !dossier_write_run (run->connection, "DELETE FROM claim WHERE id = ?", old->claim->id, 0, error))
        return FALSE;
    }

  return TRUE;
}

/* A field that no person set takes what was found; what was not found leaves what is there. */
static void
set_field (char      **field,
           const char *found,
           gboolean    by_person)
{
  if (by_person || found == NULL || found[0] == '\0')
    return;
  g_free (*field);
  *field = g_strdup (found);
}

static char **
list_codes (const GArray *weights)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; weights != NULL && i < weights->len; i++)
    g_strv_builder_add (builder, g_array_index (weights, DossierCountryWeight, i).code);
  return g_strv_builder_end (builder);
}

static gboolean
write_facts (Run              *run,
             DossierFindings  *findings,
             GError          **error)
{
  g_autoptr (GPtrArray) sources = dossier_read_sources (run->connection, &run->source_id, 1, error);
  DossierSourceRecord *source;
  guint set;

  if (sources == NULL)
    return FALSE;
  source = g_ptr_array_index (sources, 0);
  if (source == NULL)
    return dossier_store_set_error (error, DOSSIER_STORE_ERROR_CORRUPT);

  set = source->user_fields;
  set_field (&source->title, findings->title, set & DOSSIER_SOURCE_FIELD_TITLE);
  set_field (&source->outlet, findings->outlet, set & DOSSIER_SOURCE_FIELD_OUTLET);
  set_field (&source->byline, findings->byline, set & DOSSIER_SOURCE_FIELD_BYLINE);
  set_field (&source->published, findings->published, set & DOSSIER_SOURCE_FIELD_PUBLISHED);
  set_field (&source->language, findings->language, set & DOSSIER_SOURCE_FIELD_LANGUAGE);
  g_strfreev (source->countries);
  source->countries = list_codes (findings->countries);
  return dossier_write_source_again (run->connection, source, 0, error);
}

static gboolean
write_layers (Run              *run,
              DossierFindings  *findings,
              GError          **error)
{
  g_autoptr (DossierStatement) stmt = NULL;

  stmt = dossier_connection_prepare (run->connection,
                                     "UPDATE source_body SET blocks = ?, mentions = ? WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_take (stmt, 1, dossier_pack_blocks (findings->blocks));
  dossier_bind_take (stmt, 2, dossier_pack_mentions (findings->mentions));
  dossier_bind_int (stmt, 3, run->source_id);
  return dossier_statement_run (stmt, error);
}

static gboolean
write_findings (Run              *run,
                DossierFindings  *findings,
                GError          **error)
{
  guint n = findings->claims != NULL ? findings->claims->len : 0;
  g_autofree gint64 *ids = g_new0 (gint64, n + 1);

  if (!load_olds (run, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!place_finding (run, g_ptr_array_index (findings->claims, i), &ids[i], error))
        return FALSE;
    }

  return remove_untaken (run, error) &&
         dossier_replace_found_links (run->connection, run->source_id, findings->links, ids, n, error) &&
         write_facts (run, findings, error) && write_layers (run, findings, error);
}

/**
 * dossier_reanalyse:
 *
 * Puts new findings in the place of the old ones, around what a person decided:
 * a claim that a person marked, judged, changed, noted or linked stays as it
 * is, and a finding on its passage is left out; so is one on the passage of a
 * dismissed claim. An undecided claim found again keeps its row.
 */
gboolean
dossier_reanalyse (DossierConnection  *connection,
                   gint64              source_id,
                   DossierFindings    *findings,
                   GError            **error)
{
  Run run = { connection, source_id };
  gboolean done = write_findings (&run, findings, error);

  g_clear_pointer (&run.text, dossier_text_unref);
  g_clear_pointer (&run.claims, g_ptr_array_unref);
  g_clear_pointer (&run.olds, g_array_unref);
  g_clear_pointer (&run.same, g_hash_table_unref);
  g_clear_pointer (&run.kept, dossier_span_set_free);
  return done;
}
