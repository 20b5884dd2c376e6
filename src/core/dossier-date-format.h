/* dossier-date-format.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-edtf.h"

G_BEGIN_DECLS

/** DossierDateStyle: "15 August 2021" or "15 Aug 2021". */
typedef enum
{
  DOSSIER_DATE_LONG,
  DOSSIER_DATE_SHORT,
} DossierDateStyle;

char *dossier_date_format (const char       *edtf,
                           DossierDateStyle  style);

G_END_DECLS
