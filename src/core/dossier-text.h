/* dossier-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-span.h"

G_BEGIN_DECLS

/**
 * DossierText:
 *
 * A text that never changes, with its two ways of counting: bytes of UTF-8 and
 * Unicode code points. Reference-counted atomically, safe in any thread.
 */
typedef struct _DossierText DossierText;

DossierText *dossier_text_new        (const char   *utf8,
                                      gssize        n_bytes);
DossierText *dossier_text_new_bytes  (GBytes       *utf8);
DossierText *dossier_text_ref        (DossierText  *self);
void         dossier_text_unref      (DossierText  *self);
const char  *dossier_text_utf8       (DossierText  *self,
                                      gsize        *n_bytes);
guint32      dossier_text_n_bytes    (DossierText  *self);
guint32      dossier_text_n_chars    (DossierText  *self);
guint32      dossier_text_offset     (DossierText  *self,
                                      guint32       byte);
guint32      dossier_text_byte       (DossierText  *self,
                                      guint32       offset);
DossierSpan  dossier_text_span       (DossierText  *self,
                                      DossierBytes  bytes);
DossierBytes dossier_text_bytes      (DossierText  *self,
                                      DossierSpan   span);
char        *dossier_text_substring  (DossierText  *self,
                                      DossierSpan   span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierText, dossier_text_unref)

G_END_DECLS
