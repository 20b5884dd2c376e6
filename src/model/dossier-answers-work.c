/* dossier-answers-work.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-answers-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-country-names.h"
#include "dossier-date-words.h"
#include "dossier-matter.h"
#include "dossier-terms.h"

/* Records that are asked for at a time. */
#define CHUNK 2000

/* Of the denials by one name so many are looked at. */
#define DENIALS_A_NAME 32

#define NONE G_MAXUINT32

/* Tellings of the same, and what answers them; claims are known by their place in the columns. */
typedef struct
{
  GArray     *tellings; /* guint32, earliest first */
  GArray     *answers;  /* guint32, earliest first */
  char       *matter;
  const char *country;  /* borrowed from a record, or NULL */
  guint32     denial;
} Group;

typedef struct
{
  DossierAnswersWork *ask;
  DossierColumns     *columns;
  DossierOrder       *places;  /* id of a claim → its place */
  GPtrArray          *links;
  guint32            *parent;  /* by place; NONE where the claim is not on the left */
  guint32            *origin;  /* by place: the earlier telling that it repeats, or NONE */
  guint8             *answers; /* by place: it answers something */
  GPtrArray          *records; /* by place: DossierClaimRecord, or NULL */
  GPtrArray          *sources; /* by index: DossierSourceRecord, or NULL */
  GPtrArray          *groups;
} Board;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->tellings);
  g_array_unref (group->answers);
  g_free (group->matter);
  g_free (group);
}

static void
claim_clear (gpointer data)
{
  g_clear_pointer (&data, dossier_claim_record_unref);
}

static void
source_clear (gpointer data)
{
  g_clear_pointer (&data, dossier_source_record_unref);
}

static void
board_clear (Board *board)
{
  g_clear_pointer (&board->columns, dossier_columns_unref);
  g_clear_pointer (&board->places, dossier_order_unref);
  g_clear_pointer (&board->links, g_ptr_array_unref);
  g_clear_pointer (&board->records, g_ptr_array_unref);
  g_clear_pointer (&board->sources, g_ptr_array_unref);
  g_clear_pointer (&board->groups, g_ptr_array_unref);
  g_clear_pointer (&board->parent, g_free);
  g_clear_pointer (&board->origin, g_free);
  g_clear_pointer (&board->answers, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, board_clear)

/* When it was said, else when its source appeared; unknown is last. */
static gint32
day_of (const Board *board,
        guint32      place)
{
  gint32 day = board->columns->begin[DOSSIER_BASIS_STATED][place];

  return day != DOSSIER_DAY_MAX ? day : board->columns->source_begin[board->columns->sources[place]];
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  gint32 first_day = day_of (user_data, first);
  gint32 second_day = day_of (user_data, second);

  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Which tellings belong together */

static guint32
root_of (Board   *board,
         guint32  place)
{
  while (board->parent[place] != place)
    place = board->parent[place] = board->parent[board->parent[place]];

  return place;
}

static void
join_repeats (Board *board)
{
  for (guint i = 0; i < board->links->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (board->links, i);
      guint32 from, to;

      if (link->relation != DOSSIER_RELATION_REPEATS || link->review == DOSSIER_REVIEW_DISMISSED ||
          !dossier_order_find (board->places, link->from_claim, &from) ||
          !dossier_order_find (board->places, link->to_claim, &to) ||
          board->parent[from] == NONE || board->parent[to] == NONE)
        continue;

      board->parent[root_of (board, from)] = root_of (board, to);
      if (compare_places (&to, &from, board) > 0)
        {
          guint32 later = to;

          to = from;
          from = later;
        }
      if (board->origin[from] == NONE || compare_places (&to, &board->origin[from], board) < 0)
        board->origin[from] = to;
    }
}

/* The claims that the filter lets through and that are allegations, each a group of its own at first. */
static gboolean
choose (Board         *board,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (DossierQuery) query = dossier_query_copy (board->ask->query);
  g_autoptr (DossierHits) hits = NULL;
  g_autoptr (DossierResult) result = NULL;

  query->kinds = 1 << DOSSIER_KIND_ALLEGATION;
  query->not_kinds = 0;
  if (query->words != NULL)
    {
      hits = dossier_store_search_sync (board->ask->store, query->words, cancellable, error);
      if (hits == NULL)
        return FALSE;
    }
  result = dossier_columns_query (board->columns, query, hits, cancellable);
  if (result == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }

  board->parent = g_new (guint32, board->columns->n_claims + 1);
  board->origin = g_new (guint32, board->columns->n_claims + 1);
  board->answers = g_malloc0 (board->columns->n_claims + 1);
  memset (board->parent, 0xff, sizeof (guint32) * board->columns->n_claims);
  memset (board->origin, 0xff, sizeof (guint32) * board->columns->n_claims);
  for (guint i = 0; i < result->n_claims; i++)
    board->parent[result->claims[i]] = result->claims[i];
  board->ask->n_allegations = result->n_claims;

  return TRUE;
}

static void
make_groups (Board *board)
{
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  for (guint32 place = 0; place < board->columns->n_claims; place++)
    {
      Group *group;
      gpointer root;

      if (board->parent[place] == NONE)
        continue;
      root = GUINT_TO_POINTER (root_of (board, place) + 1);
      group = g_hash_table_lookup (by_root, root);
      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->tellings = g_array_new (FALSE, FALSE, sizeof (guint32));
          group->answers = g_array_new (FALSE, FALSE, sizeof (guint32));
          group->denial = NONE;
          g_ptr_array_add (board->groups, group);
          g_hash_table_insert (by_root, root, group);
        }
      g_array_append_val (group->tellings, place);
    }
}

/* The end of the link that answers, and the telling that it answers. */
static gboolean
answer_of (const Board             *board,
           const DossierLinkRecord *link,
           guint32                 *answer,
           guint32                 *telling)
{
  guint32 from, to;

  if (link->review == DOSSIER_REVIEW_DISMISSED ||
      (link->relation != DOSSIER_RELATION_ANSWERS && link->relation != DOSSIER_RELATION_CONTRADICTS) ||
      !dossier_order_find (board->places, link->from_claim, &from) ||
      !dossier_order_find (board->places, link->to_claim, &to))
    return FALSE;

  *answer = from;
  *telling = to;
  if (board->parent[to] == NONE && link->relation == DOSSIER_RELATION_CONTRADICTS)
    {
      *answer = to;
      *telling = from;
    }

  return board->parent[*telling] != NONE && board->columns->reviews[*answer] != DOSSIER_REVIEW_DISMISSED;
}

/* Earliest first, each once. */
static void
sort_places (const Board *board,
             GArray      *places)
{
  guint n = 0;

  g_array_sort_with_data (places, compare_places, (gpointer) board);
  for (guint i = 0; i < places->len; i++)
    if (n == 0 || g_array_index (places, guint32, i) != g_array_index (places, guint32, n - 1))
      g_array_index (places, guint32, n++) = g_array_index (places, guint32, i);
  g_array_set_size (places, n);
}

static void
add_answers (Board *board)
{
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < board->groups->len; i++)
    {
      Group *group = g_ptr_array_index (board->groups, i);
      guint32 root = root_of (board, g_array_index (group->tellings, guint32, 0));

      g_hash_table_insert (by_root, GUINT_TO_POINTER (root + 1), group);
    }
  for (guint i = 0; i < board->links->len; i++)
    {
      guint32 answer, telling, root;
      Group *group;

      if (!answer_of (board, g_ptr_array_index (board->links, i), &answer, &telling))
        continue;
      root = root_of (board, telling);
      if (board->parent[answer] != NONE && root_of (board, answer) == root)
        continue;
      group = g_hash_table_lookup (by_root, GUINT_TO_POINTER (root + 1));
      board->answers[answer] = TRUE;
      g_array_append_val (group->answers, answer);
    }
  for (guint i = 0; i < board->groups->len; i++)
    {
      Group *group = g_ptr_array_index (board->groups, i);

      sort_places (board, group->tellings);
      sort_places (board, group->answers);
      if (group->answers->len > 0)
        board->ask->n_answered += group->tellings->len;
    }
}

/* Records */

/* Loads the records of @places that are not there yet. */
static gboolean
load_claims (Board         *board,
             GArray        *places,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint first = 0; first < places->len; first += CHUNK)
    {
      guint n = MIN (CHUNK, places->len - first);
      g_autofree gint64 *ids = g_new (gint64, n);
      g_autoptr (GPtrArray) records = NULL;

      for (guint i = 0; i < n; i++)
        ids[i] = board->columns->ids[g_array_index (places, guint32, first + i)];
      records = dossier_store_load_claims_sync (board->ask->store, ids, n, cancellable, error);
      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < MIN (n, records->len); i++)
        {
          gpointer *slot = &g_ptr_array_index (board->records, g_array_index (places, guint32, first + i));
          DossierClaimRecord *record = g_ptr_array_index (records, i);

          if (*slot == NULL && record != NULL)
            *slot = dossier_claim_record_ref (record);
        }
    }

  return TRUE;
}

static gboolean
load_groups (Board         *board,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < board->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (board->groups, i);

      g_array_append_vals (places, group->tellings->data, group->tellings->len);
    }

  return load_claims (board, places, cancellable, error);
}

static gboolean
load_sources (Board         *board,
              GCancellable  *cancellable,
              GError       **error)
{
  const DossierColumns *columns = board->columns;

  for (guint first = 0; first < columns->n_sources; first += CHUNK)
    {
      guint n = MIN (CHUNK, columns->n_sources - first);
      g_autoptr (GPtrArray) records =
        dossier_store_load_sources_sync (board->ask->store, columns->source_ids + first, n, cancellable, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < MIN (n, records->len); i++)
        if (g_ptr_array_index (records, i) != NULL)
          g_ptr_array_index (board->sources, first + i) =
            dossier_source_record_ref (g_ptr_array_index (records, i));
    }

  return TRUE;
}

/* Words */

static const char *
filled (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static const char *
source_title (const Board *board,
              guint32      place)
{
  const DossierSourceRecord *source = g_ptr_array_index (board->sources, board->columns->sources[place]);
  const char *title = NULL;

  if (source != NULL)
    title = filled (source->title) != NULL ? source->title : filled (source->file_name);

  return title != NULL ? title : _("Untitled");
}

/* Who tells it: the speaker, else the paper. */
static const char *
teller (const Board *board,
        guint32      place)
{
  const DossierClaimRecord *claim = g_ptr_array_index (board->records, place);
  const DossierSourceRecord *source = g_ptr_array_index (board->sources, board->columns->sources[place]);

  if (claim != NULL && filled (claim->speaker) != NULL)
    return claim->speaker;
  if (source != NULL && filled (source->outlet) != NULL)
    return source->outlet;

  return source_title (board, place);
}

static char *
told_when (const Board *board,
           guint32      place)
{
  const DossierClaimRecord *claim = g_ptr_array_index (board->records, place);
  const DossierSourceRecord *source = g_ptr_array_index (board->sources, board->columns->sources[place]);

  if (claim != NULL && claim->stated != NULL)
    return dossier_date_to_words (claim->stated);

  return dossier_date_to_words (source != NULL ? source->published : NULL);
}

static void
name_matters (Board *board)
{
  g_autoptr (DossierMatter) matter = dossier_matter_new ();
  guint next = 0;

  for (guint i = 0; i < board->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (board->groups, i);

      for (guint j = 0; j < group->tellings->len; j++)
        {
          const DossierClaimRecord *claim =
            g_ptr_array_index (board->records, g_array_index (group->tellings, guint32, j));

          dossier_matter_add (matter, claim != NULL ? claim->quote : NULL);
        }
    }
  for (guint i = 0; i < board->groups->len; i++)
    {
      Group *group = g_ptr_array_index (board->groups, i);
      g_autofree guint *passages = g_new (guint, group->tellings->len);

      for (guint j = 0; j < group->tellings->len; j++)
        {
          const DossierClaimRecord *claim =
            g_ptr_array_index (board->records, g_array_index (group->tellings, guint32, j));

          passages[j] = next++;
          if (group->country == NULL && claim != NULL)
            group->country = claim->countries[0];
        }
      group->matter = dossier_matter_name (matter, passages, group->tellings->len);
    }
}

static char *
repeats_text (const Board *board,
              const Group *group)
{
  guint n_repeats = group->tellings->len - 1;
  guint32 first = g_array_index (group->tellings, guint32, 0);
  g_autofree char *times = NULL;
  g_autofree char *when = NULL;

  if (n_repeats == 0)
    return g_strdup (_("told once"));

  times = g_strdup_printf (ngettext ("repeated once", "repeated %u times", n_repeats), n_repeats);
  when = told_when (board, first);

  /* Translators: how often a claim was repeated, by whom first, and when: "repeated 2 times, first by BES, 11 August
   * 2021" */
  return g_strdup_printf (_("%s, first by %s, %s"), times, teller (board, first), when);
}

static char *
matter_text (const Group *group)
{
  if (group->country == NULL)
    return g_strdup (group->matter);

  /* Translators: what a claim is about, and which country it concerns: "Back door, Pakistan" */
  return g_strdup_printf (_("%s, %s"), group->matter, dossier_country_name (group->country));
}

static void
write_heading (const Board       *board,
               const Group       *group,
               DossierAnswersRow *row)
{
  g_autofree char *repeats = repeats_text (board, group);

  switch (board->ask->by)
    {
    case DOSSIER_ANSWERS_BY_SOURCE:
      row->title = g_strdup (source_title (board, g_array_index (group->tellings, guint32, 0)));
      row->details = g_strdup_printf ("%s · %s", group->matter, repeats);
      break;
    case DOSSIER_ANSWERS_BY_COUNTRY:
      row->title = g_strdup (group->country != NULL ? dossier_country_name (group->country) : _("No country named"));
      row->details = g_strdup_printf ("%s · %s", group->matter, repeats);
      break;
    case DOSSIER_ANSWERS_BY_MATTER:
    default:
      row->title = matter_text (group);
      row->details = g_steal_pointer (&repeats);
    }
}

/* "repeats Harbour Watch, 11 August 2021": whom a later telling has it from. */
static char *
origin_text (const Board *board,
             const Group *group,
             guint32      telling)
{
  guint32 origin = board->origin[telling] != NONE ? board->origin[telling] : g_array_index (group->tellings, guint32, 0);
  g_autofree char *when = told_when (board, origin);

  /* Translators: by whom a claim was told before, and when */
  return g_strdup_printf (_("repeats %s, %s"), teller (board, origin), when);
}

/* A denial that may be meant */

typedef struct
{
  DossierTerms *terms;
  GHashTable   *by_name; /* term + 1 → GArray of guint32 places */
  GArray       *ids;
  GArray       *names;
} Denials;

static gboolean
load_denials (Board         *board,
              GArray        *places,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint32 place = 0; place < board->columns->n_claims; place++)
    if (board->columns->kinds[place] == DOSSIER_KIND_DENIAL &&
        board->columns->reviews[place] != DOSSIER_REVIEW_DISMISSED && board->columns->speakers[place] != NONE)
      g_array_append_val (places, place);

  return load_claims (board, places, cancellable, error);
}

static void
index_denials (Board   *board,
               Denials *denials,
               GArray  *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint32 place = g_array_index (places, guint32, i);
      const DossierClaimRecord *claim = g_ptr_array_index (board->records, place);

      if (claim == NULL || filled (claim->speaker) == NULL)
        continue;
      dossier_terms_cut (denials->terms, claim->speaker, -1, denials->ids, denials->names);
      for (guint j = 0; j < denials->names->len; j++)
        {
          gpointer name = GUINT_TO_POINTER (g_array_index (denials->names, guint32, j) + 1);
          GArray *with_name = g_hash_table_lookup (denials->by_name, name);

          if (with_name == NULL)
            {
              with_name = g_array_new (FALSE, FALSE, sizeof (guint32));
              g_hash_table_insert (denials->by_name, name, with_name);
            }
          if (with_name->len < DENIALS_A_NAME)
            g_array_append_val (with_name, place);
        }
    }
}

/* Of two denials the one that answers nothing else, then the earlier. */
static gboolean
is_better (const Board *board,
           guint32      denial,
           guint32      than)
{
  if (than == NONE)
    return TRUE;
  if (board->answers[denial] != board->answers[than])
    return !board->answers[denial];

  return compare_places (&denial, &than, (gpointer) board) < 0;
}

/* A denial by somebody whom the allegation names, and who did not make it. */
static guint32
find_denial (Board       *board,
             Denials     *denials,
             const Group *group)
{
  guint32 telling = g_array_index (group->tellings, guint32, 0);
  const DossierClaimRecord *claim = g_ptr_array_index (board->records, telling);
  guint32 best = NONE;

  if (claim == NULL || filled (claim->quote) == NULL)
    return NONE;

  dossier_terms_cut (denials->terms, claim->quote, -1, denials->ids, denials->names);
  for (guint i = 0; i < denials->names->len; i++)
    {
      guint32 name = g_array_index (denials->names, guint32, i);
      GArray *with_name = g_hash_table_lookup (denials->by_name, GUINT_TO_POINTER (name + 1));

      for (guint j = 0; with_name != NULL && j < with_name->len; j++)
        {
          guint32 denial = g_array_index (with_name, guint32, j);

          if (board->columns->speakers[denial] != board->columns->speakers[telling] &&
              is_better (board, denial, best))
            best = denial;
        }
    }

  return best;
}

static gboolean
find_denials (Board         *board,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (DossierTerms) terms = dossier_terms_new ();
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (guint32));
  Denials denials = { terms, by_name, ids, names };

  if (!load_denials (board, places, cancellable, error))
    return FALSE;

  /* What answers something anywhere is no general denial, whether or not the filter shows what it answers. */
  for (guint i = 0; i < board->links->len; i++)
    {
      const DossierLinkRecord *link = g_ptr_array_index (board->links, i);
      guint32 from;

      if (link->relation == DOSSIER_RELATION_ANSWERS && link->review != DOSSIER_REVIEW_DISMISSED &&
          dossier_order_find (board->places, link->from_claim, &from))
        board->answers[from] = TRUE;
    }
  index_denials (board, &denials, places);
  for (guint i = 0; i < board->groups->len; i++)
    {
      Group *group = g_ptr_array_index (board->groups, i);

      if (group->answers->len == 0)
        group->denial = find_denial (board, &denials, group);
    }

  return TRUE;
}

static char *
denial_text (const Board *board,
             guint32      denial)
{
  g_autofree char *when = told_when (board, denial);

  return g_strdup_printf (board->answers[denial] ? _("A denial by %s (%s) may be meant.")
                                                 : _("A general denial by %s (%s) may be meant."),
                          teller (board, denial), when);
}

/* Rows */

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Board *board = user_data;
  const Group *first = *(Group **) a;
  const Group *second = *(Group **) b;
  guint32 first_place = g_array_index (first->tellings, guint32, 0);
  guint32 second_place = g_array_index (second->tellings, guint32, 0);

  if (board->ask->by == DOSSIER_ANSWERS_BY_SOURCE)
    {
      guint32 first_source = board->columns->sources[first_place];
      guint32 second_source = board->columns->sources[second_place];

      if (board->columns->source_begin[first_source] != board->columns->source_begin[second_source])
        return board->columns->source_begin[first_source] < board->columns->source_begin[second_source] ? -1 : 1;

      return first_place < second_place ? -1 : first_place > second_place;
    }
  if (board->ask->by == DOSSIER_ANSWERS_BY_COUNTRY && g_strcmp0 (first->country, second->country) != 0)
    {
      if (first->country == NULL || second->country == NULL)
        return first->country == NULL ? 1 : -1;

      return g_utf8_collate (dossier_country_name (first->country), dossier_country_name (second->country));
    }
  if (first->tellings->len != second->tellings->len)
    return first->tellings->len > second->tellings->len ? -1 : 1;

  return compare_places (&first_place, &second_place, user_data);
}

static void
add_rows (const Board *board,
          const Group *group)
{
  guint n_rows = MAX (group->tellings->len, group->answers->len);
  const gint64 *ids = board->columns->ids;

  for (guint i = 0; i < n_rows; i++)
    {
      DossierAnswersRow *row = g_object_new (DOSSIER_TYPE_ANSWERS_ROW, NULL);

      row->group = ids[g_array_index (group->tellings, guint32, 0)];
      row->is_first = i == 0;
      row->no_reply = group->answers->len == 0;
      if (i < group->tellings->len)
        row->allegation = ids[g_array_index (group->tellings, guint32, i)];
      if (i < group->answers->len)
        row->answer = ids[g_array_index (group->answers, guint32, i)];
      if (i == 0)
        write_heading (board, group, row);
      else if (row->allegation != 0)
        row->details = origin_text (board, group, g_array_index (group->tellings, guint32, i));
      if (i == 0 && group->denial != NONE)
        {
          row->denial = ids[group->denial];
          row->denial_text = denial_text (board, group->denial);
        }
      g_ptr_array_add (board->ask->rows, row);
    }
}

static void
make_rows (Board *board)
{
  board->ask->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_sort_with_data (board->groups, compare_groups, board);
  for (guint i = 0; i < board->groups->len; i++)
    {
      const Group *group = g_ptr_array_index (board->groups, i);

      if (!board->ask->without_only || group->answers->len == 0)
        add_rows (board, group);
    }
}

/**
 * dossier_answers_work_free:
 * @self: (transfer full): a question, or its answer
 */
void
dossier_answers_work_free (DossierAnswersWork *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, dossier_query_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/**
 * dossier_answers_work_run:
 * @self: a question
 * @cancellable: (nullable): to give it up
 * @error: a sentence for the person
 *
 * Puts the allegations together with what answers them. Linear in the claims,
 * the links and the words of the allegations, but for the sorting.
 *
 * Returns: %FALSE where it failed or was given up
 */
gboolean
dossier_answers_work_run (DossierAnswersWork  *self,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_auto (Board) board = { .ask = self };

  board.columns = dossier_store_load_columns_sync (self->store, cancellable, error);
  if (board.columns == NULL)
    return FALSE;
  board.links = dossier_store_load_links_sync (self->store, cancellable, error);
  if (board.links == NULL)
    return FALSE;

  board.places = dossier_order_new (g_memdup2 (board.columns->ids, sizeof (gint64) * board.columns->n_claims),
                                    board.columns->n_claims);
  board.records = g_ptr_array_new_with_free_func (claim_clear);
  g_ptr_array_set_size (board.records, board.columns->n_claims);
  board.sources = g_ptr_array_new_with_free_func (source_clear);
  g_ptr_array_set_size (board.sources, board.columns->n_sources);
  board.groups = g_ptr_array_new_with_free_func (group_free);
  if (!choose (&board, cancellable, error))
    return FALSE;

  join_repeats (&board);
  make_groups (&board);
  add_answers (&board);
  if (!load_groups (&board, cancellable, error) || !load_sources (&board, cancellable, error) ||
      !find_denials (&board, cancellable, error))
    return FALSE;
  name_matters (&board);
  make_rows (&board);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
