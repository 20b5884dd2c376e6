/* dossier-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier-item.h"

G_BEGIN_DECLS

/* DossierRow: a row of the three lists: shows one item and follows it. Of one height, whatever it holds. */
#define DOSSIER_TYPE_ROW (dossier_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DossierRow, dossier_row, DOSSIER, ROW, GtkWidget)

struct _DossierRowClass
{
  GtkWidgetClass  parent_class;

  /* Shows @item, whose record has come: now, or another than before. */
  void          (*update) (DossierRow  *self,
                           DossierItem *item);
};

/* NULL while the row is not in use. */
void       dossier_row_set_item   (DossierRow  *self,
                                   DossierItem *item);

/* Text of a fixed number of lines, ended by an ellipsis: rows of a long list must all be equally high. */
GtkWidget *dossier_row_text       (guint        n_lines,
                                   const char  *css_class);
/* What a screen reader says of the child of a list item. */
void       dossier_row_set_spoken (GtkWidget   *row,
                                   const char  *spoken);

G_END_DECLS
