/* dossier-verify.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-connection.h"

G_BEGIN_DECLS

char **dossier_verify (DossierConnection  *connection,
                       GError            **error);

G_END_DECLS
