/* dossier-facet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-facet.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-facet-private.h"
#include "dossier-order.h"
#include "dossier-strings.h"

struct _DossierFacet
{
  GObject           parent_instance;

  DossierFacetKind  kind;
  DossierFilter    *filter;
  DossierResult    *result; /* NULL before the first answer */
  GPtrArray        *items;  /* DossierFacetItem, as shown */
  char             *search;
  gboolean          frozen;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_LABEL,
  PROP_SEARCH,
  PROP_FROZEN,
  N_PROPS
};

/* A value that may be shown. */
typedef struct
{
  const char *value; /* of the result, or static */
  guint       count;
  gboolean    active;
} Entry;

static GParamSpec *properties[N_PROPS];

static GType
facet_get_item_type (GListModel *model)
{
  return DOSSIER_TYPE_FACET_ITEM;
}

static guint
facet_get_n_items (GListModel *model)
{
  return ((DossierFacet *) model)->items->len;
}

static gpointer
facet_get_item (GListModel *model,
                guint       position)
{
  DossierFacet *self = (DossierFacet *) model;

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = facet_get_item_type;
  iface->get_n_items = facet_get_n_items;
  iface->get_item = facet_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierFacet, dossier_facet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
dossier_facet_finalize (GObject *object)
{
  DossierFacet *self = (DossierFacet *) object;

  g_clear_object (&self->filter);
  g_clear_pointer (&self->result, dossier_result_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->search);

  G_OBJECT_CLASS (dossier_facet_parent_class)->finalize (object);
}

static void
dossier_facet_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DossierFacet *self = (DossierFacet *) object;

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_LABEL:
      g_value_set_string (value, dossier_facet_label (self));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_FROZEN:
      g_value_set_boolean (value, self->frozen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_facet_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DossierFacet *self = (DossierFacet *) object;

  switch (prop_id)
    {
    case PROP_SEARCH:
      dossier_facet_set_search (self, g_value_get_string (value));
      break;
    case PROP_FROZEN:
      dossier_facet_set_frozen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_facet_class_init (DossierFacetClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_facet_finalize;
  object_class->get_property = dossier_facet_get_property;
  object_class->set_property = dossier_facet_set_property;

  properties[PROP_KIND] =
    g_param_spec_uint ("kind", NULL, NULL, 0, DOSSIER_N_FACETS - 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, writable);
  properties[PROP_FROZEN] = g_param_spec_boolean ("frozen", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_facet_init (DossierFacet *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Whether the search, if there is one, lets the value be shown. */
static gboolean
search_fits (DossierFacet *self,
             const char   *needle,
             const char   *value)
{
  g_autofree char *label = NULL;
  g_autofree char *group = NULL;

  if (needle == NULL)
    return TRUE;
  if (self->kind != DOSSIER_FACET_COUNTRY)
    {
      label = g_utf8_casefold (value, -1);
      return *value != '\0' && strstr (label, needle) != NULL;
    }

  if (g_ascii_strcasecmp (value, needle) == 0)
    return TRUE;
  label = g_utf8_casefold (*value != '\0' ? dossier_country_name (value) : _("No country"), -1);
  group = g_utf8_casefold (dossier_country_region (value), -1);

  return strstr (label, needle) != NULL || strstr (group, needle) != NULL;
}

static void
add_entry (DossierFacet *self,
           GArray       *entries,
           const char   *needle,
           const char   *value,
           guint         count,
           gboolean      keep_empty)
{
  Entry entry = { value, count, dossier_filter_has_value (self->filter, self->kind, value) };

  if ((count > 0 || entry.active || keep_empty) && search_fits (self, needle, value))
    g_array_append_val (entries, entry);
}

static void
add_names (DossierFacet  *self,
           GArray        *entries,
           const char    *needle,
           GPtrArray     *names,
           const guint32 *counts,
           char         **asked)
{
  GHashTable *known = dossier_strv_length (asked) > 0 ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;

  for (guint i = 0; i < names->len; i++)
    {
      add_entry (self, entries, needle, g_ptr_array_index (names, i), counts[i],
                 self->kind == DOSSIER_FACET_COUNTRY);
      if (known != NULL)
        g_hash_table_add (known, g_ptr_array_index (names, i));
    }
  add_entry (self, entries, needle, DOSSIER_FACET_NONE, counts[names->len], FALSE);

  /* Asked for, but nowhere in the dossier: still there to be taken away. */
  for (guint i = 0; known != NULL && asked[i] != NULL; i++)
    if (!g_hash_table_contains (known, asked[i]))
      add_entry (self, entries, needle, asked[i], 0, TRUE);
  g_clear_pointer (&known, g_hash_table_unref);
}

/* Every value that may be shown, in the order of the result. */
static GArray *
collect_entries (DossierFacet *self,
                 const char   *needle)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const DossierResult *result = self->result;
  DossierQuery *query = dossier_filter_query (self->filter);

  if (result == NULL)
    return entries;

  switch (self->kind)
    {
    case DOSSIER_FACET_COUNTRY:
      add_names (self, entries, needle, result->columns->country_codes, result->country_counts, query->countries);
      break;
    case DOSSIER_FACET_SPEAKER:
      add_names (self, entries, needle, result->columns->speaker_names, result->speaker_counts, query->speakers);
      break;
    case DOSSIER_FACET_TAG:
      add_names (self, entries, needle, result->columns->tag_names, result->tag_counts, query->tags);
      break;
    case DOSSIER_FACET_KIND:
      for (guint i = 0; i < DOSSIER_N_KINDS; i++)
        add_entry (self, entries, NULL, dossier_kind_nick (i), result->kind_counts[i], TRUE);
      break;
    case DOSSIER_FACET_REVIEW:
    default:
      for (guint i = 0; i < DOSSIER_N_REVIEWS; i++)
        add_entry (self, entries, NULL, dossier_review_nick (i), result->review_counts[i], TRUE);
      break;
    }

  return entries;
}

/* "None" after all else. */
static int
compare_none (const Entry *a,
              const Entry *b)
{
  return (*a->value == '\0') - (*b->value == '\0');
}

static int
compare_country (gconstpointer first,
                 gconstpointer second)
{
  const Entry *a = first;
  const Entry *b = second;
  int order = compare_none (a, b);

  if (order == 0)
    order = g_utf8_collate (dossier_country_region (a->value), dossier_country_region (b->value));
  if (order == 0)
    order = g_utf8_collate (dossier_country_name (a->value), dossier_country_name (b->value));

  return order;
}

static int
compare_count (gconstpointer first,
               gconstpointer second)
{
  const Entry *a = first;
  const Entry *b = second;
  int order = compare_none (a, b);

  if (order == 0)
    order = b->active - a->active;
  if (order == 0 && a->count != b->count)
    order = a->count > b->count ? -1 : 1;
  if (order == 0)
    order = strcmp (a->value, b->value);

  return order;
}

/* Of very many values only those can be shown whose count is among the highest: the rest need no sorting. */
static void
drop_rare (GArray *entries)
{
  g_autofree guint64 *counts = NULL;
  g_autofree guint32 *unused = NULL;
  guint least, kept = 0;

  if (entries->len <= 2 * DOSSIER_FACET_LIMIT)
    return;

  counts = g_new (guint64, entries->len);
  unused = g_new0 (guint32, entries->len);
  for (guint i = 0; i < entries->len; i++)
    counts[i] = g_array_index (entries, Entry, i).count;
  dossier_radix_sort (counts, unused, entries->len);
  least = counts[entries->len - DOSSIER_FACET_LIMIT];

  for (guint i = 0; i < entries->len; i++)
    {
      Entry entry = g_array_index (entries, Entry, i);

      if (entry.count >= least || entry.active || *entry.value == '\0')
        g_array_index (entries, Entry, kept++) = entry;
    }
  g_array_set_size (entries, kept);
}

/* The item of a value that is already shown, or a new one. */
static DossierFacetItem *
item_for (DossierFacet *self,
          GHashTable   *shown,
          const Entry  *entry)
{
  DossierFacetItem *item = g_hash_table_lookup (shown, entry->value);

  item = item != NULL ? g_object_ref (item) : dossier_facet_item_new (self->filter, self->kind, entry->value);
  dossier_facet_item_set_count (item, entry->count);

  return item;
}

/* Puts @items in the place of what is shown; tells the part that differs. */
static void
take_items (DossierFacet *self,
            GPtrArray    *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint head = 0, tail = 0;

  while (head < shorter && g_ptr_array_index (old, head) == g_ptr_array_index (items, head))
    head++;
  while (tail < shorter - head &&
         g_ptr_array_index (old, old->len - 1 - tail) == g_ptr_array_index (items, items->len - 1 - tail))
    tail++;

  self->items = items;
  if (old->len != items->len || head < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, items->len - head - tail);
}

/* While the list is open its rows stay where they are, with their new counts. */
static void
keep_order (DossierFacet *self,
            GArray       *entries,
            GPtrArray    *items)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      g_hash_table_insert (found, (gpointer) entry->value, entry);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      DossierFacetItem *item = g_ptr_array_index (self->items, i);
      Entry *entry = g_hash_table_lookup (found, dossier_facet_item_value (item));

      dossier_facet_item_set_count (item, entry != NULL ? entry->count : 0);
      g_ptr_array_add (items, g_object_ref (item));
    }
}

static void
rebuild (DossierFacet *self,
         gboolean      reorder)
{
  g_autofree char *needle = self->search != NULL ? g_utf8_casefold (self->search, -1) : NULL;
  g_autoptr (GArray) entries = collect_entries (self, needle);
  g_autoptr (GHashTable) shown = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->frozen && !reorder && self->items->len > 0)
    {
      keep_order (self, entries, items);
      take_items (self, items);
      return;
    }

  if (self->kind == DOSSIER_FACET_COUNTRY)
    g_array_sort (entries, compare_country);
  else if (self->kind == DOSSIER_FACET_SPEAKER || self->kind == DOSSIER_FACET_TAG)
    {
      drop_rare (entries);
      g_array_sort (entries, compare_count);
    }

  shown = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->items->len; i++)
    {
      DossierFacetItem *item = g_ptr_array_index (self->items, i);

      g_hash_table_insert (shown, (gpointer) dossier_facet_item_value (item), item);
    }
  for (guint i = 0; i < MIN (entries->len, DOSSIER_FACET_LIMIT); i++)
    g_ptr_array_add (items, item_for (self, shown, &g_array_index (entries, Entry, i)));
  take_items (self, items);
}

static void
filter_changed_cb (DossierFacet *self)
{
  for (guint i = 0; i < self->items->len; i++)
    dossier_facet_item_refresh (g_ptr_array_index (self->items, i));
}

/**
 * dossier_facet_new:
 * @kind: which part of the filter
 * @filter: the filter
 *
 * Returns: (transfer full): the facet, empty before the first answer
 */
DossierFacet *
dossier_facet_new (DossierFacetKind  kind,
                   DossierFilter    *filter)
{
  DossierFacet *self = g_object_new (DOSSIER_TYPE_FACET, NULL);

  self->kind = kind;
  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * dossier_facet_set_result:
 * @self: a facet
 * @result: the answer whose counts it shall show
 */
void
dossier_facet_set_result (DossierFacet  *self,
                          DossierResult *result)
{
  gboolean is_same;

  g_return_if_fail (DOSSIER_IS_FACET (self));
  g_return_if_fail (result != NULL);

  /* Another order of the lists has the same counts. */
  is_same = self->result != NULL && self->result->columns == result->columns &&
            dossier_query_equal (self->result->query, result->query);
  dossier_result_ref (result);
  g_clear_pointer (&self->result, dossier_result_unref);
  self->result = result;
  if (!is_same)
    rebuild (self, FALSE);
}

/**
 * dossier_facet_kind:
 * @self: a facet
 *
 * Returns: which part of the filter it is
 */
DossierFacetKind
dossier_facet_kind (DossierFacet *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET (self), DOSSIER_FACET_COUNTRY);

  return self->kind;
}

/**
 * dossier_facet_label:
 * @self: a facet
 *
 * Returns: its name for people
 */
const char *
dossier_facet_label (DossierFacet *self)
{
  static const char * const labels[DOSSIER_N_FACETS] = {
    N_("Country"), N_("Kind"), N_("Speaker"), N_("Tag"), N_("Review"),
  };

  g_return_val_if_fail (DOSSIER_IS_FACET (self), "");

  return _(labels[self->kind]);
}

/**
 * dossier_facet_filter:
 * @self: a facet
 *
 * Returns: (transfer none): the filter it belongs to
 */
DossierFilter *
dossier_facet_filter (DossierFacet *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET (self), NULL);

  return self->filter;
}

/**
 * dossier_facet_get_search:
 * @self: a facet
 *
 * Returns: (nullable): what its values are searched for
 */
const char *
dossier_facet_get_search (DossierFacet *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET (self), NULL);

  return self->search;
}

/**
 * dossier_facet_set_search:
 * @self: a facet
 * @search: (nullable): only values are shown that hold it, in any case; countries also by code and continent
 */
void
dossier_facet_set_search (DossierFacet *self,
                          const char   *search)
{
  g_autofree char *trimmed = dossier_trimmed (search);

  g_return_if_fail (DOSSIER_IS_FACET (self));

  if (!dossier_set_str (&self->search, trimmed))
    return;

  rebuild (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * dossier_facet_get_frozen:
 * @self: a facet
 *
 * Returns: whether its rows stay in their places
 */
gboolean
dossier_facet_get_frozen (DossierFacet *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET (self), FALSE);

  return self->frozen;
}

/**
 * dossier_facet_set_frozen:
 * @self: a facet
 * @frozen: whether its rows shall stay in their places, so that none moves away under the pointer
 */
void
dossier_facet_set_frozen (DossierFacet *self,
                          gboolean      frozen)
{
  g_return_if_fail (DOSSIER_IS_FACET (self));

  frozen = !!frozen;
  if (self->frozen == frozen)
    return;

  self->frozen = frozen;
  rebuild (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROZEN]);
}
