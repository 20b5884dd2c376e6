/* dossier-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-furniture.h"
#include "dossier-header.h"

G_BEGIN_DECLS

/** DOSSIER_PAGE_OPEN: the kind of a line that nothing has told yet. */
#define DOSSIER_PAGE_OPEN 0xff

/**
 * DossierPage:
 * @lines: of DossierLine; @kinds: a DossierBlockKind or %DOSSIER_PAGE_OPEN for each
 * @scores: of DossierFurnitureScore, one a line
 * @header_end: first line below the header
 *
 * The lines of one text while they are told apart. Used by one thread.
 */
typedef struct
{
  DossierText           *text;
  const char            *utf8;
  GArray                *lines;
  guint8                *kinds;
  DossierFurnitureScore *scores;
  guint                  n_lines;
  guint                  header_end;
  char                  *title;
  char                  *outlet;
  char                  *byline;
  char                  *published;
} DossierPage;

void dossier_page_init        (DossierPage      *self,
                               DossierText      *text,
                               DossierFurniture *furniture);
void dossier_page_clear       (DossierPage      *self);
void dossier_page_header      (DossierPage      *self,
                               DossierHeader    *header);
void dossier_page_tell_apart  (DossierPage      *self);
void dossier_page_pull_quotes (DossierPage      *self);

static inline DossierLine *
dossier_page_line (DossierPage *self,
                   guint        i)
{
  return &g_array_index (self->lines, DossierLine, i);
}

gboolean dossier_page_is_prose (DossierPage *self,
                                guint        i);

G_END_DECLS
