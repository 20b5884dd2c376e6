/* dossier-date-write.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-grammar.h"
#include "dossier-date-value.h"

G_BEGIN_DECLS

int       dossier_date_shift_delta      (int                     shift);
gboolean  dossier_date_is_approximate   (const DossierDateExpr  *e);
char     *dossier_date_write_duration   (const DossierDateExpr  *e);
char     *dossier_date_write_set        (const DossierDateExpr  *e);
void      dossier_date_write_time       (const DossierDateExpr  *e,
                                         GString                *value);
char     *dossier_date_write_unresolved (const DossierDateExpr  *e);
char     *dossier_date_write_span       (const DossierDateExpr  *e,
                                         const DossierDateValue *today);
char     *dossier_date_write_past       (const DossierDateExpr  *e,
                                         const DossierDateValue *today);
char     *dossier_date_write_since      (const DossierDateValue *value,
                                         const char             *edtf);

G_END_DECLS
