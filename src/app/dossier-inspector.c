/* dossier-inspector.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-inspector"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-claim-card.h"
#include "dossier-inspector.h"
#include "dossier-kind-badge.h"
#include "dossier-link-candidates.h"
#include "dossier-link-popover.h"
#include "dossier-note-card.h"
#include "dossier-row.h"
#include "dossier-source-card.h"
#include "dossier-words.h"

/* A list box holds this many rows well; the Claims list has the rest. */
#define OUTLINE_LIMIT 200

struct _DossierInspector
{
  GtkWidget       parent_instance;

  DossierSession *session;
  GtkWidget      *stack;
  GtkWidget      *claim_card;
  GtkWidget      *source_card;
  GtkWidget      *links_box;
  GtkWidget      *add_link;
  GtkWidget      *link_popover;
  GtkWidget      *notes_box;
  GtkWidget      *add_note;
  GtkWidget      *outline_box;
  GtkWidget      *outline;
  GtkWidget      *outline_more;
};

G_DEFINE_FINAL_TYPE (DossierInspector, dossier_inspector, GTK_TYPE_WIDGET)

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* Links */

static void
link_activated_cb (DossierInspector *self,
                   GtkListBoxRow    *row)
{
  dossier_session_set_claim (self->session, g_object_get_data (G_OBJECT (row), "claim"));
}

static void
remove_link_cb (DossierInspector *self,
                GtkWidget        *button)
{
  dossier_session_remove_link (self->session, g_object_get_data (G_OBJECT (button), "link"));
}

/* A claim in one row: sign, who says it, and what. Also for the outline. */
static GtkWidget *
make_claim_row (DossierClaim *claim,
                gboolean      with_speaker)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = dossier_kind_badge_new (dossier_claim_kind (claim));
  GtkWidget *text = dossier_row_text (2, NULL);
  g_autofree char *speaker = dossier_claim_speaker_text (claim);
  g_autofree char *words = NULL;
  g_autofree char *spoken = dossier_claim_spoken_text (claim);

  words = with_speaker ? g_strdup_printf ("%s: %s", speaker, dossier_claim_quote (claim))
                       : g_strdup (dossier_claim_quote (claim));
  dossier_kind_badge_set_small (DOSSIER_KIND_BADGE (badge), TRUE);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_inscription_set_text (GTK_INSCRIPTION (text), words);
  gtk_widget_set_tooltip_text (text, dossier_claim_quote (claim));
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "claim", g_object_ref (claim), g_object_unref);

  return row;
}

static GtkWidget *
add_card (GtkWidget  *box,
          const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (card, "inspector-card");
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (box), card);

  return card;
}

static GtkWidget *
make_list (DossierInspector *self,
           const char       *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);

  return list;
}

/* The other end of a link, with what ties the two, and a button that takes the link away. */
static GtkWidget *
make_link_row (DossierInspector *self,
               DossierLink      *link)
{
  GtkWidget *row = make_claim_row (dossier_link_other (link), TRUE);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "remove-link");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (remove, _("Remove this link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this link"), -1);
  gtk_widget_set_visible (remove, !dossier_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (remove), "link", g_object_ref (link), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_link_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), remove);

  return row;
}

/* One card for each heading: "Answered by", "Repeats", … */
static void
show_links (DossierInspector *self,
            DossierClaim     *claim)
{
  g_autoptr (GPtrArray) links = dossier_reading_links (dossier_session_reading (self->session), claim);
  g_autoptr (GHashTable) lists = g_hash_table_new (g_str_hash, g_str_equal);

  empty_box (self->links_box);
  for (guint i = 0; i < links->len; i++)
    {
      DossierLink *link = g_ptr_array_index (links, i);
      const char *heading = dossier_link_heading (link);
      GtkWidget *list = g_hash_table_lookup (lists, heading);

      if (list == NULL)
        {
          list = make_list (self, heading);
          gtk_box_append (GTK_BOX (add_card (self->links_box, heading)), list);
          g_hash_table_insert (lists, (gpointer)heading, list);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_link_row (self, link));
    }
  gtk_widget_set_visible (self->links_box, links->len > 0);
}

/* Notes */

static gboolean
same_notes (DossierInspector *self,
            GPtrArray        *notes)
{
  GtkWidget *child = gtk_widget_get_first_child (self->notes_box);

  for (guint i = 0; i < notes->len; i++)
    {
      if (child == NULL || dossier_note_card_get_note (DOSSIER_NOTE_CARD (child)) != g_ptr_array_index (notes, i))
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }

  return child == NULL;
}

/* The notes of the claim; without one, the note that is selected and those on the source. */
static GPtrArray *
notes_to_show (DossierInspector *self,
               DossierClaim     *claim)
{
  GPtrArray *notes = dossier_reading_claim_notes (dossier_session_reading (self->session), claim);
  DossierNote *selected = dossier_session_get_note (self->session);

  if (selected != NULL && !g_ptr_array_find (notes, selected, NULL))
    g_ptr_array_insert (notes, 0, g_object_ref (selected));

  return notes;
}

/* Cards that stay keep what is being typed in them. */
static void
show_notes (DossierInspector *self,
            DossierClaim     *claim)
{
  g_autoptr (GPtrArray) notes = notes_to_show (self, claim);

  if (same_notes (self, notes))
    return;

  empty_box (self->notes_box);
  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (GTK_BOX (self->notes_box),
                    dossier_note_card_new (self->session, g_ptr_array_index (notes, i)));
}

/* Outline */

static void
show_outline (DossierInspector *self)
{
  GListModel *claims = dossier_reading_claims (dossier_session_reading (self->session));
  guint n_claims = g_list_model_get_n_items (claims);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->outline), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->outline), GTK_WIDGET (row));

  for (guint i = 0; i < MIN (n_claims, OUTLINE_LIMIT); i++)
    {
      g_autoptr (DossierClaim) claim = g_list_model_get_item (claims, i);

      gtk_list_box_append (GTK_LIST_BOX (self->outline), make_claim_row (claim, FALSE));
    }
  gtk_widget_set_visible (self->outline_box, n_claims > 0);
  gtk_widget_set_visible (self->outline_more, n_claims > OUTLINE_LIMIT);
}

static void
update (DossierInspector *self)
{
  DossierSource *source = dossier_session_get_source (self->session);
  DossierClaim *claim = dossier_session_get_claim (self->session);
  gboolean writable = !dossier_session_is_read_only (self->session);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), source == NULL && claim == NULL ? "nothing" : "cards");
  gtk_widget_set_visible (self->claim_card, claim != NULL);
  gtk_widget_set_visible (self->source_card, claim == NULL && source != NULL);
  gtk_widget_set_visible (self->add_note, writable && source != NULL);
  gtk_button_set_label (GTK_BUTTON (self->add_note), claim != NULL ? _("Write a Note on This Claim")
                                                                   : _("Write a Note on This Source"));
  dossier_claim_card_set_claim (DOSSIER_CLAIM_CARD (self->claim_card), self->session, claim);
  dossier_source_card_set_source (DOSSIER_SOURCE_CARD (self->source_card), self->session, source);
  show_notes (self, claim);

  gtk_widget_set_visible (self->add_link, writable && claim != NULL);
  dossier_link_popover_set_claim (DOSSIER_LINK_POPOVER (self->link_popover), self->session, claim);
  if (claim != NULL)
    {
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add_link),
                                 dossier_link_claim_is_answer (claim) ? _("Link What It Answers")
                                                                      : _("Link an Answer"));
      show_links (self, claim);
      gtk_widget_set_visible (self->outline_box, FALSE);
    }
  else
    {
      gtk_widget_set_visible (self->links_box, FALSE);
      show_outline (self);
    }
}

static void
add_note_cb (DossierInspector *self)
{
  DossierSpan none = { 0, 0 };

  dossier_session_add_note (self->session, dossier_session_get_claim (self->session), none, "", NULL, NULL);
}

static void
dossier_inspector_dispose (GObject *object)
{
  DossierInspector *self = DOSSIER_INSPECTOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_inspector_parent_class)->dispose (object);
}

static void
dossier_inspector_class_init (DossierInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static GtkWidget *
make_cards (DossierInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->claim_card = dossier_claim_card_new ();
  self->source_card = dossier_source_card_new ();
  self->links_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->link_popover = dossier_link_popover_new ();
  self->add_link = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->add_link), self->link_popover);
  gtk_widget_add_css_class (self->add_link, "flat");
  self->notes_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->add_note = gtk_button_new_with_label (_("Write a Note on This Claim"));
  gtk_widget_add_css_class (self->add_note, "flat");
  g_signal_connect_object (self->add_note, "clicked", G_CALLBACK (add_note_cb), self, G_CONNECT_SWAPPED);

  self->outline_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->outline = make_list (self, _("Claims in this source"));
  self->outline_more = gtk_label_new (_("The Claims list has the rest."));
  gtk_widget_add_css_class (self->outline_more, "dim-label");
  {
    GtkWidget *card = add_card (self->outline_box, _("Claims"));

    gtk_box_append (GTK_BOX (card), self->outline);
    gtk_box_append (GTK_BOX (card), self->outline_more);
  }

  gtk_box_append (GTK_BOX (box), self->claim_card);
  gtk_box_append (GTK_BOX (box), self->links_box);
  gtk_box_append (GTK_BOX (box), self->add_link);
  gtk_box_append (GTK_BOX (box), self->source_card);
  gtk_box_append (GTK_BOX (box), self->notes_box);
  gtk_box_append (GTK_BOX (box), self->add_note);
  gtk_box_append (GTK_BOX (box), self->outline_box);
  gtk_widget_add_css_class (box, "inspector-cards");

  return box;
}

static void
dossier_inspector_init (DossierInspector *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = adw_status_page_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_cards (self));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "dialog-information-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Selected"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _("Choose a source, or a claim in its text."));
  gtk_widget_add_css_class (nothing, "compact");

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "cards");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stack), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);
}

/**
 * dossier_inspector_new:
 *
 * Returns: (transfer floating): an inspector that shows nothing until it has a session
 */
GtkWidget *
dossier_inspector_new (void)
{
  return g_object_new (DOSSIER_TYPE_INSPECTOR, NULL);
}

/** dossier_inspector_set_session: once, when the dossier is open. */
void
dossier_inspector_set_session (DossierInspector *self,
                               DossierSession   *session)
{
  DossierReading *reading;

  g_return_if_fail (DOSSIER_IS_INSPECTOR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  reading = dossier_session_reading (session);
  g_signal_connect_object (session, "notify::source", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::claim", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::note", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reading, "text-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reading, "marks-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_inspector_edit_note:
 *
 * Puts the caret into the selected note, else into the last one shown.
 *
 * Returns: %FALSE where there is none
 */
gboolean
dossier_inspector_edit_note (DossierInspector *self)
{
  DossierNote *selected;
  GtkWidget *card;

  g_return_val_if_fail (DOSSIER_IS_INSPECTOR (self), FALSE);

  if (self->session == NULL)
    return FALSE;

  selected = dossier_session_get_note (self->session);
  for (card = gtk_widget_get_first_child (self->notes_box); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      if (selected == NULL ? gtk_widget_get_next_sibling (card) == NULL
                           : dossier_note_card_get_note (DOSSIER_NOTE_CARD (card)) == selected)
        {
          dossier_note_card_edit (DOSSIER_NOTE_CARD (card));
          return TRUE;
        }
    }

  return FALSE;
}
