/* dossier-html-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-html-page.h"
#include "dossier-span.h"

G_BEGIN_DECLS

/**
 * DossierHtmlLine:
 * @bytes: where it stands in the text
 * @first: index of the text it begins with: rises from line to line
 * @node: the innermost block element it begins in
 * @n_chars: characters that are no white space
 * @n_linked: those of them inside links
 */
typedef struct
{
  DossierBytes bytes;
  guint32      first;
  guint32      node;
  guint32      n_chars;
  guint32      n_linked;
} DossierHtmlLine;

/** DossierHtmlText: what is to be seen of a page, in the order of the document. */
typedef struct
{
  GString *text;
  GArray  *lines; /* of DossierHtmlLine */
} DossierHtmlText;

DossierHtmlText *dossier_html_text_new  (DossierHtmlPage *page);
void             dossier_html_text_free (DossierHtmlText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHtmlText, dossier_html_text_free)

G_END_DECLS
