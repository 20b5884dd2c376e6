/* dossier-gazetteer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "dossier-gazetteer.h"

#define GAZETTEER_PATH "/org/dossierapp/Dossier/gazetteer/"

/* Priors of what is no town: a country's name is surer than any town. */
#define PRIOR_NAME       8.0f
#define PRIOR_DEMONYM    7.5f
#define PRIOR_CAPITAL    6.5f
#define PRIOR_STATE      6.3f
#define PRIOR_SHORT      6.0f
#define PRIOR_REGION     6.0f
#define PRIOR_GOVERNMENT 7.0f

typedef struct
{
  DossierGazetteer *gazetteer;
  GHashTable       *names;   /* folded name -> place index + 1; keys from @chunk */
  GStringChunk     *chunk;
  GHashTable       *admins;  /* "USTX" -> number */
  GArray           *owners;  /* guint32: place of each sense, in the order added */
  GArray           *added;   /* DossierSense */
  GPtrArray        *spelled; /* name of each place, as first written */
  const char       *last_name; /* of the place found last: rows of one name stand together */
  guint32           last_place;
} Builder;

static gboolean
is_code (const char *code)
{
  return g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) && code[2] == '\0';
}

static guint16
admin_number (Builder    *self,
              const char *code,
              const char *admin)
{
  char key[32];
  gpointer number;

  if (*admin == '\0')
    return 0;

  key[0] = code[0];
  key[1] = code[1];
  g_strlcpy (key + 2, admin, sizeof key - 2);
  number = g_hash_table_lookup (self->admins, key);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (++self->gazetteer->n_admins);
      g_hash_table_insert (self->admins, g_string_chunk_insert (self->chunk, key), number);
    }

  return GPOINTER_TO_UINT (number);
}

/* Short names in capitals are matched only in capitals: "US", "UAE", "FBI". */
static gboolean
is_capitals (const char *name)
{
  if (strlen (name) > 8)
    return FALSE;
  for (; *name != '\0'; name++)
    {
      if (!g_ascii_isupper (*name) && *name != '.')
        return FALSE;
    }

  return TRUE;
}

/* Most names are short and ASCII, and need no allocation. */
static gboolean
fold_ascii (const char *name,
            char       *out,
            gsize       size)
{
  for (gsize i = 0; i < size; i++)
    {
      if ((guchar)name[i] >= 0x80)
        return FALSE;
      out[i] = g_ascii_tolower (name[i]);
      if (name[i] == '\0')
        return TRUE;
    }

  return FALSE;
}

static guint32
find_place (Builder    *self,
            const char *name)
{
  char buffer[64];
  g_autofree char *long_name = NULL;
  const char *folded = buffer;
  guint32 place;

  if (self->last_name != NULL && strcmp (self->last_name, name) == 0)
    return self->last_place;

  if (!fold_ascii (name, buffer, sizeof buffer))
    folded = long_name = g_utf8_strdown (name, -1);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, folded));
  if (place == 0)
    {
      DossierPlace new = { .marks = is_capitals (name) ? DOSSIER_PLACE_IS_CAPITALS : 0 };

      g_array_append_val (self->gazetteer->places, new);
      place = self->gazetteer->places->len;
      g_hash_table_insert (self->names, g_string_chunk_insert (self->chunk, folded),
                           GUINT_TO_POINTER (place));
      g_ptr_array_add (self->spelled, g_string_chunk_insert (self->chunk, name));
    }

  self->last_place = place - 1;
  self->last_name = g_ptr_array_index (self->spelled, self->last_place);
  return self->last_place;
}

static void
add_sense (Builder          *self,
           const char       *name,
           const char       *code,
           const char       *admin,
           DossierPlaceKind  kind,
           float             prior,
           guint             marks)
{
  DossierSense sense = { .kind = kind, .prior = prior };
  guint32 place;

  if (*name == '\0' || (kind != DOSSIER_PLACE_NONE && !is_code (code)))
    return;

  place = find_place (self, name);
  if (is_code (code))
    {
      sense.country = dossier_country_index (code);
      sense.admin = admin_number (self, code, admin);
    }
  g_array_index (self->gazetteer->places, DossierPlace, place).marks |= marks;
  g_array_append_val (self->owners, place);
  g_array_append_val (self->added, sense);
}

/* The names of one cell, and the plurals of demonyms. */
static void
add_cell (Builder          *self,
          const char       *cell,
          const char       *code,
          DossierPlaceKind  kind,
          float             prior)
{
  g_auto (GStrv) names = g_strsplit (cell, ";", 0);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gsize length = strlen (names[i]);

      add_sense (self, names[i], code, "", kind, prior, 0);
      if (kind == DOSSIER_PLACE_DEMONYM && length > 3 &&
          strchr ("nirketdcb", names[i][length - 1]) != NULL &&
          !g_str_has_suffix (names[i], "men"))
        {
          g_autofree char *plural = g_strconcat (names[i], "s", NULL);

          add_sense (self, plural, code, "", kind, prior, 0);
        }
    }
}

static DossierTable *
open_table (const char *name)
{
  g_autofree char *path = g_strconcat (GAZETTEER_PATH, name, ".tsv", NULL);

  return dossier_table_open (path);
}

static void
add_countries (Builder      *self,
               DossierTable *table)
{
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *code = dossier_table_cell (table, row, 0);

      add_cell (self, dossier_table_cell (table, row, 1), code, DOSSIER_PLACE_NAME, PRIOR_NAME);
      add_cell (self, dossier_table_cell (table, row, 2), code, DOSSIER_PLACE_DEMONYM, PRIOR_DEMONYM);
      add_cell (self, dossier_table_cell (table, row, 3), code, DOSSIER_PLACE_CAPITAL, PRIOR_CAPITAL);
    }
}

static void
add_named (Builder    *self,
           const char *table_name,
           guint       kind_column)
{
  static const struct { const char *nick; DossierPlaceKind kind; float prior; } kinds[] = {
    { "state", DOSSIER_PLACE_STATE, PRIOR_STATE },
    { "short", DOSSIER_PLACE_SHORT, PRIOR_SHORT },
    { "region", DOSSIER_PLACE_REGION, PRIOR_REGION },
    { "none", DOSSIER_PLACE_NONE, 0 },
    { "government", DOSSIER_PLACE_GOVERNMENT, PRIOR_GOVERNMENT },
    { "agency", DOSSIER_PLACE_AGENCY, PRIOR_GOVERNMENT },
  };
  g_autoptr (DossierTable) table = open_table (table_name);

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *admin = kind_column == 3 ? dossier_table_cell (table, row, 2) : "";

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          if (g_str_equal (kinds[i].nick, dossier_table_cell (table, row, kind_column)))
            add_sense (self, dossier_table_cell (table, row, 0), dossier_table_cell (table, row, 1),
                       admin, kinds[i].kind, kinds[i].prior, 0);
        }
    }
}

static void
add_cities (Builder *self)
{
  g_autoptr (DossierTable) table = open_table ("cities");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *marks = dossier_table_cell (table, row, 4);
      double inhabitants = MAX (500, atoi (dossier_table_cell (table, row, 3)));

      add_sense (self, dossier_table_cell (table, row, 0), dossier_table_cell (table, row, 1),
                 dossier_table_cell (table, row, 2), DOSSIER_PLACE_CITY, log10 (inhabitants),
                 (strchr (marks, 'w') ? DOSSIER_PLACE_IS_WORD : 0) |
                 (strchr (marks, 's') ? DOSSIER_PLACE_IS_SURNAME : 0) |
                 (strchr (marks, 'f') ? DOSSIER_PLACE_IS_FIRST_NAME : 0));
    }
}

/* The senses of each place side by side, the likeliest first. */
static int
compare_senses (const void *a,
                const void *b)
{
  const DossierSense *x = a;
  const DossierSense *y = b;

  return x->prior > y->prior ? -1 : x->prior < y->prior;
}

static void
group_senses (Builder *self)
{
  GArray *places = self->gazetteer->places;
  guint32 next = 0;

  for (guint i = 0; i < self->owners->len; i++)
    g_array_index (places, DossierPlace, g_array_index (self->owners, guint32, i)).n_senses++;
  for (guint i = 0; i < places->len; i++)
    {
      DossierPlace *place = &g_array_index (places, DossierPlace, i);

      place->first = next;
      next += place->n_senses;
      place->n_senses = 0;
    }
  g_array_set_size (self->gazetteer->senses, next);
  for (guint i = 0; i < self->owners->len; i++)
    {
      DossierPlace *place = &g_array_index (places, DossierPlace, g_array_index (self->owners, guint32, i));

      g_array_index (self->gazetteer->senses, DossierSense, place->first + place->n_senses++) =
        g_array_index (self->added, DossierSense, i);
    }
}

static void
sort_senses (Builder *self)
{
  for (guint i = 0; i < self->gazetteer->places->len; i++)
    {
      DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, i);

      if (place->n_senses > 1)
        qsort (&g_array_index (self->gazetteer->senses, DossierSense, place->first),
               place->n_senses, sizeof (DossierSense), compare_senses);
    }
}

static guint8
add_support (DossierGazetteer *self,
             const char       *cell)
{
  g_auto (GStrv) codes = g_strsplit (cell, ";", 0);
  guint n = g_strv_length (codes);
  guint16 *list;

  if (n == 0 || codes[0][0] == '\0' || self->supports->len > G_MAXUINT8)
    return 0;

  list = g_new (guint16, n + 1);
  for (guint i = 0; i < n; i++)
    list[i] = is_code (codes[i]) ? dossier_country_index (codes[i]) : G_MAXUINT16;
  list[n] = G_MAXUINT16;
  g_ptr_array_add (self->supports, list);

  return self->supports->len - 1;
}

/* Names of several countries: the table's priors take the place of the usual ones. */
static void
set_shared (Builder *self)
{
  g_autoptr (DossierTable) table = open_table ("shared-names");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      guint32 index = find_place (self, dossier_table_cell (table, row, 0));
      const char *code = dossier_table_cell (table, row, 1);
      DossierPlace *place = &g_array_index (self->gazetteer->places, DossierPlace, index);

      for (guint i = 0; i < place->n_senses; i++)
        {
          DossierSense *sense = &g_array_index (self->gazetteer->senses, DossierSense, place->first + i);

          if (sense->country != dossier_country_index (code) || sense->kind == DOSSIER_PLACE_CITY)
            continue;
          sense->prior = g_ascii_strtod (dossier_table_cell (table, row, 2), NULL);
          sense->supports = add_support (self->gazetteer, dossier_table_cell (table, row, 3));
        }
    }
}

/* A country that the shared table names and the others do not: "Congo" alone. */
static void
add_shared (Builder *self)
{
  g_autoptr (DossierTable) table = open_table ("shared-names");

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      const char *name = dossier_table_cell (table, row, 0);
      const char *code = dossier_table_cell (table, row, 1);
      guint32 place = find_place (self, name);
      gboolean known = FALSE;

      for (guint i = 0; i < self->owners->len && is_code (code); i++)
        known |= g_array_index (self->owners, guint32, i) == place &&
                 g_array_index (self->added, DossierSense, i).country == dossier_country_index (code) &&
                 g_array_index (self->added, DossierSense, i).kind != DOSSIER_PLACE_CITY;
      if (!known)
        add_sense (self, name, code, "", DOSSIER_PLACE_NAME, PRIOR_NAME, 0);
    }
}

static void
intern_list (DossierVocabulary *vocabulary,
             DossierTable      *table,
             GArray            *words,
             GArray            *classes,
             guint16            class)
{
  static const char *const nicks[] = {
    "preposition", "street", "division", "person", "saying", "body", "never", "local", "currency",
  };

  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      guint32 word = dossier_vocabulary_intern (vocabulary, dossier_table_cell (table, row, 0));
      guint16 bits = class;

      for (guint i = 0; class == 0 && i < G_N_ELEMENTS (nicks); i++)
        {
          if (g_str_equal (nicks[i], dossier_table_cell (table, row, 1)))
            bits |= 1 << i;
        }
      g_array_append_val (words, word);
      g_array_append_val (classes, bits);
    }
}

static void
make_classes (DossierGazetteer *self,
              DossierLexicon   *lexicon)
{
  DossierVocabulary *vocabulary = dossier_lexicon_vocabulary (lexicon);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (DossierTable) near = dossier_lexicon_open (lexicon, "place-words");
  g_autoptr (DossierTable) titles = dossier_lexicon_open (lexicon, "titles");
  g_autoptr (DossierTable) first = open_table ("first-names");
  g_autoptr (DossierTable) other = open_table ("other-names");

  intern_list (vocabulary, near, words, classes, 0);
  intern_list (vocabulary, titles, words, classes, DOSSIER_CLASS_PERSON);
  intern_list (vocabulary, first, words, classes, DOSSIER_CLASS_FIRST_NAME);
  intern_list (vocabulary, other, words, classes, DOSSIER_CLASS_FIRST_NAME);

  self->n_classes = dossier_vocabulary_n_words (vocabulary);
  self->classes = g_new0 (guint16, self->n_classes);
  for (guint i = 0; i < words->len; i++)
    self->classes[g_array_index (words, guint32, i)] |= g_array_index (classes, guint16, i);
}

/* A country or state that is a first name too: "Jordan", "Virginia". */
static void
mark_first_names (Builder           *self,
                  DossierVocabulary *vocabulary)
{
  for (guint i = 0; i < self->spelled->len; i++)
    {
      const char *name = g_ptr_array_index (self->spelled, i);
      guint32 word;

      if (strchr (name, ' ') != NULL)
        continue;
      word = dossier_vocabulary_lookup (vocabulary, name, strlen (name));
      if (dossier_gazetteer_class (self->gazetteer, word) & DOSSIER_CLASS_FIRST_NAME)
        g_array_index (self->gazetteer->places, DossierPlace, i).marks |= DOSSIER_PLACE_IS_FIRST_NAME;
    }
}

static void
add_hints (DossierGazetteer  *self,
           DossierVocabulary *vocabulary)
{
  g_autoptr (DossierTable) table = open_table ("hints");

  self->hints = dossier_phrases_new (vocabulary);
  self->hint_values = g_array_new (FALSE, FALSE, sizeof (DossierHint));
  for (guint row = 0; row < dossier_table_n_rows (table); row++)
    {
      DossierHint hint;

      if (!is_code (dossier_table_cell (table, row, 1)))
        continue;
      hint.country = dossier_country_index (dossier_table_cell (table, row, 1));
      hint.weight = g_ascii_strtod (dossier_table_cell (table, row, 2), NULL);
      dossier_phrases_add (self->hints, dossier_table_cell (table, row, 0), self->hint_values->len);
      g_array_append_val (self->hint_values, hint);
    }
  dossier_phrases_freeze (self->hints);
}

/**
 * dossier_gazetteer_new:
 * @lexicon: gets the words of all names; not yet frozen
 *
 * Reads the tables of `data/gazetteer`: about 60,000 names.
 */
DossierGazetteer *
dossier_gazetteer_new (DossierLexicon *lexicon)
{
  DossierGazetteer *self = g_new0 (DossierGazetteer, 1);
  Builder builder = { .gazetteer = self };
  g_autoptr (DossierTable) countries = open_table ("countries");
  g_autoptr (DossierTable) own = dossier_lexicon_open (lexicon, "countries");

  self->places = g_array_new (FALSE, TRUE, sizeof (DossierPlace));
  self->senses = g_array_new (FALSE, TRUE, sizeof (DossierSense));
  self->supports = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->supports, NULL);
  builder.chunk = g_string_chunk_new (256 * 1024);
  builder.names = g_hash_table_new (g_str_hash, g_str_equal);
  builder.admins = g_hash_table_new (g_str_hash, g_str_equal);
  builder.owners = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder.added = g_array_new (FALSE, FALSE, sizeof (DossierSense));
  builder.spelled = g_ptr_array_new ();

  add_countries (&builder, countries);
  add_countries (&builder, own);
  add_named (&builder, "regions", 3);
  add_named (&builder, "metonyms", 2);
  add_shared (&builder);
  add_cities (&builder);
  group_senses (&builder);
  set_shared (&builder);
  sort_senses (&builder);

  self->phrases = dossier_phrases_new (dossier_lexicon_vocabulary (lexicon));
  for (guint i = 0; i < builder.spelled->len; i++)
    dossier_phrases_add (self->phrases, g_ptr_array_index (builder.spelled, i), i);
  add_hints (self, dossier_lexicon_vocabulary (lexicon));
  make_classes (self, lexicon);
  mark_first_names (&builder, dossier_lexicon_vocabulary (lexicon));
  dossier_phrases_freeze (self->phrases);

  g_hash_table_unref (builder.names);
  g_hash_table_unref (builder.admins);
  g_string_chunk_free (builder.chunk);
  g_array_unref (builder.owners);
  g_array_unref (builder.added);
  g_ptr_array_unref (builder.spelled);

  return self;
}

void
dossier_gazetteer_free (DossierGazetteer *self)
{
  if (self == NULL)
    return;

  dossier_phrases_free (self->phrases);
  dossier_phrases_free (self->hints);
  g_array_unref (self->hint_values);
  g_array_unref (self->places);
  g_array_unref (self->senses);
  g_ptr_array_unref (self->supports);
  g_free (self->classes);
  g_free (self);
}
