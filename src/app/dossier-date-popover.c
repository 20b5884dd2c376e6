/* dossier-date-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-date-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-date-popover.h"
#include "dossier-edtf.h"
#include "dossier-histogram.h"
#include "dossier-names.h"
#include "dossier-words.h"

struct _DossierDatePopover
{
  GtkPopover       parent_instance;

  DossierSession  *session;
  GtkToggleButton *basis_buttons[DOSSIER_N_BASES];
  GtkWidget       *histogram;
  GtkWidget       *from;
  GtkWidget       *to;
  GtkWidget       *hint;
  GtkWidget       *undated;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (DossierDatePopover, dossier_date_popover, GTK_TYPE_POPOVER)

static void
show_hint (DossierDatePopover *self,
           const char         *error)
{
  if (error != NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->hint), error);
      gtk_widget_add_css_class (self->hint, "error");
      gtk_widget_remove_css_class (self->hint, "dim-label");
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->hint),
                           _("Type a day, a month, a year or a season: “spring 2018”."));
      gtk_widget_add_css_class (self->hint, "dim-label");
      gtk_widget_remove_css_class (self->hint, "error");
    }
}

static void
show_day (GtkWidget  *entry,
          const char *edtf,
          gint32      day)
{
  g_autofree char *iso = edtf == NULL ? dossier_day_to_string (day) : NULL;
  g_autofree char *words = edtf != NULL ? dossier_date_to_words (edtf) : iso != NULL ? dossier_date_to_words (iso) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), words != NULL ? words : "");
}

static void
update (DossierDatePopover *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);
  DossierQuery *query = dossier_filter_query (filter);
  guint n_undated = dossier_session_n_undated (self->session);
  g_autofree char *undated = NULL;
  const guint32 *months;
  gint32 first;
  guint n_months;

  if (self->updating)
    return;

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->basis_buttons[dossier_filter_get_basis (filter)], TRUE);
  show_day (self->from, query->from_edtf, query->from);
  show_day (self->to, query->to_edtf, query->to);
  show_hint (self, NULL);

  undated = g_strdup_printf (ngettext ("Also %u claim without a date", "Also %u claims without a date", n_undated),
                             n_undated);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->undated), undated);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->undated), dossier_filter_get_undated (filter));
  gtk_widget_set_visible (self->undated, n_undated > 0 || dossier_filter_get_undated (filter));

  months = dossier_session_months (self->session, &first, &n_months);
  dossier_histogram_set_months (DOSSIER_HISTOGRAM (self->histogram), first, months, n_months);
  dossier_histogram_set_range (DOSSIER_HISTOGRAM (self->histogram), query->from, query->to);
  self->updating = FALSE;
}

static void
basis_toggled_cb (DossierDatePopover *self,
                  GtkToggleButton    *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;

  for (guint basis = 0; basis < DOSSIER_N_BASES; basis++)
    {
      if (self->basis_buttons[basis] == button)
        dossier_filter_set_basis (dossier_session_filter (self->session), basis);
    }
}

static void
apply_cb (DossierDatePopover *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->updating)
    return;

  self->updating = TRUE;
  done = dossier_filter_set_dates (dossier_session_filter (self->session),
                                   gtk_editable_get_text (GTK_EDITABLE (self->from)),
                                   gtk_editable_get_text (GTK_EDITABLE (self->to)), &error);
  self->updating = FALSE;
  if (done)
    update (self);
  else
    show_hint (self, error->message);
}

static void
undated_toggled_cb (DossierDatePopover *self)
{
  if (!self->updating)
    dossier_filter_set_undated (dossier_session_filter (self->session),
                                gtk_check_button_get_active (GTK_CHECK_BUTTON (self->undated)));
}

static void
last_year_cb (DossierDatePopover *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint32 today = dossier_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                       g_date_time_get_day_of_month (now));

  dossier_filter_set_days (dossier_session_filter (self->session), today - 364, today);
}

static void
all_cb (DossierDatePopover *self)
{
  dossier_filter_clear_dates (dossier_session_filter (self->session));
}

static void
range_cb (DossierDatePopover *self,
          int                 from,
          int                 to)
{
  dossier_filter_set_days (dossier_session_filter (self->session), from, to);
}

/* The calendar of an entry: a day picked there is typed into it. */
static void
day_selected_cb (GtkCalendar *calendar,
                 GtkWidget   *entry)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *words = dossier_date_to_words (iso);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
  gtk_widget_activate (entry);
}

static GtkWidget *
make_entry (DossierDatePopover *self,
            GtkBox             *row,
            const char         *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  g_autofree char *tooltip = g_strdup_printf (_("%s: choose in a calendar"), label);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), entry, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (row, box);

  return entry;
}

static GtkWidget *
make_basis_box (DossierDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "segments");
  for (guint basis = 0; basis < DOSSIER_N_BASES; basis++)
    {
      self->basis_buttons[basis] =
        GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (dossier_date_basis_label (basis)));
      if (basis > 0)
        gtk_toggle_button_set_group (self->basis_buttons[basis], self->basis_buttons[0]);
      g_signal_connect_object (self->basis_buttons[basis], "toggled", G_CALLBACK (basis_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->basis_buttons[basis]));
    }

  return box;
}

static GtkWidget *
make_presets (DossierDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *last_year = gtk_button_new_with_label (_("Last year"));
  GtkWidget *all = gtk_button_new_with_label (_("All"));

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  g_signal_connect_object (last_year, "clicked", G_CALLBACK (last_year_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), last_year);
  gtk_box_append (GTK_BOX (box), all);

  return box;
}

static void
dossier_date_popover_map (GtkWidget *widget)
{
  update (DOSSIER_DATE_POPOVER (widget));
  GTK_WIDGET_CLASS (dossier_date_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (DOSSIER_DATE_POPOVER (widget)->from);
}

/* What was typed counts without Enter too. */
static void
dossier_date_popover_closed (GtkPopover *popover)
{
  apply_cb (DOSSIER_DATE_POPOVER (popover));
}

static void
dossier_date_popover_finalize (GObject *object)
{
  g_clear_object (&DOSSIER_DATE_POPOVER (object)->session);

  G_OBJECT_CLASS (dossier_date_popover_parent_class)->finalize (object);
}

static void
dossier_date_popover_class_init (DossierDatePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_date_popover_finalize;
  GTK_WIDGET_CLASS (klass)->map = dossier_date_popover_map;
  GTK_POPOVER_CLASS (klass)->closed = dossier_date_popover_closed;
}

static void
dossier_date_popover_init (DossierDatePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self), "date-popover");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  self->histogram = dossier_histogram_new ();
  g_signal_connect_object (self->histogram, "range-changed", G_CALLBACK (range_cb), self, G_CONNECT_SWAPPED);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint), 36);
  self->undated = gtk_check_button_new ();
  g_signal_connect_object (self->undated, "toggled", G_CALLBACK (undated_toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), make_basis_box (self));
  gtk_box_append (GTK_BOX (box), self->histogram);
  gtk_box_append (GTK_BOX (box), row);
  self->from = make_entry (self, GTK_BOX (row), _("From"));
  self->to = make_entry (self, GTK_BOX (row), _("To"));
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->undated);
  gtk_box_append (GTK_BOX (box), make_presets (self));
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  dossier_name_buttons (GTK_WIDGET (self));
}

/** dossier_date_popover_new: the dates of @session's filter; what is entered changes it at once. */
GtkWidget *
dossier_date_popover_new (DossierSession *session)
{
  DossierDatePopover *self = g_object_new (DOSSIER_TYPE_DATE_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "result-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_session_filter (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
