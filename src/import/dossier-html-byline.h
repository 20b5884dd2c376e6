/* dossier-html-byline.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-html-text.h"

G_BEGIN_DECLS

char *dossier_html_byline_clean (const char      *raw);
char *dossier_html_byline_find  (DossierHtmlPage *page,
                                 DossierHtmlText *text,
                                 const char      *title);

G_END_DECLS
