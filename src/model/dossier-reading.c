/* dossier-reading.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reading"

#include "config.h"

#include "dossier-reading.h"

#include "dossier-list-private.h"
#include "dossier-reading-private.h"
#include "dossier-rule.h"

struct _DossierReading
{
  GObject         parent_instance;

  DossierLibrary *library;
  DossierResults *results;
  DossierSource  *source;      /* NULL: nothing is open */
  DossierText    *text;        /* NULL until it has come */
  GArray         *blocks;      /* DossierBlock */
  GArray         *places;      /* DossierPlace */
  DossierContent *content;     /* the last that came, of @source */
  GPtrArray      *held;        /* DossierClaim and DossierNote, to keep them filled */
  DossierList    *claims;
  DossierList    *notes;
  GHashTable     *stood;       /* source id → offset */
  GCancellable   *loading;     /* NULL: nothing is under way */
  gboolean        again;
};

enum
{
  PROP_0,
  PROP_SOURCE,
  PROP_LOADING,
  N_PROPS
};

enum
{
  TEXT_CHANGED,
  MARKS_CHANGED,
  ERROR,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierReading, dossier_reading, G_TYPE_OBJECT)

static void load (DossierReading *self);

static void
clear_content (DossierReading *self)
{
  g_clear_pointer (&self->text, dossier_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->content, dossier_content_free);
  g_ptr_array_set_size (self->held, 0);
}

static void
dossier_reading_dispose (GObject *object)
{
  DossierReading *self = (DossierReading *) object;

  dossier_reading_close (self);

  G_OBJECT_CLASS (dossier_reading_parent_class)->dispose (object);
}

static void
dossier_reading_finalize (GObject *object)
{
  DossierReading *self = (DossierReading *) object;

  clear_content (self);
  g_clear_object (&self->source);
  g_clear_object (&self->claims);
  g_clear_object (&self->notes);
  g_clear_object (&self->results);
  g_clear_object (&self->library);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->stood, g_hash_table_unref);

  G_OBJECT_CLASS (dossier_reading_parent_class)->finalize (object);
}

static void
dossier_reading_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  DossierReading *self = (DossierReading *) object;

  switch (prop_id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_reading_class_init (DossierReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dossier_reading_dispose;
  object_class->finalize = dossier_reading_finalize;
  object_class->get_property = dossier_reading_get_property;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, DOSSIER_TYPE_SOURCE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TEXT_CHANGED] = g_signal_new ("text-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[MARKS_CHANGED] = g_signal_new ("marks-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
dossier_reading_init (DossierReading *self)
{
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->stood = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
results_changed_cb (DossierReading *self)
{
  if (self->text != NULL)
    g_signal_emit (self, signals[MARKS_CHANGED], 0);
}

/**
 * dossier_reading_new:
 * @library: the objects of the dossier
 * @results: what the filter shows
 *
 * Returns: (transfer full): a reading with nothing open
 */
DossierReading *
dossier_reading_new (DossierLibrary *library,
                     DossierResults *results)
{
  DossierReading *self = g_object_new (DOSSIER_TYPE_READING, NULL);

  self->library = g_object_ref (library);
  self->results = g_object_ref (results);
  self->claims = dossier_list_new (DOSSIER_TYPE_CLAIM, (DossierListMake) dossier_library_claim, library,
                                  DOSSIER_SORT_TITLE, FALSE);
  self->notes = dossier_list_new (DOSSIER_TYPE_NOTE, (DossierListMake) dossier_library_note, library,
                                 DOSSIER_SORT_TITLE, FALSE);
  g_signal_connect_object (results, "changed", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* Fills the objects of the claims and shows those that are not dismissed. */
static void
show_claims (DossierReading *self)
{
  GPtrArray *records = self->content->claims;
  gint64 *ids = g_new (gint64, records->len);
  g_autoptr (DossierOrder) order = NULL;
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      DossierClaimRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (self->held, dossier_library_put_claim (self->library, record));
      if (record->review != DOSSIER_REVIEW_DISMISSED)
        ids[n++] = record->id;
    }
  for (guint i = 0; i < self->content->linked->len; i++)
    g_ptr_array_add (self->held,
                     dossier_library_put_claim (self->library, g_ptr_array_index (self->content->linked, i)));

  order = dossier_order_new (ids, n);
  dossier_list_set_order (self->claims, order, NULL);
}

static void
show_notes (DossierReading *self)
{
  GPtrArray *records = self->content->notes;
  gint64 *ids = g_new (gint64, records->len);
  g_autoptr (DossierOrder) order = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      DossierNoteRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (self->held, dossier_library_put_note (self->library, record));
      ids[i] = record->id;
    }

  order = dossier_order_new (ids, records->len);
  dossier_list_set_order (self->notes, order, NULL);
}

static void
keep_places (DossierReading *self)
{
  GArray *mentions = self->content->mentions;

  self->places = g_array_sized_new (FALSE, TRUE, sizeof (DossierPlace), mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    {
      const DossierMentionFinding *mention = &g_array_index (mentions, DossierMentionFinding, i);
      DossierPlace place = { mention->span, { 0 } };

      g_strlcpy (place.code, mention->code, sizeof place.code);
      g_array_append_val (self->places, place);
    }
}

/* The text of a source never changes: the first that came stays, and with it what the reader made of it. */
static void
show_content (DossierReading *self,
              DossierContent *content)
{
  g_autoptr (GPtrArray) held_before = self->held;
  g_autoptr (DossierSource) source = dossier_library_put_source (self->library, content->source);
  gboolean is_new = self->text == NULL;

  g_clear_pointer (&self->content, dossier_content_free);
  self->content = content;
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  if (is_new)
    {
      self->text = dossier_text_ref (content->text);
      self->blocks = g_array_ref (content->blocks);
      keep_places (self);
    }
  show_claims (self);
  show_notes (self);

  g_signal_emit (self, signals[is_new ? TEXT_CHANGED : MARKS_CHANGED], 0);
}

static void
content_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DossierReading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierContent) content = dossier_store_load_content_finish (DOSSIER_STORE (object), result, &error);

  /* An answer to another source is dropped: its loading was cancelled, and @loading is another or none. */
  if (self->source == NULL || self->loading == NULL ||
      (content != NULL && content->source->id != dossier_source_id (self->source)) ||
      (content == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    return;

  g_clear_object (&self->loading);
  if (content != NULL)
    show_content (self, g_steal_pointer (&content));
  else
    g_signal_emit (self, signals[ERROR], 0, error->message);

  if (self->again && self->loading == NULL)
    load (self);
  if (self->loading == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
load (DossierReading *self)
{
  DossierStore *store = dossier_library_store (self->library);

  self->again = FALSE;
  if (store == NULL || self->source == NULL)
    return;

  self->loading = g_cancellable_new ();
  dossier_store_load_content_async (store, dossier_source_id (self->source), self->loading, content_loaded_cb,
                                    g_object_ref (self));
}

/**
 * dossier_reading_open:
 * @self: a reading
 * @source_id: the source to open, 0 for none
 */
void
dossier_reading_open (DossierReading *self,
                      gint64          source_id)
{
  g_autoptr (DossierOrder) empty = NULL;

  g_return_if_fail (DOSSIER_IS_READING (self));

  if (source_id == dossier_reading_open_id (self))
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  clear_content (self);
  g_clear_object (&self->source);
  empty = dossier_order_new (NULL, 0);
  dossier_list_set_order (self->claims, empty, NULL);
  dossier_list_set_order (self->notes, empty, NULL);

  if (source_id != 0)
    self->source = dossier_library_source (self->library, source_id);
  load (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
  g_signal_emit (self, signals[TEXT_CHANGED], 0);
}

/**
 * dossier_reading_open_id:
 * @self: a reading
 *
 * Returns: the row of the open source, 0 for none
 */
gint64
dossier_reading_open_id (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), 0);

  return self->source != NULL ? dossier_source_id (self->source) : 0;
}

/**
 * dossier_reading_reload:
 * @self: a reading
 */
void
dossier_reading_reload (DossierReading *self)
{
  g_return_if_fail (DOSSIER_IS_READING (self));

  if (self->loading != NULL)
    self->again = TRUE;
  else
    load (self);
}

/**
 * dossier_reading_close:
 * @self: a reading; it loads nothing from now on
 */
void
dossier_reading_close (DossierReading *self)
{
  g_return_if_fail (DOSSIER_IS_READING (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->claims != NULL)
    dossier_list_disown (self->claims);
  if (self->notes != NULL)
    dossier_list_disown (self->notes);
}

/**
 * dossier_reading_record:
 * @self: a reading
 * @claim_id: a claim
 *
 * Returns: (transfer none) (nullable): its record, where it is one of the open source
 */
DossierClaimRecord *
dossier_reading_record (DossierReading *self,
                        gint64          claim_id)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  for (guint i = 0; self->content != NULL && i < self->content->claims->len; i++)
    {
      DossierClaimRecord *record = g_ptr_array_index (self->content->claims, i);

      if (record->id == claim_id)
        return record;
    }

  return NULL;
}

/**
 * dossier_reading_source:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): the open source
 */
DossierSource *
dossier_reading_source (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  return self->source;
}

/**
 * dossier_reading_is_loading:
 * @self: a reading
 *
 * Returns: whether its content is under way
 */
gboolean
dossier_reading_is_loading (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), FALSE);

  return self->loading != NULL;
}

/**
 * dossier_reading_text:
 * @self: a reading
 *
 * Returns: (transfer none) (nullable): its text; %NULL until it has come
 */
DossierText *
dossier_reading_text (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  return self->text;
}

/**
 * dossier_reading_blocks:
 * @self: a reading
 * @n_blocks: (out): how many
 *
 * Returns: (transfer none) (array length=n_blocks): the stretches of its text, in order
 */
const DossierBlock *
dossier_reading_blocks (DossierReading *self,
                        guint          *n_blocks)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);
  g_return_val_if_fail (n_blocks != NULL, NULL);

  *n_blocks = self->blocks != NULL ? self->blocks->len : 0;

  return *n_blocks > 0 ? &g_array_index (self->blocks, DossierBlock, 0) : NULL;
}

/**
 * dossier_reading_folds:
 * @self: a reading
 *
 * Returns: (transfer full) (element-type DossierSpan): what is no part of the article, neighbours joined, in order
 */
GArray *
dossier_reading_folds (DossierReading *self)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (DossierSpan));
  gboolean joins = FALSE;

  g_return_val_if_fail (DOSSIER_IS_READING (self), folds);

  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (self->blocks, DossierBlock, i);

      if (block->kind != DOSSIER_BLOCK_BOILERPLATE && block->kind != DOSSIER_BLOCK_CAPTION)
        joins = FALSE;
      else if (joins)
        g_array_index (folds, DossierSpan, folds->len - 1).end = block->span.end;
      else
        {
          g_array_append_val (folds, block->span);
          joins = TRUE;
        }
    }

  return folds;
}

/**
 * dossier_reading_claims:
 * @self: a reading
 *
 * Returns: (transfer none): its claims by their place, without dismissed ones
 */
GListModel *
dossier_reading_claims (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  return G_LIST_MODEL (self->claims);
}

/**
 * dossier_reading_notes:
 * @self: a reading
 *
 * Returns: (transfer none): its notes by their place
 */
GListModel *
dossier_reading_notes (DossierReading *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  return G_LIST_MODEL (self->notes);
}

/**
 * dossier_reading_places:
 * @self: a reading
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): where its text names a country
 */
const DossierPlace *
dossier_reading_places (DossierReading *self,
                        guint          *n_places)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  *n_places = self->places != NULL ? self->places->len : 0;

  return *n_places > 0 ? &g_array_index (self->places, DossierPlace, 0) : NULL;
}

/**
 * dossier_reading_links:
 * @self: a reading
 * @claim: a claim of the open source
 *
 * Returns: (transfer full) (element-type DossierLink): how it stands to other claims; dismissed links and links to
 *   dismissed claims are left out
 */
GPtrArray *
dossier_reading_links (DossierReading *self,
                       DossierClaim   *claim)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DOSSIER_IS_READING (self), links);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), links);

  for (guint i = 0; self->content != NULL && i < self->content->links->len; i++)
    {
      DossierLinkRecord *record = g_ptr_array_index (self->content->links, i);
      gboolean incoming = record->to_claim == dossier_claim_id (claim);
      g_autoptr (DossierClaim) other = NULL;

      if (record->review == DOSSIER_REVIEW_DISMISSED ||
          (!incoming && record->from_claim != dossier_claim_id (claim)))
        continue;

      other = dossier_library_claim (self->library, incoming ? record->from_claim : record->to_claim);
      if (dossier_claim_review (other) != DOSSIER_REVIEW_DISMISSED)
        g_ptr_array_add (links, dossier_link_new (record, incoming, other));
    }

  return links;
}

/**
 * dossier_reading_claim_notes:
 * @self: a reading
 * @claim: (nullable): a claim of the open source, %NULL for the source itself
 *
 * Returns: (transfer full) (element-type DossierNote): the notes on it
 */
GPtrArray *
dossier_reading_claim_notes (DossierReading *self,
                             DossierClaim   *claim)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DOSSIER_IS_READING (self), notes);

  for (guint i = 0; self->content != NULL && i < self->content->notes->len; i++)
    {
      DossierNoteRecord *record = g_ptr_array_index (self->content->notes, i);
      gboolean is_on_source = record->claim_id == 0 && dossier_span_is_empty (record->span);

      if (claim != NULL ? record->claim_id == dossier_claim_id (claim) : is_on_source)
        g_ptr_array_add (notes, dossier_library_note (self->library, record->id));
    }

  return notes;
}

/**
 * dossier_reading_is_shown:
 * @self: a reading
 * @claim: a claim
 *
 * Returns: whether the filter lets it through
 */
gboolean
dossier_reading_is_shown (DossierReading *self,
                          DossierClaim   *claim)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), TRUE);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), TRUE);

  return dossier_results_is_shown (self->results, dossier_claim_id (claim));
}

/**
 * dossier_reading_quote:
 * @self: a reading
 * @span: a range of its text, code points
 *
 * Returns: (transfer full): the words there; "" where there is no text
 */
char *
dossier_reading_quote (DossierReading *self,
                       DossierSpan     span)
{
  g_return_val_if_fail (DOSSIER_IS_READING (self), NULL);

  return self->text != NULL ? dossier_text_substring (self->text, span) : g_strdup ("");
}

/**
 * dossier_reading_why:
 * @self: a reading
 * @claim: a claim of the open source
 *
 * Returns: (transfer full) (element-type utf8): for each element of @why of its record, what the rule saw there
 */
GPtrArray *
dossier_reading_why (DossierReading *self,
                     DossierClaim   *claim)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  DossierClaimRecord *record;

  g_return_val_if_fail (DOSSIER_IS_READING (self), sentences);
  g_return_val_if_fail (DOSSIER_IS_CLAIM (claim), sentences);

  record = dossier_claim_record (claim);
  for (guint i = 0; record != NULL && i < record->n_why; i++)
    {
      g_autofree char *words = dossier_reading_quote (self, record->why[i].span);

      g_ptr_array_add (sentences, dossier_rule_describe_kind (record->why[i].rule, words, record->kind));
    }

  return sentences;
}

/**
 * dossier_reading_get_place:
 * @self: a reading
 *
 * Returns: the code point at which the reader last stood in the open source
 */
guint32
dossier_reading_get_place (DossierReading *self)
{
  gint64 id;

  g_return_val_if_fail (DOSSIER_IS_READING (self), 0);

  id = dossier_reading_open_id (self);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->stood, &id));
}

/**
 * dossier_reading_set_place:
 * @self: a reading
 * @offset: the code point at which the reader stands
 */
void
dossier_reading_set_place (DossierReading *self,
                           guint32         offset)
{
  gint64 id;

  g_return_if_fail (DOSSIER_IS_READING (self));

  id = dossier_reading_open_id (self);
  if (id != 0)
    g_hash_table_insert (self->stood, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (offset));
}
