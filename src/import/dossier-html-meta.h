/* dossier-html-meta.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-html-text.h"

G_BEGIN_DECLS

/**
 * DossierHtmlMeta:
 * @title, @outlet, @byline, @url, @language: what the page says of itself, NULL where it does not
 * @published: EDTF, to the day
 */
typedef struct
{
  char *title;
  char *outlet;
  char *byline;
  char *url;
  char *published;
  char *language;
} DossierHtmlMeta;

DossierHtmlMeta *dossier_html_meta_new  (DossierHtmlPage *page,
                                         DossierHtmlText *text);
void             dossier_html_meta_free (DossierHtmlMeta *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHtmlMeta, dossier_html_meta_free)

G_END_DECLS
