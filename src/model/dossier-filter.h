/* dossier-filter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "dossier-query.h"

G_BEGIN_DECLS

/** DossierFacetKind: the parts of the filter that have a list of values to choose from. */
typedef enum
{
  DOSSIER_FACET_COUNTRY,
  DOSSIER_FACET_KIND,
  DOSSIER_FACET_SPEAKER,
  DOSSIER_FACET_TAG,
  DOSSIER_FACET_REVIEW,
} DossierFacetKind;

#define DOSSIER_N_FACETS 5

/** DOSSIER_FACET_NONE: the value that asks for claims with no country, speaker or tag. */
#define DOSSIER_FACET_NONE ""

/*
 * DossierFilter: the one filter of a window. Facet values are words: alpha-2
 * codes, kind and review nicks, names, tags.
 *
 * Properties: active (read-only: it is not empty), summary (read-only: "Pakistan, 2017–2021, allegations"), words,
 * basis, all-countries. Signal: changed, once for each call that changed something.
 */
#define DOSSIER_TYPE_FILTER (dossier_filter_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilter, dossier_filter, DOSSIER, FILTER, GObject)

DossierFilter    *dossier_filter_new                (void);
/* The filter as plain data: immutable, borrowed until the next "changed". */
DossierQuery     *dossier_filter_query              (DossierFilter      *self);
void              dossier_filter_set_query          (DossierFilter      *self,
                                                     DossierQuery       *query);
gboolean          dossier_filter_has_value          (DossierFilter      *self,
                                                     DossierFacetKind    facet,
                                                     const char         *value);
void              dossier_filter_set_value          (DossierFilter      *self,
                                                     DossierFacetKind    facet,
                                                     const char         *value,
                                                     gboolean            active);
/* Only this value of the facet. */
void              dossier_filter_set_only           (DossierFilter      *self,
                                                     DossierFacetKind    facet,
                                                     const char         *value);
guint             dossier_filter_n_values           (DossierFilter      *self,
                                                     DossierFacetKind    facet);
void              dossier_filter_clear_facet        (DossierFilter      *self,
                                                     DossierFacetKind    facet);
gboolean          dossier_filter_get_all_countries  (DossierFilter      *self);
void              dossier_filter_set_all_countries  (DossierFilter      *self,
                                                     gboolean            all);
DossierDateBasis  dossier_filter_get_basis          (DossierFilter      *self);
void              dossier_filter_set_basis          (DossierFilter      *self,
                                                     DossierDateBasis    basis);
/* Days, both included, DOSSIER_DAY_MIN and DOSSIER_DAY_MAX for open ends: what the brush gives. */
void              dossier_filter_set_days           (DossierFilter      *self,
                                                     gint32              from,
                                                     gint32              to);
gboolean          dossier_filter_get_days           (DossierFilter      *self,
                                                     gint32             *from,
                                                     gint32             *to);
/* What a person typed ("2017", "spring 2018", "2018~", "May 2021"); NULL or "" for open. FALSE, and nothing is
 * changed, where it is no date; @error then holds a sentence. */
gboolean          dossier_filter_set_dates          (DossierFilter      *self,
                                                     const char         *from,
                                                     const char         *to,
                                                     GError            **error);
void              dossier_filter_clear_dates        (DossierFilter      *self);
gboolean          dossier_filter_get_undated        (DossierFilter      *self);
/* Also lets undated claims through where a date range is set; without one, asks for undated claims only. */
void              dossier_filter_set_undated        (DossierFilter      *self,
                                                     gboolean            undated);
const char       *dossier_filter_get_words          (DossierFilter      *self);
void              dossier_filter_set_words          (DossierFilter      *self,
                                                     const char         *words);
gboolean          dossier_filter_is_active          (DossierFilter      *self);
void              dossier_filter_clear              (DossierFilter      *self);
/* For people; free with g_free(). _chip_text: what the chip of a facet says, "Country: Pakistan", "Kind". */
char             *dossier_filter_summary            (DossierFilter      *self);
char             *dossier_filter_chip_text          (DossierFilter      *self,
                                                     DossierFacetKind    facet);
char             *dossier_filter_dates_text         (DossierFilter      *self);
/* The filter as one line of text, to keep it; free with g_free(). _from_text leaves it alone where the text is none. */
char             *dossier_filter_to_text            (DossierFilter      *self);
gboolean          dossier_filter_from_text          (DossierFilter      *self,
                                                     const char         *text);

G_END_DECLS
