/* dossier-timeline-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-timeline-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-timeline-pane.h"
#include "dossier-timeline-view.h"

struct _DossierTimelinePane
{
  GtkWidget            parent_instance;

  DossierSession      *session;
  DossierTimelineData *data;
  DossierTimelineView *view;
  GSignalGroup        *claim_signals; /* of the selected claim: its record may come after it is selected */
  gboolean             syncing;
};

G_DEFINE_FINAL_TYPE (DossierTimelinePane, dossier_timeline_pane, GTK_TYPE_WIDGET)

/* Session to timeline */

static void
show_selection (DossierTimelinePane *self)
{
  DossierClaim *claim = dossier_session_get_claim (self->session);
  guint32 event = DOSSIER_TIMELINE_NO_EVENT;

  if (claim != NULL && !dossier_timeline_data_event_id (self->data, dossier_claim_id (claim), &event))
    event = DOSSIER_TIMELINE_NO_EVENT;
  self->syncing = TRUE;
  dossier_timeline_view_set_selected (self->view, event);
  self->syncing = FALSE;
  g_signal_group_set_target (self->claim_signals, claim);
}

static void
data_changed_cb (DossierTimelinePane *self)
{
  guint n_lanes = dossier_timeline_data_n_lanes (self->data);
  g_autofree const char **names = g_new0 (const char *, n_lanes + 1);

  for (guint lane = 0; lane < n_lanes; lane++)
    names[lane] = dossier_timeline_data_lane_name (self->data, lane);

  self->syncing = TRUE;
  dossier_timeline_view_set_index (self->view, dossier_timeline_data_index (self->data), names);
  g_object_set (self->view,
                "n-undated", dossier_timeline_data_n_undated (self->data),
                "basis", (int)dossier_timeline_data_get_basis (self->data),
                "lane-by", (int)dossier_timeline_data_get_lane_by (self->data),
                NULL);
  self->syncing = FALSE;
  show_selection (self);
}

static void
filter_changed_cb (DossierTimelinePane *self)
{
  gint32 from = DOSSIER_DAY_MIN, to = DOSSIER_DAY_MAX;

  dossier_filter_get_days (dossier_session_filter (self->session), &from, &to);
  self->syncing = TRUE;
  dossier_timeline_view_set_brush (self->view, from, to);
  self->syncing = FALSE;
}

static void
result_changed_cb (DossierTimelinePane *self)
{
  dossier_timeline_view_filter_changed (self->view);
}

static char *
event_text (guint32  event,
            gpointer user_data)
{
  DossierTimelinePane *self = user_data;
  gint64 id = dossier_timeline_data_claim_id (self->data, event);
  g_autoptr (DossierClaim) claim = NULL;

  if (id == 0)
    return g_strdup ("");

  claim = dossier_session_get_claim_by_id (self->session, id);
  return dossier_claim_is_loaded (claim) ? dossier_claim_spoken_text (claim) : g_strdup (_("Loading…"));
}

static gboolean
event_is_shown (guint32  event,
                gpointer user_data)
{
  DossierTimelinePane *self = user_data;

  return dossier_timeline_data_is_shown (self->data, event);
}

/* Timeline to session */

static void
select_event (DossierTimelinePane *self,
              guint32              event)
{
  gint64 id = event != DOSSIER_TIMELINE_NO_EVENT ? dossier_timeline_data_claim_id (self->data, event) : 0;

  if (id != 0)
    {
      g_autoptr (DossierClaim) claim = dossier_session_get_claim_by_id (self->session, id);

      dossier_session_set_claim (self->session, claim);
    }
}

static void
selected_cb (DossierTimelinePane *self)
{
  if (!self->syncing)
    select_event (self, dossier_timeline_view_get_selected (self->view));
}

static void
event_activated_cb (DossierTimelinePane *self,
                    guint                event)
{
  select_event (self, event);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.read", NULL);
}

static void
brush_changed_cb (DossierTimelinePane *self)
{
  gint32 from, to;

  if (self->syncing)
    return;

  if (dossier_timeline_view_get_brush (self->view, &from, &to))
    dossier_filter_set_days (dossier_session_filter (self->session), from, to);
  else
    dossier_filter_clear_dates (dossier_session_filter (self->session));
}

static void
undated_cb (DossierTimelinePane *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);

  dossier_filter_clear_dates (filter);
  dossier_filter_set_undated (filter, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.library-page", "s", "claims");
}

/* A lane's name asks for that lane alone, and a second time for all again. */
static void
lane_activated_cb (DossierTimelinePane *self,
                   guint                lane)
{
  static const int facets[DOSSIER_N_LANE_BYS] = {
    [DOSSIER_LANE_COUNTRY] = DOSSIER_FACET_COUNTRY,
    [DOSSIER_LANE_KIND] = DOSSIER_FACET_KIND,
    [DOSSIER_LANE_SPEAKER] = DOSSIER_FACET_SPEAKER,
    [DOSSIER_LANE_SOURCE] = -1,
  };
  DossierFilter *filter = dossier_session_filter (self->session);
  const char *value = dossier_timeline_data_lane_value (self->data, lane);
  int facet = facets[dossier_timeline_data_get_lane_by (self->data)];

  if (facet < 0 || value == NULL)
    return;

  if (dossier_filter_has_value (filter, facet, value) && dossier_filter_n_values (filter, facet) == 1)
    dossier_filter_clear_facet (filter, facet);
  else
    dossier_filter_set_only (filter, facet, value);
}

static void
lane_by_cb (DossierTimelinePane *self)
{
  int lane_by;

  if (self->syncing)
    return;

  g_object_get (self->view, "lane-by", &lane_by, NULL);
  dossier_timeline_data_set_lane_by (self->data, lane_by);
}

static void
basis_cb (DossierTimelinePane *self)
{
  int basis;

  if (self->syncing)
    return;

  g_object_get (self->view, "basis", &basis, NULL);
  dossier_filter_set_basis (dossier_session_filter (self->session), basis);
}

static void
dossier_timeline_pane_dispose (GObject *object)
{
  DossierTimelinePane *self = DOSSIER_TIMELINE_PANE (object);
  GtkWidget *child;

  g_clear_object (&self->claim_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_timeline_pane_parent_class)->dispose (object);
}

static void
dossier_timeline_pane_class_init (DossierTimelinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_timeline_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinepane");
}

static void
dossier_timeline_pane_init (DossierTimelinePane *self)
{
  self->view = DOSSIER_TIMELINE_VIEW (dossier_timeline_view_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));

  self->claim_signals = g_signal_group_new (DOSSIER_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->claim_signals, "changed",
                                  G_CALLBACK (dossier_timeline_view_texts_changed), self->view);
}

/**
 * dossier_timeline_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing until it has a session
 */
GtkWidget *
dossier_timeline_pane_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIMELINE_PANE, NULL);
}

/** dossier_timeline_pane_set_session: once, when the dossier is open. */
void
dossier_timeline_pane_set_session (DossierTimelinePane *self,
                                   DossierSession      *session)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->data = dossier_session_timeline (session);
  dossier_timeline_view_set_text_func (self->view, event_text, self, NULL);
  dossier_timeline_view_set_shown_func (self->view, event_is_shown, self, NULL);

  g_signal_connect_object (self->view, "notify::selected-id", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "event-activated", G_CALLBACK (event_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "brush-changed", G_CALLBACK (brush_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "undated-activated", G_CALLBACK (undated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "lane-activated", G_CALLBACK (lane_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::lane-by", G_CALLBACK (lane_by_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::basis", G_CALLBACK (basis_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->data, "changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_filter (session), "changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (result_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::claim", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  data_changed_cb (self);
  filter_changed_cb (self);
}
