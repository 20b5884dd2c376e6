/* dossier-encoding.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dossier_encoding_wide     (const guint8  *data,
                                       gsize          n_bytes);
const char *dossier_encoding_resolve  (const char    *label);
char       *dossier_encoding_decode   (const guint8  *data,
                                       gsize          n_bytes,
                                       const char    *declared,
                                       const char   **encoding,
                                       gsize         *n_out);
char       *dossier_encoding_clean    (const char    *utf8,
                                       gsize          n_bytes,
                                       gsize         *n_out);

G_END_DECLS
