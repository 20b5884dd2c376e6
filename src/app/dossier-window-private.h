/* dossier-window-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier-answers-board.h"
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
  gboolean              reviewing;
  guint                 reviews_before; /* the filter's, as 1 << DossierReview */

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwStatusPage        *failed_page;
  AdwWindowTitle       *welcome_title;
  DossierAnswersBoard  *answers_board;
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

/* Shows the answers board, or goes back from it to the text. */
void dossier_window_show_answers    (DossierWindow  *self,
                                     gboolean        show);
/* FALSE while the answers board hides the text and its claims. */
gboolean dossier_window_is_reading  (DossierWindow  *self);
/* @claims: ids, or NULL for the selected claim. */
void dossier_window_export          (DossierWindow  *self,
                                     GArray         *claims);

/* dossier-window-review.c */
void dossier_window_set_reviewing   (DossierWindow  *self,
                                     gboolean        reviewing);
void dossier_window_review_next     (DossierWindow  *self);

/* dossier-window-actions.c */
void dossier_window_install_actions (GtkWidgetClass *widget_class);
void dossier_window_update_actions  (DossierWindow  *self);

G_END_DECLS
