/* dossier-reader-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-reader-text.h"
#include "dossier-reader-view.h"

G_BEGIN_DECLS

struct _DossierReaderView
{
  GtkWidget           parent_instance;

  GtkWidget          *scrolled;
  GtkWidget          *text;
  GtkWidget          *bar;
  GtkWidget          *menu;
  guint               bar_timeout;
  GtkTextBuffer      *buffer; /* whose selection is listened to */

  DossierReaderStyle  style;
  guint               kinds;
  GArray             *claims; /* DossierReaderClaim */
  GArray             *notes;  /* DossierReaderNote */
};

void _dossier_reader_view_hide_bar      (DossierReaderView *self);
void _dossier_reader_view_follow_buffer (DossierReaderView *self);

G_END_DECLS
