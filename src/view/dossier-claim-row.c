/* dossier-claim-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claim-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-claim-row.h"
#include "dossier-country-chips.h"
#include "dossier-kind-badge.h"
#include "dossier-row.h"
#include "dossier-words.h"

struct _DossierClaimRow
{
  GtkWidget     parent_instance;

  DossierClaim *claim;
  GSignalGroup *signals;
  GtkWidget    *badge;
  GtkWidget    *when;
  GtkWidget    *quote;
  GtkWidget    *speaker;
  GtkWidget    *review;
  GtkWidget    *chips;
};

G_DEFINE_FINAL_TYPE (DossierClaimRow, dossier_claim_row, GTK_TYPE_WIDGET)

static void
update_review (DossierClaimRow *self)
{
  DossierReview review = dossier_claim_review (self->claim);

  gtk_widget_set_visible (self->review, review != DOSSIER_REVIEW_SUGGESTED);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->review),
                                review == DOSSIER_REVIEW_CONFIRMED ? "object-select-symbolic"
                                                                   : "window-close-symbolic");
  gtk_widget_set_tooltip_text (self->review, dossier_review_label (review));
  if (review == DOSSIER_REVIEW_DISMISSED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dismissed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dismissed");
}

static void
update (DossierClaimRow *self)
{
  g_autofree char *date = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *spoken = NULL;

  if (!dossier_claim_is_loaded (self->claim))
    return;

  date = dossier_date_to_words (dossier_claim_event (self->claim) != NULL ? dossier_claim_event (self->claim)
                                                                          : dossier_claim_stated (self->claim));
  speaker = dossier_claim_speaker_text (self->claim);
  spoken = dossier_claim_spoken_text (self->claim);

  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (self->badge), dossier_claim_kind (self->claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->when), date);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->quote), dossier_claim_quote (self->claim));
  gtk_widget_set_tooltip_text (self->quote, dossier_claim_quote (self->claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->speaker), speaker);
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (self->chips), dossier_claim_countries (self->claim));
  update_review (self);
  dossier_row_set_spoken (GTK_WIDGET (self), spoken);
}

static void
dossier_claim_row_dispose (GObject *object)
{
  DossierClaimRow *self = DOSSIER_CLAIM_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->claim);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_claim_row_parent_class)->dispose (object);
}

static void
dossier_claim_row_class_init (DossierClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_claim_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_claim_row_init (DossierClaimRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);

  self->badge = dossier_kind_badge_new (DOSSIER_KIND_FACT);
  self->when = dossier_row_text (1, "row-details");
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->when), 1);
  gtk_widget_set_valign (self->when, GTK_ALIGN_CENTER);
  self->quote = dossier_row_text (2, "row-quote");
  self->speaker = dossier_row_text (1, "row-details");
  gtk_widget_set_valign (self->speaker, GTK_ALIGN_CENTER);
  self->review = gtk_image_new ();
  gtk_widget_add_css_class (self->review, "review-mark");
  self->chips = dossier_country_chips_new ();

  gtk_box_append (GTK_BOX (top), self->badge);
  gtk_box_append (GTK_BOX (top), self->review);
  gtk_box_append (GTK_BOX (top), self->when);
  gtk_box_append (GTK_BOX (bottom), self->speaker);
  gtk_box_append (GTK_BOX (bottom), self->chips);
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));
  gtk_widget_set_parent (bottom, GTK_WIDGET (self));

  self->signals = g_signal_group_new (DOSSIER_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
}

GtkWidget *
dossier_claim_row_new (void)
{
  return g_object_new (DOSSIER_TYPE_CLAIM_ROW, NULL);
}

/** dossier_claim_row_set: shows @item, and follows it; NULL lets go of it. */
void
dossier_claim_row_set (DossierClaimRow *self,
                       DossierClaim    *item)
{
  g_return_if_fail (DOSSIER_IS_CLAIM_ROW (self));

  g_set_object (&self->claim, item);
  g_signal_group_set_target (self->signals, item);
  if (item != NULL)
    update (self);
}
