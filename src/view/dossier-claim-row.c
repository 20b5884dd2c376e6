/* dossier-claim-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claim-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-claim-row.h"
#include "dossier-claim.h"
#include "dossier-country-chips.h"
#include "dossier-kind-badge.h"
#include "dossier-words.h"

struct _DossierClaimRow
{
  DossierRow  parent_instance;

  GtkWidget  *badge;
  GtkWidget  *when;
  GtkWidget  *quote;
  GtkWidget  *speaker;
  GtkWidget  *review;
  GtkWidget  *chips;
};

G_DEFINE_FINAL_TYPE (DossierClaimRow, dossier_claim_row, DOSSIER_TYPE_ROW)

static void
update_review (DossierClaimRow *self,
               DossierReview    review)
{
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
dossier_claim_row_update (DossierRow  *row,
                          DossierItem *item)
{
  DossierClaimRow *self = DOSSIER_CLAIM_ROW (row);
  DossierClaim *claim = DOSSIER_CLAIM (item);
  g_autofree char *date = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *spoken = NULL;

  date = dossier_date_to_words (dossier_claim_event (claim) != NULL ? dossier_claim_event (claim)
                                                                    : dossier_claim_stated (claim));
  speaker = dossier_claim_speaker_text (claim);
  spoken = dossier_claim_spoken_text (claim);

  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (self->badge), dossier_claim_kind (claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->when), date);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->quote), dossier_claim_quote (claim));
  gtk_widget_set_tooltip_text (self->quote, dossier_claim_quote (claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->speaker), speaker);
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (self->chips), dossier_claim_countries (claim));
  update_review (self, dossier_claim_review (claim));
  dossier_row_set_spoken (GTK_WIDGET (self), spoken);
}

static void
dossier_claim_row_class_init (DossierClaimRowClass *klass)
{
  DOSSIER_ROW_CLASS (klass)->update = dossier_claim_row_update;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "claimrow");
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
}

/**
 * dossier_claim_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dossier_claim_row_new (void)
{
  return g_object_new (DOSSIER_TYPE_CLAIM_ROW, NULL);
}
