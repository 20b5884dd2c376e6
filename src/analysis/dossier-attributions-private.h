/* dossier-attributions-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-attributions.h"
#include "dossier-candidates.h"

G_BEGIN_DECLS

DossierReading *dossier_attributions_read (DossierAttributions *self,
                                           const DossierTokens *tokens);

G_END_DECLS
