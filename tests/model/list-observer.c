/* list-observer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-observer.h"

static void
check (ListObserver *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->shadow->len);
  for (guint i = 0; i < self->shadow->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->shadow, i));
    }
  g_assert_null (g_list_model_get_item (self->model, self->shadow->len));
}

static void
items_changed_cb (GListModel   *model,
                  guint         position,
                  guint         removed,
                  guint         added,
                  ListObserver *self)
{
  g_assert_cmpuint (position + removed, <=, self->shadow->len);
  g_assert_cmpuint (removed + added, >, 0);

  if (removed > 0)
    g_ptr_array_remove_range (self->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    {
      GObject *item = g_list_model_get_item (model, position + i);

      g_assert_nonnull (item);
      g_ptr_array_insert (self->shadow, position + i, item);
    }
  g_string_append_printf (self->changes, "%u-%u+%u ", position, removed, added);
  check (self);
}

ListObserver *
list_observer_new (GListModel *model)
{
  ListObserver *self = g_new0 (ListObserver, 1);

  self->model = g_object_ref (model);
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->shadow, g_list_model_get_item (model, i));
  self->handler = g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

void
list_observer_free (ListObserver *self)
{
  check (self);
  g_signal_handler_disconnect (self->model, self->handler);
  g_ptr_array_unref (self->shadow);
  g_string_free (self->changes, TRUE);
  g_object_unref (self->model);
  g_free (self);
}

char *
list_observer_take (ListObserver *self)
{
  char *changes = g_strchomp (g_strdup (self->changes->str));

  g_string_truncate (self->changes, 0);

  return changes;
}
