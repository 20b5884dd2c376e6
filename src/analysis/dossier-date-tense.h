/* dossier-date-tense.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-lexicon.h"

G_BEGIN_DECLS

DossierDateTense dossier_date_tense (DossierDateWords    *words,
                                     const DossierTokens *tokens,
                                     guint32              first,
                                     guint32              last);

G_END_DECLS
