/* test-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "dossier-image.h"
#include "dossier-pack.h"
#include "dossier-search.h"
#include "store-fixture.h"

static void
test_names (void)
{
  static const char *const names[] = { "Ada Pell", "", "two\nlines", "größer", NULL };
  static const char *const codes[] = { "NO", "PK", NULL };
  g_autofree char *packed = dossier_pack_names (names);
  g_autofree char *code = dossier_pack_codes (codes);
  g_auto (GStrv) unpacked = dossier_unpack_names (packed);
  g_auto (GStrv) none = dossier_unpack_names (NULL);
  g_auto (GStrv) again = dossier_unpack_codes (code);
  g_auto (GStrv) odd = dossier_unpack_names ("\xff\nb");

  g_assert_cmpint (g_strv_length (unpacked), ==, 3);
  g_assert_cmpstr (unpacked[1], ==, "two lines");
  g_assert_cmpint (g_strv_length (none), ==, 0);
  g_assert_cmpstr (again[1], ==, "PK");
  g_assert_cmpint (g_strv_length (odd), ==, 2);
  g_assert_true (g_utf8_validate (odd[0], -1, NULL));
}

/* Lines that make no sense are left out, and hide no others. */
static void
test_lines (void)
{
  g_autoptr (GArray) blocks = dossier_unpack_blocks ("0-5 title\nx\n7-6 heading\n8-9 nothing\n-1-2 title\n8-9\n"
                                                     "99999999999-99999999999 title\n9-12 paragraph\n");
  g_autoptr (GArray) mentions = dossier_unpack_mentions ("1-2 NO country.city\n1-2 NO\n1-2  x\n3-4 TOOLONG y\n5-6 PK z\n");
  guint n_why = 9;
  g_autofree DossierWhy *why = dossier_unpack_why ("1-2 kind.cue\nnonsense\n3-4 speaker\n", &n_why);
  g_autofree char *packed = dossier_pack_blocks (blocks);

  g_assert_cmpint (blocks->len, ==, 2);
  g_assert_cmpstr (packed, ==, "0-5 title\n9-12 paragraph\n");
  g_assert_cmpint (mentions->len, ==, 2);
  g_assert_cmpint (n_why, ==, 2);
  g_assert_cmpstr (why[1].rule, ==, "speaker");
  g_assert_null (dossier_unpack_why ("", &n_why));
  g_assert_cmpint (n_why, ==, 0);
}

static void
assert_expression (const char *words,
                   const char *expected)
{
  g_autofree char *expression = dossier_search_expression (words);

  g_assert_cmpstr (expression, ==, expected);
}

static void
test_expression (void)
{
  assert_expression (NULL, NULL);
  assert_expression (" \t", NULL);
  assert_expression ("… !", NULL);
  assert_expression ("bank", "\"bank\"*");
  assert_expression ("bank ", "\"bank\"");
  assert_expression ("bank loan", "\"bank\" \"loan\"*");
  assert_expression ("ban* loan ", "\"ban\"* \"loan\"");
  assert_expression ("\"bank loan\"", "\"bank loan\"");
  assert_expression ("\"bank loan", "\"bank loan\"");
  assert_expression ("a\"b", "\"a\" \"b\"");
  assert_expression ("«le prêt» AND NOT(x)", "\"le prêt\" \"AND\" \"NOT(x)\"*");
}

/* A row that was kept comes back as it was; one that is damaged is not taken for a row. */
static void
test_image (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *from = NULL;
  sqlite3_stmt *to = NULL;
  sqlite3_value *values[5];
  g_autoptr (GByteArray) image = NULL;

  sqlite3_open (":memory:", &db);
  sqlite3_prepare_v2 (db, "SELECT -5, 1.5, 'wörd', x'0001', NULL", -1, &from, NULL);
  sqlite3_prepare_v2 (db, "SELECT ?1 = -5 AND ?2 = 1.5 AND ?3 = 'wörd' AND ?4 = x'0001' AND ?5 IS NULL", -1, &to, NULL);
  sqlite3_step (from);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = sqlite3_column_value (from, i);
  image = dossier_image_encode (values, G_N_ELEMENTS (values));
  g_assert_cmpint (dossier_image_bind (image->data, image->len, to, 5), ==, 5);
  g_assert_cmpint (sqlite3_step (to), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (to, 0), ==, 1);
  dossier_statement_reset (to);

  for (guint length = 0; length < image->len; length++)
    {
      g_assert_cmpint (dossier_image_bind (image->data, length, to, 5), <, 5);
      dossier_statement_reset (to);
    }
  for (guint i = 0; i < 20000; i++)
    {
      guint8 noise[24];

      for (guint k = 0; k < sizeof noise; k++)
        noise[k] = g_test_rand_int_range (0, g_test_rand_bit () ? 6 : 256);
      g_assert_cmpint (dossier_image_bind (noise, sizeof noise, to, 5), <=, 5);
      dossier_statement_reset (to);
    }
  sqlite3_finalize (from);
  sqlite3_finalize (to);
  sqlite3_close (db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/pack/names", test_names);
  g_test_add_func ("/store/pack/lines", test_lines);
  g_test_add_func ("/store/pack/expression", test_expression);
  g_test_add_func ("/store/pack/image", test_image);
  return g_test_run ();
}
