/* dossier-date-resolve.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-grammar.h"

G_BEGIN_DECLS

void dossier_date_resolve (DossierDateWords    *words,
                           const DossierTokens *tokens,
                           const GArray        *exprs,
                           const char          *published,
                           GArray              *timexes);

G_END_DECLS
