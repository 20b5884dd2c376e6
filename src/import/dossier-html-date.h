/* dossier-html-date.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dossier_html_date_find     (const char *text,
                                  gsize       n_bytes,
                                  const char *language);
char *dossier_html_date_from_url (const char *url);

G_END_DECLS
