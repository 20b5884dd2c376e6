/* dossier-cli-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "dossier-json.h"

G_BEGIN_DECLS

/** DossierCliLine: answers one object of the input by writing the members
 * of one object, already begun. Returns FALSE with @error set when it cannot. */
typedef gboolean (*DossierCliLine) (JsonObject   *object,
                                    DossierJson  *json,
                                    gpointer      user_data,
                                    GError      **error);

int         dossier_cli_lines_run   (DossierCliLine  answer,
                                     gpointer        user_data);
void        dossier_cli_lines_write (GString        *line);
const char *dossier_cli_line_string (JsonObject     *object,
                                     const char     *member);
void        dossier_cli_line_id     (JsonObject     *object,
                                     DossierJson    *json);

G_END_DECLS
