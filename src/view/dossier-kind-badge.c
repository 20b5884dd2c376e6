/* dossier-kind-badge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-kind-badge"

#include "config.h"

#include "dossier-kind-badge.h"
#include "dossier-kind-sign.h"
#include "dossier-words.h"

#define HEIGHT 19
#define SIDE 7
#define SIGN 14
#define SMALL 18

struct _DossierKindBadge
{
  GtkWidget       parent_instance;

  DossierKind     kind;
  gboolean        small;
  DossierPalette  palette;
  PangoLayout    *layout;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_SMALL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierKindBadge, dossier_kind_badge, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (DossierKindBadge *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), dossier_kind_label (self->kind));

  return self->layout;
}

static void
dossier_kind_badge_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  DossierKindBadge *self = DOSSIER_KIND_BADGE (widget);
  int width, height;

  if (self->small)
    {
      *minimum = *natural = SMALL;
      return;
    }

  pango_layout_get_pixel_size (get_layout (self), &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = SIDE - 2 + SIGN + 1 + width + SIDE + 2;
  else
    *minimum = *natural = MAX (HEIGHT, height + 2);
}

static void
snapshot_chip (DossierKindBadge         *self,
               GtkSnapshot              *snapshot,
               const DossierKindColours *colours,
               int                       width,
               int                       height)
{
  int text_height;
  GskRoundedRect rounded;
  int tall;

  pango_layout_get_pixel_size (get_layout (self), NULL, &text_height);
  tall = MIN (height, MAX (HEIGHT, text_height + 2));
  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, (height - tall) / 2, width, tall), tall / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colours->badge, &rounded.bounds);
  gtk_snapshot_pop (snapshot);

  dossier_kind_sign_snapshot (snapshot, self->kind, &colours->badge_text, SIDE - 3, (height - SIGN) / 2.0, SIGN);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SIDE - 2 + SIGN, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, get_layout (self), &colours->badge_text);
  gtk_snapshot_restore (snapshot);
}

static void
dossier_kind_badge_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  DossierKindBadge *self = DOSSIER_KIND_BADGE (widget);
  const DossierKindColours *colours = &self->palette.kind[self->kind];
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->small)
    dossier_kind_disc_snapshot (snapshot, self->kind, &colours->solid, &colours->sign,
                                width / 2.0, height / 2.0, SMALL);
  else
    snapshot_chip (self, snapshot, colours, width, height);
}

static void
dossier_kind_badge_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  DossierKindBadge *self = DOSSIER_KIND_BADGE (widget);

  GTK_WIDGET_CLASS (dossier_kind_badge_parent_class)->css_changed (widget, change);
  dossier_palette_load (&self->palette, widget, DOSSIER_THEME_AUTO);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
dossier_kind_badge_finalize (GObject *object)
{
  g_clear_object (&DOSSIER_KIND_BADGE (object)->layout);

  G_OBJECT_CLASS (dossier_kind_badge_parent_class)->finalize (object);
}

static void
dossier_kind_badge_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  DossierKindBadge *self = DOSSIER_KIND_BADGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, self->small);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_kind_badge_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  DossierKindBadge *self = DOSSIER_KIND_BADGE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      dossier_kind_badge_set_kind (self, g_value_get_int (value));
      break;
    case PROP_SMALL:
      dossier_kind_badge_set_small (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_kind_badge_class_init (DossierKindBadgeClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dossier_kind_badge_finalize;
  object_class->get_property = dossier_kind_badge_get_property;
  object_class->set_property = dossier_kind_badge_set_property;
  widget_class->css_changed = dossier_kind_badge_css_changed;
  widget_class->measure = dossier_kind_badge_measure;
  widget_class->snapshot = dossier_kind_badge_snapshot;

  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, DOSSIER_N_KINDS - 1, 0, flags);
  properties[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "kindbadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
update_name (DossierKindBadge *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dossier_kind_label (self->kind), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), dossier_kind_description (self->kind));
}

static void
dossier_kind_badge_init (DossierKindBadge *self)
{
  dossier_palette_load (&self->palette, GTK_WIDGET (self), DOSSIER_THEME_AUTO);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  update_name (self);
}

/**
 * dossier_kind_badge_new:
 *
 * Returns: a badge for @kind
 */
GtkWidget *
dossier_kind_badge_new (DossierKind kind)
{
  return g_object_new (DOSSIER_TYPE_KIND_BADGE, "kind", (int)kind, NULL);
}

/**
 * dossier_kind_badge_get_kind:
 *
 * Returns: the kind it shows
 */
DossierKind
dossier_kind_badge_get_kind (DossierKindBadge *self)
{
  g_return_val_if_fail (DOSSIER_IS_KIND_BADGE (self), DOSSIER_KIND_FACT);

  return self->kind;
}

/**
 * dossier_kind_badge_set_kind:
 *
 * Shows another kind.
 */
void
dossier_kind_badge_set_kind (DossierKindBadge *self,
                             DossierKind       kind)
{
  g_return_if_fail (DOSSIER_IS_KIND_BADGE (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_clear_object (&self->layout);
  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

/**
 * dossier_kind_badge_set_small:
 *
 * Shows the sign alone, on a disc; its name still is the word.
 */
void
dossier_kind_badge_set_small (DossierKindBadge *self,
                              gboolean          small)
{
  g_return_if_fail (DOSSIER_IS_KIND_BADGE (self));

  if (self->small == small)
    return;

  self->small = small;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMALL]);
}
