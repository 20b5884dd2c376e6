/* dossier-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-dates.h"
#include "dossier-lines.h"

G_BEGIN_DECLS

/**
 * DossierHeader:
 *
 * The words of the lines above an article: labels of dates and names, parts of a paper.
 */
typedef struct _DossierHeader DossierHeader;

/**
 * DossierHeaderLine:
 * @published: EDTF date of the line, or NULL; owned
 * @updated: the date is that of a later change
 * @byline: who wrote it, or NULL; owned
 * @outlet: where it appeared, or NULL; owned
 * @section: the line names a part of the paper and nothing else
 *
 * What one line above an article says. Clear it with dossier_header_line_clear().
 */
typedef struct
{
  char    *published;
  char    *byline;
  char    *outlet;
  gboolean updated;
  gboolean section;
} DossierHeaderLine;

DossierHeader *dossier_header_new        (DossierLexicon     *lexicon);
void           dossier_header_free       (DossierHeader      *self);
gboolean       dossier_header_read       (DossierHeader      *self,
                                          DossierText        *text,
                                          const DossierLine  *line,
                                          DossierHeaderLine  *out);
void           dossier_header_line_clear (DossierHeaderLine  *line);
char          *dossier_header_dateline   (DossierHeader      *self,
                                          DossierText        *text,
                                          const DossierLine  *line,
                                          char              **outlet);

char *dossier_header_origin (DossierHeader     *self,
                             DossierText       *text,
                             const DossierLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHeader, dossier_header_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierHeaderLine, dossier_header_line_clear)

G_END_DECLS
