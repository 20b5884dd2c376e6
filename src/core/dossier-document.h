/* dossier-document.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"

G_BEGIN_DECLS

/**
 * DossierDocument:
 *
 * One imported thing: the bytes as they came, the text made from them, and what
 * its own format said of it. Strings are owned and NULL where the format does
 * not say; the analysis may still find them in the text.
 */
typedef struct
{
  GBytes      *original;
  char         sha256[65];   /* of @original, lower-case hexadecimal */
  char        *media_type;   /* "text/plain", "text/html", … */
  char        *encoding;     /* as found: "UTF-8", "windows-1252", … */
  char        *file_name;    /* display name, or NULL for pasted text */
  DossierText *text;
  char        *title;
  char        *outlet;
  char        *byline;
  char        *url;
  char        *published;    /* EDTF */
  char        *language;     /* BCP 47, as the document says it */
  GArray      *blocks;       /* of DossierBlock, in order, disjoint; NULL: the format has none to tell */
  gint64       file_time;    /* last change of the file, Unix seconds, 0 unknown; never a date of the article */
} DossierDocument;

DossierDocument *dossier_document_new  (void);
void             dossier_document_free (DossierDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierDocument, dossier_document_free)

G_END_DECLS
