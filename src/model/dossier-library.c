/* dossier-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-library"

#include "config.h"

#include "dossier-library.h"

#include "dossier-item-private.h"

/* Objects of one sort that somebody holds, and those whose record is wanted. */
typedef struct
{
  GType       type;
  GHashTable *alive;  /* gint64 → Slot */
  GHashTable *wanted; /* set of gint64 */
} Shelf;

/* An object that is not owned, only known of. */
typedef struct
{
  gint64   id;
  Shelf   *shelf;
  GObject *object;
} Slot;

struct _DossierLibrary
{
  GObject       parent_instance;

  DossierStore *store;
  GCancellable *cancellable;
  Shelf         sources;
  Shelf         claims;
  Shelf         notes;
  GHashTable   *note_records; /* gint64 → DossierNoteRecord */
  guint         fetch_idle;
};

/* What a fetch asked for, kept until the answer. */
typedef struct
{
  DossierLibrary *library;
  Shelf          *shelf;
  gint64         *ids;
  guint           n_ids;
} Fetch;

static guint error_signal;

G_DEFINE_FINAL_TYPE (DossierLibrary, dossier_library, G_TYPE_OBJECT)

static void
slot_object_gone_cb (gpointer  user_data,
                     GObject  *where_it_was)
{
  Slot *slot = user_data;

  slot->object = NULL;
  g_hash_table_remove (slot->shelf->alive, &slot->id);
}

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  if (slot->object != NULL)
    g_object_weak_unref (slot->object, slot_object_gone_cb, slot);
  g_free (slot);
}

static void
shelf_init (Shelf *shelf,
            GType  type)
{
  shelf->type = type;
  shelf->alive = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, slot_free);
  shelf->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
shelf_clear (Shelf *shelf)
{
  g_clear_pointer (&shelf->alive, g_hash_table_unref);
  g_clear_pointer (&shelf->wanted, g_hash_table_unref);
}

/* The object of @id, borrowed, or NULL. */
static gpointer
shelf_get (Shelf  *shelf,
           gint64  id)
{
  Slot *slot = g_hash_table_lookup (shelf->alive, &id);

  return slot != NULL ? slot->object : NULL;
}

static void
shelf_put (Shelf    *shelf,
           gint64    id,
           gpointer  object)
{
  Slot *slot = g_new0 (Slot, 1);

  slot->id = id;
  slot->shelf = shelf;
  slot->object = object;
  g_object_weak_ref (slot->object, slot_object_gone_cb, slot);
  g_hash_table_insert (shelf->alive, &slot->id, slot);
}

static void
shelf_want (Shelf  *shelf,
            gint64  id)
{
  if (!g_hash_table_contains (shelf->wanted, &id))
    g_hash_table_add (shelf->wanted, g_memdup2 (&id, sizeof id));
}

/* Takes the wanted ids that somebody still holds. */
static gint64 *
shelf_take_wanted (Shelf *shelf,
                   guint *n_ids)
{
  gint64 *ids = g_new (gint64, g_hash_table_size (shelf->wanted));
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, shelf->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_contains (shelf->alive, key))
      ids[n++] = *(gint64 *) key;
  g_hash_table_remove_all (shelf->wanted);
  *n_ids = n;

  return ids;
}

static Fetch *
fetch_new (DossierLibrary *library,
           Shelf          *shelf,
           gint64         *ids,
           guint           n_ids)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->library = g_object_ref (library);
  fetch->shelf = shelf;
  fetch->ids = ids;
  fetch->n_ids = n_ids;

  return fetch;
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->library);
  g_free (fetch->ids);
  g_free (fetch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fetch, fetch_free)

static void
report (DossierLibrary *self,
        const GError   *error)
{
  if (self->store != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, error_signal, 0, error->message);
}

/* Fills @item; what a claim or a note stands in is asked for along with it. */
static void
fill (DossierLibrary *self,
      gpointer        item,
      gpointer        record)
{
  g_autoptr (DossierSource) source = NULL;

  if (DOSSIER_IS_SOURCE (item))
    {
      dossier_source_set_record (item, record);
    }
  else if (DOSSIER_IS_CLAIM (item))
    {
      source = dossier_library_source (self, ((DossierClaimRecord *) record)->source_id);
      dossier_claim_set_record (item, record, source);
    }
  else
    {
      if (((DossierNoteRecord *) record)->source_id != 0)
        source = dossier_library_source (self, ((DossierNoteRecord *) record)->source_id);
      dossier_note_set_record (item, record, source);
    }
}

/* The answer to a fetch: @records in the order of its ids, or @error. */
static void
fetched (Fetch        *fetch,
         GPtrArray    *records,
         const GError *error)
{
  if (records == NULL)
    {
      report (fetch->library, error);
      return;
    }
  if (fetch->library->store == NULL)
    return;

  for (guint i = 0; i < MIN (records->len, fetch->n_ids); i++)
    {
      gpointer item = shelf_get (fetch->shelf, fetch->ids[i]);

      if (item != NULL && g_ptr_array_index (records, i) != NULL)
        fill (fetch->library, item, g_ptr_array_index (records, i));
    }
}

static void
sources_fetched_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = dossier_store_load_sources_finish (DOSSIER_STORE (object), result, &error);

  fetched (fetch, records, error);
}

static void
claims_fetched_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Fetch) fetch = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = dossier_store_load_claims_finish (DOSSIER_STORE (object), result, &error);

  fetched (fetch, records, error);
}

static gboolean
fetch_idle_cb (gpointer user_data)
{
  DossierLibrary *self = user_data;
  gint64 *ids;
  guint n_ids;

  self->fetch_idle = 0;

  ids = shelf_take_wanted (&self->claims, &n_ids);
  if (n_ids > 0)
    dossier_store_load_claims_async (self->store, ids, n_ids, self->cancellable, claims_fetched_cb,
                                     fetch_new (self, &self->claims, ids, n_ids));
  else
    g_free (ids);

  ids = shelf_take_wanted (&self->sources, &n_ids);
  if (n_ids > 0)
    dossier_store_load_sources_async (self->store, ids, n_ids, self->cancellable, sources_fetched_cb,
                                      fetch_new (self, &self->sources, ids, n_ids));
  else
    g_free (ids);

  return G_SOURCE_REMOVE;
}

/* After the rows of this turn of the main loop were asked for, before the next frame is drawn. */
static void
queue_fetch (DossierLibrary *self)
{
  if (self->fetch_idle == 0 && self->store != NULL)
    self->fetch_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fetch_idle_cb, self, NULL);
}

/* The object of @id, new where nobody holds one; a reference for the caller. @is_new: whether it was made now. */
static gpointer
take_item (Shelf    *shelf,
           gint64    id,
           gboolean *is_new)
{
  DossierItem *item = shelf_get (shelf, id);

  *is_new = item == NULL;
  if (item != NULL)
    return g_object_ref (item);

  item = dossier_item_new (shelf->type, id);
  shelf_put (shelf, id, item);

  return item;
}

/* As take_item(), and asks for the record of a new one. */
static gpointer
fetch_item (DossierLibrary *self,
            Shelf          *shelf,
            gint64          id)
{
  gboolean is_new;
  gpointer item = take_item (shelf, id, &is_new);

  if (is_new)
    {
      shelf_want (shelf, id);
      queue_fetch (self);
    }

  return item;
}

/* The object of @id, filled with @record: nothing needs to be fetched for it. */
static gpointer
put_item (DossierLibrary *self,
          Shelf          *shelf,
          gint64          id,
          gpointer        record)
{
  gboolean is_new;
  gpointer item = take_item (shelf, id, &is_new);

  g_hash_table_remove (shelf->wanted, &id);
  fill (self, item, record);

  return item;
}

static void
dossier_library_dispose (GObject *object)
{
  DossierLibrary *self = (DossierLibrary *) object;

  dossier_library_close (self);

  G_OBJECT_CLASS (dossier_library_parent_class)->dispose (object);
}

static void
dossier_library_finalize (GObject *object)
{
  DossierLibrary *self = (DossierLibrary *) object;

  shelf_clear (&self->sources);
  shelf_clear (&self->claims);
  shelf_clear (&self->notes);
  g_clear_pointer (&self->note_records, g_hash_table_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dossier_library_parent_class)->finalize (object);
}

static void
dossier_library_class_init (DossierLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_library_dispose;
  object_class->finalize = dossier_library_finalize;

  error_signal = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
dossier_library_init (DossierLibrary *self)
{
  shelf_init (&self->sources, DOSSIER_TYPE_SOURCE);
  shelf_init (&self->claims, DOSSIER_TYPE_CLAIM);
  shelf_init (&self->notes, DOSSIER_TYPE_NOTE);
  self->cancellable = g_cancellable_new ();
}

/**
 * dossier_library_new:
 * @store: an open dossier
 *
 * Returns: (transfer full): the library of its objects
 */
DossierLibrary *
dossier_library_new (DossierStore *store)
{
  DossierLibrary *self = g_object_new (DOSSIER_TYPE_LIBRARY, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * dossier_library_store:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): its store; %NULL once it was closed
 */
DossierStore *
dossier_library_store (DossierLibrary *self)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return self->store;
}

/**
 * dossier_library_close:
 * @self: a library; it fetches nothing from now on
 */
void
dossier_library_close (DossierLibrary *self)
{
  g_return_if_fail (DOSSIER_IS_LIBRARY (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->fetch_idle, g_source_remove);
  g_clear_object (&self->store);
}

/**
 * dossier_library_source:
 * @self: a library
 * @id: row of a source
 *
 * Returns: (transfer full): its object; its record is fetched where it is not there yet
 */
DossierSource *
dossier_library_source (DossierLibrary *self,
                        gint64          id)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return fetch_item (self, &self->sources, id);
}

/**
 * dossier_library_claim:
 * @self: a library
 * @id: row of a claim
 *
 * Returns: (transfer full): its object; its record is fetched where it is not there yet
 */
DossierClaim *
dossier_library_claim (DossierLibrary *self,
                       gint64          id)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return fetch_item (self, &self->claims, id);
}

/**
 * dossier_library_peek_claim:
 * @self: a library
 * @id: row of a claim
 *
 * Returns: (transfer full) (nullable): its object, where somebody holds it
 */
DossierClaim *
dossier_library_peek_claim (DossierLibrary *self,
                            gint64          id)
{
  DossierClaim *claim;

  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  claim = shelf_get (&self->claims, id);

  return claim != NULL ? g_object_ref (claim) : NULL;
}

/**
 * dossier_library_note:
 * @self: a library
 * @id: row of a note
 *
 * Returns: (transfer full): its object, filled where dossier_library_set_notes() brought its record
 */
DossierNote *
dossier_library_note (DossierLibrary *self,
                      gint64          id)
{
  DossierNoteRecord *record = NULL;
  DossierNote *note;
  gboolean is_new;

  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  note = take_item (&self->notes, id, &is_new);
  if (is_new && self->note_records != NULL)
    record = g_hash_table_lookup (self->note_records, &id);
  if (record != NULL)
    fill (self, note, record);

  return note;
}

/**
 * dossier_library_put_source:
 * @self: a library
 * @record: a source as the disk holds it
 *
 * Returns: (transfer full): its object, filled with @record
 */
DossierSource *
dossier_library_put_source (DossierLibrary      *self,
                            DossierSourceRecord *record)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return put_item (self, &self->sources, record->id, record);
}

/**
 * dossier_library_put_claim:
 * @self: a library
 * @record: a claim as the disk holds it
 *
 * Returns: (transfer full): its object, filled with @record
 */
DossierClaim *
dossier_library_put_claim (DossierLibrary     *self,
                           DossierClaimRecord *record)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return put_item (self, &self->claims, record->id, record);
}

/**
 * dossier_library_put_note:
 * @self: a library
 * @record: a note as the disk holds it
 *
 * Returns: (transfer full): its object, filled with @record
 */
DossierNote *
dossier_library_put_note (DossierLibrary    *self,
                          DossierNoteRecord *record)
{
  g_return_val_if_fail (DOSSIER_IS_LIBRARY (self), NULL);

  return put_item (self, &self->notes, record->id, record);
}

/**
 * dossier_library_set_notes:
 * @self: a library
 * @records: (element-type DossierNoteRecord): all notes of the dossier
 */
void
dossier_library_set_notes (DossierLibrary *self,
                           GPtrArray      *records)
{
  g_return_if_fail (DOSSIER_IS_LIBRARY (self));

  g_clear_pointer (&self->note_records, g_hash_table_unref);
  self->note_records =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) dossier_note_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      DossierNoteRecord *record = g_ptr_array_index (records, i);
      g_autoptr (DossierNote) note = NULL;

      g_hash_table_insert (self->note_records, &record->id, dossier_note_record_ref (record));
      note = shelf_get (&self->notes, record->id);
      if (note != NULL)
        {
          g_object_ref (note);
          fill (self, note, record);
        }
    }
}

/**
 * dossier_library_reload:
 * @self: a library
 * @sources: (nullable) (element-type gint64): sources that changed
 * @claims: (nullable) (element-type gint64): claims that changed
 */
void
dossier_library_reload (DossierLibrary *self,
                        GArray         *sources,
                        GArray         *claims)
{
  g_return_if_fail (DOSSIER_IS_LIBRARY (self));

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    if (shelf_get (&self->sources, g_array_index (sources, gint64, i)) != NULL)
      shelf_want (&self->sources, g_array_index (sources, gint64, i));

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    if (shelf_get (&self->claims, g_array_index (claims, gint64, i)) != NULL)
      shelf_want (&self->claims, g_array_index (claims, gint64, i));

  queue_fetch (self);
}

static void
shelf_want_all (Shelf *shelf)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, shelf->alive);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    shelf_want (shelf, *(gint64 *) id);
}

/**
 * dossier_library_reload_all:
 * @self: a library
 *
 * Reads anew every source and claim that somebody holds: another program may have changed any.
 */
void
dossier_library_reload_all (DossierLibrary *self)
{
  g_return_if_fail (DOSSIER_IS_LIBRARY (self));

  shelf_want_all (&self->sources);
  shelf_want_all (&self->claims);
  queue_fetch (self);
}
