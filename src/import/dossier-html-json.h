/* dossier-html-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-html-meta.h"

G_BEGIN_DECLS

void dossier_html_json_read (DossierHtmlPage *page,
                             DossierHtmlMeta *meta);

G_END_DECLS
