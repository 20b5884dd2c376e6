/* dossier-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * DossierJson:
 *
 * Writes one JSON value into a string with json-glib. The two outermost levels
 * are written as they come and each element in them as a tree of its own, so
 * that the answer to a long text is never held whole.
 */
typedef struct
{
  GString       *out;
  FILE          *file;      /* takes what @out holds when it gets long; NULL for none */
  JsonBuilder   *builder;
  JsonGenerator *generator;
  guint          depth;     /* brackets of the frame that are open */
  guint          level;     /* brackets of the element that are open */
  gboolean       comma;     /* before the next member or element of the frame */
} DossierJson;

void dossier_json_init         (DossierJson *self,
                                GString     *out);
void dossier_json_clear        (DossierJson *self);
void dossier_json_stream       (DossierJson *self,
                                FILE        *file);
void dossier_json_begin_object (DossierJson *self);
void dossier_json_end_object   (DossierJson *self);
void dossier_json_begin_array  (DossierJson *self);
void dossier_json_end_array    (DossierJson *self);
void dossier_json_member       (DossierJson *self,
                                const char  *name);
void dossier_json_string       (DossierJson *self,
                                const char  *value);
void dossier_json_text         (DossierJson *self,
                                const char  *utf8,
                                gsize        n_bytes);
void dossier_json_int          (DossierJson *self,
                                gint64       value);
void dossier_json_double       (DossierJson *self,
                                double       value);
void dossier_json_raw          (DossierJson *self,
                                const char  *json);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierJson, dossier_json_clear)

G_END_DECLS
