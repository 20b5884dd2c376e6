/* dossier-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-document.h"

/**
 * dossier_document_new:
 *
 * An empty document: all fields unset.
 */
DossierDocument *
dossier_document_new (void)
{
  return g_new0 (DossierDocument, 1);
}

void
dossier_document_free (DossierDocument *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->original, g_bytes_unref);
  g_clear_pointer (&self->text, dossier_text_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self->media_type);
  g_free (self->encoding);
  g_free (self->file_name);
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->url);
  g_free (self->published);
  g_free (self->language);
  g_free (self);
}
