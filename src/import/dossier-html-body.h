/* dossier-html-body.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-html-meta.h"
#include "dossier-html-text.h"

G_BEGIN_DECLS

guint8 *dossier_html_body (DossierHtmlPage       *page,
                           DossierHtmlText       *text,
                           const DossierHtmlMeta *meta);

G_END_DECLS
