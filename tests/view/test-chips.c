/* test-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dossier-country-chip.h"
#include "dossier-country-chips.h"
#include "dossier-country-names.h"
#include "dossier-filter-chip.h"
#include "dossier-kind-badge.h"
#include "dossier-palette.h"
#include "dossier-selection-bar.h"
#include "dossier-share-bar.h"
#include "dossier-words.h"
#include "dossier-wrap-box.h"

static void
count_up (guint *count)
{
  (*count)++;
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_badge (void)
{
  GtkWidget *badge = g_object_ref_sink (dossier_kind_badge_new (DOSSIER_KIND_DENIAL));
  guint notified = 0;
  int wide, small;

  g_signal_connect_swapped (badge, "notify::kind", G_CALLBACK (count_up), &notified);
  assert_name (badge, "Denial");
  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (badge), DOSSIER_KIND_ALLEGATION);
  dossier_kind_badge_set_kind (DOSSIER_KIND_BADGE (badge), DOSSIER_KIND_ALLEGATION);
  g_assert_cmpuint (notified, ==, 1);
  assert_name (badge, "Allegation");
  gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  dossier_kind_badge_set_small (DOSSIER_KIND_BADGE (badge), TRUE);
  gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, &small, NULL, NULL, NULL);
  g_assert_cmpint (small, <, wide);
  assert_name (badge, "Allegation");

  g_assert_finalize_object (badge);
}

static void
test_share_bar (void)
{
  static const guint32 counts[DOSSIER_N_KINDS] = { [DOSSIER_KIND_DENIAL] = 2, [DOSSIER_KIND_ALLEGATION] = 3 };
  GtkWidget *bar = g_object_ref_sink (dossier_share_bar_new ());

  assert_name (bar, "No claims");
  dossier_share_bar_set_counts (DOSSIER_SHARE_BAR (bar), counts);
  assert_name (bar, "Allegations: 3, Denials: 2");

  g_assert_finalize_object (bar);
}

static void
test_country_chips (void)
{
  static const char *const codes[] = { "PK", "CN", "US", "DE", "GB", "CZ", NULL };
  GtkWidget *chips = g_object_ref_sink (dossier_country_chips_new ());
  GtkWidget *chip = g_object_ref_sink (dossier_country_chip_new ("PK"));
  int minimum, natural;

  assert_name (chip, dossier_country_name ("PK"));
  g_assert_cmpstr (dossier_country_chip_get_code (DOSSIER_COUNTRY_CHIP (chip)), ==, "PK");
  assert_name (chips, "No country");
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (chips), codes);
  gtk_widget_measure (chips, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural);
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (chips), codes + 4);
  dossier_country_chips_set_codes (DOSSIER_COUNTRY_CHIPS (chips), NULL);
  gtk_widget_measure (chips, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);

  g_assert_finalize_object (chip);
  g_assert_finalize_object (chips);
}

static void
test_filter_chip (void)
{
  GtkWidget *chip = g_object_ref_sink (dossier_filter_chip_new ("Kind"));
  guint cleared = 0, notified = 0;

  g_signal_connect_swapped (chip, "clear", G_CALLBACK (count_up), &cleared);
  g_signal_connect_swapped (chip, "notify::active", G_CALLBACK (count_up), &notified);
  dossier_filter_chip_set_popover (DOSSIER_FILTER_CHIP (chip), GTK_POPOVER (gtk_popover_new ()));
  dossier_filter_chip_set_active (DOSSIER_FILTER_CHIP (chip), TRUE);
  dossier_filter_chip_set_active (DOSSIER_FILTER_CHIP (chip), TRUE);
  g_assert_cmpuint (notified, ==, 1);
  dossier_filter_chip_set_label (DOSSIER_FILTER_CHIP (chip), "Kind: Denial");
  assert_name (gtk_widget_get_last_child (chip), "Clear Kind: Denial");
  g_signal_emit_by_name (gtk_widget_get_last_child (chip), "clicked");
  g_assert_cmpuint (cleared, ==, 1);

  g_assert_finalize_object (chip);
}

static void
test_wrap_box (void)
{
  GtkWidget *box = g_object_ref_sink (dossier_wrap_box_new (10, 4, TRUE));
  int one, three, wide;

  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *child = gtk_label_new (NULL);

      gtk_widget_set_size_request (child, 100, 20);
      dossier_wrap_box_append (DOSSIER_WRAP_BOX (box), child);
    }
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, wide, NULL, &one, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 210, NULL, &three, NULL, NULL);
  g_assert_cmpint (wide, ==, 540);
  g_assert_cmpint (one, ==, 20);
  g_assert_cmpint (three, ==, 68);
  dossier_wrap_box_remove_all (DOSSIER_WRAP_BOX (box));

  g_assert_finalize_object (box);
}

static void
test_selection_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (dossier_selection_bar_new ());

  assert_name (gtk_widget_get_last_child (bar), "Mark as: Fact");

  g_assert_finalize_object (bar);
}

/* Every kind has its symbolic icon in the program. */
static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    g_assert_true (gtk_icon_theme_has_icon (theme, dossier_kind_icon (i)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  dossier_palette_install (gdk_display_get_default ());

  g_test_add_func ("/chips/badge", test_badge);
  g_test_add_func ("/chips/share-bar", test_share_bar);
  g_test_add_func ("/chips/country-chips", test_country_chips);
  g_test_add_func ("/chips/filter-chip", test_filter_chip);
  g_test_add_func ("/chips/wrap-box", test_wrap_box);
  g_test_add_func ("/chips/selection-bar", test_selection_bar);
  g_test_add_func ("/chips/icons", test_icons);

  return g_test_run ();
}
