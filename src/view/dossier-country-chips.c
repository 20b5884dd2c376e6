/* dossier-country-chips.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dossier-country-chips"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dossier-country-chip.h"
#include "dossier-country-chips.h"
#include "dossier-country-names.h"

#define MOST_CHIPS 12
#define SPACING 5

struct _DossierCountryChips
{
  GtkWidget  parent_instance;

  GPtrArray *chips; /* DossierCountryChip, kept for the next row's codes */
  GtkWidget *more;
  guint      n_codes;
};

G_DEFINE_FINAL_TYPE (DossierCountryChips, dossier_country_chips, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static guint
n_shown (DossierCountryChips *self)
{
  return MIN (self->n_codes, MOST_CHIPS);
}

static void
dossier_country_chips_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  DossierCountryChips *self = DOSSIER_COUNTRY_CHIPS (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->more, orientation, -1, minimum, natural, NULL, NULL);
      return;
    }

  for (guint i = 0; i < n_shown (self); i++)
    *natural += natural_width (g_ptr_array_index (self->chips, i)) + (i > 0 ? SPACING : 0);
  if (self->n_codes > MOST_CHIPS)
    *natural += SPACING + natural_width (self->more);
  *minimum = MIN (*natural, natural_width (self->more));
}

/* How many chips fit, with room for the rest's number unless all do. */
static guint
count_fitting (DossierCountryChips *self,
               int                  width)
{
  int more = natural_width (self->more) + SPACING;
  guint n = n_shown (self);
  guint fit = 0;
  int x = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_last = i + 1 == self->n_codes;

      x += natural_width (g_ptr_array_index (self->chips, i)) + (i > 0 ? SPACING : 0);
      if (x + (is_last ? 0 : more) <= width)
        fit = i + 1;
    }

  return fit;
}

static void
dossier_country_chips_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  DossierCountryChips *self = DOSSIER_COUNTRY_CHIPS (widget);
  guint fit = count_fitting (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < n_shown (self); i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);
      int chip_width = natural_width (chip);

      gtk_widget_set_child_visible (chip, i < fit);
      if (i >= fit)
        continue;
      gtk_widget_size_allocate (chip, &(GtkAllocation) { rtl ? width - x - chip_width : x, 0, chip_width, height }, -1);
      x += chip_width + SPACING;
    }

  gtk_widget_set_child_visible (self->more, fit < self->n_codes);
  if (fit < self->n_codes)
    {
      g_autofree char *text = g_strdup_printf ("+%u", self->n_codes - fit);
      int more = MIN (natural_width (self->more), width);

      if (g_strcmp0 (text, gtk_label_get_text (GTK_LABEL (self->more))) != 0)
        gtk_label_set_text (GTK_LABEL (self->more), text);
      gtk_widget_measure (self->more, GTK_ORIENTATION_HORIZONTAL, -1, &more, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->more, &(GtkAllocation) { rtl ? width - x - more : x, 0, more, height }, -1);
    }
}

static void
dossier_country_chips_dispose (GObject *object)
{
  DossierCountryChips *self = DOSSIER_COUNTRY_CHIPS (object);

  g_ptr_array_set_size (self->chips, 0);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  self->n_codes = 0;

  G_OBJECT_CLASS (dossier_country_chips_parent_class)->dispose (object);
}

static void
dossier_country_chips_finalize (GObject *object)
{
  g_ptr_array_unref (DOSSIER_COUNTRY_CHIPS (object)->chips);

  G_OBJECT_CLASS (dossier_country_chips_parent_class)->finalize (object);
}

static void
dossier_country_chips_class_init (DossierCountryChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_country_chips_dispose;
  object_class->finalize = dossier_country_chips_finalize;
  widget_class->measure = dossier_country_chips_measure;
  widget_class->size_allocate = dossier_country_chips_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
update_name (DossierCountryChips *self,
             const char * const  *codes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_codes; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", dossier_country_name (codes[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->len > 0 ? text->str : _("No country"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->len > 0 ? text->str : NULL);
}

static void
dossier_country_chips_init (DossierCountryChips *self)
{
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify)gtk_widget_unparent);
  /* As wide as any number that it may show, so that its own text never moves the rest. */
  self->more = gtk_label_new ("+00");
  gtk_label_set_width_chars (GTK_LABEL (self->more), 3);
  gtk_widget_add_css_class (self->more, "dim-label");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_name (self, NULL);
}

/**
 * dossier_country_chips_new:
 *
 * Returns: an empty row of chips
 */
GtkWidget *
dossier_country_chips_new (void)
{
  return g_object_new (DOSSIER_TYPE_COUNTRY_CHIPS, NULL);
}

/**
 * dossier_country_chips_set_codes:
 * @codes: (nullable): ISO 3166-1 alpha-2, the most important first
 *
 * Shows other countries.
 */
void
dossier_country_chips_set_codes (DossierCountryChips *self,
                                 const char * const  *codes)
{
  g_return_if_fail (DOSSIER_IS_COUNTRY_CHIPS (self));

  self->n_codes = codes != NULL ? g_strv_length ((char **)codes) : 0;
  for (guint i = 0; i < n_shown (self); i++)
    {
      if (i == self->chips->len)
        {
          GtkWidget *chip = dossier_country_chip_new (codes[i]);

          gtk_widget_insert_before (chip, GTK_WIDGET (self), self->more);
          g_ptr_array_add (self->chips, chip);
        }
      else
        dossier_country_chip_set_code (g_ptr_array_index (self->chips, i), codes[i]);
    }
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->chips, i), i < n_shown (self));

  update_name (self, codes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
