/* dossier-pack.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "dossier-pack.h"

/* One line, "START-END REST": the words after the span, or %NULL where the line is none. @line is cut up. */
static char *
read_line (char        *line,
           DossierSpan *span)
{
  char *end;
  guint64 first, last;

  first = g_ascii_strtoull (line, &end, 10);
  if (end == line || *end != '-')
    return NULL;
  line = end + 1;
  last = g_ascii_strtoull (line, &end, 10);
  if (end == line || *end != ' ' || first > last || last > G_MAXUINT32)
    return NULL;

  span->start = first;
  span->end = last;
  return end + 1;
}

static void
append_line (GString     *string,
             DossierSpan  span,
             const char  *words)
{
  g_string_append_printf (string, "%u-%u %s\n", span.start, span.end, words);
}

/**
 * dossier_pack_blocks:
 * @blocks: (nullable): of #DossierBlock
 *
 * Returns: (transfer full): the text; empty for none
 */
char *
dossier_pack_blocks (const GArray *blocks)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const DossierBlock *block = &g_array_index (blocks, DossierBlock, i);

      append_line (string, block->span, dossier_block_kind_nick (block->kind));
    }

  return g_string_free (string, FALSE);
}

/**
 * dossier_unpack_blocks:
 *
 * Returns: (transfer full): of #DossierBlock, never %NULL
 */
GArray *
dossier_unpack_blocks (const char *packed)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (DossierBlock));
  g_auto (GStrv) lines = g_strsplit (packed != NULL ? packed : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      DossierBlock block;
      const char *nick = read_line (lines[i], &block.span);

      if (nick != NULL && dossier_block_kind_from_nick (nick, &block.kind))
        g_array_append_val (blocks, block);
    }

  return blocks;
}

/**
 * dossier_pack_mentions:
 * @mentions: (nullable): of #DossierMentionFinding
 */
char *
dossier_pack_mentions (const GArray *mentions)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const DossierMentionFinding *mention = &g_array_index (mentions, DossierMentionFinding, i);

      g_string_append_printf (string, "%u-%u %s %s\n", mention->span.start, mention->span.end, mention->code,
                              mention->rule != NULL ? mention->rule : "");
    }

  return g_string_free (string, FALSE);
}

/**
 * dossier_unpack_mentions:
 *
 * Returns: (transfer full): of #DossierMentionFinding, never %NULL
 */
GArray *
dossier_unpack_mentions (const char *packed)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (DossierMentionFinding));
  g_auto (GStrv) lines = g_strsplit (packed != NULL ? packed : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      DossierMentionFinding mention = { 0 };
      char *code = read_line (lines[i], &mention.span);
      char *rule = code != NULL ? strchr (code, ' ') : NULL;

      if (rule == NULL || rule == code || rule - code >= (gssize) sizeof mention.code)
        continue;
      memcpy (mention.code, code, rule - code);
      mention.rule = g_intern_string (rule + 1);
      g_array_append_val (mentions, mention);
    }

  return mentions;
}

/**
 * dossier_pack_why:
 * @why: (nullable): of @n_why places; rules hold no line end
 */
char *
dossier_pack_why (const DossierWhy *why,
                  guint             n_why)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n_why; i++)
    append_line (string, why[i].span, why[i].rule != NULL ? why[i].rule : "");

  return g_string_free (string, FALSE);
}

/**
 * dossier_unpack_why:
 * @n_why: (out): how many
 *
 * Returns: (nullable) (transfer full): the array, to be freed with g_free();
 * %NULL for none
 */
DossierWhy *
dossier_unpack_why (const char *packed,
                    guint      *n_why)
{
  GArray *array;
  g_auto (GStrv) lines = NULL;

  *n_why = 0;
  if (packed == NULL || packed[0] == '\0')
    return NULL;

  array = g_array_new (FALSE, FALSE, sizeof (DossierWhy));
  lines = g_strsplit (packed, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      DossierWhy why;
      const char *rule = read_line (lines[i], &why.span);

      if (rule == NULL)
        continue;
      why.rule = g_intern_string (rule);
      g_array_append_val (array, why);
    }

  *n_why = array->len;
  return (DossierWhy *) g_array_free (array, array->len == 0);
}

static char *
join (const char *const *words,
      char               divider)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (string->len > 0)
        g_string_append_c (string, divider);
      for (const char *p = words[i]; *p != '\0'; p++)
        g_string_append_c (string, *p == divider ? (divider == '\n' ? ' ' : '_') : *p);
    }

  return g_string_free (string, FALSE);
}

static char **
split (const char *packed,
       const char *divider)
{
  if (packed == NULL)
    packed = "";
  if (!g_utf8_validate (packed, -1, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (packed, -1);

      return g_strsplit (valid, divider, -1);
    }

  return g_strsplit (packed, divider, -1);
}

/**
 * dossier_pack_names:
 * @names: (nullable): empty ones are left out, line ends in them become spaces
 */
char *
dossier_pack_names (const char *const *names)
{
  return join (names, '\n');
}

/* Never %NULL. */
char **
dossier_unpack_names (const char *packed)
{
  return split (packed, "\n");
}

/**
 * dossier_pack_codes:
 * @codes: (nullable): country codes
 */
char *
dossier_pack_codes (const char *const *codes)
{
  return join (codes, ' ');
}

/* Never %NULL. */
char **
dossier_unpack_codes (const char *packed)
{
  return split (packed, " ");
}
