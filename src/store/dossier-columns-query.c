/* dossier-columns-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-store"

#include "config.h"

#include <string.h>

#include "dossier-ids.h"
#include "dossier-store.h"

/*
 * One pass over the arrays. For each claim the parts of the query that it fails
 * are bits of a mask: 0, it is let through and counts everywhere; exactly one
 * bit, it counts for that part's facet only, which is what "all but the own
 * part" means; more, it counts nowhere.
 */
typedef enum
{
  FAILS_COUNTRY = 1 << 0,
  FAILS_DATE    = 1 << 1,
  FAILS_KIND    = 1 << 2,
  FAILS_SPEAKER = 1 << 3,
  FAILS_TAG     = 1 << 4,
  FAILS_REVIEW  = 1 << 5,
  FAILS_OTHER   = 1 << 6, /* words and sources: no facet */
} Fails;

/* What a name means to the query. */
typedef enum
{
  NAME_WANTED = 1 << 0,
  NAME_BARRED = 1 << 1,
} NameMark;

#define CANCEL_CLAIMS 65536

/* Months of days in the years that news speaks of, from a table; others are worked out. */
#define TABLE_FIRST_YEAR 1800
#define TABLE_LAST_YEAR 2100

typedef struct
{
  DossierColumns *columns;
  DossierQuery   *query;
  DossierResult  *result;
  guint8         *codes;      /* NameMark by place */
  guint8         *tags;
  guint8         *speakers;   /* Fails by place, and one more for none */
  guint           n_wanted;   /* countries wanted that some claim has; all of them are needed with all_countries */
  gboolean        impossible; /* one that no claim has is needed */
  gboolean        asks_country;
  gboolean        asks_tag;
  gboolean        asks_date;
  guint8          kinds[DOSSIER_N_KINDS];
  guint8          reviews[DOSSIER_N_REVIEWS];
  guint8         *sources;    /* FAILS_OTHER where the source is not asked for; NULL: all are */
  guint8         *found;      /* a bit for each claim id that the words hit; NULL: no words */
  gint64          found_max;
  guint32        *months;
  gint32          month_first;
  guint           n_months;
} Pass;

static const gint32 *month_table;
static gint32 table_first_day;
static gint32 table_last_day;

static gpointer
make_month_table (gpointer data)
{
  gint32 *table;

  table_first_day = dossier_day_from_ymd (TABLE_FIRST_YEAR, 1, 1);
  table_last_day = dossier_day_from_ymd (TABLE_LAST_YEAR, 12, 31);
  table = g_new (gint32, table_last_day - table_first_day + 1);
  for (gint32 day = table_first_day; day <= table_last_day; day++)
    {
      int year, month, dom;

      dossier_day_to_ymd (day, &year, &month, &dom);
      table[day - table_first_day] = year * 12 + month - 1;
    }

  month_table = table;
  return table;
}

static inline gint32
month_of (gint32 day)
{
  int year, month, dom;

  if (day >= table_first_day && day <= table_last_day)
    return month_table[day - table_first_day];

  dossier_day_to_ymd (day, &year, &month, &dom);
  return year * 12 + month - 1;
}

/* The day that a date is counted on in the months: its first, or its last where the first is open. */
static inline gboolean
month_day (gint32  begin,
           gint32  end,
           gint32 *day)
{
  *day = begin != DOSSIER_DAY_MIN ? begin : end;
  return begin <= end && *day != DOSSIER_DAY_MAX && *day != DOSSIER_DAY_MIN;
}

static gboolean
is_any (char **names)
{
  return names == NULL || names[0] == NULL;
}

static gboolean
same_name (const char *a,
           const char *b)
{
  g_autofree char *fold_a = NULL;
  g_autofree char *fold_b = NULL;

  if (g_str_is_ascii (a) || g_str_is_ascii (b))
    return g_ascii_strcasecmp (a, b) == 0;

  fold_a = g_utf8_casefold (a, -1);
  fold_b = g_utf8_casefold (b, -1);
  return g_str_equal (fold_a, fold_b);
}

/* Marks the places of @names; returns how many of @wanted have one. */
static guint
mark_names (GPtrArray  *names,
            char      **wanted,
            NameMark    mark,
            guint8     *marks)
{
  guint n = 0;

  for (guint k = 0; wanted != NULL && wanted[k] != NULL; k++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < names->len; i++)
        {
          if (!same_name (g_ptr_array_index (names, i), wanted[k]))
            continue;
          known = known || !(marks[i] & mark);
          marks[i] |= mark;
        }
      n += known;
    }

  return n;
}

static void
prepare_speakers (Pass *pass)
{
  DossierQuery *query = pass->query;
  GPtrArray *names = pass->columns->speaker_names;
  gboolean asks = !is_any (query->speakers) || (query->none & DOSSIER_QUERY_NO_SPEAKER);
  g_autofree guint8 *marks = g_new0 (guint8, names->len + 1);

  mark_names (names, query->speakers, NAME_WANTED, marks);
  mark_names (names, query->not_speakers, NAME_BARRED, marks);
  pass->speakers = g_new0 (guint8, names->len + 1);
  for (guint i = 0; i < names->len; i++)
    {
      if ((asks && !(marks[i] & NAME_WANTED)) || (marks[i] & NAME_BARRED))
        pass->speakers[i] = FAILS_SPEAKER;
    }
  if (asks && !(query->none & DOSSIER_QUERY_NO_SPEAKER))
    pass->speakers[names->len] = FAILS_SPEAKER;
}

static guint
count_distinct (char **names)
{
  guint n = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint k = 0;

      while (k < i && !same_name (names[k], names[i]))
        k++;
      n += k == i;
    }

  return n;
}

static void
prepare_names (Pass *pass)
{
  DossierQuery *query = pass->query;
  DossierColumns *c = pass->columns;

  pass->codes = g_new0 (guint8, c->country_codes->len + 1);
  pass->n_wanted = mark_names (c->country_codes, query->countries, NAME_WANTED, pass->codes);
  pass->impossible = query->all_countries && pass->n_wanted < count_distinct (query->countries);
  mark_names (c->country_codes, query->not_countries, NAME_BARRED, pass->codes);
  pass->asks_country = !is_any (query->countries) || (query->none & DOSSIER_QUERY_NO_COUNTRY);

  pass->tags = g_new0 (guint8, c->tag_names->len + 1);
  mark_names (c->tag_names, query->tags, NAME_WANTED, pass->tags);
  mark_names (c->tag_names, query->not_tags, NAME_BARRED, pass->tags);
  pass->asks_tag = !is_any (query->tags) || (query->none & DOSSIER_QUERY_NO_TAG);
  prepare_speakers (pass);
}

static void
prepare_values (Pass *pass)
{
  DossierQuery *query = pass->query;

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      if ((query->kinds != 0 && !(query->kinds & 1u << i)) || (query->not_kinds & 1u << i))
        pass->kinds[i] = FAILS_KIND;
    }
  for (guint i = 0; i < DOSSIER_N_REVIEWS; i++)
    {
      if (query->reviews != 0 ? !(query->reviews & 1u << i) : i == DOSSIER_REVIEW_DISMISSED)
        pass->reviews[i] = FAILS_REVIEW;
    }
  pass->asks_date = query->from != DOSSIER_DAY_MIN || query->to != DOSSIER_DAY_MAX ||
                    (query->none & DOSSIER_QUERY_NO_DATE);
}

/* @marks[i] |= @mark for each source whose id is in @ids, ascending. */
static void
mark_sources (DossierColumns *c,
              const gint64   *ids,
              guint           n_ids,
              guint8         *marks,
              guint8          mark)
{
  guint at = 0;

  for (guint i = 0; i < c->n_sources && at < n_ids; i++)
    {
      while (at < n_ids && ids[at] < c->source_ids[i])
        at++;
      if (at < n_ids && ids[at] == c->source_ids[i])
        marks[i] |= mark;
    }
}

static void
prepare_sources (Pass *pass)
{
  DossierColumns *c = pass->columns;
  g_autofree gint64 *ids = NULL;

  if (pass->query->source_ids == NULL || pass->query->n_source_ids == 0)
    return;

  ids = g_memdup2 (pass->query->source_ids, sizeof (gint64) * pass->query->n_source_ids);
  qsort (ids, pass->query->n_source_ids, sizeof (gint64), dossier_ids_compare);
  pass->sources = g_new0 (guint8, c->n_sources + 1);
  mark_sources (c, ids, pass->query->n_source_ids, pass->sources, FAILS_OTHER);
  for (guint i = 0; i < c->n_sources; i++)
    pass->sources[i] ^= FAILS_OTHER;
}

static void
prepare_hits (Pass              *pass,
              const DossierHits *hits)
{
  GArray *ids = hits != NULL ? hits->claims : NULL;

  if (hits == NULL)
    return;
  pass->found_max = ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, ids->len - 1) : 0;
  pass->found = g_new0 (guint8, pass->found_max / 8 + 1);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id > 0)
        pass->found[id >> 3] |= 1u << (id & 7);
    }
}

/* Room for the months of every dated claim; what stays empty at the ends is cut off afterwards. */
static void
prepare_months (Pass *pass)
{
  DossierColumns *c = pass->columns;
  const gint32 *begin = c->begin[pass->query->basis];
  const gint32 *end = c->end[pass->query->basis];
  gint32 first = DOSSIER_DAY_MAX;
  gint32 last = DOSSIER_DAY_MIN;

  for (guint i = 0; i < c->n_claims; i++)
    {
      gint32 day;

      if (!month_day (begin[i], end[i], &day))
        continue;
      first = MIN (first, day);
      last = MAX (last, day);
    }
  if (first > last)
    return;

  pass->month_first = month_of (first);
  pass->n_months = month_of (last) - pass->month_first + 1;
  pass->months = g_new0 (guint32, pass->n_months);
}

static void
pass_clear (Pass *pass)
{
  g_free (pass->codes);
  g_free (pass->tags);
  g_free (pass->speakers);
  g_free (pass->sources);
  g_free (pass->found);
  g_free (pass->months);
}

static inline guint
country_fails (const Pass *pass,
               guint       i)
{
  const DossierColumns *c = pass->columns;
  guint first = c->country_first[i];
  guint last = c->country_first[i + 1];
  guint wanted = 0;

  if (first == last)
    return pass->asks_country && !(pass->query->none & DOSSIER_QUERY_NO_COUNTRY) ? FAILS_COUNTRY : 0;
  for (guint k = first; k < last; k++)
    {
      guint8 mark = pass->codes[c->countries[k]];

      if (mark & NAME_BARRED)
        return FAILS_COUNTRY;
      wanted += mark & NAME_WANTED;
    }

  if (!pass->asks_country)
    return 0;
  if (pass->query->all_countries)
    return wanted == 0 || wanted < pass->n_wanted || pass->impossible ? FAILS_COUNTRY : 0;
  return wanted == 0 ? FAILS_COUNTRY : 0;
}

static inline guint
tag_fails (const Pass *pass,
           guint       i)
{
  const DossierColumns *c = pass->columns;
  guint first = c->tag_first[i];
  guint last = c->tag_first[i + 1];
  guint wanted = 0;

  if (first == last)
    return pass->asks_tag && !(pass->query->none & DOSSIER_QUERY_NO_TAG) ? FAILS_TAG : 0;
  for (guint k = first; k < last; k++)
    {
      guint8 mark = pass->tags[c->tags[k]];

      if (mark & NAME_BARRED)
        return FAILS_TAG;
      wanted += mark & NAME_WANTED;
    }

  return pass->asks_tag && wanted == 0 ? FAILS_TAG : 0;
}

static inline guint
date_fails (const Pass *pass,
            gint32      begin,
            gint32      end)
{
  const DossierQuery *query = pass->query;

  if (!pass->asks_date)
    return 0;
  if (begin > end)
    return query->none & DOSSIER_QUERY_NO_DATE ? 0 : FAILS_DATE;
  if (query->from == DOSSIER_DAY_MIN && query->to == DOSSIER_DAY_MAX)
    return FAILS_DATE;
  return begin > query->to || end < query->from ? FAILS_DATE : 0;
}

static inline guint
other_fails (const Pass *pass,
             guint       i)
{
  const DossierColumns *c = pass->columns;
  gint64 id = c->ids[i];

  if (pass->sources != NULL && pass->sources[c->sources[i]])
    return FAILS_OTHER;
  if (pass->found != NULL && (id > pass->found_max || !(pass->found[id >> 3] & 1u << (id & 7))))
    return FAILS_OTHER;
  return 0;
}

static inline void
count_countries (const Pass *pass,
                 guint       i)
{
  const DossierColumns *c = pass->columns;
  guint first = c->country_first[i];
  guint last = c->country_first[i + 1];

  if (first == last)
    pass->result->country_counts[c->country_codes->len]++;
  for (guint k = first; k < last; k++)
    pass->result->country_counts[c->countries[k]]++;
}

static inline void
count_tags (const Pass *pass,
            guint       i)
{
  const DossierColumns *c = pass->columns;
  guint first = c->tag_first[i];
  guint last = c->tag_first[i + 1];

  if (first == last)
    pass->result->tag_counts[c->tag_names->len]++;
  for (guint k = first; k < last; k++)
    pass->result->tag_counts[c->tags[k]]++;
}

static inline void
count_date (Pass   *pass,
            gint32  begin,
            gint32  end)
{
  gint32 day;

  if (begin > end)
    pass->result->n_undated++;
  else if (month_day (begin, end, &day))
    pass->months[month_of (day) - pass->month_first]++;
}

/* Counts claim @i for the facets whose own part is all that it fails. */
static inline void
count_claim (Pass  *pass,
             guint  i,
             guint  fails)
{
  const DossierColumns *c = pass->columns;
  DossierResult *result = pass->result;
  DossierDateBasis basis = pass->query->basis;

  if (!(fails & ~FAILS_COUNTRY))
    count_countries (pass, i);
  if (!(fails & ~FAILS_SPEAKER))
    result->speaker_counts[MIN (c->speakers[i], c->speaker_names->len)]++;
  if (!(fails & ~FAILS_TAG))
    count_tags (pass, i);
  if (!(fails & ~FAILS_KIND))
    result->kind_counts[c->kinds[i]]++;
  if (!(fails & ~FAILS_REVIEW))
    result->review_counts[c->reviews[i]]++;
  if (!(fails & ~FAILS_DATE))
    count_date (pass, c->begin[basis][i], c->end[basis][i]);
}

static gboolean
run_claims (Pass         *pass,
            GCancellable *cancellable)
{
  const DossierColumns *c = pass->columns;
  DossierResult *result = pass->result;
  const gint32 *begin = c->begin[pass->query->basis];
  const gint32 *end = c->end[pass->query->basis];

  for (guint i = 0; i < c->n_claims; i++)
    {
      guint fails;

      if (i % CANCEL_CLAIMS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;

      result->n_claims_all += c->reviews[i] != DOSSIER_REVIEW_DISMISSED;
      fails = pass->kinds[c->kinds[i]] | pass->reviews[c->reviews[i]] |
              pass->speakers[MIN (c->speakers[i], c->speaker_names->len)] |
              date_fails (pass, begin[i], end[i]) | other_fails (pass, i);
      /* The two that look at lists come last, and not where they can change nothing. */
      if ((fails & (fails - 1)) == 0)
        fails |= country_fails (pass, i) | tag_fails (pass, i);
      if ((fails & (fails - 1)) != 0)
        continue;

      count_claim (pass, i, fails);
      if (fails == 0)
        result->claims[result->n_claims++] = i;
    }

  return TRUE;
}

/* Whether only words and sources are asked for. */
static gboolean
asks_no_claims (const Pass *pass)
{
  const DossierQuery *query = pass->query;

  return !pass->asks_country && is_any (query->not_countries) && !pass->asks_date && query->kinds == 0 &&
         query->not_kinds == 0 && query->reviews == 0 && is_any (query->speakers) && is_any (query->not_speakers) &&
         !pass->asks_tag && is_any (query->not_tags) && query->none == 0;
}

static void
take_sources (Pass              *pass,
              const DossierHits *hits)
{
  DossierColumns *c = pass->columns;
  DossierResult *result = pass->result;
  gboolean every = asks_no_claims (pass);
  g_autofree guint8 *in = g_new0 (guint8, c->n_sources + 1);

  for (guint i = 0; i < result->n_claims; i++)
    in[c->sources[result->claims[i]]] = 1;
  if (every && hits == NULL)
    memset (in, 1, c->n_sources);
  else if (every && hits->sources != NULL)
    mark_sources (c, (const gint64 *) (gpointer) hits->sources->data, hits->sources->len, in, 1);

  result->sources = g_new (guint32, c->n_sources + 1);
  for (guint i = 0; i < c->n_sources; i++)
    {
      if (in[i] && (pass->sources == NULL || !pass->sources[i]))
        result->sources[result->n_sources++] = i;
    }
}

static void
take_months (Pass *pass)
{
  DossierResult *result = pass->result;
  guint first = 0;
  guint last = pass->n_months;

  while (last > first && pass->months[last - 1] == 0)
    last--;
  while (first < last && pass->months[first] == 0)
    first++;

  result->month_first = pass->month_first + first;
  result->n_months = last - first;
  result->month_counts = g_memdup2 (last > first ? pass->months + first : NULL, sizeof (guint32) * (last - first));
}

static void
result_clear (gpointer data)
{
  DossierResult *self = data;

  dossier_columns_unref (self->columns);
  dossier_query_unref (self->query);
  g_free (self->claims);
  g_free (self->sources);
  g_free (self->country_counts);
  g_free (self->speaker_counts);
  g_free (self->tag_counts);
  g_free (self->month_counts);
}

/**
 * dossier_result_ref:
 *
 * Results are immutable; any thread may hold one.
 */
DossierResult *
dossier_result_ref (DossierResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dossier_result_unref:
 *
 * Drops a reference; the last one drops the columns and the query.
 */
void
dossier_result_unref (DossierResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

static DossierResult *
result_new (DossierColumns *columns,
            DossierQuery   *query)
{
  DossierResult *self = g_atomic_rc_box_new0 (DossierResult);

  self->columns = dossier_columns_ref (columns);
  self->query = dossier_query_ref (query);
  self->claims = g_new (guint32, columns->n_claims + 1);
  self->country_counts = g_new0 (guint32, columns->country_codes->len + 1);
  self->speaker_counts = g_new0 (guint32, columns->speaker_names->len + 1);
  self->tag_counts = g_new0 (guint32, columns->tag_names->len + 1);
  return self;
}

/**
 * dossier_columns_query:
 * @hits: (nullable): what the query's words found; %NULL where it has no words
 *
 * Filter, facets and months in one pass; some 20 ns a claim.
 * Returns: (nullable) (transfer full): %NULL when it was cancelled
 */
DossierResult *
dossier_columns_query (DossierColumns    *self,
                       DossierQuery      *query,
                       const DossierHits *hits,
                       GCancellable      *cancellable)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (DossierResult) result = result_new (self, query);
  Pass pass = { self, query, result };
  gboolean done;

  g_once (&once, make_month_table, NULL);
  prepare_names (&pass);
  prepare_values (&pass);
  prepare_sources (&pass);
  prepare_hits (&pass, hits);
  prepare_months (&pass);

  done = run_claims (&pass, cancellable);
  if (done)
    {
      take_sources (&pass, hits);
      take_months (&pass);
      result->claims = g_renew (guint32, result->claims, result->n_claims + 1);
    }

  pass_clear (&pass);
  return done ? g_steal_pointer (&result) : NULL;
}
