/* dossier-inflection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-inflection.h"

struct _DossierInflection
{
  DossierTable *irregular;
  GHashTable   *rows;    /* base → row + 1 of @irregular */
  GHashTable   *doubles; /* bases of two syllables that double their last letter */
};

/**
 * dossier_inflection_new:
 * @lexicon: read now, not kept
 *
 * Tables: "irregular-verbs" (base, past, participle), "doubling-verbs" (base).
 */
DossierInflection *
dossier_inflection_new (DossierLexicon *lexicon)
{
  DossierInflection *self = g_new0 (DossierInflection, 1);
  g_autoptr (DossierTable) doubling = dossier_lexicon_open (lexicon, "doubling-verbs");

  self->irregular = dossier_lexicon_open (lexicon, "irregular-verbs");
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < dossier_table_n_rows (self->irregular); i++)
    g_hash_table_insert (self->rows, (gpointer)dossier_table_cell (self->irregular, i, 0),
                         GUINT_TO_POINTER (i + 1));
  self->doubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < dossier_table_n_rows (doubling); i++)
    g_hash_table_add (self->doubles, g_strdup (dossier_table_cell (doubling, i, 0)));

  return self;
}

void
dossier_inflection_free (DossierInflection *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->doubles);
  g_hash_table_unref (self->rows);
  dossier_table_free (self->irregular);
  g_free (self);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* "stop", "bar": one vowel before one last consonant, and no vowel before that. */
static gboolean
is_short_syllable (const char *base,
                   gsize       n)
{
  if (n < 3 || is_vowel (base[n - 1]) || strchr ("wxy", base[n - 1]) != NULL || !is_vowel (base[n - 2]))
    return FALSE;
  if (is_vowel (base[n - 3]) && !(base[n - 3] == 'u' && n > 3 && base[n - 4] == 'q'))
    return FALSE;
  for (gsize i = 0; i + 3 <= n - 1; i++)
    {
      if (is_vowel (base[i]) && !(base[i] == 'u' && i > 0 && base[i - 1] == 'q'))
        return FALSE;
    }

  return TRUE;
}

static gboolean
doubles (DossierInflection *self,
         const char        *base,
         gsize              n)
{
  return is_short_syllable (base, n) || g_hash_table_contains (self->doubles, base);
}

/* The base with -s, of verbs and nouns alike. */
static char *
with_s (const char *base)
{
  gsize n = strlen (base);

  if (n > 1 && base[n - 1] == 'y' && !is_vowel (base[n - 2]))
    return g_strdup_printf ("%.*sies", (int)n - 1, base);
  if (g_str_has_suffix (base, "s") || g_str_has_suffix (base, "x") || g_str_has_suffix (base, "z") ||
      g_str_has_suffix (base, "ch") || g_str_has_suffix (base, "sh") || g_str_equal (base, "go") ||
      g_str_has_suffix (base, "do") || g_str_has_suffix (base, "cho") || g_str_has_suffix (base, "eto"))
    return g_strconcat (base, "es", NULL);

  return g_strconcat (base, "s", NULL);
}

static char *
with_ed (DossierInflection *self,
         const char        *base)
{
  gsize n = strlen (base);

  if (n > 0 && base[n - 1] == 'e')
    return g_strconcat (base, "d", NULL);
  if (n > 1 && base[n - 1] == 'y' && !is_vowel (base[n - 2]))
    return g_strdup_printf ("%.*sied", (int)n - 1, base);
  if (doubles (self, base, n))
    return g_strdup_printf ("%s%ced", base, base[n - 1]);
  if (n > 1 && base[n - 1] == 'c')
    return g_strconcat (base, "ked", NULL);

  return g_strconcat (base, "ed", NULL);
}

static char *
with_ing (DossierInflection *self,
          const char        *base)
{
  gsize n = strlen (base);

  if (n > 2 && g_str_has_suffix (base, "ie"))
    return g_strdup_printf ("%.*sying", (int)n - 2, base);
  if (n > 2 && base[n - 1] == 'e' && !g_str_has_suffix (base, "ee") && !g_str_has_suffix (base, "oe") &&
      !g_str_has_suffix (base, "ye"))
    return g_strdup_printf ("%.*sing", (int)n - 1, base);
  if (doubles (self, base, n))
    return g_strdup_printf ("%s%cing", base, base[n - 1]);
  if (n > 1 && base[n - 1] == 'c')
    return g_strconcat (base, "king", NULL);

  return g_strconcat (base, "ing", NULL);
}

static void
give_cell (const char      *cell,
           DossierForms     form,
           DossierFormFunc  func,
           gpointer         user_data)
{
  g_auto (GStrv) words = g_strsplit (cell, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    func (words[i], form, user_data);
}

/**
 * dossier_inflection_verb:
 * @base: in lower case
 * @func: called for each form; one word may come twice, with other forms
 */
void
dossier_inflection_verb (DossierInflection *self,
                         const char        *base,
                         DossierFormFunc    func,
                         gpointer           user_data)
{
  g_autofree char *third = with_s (base);
  g_autofree char *ing = with_ing (self, base);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, base));

  func (base, DOSSIER_FORM_BASE, user_data);
  func (third, DOSSIER_FORM_THIRD, user_data);
  func (ing, DOSSIER_FORM_ING, user_data);
  if (row > 0)
    {
      give_cell (dossier_table_cell (self->irregular, row - 1, 1), DOSSIER_FORM_PAST, func, user_data);
      give_cell (dossier_table_cell (self->irregular, row - 1, 2), DOSSIER_FORM_PARTICIPLE, func, user_data);
    }
  else
    {
      g_autofree char *ed = with_ed (self, base);

      func (ed, DOSSIER_FORM_PAST | DOSSIER_FORM_PARTICIPLE, user_data);
    }
}

/**
 * dossier_inflection_noun:
 * @base: singular, in lower case
 */
void
dossier_inflection_noun (DossierInflection *self,
                         const char        *base,
                         DossierFormFunc    func,
                         gpointer           user_data)
{
  g_autofree char *plural = with_s (base);

  func (base, DOSSIER_FORM_SINGULAR, user_data);
  func (plural, DOSSIER_FORM_PLURAL, user_data);
}
