/* dossier-source-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-source-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-chips.h"
#include "dossier-country-names.h"
#include "dossier-share-bar.h"
#include "dossier-source-row.h"
#include "dossier-source.h"

struct _DossierSourceRow
{
  DossierRow  parent_instance;

  GtkWidget  *title;
  GtkWidget  *details;
  GtkWidget  *unread;
  GtkWidget  *chips;
  GtkWidget  *bar;
};

G_DEFINE_FINAL_TYPE (DossierSourceRow, dossier_source_row, DOSSIER_TYPE_ROW)

/* All of the row in one sentence, as the list speaks it. */
static char *
spoken_text (DossierSource *source,
             const char    *details)
{
  const char *const *codes = dossier_source_countries (source);
  g_autoptr (GString) words = g_string_new (dossier_source_title (source));

  g_string_append_printf (words, ". %s", details);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : ". ", dossier_country_name (codes[i]));
  g_string_append (words, ". ");
  g_string_append_printf (words, ngettext ("%u claim", "%u claims", dossier_source_n_claims (source)),
                          dossier_source_n_claims (source));
  if (dossier_source_is_unread (source))
    g_string_append_printf (words, ". %s", _("Unread"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
dossier_source_row_update (DossierRow  *row,
                           DossierItem *item)
{
  DossierSourceRow *self = DOSSIER_SOURCE_ROW (row);
  DossierSource *source = DOSSIER_SOURCE (item);
  const char *outlet = dossier_source_outlet (source);
  const char *date = dossier_source_date_text (source);
  guint32 counts[DOSSIER_N_KINDS];
  g_autofree char *details = NULL;
  g_autofree char *spoken = NULL;

  details = outlet != NULL && *outlet != '\0' ? g_strdup_printf ("%s · %s", outlet, date) : g_strdup (date);
  spoken = spoken_text (source, details);
  for (guint kind = 0; kind < DOSSIER_N_KINDS; kind++)
    counts[kind] = dossier_source_kind_count (source, kind);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), dossier_source_title (source));
  gtk_widget_set_tooltip_text (self->title, dossier_source_title (source));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->details), details);
  gtk_widget_set_opacity (self->unread, dossier_source_is_unread (source) ? 1 : 0);
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (self->chips), dossier_source_countries (source));
  dossier_share_bar_set_counts (DOSSIER_SHARE_BAR (self->bar), counts);
  dossier_row_set_spoken (GTK_WIDGET (self), spoken);
}

static void
dossier_source_row_class_init (DossierSourceRowClass *klass)
{
  DOSSIER_ROW_CLASS (klass)->update = dossier_source_row_update;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sourcerow");
}

static void
dossier_source_row_init (DossierSourceRow *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);

  self->title = dossier_row_text (2, "row-title");
  self->details = dossier_row_text (1, "row-details");
  self->unread = gtk_image_new_from_icon_name ("media-record-symbolic");
  gtk_widget_add_css_class (self->unread, "unread-mark");
  gtk_image_set_pixel_size (GTK_IMAGE (self->unread), 8);
  gtk_widget_set_tooltip_text (self->unread, _("Unread"));
  self->chips = dossier_country_chips_new ();
  gtk_widget_set_hexpand (self->chips, TRUE);
  self->bar = dossier_share_bar_new ();
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (middle), self->details);
  gtk_box_append (GTK_BOX (middle), self->unread);
  gtk_box_append (GTK_BOX (bottom), self->chips);
  gtk_box_append (GTK_BOX (bottom), self->bar);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (middle, GTK_WIDGET (self));
  gtk_widget_set_parent (bottom, GTK_WIDGET (self));
}

/**
 * dossier_source_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
dossier_source_row_new (void)
{
  return g_object_new (DOSSIER_TYPE_SOURCE_ROW, NULL);
}
