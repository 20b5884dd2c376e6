/* dossier-share-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-share-bar"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "dossier-palette.h"
#include "dossier-share-bar.h"
#include "dossier-words.h"

#define BAR_WIDTH 84
#define BAR_HEIGHT 7

struct _DossierShareBar
{
  GtkWidget      parent_instance;

  guint32        counts[DOSSIER_N_KINDS];
  DossierPalette palette;
};

G_DEFINE_FINAL_TYPE (DossierShareBar, dossier_share_bar, GTK_TYPE_WIDGET)

static const DossierKind order[DOSSIER_N_KINDS] = {
  DOSSIER_KIND_ALLEGATION, DOSSIER_KIND_DENIAL, DOSSIER_KIND_FINDING,
  DOSSIER_KIND_ACTION, DOSSIER_KIND_STATEMENT, DOSSIER_KIND_FACT,
};

static guint64
total_of (DossierShareBar *self)
{
  guint64 total = 0;

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    total += self->counts[i];

  return total;
}

static void
dossier_share_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = BAR_WIDTH / 3;
      *natural = BAR_WIDTH;
    }
  else
    *minimum = *natural = BAR_HEIGHT;
}

static void
dossier_share_bar_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  DossierShareBar *self = DOSSIER_SHARE_BAR (widget);
  float width = gtk_widget_get_width (widget);
  float top = (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2.0f;
  guint64 total = total_of (self);
  GskRoundedRect rounded;
  double done = 0;

  if (total == 0)
    return;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, top, width, BAR_HEIGHT), BAR_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      double share = (double)self->counts[order[i]] / total * width;

      if (share > 0)
        gtk_snapshot_append_color (snapshot, &self->palette.kind[order[i]].solid,
                                   &GRAPHENE_RECT_INIT (done, top, share, BAR_HEIGHT));
      done += share;
    }
  gtk_snapshot_pop (snapshot);
}

static void
dossier_share_bar_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dossier_share_bar_parent_class)->css_changed (widget, change);
  dossier_palette_load (&DOSSIER_SHARE_BAR (widget)->palette, widget, DOSSIER_THEME_AUTO);
  gtk_widget_queue_draw (widget);
}

static char *
describe (DossierShareBar *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < DOSSIER_N_KINDS; i++)
    {
      if (self->counts[order[i]] > 0)
        g_string_append_printf (text, "%s%s: %u", text->len > 0 ? ", " : "",
                                dossier_kind_plural (order[i]), self->counts[order[i]]);
    }

  return g_strdup (text->len > 0 ? text->str : _("No claims"));
}

static void
update_name (DossierShareBar *self)
{
  g_autofree char *text = describe (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
dossier_share_bar_class_init (DossierShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = dossier_share_bar_css_changed;
  widget_class->measure = dossier_share_bar_measure;
  widget_class->snapshot = dossier_share_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dossier_share_bar_init (DossierShareBar *self)
{
  dossier_palette_load (&self->palette, GTK_WIDGET (self), DOSSIER_THEME_AUTO);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update_name (self);
}

/**
 * dossier_share_bar_new:
 *
 * Returns: a bar of no claims
 */
GtkWidget *
dossier_share_bar_new (void)
{
  return g_object_new (DOSSIER_TYPE_SHARE_BAR, NULL);
}

/**
 * dossier_share_bar_set_counts:
 *
 * Says how many claims of each kind there are.
 */
void
dossier_share_bar_set_counts (DossierShareBar *self,
                              const guint32    counts[DOSSIER_N_KINDS])
{
  g_return_if_fail (DOSSIER_IS_SHARE_BAR (self));

  if (memcmp (self->counts, counts, sizeof self->counts) == 0)
    return;

  memcpy (self->counts, counts, sizeof self->counts);
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
