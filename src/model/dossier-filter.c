/* dossier-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-filter"

#include "config.h"

#include "dossier-filter.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-strings.h"
#include "dossier-words.h"

struct _DossierFilter
{
  GObject       parent_instance;

  DossierQuery *query; /* never changed in place */
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_SUMMARY,
  PROP_WORDS,
  PROP_BASIS,
  PROP_ALL_COUNTRIES,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFilter, dossier_filter, G_TYPE_OBJECT)

/* Takes the place of the present query; says so where it differs. */
static void
take_query (DossierFilter *self,
            DossierQuery  *query)
{
  g_autoptr (DossierQuery) old = self->query;

  self->query = query;
  if (dossier_query_equal (old, query))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dossier_filter_finalize (GObject *object)
{
  DossierFilter *self = (DossierFilter *) object;

  dossier_query_unref (self->query);

  G_OBJECT_CLASS (dossier_filter_parent_class)->finalize (object);
}

static void
dossier_filter_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DossierFilter *self = (DossierFilter *) object;

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, dossier_filter_is_active (self));
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dossier_filter_summary (self));
      break;
    case PROP_WORDS:
      g_value_set_string (value, self->query->words);
      break;
    case PROP_BASIS:
      g_value_set_uint (value, self->query->basis);
      break;
    case PROP_ALL_COUNTRIES:
      g_value_set_boolean (value, self->query->all_countries);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_filter_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DossierFilter *self = (DossierFilter *) object;

  switch (prop_id)
    {
    case PROP_WORDS:
      dossier_filter_set_words (self, g_value_get_string (value));
      break;
    case PROP_BASIS:
      dossier_filter_set_basis (self, g_value_get_uint (value));
      break;
    case PROP_ALL_COUNTRIES:
      dossier_filter_set_all_countries (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_filter_class_init (DossierFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_filter_finalize;
  object_class->get_property = dossier_filter_get_property;
  object_class->set_property = dossier_filter_set_property;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] =
    g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BASIS] =
    g_param_spec_uint ("basis", NULL, NULL, 0, DOSSIER_N_BASES - 1, DOSSIER_BASIS_EVENT,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALL_COUNTRIES] =
    g_param_spec_boolean ("all-countries", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dossier_filter_init (DossierFilter *self)
{
  self->query = dossier_query_new ();
}

/**
 * dossier_filter_new:
 *
 * Returns: (transfer full): a filter that lets everything through
 */
DossierFilter *
dossier_filter_new (void)
{
  return g_object_new (DOSSIER_TYPE_FILTER, NULL);
}

/**
 * dossier_filter_query:
 * @self: a filter
 *
 * Returns: (transfer none): the filter as immutable data, for any thread; take a reference to keep it
 */
DossierQuery *
dossier_filter_query (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  return self->query;
}

/**
 * dossier_filter_set_query:
 * @self: a filter
 * @query: what it shall ask; not to be changed after
 */
void
dossier_filter_set_query (DossierFilter *self,
                          DossierQuery  *query)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (query != NULL);

  take_query (self, dossier_query_ref (query));
}

/* The list of names of a facet in @query, or NULL where it is a mask. */
static char ***
facet_names (DossierQuery     *query,
             DossierFacetKind  facet)
{
  switch (facet)
    {
    case DOSSIER_FACET_COUNTRY:
      return &query->countries;
    case DOSSIER_FACET_SPEAKER:
      return &query->speakers;
    case DOSSIER_FACET_TAG:
      return &query->tags;
    case DOSSIER_FACET_KIND:
    case DOSSIER_FACET_REVIEW:
    default:
      return NULL;
    }
}

static guint *
facet_mask (DossierQuery     *query,
            DossierFacetKind  facet)
{
  return facet == DOSSIER_FACET_KIND ? &query->kinds : &query->reviews;
}

/* The bit in DossierQuery.none that asks for claims without a value. */
static guint
facet_none (DossierFacetKind facet)
{
  switch (facet)
    {
    case DOSSIER_FACET_COUNTRY:
      return DOSSIER_QUERY_NO_COUNTRY;
    case DOSSIER_FACET_SPEAKER:
      return DOSSIER_QUERY_NO_SPEAKER;
    case DOSSIER_FACET_TAG:
      return DOSSIER_QUERY_NO_TAG;
    case DOSSIER_FACET_KIND:
    case DOSSIER_FACET_REVIEW:
    default:
      return 0;
    }
}

/* The bit of a kind's or a review's nick; 0 for a word that is none. */
static guint
facet_bit (DossierFacetKind  facet,
           const char       *value)
{
  DossierKind kind;
  DossierReview review;

  if (facet == DOSSIER_FACET_KIND)
    return dossier_kind_from_nick (value, &kind) ? 1u << kind : 0;

  return dossier_review_from_nick (value, &review) ? 1u << review : 0;
}

/**
 * dossier_filter_has_value:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it, %DOSSIER_FACET_NONE for none
 *
 * Returns: whether it is asked for
 */
gboolean
dossier_filter_has_value (DossierFilter    *self,
                          DossierFacetKind  facet,
                          const char       *value)
{
  char ***names;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  names = facet_names (self->query, facet);
  if (names == NULL)
    return (*facet_mask (self->query, facet) & facet_bit (facet, value)) != 0;
  if (*value == '\0')
    return (self->query->none & facet_none (facet)) != 0;

  return dossier_strv_contains (*names, value);
}

static void
query_set_value (DossierQuery     *query,
                 DossierFacetKind  facet,
                 const char       *value,
                 gboolean          active)
{
  char ***names = facet_names (query, facet);
  char **changed;

  if (names == NULL)
    {
      guint *mask = facet_mask (query, facet);
      guint bit = facet_bit (facet, value);

      *mask = active ? *mask | bit : *mask & ~bit;
      return;
    }
  if (*value == '\0')
    {
      query->none = active ? query->none | facet_none (facet) : query->none & ~facet_none (facet);
      return;
    }
  if (active == dossier_strv_contains (*names, value))
    return;

  changed = active ? dossier_strv_with (*names, value) : dossier_strv_without (*names, value);
  g_strfreev (*names);
  *names = changed;
}

static void
query_clear_facet (DossierQuery     *query,
                   DossierFacetKind  facet)
{
  char ***names = facet_names (query, facet);

  if (names != NULL)
    g_clear_pointer (names, g_strfreev);
  else
    *facet_mask (query, facet) = 0;

  query->none &= ~facet_none (facet);
}

/**
 * dossier_filter_set_value:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it, %DOSSIER_FACET_NONE for none
 * @active: whether it is asked for
 */
void
dossier_filter_set_value (DossierFilter    *self,
                          DossierFacetKind  facet,
                          const char       *value,
                          gboolean          active)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (value != NULL);

  query = dossier_query_copy (self->query);
  query_set_value (query, facet, value, active);
  take_query (self, query);
}

/**
 * dossier_filter_set_only:
 * @self: a filter
 * @facet: a facet
 * @value: the one value of it that is asked for
 */
void
dossier_filter_set_only (DossierFilter    *self,
                         DossierFacetKind  facet,
                         const char       *value)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (value != NULL);

  query = dossier_query_copy (self->query);
  query_clear_facet (query, facet);
  query_set_value (query, facet, value, TRUE);
  take_query (self, query);
}

/**
 * dossier_filter_n_values:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: how many of its values are asked for, 0 for any
 */
guint
dossier_filter_n_values (DossierFilter    *self,
                         DossierFacetKind  facet)
{
  char ***names;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);

  names = facet_names (self->query, facet);
  if (names == NULL)
    return __builtin_popcount (*facet_mask (self->query, facet));

  return dossier_strv_length (*names) + ((self->query->none & facet_none (facet)) != 0);
}

/**
 * dossier_filter_clear_facet:
 * @self: a filter
 * @facet: the facet of which nothing is asked any more
 */
void
dossier_filter_clear_facet (DossierFilter    *self,
                            DossierFacetKind  facet)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  query_clear_facet (query, facet);
  take_query (self, query);
}

/**
 * dossier_filter_get_all_countries:
 * @self: a filter
 *
 * Returns: whether a claim must concern every country asked for
 */
gboolean
dossier_filter_get_all_countries (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  return self->query->all_countries;
}

/**
 * dossier_filter_set_all_countries:
 * @self: a filter
 * @all: a claim must concern every country asked for, not any of them
 */
void
dossier_filter_set_all_countries (DossierFilter *self,
                                  gboolean       all)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  query->all_countries = !!all;
  take_query (self, query);
}

/**
 * dossier_filter_get_basis:
 * @self: a filter
 *
 * Returns: of which date the range, the order and the timeline speak
 */
DossierDateBasis
dossier_filter_get_basis (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), DOSSIER_BASIS_EVENT);

  return self->query->basis;
}

/**
 * dossier_filter_set_basis:
 * @self: a filter
 * @basis: of which date the range, the order and the timeline speak
 */
void
dossier_filter_set_basis (DossierFilter    *self,
                          DossierDateBasis  basis)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail ((guint) basis < DOSSIER_N_BASES);

  query = dossier_query_copy (self->query);
  query->basis = basis;
  take_query (self, query);
}

/**
 * dossier_filter_set_days:
 * @self: a filter
 * @from: first day, or DOSSIER_DAY_MIN
 * @to: last day, or DOSSIER_DAY_MAX
 */
void
dossier_filter_set_days (DossierFilter *self,
                         gint32         from,
                         gint32         to)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  query->from = MIN (from, to);
  query->to = MAX (from, to);
  g_free (query->from_edtf);
  g_free (query->to_edtf);
  query->from_edtf = dossier_day_to_string (query->from);
  query->to_edtf = dossier_day_to_string (query->to);
  take_query (self, query);
}

/**
 * dossier_filter_get_days:
 * @self: a filter
 * @from: (out) (optional): first day
 * @to: (out) (optional): last day
 *
 * Returns: whether a range is asked for
 */
gboolean
dossier_filter_get_days (DossierFilter *self,
                         gint32        *from,
                         gint32        *to)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  if (from != NULL)
    *from = self->query->from;
  if (to != NULL)
    *to = self->query->to;

  return self->query->from != DOSSIER_DAY_MIN || self->query->to != DOSSIER_DAY_MAX;
}

/**
 * dossier_filter_set_dates:
 * @self: a filter
 * @from: (nullable): first date, as dossier_date_from_words() understands it
 * @to: (nullable): last date; the whole of it is let through
 * @error: a sentence for the person
 *
 * Returns: %FALSE, and nothing is changed, where one of them is no date or the range is empty
 */
gboolean
dossier_filter_set_dates (DossierFilter  *self,
                          const char     *from,
                          const char     *to,
                          GError        **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint32 first_day = DOSSIER_DAY_MIN, last_day = DOSSIER_DAY_MAX, unused;
  DossierQuery *query;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  if (!dossier_date_read (from, &first, error) || !dossier_date_read (to, &last, error))
    return FALSE;
  if (first != NULL)
    dossier_edtf_bounds (first, &first_day, &unused);
  if (last != NULL)
    dossier_edtf_bounds (last, &unused, &last_day);
  if (first_day > last_day)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The first date is after the last one. Change one of them."));
      return FALSE;
    }

  query = dossier_query_copy (self->query);
  query->from = first_day;
  query->to = last_day;
  g_free (query->from_edtf);
  g_free (query->to_edtf);
  query->from_edtf = g_steal_pointer (&first);
  query->to_edtf = g_steal_pointer (&last);
  take_query (self, query);

  return TRUE;
}

static void
query_clear_dates (DossierQuery *query)
{
  query->from = DOSSIER_DAY_MIN;
  query->to = DOSSIER_DAY_MAX;
  query->none &= ~DOSSIER_QUERY_NO_DATE;
  g_clear_pointer (&query->from_edtf, g_free);
  g_clear_pointer (&query->to_edtf, g_free);
}

/**
 * dossier_filter_clear_dates:
 * @self: a filter; it keeps its basis
 */
void
dossier_filter_clear_dates (DossierFilter *self)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  query_clear_dates (query);
  take_query (self, query);
}

/**
 * dossier_filter_get_undated:
 * @self: a filter
 *
 * Returns: whether undated claims are asked for
 */
gboolean
dossier_filter_get_undated (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  return (self->query->none & DOSSIER_QUERY_NO_DATE) != 0;
}

/**
 * dossier_filter_set_undated:
 * @self: a filter
 * @undated: lets undated claims through as well; with no range set, only them
 */
void
dossier_filter_set_undated (DossierFilter *self,
                            gboolean       undated)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  query->none = undated ? query->none | DOSSIER_QUERY_NO_DATE : query->none & ~DOSSIER_QUERY_NO_DATE;
  take_query (self, query);
}

/**
 * dossier_filter_get_words:
 * @self: a filter
 *
 * Returns: (nullable): what is searched for
 */
const char *
dossier_filter_get_words (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  return self->query->words;
}

/**
 * dossier_filter_set_words:
 * @self: a filter
 * @words: (nullable): what is searched for in texts, quotes and notes
 */
void
dossier_filter_set_words (DossierFilter *self,
                          const char    *words)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_copy (self->query);
  g_free (query->words);
  query->words = dossier_trimmed (words);
  take_query (self, query);
}

/**
 * dossier_filter_is_active:
 * @self: a filter
 *
 * Returns: whether it asks for anything
 */
gboolean
dossier_filter_is_active (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  return !dossier_query_is_empty (self->query);
}

/**
 * dossier_filter_clear:
 * @self: a filter; everything passes it then. The basis stays, since it also rules the timeline
 */
void
dossier_filter_clear (DossierFilter *self)
{
  DossierQuery *query;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  query = dossier_query_new ();
  query->basis = self->query->basis;
  take_query (self, query);
}
