/* dossier-cli-open.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-cli-open.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-filter.h"
#include "dossier-places.h"

/**
 * dossier_cli_path:
 * @cli: what the options before the command said
 *
 * Returns: (transfer full): the path of the dossier
 */
char *
dossier_cli_path (const DossierCli *cli)
{
  return cli->dossier != NULL ? g_strdup (cli->dossier) : dossier_default_path ();
}

/**
 * dossier_cli_open:
 * @cli: what the options before the command said
 * @flags: whether it is made where there is none, or only read
 *
 * Returns: (transfer full) (nullable): the open dossier; where it is %NULL, the reason was written
 */
DossierStore *
dossier_cli_open (const DossierCli *cli,
                  DossierOpenFlags  flags)
{
  g_autofree char *path = dossier_cli_path (cli);
  g_autoptr (GError) error = NULL;
  DossierStore *store;

  if (flags & DOSSIER_OPEN_CREATE)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
    }
  store = dossier_store_open_sync (path, flags, NULL, &error);
  if (store == NULL)
    dossier_cli_error ("%s", error->message);

  return store;
}

/**
 * dossier_cli_filter_add:
 * @filter: where the answers go, all zero
 * @context: the options of a command
 */
void
dossier_cli_filter_add (DossierCliFilter *filter,
                        GOptionContext   *context)
{
  GOptionGroup *group =
    g_option_group_new ("filter", _("Filters:"), _("Show how to filter"), NULL, NULL);
  const GOptionEntry entries[] = {
    { "country", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filter->countries,
      N_("Concerning a country: a code or a name; “none” for no country"), N_("CC") },
    { "all-countries", 0, 0, G_OPTION_ARG_NONE, &filter->all_countries,
      N_("Concerning every “--country”, not any of them"), NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &filter->from, N_("Not before a date"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &filter->to, N_("Not after a date"), N_("DATE") },
    { "date-basis", 0, 0, G_OPTION_ARG_STRING, &filter->basis,
      N_("Which date is meant: event, stated or published"), N_("BASIS") },
    { "undated", 0, 0, G_OPTION_ARG_NONE, &filter->undated, N_("Also what has no such date; alone, only that"), NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filter->kinds,
      N_("Of a kind: allegation, denial, finding, action, statement, fact"), N_("KIND") },
    { "speaker", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filter->speakers, N_("Said by; “none” for nobody named"),
      N_("NAME") },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filter->tags, N_("With a tag on a note; “none” for no tag"),
      N_("TAG") },
    { "review", 0, 0, G_OPTION_ARG_STRING_ARRAY, &filter->reviews, N_("suggested, confirmed or dismissed"),
      N_("REVIEW") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &filter->text, N_("With words in text, quote or note"), N_("WORDS") },
    { NULL },
  };

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_context_add_group (context, group);
}

/**
 * dossier_cli_filter_clear:
 * @filter: what the filter options said
 */
void
dossier_cli_filter_clear (DossierCliFilter *filter)
{
  g_clear_pointer (&filter->countries, g_strfreev);
  g_clear_pointer (&filter->kinds, g_strfreev);
  g_clear_pointer (&filter->speakers, g_strfreev);
  g_clear_pointer (&filter->tags, g_strfreev);
  g_clear_pointer (&filter->reviews, g_strfreev);
  g_clear_pointer (&filter->from, g_free);
  g_clear_pointer (&filter->to, g_free);
  g_clear_pointer (&filter->basis, g_free);
  g_clear_pointer (&filter->text, g_free);
}

/* "none" asks for what has no value. */
static const char *
or_none (const char *value)
{
  return g_str_equal (value, "none") ? DOSSIER_FACET_NONE : value;
}

static gboolean
set_error (GError     **error,
           const char  *format,
           const char  *value)
{
  GString *sentence = g_string_new (format);

  g_string_replace (sentence, "%s", value, 1);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence->str);
  g_string_free (sentence, TRUE);

  return FALSE;
}

static gboolean
set_countries (DossierFilter  *filter,
               char          **words,
               GError        **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *code = g_str_equal (words[i], "none") ? DOSSIER_FACET_NONE : dossier_country_find (words[i]);

      if (code == NULL && strlen (words[i]) == 2)
        code = words[i];
      if (code == NULL)
        return set_error (error, _("“%s” is no country. Give its ISO 3166 code or its name."), words[i]);
      dossier_filter_set_value (filter, DOSSIER_FACET_COUNTRY, code, TRUE);
    }

  return TRUE;
}

/* Kinds and reviews: words of a fixed list. */
static gboolean
set_nicks (DossierFilter     *filter,
           DossierFacetKind   facet,
           char             **words,
           GError           **error)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      dossier_filter_set_value (filter, facet, words[i], TRUE);
      if (!dossier_filter_has_value (filter, facet, words[i]))
        return set_error (error, facet == DOSSIER_FACET_KIND ? _("“%s” is no kind.") : _("“%s” is no review."),
                          words[i]);
    }

  return TRUE;
}

static void
set_names (DossierFilter     *filter,
           DossierFacetKind   facet,
           char             **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    dossier_filter_set_value (filter, facet, or_none (words[i]), TRUE);
}

/**
 * dossier_cli_filter_query:
 * @filter: what the filter options said
 * @summary: (out) (optional): the same in words
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): what they ask
 */
DossierQuery *
dossier_cli_filter_query (DossierCliFilter  *filter,
                          char             **summary,
                          GError           **error)
{
  g_autoptr (DossierFilter) model = dossier_filter_new ();
  DossierDateBasis basis = DOSSIER_BASIS_EVENT;

  if (filter->basis != NULL && !dossier_date_basis_from_nick (filter->basis, &basis))
    {
      set_error (error, _("“%s” is no date basis. Give event, stated or published."), filter->basis);
      return NULL;
    }
  dossier_filter_set_basis (model, basis);
  if (!set_countries (model, filter->countries, error) ||
      !set_nicks (model, DOSSIER_FACET_KIND, filter->kinds, error) ||
      !set_nicks (model, DOSSIER_FACET_REVIEW, filter->reviews, error) ||
      !dossier_filter_set_dates (model, filter->from, filter->to, error))
    return NULL;

  set_names (model, DOSSIER_FACET_SPEAKER, filter->speakers);
  set_names (model, DOSSIER_FACET_TAG, filter->tags);
  dossier_filter_set_all_countries (model, filter->all_countries);
  dossier_filter_set_undated (model, filter->undated);
  dossier_filter_set_words (model, filter->text);
  if (summary != NULL)
    *summary = dossier_filter_summary (model);

  return dossier_query_ref (dossier_filter_query (model));
}

/**
 * dossier_cli_result:
 * @store: an open dossier
 * @query: what is asked
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): what it lets through
 */
DossierResult *
dossier_cli_result (DossierStore  *store,
                    DossierQuery  *query,
                    GError       **error)
{
  g_autoptr (DossierColumns) columns = dossier_store_load_columns_sync (store, NULL, error);
  g_autoptr (DossierHits) hits = NULL;

  if (columns == NULL)
    return NULL;
  if (query->words != NULL)
    {
      hits = dossier_store_search_sync (store, query->words, NULL, error);
      if (hits == NULL)
        return NULL;
    }

  return dossier_columns_query (columns, query, hits, NULL);
}

/**
 * dossier_cli_load_claims:
 * @store: an open dossier
 * @columns: its claims
 * @rows: (array length=n_rows): which of them
 * @n_rows: how many
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable) (element-type DossierClaimRecord): their records
 */
GPtrArray *
dossier_cli_load_claims (DossierStore    *store,
                         DossierColumns  *columns,
                         const guint32   *rows,
                         guint            n_rows,
                         GError         **error)
{
  g_autofree gint64 *ids = g_new (gint64, n_rows);

  for (guint i = 0; i < n_rows; i++)
    ids[i] = columns->ids[rows[i]];

  return dossier_store_load_claims_sync (store, ids, n_rows, NULL, error);
}
