/* dossier-filter-words.c: the filter in words, for people and to keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-filter.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-strings.h"
#include "dossier-words.h"

/* The form in which a filter is kept: a dictionary, so that a later program can add to it. */
#define FILTER_TYPE G_VARIANT_TYPE_VARDICT

static void
append_masks (GPtrArray   *parts,
              guint        mask,
              guint        n_values,
              const char *(*label) (guint value))
{
  for (guint i = 0; i < n_values; i++)
    if ((mask & (1u << i)) != 0)
      g_ptr_array_add (parts, g_utf8_strdown (label (i), -1));
}

static const char *
kind_label (guint value)
{
  return dossier_kind_plural (value);
}

static const char *
review_label (guint value)
{
  return dossier_review_label (value);
}

static void
append_names (GPtrArray  *parts,
              char      **names,
              const char *format)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      GString *part = g_string_new (format);

      g_string_replace (part, "%s", names[i], 1);
      g_ptr_array_add (parts, g_string_free (part, FALSE));
    }
}

static void
append_countries (GPtrArray *parts,
                  char     **codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_ptr_array_add (parts, g_strdup (dossier_country_name (codes[i])));
}

static void
append_none (GPtrArray *parts,
             guint      none)
{
  if (none & DOSSIER_QUERY_NO_COUNTRY)
    g_ptr_array_add (parts, g_strdup (_("no country")));
  if (none & DOSSIER_QUERY_NO_SPEAKER)
    g_ptr_array_add (parts, g_strdup (_("no speaker")));
  if (none & DOSSIER_QUERY_NO_TAG)
    g_ptr_array_add (parts, g_strdup (_("no tag")));
  if (none & DOSSIER_QUERY_NO_DATE)
    g_ptr_array_add (parts, g_strdup (_("no date")));
}

static char *
join_parts (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

/**
 * dossier_filter_summary:
 * @self: a filter
 *
 * Returns: (transfer full): all that it asks, in words: "Pakistan, 2017 – 2021, allegations"; "" where it asks nothing
 */
char *
dossier_filter_summary (DossierFilter *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *dates = NULL;
  DossierQuery *query;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  query = dossier_filter_query (self);
  append_countries (parts, query->countries);
  for (guint i = 0; query->not_countries != NULL && query->not_countries[i] != NULL; i++)
    g_ptr_array_add (parts, g_strdup_printf (_("not %s"), dossier_country_name (query->not_countries[i])));
  dates = dossier_filter_dates_text (self);
  if (*dates != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&dates));
  append_masks (parts, query->kinds, DOSSIER_N_KINDS, kind_label);
  append_names (parts, query->speakers, "%s");
  append_names (parts, query->not_speakers, _("not %s"));
  append_names (parts, query->tags, "#%s");
  append_names (parts, query->not_tags, _("not #%s"));
  append_masks (parts, query->reviews, DOSSIER_N_REVIEWS, review_label);
  append_none (parts, query->none);
  if (query->words != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("“%s”"), query->words));

  return join_parts (parts);
}

/**
 * dossier_filter_dates_text:
 * @self: a filter
 *
 * Returns: (transfer full): its date range: "2017 – 2021", "said since 2017"; "" for none
 */
char *
dossier_filter_dates_text (DossierFilter *self)
{
  g_autofree char *range = NULL;
  DossierQuery *query;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  query = dossier_filter_query (self);
  range = dossier_days_to_words (query->from, query->to);
  if (*range == '\0' || query->basis == DOSSIER_BASIS_EVENT)
    return g_steal_pointer (&range);

  if (query->basis == DOSSIER_BASIS_STATED)
    /* Translators: %s is a range of dates; when things were said */
    return g_strdup_printf (_("said %s"), range);

  /* Translators: %s is a range of dates; when articles were published */
  return g_strdup_printf (_("published %s"), range);
}

/* The values of a facet in words, several divided by commas. */
static char *
facet_values_text (DossierQuery     *query,
                   DossierFacetKind  facet)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  switch (facet)
    {
    case DOSSIER_FACET_COUNTRY:
      append_countries (parts, query->countries);
      append_none (parts, query->none & DOSSIER_QUERY_NO_COUNTRY);
      break;
    case DOSSIER_FACET_KIND:
      append_masks (parts, query->kinds, DOSSIER_N_KINDS, kind_label);
      break;
    case DOSSIER_FACET_SPEAKER:
      append_names (parts, query->speakers, "%s");
      append_none (parts, query->none & DOSSIER_QUERY_NO_SPEAKER);
      break;
    case DOSSIER_FACET_TAG:
      append_names (parts, query->tags, "#%s");
      append_none (parts, query->none & DOSSIER_QUERY_NO_TAG);
      break;
    case DOSSIER_FACET_REVIEW:
    default:
      append_masks (parts, query->reviews, DOSSIER_N_REVIEWS, review_label);
      break;
    }

  return join_parts (parts);
}

/**
 * dossier_filter_chip_text:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: (transfer full): what its chip says: "Country: Pakistan", "Country: 4", or "Country" where nothing is asked
 */
char *
dossier_filter_chip_text (DossierFilter    *self,
                          DossierFacetKind  facet)
{
  static const char * const labels[DOSSIER_N_FACETS] = {
    N_("Country"), N_("Kind"), N_("Speaker"), N_("Tag"), N_("Review"),
  };
  g_autofree char *values = NULL;
  guint n_values;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);
  g_return_val_if_fail ((guint) facet < DOSSIER_N_FACETS, NULL);

  n_values = dossier_filter_n_values (self, facet);
  if (n_values == 0)
    return g_strdup (_(labels[facet]));
  if (n_values > 2)
    /* Translators: a part of the filter and how many of its values are asked for, "Country: 4" */
    return g_strdup_printf (_("%s: %u"), _(labels[facet]), n_values);

  values = facet_values_text (dossier_filter_query (self), facet);

  /* Translators: a part of the filter and what is asked for, "Country: Pakistan" */
  return g_strdup_printf (_("%s: %s"), _(labels[facet]), values);
}

static void
insert_names (GVariantDict *dict,
              const char   *key,
              char        **names)
{
  if (dossier_strv_length (names) > 0)
    g_variant_dict_insert_value (dict, key, g_variant_new_strv ((const char * const *) names, -1));
}

static void
insert_number (GVariantDict *dict,
               const char   *key,
               guint         number)
{
  if (number != 0)
    g_variant_dict_insert (dict, key, "u", number);
}

static void
insert_text (GVariantDict *dict,
             const char   *key,
             const char   *text)
{
  if (text != NULL)
    g_variant_dict_insert (dict, key, "s", text);
}

/**
 * dossier_filter_to_text:
 * @self: a filter
 *
 * Returns: (transfer full): all of it as one line of text, for dossier_filter_from_text()
 */
char *
dossier_filter_to_text (DossierFilter *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantDict dict;
  DossierQuery *query;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  query = dossier_filter_query (self);
  g_variant_dict_init (&dict, NULL);
  insert_names (&dict, "countries", query->countries);
  insert_names (&dict, "not-countries", query->not_countries);
  insert_names (&dict, "speakers", query->speakers);
  insert_names (&dict, "not-speakers", query->not_speakers);
  insert_names (&dict, "tags", query->tags);
  insert_names (&dict, "not-tags", query->not_tags);
  insert_number (&dict, "all-countries", query->all_countries);
  insert_number (&dict, "kinds", query->kinds);
  insert_number (&dict, "not-kinds", query->not_kinds);
  insert_number (&dict, "reviews", query->reviews);
  insert_number (&dict, "none", query->none);
  insert_number (&dict, "basis", query->basis);
  insert_text (&dict, "from-date", query->from_edtf);
  insert_text (&dict, "to-date", query->to_edtf);
  insert_text (&dict, "words", query->words);
  g_variant_dict_insert (&dict, "from", "i", query->from);
  g_variant_dict_insert (&dict, "to", "i", query->to);
  variant = g_variant_ref_sink (g_variant_dict_end (&dict));

  return g_variant_print (variant, TRUE);
}

static guint
lookup_number (GVariantDict *dict,
               const char   *key)
{
  guint number = 0;

  g_variant_dict_lookup (dict, key, "u", &number);

  return number;
}

static void
lookup_names (GVariantDict  *dict,
              const char    *key,
              char        ***names)
{
  g_variant_dict_lookup (dict, key, "^as", names);
}

/**
 * dossier_filter_from_text:
 * @self: a filter
 * @text: (nullable): what dossier_filter_to_text() gave
 *
 * Returns: whether @text was a filter; @self is left alone where it was not
 */
gboolean
dossier_filter_from_text (DossierFilter *self,
                          const char    *text)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (DossierQuery) query = NULL;
  GVariantDict dict;
  guint basis;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  variant = text != NULL ? g_variant_parse (FILTER_TYPE, text, NULL, NULL, NULL) : NULL;
  if (variant == NULL)
    return FALSE;

  query = dossier_query_new ();
  g_variant_dict_init (&dict, variant);
  lookup_names (&dict, "countries", &query->countries);
  lookup_names (&dict, "not-countries", &query->not_countries);
  lookup_names (&dict, "speakers", &query->speakers);
  lookup_names (&dict, "not-speakers", &query->not_speakers);
  lookup_names (&dict, "tags", &query->tags);
  lookup_names (&dict, "not-tags", &query->not_tags);
  query->all_countries = lookup_number (&dict, "all-countries") != 0;
  query->kinds = lookup_number (&dict, "kinds") & ((1u << DOSSIER_N_KINDS) - 1);
  query->not_kinds = lookup_number (&dict, "not-kinds") & ((1u << DOSSIER_N_KINDS) - 1);
  query->reviews = lookup_number (&dict, "reviews") & ((1u << DOSSIER_N_REVIEWS) - 1);
  query->none = lookup_number (&dict, "none");
  basis = lookup_number (&dict, "basis");
  query->basis = basis < DOSSIER_N_BASES ? basis : DOSSIER_BASIS_EVENT;
  g_variant_dict_lookup (&dict, "from-date", "s", &query->from_edtf);
  g_variant_dict_lookup (&dict, "to-date", "s", &query->to_edtf);
  g_variant_dict_lookup (&dict, "words", "s", &query->words);
  g_variant_dict_lookup (&dict, "from", "i", &query->from);
  g_variant_dict_lookup (&dict, "to", "i", &query->to);
  g_variant_dict_clear (&dict);
  dossier_filter_set_query (self, query);

  return TRUE;
}
