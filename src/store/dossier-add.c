/* dossier-add.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-add.h"
#include "dossier-links-write.h"
#include "dossier-pack.h"
#include "dossier-statement.h"
#include "dossier-write.h"

/**
 * dossier_find_sha256:
 * @id: (out): the source with these bytes, 0 for none
 */
gboolean
dossier_find_sha256 (DossierConnection  *connection,
                     const char         *sha256,
                     gint64             *id,
                     GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  int step;

  *id = 0;
  stmt = dossier_connection_prepare (connection, "SELECT id FROM source WHERE sha256 = ? ORDER BY id LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_text (stmt, 1, sha256);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    *id = dossier_column_int (stmt, 0);
  return step >= 0;
}

/* What the format says of a document stands before what was found in its text. */
static char *
choose (const char *said,
        const char *found)
{
  return g_strdup (said != NULL && said[0] != '\0' ? said : found);
}

static char **
list_countries (const GArray *weights)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; weights != NULL && i < weights->len; i++)
    g_ptr_array_add (codes, g_strdup (g_array_index (weights, DossierCountryWeight, i).code));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

static DossierSourceRecord *
make_source (DossierDocument *document,
             DossierFindings *findings)
{
  DossierSourceRecord *source = dossier_source_record_new ();

  source->title = choose (document->title, findings->title);
  source->outlet = choose (document->outlet, findings->outlet);
  source->byline = choose (document->byline, findings->byline);
  source->published = choose (document->published, findings->published);
  source->language = choose (findings->language, document->language);
  source->url = g_strdup (document->url);
  source->file_name = g_strdup (document->file_name);
  source->media_type = g_strdup (document->media_type);
  source->encoding = g_strdup (document->encoding);
  source->sha256 = g_strdup (document->sha256);
  source->imported = g_get_real_time () / G_USEC_PER_SEC;
  source->n_chars = dossier_text_n_chars (document->text);
  g_strfreev (source->countries);
  source->countries = list_countries (findings->countries);
  return source;
}

/* Whether the text's own bytes are the original, which then is not kept twice. */
static gboolean
is_original (DossierDocument *document)
{
  gsize n_text, n_original;
  const char *text = dossier_text_utf8 (document->text, &n_text);
  gconstpointer original = g_bytes_get_data (document->original, &n_original);

  return n_text == n_original && (n_text == 0 || memcmp (text, original, n_text) == 0);
}

static gboolean
write_body (DossierConnection  *connection,
            gint64              id,
            DossierDocument    *document,
            DossierFindings    *findings,
            GError            **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  const char *text;
  gsize size;

  stmt = dossier_connection_prepare (connection,
                                     "INSERT INTO source_body (id, blocks, mentions, text, original) "
                                     "VALUES (?, ?, ?, ?, ?)",
                                     error);
  if (stmt == NULL)
    return FALSE;

  text = dossier_text_utf8 (document->text, &size);
  dossier_bind_int (stmt, 1, id);
  dossier_bind_take (stmt, 2, dossier_pack_blocks (findings->blocks));
  dossier_bind_take (stmt, 3, dossier_pack_mentions (findings->mentions));
  sqlite3_bind_text64 (stmt, 4, text != NULL ? text : "", size, SQLITE_STATIC, SQLITE_UTF8);
  if (document->original != NULL && !is_original (document))
    {
      gsize n_original;
      gconstpointer original = g_bytes_get_data (document->original, &n_original);

      sqlite3_bind_blob64 (stmt, 5, original != NULL ? original : "", n_original, SQLITE_STATIC);
    }
  return dossier_statement_run (stmt, error);
}

static gboolean
write_claims (DossierConnection  *connection,
              gint64              id,
              DossierText        *text,
              DossierFindings    *findings,
              GError            **error)
{
  guint n = findings->claims != NULL ? findings->claims->len : 0;
  g_autofree gint64 *ids = g_new0 (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      ids[i] = dossier_write_claim (connection, id, g_ptr_array_index (findings->claims, i), text, error);
      if (ids[i] == 0)
        return FALSE;
    }

  return dossier_write_found_links (connection, findings->links, ids, n, error);
}

/**
 * dossier_add:
 *
 * Returns: (nullable) (transfer full): the source's id; one that was there with
 * the same bytes is left as it is
 */
DossierAdded *
dossier_add (DossierConnection  *connection,
             DossierDocument    *document,
             DossierFindings    *findings,
             GError            **error)
{
  g_autoptr (DossierSourceRecord) source = NULL;
  g_autofree DossierAdded *added = g_new0 (DossierAdded, 1);

  if (!dossier_find_sha256 (connection, document->sha256, &added->source_id, error))
    return NULL;
  added->already = added->source_id != 0;
  if (added->already)
    return g_steal_pointer (&added);

  source = make_source (document, findings);
  added->source_id = dossier_write_source (connection, source, document->file_time, error);
  if (added->source_id == 0 ||
      !write_body (connection, added->source_id, document, findings, error) ||
      !write_claims (connection, added->source_id, document->text, findings, error))
    return NULL;
  return g_steal_pointer (&added);
}
