/* list-observer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/*
 * ListObserver: keeps a copy of a list by "items-changed" alone, and holds the
 * list against it after every emission. Ends the test where they differ.
 */
typedef struct
{
  GListModel *model;
  GPtrArray  *shadow; /* the items, held */
  GString    *changes; /* "2-1+4 " for each emission */
  gulong      handler;
} ListObserver;

ListObserver *list_observer_new   (GListModel   *model);
void          list_observer_free  (ListObserver *self);
/* What was told since the last call. */
char         *list_observer_take  (ListObserver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListObserver, list_observer_free)
