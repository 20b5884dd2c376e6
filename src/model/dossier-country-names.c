/* dossier-country-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-country-names.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <libintl.h>
#include <string.h>

#define ISO_DOMAIN "iso_3166-1"

/* The continents of the UN's M49 list, alpha-2 codes in order; the Antarctic stands alone. */
static const struct
{
  const char *name;
  const char *codes;
} regions[] = {
  { N_("Africa"),
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW "
    "MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW" },
  { N_("Americas"),
    "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY "
    "LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI" },
  { N_("Antarctica"), "AQ" },
  { N_("Asia"),
    "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM "
    "PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE" },
  { N_("Europe"),
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME "
    "MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK" },
  { N_("Oceania"),
    "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS" },
};

typedef struct
{
  char        code[3];
  char        alpha3[4];
  const char *english; /* interned */
  const char *formal;  /* interned: the long name of the list, for finding */
} Country;

typedef struct
{
  GArray     *countries; /* Country, by code */
  GHashTable *found;     /* folded name → code */
} Names;

static int
compare_code (gconstpointer a,
              gconstpointer b)
{
  return strcmp (((const Country *) a)->code, ((const Country *) b)->code);
}

static void
names_add (Names      *names,
           const char *code,
           const char *alpha3,
           const char *english,
           const char *formal)
{
  Country country = { { 0 }, { 0 }, g_intern_string (english), g_intern_string (formal) };

  g_strlcpy (country.code, code, sizeof country.code);
  g_strlcpy (country.alpha3, alpha3, sizeof country.alpha3);
  g_array_append_val (names->countries, country);
}

static void
names_add_element (JsonArray *array,
                   guint      index,
                   JsonNode  *node,
                   gpointer   user_data)
{
  JsonObject *object;
  const char *code, *alpha3, *name, *common;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  code = json_object_get_string_member_with_default (object, "alpha_2", "");
  alpha3 = json_object_get_string_member_with_default (object, "alpha_3", "");
  name = json_object_get_string_member_with_default (object, "name", "");
  common = json_object_get_string_member_with_default (object, "common_name", name);

  if (strlen (code) == 2 && *name != '\0')
    names_add (user_data, code, alpha3, common, name);
}

static void
names_load (Names *names)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_file (parser, DOSSIER_ISO_CODES_JSON, &error))
    {
      g_debug ("No country names: %s", error->message);
      return;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;

  object = json_node_get_object (root);
  if (json_object_has_member (object, "3166-1"))
    json_array_foreach_element (json_object_get_array_member (object, "3166-1"), names_add_element, names);
}

static void
names_index (Names      *names,
             const char *name,
             const char *code)
{
  char *folded = g_utf8_casefold (name, -1);

  if (*folded == '\0' || g_hash_table_contains (names->found, folded))
    g_free (folded);
  else
    g_hash_table_insert (names->found, folded, (gpointer) code);
}

/* Made once, kept for good. */
static const Names *
names_get (void)
{
  static gsize ready = 0;
  static Names names;

  if (g_once_init_enter (&ready))
    {
      bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
      names.countries = g_array_new (FALSE, FALSE, sizeof (Country));
      names.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      names_load (&names);
      /* In use by governments and the press, but not in the list: a user-assigned code. */
      names_add (&names, "XK", "XKX", N_("Kosovo"), "Kosovo");
      g_array_sort (names.countries, compare_code);

      for (guint i = 0; i < names.countries->len; i++)
        {
          const Country *country = &g_array_index (names.countries, Country, i);

          names_index (&names, country->code, country->code);
          names_index (&names, country->alpha3, country->code);
          names_index (&names, country->english, country->code);
          names_index (&names, country->formal, country->code);
          names_index (&names, g_dgettext (ISO_DOMAIN, country->english), country->code);
        }
      g_once_init_leave (&ready, 1);
    }

  return &names;
}

static const Country *
find_country (const char *code)
{
  const Names *names = names_get ();
  Country wanted = { { 0 } };
  guint index;

  if (code == NULL || strlen (code) != 2)
    return NULL;

  memcpy (wanted.code, code, 2);
  if (!g_array_binary_search (names->countries, &wanted, compare_code, &index))
    return NULL;

  return &g_array_index (names->countries, Country, index);
}

/**
 * dossier_country_name:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: its name in the user's language; the code where it is not known
 */
const char *
dossier_country_name (const char *code)
{
  const Country *country = find_country (code);

  if (country == NULL)
    return code != NULL ? g_intern_string (code) : "";

  if (strcmp (country->code, "XK") == 0)
    return _("Kosovo");

  return g_dgettext (ISO_DOMAIN, country->english);
}

/**
 * dossier_country_english:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: its English name; the code where it is not known
 */
const char *
dossier_country_english (const char *code)
{
  const Country *country = find_country (code);

  if (country == NULL)
    return code != NULL ? g_intern_string (code) : "";

  return country->english;
}

/**
 * dossier_country_alpha3:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: (nullable): its alpha-3 code
 */
const char *
dossier_country_alpha3 (const char *code)
{
  const Country *country = find_country (code);

  return country != NULL ? country->alpha3 : NULL;
}

/**
 * dossier_country_region:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: its continent in the user's language; "" where it is not known
 */
const char *
dossier_country_region (const char *code)
{
  if (code == NULL || strlen (code) != 2)
    return "";

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (strstr (regions[i].codes, code) != NULL)
      return _(regions[i].name);

  return "";
}

/**
 * dossier_country_flag:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: (transfer full): the two regional indicator symbols (Unicode 6.0) that are drawn as its flag; "" for what
 *   is no code
 */
char *
dossier_country_flag (const char *code)
{
  const gunichar first = 0x1f1e6;
  GString *flag = g_string_new (NULL);

  if (code != NULL && strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]))
    {
      g_string_append_unichar (flag, first + code[0] - 'A');
      g_string_append_unichar (flag, first + code[1] - 'A');
    }

  return g_string_free (flag, FALSE);
}

/**
 * dossier_country_find:
 * @words: a code or a name, whole, in any case
 *
 * Returns: (nullable): its alpha-2 code
 */
const char *
dossier_country_find (const char *words)
{
  g_autofree char *folded = NULL;
  g_autofree char *trimmed = NULL;

  if (words == NULL)
    return NULL;

  trimmed = g_strstrip (g_strdup (words));
  folded = g_utf8_casefold (trimmed, -1);

  return g_hash_table_lookup (names_get ()->found, folded);
}
