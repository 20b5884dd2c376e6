/* dossier-answer-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-answer-card"

#include "config.h"

#include "dossier-answer-card.h"
#include "dossier-kind-badge.h"
#include "dossier-row.h"

struct _DossierAnswerCard
{
  GtkButton     parent_instance;

  DossierClaim *claim;
  GSignalGroup *claim_signals;
  GSignalGroup *source_signals;
  GtkWidget    *badge;
  GtkWidget    *source;
  GtkWidget    *quote;
  GtkWidget    *speaker;
};

G_DEFINE_FINAL_TYPE (DossierAnswerCard, dossier_answer_card, GTK_TYPE_BUTTON)

/* "Harbour Watch · 15 August 2021" */
static char *
source_text (DossierSource *source)
{
  const char *outlet = dossier_source_outlet (source);

  return g_strdup_printf ("%s · %s", outlet != NULL && *outlet != '\0' ? outlet : dossier_source_title (source),
                          dossier_source_date_text (source));
}

static void
update_source (DossierAnswerCard *self)
{
  DossierSource *source = self->claim != NULL ? dossier_claim_source (self->claim) : NULL;
  g_autofree char *words = NULL;

  if (source == NULL || !dossier_source_is_loaded (source))
    return;

  words = source_text (source);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->source), words);
  gtk_widget_set_tooltip_text (self->source, dossier_source_title (source));
}

static void
update (DossierAnswerCard *self)
{
  g_autofree char *speaker = NULL;
  g_autofree char *spoken = NULL;

  if (self->claim == NULL || !dossier_claim_is_loaded (self->claim))
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (self->quote), NULL);
      gtk_inscription_set_text (GTK_INSCRIPTION (self->speaker), NULL);
      gtk_inscription_set_text (GTK_INSCRIPTION (self->source), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
      return;
    }

  speaker = dossier_claim_speaker_text (self->claim);
  spoken = dossier_claim_spoken_text (self->claim);
  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (self->badge), dossier_claim_kind (self->claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->quote), dossier_claim_quote (self->claim));
  gtk_widget_set_tooltip_text (self->quote, dossier_claim_quote (self->claim));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->speaker), speaker);
  gtk_widget_set_tooltip_text (self->speaker, speaker);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_group_set_target (self->source_signals, dossier_claim_source (self->claim));
  update_source (self);
}

static void
dossier_answer_card_dispose (GObject *object)
{
  DossierAnswerCard *self = DOSSIER_ANSWER_CARD (object);

  g_clear_object (&self->claim_signals);
  g_clear_object (&self->source_signals);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (dossier_answer_card_parent_class)->dispose (object);
}

static void
dossier_answer_card_class_init (DossierAnswerCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_answer_card_dispose;
}

static void
dossier_answer_card_init (DossierAnswerCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->badge = dossier_kind_badge_new (DOSSIER_KIND_ALLEGATION);
  self->source = dossier_row_text (1, "row-details");
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->source), 1);
  gtk_widget_set_valign (self->source, GTK_ALIGN_CENTER);
  self->quote = dossier_row_text (2, "row-quote");
  self->speaker = dossier_row_text (1, "answer-speaker");

  gtk_box_append (GTK_BOX (top), self->badge);
  gtk_box_append (GTK_BOX (top), self->source);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->quote);
  gtk_box_append (GTK_BOX (box), self->speaker);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "answer-card");

  self->claim_signals = g_signal_group_new (DOSSIER_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->claim_signals, "changed", G_CALLBACK (update), self);
  self->source_signals = g_signal_group_new (DOSSIER_TYPE_SOURCE);
  g_signal_group_connect_swapped (self->source_signals, "changed", G_CALLBACK (update_source), self);
}

/**
 * dossier_answer_card_new:
 *
 * Returns: (transfer floating): a card that shows no claim yet
 */
GtkWidget *
dossier_answer_card_new (void)
{
  return g_object_new (DOSSIER_TYPE_ANSWER_CARD, NULL);
}

/** dossier_answer_card_set: shows @claim, and follows it; NULL lets go of it. */
void
dossier_answer_card_set (DossierAnswerCard *self,
                         DossierClaim      *claim)
{
  g_return_if_fail (DOSSIER_IS_ANSWER_CARD (self));

  if (self->claim == claim)
    return;

  g_set_object (&self->claim, claim);
  g_signal_group_set_target (self->claim_signals, claim);
  g_signal_group_set_target (self->source_signals, NULL);
  update (self);
}

/** dossier_answer_card_get: the claim it shows, borrowed, or NULL. */
DossierClaim *
dossier_answer_card_get (DossierAnswerCard *self)
{
  g_return_val_if_fail (DOSSIER_IS_ANSWER_CARD (self), NULL);

  return self->claim;
}
