/* dossier-sniff.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DossierFormat: what a file is, by its content. */
typedef enum
{
  DOSSIER_FORMAT_TEXT,
  DOSSIER_FORMAT_HTML,
  DOSSIER_FORMAT_PDF,
  DOSSIER_FORMAT_ZIP,        /* an office file or e-book, or an archive */
  DOSSIER_FORMAT_OLD_OFFICE,
  DOSSIER_FORMAT_RTF,
  DOSSIER_FORMAT_WEB_ARCHIVE,
  DOSSIER_FORMAT_BINARY,
} DossierFormat;

DossierFormat  dossier_sniff         (const guint8 *data,
                                      gsize         n_bytes,
                                      const char   *file_name);
gboolean       dossier_sniff_html    (const char   *text,
                                      gsize         n_bytes,
                                      const char   *file_name);
char          *dossier_sniff_charset (const guint8 *data,
                                      gsize         n_bytes);

G_END_DECLS
