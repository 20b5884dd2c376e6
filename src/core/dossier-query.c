/* dossier-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-query.h"

/* The count stands before the query, as with the records. */
typedef struct
{
  gatomicrefcount ref_count;
  gint64          align;
} Head;

static DossierQuery *
query_alloc (void)
{
  Head *head = g_malloc0 (sizeof (Head) + sizeof (DossierQuery));

  g_atomic_ref_count_init (&head->ref_count);
  return (DossierQuery *)(head + 1);
}

/**
 * dossier_query_new:
 *
 * A query that lets everything through.
 */
DossierQuery *
dossier_query_new (void)
{
  DossierQuery *self = query_alloc ();

  self->from = DOSSIER_DAY_MIN;
  self->to = DOSSIER_DAY_MAX;

  return self;
}

DossierQuery *
dossier_query_copy (const DossierQuery *self)
{
  DossierQuery *copy = query_alloc ();

  *copy = *self;
  copy->countries = g_strdupv (self->countries);
  copy->not_countries = g_strdupv (self->not_countries);
  copy->from_edtf = g_strdup (self->from_edtf);
  copy->to_edtf = g_strdup (self->to_edtf);
  copy->speakers = g_strdupv (self->speakers);
  copy->not_speakers = g_strdupv (self->not_speakers);
  copy->tags = g_strdupv (self->tags);
  copy->not_tags = g_strdupv (self->not_tags);
  copy->words = g_strdup (self->words);
  copy->source_ids = g_memdup2 (self->source_ids, sizeof (gint64) * self->n_source_ids);

  return copy;
}

DossierQuery *
dossier_query_ref (DossierQuery *self)
{
  g_atomic_ref_count_inc (&((Head *)(gpointer)self - 1)->ref_count);
  return self;
}

void
dossier_query_unref (DossierQuery *self)
{
  Head *head;

  if (self == NULL)
    return;
  head = (Head *)(gpointer)self - 1;
  if (!g_atomic_ref_count_dec (&head->ref_count))
    return;

  g_strfreev (self->countries);
  g_strfreev (self->not_countries);
  g_free (self->from_edtf);
  g_free (self->to_edtf);
  g_strfreev (self->speakers);
  g_strfreev (self->not_speakers);
  g_strfreev (self->tags);
  g_strfreev (self->not_tags);
  g_free (self->words);
  g_free (self->source_ids);
  g_free (head);
}

static gboolean
strv_is_empty (char **strv)
{
  return strv == NULL || strv[0] == NULL;
}

/* "Any" is written in two ways, NULL and empty. */
static gboolean
strv_same (char **a,
           char **b)
{
  if (strv_is_empty (a) || strv_is_empty (b))
    return strv_is_empty (a) && strv_is_empty (b);

  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static gboolean
words_same (const char *a,
            const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/**
 * dossier_query_is_empty:
 *
 * Whether @self lets everything through, whatever the date basis.
 */
gboolean
dossier_query_is_empty (const DossierQuery *self)
{
  return strv_is_empty (self->countries) && strv_is_empty (self->not_countries) &&
         strv_is_empty (self->speakers) && strv_is_empty (self->not_speakers) &&
         strv_is_empty (self->tags) && strv_is_empty (self->not_tags) &&
         self->from == DOSSIER_DAY_MIN && self->to == DOSSIER_DAY_MAX &&
         self->kinds == 0 && self->not_kinds == 0 && self->reviews == 0 && self->none == 0 &&
         words_same (self->words, NULL) && self->source_ids == NULL;
}

static gboolean
same_sources (const DossierQuery *a,
              const DossierQuery *b)
{
  if ((a->source_ids == NULL) != (b->source_ids == NULL) || a->n_source_ids != b->n_source_ids)
    return FALSE;

  for (guint i = 0; i < a->n_source_ids; i++)
    {
      if (a->source_ids[i] != b->source_ids[i])
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_query_equal:
 *
 * Whether both ask for the same; the order of names counts.
 */
gboolean
dossier_query_equal (const DossierQuery *a,
                     const DossierQuery *b)
{
  return strv_same (a->countries, b->countries) && strv_same (a->not_countries, b->not_countries) &&
         strv_same (a->speakers, b->speakers) && strv_same (a->not_speakers, b->not_speakers) &&
         strv_same (a->tags, b->tags) && strv_same (a->not_tags, b->not_tags) &&
         !a->all_countries == !b->all_countries &&
         a->from == b->from && a->to == b->to && a->basis == b->basis &&
         words_same (a->from_edtf, b->from_edtf) && words_same (a->to_edtf, b->to_edtf) &&
         a->kinds == b->kinds && a->not_kinds == b->not_kinds &&
         a->reviews == b->reviews && a->none == b->none &&
         words_same (a->words, b->words) && same_sources (a, b);
}
