/* dossier-links.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-links"

#include "config.h"

#include "dossier-links.h"
#include "dossier-matcher.h"

struct _DossierLinks
{
  DossierLexicon *lexicon;
};

/**
 * dossier_links_new:
 * @lexicon: a language's tables
 *
 * Returns: (transfer full): the stage, immutable, safe in any thread
 */
DossierLinks *
dossier_links_new (DossierLexicon *lexicon)
{
  DossierLinks *self = g_new0 (DossierLinks, 1);

  self->lexicon = dossier_lexicon_ref (lexicon);
  return self;
}

/** dossier_links_free: */
void
dossier_links_free (DossierLinks *self)
{
  if (self == NULL)
    return;
  dossier_lexicon_unref (self->lexicon);
  g_free (self);
}

/**
 * dossier_links_run:
 * @self: the stage
 * @context: a text with its claims
 *
 * Links denials and findings to what they answer and repeats to what they
 * repeat. The work is linear in the number of claims.
 */
void
dossier_links_run (DossierLinks   *self,
                   DossierContext *context)
{
  g_autoptr (DossierMatcher) matcher = NULL;
  g_autoptr (GArray) matches = NULL;
  guint source;

  if (context->claims->len < 2)
    return;
  matcher = dossier_matcher_new ();
  source = dossier_matcher_add_source (matcher, context->published, NULL, 0);
  for (guint i = 0; i < context->claims->len; i++)
    dossier_matcher_add_claim (matcher, source, g_ptr_array_index (context->claims, i));

  matches = dossier_matcher_within (matcher);
  for (guint i = 0; i < matches->len; i++)
    {
      DossierMatch *match = &g_array_index (matches, DossierMatch, i);
      DossierLinkFinding link = { match->from, match->to, match->relation, g_steal_pointer (&match->why), match->confidence };

      g_array_append_val (context->links, link);
    }
}
