/* dossier-answer-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-answer-row"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-answer-card.h"
#include "dossier-answer-row.h"
#include "dossier-row.h"

struct _DossierAnswerRow
{
  GtkWidget          parent_instance;

  DossierSession    *session;
  DossierAnswersRow *item;
  GtkWidget         *heading;
  GtkWidget         *sides;
  GtkWidget         *left;
  GtkWidget         *allegation;
  GtkWidget         *right;
  GtkWidget         *answer;
  GtkWidget         *denial;
  GtkWidget         *show;
  GtkWidget         *link;
};

enum
{
  OPEN,
  LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierAnswerRow, dossier_answer_row, GTK_TYPE_WIDGET)

static void
card_clicked_cb (DossierAnswerRow  *self,
                 DossierAnswerCard *card)
{
  DossierClaim *claim = dossier_answer_card_get (card);

  if (claim != NULL)
    g_signal_emit (self, signals[OPEN], 0, claim);
}

static void
show_cb (DossierAnswerRow *self)
{
  g_autoptr (DossierClaim) claim = NULL;

  if (self->item == NULL || dossier_answers_row_denial (self->item) == 0)
    return;

  claim = dossier_session_get_claim_by_id (self->session, dossier_answers_row_denial (self->item));
  g_signal_emit (self, signals[OPEN], 0, claim);
}

static void
link_cb (DossierAnswerRow *self)
{
  g_autoptr (DossierClaim) claim = NULL;

  if (self->item == NULL)
    return;

  claim = dossier_session_get_claim_by_id (self->session, dossier_answers_row_group (self->item));
  g_signal_emit (self, signals[LINK], 0, claim, self->link);
}

static void
set_card (DossierAnswerRow *self,
          GtkWidget        *stack,
          GtkWidget        *card,
          gint64            id,
          const char       *otherwise)
{
  g_autoptr (DossierClaim) claim = id != 0 ? dossier_session_get_claim_by_id (self->session, id) : NULL;

  dossier_answer_card_set (DOSSIER_ANSWER_CARD (card), claim);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), claim != NULL ? "card" : otherwise);
}

/* "Back door, Pakistan · repeated 2 times, first by BES, 11 August 2021", the first part bold. */
static void
update_heading (DossierAnswerRow *self)
{
  const char *title = dossier_answers_row_title (self->item);
  const char *details = dossier_answers_row_details (self->item);
  g_autofree char *text = g_strconcat (title, *title != '\0' && *details != '\0' ? " · " : "", details, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *dim = pango_attr_foreground_alpha_new (G_MAXUINT16 * 7 / 10);

  bold->end_index = strlen (title);
  dim->start_index = strlen (title);
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, dim);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->heading), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->heading), attributes);
  gtk_widget_set_tooltip_text (self->heading, *text != '\0' ? text : NULL);
}

static void
update (DossierAnswerRow *self)
{
  gboolean first = dossier_answers_row_is_first (self->item);
  gboolean no_reply = first && dossier_answers_row_no_reply (self->item);

  if (first)
    gtk_widget_add_css_class (GTK_WIDGET (self), "first");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "first");
  update_heading (self);
  set_card (self, self->left, self->allegation, dossier_answers_row_allegation (self->item), "nothing");
  set_card (self, self->right, self->answer, dossier_answers_row_answer (self->item),
            no_reply ? "no-reply" : "nothing");
  gtk_inscription_set_text (GTK_INSCRIPTION (self->denial), dossier_answers_row_denial_text (self->item));
  gtk_widget_set_tooltip_text (self->denial, dossier_answers_row_denial_text (self->item));
  gtk_widget_set_visible (self->denial, dossier_answers_row_denial (self->item) != 0);
  gtk_widget_set_visible (self->show, dossier_answers_row_denial (self->item) != 0);
  gtk_widget_set_visible (self->link, !dossier_session_is_read_only (self->session));
}

static void
dossier_answer_row_dispose (GObject *object)
{
  DossierAnswerRow *self = DOSSIER_ANSWER_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_answer_row_parent_class)->dispose (object);
}

static void
dossier_answer_row_class_init (DossierAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_answer_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answerrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, DOSSIER_TYPE_CLAIM);
  signals[LINK] = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, DOSSIER_TYPE_CLAIM, GTK_TYPE_WIDGET);
}

static GtkWidget *
make_word_button (DossierAnswerRow *self,
                  const char       *words,
                  GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "word-button");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

/* "No reply found in these sources." */
static GtkWidget *
make_no_reply (DossierAnswerRow *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = dossier_row_text (1, NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (words), _("No reply found in these sources."));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (words), .5);
  self->denial = dossier_row_text (1, NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->denial), .5);
  self->show = make_word_button (self, _("Show"), G_CALLBACK (show_cb));
  gtk_widget_set_tooltip_text (self->show, _("Show this denial in its text"));
  self->link = make_word_button (self, _("Link a Claim"), G_CALLBACK (link_cb));
  gtk_widget_set_tooltip_text (self->link, _("Choose a claim that answers it"));

  gtk_box_append (GTK_BOX (buttons), self->show);
  gtk_box_append (GTK_BOX (buttons), self->link);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->denial);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (frame), box);
  gtk_widget_add_css_class (frame, "no-reply");

  return frame;
}

static GtkWidget *
make_side (DossierAnswerRow  *self,
           GtkWidget        **card)
{
  GtkWidget *stack = gtk_stack_new ();

  *card = dossier_answer_card_new ();
  g_signal_connect_object (*card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (stack), *card, "card");
  gtk_stack_add_named (GTK_STACK (stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "nothing");
  gtk_widget_set_hexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (self->sides), stack);

  return stack;
}

static void
dossier_answer_row_init (DossierAnswerRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->heading = dossier_row_text (1, "answer-heading");
  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), TRUE);
  self->left = make_side (self, &self->allegation);
  self->right = make_side (self, &self->answer);
  gtk_stack_add_named (GTK_STACK (self->right), make_no_reply (self), "no-reply");

  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->sides, GTK_WIDGET (self));
}

/** dossier_answer_row_new: the cards take their claims from @session. */
GtkWidget *
dossier_answer_row_new (DossierSession *session)
{
  DossierAnswerRow *self = g_object_new (DOSSIER_TYPE_ANSWER_ROW, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/** dossier_answer_row_set: shows @item; NULL lets go of it. */
void
dossier_answer_row_set (DossierAnswerRow  *self,
                        DossierAnswersRow *item)
{
  g_return_if_fail (DOSSIER_IS_ANSWER_ROW (self));

  g_set_object (&self->item, item);
  if (item != NULL)
    {
      update (self);
      return;
    }
  dossier_answer_card_set (DOSSIER_ANSWER_CARD (self->allegation), NULL);
  dossier_answer_card_set (DOSSIER_ANSWER_CARD (self->answer), NULL);
}

/** dossier_answer_row_set_narrow: the answer stands below the allegation. */
void
dossier_answer_row_set_narrow (DossierAnswerRow *self,
                               gboolean          narrow)
{
  g_return_if_fail (DOSSIER_IS_ANSWER_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->sides), narrow ? 6 : 20);
}
