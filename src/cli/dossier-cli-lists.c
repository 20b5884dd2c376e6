/* dossier-cli-lists.c: sources, claims, notes and timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-cli-open.h"
#include "dossier-cli-table.h"

/* Prints what a query lets through. */
typedef DossierCliTable *(*ListRun) (DossierStore   *store,
                                     DossierResult  *result,
                                     const char     *format,
                                     GError        **error);

/* The part that all lists share: options, opening, asking, printing. */
static int
run_list (const DossierCli *cli,
          int               argc,
          char            **argv,
          ListRun           list)
{
  g_auto (DossierCliFilter) filter = { NULL };
  g_autofree char *format = NULL;
  g_autofree char *command = g_strdup (argv[0]);
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("table, csv or json"), N_("FORMAT") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *program = g_strconcat ("dossier-cli ", command, NULL);
  g_autoptr (DossierStore) store = NULL;
  g_autoptr (DossierQuery) query = NULL;
  g_autoptr (DossierResult) result = NULL;
  g_autoptr (DossierCliTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  dossier_cli_filter_add (&filter, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return dossier_cli_usage (command, error->message);
  if (argc > 1)
    return dossier_cli_usage (command, _("It takes options only."));
  if (format != NULL && !g_str_equal (format, "table") && !g_str_equal (format, "csv") &&
      !g_str_equal (format, "json"))
    return dossier_cli_usage (command, _("Give table, csv or json after “--format”."));
  query = dossier_cli_filter_query (&filter, NULL, &error);
  if (query == NULL)
    return dossier_cli_usage (command, error->message);

  store = dossier_cli_open (cli, DOSSIER_OPEN_READ_ONLY);
  if (store == NULL)
    return DOSSIER_CLI_FAILED;
  result = dossier_cli_result (store, query, &error);
  if (result != NULL)
    table = list (store, result, format, &error);
  if (table == NULL)
    {
      dossier_cli_error ("%s", error->message);
      return DOSSIER_CLI_FAILED;
    }
  dossier_cli_table_print (table);

  return DOSSIER_CLI_OK;
}

static guint
n_claims_of (const DossierSourceRecord *source)
{
  guint n = 0;

  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    n += source->n_kinds[kind];

  return n;
}

static DossierCliTable *
list_sources (DossierStore   *store,
              DossierResult  *result,
              const char     *format,
              GError        **error)
{
  g_autofree gint64 *ids = g_new (gint64, result->n_sources);
  g_autoptr (GPtrArray) records = NULL;
  DossierCliTable *table;

  for (guint i = 0; i < result->n_sources; i++)
    ids[i] = result->columns->source_ids[result->sources[i]];
  records = dossier_store_load_sources_sync (store, ids, result->n_sources, NULL, error);
  if (records == NULL)
    return NULL;

  table = dossier_cli_table_new (format, "id", "published", "claims", "countries", "title", "outlet", "byline", "url",
                                 "language", "file", "sha256", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const DossierSourceRecord *source = g_ptr_array_index (records, i);

      if (source == NULL)
        continue;
      dossier_cli_table_number (table, source->id);
      dossier_cli_table_text (table, source->published);
      dossier_cli_table_number (table, n_claims_of (source));
      dossier_cli_table_list (table, (const char * const *) source->countries);
      dossier_cli_table_text (table, source->title);
      dossier_cli_table_text (table, source->outlet);
      dossier_cli_table_text (table, source->byline);
      dossier_cli_table_text (table, source->url);
      dossier_cli_table_text (table, source->language);
      dossier_cli_table_text (table, source->file_name);
      dossier_cli_table_text (table, source->sha256);
    }

  return table;
}

static DossierCliTable *
list_claims (DossierStore   *store,
             DossierResult  *result,
             const char     *format,
             GError        **error)
{
  g_autoptr (GPtrArray) records =
    dossier_cli_load_claims (store, result->columns, result->claims, result->n_claims, error);
  DossierCliTable *table;

  if (records == NULL)
    return NULL;

  table = dossier_cli_table_new (format, "id", "source", "kind", "countries", "event", "stated", "speaker", "quote",
                                 "via", "review", "verdict", "start", "end", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (records, i);

      if (claim == NULL)
        continue;
      dossier_cli_table_number (table, claim->id);
      dossier_cli_table_number (table, claim->source_id);
      dossier_cli_table_text (table, dossier_kind_nick (claim->kind));
      dossier_cli_table_list (table, (const char * const *) claim->countries);
      dossier_cli_table_text (table, claim->event);
      dossier_cli_table_text (table, claim->stated);
      dossier_cli_table_text (table, claim->speaker);
      dossier_cli_table_text (table, claim->quote);
      dossier_cli_table_list (table, (const char * const *) claim->via);
      dossier_cli_table_text (table, dossier_review_nick (claim->review));
      dossier_cli_table_text (table, dossier_verdict_nick (claim->verdict));
      dossier_cli_table_number (table, claim->span.start);
      dossier_cli_table_number (table, claim->span.end);
    }

  return table;
}

/* The ids of the sources and claims that a result holds. */
static GHashTable *
ids_of_sources (const DossierResult *result)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < result->n_sources; i++)
    g_hash_table_add (ids, &result->columns->source_ids[result->sources[i]]);

  return ids;
}

static GHashTable *
ids_of_claims (const DossierResult *result)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < result->n_claims; i++)
    g_hash_table_add (ids, &result->columns->ids[result->claims[i]]);

  return ids;
}

static DossierCliTable *
list_notes (DossierStore   *store,
            DossierResult  *result,
            const char     *format,
            GError        **error)
{
  g_autoptr (GPtrArray) notes = dossier_store_load_all_notes_sync (store, NULL, error);
  g_autoptr (GHashTable) sources = ids_of_sources (result);
  g_autoptr (GHashTable) claims = ids_of_claims (result);
  gboolean all = dossier_query_is_empty (result->query);
  DossierCliTable *table;

  if (notes == NULL)
    return NULL;

  table = dossier_cli_table_new (format, "id", "source", "claim", "tags", "text", "quote", "colour", "created",
                                 "modified", "start", "end", NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      const DossierNoteRecord *note = g_ptr_array_index (notes, i);

      if (!all && !(note->claim_id != 0 ? g_hash_table_contains (claims, &note->claim_id)
                                        : g_hash_table_contains (sources, &note->source_id)))
        continue;
      dossier_cli_table_number (table, note->id);
      dossier_cli_table_number (table, note->source_id);
      dossier_cli_table_number (table, note->claim_id);
      dossier_cli_table_list (table, (const char * const *) note->tags);
      dossier_cli_table_text (table, note->text);
      dossier_cli_table_text (table, note->quote);
      dossier_cli_table_text (table, note->colour);
      dossier_cli_table_number (table, note->created);
      dossier_cli_table_number (table, note->modified);
      dossier_cli_table_number (table, note->span.start);
      dossier_cli_table_number (table, note->span.end);
    }

  return table;
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const DossierResult *result = user_data;
  DossierDateBasis basis = result->query->basis;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  if (result->columns->begin[basis][first] != result->columns->begin[basis][second])
    return result->columns->begin[basis][first] < result->columns->begin[basis][second] ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* The claims that have a date, the earliest first. */
static GArray *
dated_claims (DossierResult *result)
{
  DossierDateBasis basis = result->query->basis;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < result->n_claims; i++)
    if (result->columns->begin[basis][result->claims[i]] <= result->columns->end[basis][result->claims[i]])
      g_array_append_val (rows, result->claims[i]);
  g_array_sort_with_data (rows, compare_days, result);

  return rows;
}

static DossierCliTable *
list_timeline (DossierStore   *store,
               DossierResult  *result,
               const char     *format,
               GError        **error)
{
  const DossierColumns *columns = result->columns;
  DossierDateBasis basis = result->query->basis;
  g_autoptr (GArray) rows = dated_claims (result);
  g_autoptr (GPtrArray) records =
    dossier_cli_load_claims (store, result->columns, (const guint32 *) rows->data, rows->len, error);
  DossierCliTable *table;

  if (records == NULL)
    return NULL;

  table = dossier_cli_table_new (format, "earliest", "latest", "kind", "countries", "speaker", "quote", "id", "source",
                                 NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const DossierClaimRecord *claim = g_ptr_array_index (records, i);
      guint32 row = g_array_index (rows, guint32, i);
      g_autofree char *earliest = dossier_day_to_string (columns->begin[basis][row]);
      g_autofree char *latest = dossier_day_to_string (columns->end[basis][row]);

      if (claim == NULL)
        continue;
      dossier_cli_table_text (table, earliest);
      dossier_cli_table_text (table, latest);
      dossier_cli_table_text (table, dossier_kind_nick (claim->kind));
      dossier_cli_table_list (table, (const char * const *) claim->countries);
      dossier_cli_table_text (table, claim->speaker);
      dossier_cli_table_text (table, claim->quote);
      dossier_cli_table_number (table, claim->id);
      dossier_cli_table_number (table, claim->source_id);
    }
  if (result->n_claims > rows->len && dossier_cli_table_is_for_people (table))
    g_printerr (ngettext ("%u claim has no such date; “--undated” lists it under claims.\n",
                          "%u claims have no such date; “--undated” lists them under claims.\n",
                          result->n_claims - rows->len),
                result->n_claims - rows->len);

  return table;
}

/**
 * dossier_cli_sources:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `sources`: lists the sources that the filter lets through.
 *
 * Returns: the exit status
 */
int
dossier_cli_sources (const DossierCli *cli,
                     int               argc,
                     char            **argv)
{
  return run_list (cli, argc, argv, list_sources);
}

/**
 * dossier_cli_claims:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `claims`: lists the claims that the filter lets through.
 *
 * Returns: the exit status
 */
int
dossier_cli_claims (const DossierCli *cli,
                    int               argc,
                    char            **argv)
{
  return run_list (cli, argc, argv, list_claims);
}

/**
 * dossier_cli_notes:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `notes`: lists the notes on what the filter lets through.
 *
 * Returns: the exit status
 */
int
dossier_cli_notes (const DossierCli *cli,
                   int               argc,
                   char            **argv)
{
  return run_list (cli, argc, argv, list_notes);
}

/**
 * dossier_cli_timeline:
 * @cli: what the options before the command said
 * @argc: how many arguments
 * @argv: the command and its arguments
 *
 * `timeline`: lists the dated claims, the earliest first.
 *
 * Returns: the exit status
 */
int
dossier_cli_timeline (const DossierCli *cli,
                      int               argc,
                      char            **argv)
{
  return run_list (cli, argc, argv, list_timeline);
}
