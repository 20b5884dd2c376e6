/* dossier-filter-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-filter-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-date-popover.h"
#include "dossier-facet-popover.h"
#include "dossier-filter-bar.h"
#include "dossier-filter-chip.h"

struct _DossierFilterBar
{
  GtkWidget       parent_instance;

  DossierSession *session;
  GSignalGroup   *filter_signals;
  GSignalGroup   *session_signals;
  GtkWidget      *scroller;
  GtkWidget      *chip_box;
  GtkWidget      *facet_chips[DOSSIER_N_FACETS];
  GtkWidget      *date_chip;
  GtkWidget      *count;
  GtkWidget      *clear;
  GtkWidget      *review;
  gboolean        reviewing;
};

G_DEFINE_FINAL_TYPE (DossierFilterBar, dossier_filter_bar, GTK_TYPE_WIDGET)

/* As the pictures have them: where and when first. */
static const DossierFacetKind order[] = {
  DOSSIER_FACET_COUNTRY, DOSSIER_FACET_KIND, DOSSIER_FACET_SPEAKER, DOSSIER_FACET_TAG, DOSSIER_FACET_REVIEW,
};

static void
update_chips (DossierFilterBar *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);
  g_autofree char *dates = dossier_filter_dates_text (filter);
  gboolean dated = *dates != '\0';

  for (guint facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      g_autofree char *words = dossier_filter_chip_text (filter, facet);
      DossierFilterChip *chip = DOSSIER_FILTER_CHIP (self->facet_chips[facet]);

      dossier_filter_chip_set_label (chip, words);
      dossier_filter_chip_set_active (chip, dossier_filter_n_values (filter, facet) > 0);
    }
  dossier_filter_chip_set_label (DOSSIER_FILTER_CHIP (self->date_chip), dated ? dates : _("Date"));
  dossier_filter_chip_set_active (DOSSIER_FILTER_CHIP (self->date_chip), dated);
  gtk_widget_set_visible (self->clear, dossier_filter_is_active (filter));
}

static void
update_count (DossierFilterBar *self)
{
  g_autofree char *words = NULL;

  if (self->reviewing)
    {
      guint n_left = dossier_session_n_reviewed (self->session, DOSSIER_REVIEW_SUGGESTED);
      guint n_decided = dossier_session_n_reviewed (self->session, DOSSIER_REVIEW_CONFIRMED)
                        + dossier_session_n_reviewed (self->session, DOSSIER_REVIEW_DISMISSED);

      /* Translators: how many claims the person has confirmed or dismissed, "12 of 87 decided" */
      words = g_strdup_printf (_("%u of %u decided"), n_decided, n_decided + n_left);
    }
  else
    {
      words = dossier_session_count_text (self->session);
    }

  gtk_label_set_label (GTK_LABEL (self->count), words);
}

static void
chip_clear_cb (DossierFilterChip *chip,
               DossierFilterBar  *self)
{
  DossierFilter *filter = dossier_session_filter (self->session);

  if (GTK_WIDGET (chip) == self->date_chip)
    {
      dossier_filter_clear_dates (filter);
      dossier_filter_set_undated (filter, FALSE);
      return;
    }
  for (guint facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      if (GTK_WIDGET (chip) == self->facet_chips[facet])
        dossier_filter_clear_facet (filter, facet);
    }
}

static void
clear_cb (DossierFilterBar *self)
{
  if (self->session != NULL)
    dossier_filter_clear (dossier_session_filter (self->session));
}

static void
dossier_filter_bar_dispose (GObject *object)
{
  DossierFilterBar *self = DOSSIER_FILTER_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->filter_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_filter_bar_parent_class)->dispose (object);
}

static void
dossier_filter_bar_class_init (DossierFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_chip (DossierFilterBar *self,
          GtkWidget        *popover)
{
  GtkWidget *chip = dossier_filter_chip_new ("");

  dossier_filter_chip_set_popover (DOSSIER_FILTER_CHIP (chip), GTK_POPOVER (popover));
  g_signal_connect_object (chip, "clear", G_CALLBACK (chip_clear_cb), self, 0);
  gtk_box_append (GTK_BOX (self->chip_box), chip);

  return chip;
}

static void
dossier_filter_bar_init (DossierFilterBar *self)
{
  self->filter_signals = g_signal_group_new (DOSSIER_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (update_chips), self);
  self->session_signals = g_signal_group_new (DOSSIER_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "result-changed", G_CALLBACK (update_count), self);

  self->chip_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->chip_box);
  /* Chips keep their words; what does not fit is scrolled to. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))),
                                     GTK_SCROLL_NATURAL);
  gtk_widget_set_hexpand (self->scroller, TRUE);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  self->clear = gtk_button_new_with_mnemonic (_("C_lear"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "clear-filter");
  gtk_widget_set_tooltip_text (self->clear, _("Clear the filter (Ctrl+Shift+K)"));
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  self->review = gtk_button_new_with_label (_("Review"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->review), "win.review-mode");
  gtk_widget_add_css_class (self->review, "flat");
  gtk_widget_add_css_class (self->review, "clear-filter");
  gtk_widget_set_tooltip_text (self->review, _("Decide one suggestion after the other (R)"));
  gtk_widget_set_valign (self->review, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->review, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
}

/**
 * dossier_filter_bar_new:
 *
 * Returns: (transfer floating): a bar that filters nothing until it has a session
 */
GtkWidget *
dossier_filter_bar_new (void)
{
  return g_object_new (DOSSIER_TYPE_FILTER_BAR, NULL);
}

/** dossier_filter_bar_set_session: once, when the dossier is open. */
void
dossier_filter_bar_set_session (DossierFilterBar *self,
                                DossierSession   *session)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->facet_chips[order[i]] =
        add_chip (self, dossier_facet_popover_new (dossier_session_facet (session, order[i])));
      if (order[i] == DOSSIER_FACET_COUNTRY)
        self->date_chip = add_chip (self, dossier_date_popover_new (session));
    }

  g_signal_group_set_target (self->filter_signals, dossier_session_filter (session));
  g_signal_group_set_target (self->session_signals, session);
  update_chips (self);
  update_count (self);
}

/** dossier_filter_bar_set_compact: only the chips, where there is little room. */
void
dossier_filter_bar_set_compact (DossierFilterBar *self,
                                gboolean          compact)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));

  gtk_widget_set_visible (self->count, !compact);
  gtk_widget_set_visible (self->review, !compact);
}

/** dossier_filter_bar_set_reviewing: shows how far the reviewing has come, in the place of the number of claims. */
void
dossier_filter_bar_set_reviewing (DossierFilterBar *self,
                                  gboolean          reviewing)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));

  self->reviewing = reviewing;
  gtk_button_set_label (GTK_BUTTON (self->review), reviewing ? _("End Review") : _("Review"));
  if (self->session != NULL)
    update_count (self);
}

/** dossier_filter_bar_hide_facet: leaves out the chip of @facet. */
void
dossier_filter_bar_hide_facet (DossierFilterBar *self,
                               DossierFacetKind  facet)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));
  g_return_if_fail (self->session != NULL);

  gtk_widget_set_visible (self->facet_chips[facet], FALSE);
}

/**
 * dossier_filter_bar_popup:
 * @facet: DOSSIER_FACET_…, or -1 for the dates
 *
 * Opens the list of one part of the filter.
 */
void
dossier_filter_bar_popup (DossierFilterBar *self,
                          int               facet)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));
  g_return_if_fail (facet < DOSSIER_N_FACETS);

  if (self->session != NULL)
    dossier_filter_chip_popup (DOSSIER_FILTER_CHIP (facet < 0 ? self->date_chip : self->facet_chips[facet]));
}
