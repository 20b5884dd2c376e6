/* dossier-date-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-edtf.h"

G_BEGIN_DECLS

char *dossier_date_entry_parse (const char  *typed,
                                char       **why_not);

G_END_DECLS
