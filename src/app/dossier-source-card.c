/* dossier-source-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-source-card"

#include "config.h"

#include <glib/gi18n.h>

#include "dossier-source-card.h"
#include "dossier-words.h"

static const struct
{
  DossierSourceField  field;
  const char         *label;
} fields[] = {
  { DOSSIER_SOURCE_FIELD_TITLE, N_("Title") },
  { DOSSIER_SOURCE_FIELD_OUTLET, N_("Outlet") },
  { DOSSIER_SOURCE_FIELD_BYLINE, N_("Byline") },
  { DOSSIER_SOURCE_FIELD_PUBLISHED, N_("Published") },
  { DOSSIER_SOURCE_FIELD_URL, N_("Address") },
};

struct _DossierSourceCard
{
  GtkWidget       parent_instance;

  DossierSession *session;
  DossierSource  *source;
  GSignalGroup   *signals;
  GtkWidget      *rows[G_N_ELEMENTS (fields)];
  GtkWidget      *error;
  GtkWidget      *origin;
};

G_DEFINE_FINAL_TYPE (DossierSourceCard, dossier_source_card, GTK_TYPE_WIDGET)

/* What stands in the entry for a field; a date as people write it, "" where nothing is known. */
static char *
field_text (DossierSourceRecord *record,
            DossierSourceField   field)
{
  const char *text = NULL;

  switch (field)
    {
    case DOSSIER_SOURCE_FIELD_TITLE: text = record->title; break;
    case DOSSIER_SOURCE_FIELD_OUTLET: text = record->outlet; break;
    case DOSSIER_SOURCE_FIELD_BYLINE: text = record->byline; break;
    case DOSSIER_SOURCE_FIELD_URL: text = record->url; break;
    case DOSSIER_SOURCE_FIELD_LANGUAGE: text = record->language; break;
    case DOSSIER_SOURCE_FIELD_PUBLISHED:
      return record->published != NULL ? dossier_date_to_words (record->published) : g_strdup ("");
    }

  return g_strdup (text != NULL ? text : "");
}

static void
update (DossierSourceCard *self)
{
  DossierSourceRecord *record;
  g_autofree char *imported = NULL;
  g_autofree char *origin = NULL;

  if (self->source == NULL || !dossier_source_is_loaded (self->source))
    return;

  record = dossier_source_record (self->source);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = field_text (record, fields[i].field);

      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->rows[i])), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), text);
      gtk_editable_set_editable (GTK_EDITABLE (self->rows[i]), !dossier_session_is_read_only (self->session));
    }
  gtk_widget_set_visible (self->error, FALSE);

  imported = dossier_moment_to_words (record->imported);
  origin = g_strdup_printf (_("%s, added %s · %s · SHA-256 %.12s…"),
                            record->file_name != NULL ? record->file_name : _("Pasted text"), imported,
                            record->encoding != NULL ? record->encoding : "UTF-8", record->sha256);
  gtk_label_set_label (GTK_LABEL (self->origin), origin);
}

static void
apply_cb (DossierSourceCard *self,
          AdwEntryRow       *row)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (self->rows[i] != GTK_WIDGET (row))
        continue;
      if (!dossier_session_set_source_field (self->session, self->source, fields[i].field,
                                             gtk_editable_get_text (GTK_EDITABLE (row)), &error))
        gtk_label_set_label (GTK_LABEL (self->error), error->message);
      gtk_widget_set_visible (self->error, error != NULL);
    }
}

static void
dossier_source_card_dispose (GObject *object)
{
  DossierSourceCard *self = DOSSIER_SOURCE_CARD (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_source_card_parent_class)->dispose (object);
}

static void
dossier_source_card_class_init (DossierSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_source_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sourcecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_note (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
dossier_source_card_init (DossierSourceCard *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _(fields[i].label));
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), TRUE);
      g_signal_connect_object (self->rows[i], "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  self->error = make_note ("error");
  gtk_widget_set_visible (self->error, FALSE);
  self->origin = make_note ("dim-label");
  gtk_label_set_selectable (GTK_LABEL (self->origin), TRUE);

  gtk_widget_set_parent (group, GTK_WIDGET (self));
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
  gtk_widget_set_parent (self->origin, GTK_WIDGET (self));

  self->signals = g_signal_group_new (DOSSIER_TYPE_SOURCE);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Source"), -1);
}

/**
 * dossier_source_card_new:
 *
 * Returns: (transfer floating): a card that shows no source yet
 */
GtkWidget *
dossier_source_card_new (void)
{
  return g_object_new (DOSSIER_TYPE_SOURCE_CARD, NULL);
}

/** dossier_source_card_set_source: shows @source, which may be NULL, and follows it. */
void
dossier_source_card_set_source (DossierSourceCard *self,
                                DossierSession    *session,
                                DossierSource     *source)
{
  g_return_if_fail (DOSSIER_IS_SOURCE_CARD (self));

  g_set_object (&self->session, session);
  g_set_object (&self->source, source);
  g_signal_group_set_target (self->signals, source);
  update (self);
}
