/* dossier-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-columns-private.h"
#include "dossier-pack.h"
#include "dossier-statement.h"

#define NO_NAME G_MAXUINT32

/* Where more than this share of the sources changed, all is loaded anew: one scan in order is quicker than many seeks. */
#define FULL_SHARE 4

#define SELECT_CLAIMS                                                                                          \
  "SELECT source_id, id, kind, review, speaker_id, event_first, event_last, event_flags, stated_first, "       \
  "stated_last, stated_flags, countries FROM claim INDEXED BY claim_columns "
#define SELECT_SOURCES "SELECT id, published_first, published_last, published_flags FROM source "
#define SELECT_NOTES "SELECT claim_id, tags FROM note WHERE claim_id IS NOT NULL "

/* Names with their places; places are never taken back until all is loaded anew. */
typedef struct
{
  GHashTable *places; /* name → place + 1 */
  GPtrArray  *names;  /* GRefString */
} Names;

struct _DossierColumnsBuilder
{
  DossierColumns *last;
  Names           speakers;
  Names           codes;
  Names           tags;
  GArray         *speaker_places; /* guint32 by speaker id, NO_NAME unknown yet */
};

/* Columns that grow. */
typedef struct
{
  DossierColumnsBuilder *builder;
  DossierConnection     *connection;
  DossierColumns        *columns;
  GHashTable            *notes; /* claim id → tags as the file holds them; NULL: none at all */
  guint                  claims_room;
  guint                  countries_room;
  guint                  tags_room;
  guint                  sources_room;
} Sink;

/* The dates of the source whose claims are being added. */
typedef struct
{
  gint64 id;
  gint32 begin;
  gint32 end;
  guint8 flags;
} Source;

static void
columns_clear (gpointer data)
{
  DossierColumns *self = data;

  g_free (self->ids);
  g_free (self->sources);
  g_free (self->kinds);
  g_free (self->reviews);
  for (guint i = 0; i < DOSSIER_N_BASES; i++)
    {
      g_free (self->begin[i]);
      g_free (self->end[i]);
      g_free (self->date_flags[i]);
    }
  g_free (self->speakers);
  g_free (self->country_first);
  g_free (self->countries);
  g_free (self->tag_first);
  g_free (self->tags);
  g_free (self->noted);
  g_free (self->source_ids);
  g_free (self->source_begin);
  g_free (self->source_first);
  g_clear_pointer (&self->speaker_names, g_ptr_array_unref);
  g_clear_pointer (&self->country_codes, g_ptr_array_unref);
  g_clear_pointer (&self->tag_names, g_ptr_array_unref);
}

/**
 * dossier_columns_ref:
 *
 * Columns are immutable; any thread may hold them.
 */
DossierColumns *
dossier_columns_ref (DossierColumns *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dossier_columns_unref:
 *
 * Drops a reference.
 */
void
dossier_columns_unref (DossierColumns *self)
{
  g_atomic_rc_box_release_full (self, columns_clear);
}

static void
names_init (Names *self)
{
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
}

static void
names_clear (Names *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

static guint
names_place (Names      *self,
             const char *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, name));
  char *copy;

  if (place != 0)
    return place - 1;

  copy = g_ref_string_new (name);
  g_ptr_array_add (self->names, copy);
  g_hash_table_insert (self->places, copy, GUINT_TO_POINTER (self->names->len));
  return self->names->len - 1;
}

static gpointer
acquire_name (gconstpointer name,
              gpointer      user_data)
{
  return g_ref_string_acquire ((char *) name);
}

/* The names as they are now, for columns that never change: those of the last columns where there is no new one. */
static GPtrArray *
names_share (Names     *self,
             GPtrArray *last)
{
  GPtrArray *names;

  if (last != NULL && last->len == self->names->len)
    return g_ptr_array_ref (last);
  names = g_ptr_array_copy (self->names, acquire_name, NULL);
  return names;
}

static void
builder_reset (DossierColumnsBuilder *self)
{
  g_clear_pointer (&self->last, dossier_columns_unref);
  names_clear (&self->speakers);
  names_clear (&self->codes);
  names_clear (&self->tags);
  g_clear_pointer (&self->speaker_places, g_array_unref);
}

static void
builder_init (DossierColumnsBuilder *self)
{
  names_init (&self->speakers);
  names_init (&self->codes);
  names_init (&self->tags);
  self->speaker_places = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/**
 * dossier_columns_builder_new:
 *
 * A builder without columns: its first update loads everything.
 */
DossierColumnsBuilder *
dossier_columns_builder_new (void)
{
  DossierColumnsBuilder *self = g_new0 (DossierColumnsBuilder, 1);

  builder_init (self);
  return self;
}

/**
 * dossier_columns_builder_free:
 *
 * Drops its last columns; others may still hold them.
 */
void
dossier_columns_builder_free (DossierColumnsBuilder *self)
{
  builder_reset (self);
  g_free (self);
}

static guint
grown (guint room,
       guint wanted)
{
  return MAX (wanted, MAX (64, room + room / 2));
}

#define GROW(array, room) ((array) = g_realloc_n ((array), (room), sizeof *(array)))

static void
need_claims (Sink  *sink,
             guint  n)
{
  DossierColumns *c = sink->columns;
  guint room;

  if (n <= sink->claims_room)
    return;

  room = sink->claims_room = grown (sink->claims_room, n);
  GROW (c->ids, room);
  GROW (c->sources, room);
  GROW (c->kinds, room);
  GROW (c->reviews, room);
  for (guint i = 0; i < DOSSIER_N_BASES; i++)
    {
      GROW (c->begin[i], room);
      GROW (c->end[i], room);
      GROW (c->date_flags[i], room);
    }
  GROW (c->speakers, room);
  GROW (c->country_first, room + 1);
  GROW (c->tag_first, room + 1);
  GROW (c->noted, room);
}

static void
need_countries (Sink  *sink,
                guint  n)
{
  if (n <= sink->countries_room)
    return;
  sink->countries_room = grown (sink->countries_room, n);
  GROW (sink->columns->countries, sink->countries_room);
}

static void
need_tags (Sink  *sink,
           guint  n)
{
  if (n <= sink->tags_room)
    return;
  sink->tags_room = grown (sink->tags_room, n);
  GROW (sink->columns->tags, sink->tags_room);
}

static void
need_sources (Sink  *sink,
              guint  n)
{
  DossierColumns *c = sink->columns;
  guint room;

  if (n <= sink->sources_room)
    return;
  room = sink->sources_room = grown (sink->sources_room, n);
  GROW (c->source_ids, room);
  GROW (c->source_begin, room);
  GROW (c->source_first, room + 1);
}

static void
sink_init (Sink                  *sink,
           DossierColumnsBuilder *builder,
           DossierConnection     *connection,
           guint                  n_claims,
           guint                  n_sources)
{
  memset (sink, 0, sizeof *sink);
  sink->builder = builder;
  sink->connection = connection;
  sink->columns = g_atomic_rc_box_new0 (DossierColumns);
  need_claims (sink, MAX (n_claims, 1));
  need_countries (sink, n_claims + n_claims / 2 + 1);
  need_tags (sink, 1);
  need_sources (sink, MAX (n_sources, 1));
  sink->columns->country_first[0] = 0;
  sink->columns->tag_first[0] = 0;
  sink->columns->source_first[0] = 0;
}

static void
sink_clear (Sink *sink)
{
  g_clear_pointer (&sink->columns, dossier_columns_unref);
  g_clear_pointer (&sink->notes, g_hash_table_unref);
}

static gboolean
load_speaker (Sink     *sink,
              gint64    id,
              guint32  *place,
              GError  **error)
{
  g_autoptr (DossierStatement) stmt = NULL;
  g_autofree char *name = NULL;
  int step;

  stmt = dossier_connection_prepare (sink->connection, "SELECT name FROM speaker WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  dossier_bind_int (stmt, 1, id);
  step = dossier_statement_step (stmt, error);
  if (step == 1)
    {
      name = dossier_column_text (stmt, 0);
      *place = names_place (&sink->builder->speakers, name);
    }

  return step >= 0;
}

static gboolean
speaker_place (Sink     *sink,
               gint64    id,
               guint32  *place,
               GError  **error)
{
  GArray *places = sink->builder->speaker_places;
  guint32 none = NO_NAME;

  *place = NO_NAME;
  if (id <= 0 || id > G_MAXINT32)
    return TRUE;
  while (places->len <= id)
    g_array_append_val (places, none);

  *place = g_array_index (places, guint32, id);
  if (*place != NO_NAME)
    return TRUE;
  if (!load_speaker (sink, id, place, error))
    return FALSE;
  g_array_index (places, guint32, id) = *place;
  return TRUE;
}

static void
add_countries (Sink       *sink,
               const char *codes)
{
  DossierColumns *c = sink->columns;
  guint n = c->country_first[c->n_claims];

  while (codes != NULL && *codes != '\0')
    {
      const char *end = codes + strcspn (codes, " ");
      char code[8] = { 0 };

      if (end > codes && end - codes < (gssize) sizeof code && sink->builder->codes.names->len < G_MAXUINT16)
        {
          memcpy (code, codes, end - codes);
          need_countries (sink, n + 1);
          c->countries[n++] = names_place (&sink->builder->codes, code);
        }
      codes = *end == ' ' ? end + 1 : end;
    }

  c->country_first[c->n_claims + 1] = n;
}

static void
add_tags (Sink   *sink,
          gint64  claim)
{
  DossierColumns *c = sink->columns;
  guint first = c->tag_first[c->n_claims];
  guint n = first;
  const char *packed = sink->notes != NULL ? g_hash_table_lookup (sink->notes, &claim) : NULL;
  g_auto (GStrv) names = NULL;

  c->noted[c->n_claims] = packed != NULL;
  if (packed != NULL && packed[0] != '\0')
    names = dossier_unpack_names (packed);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint32 place;
      guint k = first;

      if (names[i][0] == '\0')
        continue;
      place = names_place (&sink->builder->tags, names[i]);
      while (k < n && c->tags[k] != place)
        k++;
      if (k < n)
        continue;
      need_tags (sink, n + 1);
      c->tags[n++] = place;
    }

  c->tag_first[c->n_claims + 1] = n;
}

/* Two columns, the first day and the last; (DAY_MAX, DAY_MIN) for no date. */
static void
read_days (DossierStatement *stmt,
           int               column,
           gint32           *begin,
           gint32           *end)
{
  *begin = DOSSIER_DAY_MAX;
  *end = DOSSIER_DAY_MIN;
  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return;
  *begin = sqlite3_column_int (stmt, column);
  *end = sqlite3_column_int (stmt, column + 1);
}

static void
add_dates (Sink             *sink,
           const Source     *source,
           DossierStatement *stmt)
{
  DossierColumns *c = sink->columns;
  guint i = c->n_claims;

  read_days (stmt, 5, &c->begin[DOSSIER_BASIS_EVENT][i], &c->end[DOSSIER_BASIS_EVENT][i]);
  c->date_flags[DOSSIER_BASIS_EVENT][i] = sqlite3_column_int (stmt, 7);
  read_days (stmt, 8, &c->begin[DOSSIER_BASIS_STATED][i], &c->end[DOSSIER_BASIS_STATED][i]);
  c->date_flags[DOSSIER_BASIS_STATED][i] = sqlite3_column_int (stmt, 10);
  c->begin[DOSSIER_BASIS_PUBLISHED][i] = source->begin;
  c->end[DOSSIER_BASIS_PUBLISHED][i] = source->end;
  c->date_flags[DOSSIER_BASIS_PUBLISHED][i] = source->flags;
}

static gboolean
add_claim (Sink              *sink,
           const Source      *source,
           DossierStatement  *stmt,
           GError           **error)
{
  DossierColumns *c = sink->columns;
  guint i = c->n_claims;

  need_claims (sink, i + 1);
  c->ids[i] = sqlite3_column_int64 (stmt, 1);
  c->sources[i] = c->n_sources;
  c->kinds[i] = dossier_column_uint (stmt, 2, DOSSIER_N_KINDS - 1);
  c->reviews[i] = dossier_column_uint (stmt, 3, DOSSIER_N_REVIEWS - 1);
  if (!speaker_place (sink, sqlite3_column_int64 (stmt, 4), &c->speakers[i], error))
    return FALSE;
  add_dates (sink, source, stmt);
  add_countries (sink, (const char *) sqlite3_column_text (stmt, 11));
  add_tags (sink, c->ids[i]);
  c->n_claims++;
  return TRUE;
}

static void
end_source (Sink         *sink,
            const Source *source)
{
  DossierColumns *c = sink->columns;

  need_sources (sink, c->n_sources + 1);
  c->source_ids[c->n_sources] = source->id;
  c->source_begin[c->n_sources] = source->begin;
  c->n_sources++;
  c->source_first[c->n_sources] = c->n_claims;
}

static void
read_source (DossierStatement *stmt,
             Source           *source)
{
  source->id = sqlite3_column_int64 (stmt, 0);
  read_days (stmt, 1, &source->begin, &source->end);
  source->flags = sqlite3_column_int (stmt, 3);
}

/* Notes on claims, of one source or of all: a claim's notes make one list of tags. */
static gboolean
load_notes (Sink        *sink,
            const char  *sql,
            gint64       source,
            GError     **error)
{
  g_autoptr (DossierStatement) stmt = dossier_connection_prepare (sink->connection, sql, error);
  int step;

  g_clear_pointer (&sink->notes, g_hash_table_unref);
  if (stmt == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (stmt) > 0)
    dossier_bind_int (stmt, 1, source);
  while ((step = dossier_statement_step (stmt, error)) == 1)
    {
      gint64 claim = sqlite3_column_int64 (stmt, 0);
      const char *before;

      if (sink->notes == NULL)
        sink->notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      before = g_hash_table_lookup (sink->notes, &claim);
      g_hash_table_insert (sink->notes, g_memdup2 (&claim, sizeof claim),
                           g_strdup_printf ("%s\n%s", before != NULL ? before : "", sqlite3_column_text (stmt, 1)));
    }

  return step == 0;
}

/* Adds the claims that @claims, of all sources in order, has for @source; the row it stands on is the first not added. */
static int
take_claims (Sink              *sink,
             const Source      *source,
             DossierStatement  *claims,
             int                step,
             GError           **error)
{
  while (step == 1 && sqlite3_column_int64 (claims, 0) <= source->id)
    {
      if (sqlite3_column_int64 (claims, 0) == source->id && !add_claim (sink, source, claims, error))
        return -1;
      step = dossier_statement_step (claims, error);
    }

  return step;
}

static gboolean
load_all (Sink    *sink,
          GError **error)
{
  g_autoptr (DossierStatement) sources = NULL;
  g_autoptr (DossierStatement) claims = NULL;
  int source_step, claim_step;

  if (!load_notes (sink, SELECT_NOTES "ORDER BY id", 0, error))
    return FALSE;
  sources = dossier_connection_prepare (sink->connection, SELECT_SOURCES "ORDER BY id", error);
  claims = sources == NULL ? NULL : dossier_connection_prepare (sink->connection,
                                                                SELECT_CLAIMS "ORDER BY source_id, start, id", error);
  if (claims == NULL)
    return FALSE;

  claim_step = dossier_statement_step (claims, error);
  if (claim_step < 0)
    return FALSE;
  while ((source_step = dossier_statement_step (sources, error)) == 1)
    {
      Source source;

      read_source (sources, &source);
      claim_step = take_claims (sink, &source, claims, claim_step, error);
      if (claim_step < 0)
        return FALSE;
      end_source (sink, &source);
    }

  return source_step == 0;
}

/* One source as it is now; one that is gone adds nothing. */
static gboolean
load_source (Sink    *sink,
             gint64   id,
             GError **error)
{
  g_autoptr (DossierStatement) sources = NULL;
  g_autoptr (DossierStatement) claims = NULL;
  Source source;
  int step;

  if (!load_notes (sink, SELECT_NOTES "AND source_id = ? ORDER BY id", id, error))
    return FALSE;
  sources = dossier_connection_prepare (sink->connection, SELECT_SOURCES "WHERE id = ?", error);
  claims = sources == NULL ? NULL : dossier_connection_prepare (sink->connection,
                                                                SELECT_CLAIMS "WHERE source_id = ? ORDER BY start, id",
                                                                error);
  if (claims == NULL)
    return FALSE;
  dossier_bind_int (sources, 1, id);
  step = dossier_statement_step (sources, error);
  if (step != 1)
    return step == 0;

  read_source (sources, &source);
  dossier_bind_int (claims, 1, id);
  while ((step = dossier_statement_step (claims, error)) == 1)
    {
      if (!add_claim (sink, &source, claims, error))
        return FALSE;
    }
  end_source (sink, &source);
  return step == 0;
}

#define COPY(array, at, from, n) memcpy ((array) + (at), (from), (n) * sizeof *(array))

static void
shift (guint32       *to,
       const guint32 *from,
       guint          n,
       guint32        by)
{
  for (guint i = 0; i < n; i++)
    to[i] = from[i] + by;
}

static void
copy_claims (Sink                 *sink,
             const DossierColumns *old,
             guint                 from,
             guint                 n,
             guint32               source_shift)
{
  DossierColumns *c = sink->columns;
  guint at = c->n_claims;
  guint countries = c->country_first[at];
  guint tags = c->tag_first[at];
  guint n_countries = old->country_first[from + n] - old->country_first[from];
  guint n_tags = old->tag_first[from + n] - old->tag_first[from];

  need_claims (sink, at + n);
  need_countries (sink, countries + n_countries);
  need_tags (sink, tags + n_tags);
  COPY (c->ids, at, old->ids + from, n);
  shift (c->sources + at, old->sources + from, n, source_shift);
  COPY (c->kinds, at, old->kinds + from, n);
  COPY (c->reviews, at, old->reviews + from, n);
  for (guint i = 0; i < DOSSIER_N_BASES; i++)
    {
      COPY (c->begin[i], at, old->begin[i] + from, n);
      COPY (c->end[i], at, old->end[i] + from, n);
      COPY (c->date_flags[i], at, old->date_flags[i] + from, n);
    }
  COPY (c->speakers, at, old->speakers + from, n);
  COPY (c->noted, at, old->noted + from, n);
  COPY (c->countries, countries, old->countries + old->country_first[from], n_countries);
  COPY (c->tags, tags, old->tags + old->tag_first[from], n_tags);
  shift (c->country_first + at, old->country_first + from, n + 1, countries - old->country_first[from]);
  shift (c->tag_first + at, old->tag_first + from, n + 1, tags - old->tag_first[from]);
  c->n_claims += n;
}

/* Copies sources [@from, @to) of the last columns, which nobody changed. */
static void
copy_sources (Sink                 *sink,
              const DossierColumns *old,
              guint                 from,
              guint                 to)
{
  DossierColumns *c = sink->columns;
  guint n = to - from;
  guint first = old->source_first[from];

  if (n == 0)
    return;
  need_sources (sink, c->n_sources + n);
  COPY (c->source_ids, c->n_sources, old->source_ids + from, n);
  COPY (c->source_begin, c->n_sources, old->source_begin + from, n);
  shift (c->source_first + c->n_sources, old->source_first + from, n + 1, c->n_claims - first);
  copy_claims (sink, old, first, old->source_first[to] - first, c->n_sources - from);
  c->n_sources += n;
}

static gboolean
load_stale (Sink                 *sink,
            const DossierColumns *old,
            const GArray         *stale,
            GError              **error)
{
  guint at = 0;

  for (guint i = 0; i < stale->len; i++)
    {
      gint64 id = g_array_index (stale, gint64, i);
      guint low = at;
      guint high = old->n_sources;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (old->source_ids[middle] < id)
            low = middle + 1;
          else
            high = middle;
        }
      copy_sources (sink, old, at, low);
      if (!load_source (sink, id, error))
        return FALSE;
      at = low < old->n_sources && old->source_ids[low] == id ? low + 1 : low;
    }

  copy_sources (sink, old, at, old->n_sources);
  return TRUE;
}

/* Forgets what was added after the sink had so many of each. */
static void
sink_cut (Sink  *sink,
          guint  n_claims,
          guint  n_sources)
{
  sink->columns->n_claims = n_claims;
  sink->columns->n_sources = n_sources;
}

/* A part of the file is damaged: source by source, what can still be read. */
static gboolean
load_readable (Sink    *sink,
               GError **error)
{
  gint64 last = 0;

  sink_cut (sink, 0, 0);
  if (!dossier_connection_pragma (sink->connection, "SELECT seq FROM sqlite_sequence WHERE name = 'source'", &last, error))
    return FALSE;
  for (gint64 id = 1; id <= last; id++)
    {
      guint n_claims = sink->columns->n_claims;
      guint n_sources = sink->columns->n_sources;
      g_autoptr (GError) local = NULL;

      if (load_source (sink, id, &local))
        continue;
      if (!g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      sink_cut (sink, n_claims, n_sources);
    }

  return TRUE;
}

static gboolean
load_all_or_readable (Sink    *sink,
                      GError **error)
{
  g_autoptr (GError) local = NULL;

  if (load_all (sink, &local))
    return TRUE;
  if (g_error_matches (local, DOSSIER_STORE_ERROR, DOSSIER_STORE_ERROR_CORRUPT))
    return load_readable (sink, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static DossierColumns *
publish (Sink    *sink,
         guint64  generation)
{
  DossierColumnsBuilder *self = sink->builder;
  DossierColumns *columns = g_steal_pointer (&sink->columns);
  DossierColumns *last = self->last;

  columns->generation = generation;
  columns->speaker_names = names_share (&self->speakers, last != NULL ? last->speaker_names : NULL);
  columns->country_codes = names_share (&self->codes, last != NULL ? last->country_codes : NULL);
  columns->tag_names = names_share (&self->tags, last != NULL ? last->tag_names : NULL);
  g_clear_pointer (&self->last, dossier_columns_unref);
  self->last = dossier_columns_ref (columns);
  return columns;
}

/* To make room at once; where it cannot be read, room is made by and by. */
static void
count_rows (DossierConnection *connection,
            gint64            *n_claims,
            gint64            *n_sources)
{
  *n_claims = *n_sources = 0;
  if (!dossier_connection_pragma (connection, "SELECT count(*) FROM claim", n_claims, NULL) ||
      !dossier_connection_pragma (connection, "SELECT count(*) FROM source", n_sources, NULL))
    g_debug ("Rows cannot be counted");
}

/**
 * dossier_columns_builder_update:
 * @generation: of what @connection sees, or of an earlier commit
 * @stale: (nullable): sources that changed since the last columns, ascending
 * @all: what changed is not known: load everything
 *
 * Returns: (nullable) (transfer full): the columns; the last ones where nothing
 * changed
 */
DossierColumns *
dossier_columns_builder_update (DossierColumnsBuilder  *self,
                                DossierConnection      *connection,
                                guint64                 generation,
                                const GArray           *stale,
                                gboolean                all,
                                GError                **error)
{
  Sink sink;
  gboolean done;

  if (self->last != NULL && !all && (stale == NULL || stale->len == 0))
    return dossier_columns_ref (self->last);

  if (self->last == NULL || all || stale->len > 64 + self->last->n_sources / FULL_SHARE)
    {
      gint64 n_claims, n_sources;

      count_rows (connection, &n_claims, &n_sources);
      builder_reset (self);
      builder_init (self);
      sink_init (&sink, self, connection, n_claims, n_sources);
      done = load_all_or_readable (&sink, error);
    }
  else
    {
      sink_init (&sink, self, connection, self->last->n_claims + 64, self->last->n_sources + stale->len);
      done = load_stale (&sink, self->last, stale, error);
    }

  if (!done)
    {
      sink_clear (&sink);
      return NULL;
    }
  g_clear_pointer (&sink.notes, g_hash_table_unref);
  return publish (&sink, generation);
}
