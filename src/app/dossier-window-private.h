/* dossier-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-claim-card.h"
#include "dossier-filter-bar.h"
#include "dossier-inspector.h"
#include "dossier-reading-pane.h"
#include "dossier-shell.h"
#include "dossier-sidebar.h"
#include "dossier-timeline-pane.h"
#include "dossier-window.h"

G_BEGIN_DECLS

struct _DossierWindow
{
  AdwApplicationWindow  parent_instance;

  GSettings            *settings;
  DossierSession       *session;
  GCancellable         *cancellable;
  char                 *path;
  GPtrArray            *waiting;  /* files to import once the dossier is open */
  gboolean              edit_new_note;
  guint                 edit_note_id;

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwStatusPage        *failed_page;
  AdwWindowTitle       *welcome_title;
  DossierShell         *shell;
  DossierSidebar       *sidebar;
  AdwHeaderBar         *header;
  AdwWindowTitle       *title;
  GtkWidget            *back_button;
  GtkWidget            *sidebar_button;
  GtkWidget            *previous_button;
  GtkWidget            *next_button;
  GtkWidget            *inspector_button;
  GtkWidget            *export_button;
  GtkWidget            *menu_button;
  DossierFilterBar     *filter_bar;
  DossierReadingPane   *reading_pane;
  DossierInspector     *inspector;
  DossierTimelinePane  *timeline_pane;
  GtkRevealer          *sheet;
  DossierClaimCard     *sheet_card;
  GMenu                *recent_menu;
};

/* dossier-window-actions.c */
void dossier_window_install_actions (GtkWidgetClass *widget_class);
void dossier_window_update_actions  (DossierWindow  *self);

G_END_DECLS
