/* dossier-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/**
 * DossierJson:
 *
 * Writes one JSON value into a string, member after member, with nothing built
 * in between. json-glib reads our JSON; to write the findings of an analysis it
 * takes ten times as long (src/DESIGN.md has the figures).
 */
typedef struct
{
  GString *out;
  FILE    *file;  /* takes what @out holds when it gets long; NULL for none */
  gboolean comma; /* before the next member or element */
} DossierJson;

void dossier_json_init         (DossierJson *self,
                                GString     *out);
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

G_END_DECLS
