/* dossier-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-list.h"

#include "dossier-list-private.h"

/*
 * While a change of several places is told, the list must show after each
 * "items-changed" what was told so far and no more: rows before @told come from
 * @order, the rest from @old.
 */
struct _DossierList
{
  GObject          parent_instance;

  GType            item_type;
  DossierListMake  make;
  gpointer         owner; /* unowned; NULL after dossier_list_disown() */
  DossierOrder    *order;
  DossierOrder    *old;      /* NULL but while a change is told */
  guint            told;     /* rows of @order that are shown */
  guint            old_from; /* the first row of @old that is still shown */
  DossierSort      sort;
  gboolean         descending;
};

enum
{
  PROP_0,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  PROP_SORT,
  PROP_DESCENDING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
list_get_item_type (GListModel *model)
{
  return ((DossierList *) model)->item_type;
}

static guint
list_get_n_items (GListModel *model)
{
  DossierList *self = (DossierList *) model;

  if (self->old != NULL)
    return self->told + dossier_order_length (self->old) - self->old_from;

  return dossier_order_length (self->order);
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  DossierList *self = (DossierList *) model;
  gint64 id = dossier_list_id_at (self, position);

  return id != 0 && self->owner != NULL ? self->make (self->owner, id) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DossierList, dossier_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
dossier_list_finalize (GObject *object)
{
  DossierList *self = (DossierList *) object;

  g_clear_pointer (&self->order, dossier_order_unref);
  g_clear_pointer (&self->old, dossier_order_unref);

  G_OBJECT_CLASS (dossier_list_parent_class)->finalize (object);
}

static void
dossier_list_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DossierList *self = (DossierList *) object;

  switch (prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, self->item_type);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, list_get_n_items (G_LIST_MODEL (self)));
      break;
    case PROP_SORT:
      g_value_set_uint (value, self->sort);
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_list_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DossierList *self = (DossierList *) object;

  switch (prop_id)
    {
    case PROP_SORT:
      dossier_list_set_sort (self, g_value_get_uint (value), self->descending);
      break;
    case PROP_DESCENDING:
      dossier_list_set_sort (self, self->sort, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_list_class_init (DossierListClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dossier_list_finalize;
  object_class->get_property = dossier_list_get_property;
  object_class->set_property = dossier_list_set_property;

  properties[PROP_ITEM_TYPE] =
    g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT] =
    g_param_spec_uint ("sort", NULL, NULL, 0, DOSSIER_N_SORTS - 1, DOSSIER_SORT_DATE, writable);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dossier_list_init (DossierList *self)
{
  self->item_type = G_TYPE_OBJECT;
  self->order = dossier_order_new (NULL, 0);
}

/**
 * dossier_list_new:
 * @item_type: type of its rows
 * @make: gives the object of an id
 * @owner: for @make; outlives the list, or calls dossier_list_disown()
 * @sort: how it is sorted at first
 * @descending: the other way round
 *
 * Returns: (transfer full): an empty list
 */
DossierList *
dossier_list_new (GType            item_type,
                  DossierListMake  make,
                  gpointer         owner,
                  DossierSort      sort,
                  gboolean         descending)
{
  DossierList *self = g_object_new (DOSSIER_TYPE_LIST, NULL);

  self->item_type = item_type;
  self->make = make;
  self->owner = owner;
  self->sort = sort;
  self->descending = descending;

  return self;
}

/**
 * dossier_list_disown:
 * @self: a list whose owner goes away
 */
void
dossier_list_disown (DossierList *self)
{
  g_autoptr (DossierOrder) empty = dossier_order_new (NULL, 0);

  g_return_if_fail (DOSSIER_IS_LIST (self));

  self->owner = NULL;
  dossier_list_set_order (self, empty, NULL);
}

/**
 * dossier_list_order:
 * @self: a list
 *
 * Returns: (transfer none): the ids it shows
 */
DossierOrder *
dossier_list_order (DossierList *self)
{
  g_return_val_if_fail (DOSSIER_IS_LIST (self), NULL);

  return self->order;
}

/**
 * dossier_list_set_order:
 * @self: a list
 * @order: what it shall show
 * @changes: (nullable) (element-type DossierSplice): what dossier_order_changes() found between the two; found here
 *   where it is %NULL
 */
void
dossier_list_set_order (DossierList  *self,
                        DossierOrder *order,
                        GArray       *changes)
{
  g_autoptr (GArray) found = NULL;

  g_return_if_fail (DOSSIER_IS_LIST (self));
  g_return_if_fail (order != NULL);
  g_return_if_fail (self->old == NULL);

  if (self->order == order)
    return;
  if (changes == NULL)
    changes = found = dossier_order_changes (self->order, order);

  self->old = self->order;
  self->order = dossier_order_ref (order);
  self->told = 0;
  self->old_from = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      const DossierSplice *splice = &g_array_index (changes, DossierSplice, i);
      guint kept = splice->position - self->told;

      self->told = splice->position + splice->added;
      self->old_from += kept + splice->removed;
      g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
    }
  g_clear_pointer (&self->old, dossier_order_unref);

  if (changes->len > 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/**
 * dossier_list_sort:
 * @self: a list
 *
 * Returns: by what it is sorted
 */
DossierSort
dossier_list_sort (DossierList *self)
{
  g_return_val_if_fail (DOSSIER_IS_LIST (self), DOSSIER_SORT_DATE);

  return self->sort;
}

/**
 * dossier_list_descending:
 * @self: a list
 *
 * Returns: whether the greatest comes first; what has no value comes last in both
 */
gboolean
dossier_list_descending (DossierList *self)
{
  g_return_val_if_fail (DOSSIER_IS_LIST (self), FALSE);

  return self->descending;
}

/**
 * dossier_list_set_sort:
 * @self: a list
 * @sort: by what it shall be sorted
 * @descending: the greatest first
 *
 * The sorting is done in a thread; the rows move when it is ready.
 */
void
dossier_list_set_sort (DossierList *self,
                       DossierSort  sort,
                       gboolean     descending)
{
  g_return_if_fail (DOSSIER_IS_LIST (self));
  g_return_if_fail ((guint) sort < DOSSIER_N_SORTS);

  descending = !!descending;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->sort != sort)
    {
      self->sort = sort;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
    }
  if (self->descending != descending)
    {
      self->descending = descending;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dossier_list_id_at:
 * @self: a list
 * @position: a row
 *
 * Returns: its id, 0 past the end
 */
gint64
dossier_list_id_at (DossierList *self,
                    guint        position)
{
  g_return_val_if_fail (DOSSIER_IS_LIST (self), 0);

  if (position >= list_get_n_items (G_LIST_MODEL (self)))
    return 0;
  if (self->old != NULL && position >= self->told)
    return dossier_order_ids (self->old)[self->old_from + position - self->told];

  return dossier_order_ids (self->order)[position];
}

/**
 * dossier_list_find:
 * @self: a list
 * @id: an id
 * @position: (out) (optional): its row
 *
 * Returns: whether the list shows it
 */
gboolean
dossier_list_find (DossierList *self,
                   gint64       id,
                   guint       *position)
{
  g_return_val_if_fail (DOSSIER_IS_LIST (self), FALSE);

  return dossier_order_find (self->order, id, position);
}
