/* demo-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the small widgets: demo-chips [--dark]
 */

#include "config.h"

#include "dossier-country-chips.h"
#include "dossier-filter-chip.h"
#include "dossier-kind-badge.h"
#include "dossier-selection-bar.h"
#include "dossier-share-bar.h"
#include "dossier-words.h"
#include "dossier-wrap-box.h"
#include "view-samples.h"

static GtkWidget *
make_badges (void)
{
  GtkWidget *box = dossier_wrap_box_new (8, 8, FALSE);

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      GtkWidget *small = dossier_kind_badge_new (i);

      dossier_kind_badge_set_small (DOSSIER_KIND_BADGE (small), TRUE);
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), dossier_kind_badge_new (i));
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), small);
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), gtk_image_new_from_icon_name (dossier_kind_icon (i)));
    }

  return box;
}

static GtkWidget *
make_row (void)
{
  static const char *const codes[] = { "PK", "CN", "US", "DE", "GB", "CZ", "PL", "FR", "NL", NULL };
  static const guint32 counts[DOSSIER_N_KINDS] = { 3, 6, 4, 5, 4, 2 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chips = dossier_country_chips_new ();
  GtkWidget *bar = dossier_share_bar_new ();

  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (chips), codes);
  dossier_share_bar_set_counts (DOSSIER_SHARE_BAR (bar), counts);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_set_size_request (box, 220, -1);
  gtk_widget_set_halign (box, GTK_ALIGN_START);

  return box;
}

static GtkWidget *
make_filters (void)
{
  static const char *const labels[] = { "Country: Pakistan", "2017 – 2021", "Kind", "Speaker", "Tag" };
  GtkWidget *box = dossier_wrap_box_new (8, 6, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *chip = dossier_filter_chip_new (labels[i]);

      dossier_filter_chip_set_active (DOSSIER_FILTER_CHIP (chip), i < 2);
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), chip);
    }
  dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), gtk_label_new ("14 of 87 claims"));

  return box;
}

int
main (int   argc,
      char *argv[])
{
  GtkWidget *box;

  gtk_init ();
  dossier_palette_install (gdk_display_get_default ());
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  gtk_widget_set_margin_top (box, 14);
  gtk_box_append (GTK_BOX (box), make_filters ());
  gtk_box_append (GTK_BOX (box), make_badges ());
  gtk_box_append (GTK_BOX (box), make_row ());
  gtk_box_append (GTK_BOX (box), dossier_selection_bar_new ());
  sample_run_window (box, 730, 220, argc > 1 && g_str_equal (argv[1], "--dark"));

  return 0;
}
