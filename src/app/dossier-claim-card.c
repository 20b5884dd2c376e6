/* dossier-claim-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-claim-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-claim-card.h"
#include "dossier-country-chip.h"
#include "dossier-country-names.h"
#include "dossier-edit-popover.h"
#include "dossier-kind-badge.h"
#include "dossier-names.h"
#include "dossier-words.h"
#include "dossier-wrap-box.h"

/* How the chain is written in its entry, and shown. */
#define CHAIN_SEPARATOR "›"

struct _DossierClaimCard
{
  GtkWidget       parent_instance;

  DossierSession *session;
  DossierClaim   *claim;
  GSignalGroup   *signals;
  GtkWidget      *badge;
  GtkWidget      *state;
  GtkWidget      *quote;
  GtkWidget      *speaker;
  GtkWidget      *countries;
  GtkWidget      *when;
  GtkWidget      *verdict;
  GtkWidget      *why;
  GtkWidget      *why_name;
  GtkWidget      *speaker_edit;
  GtkWidget      *countries_edit;
  GtkWidget      *when_edit;
  GtkWidget      *verdict_edit;
  GtkWidget      *confirm;
  GtkWidget      *dismiss;
};

G_DEFINE_FINAL_TYPE (DossierClaimCard, dossier_claim_card, GTK_TYPE_WIDGET)

/* "found · not reviewed": where the claim is from, and what the person said of it. */
static char *
state_words (DossierClaim *claim)
{
  DossierClaimRecord *record = dossier_claim_record (claim);
  const char *origin = record->by_person ? _("marked by you") : _("found");
  g_autofree char *review = g_utf8_strdown (dossier_review_label (record->review), -1);

  if (record->by_person && record->review != DOSSIER_REVIEW_DISMISSED)
    return g_strdup (origin);

  return g_strdup_printf ("%s · %s", origin, review);
}

/* What led to the claim, a sentence each: "‘alleges’ makes it an allegation". */
static char *
why_words (DossierSession *session,
           DossierClaim   *claim)
{
  g_autoptr (GPtrArray) sentences = dossier_reading_why (dossier_session_reading (session), claim);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      if (strstr (words->str, sentence) == NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", sentence);
    }
  if (words->len == 0)
    g_string_append (words, dossier_claim_record (claim)->by_person ? _("you marked it") : _("no rule is recorded"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_countries (DossierClaimCard *self)
{
  const char *const *codes = dossier_claim_countries (self->claim);

  dossier_wrap_box_remove_all (DOSSIER_WRAP_BOX (self->countries));
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    dossier_wrap_box_append (DOSSIER_WRAP_BOX (self->countries), dossier_country_chip_new (codes[i]));

  if (codes == NULL || codes[0] == NULL)
    {
      GtkWidget *none = gtk_label_new (_("no country named"));

      gtk_widget_add_css_class (none, "dim-label");
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (self->countries), none);
    }
}

static void
show_review (DossierClaimCard *self)
{
  DossierReview review = dossier_claim_review (self->claim);

  gtk_button_set_label (GTK_BUTTON (self->confirm),
                        review == DOSSIER_REVIEW_CONFIRMED ? _("✓ Confirmed") : _("✓ Confirm"));
  gtk_button_set_label (GTK_BUTTON (self->dismiss),
                        review == DOSSIER_REVIEW_DISMISSED ? _("Restore") : _("Dismiss"));
  if (review == DOSSIER_REVIEW_CONFIRMED)
    gtk_widget_add_css_class (self->confirm, "confirmed");
  else
    gtk_widget_remove_css_class (self->confirm, "confirmed");
}

/* "Disputed: the port has another log" */
static char *
verdict_words (DossierClaim *claim)
{
  DossierClaimRecord *record = dossier_claim_record (claim);
  const char *label = dossier_verdict_label (record->verdict);

  if (record->verdict_reason == NULL || *record->verdict_reason == '\0')
    return g_strdup (label);

  /* Translators: how the checking of a claim stands, and why */
  return g_strdup_printf (_("%s: %s"), label, record->verdict_reason);
}

static void
update (DossierClaimCard *self)
{
  g_autofree char *verdict = NULL;
  g_autofree char *state = NULL;
  g_autofree char *speaker = NULL;
  g_autofree char *when = NULL;
  g_autofree char *why = NULL;
  gboolean writable;

  if (self->claim == NULL || !dossier_claim_is_loaded (self->claim))
    return;

  state = state_words (self->claim);
  speaker = dossier_claim_speaker_text (self->claim);
  when = dossier_claim_when_text (self->claim);
  verdict = verdict_words (self->claim);
  why = why_words (self->session, self->claim);
  writable = !dossier_session_is_read_only (self->session);

  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (self->badge), dossier_claim_kind (self->claim));
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_label_set_label (GTK_LABEL (self->quote), dossier_claim_quote (self->claim));
  gtk_label_set_label (GTK_LABEL (self->speaker), speaker);
  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_label_set_label (GTK_LABEL (self->verdict), verdict);
  gtk_label_set_label (GTK_LABEL (self->why), why);
  gtk_widget_set_sensitive (self->speaker_edit, writable);
  gtk_widget_set_sensitive (self->countries_edit, writable);
  gtk_widget_set_sensitive (self->when_edit, writable);
  gtk_widget_set_sensitive (self->verdict_edit, writable);
  show_countries (self);
  show_review (self);
}

/* Fields */

static gboolean
apply_speaker_cb (DossierClaimCard   *self,
                  char              **error,
                  DossierEditPopover *popover)
{
  g_auto (GStrv) chain = g_strsplit (dossier_edit_popover_get_text (popover, 1), CHAIN_SEPARATOR, -1);
  g_autoptr (GPtrArray) via = g_ptr_array_new ();

  for (guint i = 0; chain[i] != NULL; i++)
    {
      if (*g_strstrip (chain[i]) != '\0')
        g_ptr_array_add (via, chain[i]);
    }
  g_ptr_array_add (via, NULL);
  dossier_session_set_speaker (self->session, self->claim, dossier_edit_popover_get_text (popover, 0),
                               (const char *const *)via->pdata);

  return TRUE;
}

static void
fill_speaker_cb (DossierClaimCard   *self,
                 DossierEditPopover *popover)
{
  DossierClaimRecord *record = dossier_claim_record (self->claim);
  g_autofree char *chain = g_strjoinv (" " CHAIN_SEPARATOR " ", record->via);

  dossier_edit_popover_set_text (popover, 0, record->speaker);
  dossier_edit_popover_set_text (popover, 1, chain);
}

static gboolean
apply_countries_cb (DossierClaimCard   *self,
                    char              **error,
                    DossierEditPopover *popover)
{
  g_auto (GStrv) names = g_strsplit (dossier_edit_popover_get_text (popover, 0), ",", -1);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *code;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      code = dossier_country_find (names[i]);
      if (code == NULL)
        {
          *error = g_strdup_printf (_("“%s” is no country that is known here. Write its name or its two-letter code."),
                                    names[i]);
          return FALSE;
        }
      g_ptr_array_add (codes, (gpointer)code);
    }
  g_ptr_array_add (codes, NULL);
  dossier_session_set_countries (self->session, self->claim, (const char *const *)codes->pdata);

  return TRUE;
}

static void
fill_countries_cb (DossierClaimCard   *self,
                   DossierEditPopover *popover)
{
  const char *const *codes = dossier_claim_countries (self->claim);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", dossier_country_name (codes[i]));
  dossier_edit_popover_set_text (popover, 0, names->str);
}

static gboolean
changed_text (const char *before,
              const char *after)
{
  return g_strcmp0 (before != NULL ? before : "", after) != 0;
}

static char *
date_words (const char *edtf)
{
  return edtf != NULL ? dossier_date_to_words (edtf) : g_strdup ("");
}

static gboolean
apply_when_cb (DossierClaimCard   *self,
               char              **message,
               DossierEditPopover *popover)
{
  g_autofree char *event = date_words (dossier_claim_event (self->claim));
  g_autofree char *stated = date_words (dossier_claim_stated (self->claim));
  const char *new_event = dossier_edit_popover_get_text (popover, 0);
  const char *new_stated = dossier_edit_popover_get_text (popover, 1);
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  if (changed_text (event, new_event))
    done = dossier_session_set_event (self->session, self->claim, new_event, &error);
  if (done && changed_text (stated, new_stated))
    done = dossier_session_set_stated (self->session, self->claim, new_stated, &error);
  if (!done)
    *message = g_strdup (error->message);

  return done;
}

static void
fill_when_cb (DossierClaimCard   *self,
              DossierEditPopover *popover)
{
  g_autofree char *event = date_words (dossier_claim_event (self->claim));
  g_autofree char *stated = date_words (dossier_claim_stated (self->claim));

  dossier_edit_popover_set_text (popover, 0, event);
  dossier_edit_popover_set_text (popover, 1, stated);
}

static gboolean
apply_verdict_cb (DossierClaimCard   *self,
                  char              **error,
                  DossierEditPopover *popover)
{
  dossier_session_set_verdict (self->session, self->claim, dossier_edit_popover_get_choice (popover),
                               dossier_edit_popover_get_text (popover, 0));

  return TRUE;
}

static void
fill_verdict_cb (DossierClaimCard   *self,
                 DossierEditPopover *popover)
{
  DossierClaimRecord *record = dossier_claim_record (self->claim);

  dossier_edit_popover_set_choice (popover, record->verdict);
  dossier_edit_popover_set_text (popover, 0, record->verdict_reason);
}

static GtkWidget *
make_verdict_popover (void)
{
  GtkWidget *popover = dossier_edit_popover_new (_("What your own checking came to, and what it rests on."));
  const char *verdicts[DOSSIER_N_VERDICTS + 1] = { NULL };

  for (guint i = 0; i < DOSSIER_N_VERDICTS; i++)
    verdicts[i] = dossier_verdict_label (i);
  dossier_edit_popover_add_choice (DOSSIER_EDIT_POPOVER (popover), _("Verdict"), verdicts);
  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (popover), _("Reason"));

  return popover;
}

static GtkWidget *
make_edit_button (DossierClaimCard *self,
                  GtkWidget        *popover,
                  const char       *name,
                  GCallback         fill,
                  GCallback         apply)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "edit-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (popover, "map", fill, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "apply", apply, self, G_CONNECT_SWAPPED);

  return button;
}

/* Building */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
add_row (GtkGrid    *grid,
         int         row,
         const char *name,
         GtkWidget  *value,
         GtkWidget  *edit)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_size_request (label, 74, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, edit != NULL ? 1 : 2, 1);
  if (edit != NULL)
    gtk_grid_attach (grid, edit, 2, row, 1, 1);

  return label;
}

static GtkWidget *
make_facts (DossierClaimCard *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *who = dossier_edit_popover_new (_("The chain names through whom it reached us, nearest first, divided by ›."));
  GtkWidget *where = dossier_edit_popover_new (_("Names or two-letter codes, divided by commas."));
  GtkWidget *when = dossier_edit_popover_new (_("As people write dates: “15 August 2021”, “March 2018”, “2006 to April 2021”, “about 2010”."));

  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (who), _("Said by"));
  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (who), _("Through"));
  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (where), _("Countries"));
  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (when), _("Happened"));
  dossier_edit_popover_add_entry (DOSSIER_EDIT_POPOVER (when), _("Said"));

  self->speaker = make_label (NULL);
  self->countries = dossier_wrap_box_new (4, 4, FALSE);
  gtk_widget_set_hexpand (self->countries, TRUE);
  self->when = make_label (NULL);
  self->verdict = make_label (NULL);
  self->why = make_label ("dim-label");
  self->speaker_edit = make_edit_button (self, who, _("Change who said it"), G_CALLBACK (fill_speaker_cb),
                                         G_CALLBACK (apply_speaker_cb));
  self->countries_edit = make_edit_button (self, where, _("Change the countries"), G_CALLBACK (fill_countries_cb),
                                           G_CALLBACK (apply_countries_cb));
  self->when_edit = make_edit_button (self, when, _("Change the dates"), G_CALLBACK (fill_when_cb),
                                      G_CALLBACK (apply_when_cb));

  self->verdict_edit = make_edit_button (self, make_verdict_popover (), _("Change the verdict"),
                                         G_CALLBACK (fill_verdict_cb), G_CALLBACK (apply_verdict_cb));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  add_row (GTK_GRID (grid), 0, _("Said by"), self->speaker, self->speaker_edit);
  add_row (GTK_GRID (grid), 1, _("Concerns"), self->countries, self->countries_edit);
  add_row (GTK_GRID (grid), 2, _("When"), self->when, self->when_edit);
  add_row (GTK_GRID (grid), 3, _("Checked"), self->verdict, self->verdict_edit);
  self->why_name = add_row (GTK_GRID (grid), 4, _("Why"), self->why, NULL);

  return grid;
}

static GtkWidget *
make_buttons (DossierClaimCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *change = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  static const DossierKind kinds[] = {
    DOSSIER_KIND_ALLEGATION, DOSSIER_KIND_DENIAL, DOSSIER_KIND_FINDING,
    DOSSIER_KIND_ACTION, DOSSIER_KIND_STATEMENT, DOSSIER_KIND_FACT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.set-kind::%s", dossier_kind_nick (kinds[i]));

      g_menu_append (menu, dossier_kind_label (kinds[i]), action);
    }

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->confirm = gtk_button_new_with_label (_("✓ Confirm"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->confirm), "win.confirm");
  gtk_widget_set_tooltip_text (self->confirm, _("Confirm (C)"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (change), _("Change"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (change), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (change, _("Another kind (1 to 6)"));
  self->dismiss = gtk_button_new_with_label (_("Dismiss"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->dismiss), "win.dismiss");
  gtk_widget_set_tooltip_text (self->dismiss, _("Dismiss (D)"));

  gtk_box_append (GTK_BOX (box), self->confirm);
  gtk_box_append (GTK_BOX (box), change);
  gtk_box_append (GTK_BOX (box), self->dismiss);

  return box;
}

static void
dossier_claim_card_dispose (GObject *object)
{
  DossierClaimCard *self = DOSSIER_CLAIM_CARD (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->claim);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_claim_card_parent_class)->dispose (object);
}

static void
dossier_claim_card_class_init (DossierClaimCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_claim_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_claim_card_init (DossierClaimCard *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector-card");

  self->badge = dossier_kind_badge_new (DOSSIER_KIND_FACT);
  self->state = make_label ("dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->state), 1);
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_set_valign (self->state, GTK_ALIGN_CENTER);
  self->quote = make_label ("card-quote");
  gtk_label_set_selectable (GTK_LABEL (self->quote), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->quote), 8);
  gtk_label_set_ellipsize (GTK_LABEL (self->quote), PANGO_ELLIPSIZE_END);

  gtk_box_append (GTK_BOX (top), self->badge);
  gtk_box_append (GTK_BOX (top), self->state);
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));
  gtk_widget_set_parent (make_facts (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_buttons (self), GTK_WIDGET (self));

  dossier_name_buttons (GTK_WIDGET (self));
  self->signals = g_signal_group_new (DOSSIER_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Claim"), -1);
}

/**
 * dossier_claim_card_new:
 *
 * Returns: (transfer floating): a card that shows no claim yet
 */
GtkWidget *
dossier_claim_card_new (void)
{
  return g_object_new (DOSSIER_TYPE_CLAIM_CARD, NULL);
}

/** dossier_claim_card_set_compact: without the quote and the reasons, where the text itself is in view. */
void
dossier_claim_card_set_compact (DossierClaimCard *self,
                                gboolean          compact)
{
  g_return_if_fail (DOSSIER_IS_CLAIM_CARD (self));

  gtk_widget_set_visible (self->quote, !compact);
  gtk_widget_set_visible (self->why, !compact);
  gtk_widget_set_visible (self->why_name, !compact);
}

/** dossier_claim_card_set_claim: shows @claim, which may be NULL, and follows it. */
void
dossier_claim_card_set_claim (DossierClaimCard *self,
                              DossierSession   *session,
                              DossierClaim     *claim)
{
  g_return_if_fail (DOSSIER_IS_CLAIM_CARD (self));

  g_set_object (&self->session, session);
  g_set_object (&self->claim, claim);
  g_signal_group_set_target (self->signals, claim);
  update (self);
}
