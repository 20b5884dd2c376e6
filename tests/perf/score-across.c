/* score-across.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* States precision and recall of the links between claims: within each text,
 * and across the five articles. The claims are those of the gold data, so that
 * the matching alone is measured.
 *
 * usage: score-across FOLDER   (…/eval/gold/claims: claims.jsonl, across-seeds.json)
 */

#include <string.h>

#include <json-glib/json-glib.h>

#include "dossier-matcher.h"

typedef struct
{
  GHashTable *sure;
  GHashTable *maybe;
  GHashTable *said;
} Score;

static void
score_init (Score *score)
{
  score->sure = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  score->maybe = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  score->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
score_print (Score      *score,
             const char *name)
{
  GHashTableIter iter;
  gpointer key;
  guint right = 0, wrong = 0, missed = 0;
  double p, r;

  g_hash_table_iter_init (&iter, score->said);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      right += g_hash_table_contains (score->sure, key);
      wrong += !g_hash_table_contains (score->maybe, key);
    }
  g_hash_table_iter_init (&iter, score->sure);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    missed += !g_hash_table_contains (score->said, key);
  p = right + wrong > 0 ? (double) right / (right + wrong) : 0;
  r = right + missed > 0 ? (double) right / (right + missed) : 0;
  g_print ("%-16s P %.3f R %.3f F1 %.3f (%u right, %u wrong, %u missed)\n", name, p, r,
           p + r > 0 ? 2 * p * r / (p + r) : 0, right, wrong, missed);
  g_hash_table_unref (score->sure);
  g_hash_table_unref (score->maybe);
  g_hash_table_unref (score->said);
}

static char *
first_string (JsonArray *array)
{
  return array != NULL && json_array_get_length (array) > 0 ? g_strdup (json_array_get_string_element (array, 0)) : NULL;
}

static void
add_claim (DossierMatcher *matcher,
           guint           source,
           const char     *text,
           JsonObject     *object)
{
  g_autoptr (DossierClaimRecord) claim = dossier_claim_record_new ();
  const char *start = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "start"));
  const char *end = g_utf8_offset_to_pointer (text, json_object_get_int_member (object, "end"));
  g_autofree char *kind = first_string (json_object_get_array_member (object, "kinds"));

  dossier_kind_from_nick (kind, &claim->kind);
  claim->quote = g_strndup (start, end - start);
  claim->speaker = first_string (json_object_get_array_member (object, "speaker"));
  if (claim->kind == DOSSIER_KIND_FINDING && (strstr (claim->quote, "no ") != NULL || strstr (claim->quote, "not ") != NULL))
    {
      claim->why = g_new0 (DossierWhy, 1);
      claim->why[0].rule = g_intern_static_string ("kind.nothing");
      claim->n_why = 1;
    }
  dossier_matcher_add_claim (matcher, source, claim);
}

typedef struct
{
  DossierMatcher *matcher;
  GHashTable     *firsts; /* source id → its first claim */
  Score           within[DOSSIER_N_RELATIONS];
  Score           across[DOSSIER_N_RELATIONS];
} Work;

static void
note (Score      *score,
      guint       from,
      guint       to,
      gboolean    sure)
{
  if (sure)
    g_hash_table_add (score->sure, g_strdup_printf ("%u %u", from, to));
  g_hash_table_add (score->maybe, g_strdup_printf ("%u %u", from, to));
}

static void
add_document (Work       *work,
              JsonObject *object,
              gboolean    seeds_only)
{
  const char *id = json_object_get_string_member (object, "id");
  const char *text = json_object_get_string_member (object, "text");
  JsonArray *claims = json_object_get_array_member (object, "claims");
  JsonArray *links = json_object_has_member (object, "links") ? json_object_get_array_member (object, "links") : NULL;
  guint source, first = 0;

  if (seeds_only && !g_str_has_prefix (id, "seed"))
    return;
  source = dossier_matcher_add_source (work->matcher, NULL, text, -1);
  for (guint i = 0; i < json_array_get_length (claims); i++)
    add_claim (work->matcher, source, text, json_array_get_object_element (claims, i));
  first = GPOINTER_TO_UINT (g_hash_table_lookup (work->firsts, "next"));
  g_hash_table_insert (work->firsts, g_strdup (id), GUINT_TO_POINTER (first));
  g_hash_table_insert (work->firsts, g_strdup ("next"), GUINT_TO_POINTER (first + json_array_get_length (claims)));

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_array_get_object_element (links, i);
      DossierRelation relation;

      if (dossier_relation_from_nick (json_object_get_string_member (link, "relation"), &relation))
        note (&work->within[relation], first + json_object_get_int_member (link, "from"),
              first + json_object_get_int_member (link, "to"), json_object_get_boolean_member (link, "sure"));
    }
}

static guint
claim_of (Work      *work,
          JsonArray *place)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (work->firsts, json_array_get_string_element (place, 0))) +
         json_array_get_int_element (place, 1);
}

static void
read_across (Work       *work,
             const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *links;

  if (!json_parser_load_from_file (parser, path, NULL))
    return;
  links = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_array_get_object_element (links, i);
      guint from = claim_of (work, json_object_get_array_member (link, "from"));
      guint to = claim_of (work, json_object_get_array_member (link, "to"));
      DossierRelation relation;

      if (!dossier_relation_from_nick (json_object_get_string_member (link, "relation"), &relation))
        continue;
      note (&work->across[relation], from, to, json_object_get_boolean_member (link, "sure"));
      if (relation == DOSSIER_RELATION_REPEATS) /* told again: no direction between undated texts */
        note (&work->across[relation], to, from, FALSE);
    }
}

static void
say (Score  *scores,
     GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      DossierMatch *match = &g_array_index (matches, DossierMatch, i);
      Score *score = &scores[match->relation];
      g_autofree char *key = g_strdup_printf ("%u %u", match->from, match->to);
      g_autofree char *back = g_strdup_printf ("%u %u", match->to, match->from);

      if (match->relation == DOSSIER_RELATION_REPEATS && g_hash_table_contains (score->sure, back))
        g_hash_table_add (score->said, g_steal_pointer (&back));
      else
        g_hash_table_add (score->said, g_steal_pointer (&key));
    }
}

static void
measure (const char *folder,
         gboolean    across)
{
  Work work = { dossier_matcher_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autofree char *path = g_build_filename (folder, "claims.jsonl", NULL);
  g_autofree char *across_path = g_build_filename (folder, "across-seeds.json", NULL);
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) matches = NULL;

  for (guint r = 0; r < DOSSIER_N_RELATIONS; r++)
    {
      score_init (&work.within[r]);
      score_init (&work.across[r]);
    }
  if (!g_file_get_contents (path, &data, NULL, NULL))
    {
      g_printerr ("score-across: %s cannot be read\n", path);
      return;
    }
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (*lines[i] != '\0' && json_parser_load_from_data (parser, lines[i], -1, NULL))
        add_document (&work, json_node_get_object (json_parser_get_root (parser)), across);
    }

  if (across)
    read_across (&work, across_path);
  matches = across ? dossier_matcher_across (work.matcher, 0, NULL) : dossier_matcher_within (work.matcher);
  say (across ? work.across : work.within, matches);
  for (guint r = 0; r < DOSSIER_N_RELATIONS; r++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", across ? "across" : "within", dossier_relation_nick (r));

      if (r == DOSSIER_RELATION_ANSWERS || r == DOSSIER_RELATION_REPEATS)
        score_print (across ? &work.across[r] : &work.within[r], name);
    }
  dossier_matcher_free (work.matcher);
  g_hash_table_unref (work.firsts);
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 2)
    {
      g_printerr ("usage: score-across FOLDER\n");
      return 2;
    }
  measure (argv[1], FALSE);
  measure (argv[1], TRUE);
  return 0;
}
