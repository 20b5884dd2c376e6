/* dossier-reading-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-reading-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-reading-pane.h"

struct _DossierReadingPane
{
  GtkWidget          parent_instance;

  DossierSession    *session;
  DossierReading    *reading;
  GtkWidget         *stack;
  DossierReaderView *reader;
  gboolean           syncing;
  DossierSpan        revealed;      /* the place last asked for */
  gconstpointer      revealed_text; /* in which text: compared, never read */
};

G_DEFINE_FINAL_TYPE (DossierReadingPane, dossier_reading_pane, GTK_TYPE_WIDGET)

/* Session to reader */

static void
show_claims (DossierReadingPane *self)
{
  GListModel *claims = dossier_reading_claims (self->reading);
  guint n_claims = g_list_model_get_n_items (claims);
  g_autofree DossierReaderClaim *marks = g_new0 (DossierReaderClaim, n_claims);
  guint n_marks = 0;

  for (guint i = 0; i < n_claims; i++)
    {
      g_autoptr (DossierClaim) claim = g_list_model_get_item (claims, i);
      DossierClaimRecord *record = dossier_claim_record (claim);

      if (record == NULL)
        continue;
      marks[n_marks++] = (DossierReaderClaim){
        .id = record->id,
        .span = record->span,
        .more = record->more,
        .speaker = record->speaker_span,
        .kind = record->kind,
        .shown = dossier_reading_is_shown (self->reading, claim),
      };
    }
  dossier_reader_view_set_claims (self->reader, marks, n_marks);
}

static void
show_notes (DossierReadingPane *self)
{
  GListModel *notes = dossier_reading_notes (self->reading);
  guint n_notes = g_list_model_get_n_items (notes);
  g_autofree DossierReaderNote *marks = g_new0 (DossierReaderNote, n_notes);
  guint n_marks = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      g_autoptr (DossierNote) note = g_list_model_get_item (notes, i);

      if (dossier_span_is_empty (dossier_note_span (note)))
        continue;
      marks[n_marks++] = (DossierReaderNote){
        .id = dossier_note_id (note),
        .span = dossier_note_span (note),
        .colour = dossier_note_colour (note),
      };
    }
  dossier_reader_view_set_notes (self->reader, marks, n_marks);
}

static void
show_selection (DossierReadingPane *self)
{
  DossierClaim *claim = dossier_session_get_claim (self->session);

  self->syncing = TRUE;
  dossier_reader_view_set_selected (self->reader, claim != NULL ? dossier_claim_id (claim) : 0);
  self->syncing = FALSE;
}

static void
show_heading (DossierReadingPane *self)
{
  DossierSource *source = dossier_reading_source (self->reading);
  DossierSourceRecord *record = source != NULL ? dossier_source_record (source) : NULL;
  g_autoptr (GString) details = g_string_new (NULL);
  const char *parts[3];

  if (record == NULL)
    {
      dossier_reader_view_set_heading (self->reader, NULL, NULL);
      return;
    }

  parts[0] = record->outlet;
  parts[1] = record->byline;
  parts[2] = dossier_source_date_text (source);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", parts[i]);
    }
  dossier_reader_view_set_heading (self->reader, dossier_source_title (source), details->str);
}

static void
marks_changed_cb (DossierReadingPane *self)
{
  if (dossier_reading_text (self->reading) == NULL)
    return;

  self->syncing = TRUE;
  show_claims (self);
  show_notes (self);
  self->syncing = FALSE;
  show_heading (self);
  show_selection (self);
}

static void
text_changed_cb (DossierReadingPane *self)
{
  DossierText *text = dossier_reading_text (self->reading);
  const DossierBlock *blocks;
  guint n_blocks;

  if (dossier_reading_source (self->reading) == NULL)
    {
      dossier_reader_view_set_text (self->reader, NULL, NULL, 0);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
      return;
    }
  if (text == NULL)
    {
      /* A moment's wait is not shown: the old text stays for it. */
      return;
    }

  /* That another text has no claim selected yet is no wish of the person. */
  self->syncing = TRUE;
  blocks = dossier_reading_blocks (self->reading, &n_blocks);
  dossier_reader_view_set_text (self->reader, text, blocks, n_blocks);
  self->syncing = FALSE;
  marks_changed_cb (self);
  /* The place may have been asked for before this pane heard of the text. */
  if (self->revealed_text == text)
    dossier_reader_view_scroll_to (self->reader, self->revealed);
  else
    dossier_reader_view_set_place (self->reader, dossier_reading_get_place (self->reading));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reader");
}

static void
reveal_cb (DossierReadingPane *self,
           guint               start,
           guint               end)
{
  self->revealed = (DossierSpan){ start, end };
  self->revealed_text = dossier_reading_text (self->reading);
  dossier_reader_view_scroll_to (self->reader, self->revealed);
}

/* Reader to session */

static void
selected_cb (DossierReadingPane *self)
{
  gint64 id = dossier_reader_view_get_selected (self->reader);
  g_autoptr (DossierClaim) claim = NULL;

  if (self->syncing)
    return;

  if (id != 0)
    claim = dossier_session_get_claim_by_id (self->session, id);
  dossier_session_set_claim (self->session, claim);
}

static void
note_activated_cb (DossierReadingPane *self,
                   gint64              id)
{
  GListModel *notes = dossier_reading_notes (self->reading);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DossierNote) note = g_list_model_get_item (notes, i);

      if (dossier_note_id (note) == id)
        dossier_session_set_note (self->session, note);
    }
}

/* What was selected has become something: the words are free again. */
static void
unselect (DossierReadingPane *self,
          guint               end)
{
  dossier_reader_view_select_span (self->reader, (DossierSpan){ end, end });
}

static void
highlight_cb (DossierReadingPane *self,
              guint               start,
              guint               end,
              const char         *colour)
{
  dossier_session_add_note (self->session, NULL, (DossierSpan){ start, end }, "", colour, NULL);
  unselect (self, end);
}

static void
note_cb (DossierReadingPane *self,
         guint               start,
         guint               end)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-new-note", NULL);
  dossier_session_add_note (self->session, NULL, (DossierSpan){ start, end }, "", "yellow", NULL);
  unselect (self, end);
}

static void
claim_cb (DossierReadingPane *self,
          guint               start,
          guint               end,
          int                 kind)
{
  dossier_session_add_claim (self->session, (DossierSpan){ start, end }, kind);
  unselect (self, end);
}

static char *
claim_text (gint64   id,
            gpointer user_data)
{
  DossierReadingPane *self = user_data;
  g_autoptr (DossierClaim) claim = dossier_session_get_claim_by_id (self->session, id);

  return claim != NULL && dossier_claim_is_loaded (claim) ? dossier_claim_spoken_text (claim) : g_strdup ("");
}

static void
remember_place (DossierReadingPane *self)
{
  if (dossier_reading_text (self->reading) != NULL)
    dossier_reading_set_place (self->reading, dossier_reader_view_get_place (self->reader));
}

static gboolean
kinds_to_mask (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  g_autofree const char **nicks = g_variant_get_strv (variant, NULL);
  guint mask = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      DossierKind kind;

      if (dossier_kind_from_nick (nicks[i], &kind))
        mask |= 1u << kind;
    }
  g_value_set_uint (value, mask);

  return TRUE;
}

static void
dossier_reading_pane_dispose (GObject *object)
{
  DossierReadingPane *self = DOSSIER_READING_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dossier_reading_pane_parent_class)->dispose (object);
}

static void
dossier_reading_pane_class_init (DossierReadingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_reading_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readingpane");
}

static void
dossier_reading_pane_init (DossierReadingPane *self)
{
  GtkWidget *nothing = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "view-paged-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("No Source Open"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _("Choose one in the sidebar to read it."));
  gtk_widget_add_css_class (nothing, "compact");

  self->reader = DOSSIER_READER_VIEW (dossier_reader_view_new ());
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->reader), "reader");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * dossier_reading_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing until it has a session
 */
GtkWidget *
dossier_reading_pane_new (void)
{
  return g_object_new (DOSSIER_TYPE_READING_PANE, NULL);
}

/** dossier_reading_pane_set_session: once, when the dossier is open. */
void
dossier_reading_pane_set_session (DossierReadingPane *self,
                                  DossierSession     *session,
                                  GSettings          *settings)
{
  g_return_if_fail (DOSSIER_IS_READING_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->reading = dossier_session_reading (session);

  g_settings_bind (settings, "reading-face", self->reader, "face", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reading-size", self->reader, "size", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reading-width", self->reader, "columns", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reading-line-height", self->reader, "line-height", G_SETTINGS_BIND_GET);
  g_settings_bind_with_mapping (settings, "kinds-shown", self->reader, "kinds", G_SETTINGS_BIND_GET,
                                kinds_to_mask, NULL, NULL, NULL);

  dossier_reader_view_set_text_func (self->reader, claim_text, self, NULL);
  g_signal_connect_object (self->reader, "notify::selected-claim", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "note-activated", G_CALLBACK (note_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "highlight-requested", G_CALLBACK (highlight_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "note-requested", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "claim-requested", G_CALLBACK (claim_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (session, "notify::source", G_CALLBACK (remember_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::claim", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "marks-changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  text_changed_cb (self);
}

/** dossier_reading_pane_reader: the widget that shows the text, borrowed. */
DossierReaderView *
dossier_reading_pane_reader (DossierReadingPane *self)
{
  g_return_val_if_fail (DOSSIER_IS_READING_PANE (self), NULL);

  return self->reader;
}
