/* dossier-image.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

/*
 * A table's row as one blob, for the change log: for each column in order a
 * byte for its type, then a number of eight bytes, or a length of four bytes
 * and the bytes; big endian.
 */

GByteArray *dossier_image_encode (sqlite3_value    **values,
                                  int                n_values);
guint       dossier_image_bind   (const guint8      *image,
                                  gsize              size,
                                  DossierStatement  *stmt,
                                  guint              n_columns);

G_END_DECLS
