/* dossier-html.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-document.h"

G_BEGIN_DECLS

gboolean dossier_html_read (DossierDocument  *document,
                            const char       *html,
                            gsize             n_bytes,
                            GCancellable     *cancellable,
                            GError          **error);

G_END_DECLS
