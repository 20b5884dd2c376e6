/* dossier-html-guard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dossier_html_guard (const char *html,
                          gsize       n_bytes,
                          gsize      *n_out);

G_END_DECLS
