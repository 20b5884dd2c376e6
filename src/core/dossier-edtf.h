/* dossier-edtf.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierEdtf:
 *
 * A date or an interval of dates after ISO 8601-2 (EDTF, Library of Congress, 4
 * February 2019), levels 0 and 1: `2021`, `2021-05`, `2021-05-16`, `2018-21`
 * (season), `201X`, `2018-XX`, `2018-12-XX`, `?` `~` `%` at the end, `2006/2021-04`,
 * `2018/..`, `2018/`, `../2018`. A plain value: copy it.
 *
 * Days are counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar.
 */
typedef enum
{
  DOSSIER_PRECISION_NONE,   /* no date at all, or an open or unknown end */
  DOSSIER_PRECISION_CENTURY,
  DOSSIER_PRECISION_DECADE,
  DOSSIER_PRECISION_YEAR,
  DOSSIER_PRECISION_SEASON,
  DOSSIER_PRECISION_MONTH,
  DOSSIER_PRECISION_DAY,
} DossierPrecision;

typedef struct
{
  gint16  year;
  guint8  month;     /* 1-12, 21-24 a season, 0 none, 99 unspecified (XX) */
  guint8  day;       /* 1-31, 0 none, 99 unspecified (XX) */
  guint8  precision; /* DossierPrecision */
  guint8  uncertain : 1;
  guint8  approximate : 1;
  guint8  open : 1;  /* ".." */
} DossierEdtfPart;

typedef struct
{
  DossierEdtfPart from;
  DossierEdtfPart to;          /* as @from where it is no interval */
  gboolean        is_interval;
} DossierEdtf;

/** DOSSIER_DAY_MIN, DOSSIER_DAY_MAX: the bound of an end that is open or unknown. */
#define DOSSIER_DAY_MIN G_MININT32
#define DOSSIER_DAY_MAX G_MAXINT32

gboolean  dossier_edtf_parse          (const char         *text,
                                       DossierEdtf        *out);
char     *dossier_edtf_to_string      (const DossierEdtf  *self);
gint32    dossier_edtf_earliest       (const DossierEdtf  *self);
gint32    dossier_edtf_latest         (const DossierEdtf  *self);
gboolean  dossier_edtf_bounds         (const char         *text,
                                       gint32             *earliest,
                                       gint32             *latest);
gboolean  dossier_edtf_is_approximate (const DossierEdtf  *self);
gboolean  dossier_edtf_is_uncertain   (const DossierEdtf  *self);
int       dossier_days_in_month       (int                 year,
                                       int                 month);
gint32    dossier_day_from_ymd        (int                 year,
                                       int                 month,
                                       int                 day);
void      dossier_day_to_ymd          (gint32              day,
                                       int                *year,
                                       int                *month,
                                       int                *dom);
/* A day as ISO text, "2021-05-16"; NULL for DAY_MIN and DAY_MAX. */
char     *dossier_day_to_string       (gint32              day);

G_END_DECLS
