/* dossier-time-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-time-header"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-kind.h"
#include "dossier-time-header.h"
#include "dossier-timeline-data.h"
#include "dossier-wrap-layout.h"

struct _DossierTimeHeader
{
  GtkWidget  parent_instance;

  GtkWidget *undated;
  GtkWidget *lane_by;
  GtkWidget *basis;
  guint      n_undated;
};

enum
{
  PROP_0,
  PROP_LANE_BY,
  PROP_BASIS,
  PROP_N_UNDATED,
  N_PROPS,
};

enum
{
  UNDATED_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimeHeader, dossier_time_header, GTK_TYPE_WIDGET)

static void
set_n_undated (DossierTimeHeader *self,
               guint              n)
{
  g_autofree char *text = NULL;

  if (self->n_undated == n)
    return;

  self->n_undated = n;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u undated", "%u undated", n), n);
  gtk_button_set_label (GTK_BUTTON (self->undated), text);
  gtk_widget_set_visible (self->undated, n > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDATED]);
}

static void
undated_clicked (DossierTimeHeader *self)
{
  g_signal_emit (self, signals[UNDATED_ACTIVATED], 0);
}

static void
lane_by_selected (DossierTimeHeader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE_BY]);
}

static void
basis_selected (DossierTimeHeader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASIS]);
}

static GtkWidget *
make_drop_down (const char *const *strings,
                const char        *label)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (strings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (drop_down, label);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);

  return drop_down;
}

static GtkWidget *
make_button (const char *icon,
             const char *text,
             const char *name,
             const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_controls (DossierTimeHeader *self)
{
  const char *const lanes[] = { _("Country"), _("Kind"), _("Speaker"), _("Source"), NULL };
  const char *const bases[] = { _("When it happened"), _("When it was said"), _("When it was published"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (_("Lanes:"));

  self->lane_by = make_drop_down (lanes, _("What a lane stands for"));
  self->basis = make_drop_down (bases, _("Which date counts"));
  g_signal_connect_object (self->lane_by, "notify::selected", G_CALLBACK (lane_by_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->basis, "notify::selected", G_CALLBACK (basis_selected), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (label, "dim-label");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->lane_by);
  gtk_box_append (GTK_BOX (box), self->basis);
  gtk_box_append (GTK_BOX (box), make_button ("list-remove-symbolic", NULL, _("Show a longer time (−)"), "timeline.zoom-out"));
  gtk_box_append (GTK_BOX (box), make_button ("list-add-symbolic", NULL, _("Show a shorter time (+)"), "timeline.zoom-in"));
  gtk_box_append (GTK_BOX (box), make_button (NULL, _("Fit"), _("Show all dates (0)"), "timeline.fit"));

  return box;
}

static void
dossier_time_header_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DossierTimeHeader *self = DOSSIER_TIME_HEADER (object);

  switch (prop_id)
    {
    case PROP_LANE_BY:
      g_value_set_int (value, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lane_by)));
      break;
    case PROP_BASIS:
      g_value_set_int (value, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->basis)));
      break;
    case PROP_N_UNDATED:
      g_value_set_uint (value, self->n_undated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_time_header_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DossierTimeHeader *self = DOSSIER_TIME_HEADER (object);

  switch (prop_id)
    {
    case PROP_LANE_BY:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lane_by), g_value_get_int (value));
      break;
    case PROP_BASIS:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->basis), g_value_get_int (value));
      break;
    case PROP_N_UNDATED:
      set_n_undated (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_time_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_time_header_parent_class)->dispose (object);
}

static void
dossier_time_header_class_init (DossierTimeHeaderClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_time_header_dispose;
  object_class->get_property = dossier_time_header_get_property;
  object_class->set_property = dossier_time_header_set_property;

  properties[PROP_LANE_BY] = g_param_spec_int ("lane-by", NULL, NULL, 0, DOSSIER_N_LANE_BYS - 1, 0, flags);
  properties[PROP_BASIS] = g_param_spec_int ("basis", NULL, NULL, 0, DOSSIER_N_BASES - 1, 0, flags);
  properties[PROP_N_UNDATED] = g_param_spec_uint ("n-undated", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UNDATED_ACTIVATED] = g_signal_new ("undated-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_time_header_init (DossierTimeHeader *self)
{
  GtkWidget *title = gtk_label_new (_("Timeline"));

  gtk_widget_set_layout_manager (GTK_WIDGET (self), dossier_wrap_layout_new (10, 0, TRUE));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_parent (title, GTK_WIDGET (self));

  self->undated = gtk_button_new ();
  gtk_widget_add_css_class (self->undated, "flat");
  gtk_widget_set_visible (self->undated, FALSE);
  gtk_widget_set_tooltip_text (self->undated, _("Show the claims that have no date"));
  g_signal_connect_object (self->undated, "clicked", G_CALLBACK (undated_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->undated, GTK_WIDGET (self));

  gtk_widget_set_parent (make_controls (self), GTK_WIDGET (self));
}

/**
 * dossier_time_header_new:
 *
 * Returns: the header of a timeline
 */
GtkWidget *
dossier_time_header_new (void)
{
  return g_object_new (DOSSIER_TYPE_TIME_HEADER, NULL);
}
