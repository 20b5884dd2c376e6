/* dossier-ids.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of the dossier as arrays of gint64. */
int  dossier_ids_compare  (gconstpointer  a,
                           gconstpointer  b);
void dossier_ids_make_set (GArray        *ids);

G_END_DECLS
