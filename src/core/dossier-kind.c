/* dossier-kind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-kind.h"

static const char *const kind_nicks[] = {
  "denial", "finding", "allegation", "action", "statement", "fact",
};
static const char *const block_kind_nicks[] = {
  "paragraph", "title", "heading", "byline", "dateline", "outlet", "caption", "boilerplate",
};
static const char *const review_nicks[] = { "suggested", "confirmed", "dismissed" };
static const char *const verdict_nicks[] = {
  "unchecked", "checking", "confirmed", "disputed", "unsupported",
};
static const char *const relation_nicks[] = { "answers", "supports", "contradicts", "repeats" };
static const char *const basis_nicks[] = { "event", "stated", "published" };

G_STATIC_ASSERT (G_N_ELEMENTS (kind_nicks) == DOSSIER_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (block_kind_nicks) == DOSSIER_N_BLOCK_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_nicks) == DOSSIER_N_REVIEWS);
G_STATIC_ASSERT (G_N_ELEMENTS (verdict_nicks) == DOSSIER_N_VERDICTS);
G_STATIC_ASSERT (G_N_ELEMENTS (relation_nicks) == DOSSIER_N_RELATIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (basis_nicks) == DOSSIER_N_BASES);

static gboolean
find_nick (const char *const *nicks,
           guint              n_nicks,
           const char        *nick,
           guint             *out)
{
  for (guint i = 0; nick != NULL && i < n_nicks; i++)
    {
      if (g_ascii_strcasecmp (nicks[i], nick) == 0)
        {
          *out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Both directions of one enumeration; a value out of range has no nick. */
#define DEFINE_NICKS(Type, name, nicks)                      \
  const char *                                               \
  name##_nick (Type value)                                   \
  {                                                          \
    g_return_val_if_fail (value < G_N_ELEMENTS (nicks), ""); \
    return nicks[value];                                     \
  }                                                          \
                                                             \
  gboolean                                                   \
  name##_from_nick (const char *nick,                        \
                    Type       *out)                         \
  {                                                          \
    guint value;                                             \
                                                             \
    if (!find_nick (nicks, G_N_ELEMENTS (nicks), nick, &value)) \
      return FALSE;                                          \
    *out = (Type)value;                                      \
    return TRUE;                                             \
  }

DEFINE_NICKS (DossierKind, dossier_kind, kind_nicks)
DEFINE_NICKS (DossierBlockKind, dossier_block_kind, block_kind_nicks)
DEFINE_NICKS (DossierReview, dossier_review, review_nicks)
DEFINE_NICKS (DossierVerdict, dossier_verdict, verdict_nicks)
DEFINE_NICKS (DossierRelation, dossier_relation, relation_nicks)
DEFINE_NICKS (DossierDateBasis, dossier_date_basis, basis_nicks)
