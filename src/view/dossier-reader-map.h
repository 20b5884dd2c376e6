/* dossier-reader-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-text.h"

G_BEGIN_DECLS

/**
 * DossierReaderPiece:
 * @source: the stretch of the text that it shows; of a closed fold's row the whole fold, of an open one's nothing
 * @start, @end: where it stands on the page, code points; the line end after it is not part of it
 * @fold: which fold it belongs to, or -1
 * @is_row: the row that stands for a fold
 *
 * A line of the page.
 */
typedef struct
{
  DossierSpan source;
  guint32     start;
  guint32     end;
  gint32      fold;
  guint8      kind; /* DossierBlockKind */
  guint8      is_row;
} DossierReaderPiece;

/**
 * DossierReaderMap:
 *
 * How a text is laid on the page: one line a paragraph, blank space between
 * them left out, boilerplate folded to one row, overlong paragraphs cut at a
 * space. The text itself is not touched: this maps its places to the page's and
 * back.
 */
typedef struct _DossierReaderMap DossierReaderMap;

DossierReaderMap         *dossier_reader_map_new       (DossierText        *text,
                                                        const DossierBlock *blocks,
                                                        guint               n_blocks);
void                      dossier_reader_map_free      (DossierReaderMap   *self);
guint                     dossier_reader_map_n_pieces  (DossierReaderMap   *self);
const DossierReaderPiece *dossier_reader_map_piece     (DossierReaderMap   *self,
                                                        guint               i);
guint32                   dossier_reader_map_n_chars   (DossierReaderMap   *self);
char                     *dossier_reader_map_dup_text  (DossierReaderMap   *self,
                                                        guint               i);
/* The piece that shows a place of the text, or else the next one; n_pieces behind the last. */
guint                     dossier_reader_map_at_source (DossierReaderMap   *self,
                                                        guint32             offset);
/* The piece at a place of the page. */
guint                     dossier_reader_map_at_page   (DossierReaderMap   *self,
                                                        guint32             page_offset);
guint32                   dossier_reader_map_to_page   (DossierReaderMap   *self,
                                                        guint32             offset);
guint32                   dossier_reader_map_to_source (DossierReaderMap   *self,
                                                        guint32             page_offset);
guint                     dossier_reader_map_n_folds   (DossierReaderMap   *self);
gboolean                  dossier_reader_map_is_open   (DossierReaderMap   *self,
                                                        guint               fold);
void                      dossier_reader_map_set_open  (DossierReaderMap   *self,
                                                        guint               fold,
                                                        gboolean            open);
/* The closed fold that hides a place, or -1. */
int                       dossier_reader_map_hidden_by (DossierReaderMap   *self,
                                                        guint32             offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierReaderMap, dossier_reader_map_free)

G_END_DECLS
