/* dossier-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-edtf.h"
#include "dossier-kind.h"

G_BEGIN_DECLS

/** DossierQueryNone: "no date", "no country", "no speaker" as values to ask for. */
typedef enum
{
  DOSSIER_QUERY_NO_COUNTRY = 1 << 0,
  DOSSIER_QUERY_NO_SPEAKER = 1 << 1,
  DOSSIER_QUERY_NO_DATE    = 1 << 2,
  DOSSIER_QUERY_NO_TAG     = 1 << 3,
} DossierQueryNone;

/**
 * DossierQuery:
 * @countries, @not_countries: ISO 3166-1 alpha-2; @all_countries: a claim must concern every one of @countries
 * @from, @to: the days asked for, both included; DOSSIER_DAY_MIN and DOSSIER_DAY_MAX where open.
 *     A claim is in when its date may lie there: the two ranges overlap. With a range set, undated claims are out
 *     unless @none holds DOSSIER_QUERY_NO_DATE
 * @basis: which date @from and @to speak of
 * @kinds, @reviews: masks of 1 << value; 0 means any
 * @speakers, @tags: names; any of them (compared without case)
 * @words: full-text words over texts, quotes and notes, or NULL
 * @source_ids: only these sources, or NULL
 *
 * One filter as plain data: what the store and the command line understand.
 * Arrays are NULL-terminated; NULL and empty both mean "any". Immutable once shared, reference-counted atomically.
 */
typedef struct
{
  char            **countries;
  char            **not_countries;
  gboolean          all_countries;
  gint32            from;
  gint32            to;
  char             *from_edtf;  /* as the person gave them, for showing; NULL for none */
  char             *to_edtf;
  DossierDateBasis  basis;
  guint             kinds;
  guint             not_kinds;
  guint             reviews;
  char            **speakers;
  char            **not_speakers;
  char            **tags;
  char            **not_tags;
  guint             none;
  char             *words;
  gint64           *source_ids;
  guint             n_source_ids;
} DossierQuery;

DossierQuery *dossier_query_new      (void);
DossierQuery *dossier_query_copy     (const DossierQuery *self);
DossierQuery *dossier_query_ref      (DossierQuery       *self);
void          dossier_query_unref    (DossierQuery       *self);
gboolean      dossier_query_is_empty (const DossierQuery *self);
gboolean      dossier_query_equal    (const DossierQuery *a,
                                      const DossierQuery *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierQuery, dossier_query_unref)

G_END_DECLS
