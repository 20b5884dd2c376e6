/* dossier-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DossierItem: what a source, a claim and a note have in common: a row of the
 * dossier whose record comes from the disk later, and anew after each edit.
 *
 * Properties (read-only): id, loaded. Signal: changed.
 */
#define DOSSIER_TYPE_ITEM (dossier_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (DossierItem, dossier_item, DOSSIER, ITEM, GObject)

struct _DossierItemClass
{
  GObjectClass   parent_class;

  /* How the record of the subclass is held. */
  gpointer     (*record_ref)   (gpointer     record);
  void         (*record_unref) (gpointer     record);
  /* After a record has come, before anybody hears of it; may be NULL. */
  void         (*filled)       (DossierItem *self);

  /* The properties that follow from the record: they notify with each new one. */
  GParamSpec   **properties;
  guint          n_properties;
};

gint64   dossier_item_id        (DossierItem *self);
gboolean dossier_item_is_loaded (DossierItem *self);

G_END_DECLS
