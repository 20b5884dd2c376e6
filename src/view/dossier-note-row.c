/* dossier-note-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-note-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-note-row.h"
#include "dossier-note.h"

struct _DossierNoteRow
{
  DossierRow  parent_instance;

  GtkWidget  *colour;
  GtkWidget  *words;
  GtkWidget  *tags;
  GtkWidget  *source;
};

G_DEFINE_FINAL_TYPE (DossierNoteRow, dossier_note_row, DOSSIER_TYPE_ROW)

/* What the person wrote; for a plain highlight, what is highlighted. */
static char *
note_words (DossierNote *note)
{
  const char *text = dossier_note_text (note);
  const char *quote = dossier_note_quote (note);

  if (text != NULL && *text != '\0')
    return g_strdup (text);

  return quote != NULL && *quote != '\0' ? g_strdup_printf ("“%s”", quote) : g_strdup (_("Empty note"));
}

static void
dossier_note_row_update (DossierRow  *row,
                         DossierItem *item)
{
  DossierNoteRow *self = DOSSIER_NOTE_ROW (row);
  DossierNote *note = DOSSIER_NOTE (item);
  g_autofree char *words = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *css = NULL;
  g_autofree char *spoken = NULL;
  const char *title;
  const char *classes[] = { "note-colour", NULL, NULL };

  words = note_words (note);
  tags = g_strjoinv (" #", (char **)dossier_note_tags (note));
  title = dossier_note_source (note) != NULL ? dossier_source_title (dossier_note_source (note))
                                             : _("The whole dossier");
  css = g_strconcat ("note-", dossier_note_colour (note) != NULL ? dossier_note_colour (note) : "plain", NULL);
  classes[1] = css;
  spoken = g_strdup_printf ("%s. %s", words, title);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->words), words);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->source), title);
  if (*tags != '\0')
    {
      g_autofree char *marked = g_strconcat ("#", tags, NULL);

      gtk_label_set_label (GTK_LABEL (self->tags), marked);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->tags), "");
    }
  gtk_widget_set_css_classes (self->colour, classes);
  dossier_row_set_spoken (GTK_WIDGET (self), spoken);
}

static void
dossier_note_row_class_init (DossierNoteRowClass *klass)
{
  DOSSIER_ROW_CLASS (klass)->update = dossier_note_row_update;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "noterow");
}

static void
dossier_note_row_init (DossierNoteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);

  self->colour = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->colour, "note-colour");
  self->words = dossier_row_text (2, NULL);
  self->source = dossier_row_text (1, "row-details");
  gtk_widget_set_valign (self->source, GTK_ALIGN_CENTER);
  self->tags = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->tags), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tags), 16);
  gtk_widget_add_css_class (self->tags, "row-details");

  gtk_box_append (GTK_BOX (bottom), self->source);
  gtk_box_append (GTK_BOX (bottom), self->tags);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_widget_set_parent (self->colour, GTK_WIDGET (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * dossier_note_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dossier_note_row_new (void)
{
  return g_object_new (DOSSIER_TYPE_NOTE_ROW, NULL);
}
