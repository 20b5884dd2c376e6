/* dossier-note-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-note-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-names.h"
#include "dossier-note-card.h"

/* A pause in typing this long, and what is there goes to the disk. */
#define SAVE_DELAY_MSECS 400

struct _DossierNoteCard
{
  GtkWidget       parent_instance;

  DossierSession *session;
  DossierNote    *note;
  GtkWidget      *quote;
  GtkWidget      *when;
  GtkWidget      *view;
  GtkTextBuffer  *buffer;
  GtkWidget      *tags;
  guint           save_id;
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (DossierNoteCard, dossier_note_card, GTK_TYPE_WIDGET)

static const struct
{
  const char *nick;
  const char *label;
} colours[] = {
  { "yellow", N_("Yellow") }, { "red", N_("Red") }, { "green", N_("Green") },
  { "blue", N_("Blue") }, { "purple", N_("Purple") },
};

static char *
buffer_text (DossierNoteCard *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
save_now (DossierNoteCard *self)
{
  g_autofree char *text = NULL;

  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  text = buffer_text (self);
  dossier_session_set_note_text (self->session, self->note, text);
}

static gboolean
save_cb (gpointer data)
{
  DossierNoteCard *self = data;

  save_now (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (DossierNoteCard *self)
{
  if (self->updating)
    return;

  if (self->save_id != 0)
    g_source_remove (self->save_id);
  self->save_id = g_timeout_add (SAVE_DELAY_MSECS, save_cb, self);
}

static char *
tags_to_words (const char *const *tags)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    g_string_append_printf (words, "%s#%s", i > 0 ? " " : "", tags[i]);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* "#lawsuit, to-verify" → lawsuit, to-verify; each once. */
static GStrv
words_to_tags (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " ,;#\t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0' && g_hash_table_add (seen, parts[i]))
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

static void
save_tags (DossierNoteCard *self)
{
  g_auto (GStrv) tags = words_to_tags (gtk_editable_get_text (GTK_EDITABLE (self->tags)));
  const char *const *before = dossier_note_tags (self->note);

  if (self->updating || (before != NULL && g_strv_equal (before, (const char *const *)tags)))
    return;

  dossier_session_set_note_tags (self->session, self->note, (const char *const *)tags);
}

static void
update (DossierNoteCard *self)
{
  g_autofree char *when = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *shown = NULL;
  const char *quote;
  const char *text;

  if (!dossier_note_is_loaded (self->note))
    return;

  self->updating = TRUE;
  when = dossier_note_when_text (self->note);
  tags = tags_to_words (dossier_note_tags (self->note));
  text = dossier_note_text (self->note) != NULL ? dossier_note_text (self->note) : "";
  quote = dossier_note_claim_id (self->note) == 0 ? dossier_note_quote (self->note) : NULL;

  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_label_set_label (GTK_LABEL (self->quote), quote != NULL ? quote : "");
  gtk_widget_set_visible (self->quote, quote != NULL && *quote != '\0');

  /* What is being typed and not yet saved wins; else an undo shows at once. */
  shown = buffer_text (self);
  if (self->save_id == 0 && !g_str_equal (shown, text))
    gtk_text_buffer_set_text (self->buffer, text, -1);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->tags)))))
    gtk_editable_set_text (GTK_EDITABLE (self->tags), tags);
  self->updating = FALSE;
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DossierNoteCard *self = user_data;

  g_clear_handle_id (&self->save_id, g_source_remove);
  dossier_session_delete_note (self->session, self->note);
}

static void
colour_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DossierNoteCard *self = user_data;

  dossier_session_set_note_colour (self->session, self->note, g_variant_get_string (parameter, NULL));
}

static const GActionEntry action_entries[] = {
  { "delete", delete_action },
  { "colour", colour_action, "s" },
};

static GtkWidget *
make_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) colour_menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      g_autofree char *action = g_strdup_printf ("note.colour::%s", colours[i].nick);

      g_menu_append (colour_menu, _(colours[i].label), action);
    }
  g_menu_append_submenu (menu, _("_Colour"), G_MENU_MODEL (colour_menu));
  g_menu_append (menu, _("_Delete"), "note.delete");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Note menu"));

  return button;
}

static void
dossier_note_card_dispose (GObject *object)
{
  DossierNoteCard *self = DOSSIER_NOTE_CARD (object);
  GtkWidget *child;

  if (self->session != NULL)
    save_now (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->tags = NULL;
  g_clear_object (&self->note);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_note_card_parent_class)->dispose (object);
}

static void
dossier_note_card_class_init (DossierNoteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_note_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_head (DossierNoteCard *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (_("Note"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  self->when = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->when, "dim-label");
  gtk_widget_add_css_class (self->when, "caption");
  gtk_box_append (GTK_BOX (top), heading);
  gtk_box_append (GTK_BOX (top), self->when);
  gtk_box_append (GTK_BOX (top), make_menu_button ());
  gtk_widget_set_parent (top, GTK_WIDGET (self));

  self->quote = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->quote), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->quote), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->quote), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->quote), 0);
  gtk_widget_add_css_class (self->quote, "card-quote");
  gtk_widget_add_css_class (self->quote, "dim-label");
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));
}

static void
dossier_note_card_init (DossierNoteCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *tags_focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector-card");
  make_head (self);

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "note-text");
  gtk_widget_set_size_request (self->view, -1, 44);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the note"), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (save_now), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  self->tags = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->tags), _("#tags"));
  gtk_widget_add_css_class (self->tags, "flat");
  gtk_widget_add_css_class (self->tags, "note-tags");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tags), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tags of the note"), -1);
  g_signal_connect_object (self->tags, "activate", G_CALLBACK (save_tags), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tags_focus, "leave", G_CALLBACK (save_tags), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->tags, tags_focus);
  gtk_widget_set_parent (self->tags, GTK_WIDGET (self));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "note", G_ACTION_GROUP (actions));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
}

/**
 * dossier_note_card_new:
 * @session: the open dossier
 * @note: what it shows and follows
 *
 * Returns: (transfer floating): a card to read and write @note
 */
GtkWidget *
dossier_note_card_new (DossierSession *session,
                       DossierNote    *note)
{
  DossierNoteCard *self = g_object_new (DOSSIER_TYPE_NOTE_CARD, NULL);

  self->session = g_object_ref (session);
  self->note = g_object_ref (note);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), !dossier_session_is_read_only (session));
  gtk_widget_set_sensitive (self->tags, !dossier_session_is_read_only (session));
  dossier_name_buttons (GTK_WIDGET (self));
  g_signal_connect_object (note, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/** dossier_note_card_get_note: the note it shows, borrowed. */
DossierNote *
dossier_note_card_get_note (DossierNoteCard *self)
{
  g_return_val_if_fail (DOSSIER_IS_NOTE_CARD (self), NULL);

  return self->note;
}

/** dossier_note_card_edit: puts the caret at the end of the text. */
void
dossier_note_card_edit (DossierNoteCard *self)
{
  GtkTextIter end;

  g_return_if_fail (DOSSIER_IS_NOTE_CARD (self));

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  gtk_widget_grab_focus (self->view);
}
