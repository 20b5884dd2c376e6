/* dossier-date-value.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-date-lexicon.h"

G_BEGIN_DECLS

/** DossierDateGrain: how fine a resolved date is, from coarse to fine. */
typedef enum
{
  DOSSIER_DATE_GRAIN_NONE,
  DOSSIER_DATE_GRAIN_CENTURY,
  DOSSIER_DATE_GRAIN_DECADE,
  DOSSIER_DATE_GRAIN_YEAR,
  DOSSIER_DATE_GRAIN_HALF,
  DOSSIER_DATE_GRAIN_SEASON,
  DOSSIER_DATE_GRAIN_QUARTER,
  DOSSIER_DATE_GRAIN_MONTH,
  DOSSIER_DATE_GRAIN_WEEK,
  DOSSIER_DATE_GRAIN_WEEKEND,
  DOSSIER_DATE_GRAIN_DAY,
} DossierDateGrain;

/**
 * DossierDateValue: a resolved date
 * @year: astronomical; the first of a decade or century
 * @part: half, season, quarter, month or ISO week, as @grain says
 * @month, @day: of a day or month; the month where a longer part begins
 */
typedef struct
{
  gint16 year;
  guint8 grain; /* DossierDateGrain */
  guint8 part;
  guint8 month;
  guint8 day;
} DossierDateValue;

DossierDateValue dossier_date_value_year     (int                     year);
DossierDateValue dossier_date_value_month    (int                     year,
                                              int                     month);
DossierDateValue dossier_date_value_part     (DossierDateGrain        grain,
                                              int                     year,
                                              int                     part);
DossierDateValue dossier_date_value_day      (gint32                  day);
DossierDateValue dossier_date_value_week     (gint32                  day,
                                              gboolean                weekend);
gint32           dossier_date_value_first    (const DossierDateValue *self);
gint32           dossier_date_value_last     (const DossierDateValue *self);
DossierDateValue dossier_date_value_coarsen  (const DossierDateValue *self,
                                              DossierDateUnit         unit);
DossierDateValue dossier_date_value_shift    (const DossierDateValue *self,
                                              DossierDateUnit         unit,
                                              int                     n);
gboolean         dossier_date_value_is_valid (const DossierDateValue *self);
gboolean         dossier_date_value_is_fine  (const DossierDateValue *self,
                                              DossierDateUnit         unit);
char            *dossier_date_value_timex    (const DossierDateValue *self);
char            *dossier_date_value_edtf     (const DossierDateValue *self,
                                              gboolean                approximate);
gint32           dossier_date_holiday        (const char             *rule,
                                              int                     year);

G_END_DECLS
