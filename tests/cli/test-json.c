/* test-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <math.h>

#include "dossier-json.h"

/* What we write, json-glib reads. */
static void
test_values (void)
{
  const char *hard = "quote \" back \\ line\nbell \a tab\t é 😀 \x7f";
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  JsonArray *array;
  DossierJson json;

  dossier_json_init (&json, out);
  dossier_json_begin_object (&json);
  dossier_json_member (&json, "text");
  dossier_json_string (&json, hard);
  dossier_json_member (&json, "none");
  dossier_json_string (&json, NULL);
  dossier_json_member (&json, "numbers");
  dossier_json_begin_array (&json);
  dossier_json_int (&json, -9007199254740993);
  dossier_json_double (&json, 0.25);
  dossier_json_double (&json, -1.00005);
  dossier_json_double (&json, 1);
  dossier_json_double (&json, NAN);
  dossier_json_begin_object (&json);
  dossier_json_end_object (&json);
  dossier_json_end_array (&json);
  dossier_json_end_object (&json);

  node = json_from_string (out->str, NULL);
  g_assert_nonnull (node);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, hard);
  g_assert_true (json_object_get_null_member (object, "none"));
  array = json_object_get_array_member (object, "numbers");
  g_assert_cmpuint (json_array_get_length (array), ==, 6);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, -9007199254740993);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), ==, 0.25);
  g_assert_cmpfloat (fabs (json_array_get_double_element (array, 2) + 1.0), <, 0.0002);
  g_assert_cmpfloat (json_array_get_double_element (array, 3), ==, 1);
  g_assert_true (json_array_get_null_element (array, 4));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/values", test_values);
  return g_test_run ();
}
