/* test-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store-fixture.h"

/* One line a claim, with names instead of places: what does not depend on how the columns were made. */
static char *
describe (DossierColumns *c)
{
  GString *string = g_string_new (NULL);

  for (guint s = 0; s < c->n_sources; s++)
    g_string_append_printf (string, "source %" G_GINT64_FORMAT " %d %u\n", c->source_ids[s], c->source_begin[s],
                            c->source_first[s + 1] - c->source_first[s]);
  for (guint i = 0; i < c->n_claims; i++)
    {
      g_assert_cmpint (c->source_first[c->sources[i]], <=, i);
      g_assert_cmpint (c->source_first[c->sources[i] + 1], >, i);
      g_string_append_printf (string, "%" G_GINT64_FORMAT " in %" G_GINT64_FORMAT " %u %u %u %s", c->ids[i],
                              c->source_ids[c->sources[i]], c->kinds[i], c->reviews[i], c->noted[i],
                              c->speakers[i] == G_MAXUINT32
                                ? "-" : (char *) g_ptr_array_index (c->speaker_names, c->speakers[i]));
      for (guint b = 0; b < DOSSIER_N_BASES; b++)
        g_string_append_printf (string, " %d..%d %u", c->begin[b][i], c->end[b][i], c->date_flags[b][i]);
      for (guint k = c->country_first[i]; k < c->country_first[i + 1]; k++)
        g_string_append_printf (string, " %s", (char *) g_ptr_array_index (c->country_codes, c->countries[k]));
      for (guint k = c->tag_first[i]; k < c->tag_first[i + 1]; k++)
        g_string_append_printf (string, " #%s", (char *) g_ptr_array_index (c->tag_names, c->tags[k]));
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

static DossierColumns *
load (DossierStore *store)
{
  g_autoptr (GError) error = NULL;
  DossierColumns *columns = dossier_store_load_columns_sync (store, NULL, &error);

  g_assert_no_error (error);
  return columns;
}

static void
add_note (DossierStore *store,
          gint64        claim,
          const char   *tags)
{
  g_autoptr (DossierNoteRecord) note = dossier_note_record_new ();
  DossierEdit *edit = dossier_edit_new ("Note");

  note->claim_id = claim;
  g_strfreev (note->tags);
  note->tags = g_strsplit (tags, ",", -1);
  dossier_edit_insert_note (edit, note);
  g_array_unref (fixture_apply (store, edit));
}

static void
change_something (DossierStore *store,
                  guint         n)
{
  DossierEdit *edit = dossier_edit_new ("Change");
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = g_test_rand_int_range (1, 900);
  switch (n % 6)
    {
    case 0:
      dossier_edit_set_review (edit, ids, 3, g_test_rand_int_range (0, 3));
      break;
    case 1:
      dossier_edit_set_speaker (edit, ids, 3, n % 4 ? "Wholly New" : NULL);
      break;
    case 2:
      dossier_edit_delete_claims (edit, ids, 2);
      break;
    case 3:
      dossier_edit_delete_source (edit, ids[0] / 3 + 1);
      break;
    case 4:
      fixture_add (store, 1000 + n);
      break;
    default:
      dossier_store_undo_sync (store, NULL, NULL);
      break;
    }
  g_array_unref (fixture_apply (store, edit));
}

/* Columns made from the last ones are as those made from nothing; the last ones stay as they were. */
static void
test_update (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (DossierColumns) first = NULL;
  g_autofree char *before = NULL;
  g_autofree char *still = NULL;

  for (guint i = 0; i < 300; i++)
    fixture_add (fixture->store, i);
  add_note (fixture->store, 17, "one,two");
  first = load (fixture->store);
  g_assert_cmpint (first->n_claims, ==, 900);
  g_assert_cmpint (first->n_sources, ==, 300);
  before = describe (first);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (DossierColumns) updated = NULL;
      g_autoptr (DossierColumns) fresh = NULL;
      g_autoptr (DossierStore) other = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      change_something (fixture->store, i);
      if (i % 10 == 9)
        add_note (fixture->store, fixture_number (fixture->path, "SELECT max (id) FROM claim"), "two,three,two");
      updated = load (fixture->store);
      other = dossier_store_open_sync (fixture->path, DOSSIER_OPEN_READ_ONLY, NULL, NULL);
      fresh = load (other);
      a = describe (updated);
      b = describe (fresh);
      g_assert_cmpstr (a, ==, b);
    }

  still = describe (first);
  g_assert_cmpstr (still, ==, before);
}

/* What the columns do not hold does not make new ones; what they do hold does. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 source = fixture_add (fixture->store, 1);
  g_autoptr (DossierColumns) first = NULL;
  g_autoptr (DossierColumns) same = NULL;
  g_autoptr (DossierColumns) retagged = NULL;
  g_autoptr (DossierColumns) redated = NULL;
  g_autoptr (DossierContent) content = NULL;
  g_autoptr (DossierNoteRecord) note = NULL;
  g_autoptr (DossierSourceRecord) record = NULL;
  DossierEdit *edit = dossier_edit_new ("Note");

  add_note (fixture->store, 2, "one");
  first = load (fixture->store);
  content = dossier_store_load_content_sync (fixture->store, source, NULL, NULL);
  note = dossier_note_record_copy (g_ptr_array_index (content->notes, 0));
  g_free (note->text);
  note->text = g_strdup ("typed");
  dossier_edit_update_note (edit, note);
  g_array_unref (fixture_apply (fixture->store, edit));
  dossier_store_set_read_sync (fixture->store, source, NULL, NULL);
  same = load (fixture->store);
  g_assert_true (same == first);

  edit = dossier_edit_new ("Tags");
  g_clear_pointer (&note->tags, g_strfreev);
  note->tags = g_strsplit ("other", ",", -1);
  dossier_edit_update_note (edit, note);
  g_array_unref (fixture_apply (fixture->store, edit));
  retagged = load (fixture->store);
  g_assert_cmpstr (g_ptr_array_index (retagged->tag_names, retagged->tags[0]), ==, "other");

  edit = dossier_edit_new ("Date");
  record = dossier_source_record_copy (content->source);
  g_free (record->published);
  record->published = NULL;
  dossier_edit_update_source (edit, record, DOSSIER_SOURCE_FIELD_PUBLISHED);
  g_array_unref (fixture_apply (fixture->store, edit));
  redated = load (fixture->store);
  g_assert_cmpint (redated->begin[DOSSIER_BASIS_PUBLISHED][0], ==, DOSSIER_DAY_MAX);
  g_assert_cmpint (redated->source_begin[0], ==, DOSSIER_DAY_MAX);
}

/* Another program wrote: a look, or the next write of ours, notices it. */
static void
foreign_cb (DossierStore  *store,
            DossierChange *change,
            guint         *n)
{
  *n += change->all && change->sources == NULL;
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (DossierStore) other = dossier_store_open_sync (fixture->path, DOSSIER_OPEN_DEFAULT, NULL, NULL);
  g_autoptr (DossierColumns) before = load (fixture->store);
  g_autoptr (DossierColumns) after = NULL;
  guint n = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (foreign_cb), &n);
  g_assert_true (dossier_store_refresh_sync (fixture->store, NULL, NULL));
  fixture_add (other, 1);
  g_assert_true (dossier_store_refresh_sync (fixture->store, NULL, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (n, ==, 1);
  after = load (fixture->store);
  g_assert_cmpint (before->n_claims, ==, 0);
  g_assert_cmpint (after->n_claims, ==, 3);
}

typedef enum
{
  PART_COUNTRY,
  PART_DATE,
  PART_KIND,
  PART_SPEAKER,
  PART_TAG,
  PART_REVIEW,
  PART_NONE,
} Part;

static gboolean
has (char       **names,
     const char  *name)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (names[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A list of names against what is wanted and barred, as the header of the query says it. */
static gboolean
list_fits (DossierColumns *c,
           guint           i,
           gboolean        tags,
           char          **wanted,
           char          **barred,
           gboolean        all,
           gboolean        none)
{
  guint first = tags ? c->tag_first[i] : c->country_first[i];
  guint last = tags ? c->tag_first[i + 1] : c->country_first[i + 1];
  guint n = 0;

  for (guint k = first; k < last; k++)
    {
      const char *name = tags ? g_ptr_array_index (c->tag_names, c->tags[k])
                              : g_ptr_array_index (c->country_codes, c->countries[k]);

      if (has (barred, name))
        return FALSE;
      n += has (wanted, name);
    }
  if ((wanted == NULL || wanted[0] == NULL) && !none)
    return TRUE;
  if (first == last)
    return none;
  return all ? n > 0 && n == g_strv_length (wanted) : n > 0;
}

static gboolean
date_fits (DossierColumns *c,
           DossierQuery   *q,
           guint           i)
{
  gint32 begin = c->begin[q->basis][i];
  gint32 end = c->end[q->basis][i];
  gboolean range = q->from != DOSSIER_DAY_MIN || q->to != DOSSIER_DAY_MAX;
  gboolean none = (q->none & DOSSIER_QUERY_NO_DATE) != 0;

  if (!range && !none)
    return TRUE;
  if (begin > end)
    return none;
  return range && begin <= q->to && end >= q->from;
}

static gboolean
fits (DossierColumns *c,
      DossierQuery   *q,
      guint           i,
      Part            but)
{
  const char *speaker = c->speakers[i] != G_MAXUINT32 ? g_ptr_array_index (c->speaker_names, c->speakers[i]) : NULL;
  gboolean asks = (q->speakers != NULL && q->speakers[0] != NULL) || (q->none & DOSSIER_QUERY_NO_SPEAKER);

  if (but != PART_COUNTRY &&
      !list_fits (c, i, FALSE, q->countries, q->not_countries, q->all_countries, q->none & DOSSIER_QUERY_NO_COUNTRY))
    return FALSE;
  if (but != PART_TAG && !list_fits (c, i, TRUE, q->tags, q->not_tags, FALSE, q->none & DOSSIER_QUERY_NO_TAG))
    return FALSE;
  if (but != PART_DATE && !date_fits (c, q, i))
    return FALSE;
  if (but != PART_KIND && ((q->kinds != 0 && !(q->kinds & 1u << c->kinds[i])) || (q->not_kinds & 1u << c->kinds[i])))
    return FALSE;
  if (but != PART_REVIEW &&
      !(q->reviews != 0 ? q->reviews & 1u << c->reviews[i] : c->reviews[i] != DOSSIER_REVIEW_DISMISSED))
    return FALSE;
  if (but != PART_SPEAKER && speaker == NULL && asks && !(q->none & DOSSIER_QUERY_NO_SPEAKER))
    return FALSE;
  if (but != PART_SPEAKER && speaker != NULL && ((asks && !has (q->speakers, speaker)) || has (q->not_speakers, speaker)))
    return FALSE;
  return q->n_source_ids == 0 || c->source_ids[c->sources[i]] == q->source_ids[0];
}

static char **
pick (const char *names)
{
  g_auto (GStrv) all = g_strsplit (names, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (g_test_rand_int_range (0, 3) != 0)
    return NULL;
  for (guint i = 0; all[i] != NULL; i++)
    {
      if (g_test_rand_bit ())
        g_strv_builder_add (builder, all[i]);
    }
  return g_strv_builder_end (builder);
}

static DossierQuery *
random_query (void)
{
  DossierQuery *q = dossier_query_new ();

  q->countries = pick ("no,PK,GB,fr");
  q->not_countries = pick ("VN,FR");
  q->all_countries = g_test_rand_bit ();
  q->speakers = pick ("ombrix ltd,Ines Tarvo,Nobody");
  q->not_speakers = pick ("Marta Quell");
  q->tags = pick ("one,TWO");
  q->not_tags = pick ("three");
  q->basis = g_test_rand_int_range (0, 3);
  if (g_test_rand_bit ())
    q->from = dossier_day_from_ymd (g_test_rand_int_range (2000, 2019), 1, 1);
  if (g_test_rand_bit ())
    q->to = dossier_day_from_ymd (g_test_rand_int_range (2005, 2020), 6, 1);
  q->kinds = g_test_rand_bit () ? g_test_rand_int_range (0, 64) : 0;
  q->not_kinds = g_test_rand_int_range (0, 4) == 0 ? 4 : 0;
  q->reviews = g_test_rand_bit () ? g_test_rand_int_range (0, 8) : 0;
  q->none = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 16) : 0;
  if (g_test_rand_int_range (0, 5) == 0)
    {
      q->source_ids = g_new0 (gint64, 1);
      q->source_ids[0] = 7;
      q->n_source_ids = 1;
    }
  return q;
}

static void
check_counts (DossierColumns *c,
              DossierQuery   *q,
              DossierResult  *r)
{
  g_autofree guint32 *countries = g_new0 (guint32, c->country_codes->len + 1);
  g_autofree guint32 *speakers = g_new0 (guint32, c->speaker_names->len + 1);
  guint32 kinds[DOSSIER_N_KINDS] = { 0 };
  guint32 reviews[DOSSIER_N_REVIEWS] = { 0 };
  guint n = 0, n_dated = 0, n_undated = 0, n_months = 0;

  for (guint i = 0; i < c->n_claims; i++)
    {
      if (fits (c, q, i, PART_NONE))
        g_assert_cmpint (r->claims[n++], ==, i);
      if (fits (c, q, i, PART_KIND))
        kinds[c->kinds[i]]++;
      if (fits (c, q, i, PART_REVIEW))
        reviews[c->reviews[i]]++;
      if (fits (c, q, i, PART_SPEAKER))
        speakers[MIN (c->speakers[i], c->speaker_names->len)]++;
      if (fits (c, q, i, PART_DATE))
        *(c->begin[q->basis][i] <= c->end[q->basis][i] ? &n_dated : &n_undated) += 1;
      if (!fits (c, q, i, PART_COUNTRY))
        continue;
      if (c->country_first[i] == c->country_first[i + 1])
        countries[c->country_codes->len]++;
      for (guint k = c->country_first[i]; k < c->country_first[i + 1]; k++)
        countries[c->countries[k]]++;
    }

  g_assert_cmpint (r->n_claims, ==, n);
  g_assert_cmpmem (r->kind_counts, sizeof kinds, kinds, sizeof kinds);
  g_assert_cmpmem (r->review_counts, sizeof reviews, reviews, sizeof reviews);
  g_assert_cmpmem (r->country_counts, 4 * (c->country_codes->len + 1), countries, 4 * (c->country_codes->len + 1));
  g_assert_cmpmem (r->speaker_counts, 4 * (c->speaker_names->len + 1), speakers, 4 * (c->speaker_names->len + 1));
  for (guint i = 0; i < r->n_months; i++)
    n_months += r->month_counts[i];
  g_assert_cmpint (n_months, ==, n_dated);
  g_assert_cmpint (r->n_undated, ==, n_undated);
}

/* Against the definition, claim by claim and part by part. */
static void
test_query (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (DossierColumns) columns = NULL;

  for (guint i = 0; i < 50; i++)
    fixture_add (fixture->store, i);
  add_note (fixture->store, 17, "one,two");
  add_note (fixture->store, 18, "three");
  add_note (fixture->store, 30, "one,three");
  for (guint i = 0; i < 30; i++)
    change_something (fixture->store, 0);
  columns = load (fixture->store);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (DossierQuery) query = random_query ();
      g_autoptr (DossierResult) result = dossier_columns_query (columns, query, NULL, NULL);

      check_counts (columns, query, result);
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (DossierColumns) columns = NULL;
  g_autoptr (DossierQuery) query = dossier_query_new ();
  g_autoptr (DossierHits) title = NULL;
  g_autoptr (DossierHits) quote = NULL;
  g_autoptr (DossierResult) by_title = NULL;
  g_autoptr (DossierResult) by_quote = NULL;
  g_autoptr (DossierResult) narrow = NULL;
  g_autoptr (DossierResult) all = NULL;

  for (guint i = 0; i < 10; i++)
    fixture_add (fixture->store, i);
  columns = load (fixture->store);
  title = dossier_store_search_sync (fixture->store, "lima ", NULL, NULL);
  quote = dossier_store_search_sync (fixture->store, "forged ", NULL, NULL);

  all = dossier_columns_query (columns, query, NULL, NULL);
  g_assert_cmpint (all->n_claims, ==, 30);
  g_assert_cmpint (all->n_sources, ==, 10);
  by_title = dossier_columns_query (columns, query, title, NULL);
  g_assert_cmpint (by_title->n_claims, ==, 0);
  g_assert_cmpint (by_title->n_sources, ==, 2);
  by_quote = dossier_columns_query (columns, query, quote, NULL);
  g_assert_cmpint (by_quote->n_claims, ==, 10);
  g_assert_cmpint (by_quote->n_sources, ==, 10);
  query->kinds = 1u << DOSSIER_KIND_DENIAL;
  narrow = dossier_columns_query (columns, query, quote, NULL);
  g_assert_cmpint (narrow->n_claims, ==, 0);
  g_assert_cmpint (narrow->n_sources, ==, 0);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (DossierColumns) columns = NULL;
  g_autoptr (DossierQuery) query = dossier_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DossierResult) empty = NULL;

  columns = load (fixture->store);
  empty = dossier_columns_query (columns, query, NULL, NULL);
  g_assert_cmpint (empty->n_claims + empty->n_sources + empty->n_months, ==, 0);
  g_clear_pointer (&columns, dossier_columns_unref);

  fixture_add (fixture->store, 1);
  columns = load (fixture->store);
  g_cancellable_cancel (cancellable);
  g_assert_null (dossier_columns_query (columns, query, NULL, cancellable));
}

/* Far and open dates are counted, and make no endless row of months. */
static void
test_far_dates (Fixture       *fixture,
                gconstpointer  unused)
{
  static const char *const dates[] = { "-0044-03-15", "../1999", "9999", "1XXX", "2018/..", "../..", "nonsense", "" };
  g_autoptr (DossierColumns) columns = NULL;
  g_autoptr (DossierQuery) query = dossier_query_new ();
  g_autoptr (DossierResult) result = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (DossierClaimRecord) claim = dossier_claim_record_new ();
      DossierEdit *edit = dossier_edit_new ("Add");

      if (i == 0)
        fixture_add (fixture->store, 1);
      claim->source_id = 1;
      claim->quote = g_strdup ("");
      claim->event = g_strdup (dates[i]);
      dossier_edit_insert_claim (edit, claim);
      g_array_unref (fixture_apply (fixture->store, edit));
    }
  columns = load (fixture->store);
  result = dossier_columns_query (columns, query, NULL, NULL);
  for (guint i = 0; i < result->n_months; i++)
    n += result->month_counts[i];
  g_assert_cmpint (n + result->n_undated, <=, columns->n_claims);
  g_assert_cmpint (result->n_months, <, 200000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/columns/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("update", test_update);
  ADD ("stale", test_stale);
  ADD ("foreign", test_foreign);
  ADD ("query", test_query);
  ADD ("words", test_words);
  ADD ("cancel", test_cancel);
  ADD ("far-dates", test_far_dates);
#undef ADD

  return g_test_run ();
}
