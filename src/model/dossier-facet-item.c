/* dossier-facet-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-facet-item.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-facet-private.h"
#include "dossier-words.h"

struct _DossierFacetItem
{
  GObject           parent_instance;

  DossierFilter    *filter;
  DossierFacetKind  facet;
  char             *value;
  char             *label;
  char             *flag;
  const char       *group; /* static */
  guint             count;
  gboolean          active;
};

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_LABEL,
  PROP_GROUP,
  PROP_FLAG,
  PROP_COUNT,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierFacetItem, dossier_facet_item, G_TYPE_OBJECT)

static void
dossier_facet_item_finalize (GObject *object)
{
  DossierFacetItem *self = (DossierFacetItem *) object;

  g_clear_object (&self->filter);
  g_free (self->value);
  g_free (self->label);
  g_free (self->flag);

  G_OBJECT_CLASS (dossier_facet_item_parent_class)->finalize (object);
}

static void
dossier_facet_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DossierFacetItem *self = (DossierFacetItem *) object;

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_FLAG:
      g_value_set_string (value, self->flag);
      break;
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_facet_item_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      dossier_facet_item_set_active ((DossierFacetItem *) object, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_facet_item_class_init (DossierFacetItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_facet_item_finalize;
  object_class->get_property = dossier_facet_item_get_property;
  object_class->set_property = dossier_facet_item_set_property;

  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_FLAG] = g_param_spec_string ("flag", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_facet_item_init (DossierFacetItem *self)
{
}

static const char *
label_of (DossierFacetKind  facet,
          const char       *value)
{
  DossierKind kind;
  DossierReview review;

  switch (facet)
    {
    case DOSSIER_FACET_COUNTRY:
      return *value != '\0' ? dossier_country_name (value) : _("No country");
    case DOSSIER_FACET_KIND:
      return dossier_kind_from_nick (value, &kind) ? dossier_kind_plural (kind) : value;
    case DOSSIER_FACET_SPEAKER:
      return *value != '\0' ? value : _("No speaker");
    case DOSSIER_FACET_TAG:
      return *value != '\0' ? value : _("No tag");
    case DOSSIER_FACET_REVIEW:
      return dossier_review_from_nick (value, &review) ? dossier_review_label (review) : value;
    default:
      return value;
    }
}

/**
 * dossier_facet_item_new:
 * @filter: the filter it sets
 * @facet: the part of it
 * @value: the value
 *
 * Returns: (transfer full): the item
 */
DossierFacetItem *
dossier_facet_item_new (DossierFilter    *filter,
                        DossierFacetKind  facet,
                        const char       *value)
{
  DossierFacetItem *self = g_object_new (DOSSIER_TYPE_FACET_ITEM, NULL);

  self->filter = g_object_ref (filter);
  self->facet = facet;
  self->value = g_strdup (value);
  self->label = g_strdup (label_of (facet, value));
  self->flag = facet == DOSSIER_FACET_COUNTRY ? dossier_country_flag (value) : g_strdup ("");
  self->group = facet == DOSSIER_FACET_COUNTRY ? dossier_country_region (value) : "";
  self->active = dossier_filter_has_value (filter, facet, value);

  return self;
}

/**
 * dossier_facet_item_set_count:
 * @self: an item
 * @count: how many claims it would let through
 */
void
dossier_facet_item_set_count (DossierFacetItem *self,
                              guint             count)
{
  g_return_if_fail (DOSSIER_IS_FACET_ITEM (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * dossier_facet_item_refresh:
 * @self: an item whose filter changed
 */
void
dossier_facet_item_refresh (DossierFacetItem *self)
{
  gboolean active;

  g_return_if_fail (DOSSIER_IS_FACET_ITEM (self));

  active = dossier_filter_has_value (self->filter, self->facet, self->value);
  if (self->active == active)
    return;

  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * dossier_facet_item_value:
 * @self: an item
 *
 * Returns: what the filter takes: a code, a nick, a name; "" for none
 */
const char *
dossier_facet_item_value (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), "");

  return self->value;
}

/**
 * dossier_facet_item_label:
 * @self: an item
 *
 * Returns: the value for showing
 */
const char *
dossier_facet_item_label (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), "");

  return self->label;
}

/**
 * dossier_facet_item_group:
 * @self: an item
 *
 * Returns: the heading it stands under, "" for none
 */
const char *
dossier_facet_item_group (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), "");

  return self->group;
}

/**
 * dossier_facet_item_flag:
 * @self: an item
 *
 * Returns: the flag of a country, "" for all else
 */
const char *
dossier_facet_item_flag (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), "");

  return self->flag;
}

/**
 * dossier_facet_item_count:
 * @self: an item
 *
 * Returns: how many claims it would let through, the rest of the filter applied
 */
guint
dossier_facet_item_count (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), 0);

  return self->count;
}

/**
 * dossier_facet_item_active:
 * @self: an item
 *
 * Returns: whether the filter asks for it
 */
gboolean
dossier_facet_item_active (DossierFacetItem *self)
{
  g_return_val_if_fail (DOSSIER_IS_FACET_ITEM (self), FALSE);

  return self->active;
}

/**
 * dossier_facet_item_set_active:
 * @self: an item
 * @active: whether the filter shall ask for it
 */
void
dossier_facet_item_set_active (DossierFacetItem *self,
                               gboolean          active)
{
  g_return_if_fail (DOSSIER_IS_FACET_ITEM (self));

  dossier_filter_set_value (self->filter, self->facet, self->value, active);
}
